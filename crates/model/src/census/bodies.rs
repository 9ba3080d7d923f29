//! The kinds of bodies that a census looks for.

use serde::{Deserialize, Serialize};

/// A kind of body, in the order in which a town hall is asked about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Body {
    /// The town hall itself, or a house of services that it hosts.
    #[serde(rename = "mairie")]
    TownHall,
    /// Its social services: CCAS or CIAS.
    #[serde(rename = "ccas")]
    SocialServices,
    /// A library.
    #[serde(rename = "bibliotheque")]
    Library,
    /// A public place with computers, a cyber-base, a fab lab.
    #[serde(rename = "epn")]
    PublicComputing,
    /// A shared social centre (in Rennes: ESC), or a social centre.
    #[serde(rename = "esc")]
    SocialCentre,
    /// An association.
    #[serde(rename = "association")]
    Association,
}

impl Body {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::TownHall,
        Self::SocialServices,
        Self::Library,
        Self::PublicComputing,
        Self::SocialCentre,
        Self::Association,
    ];

    /// The word of forms, addresses and storage.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::TownHall => "mairie",
            Self::SocialServices => "ccas",
            Self::Library => "bibliotheque",
            Self::PublicComputing => "epn",
            Self::SocialCentre => "esc",
            Self::Association => "association",
        }
    }

    /// Reads a word of a form.
    #[must_use]
    pub fn from_slug(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.slug() == text)
    }
}
