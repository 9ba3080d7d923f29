//! A row as named cells, whether it came from CSV or from JSON.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use crate::safe::plain_cell;

/// A row whose cells are found by the name of their column. A cell that is not there is empty.
pub(crate) trait Cells {
    /// The cell of a column, without the blanks around it.
    fn cell(&self, column: &str) -> &str;

    /// Whether there is such a column, be the cell filled or not.
    fn names(&self, column: &str) -> bool;

    /// The first filled cell of several columns.
    fn first_of(&self, columns: &[&str]) -> &str {
        columns
            .iter()
            .map(|column| self.cell(column))
            .find(|cell| !cell.is_empty())
            .unwrap_or_default()
    }
}

/// Where each column of a CSV file is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Header {
    ranks: HashMap<String, usize>,
}

impl Header {
    /// Reads the names: lower case, without blanks around them; of two columns of one name the first counts.
    pub(crate) fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut ranks = HashMap::new();
        for (rank, name) in names.enumerate() {
            let name = name.trim().trim_matches('\u{feff}').to_lowercase();
            ranks.entry(name).or_insert(rank);
        }
        Self { ranks }
    }

    pub(crate) fn has(&self, column: &str) -> bool {
        self.ranks.contains_key(column)
    }

    pub(crate) fn has_all(&self, columns: &[&str]) -> bool {
        columns.iter().all(|column| self.has(column))
    }

    pub(crate) fn row<'a>(&'a self, record: &'a csv::StringRecord) -> CsvCells<'a> {
        CsvCells {
            header: self,
            record,
        }
    }
}

/// A row of a CSV file.
pub(crate) struct CsvCells<'a> {
    header: &'a Header,
    record: &'a csv::StringRecord,
}

impl Cells for CsvCells<'_> {
    fn cell(&self, column: &str) -> &str {
        let rank = self.header.ranks.get(column);
        rank.and_then(|rank| self.record.get(*rank))
            .map(|cell| plain_cell(cell.trim()))
            .unwrap_or_default()
    }

    fn names(&self, column: &str) -> bool {
        self.header.has(column)
    }
}

/// An object of a JSON document, its values made into text: lists are joined by `|`.
#[derive(Debug, Default)]
pub(crate) struct JsonCells(BTreeMap<String, String>);

impl JsonCells {
    pub(crate) fn new(object: &Map<String, Value>) -> Self {
        let cells = object.iter().filter_map(|(name, value)| {
            let text = text_of(value)?;
            Some((name.to_lowercase(), text.trim().to_owned()))
        });
        Self(cells.collect())
    }
}

impl Cells for JsonCells {
    fn cell(&self, column: &str) -> &str {
        self.0.get(column).map(String::as_str).unwrap_or_default()
    }

    fn names(&self, column: &str) -> bool {
        self.0.contains_key(column)
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Null | Value::Object(_) => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Array(values) => {
            let texts: Vec<String> = values.iter().filter_map(text_of).collect();
            Some(texts.join("|"))
        }
    }
}
