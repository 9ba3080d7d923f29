//! Options that people write, as JSON: where the file is not what it should be, the field is named with what it takes.
//!
//! The defaults are the shape. Each thing that is written is put into them alone: what they do not take then is what is wrong.

use std::fs;
use std::path::Path;

use portulan_model::Told;
use portulan_pools::Options;
use serde_json::{Map, Value};

use crate::outcome::Failure;
use crate::words::words;

/// Options of a file, refused with what is wrong where nobody can have meant them.
pub(super) fn read(file: &Path) -> Result<Options, Failure> {
    let refused = |text: String| Failure::Refused(format!("{} : {text}", file.display()));
    let text = fs::read_to_string(file).map_err(|error| refused(error.to_string()))?;
    of(&text).map_err(|told| refused(words().told(&told)))
}

/// Options of a text, or what is wrong with it.
fn of(text: &str) -> Result<Options, Told> {
    let given: Value = serde_json::from_str(text).map_err(|error| unread(&error))?;
    let shape = serde_json::to_value(Options::default()).map_err(|error| unread(&error))?;
    Shape { whole: &shape }.takes("", &given)?;
    let read: Options = serde_json::from_value(given).map_err(|error| unread(&error))?;
    read.check().map_err(portulan_pools::BadOption::told)?;
    Ok(read)
}

/// What is no JSON at all: where it stops being read.
fn unread(error: &serde_json::Error) -> Told {
    let place = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    Told::new("pools-option-json")
        .number("line", place(error.line()))
        .number("column", place(error.column()))
}

/// The defaults, as JSON.
struct Shape<'a> {
    whole: &'a Value,
}

impl Shape<'_> {
    /// Refuses what does not fit at a place: its parts first, so that the smallest thing that is wrong is named.
    fn takes(&self, at: &str, given: &Value) -> Result<(), Told> {
        let expected = self.whole.pointer(at).unwrap_or(&Value::Null);
        if let (Value::Object(fields), Value::Object(known)) = (given, expected) {
            for (name, value) in fields {
                let below = format!("{at}/{name}");
                if !known.contains_key(name) {
                    let told = Told::new("pools-option-unknown").text("field", field(&below));
                    return Err(told.text("known", names(known)));
                }
                self.takes(&below, value)?;
            }
        }
        // A list would be taken for the fields in their order: nobody means that.
        let named = !expected.is_object() || given.is_object();
        let sound = named && self.with(at, given);
        sound
            .then_some(())
            .ok_or_else(|| wrong(at, given, expected))
    }

    /// Whether the defaults take something at a place.
    fn with(&self, at: &str, given: &Value) -> bool {
        let mut tried = self.whole.clone();
        if let Some(place) = tried.pointer_mut(at) {
            given.clone_into(place);
        }
        serde_json::from_value::<Options>(tried).is_ok()
    }
}

/// What is wrong at a place, with what it takes.
fn wrong(at: &str, given: &Value, expected: &Value) -> Told {
    let id = match (expected, given) {
        (Value::Object(_), Value::Object(_)) => "pools-option-missing",
        (Value::Object(_), _) => "pools-option-object",
        (Value::Number(number), _) if number.is_f64() => "pools-option-number",
        _ => "pools-option-whole",
    };
    let told = Told::new(id).text("field", field(at));
    match expected {
        Value::Object(known) => told.text("known", names(known)),
        _ => told,
    }
}

/// A place as people write it: `rates.seats`.
fn field(at: &str) -> String {
    match at.trim_start_matches('/') {
        "" => "options".to_owned(),
        at => at.replace('/', "."),
    }
}

fn names(known: &Map<String, Value>) -> String {
    let names: Vec<&str> = known.keys().map(String::as_str).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use portulan_i18n::{Lang, Words};

    use super::*;

    /// What is told of a text that is refused, in each language; the French is looked at.
    fn told(text: &str) -> String {
        let told = of(text).unwrap_err();
        for lang in [Lang::En, Lang::Br] {
            assert!(Words::new(lang).has(&told.id), "{lang:?} {}", told.id);
        }
        Words::new(Lang::Fr).told(&told)
    }

    #[test]
    fn what_is_written_is_taken_and_the_rest_stays() {
        let read =
            of(r#"{"near_km": 20, "rates": {"seats": 10, "loan": {"least": 1, "most": 2}}}"#);
        let read = read.unwrap();
        assert_eq!((read.near_km, read.rates.seats), (20.0, 10));
        assert_eq!(read.limits, Options::default().limits);
        assert_eq!(of("{}"), Ok(Options::default()));
    }

    #[test]
    fn a_wrong_type_names_its_field_and_what_it_takes() {
        let cases = [
            (r#"{"near_km": "vingt"}"#, "near_km", "un nombre"),
            (r#"{"rates": {"seats": -1}}"#, "rates.seats", "entier"),
            (r#"{"rates": {"seats": 1.5}}"#, "rates.seats", "entier"),
            (r#"{"rates": {"filled": 300}}"#, "rates.filled", "entier"),
            (
                r#"{"rates": {"pair": {"least": "60", "most": 180}}}"#,
                "rates.pair.least",
                "entier",
            ),
            (
                r#"{"rates": {"pair": {"least": 60}}}"#,
                "rates.pair",
                "least, most",
            ),
            (
                r#"{"rates": {"pair": [60, "x"]}}"#,
                "rates.pair",
                "least, most",
            ),
            (
                r#"{"rates": {"prices": {"drone": {}}}}"#,
                "rates.prices.drone",
                "ordinateur",
            ),
            (r#"{"rates": 3}"#, "rates", "seats"),
            (r#"{"distance": 3}"#, "distance", "near_km"),
            (r#"{"limits": null}"#, "limits", "rounds"),
            ("[]", "options", "near_km"),
            ("{\n\"near_km\": }", "ligne 2", "colonne 12"),
            (r#"{"rates": {"seats": 0}}"#, "rates.seats", "1"),
        ];
        for (text, field, takes) in cases {
            let told = told(text);
            assert!(
                told.contains(field) && told.contains(takes),
                "{text}: {told}"
            );
            assert!(
                !told.contains('$') && !told.contains("pools-option"),
                "{told}"
            );
        }
    }
}
