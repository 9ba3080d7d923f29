//! Intentions as pools look at them, and what a pool makes of them: carried, and given back as they were.

use portulan_model::governance::Body;
use portulan_model::means::intentions::{Intention, Over, Step};
use portulan_model::means::pools::PoolRecord;
use portulan_model::{CommuneCode, Slug};
use portulan_policy::actions::{ProposePools, ReadPool};
use portulan_policy::{Actor, Capability};
use portulan_pools::{Site, Want};
use portulan_store::Write;

use super::PoolError;
use super::acts::{may_steer, speaks};
use crate::census::today as day_of;
use crate::means::intentions::{Ground, all_standing};
use crate::roadmaps::{body as known_body, body_of};
use crate::{App, Directory, Error};

/// An intention as pooling looks at it.
pub(super) fn want(directory: &Directory, intention: &Intention) -> Want {
    let people = intention.people();
    Want {
        id: intention.slug.clone(),
        organisation: intention.organisation.clone(),
        title: intention.title.clone(),
        needs: intention.needs,
        services: intention.services,
        publics: intention.publics,
        sites: sites(directory, intention),
        years: intention.years,
        amount: intention.amount,
        equipment: intention.equipment.clone(),
        lends: intention.lends.clone(),
        trained: (people > 0).then_some(people),
        alliance: intention.alliance.clone(),
    }
}

/// Its places; each of its communes where it names none.
fn sites(directory: &Directory, intention: &Intention) -> Vec<Site> {
    let reference = &directory.reference;
    let places = intention.places.iter().filter_map(|slug| {
        let place = directory.snapshot.by_slug(slug.as_str())?;
        let commune = place.record.address.insee?;
        let centre = place.record.position;
        Some(Site {
            place: Some(slug.clone()),
            name: place.record.name.clone(),
            commune,
            centre: centre.or_else(|| reference.centre(commune)),
            weekly: intention.weekly,
        })
    });
    let places: Vec<Site> = places.collect();
    if !places.is_empty() {
        return places;
    }
    let commune = |code: CommuneCode| Site {
        place: None,
        name: reference
            .commune(&code)
            .map_or_else(|| code.to_string(), |one| one.name.clone()),
        commune: code,
        centre: reference.centre(code),
        weekly: intention.weekly,
    };
    let touched = intention.area.touched();
    touched.into_iter().map(commune).collect()
}

/// The wants of the intentions that stand and that those who lead a body may read.
pub(super) async fn of_body(app: &App, may: &Capability<ReadPool>) -> Result<Vec<Want>, Error> {
    let directory = app.directory();
    let ground = Ground::of(app, &directory, known_body(&directory, body_of(may)?)?);
    let all = all_standing(app).await?;
    let shown = all.iter().filter(|one| ground.shows(one));
    Ok(shown.map(|one| want(&directory, one)).collect())
}

/// The wants of some intentions, in the order given.
pub(super) async fn chosen(
    app: &App,
    may: &Capability<ProposePools>,
    intentions: &[Slug],
) -> Result<Vec<Want>, PoolError> {
    let mut wants = Vec::new();
    for slug in intentions {
        let found = app.store().kept_one::<Intention>(slug).await?;
        wants.push(readable(app, may, slug, found)?);
    }
    Ok(wants)
}

/// The same, as they are in a write.
pub(super) async fn taken(
    app: &App,
    may: &Capability<ProposePools>,
    write: &mut Write,
    intentions: &[Slug],
) -> Result<Vec<Want>, PoolError> {
    let mut wants = Vec::new();
    for slug in intentions {
        let found = write.kept_one::<Intention>(slug).await?;
        wants.push(readable(app, may, slug, found)?);
    }
    Ok(wants)
}

/// The want of an intention that stands and that whoever proposes may read; whoever may not is not told that it is there.
fn readable(
    app: &App,
    may: &Capability<ProposePools>,
    slug: &Slug,
    found: Option<Intention>,
) -> Result<Want, PoolError> {
    let directory = app.directory();
    let body = known_body(&directory, body_of(may)?)?;
    let found = found.filter(|one| reads(app, may.actor(), body, one));
    let found = found.ok_or_else(|| PoolError::NoIntention(slug.clone()))?;
    if !found.stands() {
        return Err(PoolError::Carried(slug.clone()));
    }
    Ok(want(&directory, &found))
}

fn reads(app: &App, actor: &Actor, body: &Body, intention: &Intention) -> bool {
    let directory = app.directory();
    let ground = Ground::of(app, &directory, body);
    let leads = may_steer(&directory, actor, (body, None), day_of(app));
    let shown = ground.shows_members(intention) || leads && ground.shows(intention);
    shown || speaks(&directory, actor, &intention.organisation)
}

/// A new pool carries its intentions from now on.
pub(super) async fn carry(write: &mut Write, record: &PoolRecord) -> Result<(), PoolError> {
    let step = record.acts.last().map(|act| Step {
        at: act.at,
        by: act.by.clone(),
    });
    let Some(step) = step else {
        return Ok(());
    };
    for slug in &record.carries {
        if !write.carry(&record.slug, slug).await? {
            return Err(PoolError::Carried(slug.clone()));
        }
        let found = write.kept_one::<Intention>(slug).await?;
        let found = found.ok_or_else(|| PoolError::NoIntention(slug.clone()))?;
        let carried = found.carry(record.slug.clone(), step.clone());
        let carried = carried.map_err(|Over(one)| PoolError::Carried(one.slug))?;
        write.change_kept_quietly(&carried).await?;
    }
    Ok(())
}

/// A pool carries some intentions no more: they are what they were, to the byte.
pub(super) async fn free(write: &mut Write, pool: &Slug, wants: &[Want]) -> Result<(), PoolError> {
    for want in wants {
        write.let_go(pool, &want.id).await?;
        let Some(found) = write.kept_one::<Intention>(&want.id).await? else {
            continue;
        };
        let freed = found.release(pool);
        let freed = freed.map_err(|error| Error::internal("an intention in a pool", error))?;
        write.change_kept_quietly(&freed).await?;
    }
    Ok(())
}
