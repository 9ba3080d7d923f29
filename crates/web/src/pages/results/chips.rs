//! What is asked, as marks that can be taken away: filters, and what was understood from a phrase.

use portulan_app::orientation::{Located, Oriented, Understood};
use portulan_i18n::{Lang, ListWords, Words, kind, network, situation, theme};
use portulan_model::{
    Access, Care, ClosedList, Fee, Label, Mobility, Programme, Public, Service, Support,
    TerritoryKey,
};

use super::asked::Asked;
use super::name_of;
use crate::pages::opening::when_words;
use crate::pages::visit::Visit;

/// Something asked, and the address of the same request without it.
pub(super) struct Chip {
    pub(super) label: String,
    pub(super) without: String,
}

/// The filters of the address, apart from those that the search bar shows.
pub(super) fn active(visit: &Visit, asked: &Asked) -> Vec<Chip> {
    let several_needs = asked
        .pairs
        .iter()
        .filter(|(name, _)| name == "besoin")
        .count()
        > 1;
    let chips = asked.pairs.iter().filter_map(|(name, value)| {
        if name == "besoin" && !several_needs {
            return None;
        }
        let label = label(visit, asked, name, value)?;
        Some(Chip {
            label,
            without: asked
                .drop(|given, said| given == name && said == value)
                .address(),
        })
    });
    chips.collect()
}

fn label(visit: &Visit, asked: &Asked, name: &str, value: &str) -> Option<String> {
    let lang = visit.lang;
    match name {
        "besoin" => closed::<Service>(lang, value),
        "public" => closed::<Public>(lang, value),
        "prise_en_charge" => closed::<Care>(lang, value),
        "frais" => closed::<Fee>(lang, value),
        "acces" => closed::<Access>(lang, value),
        "accompagnement" => closed::<Support>(lang, value),
        "itinerance" => closed::<Mobility>(lang, value),
        "dispositif" => closed::<Programme>(lang, value),
        "label" => closed::<Label>(lang, value),
        "reseau" => Some(network(lang, value)),
        "typologie" => Some(kind(lang, value)),
        "q" => Some(Words::new(lang).with("chip-text", &[("text", value.into())])),
        "theme" => asked.theme.map(|value| theme(lang, value).0),
        "situation" => asked.situation.map(|value| situation(lang, value)),
        "polygone" => Some(Words::new(lang).get("chip-polygon")),
        "territoire" if asked.value("pour").is_none() => territory(visit, value),
        _ => None,
    }
}

fn closed<L: ListWords + ClosedList>(lang: Lang, value: &str) -> Option<String> {
    L::from_slug(value).ok().map(|value| value.words(lang))
}

fn territory(visit: &Visit, value: &str) -> Option<String> {
    let key: TerritoryKey = value.parse().ok()?;
    visit
        .directory
        .reference
        .territory(&key)
        .map(|territory| territory.name.clone())
}

/// What was understood from the phrase of the one field. Taking one away keeps the others, and the place.
pub(super) fn understood(visit: &Visit, asked: &Asked, found: &Oriented) -> Vec<Chip> {
    if found.understood.is_empty() {
        return Vec::new();
    }
    let placed = match &found.located {
        Located::At(spot) => asked.at(&name_of(spot), spot),
        _ => asked.drop(|name, _| name == "ou"),
    };
    let without = |gone: &Understood| {
        let kept = found.understood.iter().filter(|one| *one != gone);
        kept.fold(placed.clone(), |asked, one| {
            let (name, value) = pair(one);
            asked.and(name, &value)
        })
    };
    let chip = |one: &Understood| Chip {
        label: said(visit, one),
        without: without(one).address(),
    };
    found.understood.iter().map(chip).collect()
}

fn pair(one: &Understood) -> (&'static str, String) {
    match one {
        Understood::Need(service) => ("besoin", service.slug().to_owned()),
        Understood::When(when) => ("quand", when.to_string()),
    }
}

fn said(visit: &Visit, one: &Understood) -> String {
    match one {
        Understood::Need(service) => service.words(visit.lang),
        Understood::When(when) => when_words(visit.lang, when, visit.local()),
    }
}
