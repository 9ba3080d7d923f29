//! The document as tables in a ZIP: one a list, a column for each field.
//!
//! A cell holds the text of a field as it is; what is no text, or reads as something else, is written as JSON. So what
//! is written is read back the same, and a list or a period can still be read in a spreadsheet.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read as _, Seek as _};

use portulan_formats::{Bundle, BundleError, BundleWriter, Table, read_bundle, write_bundle};
use portulan_model::governance::Attachment;
use portulan_policy::Capability;
use portulan_policy::actions::Backup;
use portulan_store::ContentDigest;
use serde_json::{Map, Value};

use super::attached;
use super::document::{Exchange, ExchangeError, List, MARK, VERSION};
use crate::{App, Error, files};

/// The table that says what the archive is.
const HEADING: &str = "gouvernance";
/// How a ZIP begins.
const MARK_OF_ZIP: &[u8] = b"PK";
const FIELDS: [&str; 3] = ["portulan", "version", "territory"];

pub(super) fn write(exchange: &Exchange) -> Result<Vec<u8>, ExchangeError> {
    write_bundle(&tables(exchange)).map_err(archive_error)
}

/// Writes the tables, and beside them the contents of attached files, one after the other; says of which files there was
/// none to be had.
pub async fn write_with_contents(
    app: &App,
    _may: &Capability<Backup>,
    exchange: &Exchange,
    out: File,
) -> Result<Vec<String>, Error> {
    let mut bundle = BundleWriter::new(out);
    for table in tables(exchange) {
        bundle.table(&table).map_err(archive_error)?;
    }
    let (mut written, mut lost) = (BTreeSet::new(), Vec::new());
    for value in exchange.records(List::Attachments) {
        let Ok(reference) = attached::read(value) else {
            continue;
        };
        let found = app.store().attachment(reference.file.id).await?;
        let Some((kept, content)) = found else {
            continue;
        };
        if !written.insert(kept.digest) {
            continue;
        }
        match files::content_of(app, &kept, content).await {
            Ok(bytes) => {
                let digits = kept.digest.to_string();
                bundle.file(&digits, &bytes).map_err(archive_error)?;
            }
            Err(Error::Lost(_)) => lost.push(kept.file.name),
            Err(error) => return Err(error),
        }
    }
    bundle.finish().map_err(archive_error)?;
    Ok(lost)
}

/// The contents of files that a document holds: none, where it is no ZIP.
pub struct Held(Option<Bundle<File>>);

/// Opens a document, JSON or ZIP. The contents of its files are read one by one when they are asked for.
pub fn open(mut file: File) -> Result<(Exchange, Held), ExchangeError> {
    let unread = |error: std::io::Error| ExchangeError::Archive(error.to_string());
    let mut head = Vec::new();
    let mut beginning = (&mut file).take(MARK_OF_ZIP.len() as u64);
    beginning.read_to_end(&mut head).map_err(unread)?;
    file.rewind().map_err(unread)?;
    if head == MARK_OF_ZIP {
        let mut bundle = Bundle::open(file).map_err(archive_error)?;
        let tables = bundle.tables(Exchange::LARGEST).map_err(archive_error)?;
        return Ok((document(tables)?, Held(Some(bundle))));
    }
    let mut bytes = Vec::new();
    let mut bounded = file.take(Exchange::LARGEST + 1);
    bounded.read_to_end(&mut bytes).map_err(unread)?;
    Ok((Exchange::read(&bytes)?, Held(None)))
}

impl Held {
    /// The content of a file; none where the document does not hold it.
    pub fn content(&mut self, digest: &ContentDigest) -> Result<Option<Vec<u8>>, ExchangeError> {
        let Some(bundle) = &mut self.0 else {
            return Ok(None);
        };
        let read = bundle.file(&digest.to_string(), Attachment::LARGEST);
        read.map_err(archive_error)
    }
}

fn tables(exchange: &Exchange) -> Vec<Table> {
    let territory = exchange.territory.to_string();
    let values = [MARK.to_owned(), VERSION.to_string(), territory];
    let mut tables = vec![Table {
        name: HEADING.to_owned(),
        rows: vec![
            (1, FIELDS.iter().map(|field| (*field).to_owned()).collect()),
            (2, values.into()),
        ],
    }];
    for list in List::ALL {
        let records = exchange.records(*list);
        if !records.is_empty() {
            tables.push(table(*list, records));
        }
    }
    tables
}

pub(super) fn read(bytes: &[u8]) -> Result<Exchange, ExchangeError> {
    document(read_bundle(bytes, Exchange::LARGEST).map_err(archive_error)?)
}

fn document(tables: Vec<Table>) -> Result<Exchange, ExchangeError> {
    let mut document = Map::new();
    for table in tables {
        if table.name == HEADING {
            let heading = records(&table).into_iter().next();
            let Some(Value::Object(heading)) = heading else {
                return Err(ExchangeError::NotThis);
            };
            document.extend(heading);
        } else {
            let list = Value::Array(records(&table));
            document.insert(table.name, list);
        }
    }
    Exchange::from_value(Value::Object(document))
}

fn archive_error(error: BundleError) -> ExchangeError {
    match error {
        BundleError::TooLarge(limit) => ExchangeError::TooLarge(limit),
        BundleError::Row { file, line, .. } => ExchangeError::Table { file, line },
        other => ExchangeError::Archive(other.to_string()),
    }
}

fn table(list: List, records: &[Value]) -> Table {
    let objects = || records.iter().filter_map(Value::as_object);
    let mut columns: Vec<&String> = Vec::new();
    for field in objects().flat_map(Map::keys) {
        if !columns.contains(&field) {
            columns.push(field);
        }
    }
    let row = |record: &Map<String, Value>| {
        let cell = |column: &&String| record.get(*column).map(cell).unwrap_or_default();
        columns.iter().map(cell).collect()
    };
    let header = columns.iter().map(|column| (*column).clone()).collect();
    let rows = [header].into_iter().chain(objects().map(row));
    Table {
        name: list.word().to_owned(),
        rows: (1..).zip(rows).collect(),
    }
}

/// The text of a field where it reads as nothing else, its JSON otherwise.
fn cell(value: &Value) -> String {
    match value {
        Value::String(text) if is_plain(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether a text is read back as itself.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && serde_json::from_str::<Value>(text).is_err()
}

fn records(table: &Table) -> Vec<Value> {
    let mut rows = table.rows.iter().map(|(_, cells)| cells);
    let Some(header) = rows.next() else {
        return Vec::new();
    };
    let record = |cells: &Vec<String>| {
        let filled = header.iter().zip(cells);
        let filled = filled.filter(|(_, cell)| !cell.is_empty());
        let value = |cell: &String| {
            serde_json::from_str(cell).unwrap_or_else(|_plain| Value::String(cell.clone()))
        };
        Value::Object(
            filled
                .map(|(name, cell)| (name.clone(), value(cell)))
                .collect(),
        )
    };
    rows.map(record).collect()
}
