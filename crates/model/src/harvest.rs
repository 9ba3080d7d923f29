//! Sources of places and the runs that take them in.
//!
//! A [`Source`] is a list that somebody keeps elsewhere. A [`Run`] reads it once: its state says how that ended, and its
//! counts add up. A run that would delete or change more than the source's limit waits for a person, and changes nothing.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::{RunId, Slug};
use crate::journal::Author;
use crate::provenance::PlaceField;
use crate::territories::TerritoryKey;
use crate::told::Told;

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
    /// Fingerprint of the last file that was taken in, with its mapping.
    pub last_file: Option<String>,
    /// The last run that was begun.
    pub last_run: Option<RunId>,
}

/// What a run is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// The file is on its way.
    Fetching,
    /// Rows are read and cleaned.
    Reading,
    /// Records are set against those of before.
    Comparing,
    /// Places are written.
    Writing,
    /// Places are compared with each other.
    Linking,
}

impl Phase {
    /// The word of messages.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Fetching => "fetching",
            Self::Reading => "reading",
            Self::Comparing => "comparing",
            Self::Writing => "writing",
            Self::Linking => "linking",
        }
    }
}

/// How far a run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What it is doing.
    pub phase: Phase,
    /// Rows done in this phase.
    pub rows: usize,
    /// Rows to do, where that is known.
    pub of: Option<usize>,
}

impl Progress {
    /// Nothing done yet.
    pub const START: Self = Self {
        phase: Phase::Fetching,
        rows: 0,
        of: None,
    };
}

/// Why a run did not end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RunFailure {
    /// The file could not be fetched.
    Fetch(Told),
    /// The file or its mapping could not be read.
    File(Told),
    /// The program was stopped.
    Interrupted,
    /// The program or the database is at fault.
    Internal(String),
}

impl RunFailure {
    /// The word of addresses and of messages.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::Fetch(_) => "fetch",
            Self::File(_) => "file",
            Self::Interrupted => "interrupted",
            Self::Internal(_) => "internal",
        }
    }
}

/// A word that a person left on a quarantined run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Who.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

/// Where a run stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RunState {
    /// At work.
    Running(Progress),
    /// Taken in.
    Done,
    /// Waits for a person: it would delete or change more than the limit.
    Quarantined,
    /// Did not end, and changed nothing.
    Failed(RunFailure),
    /// The file is the one of before.
    NothingNew,
    /// Taken in because a person said so.
    Approved(Verdict),
    /// Left alone because a person said so.
    Abandoned(Verdict),
}

impl RunState {
    /// The word stored, and of addresses.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::Running(_) => "running",
            Self::Done => "done",
            Self::Quarantined => "quarantined",
            Self::Failed(_) => "failed",
            Self::NothingNew => "nothing-new",
            Self::Approved(_) => "approved",
            Self::Abandoned(_) => "abandoned",
        }
    }
}

/// What became of the rows. `created + updated + unchanged + rejected == rows`, always; while a run waits, the first
/// two say what it would do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunCounts {
    /// Rows of the file.
    pub rows: usize,
    /// Places that came to be, or came back.
    pub created: usize,
    /// Places that changed.
    pub updated: usize,
    /// Places that were already so.
    pub unchanged: usize,
    /// Rows that are no place, each with its reason in the report.
    pub rejected: usize,
    /// Records that the source gave before and gives no more.
    pub gone: usize,
    /// Values that a person had corrected and that were kept against the source.
    pub held: usize,
    /// Pairs that were merged after the run.
    pub merged: usize,
    /// Pairs that wait for a person after the run.
    pub to_review: usize,
    /// Lines of the report, by severity, from the lightest.
    pub lines: [usize; 5],
}

impl RunCounts {
    /// Rows that are places.
    #[must_use]
    pub const fn kept(&self) -> usize {
        self.created + self.updated + self.unchanged
    }

    /// Whether every row ended in exactly one box.
    #[must_use]
    pub const fn adds_up(&self) -> bool {
        self.kept() + self.rejected == self.rows
    }
}

/// One reading of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Names it.
    pub id: RunId,
    /// What was read.
    pub source: Slug,
    /// Who asked for it.
    pub by: Author,
    /// When it began.
    pub started: DateTime<Utc>,
    /// When it ended.
    pub finished: Option<DateTime<Utc>>,
    /// Where it stands.
    pub state: RunState,
    /// What became of the rows.
    pub counts: RunCounts,
    /// Name of the file.
    pub file: String,
    /// SHA-256 of the file and its mapping, once it was read.
    pub hash: Option<String>,
    /// What the server said of the file.
    pub etag: Option<String>,
    /// Records that the source gave before this run.
    pub before: usize,
    /// How often each rule spoke, the gravest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<RuleCount>,
    /// Pages of the report.
    pub report_pages: usize,
    /// Pages of the difference with the run before.
    pub diff_pages: usize,
}

/// How much a line of a report matters. The same five as the harvest's own lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineSeverity {
    /// Said for completeness.
    Info,
    /// Mended.
    Fixed,
    /// Kept, and doubted.
    Doubt,
    /// Left out.
    Lost,
    /// The whole row is no place.
    Refused,
}

impl LineSeverity {
    /// The word of addresses, and the severity of the report files of the command line.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Fixed => "fixed",
            Self::Doubt => "doubt",
            Self::Lost => "lost",
            Self::Refused => "refused",
        }
    }

    /// All, from the lightest: the order of [`RunCounts::lines`].
    pub const ALL: [Self; 5] = [
        Self::Info,
        Self::Fixed,
        Self::Doubt,
        Self::Lost,
        Self::Refused,
    ];
}

/// How often a rule spoke in a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleCount {
    /// How much it matters.
    pub severity: LineSeverity,
    /// Slug of the rule.
    pub rule: String,
    /// How often.
    pub count: usize,
}

/// What one row said of one field, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportLine {
    /// Number of the row, the first after the headers being 1.
    pub row: usize,
    /// The id that the source gives to the place, empty where it gives none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Name of the place, as it was read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// National field, or the column of the source.
    pub field: String,
    /// As the source writes it.
    pub raw: String,
    /// What the place has now.
    pub result: String,
    /// Slug of the rule that spoke.
    pub rule: String,
    /// How much it matters.
    pub severity: LineSeverity,
}

/// How a record differs from what the source gave before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// The source did not give it before, or had ceased to.
    New,
    /// The source gives it no more.
    Gone,
    /// The source gives it otherwise.
    Changed,
}

/// One record that differs from what the source gave before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The id that the source gives.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How it differs.
    pub kind: ChangeKind,
    /// Fields that differ, for one that changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldChange>,
}

/// A value before and after, as JSON texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Which field.
    pub field: PlaceField,
    /// Before; `null` where there was nothing.
    pub before: String,
    /// After; `null` where there is nothing.
    pub after: String,
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

    #[test]
    fn a_run_reads_back_from_its_text() {
        let state = RunState::Failed(RunFailure::Fetch(
            Told::new("fetch-gone").number("status", 404),
        ));
        let text = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<RunState>(&text).unwrap(), state);
    }
}
