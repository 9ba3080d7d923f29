//! A pool is proposed: from intentions that were chosen, with who leads, what each keeps for itself and what is common.

use std::collections::{BTreeMap, BTreeSet};

use portulan_model::means::pools::{PoolAct, PoolRecord};
use portulan_model::proposals::Prose;
use portulan_model::{Cents, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::ProposePools;
use portulan_pools::{Draft, Key, Proposed, Share, Terms, Want};

use super::acts::{may_steer, speaks};
use super::held::{Done, begun, hand, shares};
use super::{PoolError, entry, today, wants};
use crate::census::today as day_of;
use crate::import::author;
use crate::roadmaps::body_of;
use crate::settled::names;
use crate::{App, Directory, Error};

/// Terms as people fill them in.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Who carries the request.
    pub lead: Slug,
    /// What each intention keeps for itself.
    pub own: BTreeMap<Slug, Cents>,
    /// What is paid once for all.
    pub common: Cents,
    /// By what it is split.
    pub key: Key,
    /// What each organisation of today weighs, where they settled that; then nothing else counts.
    pub weights: BTreeMap<Slug, u32>,
}

/// A pool that is to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// What it is called; its address comes from that.
    pub title: String,
    /// What is pooled, in the order of the request.
    pub intentions: Vec<Slug>,
    /// On which terms.
    pub asked: Asked,
    /// Why.
    pub why: Option<Prose>,
}

impl Asked {
    /// The same for the crate of pools. What an intention was not told keeps nothing for itself.
    pub(super) fn draft(self, directory: &Directory, wants: Vec<Want>) -> Draft {
        let own = wants.iter().map(|want| self.own.get(&want.id).copied());
        let own = own.map(Option::unwrap_or_default).collect();
        // Who leads is named as the pool names it.
        let mut all = wants.iter().map(|want| &want.organisation);
        let lead = all.find(|one| today(directory, one) == self.lead);
        let lead = lead.cloned().unwrap_or(self.lead);
        let key = if self.weights.is_empty() {
            self.key
        } else {
            of_each(directory, &wants, self.weights)
        };
        Draft {
            lead,
            wants,
            own,
            common: self.common,
            key,
        }
    }
}

/// Weights of organisations as weights of wants. The first want of each has all of it: so what organisations have is split to
/// the cent by what they settled, however many wants each of them brings.
fn of_each(directory: &Directory, wants: &[Want], mut weights: BTreeMap<Slug, u32>) -> Key {
    let all = wants.iter().map(|want| {
        let organisation = today(directory, &want.organisation);
        weights.remove(&organisation).unwrap_or_default()
    });
    Key::Weights(all.collect())
}

/// What each organisation of today weighs; nothing where terms are not split by weights.
#[must_use]
pub fn weights(directory: &Directory, terms: &Terms) -> BTreeMap<Slug, u32> {
    let mut all = BTreeMap::new();
    if let Key::Weights(weights) = terms.key() {
        for (part, weight) in terms.parts().iter().zip(weights) {
            let of = all.entry(today(directory, &part.want.organisation));
            let of: &mut u32 = of.or_default();
            *of = of.saturating_add(*weight);
        }
    }
    all
}

/// The wants of intentions, in the order given: they stand, and whoever proposes may read them.
pub async fn chosen(
    app: &App,
    may: &Capability<ProposePools>,
    intentions: &[Slug],
) -> Result<Vec<Want>, PoolError> {
    wants::chosen(app, may, intentions).await
}

/// What each organisation would have, were these the terms.
pub fn preview(
    directory: &Directory,
    wants: Vec<Want>,
    asked: Asked,
) -> Result<(Terms, BTreeMap<Slug, Share>), PoolError> {
    let terms = asked.draft(directory, wants).settle()?;
    let shares = shares(directory, terms.parts());
    let shares = shares.map_err(|error| Error::internal("shares", error))?;
    Ok((terms, shares))
}

/// Proposes a pool: its intentions are carried by it from now on. The same form sent twice proposes once.
pub async fn propose(
    app: &App,
    may: &Capability<ProposePools>,
    wish: Wish,
) -> Result<PoolRecord, PoolError> {
    let body = body_of(may)?.clone();
    let directory = app.directory();
    let refused = || Error::Conflict(wish.title.clone());
    let base = portulan_text::slug(&wish.title).ok_or_else(refused)?;
    let base: Slug = base.parse().map_err(|_too_long| refused())?;
    for slug in names(&base) {
        let mut write = app.store().begin_governance(may).await?;
        if let Some(there) = write.kept_one::<PoolRecord>(&slug).await? {
            if is_it(&there, &body, &wish) {
                return Ok(there);
            }
            continue;
        }
        let wants = wants::taken(app, may, &mut write, &wish.intentions).await?;
        own(app, may, (&body, &wants))?;
        let by = hand(app.now(), author(may.actor()), wish.why.clone());
        let draft = wish.asked.clone().draft(&directory, wants);
        let pool = Proposed::new(slug.clone(), draft, by.clone())?;
        let done = Done {
            act: PoolAct::Propose,
            organisation: None,
            hand: by,
        };
        let named = (slug, body.clone(), wish.title.clone());
        let held = begun(named, pool, done)?;
        let line = entry(app, may.actor(), PoolAct::Propose, (None, &held.record));
        if !write.add_kept(&held.record, &line).await? {
            continue;
        }
        wants::carry(&mut write, &held.record).await?;
        write.commit().await?;
        app.refresh().await?;
        return Ok(held.record);
    }
    Err(refused().into())
}

/// Whether a pool that is there is the one that is asked for.
fn is_it(there: &PoolRecord, body: &Slug, wish: &Wish) -> bool {
    let asked: BTreeSet<&Slug> = wish.intentions.iter().collect();
    there.body == *body
        && there.title == wish.title
        && there.stage.stands()
        && there.carries.iter().collect::<BTreeSet<_>>() == asked
}

/// Refuses a member of the body who has no part in what it proposes.
fn own(
    app: &App,
    may: &Capability<ProposePools>,
    (body, wants): (&Slug, &[Want]),
) -> Result<(), PoolError> {
    let (directory, actor) = (app.directory(), may.actor());
    let known = directory.levels.body(body);
    let leads = known.is_some_and(|body| may_steer(&directory, actor, (body, None), day_of(app)));
    let mut all = wants.iter();
    let has = leads || all.any(|want| speaks(&directory, actor, &want.organisation));
    has.then_some(()).ok_or(PoolError::NotOwn)
}
