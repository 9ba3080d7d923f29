//! Networks, national programmes, and labels.

use portulan_i18n::network;
use portulan_model::{Label, PlaceRecord, Programme, Slug};
use portulan_text::clean;

use super::answers::Answers;
use super::blocks::{Block, Choice, Maker, tick, ticked};
use crate::auth::Desk;

const NETWORKS: &str = "reseaux";
const PROGRAMMES: &str = "dispositifs";
const LABELS: &str = "labels";
const OTHERS: &str = "autre-label";
/// Longest name of a label, in characters.
const LABEL_CHARS: usize = 120;
/// Most labels beside those of the list.
const MOST: usize = 20;
/// Networks that have a name of their own, known or not to a place here.
const NAMED: [&str; 17] = [
    "espaces-sociaux-communs",
    "espaces-numeriques-en-esc",
    "bibliotheques-de-rennes",
    "mediatheques-de-la-metropole",
    "france-services",
    "conseillers-numeriques",
    "epn",
    "centres-sociaux",
    "missions-locales",
    "information-jeunesse",
    "ccas",
    "emmaus-connect",
    "aidants-connect",
    "fablabs",
    "caf",
    "france-travail",
    "tiers-lieux",
];

pub(super) fn fill(record: &PlaceRecord, answers: &mut Answers) {
    for network in &record.networks {
        answers.add(NETWORKS, network.as_str());
    }
    tick(answers, PROGRAMMES, record.programmes);
    tick(answers, LABELS, record.labels);
    for label in &record.other_labels {
        answers.add(OTHERS, label);
    }
}

pub(super) fn read(desk: &Desk, answers: &mut Answers, record: &mut PlaceRecord) {
    let words = desk.words();
    let offered = offered(desk, record);
    let (mut networks, mut unknown) = (Vec::new(), false);
    for text in answers.told(NETWORKS) {
        match offered.iter().find(|slug| slug.as_str() == text) {
            Some(slug) if networks.contains(slug) => {}
            Some(slug) => networks.push(slug.clone()),
            None => unknown = true,
        }
    }
    if unknown {
        answers.fault(NETWORKS, words.get("edit-choice-unknown"));
    }
    // Those that stay keep their order: nothing has changed then.
    let place = |slug: &Slug| record.networks.iter().position(|known| known == slug);
    networks.sort_by_key(|slug| place(slug).unwrap_or(usize::MAX));
    record.networks = networks;
    record.programmes = ticked(answers, PROGRAMMES, words);
    record.labels = ticked(answers, LABELS, words);
    let mut others: Vec<String> = answers.told(OTHERS).map(clean).collect();
    others.retain(|text| !text.is_empty());
    others.dedup();
    let long = others.iter().any(|text| text.chars().count() > LABEL_CHARS);
    if long {
        answers.fault(
            OTHERS,
            words.with("edit-too-long", &[("n", LABEL_CHARS.into())]),
        );
    } else if others.len() > MOST {
        answers.fault(OTHERS, words.with("edit-too-many", &[("n", MOST.into())]));
    }
    record.other_labels = others;
}

/// The networks that a place can join: those with a name, those of places here, its own.
fn offered(desk: &Desk, record: &PlaceRecord) -> Vec<Slug> {
    let named = NAMED.iter().filter_map(|text| text.parse::<Slug>().ok());
    let known = &desk.visit.directory.snapshot.known_values().networks;
    let known = known.iter().map(|(slug, _)| slug.clone());
    let mut all: Vec<Slug> = named.collect();
    for slug in known.chain(record.networks.iter().cloned()) {
        if !all.contains(&slug) {
            all.push(slug);
        }
    }
    all
}

pub(super) fn blocks(desk: &Desk, maker: &Maker<'_>, record: &PlaceRecord) -> Vec<Block> {
    let lang = maker.words.lang();
    let option = |slug: &Slug| Choice {
        value: slug.to_string(),
        label: network(lang, slug.as_str()),
        hint: String::new(),
        chosen: maker.answers.has(NETWORKS, slug.as_str()),
    };
    let mut options: Vec<Choice> = offered(desk, record).iter().map(option).collect();
    options.sort_by(|a, b| a.label.cmp(&b.label));
    vec![
        maker.choices(NETWORKS, false, options),
        maker.list::<Programme>(PROGRAMMES),
        maker.list::<Label>(LABELS),
        maker.several(OTHERS, "text"),
    ]
}
