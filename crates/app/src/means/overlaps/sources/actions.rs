//! Actions of roadmaps: those that were decided, which everybody reads, and those that are being written, for whoever reads
//! the body.

use std::collections::BTreeMap;

use portulan_model::proposals::Prose;
use portulan_model::roadmaps::{Action, ActionState, Content, Objective as Aim, Roadmap, Stage};
use portulan_model::{PlaceId, Slug};
use portulan_overlap::{Amount, Item, Kind, Nature, Objective, Promise};
use portulan_policy::actions::ReadBody;
use portulan_policy::allow;

use super::super::gather::{Looking, bearer};
use super::super::{Found, Origin};
use crate::{Directory, Error, rights};

/// All actions on the ground.
pub(crate) async fn all(looking: &Looking<'_>) -> Result<Vec<Found>, Error> {
    let mut readers: BTreeMap<Slug, bool> = BTreeMap::new();
    let mut found = Vec::new();
    for roadmap in looking.app.store().kept::<Roadmap>().await? {
        let over = roadmap.state.stage() == Stage::Closed;
        if over || !looking.reaches(&roadmap.area) {
            continue;
        }
        let reads = *readers
            .entry(roadmap.body.clone())
            .or_insert_with(|| reads(looking, &roadmap.body));
        found.extend(of_roadmap(looking, roadmap, reads));
    }
    Ok(found)
}

/// Whether whoever looks reads what a body is writing.
fn reads(looking: &Looking<'_>, body: &Slug) -> bool {
    let directory = &looking.directory;
    directory.levels.body(body).is_some_and(|body| {
        let target = rights::joined_body(directory, body, looking.day);
        allow::<ReadBody>(looking.actor, target).is_ok()
    })
}

fn of_roadmap(looking: &Looking<'_>, roadmap: Roadmap, reads: bool) -> Vec<Found> {
    let roadmap = if reads {
        roadmap
    } else {
        roadmap.for_everybody()
    };
    let content: &Content = roadmap.working();
    let doings = content.objectives().flat_map(|aim| {
        let actions = aim.actions.iter();
        actions.map(move |action| (aim, action))
    });
    doings
        .filter(|(_, action)| !matches!(action.state, ActionState::Abandoned { .. }))
        .map(|(aim, action)| Found {
            item: item(&looking.directory, &roadmap, aim, action),
            origin: Origin::Action {
                roadmap: roadmap.slug.clone(),
                action: action.id,
                desk: reads.then(|| roadmap.body.clone()),
            },
        })
        .collect()
}

fn item(directory: &Directory, roadmap: &Roadmap, aim: &Aim, action: &Action) -> Item {
    let texts = [&action.context, &action.summary];
    let texts: Vec<&str> = texts.into_iter().flatten().map(Prose::as_str).collect();
    let others = action.leads.iter().skip(1).chain(&action.partners);
    let serves = action.serves.iter().chain(&aim.serves).next();
    Item {
        id: format!("action-{}", action.id),
        bearer: bearer(action.leads.first(), &roadmap.body),
        partners: others.map(ToString::to_string).collect(),
        title: action.title.clone(),
        summary: texts.join(" . "),
        needs: action.needs,
        other_need: action.other_need.clone().unwrap_or_default(),
        publics: action.publics,
        services: action.services,
        area: action.area_in(&roadmap.area).clone(),
        places: action
            .places
            .iter()
            .filter_map(|id| place(directory, id))
            .collect(),
        period: action.period_in(roadmap.period),
        amounts: amounts(action),
        promises: promises(action),
        under: Some(Objective {
            roadmap: roadmap.slug.to_string(),
            objective: aim.id.to_string(),
        }),
        serves: serves.map(|link| Objective {
            roadmap: link.roadmap.to_string(),
            objective: link.objective.to_string(),
        }),
        ..Item::empty(Kind::Action)
    }
}

/// What it costs: a roadmap does not say what for.
fn amounts(action: &Action) -> Vec<Amount> {
    let years = action.budget.iter().filter(|year| year.total.get() > 0);
    years
        .map(|year| Amount {
            year: i32::from(year.year),
            nature: Nature::Other,
            cents: year.total,
        })
        .collect()
}

fn promises(action: &Action) -> Vec<Promise> {
    let years = action.budget.iter();
    let all = years.flat_map(|year| year.funding.iter().map(move |one| (year.year, one)));
    all.map(|(year, one)| Promise {
        by: one.funder.to_string(),
        cents: Some(one.amount),
        year: Some(i32::from(year)),
        agreed: one.agreed,
    })
    .collect()
}

fn place(directory: &Directory, id: &PlaceId) -> Option<String> {
    let place = directory.snapshot.by_id(&directory.survivor(id))?;
    Some(place.record.name.clone())
}
