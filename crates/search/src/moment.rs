//! The state of every distinct timetable at a moment, from day tables that are kept.
//!
//! Many places keep the same hours: a timetable is stored once, and judged once per question. What it opens on a day is
//! worked out once per day and kept for the next questions.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, NaiveDate, Utc};
use portulan_hours::{OpenState, Range, Timetable, Zone};

use crate::when::When;

/// Days kept: two weeks of questions.
const DAYS_KEPT: usize = 16;

/// What each timetable opens on a day, by rank.
type Day = Arc<Vec<Box<[Range]>>>;

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
}

impl Timetables {
    pub(crate) fn new(all: Vec<Timetable>) -> Self {
        Self {
            all,
            days: Mutex::new(HashMap::new()),
        }
    }

    pub(crate) fn get(&self, rank: u32) -> Option<&Timetable> {
        usize::try_from(rank)
            .ok()
            .and_then(|rank| self.all.get(rank))
    }

    /// The state of each timetable when asked, on its own clock.
    pub(crate) fn states(&self, when: &When, now: DateTime<Utc>) -> States {
        let mut zones: Vec<(Zone, (u16, u16), Day)> = Vec::new();
        let mut states = Vec::with_capacity(self.all.len());
        for (rank, timetable) in self.all.iter().enumerate() {
            let zone = timetable.zone();
            let known = zones.iter().position(|(known, ..)| *known == zone);
            let known = known.unwrap_or_else(|| {
                let (day, from, to) = when.window(zone.local(now));
                zones.push((zone, (from, to), self.day(day)));
                zones.len() - 1
            });
            let state = zones
                .get(known)
                .and_then(|(_, (from, to), day)| Some(within(day.get(rank)?, *from, *to)));
            states.push(state.unwrap_or(OpenState::Unknown));
        }
        States(states)
    }

    fn day(&self, date: NaiveDate) -> Day {
        let mut days = self.days.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(day) = days.get(&date) {
            return Arc::clone(day);
        }
        if days.len() >= DAYS_KEPT {
            days.clear();
        }
        let day: Day = Arc::new(
            self.all
                .iter()
                .map(|timetable| timetable.day(date).into_boxed_slice())
                .collect(),
        );
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
