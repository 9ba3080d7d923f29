//! How matching is judged: a split between tuning and test that was settled before the first tuning, and counts with
//! their uncertainty.
//!
//! A cluster (records labelled the same, taken together) falls in one part by the SHA-256 of its key. A pair of two
//! clusters belongs to tuning only when both do. Of the pairs with one cluster in each part, half belong to the test and
//! the others to neither: so the test holds half of all that is the same and half of all that is not, as a precision
//! needs, and nothing that tuning looked at.

use std::collections::HashMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

/// Half of the labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Looked at while the model was made.
    Tuning,
    /// Looked at to judge it.
    Test,
    /// A pair across both that neither looks at.
    Neither,
}

impl Part {
    /// Part of a cluster: the first bit of the SHA-256 of its key.
    #[must_use]
    pub fn of(key: &str) -> Self {
        let digest = Sha256::digest(key.as_bytes());
        match digest.first() {
            Some(byte) if *byte < 0x80 => Self::Tuning,
            _ => Self::Test,
        }
    }

    /// Part of a pair.
    #[must_use]
    pub fn of_pair(a: &str, b: &str) -> Self {
        let (part, other) = (Self::of(a), Self::of(b));
        if part == other {
            return part;
        }
        let (first, second) = if a < b { (a, b) } else { (b, a) };
        match Self::of(&format!("{first}\n{second}")) {
            Self::Test => Self::Test,
            _ => Self::Neither,
        }
    }

    /// Stable name.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Tuning => "tuning",
            Self::Test => "test",
            Self::Neither => "neither",
        }
    }
}

/// Clusters from labelled matches; the key of a cluster is its first id.
#[derive(Debug, Default)]
pub struct Clusters {
    parents: HashMap<String, String>,
}

impl Clusters {
    /// Says that two ids are the same thing.
    pub fn join(&mut self, a: &str, b: &str) {
        let (a, b) = (self.key(a), self.key(b));
        if a != b {
            let (first, second) = if a < b { (a, b) } else { (b, a) };
            self.parents.insert(second, first);
        }
    }

    /// Key of the cluster of an id.
    #[must_use]
    pub fn key(&self, id: &str) -> String {
        let mut key = id;
        while let Some(parent) = self.parents.get(key) {
            key = parent;
        }
        key.to_owned()
    }
}

/// A share and the ends of its 95 % interval (Wilson's score).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    /// The share; not a number when there is nothing to count.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Share {
    /// Of `hits` among `total`.
    #[must_use]
    pub fn of(hits: u32, total: u32) -> Self {
        const Z: f64 = 1.959_963_984_540_054;
        let (p, n) = (f64::from(hits) / f64::from(total), f64::from(total));
        let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let reach = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        Self {
            value: p,
            low: (middle - reach).max(0.0),
            high: (middle + reach).min(1.0),
        }
    }
}

/// What was found among what is labelled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Same, and found so.
    pub found: u32,
    /// Same, and missed.
    pub missed: u32,
    /// Different, and called the same.
    pub wrong: u32,
    /// Different, and left apart.
    pub apart: u32,
}

impl Tally {
    /// Counts one labelled pair.
    pub fn count(&mut self, same: bool, called_same: bool) {
        let slot = match (same, called_same) {
            (true, true) => &mut self.found,
            (true, false) => &mut self.missed,
            (false, true) => &mut self.wrong,
            (false, false) => &mut self.apart,
        };
        *slot += 1;
    }

    /// Adds another tally.
    pub fn add(&mut self, other: Self) {
        self.found += other.found;
        self.missed += other.missed;
        self.wrong += other.wrong;
        self.apart += other.apart;
    }

    /// Of what is called the same, how much is.
    #[must_use]
    pub fn precision(self) -> Share {
        Share::of(self.found, self.found + self.wrong)
    }

    /// Of what is the same, how much is found.
    #[must_use]
    pub fn recall(self) -> Share {
        Share::of(self.found, self.found + self.missed)
    }

    /// Harmonic mean of both. It is `2 j / (1 + j)` of the share `j` of the pairs found among those that are the same or
    /// called so: so is its interval.
    #[must_use]
    pub fn f1(self) -> Share {
        let errors = f64::midpoint(f64::from(self.missed), f64::from(self.wrong));
        let found = f64::from(self.found);
        let value = found / (found + errors);
        let wide = Share::of(self.found, self.found + self.missed + self.wrong);
        let harmonic = |jaccard: f64| 2.0 * jaccard / (1.0 + jaccard);
        Share {
            value,
            low: harmonic(wide.low),
            high: harmonic(wide.high),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_split_never_moves() {
        let keys = ["r0001", "r0002", "1", "2", "3"];
        let parts: Vec<&str> = keys.iter().map(|key| Part::of(key).slug()).collect();
        assert_eq!(parts, ["test", "tuning", "tuning", "test", "tuning"]);
        assert_eq!(Part::of_pair("x", "x"), Part::of("x"));
        assert_eq!(Part::of_pair("a", "b"), Part::of_pair("b", "a"));
    }

    #[test]
    fn a_cluster_is_known_by_its_first_id_whatever_the_order() {
        let mut clusters = Clusters::default();
        clusters.join("c", "b");
        clusters.join("d", "c");
        clusters.join("a", "d");
        for id in ["a", "b", "c", "d"] {
            assert_eq!(clusters.key(id), "a");
        }
        assert_eq!(clusters.key("e"), "e");
    }

    #[test]
    fn intervals_are_those_of_wilson() {
        let share = Share::of(95, 100);
        assert!((share.low - 0.8882).abs() < 1e-4 && (share.high - 0.9785).abs() < 1e-4);
        let all = Share::of(10, 10);
        assert!((all.low - 0.7225).abs() < 1e-4 && (all.high - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_mean_of_precision_and_recall_is_within_its_interval() {
        let tally = Tally {
            found: 90,
            missed: 10,
            wrong: 5,
            apart: 200,
        };
        let f1 = tally.f1();
        let (p, r) = (tally.precision().value, tally.recall().value);
        assert!((f1.value - 2.0 * p * r / (p + r)).abs() < 1e-12);
        assert!(f1.low < f1.value && f1.value < f1.high);
    }
}
