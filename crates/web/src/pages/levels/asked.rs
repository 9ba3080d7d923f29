//! What the address asks besides where: a day (`au`), another territory to be set beside this one (`avec`).

use chrono::NaiveDate;
use portulan_geo::Found;
use portulan_i18n::{Words, date_short};
use portulan_model::TerritoryKey;
use portulan_model::periods::as_of;

use super::super::addresses;
use super::super::place::Link;
use super::super::results::kind_of;
use super::super::territory::{Named, named};
use super::super::visit::Visit;

/// The parameter that names a day.
pub(super) const DAY: &str = "au";
/// The parameter that names another territory.
pub(super) const WITH: &str = "avec";
/// Longest text that is repeated in a sentence, in characters.
const REPEATED: usize = 60;

/// The day that is looked at.
pub(super) struct Day {
    pub(super) on: NaiveDate,
    /// Whether it is another than today.
    pub(super) other: bool,
    /// What was typed and is no day, in a sentence.
    pub(super) wrong: Option<String>,
}

impl Day {
    pub(super) fn of(visit: &Visit) -> Self {
        let today = visit.today();
        match as_of(visit.value(DAY), today) {
            Ok(day) => Self {
                on: day,
                other: day != today,
                wrong: None,
            },
            Err(not_a_day) => Self {
                on: today,
                other: false,
                wrong: Some(told(visit, "levels-wrong-day", &not_a_day.0)),
            },
        }
    }

    /// An address on the same day.
    pub(super) fn carried(&self, address: &str) -> String {
        if self.other {
            addresses::with(address, DAY, self.on)
        } else {
            address.to_owned()
        }
    }

    /// As the field of a form holds it: nothing for today.
    pub(super) fn typed(&self) -> String {
        if self.other {
            self.on.to_string()
        } else {
            String::new()
        }
    }

    /// What is looked at, where it is not today.
    pub(super) fn words(&self, words: Words) -> Option<String> {
        let date = date_short(words.lang(), self.on);
        self.other
            .then(|| words.with("levels-on", &[("date", date.into())]))
    }
}

/// The territory that is to be set beside this one.
pub(super) enum With {
    /// None is asked for.
    Nothing,
    /// This one.
    Territory(TerritoryKey),
    /// One of these.
    Choose(Vec<Link>),
    /// None is called so.
    Wrong(String),
}

impl With {
    /// Reads a key, or a name as it is typed. `path` is the page on which it is asked.
    pub(super) fn of(visit: &Visit, day: &Day, path: &str) -> Self {
        let text = visit.value(WITH).map(str::trim).unwrap_or_default();
        if text.is_empty() {
            return Self::Nothing;
        }
        if let Some(Named::Here(key) | Named::Elsewhere(key)) = named(visit, text) {
            return Self::Territory(key);
        }
        let wrong = || Self::Wrong(told(visit, "levels-wrong-with", text));
        match visit.directory.geocoder.find(text) {
            Found::Nothing => wrong(),
            Found::One(spot) => {
                let commune = spot.commune.map(TerritoryKey::commune);
                spot.territory
                    .or(commune)
                    .map_or_else(wrong, Self::Territory)
            }
            Found::Several(spots) => {
                let choice = |spot: &portulan_geo::Spot| {
                    let key = spot.territory.as_ref()?;
                    let address = addresses::with(&day.carried(path), WITH, key);
                    let kind = kind_of(visit.lang, spot);
                    let words = format!("{} ({kind})", spot.label);
                    let address = visit.link(&address);
                    Some(Link { address, words })
                };
                Self::Choose(spots.iter().filter_map(choice).collect())
            }
        }
    }
}

/// A sentence about a text that was typed, cut where it is long.
pub(super) fn told(visit: &Visit, id: &str, text: &str) -> String {
    let mut short: String = text.chars().take(REPEATED).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    Words::new(visit.lang).with(id, &[("text", short.into())])
}
