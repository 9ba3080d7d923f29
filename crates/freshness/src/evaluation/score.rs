//! Brier score and calibration error of probabilities that can be compared with what happened.

use std::collections::BTreeMap;

use serde::Serialize;

use super::chance::ratio;
use super::rivals::Rival;
use super::{Interval, Observation};
use crate::decay::Decay;
use crate::float;
use crate::value::Value;

/// Bins of equal width over which calibration is measured.
const BINS: usize = 10;
/// Resamples of places.
const RESAMPLES: usize = 1_000;

/// How good probabilities are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// Mean square of what was missed; smaller is better.
    pub brier: f64,
    /// Mean over ten bins of |mean probability − share that held|, weighted by their sizes.
    pub calibration_error: f64,
}

/// What one value did, and what was foretold of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Of {
    /// How many were looked at again.
    pub of: usize,
    /// Share that held.
    pub held: f64,
    /// Mean of what was foretold.
    pub foretold: f64,
}

/// The figures beside their rivals on an interval.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Judged {
    /// Of the figures.
    #[serde(flatten)]
    pub score: Score,
    /// Each value apart.
    pub values: BTreeMap<Value, Of>,
    /// Of each rival.
    pub rivals: BTreeMap<&'static str, Score>,
    /// The rival with the best Brier score on this very interval: chosen in its favour.
    pub best_rival: &'static str,
    /// Its Brier score.
    pub brier_days_since_update: f64,
    /// That score over ours, with its interval over places: above 1 we are better.
    pub ratio_days_since_update: Interval,
}

/// Measures figures and rivals that were set elsewhere.
#[must_use]
pub fn judge(decay: &Decay, rivals: &[Rival], observations: &[Observation]) -> Judged {
    let ours = |seen: &Observation| decay.likelihood(seen.value, seen.span);
    let scored: Vec<(&Rival, Score)> = rivals
        .iter()
        .map(|rival| (rival, score(observations, |seen| rival.likelihood(seen))))
        .collect();
    let best = scored
        .iter()
        .min_by(|one, other| one.1.brier.total_cmp(&other.1.brier));
    let theirs = |seen: &Observation| best.map_or(0.5, |(rival, _)| rival.likelihood(seen));
    let mut places = BTreeMap::<u32, (f64, f64)>::new();
    for seen in observations {
        let sums = places.entry(seen.place).or_default();
        sums.0 += missed(theirs(seen), seen.held);
        sums.1 += missed(ours(seen), seen.held);
    }
    let places: Vec<(f64, f64)> = places.into_values().collect();
    Judged {
        score: score(observations, ours),
        values: each_value(observations, ours),
        best_rival: best.map_or("none", |(rival, _)| rival.slug()),
        brier_days_since_update: best.map_or(f64::NAN, |(_, score)| score.brier),
        ratio_days_since_update: ratio(&places, RESAMPLES, 1),
        rivals: scored
            .into_iter()
            .map(|(rival, score)| (rival.slug(), score))
            .collect(),
    }
}

fn missed(likely: f64, held: bool) -> f64 {
    (likely - f64::from(u8::from(held))).powi(2)
}

fn score(observations: &[Observation], likely: impl Fn(&Observation) -> f64) -> Score {
    let mut bins = BTreeMap::<u32, f64>::new();
    let mut brier = 0.0;
    for seen in observations {
        let likely = likely(seen);
        brier += missed(likely, seen.held);
        // A bin misses by |sum of probabilities − count that held|: sizes cancel out.
        *bins.entry(bin(likely)).or_default() += likely - f64::from(u8::from(seen.held));
    }
    let all = float(observations.len().max(1));
    Score {
        brier: brier / all,
        calibration_error: bins.values().map(|gap| gap.abs()).sum::<f64>() / all,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 0 and the number of bins"
)]
fn bin(likely: f64) -> u32 {
    (likely.clamp(0.0, 1.0 - 1e-12) * float(BINS)) as u32
}

fn each_value(
    observations: &[Observation],
    likely: impl Fn(&Observation) -> f64,
) -> BTreeMap<Value, Of> {
    let mut sums = BTreeMap::<Value, (usize, f64, f64)>::new();
    for seen in observations {
        let sum = sums.entry(seen.value).or_default();
        sum.0 += 1;
        sum.1 += f64::from(u8::from(seen.held));
        sum.2 += likely(seen);
    }
    sums.into_iter()
        .map(|(value, (of, held, foretold))| {
            let count = float(of);
            let each = Of {
                of,
                held: held / count,
                foretold: foretold / count,
            };
            (value, each)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    fn seen(place: u32, held: bool) -> Observation {
        Observation {
            place,
            value: Value::Hours,
            span: Span::default(),
            since: 0,
            held,
        }
    }

    #[test]
    fn who_foretells_the_share_is_calibrated_and_who_knows_is_right() {
        let all: Vec<Observation> = (0..100).map(|rank| seen(rank, rank % 4 != 0)).collect();
        let share = score(&all, |_| 0.75);
        assert!(share.calibration_error < 1e-9);
        assert!((share.brier - 0.1875).abs() < 1e-9);
        let knowing = score(&all, |seen| f64::from(u8::from(seen.held)));
        assert!(knowing.brier < 1e-9 && knowing.calibration_error < 1e-9);
        let wrong = score(&all, |_| 0.25);
        assert!((wrong.calibration_error - 0.5).abs() < 1e-9);
    }

    #[test]
    fn errors_of_one_bin_cannot_hide_in_another() {
        let all: Vec<Observation> = (0..100).map(|rank| seen(rank, rank % 2 == 0)).collect();
        let swapped = score(&all, |seen| if seen.held { 0.05 } else { 0.95 });
        assert!((swapped.calibration_error - 0.95).abs() < 1e-9);
    }
}
