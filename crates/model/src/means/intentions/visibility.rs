//! Who may read an intention before anything is decided: as its author chose, and nobody else.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Alliance, Intention};
use crate::ids::Slug;

/// To whom an intention is shown, besides the people of its organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "to")]
pub enum Visibility {
    /// To nobody.
    #[default]
    Us,
    /// To those who lead these bodies.
    Bodies {
        /// Which.
        bodies: BTreeSet<Slug>,
        /// And to their members.
        #[serde(default, skip_serializing_if = "is_not")]
        members: bool,
    },
    /// To those who lead the bodies whose ground meets its area.
    Levels {
        /// And to their members.
        #[serde(default, skip_serializing_if = "is_not")]
        members: bool,
    },
}

/// How the ground of a body meets the area of an intention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meeting {
    /// Somewhere.
    Somewhere,
    /// Nowhere.
    Nowhere,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
const fn is_not(told: &bool) -> bool {
    !*told
}

impl Visibility {
    /// Whether those who lead a body may read it.
    #[must_use]
    pub fn shows_to(&self, body: &Slug, ground: Meeting) -> bool {
        match self {
            Self::Us => false,
            Self::Bodies { bodies, .. } => bodies.contains(body),
            Self::Levels { .. } => ground == Meeting::Somewhere,
        }
    }

    /// Whether the members of a body may read it too.
    #[must_use]
    pub fn shows_to_members(&self, body: &Slug, ground: Meeting) -> bool {
        self.includes_members() && self.shows_to(body, ground)
    }

    /// Whether members of the bodies that it is shown to read it.
    #[must_use]
    pub const fn includes_members(&self) -> bool {
        match self {
            Self::Us => false,
            Self::Bodies { members, .. } | Self::Levels { members } => *members,
        }
    }

    /// The bodies that are named.
    pub fn bodies(&self) -> impl Iterator<Item = &Slug> {
        let named = match self {
            Self::Bodies { bodies, .. } => Some(bodies),
            Self::Us | Self::Levels { .. } => None,
        };
        named.into_iter().flatten()
    }

    /// Whether bodies that are to be named are, and not too many.
    pub(super) fn is_sound(&self) -> bool {
        match self {
            Self::Us | Self::Levels { .. } => true,
            Self::Bodies { bodies, .. } => (1..=Intention::MOST_NAMED).contains(&bodies.len()),
        }
    }
}

impl Alliance {
    /// Whether nothing was told.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Open)
    }

    /// The organisations that are named.
    #[must_use]
    pub fn named(&self) -> &[Slug] {
        match self {
            Self::With(others) => others,
            Self::Open | Self::Alone => &[],
        }
    }
}
