//! Whom a co-ordinator calls first: where a wrong record costs most.
//!
//! ```text
//! score = (visits + 1) · doubt · detour
//! doubt = 1 - P(there) · P(hours) · P(address)     what makes a trip useless: a wrong number is found out before
//! detour = kilometres to the next place that is open when this one says that it is, from 0.5 to 30
//! ```
//!
//! A place that nobody looked at yet counts one visit, so that it is called some day. Each line keeps its factors: a
//! co-ordinator sees why a place comes first.

use chrono::NaiveDate;
use portulan_model::{FieldOrigin, PlaceField, PlaceRecord};

use crate::decay::{Decay, Span};
use crate::outlook::{goes_about, span};
use crate::value::Value;

/// Kilometres that the next door costs at least: one has come for nothing all the same.
const LEAST_KM: f64 = 0.5;
/// Kilometres beyond which nobody goes: about an hour by bus.
pub(crate) const MOST_KM: f64 = 30.0;

/// How doubtful a trip to a place is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Doubt {
    /// The probability that one comes for nothing, from 0 to 1.
    pub share: f64,
    /// What is doubted most.
    pub most: Value,
}

/// A place that may be called.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<T> {
    /// Which.
    pub id: T,
    /// How often its page was looked at, in any unit that is the same for all.
    pub visits: f64,
    /// How doubtful it is.
    pub doubt: Doubt,
    /// Metres to the next open place; nothing where there is none.
    pub detour_m: Option<f64>,
}

/// A line of the list, with its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Call<T> {
    /// Which.
    pub id: T,
    /// What the call is worth: kilometres that visitors would go for nothing.
    pub score: f64,
    /// Visits counted, with the one that each place has.
    pub visits: f64,
    /// How doubtful it is, and what most.
    pub doubt: Doubt,
    /// Kilometres to the next open place, within bounds.
    pub detour_km: f64,
}

/// The calls, the most useful first; equal ones by id.
pub fn call_list<T: Ord>(candidates: impl IntoIterator<Item = Candidate<T>>) -> Vec<Call<T>> {
    let mut calls: Vec<Call<T>> = candidates.into_iter().map(call).collect();
    calls.sort_by(|one, other| {
        other
            .score
            .total_cmp(&one.score)
            .then_with(|| one.id.cmp(&other.id))
    });
    calls
}

fn call<T>(candidate: Candidate<T>) -> Call<T> {
    let visits = candidate.visits.max(0.0) + 1.0;
    let kilometres = candidate
        .detour_m
        .map_or(MOST_KM, |metres| metres / 1_000.0);
    let detour_km = kilometres.clamp(LEAST_KM, MOST_KM);
    Call {
        id: candidate.id,
        score: visits * candidate.doubt.share * detour_km,
        visits,
        doubt: candidate.doubt,
        detour_km,
    }
}

impl Doubt {
    /// Of what may each make a trip useless, with how likely each still holds.
    #[must_use]
    pub fn of(values: &[(Value, f64)]) -> Self {
        let weakest = values.iter().min_by(|one, other| one.1.total_cmp(&other.1));
        Self {
            share: 1.0 - values.iter().map(|(_, likely)| likely).product::<f64>(),
            most: weakest.map_or(Value::Presence, |(value, _)| *value),
        }
    }
}

/// How doubtful a trip to a place is on a day. A person's word that it is open counts for its presence.
#[must_use]
pub fn trip_doubt(record: &PlaceRecord, today: NaiveDate) -> Doubt {
    let itinerant = goes_about(record);
    let likely = |value, origin: &FieldOrigin| {
        let decay = Decay::in_use();
        let span = span(origin, itinerant, today).unwrap_or(Span {
            days: decay.undated_days,
            opening_days: 0,
            itinerant,
        });
        (value, decay.likelihood(value, span))
    };
    let provenance = &record.provenance;
    let mut presence = provenance.record.clone();
    if let Some(vouch) = provenance.vouch.filter(|vouch| vouch.open) {
        presence.dated = presence.dated.max(Some(vouch.at.date_naive()));
    }
    let mut values = vec![likely(Value::Presence, &presence)];
    let looked_at = [
        PlaceField::Horaires,
        PlaceField::Permanences,
        PlaceField::Adresse,
    ];
    for field in looked_at
        .into_iter()
        .filter(|field| !field.is_absent(record))
    {
        values.push(likely(Value::of(field), provenance.origin(field)));
    }
    Doubt::of(&values)
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use portulan_testkit::builders::PlaceBuilder;

    use super::*;

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();

    fn candidate(id: u32, visits: f64, share: f64, detour_m: Option<f64>) -> Candidate<u32> {
        let doubt = Doubt {
            share,
            most: Value::Hours,
        };
        Candidate {
            id,
            visits,
            doubt,
            detour_m,
        }
    }

    #[test]
    fn each_factor_alone_puts_a_place_first() {
        let first = |other: Candidate<u32>| {
            let plain = candidate(1, 10.0, 0.3, Some(2_000.0));
            call_list([plain, other]).first().unwrap().id
        };
        assert_eq!(first(candidate(2, 11.0, 0.3, Some(2_000.0))), 2);
        assert_eq!(first(candidate(2, 10.0, 0.4, Some(2_000.0))), 2);
        assert_eq!(first(candidate(2, 10.0, 0.3, Some(3_000.0))), 2);
        assert_eq!(first(candidate(2, 10.0, 0.3, None)), 2);
        assert_eq!(first(candidate(2, 10.0, 0.3, Some(2_000.0))), 1);
    }

    #[test]
    fn what_nobody_looked_at_is_still_called_and_what_is_sure_is_not_first() {
        let calls = call_list([
            candidate(1, 1_000.0, 0.0, None),
            candidate(2, 0.0, 0.2, Some(100.0)),
        ]);
        let ids: Vec<u32> = calls.iter().map(|call| call.id).collect();
        assert_eq!(ids, [2, 1]);
        assert!((calls[0].score - 0.2 * LEAST_KM).abs() < 1e-9);
    }

    #[test]
    fn the_longer_nobody_said_anything_the_more_doubtful_a_trip() {
        let doubt = |days: Option<u64>| {
            let place = PlaceBuilder::new(1).with(|record| {
                record.hours = Some("Mo-Fr 09:00-17:00".to_owned());
                record.provenance.record.dated =
                    days.and_then(|days| TODAY.checked_sub_days(Days::new(days)));
            });
            trip_doubt(&place.build().record, TODAY)
        };
        let order = [Some(1), Some(100), Some(400), None].map(|days| doubt(days).share);
        assert!(order.is_sorted(), "{order:?}");
        assert_eq!(doubt(Some(100)).most, Value::Hours);
    }
}
