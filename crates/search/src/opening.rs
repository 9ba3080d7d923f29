//! "Open for this need": the sessions of a place decide when it has some for the need, else its building hours.
//!
//! Without a need, a place is open when its building is, or when a session is held. A place that says nothing of its
//! hours is unknown, never closed.

use chrono::{DateTime, NaiveDateTime, Utc};
use portulan_hours::{Hours, OpenState, Timetable, Zone};
use portulan_model::{Place, Service, SessionAudience, ValueSet};

use crate::moment::States;
use crate::when::When;

/// No timetable.
pub(crate) const NONE: u32 = u32::MAX;

/// What an opening is judged from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Sessions of help.
    Sessions,
    /// Hours of the building.
    Building,
    /// Nothing is known.
    Nothing,
}

/// Whether a place is open, and when that changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// From what it is judged.
    pub basis: Basis,
    /// Now.
    pub now: OpenState,
    /// When that next changes, within about a year.
    pub next_change: Option<DateTime<Utc>>,
    /// At the moment asked.
    pub wanted: Option<Wanted>,
}

/// Whether a place is open at the moment asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// The state.
    pub state: OpenState,
    /// When exactly within the part of the day asked, or around the instant asked, on the clock of the place.
    pub ranges: Vec<(NaiveDateTime, NaiveDateTime)>,
}

/// The timetables of a place, by rank.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slots {
    pub(crate) building: u32,
    /// First and last of its sessions, not included.
    pub(crate) sessions: (u32, u32),
}

/// A session: what it is for, and its timetable.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) services: ValueSet<Service>,
    pub(crate) timetable: u32,
}

/// Sessions that decide for a need; none when the building does.
pub(crate) fn deciding(sessions: &[Slot], needs: ValueSet<Service>) -> impl Iterator<Item = &Slot> {
    sessions
        .iter()
        .filter(move |slot| !needs.is_empty() && slot.services.meets(needs))
}

/// The state of a place from the states of its timetables.
pub(crate) fn state(
    slots: Slots,
    sessions: &[Slot],
    needs: ValueSet<Service>,
    states: &States,
) -> OpenState {
    let mut deciding = deciding(sessions, needs).peekable();
    if deciding.peek().is_some() {
        return best(deciding.map(|slot| states.of(slot.timetable)));
    }
    let building = (slots.building != NONE).then(|| states.of(slots.building));
    let held = sessions
        .iter()
        .map(|slot| states.of(slot.timetable))
        .filter(|_| needs.is_empty());
    let mut known = building.into_iter().chain(held).peekable();
    if known.peek().is_none() {
        OpenState::Unknown
    } else {
        best(known)
    }
}

fn best(states: impl Iterator<Item = OpenState>) -> OpenState {
    let rank = |state: &OpenState| match state {
        OpenState::Open => 2,
        OpenState::Unknown => 1,
        OpenState::Closed => 0,
    };
    states.max_by_key(rank).unwrap_or(OpenState::Unknown)
}

/// The timetables of a place: building hours, then sessions for residents with what they are for.
pub(crate) fn timetables(
    place: &Place,
) -> (Option<Timetable>, Vec<(ValueSet<Service>, Timetable)>) {
    let record = &place.record;
    let zone = Zone::of(record.address.insee);
    let building = record
        .hours
        .as_deref()
        .and_then(|text| Hours::parse(text, zone).ok());
    let sessions = record
        .sessions
        .iter()
        .filter(|session| session.audience == SessionAudience::Residents)
        .filter_map(|session| {
            let services = if session.services.is_empty() {
                record.services
            } else {
                session.services
            };
            Some((services, Timetable::of_session(session, zone).ok()?))
        })
        .collect();
    (building.map(Timetable::from), sessions)
}

/// The opening of a place in full, from its deciding timetables.
pub(crate) fn opening(
    tables: &[&Timetable],
    basis: Basis,
    when: Option<&When>,
    now: DateTime<Utc>,
) -> Opening {
    if tables.is_empty() {
        let wanted = when.map(|_| Wanted {
            state: OpenState::Unknown,
            ranges: Vec::new(),
        });
        return Opening {
            basis: Basis::Nothing,
            now: OpenState::Unknown,
            next_change: None,
            wanted,
        };
    }
    Opening {
        basis,
        now: best(tables.iter().map(|table| table.state_at(now))),
        next_change: next_change(tables, now),
        wanted: when.map(|when| wanted(tables, when, now)),
    }
}

/// The first instant at which the tables together change.
fn next_change(tables: &[&Timetable], now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    /// Changes looked at: overlapping sessions hide some from each other.
    const STEPS: usize = 64;
    let present = best(tables.iter().map(|table| table.state_at(now)));
    let mut at = now;
    for _ in 0..STEPS {
        at = tables
            .iter()
            .filter_map(|table| table.next_change(at))
            .min()?;
        if best(tables.iter().map(|table| table.state_at(at))) != present {
            return Some(at);
        }
    }
    None
}

fn wanted(tables: &[&Timetable], when: &When, now: DateTime<Utc>) -> Wanted {
    let mut ranges = Vec::new();
    let mut states = Vec::new();
    for table in tables {
        let (date, from, to) = when.window(table.zone().local(now));
        let day = table.day(date);
        states.push(crate::moment::within(&day, from, to));
        let open = day
            .iter()
            .filter(|range| range.state == OpenState::Open && range.from < to && range.to > from);
        ranges.extend(open.map(|range| (moment(date, range.from), moment(date, range.to))));
    }
    ranges.sort_unstable();
    ranges.dedup();
    Wanted {
        state: best(states.into_iter()),
        ranges,
    }
}

fn moment(date: chrono::NaiveDate, minute: u16) -> NaiveDateTime {
    date.and_time(chrono::NaiveTime::MIN) + chrono::Duration::minutes(i64::from(minute))
}
