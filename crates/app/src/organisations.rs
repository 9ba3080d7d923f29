//! Organisations: made by the level that answers for them, changed by those who run them, and whose places are theirs.
//!
//! Rights flow from an organisation to its places: saying that a place is theirs takes the right over both.

use portulan_model::journal::{Deed, Entry};
use portulan_model::people::Organisation;
use portulan_model::{Place, Slug, TerritoryKey};
use portulan_policy::actions::{EditOrganisation, ManageOrganisations};
use portulan_policy::{Capability, Node};

use crate::import::author;
use crate::{App, Error};

/// Names that are tried for one organisation before it is refused.
const TRIES: u32 = 100;

/// Makes an organisation; its address comes from its name.
pub async fn create(
    app: &App,
    capability: &Capability<ManageOrganisations>,
    organisation: Organisation,
) -> Result<Slug, Error> {
    reaches(capability.node(), &organisation.territory)?;
    let base = organisation.slug.clone();
    for number in 1..=TRIES {
        let text = match number {
            1 => base.to_string(),
            _ => format!("{base}-{number}"),
        };
        let slug: Slug = text
            .parse()
            .map_err(|_too_long| Error::Conflict(text.clone()))?;
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
    }
    Err(Error::Conflict(base.to_string()))
}

/// Changes what is known of an organisation. The level that answers for it stays: moving it would move rights.
pub async fn change(
    app: &App,
    capability: &Capability<EditOrganisation>,
    organisation: &Organisation,
) -> Result<(), Error> {
    let directory = app.directory();
    let before = directory.organisations.get(&organisation.slug);
    let before = before.ok_or_else(|| Error::NotFound(organisation.slug.to_string()))?;
    let own = *capability.node() == Node::Organisation(organisation.slug.clone());
    if !own && *capability.node() != Node::Installation {
        return Err(Error::NotFound(organisation.slug.to_string()));
    }
    let after = Organisation {
        territory: before.territory.clone(),
        ..organisation.clone()
    };
    if after == *before {
        return Ok(());
    }
    let both = (json(before), json(&after));
    let entry = entry(app, capability.actor(), &after.slug, both);
    let store = app.store();
    store
        .change_organisation(capability, &after, &entry)
        .await?;
    app.refresh().await
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
    let store = app.store();
    store
        .set_organisation_place(over_organisation, organisation, place.id, theirs, &entry)
        .await?;
    app.refresh().await
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
        object: format!("organisation-{slug}"),
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
