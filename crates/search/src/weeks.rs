//! What places open in the seven days from one on, building and sessions together; and the places of a territory.
//!
//! Places that keep the same hours share them.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use portulan_freshness::Stretch;
use portulan_hours::OpenState;
use portulan_model::TerritoryKey;

use crate::opening::NONE;
use crate::snapshot::Snapshot;

/// Stretches in the order of days and minutes, none of which touches the next.
pub type Week = Arc<[Stretch]>;

impl Snapshot {
    /// What each place opens in seven days, by rank; nothing where its hours are not known.
    #[must_use]
    pub fn weeks(&self, from: NaiveDate) -> Vec<Option<Week>> {
        let mut known: HashMap<Vec<u32>, Week> = HashMap::new();
        let of = |rank: u32| {
            let (slots, sessions) = self.slots(rank)?;
            let building = (slots.building != NONE).then_some(slots.building);
            let held = sessions.iter().map(|slot| slot.timetable);
            let mut tables: Vec<u32> = building.into_iter().chain(held).collect();
            tables.sort_unstable();
            tables.dedup();
            if tables.is_empty() {
                return None;
            }
            if let Some(week) = known.get(&tables) {
                return Some(Arc::clone(week));
            }
            let week: Week = self.open_in(&tables, from).into();
            known.insert(tables, Arc::clone(&week));
            Some(week)
        };
        (0_u32..).take(self.len()).map(of).collect()
    }

    /// The ranks of the places of a territory.
    pub fn ranks_in(&self, territory: &TerritoryKey) -> impl Iterator<Item = u32> {
        self.territories.get(territory).into_iter().flatten()
    }

    fn open_in(&self, tables: &[u32], from: NaiveDate) -> Vec<Stretch> {
        let mut open: Vec<Stretch> = Vec::new();
        for (day, date) in from.iter_days().take(7).enumerate() {
            for table in tables {
                let ranges = self.timetables.day(*table, date);
                let ranges = ranges.iter().filter(|range| range.state == OpenState::Open);
                open.extend(ranges.map(|range| (day, range.from, range.to)));
            }
        }
        open.sort_unstable();
        let mut joined: Vec<Stretch> = Vec::with_capacity(open.len());
        for stretch in open {
            match joined.last_mut() {
                Some(last) if last.0 == stretch.0 && stretch.1 <= last.2 => {
                    last.2 = last.2.max(stretch.2);
                }
                _ => joined.push(stretch),
            }
        }
        joined
    }
}

#[cfg(test)]
mod tests {
    use portulan_geo::Reference;
    use portulan_testkit::PlaceBuilder;

    use super::*;

    #[test]
    fn hours_that_touch_are_one_stretch_and_unknown_ones_are_none() {
        let hours = |text: Option<&str>| {
            let text = text.map(str::to_owned);
            move |record: &mut portulan_model::PlaceRecord| record.hours = text
        };
        let places = [
            PlaceBuilder::new(1).with(hours(Some("Mo 09:00-12:00,12:00-17:00; Tu 14:00-16:00"))),
            PlaceBuilder::new(2).with(hours(None)),
            PlaceBuilder::new(3).with(hours(Some("Mo 09:00-12:00,12:00-17:00; Tu 14:00-16:00"))),
        ];
        let places = places.map(|place| Arc::new(place.build())).into();
        let reference = Reference::embedded().unwrap();
        let snapshot = Snapshot::build(places, &reference);
        // A Monday.
        let weeks = snapshot.weeks(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        let [one, none, other] = &weeks[..] else {
            panic!("three places")
        };
        assert_eq!(one.as_deref(), Some(&[(0, 540, 1_020), (1, 840, 960)][..]));
        assert!(none.is_none());
        assert!(Arc::ptr_eq(one.as_ref().unwrap(), other.as_ref().unwrap()));
        assert_eq!(
            snapshot.ranks_in(&"commune-35238".parse().unwrap()).count(),
            3
        );
        assert_eq!(
            snapshot.ranks_in(&"commune-29019".parse().unwrap()).count(),
            0
        );
    }
}
