//! The rows of a CSV file, with bounds on what one row may hold.
//!
//! A quote left open would swallow the file into one cell: the reading ends at [`LONGEST`], and a mark put after the
//! end of the file tells when the last row swallowed it too.

use std::io::{self, BufRead, Read};

use csv::StringRecord;

use crate::error::FormatError;
use crate::input::{Bound, csv_error};
use crate::report::RejectReason;

/// Longest row, in bytes. The longest of the real lists at hand has 4 KB.
const LONGEST: usize = 1 << 20;
/// Stands after the end of the file, on a row of its own.
const END: &str = "\u{1}end of the list\u{2}";

/// Rows as the file has them, headers included.
pub(crate) struct Lines {
    reader: csv::Reader<Bounded>,
}

/// What was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// A row.
    Row,
    /// A row whose last cell has a quote that nothing closes.
    Open,
    /// The end of the file.
    End,
}

impl Lines {
    pub(crate) fn new(inner: Box<dyn BufRead + Send>, delimiter: u8) -> Self {
        let reader = csv::ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .delimiter(delimiter)
            .from_reader(Bounded::new(inner));
        Self { reader }
    }

    /// Reads the next row that is not blank.
    pub(crate) fn read(&mut self, record: &mut StringRecord) -> Result<Line, FormatError> {
        let line = self.reader.position().line();
        self.reader.get_mut().start_row(line);
        if !self.reader.read_record(record).map_err(csv_error)? {
            return Ok(Line::End);
        }
        let last = record.iter().next_back().unwrap_or_default();
        let Some(rest) = last.strip_suffix(END) else {
            return Ok(Line::Row);
        };
        if record.len() == 1 && rest.is_empty() {
            return Ok(Line::End);
        }
        let rest = rest.trim_end().to_owned();
        record.truncate(record.len() - 1);
        record.push_field(&rest);
        Ok(Line::Open)
    }
}

/// A row with more cells than there are columns has shifted: none of its cells can be trusted.
pub(crate) fn sound(
    line: Line,
    record: &StringRecord,
    columns: usize,
    most: usize,
) -> Result<(), RejectReason> {
    let filled = |cell: &str| !cell.trim().is_empty();
    let reason = if line == Line::Open {
        "a quote is opened and never closed".to_owned()
    } else if record.iter().skip(columns).any(filled) || record.len() > most {
        format!("{} cells for {columns} columns", record.len())
    } else if !record.iter().any(filled) {
        "empty row".to_owned()
    } else {
        return Ok(());
    };
    Err(RejectReason::Unreadable { reason })
}

/// Stops when a row has had more than [`LONGEST`] bytes.
struct Bounded {
    inner: Box<dyn BufRead + Send>,
    end: io::Cursor<String>,
    line: u64,
    taken: usize,
}

impl Bounded {
    fn new(inner: Box<dyn BufRead + Send>) -> Self {
        Self {
            inner,
            end: io::Cursor::new(format!("\n{END}")),
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
        if count == 0 {
            return self.end.read(buffer);
        }
        self.taken += count;
        if self.taken > LONGEST {
            return Err(io::Error::other(Bound::Row { line: self.line }));
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(Line, Vec<String>)> {
        let mut lines = Lines::new(Box::new(io::Cursor::new(text.to_owned())), b',');
        let mut record = StringRecord::new();
        let mut read = Vec::new();
        loop {
            let line = lines.read(&mut record).unwrap();
            if line == Line::End {
                return read;
            }
            read.push((line, record.iter().map(str::to_owned).collect()));
        }
    }

    #[test]
    fn the_mark_of_the_end_is_never_a_row() {
        for text in ["a,b", "a,b\n", "a,b\r\n\r\n", "\n\na,b", "\"a\",\"b\""] {
            let wanted = (Line::Row, vec!["a".to_owned(), "b".to_owned()]);
            assert_eq!(all(text), [wanted], "{text:?}");
        }
        assert_eq!(all(""), []);
    }

    #[test]
    fn a_quote_left_open_is_told_and_the_cells_kept() {
        let rows = all("a,\"b\nc,d\ne,f\n");
        assert_eq!(
            rows,
            [(Line::Open, vec!["a".to_owned(), "b\nc,d\ne,f".to_owned()])]
        );
        assert_eq!(all("a,5\" disque\n")[0].0, Line::Row);
    }
}
