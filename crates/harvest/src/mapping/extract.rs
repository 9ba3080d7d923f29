//! How a plain field is taken out of a row.

use std::borrow::Cow;

use portulan_formats::Record;

/// What makes a plain field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extract {
    /// The first column that is not empty.
    First(Vec<String>),
    /// The same for every row.
    Constant(String),
    /// Columns one after the other; where all are empty, another extract.
    Joined {
        /// In order.
        columns: Vec<String>,
        /// Between two of them.
        separator: String,
        /// Where all are empty.
        otherwise: Vec<String>,
    },
    /// One part of a column that holds several: `48.1, -1.7`.
    Part {
        /// The first that is not empty.
        columns: Vec<String>,
        /// Between the parts.
        separator: String,
        /// Which one, from 0.
        part: usize,
    },
}

impl Extract {
    /// The columns named.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let (first, more): (&[String], &[String]) = match self {
            Self::First(columns) | Self::Part { columns, .. } => (columns, &[]),
            Self::Joined {
                columns, otherwise, ..
            } => (columns, otherwise),
            Self::Constant(_) => (&[], &[]),
        };
        first.iter().chain(more).map(String::as_str)
    }

    /// Whether it names a column at all: `"colonne": ""` stands for "the list has none".
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !matches!(self, Self::Constant(_)) && self.columns().all(str::is_empty)
    }

    /// The value of a row; empty where there is none.
    #[must_use]
    pub fn of<'a>(&'a self, row: &'a Record) -> Cow<'a, str> {
        match self {
            Self::First(columns) => Cow::Borrowed(first(columns, row)),
            Self::Constant(value) => Cow::Borrowed(value),
            Self::Joined {
                columns,
                separator,
                otherwise,
            } => joined(columns, separator, otherwise, row),
            Self::Part {
                columns,
                separator,
                part,
            } => Cow::Owned(nth_part(first(columns, row), separator, *part)),
        }
    }
}

fn first<'a>(columns: &[String], row: &'a Record) -> &'a str {
    let cells = columns.iter().filter_map(|column| row.get(column));
    cells
        .map(str::trim)
        .find(|cell| !cell.is_empty())
        .unwrap_or_default()
}

fn joined<'a>(
    columns: &[String],
    separator: &str,
    otherwise: &[String],
    row: &'a Record,
) -> Cow<'a, str> {
    let cells = columns.iter().filter_map(|column| row.get(column));
    let filled: Vec<&str> = cells
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    match filled.as_slice() {
        [] => Cow::Borrowed(first(otherwise, row)),
        [only] => Cow::Borrowed(*only),
        several => Cow::Owned(several.join(separator)),
    }
}

/// The national pipeline keeps of such a cell only what numbers are made of, splits it and passes over empty parts.
fn nth_part(cell: &str, separator: &str, part: usize) -> String {
    let number = |c: &char| c.is_ascii_digit() || c.is_whitespace() || ".,-".contains(*c);
    let source: String = if separator.chars().all(|c| number(&c)) {
        cell.chars().filter(number).collect()
    } else {
        cell.to_owned()
    };
    let parts = if separator.is_empty() {
        vec![source.as_str()]
    } else {
        source.split(separator).collect()
    };
    let mut filled = parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty());
    filled.nth(part).unwrap_or_default().to_owned()
}
