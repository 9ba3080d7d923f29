//! The part of the document that everybody may read, from the picture in memory: what open data and the API give.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use portulan_model::governance::{Decision, Membership, Standing};
use portulan_model::people::Organisation;
use portulan_model::{Slug, TerritoryKey};
use serde_json::json;

use super::document::{Exchange, List};
use super::gather::{Gathered, Scope};
use crate::{Directory, Error};

/// The document of a territory on a day, without what members alone read: candidates, meetings that are not public, drafts,
/// opinions in their words, cells of a baseline that are not an offer. `None` where the territory is not known.
pub fn public(
    directory: &Directory,
    territory: &TerritoryKey,
    day: NaiveDate,
) -> Result<Option<Exchange>, Error> {
    if directory.reference.territory(territory).is_none() {
        return Ok(None);
    }
    let world = directory.levels.world();
    let (schemes, clusters) = (&world.schemes, &world.clusters);
    let scope = Scope::new(&directory.reference, territory, schemes, clusters);
    let mut gathered = Gathered::new(territory);
    gathered.put(
        List::Schemes,
        schemes.iter().filter(|one| scope.is_under(&one.level)),
    )?;
    let clusters = clusters.iter().filter(|one| scope.any_under(&one.levels));
    gathered.put(List::Clusters, clusters)?;
    let sectors = world.sectors.iter().filter(|one| scope.holds(&one.of));
    gathered.put(List::Sectors, sectors)?;
    let bodies = world.bodies.iter().filter(|one| scope.holds(&one.seat));
    gathered.put(List::Bodies, bodies.clone())?;
    let slugs: BTreeSet<&Slug> = bodies.map(|one| &one.slug).collect();
    put_of_bodies(directory, &mut gathered, &slugs, day)?;
    let posts = world.posts.iter().filter(|one| scope.is_under(&one.level));
    gathered.put(List::Posts, posts)?;
    let baselines = directory.published.baselines.values();
    let mut baselines: Vec<_> = baselines.filter(|one| scope.holds(&one.of)).collect();
    baselines.sort_by_key(|one| one.of.clone());
    let offered = baselines
        .into_iter()
        .map(|one| json!({ "of": one.of, "services": one.services, "offered": one.offered() }));
    gathered.put(List::Baselines, offered)?;
    let organisations: Vec<Organisation> = directory.organisations.iter().cloned().collect();
    let places = directory.snapshot.places().iter().map(|place| &**place);
    gathered
        .with_named(directory, &organisations, places, false)
        .map(|exchange| Some(exchange.without_files()))
}

/// Puts what everybody may read of what bodies hold.
fn put_of_bodies(
    directory: &Directory,
    gathered: &mut Gathered,
    slugs: &BTreeSet<&Slug>,
    day: NaiveDate,
) -> Result<(), Error> {
    let world = directory.levels.world();
    let members = world.memberships.iter().filter(|one| {
        slugs.contains(&one.who().body) && one.standing_on(day) == Some(Standing::Confirmed)
    });
    gathered.put(List::Members, members.map(member))?;
    let committees = slugs.iter();
    let committees = committees.filter_map(|slug| directory.published.committees.get(*slug));
    gathered.put(List::Committees, committees.flatten())?;
    let meetings = world.meetings.iter();
    let meetings = meetings.filter(|one| one.public && slugs.contains(&one.body));
    gathered.put(List::Meetings, meetings)?;
    let decisions = slugs.iter();
    let decisions = decisions.filter_map(|slug| directory.published.decisions.get(*slug));
    let decisions = decisions
        .flatten()
        .filter_map(|one| Decision::public_on(one, day));
    gathered.put(List::Decisions, decisions)?;
    let roadmaps = world
        .roadmaps
        .iter()
        .filter(|one| slugs.contains(&one.body));
    gathered.put(
        List::Roadmaps,
        roadmaps.filter_map(|one| {
            let version = one.decided_on(day)?;
            Some(json!({
                "slug": one.slug, "body": one.body, "title": one.title, "period": one.period,
                "area": one.area, "version": version,
            }))
        }),
    )?;
    let calls = directory.published.calls.iter().map(|one| &one.call);
    gathered.put(
        List::Calls,
        calls.filter(|one| slugs.contains(&one.followed_by)),
    )
}

/// What everybody may know of a member.
fn member(membership: &Membership) -> serde_json::Value {
    let mandates = membership.mandates().iter();
    let mandates: Vec<_> = mandates
        .map(|one| json!({ "role": one.role, "period": one.period }))
        .collect();
    json!({ "body": membership.who().body, "organisation": membership.who().organisation, "mandates": mandates })
}
