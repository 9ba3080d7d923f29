//! Pools as they are kept: which body holds one, how far it is, which intentions it carries, and each act with its author.
//!
//! What a pool is (shares, agreements, life) is known to the crate of pools alone, which depends on this one: its text is kept
//! whole and read by whoever knows it. Organisations are named there as they were when they agreed, and are read under the
//! addresses of today, as the lines of a ledger are.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::envelopes::Reference;
use crate::ids::Slug;
use crate::journal::Author;
use crate::money::Cents;
use crate::proposals::Prose;
use crate::words::worded;

worded! {
    /// How far a pool is.
    PoolStage {
        /// Somebody has not agreed yet.
        Proposed = "proposee",
        /// Everybody agreed to the terms that stand.
        Agreed = "convenue",
        /// The request is in.
        Submitted = "deposee",
        /// The request was taken back.
        Withdrawn = "retiree",
        /// It was undone before it was submitted: every intention is its author's again.
        Undone = "defaite",
    }
}

worded! {
    /// What was done with a pool.
    PoolAct {
        /// It was proposed.
        Propose = "proposer",
        /// An organisation agreed to the terms.
        Agree = "accepter",
        /// The terms were changed.
        Change = "changer",
        /// An organisation left.
        Leave = "partir",
        /// The request went in.
        Submit = "deposer",
        /// The request was taken back.
        Withdraw = "retirer",
        /// It was undone.
        Undo = "defaire",
    }
}

impl PoolStage {
    /// Whether it carries intentions.
    #[must_use]
    pub const fn stands(self) -> bool {
        matches!(self, Self::Proposed | Self::Agreed | Self::Submitted)
    }
}

/// Something that was done, and what the pool asked for from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolDone {
    /// What.
    pub act: PoolAct,
    /// For which organisation, where it was for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Slug>,
    /// The version of the terms that stood from then on.
    pub version: u32,
    /// What the pool asked for from then on.
    pub total: Cents,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Author,
    /// Why, where that was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Prose>,
}

/// A pool, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolRecord {
    /// Its address, for ever.
    pub slug: Slug,
    /// The body at which it was proposed.
    pub body: Slug,
    /// What it is called.
    pub title: String,
    /// How far it is.
    pub stage: PoolStage,
    /// Every organisation that has a part in it, or had one, as it was called then.
    pub organisations: BTreeSet<Slug>,
    /// The intentions that it carries now.
    pub carries: BTreeSet<Slug>,
    /// What the request is called where it was submitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Reference>,
    /// All that was done, first first.
    pub acts: Vec<PoolDone>,
    /// The pool itself, in the text of its crate.
    pub pool: String,
}

impl PoolRecord {
    /// Longest title, in characters.
    pub const TITLE_CHARS: usize = 200;
}
