//! Workbooks (XLSX, ODS) as flat rows.
//!
//! A workbook is a zip: it is judged before it is opened (see [`archive`]), and what one sheet may hold has bounds. The
//! headers are the first row with two filled cells.

mod archive;
mod ods;
mod xlsx;

use std::collections::VecDeque;
use std::io::Read;
use std::sync::Arc;

use self::archive::Archive;
use super::names::name_columns;
use super::{MOST_COLUMNS, Record};
use crate::error::FormatError;

/// Most filled cells of a sheet.
const MOST_CELLS: usize = 4_000_000;
/// Most rows of a sheet: what spreadsheets themselves allow.
const MOST_ROWS: usize = 1 << 20;
/// Most bytes of the texts of a sheet.
const MOST_TEXT: usize = 256 << 20;

/// The filled cells of one row, by the rank of their column.
type Cells = Vec<(usize, String)>;

/// The sheet that is read.
pub(super) struct Sheet {
    columns: Vec<Arc<str>>,
    first: usize,
    rows: VecDeque<Cells>,
}

impl Sheet {
    /// Reads the named sheet, else the first that is not empty.
    pub(super) fn open(bytes: impl Read, wanted: Option<&str>) -> Result<Self, FormatError> {
        let archive = Archive::open(bytes)?;
        let rows = if archive.has("content.xml") {
            ods::rows(archive, wanted)?
        } else {
            xlsx::rows(archive, wanted)?
        };
        Self::under_headers(rows)
    }

    fn under_headers(mut rows: VecDeque<Cells>) -> Result<Self, FormatError> {
        let header = rows.iter().position(|cells| cells.len() > 1).unwrap_or(0);
        rows.drain(..header);
        let header = rows.pop_front().ok_or(FormatError::Empty)?;
        let ranks = || header.iter().map(|(rank, _)| *rank);
        let (first, last) = (ranks().min().unwrap_or(0), ranks().max().unwrap_or(0));
        let mut names = vec![""; (last + 1).saturating_sub(first)];
        for (rank, name) in &header {
            if let Some(slot) = names.get_mut(rank - first) {
                *slot = name;
            }
        }
        Ok(Self {
            columns: name_columns(names.into_iter()),
            first,
            rows,
        })
    }

    pub(super) fn columns(&self) -> &[Arc<str>] {
        &self.columns
    }

    pub(super) fn next(&mut self) -> Option<Record> {
        let cells = self.rows.pop_front()?;
        let width = self.columns.len();
        let mut beyond = 0;
        let cells: Vec<(Arc<str>, String)> = cells
            .into_iter()
            .take(MOST_COLUMNS)
            .map(|(rank, text)| match rank.checked_sub(self.first) {
                Some(rank) if rank < width => {
                    let name = self.columns.get(rank).map_or_else(|| "".into(), Arc::clone);
                    (name, text)
                }
                _ => {
                    beyond += 1;
                    (Arc::from(format!("colonne {}", rank + 1)), text)
                }
            })
            .collect();
        let mut record = Record::new(0, cells);
        record.broken = match (beyond, record.is_blank()) {
            (0, false) => None,
            (0, true) => Some("empty row".to_owned()),
            _ => Some(format!("{} cells for {width} columns", width + beyond)),
        }
        .map(super::unreadable);
        Some(record)
    }
}

/// Rows under way, with bounds.
#[derive(Default)]
struct Gathered {
    rows: VecDeque<Cells>,
    cells: usize,
    text: usize,
}

impl Gathered {
    /// Refuses what would not fit.
    fn room(&self, column: usize, cells: usize, text: usize) -> Result<(), FormatError> {
        if column.saturating_add(cells) > MOST_COLUMNS {
            return Err(FormatError::TooManyColumns {
                found: column.saturating_add(cells),
                limit: MOST_COLUMNS,
            });
        }
        let text = self.text.saturating_add(cells.saturating_mul(text));
        if self.cells.saturating_add(cells) > MOST_CELLS || text > MOST_TEXT {
            return Err(too_large());
        }
        Ok(())
    }

    /// Puts a cell in the row of a rank; rows that are skipped are empty.
    fn put(&mut self, row: usize, column: usize, text: String) -> Result<(), FormatError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.room(column, 1, text.len())?;
        if row >= MOST_ROWS {
            return Err(too_large());
        }
        self.cells += 1;
        self.text += text.len();
        while self.rows.len() <= row {
            self.rows.push_back(Cells::new());
        }
        if let Some(cells) = self.rows.get_mut(row) {
            cells.push((column, text));
        }
        Ok(())
    }
}

const fn too_large() -> FormatError {
    FormatError::WorkbookTooLarge {
        limit: MOST_TEXT as u64,
    }
}

fn broken(reason: &impl ToString) -> FormatError {
    FormatError::Workbook {
        reason: reason.to_string(),
    }
}

fn no_sheet<'a>(name: &str, found: impl Iterator<Item = &'a str>) -> FormatError {
    FormatError::NoSheet {
        name: name.to_owned(),
        found: found.take(20).collect::<Vec<_>>().join(", "),
    }
}
