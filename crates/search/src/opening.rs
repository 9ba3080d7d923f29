//! "Open for this need": the sessions of a place decide when it has some for the need, else its building hours.
//!
//! Without a need, a place is open when its building is, or when a session is held. A place that says nothing of its
//! hours is unknown, never closed.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};
use portulan_hours::{Hours, OpenState, Range, Timetable, Zone};
use portulan_model::{Place, Service, SessionAudience, ValueSet};

use crate::moment::{States, Timetables, within};
use crate::when::When;

/// How far the next change is looked for, in days.
const HORIZON: u64 = 400;
/// Days ahead that are worth keeping for the next questions.
const AHEAD_KEPT: u64 = 8;
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

impl Slots {
    /// The sessions of the place, among those of all.
    pub(crate) fn of(self, sessions: &[Slot]) -> &[Slot] {
        let (from, to) = self.sessions;
        let range = usize::try_from(from).ok().zip(usize::try_from(to).ok());
        range
            .and_then(|(from, to)| sessions.get(from..to))
            .unwrap_or_default()
    }
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
    absent: &[(String, NaiveDate)],
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
            let table = Timetable::of_session(session, zone).ok()?;
            let days = absent.iter().filter(|(key, _)| *key == session.key);
            let table = days.fold(table, |table, (_, day)| table.without(*day));
            Some((services, table))
        })
        .collect();
    (building.map(Timetable::from), sessions)
}

/// The timetables that decide for a place, by rank; they share its clock.
pub(crate) struct Deciding {
    pub(crate) basis: Basis,
    pub(crate) zone: Zone,
    pub(crate) ranks: Vec<u32>,
}

/// The opening of a place in full, from its deciding timetables.
pub(crate) fn opening(
    deciding: &Deciding,
    all: &Timetables,
    when: Option<&When>,
    now: DateTime<Utc>,
) -> Opening {
    if deciding.ranks.is_empty() {
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
    let local = deciding.zone.local(now);
    let minute = minute(local.time());
    let today = deciding.days(all, local.date());
    let present = at(&today, minute);
    Opening {
        basis: deciding.basis,
        now: present,
        next_change: deciding.next_change(all, local, today, present),
        wanted: when.map(|when| deciding.wanted(all, when, local)),
    }
}

impl Deciding {
    /// What each of them opens on a day.
    fn days(&self, all: &Timetables, date: NaiveDate) -> Vec<Vec<Range>> {
        self.ranks.iter().map(|rank| all.day(*rank, date)).collect()
    }

    /// The first instant at which they together change.
    fn next_change(
        &self,
        all: &Timetables,
        local: NaiveDateTime,
        today: Vec<Vec<Range>>,
        present: OpenState,
    ) -> Option<DateTime<Utc>> {
        let (mut days, mut from) = (today, minute(local.time()));
        for ahead in 0..HORIZON {
            let date = local.date().checked_add_days(Days::new(ahead))?;
            if ahead > 0 {
                days = if ahead < AHEAD_KEPT {
                    self.days(all, date)
                } else {
                    let tables = self.ranks.iter().filter_map(|rank| all.get(*rank));
                    tables.map(|table| table.day(date)).collect()
                };
                from = 0;
            }
            let edges = days
                .iter()
                .flatten()
                .flat_map(|range| [range.from, range.to])
                .chain([0]);
            let change = edges
                .filter(|edge| (from..24 * 60).contains(edge) && at(&days, *edge) != present)
                .min();
            if let Some(edge) = change {
                return Some(self.zone.utc(moment(date, edge)));
            }
        }
        None
    }

    fn wanted(&self, all: &Timetables, when: &When, local: NaiveDateTime) -> Wanted {
        let (date, from, to) = when.window(local);
        let days = self.days(all, date);
        let state = best(days.iter().map(|day| within(day, from, to)));
        let open = days
            .iter()
            .flatten()
            .filter(|range| range.state == OpenState::Open && range.from < to && range.to > from);
        let mut ranges: Vec<_> = open
            .map(|range| (moment(date, range.from), moment(date, range.to)))
            .collect();
        ranges.sort_unstable();
        ranges.dedup();
        Wanted { state, ranges }
    }
}

/// The best state at a minute of a day.
fn at(days: &[Vec<Range>], minute: u16) -> OpenState {
    best(days.iter().map(|day| {
        let now = day
            .iter()
            .find(|range| (range.from..range.to).contains(&minute));
        now.map_or(OpenState::Closed, |range| range.state)
    }))
}

fn minute(time: NaiveTime) -> u16 {
    u16::try_from(time.num_seconds_from_midnight() / 60).unwrap_or(0)
}

fn moment(date: chrono::NaiveDate, minute: u16) -> NaiveDateTime {
    date.and_time(chrono::NaiveTime::MIN) + chrono::Duration::minutes(i64::from(minute))
}
