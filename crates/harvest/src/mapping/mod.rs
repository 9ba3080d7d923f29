//! A mapping: which columns of a list make which field of the national schema.
//!
//! Two writings are read: that of the national pipeline (JSON, [`national`]) unchanged, and Portulan's own (TOML,
//! [`own`], documented in `docs/mapping.md`). Both give the same [`Mapping`], with [`Notice`]s for what a person should
//! look at: keys nobody reads, targets that are no value, terms that can never match.

mod choice;
mod extract;
mod national;
mod notice;
mod own;
mod proposal;
pub mod suggest;
mod targets;

use std::collections::BTreeMap;

use chrono::Weekday;
use portulan_model::Told;
use thiserror::Error;

use crate::Field;

pub use choice::{Choice, Gives};
pub use extract::Extract;
pub use notice::{Notice, NoticeKind};
pub use targets::Target;

/// Why a text is no mapping.
#[derive(Debug, Error)]
pub enum MappingError {
    /// JSON or TOML that is broken, or has a key or a value that means nothing.
    #[error("not a mapping, line {line}: {reason}")]
    Unreadable {
        /// From 1.
        line: usize,
        /// In the words of the parser.
        reason: String,
    },
    /// Neither JSON nor TOML with a table of fields.
    #[error("neither a JSON object nor TOML with [champs]")]
    Neither,
    /// Values within values, beyond any mapping.
    #[error("values are nested too deep")]
    TooDeep,
    /// A part has a form that nobody knows.
    #[error("{path}: {why}")]
    Form {
        /// Where: `services[3].termes`.
        path: String,
        /// What was expected.
        why: &'static str,
    },
    /// No column makes the name of a place.
    #[error("no column gives the name of a place")]
    NoName,
    /// Beyond any real mapping (the longest of the national ones has 132 kB).
    #[error("a mapping of {0} bytes is too long")]
    TooLong(usize),
}

impl MappingError {
    /// What to tell the person who wrote the mapping.
    #[must_use]
    pub fn told(&self) -> Told {
        match self {
            Self::Unreadable { line, reason } => Told::new("mapping-unreadable")
                .number("line", count(*line))
                .text("reason", reason),
            Self::Neither => Told::new("mapping-neither"),
            Self::TooDeep => Told::new("mapping-too-deep"),
            Self::Form { path, why } => Told::new("mapping-form")
                .text("path", path)
                .text("why", *why),
            Self::NoName => Told::new("mapping-no-name"),
            Self::TooLong(_) => {
                Told::new("mapping-too-long").number("limit", count(Mapping::LONGEST))
            }
        }
    }
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// Where the opening hours are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HoursColumns {
    /// A column with an OSM value, or text.
    pub osm: Option<String>,
    /// Columns of each day; two of one day are its halves, in order.
    pub days: Vec<(Weekday, Vec<String>)>,
    /// A column with the whole week as free text.
    pub week: Option<String>,
    /// A column that says "Semaine paire" or "Semaine impaire".
    pub weeks: Option<String>,
}

/// A mapping, read and checked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mapping {
    /// What makes each plain field.
    pub values: BTreeMap<Field, Extract>,
    /// What makes each list of values, in the order of the mapping.
    pub choices: BTreeMap<Field, Vec<Choice>>,
    /// What makes the hours.
    pub hours: HoursColumns,
}

impl Mapping {
    /// Longest mapping read, in bytes.
    pub const LONGEST: usize = 4 << 20;

    /// Reads either writing; JSON begins with a brace.
    pub fn read(text: &str) -> Result<(Self, Vec<Notice>), MappingError> {
        if text.len() > Self::LONGEST {
            return Err(MappingError::TooLong(text.len()));
        }
        let text = text.trim_start_matches('\u{feff}');
        let (mapping, notices) = if text.trim_start().starts_with('{') {
            national::read(text)?
        } else if text.contains("champs") {
            own::read(text)?
        } else {
            return Err(MappingError::Neither);
        };
        if mapping.values.contains_key(&Field::Nom) {
            Ok((mapping, notices))
        } else {
            Err(MappingError::NoName)
        }
    }

    /// Every column that the mapping names, each once, in order.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        let mut columns: Vec<&str> = self.values.values().flat_map(Extract::columns).collect();
        columns.extend(
            self.choices
                .values()
                .flatten()
                .flat_map(|choice| choice.columns.iter().flatten().map(String::as_str)),
        );
        columns.extend(self.hours.columns());
        columns.retain(|column| !column.is_empty());
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// Columns that the mapping names and the list does not have.
    #[must_use]
    pub fn missing_columns(&self, has: &dyn Fn(&str) -> bool) -> Vec<Notice> {
        self.columns()
            .into_iter()
            .filter(|column| !has(column))
            .map(|column| Notice::new(column, column, NoticeKind::NoSuchColumn))
            .collect()
    }
}

/// Longest reason given, in characters.
const REASON: usize = 200;

/// What a parser says of a text, in one line.
fn unreadable(line: usize, reason: &str) -> MappingError {
    // Both parsers stop at a hundred levels or so, and say it with this word.
    if reason.contains("recurs") {
        return MappingError::TooDeep;
    }
    let words: Vec<&str> = reason.split_whitespace().collect();
    MappingError::Unreadable {
        line,
        reason: words.join(" ").chars().take(REASON).collect(),
    }
}

/// Whether a field is a list of values rather than one text.
#[must_use]
pub const fn is_list(field: Field) -> bool {
    national::takes_choices(field)
}

impl HoursColumns {
    /// The columns named.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let single = [&self.osm, &self.week, &self.weeks];
        let days = self.days.iter().flat_map(|(_, columns)| columns);
        single.into_iter().flatten().chain(days).map(String::as_str)
    }
}
