//! Portulan's own mapping format, in TOML: shorter than the national one, and strict.
//!
//! `[champs]` says which columns make each plain field, `[listes]` when each value of a list is given, `[horaires]`
//! where the hours are. A key that means nothing is an error with its line. Documented in `docs/mapping.md`.

use std::collections::BTreeMap;

use chrono::Weekday;
use portulan_formats::national::values_of;
use serde::Deserialize;

use super::national::takes_choices;
use super::notice::{Notice, NoticeKind};
use super::{
    Choice, Extract, Gives, HoursColumns, Mapping, MappingError, Target, targets, unreadable,
};
use crate::Field;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    champs: BTreeMap<Field, Plain>,
    #[serde(default)]
    listes: BTreeMap<Field, Vec<Rule>>,
    #[serde(default)]
    horaires: Hours,
}

/// One text or several.
#[derive(Deserialize, Clone)]
#[serde(untagged)]
enum Texts {
    One(String),
    Several(Vec<String>),
}

impl From<Texts> for Vec<String> {
    fn from(texts: Texts) -> Self {
        match texts {
            Texts::One(text) => vec![text],
            Texts::Several(texts) => texts,
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Plain {
    Columns(Texts),
    Form(Form),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    valeur: Option<String>,
    joindre: Option<Vec<String>>,
    avec: Option<String>,
    sinon: Option<Texts>,
    couper: Option<Texts>,
    a: Option<String>,
    #[serde(default)]
    partie: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    valeur: Option<String>,
    si: Option<Texts>,
    contient: Option<Texts>,
    egale: Option<Texts>,
    sauf: Option<Texts>,
    copie: Option<Texts>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Hours {
    osm: Option<String>,
    texte: Option<String>,
    semaines: Option<String>,
    #[serde(default)]
    jours: BTreeMap<Day, Texts>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
enum Day {
    Lundi,
    Mardi,
    Mercredi,
    Jeudi,
    Vendredi,
    Samedi,
    Dimanche,
}

impl From<Day> for Weekday {
    fn from(day: Day) -> Self {
        match day {
            Day::Lundi => Self::Mon,
            Day::Mardi => Self::Tue,
            Day::Mercredi => Self::Wed,
            Day::Jeudi => Self::Thu,
            Day::Vendredi => Self::Fri,
            Day::Samedi => Self::Sat,
            Day::Dimanche => Self::Sun,
        }
    }
}

pub(super) fn read(text: &str) -> Result<(Mapping, Vec<Notice>), MappingError> {
    let file: File = toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start));
        let line = before.map_or(1, |before| before.matches('\n').count() + 1);
        unreadable(line, error.message())
    })?;
    let mut mapping = Mapping {
        hours: hours(file.horaires),
        ..Mapping::default()
    };
    let mut notices = Vec::new();
    for (field, plain) in file.champs {
        if takes_choices(field) {
            return Err(misplaced(field, "this field belongs under [listes]"));
        }
        let extract = extract(field, plain)?;
        if !extract.is_empty() {
            mapping.values.insert(field, extract);
        }
    }
    for (field, rules) in file.listes {
        if !takes_choices(field) {
            return Err(misplaced(field, "this field belongs under [champs]"));
        }
        let choices = mapping.choices.entry(field).or_default();
        for (index, rule) in rules.into_iter().enumerate() {
            let path = format!("listes.{}[{index}]", field.name());
            choices.extend(rule_choices(field, rule, &path, &mut notices)?);
        }
    }
    Ok((mapping, notices))
}

fn misplaced(field: Field, why: &'static str) -> MappingError {
    MappingError::Form {
        path: field.name().to_owned(),
        why,
    }
}

fn extract(field: Field, plain: Plain) -> Result<Extract, MappingError> {
    let form = match plain {
        Plain::Columns(columns) => return Ok(Extract::First(columns.into())),
        Plain::Form(form) => form,
    };
    match (form.valeur, form.joindre, form.couper) {
        (Some(value), None, None) => Ok(Extract::Constant(value)),
        (None, Some(columns), None) => Ok(Extract::Joined {
            columns,
            separator: form.avec.unwrap_or_else(|| " ".to_owned()),
            otherwise: form.sinon.map(Vec::from).unwrap_or_default(),
        }),
        (None, None, Some(columns)) => Ok(Extract::Part {
            columns: columns.into(),
            separator: form.a.unwrap_or_else(|| ",".to_owned()),
            part: form.partie,
        }),
        _ => Err(misplaced(field, "expected one of valeur, joindre, couper")),
    }
}

fn rule_choices(
    field: Field,
    rule: Rule,
    path: &str,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Choice>, MappingError> {
    if let Some(columns) = rule.copie {
        return Ok(copies(field, &Vec::from(columns)));
    }
    let gives = match rule.valeur {
        None if field == Field::AutresFormationsLabels => Gives::Cells,
        None => return Err(misplaced(field, "expected valeur, or copie")),
        Some(text) => {
            targets::read(field, &text, path, notices).map_or(Gives::Nothing, Gives::Value)
        }
    };
    let whole = rule.egale.is_some();
    let terms = rule.egale.or(rule.contient);
    if rule.sauf.is_some() && terms.is_none() {
        notices.push(Notice::new(path, "sauf", NoticeKind::IdleException));
    }
    Ok(vec![Choice {
        columns: rule.si.map(Vec::from),
        terms: terms.map(lower),
        whole,
        except: rule.sauf.map(lower).unwrap_or_default(),
        only_with_support: None,
        gives,
    }])
}

/// Columns that already hold values of the schema, alone or in a list.
fn copies(field: Field, columns: &[String]) -> Vec<Choice> {
    let choice = |terms: Option<Vec<String>>, gives: Gives| Choice {
        columns: Some(columns.to_vec()),
        whole: terms.is_some(),
        terms,
        except: Vec::new(),
        only_with_support: None,
        gives,
    };
    if field == Field::AutresFormationsLabels {
        return vec![choice(None, Gives::Cells)];
    }
    let values: Vec<&str> = if field == Field::Typologie {
        crate::kinds::codes().collect()
    } else {
        values_of(field.name())
    };
    let value = |value: &str| {
        let target = Target {
            field,
            value: value.to_owned(),
        };
        choice(Some(vec![value.to_lowercase()]), Gives::Value(target))
    };
    values.into_iter().map(value).collect()
}

fn lower(texts: Texts) -> Vec<String> {
    Vec::from(texts)
        .iter()
        .map(|text| text.to_lowercase())
        .collect()
}

fn hours(hours: Hours) -> HoursColumns {
    let days = hours.jours.into_iter();
    HoursColumns {
        osm: hours.osm,
        week: hours.texte,
        weeks: hours.semaines,
        days: days
            .map(|(day, columns)| (day.into(), columns.into()))
            .collect(),
    }
}
