//! A row of the national CSV from plain texts under their national names, and what the schema would say of it.
//!
//! For lists that are no places yet. Nothing is filled in here: a row that [`missing`] finds nothing against is one that
//! frictionless accepts with the schema 1.0.2 as it is, where its `id` is met once in the file. Lists are written in the
//! spelling of the schema's patterns (`Étapes numériques(La Poste)`), whichever of the two spellings is given.

use std::borrow::Cow;

use chrono::NaiveDate;
use portulan_model::{CommuneCode, Postcode};

use super::read::SUMMARY_LEN;
use super::values::{known_value, values_of};
use super::write::{COLUMNS, fits_schema, push_cell};

/// The columns that the schema requires.
pub const REQUIRED: [&str; 7] = [
    "id",
    "pivot",
    "nom",
    "commune",
    "code_postal",
    "adresse",
    "date_maj",
];

/// A constraint of the schema that a row does not satisfy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shortfall {
    /// National name of the field.
    pub field: &'static str,
    /// What the schema would say.
    pub why: ShortfallKind,
}

/// What the schema would say of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShortfallKind {
    /// Required, and empty.
    Missing,
    /// Not of the shape that the schema gives.
    Pattern,
    /// Holds a value that is not in the list of the schema.
    Unlisted,
    /// Longer than the schema allows.
    TooLong,
    /// Not a number with a decimal point.
    NotANumber,
    /// Not a day written `2024-04-02`.
    BadDate,
}

impl ShortfallKind {
    /// The word of files.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Pattern => "pattern",
            Self::Unlisted => "unlisted",
            Self::TooLong => "too-long",
            Self::NotANumber => "not-a-number",
            Self::BadDate => "bad-date",
        }
    }
}

/// The line of a row, in the order of [`COLUMNS`], with its end of line.
#[must_use]
pub fn row_of_fields<'v>(fields: &dyn Fn(&str) -> Option<&'v str>) -> String {
    let mut line = String::new();
    for (rank, column) in COLUMNS.into_iter().enumerate() {
        if rank > 0 {
            line.push(',');
        }
        push_cell(&written(column, fields(column)), &mut line);
    }
    line.push('\n');
    line
}

/// What the schema would say against the row that [`row_of_fields`] writes, in the order of the columns.
#[must_use]
pub fn missing<'v>(fields: &dyn Fn(&str) -> Option<&'v str>) -> Vec<Shortfall> {
    COLUMNS
        .into_iter()
        .filter_map(|field| {
            let why = shortfall(field, &written(field, fields(field)))?;
            Some(Shortfall { field, why })
        })
        .collect()
}

/// A value as its cell holds it: without blanks around it, lists in the spelling of the schema.
fn written<'v>(column: &str, value: Option<&'v str>) -> Cow<'v, str> {
    let value = value.unwrap_or_default().trim();
    if value.is_empty() || values_of(column).is_empty() {
        return value.into();
    }
    let spelled = |part: &'v str| known_value(column, part).map_or(part, |known| known);
    value
        .split('|')
        .map(|part| spelled(part.trim()))
        .collect::<Vec<_>>()
        .join("|")
        .into()
}

fn shortfall(field: &str, value: &str) -> Option<ShortfallKind> {
    if value.is_empty() {
        return REQUIRED.contains(&field).then_some(ShortfallKind::Missing);
    }
    match field {
        "latitude" | "longitude" => (!is_number(value)).then_some(ShortfallKind::NotANumber),
        "date_maj" => (!is_day(value)).then_some(ShortfallKind::BadDate),
        "presentation_resume" => value
            .chars()
            .nth(SUMMARY_LEN)
            .map(|_over| ShortfallKind::TooLong),
        "pivot" | "code_postal" | "code_insee" | "telephone" => {
            (!has_shape(field, value)).then_some(ShortfallKind::Pattern)
        }
        listed => {
            let values = values_of(listed);
            let stranger = value.split('|').any(|part| !values.contains(&part));
            (!values.is_empty() && stranger).then_some(ShortfallKind::Unlisted)
        }
    }
}

fn has_shape(field: &str, value: &str) -> bool {
    match field {
        "pivot" => {
            (9..=14).contains(&value.len())
                && value.bytes().all(|byte| byte.is_ascii_alphanumeric())
        }
        "code_postal" => value.parse::<Postcode>().is_ok(),
        "code_insee" => value.parse::<CommuneCode>().is_ok() && !value.starts_with("20"),
        _ => fits_schema(value),
    }
}

/// Digits, at most one point among them, at most one minus before them.
fn is_number(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or(value);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, part]
        .into_iter()
        .all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_day(value: &str) -> bool {
    value.len() == 10
        && !value.starts_with("0000")
        && value
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_digit())
        && NaiveDate::parse_from_str(value, "%Y-%m-%d").is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAST: [(&str, &str); 7] = [
        ("id", "essai_1"),
        ("pivot", "26350001200010"),
        ("nom", "Maison, dite \"la petite\""),
        ("commune", "Rennes"),
        ("code_postal", "35000"),
        ("adresse", "1 rue du Port"),
        ("date_maj", "2024-04-02"),
    ];

    fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let mut fields: Vec<_> = more.to_vec();
        fields.extend(LEAST);
        fields
    }

    fn lookup<'v>(fields: &[(&str, &'v str)], name: &str) -> Option<&'v str> {
        fields
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, value)| *value)
    }

    fn found(more: &[(&str, &str)]) -> Vec<Shortfall> {
        let fields = with(more);
        missing(&|name| lookup(&fields, name))
    }

    #[test]
    fn the_least_that_the_schema_wants_is_enough() {
        assert_eq!(found(&[]), []);
        for field in REQUIRED {
            let why = ShortfallKind::Missing;
            assert_eq!(found(&[(field, "  ")]), [Shortfall { field, why }]);
        }
    }

    #[test]
    fn each_constraint_of_the_schema_is_told() {
        let long = "a".repeat(281);
        for (field, value, why) in [
            ("pivot", "12345678", ShortfallKind::Pattern),
            ("pivot", "263 500 012 00010", ShortfallKind::Pattern),
            ("code_postal", "3500", ShortfallKind::Pattern),
            ("code_insee", "20004", ShortfallKind::Pattern),
            ("telephone", "02 99 00 00 00", ShortfallKind::Pattern),
            ("telephone", "+32123456789", ShortfallKind::Pattern),
            ("latitude", "48,11", ShortfallKind::NotANumber),
            ("longitude", "NaN", ShortfallKind::NotANumber),
            ("longitude", "-1.", ShortfallKind::NotANumber),
            ("presentation_resume", &long, ShortfallKind::TooLong),
            ("date_maj", "2024-02-30", ShortfallKind::BadDate),
            ("date_maj", "02/04/2024", ShortfallKind::BadDate),
            ("services", "Repassage", ShortfallKind::Unlisted),
            ("frais_a_charge", "Gratuit|", ShortfallKind::Unlisted),
            ("formations_labels", "ORDI 3X0", ShortfallKind::Unlisted),
        ] {
            assert_eq!(
                found(&[(field, value)]).first().map(|s| (s.field, s.why)),
                Some((field, why)),
                "{field} {value}"
            );
        }
    }

    #[test]
    fn what_the_schema_takes_is_taken() {
        for (field, value) in [
            ("pivot", "W123456789"),
            ("code_insee", "2A004"),
            ("code_insee", "97411"),
            ("telephone", "+33299000000"),
            ("latitude", "48"),
            ("longitude", "-1.68"),
            ("typologie", "TIERS_LIEUX|AUTRE"),
            ("horaires", "sur rendez-vous"),
            ("frais_a_charge", "Gratuit|Payant"),
        ] {
            assert_eq!(found(&[(field, value)]), [], "{field} {value}");
        }
    }

    #[test]
    fn lists_are_written_as_the_patterns_want_them() {
        let fields = with(&[
            (
                "formations_labels",
                "Étapes numériques (La Poste) | ORDI 3.0",
            ),
            ("modalites_acces", "Ce lieu n’accueille pas de public"),
        ]);
        let fields = |name: &str| lookup(&fields, name);
        assert_eq!(missing(&fields), []);
        let row = row_of_fields(&fields);
        assert!(row.contains(",Étapes numériques(La Poste)|ORDI 3.0,"));
        assert!(row.contains(",Ce lieu n'accueille pas de public,"));
    }

    #[test]
    fn a_row_has_32_cells_whatever_they_hold() {
        let hostile = with(&[
            ("presentation_detail", "a,\"b\"\r\nc\n"),
            ("commune", "=1+1"),
        ]);
        let row = row_of_fields(&|name| lookup(&hostile, name));
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(row.as_bytes());
        let record = reader.records().next().unwrap().unwrap();
        assert_eq!(record.len(), 32);
        assert_eq!(&record[2], "Maison, dite \"la petite\"");
        assert_eq!(&record[3], "'=1+1");
        assert_eq!(&record[16], "a,\"b\"\r\nc");
    }
}
