//! Tables together in one ZIP: a CSV for each, in UTF-8 with its mark so that spreadsheets show accents; and beside them, in
//! a folder, files that are named by 64 hexadecimal digits and by nothing that anybody typed.
//!
//! What comes from outside is bounded before it is unpacked: entries, names, and bytes as they come out.

use std::io::{Cursor, Read, Seek, Write};

use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::{plain_cell, safe_cell};

/// Tables that are read at most.
const TABLES: usize = 50;
/// Entries that are looked at, at most.
const ENTRIES: usize = 100_000;
/// The folder of files.
const FOLDER: &str = "fichiers/";
/// Digits of the name of a file.
const DIGITS: usize = 64;
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
    let mut bundle = BundleWriter::new(Cursor::new(Vec::new()));
    tables.iter().try_for_each(|table| bundle.table(table))?;
    Ok(bundle.finish()?.into_inner())
}

/// Reads the tables of a ZIP, of so many bytes together at most.
pub fn read_bundle(bytes: &[u8], largest: u64) -> Result<Vec<Table>, BundleError> {
    Bundle::open(Cursor::new(bytes))?.tables(largest)
}

/// A ZIP that is being written.
pub struct BundleWriter<W: Write + Seek> {
    zip: ZipWriter<W>,
}

impl<W: Write + Seek> BundleWriter<W> {
    /// Begins one.
    pub fn new(out: W) -> Self {
        let zip = ZipWriter::new(out);
        Self { zip }
    }

    /// Adds a table.
    pub fn table(&mut self, table: &Table) -> Result<(), BundleError> {
        let name = format!("{}{ENDING}", table.name);
        let started = self.zip.start_file(name, SimpleFileOptions::default());
        started.map_err(zip_error)?;
        self.zip.write_all(MARK.as_bytes()).map_err(zip_error)?;
        let mut writer = csv::Writer::from_writer(&mut self.zip);
        for (_, row) in &table.rows {
            let cells = row.iter().map(|cell| safe_cell(cell).into_owned());
            writer.write_record(cells).map_err(zip_error)?;
        }
        writer.flush().map_err(zip_error)
    }

    /// Adds a file under its digits.
    pub fn file(&mut self, digits: &str, bytes: &[u8]) -> Result<(), BundleError> {
        let name = format!("{FOLDER}{digits}");
        if !is_file(&name) {
            return Err(BundleError::NoTable(name));
        }
        let started = self.zip.start_file(name, SimpleFileOptions::default());
        started.map_err(zip_error)?;
        self.zip.write_all(bytes).map_err(zip_error)
    }

    /// Ends it.
    pub fn finish(self) -> Result<W, BundleError> {
        self.zip.finish().map_err(zip_error)
    }
}

/// A ZIP that is being read.
pub struct Bundle<R: Read + Seek> {
    zip: ZipArchive<R>,
}

impl<R: Read + Seek> Bundle<R> {
    /// Opens one.
    pub fn open(from: R) -> Result<Self, BundleError> {
        let zip = ZipArchive::new(from).map_err(zip_error)?;
        if zip.len() > ENTRIES {
            return Err(zip_error(format!("more than {ENTRIES} entries")));
        }
        Ok(Self { zip })
    }

    /// Its tables, of so many bytes together at most.
    pub fn tables(&mut self, largest: u64) -> Result<Vec<Table>, BundleError> {
        let mut left = largest;
        let mut tables: Vec<Table> = Vec::new();
        for index in 0..self.zip.len() {
            let entry = self.zip.by_index(index).map_err(zip_error)?;
            let file = entry.name().map_err(zip_error)?.into_owned();
            if is_file(&file) {
                continue;
            }
            let name = table_name(&file).ok_or_else(|| BundleError::NoTable(file.clone()))?;
            if tables.len() == TABLES {
                return Err(zip_error(format!("more than {TABLES} tables")));
            }
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

    /// A file by its digits, one byte more than is taken of a larger one; none where there is none.
    pub fn file(&mut self, digits: &str, largest: u64) -> Result<Option<Vec<u8>>, BundleError> {
        let name = format!("{FOLDER}{digits}");
        let Some(index) = self.zip.index_for_name(&name).filter(|_| is_file(&name)) else {
            return Ok(None);
        };
        let entry = self.zip.by_index(index).map_err(zip_error)?;
        let mut bytes = Vec::new();
        let read = entry.take(largest + 1).read_to_end(&mut bytes);
        read.map_err(zip_error)?;
        Ok(Some(bytes))
    }
}

/// Whether an entry is a file: in its folder, under digits alone.
fn is_file(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    let digits = name.strip_prefix(FOLDER);
    digits.is_some_and(|digits| digits.len() == DIGITS && digits.chars().all(plain))
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
    fn files_stand_beside_tables_under_their_digits_alone() {
        let digits = "0f".repeat(32);
        let mut bundle = BundleWriter::new(Cursor::new(Vec::new()));
        bundle
            .table(&table("bodies", &[&["slug"], &["a"]]))
            .unwrap();
        bundle.file(&digits, b"%PDF").unwrap();
        for wrong in ["", "../a", &"0f".repeat(31), &digits.to_uppercase()] {
            assert!(bundle.file(wrong, b"a").is_err(), "{wrong}");
        }
        let bytes = bundle.finish().unwrap().into_inner();
        let mut read = Bundle::open(Cursor::new(bytes)).unwrap();
        assert_eq!(read.tables(1_000).unwrap().len(), 1);
        assert_eq!(read.file(&digits, 4).unwrap().unwrap(), b"%PDF");
        assert_eq!(read.file(&digits, 2).unwrap().unwrap(), b"%PD");
        for none in ["", "../bodies.csv", &"00".repeat(32)] {
            assert_eq!(read.file(none, 4).unwrap(), None, "{none}");
        }
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
            "fichiers/../bodies.csv",
            "fichiers/lettre.pdf",
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
