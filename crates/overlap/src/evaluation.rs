//! How the comparison is judged on labelled pairs: precision, recall and F1 of each label and of all, with intervals; and
//! what its time is measured on.
//!
//! Pairs of one family are one case told by one author: intervals come from drawing whole families again and again
//! (bootstrap), never single pairs.

mod chance;
pub mod every_pair;
mod plans;

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use self::chance::Chance;
pub use self::plans::Plans;
use crate::compared::Label;

/// So many draws make an interval.
pub const DRAWS: usize = 2_000;
/// One draw in forty is left out at each end: 95 % remain.
const TAIL: usize = 40;

/// A labelled pair, as `evaluation/overlap` has it; why it is so labelled is not read.
#[derive(Debug, Clone, Deserialize)]
pub struct Labelled {
    /// One record.
    pub a: String,
    /// The other.
    pub b: String,
    label: String,
    /// Whether reading titles only would mislead.
    pub hard: bool,
    /// The case it belongs to, for intervals alone.
    pub family: String,
}

impl Labelled {
    /// The label; none where nothing overlaps.
    #[must_use]
    pub fn label(&self) -> Option<Label> {
        Label::from_slug(&self.label)
    }
}

/// A pair judged.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The label by hand.
    pub wanted: Option<Label>,
    /// What was found.
    pub found: Option<Label>,
    /// The case it belongs to.
    pub family: String,
}

/// A figure and the ends of its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Figure {
    /// The figure; not a number when there is nothing to count.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What was found of one label, or of all.
#[derive(Debug, Clone, Serialize)]
pub struct Measure {
    /// Found, and rightly so.
    pub found: u32,
    /// Not found, or found as another.
    pub missed: u32,
    /// Found wrongly.
    pub wrong: u32,
    /// Of what is found, how much is right.
    pub precision: Figure,
    /// Of what is there, how much is found.
    pub recall: Figure,
    /// Harmonic mean of both.
    pub f1: Figure,
}

/// All measures.
#[derive(Debug, Clone, Serialize)]
pub struct Measures {
    /// Over all labels that are overlaps; a wrong label counts as missed and as wrong.
    pub all: Measure,
    /// Of each label.
    pub labels: BTreeMap<&'static str, Measure>,
    /// How many pairs.
    pub pairs: usize,
    /// How many families.
    pub families: usize,
}

#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    found: u32,
    missed: u32,
    wrong: u32,
}

impl Tally {
    fn count(&mut self, judged: &Judged, of: Option<Label>) {
        let is = |label: Option<Label>| label.is_some() && of.is_none_or(|of| label == Some(of));
        let right = judged.wanted == judged.found;
        if is(judged.wanted) && right {
            self.found += 1;
        } else {
            self.missed += u32::from(is(judged.wanted));
            self.wrong += u32::from(is(judged.found));
        }
    }

    fn add(&mut self, other: Self) {
        self.found += other.found;
        self.missed += other.missed;
        self.wrong += other.wrong;
    }

    /// Precision, recall, F1.
    fn figures(self) -> [f64; 3] {
        let share = |of: u32| f64::from(self.found) / f64::from(self.found + of);
        let twice = 2.0 * f64::from(self.found);
        let f1 = twice / (twice + f64::from(self.missed) + f64::from(self.wrong));
        [share(self.wrong), share(self.missed), f1]
    }
}

/// Measures judged pairs. The same pairs give the same intervals: the draws follow from a fixed seed.
#[must_use]
pub fn measures(judged: &[Judged]) -> Measures {
    let mut families: HashMap<&str, usize> = HashMap::new();
    for one in judged {
        let next = families.len();
        families.entry(&one.family).or_insert(next);
    }
    let of = |label: Option<Label>| {
        let mut tallies = vec![Tally::default(); families.len()];
        for one in judged {
            let rank = families.get(one.family.as_str()).copied().unwrap_or(0);
            if let Some(tally) = tallies.get_mut(rank) {
                tally.count(one, label);
            }
        }
        measure(&tallies)
    };
    Measures {
        all: of(None),
        labels: Label::ALL
            .into_iter()
            .map(|label| (label.slug(), of(Some(label))))
            .collect(),
        pairs: judged.len(),
        families: families.len(),
    }
}

fn measure(families: &[Tally]) -> Measure {
    let mut whole = Tally::default();
    for one in families {
        whole.add(*one);
    }
    let mut draws: [Vec<f64>; 3] = [const { Vec::new() }; 3];
    let mut chance = Chance::of(0x9e37_79b9_7f4a_7c15);
    for _ in 0..DRAWS {
        let mut drawn = Tally::default();
        for _ in families {
            let at = chance.below(families.len());
            drawn.add(families.get(at).copied().unwrap_or_default());
        }
        for (list, figure) in draws.iter_mut().zip(drawn.figures()) {
            if figure.is_finite() {
                list.push(figure);
            }
        }
    }
    let [precision, recall, f1] = whole.figures();
    let [precisions, recalls, f1s] = draws;
    Measure {
        found: whole.found,
        missed: whole.missed,
        wrong: whole.wrong,
        precision: figure(precision, precisions),
        recall: figure(recall, recalls),
        f1: figure(f1, f1s),
    }
}

fn figure(value: f64, mut draws: Vec<f64>) -> Figure {
    draws.sort_unstable_by(f64::total_cmp);
    let cut = draws.len() / TAIL;
    let at = |rank: usize| draws.get(rank).copied().unwrap_or(f64::NAN);
    Figure {
        value,
        low: at(cut),
        high: at(draws.len().saturating_sub(cut + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(wanted: Option<Label>, found: Option<Label>, family: &str) -> Judged {
        Judged {
            wanted,
            found,
            family: family.to_owned(),
        }
    }

    #[test]
    fn a_wrong_label_is_missed_and_wrong() {
        let some = [
            judged(Some(Label::SamePost), Some(Label::SamePost), "a"),
            judged(Some(Label::SamePost), Some(Label::SameCost), "b"),
            judged(None, Some(Label::SameCost), "b"),
            judged(None, None, "c"),
        ];
        let measures = measures(&some);
        let all = &measures.all;
        assert_eq!((all.found, all.missed, all.wrong), (1, 1, 2));
        assert_eq!(measures.families, 3);
        let post = &measures.labels["same-post"];
        assert_eq!((post.found, post.missed, post.wrong), (1, 1, 0));
        assert!((post.f1.value - 2.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn the_interval_holds_the_figure_and_never_changes() {
        let some: Vec<Judged> = (0..40)
            .map(|rank| {
                let found = (rank % 8 != 0).then_some(Label::SameCost);
                judged(Some(Label::SameCost), found, &(rank / 2).to_string())
            })
            .collect();
        let (one, two) = (measures(&some), measures(&some));
        assert!(one.all.f1.low < one.all.f1.value && one.all.f1.value < one.all.f1.high);
        assert_eq!(one.all.f1, two.all.f1);
    }
}
