//! JSON objects as flat rows: `a.b.c`, `a.0.c`.
//!
//! A short document can hold long paths many times over, so the cells of a row and the bytes of their names have bounds.

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::documents::Reader;
use super::{MOST_COLUMNS, Record};
use crate::elements::Elements;
use crate::error::FormatError;
use crate::report::RejectReason;

/// Deepest nesting that is flattened; `serde_json` itself stops at 128.
const DEEPEST: usize = 32;
/// Most bytes of the names of one row; and of the names of a list that are kept to be shared by its rows.
const LONGEST_NAMES: usize = 4 << 20;

pub(super) struct Flattened {
    elements: Elements<Reader>,
    names: Names,
}

impl Flattened {
    pub(super) fn new(elements: Elements<Reader>) -> Self {
        Self {
            elements,
            names: Names::default(),
        }
    }

    pub(super) fn columns(&self) -> &[Arc<str>] {
        &self.names.ordered
    }

    pub(super) fn next(&mut self) -> Result<Option<Record>, FormatError> {
        let Some(element) = self.elements.next()? else {
            return Ok(None);
        };
        let mut row = Row::new(&mut self.names);
        let broken = match element.object() {
            Ok(object) => row.object(object),
            Err(reason) => Err(reason),
        };
        let mut record = Record::new(0, row.cells);
        record.broken = broken.err();
        Ok(Some(record))
    }
}

/// Names seen, each kept once, in the order they came.
#[derive(Default)]
struct Names {
    known: HashSet<Arc<str>>,
    ordered: Vec<Arc<str>>,
    written: usize,
}

impl Names {
    fn intern(&mut self, path: &str) -> Arc<str> {
        if let Some(name) = self.known.get(path) {
            return Arc::clone(name);
        }
        let name: Arc<str> = Arc::from(path);
        let written = self.written + name.len();
        if self.ordered.len() < MOST_COLUMNS && written <= LONGEST_NAMES {
            self.written = written;
            self.known.insert(Arc::clone(&name));
            self.ordered.push(Arc::clone(&name));
        }
        name
    }
}

/// The row being flattened.
struct Row<'a> {
    names: &'a mut Names,
    cells: Vec<(Arc<str>, String)>,
    path: String,
    written: usize,
}

impl<'a> Row<'a> {
    fn new(names: &'a mut Names) -> Self {
        Self {
            names,
            cells: Vec::new(),
            path: String::new(),
            written: 0,
        }
    }

    fn object(&mut self, object: &Map<String, Value>) -> Result<(), RejectReason> {
        let properties = object.get("properties").and_then(Value::as_object);
        match properties.filter(|_| object.get("type").is_some_and(|kind| kind == "Feature")) {
            Some(properties) => self.feature(object, properties),
            None => self.members(object, 0),
        }
    }

    /// The properties of a feature stand for themselves, its point as `longitude` and `latitude`.
    fn feature(
        &mut self,
        feature: &Map<String, Value>,
        properties: &Map<String, Value>,
    ) -> Result<(), RejectReason> {
        self.members(properties, 0)?;
        if let Some(id) = feature.get("id").filter(|_| !self.has("id")) {
            self.under("id", id, 0)?;
        }
        let Some(geometry) = feature.get("geometry").and_then(Value::as_object) else {
            return Ok(());
        };
        if geometry.get("type").is_none_or(|kind| kind != "Point") {
            return match geometry.get("type") {
                Some(kind) => self.under("geometry.type", kind, 0),
                None => Ok(()),
            };
        }
        self.path.push_str("geometry");
        self.members(geometry, 1)?;
        self.path.clear();
        let point = geometry.get("coordinates").and_then(Value::as_array);
        let names = ["longitude", "latitude"].into_iter();
        for (name, degrees) in names.zip(point.into_iter().flatten()) {
            if !self.has(name) {
                self.under(name, degrees, DEEPEST)?;
            }
        }
        Ok(())
    }

    fn has(&self, column: &str) -> bool {
        self.cells.iter().any(|(name, _)| **name == *column)
    }

    fn members(&mut self, object: &Map<String, Value>, depth: usize) -> Result<(), RejectReason> {
        object
            .iter()
            .try_for_each(|(key, value)| self.under(key, value, depth))
    }

    /// A value under a further step of the path.
    fn under(&mut self, step: &str, value: &Value, depth: usize) -> Result<(), RejectReason> {
        let before = self.path.len();
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(step);
        let done = self.value(value, depth);
        self.path.truncate(before);
        done
    }

    fn value(&mut self, value: &Value, depth: usize) -> Result<(), RejectReason> {
        match value {
            Value::Null => Ok(()),
            Value::String(text) => self.cell(text.clone()),
            Value::Bool(_) | Value::Number(_) => self.cell(value.to_string()),
            _ if depth >= DEEPEST => self.cell(value.to_string()),
            Value::Object(object) => self.members(object, depth + 1),
            Value::Array(list) => list
                .iter()
                .enumerate()
                .try_for_each(|(rank, value)| self.under(&rank.to_string(), value, depth + 1)),
        }
    }

    fn cell(&mut self, text: String) -> Result<(), RejectReason> {
        self.written += self.path.len();
        let reason = if self.cells.len() >= MOST_COLUMNS {
            format!("more than {MOST_COLUMNS} values in one object")
        } else if self.written > LONGEST_NAMES {
            "names too long and nested too deep".to_owned()
        } else {
            let name = self.names.intern(&self.path);
            self.cells.push((name, text));
            return Ok(());
        };
        Err(RejectReason::Unreadable { reason })
    }
}
