//! What time does to proposals: those that nobody proved are forgotten, contacts and words that have served are erased,
//! and places are published on their day. One that fails waits for the next time, and stops no other.

use chrono_tz::Europe::Paris;
use portulan_model::proposals::{Proposal, State};
use portulan_model::{PlaceId, ProposalId};
use portulan_policy::actions::{ImportPlaces, Instruct};
use portulan_policy::{Node, allow};
use portulan_store::Write;

use super::{JOB, entry, publish};
use crate::import::author;
use crate::{App, Error};

/// What was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    /// Proposals forgotten.
    pub forgotten: usize,
    /// Proposals whose contact and words were erased.
    pub erased: usize,
    /// Places published.
    pub published: usize,
}

/// Does what the day asks for. Any number of nodes may do it: each looks again inside its write.
pub async fn keep(app: &App) -> Result<Kept, Error> {
    let read = allow::<Instruct>(&JOB, &Node::Installation)?;
    let mut kept = Kept::default();
    // Decided or not, since ever: a restored copy brings back contacts that had been erased.
    let ever = chrono::DateTime::UNIX_EPOCH;
    let all = app.store().proposals(&read, ever).await?;
    for proposal in all.iter().filter(|one| is_due(app, one)) {
        if let Err(error) = keep_one(app, proposal.id, &mut kept).await {
            tracing::error!(%error, proposal = %proposal.id, "a proposal was left as it was");
        }
    }
    Ok(kept)
}

async fn keep_one(app: &App, id: ProposalId, kept: &mut Kept) -> Result<(), Error> {
    let write = allow::<ImportPlaces>(&JOB, &Node::Installation)?;
    let mut write = app.store().begin(&write).await?;
    let found = write.proposal(id).await?;
    let Some(before) = found.filter(|one| is_due(app, one)) else {
        return Ok(());
    };
    let mut done = *kept;
    let place = settle(app, &mut write, before, &mut done).await?;
    write.forget_old_proposal_links(app.now()).await?;
    write.commit().await?;
    *kept = done;
    if place.is_some() {
        publish::settled(app, place).await?;
    }
    Ok(())
}

fn is_due(app: &App, proposal: &Proposal) -> bool {
    let now = app.now();
    proposal.is_forgotten(now) || proposal.has_served(now) || day_has_come(app, proposal)
}

fn day_has_come(app: &App, proposal: &Proposal) -> bool {
    let today = app.now().with_timezone(&Paris).date_naive();
    matches!(proposal.state, State::Agreed { on, .. } if on <= today)
}

async fn settle(
    app: &App,
    write: &mut Write,
    before: Proposal,
    kept: &mut Kept,
) -> Result<Option<PlaceId>, Error> {
    let by = author(&JOB);
    let now = app.now();
    if before.is_forgotten(now) {
        let line = entry(app, by, Some(&before), None);
        write.forget_proposal(before.id, &line).await?;
        kept.forgotten += 1;
        return Ok(None);
    }
    if day_has_come(app, &before) {
        kept.published += 1;
        return publish::on_its_day(app, write, by, &before).await;
    }
    let after = before.clone().served();
    let line = entry(app, by, Some(&before), Some(&after));
    write.put_proposal(&after, &line).await?;
    kept.erased += 1;
    Ok(None)
}
