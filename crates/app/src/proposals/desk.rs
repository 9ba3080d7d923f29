//! The side of whoever examines: to take charge, to comment, to ask back, to refuse, to accept in part, to say that the
//! place is known.
//!
//! Every function is given a capability on the node of the proposal and looks at that again inside its write.

use std::sync::Arc;

use chrono_tz::Europe::Paris;
use portulan_model::journal::{Deed, Entry};
use portulan_model::proposals::{
    About, Check, CheckItem, Comment, Motive, Proposal, Prose, RefusalReason, Taken,
};
use portulan_model::{FieldOrigin, Place, PlaceField, PlaceId, PlaceRecord, ProposalId, Vouch};
use portulan_policy::actions::Instruct;
use portulan_policy::{Actor, Capability, allow};
use portulan_store::Write;

use super::apply::{Candidate, beside, fingerprint, take};
use super::letters;
use super::{SOURCE, entry, opened, reader, target};
use crate::import::author;
use crate::{App, Error, merging, rights};

/// What is accepted of a correction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acceptance {
    /// These fields.
    pub fields: Vec<PlaceField>,
    /// The known values beside which they were accepted, by their [`fingerprint`].
    pub seen: Vec<(PlaceField, String)>,
    /// That the place has closed for good.
    pub closed: bool,
    /// Why, or what else was done.
    pub words: String,
}

/// A proposal, and the capability to examine it; a refusal for whoever may not.
pub async fn open(
    app: &App,
    actor: &Actor,
    id: ProposalId,
) -> Result<(Proposal, Capability<Instruct>), Error> {
    let found = app.store().proposal(&reader()?, id).await?;
    let proposal = found.ok_or_else(|| Error::NotFound(format!("proposal {id}")))?;
    let may = allow::<Instruct>(actor, target(&app.directory(), &proposal))?;
    Ok((proposal, may))
}

/// Takes charge of a proposal, or gives it back.
pub async fn assign(
    app: &App,
    capability: &Capability<Instruct>,
    id: ProposalId,
    mine: bool,
) -> Result<(), Error> {
    change(app, capability, id, |mut proposal| {
        proposal.assigned = mine.then(|| author(capability.actor()));
        Ok(proposal)
    })
    .await
}

/// Leaves a word to those who examine.
pub async fn comment(
    app: &App,
    capability: &Capability<Instruct>,
    id: ProposalId,
    words: Prose,
) -> Result<(), Error> {
    change(app, capability, id, |mut proposal| {
        let by = author(capability.actor());
        let words: String = words.into();
        let said = |one: &Comment| one.by == by && one.words == words;
        if !proposal.comments.last().is_some_and(said) {
            let at = app.now();
            proposal.comments.push(Comment { by, at, words });
        }
        Ok(proposal)
    })
    .await
}

/// Says which items of the list were examined.
pub async fn check(
    app: &App,
    capability: &Capability<Instruct>,
    id: ProposalId,
    items: &[CheckItem],
) -> Result<(), Error> {
    change(app, capability, id, |mut proposal| {
        proposal.checks.retain(|one| items.contains(&one.item));
        for item in items {
            if proposal.checks.iter().all(|one| one.item != *item) {
                proposal.checks.push(Check {
                    item: *item,
                    by: author(capability.actor()),
                    at: app.now(),
                });
            }
        }
        Ok(proposal)
    })
    .await
}

/// Asks something of whoever proposed; a letter goes with it.
pub async fn ask_back(
    app: &App,
    capability: &Capability<Instruct>,
    id: ProposalId,
    question: Prose,
) -> Result<(), Error> {
    change(app, capability, id, |proposal| {
        let by = author(capability.actor());
        Ok(proposal.ask(question.into(), by, app.now())?)
    })
    .await
}

/// Refuses a proposal.
pub async fn refuse(
    app: &App,
    capability: &Capability<Instruct>,
    id: ProposalId,
    reason: RefusalReason,
    words: &str,
) -> Result<(), Error> {
    let motive = motive(app, capability.actor(), words);
    change(app, capability, id, |proposal| {
        Ok(proposal.refuse(reason, motive)?)
    })
    .await
}

/// Says which known place a proposed one is.
pub async fn merge(
    app: &App,
    capability: &Capability<Instruct>,
    id: ProposalId,
    place: PlaceId,
    words: &str,
) -> Result<(), Error> {
    let directory = app.directory();
    let known = directory.snapshot.by_id(&directory.survivor(&place));
    let known = known
        .ok_or_else(|| Error::NotFound(format!("place {place}")))?
        .id;
    let motive = motive(app, capability.actor(), words);
    change(app, capability, id, |proposal| {
        Ok(proposal.merge(known, motive)?)
    })
    .await
}

/// Accepts a correction, all or in part: the place changes at once.
pub async fn accept(
    app: &App,
    capability: &Capability<Instruct>,
    id: ProposalId,
    acceptance: &Acceptance,
) -> Result<(), Error> {
    let mut write = app.store().begin_instruction(capability).await?;
    let before = opened(app, &mut write, capability.node(), id).await?;
    let known = Arc::new(known(&mut write, &before).await?);
    let place = known.id;
    let found = beside(&app.directory(), &before, Some(Arc::clone(&known)))?;
    let taken = taken(&before, &found, acceptance);
    let after = before.clone().accept(
        place,
        taken.clone(),
        motive(app, capability.actor(), &acceptance.words),
    )?;
    if has_changed(&known.record, &found, acceptance) {
        return Err(Error::Conflict("the place changed meanwhile".to_owned()));
    }
    let changes = !taken.fields.is_empty() || taken.closed;
    if changes {
        let of = (&before, &*known);
        correct(app, &mut write, capability, of, (&found, &taken)).await?;
    }
    keep(app, &mut write, capability.actor(), &before, &after).await?;
    letters::tell(app, &mut write, &after).await?;
    write.commit().await?;
    app.refresh().await
}

/// The place of a correction as it is inside the write, through the one that stands for it.
async fn known(write: &mut Write, proposal: &Proposal) -> Result<Place, Error> {
    let missing = || Error::Conflict("a missing place is published".to_owned());
    let place = proposal.place().ok_or_else(missing)?;
    let standing = write.stands_for(place).await?;
    let place = standing.map_or(place, |standing| standing.survivor);
    let found = write.place(place).await?;
    found.ok_or_else(|| Error::NotFound(format!("the place of {}", proposal.id)))
}

/// Whether a field that is accepted was not seen as it is now.
fn has_changed(known: &PlaceRecord, found: &Candidate, acceptance: &Acceptance) -> bool {
    acceptance.fields.iter().any(|field| {
        let mut seen = acceptance.seen.iter();
        let seen = seen.find(|(one, _)| one == field);
        let offered = found.fields.contains(field);
        seen.map_or(offered, |(_, seen)| *seen != fingerprint(*field, known))
    })
}

/// What is taken of what is offered.
fn taken(proposal: &Proposal, found: &Candidate, acceptance: &Acceptance) -> Taken {
    let offered = found.fields.iter().copied();
    let fields: Vec<PlaceField> = offered
        .filter(|field| acceptance.fields.contains(field))
        .collect();
    let closed = found.closed && acceptance.closed;
    let told = match &proposal.about {
        About::Place { wrong, .. } => wrong.len(),
        About::NewPlace { .. } => 0,
    };
    let left = fields.len() < found.fields.len() || closed != found.closed;
    let nothing = fields.is_empty() && !closed && told > 0 && !found.fields.is_empty();
    Taken {
        partly: left || nothing,
        fields,
        closed,
    }
}

/// Who vouches for the values: the place itself where its own people accept them.
fn origin(app: &App, actor: &Actor, known: &Place) -> Result<FieldOrigin, Error> {
    let source = SOURCE.parse();
    Ok(FieldOrigin {
        source: source.map_err(|error| Error::internal("proposal", error))?,
        dated: Some(app.now().with_timezone(&Paris).date_naive()),
        confirmed_by_place: rights::is_of_place(&app.directory(), actor, known),
    })
}

/// Writes what was taken with what the place that was spoken of is alone: merges follow it, and no harvest takes it
/// back. Of a merged place, it is what is shown.
async fn correct(
    app: &App,
    write: &mut Write,
    capability: &Capability<Instruct>,
    (proposal, known): (&Proposal, &Place),
    (found, taken): (&Candidate, &Taken),
) -> Result<(), Error> {
    let origin = origin(app, capability.actor(), known)?;
    let line = line(app, capability, known, proposal.id);
    let mut fields = taken.fields.clone();
    if fields.contains(&PlaceField::Adresse) {
        fields.push(PlaceField::Position);
    }
    let of = (proposal.place().unwrap_or(known.id), known.id);
    let kept = merging::kept_with(write, of, &fields).await?;
    merging::say(app, write, &line, &kept, |field, own| {
        take(field, &found.record, &origin, own);
    })
    .await?;
    merging::insist(app, write, &line, (known.id, &kept), &found.record).await?;
    if !taken.closed {
        return Ok(());
    }
    let closed = merging::keeper(write, of).await?;
    merging::say_of(app, write, &line, closed, |own| {
        own.provenance.vouch = Some(Vouch {
            open: false,
            at: app.now(),
            decided: true,
        });
    })
    .await
}

fn line(app: &App, capability: &Capability<Instruct>, known: &Place, id: ProposalId) -> Entry {
    Entry {
        at: app.now(),
        author: author(capability.actor()),
        behalf: None,
        subject: None,
        object: format!("lieu-{}", known.slug),
        deed: Deed::Updated,
        reason: format!("proposition {id}"),
        request: format!("propositions-{}", app.now().timestamp_millis()),
        before: None,
        after: None,
    }
}

pub(super) fn motive(app: &App, actor: &Actor, words: &str) -> Motive {
    Motive {
        by: author(actor),
        at: app.now(),
        words: words.to_owned(),
    }
}

/// Keeps a proposal as it has become.
pub(super) async fn keep(
    app: &App,
    write: &mut Write,
    actor: &Actor,
    before: &Proposal,
    after: &Proposal,
) -> Result<(), Error> {
    let line = entry(app, author(actor), Some(before), Some(after));
    Ok(write.put_proposal(after, &line).await?)
}

async fn change(
    app: &App,
    capability: &Capability<Instruct>,
    id: ProposalId,
    make: impl FnOnce(Proposal) -> Result<Proposal, Error> + Send,
) -> Result<(), Error> {
    let mut write = app.store().begin_instruction(capability).await?;
    let before = opened(app, &mut write, capability.node(), id).await?;
    let after = make(before.clone())?;
    if after == before {
        return Ok(());
    }
    keep(app, &mut write, capability.actor(), &before, &after).await?;
    if after.state != before.state {
        letters::tell(app, &mut write, &after).await?;
    }
    write.commit().await?;
    Ok(())
}
