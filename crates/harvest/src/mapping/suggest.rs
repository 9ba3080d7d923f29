//! A first mapping for a list nobody knows, from its headers and its values, for a person to correct.
//!
//! Each column is set against each field twice: do the words of the header name the field, and do the values have its
//! shape? The best pairs win, each column and each field once. Nothing is certain: every proposal carries both figures.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use chrono::Weekday;
use portulan_formats::{Record, national};
use portulan_text::{Email, Phone, Pivot, WebUrl, fold, tokens};

use super::national::takes_choices;
use crate::{Field, kinds};

/// Rows looked at.
pub const SAMPLE: usize = 300;
/// Below this, a column is no proposal.
const LEAST: f64 = 0.45;
/// Of a score, the part of the header; the rest is that of the values.
const HEADER_PART: f64 = 0.6;

/// What a column probably is.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The field it makes.
    pub field: Field,
    /// The column.
    pub column: String,
    /// How far the header names the field, 0 to 1.
    pub header: f64,
    /// The share of filled cells that have the shape of the field; `None` where the field has no shape.
    pub values: Option<f64>,
    /// For a list: whether its cells already hold values of the schema.
    pub copies: bool,
}

/// A whole proposal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Suggestion {
    /// In the order of the schema.
    pub fields: Vec<Proposal>,
    /// Columns of the days of the week.
    pub days: Vec<(Weekday, Vec<String>)>,
    /// Columns that nothing speaks for.
    pub unused: Vec<String>,
    /// The most frequent cells of a column of a list whose values are not those of the schema.
    pub frequent: BTreeMap<Field, Vec<String>>,
}

static HEADERS: LazyLock<BTreeMap<Field, Vec<String>>> =
    LazyLock::new(|| toml::from_str(include_str!("../../data/headers.toml")).unwrap_or_default());

/// Proposes a mapping for a list from its first rows.
#[must_use]
pub fn suggest(rows: &[Record]) -> Suggestion {
    let columns = columns_of(rows);
    let days = days_of(&columns);
    let in_days: HashSet<&str> = days
        .iter()
        .flat_map(|(_, columns)| columns.iter().map(String::as_str))
        .collect();
    let free: Vec<&str> = columns
        .iter()
        .copied()
        .filter(|column| !in_days.contains(column))
        .collect();
    let mut fields = best_pairs(rows, &free);
    if !days.is_empty() {
        fields.retain(|proposal| proposal.field != Field::Horaires);
    }
    let used: HashSet<&str> = fields.iter().map(|one| one.column.as_str()).collect();
    let unused = free
        .iter()
        .filter(|column| !used.contains(**column))
        .map(|column| (*column).to_owned())
        .collect();
    let frequent = fields
        .iter()
        .filter(|one| takes_choices(one.field) && !one.copies)
        .map(|one| (one.field, frequent_cells(rows, &one.column)))
        .collect();
    Suggestion {
        fields,
        days,
        unused,
        frequent,
    }
}

fn columns_of(rows: &[Record]) -> Vec<&str> {
    let mut seen = HashSet::new();
    let cells = rows.iter().flat_map(Record::iter);
    cells
        .map(|(column, _)| column)
        .filter(|column| seen.insert(*column))
        .collect()
}

/// Headers with the name of a day: `h_lundi`, `Mardi matin`.
fn days_of(columns: &[&str]) -> Vec<(Weekday, Vec<String>)> {
    const NAMES: [(&str, Weekday); 7] = [
        ("lundi", Weekday::Mon),
        ("mardi", Weekday::Tue),
        ("mercredi", Weekday::Wed),
        ("jeudi", Weekday::Thu),
        ("vendredi", Weekday::Fri),
        ("samedi", Weekday::Sat),
        ("dimanche", Weekday::Sun),
    ];
    let of_day = |name: &str| -> Vec<String> {
        let named = columns
            .iter()
            .filter(|column| tokens(column).iter().any(|word| word == name));
        named.map(|column| (*column).to_owned()).collect()
    };
    let days = NAMES.map(|(name, day)| (day, of_day(name)));
    let mut days: Vec<_> = days
        .into_iter()
        .filter(|(_, columns)| !columns.is_empty())
        .collect();
    if days.len() < 4 {
        days.clear();
    }
    days
}

fn best_pairs(rows: &[Record], columns: &[&str]) -> Vec<Proposal> {
    let mut pairs: Vec<(f64, Proposal)> = Vec::new();
    for column in columns {
        let cells: Vec<&str> = rows.iter().filter_map(|row| row.get(column)).collect();
        for field in Field::ALL {
            let header = header_fit(field, column);
            let copies = takes_choices(field) && known_share(field, &cells) >= 0.5;
            let values = value_fit(field, &cells).or(copies.then_some(1.0));
            let score = match values {
                Some(values) if header > 0.0 => HEADER_PART * header + (1.0 - HEADER_PART) * values,
                // A shape that no other field has speaks for itself.
                Some(values) if telling(field) || copies => 0.6 * values,
                Some(_) => 0.0,
                None => header,
            };
            if score >= LEAST {
                let column = (*column).to_owned();
                let proposal = Proposal {
                    field,
                    column,
                    header,
                    values,
                    copies,
                };
                pairs.push((score, proposal));
            }
        }
    }
    pairs.sort_by(|(a, one), (b, two)| {
        b.total_cmp(a)
            .then_with(|| one.field.cmp(&two.field))
            .then_with(|| one.column.cmp(&two.column))
    });
    let (mut fields, mut taken) = (HashSet::new(), HashSet::new());
    let mut kept: Vec<Proposal> = Vec::new();
    for (_, proposal) in pairs {
        if !fields.contains(&proposal.field) && !taken.contains(&proposal.column) {
            fields.insert(proposal.field);
            taken.insert(proposal.column.clone());
            kept.push(proposal);
        }
    }
    kept.sort_by_key(|proposal| proposal.field);
    kept
}

/// 1 where the header is a name of the field, less where it only holds one.
fn header_fit(field: Field, column: &str) -> f64 {
    let header = tokens(column).join(" ");
    let names = HEADERS.get(&field).into_iter().flatten();
    let fit = |name: &String| {
        if *name == header {
            1.0
        } else if format!(" {header} ").contains(&format!(" {name} ")) {
            0.6 + 0.3 * ratio(name.len(), header.len())
        } else {
            0.0
        }
    };
    names.map(fit).fold(0.0, f64::max)
}

/// Fields whose shape no other has.
const fn telling(field: Field) -> bool {
    matches!(
        field,
        Field::Courriels | Field::Telephone | Field::Pivot | Field::SiteWeb | Field::CodePostal
    )
}

/// The share of filled cells that have the shape of a field; `None` where the field has no shape, or no cell is filled.
fn value_fit(field: Field, cells: &[&str]) -> Option<f64> {
    let number = |cell: &str, low: f64, high: f64| {
        cell.trim()
            .replace(',', ".")
            .parse::<f64>()
            .is_ok_and(|value| value >= low && value <= high)
    };
    let digits = |cell: &str, count: usize| {
        cell.len() == count && cell.bytes().all(|byte| byte.is_ascii_digit())
    };
    match field {
        Field::Telephone => share(cells, |cell| Phone::parse(cell, None).is_ok()),
        Field::Courriels => share(cells, |cell| Email::parse(cell).is_ok()),
        Field::SiteWeb | Field::PriseRdv | Field::FicheAccesLibre => share(cells, |cell| {
            !cell.contains('@') && WebUrl::parse(cell).is_ok()
        }),
        Field::Pivot => share(cells, |cell| {
            matches!(Pivot::parse(cell), Ok(Pivot::Siret(_) | Pivot::Rna(_)))
        }),
        Field::CodePostal => share(cells, |cell| digits(cell, 5) || digits(cell, 4)),
        Field::CodeInsee => share(cells, |cell| {
            cell.len() == 5 && cell.bytes().all(|byte| byte.is_ascii_alphanumeric())
        }),
        Field::Latitude => share(cells, |cell| number(cell, -23.0, 52.0)),
        Field::Longitude => share(cells, |cell| number(cell, -179.0, 168.0)),
        Field::DateMaj => share(cells, |cell| crate::clean::date(cell).value.is_some()),
        Field::Horaires => share(cells, |cell| {
            let folded = fold(cell);
            cell.bytes().any(|byte| byte.is_ascii_digit())
                && (folded.contains('h') || cell.contains(':'))
        }),
        Field::Id => Some(distinct(cells)),
        _ => None,
    }
}

fn share(cells: &[&str], fits: impl Fn(&str) -> bool) -> Option<f64> {
    let filled: Vec<&str> = cells
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .collect();
    let count = filled.iter().filter(|cell| fits(cell)).count();
    (!filled.is_empty()).then(|| ratio(count, filled.len()))
}

fn distinct(cells: &[&str]) -> f64 {
    let different: HashSet<&&str> = cells.iter().collect();
    ratio(different.len(), cells.len().max(1))
}

fn known_share(field: Field, cells: &[&str]) -> f64 {
    let known = |part: &str| match field {
        Field::Typologie => kinds::is_code(part.trim()),
        _ => national::known_value(field.name(), part.trim()).is_some(),
    };
    share(cells, |cell| cell.split(['|', ';', ',']).all(known)).unwrap_or(0.0)
}

fn frequent_cells(rows: &[Record], column: &str) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let cells = rows.iter().filter_map(|row| row.get(column)).map(str::trim);
    for cell in cells.filter(|cell| !cell.is_empty() && cell.len() <= 80) {
        *counts.entry(cell).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|(a, one), (b, two)| two.cmp(one).then_with(|| a.cmp(b)));
    let kept = counts.into_iter().take(12);
    kept.map(|(cell, _)| cell.to_owned()).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of a few hundred rows")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
