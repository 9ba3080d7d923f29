//! Sets the figures on one interval, by the likelihood of what was seen.
//!
//! Rates and the two multipliers follow from each value apart. The spread cannot be seen so, since one interval has one
//! length: it follows from how the changes of one place come together. Where places differ in how often they change,
//! some have several values changed and many have none.

use std::collections::BTreeMap;

use super::{Cell, Observation, cells, surprise};
use crate::decay::{Decay, Span};
use crate::value::Value;

/// Spreads that are tried, in halves.
const SPREADS: u32 = 12;
/// Rounds over all figures; they settle long before.
const ROUNDS: usize = 40;
/// Step of the numerical derivatives, in logarithm.
const STEP: f64 = 1e-3;
/// Values whose changes in one place are counted together: those that a place itself writes.
const TOGETHER: [Value; 4] = [Value::Hours, Value::Phone, Value::Email, Value::Address];

/// A figure that is set.
#[derive(Clone, Copy)]
enum Knob {
    Rate(Value),
    Opening,
    Itinerant,
}

/// The figures most likely for what was seen; thresholds and what was not seen are kept from `start`.
#[must_use]
pub fn fit(observations: &[Observation], start: &Decay) -> Decay {
    let (cells, patterns) = (cells(observations), patterns(observations));
    let tried = (0..=SPREADS).map(|halves| {
        let spread = f64::from(halves) / 2.0;
        let fitted = rates(&cells, start, spread);
        (joint(&patterns, &fitted), fitted)
    });
    tried
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map_or_else(Decay::default, |(_, fitted)| fitted)
}

/// Rates and multipliers for a spread: one Newton step per figure and round, on logarithms.
fn rates(cells: &[Cell], start: &Decay, spread: f64) -> Decay {
    let mut decay = Decay {
        spread,
        opening: 1.0,
        itinerant: 1.0,
        ..start.clone()
    };
    let knobs = Value::MEASURED.into_iter().map(Knob::Rate);
    let knobs: Vec<Knob> = knobs.chain([Knob::Opening, Knob::Itinerant]).collect();
    for _ in 0..ROUNDS {
        for knob in &knobs {
            let at = |step: f64| unlikely(cells, &turned(&decay, *knob, step));
            let (here, up, down) = (at(0.0), at(STEP), at(-STEP));
            let slope = (up - down) / (2.0 * STEP);
            let curve = ((up - 2.0 * here + down) / (STEP * STEP)).abs().max(1e-6);
            decay = turned(&decay, *knob, (-slope / curve).clamp(-1.0, 1.0));
        }
    }
    decay
}

fn turned(decay: &Decay, knob: Knob, step: f64) -> Decay {
    let mut turned = decay.clone();
    match knob {
        Knob::Rate(value) => {
            if let Some(rate) = turned.rates.get_mut(&value) {
                *rate *= step.exp();
            }
        }
        Knob::Opening => turned.opening *= step.exp(),
        Knob::Itinerant => turned.itinerant *= step.exp(),
    }
    turned
}

/// Multipliers are believed to be near one until the data say otherwise: a normal prior of deviation 1 on logarithms.
fn unlikely(cells: &[Cell], decay: &Decay) -> f64 {
    let prior = f64::midpoint(decay.opening.ln().powi(2), decay.itinerant.ln().powi(2));
    let seen = cells.iter().map(|cell| {
        let likely = decay.likelihood(cell.value, cell.span);
        surprise(likely, cell.held, cell.lost)
    });
    prior + seen.sum::<f64>()
}

/// What became of the values of a place, with how many places had the same.
type Pattern = Vec<(Value, Span, bool)>;

fn patterns(observations: &[Observation]) -> Vec<(Pattern, f64)> {
    let mut places = BTreeMap::<u32, Pattern>::new();
    for observation in observations {
        if TOGETHER.contains(&observation.value) {
            let seen = (observation.value, observation.span, observation.held);
            places.entry(observation.place).or_default().push(seen);
        }
    }
    let mut counted = BTreeMap::<Pattern, f64>::new();
    for pattern in places.into_values() {
        *counted.entry(pattern).or_default() += 1.0;
    }
    counted.into_iter().collect()
}

/// How likely whole places are, in logarithm, when the values of one place share its pace.
fn joint(patterns: &[(Pattern, f64)], decay: &Decay) -> f64 {
    let each = patterns.iter().map(|(pattern, count)| {
        let load = |value, span| decay.load(value, span).unwrap_or_default();
        let kept = pattern.iter().filter(|(_, _, held)| *held);
        let kept: f64 = kept.map(|(value, span, _)| load(*value, *span)).sum();
        let lost = pattern.iter().filter(|(_, _, held)| !held);
        let lost: Vec<f64> = lost.map(|(value, span, _)| load(*value, *span)).collect();
        count * all_lost(decay, kept, &lost).max(1e-12).ln()
    });
    each.sum()
}

/// The probability that some hold and all others are lost, by inclusion and exclusion.
fn all_lost(decay: &Decay, load: f64, lost: &[f64]) -> f64 {
    match lost.split_first() {
        None => decay.held(load),
        Some((first, rest)) => all_lost(decay, load, rest) - all_lost(decay, load + first, rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places that lose values as a curve says, by counting and not by chance: place `n` of a thousand has pace `n`.
    fn seen(spread: bool) -> Vec<Observation> {
        let mut seen = Vec::new();
        for place in 0..1_000_u32 {
            // Half of the places never change, or all change alike.
            let paces: [f64; 2] = if spread { [0.0, 2.0] } else { [1.0, 1.0] };
            let pace = if place % 2 == 0 { paces[0] } else { paces[1] };
            for (rank, (value, load)) in [(Value::Hours, 0.4), (Value::Phone, 0.2)]
                .into_iter()
                .enumerate()
            {
                let likely = (-load * pace).exp();
                let step = if rank == 0 { place / 2 } else { place / 2 * 7 };
                let held = f64::from(step % 500) / 500.0 < likely;
                seen.push(Observation {
                    place,
                    value,
                    span: Span {
                        days: 200,
                        opening_days: 0,
                        itinerant: place % 10 == 0,
                    },
                    since: 200,
                    held,
                });
            }
        }
        seen
    }

    #[test]
    fn the_share_that_held_is_found_again() {
        let seen = seen(false);
        let fitted = fit(&seen, Decay::in_use());
        for value in [Value::Hours, Value::Phone] {
            let of = seen.iter().filter(|one| one.value == value);
            let held = of.filter(|one| one.held).count();
            let share = crate::float(held) / 1_000.0;
            let span = Span {
                days: 200,
                opening_days: 0,
                itinerant: false,
            };
            assert!((fitted.likelihood(value, span) - share).abs() < 0.01);
        }
    }

    #[test]
    fn places_that_differ_make_a_spread_and_alike_ones_none() {
        let alike = fit(&seen(false), Decay::in_use());
        let different = fit(&seen(true), Decay::in_use());
        assert!(alike.spread < 0.6, "{}", alike.spread);
        assert!(different.spread >= 0.5, "{}", different.spread);
        assert!(different.spread > alike.spread);
    }
}
