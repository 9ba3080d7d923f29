//! What a proposal is made of besides what is proposed: steps, decisions, words between people, what was examined.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::CheckItem;
use crate::journal::Author;
use crate::provenance::PlaceField;

/// Who took a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// Whoever proposed.
    Proposer,
    /// Whoever instructs, or a job.
    Desk(Author),
}

/// A step of the life of a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The word of the state that it led to.
    pub to: String,
    /// Who.
    pub by: By,
    /// When.
    pub at: DateTime<Utc>,
}

/// Words that go with a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Motive {
    /// Who decided.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// Why; may be empty.
    pub words: String,
}

/// What was taken of a proposal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// These fields.
    pub fields: Vec<PlaceField>,
    /// That the place has closed.
    pub closed: bool,
    /// Whether something else was left.
    pub partly: bool,
}

/// A word between those who instruct.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Who.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub words: String,
}

/// What was asked of whoever proposed, and what they said, once something else came after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// What was asked.
    pub question: String,
    /// What they said.
    pub answer: String,
}

/// An item of the list that was examined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Which.
    pub item: CheckItem,
    /// By whom.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
}
