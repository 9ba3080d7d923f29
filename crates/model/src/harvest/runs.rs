//! A run: how far it is, how it ended, and what became of its rows.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::report::RuleCount;
use crate::ids::{RunId, Slug};
use crate::journal::Author;
use crate::told::Told;

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
    /// Fingerprint of the file and of the way it is read (mapping, owner, version of the program), once it was read.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_reads_back_from_its_text() {
        let state = RunState::Failed(RunFailure::Fetch(
            Told::new("fetch-gone").number("status", 404),
        ));
        let text = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<RunState>(&text).unwrap(), state);
    }
}
