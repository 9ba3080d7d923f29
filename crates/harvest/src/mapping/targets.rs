//! What a choice makes: a value of a list of the schema, today's name whatever the mapping calls it.

use portulan_formats::national::{known_value, successor};
use strsim::normalized_damerau_levenshtein;

use super::notice::{Notice, NoticeKind};
use crate::{Field, kinds};

/// A value of a list field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// The list: an older value may have moved to another one.
    pub field: Field,
    /// As the schema writes it.
    pub value: String,
}

/// Two spellings nearer than this are one value: one letter in seven.
const MISSPELT: f64 = 0.86;

/// Reads a target. `None`: no value of that list, today or before.
pub(crate) fn read(
    field: Field,
    text: &str,
    path: &str,
    notices: &mut Vec<Notice>,
) -> Option<Target> {
    let text = text.trim();
    let of = |value: &str| Target {
        field,
        value: value.to_owned(),
    };
    if field == Field::AutresFormationsLabels {
        return Some(of(text));
    }
    if field == Field::Typologie {
        if !kinds::is_code(text) {
            notices.push(Notice::new(path, text, NoticeKind::DeadTarget));
            return None;
        }
        return Some(of(text));
    }
    if let Some(value) = known_value(field.name(), text) {
        return Some(of(value));
    }
    let found = successor(field.name(), text)
        .and_then(|(field, value)| Some((Field::named(field)?, value)))
        .or_else(|| misspelt(field, text));
    let kind = if found.is_some() {
        NoticeKind::OldTarget
    } else {
        NoticeKind::DeadTarget
    };
    notices.push(Notice::new(path, text, kind));
    found.map(|(field, value)| Target {
        field,
        value: value.to_owned(),
    })
}

fn misspelt(field: Field, text: &str) -> Option<(Field, &'static str)> {
    let near = |value: &&'static str| normalized_damerau_levenshtein(value, text) >= MISSPELT;
    let mut values = portulan_formats::national::values_of(field.name())
        .into_iter()
        .filter(near);
    let first = values.next()?;
    values.next().is_none().then_some((field, first))
}
