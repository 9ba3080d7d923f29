//! The document as tables in a ZIP: one a list, a column for each field.
//!
//! A cell holds the text of a field as it is; what is no text, or reads as something else, is written as JSON. So what
//! is written is read back the same, and a list or a period can still be read in a spreadsheet.

use portulan_formats::{BundleError, Table, read_bundle, write_bundle};
use serde_json::{Map, Value};

use super::document::{Exchange, ExchangeError, List, MARK, VERSION};

/// The table that says what the archive is.
const HEADING: &str = "gouvernance";
const FIELDS: [&str; 3] = ["portulan", "version", "territory"];

pub(super) fn write(exchange: &Exchange) -> Result<Vec<u8>, ExchangeError> {
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
    write_bundle(&tables).map_err(archive_error)
}

pub(super) fn read(bytes: &[u8]) -> Result<Exchange, ExchangeError> {
    let tables = read_bundle(bytes, Exchange::LARGEST).map_err(archive_error)?;
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
