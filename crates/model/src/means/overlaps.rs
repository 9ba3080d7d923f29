//! Pairs of records that somebody looked at and set aside, and what they were set aside for.
//!
//! Which two records overlap is computed, and never kept. What a person decided of a pair is: with the reason, and with all
//! that counted on that day, so that the pair comes back by itself once something else counts.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::Slug;
use crate::journal::Author;
use crate::proposals::Prose;
use crate::told::Told;

/// What counts of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The record whose id comes first.
    pub a: String,
    /// The other.
    pub b: String,
    /// Why both are looked at together, by the word of files.
    pub label: String,
    /// What speaks for it, in an order of its own.
    pub evidence: Vec<Told>,
}

/// A pair that a body set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissal {
    /// Which body: what one settled may be a question for another.
    pub body: Slug,
    /// The pair, and what counted.
    pub counted: Counted,
    /// Why it is nothing to settle.
    pub reason: Prose,
    /// Who said so.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
}

/// What names a dismissal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PairKey {
    /// Of which body.
    pub body: Slug,
    /// The record whose id comes first.
    pub a: String,
    /// The other.
    pub b: String,
}

impl PairKey {
    /// Two records of a body, in whatever order.
    #[must_use]
    pub fn of(body: Slug, one: &str, other: &str) -> Self {
        Self {
            body,
            a: one.min(other).to_owned(),
            b: one.max(other).to_owned(),
        }
    }
}

impl Dismissal {
    /// Its name.
    #[must_use]
    pub fn pair(&self) -> PairKey {
        PairKey::of(self.body.clone(), &self.counted.a, &self.counted.b)
    }

    /// Whether it still speaks of what counts now.
    #[must_use]
    pub fn holds(&self, counted: &Counted) -> bool {
        self.counted == *counted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_has_one_name_in_whatever_order() {
        let body: Slug = "canton".parse().unwrap();
        let key = PairKey::of(body.clone(), "b", "a");
        assert_eq!(key, PairKey::of(body, "a", "b"));
        assert_eq!((key.a.as_str(), key.b.as_str()), ("a", "b"));
    }
}
