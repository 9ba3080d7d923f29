//! CSV with the columns of a known shape, one row at a time.
//!
//! A row of commas takes nine times its size, and a row that has shifted cannot be trusted: neither is a place.

use std::io::BufRead;

use crate::cells::{CsvCells, Header};
use crate::delimiter::delimiter;
use crate::error::FormatError;
use crate::lines::{Line, Lines, sound};
use crate::report::RejectReason;

/// Most cells of a row. The national schema has 32 columns.
const MOST_CELLS: usize = 1000;

/// A CSV file whose headers are read.
pub(crate) struct Table {
    lines: Lines,
    header: Header,
    names: csv::StringRecord,
    record: csv::StringRecord,
}

impl Table {
    /// Reads the headers; `start` is the beginning of the file.
    pub(crate) fn open(start: &str, inner: Box<dyn BufRead + Send>) -> Result<Self, FormatError> {
        let mut lines = Lines::new(inner, delimiter(start));
        let mut names = csv::StringRecord::new();
        lines.read(&mut names)?;
        let table = Self {
            lines,
            header: Header::new(names.iter()),
            names,
            record: csv::StringRecord::new(),
        };
        if table.names.len() > MOST_CELLS {
            return Err(table.unknown_shape());
        }
        Ok(table)
    }

    pub(crate) const fn header(&self) -> &Header {
        &self.header
    }

    /// The next row, or why it is none; nothing at the end of the file.
    pub(crate) fn next(
        &mut self,
    ) -> Result<Option<Result<CsvCells<'_>, RejectReason>>, FormatError> {
        let line = self.lines.read(&mut self.record)?;
        if line == Line::End {
            return Ok(None);
        }
        let sound = sound(line, &self.record, self.names.len(), MOST_CELLS);
        Ok(Some(sound.map(|()| self.header.row(&self.record))))
    }

    /// The error that shows the first headers.
    pub(crate) fn unknown_shape(&self) -> FormatError {
        let headers: Vec<String> = self
            .names
            .iter()
            .take(8)
            .map(|name| name.chars().take(40).collect())
            .collect();
        FormatError::UnknownShape {
            headers: headers.join(", "),
        }
    }
}
