//! The search parameters, read once for the pages and the API (contract: `docs`, "Search").
//!
//! Reading never fails: what cannot be understood is left out and named in [`Parsed::bad`]. The page says so and
//! answers without it; the API refuses. Repeated parameters mean "or" inside one, "and" between several.

mod moments;
mod values;

use portulan_app::Directory;
use portulan_app::orientation::Ask;
use portulan_model::Position;
use portulan_search::{Query, Sort};

pub(crate) use values::{Expected, PAGE_ONLY, SEARCH_NAMES};
use values::{closed, known, label, number, polygon, territory};

/// Most places on a page.
const MAX_LIMIT: usize = 100;
/// Places on a page when no limit is given.
const LIMIT: usize = 10;
/// Longest free text read, in characters; the rest is left out.
const TEXT_CHARS: usize = 200;

/// What was understood, and what was not.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parsed {
    /// The request, without what was not understood.
    pub(crate) ask: Ask,
    /// What was not understood.
    pub(crate) bad: Vec<BadParameter>,
}

/// A parameter that was not understood.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct BadParameter {
    /// Its name, as it came.
    pub(crate) name: String,
    /// Its value, as it came.
    pub(crate) value: String,
    /// Whether the name is one of the contract.
    pub(crate) known: bool,
    /// The values, or the names, that are allowed, where there is a list of them.
    pub(crate) allowed: Vec<String>,
    /// What is expected, where there is no list.
    pub(crate) expected: Option<Expected>,
}

/// Reads the pairs of an address.
pub(crate) fn read(pairs: &[(String, String)], directory: &Directory) -> Parsed {
    let mut reader = Reader {
        directory,
        parsed: Parsed::default(),
        lat: None,
        lon: None,
    };
    reader.parsed.ask.query.limit = LIMIT;
    for (name, value) in pairs {
        let value = value.trim();
        if !value.is_empty() && !PAGE_ONLY.contains(&name.as_str()) {
            reader.take(name, value);
        }
    }
    reader.finish()
}

struct Reader<'a> {
    directory: &'a Directory,
    parsed: Parsed,
    lat: Option<f64>,
    lon: Option<f64>,
}

impl Reader<'_> {
    fn take(&mut self, name: &str, value: &str) {
        let outcome = match name {
            "ou" => self.text(value, |ask, text| ask.place_text = Some(text)),
            "q" => self.text(value, |ask, text| ask.query.text = Some(text)),
            "lat" => number(value, -90.0, 90.0).map(|degrees| self.lat = Some(degrees)),
            "lon" => number(value, -180.0, 180.0).map(|degrees| self.lon = Some(degrees)),
            "rayon" => number(value, 0.1, 100.0).map(|km| self.parsed.ask.radius_km = Some(km)),
            "territoire" => territory(value, self.directory).map(|key| {
                let keys = &mut self.query().territories;
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }),
            "polygone" => polygon(value).map(|ring| self.query().polygon = Some(ring)),
            "quand" => moments::when(value).map(|when| self.query().when = Some(when)),
            "tri" => self.sort(value),
            "limite" => self.limit(value),
            "curseur" => match value.parse() {
                Ok(cursor) => {
                    self.query().cursor = Some(cursor);
                    Ok(())
                }
                Err(_) => Err(Wrong::Expected(Expected::Cursor)),
            },
            "facettes" => self.flag(value),
            "format" => Ok(()),
            _ => self.list(name, value),
        };
        if let Err(wrong) = outcome {
            self.refuse(name, value, wrong);
        }
    }

    /// Values of closed lists, and of what this directory knows.
    fn list(&mut self, name: &str, value: &str) -> Result<(), Wrong> {
        let known_values = self.directory.snapshot.known_values();
        let query = &mut self.parsed.ask.query;
        match name {
            "besoin" => closed(value, &mut query.needs),
            "public" => closed(value, &mut query.publics),
            "prise_en_charge" => closed(value, &mut query.care),
            "frais" => closed(value, &mut query.fees),
            "acces" => closed(value, &mut query.access),
            "accompagnement" => closed(value, &mut query.support),
            "itinerance" => closed(value, &mut query.mobility),
            "dispositif" => closed(value, &mut query.programmes),
            "label" => label(value, query),
            "reseau" => known(
                value,
                known_values.networks.iter().map(|(slug, _)| slug),
                &mut query.networks,
            ),
            "typologie" => known(
                value,
                known_values.kinds.iter().map(|(code, _)| code),
                &mut query.kinds,
            ),
            "source" => known(
                value,
                known_values.sources.iter().map(|(slug, _)| slug),
                &mut query.sources,
            ),
            _ => Err(Wrong::Name),
        }
    }

    fn query(&mut self) -> &mut Query {
        &mut self.parsed.ask.query
    }

    #[expect(clippy::unnecessary_wraps, reason = "same shape as the other readers")]
    fn text(&mut self, value: &str, put: impl FnOnce(&mut Ask, String)) -> Result<(), Wrong> {
        put(
            &mut self.parsed.ask,
            value.chars().take(TEXT_CHARS).collect(),
        );
        Ok(())
    }

    fn sort(&mut self, value: &str) -> Result<(), Wrong> {
        let sort = match value {
            "utilite" => Sort::Utility,
            "distance" => Sort::Distance,
            "nom" => Sort::Name,
            "fraicheur" => Sort::Freshness,
            _ => return Err(Wrong::allowed(&["utilite", "distance", "nom", "fraicheur"])),
        };
        self.query().sort = sort;
        Ok(())
    }

    fn limit(&mut self, value: &str) -> Result<(), Wrong> {
        let limit = value
            .parse()
            .ok()
            .filter(|limit| (1..=MAX_LIMIT).contains(limit));
        self.query().limit = limit.ok_or(Wrong::Expected(Expected::Number {
            min: 1.0,
            max: 100.0,
        }))?;
        Ok(())
    }

    fn flag(&mut self, value: &str) -> Result<(), Wrong> {
        if value != "1" {
            return Err(Wrong::allowed(&["1"]));
        }
        self.query().facets = true;
        Ok(())
    }

    fn refuse(&mut self, name: &str, value: &str, wrong: Wrong) {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let (known, allowed, expected) = match wrong {
            Wrong::Name => (false, owned(SEARCH_NAMES), None),
            Wrong::Allowed(values) => (true, values, None),
            Wrong::Expected(expected) => (true, Vec::new(), Some(expected)),
        };
        let (name, value) = (name.to_owned(), value.to_owned());
        self.parsed.bad.push(BadParameter {
            name,
            value,
            known,
            allowed,
            expected,
        });
    }

    /// A point needs both its degrees; each alone says nothing.
    fn finish(mut self) -> Parsed {
        if let (Some(lat), Some(lon)) = (self.lat, self.lon) {
            self.parsed.ask.point = Position::new(lat, lon).ok();
        }
        self.parsed
    }
}

/// Why a pair is left out.
#[derive(Debug)]
pub(crate) enum Wrong {
    /// No parameter has this name.
    Name,
    /// Not one of these.
    Allowed(Vec<String>),
    /// Not of this form.
    Expected(Expected),
}

impl Wrong {
    fn allowed(values: &[&str]) -> Self {
        Self::Allowed(values.iter().map(|value| (*value).to_owned()).collect())
    }
}
