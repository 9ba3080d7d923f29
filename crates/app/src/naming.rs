//! What people type to name what is known here: a territory, an organisation, a place, a day.
//!
//! A name is taken where only one thing bears it; a key, a code or an address always names one. Nothing is guessed: what
//! names nothing, or several things, is said with the text that was typed.

use chrono::NaiveDate;
use portulan_geo::{CommuneName, Reference};
use portulan_model::{CommuneCode, PlaceId, Slug, TerritoryCode, TerritoryKey, TerritoryKind};
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

/// A territory by its key (`epci-243500139`), by the code of a commune, or by its name; or by both: `Saint-Denis (93066)`.
pub fn territory(reference: &Reference, text: &str) -> Result<TerritoryKey, Unnamed> {
    let text = text.trim();
    if let Some(found) = coded(reference, text) {
        return Ok(found);
    }
    let both = beside(text, ('(', ')'));
    if let Some((name, found)) = both.and_then(|(name, code)| Some((name, coded(reference, code)?)))
    {
        let own = is_called(reference, &found, name);
        return own.then_some(found).ok_or_else(|| unknown(text));
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
    found.ok_or_else(|| unknown(text))
}

/// A territory of today by its key, or by the code of a commune, of today or not.
fn coded(reference: &Reference, text: &str) -> Option<TerritoryKey> {
    if let Ok(key) = text.parse::<TerritoryKey>() {
        let today = reference.of_today(&key);
        return reference.territory(&today).is_some().then_some(today);
    }
    let commune = text.parse::<CommuneCode>().ok()?;
    reference.resolve(&commune).map(TerritoryKey::commune)
}

/// Whether a territory bears a name; a commune, whether it did.
fn is_called(reference: &Reference, key: &TerritoryKey, name: &str) -> bool {
    let own = reference.territory(key).map(|one| fold(&one.name));
    let former = |code: &CommuneCode| reference.is_called(*code, &CommuneName::new(name));
    own == Some(fold(name)) || matches!(key.code(), TerritoryCode::Commune(code) if former(code))
}

/// A name and what is written beside it between two signs, to name one thing alone.
fn beside(text: &str, (open, close): (char, char)) -> Option<(&str, &str)> {
    let (name, code) = text.trim().strip_suffix(close)?.rsplit_once(open)?;
    Some((name.trim(), code.trim()))
}

/// The name of a territory where it reads back as that territory; with its code where it does not.
#[must_use]
pub fn spelled(reference: &Reference, key: &TerritoryKey) -> String {
    let code = || match key.code() {
        TerritoryCode::Commune(code) => code.to_string(),
        _ => key.to_string(),
    };
    let Some(name) = reference.territory(key).map(|one| one.name.as_str()) else {
        return code();
    };
    let alone = territory(reference, name).as_ref() == Ok(key);
    if alone {
        name.to_owned()
    } else {
        format!("{name} ({})", code())
    }
}

/// An organisation by the last words of its address, by its name, or by both: `CCAS [ccas-de-rennes]`.
pub fn organisation(directory: &Directory, text: &str) -> Result<Slug, Unnamed> {
    let all = &directory.organisations;
    let known = |part: &str| {
        let slug: Slug = part.parse().ok()?;
        let there = all.get(&slug).or_else(|| all.led(&slug))?;
        Some(there.slug.clone())
    };
    if let Some(slug) = text.trim().split('/').rev().find_map(known) {
        return Ok(slug);
    }
    if let Some((name, address)) = beside(text, ('[', ']')) {
        let found = known(address).filter(|slug| {
            let one = all.get(slug);
            one.is_some_and(|one| fold(&one.name) == fold(name))
        });
        return found.ok_or_else(|| unknown(text));
    }
    let folded = fold(text);
    let all = directory.organisations.iter();
    let called = all.filter(|one| !folded.is_empty() && fold(&one.name) == folded);
    let found = only(called.map(|one| one.slug.clone()), text)?;
    found.ok_or_else(|| unknown(text))
}

/// The name of an organisation where it reads back as that one; with its address where it does not.
#[must_use]
pub fn spelled_organisation(directory: &Directory, slug: &Slug) -> String {
    let all = &directory.organisations;
    let there = all.get(slug).or_else(|| all.led(slug));
    let name = there.map(|one| (one.name.as_str(), &one.slug));
    with_address(slug, name, |text| organisation(directory, text))
}

/// A scheme by the last words of its address, by its name, or by both.
pub fn scheme(directory: &Directory, text: &str) -> Result<Slug, Unnamed> {
    let all = directory.levels.world().schemes.iter();
    addressed(all.map(|one| (one.name.as_str(), &one.slug)), text)
}

/// The name of a scheme where it reads back as that one; with its address where it does not.
#[must_use]
pub fn spelled_scheme(directory: &Directory, slug: &Slug) -> String {
    let there = directory.levels.scheme(slug);
    let name = there.map(|one| (one.name.as_str(), &one.slug));
    with_address(slug, name, |text| scheme(directory, text))
}

/// A body by the last words of its address, by its name, or by both.
pub fn body(directory: &Directory, text: &str) -> Result<Slug, Unnamed> {
    let all = directory.levels.world().bodies.iter();
    addressed(all.map(|one| (one.name.as_str(), &one.slug)), text)
}

/// The name of a body where it reads back as that one; with its address where it does not.
#[must_use]
pub fn spelled_body(directory: &Directory, slug: &Slug) -> String {
    let there = directory.levels.body(slug);
    let name = there.map(|one| (one.name.as_str(), &one.slug));
    with_address(slug, name, |text| body(directory, text))
}

/// One of some things that have a name and an address.
fn addressed<'a>(
    all: impl Iterator<Item = (&'a str, &'a Slug)> + Clone,
    text: &str,
) -> Result<Slug, Unnamed> {
    let last = text.trim().trim_end_matches('/').rsplit('/').next();
    let (name, address) = match beside(text, ('[', ']')) {
        Some((name, address)) => (Some(fold(name)), Some(address)),
        None => (None, last),
    };
    let own = |one: &(&str, &Slug)| Some(one.1.as_str()) == address;
    if let Some((called, slug)) = all.clone().find(own) {
        let same = name.is_none_or(|name| name == fold(called));
        return same.then(|| slug.clone()).ok_or_else(|| unknown(text));
    }
    let folded = fold(text);
    let called = all.filter(|one| !folded.is_empty() && fold(one.0) == folded);
    let found = only(called.map(|one| one.1.clone()), text)?;
    found.ok_or_else(|| unknown(text))
}

/// A name where it reads back as one thing; with its address where it does not.
fn with_address(
    slug: &Slug,
    known: Option<(&str, &Slug)>,
    read: impl Fn(&str) -> Result<Slug, Unnamed>,
) -> String {
    match known {
        None => slug.to_string(),
        Some((name, now)) if read(name).as_ref() == Ok(now) => name.to_owned(),
        Some((name, now)) => format!("{name} [{now}]"),
    }
}

fn unknown(text: &str) -> Unnamed {
    Unnamed::Unknown(text.trim().to_owned())
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
    found.ok_or_else(|| unknown(text))
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
    fn a_territory_reads_back_as_itself_from_what_is_written_of_it_in_a_form() {
        let reference = Reference::embedded().unwrap();
        let kinds = [TerritoryKind::Region, TerritoryKind::Department];
        let wide = kinds.into_iter().flat_map(|kind| reference.of_kind(kind));
        let wide = wide.chain(reference.of_kind(TerritoryKind::Epci).step_by(40));
        // Namesakes, Paris, Lyon and Marseille, and those that share their name with what is above them.
        let named = [
            "93066", "97411", "75056", "69123", "13055", "35238", "97209",
        ];
        let communes = named.map(|code| TerritoryKey::commune(code.parse().unwrap()));
        for key in wide.map(|one| one.key.clone()).chain(communes) {
            let text = spelled(&reference, &key);
            assert_eq!(territory(&reference, &text), Ok(key), "{text}");
        }
        let key = "departement-974".parse().unwrap();
        assert_eq!(spelled(&reference, &key), "La Réunion (departement-974)");
        let rennes = TerritoryKey::commune("35238".parse().unwrap());
        assert_eq!(spelled(&reference, &rennes), "Rennes");
        for wrong in ["Bruz (35238)", "Rennes (99999)", "(35238)"] {
            assert!(territory(&reference, wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_name_that_two_bear_is_written_with_an_address_and_reads_back_as_one() {
        let slugs: Vec<Slug> = ["numerique", "numerique-2", "autre"]
            .map(|one| one.parse().unwrap())
            .into();
        let names = ["Numérique", "Numérique", "Autre"];
        let all = || names.into_iter().zip(&slugs);
        let read = |text: &str| addressed(all(), text);
        for (name, slug) in all() {
            let text = with_address(slug, Some((name, slug)), read);
            assert_eq!(read(&text).as_ref(), Ok(slug), "{text}");
        }
        assert!(matches!(read("Numérique"), Err(Unnamed::Several(_))));
        assert!(matches!(
            read("Autre [numerique]"),
            Err(Unnamed::Unknown(_))
        ));
        assert_eq!(read("autre").as_ref(), Ok(&slugs[2]));
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
