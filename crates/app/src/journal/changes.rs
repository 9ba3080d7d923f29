//! What changed between two states of an object, field by field.

use portulan_model::journal::Told;
use serde_json::{Map, Value};

/// How deep fields are told apart: `address.postcode`.
const DEPTH: usize = 3;

/// A field that is not as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Its name, with those above it: `record.address.postcode`.
    pub field: String,
    /// What it was; nothing when it was not there.
    pub before: Option<Value>,
    /// What it is; nothing when it is gone.
    pub after: Option<Value>,
}

/// The fields that differ, in the order of the object after, then those that are gone. What is no JSON object is one
/// field without a name.
#[must_use]
pub fn changes(told: &Told) -> Vec<Change> {
    let read = |text: &Option<String>| {
        text.as_ref()
            .map(|text| serde_json::from_str(text).unwrap_or_else(|_words| text.as_str().into()))
    };
    let (before, after) = (read(&told.before), read(&told.after));
    let mut found = Vec::new();
    compare(String::new(), before, after, DEPTH, &mut found);
    found
}

fn compare(
    field: String,
    before: Option<Value>,
    after: Option<Value>,
    depth: usize,
    found: &mut Vec<Change>,
) {
    let (before, after) = (before.filter(told), after.filter(told));
    if before == after {
        return;
    }
    let is_object = |value: &Option<Value>| value.as_ref().is_none_or(Value::is_object);
    if depth == 0 || !is_object(&before) || !is_object(&after) {
        found.push(Change {
            field,
            before,
            after,
        });
        return;
    }
    let (mut before, after) = (object(before), object(after));
    for (name, value) in after {
        let was = before.remove(&name);
        compare(below(&field, &name), was, Some(value), depth - 1, found);
    }
    for (name, was) in before {
        compare(below(&field, &name), Some(was), None, depth - 1, found);
    }
}

/// Whether a value says something: null and what holds nothing are as good as absent.
fn told(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(values) => !values.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    }
}

fn object(value: Option<Value>) -> Map<String, Value> {
    match value {
        Some(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

fn below(field: &str, name: &str) -> String {
    if field.is_empty() {
        name.to_owned()
    } else {
        format!("{field}.{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(before: Option<&str>, after: Option<&str>) -> Vec<String> {
        let told = Told {
            reason: String::new(),
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
        };
        let told = changes(&told).into_iter().map(|change| {
            let value = |value: Option<Value>| value.map_or("-".to_owned(), |v| v.to_string());
            let (before, after) = (value(change.before), value(change.after));
            format!("{} {before} {after}", change.field)
        });
        told.collect()
    }

    #[test]
    fn each_field_that_differs_is_told_and_no_other() {
        let before =
            r#"{"nom":"A","adresse":{"cp":"35000","rue":"x"},"tel":"1","vide":null,"liste":[1]}"#;
        let after = r#"{"nom":"A","adresse":{"cp":"35200","rue":"x"},"liste":[1,2],"neuf":[]}"#;
        assert_eq!(
            fields(Some(before), Some(after)),
            [
                "adresse.cp \"35000\" \"35200\"",
                "liste [1] [1,2]",
                "tel \"1\" -"
            ]
        );
        assert_eq!(fields(Some(before), Some(before)), [""; 0]);
        assert_eq!(
            fields(None, Some(r#"{"nom":"A","tel":""}"#)),
            ["nom - \"A\"", "tel - \"\""]
        );
        assert_eq!(fields(Some(r#"{"nom":"A"}"#), None), ["nom \"A\" -"]);
        assert_eq!(fields(None, None), [""; 0]);
    }

    #[test]
    fn what_is_no_object_is_one_field_without_a_name() {
        assert_eq!(fields(Some("mots"), Some("[1]")), [" \"mots\" [1]"]);
        assert_eq!(fields(Some("{"), Some(r#"{"a":1}"#)), [" \"{\" {\"a\":1}"]);
    }

    #[test]
    fn a_deep_object_is_told_whole_from_the_third_name_on() {
        let (before, after) = (
            r#"{"a":{"b":{"c":{"d":1}}}}"#,
            r#"{"a":{"b":{"c":{"d":2}}}}"#,
        );
        assert_eq!(
            fields(Some(before), Some(after)),
            ["a.b.c {\"d\":1} {\"d\":2}"]
        );
    }
}
