//! The form of a scheme: written from what is known, read field by field.

use std::collections::BTreeSet;

use portulan_app::areas;
use portulan_i18n::{ListWords as _, network};
use portulan_model::proposals::Prose;
use portulan_model::schemes::{Scheme, SchemeField, SchemeKind};
use portulan_model::{ClosedList as _, Programme, Slug, TerritoryKey};

use crate::auth::Desk;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Field};
use crate::pages::typed::{Reading, area_words, fill_period, organisation_name, period_words};

pub(super) const LEVEL: &str = "disp-niveau";
const NAME: &str = "disp-nom";
const KIND: &str = "disp-type";
const AREA: &str = "disp-zone";
const LEAD: &str = "disp-pilote";
const PARTNERS: &str = "disp-partenaires";
const FROM: &str = "disp-debut";
const TO: &str = "disp-fin";
const PART_OF: &str = "disp-parent";
const PROGRAMME: &str = "disp-programme";
const NETWORK: &str = "disp-reseau";
const SUMMARY: &str = "disp-resume";

/// Writes what is known into the form.
pub(super) fn fill(desk: &Desk, scheme: &Scheme, answers: &mut Answers) {
    let directory = &desk.visit.directory;
    let name = |slug: &Slug| organisation_name(directory, slug);
    let text = |slug: &Option<Slug>| slug.as_ref().map(ToString::to_string).unwrap_or_default();
    answers.put(NAME, &scheme.name);
    answers.put(KIND, scheme.kind.slug());
    answers.put(
        AREA,
        areas::typed(&desk.visit.directory.reference, &scheme.area),
    );
    answers.put(LEAD, scheme.lead.as_ref().map(name).unwrap_or_default());
    answers.drop(PARTNERS);
    for partner in &scheme.partners {
        answers.add(PARTNERS, name(partner));
    }
    fill_period(answers, scheme.period, FROM, TO);
    let parent = scheme.part_of.as_ref();
    let parent = parent.map(|slug| match directory.levels.scheme(slug) {
        Some(parent) => parent.name.clone(),
        None => slug.to_string(),
    });
    answers.put(PART_OF, parent.unwrap_or_default());
    answers.put(PROGRAMME, scheme.programme.map_or("", |one| one.slug()));
    answers.put(NETWORK, text(&scheme.network));
    let summary = scheme.summary.as_ref().map(Prose::as_str);
    answers.put(SUMMARY, summary.unwrap_or_default());
}

/// Every field at once; the address comes from the name.
pub(super) fn read(desk: &Desk, answers: &mut Answers, level: TerritoryKey) -> Option<Scheme> {
    let mut reading = Reading { desk, answers };
    let named = reading.name(NAME);
    let kind = reading.one_of(KIND, SchemeKind::ALL, SchemeKind::from_slug);
    let area = reading.area(AREA);
    let lead = reading.organisation(LEAD);
    let partners = reading.organisations(PARTNERS);
    let period = reading.period(FROM, TO);
    let part_of = reading.scheme(PART_OF);
    let programme = programme(&mut reading);
    let network = known_network(&mut reading);
    let summary = reading.prose(SUMMARY);
    let (name, slug) = named?;
    Some(Scheme {
        slug,
        name,
        kind: kind?,
        level,
        area,
        lead,
        partners,
        period,
        founding: Vec::new(),
        part_of,
        programme,
        network,
        places: BTreeSet::new(),
        summary,
    })
}

/// What is typed over what is known: address, level, documents and places stay.
pub(super) fn over(known: Scheme, typed: Scheme) -> Scheme {
    Scheme {
        slug: known.slug,
        level: known.level,
        founding: known.founding,
        places: known.places,
        ..typed
    }
}

/// The value of a field as people read it; none where there is nothing.
pub(super) fn told(desk: &Desk, field: SchemeField, scheme: &Scheme) -> Vec<String> {
    let (lang, words, directory) = (desk.visit.lang, desk.words(), &desk.visit.directory);
    let organisation = |slug: &Slug| organisation_name(directory, slug);
    let value = match field {
        SchemeField::Name => Some(scheme.name.clone()),
        SchemeField::Kind => Some(words.get(&format!("{KIND}-{}", scheme.kind.slug()))),
        SchemeField::Area => {
            let area = Some(&scheme.area).filter(|area| !area.is_empty());
            area.map(|area| area_words(lang, directory, area))
        }
        SchemeField::Lead => scheme.lead.as_ref().map(organisation),
        SchemeField::Partners => return scheme.partners.iter().map(organisation).collect(),
        SchemeField::Period => period_words(lang, scheme.period),
        SchemeField::PartOf => scheme.part_of.as_ref().map(|slug| {
            let parent = directory.levels.scheme(slug);
            parent.map_or_else(|| slug.to_string(), |parent| parent.name.clone())
        }),
        SchemeField::Programme => scheme.programme.map(|one| one.words(lang)),
        SchemeField::Network => scheme
            .network
            .as_ref()
            .map(|one| network(lang, one.as_str())),
        SchemeField::Summary => {
            let summary = scheme.summary.as_ref().map(Prose::as_str);
            return summary
                .into_iter()
                .flat_map(str::lines)
                .map(str::to_owned)
                .collect();
        }
    };
    value.into_iter().collect()
}

/// The fields; the level is asked once.
pub(super) fn fields(desk: &Desk, answers: &Answers, known: Option<&Scheme>) -> Vec<Field> {
    let ask = Ask {
        words: desk.words(),
        answers,
    };
    let kinds: Vec<&str> = SchemeKind::ALL.iter().map(|kind| kind.slug()).collect();
    let mut fields = vec![ask.text(NAME, "text"), ask.one_of(KIND, &kinds)];
    if known.is_none() {
        fields.push(ask.text(LEVEL, "text"));
    }
    fields.push(ask.area(AREA, 3));
    if let Some(known) = known {
        let (lang, directory) = (desk.visit.lang, &desk.visit.directory);
        fields.push(Field::Note(area_words(lang, directory, &known.area)));
    }
    fields.extend([
        ask.text(LEAD, "text"),
        ask.several(PARTNERS),
        ask.day(FROM),
        ask.day(TO),
    ]);
    let period = known.and_then(|known| period_words(desk.visit.lang, known.period));
    fields.extend(period.map(Field::Note));
    fields.extend([
        ask.text(PART_OF, "text"),
        ask.select(PROGRAMME, programmes(desk)),
        ask.select(NETWORK, networks(desk, known)),
        ask.area(SUMMARY, 4),
    ]);
    fields
}

fn programmes(desk: &Desk) -> Vec<(String, String)> {
    let all = Programme::ALL.iter();
    let options = all.map(|one| (one.slug().to_owned(), one.words(desk.visit.lang)));
    with_none(desk, options.collect())
}

/// The networks that records of places name, and the one that is already said.
fn networks(desk: &Desk, known: Option<&Scheme>) -> Vec<(String, String)> {
    let all = desk.visit.directory.snapshot.known_values().networks.iter();
    let mut slugs: Vec<Slug> = all.map(|(slug, _)| slug.clone()).collect();
    slugs.extend(known.and_then(|known| known.network.clone()));
    let option = |slug: &Slug| (slug.to_string(), network(desk.visit.lang, slug.as_str()));
    let mut options: Vec<(String, String)> = slugs.iter().map(option).collect();
    options.sort_by(|a, b| a.1.cmp(&b.1));
    options.dedup();
    with_none(desk, options)
}

fn with_none(desk: &Desk, mut options: Vec<(String, String)>) -> Vec<(String, String)> {
    options.insert(0, (String::new(), desk.words().get("disp-aucun")));
    options
}

fn programme(reading: &mut Reading<'_>) -> Option<Programme> {
    let text = reading.answers.text(PROGRAMME);
    if text.is_empty() {
        return None;
    }
    let found = Programme::from_slug(text).ok();
    if found.is_none() {
        reading.fault(PROGRAMME, "edit-choice-unknown");
    }
    found
}

/// Any readable word: records of places may come to name the network later.
fn known_network(reading: &mut Reading<'_>) -> Option<Slug> {
    let text = reading.answers.text(NETWORK);
    if text.is_empty() {
        return None;
    }
    let found = text.parse().ok();
    if found.is_none() {
        reading.fault(NETWORK, "edit-choice-unknown");
    }
    found
}
