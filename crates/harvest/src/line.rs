//! A line of the report: what a row said, what became of it, by which rule.

pub use portulan_model::harvest::LineSeverity as Severity;
use serde::Serialize;

/// Which rule spoke. The slug is stable; the words are in `i18n` (`harvest-rule-<slug>`).
pub type Rule = &'static str;

/// What one row said of one field, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// National field, or the column of the source where no field is concerned.
    pub field: String,
    /// As the source writes it (its first 500 characters).
    pub raw: String,
    /// What the place has now; empty where nothing.
    pub result: String,
    /// Which rule.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
}

impl Line {
    const RAW_LEN: usize = 500;

    /// A line.
    #[must_use]
    pub fn new(field: &str, raw: &str, result: &str, rule: Rule, severity: Severity) -> Self {
        Self {
            field: field.to_owned(),
            raw: raw.chars().take(Self::RAW_LEN).collect(),
            result: result.to_owned(),
            rule,
            severity,
        }
    }
}
