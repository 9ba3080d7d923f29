//! Where things stand among the nodes of the policy: what an object belongs to is read from the object, so that an id
//! alone opens nothing.

mod governed;

use portulan_model::harvest::Source;
use portulan_model::people::Organisation;
use portulan_model::{Place, Seat, Slug, TerritoryKey};
use portulan_policy::{
    Action, Actor, Alone, Capability, Grant, Node, Refusal, Role, Target, allow,
};

use crate::{Directory, Error, Lead};

pub use governed::{body, cluster, joined_body, led_body, name, scheme, seat};

/// A territory, under those that hold it.
#[must_use]
pub fn territory(directory: &Directory, key: &TerritoryKey) -> Target {
    Target::under(Node::Territory(key.clone()), around(directory, key))
}

/// A place, under its territories, its organisations and its source. A place that another one stands for is reached
/// through the one that stands for it.
#[must_use]
pub fn place(directory: &Directory, place: &Place) -> Target {
    let organisations = directory.organisations.of_place(&place.id).iter();
    place_of(directory, place, organisations.cloned())
}

/// A place as it stands alone, whatever stands for it: under its own organisations, not those of its group.
pub(crate) fn place_alone(directory: &Directory, place: &Place) -> Target {
    let organisations = directory.organisations.of_alone(&place.id);
    place_of(directory, place, organisations.cloned())
}

fn place_of(
    directory: &Directory,
    place: &Place,
    organisations: impl Iterator<Item = Slug>,
) -> Target {
    let mut above: Vec<Node> = organisations.map(Node::Organisation).collect();
    above.push(Node::Source(place.record.external.source.clone()));
    if let Some(commune) = place.record.address.insee {
        above.extend(around(directory, &TerritoryKey::commune(commune)));
        let at = place.record.position;
        let near = at.map(|at| directory.reference.neighbourhoods_at(&commune, at));
        above.extend(near.into_iter().flatten().map(Node::Territory));
    }
    Target::under(Node::Place(place.slug.clone()), above)
}

/// Whether an actor is of the own people of a place: what they say of it, the place says. Who examines or coordinates a
/// territory is not.
#[must_use]
pub fn is_of_place(directory: &Directory, actor: &Actor, known: &Place) -> bool {
    let target = place(directory, known);
    let own = |grant: &Grant| {
        use Role::{Mediator, OrganisationManager, PlaceManager};
        matches!(grant.role(), PlaceManager | OrganisationManager | Mediator)
    };
    let mut grants = actor.grants().iter();
    grants.any(|grant| own(grant) && target.is_under(grant.node()))
}

/// The place that an id or a slug leads to, shown or not, through the one that stands for it; `None` where it leads to
/// nothing.
#[must_use]
pub fn led(directory: &Directory, key: &str) -> Option<Target> {
    match directory.lead(key) {
        Lead::Here(found) | Lead::Moved(found) => Some(place(directory, found)),
        Lead::Gone(gone) => Some(place(directory, &gone.place)),
        Lead::Nowhere => None,
    }
}

/// An organisation, under the level that answers for it.
#[must_use]
pub fn organisation(directory: &Directory, organisation: &Organisation) -> Target {
    let above = around(directory, &organisation.territory);
    Target::under(Node::Organisation(organisation.slug.clone()), above)
}

/// A source, under the level that answers for it.
#[must_use]
pub fn source(directory: &Directory, source: &Source) -> Target {
    let above = around(directory, &source.owner);
    Target::under(Node::Source(source.slug.clone()), above)
}

/// A node as the directory knows it, to give a role there; `None` for one that is not known. Sources are not in the
/// directory: theirs is [`source`]. A body is under its seat alone: who leads it gives nobody a role there.
#[must_use]
pub fn node(directory: &Directory, node: &Node) -> Option<Target> {
    match node {
        Node::Installation => Some(Node::Installation.into()),
        Node::Territory(key) => directory
            .reference
            .territory(key)
            .map(|_| territory(directory, key)),
        Node::Organisation(slug) => {
            let found = directory.organisations.get(slug)?;
            Some(organisation(directory, found))
        }
        Node::Place(slug) => {
            let found = directory.snapshot.by_slug(slug.as_str())?;
            Some(place(directory, found))
        }
        Node::Cluster(slug) => seat(directory, &Seat::Cluster(slug.clone())),
        Node::Scheme(slug) => seat(directory, &Seat::Scheme(slug.clone())),
        Node::Body(slug) => governed::known_body(directory, slug),
        // An envelope is not in the directory: [`crate::means::envelopes::target`] reads it.
        Node::Source(_) | Node::Envelope(_) => None,
    }
}

/// Refuses what is not under the node of a capability: a right on one territory opens nothing of another.
pub fn covers<A: Action>(capability: &Capability<A>, target: &Target) -> Result<(), Error> {
    if target.is_under(capability.node()) {
        return Ok(());
    }
    Err(Error::Forbidden(Refusal::NoRole {
        action: A::NAME,
        node: target.node().kind(),
    }))
}

/// Refuses things that are decided together, such as two places, unless one of them is under the node of the capability
/// and its actor holds the same right on each of the others.
pub(crate) fn covers_together<A: Alone>(
    capability: &Capability<A>,
    targets: &[Target],
) -> Result<(), Error> {
    let (under, others): (Vec<&Target>, Vec<&Target>) = targets
        .iter()
        .partition(|target| target.is_under(capability.node()));
    for other in &others {
        allow::<A>(capability.actor(), *other)?;
    }
    match others.first() {
        Some(outside) if under.is_empty() => covers(capability, outside),
        _ => Ok(()),
    }
}

/// The place that an id or a slug leads to must be under the node of the capability.
pub(crate) fn covers_place<A: Action>(
    directory: &Directory,
    capability: &Capability<A>,
    key: &str,
) -> Result<(), Error> {
    if *capability.node() == Node::Installation {
        return Ok(());
    }
    let target = led(directory, key).ok_or_else(|| Error::NotFound(format!("place {key}")))?;
    covers(capability, &target)
}

/// What a line of the journal is about must be under the node of the capability; what is no node is the installation's.
pub(crate) fn covers_object<A: Action>(
    directory: &Directory,
    capability: &Capability<A>,
    object: &str,
) -> Result<(), Error> {
    match object.parse::<Node>() {
        Ok(Node::Place(slug)) => covers_place(directory, capability, slug.as_str()),
        Ok(named) => {
            let target = node(directory, &named);
            covers(
                capability,
                &target.unwrap_or_else(|| Node::Installation.into()),
            )
        }
        Err(_no_node) => covers(capability, &Node::Installation.into()),
    }
}

/// A territory and those that hold it whole. What only overlaps it gives no right: an intercommunality may span
/// departments, and each answers for its own communes.
pub(crate) fn around(directory: &Directory, key: &TerritoryKey) -> Vec<Node> {
    let reference = &directory.reference;
    let communes = reference.communes_of(key);
    let holds = |above: &TerritoryKey| {
        let theirs = reference.communes_of(above);
        *above == TerritoryKey::france() || communes.iter().all(|one| theirs.contains(one))
    };
    let above = reference.ancestors(key).into_iter().filter(holds);
    std::iter::once(key.clone())
        .chain(above)
        .map(Node::Territory)
        .collect()
}
