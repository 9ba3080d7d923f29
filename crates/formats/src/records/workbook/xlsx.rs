//! XLSX, cell by cell: a sheet that names its last corner takes no more memory than its filled cells.

use std::collections::VecDeque;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader as _, Xlsx};

use super::archive::Archive;
use super::{Cells, Gathered, broken, no_sheet};
use crate::error::FormatError;

pub(super) fn rows(archive: Archive, wanted: Option<&str>) -> Result<VecDeque<Cells>, FormatError> {
    let bytes = Cursor::new(archive.into_bytes());
    let mut book = Xlsx::new(bytes).map_err(|error| broken(&error))?;
    let sheets = book.sheet_names();
    if let Some(name) = wanted {
        if !sheets.iter().any(|sheet| sheet == name) {
            return Err(no_sheet(name, sheets.iter().map(String::as_str)));
        }
        return sheet(&mut book, name);
    }
    for name in sheets {
        let rows = sheet(&mut book, &name)?;
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Err(FormatError::Empty)
}

fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Result<VecDeque<Cells>, FormatError> {
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|error| broken(&error))?;
    let mut gathered = Gathered::default();
    while let Some(cell) = cells.next_cell().map_err(|error| broken(&error))? {
        let (row, column) = cell.get_position();
        gathered.put(row as usize, column as usize, text(cell.get_value()))?;
    }
    Ok(gathered.rows)
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(moment) => date(moment),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A day, a time of day, or both.
fn date(moment: &ExcelDateTime) -> String {
    let value = moment.as_f64();
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let clock = format!("{hour:02}:{minute:02}");
    if value.abs() < 1.0 {
        clock
    } else if value.fract().abs() < 1e-6 {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02}T{clock}")
    }
}
