//! JSON objects as flat rows.

use std::collections::HashMap;
use std::io::BufRead;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::Record;
use crate::elements::Elements;
use crate::error::FormatError;

/// Deepest nesting that is flattened; `serde_json` itself stops at 128.
const DEEPEST: usize = 32;

pub(super) struct Flattened {
    elements: Elements<Box<dyn BufRead + Send>>,
    /// Names seen, each kept once.
    names: HashMap<String, Arc<str>>,
}

impl Flattened {
    pub(super) fn new(elements: Elements<Box<dyn BufRead + Send>>) -> Self {
        Self {
            elements,
            names: HashMap::new(),
        }
    }

    pub(super) fn next(&mut self) -> Result<Option<Record>, FormatError> {
        let Some(element) = self.elements.next()? else {
            return Ok(None);
        };
        let mut record = Record::default();
        match element.object() {
            Ok(object) => self.object(object, &mut record),
            Err(reason) => record.broken = Some(reason),
        }
        Ok(Some(record))
    }

    /// The properties of a feature stand for themselves, its point as `longitude` and `latitude`.
    fn object(&mut self, object: &Map<String, Value>, record: &mut Record) {
        let is_feature = object.get("type").is_some_and(|kind| kind == "Feature");
        match object.get("properties").and_then(Value::as_object) {
            Some(properties) if is_feature => {
                self.flatten("", properties, record, 0);
                if let Some(geometry) = object.get("geometry") {
                    self.value("geometry", geometry, record, 1);
                }
                for (name, from) in [("longitude", "geometry.coordinates.0"), ("latitude", "geometry.coordinates.1")] {
                    let cell = record.get(from).map(str::to_owned);
                    if let (None, Some(cell)) = (record.get(name), cell) {
                        record.cells.push((self.name(name), cell));
                    }
                }
            }
            _ => self.flatten("", object, record, 0),
        }
    }

    fn flatten(&mut self, path: &str, object: &Map<String, Value>, record: &mut Record, depth: usize) {
        for (key, value) in object {
            if path.is_empty() {
                self.value(key, value, record, depth);
            } else {
                self.value(&format!("{path}.{key}"), value, record, depth);
            }
        }
    }

    fn value(&mut self, path: &str, value: &Value, record: &mut Record, depth: usize) {
        let text = match value {
            Value::Null => return,
            Value::String(text) => text.clone(),
            Value::Bool(_) | Value::Number(_) => value.to_string(),
            _ if depth >= DEEPEST => value.to_string(),
            Value::Object(object) => return self.flatten(path, object, record, depth + 1),
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    self.value(&format!("{path}.{index}"), value, record, depth + 1);
                }
                return;
            }
        };
        record.cells.push((self.name(path), text));
    }

    fn name(&mut self, path: &str) -> Arc<str> {
        if let Some(name) = self.names.get(path) {
            return Arc::clone(name);
        }
        let name: Arc<str> = Arc::from(path);
        self.names.insert(path.to_owned(), Arc::clone(&name));
        name
    }
}
