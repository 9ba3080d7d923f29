//! What a run says of each row, and how it differs from the run before.

use serde::{Deserialize, Serialize};

use crate::provenance::PlaceField;

/// How much a line of a report matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineSeverity {
    /// Said for completeness: nothing was changed in meaning.
    Info,
    /// Mended: the result means what the raw value meant.
    Fixed,
    /// Kept, and doubted.
    Doubt,
    /// Left out: the result lacks it.
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

    /// All, from the lightest: the order of [`RunCounts::lines`](super::RunCounts::lines).
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
