//! When a value of a list is given: a column contains a term.

use portulan_formats::Record;

use super::Target;

/// A choice: "the target is given when one of these columns contains one of these terms".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Columns looked at; `None`: given to every row.
    pub columns: Option<Vec<String>>,
    /// Terms in lower case; `None`: the cell is not empty.
    pub terms: Option<Vec<String>>,
    /// Whether a term must be the whole cell, or one of its parts between `|`, `;` or `,`, rather than be contained.
    pub whole: bool,
    /// Terms in lower case that forbid it, in the same cell.
    pub except: Vec<String>,
    /// Only for rows that have this form of help.
    pub only_with_support: Option<String>,
    /// What is given.
    pub gives: Gives,
}

/// What a choice gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gives {
    /// A value of a list.
    Value(Target),
    /// The cells themselves, as further labels.
    Cells,
    /// Nothing: its target is no value.
    Nothing,
}

impl Choice {
    /// Whether the row is given the target.
    #[must_use]
    pub fn holds(&self, row: &Record) -> bool {
        self.columns.is_none() || self.cells(row).next().is_some()
    }

    /// The cells that make it hold.
    pub fn cells<'a>(&'a self, row: &'a Record) -> impl Iterator<Item = &'a str> {
        let columns = self.columns.iter().flatten();
        columns
            .filter_map(|column| row.get(column))
            .map(str::trim)
            .filter(|cell| !cell.is_empty() && self.speaks_of(cell))
    }

    /// The national pipeline compares in lower case, accents kept; so do we, exceptions included.
    fn speaks_of(&self, cell: &str) -> bool {
        let Some(terms) = &self.terms else {
            return true;
        };
        let cell = cell.to_lowercase();
        let found = if self.whole {
            cell.split(['|', ';', ','])
                .any(|part| terms.iter().any(|term| term == part.trim()))
        } else {
            terms.iter().any(|term| cell.contains(term.as_str()))
        };
        found && !self.except.iter().any(|term| cell.contains(term.as_str()))
    }
}
