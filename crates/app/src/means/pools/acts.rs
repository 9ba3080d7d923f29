//! The life of a pool: agreed to, changed, left, submitted, withdrawn, undone. Each act weighs the right again on what it finds
//! once it has its turn, and writes pool, intentions and journal together.

use chrono::NaiveDate;
use portulan_model::Slug;
use portulan_model::governance::Body;
use portulan_model::means::envelopes::Reference;
use portulan_model::means::pools::{PoolAct, PoolRecord, PoolStage};
use portulan_model::proposals::Prose;
use portulan_policy::actions::{JoinPools, ProposePools};
use portulan_policy::{Action, Actor, Capability, Refusal as NotAllowed, allow};
use portulan_pools::{Draft, Pool, Refusal, Want};
use portulan_store::{Governs, Write};

use super::held::{Done, hand};
use super::propose::Asked;
use super::{Held, Parting, PoolError, entry, missing, today, wants};
use crate::census::today as day_of;
use crate::import::author;
use crate::roadmaps::{body_of, organisation_of};
use crate::{App, Directory, Error, rights};

/// While it carries intentions.
const STANDING: [PoolStage; 3] = [PoolStage::Proposed, PoolStage::Agreed, PoolStage::Submitted];

/// What is said with an act.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// On which pool.
    pub pool: &'a Slug,
    /// The version of the terms that whoever acts has read.
    pub version: u32,
    /// Why.
    pub why: Option<&'a Prose>,
}

/// Whether somebody conducts the pools of a body that an organisation leads: those who lead the body, and those who speak for
/// the organisation.
#[must_use]
pub fn may_steer(
    directory: &Directory,
    actor: &Actor,
    (body, lead): (&Body, Option<&Slug>),
    day: NaiveDate,
) -> bool {
    let leads = allow::<ProposePools>(actor, rights::led_body(directory, body, day)).is_ok();
    leads || lead.is_some_and(|lead| speaks(directory, actor, lead))
}

/// Whether somebody conducts a pool.
#[must_use]
pub fn steers(directory: &Directory, actor: &Actor, held: &Held, day: NaiveDate) -> bool {
    let body = directory.levels.body(&held.record.body);
    body.is_some_and(|body| may_steer(directory, actor, (body, held.lead()), day))
}

/// Whether somebody agrees for an organisation.
pub(super) fn speaks(directory: &Directory, actor: &Actor, organisation: &Slug) -> bool {
    let known = directory.organisations.get(&today(directory, organisation));
    known.is_some_and(|one| {
        let target = rights::organisation(directory, one);
        allow::<JoinPools>(actor, target).is_ok()
    })
}

/// An organisation agrees to the version that was read. Agreeing twice is agreeing once.
pub async fn agree(
    app: &App,
    may: &Capability<JoinPools>,
    given: Given<'_>,
) -> Result<(), PoolError> {
    let organisation = organisation_of(may)?.clone();
    let directory = app.directory();
    let (write, held) = taken(app, may, given.pool).await?;
    open(&held, &STANDING)?;
    let done = done(
        app,
        may,
        PoolAct::Agree,
        (Some(organisation.clone()), given.why),
    );
    let who = (&organisation, given.version);
    let pool = held.clone().agreed(&directory, who, &done.hand)?;
    if pool == held.pool {
        return Ok(());
    }
    become_(app, may, (write, held), (pool, done)).await
}

/// Other money for the same intentions: everybody is asked again.
pub async fn change(
    app: &App,
    may: &Capability<ProposePools>,
    given: Given<'_>,
    asked: Asked,
) -> Result<(), PoolError> {
    let directory = app.directory();
    let (write, held) = steered(app, may, given.pool).await?;
    open(&held, &[PoolStage::Proposed, PoolStage::Agreed])?;
    same_version(&held, given.version)?;
    let wants: Vec<Want> = held.parts().iter().map(|part| part.want.clone()).collect();
    let draft: Draft = asked.draft(&directory, wants);
    if held
        .terms()
        .is_some_and(|terms| draft.clone().settle().as_ref() == Ok(terms))
    {
        return Ok(());
    }
    let pool = match held.pool.clone() {
        Pool::Proposed(pool) => pool.change(draft)?,
        Pool::Agreed(pool) => pool.change(draft)?,
        Pool::Submitted(_) | Pool::Withdrawn(_) => {
            return Err(PoolError::NotNow(held.record.stage));
        }
    };
    let done = done(app, may, PoolAct::Change, (None, given.why));
    become_(app, may, (write, held), (Pool::Proposed(pool), done)).await
}

/// An organisation leaves. Before the request is in, those who stay are asked again; after, the request is amended. Where
/// nobody is left to pool with, the pool is undone.
pub async fn leave(
    app: &App,
    may: &Capability<JoinPools>,
    given: Given<'_>,
    lead: Option<&Slug>,
) -> Result<(), PoolError> {
    let organisation = organisation_of(may)?.clone();
    let directory = app.directory();
    let (mut write, held) = taken(app, may, given.pool).await?;
    open(&held, &STANDING)?;
    // What was told before leaving was told of the terms that were read.
    same_version(&held, given.version)?;
    let done = done(
        app,
        may,
        PoolAct::Leave,
        (Some(organisation.clone()), given.why),
    );
    let parting = held.parting(&directory, (&organisation, lead), &done.hand)?;
    wants::free(&mut write, &held.record.slug, &parting.freed).await?;
    if let Some(pool) = parting.rest {
        return become_(app, may, (write, held), (pool, done)).await;
    }
    end(app, may, (write, held), done).await
}

/// What would become of a pool if an organisation left it now: told before it does.
pub fn parting(
    app: &App,
    actor: &Actor,
    held: &Held,
    (gone, lead): (&Slug, Option<&Slug>),
) -> Result<Parting, PoolError> {
    open(held, &STANDING)?;
    let hand = hand(app.now(), author(actor), None);
    held.parting(&app.directory(), (gone, lead), &hand)
}

/// The request goes in, under the name that it has elsewhere: from here on nothing is rewritten.
pub async fn submit(
    app: &App,
    may: &Capability<ProposePools>,
    given: Given<'_>,
    request: Reference,
) -> Result<(), PoolError> {
    let (write, mut held) = steered(app, may, given.pool).await?;
    open(&held, &[PoolStage::Agreed])?;
    same_version(&held, given.version)?;
    let Pool::Agreed(pool) = held.pool.clone() else {
        return Err(PoolError::NotNow(held.record.stage));
    };
    let done = done(app, may, PoolAct::Submit, (None, given.why));
    let name = portulan_text::slug(request.as_str());
    let name = name.and_then(|name| name.parse().ok());
    let name = name.unwrap_or_else(|| held.record.slug.clone());
    let pool = Pool::Submitted(pool.submit(name, done.hand.clone()));
    held.record.request = Some(request);
    become_(app, may, (write, held), (pool, done)).await
}

/// The request is taken back: whoever was still in it has its intentions again, as they were.
pub async fn withdraw(
    app: &App,
    may: &Capability<ProposePools>,
    given: Given<'_>,
) -> Result<(), PoolError> {
    let (mut write, held) = steered(app, may, given.pool).await?;
    open(&held, &[PoolStage::Submitted])?;
    same_version(&held, given.version)?;
    let Pool::Submitted(pool) = held.pool.clone() else {
        return Err(PoolError::NotNow(held.record.stage));
    };
    let done = done(app, may, PoolAct::Withdraw, (None, given.why));
    let (pool, freed) = pool.withdraw(done.hand.clone());
    wants::free(&mut write, &held.record.slug, &freed).await?;
    become_(app, may, (write, held), (Pool::Withdrawn(pool), done)).await
}

/// Undone before the request is in: every intention is its author's again, as it was.
pub async fn undo(
    app: &App,
    may: &Capability<ProposePools>,
    given: Given<'_>,
) -> Result<(), PoolError> {
    let (mut write, held) = steered(app, may, given.pool).await?;
    open(&held, &[PoolStage::Proposed, PoolStage::Agreed])?;
    same_version(&held, given.version)?;
    let freed = match held.pool.clone() {
        Pool::Proposed(pool) => pool.unpool(),
        Pool::Agreed(pool) => pool.unpool(),
        Pool::Submitted(_) | Pool::Withdrawn(_) => {
            return Err(PoolError::NotNow(held.record.stage));
        }
    };
    wants::free(&mut write, &held.record.slug, &freed).await?;
    let done = done(app, may, PoolAct::Undo, (None, given.why));
    end(app, may, (write, held), done).await
}

/// A pool, once it is one's turn to write: nobody else acts on it meanwhile.
async fn taken<A: Governs>(
    app: &App,
    may: &Capability<A>,
    pool: &Slug,
) -> Result<(Write, Held), PoolError> {
    let mut write = app.store().begin_governance(may).await?;
    let record = write.kept_one::<PoolRecord>(pool).await?;
    let record = record.ok_or_else(|| missing(pool))?;
    Ok((write, Held::read(record)?))
}

/// The same, for those who conduct it: a pool of another body is not found.
async fn steered(
    app: &App,
    may: &Capability<ProposePools>,
    pool: &Slug,
) -> Result<(Write, Held), PoolError> {
    let body = body_of(may)?;
    let (write, held) = taken(app, may, pool).await?;
    if held.record.body != *body {
        return Err(missing(pool).into());
    }
    if !steers(&app.directory(), may.actor(), &held, day_of(app)) {
        let (action, node) = (ProposePools::NAME, may.node().kind());
        return Err(Error::from(NotAllowed::NoRole { action, node }).into());
    }
    Ok((write, held))
}

fn open(held: &Held, stages: &[PoolStage]) -> Result<(), PoolError> {
    let stage = held.record.stage;
    let open = stages.contains(&stage);
    open.then_some(()).ok_or(PoolError::NotNow(stage))
}

fn same_version(held: &Held, asked: u32) -> Result<(), Refusal> {
    let stands = held.version();
    let same = asked == stands;
    same.then_some(())
        .ok_or(Refusal::OtherVersion { asked, stands })
}

fn done<A: Action>(
    app: &App,
    may: &Capability<A>,
    act: PoolAct,
    (organisation, why): (Option<Slug>, Option<&Prose>),
) -> Done {
    Done {
        act,
        organisation,
        hand: hand(app.now(), author(may.actor()), why.cloned()),
    }
}

async fn become_<A: Action>(
    app: &App,
    may: &Capability<A>,
    (mut write, mut held): (Write, Held),
    (pool, done): (Pool, Done),
) -> Result<(), PoolError> {
    let before = held.record.clone();
    let act = done.act;
    held.become_(pool, done)?;
    let line = entry(app, may.actor(), act, (Some(&before), &held.record));
    write.change_kept(&held.record, &line).await?;
    commit(app, write).await
}

/// Writes that a pool is undone.
async fn end<A: Action>(
    app: &App,
    may: &Capability<A>,
    (mut write, mut held): (Write, Held),
    done: Done,
) -> Result<(), PoolError> {
    let (before, act) = (held.record.clone(), done.act);
    held.end(done)?;
    let line = entry(app, may.actor(), act, (Some(&before), &held.record));
    write.change_kept(&held.record, &line).await?;
    commit(app, write).await
}

async fn commit(app: &App, write: Write) -> Result<(), PoolError> {
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}
