//! The mapping files of the national pipeline, read unchanged.
//!
//! Their forms: `colonne` (one or several), `valeur`, `joindre` (with its fallback `ou`), `dissocier`, lists of
//! choices (`colonnes`, `termes`, `sauf`, `cible`), `horaires` (`jours`, `semaine`, `osm`) and `semaine_ouverture`.
//! Keys of before 1.0 are read under their name of today. The pipeline never checks a mapping; this does.

use chrono::Weekday;
use serde_json::{Map, Value};

use super::notice::{Notice, NoticeKind};
use super::{Choice, Extract, Gives, HoursColumns, Mapping, MappingError, targets, unreadable};
use crate::Field;

type Object = Map<String, Value>;

/// Names that fields had before 1.0, or that mappings still give them.
const OLD_KEYS: [(&str, Field); 9] = [
    ("courriel", Field::Courriels),
    ("typologies", Field::Typologie),
    ("accessibilite", Field::FicheAccesLibre),
    ("publics_accueillis", Field::PublicsSpecifiquementAdresses),
    ("conditions_acces", Field::FraisACharge),
    ("labels_nationaux", Field::DispositifProgrammesNationaux),
    ("labels_autres", Field::AutresFormationsLabels),
    ("telephones", Field::Telephone),
    ("site_internet", Field::SiteWeb),
];

pub(super) fn read(text: &str) -> Result<(Mapping, Vec<Notice>), MappingError> {
    let document: Object =
        serde_json::from_str(text).map_err(|error| unreadable(error.line(), &error.to_string()))?;
    let mut reader = Reader::default();
    for (key, value) in &document {
        reader.key(key, value)?;
    }
    reader.look_over();
    Ok((reader.mapping, reader.notices))
}

#[derive(Default)]
struct Reader {
    mapping: Mapping,
    notices: Vec<Notice>,
}

impl Reader {
    fn key(&mut self, key: &str, value: &Value) -> Result<(), MappingError> {
        match key {
            "horaires" => self.hours(value),
            "semaine_ouverture" => {
                self.mapping.hours.weeks = columns(object(value, key)?.get("colonne"), key)?
                    .into_iter()
                    .next();
                Ok(())
            }
            _ => match self.field(key) {
                Some(field) if takes_choices(field) => self.choices(field, key, value),
                Some(field) => self.value(field, key, value),
                None => Ok(()),
            },
        }
    }

    fn field(&mut self, key: &str) -> Option<Field> {
        if let Some(field) = Field::named(key) {
            return Some(field);
        }
        let old = OLD_KEYS.iter().find(|(old, _)| *old == key);
        let kind = old.map_or(NoticeKind::UnknownKey, |_| NoticeKind::OldKey);
        self.notices.push(Notice::new(key, key, kind));
        old.map(|(_, field)| *field)
    }

    fn value(&mut self, field: Field, key: &str, value: &Value) -> Result<(), MappingError> {
        let form = object(value, key)?;
        self.strangers(
            form,
            key,
            &["colonne", "valeur", "joindre", "dissocier", "sinon"],
        );
        let extract = extract(form, key)?;
        if !extract.is_empty() {
            self.mapping.values.insert(field, extract);
        }
        Ok(())
    }

    fn choices(&mut self, field: Field, key: &str, value: &Value) -> Result<(), MappingError> {
        let list = match value {
            Value::Array(list) => list.as_slice(),
            // One choice may stand without its list, and a plain column copies its values.
            one @ Value::Object(_) => std::slice::from_ref(one),
            _ => return Err(form_error(key, "expected a list of choices")),
        };
        for (index, value) in list.iter().enumerate() {
            let path = format!("{key}[{index}]");
            let choice = self.choice(field, &path, object(value, &path)?)?;
            self.mapping.choices.entry(field).or_default().push(choice);
        }
        Ok(())
    }

    fn choice(&mut self, field: Field, path: &str, form: &Object) -> Result<Choice, MappingError> {
        let keys = [
            "colonne",
            "colonnes",
            "termes",
            "sauf",
            "cible",
            "modalitesAccompagnement",
        ];
        self.strangers(form, path, &keys);
        let named = form.get("colonnes").or_else(|| form.get("colonne"));
        let except = texts(form.get("sauf"), path)?.unwrap_or_default();
        let terms = texts(form.get("termes"), path)?;
        self.exceptions(path, terms.as_deref(), &except);
        let gives = match form.get("cible") {
            Some(Value::String(text)) => {
                let at = format!("{path}.cible");
                targets::read(field, text, &at, &mut self.notices)
                    .map_or(Gives::Nothing, Gives::Value)
            }
            None | Some(Value::Null) => Gives::Cells,
            Some(_) => return Err(form_error(path, "\"cible\" must be a text")),
        };
        let lower = |terms: Vec<String>| terms.iter().map(|term| term.to_lowercase()).collect();
        Ok(Choice {
            columns: named.map(|value| columns(Some(value), path)).transpose()?,
            terms: terms.map(lower),
            whole: false,
            except: lower(except),
            only_with_support: form
                .get("modalitesAccompagnement")
                .and_then(Value::as_str)
                .map(str::to_owned),
            gives,
        })
    }

    fn exceptions(&mut self, path: &str, terms: Option<&[String]>, except: &[String]) {
        let at = format!("{path}.sauf");
        for exception in except {
            if exception.chars().any(char::is_uppercase) {
                let kind = NoticeKind::CapitalException;
                self.notices.push(Notice::new(&at, exception, kind));
            }
        }
        if terms.is_none() && !except.is_empty() {
            let all = except.join(", ");
            self.notices
                .push(Notice::new(&at, &all, NoticeKind::IdleException));
        }
    }

    fn hours(&mut self, value: &Value) -> Result<(), MappingError> {
        let form = object(value, "horaires")?;
        self.strangers(form, "horaires", &["jours", "semaine", "osm"]);
        let text = |key: &str| form.get(key).and_then(Value::as_str);
        let column = |key: &str| {
            text(key)
                .filter(|column| !column.is_empty())
                .map(str::to_owned)
        };
        let days = match form.get("jours") {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(days)) => days.iter().map(day).collect::<Result<_, _>>()?,
            Some(_) => return Err(form_error("horaires.jours", "expected a list of days")),
        };
        self.mapping.hours = HoursColumns {
            osm: column("osm"),
            week: column("semaine"),
            days,
            weeks: self.mapping.hours.weeks.take(),
        };
        Ok(())
    }

    fn strangers(&mut self, form: &Object, path: &str, known: &[&str]) {
        for key in form.keys().filter(|key| !known.contains(&key.as_str())) {
            let at = format!("{path}.{key}");
            self.notices
                .push(Notice::new(&at, key, NoticeKind::UnknownKey));
        }
    }

    /// What only shows once the whole is read: a choice that an earlier one makes already.
    fn look_over(&mut self) {
        for (field, choices) in &self.mapping.choices {
            for (index, choice) in choices.iter().enumerate() {
                if choices.iter().take(index).any(|earlier| earlier == choice) {
                    let path = format!("{}[{index}]", field.name());
                    self.notices
                        .push(Notice::new(&path, "", NoticeKind::Repeated));
                }
            }
        }
    }
}

/// The fields that are lists of values rather than one text.
pub(super) const fn takes_choices(field: Field) -> bool {
    matches!(
        field,
        Field::Typologie
            | Field::Itinerance
            | Field::Services
            | Field::PublicsSpecifiquementAdresses
            | Field::PriseEnChargeSpecifique
            | Field::FraisACharge
            | Field::DispositifProgrammesNationaux
            | Field::FormationsLabels
            | Field::AutresFormationsLabels
            | Field::ModalitesAcces
            | Field::ModalitesAccompagnement
    )
}

fn extract(form: &Object, path: &str) -> Result<Extract, MappingError> {
    if let Some(value) = form.get("valeur") {
        return match value {
            Value::String(text) => Ok(Extract::Constant(text.clone())),
            Value::Number(number) => Ok(Extract::Constant(number.to_string())),
            _ => Err(form_error(path, "\"valeur\" must be a text")),
        };
    }
    if let Some(parts) = form.get("joindre") {
        let parts = object(parts, path)?;
        return Ok(Extract::Joined {
            columns: columns(parts.get("colonnes"), path)?,
            separator: separator(parts).unwrap_or(" ").to_owned(),
            otherwise: fallback(parts.get("ou"), path)?,
        });
    }
    if let Some(parts) = form.get("dissocier") {
        let parts = object(parts, path)?;
        let part = parts.get("partie").and_then(Value::as_u64).unwrap_or(0);
        return Ok(Extract::Part {
            columns: columns(parts.get("colonne"), path)?,
            separator: separator(parts).unwrap_or(",").to_owned(),
            part: usize::try_from(part).unwrap_or(usize::MAX),
        });
    }
    let mut first = columns(form.get("colonne"), path)?;
    first.extend(columns(form.get("sinon"), path)?);
    Ok(Extract::First(first))
}

/// `ou` is a column, several, or a form with `colonne`.
fn fallback(value: Option<&Value>, path: &str) -> Result<Vec<String>, MappingError> {
    match value {
        Some(Value::Object(form)) => columns(form.get("colonne").or(form.get("colonnes")), path),
        other => columns(other, path),
    }
}

fn separator(form: &Object) -> Option<&str> {
    let value = form.get("séparateur").or_else(|| form.get("separateur"));
    value.and_then(Value::as_str)
}

fn day(value: &Value) -> Result<(Weekday, Vec<String>), MappingError> {
    let path = "horaires.jours";
    let form = object(value, path)?;
    let weekday = match form.get("osm").and_then(Value::as_str) {
        Some("Mo") => Weekday::Mon,
        Some("Tu") => Weekday::Tue,
        Some("We") => Weekday::Wed,
        Some("Th") => Weekday::Thu,
        Some("Fr") => Weekday::Fri,
        Some("Sa") => Weekday::Sat,
        Some("Su") => Weekday::Sun,
        _ => {
            return Err(form_error(
                path,
                "\"osm\" must be one of Mo, Tu, We, Th, Fr, Sa, Su",
            ));
        }
    };
    Ok((weekday, columns(form.get("colonne"), path)?))
}

fn object<'a>(value: &'a Value, path: &str) -> Result<&'a Object, MappingError> {
    value
        .as_object()
        .ok_or_else(|| form_error(path, "expected an object"))
}

/// One column or several.
fn columns(value: Option<&Value>, path: &str) -> Result<Vec<String>, MappingError> {
    Ok(texts(value, path)?.unwrap_or_default())
}

fn texts(value: Option<&Value>, path: &str) -> Result<Option<Vec<String>>, MappingError> {
    let not_text = || form_error(path, "expected a text or a list of texts");
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(vec![text.clone()])),
        Some(Value::Array(list)) => list
            .iter()
            .map(|text| text.as_str().map(str::to_owned).ok_or_else(not_text))
            .collect::<Result<_, _>>()
            .map(Some),
        Some(_) => Err(not_text()),
    }
}

fn form_error(path: &str, why: &'static str) -> MappingError {
    MappingError::Form {
        path: path.to_owned(),
        why,
    }
}
