//! Those who manage an envelope make it, and change its amount and ceilings: never below what was taken from it.

use std::collections::BTreeMap;

use portulan_model::means::envelopes::{
    Ceilings, Envelope, EnvelopeField, EnvelopeKind, Funder, Ledger, Rate,
};
use portulan_model::proposals::Prose;
use portulan_model::{Cents, Period, Slug};
use portulan_policy::actions::ManageEnvelopes;
use portulan_policy::{Capability, Node};
use portulan_store::Write;

use super::{EnvelopeError, missing, of_today, own};
use crate::editing::conflicts::{Weighed, weigh};
use crate::editing::{Change, Outcome};
use crate::import::author;
use crate::roadmaps::body_of;
use crate::settled::{entry, names};
use crate::{App, Directory, Error};

/// What a new envelope is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// How it is called; its address comes from that.
    pub label: String,
    /// What it pays for.
    pub kind: EnvelopeKind,
    /// Who brings the money.
    pub funder: Funder,
    /// When it is promised and granted.
    pub period: Period,
    /// All there is.
    pub amount: Cents,
    /// What each may have.
    pub ceilings: Ceilings,
    /// Which part of a cost it pays.
    pub rate: Rate,
    /// Where the amount is said.
    pub source: Option<Prose>,
}

/// Makes an envelope of a body. One that is the same in all and untouched is that one: a form sent twice makes one.
pub async fn create(
    app: &App,
    may: &Capability<ManageEnvelopes>,
    wish: &Wish,
) -> Result<Slug, EnvelopeError> {
    let body = body_of(may)?.clone();
    let refused = || Error::Conflict(wish.label.clone());
    let base = portulan_text::slug(&wish.label).ok_or_else(refused)?;
    let base: Slug = base.parse().map_err(|_too_long| refused())?;
    for slug in names(&base) {
        let one = Envelope {
            slug,
            body: body.clone(),
            label: wish.label.clone(),
            kind: wish.kind,
            funder: wish.funder.clone(),
            period: wish.period,
            amount: wish.amount,
            ceilings: wish.ceilings.clone(),
            rate: wish.rate,
            source: wish.source.clone(),
            hands: vec![author(may.actor())],
        };
        one.check()?;
        let mut write = app.store().begin_governance(may).await?;
        known(&mut write, &one).await?;
        if let Some(there) = write.kept_one::<Envelope>(&one.slug).await? {
            if there == one {
                return Ok(there.slug);
            }
            continue;
        }
        let line = entry(
            app,
            may.actor(),
            &Node::Body(body.clone()),
            (None, Some(&one)),
        );
        if write.add_kept(&one, &line).await? {
            write.commit().await?;
            app.refresh().await?;
            return Ok(one.slug);
        }
    }
    Err(refused().into())
}

/// Changes the fields of an envelope, while nobody can take anything from it.
pub async fn change(
    app: &App,
    may: &Capability<ManageEnvelopes>,
    slug: &Slug,
    change: &Change<Envelope>,
) -> Result<Outcome<Envelope>, EnvelopeError> {
    own(may, slug)?;
    let directory = app.directory();
    let mut write = app.store().begin_governance(may).await?;
    let ledger = write.taken_ledger(slug).await?;
    let stored = write.kept_one::<Envelope>(slug).await?;
    let stored = stored.ok_or_else(|| missing(slug))?;
    known(&mut write, &change.mine).await?;
    let theirs = of_today(&directory, stored.clone());
    let (mut after, changed) = match weigh(&change.fields, &change.before, &theirs, &change.mine) {
        Weighed::Clash(fields) => {
            let theirs = Box::new(theirs);
            return Ok(Outcome::Clash { fields, theirs });
        }
        Weighed::Clear { changed, .. } if changed.is_empty() => return Ok(Outcome::Same),
        Weighed::Clear { record, changed } => (record, changed),
    };
    after.check()?;
    // What was taken bounds how much there is for whom, and no other field: a name is mended whatever was merged since.
    if changed.iter().any(|field| limits(*field)) {
        after.holds(&led(&mut write, &directory, ledger).await?)?;
    }
    let by = author(may.actor());
    if changed.iter().any(|field| bounds(*field)) && !after.hands.contains(&by) {
        after.hands.push(by);
    }
    let node = Node::Body(theirs.body.clone());
    let line = entry(app, may.actor(), &node, (Some(&stored), Some(&*after)));
    write.change_kept(&*after, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(Outcome::Saved(changed))
}

/// Whether a field says how much, to whom, when or by whom: whoever wrote it does not grant.
const fn bounds(field: EnvelopeField) -> bool {
    !matches!(
        field,
        EnvelopeField::Label | EnvelopeField::Kind | EnvelopeField::Source
    )
}

/// Whether a field says how much anybody may have.
const fn limits(field: EnvelopeField) -> bool {
    matches!(field, EnvelopeField::Amount | EnvelopeField::Ceilings)
}

/// A ledger under the names of today, as they are while the envelope is held.
async fn led(write: &mut Write, directory: &Directory, ledger: Ledger) -> Result<Ledger, Error> {
    let mut leads = BTreeMap::new();
    for line in ledger.lines() {
        let slug = &line.account.beneficiary;
        if !leads.contains_key(slug) {
            let now = write.led_organisation(slug).await?;
            leads.insert(slug.clone(), now.map(|one| one.slug));
        }
    }
    let leads = |slug: &Slug| leads.get(slug).cloned().flatten();
    Ok(ledger.today(leads, |key| directory.reference.of_today(key)))
}

/// Refuses names that no organisation bears.
async fn known(write: &mut Write, envelope: &Envelope) -> Result<(), EnvelopeError> {
    let funder = match &envelope.funder {
        Funder::Organisation(slug) => Some(slug),
        Funder::Outside(_) => None,
    };
    for slug in funder
        .into_iter()
        .chain(envelope.ceilings.beneficiaries.keys())
    {
        let there = write.organisation(slug).await?;
        there.ok_or_else(|| EnvelopeError::NoOrganisation(slug.clone()))?;
    }
    Ok(())
}
