//! What people type to name what is known here: a territory, an organisation, a place, a day.
//!
//! A name is taken where only one thing bears it; a key, a code or an address always names one. Nothing is guessed: what
//! names nothing, or several things, is said with the text that was typed.

use chrono::NaiveDate;
use portulan_geo::{CommuneName, Reference};
use portulan_model::{CommuneCode, PlaceId, Slug, TerritoryKey, TerritoryKind};
use portulan_text::fold;
use thiserror::Error;

use crate::{Directory, Lead};

/// Why a text names nothing that can be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unnamed {
    /// Nothing is called so.
    #[error("{0:?} names nothing")]
    Unknown(String),
    /// Several things are.
    #[error("{0:?} names several things")]
    Several(String),
}

impl Unnamed {
    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Unknown(text) | Self::Several(text) => text,
        }
    }

    /// What was typed of several faults, in one line.
    #[must_use]
    pub fn texts(all: &[Self]) -> String {
        let texts: Vec<&str> = all.iter().map(Self::text).collect();
        texts.join(", ")
    }
}

/// Kinds of territory that are found by their name before the communes: where two share one, the widest has it, as
/// "Bretagne" is the région for everybody but two villages. Pages say again what was understood.
const NAMED: [TerritoryKind; 4] = [
    TerritoryKind::Country,
    TerritoryKind::Region,
    TerritoryKind::Department,
    TerritoryKind::Epci,
];

/// A territory by its key (`epci-243500139`), by the code of a commune, or by its name.
pub fn territory(reference: &Reference, text: &str) -> Result<TerritoryKey, Unnamed> {
    let text = text.trim();
    if let Ok(key) = text.parse::<TerritoryKey>()
        && reference.territory(&key).is_some()
    {
        return Ok(key);
    }
    let commune = text.parse::<CommuneCode>().ok();
    if let Some(today) = commune.and_then(|code| reference.resolve(&code)) {
        return Ok(TerritoryKey::commune(today));
    }
    let folded = fold(text);
    for kind in NAMED.into_iter().filter(|_| !folded.is_empty()) {
        let called = reference
            .of_kind(kind)
            .filter(|one| fold(&one.name) == folded);
        if let Some(found) = only(called.map(|one| one.key.clone()), text)? {
            return Ok(found);
        }
    }
    let communes = reference.communes_called(&CommuneName::new(text));
    let found = only(communes.into_iter().map(TerritoryKey::commune), text)?;
    found.ok_or_else(|| Unnamed::Unknown(text.to_owned()))
}

/// An organisation by the last words of its address, or by its name.
pub fn organisation(directory: &Directory, text: &str) -> Result<Slug, Unnamed> {
    let known = |part: &str| {
        let slug: Slug = part.parse().ok()?;
        directory.organisations.get(&slug).map(|_| slug)
    };
    if let Some(slug) = text.trim().split('/').rev().find_map(known) {
        return Ok(slug);
    }
    let folded = fold(text);
    let all = directory.organisations.iter();
    let called = all.filter(|one| !folded.is_empty() && fold(&one.name) == folded);
    let found = only(called.map(|one| one.slug.clone()), text)?;
    found.ok_or_else(|| Unnamed::Unknown(text.trim().to_owned()))
}

/// A scheme by the last words of its address, or by its name.
pub fn scheme(directory: &Directory, text: &str) -> Result<Slug, Unnamed> {
    let last = text.trim().trim_end_matches('/').rsplit('/').next();
    let slug: Option<Slug> = last.and_then(|last| last.parse().ok());
    if let Some(found) = slug.and_then(|slug| directory.levels.scheme(&slug)) {
        return Ok(found.slug.clone());
    }
    let folded = fold(text);
    let all = directory.levels.world().schemes.iter();
    let called = all.filter(|one| !folded.is_empty() && fold(&one.name) == folded);
    let found = only(called.map(|one| one.slug.clone()), text)?;
    found.ok_or_else(|| Unnamed::Unknown(text.trim().to_owned()))
}

/// A place by its id, by the end of its address, or by its name.
pub fn place(directory: &Directory, text: &str) -> Result<PlaceId, Unnamed> {
    let text = text.trim();
    let last = text.trim_end_matches('/').rsplit('/').next();
    if let Lead::Here(place) | Lead::Moved(place) = directory.lead(last.unwrap_or_default()) {
        return Ok(place.id);
    }
    let folded = fold(text);
    let all = directory.snapshot.places().iter();
    let called = all.filter(|one| !folded.is_empty() && fold(&one.record.name) == folded);
    let found = only(called.map(|one| one.id), text)?;
    found.ok_or_else(|| Unnamed::Unknown(text.to_owned()))
}

/// A day: `2026-11-30`, as browsers send it, or `30/11/2026`.
#[must_use]
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let read = |form: &str| NaiveDate::parse_from_str(text, form).ok();
    read("%Y-%m-%d")
        .filter(|_| text.len() == 10)
        .or_else(|| read("%d/%m/%Y"))
}

/// The only one; nothing where there is none.
fn only<T>(mut called: impl Iterator<Item = T>, text: &str) -> Result<Option<T>, Unnamed> {
    match (called.next(), called.next()) {
        (one, None) => Ok(one),
        _ => Err(Unnamed::Several(text.trim().to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_territory_is_found_by_key_code_or_name() {
        let reference = Reference::embedded().unwrap();
        for (typed, key) in [
            ("epci-243500139", "epci-243500139"),
            ("35238", "commune-35238"),
            ("rennes métropole", "epci-243500139"),
            ("Ille-et-Vilaine", "departement-35"),
            ("Bretagne", "region-53"),
            ("st malo", "commune-35288"),
        ] {
            let found = territory(&reference, typed).map(|key| key.to_string());
            assert_eq!(found.as_deref(), Ok(key), "{typed}");
        }
        assert!(territory(&reference, " ").is_err());
    }

    #[test]
    fn a_day_is_read_as_browsers_and_as_people_write_it() {
        let expected = NaiveDate::from_ymd_opt(2026, 11, 30);
        assert_eq!(day("2026-11-30"), expected);
        assert_eq!(day(" 30/11/2026 "), expected);
        for text in ["", "31/02/2026", "30 novembre", "2026-1-1"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
