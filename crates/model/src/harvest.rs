//! Sources of places and the runs that take them in.
//!
//! A [`Source`] is a list that somebody keeps elsewhere. A [`Run`] reads it once: its state says how that ended, and its
//! counts add up. A run that would delete or change more than the source's limit waits for a person, and changes nothing.

mod report;
mod runs;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::{RunId, Slug};
use crate::territories::TerritoryKey;

pub use report::{Change, ChangeKind, FieldChange, LineSeverity, ReportLine, RuleCount};
pub use runs::{Phase, Progress, Run, RunCounts, RunFailure, RunState, Verdict};

/// A whole number from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Percent(u8);

/// The number is above one hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{0} is not between 0 and 100")]
pub struct NotAPercent(pub u8);

impl Percent {
    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// Whether `part` of `whole` is more than this share. Nothing is no share of nothing.
    #[must_use]
    pub const fn is_exceeded(self, part: usize, whole: usize) -> bool {
        whole > 0 && part.saturating_mul(100) > whole.saturating_mul(self.0 as usize)
    }
}

impl TryFrom<u8> for Percent {
    type Error = NotAPercent;

    fn try_from(number: u8) -> Result<Self, NotAPercent> {
        if number <= 100 {
            Ok(Self(number))
        } else {
            Err(NotAPercent(number))
        }
    }
}

impl From<Percent> for u8 {
    fn from(percent: Percent) -> Self {
        percent.0
    }
}

/// Where the file comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// From an address, which is asked again at each run.
    Address(String),
    /// From the hands of a person, at each run.
    Upload,
}

/// How the columns of the source become fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mapping {
    /// The file already is of a shape that is known.
    None,
    /// The text of a mapping file of the national pipeline.
    National(String),
    /// The text of a mapping in Portulan's own format.
    Portulan(String),
}

/// When the source is asked by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Schedule {
    /// Only when a person asks.
    None,
    /// Once a day.
    Daily,
    /// Once a week.
    Weekly,
}

impl Schedule {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::None, Self::Daily, Self::Weekly];

    /// The word of forms and addresses.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::None => "aucune",
            Self::Daily => "quotidienne",
            Self::Weekly => "hebdomadaire",
        }
    }

    /// Days between two runs.
    #[must_use]
    pub const fn days(self) -> Option<i64> {
        match self {
            Self::None => None,
            Self::Daily => Some(1),
            Self::Weekly => Some(7),
        }
    }
}

/// A list that somebody keeps elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Names it, for ever: its records bear it.
    pub slug: Slug,
    /// As people call it.
    pub name: String,
    /// Where the file comes from.
    pub kind: SourceKind,
    /// How its columns become fields.
    pub mapping: Mapping,
    /// When it is asked by itself.
    pub schedule: Schedule,
    /// The level that answers for it.
    pub owner: TerritoryKey,
    /// Its licence, as it is worded.
    pub licence: String,
    /// How far its values are trusted against those of others.
    pub trust: Percent,
    /// The share of its records that one run may delete or change without a person.
    pub limit: Percent,
}

impl Source {
    /// The limit of sources that set none.
    pub const DEFAULT_LIMIT: u8 = 20;
    /// The trust of sources that set none.
    pub const DEFAULT_TRUST: u8 = 50;
}

/// A source, and what is known of its runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownSource {
    /// The source.
    pub source: Source,
    /// What its server said of the last file that was taken in.
    pub etag: Option<String>,
    /// Fingerprint of the last file that was taken in, with the way it was read: mapping, owner, version of the program.
    pub last_file: Option<String>,
    /// The last run that was begun.
    pub last_run: Option<RunId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_exceeded_by_more_and_not_by_as_much() {
        let fifth = Percent::try_from(20).unwrap();
        assert!(!fifth.is_exceeded(2, 10));
        assert!(fifth.is_exceeded(3, 10));
        assert!(!fifth.is_exceeded(0, 0));
        assert!(!fifth.is_exceeded(5, 0), "a first run has nothing to lose");
        assert!(Percent::try_from(101).is_err());
    }
}
