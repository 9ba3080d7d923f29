//! What a call finds, by the order in which places are called: ours, and the oldest first.
//!
//! Each co-ordinator calls the first few of their own territory. Where places are tied (a list gives one date to
//! hundreds), the calls left count the mean of the tied: what drawing among them finds on average.

use std::collections::BTreeMap;

use serde::Serialize;

use super::chance::ratio;
use crate::float;

/// Resamples of territories.
const RESAMPLES: usize = 2_000;

/// A value with the interval that holds it 95 times of 100.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// The value.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What a call to a place would have found.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Finding {
    /// Trips for nothing that it spares: visits, where the place, its hours or its door had changed.
    pub trips: f64,
    /// Kilometres of these trips to the next open place.
    pub kilometres: f64,
    /// Places where one comes for nothing.
    pub useless: f64,
    /// Wrong values, telephone and e-mail too.
    pub values: f64,
}

/// A place that could have been called.
#[derive(Debug, Clone, PartialEq)]
pub struct Called {
    /// The territory whose co-ordinator would call.
    pub territory: String,
    /// Its place in each order that is compared: the greatest first. Ours, oldest first, ours without doubt.
    pub score: f64,
    /// Days since the last known change.
    pub age: f64,
    /// Visits times detour: what is called when doubt is left aside.
    pub busy: f64,
    /// Doubt alone.
    pub doubt: f64,
    /// What the call finds.
    pub finding: Finding,
}

/// Our order beside others, per call.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// Calls counted.
    pub calls: f64,
    /// What a call finds in our order.
    pub ours: Finding,
    /// The oldest first.
    pub oldest_first: Finding,
    /// By visits and distance, without doubt.
    pub busiest_first: Finding,
    /// By doubt, without visits nor distance.
    pub doubt_first: Finding,
    /// Trips spared per call, ours over oldest first.
    pub ratio_oldest_first: Interval,
    /// Kilometres spared per call, likewise.
    pub ratio_oldest_first_kilometres: Interval,
    /// Wrong values found per call when visits and distance are left aside: doubt alone over oldest first.
    pub ratio_oldest_first_values: Interval,
    /// Trips spared per call, ours over visits and distance without doubt: what doubt itself brings.
    pub ratio_busiest_first: Interval,
}

/// Compares, with so many calls in each territory.
#[must_use]
pub fn compare_calls(places: &[Called], calls: usize) -> Comparison {
    let mut territories = BTreeMap::<&str, Vec<&Called>>::new();
    for place in places {
        territories.entry(&place.territory).or_default().push(place);
    }
    let found = |order: fn(&Called) -> f64| -> Vec<Finding> {
        let each = territories.values();
        each.map(|places| first(places, order, calls)).collect()
    };
    let (ours, oldest) = (found(|place| place.score), found(|place| place.age));
    let (busiest, doubt) = (found(|place| place.busy), found(|place| place.doubt));
    let made = territories.values().map(|places| places.len().min(calls));
    let made = float(made.sum());
    let over = |one: &[Finding], other: &[Finding], what: fn(&Finding) -> f64| {
        let pairs = one.iter().map(what).zip(other.iter().map(what));
        ratio(&pairs.collect::<Vec<_>>(), RESAMPLES, 1)
    };
    Comparison {
        calls: made,
        ratio_oldest_first: over(&ours, &oldest, |finding| finding.trips),
        ratio_oldest_first_kilometres: over(&ours, &oldest, |finding| finding.kilometres),
        ratio_oldest_first_values: over(&doubt, &oldest, |finding| finding.values),
        ratio_busiest_first: over(&ours, &busiest, |finding| finding.trips),
        ours: per_call(&ours, made),
        oldest_first: per_call(&oldest, made),
        busiest_first: per_call(&busiest, made),
        doubt_first: per_call(&doubt, made),
    }
}

/// What the first calls of a territory find.
fn first(places: &[&Called], order: fn(&Called) -> f64, calls: usize) -> Finding {
    let mut sorted: Vec<&Called> = places.to_vec();
    sorted.sort_by(|one, other| order(other).total_cmp(&order(one)));
    let mut left = float(calls);
    let mut found = Finding::default();
    for tied in sorted.chunk_by(|one, other| order(one).total_cmp(&order(other)).is_eq()) {
        let many = float(tied.len());
        let part = left.min(many) / many;
        for place in tied {
            found = found.plus(&place.finding, part);
        }
        left -= left.min(many);
    }
    found
}

fn per_call(found: &[Finding], calls: f64) -> Finding {
    let part = 1.0 / calls.max(1.0);
    found
        .iter()
        .fold(Finding::default(), |sum, one| sum.plus(one, part))
}

impl Finding {
    fn plus(self, other: &Self, part: f64) -> Self {
        Self {
            trips: self.trips + other.trips * part,
            kilometres: self.kilometres + other.kilometres * part,
            useless: self.useless + other.useless * part,
            values: self.values + other.values * part,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(territory: u32, score: f64, age: f64, trips: f64) -> Called {
        Called {
            territory: territory.to_string(),
            score,
            age,
            busy: 1.0,
            doubt: 1.0,
            finding: Finding {
                trips,
                kilometres: trips,
                useless: 1.0,
                values: 1.0,
            },
        }
    }

    #[test]
    fn each_territory_calls_its_own_first() {
        let places: Vec<Called> = (0..30)
            .flat_map(|territory| {
                [
                    place(territory, 2.0, 1.0, 6.0),
                    place(territory, 1.0, 2.0, 2.0),
                ]
            })
            .collect();
        let found = compare_calls(&places, 1);
        assert!((found.calls - 30.0).abs() < 1e-9);
        assert!((found.ours.trips - 6.0).abs() < 1e-9);
        assert!((found.ratio_oldest_first.value - 3.0).abs() < 1e-9);
        assert!((found.ratio_oldest_first_values.value - 1.0).abs() < 1e-9);
    }

    #[test]
    fn tied_places_count_their_mean() {
        let places = [place(1, 3.0, 5.0, 6.0), place(1, 2.0, 5.0, 2.0)];
        let found = compare_calls(&places, 1);
        assert!((found.oldest_first.trips - 4.0).abs() < 1e-9);
    }
}
