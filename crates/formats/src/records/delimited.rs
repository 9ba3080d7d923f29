//! CSV as flat rows: headers named, titles above them left out, every cell kept as read.

use std::collections::VecDeque;
use std::io::BufRead;
use std::sync::Arc;

use csv::StringRecord;

use super::names::name_columns;
use super::{MOST_COLUMNS, Record};
use crate::delimiter::delimiter;
use crate::error::FormatError;
use crate::lines::{Line, Lines, sound};
use crate::safe::plain_cell;

/// Rows among which the headers are looked for.
const TITLES: usize = 20;

pub(super) struct Delimited {
    lines: Lines,
    columns: Vec<Arc<str>>,
    /// Rows read while the headers were looked for.
    ahead: VecDeque<(Line, StringRecord)>,
}

impl Delimited {
    /// Reads the headers: the first row with two filled cells, or the first row where there is none.
    pub(super) fn open(
        start: &str,
        inner: Box<dyn BufRead + Send>,
        forced: Option<u8>,
    ) -> Result<Self, FormatError> {
        let forced = forced.filter(|byte| byte.is_ascii() && !b"\"\r\n".contains(byte));
        let mut lines = Lines::new(inner, forced.unwrap_or_else(|| delimiter(start)));
        let mut ahead = VecDeque::new();
        let mut header = 0;
        while ahead.len() < TITLES {
            let mut row = StringRecord::new();
            let line = lines.read(&mut row)?;
            if line == Line::End {
                break;
            }
            let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
            ahead.push_back((line, row));
            if filled > 1 {
                header = ahead.len() - 1;
                break;
            }
        }
        ahead.drain(..header);
        let (_, names) = ahead.pop_front().ok_or(FormatError::Empty)?;
        if names.len() > MOST_COLUMNS {
            return Err(FormatError::TooManyColumns {
                found: names.len(),
                limit: MOST_COLUMNS,
            });
        }
        Ok(Self {
            lines,
            columns: name_columns(names.iter()),
            ahead,
        })
    }

    pub(super) fn columns(&self) -> &[Arc<str>] {
        &self.columns
    }

    pub(super) fn next(&mut self) -> Result<Option<Record>, FormatError> {
        let (line, row) = if let Some(read) = self.ahead.pop_front() {
            read
        } else {
            let mut row = StringRecord::new();
            (self.lines.read(&mut row)?, row)
        };
        if line == Line::End {
            return Ok(None);
        }
        let mut record = Record::new(0, self.cells(&row));
        record.broken = sound(line, &row, self.columns.len(), MOST_COLUMNS).err();
        Ok(Some(record))
    }

    fn cells(&self, row: &StringRecord) -> Vec<(Arc<str>, String)> {
        let beyond = self.columns.len()..row.len().min(MOST_COLUMNS);
        let beyond = beyond.map(|rank| Arc::from(format!("colonne {}", rank + 1)));
        let names = self.columns.iter().cloned().chain(beyond);
        names
            .zip(row.iter())
            .map(|(name, cell)| (name, plain_cell(cell).to_owned()))
            .collect()
    }
}
