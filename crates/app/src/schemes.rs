//! Schemes and networks: made by the level that leads them, changed by those who co-ordinate them.
//!
//! A place belongs to as many schemes as it really does and is entered once: a scheme names it, or the record of the place
//! names the scheme. The address and the level of a scheme stay: moving it would move rights.

use chrono::NaiveDate;
use portulan_model::governance::FoundingDocument;
use portulan_model::posts::Post;
use portulan_model::schemes::Scheme;
use portulan_model::{Place, PlaceId, Slug, TerritoryKey};
use portulan_policy::actions::ManageSchemes;
use portulan_policy::{Capability, Node};

use crate::editing::{Change, Outcome};
use crate::settled::{self, Of, Settled};
use crate::{App, Directory, Error};

/// Makes a scheme; its address comes from its name. One that is the same in everything is that one: a form that is sent
/// twice makes one scheme.
pub async fn create(
    app: &App,
    capability: &Capability<ManageSchemes>,
    scheme: Scheme,
) -> Result<Slug, Error> {
    reaches(capability.node(), &scheme.level)?;
    for slug in settled::names(&scheme.slug) {
        let one = Scheme {
            slug: slug.clone(),
            ..scheme.clone()
        };
        let object = Node::Scheme(slug.clone());
        if settled::add(app, capability, &object, &one).await? {
            return Ok(slug);
        }
        let known = app.store().kept_one::<Scheme>(&slug).await?;
        if known.as_ref() == Some(&one) {
            return Ok(slug);
        }
    }
    Err(Error::Conflict(scheme.slug.to_string()))
}

/// Changes what is known of a scheme field by field; its address and its level stay whatever is asked. What somebody else
/// changed meanwhile is never written over unseen.
pub async fn revise(
    app: &App,
    capability: &Capability<ManageSchemes>,
    slug: &Slug,
    change: &Change<Scheme>,
) -> Result<Outcome<Scheme>, Error> {
    let object = Node::Scheme(slug.clone());
    own(capability.node(), &object)?;
    settled::revise(app, capability, (slug, &object), change).await
}

/// Says that a place belongs to a scheme, or does not.
pub async fn set_place(
    app: &App,
    capability: &Capability<ManageSchemes>,
    slug: &Slug,
    (place, belongs): (PlaceId, bool),
) -> Result<Settled<Scheme>, Error> {
    let directory = app.directory();
    change(app, capability, slug, |mut scheme| {
        // Of a merged place, whichever of its members was named is so no longer.
        scheme
            .places
            .retain(|one| directory.survivor(one) != directory.survivor(&place));
        if belongs {
            scheme.places.insert(place);
        }
        scheme
    })
    .await
}

/// Adds what a scheme stands on, or takes it away by its title.
pub async fn set_document(
    app: &App,
    capability: &Capability<ManageSchemes>,
    slug: &Slug,
    (document, stands): (FoundingDocument, bool),
) -> Result<Settled<Scheme>, Error> {
    change(app, capability, slug, |mut scheme| {
        scheme.founding.retain(|one| one.title != document.title);
        if stands {
            scheme.founding.push(document);
            scheme.founding.sort_by_key(|one| one.on);
        }
        scheme
    })
    .await
}

/// Changes a scheme in one of its parts that stand alone: its places, its documents.
async fn change(
    app: &App,
    capability: &Capability<ManageSchemes>,
    slug: &Slug,
    with: impl FnOnce(Scheme) -> Scheme + Send,
) -> Result<Settled<Scheme>, Error> {
    let object = Node::Scheme(slug.clone());
    own(capability.node(), &object)?;
    let of = Of {
        key: slug,
        object: &object,
        before: None,
    };
    settled::change(app, capability, of, |known| Ok(with(known))).await
}

/// A scheme as it is kept, for those who may change it.
pub async fn read(
    app: &App,
    capability: &Capability<ManageSchemes>,
    slug: &Slug,
) -> Result<Scheme, Error> {
    own(capability.node(), &Node::Scheme(slug.clone()))?;
    let known = app.store().kept_one::<Scheme>(slug).await?;
    known.ok_or_else(|| Error::NotFound(slug.to_string()))
}

/// A scheme that is known here.
#[must_use]
pub fn find<'a>(directory: &'a Directory, slug: &Slug) -> Option<&'a Scheme> {
    directory.levels.scheme(slug)
}

/// The places of a scheme, by name: each once, however many times it is named.
#[must_use]
pub fn places<'a>(directory: &'a Directory, scheme: &Scheme) -> Vec<&'a Place> {
    let named: Vec<PlaceId> = scheme
        .places
        .iter()
        .map(|id| directory.survivor(id))
        .collect();
    let all = directory.snapshot.places().iter();
    let theirs =
        all.filter(|place| named.contains(&place.id) || scheme.has_place(place.id, &place.record));
    let mut theirs: Vec<&Place> = theirs.map(AsRef::as_ref).collect();
    theirs.sort_by(|a, b| (&a.record.name, a.id).cmp(&(&b.record.name, b.id)));
    theirs
}

/// The posts of a scheme that exist on a day: each once, whatever its extensions.
pub fn posts<'a>(
    directory: &'a Directory,
    slug: &'a Slug,
    day: NaiveDate,
) -> impl Iterator<Item = &'a Post> {
    let all = directory.levels.world().posts.iter();
    all.filter(move |post| post.scheme.as_ref() == Some(slug) && post.is_on(day))
}

/// A capability is for the territory that it names, or for all.
pub(crate) fn reaches(node: &Node, territory: &TerritoryKey) -> Result<(), Error> {
    own(node, &Node::Territory(territory.clone()))
}

/// A capability is for the very thing that it names, or for all.
pub(crate) fn own(node: &Node, object: &Node) -> Result<(), Error> {
    let own = node == object || *node == Node::Installation;
    own.then_some(())
        .ok_or_else(|| Error::NotFound(object.to_string()))
}
