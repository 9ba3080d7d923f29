//! What is known of two places: the same, different, hosted, moved; and the merges that follow.
//!
//! A pair is asked about once. What a person decided is never asked again nor undone by a machine. A merge keeps what
//! each of its members was, so that undoing it gives that back.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::codes::CommuneCode;
use crate::ids::{MergeId, PlaceId};
use crate::journal::Author;
use crate::provenance::PlaceField;

/// Two places, the one with the smaller id first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "(PlaceId, PlaceId)", into = "(PlaceId, PlaceId)")]
pub struct PairKey {
    a: PlaceId,
    b: PlaceId,
}

/// A place cannot be set against itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a pair needs two places")]
pub struct OnePlace;

impl PairKey {
    /// Two places, in whatever order.
    pub fn new(one: PlaceId, other: PlaceId) -> Result<Self, OnePlace> {
        match one.cmp(&other) {
            std::cmp::Ordering::Less => Ok(Self { a: one, b: other }),
            std::cmp::Ordering::Greater => Ok(Self { a: other, b: one }),
            std::cmp::Ordering::Equal => Err(OnePlace),
        }
    }

    /// The first.
    #[must_use]
    pub const fn a(self) -> PlaceId {
        self.a
    }

    /// The second.
    #[must_use]
    pub const fn b(self) -> PlaceId {
        self.b
    }
}

impl TryFrom<(PlaceId, PlaceId)> for PairKey {
    type Error = OnePlace;

    fn try_from((one, other): (PlaceId, PlaceId)) -> Result<Self, OnePlace> {
        Self::new(one, other)
    }
}

impl From<PairKey> for (PlaceId, PlaceId) {
    fn from(pair: PairKey) -> Self {
        (pair.a, pair.b)
    }
}

/// What two places are to each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// One place, written twice.
    Same,
    /// Two places.
    Different,
    /// A body and what it hosts at the same door.
    Hosted {
        /// The body.
        host: PlaceId,
    },
    /// One place that moved.
    Moved {
        /// Where it is now.
        to: PlaceId,
        /// Since when.
        on: Option<NaiveDate>,
    },
}

impl Relation {
    /// The word stored, and of addresses.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Hosted { .. } => "hosted",
            Self::Moved { .. } => "moved",
        }
    }
}

/// What a person or the machine said of two places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What they are to each other.
    pub relation: Relation,
    /// Who said so.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

impl Decision {
    /// Whether a person took it: no machine undoes it then.
    #[must_use]
    pub const fn by_person(&self) -> bool {
        matches!(self.by, Author::Operator)
    }
}

/// How far two values agree, as the comparison says it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PairEvidence {
    /// Slug of what was compared.
    pub field: String,
    /// Slug of how far it agrees.
    pub level: String,
    /// In bits: above zero speaks for one place.
    pub weight: f64,
}

/// What is known of two places.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Which ones.
    pub pair: PairKey,
    /// What was decided; a person is awaited where nothing was.
    pub decision: Option<Decision>,
    /// How likely they are one, as it was last computed.
    pub probability: f64,
    /// Why.
    pub evidence: Vec<PairEvidence>,
    /// How much an answer would help, from 0 to 1 000 000.
    pub usefulness: u32,
    /// Where they stand.
    pub communes: (Option<CommuneCode>, Option<CommuneCode>),
    /// Whether a person set it aside to look at it again: no machine decides it then.
    #[serde(default)]
    pub set_aside: bool,
}

impl Link {
    /// Whether only a person may change it.
    #[must_use]
    pub fn is_of_people(&self) -> bool {
        self.set_aside || self.decision.as_ref().is_some_and(Decision::by_person)
    }

    /// The word stored: `review` or that of the relation.
    #[must_use]
    pub fn standing(&self) -> &'static str {
        self.decision
            .as_ref()
            .map_or(Self::WAITING, |decision| decision.relation.slug())
    }

    /// The word stored for a pair that waits for a person.
    pub const WAITING: &'static str = "review";
}

/// Where a merge stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MergeState {
    /// In force.
    Active,
    /// A wider or narrower merge took its place.
    Superseded,
    /// Undone.
    Undone,
}

impl MergeState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Active, Self::Superseded, Self::Undone];

    /// The word stored.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Superseded => "superseded",
            Self::Undone => "undone",
        }
    }
}

/// Which member's value a merged field took, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChoice {
    /// Which field.
    pub field: PlaceField,
    /// Whose values: several where lists were put together.
    pub from: Vec<PlaceId>,
    /// Slug of the rule that chose.
    pub rule: String,
}

/// Several places kept as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// Names it.
    pub id: MergeId,
    /// The place that stands for all.
    pub survivor: PlaceId,
    /// All of them, the survivor too, by id.
    pub members: Vec<PlaceId>,
    /// Members that are where the place used to be, and until when.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub former: BTreeMap<PlaceId, Option<NaiveDate>>,
    /// Fields for which a person named the member to follow.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub wishes: BTreeMap<PlaceField, PlaceId>,
    /// Which value each field took.
    pub choices: Vec<FieldChoice>,
    /// Who merged.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
    /// Merges that this one took the place of, and that come back when it is undone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supersedes: Vec<MergeId>,
    /// Where it stands.
    pub state: MergeState,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_the_same_from_either_side() {
        let (one, two) = (
            PlaceId::from_parts(1, [0; 10]),
            PlaceId::from_parts(2, [0; 10]),
        );
        assert_eq!(PairKey::new(one, two), PairKey::new(two, one));
        assert_eq!(PairKey::new(one, one), Err(OnePlace));
    }
}
