//! Any list as flat rows. Real lists are read where they are (`PORTULAN_SHARED`); without them, small own ones.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests"
)]

mod bounds;
mod delimited;
mod json;
mod real;
mod workbooks;

use std::io::Cursor;

use portulan_formats::{FormatError, Record, RecordOptions, Records, RejectReason, open_records};

pub(crate) fn open(bytes: &[u8], options: &RecordOptions) -> Result<Records, FormatError> {
    open_records("list", Box::new(Cursor::new(bytes.to_vec())), options)
}

pub(crate) fn all_with(bytes: &[u8], options: &RecordOptions) -> Result<Vec<Record>, FormatError> {
    open(bytes, options)?.collect()
}

pub(crate) fn all(text: &str) -> Vec<Record> {
    all_with(text.as_bytes(), &RecordOptions::default()).unwrap()
}

pub(crate) fn refused(bytes: &[u8]) -> FormatError {
    all_with(bytes, &RecordOptions::default()).unwrap_err()
}

/// Rows as `name=cell` pairs.
pub(crate) fn shown(records: &[Record]) -> Vec<String> {
    let row = |record: &Record| {
        let cells = record.iter().map(|(name, cell)| format!("{name}={cell}"));
        cells.collect::<Vec<_>>().join(" ")
    };
    records.iter().map(row).collect()
}

pub(crate) fn broken(record: &Record) -> &str {
    match &record.broken {
        Some(RejectReason::Unreadable { reason }) => reason,
        _ => "",
    }
}
