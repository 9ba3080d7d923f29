//! What any record may hold of texts, whatever its type; and the names by which records speak of places.

use std::collections::HashMap;

use serde_json::Value;

use super::report::Reason;

/// Characters of a name or a title.
const LINE: usize = 500;
/// Characters of any text: minutes are the longest.
const TEXT: usize = 200_000;
/// Organisations that are climbed from a part to its whole: a federation of federations has three or four, and a circle
/// would be climbed for ever.
const DEEPEST: usize = 20;
/// Characters of what is repeated of a wrong record.
const REPEATED: usize = 120;

/// What is wrong with the texts of a record.
pub(super) fn fault(value: &Value) -> Option<Reason> {
    in_field("", value)
}

fn in_field(field: &str, value: &Value) -> Option<Reason> {
    match value {
        Value::String(text) => of_text(field, text),
        Value::Array(items) => items.iter().find_map(|item| in_field(field, item)),
        Value::Object(fields) => fields.iter().find_map(|(name, item)| in_field(name, item)),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn of_text(field: &str, text: &str) -> Option<Reason> {
    let named = || field.to_owned();
    let line = matches!(field, "name" | "title" | "function" | "reference");
    let longest = if line { LINE } else { TEXT };
    if text.chars().count() > longest {
        return Some(Reason::TooLong(named()));
    }
    if matches!(field, "name" | "title") && text.trim().is_empty() {
        return Some(Reason::Blank(named()));
    }
    let wrong = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.chars().any(wrong) || (line && text.contains(['\n', '\r'])) {
        return Some(Reason::Signs(named()));
    }
    let web = text.starts_with("https://") || text.starts_with("http://");
    (matches!(field, "url" | "website") && !web).then(|| Reason::Link(named()))
}

/// The same record with other ids of places.
pub(super) fn renamed(value: &Value, names: &HashMap<String, String>) -> Value {
    match value {
        Value::String(text) => Value::String(names.get(text.as_str()).unwrap_or(text).clone()),
        Value::Array(items) => items.iter().map(|item| renamed(item, names)).collect(),
        Value::Object(fields) => {
            let fields = fields.iter();
            let renamed = fields.map(|(name, item)| (name.clone(), renamed(item, names)));
            Value::Object(renamed.collect())
        }
        other => other.clone(),
    }
}

/// All texts of a record.
pub(super) fn each_text<'a>(value: &'a Value, say: &mut dyn FnMut(&'a str)) {
    match value {
        Value::String(text) => say(text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, say)),
        Value::Object(fields) => fields.values().for_each(|item| each_text(item, say)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Who of this installation wrote something is not told to another one.
pub(super) fn without_authors(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(without_authors),
        Value::Object(fields) => {
            if fields.len() == 1 && fields.contains_key("person") {
                *value = serde_json::json!({ "job": "export" });
            } else {
                fields.values_mut().for_each(without_authors);
            }
        }
        _ => {}
    }
}

/// What is said of attached files goes: for everybody they are not there.
pub(super) fn without_files(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.retain(|item| !is_file(item));
            items.iter_mut().for_each(without_files);
        }
        Value::Object(fields) => {
            fields.retain(|_, item| !is_file(item));
            fields.values_mut().for_each(without_files);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn is_file(value: &Value) -> bool {
    let fields = ["id", "name", "kind", "bytes"];
    fields.iter().all(|field| value.get(field).is_some())
}

/// Records with their ranks, each after the one that it is a part of, wherever that one stands in the document.
pub(super) fn after_parents(records: &[Value]) -> Vec<(usize, &Value)> {
    fn text<'v>(value: &'v Value, field: &str) -> Option<&'v str> {
        value.get(field)?.as_str()
    }
    let parents: HashMap<&str, &str> = records
        .iter()
        .filter_map(|one| Some((text(one, "slug")?, text(one, "parent")?)))
        .collect();
    let depth = |value: &Value| {
        let mut above = text(value, "slug");
        let climbs = std::iter::from_fn(|| {
            above = parents.get(above?).copied();
            above
        });
        climbs.take(DEEPEST).count()
    };
    let mut ranked: Vec<(usize, &Value)> = (1..).zip(records).collect();
    ranked.sort_by_cached_key(|(_, value)| depth(value));
    ranked
}

/// What can be said of a record that could not be read.
pub(super) fn label(value: &Value) -> String {
    let named = ["slug", "id", "decision", "name", "title", "of"];
    let text = named.iter().find_map(|name| value.get(name)?.as_str());
    text.unwrap_or_default().chars().take(REPEATED).collect()
}

/// What the reader says, short.
pub(super) fn said(error: &serde_json::Error) -> Reason {
    Reason::Shape(error.to_string().chars().take(REPEATED).collect())
}
