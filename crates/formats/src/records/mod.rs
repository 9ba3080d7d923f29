//! Any list as flat rows of named cells: what a mapping is applied to.
//!
//! The shape is told from the content. CSV, JSON and `GeoJSON` are read as streams; nested JSON is flattened with dots
//! (`a.b.c`, `a.0.c`). Rows are numbered from 0, and a row that is broken says so and is given all the same.

mod flat;

use std::io::BufRead;
use std::sync::Arc;

use crate::elements::Elements;
use crate::error::FormatError;
use crate::input::Text;
use crate::report::RejectReason;
use crate::table::Table;

/// What the caller knows of a list beforehand.
#[derive(Debug, Clone, Default)]
pub struct RecordOptions {
    /// Property of a JSON document that holds the list.
    pub key: Option<String>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Separator of a CSV file.
    pub delimiter: Option<u8>,
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

    /// Columns and cells, in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cells.iter().map(|(name, cell)| (&**name, cell.as_str()))
    }
}

/// The rows of a list.
pub struct Records {
    rows: Rows,
    number: usize,
    done: bool,
}

enum Rows {
    Csv { table: Table, names: Vec<Arc<str>> },
    Json(flat::Flattened),
}

/// Opens a list. `name` is its file name.
pub fn open_records(
    _name: &str,
    reader: Box<dyn BufRead + Send>,
    _options: &RecordOptions,
) -> Result<Records, FormatError> {
    let mut text = Text::open(reader)?;
    let start = text.peek()?;
    let rows = if start.starts_with(['{', '[']) {
        Rows::Json(flat::Flattened::new(Elements::new(text.into_reader())))
    } else {
        let table = Table::open(&start, text.into_reader())?;
        Rows::Csv {
            names: table.names().map(Arc::from).collect(),
            table,
        }
    };
    Ok(Records {
        rows,
        number: 0,
        done: false,
    })
}

impl Iterator for Records {
    type Item = Result<Record, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let record = match &mut self.rows {
            Rows::Csv { table, names } => table.record(names),
            Rows::Json(rows) => rows.next(),
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
