//! What is open at a moment: the state of every distinct timetable, and the places as bitmaps.
//!
//! Many places keep the same hours: a timetable is stored once, and judged once per moment. From the states come bitmaps
//! of places by state, for the building and for the sessions of each service; "open for this need" is then a few "and"
//! and "or". Both are kept for the next questions of the same minute. What a timetable opens on a day is kept too.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use chrono::{DateTime, NaiveDate, Utc};
use portulan_hours::{OpenState, Range, Timetable, Zone};
use portulan_model::{ClosedList, Service, ValueSet};
use roaring::RoaringBitmap;

use crate::opening::{NONE, Slot, Slots};
use crate::snapshot::Snapshot;
use crate::when::When;

/// Days kept: two weeks of questions, and what comes next for each.
const DAYS_KEPT: usize = 32;
/// Moments kept: a day and a half of quarter hours of opening, some forty kilobytes each at 15 000 places.
const MOMENTS_KEPT: usize = 64;

/// What each timetable opens on a day, by rank; worked out when first asked.
type Day = Arc<Vec<OnceLock<Box<[Range]>>>>;
/// What distinguishes moments: the question, and the minute at which it is asked where that matters.
type Key = (When, i64);

/// State of each timetable, by rank.
pub(crate) struct States(Vec<OpenState>);

impl States {
    pub(crate) fn of(&self, timetable: u32) -> OpenState {
        let rank = usize::try_from(timetable).unwrap_or(usize::MAX);
        self.0.get(rank).copied().unwrap_or(OpenState::Unknown)
    }
}

/// All distinct timetables.
pub(crate) struct Timetables {
    all: Vec<Timetable>,
    days: Mutex<HashMap<NaiveDate, Day>>,
    moments: Mutex<HashMap<Key, Arc<Moment>>>,
}

impl Timetables {
    pub(crate) fn new(all: Vec<Timetable>) -> Self {
        Self {
            all,
            days: Mutex::new(HashMap::new()),
            moments: Mutex::new(HashMap::new()),
        }
    }

    pub(crate) fn get(&self, rank: u32) -> Option<&Timetable> {
        usize::try_from(rank)
            .ok()
            .and_then(|rank| self.all.get(rank))
    }

    /// The state of each timetable when asked, on its own clock.
    fn states(&self, when: &When, now: DateTime<Utc>) -> States {
        let mut zones: Vec<(Zone, (NaiveDate, u16, u16), Day)> = Vec::new();
        let mut states = Vec::with_capacity(self.all.len());
        for (rank, timetable) in self.all.iter().enumerate() {
            let zone = timetable.zone();
            let known = zones.iter().position(|(known, ..)| *known == zone);
            let known = known.unwrap_or_else(|| {
                let window = when.window(zone.local(now));
                zones.push((zone, window, self.kept(window.0)));
                zones.len() - 1
            });
            let state = zones.get(known).and_then(|(_, (date, from, to), day)| {
                let ranges = day.get(rank)?.get_or_init(|| timetable.day(*date).into());
                Some(within(ranges, *from, *to))
            });
            states.push(state.unwrap_or(OpenState::Unknown));
        }
        States(states)
    }

    /// What a timetable opens on a day.
    pub(crate) fn day(&self, rank: u32, date: NaiveDate) -> Vec<Range> {
        let kept = self.kept(date);
        let Some(timetable) = self.get(rank) else {
            return Vec::new();
        };
        let cell = usize::try_from(rank).ok().and_then(|rank| kept.get(rank));
        cell.map_or_else(
            || timetable.day(date),
            |cell| cell.get_or_init(|| timetable.day(date).into()).to_vec(),
        )
    }

    fn kept(&self, date: NaiveDate) -> Day {
        let mut days = self.days.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(day) = days.get(&date) {
            return Arc::clone(day);
        }
        if days.len() >= DAYS_KEPT {
            days.clear();
        }
        let day: Day = Arc::new(self.all.iter().map(|_| OnceLock::new()).collect());
        days.insert(date, Arc::clone(&day));
        day
    }
}

/// Open when it is so at any minute asked; unknown when some minute could be.
pub(crate) fn within(ranges: &[Range], from: u16, to: u16) -> OpenState {
    let mut state = OpenState::Closed;
    for range in ranges
        .iter()
        .filter(|range| range.from < to && range.to > from)
    {
        match range.state {
            OpenState::Open => return OpenState::Open,
            OpenState::Unknown => state = OpenState::Unknown,
            OpenState::Closed => {}
        }
    }
    state
}

/// Places by the timetables that they have, whatever the moment.
pub(crate) struct Holders {
    /// With a session for a service, by rank of the service.
    sessions: Vec<RoaringBitmap>,
    /// Without building hours.
    no_building: RoaringBitmap,
    /// Without any timetable.
    silent: RoaringBitmap,
}

impl Holders {
    pub(crate) fn build(slots: &[Slots], sessions: &[Slot]) -> Self {
        let mut by_service = vec![Ranks::default(); Service::ALL.len()];
        let (mut no_building, mut silent) = (Ranks::default(), Ranks::default());
        for (one, rank) in slots.iter().zip(0_u32..) {
            let held = one.of(sessions);
            for slot in held {
                add_to(&mut by_service, slot.services, rank);
            }
            if one.building == NONE {
                no_building.add(rank);
                if held.is_empty() {
                    silent.add(rank);
                }
            }
        }
        Self {
            sessions: bitmaps(by_service),
            no_building: no_building.bitmap(),
            silent: silent.bitmap(),
        }
    }
}

/// Places by their state at a moment.
pub(crate) struct Moment {
    pub(crate) states: States,
    building_open: RoaringBitmap,
    building_unknown: RoaringBitmap,
    /// With a session for a service in that state, by rank of the service.
    sessions_open: Vec<RoaringBitmap>,
    sessions_unknown: Vec<RoaringBitmap>,
    /// With any session in that state.
    any_open: RoaringBitmap,
    any_unknown: RoaringBitmap,
}

impl Snapshot {
    /// The places at a moment, kept from an earlier question or worked out.
    pub(crate) fn moment(&self, when: &When, now: DateTime<Utc>) -> Arc<Moment> {
        let minute = match when {
            When::Now | When::Weekday(..) => now.timestamp().div_euclid(60),
            When::At(_) | When::Date(..) => 0,
        };
        let key = (*when, minute);
        let lock = || {
            let moments = &self.timetables.moments;
            moments.lock().unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(kept) = lock().get(&key) {
            return Arc::clone(kept);
        }
        let states = self.timetables.states(when, now);
        let moment = Arc::new(Moment::build(states, &self.slots, &self.sessions));
        let mut moments = lock();
        if moments.len() >= MOMENTS_KEPT {
            moments.clear();
        }
        moments.insert(key, Arc::clone(&moment));
        moment
    }
}

impl Moment {
    fn build(states: States, slots: &[Slots], sessions: &[Slot]) -> Self {
        let mut open = vec![Ranks::default(); Service::ALL.len()];
        let mut unknown = open.clone();
        let [
            mut building_open,
            mut building_unknown,
            mut any_open,
            mut any_unknown,
        ] = [const { Ranks(Vec::new()) }; 4];
        for (one, rank) in slots.iter().zip(0_u32..) {
            if one.building != NONE {
                match states.of(one.building) {
                    OpenState::Open => building_open.add(rank),
                    OpenState::Unknown => building_unknown.add(rank),
                    OpenState::Closed => {}
                }
            }
            for slot in one.of(sessions) {
                match states.of(slot.timetable) {
                    OpenState::Open => {
                        any_open.add(rank);
                        add_to(&mut open, slot.services, rank);
                    }
                    OpenState::Unknown => {
                        any_unknown.add(rank);
                        add_to(&mut unknown, slot.services, rank);
                    }
                    OpenState::Closed => {}
                }
            }
        }
        Self {
            states,
            building_open: building_open.bitmap(),
            building_unknown: building_unknown.bitmap(),
            sessions_open: bitmaps(open),
            sessions_unknown: bitmaps(unknown),
            any_open: any_open.bitmap(),
            any_unknown: any_unknown.bitmap(),
        }
    }

    /// Keeps of some places those that are surely open for the needs.
    pub(crate) fn open(
        &self,
        holders: &Holders,
        places: &RoaringBitmap,
        needs: ValueSet<Service>,
    ) -> RoaringBitmap {
        if needs.is_empty() {
            return (places & &self.building_open) | (places & &self.any_open);
        }
        let held = meeting(places, &holders.sessions, needs);
        ((places & &self.building_open) - held) | meeting(places, &self.sessions_open, needs)
    }

    /// Keeps of some places those of which nobody knows whether they are open for the needs.
    pub(crate) fn unknown(
        &self,
        holders: &Holders,
        places: &RoaringBitmap,
        needs: ValueSet<Service>,
    ) -> RoaringBitmap {
        let building = places & &self.building_unknown;
        if needs.is_empty() {
            let unknown = building | (places & &self.any_unknown) | (places & &holders.silent);
            return unknown - self.open(holders, places, needs);
        }
        let held = meeting(places, &holders.sessions, needs);
        let unsure = (building | (places & &holders.no_building)) - held;
        let sessions = meeting(places, &self.sessions_unknown, needs)
            - meeting(places, &self.sessions_open, needs);
        unsure | sessions
    }

    /// Keeps of some places those in a state.
    pub(crate) fn keep(
        &self,
        holders: &Holders,
        places: &RoaringBitmap,
        needs: ValueSet<Service>,
        wanted: OpenState,
    ) -> RoaringBitmap {
        match wanted {
            OpenState::Open => self.open(holders, places, needs),
            OpenState::Unknown => self.unknown(holders, places, needs),
            OpenState::Closed => {
                (places - self.open(holders, places, needs)) - self.unknown(holders, places, needs)
            }
        }
    }
}

/// Those of some places that are in the bitmap of any of the needs.
fn meeting(
    places: &RoaringBitmap,
    by_service: &[RoaringBitmap],
    needs: ValueSet<Service>,
) -> RoaringBitmap {
    let of_need = |need: Service| by_service.get(usize::from(need.rank()));
    let met = needs.iter().filter_map(of_need);
    met.fold(RoaringBitmap::new(), |all, of_need| {
        all | (places & of_need)
    })
}

/// Ranks that come in order, some of them twice.
#[derive(Clone, Default)]
struct Ranks(Vec<u32>);

impl Ranks {
    fn add(&mut self, rank: u32) {
        if self.0.last() != Some(&rank) {
            self.0.push(rank);
        }
    }

    fn bitmap(self) -> RoaringBitmap {
        RoaringBitmap::from_sorted_iter(self.0).unwrap_or_default()
    }
}

fn add_to(by_service: &mut [Ranks], services: ValueSet<Service>, rank: u32) {
    for service in services.iter() {
        if let Some(ranks) = by_service.get_mut(usize::from(service.rank())) {
            ranks.add(rank);
        }
    }
}

fn bitmaps(ranks: Vec<Ranks>) -> Vec<RoaringBitmap> {
    ranks.into_iter().map(Ranks::bitmap).collect()
}
