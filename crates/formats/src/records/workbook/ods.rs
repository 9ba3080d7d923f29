//! ODS, element by element. Sheets repeat cells and rows by a number, which may be a trap: repeats of filled cells count
//! against the bounds of the sheet, repeats of empty ones cost nothing.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Cursor};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use super::archive::Archive;
use super::{Cells, Gathered, broken, no_sheet};
use crate::error::FormatError;

pub(super) fn rows(archive: Archive, wanted: Option<&str>) -> Result<VecDeque<Cells>, FormatError> {
    let bytes = Cursor::new(archive.into_bytes());
    let mut zip = ZipArchive::new(bytes).map_err(|error| broken(&error))?;
    let content = zip.by_name("content.xml").map_err(|error| broken(&error))?;
    let mut reading = Reading::default();
    let mut reader = Reader::from_reader(BufReader::new(content));
    reading.run(&mut reader, wanted)?;
    match wanted {
        Some(name) if !reading.sheets.iter().any(|sheet| sheet == name) => {
            Err(no_sheet(name, reading.sheets.iter().map(String::as_str)))
        }
        _ => Ok(reading.gathered.rows),
    }
}

/// Where the reading of the document is.
#[derive(Default)]
struct Reading {
    sheets: Vec<String>,
    /// Within the sheet that is read.
    inside: bool,
    row: usize,
    row_repeats: usize,
    line: Vec<(usize, String)>,
    column: usize,
    cell: Option<Cell>,
    note: usize,
    gathered: Gathered,
}

#[derive(Default)]
struct Cell {
    repeats: usize,
    value: Option<String>,
    text: String,
    paragraphs: usize,
    /// Within a paragraph.
    open: bool,
}

impl Reading {
    fn run<R: BufRead>(
        &mut self,
        reader: &mut Reader<R>,
        wanted: Option<&str>,
    ) -> Result<(), FormatError> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader
                .read_event_into(&mut buffer)
                .map_err(|error| broken(&error))?
            {
                Event::Start(tag) => self.start(&tag, wanted)?,
                Event::Empty(tag) => {
                    self.start(&tag, wanted)?;
                    if self.end(tag.name().as_ref())? {
                        return Ok(());
                    }
                }
                Event::End(tag) if self.end(tag.name().as_ref())? => return Ok(()),
                Event::Text(text) => {
                    self.say(&text);
                }
                Event::GeneralRef(entity) => {
                    let known = match entity.resolve_char_ref().ok().flatten() {
                        Some(character) => character.to_string(),
                        None => quick_xml::escape::resolve_predefined_entity(&entity)
                            .unwrap_or_default()
                            .to_owned(),
                    };
                    self.say(&known);
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn say(&mut self, text: &str) {
        if self.note == 0
            && let Some(cell) = self.cell.as_mut().filter(|cell| cell.open)
        {
            cell.text.push_str(text);
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, wanted: Option<&str>) -> Result<(), FormatError> {
        match tag.name().as_ref() {
            "table:table" => {
                let name = attribute(tag, "table:name")?.unwrap_or_default();
                self.inside = wanted.is_none_or(|wanted| wanted == name);
                self.sheets.push(name);
                self.row = 0;
            }
            "table:table-row" if self.inside => {
                self.row_repeats = repeats(tag, "table:number-rows-repeated")?;
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" if self.inside => {
                self.cell = Some(Cell {
                    repeats: repeats(tag, "table:number-columns-repeated")?,
                    value: typed(tag)?,
                    ..Cell::default()
                });
            }
            "office:annotation" => self.note += 1,
            "text:p" => {
                if let Some(cell) = self.cell.as_mut().filter(|_| self.note == 0) {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                    cell.open = true;
                }
            }
            "text:s" | "text:tab" => self.say(" "),
            "text:line-break" => self.say("\n"),
            _ => {}
        }
        Ok(())
    }

    /// Whether the sheet is read.
    fn end(&mut self, name: &str) -> Result<bool, FormatError> {
        match name {
            "office:annotation" => self.note = self.note.saturating_sub(1),
            "text:p" => {
                if let Some(cell) = self.cell.as_mut().filter(|_| self.note == 0) {
                    cell.open = false;
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    self.cell_ends(cell)?;
                }
            }
            "table:table-row" if self.inside => self.row_ends()?,
            "table:table" if self.inside => {
                self.inside = false;
                return Ok(!self.gathered.rows.is_empty());
            }
            _ => {}
        }
        Ok(false)
    }

    fn cell_ends(&mut self, cell: Cell) -> Result<(), FormatError> {
        let text = cell.value.unwrap_or(cell.text);
        if !text.trim().is_empty() {
            self.gathered.room(self.column, cell.repeats, text.len())?;
            for rank in self.column..self.column + cell.repeats {
                self.line.push((rank, text.clone()));
            }
        }
        self.column = self.column.saturating_add(cell.repeats);
        Ok(())
    }

    fn row_ends(&mut self) -> Result<(), FormatError> {
        let line = std::mem::take(&mut self.line);
        if !line.is_empty() {
            for row in self.row..self.row.saturating_add(self.row_repeats) {
                for (column, text) in &line {
                    self.gathered.put(row, *column, text.clone())?;
                }
            }
        }
        self.row = self.row.saturating_add(self.row_repeats);
        Ok(())
    }
}

/// The value that stands beside the text of a cell, where it says more.
fn typed(tag: &BytesStart<'_>) -> Result<Option<String>, FormatError> {
    let kind = attribute(tag, "office:value-type")?.unwrap_or_default();
    Ok(match kind.as_str() {
        "float" | "currency" => attribute(tag, "office:value")?,
        "boolean" => attribute(tag, "office:boolean-value")?,
        "date" => attribute(tag, "office:date-value")?.map(|date| day(&date)),
        "time" => attribute(tag, "office:time-value")?.map(|time| clock(&time)),
        _ => None,
    })
}

/// `2024-01-05T00:00:00` is a day.
fn day(date: &str) -> String {
    let day = date.strip_suffix("T00:00:00");
    day.unwrap_or(date).to_owned()
}

/// `PT09H30M00S` is 09:30.
fn clock(time: &str) -> String {
    let parts = time
        .strip_prefix("PT")
        .and_then(|rest| rest.split_once('H'));
    let parts = parts.and_then(|(hours, rest)| {
        let (minutes, _) = rest.split_once('M')?;
        let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
        Some(format!("{hours:02}:{minutes:02}"))
    });
    parts.unwrap_or_else(|| time.to_owned())
}

fn repeats(tag: &BytesStart<'_>, name: &str) -> Result<usize, FormatError> {
    let number = attribute(tag, name)?.and_then(|number| number.parse().ok());
    Ok(number.unwrap_or(1))
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, FormatError> {
    let attribute = tag
        .try_get_attribute(name)
        .map_err(|error| broken(&error))?;
    let value = attribute.map(|attribute| {
        quick_xml::escape::unescape(&attribute.value).map(std::borrow::Cow::into_owned)
    });
    value.transpose().map_err(|error| broken(&error))
}
