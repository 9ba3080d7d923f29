//! The call list on real places: what each call would have found, had it been made when the second vintage came out.

use std::collections::HashMap;

use portulan_freshness::evaluation::{Called, Comparison, Finding, compare_calls};
use portulan_freshness::{Candidate, Decay, Detours, Doubt, Value, call_list, opens_instead};
use portulan_geo::Reference;

use super::lists::Row;
use super::pairs::{Interval, Pair};
use crate::commands::bench::timing::float;

/// Calls of a co-ordinator in a week, in their département.
pub(super) const CALLS: usize = 5;
/// Visits of a place whose commune is not known.
const UNKNOWN_VISITS: f64 = 1_000.0;
/// What makes a trip useless.
const TRIP: [Value; 3] = [Value::Presence, Value::Hours, Value::Address];

/// Compares our list with others. Visits are not published: the inhabitants of the commune stand for them, shared among
/// its places.
pub(super) fn compare(interval: &Interval<'_>, reference: &Reference) -> Comparison {
    let rows: Vec<&Row> = interval.pairs.iter().map(|pair| pair.before).collect();
    let mut shared = HashMap::<&str, usize>::new();
    for row in &rows {
        *shared.entry(&row.commune).or_default() += 1;
    }
    let spots: Vec<_> = rows.iter().map(|row| row.position).collect();
    let would_do = |one: usize, other: usize| match (rows.get(one), rows.get(other)) {
        (Some(one), Some(other)) => opens_instead(one.week.as_deref(), other.week.as_deref()),
        _ => false,
    };
    let near = Detours::among(&spots);
    let detours: Vec<_> = (0..rows.len())
        .map(|rank| near.of(rank, would_do))
        .collect();
    let candidates = interval.pairs.iter().zip(&detours).enumerate();
    let calls = call_list(candidates.map(|(rank, (pair, detour))| {
        let among = float(
            shared
                .get(pair.before.commune.as_str())
                .copied()
                .unwrap_or(1),
        );
        Candidate {
            id: rank,
            visits: inhabitants(reference, &pair.before.commune) / among,
            doubt: doubt(interval, pair),
            detour_m: *detour,
        }
    }));
    let called = calls.into_iter().filter_map(|call| {
        let pair = interval.pairs.get(call.id)?;
        Some(Called {
            territory: pair.before.department.clone(),
            score: call.score,
            age: age(interval, pair),
            busy: call.visits * call.detour_km,
            doubt: call.doubt.share,
            finding: finding(pair, call.visits, call.detour_km),
        })
    });
    compare_calls(&called.collect::<Vec<_>>(), CALLS)
}

fn doubt(interval: &Interval<'_>, pair: &Pair<'_>) -> Doubt {
    let row = pair.before;
    let given = TRIP.into_iter().filter(|value| match value {
        Value::Hours => row.week.is_some(),
        Value::Address => !row.street.trim().is_empty(),
        _ => true,
    });
    let span = interval.span(row);
    let likely = given.map(|value| (value, Decay::in_use().likelihood(value, span)));
    Doubt::of(&likely.collect::<Vec<_>>())
}

/// Days since anything of the place is known to have changed.
fn age(interval: &Interval<'_>, pair: &Pair<'_>) -> f64 {
    let values = Value::MEASURED.into_iter();
    let days = values.map(|value| interval.since(pair.before, value)).min();
    f64::from(days.unwrap_or_default())
}

fn finding(pair: &Pair<'_>, visits: f64, detour_km: f64) -> Finding {
    let lost = pair.values.iter().filter(|(_, held)| !held);
    let lost: Vec<Value> = lost.map(|(value, _)| *value).collect();
    let useless = TRIP.iter().any(|value| lost.contains(value));
    let useless = if useless { 1.0 } else { 0.0 };
    Finding {
        trips: visits * useless,
        kilometres: visits * detour_km * useless,
        useless,
        values: float(lost.len()),
    }
}

fn inhabitants(reference: &Reference, commune: &str) -> f64 {
    let code = commune.parse().ok();
    let known = code.and_then(|code| reference.commune(&code)?.population);
    known.map_or(UNKNOWN_VISITS, f64::from)
}
