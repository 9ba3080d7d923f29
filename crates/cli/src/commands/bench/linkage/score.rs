//! Counting what is called the same against the labels, in each half and each stratum.

use std::collections::{BTreeMap, HashSet};

use portulan_linkage::evaluation::{Part, Tally};
use serde::Serialize;

use super::sets::Set;

/// Pairs of records by their ranks, the lesser first.
pub(super) type Pairs = HashSet<(usize, usize)>;

/// A tally with its shares and the ends of their 95 % intervals.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Measure {
    pub(super) precision: f64,
    pub(super) precision_low: f64,
    pub(super) precision_high: f64,
    pub(super) recall: f64,
    pub(super) recall_low: f64,
    pub(super) recall_high: f64,
    pub(super) f1: f64,
    pub(super) f1_low: f64,
    pub(super) f1_high: f64,
    pub(super) found: u32,
    pub(super) missed: u32,
    pub(super) wrong: u32,
    pub(super) apart: u32,
}

impl From<Tally> for Measure {
    fn from(tally: Tally) -> Self {
        let (precision, recall, f1) = (tally.precision(), tally.recall(), tally.f1());
        Self {
            precision: precision.value,
            precision_low: precision.low,
            precision_high: precision.high,
            recall: recall.value,
            recall_low: recall.low,
            recall_high: recall.high,
            f1: f1.value,
            f1_low: f1.low,
            f1_high: f1.high,
            found: tally.found,
            missed: tally.missed,
            wrong: tally.wrong,
            apart: tally.apart,
        }
    }
}

impl Measure {
    /// A share as text, a dash for none.
    #[expect(clippy::unused_self, reason = "reads as what is said of the measure")]
    pub(super) fn said(&self, share: f64) -> String {
        if share.is_nan() {
            "–".to_owned()
        } else {
            format!("{share:.4}")
        }
    }
}

/// A part of the labels and what was found of it; in the test half.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Stratum {
    pub(super) stratum: String,
    #[serde(flatten)]
    pub(super) measure: Measure,
}

/// Tallies by half, and by stratum of the test half.
#[derive(Debug, Default)]
pub(super) struct Scores {
    parts: BTreeMap<Part, Tally>,
    strata: BTreeMap<String, Tally>,
}

impl Scores {
    /// Scores what is called the same. `raw` counts pairs whose labels contradict their file as they are labelled.
    pub(super) fn of(set: &Set, called: &Pairs, raw: bool) -> Self {
        let mut scores = Self::default();
        let mut labelled: Pairs = HashSet::new();
        for label in &set.labels {
            let ends = label.ends();
            labelled.insert(ends);
            let part = set.part(ends.0, ends.1);
            scores.count(part, &label.strata, label.same, called.contains(&ends));
        }
        for ends in called.difference(&labelled) {
            if set.counts(ends.0, ends.1, raw) {
                let strata = set.strata(*ends);
                scores.count(set.part(ends.0, ends.1), &strata, false, true);
            }
        }
        scores
    }

    fn count(&mut self, part: Part, strata: &[String], same: bool, called: bool) {
        self.parts.entry(part).or_default().count(same, called);
        if part == Part::Test {
            for stratum in strata {
                let tally = self.strata.entry(stratum.clone()).or_default();
                tally.count(same, called);
            }
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (part, tally) in &other.parts {
            self.parts.entry(*part).or_default().add(*tally);
        }
        for (stratum, tally) in &other.strata {
            self.strata.entry(stratum.clone()).or_default().add(*tally);
        }
    }

    fn part(&self, part: Part) -> Measure {
        self.parts.get(&part).copied().unwrap_or_default().into()
    }

    pub(super) fn test(&self) -> Measure {
        self.part(Part::Test)
    }

    pub(super) fn tuning(&self) -> Measure {
        self.part(Part::Tuning)
    }

    pub(super) fn strata(&self) -> Vec<Stratum> {
        let strata = self.strata.iter();
        strata
            .map(|(stratum, tally)| Stratum {
                stratum: stratum.clone(),
                measure: (*tally).into(),
            })
            .collect()
    }
}
