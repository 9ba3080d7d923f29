//! Pools as they are read, by their body and by those who have a part; and which ones are worth proposing.

use std::collections::BTreeMap;

use portulan_model::Slug;
use portulan_model::means::pools::PoolRecord;
use portulan_policy::actions::{ProposePools, ReadPool};
use portulan_policy::{Capability, Node};
use portulan_pools::{Options, Suggested, Want};

use super::acts::steers;
use super::{Held, PoolError, missing, today, wants};
use crate::census::today as day_of;
use crate::roadmaps::body_of;
use crate::{App, Error};

/// Pools that are worth proposing, and what they are made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// What was weighed, by intention.
    pub wants: BTreeMap<Slug, Want>,
    /// The answer, with its reasons.
    pub found: Suggested,
    /// How it was found: what spares is an assumption of these.
    pub options: Options,
}

/// The pools of a body, those that stand first, then the last ones.
pub async fn of_body(app: &App, may: &Capability<ReadPool>) -> Result<Vec<Held>, Error> {
    let all = app.store().kept_of::<PoolRecord>(body_of(may)?).await?;
    sorted(all)
}

/// The pools in which an organisation has a part, or had one.
pub async fn of_organisation(app: &App, may: &Capability<ReadPool>) -> Result<Vec<Held>, Error> {
    let mut all = app.store().kept::<PoolRecord>().await?;
    all.retain(|one| reads(app, may, one));
    sorted(all)
}

/// One pool: of the body, or one in which the organisation has or had a part. Another is not found.
pub async fn find(app: &App, may: &Capability<ReadPool>, slug: &Slug) -> Result<Held, Error> {
    let found = app.store().kept_one::<PoolRecord>(slug).await?;
    let own = found.filter(|one| reads(app, may, one));
    Held::read(own.ok_or_else(|| missing(slug))?)
}

/// One pool of a body, for whoever conducts it.
pub async fn conducted(
    app: &App,
    may: &Capability<ProposePools>,
    slug: &Slug,
) -> Result<Held, Error> {
    let body = body_of(may)?;
    let found = app.store().kept_one::<PoolRecord>(slug).await?;
    let own = found.filter(|one| one.body == *body);
    let held = Held::read(own.ok_or_else(|| missing(slug))?)?;
    let conducts = steers(&app.directory(), may.actor(), &held, day_of(app));
    conducts.then_some(held).ok_or_else(|| missing(slug))
}

/// Which pools spare most together, of the intentions that stand and that those who lead the body may read.
pub async fn suggest(app: &App, may: &Capability<ReadPool>) -> Result<Advice, PoolError> {
    let all = wants::of_body(app, may).await?;
    let options = Options::default();
    let work = move || {
        let found = portulan_pools::suggest(&all, &options)?;
        let wants = all.into_iter().map(|want| (want.id.clone(), want));
        let wants = wants.collect();
        Ok::<_, PoolError>(Advice {
            wants,
            found,
            options,
        })
    };
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Error::internal("pools", error))?
}

fn reads(app: &App, may: &Capability<ReadPool>, record: &PoolRecord) -> bool {
    match may.node() {
        Node::Installation => true,
        Node::Body(body) => record.body == *body,
        Node::Organisation(organisation) => {
            let directory = app.directory();
            let mut all = record.organisations.iter();
            all.any(|one| today(&directory, one) == *organisation)
        }
        _ => false,
    }
}

fn sorted(all: Vec<PoolRecord>) -> Result<Vec<Held>, Error> {
    let mut all = all
        .into_iter()
        .map(Held::read)
        .collect::<Result<Vec<_>, _>>()?;
    all.sort_by_cached_key(|one| {
        let record = &one.record;
        let last = record.acts.last().map(|act| std::cmp::Reverse(act.at));
        (!record.stage.stands(), last, record.slug.clone())
    });
    Ok(all)
}
