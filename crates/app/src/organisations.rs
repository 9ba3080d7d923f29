//! Organisations: made by the level that answers for them, changed by those who run them, and whose places are theirs.
//!
//! Rights flow from an organisation to its places: saying that a place is theirs takes the right over both. Being a part of
//! another gives nobody a right: whoever edits an organisation may name any other as the one that it is a part of.

mod lookalikes;
mod merge;
mod missing;

use std::collections::BTreeSet;

use portulan_model::journal::{Deed, Entry};
use portulan_model::people::Organisation;
use portulan_model::{Place, PlaceId, Slug, TerritoryKey};
use portulan_policy::actions::{EditOrganisation, ManageOrganisations};
use portulan_policy::{Capability, Node};
use portulan_store::{StoreError, Write};
use thiserror::Error;

use crate::editing::conflicts::{Weighed, weigh};
use crate::editing::{Change, Outcome};
use crate::import::author;
use crate::{App, Error};

pub use lookalikes::{lookalikes, twins};
pub use merge::{Blocked, Follows, MergeError, MergeWish, Merged, combined, follows, merge};
pub use missing::{Missing, missing, naming, take_naming};

/// Names that are tried for one organisation before it is refused.
const TRIES: u32 = 100;

/// Why an organisation is not kept as somebody wants it.
#[derive(Debug, Error)]
pub enum OrganisationError {
    /// It would be a part of itself, by however many others.
    #[error("{0} would be a part of itself")]
    Circle(Slug),
    /// What it is a part of is not known.
    #[error("{0} is no organisation that is known")]
    NoParent(Slug),
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for OrganisationError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// Makes an organisation; its address comes from its name. One that is the same in everything is that one.
pub async fn create(
    app: &App,
    capability: &Capability<ManageOrganisations>,
    organisation: Organisation,
) -> Result<Slug, OrganisationError> {
    reaches(capability.node(), &organisation.territory)?;
    if let Some(parent) = &organisation.parent
        && app.directory().organisations.get(parent).is_none()
    {
        return Err(OrganisationError::NoParent(parent.clone()));
    }
    let base = organisation.slug.clone();
    for number in 1..=TRIES {
        let text = match number {
            1 => base.to_string(),
            _ => format!("{base}-{number}"),
        };
        let slug: Slug = text
            .parse()
            .map_err(|_too_long| Error::Conflict(text.clone()))?;
        // An address that leads to another organisation is given to no new one.
        if app.directory().organisations.led(&slug).is_some() {
            continue;
        }
        let one = Organisation {
            slug: slug.clone(),
            ..organisation.clone()
        };
        let entry = entry(app, capability.actor(), &slug, (None, json(&one)));
        let store = app.store();
        if store
            .add_organisation(capability, &one, &entry)
            .await?
            .is_some()
        {
            app.refresh().await?;
            return Ok(slug);
        }
        // A form that is sent twice makes one organisation.
        if store.organisations().await?.contains(&one) {
            return Ok(slug);
        }
    }
    Err(Error::Conflict(base.to_string()).into())
}

/// Changes what is known of an organisation. Its address stays, and so does the level that answers for it: moving it
/// would move rights. What somebody else changed meanwhile is never overwritten unseen.
pub async fn change(
    app: &App,
    capability: &Capability<EditOrganisation>,
    slug: &Slug,
    change: &Change<Organisation>,
) -> Result<Outcome<Organisation>, OrganisationError> {
    let missing = || Error::NotFound(slug.to_string());
    let own = *capability.node() == Node::Organisation(slug.clone());
    if !own && *capability.node() != Node::Installation {
        return Err(missing().into());
    }
    let mut write = app.store().begin_organisation(capability).await?;
    let theirs = write.organisation(slug).await?.ok_or_else(missing)?;
    let (after, changed) = match weigh(&change.fields, &change.before, &theirs, &change.mine) {
        Weighed::Clash(fields) => {
            let theirs = Box::new(theirs);
            return Ok(Outcome::Clash { fields, theirs });
        }
        Weighed::Clear { changed, .. } if changed.is_empty() => return Ok(Outcome::Same),
        Weighed::Clear { record, changed } => (record, changed),
    };
    if after.parent != theirs.parent {
        stands_under(&mut write, &after).await?;
    }
    let both = (json(&theirs), json(&after));
    let entry = entry(app, capability.actor(), slug, both);
    write.put_organisation(&after, &entry).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(Outcome::Saved(changed))
}

/// Says that a place is an organisation's, or is not. It takes the right over both.
pub async fn set_place(
    app: &App,
    over_organisation: &Capability<ManageOrganisations>,
    over_place: &Capability<ManageOrganisations>,
    (organisation, place, theirs): (&Slug, &Place, bool),
) -> Result<(), Error> {
    let directory = app.directory();
    let known = directory.organisations.get(organisation);
    let known = known.ok_or_else(|| Error::NotFound(organisation.to_string()))?;
    reaches(over_organisation.node(), &known.territory)?;
    match place.record.address.insee {
        Some(commune) => reaches(over_place.node(), &TerritoryKey::commune(commune))?,
        None => reaches(over_place.node(), &TerritoryKey::france())?,
    }
    let now = directory.organisations.of_place(&place.id);
    if now.contains(organisation) == theirs {
        return Ok(());
    }
    let told = |theirs: bool| Some(format!("{{\"lieu\":\"{}\",\"sien\":{theirs}}}", place.slug));
    let actor = over_organisation.actor();
    let entry = entry(app, actor, organisation, (told(!theirs), told(theirs)));
    // Of a merged place, whichever of its members was named is so no longer.
    let named: Vec<PlaceId> = if theirs {
        vec![place.id]
    } else {
        let said = directory.organisations.said_of(organisation);
        said.filter(|one| directory.survivor(one) == place.id)
            .collect()
    };
    let store = app.store();
    store
        .set_organisation_places(over_organisation, organisation, &named, theirs, &entry)
        .await?;
    app.refresh().await
}

/// Refuses a parent that is not known, or that is itself a part of the organisation. Read in the transaction that writes it:
/// of two that are said to be a part of each other at the same time, the second is refused.
async fn stands_under(
    write: &mut Write,
    organisation: &Organisation,
) -> Result<(), OrganisationError> {
    let Some(parent) = &organisation.parent else {
        return Ok(());
    };
    if circles(write, organisation).await? {
        return Err(OrganisationError::Circle(organisation.slug.clone()));
    }
    let known = write.organisation(parent).await?;
    known
        .map(drop)
        .ok_or_else(|| OrganisationError::NoParent(parent.clone()))
}

/// Whether an organisation would be a part of itself.
pub(crate) async fn circles(
    write: &mut Write,
    organisation: &Organisation,
) -> Result<bool, StoreError> {
    let mut seen = BTreeSet::from([organisation.slug.clone()]);
    let mut above = organisation.parent.clone();
    while let Some(slug) = above {
        if !seen.insert(slug.clone()) {
            return Ok(true);
        }
        above = write.organisation(&slug).await?.and_then(|one| one.parent);
    }
    Ok(false)
}

/// A capability is for the territory that it names, or for all.
fn reaches(node: &Node, territory: &TerritoryKey) -> Result<(), Error> {
    let own = *node == Node::Territory(territory.clone()) || *node == Node::Installation;
    own.then_some(())
        .ok_or_else(|| Error::NotFound(territory.to_string()))
}

fn json(organisation: &Organisation) -> Option<String> {
    serde_json::to_string(organisation).ok()
}

fn entry(
    app: &App,
    actor: &portulan_policy::Actor,
    slug: &Slug,
    (before, after): (Option<String>, Option<String>),
) -> Entry {
    Entry {
        at: app.now(),
        author: author(actor),
        behalf: None,
        subject: None,
        object: Node::Organisation(slug.clone()).to_string(),
        deed: if before.is_some() {
            Deed::Updated
        } else {
            Deed::Created
        },
        reason: String::new(),
        request: format!("structure-{}", app.now().timestamp_millis()),
        before,
        after,
    }
}
