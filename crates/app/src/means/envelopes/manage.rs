//! Those who manage an envelope make it, and change its amount and ceilings: never below what was taken from it.

use portulan_model::means::envelopes::{
    Ceilings, Envelope, EnvelopeField, EnvelopeKind, Funder, Rate,
};
use portulan_model::proposals::Prose;
use portulan_model::{Cents, Period, Slug};
use portulan_policy::actions::ManageEnvelopes;
use portulan_policy::{Capability, Node};

use super::{EnvelopeError, known_organisation, missing, of_today, own};
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
        known(&app.directory(), &one)?;
        let mut write = app.store().begin_governance(may).await?;
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
    known(&app.directory(), &change.mine)?;
    let mut write = app.store().begin_governance(may).await?;
    let ledger = write.taken_ledger(slug).await?;
    let ledger = of_today(&app.directory(), ledger);
    let theirs = write.kept_one::<Envelope>(slug).await?;
    let theirs = theirs.ok_or_else(|| missing(slug))?;
    let (mut after, changed) = match weigh(&change.fields, &change.before, &theirs, &change.mine) {
        Weighed::Clash(fields) => {
            let theirs = Box::new(theirs);
            return Ok(Outcome::Clash { fields, theirs });
        }
        Weighed::Clear { changed, .. } if changed.is_empty() => return Ok(Outcome::Same),
        Weighed::Clear { record, changed } => (record, changed),
    };
    after.check()?;
    after.holds(&ledger)?;
    let by = author(may.actor());
    if changed.iter().any(|field| bounds(*field)) && !after.hands.contains(&by) {
        after.hands.push(by);
    }
    let node = Node::Body(theirs.body.clone());
    let line = entry(app, may.actor(), &node, (Some(&theirs), Some(&*after)));
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

/// Refuses names that no organisation bears.
fn known(directory: &Directory, envelope: &Envelope) -> Result<(), EnvelopeError> {
    if let Funder::Organisation(slug) = &envelope.funder {
        known_organisation(directory, slug)?;
    }
    let named = envelope.ceilings.beneficiaries.keys();
    named
        .into_iter()
        .try_for_each(|slug| known_organisation(directory, slug))
}
