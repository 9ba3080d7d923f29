//! What a town hall says of its commune: of each place that is known, of each body, and of what is missing.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Body;
use crate::ids::{PlaceId, ProposalId};

/// What is said of a place that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Word {
    /// What is written of it is right.
    #[serde(rename = "juste")]
    Right,
    /// Something is to be corrected: the form of reports says what.
    #[serde(rename = "a-corriger")]
    ToCorrect,
    /// It is there no more.
    #[serde(rename = "ferme")]
    Gone,
}

impl Word {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Right, Self::ToCorrect, Self::Gone];

    /// The word of forms.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Right => "juste",
            Self::ToCorrect => "a-corriger",
            Self::Gone => "ferme",
        }
    }

    /// Reads a word of a form.
    #[must_use]
    pub fn from_slug(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.slug() == text)
    }
}

/// What is said of a body that is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// There is one.
    Here {
        /// Which, as it was typed; may be empty.
        which: String,
    },
    /// There is none.
    None,
    /// Whoever answers does not know.
    Unknown,
}

impl Presence {
    /// The word of forms.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::Here { .. } => "oui",
            Self::None => "non",
            Self::Unknown => "inconnu",
        }
    }

    /// Reads a word of a form, with what was typed beside it.
    #[must_use]
    pub fn from_slug(text: &str, which: &str) -> Option<Self> {
        match text {
            "oui" => Some(Self::Here {
                which: which.to_owned(),
            }),
            "non" => Some(Self::None),
            "inconnu" => Some(Self::Unknown),
            _ => None,
        }
    }
}

/// A place that is missing, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Added {
    /// Its name.
    pub name: String,
    /// Number and street.
    pub street: String,
    /// What kind of body it is.
    pub body: Option<Body>,
    /// What is done there.
    pub does: String,
    /// Telephone, e-mail or site.
    pub contact: String,
}

impl Added {
    /// Whether nothing was typed.
    #[must_use]
    pub const fn is_blank(&self) -> bool {
        self.name.is_empty()
            && self.street.is_empty()
            && self.body.is_none()
            && self.does.is_empty()
            && self.contact.is_empty()
    }
}

/// What a town hall types, kept each time that it is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Response {
    /// Of the places that are known.
    pub places: BTreeMap<PlaceId, Word>,
    /// Of the bodies that are looked for.
    pub bodies: BTreeMap<Body, Presence>,
    /// Places that are missing.
    pub added: Vec<Added>,
}

impl Response {
    /// Most places added by one town hall: above, a list is taken in.
    pub const MOST_ADDED: usize = 30;

    /// Nothing typed.
    pub const EMPTY: Self = Self {
        places: BTreeMap::new(),
        bodies: BTreeMap::new(),
        added: Vec::new(),
    };

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::EMPTY
    }
}

/// What was made of a part of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: What,
}

/// A part of an answer that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// The commune vouches for a place.
    Confirmed {
        /// Which.
        place: PlaceId,
    },
    /// A place is to be corrected.
    ToCorrect {
        /// Which.
        place: PlaceId,
    },
    /// A place is said to be gone: proposed, for those who examine.
    Gone {
        /// Which.
        place: PlaceId,
        /// The proposal.
        proposal: ProposalId,
    },
    /// A place is missing: proposed, for those who examine.
    Added {
        /// The proposal.
        proposal: ProposalId,
    },
}
