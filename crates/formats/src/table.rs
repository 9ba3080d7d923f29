//! CSV, one row at a time, with bounds on what one row may hold.
//!
//! A quote left open would swallow the file into one cell, and a row of commas takes nine times its size: the first
//! ends the reading, the second is a row that is no place.

use std::io::{self, BufRead, Read};
use std::sync::Arc;

use crate::cells::{CsvCells, Header};
use crate::error::FormatError;
use crate::input::{Bound, csv_error};
use crate::records::Record;
use crate::report::RejectReason;

/// Longest row, in bytes. The longest of the real lists at hand has 4 KB.
const LONGEST: usize = 1 << 20;
/// Most cells of a row. The national schema has 32 columns.
const MOST_CELLS: usize = 1000;

/// A CSV file whose headers are read.
pub(crate) struct Table {
    reader: csv::Reader<Bounded>,
    header: Header,
    names: csv::StringRecord,
    record: csv::StringRecord,
}

impl Table {
    /// Reads the headers; `start` is the beginning of the file.
    pub(crate) fn open(start: &str, inner: Box<dyn BufRead + Send>) -> Result<Self, FormatError> {
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .delimiter(separator(start))
            .from_reader(Bounded::new(inner));
        let names = reader.headers().map_err(csv_error)?.clone();
        let table = Self {
            reader,
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
        let line = self.reader.position().line();
        self.reader.get_mut().start_row(line);
        if !self
            .reader
            .read_record(&mut self.record)
            .map_err(csv_error)?
        {
            return Ok(None);
        }
        let sound = sound(&self.record, self.names.len());
        Ok(Some(sound.map(|()| self.header.row(&self.record))))
    }

    /// The headers, as the file writes them.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names
            .iter()
            .map(|name| name.trim().trim_matches('\u{feff}'))
    }

    /// The next row under given names; a broken one keeps its cells.
    pub(crate) fn record(&mut self, names: &[Arc<str>]) -> Result<Option<Record>, FormatError> {
        let broken = match self.next()? {
            None => return Ok(None),
            Some(sound) => sound.err(),
        };
        let cells = names.iter().zip(self.record.iter());
        let cells = cells.map(|(name, cell)| (Arc::clone(name), cell.to_owned()));
        let mut record = Record::new(0, cells.collect());
        record.broken = broken;
        Ok(Some(record))
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

/// The separator that the line of headers holds most of.
fn separator(start: &str) -> u8 {
    let line = start.lines().next().unwrap_or_default();
    let count = |separator: u8| line.bytes().filter(|byte| *byte == separator).count();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|separator| count(*separator))
        .unwrap_or(b',')
}

/// A row with more cells than there are columns has shifted: none of its cells can be trusted.
fn sound(record: &csv::StringRecord, columns: usize) -> Result<(), RejectReason> {
    let beyond = record
        .iter()
        .skip(columns)
        .any(|cell| !cell.trim().is_empty());
    let reason = if beyond || record.len() > MOST_CELLS {
        format!("{} cells for {columns} columns", record.len())
    } else if record.iter().all(|cell| cell.trim().is_empty()) {
        "empty row".to_owned()
    } else {
        return Ok(());
    };
    Err(RejectReason::Unreadable { reason })
}

/// Stops when a row has had more than [`LONGEST`] bytes.
struct Bounded {
    inner: Box<dyn BufRead + Send>,
    line: u64,
    taken: usize,
}

impl Bounded {
    const fn new(inner: Box<dyn BufRead + Send>) -> Self {
        Self {
            inner,
            line: 1,
            taken: 0,
        }
    }

    const fn start_row(&mut self, line: u64) {
        self.line = line;
        self.taken = 0;
    }
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.taken += count;
        if self.taken > LONGEST {
            return Err(io::Error::other(Bound::Row { line: self.line }));
        }
        Ok(count)
    }
}
