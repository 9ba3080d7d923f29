//! The equipment of organisations: an inventory by lots, kept by whoever answers for the organisation.
//!
//! The people of the organisation read all of it, those of a place what is there. What an agreement paid is read with the
//! agreement by those who work on its envelope.

use portulan_model::means::agreements::Agreement;
use portulan_model::means::envelopes::Envelope;
use portulan_model::means::equipment::{Lot, LotError as Limit, LotState};
use portulan_model::{LotId, PlaceId, Slug};
use portulan_policy::actions::{ManageEquipment, ReadEquipment};
use portulan_policy::{Action, Capability, Node};
use portulan_store::StoreError;
use thiserror::Error;

use crate::clock::draw;
use crate::settled::entry;
use crate::{App, Directory, Error};

/// Why a lot is not written.
#[derive(Debug, Error)]
pub enum LotError {
    /// It cannot be: nothing was written.
    #[error(transparent)]
    Refused(#[from] Limit),
    /// The agreement that it names is not one of its organisation, or is not signed.
    #[error("{0} pays nothing of it")]
    NoAgreement(Slug),
    /// Somebody else changed it meanwhile.
    #[error("it was changed meanwhile")]
    Moved,
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for LotError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// A lot with the name of the envelope that paid a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The lot.
    pub lot: Lot,
    /// What the envelope is called, and its address.
    pub envelope: Option<(String, Slug)>,
}

/// An id for a lot, drawn when its form is shown: a form that is sent twice makes one.
#[must_use]
pub fn new_id(app: &App) -> LotId {
    let (millis, random) = draw(app.now(), app.chance());
    LotId::from_parts(millis, random)
}

/// The lots of an organisation: what is to be renewed first comes first.
pub async fn of_organisation(
    app: &App,
    may: &Capability<ReadEquipment>,
) -> Result<Vec<Seen>, Error> {
    let lots = app.store().kept_of::<Lot>(organisation(may)?).await?;
    seen(app, lots).await
}

/// What organisations have in a place, and still use or lend.
pub async fn of_place(
    app: &App,
    may: &Capability<ReadEquipment>,
    directory: &Directory,
) -> Result<Vec<Seen>, Error> {
    let Node::Place(slug) = may.node() else {
        return Err(Error::NotFound(may.node().to_string()));
    };
    let place = directory.snapshot.by_slug(slug.as_str());
    let place = place.ok_or_else(|| Error::NotFound(may.node().to_string()))?;
    let here = |id: PlaceId| directory.survivor(&id) == place.id;
    let mut lots = app.store().kept::<Lot>().await?;
    lots.retain(|lot| lot.place.is_some_and(here) && lot.state.condition().is_held());
    seen(app, lots).await
}

/// One lot of an organisation: one of another is not found.
pub async fn find(app: &App, may: &Capability<ManageEquipment>, id: LotId) -> Result<Lot, Error> {
    let own = organisation(may)?;
    let found = app.store().kept_one::<Lot>(&id).await?;
    let found = found.filter(|lot| lot.owner == *own);
    found.ok_or_else(|| missing(id))
}

/// The agreements that may pay a part of a lot of an organisation: those that were signed.
pub async fn payers(
    app: &App,
    may: &Capability<ManageEquipment>,
) -> Result<Vec<(Agreement, Envelope)>, Error> {
    let all = app
        .store()
        .agreements_of_beneficiary(organisation(may)?)
        .await?;
    let mut payers = Vec::new();
    for agreement in all.into_iter().filter(|one| one.signature().is_some()) {
        let envelope = super::envelopes::find(app, &agreement.envelope).await?;
        payers.push((agreement, envelope));
    }
    Ok(payers)
}

/// Adds a lot; the same one that is there already is that one.
pub async fn add(app: &App, may: &Capability<ManageEquipment>, lot: &Lot) -> Result<(), LotError> {
    fits(app, may, lot).await?;
    let mut write = app.store().begin_governance(may).await?;
    let line = entry(app, may.actor(), may.node(), (None, Some(lot)));
    if write.add_kept(lot, &line).await? {
        write.commit().await?;
        app.refresh().await?;
        return Ok(());
    }
    match write.kept_one::<Lot>(&lot.id).await? {
        Some(there) if there == *lot => Ok(()),
        _ => Err(LotError::Moved),
    }
}

/// Changes a lot, as it was read.
pub async fn change(
    app: &App,
    may: &Capability<ManageEquipment>,
    (before, after): (&Lot, &Lot),
) -> Result<(), LotError> {
    fits(app, may, after).await?;
    let mut write = app.store().begin_governance(may).await?;
    let known = write.kept_one::<Lot>(&after.id).await?;
    let known = known.filter(|lot| lot.owner == after.owner);
    let known = known.ok_or_else(|| missing(after.id))?;
    if known == *after {
        return Ok(());
    }
    if known != *before {
        return Err(LotError::Moved);
    }
    let line = entry(app, may.actor(), may.node(), (Some(&known), Some(after)));
    write.change_kept(after, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}

/// Parts so many off a lot, under an id that was drawn when the form was shown: they may be elsewhere, lent or thrown away.
pub async fn part(
    app: &App,
    may: &Capability<ManageEquipment>,
    (lot, part): (LotId, LotId),
    (count, place, state): (u32, Option<PlaceId>, LotState),
) -> Result<(), LotError> {
    let own = organisation(may)?;
    let mut write = app.store().begin_governance(may).await?;
    let known = write.kept_one::<Lot>(&lot).await?;
    let known = known.filter(|one| one.owner == *own);
    let known = known.ok_or_else(|| missing(lot))?;
    if write
        .kept_one::<Lot>(&part)
        .await?
        .is_some_and(|one| one.owner == *own)
    {
        return Ok(());
    }
    let (rest, mut new) = known.clone().parted(count, part)?;
    (new.place, new.state) = (place.or(new.place), state);
    new.check()?;
    let line = entry(app, may.actor(), may.node(), (None, Some(&new)));
    if !write.add_kept(&new, &line).await? {
        return Err(LotError::Moved);
    }
    let line = entry(app, may.actor(), may.node(), (Some(&known), Some(&rest)));
    write.change_kept(&rest, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}

/// Refuses a lot that cannot be, that is another organisation's, or that names an agreement that does not pay it.
async fn fits(app: &App, may: &Capability<ManageEquipment>, lot: &Lot) -> Result<(), LotError> {
    let own = organisation(may)?;
    if lot.owner != *own {
        return Err(missing(lot.id).into());
    }
    lot.check()?;
    let Some(paid) = &lot.paid_by else {
        return Ok(());
    };
    let agreement = app.store().kept_one::<Agreement>(&paid.agreement).await?;
    let pays = |one: &Agreement| one.beneficiary == *own && one.signature().is_some();
    if agreement.as_ref().is_some_and(pays) {
        return Ok(());
    }
    Err(LotError::NoAgreement(paid.agreement.clone()))
}

async fn seen(app: &App, mut lots: Vec<Lot>) -> Result<Vec<Seen>, Error> {
    lots.sort_by_key(|lot| (lot.renewal.unwrap_or(i32::MAX), lot.kit, lot.bought, lot.id));
    let mut all = Vec::new();
    for lot in lots {
        let mut envelope = None;
        if let Some(paid) = &lot.paid_by {
            let agreement = app.store().kept_one::<Agreement>(&paid.agreement).await?;
            if let Some(agreement) = agreement {
                let found = super::envelopes::find(app, &agreement.envelope).await?;
                envelope = Some((found.label, found.slug));
            }
        }
        all.push(Seen { lot, envelope });
    }
    Ok(all)
}

/// The organisation of a capability: what is none owns nothing.
fn organisation<A: Action>(may: &Capability<A>) -> Result<&Slug, Error> {
    match may.node() {
        Node::Organisation(slug) => Ok(slug),
        other => Err(Error::NotFound(other.to_string())),
    }
}

fn missing(id: LotId) -> Error {
    Error::NotFound(format!("lot {id}"))
}
