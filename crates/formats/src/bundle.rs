//! Tables together in one ZIP: a CSV for each, in UTF-8 with its mark so that spreadsheets show accents.
//!
//! What comes from outside is bounded before it is unpacked: entries, names, and bytes as they come out.

use std::io::{Cursor, Read, Write};

use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::{plain_cell, safe_cell};

/// Entries that are read at most.
const ENTRIES: usize = 50;
/// The mark by which spreadsheets know UTF-8.
const MARK: &str = "\u{feff}";
/// The ending of a table.
const ENDING: &str = ".csv";

/// A table: its name, and its rows with the line on which each begins, headers first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of its file, without the ending.
    pub name: String,
    /// Line and cells.
    pub rows: Vec<(u64, Vec<String>)>,
}

/// Why tables are not read or written.
#[derive(Debug, Error)]
pub enum BundleError {
    /// No ZIP, or a broken one.
    #[error("{0}")]
    Zip(String),
    /// More than is read.
    #[error("more than {0} bytes once unpacked")]
    TooLarge(u64),
    /// An entry that is no table: only files named in plain letters, that end in `.csv`, are read.
    #[error("{0:?} is no table")]
    NoTable(String),
    /// The same table twice.
    #[error("{0:?} is there twice")]
    Twice(String),
    /// A table that cannot be read.
    #[error("{file}, line {line}: {reason}")]
    Row {
        /// Which file.
        file: String,
        /// Line, from 1.
        line: u64,
        /// What is wrong.
        reason: String,
    },
}

fn zip_error(error: impl std::fmt::Display) -> BundleError {
    BundleError::Zip(error.to_string())
}

/// Writes tables as a ZIP. The same tables give the same bytes.
pub fn write_bundle(tables: &[Table]) -> Result<Vec<u8>, BundleError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for table in tables {
        let name = format!("{}{ENDING}", table.name);
        zip.start_file(name, SimpleFileOptions::default())
            .map_err(zip_error)?;
        zip.write_all(MARK.as_bytes()).map_err(zip_error)?;
        let mut writer = csv::Writer::from_writer(&mut zip);
        for (_, row) in &table.rows {
            let cells = row.iter().map(|cell| safe_cell(cell).into_owned());
            writer.write_record(cells).map_err(zip_error)?;
        }
        writer.flush().map_err(zip_error)?;
    }
    Ok(zip.finish().map_err(zip_error)?.into_inner())
}

/// Reads the tables of a ZIP, of so many bytes together at most.
pub fn read_bundle(bytes: &[u8], largest: u64) -> Result<Vec<Table>, BundleError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(zip_error)?;
    if zip.len() > ENTRIES {
        return Err(zip_error(format!("more than {ENTRIES} entries")));
    }
    let mut left = largest;
    let mut tables: Vec<Table> = Vec::new();
    for index in 0..zip.len() {
        let entry = zip.by_index(index).map_err(zip_error)?;
        let file = entry.name().map_err(zip_error)?.into_owned();
        let name = table_name(&file).ok_or_else(|| BundleError::NoTable(file.clone()))?;
        if tables.iter().any(|table| table.name == name) {
            return Err(BundleError::Twice(file));
        }
        let mut text = Vec::new();
        let taken = entry.take(left + 1).read_to_end(&mut text);
        let taken = u64::try_from(taken.map_err(zip_error)?).unwrap_or(u64::MAX);
        left = left
            .checked_sub(taken)
            .ok_or(BundleError::TooLarge(largest))?;
        let name = name.to_owned();
        let rows = rows(&file, &text)?;
        tables.push(Table { name, rows });
    }
    Ok(tables)
}

/// The name of a table, where a file has one that no folder would obey.
fn table_name(file: &str) -> Option<&str> {
    let name = file.strip_suffix(ENDING)?;
    let plain = |c: char| c.is_ascii_lowercase() || matches!(c, '-' | '_');
    (!name.is_empty() && name.len() <= 60 && name.chars().all(plain)).then_some(name)
}

fn rows(file: &str, text: &[u8]) -> Result<Vec<(u64, Vec<String>)>, BundleError> {
    let text = text.strip_prefix(MARK.as_bytes()).unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text);
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| BundleError::Row {
            file: file.to_owned(),
            line: error.position().map_or(0, csv::Position::line),
            reason: error.to_string(),
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().map(|cell| plain_cell(cell).to_owned());
        rows.push((line, cells.collect()));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str, rows: &[&[&str]]) -> Table {
        let line = |(line, row): (u64, &&[&str])| {
            (line, row.iter().map(|cell| (*cell).to_owned()).collect())
        };
        Table {
            name: name.to_owned(),
            rows: (1..).zip(rows).map(line).collect(),
        }
    }

    #[test]
    fn tables_come_out_as_they_went_in_and_give_the_same_bytes() {
        let tables = [
            table("bodies", &[&["slug", "name"], &["a", "=1+1 \"été\", oui"]]),
            table("posts", &[&["id"]]),
        ];
        let bytes = write_bundle(&tables).unwrap();
        assert_eq!(read_bundle(&bytes, 10_000).unwrap(), tables);
        assert_eq!(write_bundle(&tables).unwrap(), bytes);
        let refused = read_bundle(&bytes, 20).unwrap_err();
        assert!(matches!(refused, BundleError::TooLarge(20)), "{refused}");
    }

    #[test]
    fn a_hostile_archive_is_refused() {
        let one = |name: &str, content: &[u8]| {
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
            zip.finish().unwrap().into_inner()
        };
        for name in [
            "../bodies.csv",
            "a/b.csv",
            "bodies.exe",
            ".csv",
            "BODIES.csv",
        ] {
            let refused = read_bundle(&one(name, b"a"), 100).unwrap_err();
            assert!(
                matches!(refused, BundleError::NoTable(_)),
                "{name}: {refused}"
            );
        }
        let swells = one("bodies.csv", &vec![b'a'; 5_000_000]);
        assert!(swells.len() < 100_000);
        let refused = read_bundle(&swells, 1_000_000).unwrap_err();
        assert!(matches!(refused, BundleError::TooLarge(_)), "{refused}");
        for bytes in [&b"PK\x03\x04"[..], b"PK", b"", b"slug,name"] {
            assert!(read_bundle(bytes, 100).is_err());
        }
        let uneven = one("bodies.csv", b"a,b\n1,2,3\n");
        let refused = read_bundle(&uneven, 100).unwrap_err();
        assert!(
            matches!(refused, BundleError::Row { line: 2, .. }),
            "{refused}"
        );
    }
}
