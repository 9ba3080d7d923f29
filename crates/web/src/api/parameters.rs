//! The parameters of every route, in one table: what is checked, what OpenAPI says and what the readable page shows
//! come from here, so that they cannot differ.
//!
//! The meaning of the search parameters is read by [`crate::query`], shared with the pages. Here is only what the API
//! adds: it is strict where a page is lenient.

use portulan_app::Directory;
use portulan_i18n::{Lang, Words};
use portulan_model::{
    Access, Care, ClosedList, Fee, Label, Mobility, Programme, Public, Service, Slug, Support,
};

use super::patterns;
use super::problem::{Problem, WrongParameter};

/// A query parameter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parameter {
    /// Its name in addresses; its description is the message `api-<name>`.
    pub(crate) name: &'static str,
    pub(crate) form: Form,
    /// Whether it may come several times.
    pub(crate) many: bool,
    pub(crate) required: bool,
    pub(crate) example: &'static str,
}

/// The form of a value.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    /// Anything, up to so many characters.
    Text(usize),
    Integer(u32, u32),
    Number(f64, f64),
    /// One of a list of this program or of this directory.
    OneOf(fn(&Directory) -> Vec<String>),
    /// Matches a pattern (ECMA 262) of [`patterns`]; the whole check is made where the value is read.
    Pattern(&'static str),
    /// A form that no pattern describes, under the name of its OpenAPI format.
    Named(&'static str),
}

const fn one(name: &'static str, form: Form, example: &'static str) -> Parameter {
    Parameter {
        name,
        form,
        many: false,
        required: false,
        example,
    }
}

const fn many(name: &'static str, form: Form, example: &'static str) -> Parameter {
    Parameter {
        many: true,
        ..one(name, form, example)
    }
}

/// Values of a repeated parameter: more than the communes of a large intercommunality.
pub(crate) const REPEATED: usize = 100;
/// Longest free text, in characters.
pub(crate) const TEXT_CHARS: usize = 200;
/// Longest string of opening hours, in characters: the longest of a national file has 500.
pub(crate) const HOURS_CHARS: usize = 2_000;

/// `{id}` of `/lieux/{id}`.
pub(crate) const ID: Parameter = Parameter {
    required: true,
    ..one("id", Form::Pattern(patterns::PLACE), "")
};
/// `{cle}` of `/territoires/{cle}`.
pub(crate) const KEY: Parameter = Parameter {
    required: true,
    ..one("cle", Form::Pattern(patterns::TERRITORY), "commune-35238")
};

/// `/lieux`: the search.
pub(crate) const SEARCH: &[Parameter] = &[
    one("ou", Form::Text(TEXT_CHARS), "République, Rennes"),
    one("lat", Form::Number(-90.0, 90.0), "48.1117"),
    one("lon", Form::Number(-180.0, 180.0), "-1.6803"),
    one("rayon", Form::Number(0.1, 100.0), "10"),
    many(
        "territoire",
        Form::Pattern(patterns::TERRITORY),
        "commune-35238",
    ),
    one(
        "polygone",
        Form::Pattern(patterns::POLYGON),
        "-1.70,48.10;-1.65,48.10;-1.65,48.13",
    ),
    many("besoin", Form::OneOf(|_| slugs::<Service>()), "acces"),
    one("quand", Form::Pattern(patterns::WHEN), "samedi:matin"),
    many("public", Form::OneOf(|_| slugs::<Public>()), "seniors"),
    many(
        "prise_en_charge",
        Form::OneOf(|_| slugs::<Care>()),
        "illettrisme",
    ),
    many("frais", Form::OneOf(|_| slugs::<Fee>()), "gratuit"),
    many("acces", Form::OneOf(|_| slugs::<Access>()), "se-presenter"),
    many(
        "accompagnement",
        Form::OneOf(|_| slugs::<Support>()),
        "individuel",
    ),
    many("itinerance", Form::OneOf(|_| slugs::<Mobility>()), "fixe"),
    many(
        "dispositif",
        Form::OneOf(|_| slugs::<Programme>()),
        "france-services",
    ),
    many("reseau", Form::OneOf(networks), ""),
    many(
        "label",
        Form::OneOf(|_| [slugs::<Label>(), slugs::<Programme>()].concat()),
        "mon-espace-sante",
    ),
    many("typologie", Form::OneOf(kinds), "BIB"),
    many("source", Form::OneOf(sources), "demonstration"),
    one("q", Form::Text(TEXT_CHARS), "médiathèque"),
    one(
        "tri",
        Form::OneOf(|_| owned(&["utilite", "distance", "nom", "fraicheur"])),
        "distance",
    ),
    one("limite", Form::Integer(1, 100), "20"),
    one("curseur", Form::Named("portulan-curseur"), ""),
    one("facettes", Form::OneOf(|_| owned(&["1"])), "1"),
    one(
        "format",
        Form::OneOf(|_| owned(&["json", "geojson", "csv", "ndjson"])),
        "geojson",
    ),
];

/// `/lieux/{id}`.
pub(crate) const PLACE: &[Parameter] = &[one(
    "format",
    Form::OneOf(|_| owned(&["json", "geojson"])),
    "geojson",
)];

/// `/territoires`.
pub(crate) const TERRITORIES: &[Parameter] = &[
    one("q", Form::Text(TEXT_CHARS), "St Malo"),
    one(
        "parent",
        Form::Pattern(patterns::TERRITORY),
        "departement-35",
    ),
    one("limite", Form::Integer(1, 100), "20"),
    one("curseur", Form::Pattern(patterns::TERRITORY), ""),
];

/// `/horaires`.
pub(crate) const HOURS: &[Parameter] = &[
    Parameter {
        required: true,
        ..one(
            "osm",
            Form::Named("osm-opening-hours"),
            "Mo-Fr 09:00-12:00,14:00-17:00; PH off",
        )
    },
    one(
        "a",
        Form::Pattern(patterns::INSTANT),
        "2026-11-28T10:00:00+01:00",
    ),
    one("departement", Form::Pattern(patterns::DEPARTMENT), "35"),
];

fn owned(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

fn slugs<L: ClosedList>() -> Vec<String> {
    L::ALL.iter().map(|value| value.slug().to_owned()).collect()
}

fn networks(directory: &Directory) -> Vec<String> {
    known(&directory.snapshot.known_values().networks, Slug::as_str)
}

fn kinds(directory: &Directory) -> Vec<String> {
    known(&directory.snapshot.known_values().kinds, String::as_str)
}

fn sources(directory: &Directory) -> Vec<String> {
    known(&directory.snapshot.known_values().sources, Slug::as_str)
}

fn known<T>(values: &[(T, usize)], text: fn(&T) -> &str) -> Vec<String> {
    values
        .iter()
        .map(|(value, _)| text(value).to_owned())
        .collect()
}

impl Parameter {
    /// Its description, in French.
    pub(crate) fn about(&self) -> String {
        Words::new(Lang::Fr).get(&format!("api-{}", self.name.replace('_', "-")))
    }

    /// The values that are allowed, or one sentence on the form.
    pub(crate) fn allowed(&self, directory: &Directory) -> Vec<String> {
        let words = Words::new(Lang::Fr);
        match self.form {
            Form::OneOf(values) => values(directory),
            Form::Text(longest) => vec![words.with("api-form-text", &[("max", longest.into())])],
            Form::Integer(min, max) => vec![bounds(words, min, max)],
            Form::Number(min, max) => vec![bounds(words, min, max)],
            Form::Pattern(_) | Form::Named(_) => {
                let id = format!("api-form-{}", self.name);
                vec![words.find(&id, &[]).unwrap_or_else(|| self.about())]
            }
        }
    }

    /// Whether a value has the form. Patterns and named forms are judged by who reads them.
    fn accepts(&self, value: &str, directory: &Directory) -> bool {
        match self.form {
            Form::Text(longest) => value.chars().count() <= longest,
            Form::Integer(min, max) => {
                plain(value) && value.parse().is_ok_and(|n: u32| (min..=max).contains(&n))
            }
            Form::Number(min, max) => value.parse().is_ok_and(|n: f64| n >= min && n <= max),
            Form::OneOf(values) => values(directory).iter().any(|allowed| allowed == value),
            Form::Pattern(_) | Form::Named(_) => !value.is_empty(),
        }
    }

    /// The refusal of a value.
    pub(crate) fn refuse(&self, value: &str, directory: &Directory) -> WrongParameter {
        let message = Words::new(Lang::Fr).get("problem-value");
        wrong(self.name, value, message, self.allowed(directory))
    }
}

/// Digits only: `+7` and `007` are not how this contract writes numbers.
fn plain(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit()) && !(value.len() > 1 && value.starts_with('0'))
}

fn bounds(words: Words, min: impl std::fmt::Display, max: impl std::fmt::Display) -> String {
    words.with(
        "api-form-bounds",
        &[
            ("min", min.to_string().into()),
            ("max", max.to_string().into()),
        ],
    )
}

fn wrong(name: &str, value: &str, message: String, permises: Vec<String>) -> WrongParameter {
    WrongParameter {
        parametre: name.to_owned(),
        valeur: value.to_owned(),
        message,
        permises,
    }
}

/// Refuses what is not in the table: an unknown name, a value out of its form, a repetition, a missing parameter.
pub(crate) fn check(
    pairs: &[(String, String)],
    table: &[Parameter],
    directory: &Directory,
) -> Result<(), Problem> {
    let words = Words::new(Lang::Fr);
    let mut faults = Vec::new();
    for (position, (name, value)) in pairs.iter().enumerate() {
        let Some(parameter) = table.iter().find(|parameter| parameter.name == name) else {
            let names = table
                .iter()
                .map(|parameter| parameter.name.to_owned())
                .collect();
            faults.push(wrong(
                name,
                value,
                words.get("problem-unknown-parameter"),
                names,
            ));
            continue;
        };
        let before = pairs
            .iter()
            .take(position)
            .filter(|(earlier, _)| earlier == name)
            .count();
        let most = if parameter.many { REPEATED } else { 1 };
        if before >= most {
            faults.push(wrong(
                name,
                value,
                words.get("problem-repeated"),
                Vec::new(),
            ));
        } else if !parameter.accepts(value, directory) {
            faults.push(parameter.refuse(value, directory));
        }
    }
    let given = |parameter: &&Parameter| pairs.iter().any(|(name, _)| name == parameter.name);
    let missing = table
        .iter()
        .filter(|parameter| parameter.required)
        .filter(|parameter| !given(parameter));
    faults.extend(missing.map(|parameter| {
        wrong(
            parameter.name,
            "",
            words.get("problem-missing"),
            parameter.allowed(directory),
        )
    }));
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Problem::parameters(faults))
    }
}

/// The parameters of an address, decoded. Never fails: what is no UTF-8 becomes U+FFFD and is then judged as a value.
pub(crate) fn pairs(query: Option<&str>) -> Vec<(String, String)> {
    url::form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect()
}

/// The one value of a parameter.
pub(crate) fn value<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(given, _)| given == name)
        .map(|(_, value)| value.as_str())
}
