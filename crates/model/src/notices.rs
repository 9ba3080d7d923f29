//! The day itself: what happens to a session that very day, and is over in the evening.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::PlaceId;

/// What happens to a session on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayKind {
    /// No seat is left.
    Full,
    /// It is not held.
    Cancelled,
    /// Something else stands in for it: another hour, another room, another person.
    Replaced,
}

/// A word that names nothing that happens to a session.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not something that happens to a session: {0}")]
pub struct NotADayKind(pub String);

impl DayKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Full, Self::Cancelled, Self::Replaced];

    /// The word of addresses, of messages and of storage.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Full => "complet",
            Self::Cancelled => "annule",
            Self::Replaced => "remplace",
        }
    }

    /// Whether nobody can come any more.
    #[must_use]
    pub const fn closes(self) -> bool {
        matches!(self, Self::Full | Self::Cancelled)
    }
}

impl FromStr for DayKind {
    type Err = NotADayKind;

    fn from_str(text: &str) -> Result<Self, NotADayKind> {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.slug() == text)
            .ok_or_else(|| NotADayKind(text.to_owned()))
    }
}

/// What is said of a session on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayNotice {
    /// Whose session.
    pub place: PlaceId,
    /// The key of the session within its place.
    pub session: String,
    /// Which day.
    pub day: NaiveDate,
    /// What.
    pub kind: DayKind,
    /// More, in a few words: by what it is replaced.
    pub words: Option<String>,
    /// When it is over.
    pub until: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_reads_back_from_its_word() {
        for kind in DayKind::ALL {
            assert_eq!(kind.slug().parse(), Ok(kind));
        }
        assert!("ouvert".parse::<DayKind>().is_err());
    }
}
