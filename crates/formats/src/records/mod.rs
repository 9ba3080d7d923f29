//! Any list as flat rows of named cells: what a mapping is applied to.
//!
//! The shape is told from the content. CSV, JSON and `GeoJSON` are read as streams; nested JSON is flattened with dots
//! (`a.b.c`, `a.0.c`). Rows are numbered from 0, and a row that is broken says so and is given all the same.

mod delimited;
mod documents;
mod flat;
mod names;
mod workbook;

use std::io::BufRead;
use std::sync::Arc;

use encoding_rs::Encoding;

use self::delimited::Delimited;
use self::flat::Flattened;
use crate::error::FormatError;
use crate::input::{Intake, Text};
use crate::report::RejectReason;

/// Most columns of a list, and most cells of a row.
const MOST_COLUMNS: usize = 20_000;
/// Most bytes of a list: what is read as it comes costs time only.
const LIMIT: u64 = 16 << 30;

/// What the caller knows of a list beforehand.
#[derive(Debug, Clone, Default)]
pub struct RecordOptions {
    /// Property of a JSON document that holds the list.
    pub key: Option<String>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Separator of a CSV file.
    pub delimiter: Option<u8>,
    /// Encoding of a text, by its label on the web: `windows-1252`, `macintosh`, `utf-16le`.
    pub encoding: Option<String>,
}

/// A row of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    /// From 0, headers not counted.
    pub number: usize,
    /// What is wrong with it.
    pub broken: Option<RejectReason>,
    cells: Vec<(Arc<str>, String)>,
}

impl Record {
    /// A row of given cells.
    #[must_use]
    pub fn new(number: usize, cells: Vec<(Arc<str>, String)>) -> Self {
        Self {
            number,
            broken: None,
            cells,
        }
    }

    /// The cell of a column; nothing where the row has no such column.
    #[must_use]
    pub fn get(&self, column: &str) -> Option<&str> {
        let found = self.cells.iter().find(|(name, _)| **name == *column);
        found.map(|(_, cell)| cell.as_str())
    }

    /// Whether every cell is blank.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|(_, cell)| cell.trim().is_empty())
    }

    /// Columns and cells, in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cells
            .iter()
            .map(|(name, cell)| (&**name, cell.as_str()))
    }
}

/// The rows of a list.
pub struct Records {
    rows: Rows,
    number: usize,
    done: bool,
}

enum Rows {
    Delimited(Delimited),
    Json(Flattened),
    Sheet(workbook::Sheet),
}

/// Opens a list. `name` is its file name.
pub fn open_records(
    _name: &str,
    reader: Box<dyn BufRead + Send>,
    options: &RecordOptions,
) -> Result<Records, FormatError> {
    let intake = Intake::open(reader)?;
    if intake.head().starts_with(b"PK\x03\x04") {
        let sheet = workbook::Sheet::open(intake.into_reader(), options.sheet.as_deref())?;
        return Ok(Records::new(Rows::Sheet(sheet)));
    }
    let mut text = Text::decode(intake, encoding(options)?, LIMIT)?;
    let start = text.peek()?;
    let reader = text.into_reader();
    let rows = match start.trim_start().get(..1) {
        Some("{" | "[") if options.delimiter.is_none() => {
            let key = options.key.as_deref();
            let elements = documents::open(start.trim_start(), reader, key)?;
            Rows::Json(Flattened::new(elements))
        }
        Some("<") if is_markup(&start) => return Err(FormatError::Markup),
        _ => Rows::Delimited(Delimited::open(&start, reader, options.delimiter)?),
    };
    Ok(Records::new(rows))
}

fn encoding(options: &RecordOptions) -> Result<Option<&'static Encoding>, FormatError> {
    let Some(label) = &options.encoding else {
        return Ok(None);
    };
    let known = Encoding::for_label(label.as_bytes());
    let unknown = || FormatError::UnknownEncoding {
        label: label.clone(),
    };
    known.ok_or_else(unknown).map(Some)
}

fn is_markup(start: &str) -> bool {
    let start: String = start.trim_start().chars().take(16).collect();
    let start = start.to_ascii_lowercase();
    let marks = ["<!doctype", "<html", "<?xml", "<!--"];
    marks.iter().any(|mark| start.starts_with(mark))
}

fn unreadable(reason: String) -> RejectReason {
    RejectReason::Unreadable { reason }
}

impl Records {
    const fn new(rows: Rows) -> Self {
        Self {
            rows,
            number: 0,
            done: false,
        }
    }

    /// The columns of a table; those met so far in JSON.
    pub fn columns(&self) -> &[Arc<str>] {
        match &self.rows {
            Rows::Delimited(rows) => rows.columns(),
            Rows::Json(rows) => rows.columns(),
            Rows::Sheet(rows) => rows.columns(),
        }
    }
}

impl Iterator for Records {
    type Item = Result<Record, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let record = match &mut self.rows {
            Rows::Delimited(rows) => rows.next(),
            Rows::Json(rows) => rows.next(),
            Rows::Sheet(rows) => Ok(rows.next()),
        };
        match record.transpose()? {
            Ok(mut record) => {
                record.number = self.number;
                self.number += 1;
                Some(Ok(record))
            }
            Err(error) => {
                self.done = true;
                Some(Err(error))
            }
        }
    }
}
