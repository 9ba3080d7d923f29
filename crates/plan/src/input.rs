//! What a plan is made of: lines that ask, promise, grant and pay, envelopes, and pairs of lines that tell one cost.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::RangeInclusive;

use portulan_model::means::envelopes::Sums;
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, Slug, TerritoryKey};

use crate::range::Range;

/// The name of a line, or of what it tells: one of each in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(String);

impl Key {
    /// A name.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What somebody wants or has: an intention, or what stands of a request in an envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it tells: an intention, a request. A request with several accounts has as many lines, which are parts of it and
    /// never tell one another's cost.
    pub tells: Key,
    /// Whose.
    pub organisation: Slug,
    /// Out of which envelope it is paid, or hoped to be.
    pub envelope: Option<Slug>,
    /// For which years, one at least: the amount is split evenly.
    pub years: BTreeSet<i32>,
    /// For which needs; none where that is not said.
    pub needs: BTreeSet<Need>,
    /// Where, each with its weight; none where that is not said.
    pub territories: BTreeMap<TerritoryKey, u32>,
    /// How much is asked, all years together.
    pub asked: Range,
    /// What stands of it in the ledger of its envelope.
    pub stands: Sums,
    /// The pool that carries it.
    pub pool: Option<Slug>,
    /// Whether those who read sums read it by itself too.
    pub open: bool,
}

/// What two that are told share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// One doing, told twice.
    SameAction,
    /// One cost, for which two funders are asked or pay.
    SameCost,
    /// One post, counted twice.
    SamePost,
    /// One follows from the other: a request and the intention it comes from.
    Follows,
}

impl Kind {
    /// The word of files and messages.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::SameAction => "same-action",
            Self::SameCost => "same-cost",
            Self::SamePost => "same-post",
            Self::Follows => "follows",
        }
    }
}

/// Two that tell one cost, in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    one: Key,
    other: Key,
    /// What they share.
    pub kind: Kind,
}

impl Pair {
    /// A pair, in any order; none of something with itself.
    #[must_use]
    pub fn new(one: Key, other: Key, kind: Kind) -> Option<Self> {
        if one == other {
            return None;
        }
        let (one, other) = if one < other {
            (one, other)
        } else {
            (other, one)
        };
        Some(Self { one, other, kind })
    }

    /// Both.
    #[must_use]
    pub const fn both(&self) -> (&Key, &Key) {
        (&self.one, &self.other)
    }

    /// Whether it is of something.
    #[must_use]
    pub fn holds(&self, key: &Key) -> bool {
        self.one == *key || self.other == *key
    }
}

/// An envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// All there is.
    pub amount: Cents,
    /// The years for which it may be given; none where an end is open.
    pub years: Option<RangeInclusive<i32>>,
}

/// All that a plan is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    /// The first of the three years.
    pub first: i32,
    /// The lines, each under its own name.
    pub lines: BTreeMap<Key, Line>,
    /// The envelopes.
    pub envelopes: BTreeMap<Slug, Envelope>,
    /// Which of what is told is one cost. A pair of something that no line tells counts for nothing.
    pub pairs: BTreeSet<Pair>,
}

impl Input {
    /// The organisations that have something in it, each once.
    pub fn organisations(&self) -> impl Iterator<Item = &Slug> {
        let all: BTreeSet<&Slug> = self.lines.values().map(|line| &line.organisation).collect();
        all.into_iter()
    }
}
