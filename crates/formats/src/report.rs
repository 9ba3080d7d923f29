//! What became of each row of a file.

use portulan_model::PlaceRecord;
use serde::Serialize;

/// One row of a file and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// Number of the row, the first after the headers being 1.
    pub number: usize,
    /// What became of it.
    pub outcome: RowOutcome,
}

/// A row is a place, or it says why not.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum RowOutcome {
    /// A place, and the fields that could not be read and were left out.
    Read {
        /// The place.
        record: Box<PlaceRecord>,
        /// What was left out.
        issues: Vec<RowIssue>,
    },
    /// No place.
    Rejected {
        /// Why.
        reason: RejectReason,
    },
}

/// Why a row is no place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RejectReason {
    /// No name.
    NoName,
    /// No commune, no postcode, no INSEE code: nowhere.
    NoCommune,
    /// No id: the row could never be found again.
    NoId,
    /// The same source gave the same id higher up in the file.
    DuplicateId,
    /// The row itself is broken.
    Unreadable {
        /// How.
        reason: String,
    },
}

/// A value that was left out of a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowIssue {
    /// The national name of the field: `telephone`.
    pub field: &'static str,
    /// The value, as the file writes it (its first 200 characters).
    pub value: String,
    /// What is wrong with it.
    pub kind: IssueKind,
}

/// What is wrong with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueKind {
    /// Not of the wanted shape.
    Malformed,
    /// Not in the closed list of the field, nor known under an older name.
    Unlisted,
    /// A filler that stands for "none": `00000000000000`, `0,0`.
    Placeholder,
    /// A date of before the first place of the kind, or after every plausible clock.
    AbsurdDate,
    /// Hours that no program reads; kept as text.
    HoursAsText,
    /// Longer than the field allows: a presentation is moved to the long one, a text is cut, anything else left out.
    TooLong,
    /// A commune that the reference does not know.
    UnknownCommune,
}

impl RowIssue {
    /// Characters of a value kept in a report.
    const VALUE_LEN: usize = 200;

    pub(crate) fn new(field: &'static str, value: &str, kind: IssueKind) -> Self {
        Self {
            field,
            value: value.chars().take(Self::VALUE_LEN).collect(),
            kind,
        }
    }
}
