//! Rows from plain texts under national names, held against the schema file where it is here.

use portulan_formats::national::{self, ShortfallKind};
use proptest::prelude::*;
use proptest::string::string_regex;
use serde_json::{Map, Value, json};

use crate::Believer;
use crate::real::shared;

const SCHEMA: &str = "schemas/standard-mediation-num-1.0.2.schema.json";

/// The fields of the schema file; of the test's own part of it where the file is not here.
fn schema() -> Vec<Value> {
    let own = json!({"fields": [
        {"name": "frais_a_charge", "constraints":
            {"required": false, "pattern": "(?:(?:^|\\|)(Gratuit|Gratuit sous condition|Payant))+$"}},
        {"name": "code_insee", "constraints": {"pattern": "^([013-9]\\d|2[AB1-9])\\d{3}$"}},
    ]});
    let schema: Value = shared(SCHEMA).map_or(own, |path| {
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    });
    schema["fields"].as_array().unwrap().clone()
}

fn name(field: &Value) -> &str {
    field["name"].as_str().unwrap()
}

/// What `missing` says of one field that holds a value.
fn verdict(field: &str, value: &str) -> Option<ShortfallKind> {
    let fields = |name: &str| (name == field).then_some(value);
    let found = national::missing(&fields);
    found.iter().find(|s| s.field == field).map(|s| s.why)
}

/// The pattern of one value of a field: of lists, the alternatives.
fn one_value(pattern: &str) -> String {
    let inner = pattern
        .strip_prefix("(?:(?:^|\\|)")
        .and_then(|rest| rest.strip_suffix(")+$"));
    inner
        .unwrap_or(pattern)
        .trim_matches(['^', '$'])
        .replace("\\d", "[0-9]")
}

#[test]
fn columns_required_fields_and_lists_are_those_of_the_schema_file() {
    let fields = schema();
    if fields.len() == national::COLUMNS.len() {
        let names: Vec<&str> = fields.iter().map(name).collect();
        assert_eq!(names, national::COLUMNS);
        let required: Vec<&str> = fields
            .iter()
            .filter(|field| field["constraints"]["required"] == true)
            .map(name)
            .collect();
        assert_eq!(required, national::REQUIRED);
    }
    for field in &fields {
        let Some(pattern) = field["constraints"]["pattern"].as_str() else {
            assert!(national::values_of(name(field)).is_empty());
            continue;
        };
        if pattern.contains('|') && pattern.contains("(?:^") {
            let alternatives = one_value(pattern).replace('\\', "");
            let alternatives = alternatives
                .strip_prefix('(')
                .unwrap()
                .strip_suffix(')')
                .unwrap();
            let ours = national::values_of(name(field)).join("|");
            assert_eq!(alternatives, ours, "{}", name(field));
        }
    }
}

#[test]
fn whatever_a_pattern_of_the_schema_makes_is_taken() {
    let mut runner = proptest::test_runner::TestRunner::default();
    for field in schema() {
        let Some(pattern) = field["constraints"]["pattern"].as_str() else {
            continue;
        };
        let values = proptest::collection::vec(string_regex(&one_value(pattern)).unwrap(), 1..3);
        let many = pattern.contains("(?:^");
        runner
            .run(&values, |values| {
                // The dot of "ORDI 3.0" is any character to the pattern, a dot to the list.
                prop_assume!(
                    values
                        .iter()
                        .all(|v| !v.starts_with("ORDI") || v == "ORDI 3.0")
                );
                let value = if many {
                    values.join("|")
                } else {
                    values[0].clone()
                };
                prop_assert_eq!(
                    verdict(name(&field), &value),
                    None,
                    "{} {}",
                    name(&field),
                    value
                );
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn a_harvested_row_is_a_place_of_the_source_it_was_harvested_from() {
    let fields = json!({
        "id": "Essai_7", "nom": "Maison du numérique", "commune": "Rennes", "code_postal": "35000",
        "source": "Hubik", "services": "Aide aux démarches administratives|Repassage",
        "horaires": "Mo-Fr 09:00-12:00", "latitude": "48.11", "longitude": "-1.68",
    });
    let Value::Object(fields) = fields else {
        unreachable!()
    };
    let source = "liste-essai".parse().unwrap();
    let (record, issues) = national::record_of_fields(&fields, &source, &Believer).unwrap();
    assert_eq!(record.external.source, source);
    assert_eq!(record.external.id.as_str(), "Essai_7");
    assert_eq!(record.producer.as_deref(), Some("Hubik"));
    assert_eq!(record.provenance.record.dated, None);
    assert_eq!(issues.len(), 1);
    assert!(national::record_of_fields(&Map::new(), &source, &Believer).is_err());
}
