//! What can be said from the days since the last update alone, each as strong as it can be made on the same interval.

use super::{Cell, Observation, cells, surprise};
use crate::decay::Decay;

/// Newton rounds of the logistic curve.
const ROUNDS: usize = 50;
/// Halvings of the bracket of a rate, and its ends, per day in logarithm.
const HALVINGS: usize = 80;
const RATES_LN: (f64, f64) = (-16.0, -1.0);

/// A rule that knows days and nothing else.
#[derive(Debug, Clone, PartialEq)]
pub enum Rival {
    /// The former rule of Portulan: sure for half a year, half sure for a year, then wrong.
    Thresholds,
    /// One exponential for all values.
    OneRate {
        /// Per day.
        rate: f64,
    },
    /// The curve of [`Decay`], with its spread, for all values alike.
    OneCurve {
        /// Rate per day.
        rate: f64,
        /// Spread.
        spread: f64,
    },
    /// A logistic curve of the logarithm of the days since the last known change of the value.
    Logistic {
        /// Intercept.
        constant: f64,
        /// Per unit of `ln(1 + days)`.
        slope: f64,
    },
}

impl Rival {
    /// Its name in reports.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::Thresholds => "thresholds",
            Self::OneRate { .. } => "one-rate",
            Self::OneCurve { .. } => "one-curve",
            Self::Logistic { .. } => "logistic",
        }
    }

    /// How likely it holds that a value still is.
    #[must_use]
    pub fn likelihood(&self, observation: &Observation) -> f64 {
        let days = f64::from(observation.span.days);
        match self {
            Self::Thresholds if observation.span.days <= 183 => 1.0,
            Self::Thresholds if observation.span.days <= 365 => 0.5,
            Self::Thresholds => 0.0,
            Self::OneRate { rate } => (-rate * days).exp(),
            Self::OneCurve { rate, spread } => curve(rate * days, *spread),
            Self::Logistic { constant, slope } => {
                logistic(constant + slope * f64::from(observation.since).ln_1p())
            }
        }
    }
}

/// All of them, set on an interval; `spread` is that of the curve they are compared with.
#[must_use]
pub fn rivals(observations: &[Observation], fitted: &Decay) -> Vec<Rival> {
    let cells = cells(observations);
    let spread = fitted.spread;
    vec![
        Rival::Thresholds,
        Rival::OneRate {
            rate: best_rate(&cells, |load| (-load).exp()),
        },
        Rival::OneCurve {
            rate: best_rate(&cells, |load| curve(load, spread)),
            spread,
        },
        best_logistic(observations),
    ]
}

fn curve(load: f64, spread: f64) -> f64 {
    Decay {
        spread,
        ..Decay::default()
    }
    .held(load)
}

fn logistic(score: f64) -> f64 {
    1.0 / (1.0 + (-score).exp())
}

/// The likeliest rate, by halving a bracket (the likelihood has one top).
fn best_rate(cells: &[Cell], held: impl Fn(f64) -> f64) -> f64 {
    let unlikely = |log_rate: f64| -> f64 {
        let each = cells.iter().map(|cell| {
            let load = log_rate.exp() * f64::from(cell.span.days);
            surprise(held(load), cell.held, cell.lost)
        });
        each.sum()
    };
    let (mut low, mut high) = RATES_LN;
    for _ in 0..HALVINGS {
        let third = (high - low) / 3.0;
        if unlikely(low + third) < unlikely(high - third) {
            high -= third;
        } else {
            low += third;
        }
    }
    f64::midpoint(low, high).exp()
}

/// Newton's method on both coefficients, with a weak prior that keeps them finite.
fn best_logistic(observations: &[Observation]) -> Rival {
    let (mut constant, mut slope) = (0.0, 0.0);
    for _ in 0..ROUNDS {
        let (mut g0, mut g1) = (-1e-3 * constant, -1e-3 * slope);
        let (mut h00, mut h01, mut h11) = (1e-3, 0.0, 1e-3);
        for observation in observations {
            let x = f64::from(observation.since).ln_1p();
            let likely = logistic(constant + slope * x);
            let miss = f64::from(u8::from(observation.held)) - likely;
            let weight = likely * (1.0 - likely);
            g0 += miss;
            g1 += miss * x;
            h00 += weight;
            h01 += weight * x;
            h11 += weight * x * x;
        }
        let determinant = h00 * h11 - h01 * h01;
        if determinant.abs() < 1e-12 {
            break;
        }
        constant += (h11 * g0 - h01 * g1) / determinant;
        slope += (h00 * g1 - h01 * g0) / determinant;
    }
    Rival::Logistic { constant, slope }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, Value};

    fn seen(days: u32, held: bool) -> Observation {
        Observation {
            place: 0,
            value: Value::Hours,
            span: Span {
                days,
                ..Span::default()
            },
            since: days,
            held,
        }
    }

    #[test]
    fn each_rival_gives_the_share_that_it_was_set_on() {
        let all: Vec<Observation> = (0..400).map(|rank| seen(100, rank % 4 != 0)).collect();
        let decay = Decay::in_use();
        for rival in rivals(&all, decay).into_iter().skip(1) {
            let likely = rival.likelihood(&seen(100, true));
            assert!((likely - 0.75).abs() < 0.01, "{rival:?}: {likely}");
            let later = rival.likelihood(&seen(400, true));
            assert!(rival.slug() == "logistic" || later < likely, "{rival:?}");
        }
    }

    #[test]
    fn a_logistic_curve_learns_that_age_counts() {
        let young = (0..300).map(|rank| seen(30, rank % 10 != 0));
        let old = (0..300).map(|rank| seen(900, rank % 2 != 0));
        let all: Vec<Observation> = young.chain(old).collect();
        let logistic = best_logistic(&all);
        assert!((logistic.likelihood(&seen(30, true)) - 0.9).abs() < 0.01);
        assert!((logistic.likelihood(&seen(900, true)) - 0.5).abs() < 0.01);
    }
}
