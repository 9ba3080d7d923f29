//! What was not understood, in sentences that say what would be.

use portulan_i18n::{Arg, Words, listed};

use crate::query::{BadParameter, Expected};

/// Values named in a sentence; the others are left to the API's page.
const NAMED: usize = 12;

/// A first sentence that says what happened, then one per parameter.
pub(super) fn sentences(words: Words, bad: &[BadParameter]) -> Vec<String> {
    if bad.is_empty() {
        return Vec::new();
    }
    let first = words.with("bad-parameters-ignored", &[("n", Arg::from(bad.len()))]);
    std::iter::once(first)
        .chain(bad.iter().map(|one| sentence(words, one)))
        .collect()
}

fn sentence(words: Words, bad: &BadParameter) -> String {
    let name = ("name", Arg::from(bad.name.as_str()));
    let value = ("value", Arg::from(bad.value.as_str()));
    if let Some(expected) = bad.expected {
        return words.with(
            "bad-parameter-text",
            &[
                name,
                value,
                ("expected", expected_words(words, expected).into()),
            ],
        );
    }
    let mut allowed: Vec<String> = bad.allowed.iter().take(NAMED).cloned().collect();
    if bad.allowed.len() > NAMED {
        allowed.push("…".to_owned());
    }
    let allowed = ("allowed", Arg::from(listed(words.lang(), allowed)));
    if bad.known {
        words.with("bad-parameter-value", &[name, value, allowed])
    } else {
        words.with("bad-parameter-unknown", &[name, allowed])
    }
}

fn expected_words(words: Words, expected: Expected) -> String {
    match expected {
        Expected::Number { min, max } => words.with(
            "expected-number",
            &[("min", min.into()), ("max", max.into())],
        ),
        Expected::Moment => words.get("expected-date"),
        Expected::Polygon => words.get("expected-polygon"),
        Expected::Cursor => words.get("expected-cursor"),
        Expected::Territory => words.get("expected-territory"),
    }
}
