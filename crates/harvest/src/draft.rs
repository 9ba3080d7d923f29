//! A row on its way to a place: national fields as text, and what there is to say of them.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{Field, Line, Rule, Severity};

/// What became of one row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// Number of the row in its list, from 0.
    pub row: usize,
    /// `<source>_<id or row>`.
    pub id: String,
    /// National fields that have a value; lists joined by `|`.
    pub fields: BTreeMap<Field, String>,
    /// Opening hours that could not be read, as the source writes them.
    pub hours_text: Option<String>,
    /// Whether the position may be shown: one far from its commune is kept, and not believed.
    pub position_doubted: bool,
    /// The row holds nothing, or is broken: it is no place.
    pub refused: bool,
    /// What there is to say.
    pub lines: Vec<Line>,
}

impl Draft {
    /// The value of a field.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&str> {
        self.fields.get(&field).map(String::as_str)
    }

    /// Gives a field a value; an empty one is none.
    pub fn set(&mut self, field: Field, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.fields.insert(field, value);
        }
    }

    /// Adds to a field that is a list.
    pub(crate) fn add(&mut self, field: Field, value: &str) {
        let list = self.fields.entry(field).or_default();
        if !list.split('|').any(|known| known == value) {
            if !list.is_empty() {
                list.push('|');
            }
            list.push_str(value);
        }
    }

    pub(crate) fn say(&mut self, field: Field, raw: &str, rule: Rule, severity: Severity) {
        let result = self.get(field).unwrap_or_default().to_owned();
        self.lines
            .push(Line::new(field.name(), raw, &result, rule, severity));
    }

    /// As `places.json` has it: coordinates as numbers, absent as no key, hours that were not read under
    /// `horaires_texte`.
    #[must_use]
    pub fn json(&self) -> Map<String, Value> {
        let mut object = Map::with_capacity(self.fields.len() + 2);
        object.insert("id".to_owned(), Value::String(self.id.clone()));
        for (field, value) in &self.fields {
            object.insert(field.name().to_owned(), json_value(*field, value));
        }
        if let Some(text) = &self.hours_text {
            object.insert("horaires_texte".to_owned(), Value::String(text.clone()));
        }
        object
    }
}

fn json_value(field: Field, value: &str) -> Value {
    let number = || value.parse::<serde_json::Number>().ok();
    match field {
        // The pattern of the CSV schema lacks a space that its documentation and the network's tools write.
        Field::FormationsLabels => {
            Value::String(value.replace("numériques(La Poste)", "numériques (La Poste)"))
        }
        Field::Latitude | Field::Longitude => {
            number().map_or_else(|| Value::String(value.to_owned()), Value::Number)
        }
        _ => Value::String(value.to_owned()),
    }
}
