//! How the figures are set and judged: values seen at one date and looked at again at another.
//!
//! [`fit`] sets the figures on one interval; [`judge`] measures them, and rivals that only know the days since the last
//! update, on another; [`compare_calls`] counts what a call finds. Reading lists and telling whether a value changed is
//! the caller's.

mod calls;
mod chance;
mod fit;
mod rivals;
mod score;

pub use calls::{Called, Comparison, Finding, Interval, compare_calls};
pub use fit::fit;
pub use rivals::{Rival, rivals};
pub use score::{Judged, Of, Score, judge};

use crate::decay::Span;
use crate::value::Value;

/// A value of a place, looked at again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observation {
    /// Which place: observations of one place are not independent.
    pub place: u32,
    /// Which value.
    pub value: Value,
    /// The time between the two looks.
    pub span: Span,
    /// Days between the second look and the last change that is known: of the value where one was seen, else the
    /// opening of the place.
    pub since: u32,
    /// Whether it was still true.
    pub held: bool,
}

/// Observations that a curve cannot tell apart, counted.
struct Cell {
    value: Value,
    span: Span,
    held: f64,
    lost: f64,
}

fn cells(observations: &[Observation]) -> Vec<Cell> {
    let mut counted = std::collections::BTreeMap::<(Value, Span), (f64, f64)>::new();
    for observation in observations {
        let count = counted
            .entry((observation.value, observation.span))
            .or_default();
        if observation.held {
            count.0 += 1.0;
        } else {
            count.1 += 1.0;
        }
    }
    counted
        .into_iter()
        .map(|((value, span), (held, lost))| Cell {
            value,
            span,
            held,
            lost,
        })
        .collect()
}

/// Minus the logarithm of how likely what was seen is; a probability of 0 or 1 is never believed.
fn surprise(likely: f64, held: f64, lost: f64) -> f64 {
    let likely = likely.clamp(1e-9, 1.0 - 1e-9);
    -(held * likely.ln() + lost * (1.0 - likely).ln())
}
