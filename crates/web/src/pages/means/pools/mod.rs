//! Pools: proposed, conducted and read at the desk of a body (`/espace/gouvernances/<slug>/mutualisations`); agreed to and left
//! by each organisation for itself (`/espace/structures/<slug>/mutualisations`).
//!
//! A pool is reached through the body or the organisation of its address: one that is neither's is not found. What an act would
//! change is told before it is done, and an act on terms that changed meanwhile is refused.

mod acts;
mod asked;
mod body;
mod draw;
mod followed;
mod leave;
mod list;
mod own;
mod reasons;
mod terms;
mod told;

pub(super) use followed::ways;

use portulan_app::means::pools::{self, Held};
use portulan_app::rights;
use portulan_model::Slug;
use portulan_model::governance::Body;
use portulan_policy::actions::{JoinPools, ProposePools, ReadPool};
use portulan_policy::{Capability, NodeKind};

use super::Pairs;
use crate::auth::{Desk, Refused, named};
use crate::pages::addresses::{self, own_pools as of_organisation};
use crate::pages::bodies::{body as known_body, leads};
use crate::routes::{Needs, Routes};

/// The tab of the desk of a body.
const TAB: &str = "gouvernances";
/// The version of the terms that whoever acts has read.
const VERSION: &str = "version";
/// The intentions of a pool that is to be.
const CHOSEN: &str = "intentions";
const WHY: &str = "mut-motif";

/// All of it.
pub(super) fn routes() -> Routes {
    conducted().merge(joined()).guarded()
}

/// The desk of the body.
fn conducted() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Body];
    let read = Needs::right::<ReadPool>(on);
    let propose = Needs::right::<ProposePools>(on);
    let list = "/espace/gouvernances/{slug}/mutualisations";
    let own = |end: &str| format!("{list}/{{pool}}{end}");
    let new = format!("{list}/nouvelle");
    Routes::default()
        .get(list, read, list::show)
        .post(list, read, list::choose)
        .get(&new, propose, terms::blank)
        .post(&new, propose, terms::create)
        .get(&own(""), read, body::show)
        .get(&own("/modifier"), propose, terms::show)
        .post(&own("/modifier"), propose, terms::save)
        .get(&own("/deposer"), propose, acts::ask_submit)
        .post(&own("/deposer"), propose, acts::submit)
        .get(&own("/retirer"), propose, acts::ask_withdraw)
        .post(&own("/retirer"), propose, acts::withdraw)
        .get(&own("/defaire"), propose, acts::ask_undo)
        .post(&own("/defaire"), propose, acts::undo)
}

/// The desk of an organisation.
fn joined() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Organisation];
    let read = Needs::right::<ReadPool>(on);
    let join = Needs::right::<JoinPools>(on);
    let list = "/espace/structures/{slug}/mutualisations";
    let one = "/espace/structures/{slug}/mutualisations/{pool}";
    let leave = "/espace/structures/{slug}/mutualisations/{pool}/quitter";
    Routes::default()
        .get(list, read, own::list)
        .get(one, read, own::show)
        .post(one, join, own::agree)
        .get(leave, join, leave::ask)
        .post(leave, join, leave::leave)
}

/// A body of an address, for whoever proposes there: those who lead it, and its members.
fn proposing<'a>(
    desk: &'a Desk,
    slug: &str,
) -> Result<(&'a Body, Capability<ProposePools>), Refused> {
    let body = known_body(desk, slug)?;
    let day = desk.visit.today();
    let may = desk.may_on(rights::joined_body(&desk.visit.directory, body, day))?;
    Ok((body, may))
}

/// A body of an address, for whoever leads it.
fn reading<'a>(desk: &'a Desk, slug: &str) -> Result<(&'a Body, Capability<ReadPool>), Refused> {
    let body = known_body(desk, slug)?;
    Ok((body, leads(desk, body)?))
}

/// A pool of a body, for whoever conducts it: of another, or for whoever only has a part in it, it is not found.
async fn conducting<'a>(
    desk: &'a Desk,
    (slug, pool): (&str, &str),
) -> Result<(&'a Body, Capability<ProposePools>, Held), Refused> {
    let (body, may) = proposing(desk, slug)?;
    let pool: Slug = named(pool)?;
    let held = pools::conducted(desk.app(), &may, &pool).await?;
    Ok((body, may, held))
}

/// The pools of a body, or one, or a part of one.
fn of_body(body: &Slug, end: &str) -> String {
    let list = addresses::body_desk(body, "mutualisations");
    if end.is_empty() {
        list
    } else {
        format!("{list}/{end}")
    }
}

/// Where whoever looks reads a pool: at the desk of the body, or of an organisation that has a part in it.
fn home<'a>(
    desk: &Desk,
    (body, pool): (&Body, &Slug),
    parties: impl IntoIterator<Item = &'a Slug>,
) -> String {
    let here = of_body(&body.slug, pool.as_str());
    if leads::<ReadPool>(desk, body).is_ok() {
        return here;
    }
    let directory = &desk.visit.directory;
    let mut parties = parties.into_iter().filter_map(|slug| {
        let known = directory
            .organisations
            .get(&pools::today(directory, slug))?;
        let reads = desk.may_on::<ReadPool>(rights::organisation(directory, known));
        reads
            .ok()
            .map(|_may| of_organisation(&known.slug, pool.as_str()))
    });
    parties.next().unwrap_or(here)
}

/// The ways back: the body, its pools where one may read them, then the pool where one is under it.
fn crumbs(desk: &Desk, body: &Body, held: Option<&Held>) -> Vec<(String, String)> {
    let link = |address: &str| desk.visit.link(address);
    let mut crumbs = vec![(
        link(&addresses::body_desk(&body.slug, "")),
        body.name.clone(),
    )];
    if leads::<ReadPool>(desk, body).is_ok() {
        let list = link(&of_body(&body.slug, ""));
        crumbs.push((list, desk.words().get("mut-title")));
    }
    if let Some(Held { record, .. }) = held {
        let address = home(desk, (body, &record.slug), &record.organisations);
        crumbs.push((link(&address), record.title.clone()));
    }
    crumbs
}
