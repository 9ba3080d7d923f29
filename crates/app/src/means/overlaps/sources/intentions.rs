//! Intentions: those that stand, each as far as its author shows it to whoever looks. One that is shown to nobody else is
//! compared for the people of its organisation alone.

use std::collections::BTreeMap;

use portulan_model::governance::Body;
use portulan_model::means::envelopes::Envelope;
use portulan_model::means::intentions::{Intention, Kit};
use portulan_model::{Area, PlaceRecord, Slug};
use portulan_overlap::{Amount, Item, Kind, Nature};
use portulan_policy::actions::{ReadBody, ReadIntentions};
use portulan_policy::allow;

use super::super::gather::Looking;
use super::super::{Found, Origin};
use super::accounts::funder;
use crate::means::intentions::{self, Ground, all_standing};
use crate::{App, Directory, Error, Lead, rights};

/// A body by which whoever looks may read some intentions.
struct Reader<'a> {
    body: &'a Body,
    ground: Ground<'a>,
    /// Whether they read what is shown to those who lead it, or what is shown to its members alone.
    leads: bool,
}

/// All intentions on the ground that are shown to whoever looks.
pub(crate) async fn all(looking: &Looking<'_>) -> Result<Vec<Found>, Error> {
    let mut standing = all_standing(looking.app).await?;
    standing.retain(|one| looking.reaches(&one.area));
    if standing.is_empty() {
        return Ok(Vec::new());
    }
    let readers = readers(looking);
    let mut own: BTreeMap<Slug, bool> = BTreeMap::new();
    let mut found = Vec::new();
    for one in standing {
        let theirs = *own
            .entry(one.organisation.clone())
            .or_insert_with(|| is_of(looking, &one.organisation));
        let by = readers.iter().find(|reader| reader.reads(&one));
        if !theirs && by.is_none() {
            continue;
        }
        let by = by
            .filter(|_| !theirs)
            .map(|reader| reader.body.slug.clone());
        found.push(Found {
            item: item(looking.app, &one).await?,
            origin: Origin::Intention {
                organisation: one.organisation,
                slug: one.slug,
                by,
            },
        });
    }
    Ok(found)
}

/// Whether whoever looks is of the people of an organisation.
fn is_of(looking: &Looking<'_>, slug: &Slug) -> bool {
    let directory = &looking.directory;
    directory.organisations.get(slug).is_some_and(|one| {
        let target = rights::organisation(directory, one);
        allow::<ReadIntentions>(looking.actor, target).is_ok()
    })
}

fn readers<'a>(looking: &'a Looking<'_>) -> Vec<Reader<'a>> {
    let (app, directory) = (looking.app, &looking.directory);
    let bodies = directory.levels.world().bodies.iter();
    let reader = |body: &'a Body| {
        let led = intentions::led(app, directory, body);
        let leads = allow::<ReadIntentions>(looking.actor, led).is_ok();
        let joined = || rights::joined_body(directory, body, looking.day);
        let reads = leads || allow::<ReadBody>(looking.actor, joined()).is_ok();
        reads.then(|| Reader {
            body,
            ground: Ground::of(app, directory, body),
            leads,
        })
    };
    bodies
        .filter(|body| body.is_on(looking.day))
        .filter_map(reader)
        .collect()
}

impl Reader<'_> {
    fn reads(&self, one: &Intention) -> bool {
        if self.leads {
            self.ground.shows(one)
        } else {
            self.ground.shows_members(one)
        }
    }
}

/// An intention as it is compared. It may be one that is being written: nothing of it need be kept.
pub async fn item(app: &App, one: &Intention) -> Result<Item, Error> {
    let directory = app.directory();
    let places: Vec<&PlaceRecord> = one
        .places
        .iter()
        .filter_map(|slug| place(&directory, slug))
        .collect();
    // One that is being written may not cover its places yet.
    let communes = places.iter().filter_map(|place| place.address.insee);
    let hoped = match &one.envelope {
        Some(slug) => app.store().kept_one::<Envelope>(slug).await?,
        None => None,
    };
    Ok(Item {
        id: format!("intention-{}", one.slug),
        bearer: one.organisation.to_string(),
        partners: one
            .alliance
            .named()
            .iter()
            .map(ToString::to_string)
            .collect(),
        funder: hoped.map(|envelope| funder(&envelope.funder)),
        envelope: one.envelope.as_ref().map(ToString::to_string),
        title: one.title.clone(),
        summary: summary(one),
        needs: one.needs,
        other_need: one.other_need.clone().unwrap_or_default(),
        publics: one.publics,
        services: one.services,
        area: one.area.union(&Area::of_communes(communes)),
        places: places.iter().map(|place| place.name.clone()).collect(),
        period: one.years.period().unwrap_or_default(),
        amounts: amounts(one),
        ..Item::empty(Kind::Intention)
    })
}

/// What was typed, and what is wanted in numbers, as one would type it.
fn summary(one: &Intention) -> String {
    let text = one.text.as_ref().map(ToString::to_string);
    let lots = one.equipment.iter().map(|lot| {
        let kit = match lot.kit {
            Kit::Computer => "ordinateurs",
            Kit::Tablet => "tablettes",
            Kit::Phone => "téléphones",
            Kit::Printer => "imprimantes",
            Kit::Projector => "vidéoprojecteurs",
            Kit::Connection => "accès à Internet",
        };
        format!("{} {kit}", lot.count)
    });
    let parts: Vec<String> = text.into_iter().chain(lots).collect();
    parts.join(" . ")
}

/// The most that it may come to, in equal parts year by year: nothing else is said of it.
fn amounts(one: &Intention) -> Vec<Amount> {
    let years = one.years.each();
    let parts = one.amount.map(|span| span.parts(years.clone().count()));
    let Some(Ok(parts)) = parts else {
        return Vec::new();
    };
    let nature = nature(one);
    let both = years.zip(parts).filter(|(_, part)| part.most.get() > 0);
    both.map(|(year, part)| Amount {
        year,
        nature,
        cents: part.most,
    })
    .collect()
}

/// What the money would be for, where one thing alone is wanted.
fn nature(one: &Intention) -> Nature {
    let things = !one.equipment.is_empty();
    let people = one.people() > 0;
    let time = one.weekly.is_some();
    match (things, people, time) {
        (true, false, false) => Nature::Equipment,
        (false, true, false) => Nature::Training,
        (false, false, true) => Nature::Wages,
        _ => Nature::Other,
    }
}

fn place<'a>(directory: &'a Directory, slug: &Slug) -> Option<&'a PlaceRecord> {
    match directory.lead(slug.as_str()) {
        Lead::Here(place) | Lead::Moved(place) => Some(&place.record),
        Lead::Gone(_) | Lead::Nowhere => None,
    }
}
