//! Structures and services as lines of CSV.

use serde_json::{Map, Value};

use crate::national::push_cell;

/// The line of headers.
#[must_use]
pub fn header(columns: &[&str]) -> String {
    let mut header = columns.join(",");
    header.push('\n');
    header
}

/// The line of a structure or a service. Lists are joined by `|`, which none of their values holds.
#[must_use]
pub fn csv_row(record: &Map<String, Value>, columns: &[&str]) -> String {
    let mut line = String::new();
    for (rank, column) in columns.iter().enumerate() {
        if rank > 0 {
            line.push(',');
        }
        push_cell(&cell(record.get(*column)), &mut line);
    }
    line.push('\n');
    line
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(values)) => {
            let texts: Vec<String> = values.iter().map(|value| cell(Some(value))).collect();
            texts.join("|")
        }
        Some(other) => other.to_string(),
    }
}
