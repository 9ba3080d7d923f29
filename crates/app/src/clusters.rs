//! Clusters: free groupings of places, communes and organisations, and the sectors that part what a seat covers.
//!
//! A cluster is made by one of the levels to which it is attached, and changed by those who co-ordinate it. A sector is
//! kept under its seat: a territory, a cluster or a scheme.

use portulan_model::clusters::{Cluster, Sector};
use portulan_model::{Area, Place, PlaceId, Seat, Slug};
use portulan_policy::actions::ManageClusters;
use portulan_policy::{Capability, Node};

use crate::schemes::own;
use crate::settled::{self, Of, Settled};
use crate::{App, Directory, Error};

/// Makes a cluster; its address comes from its name.
pub async fn create(
    app: &App,
    capability: &Capability<ManageClusters>,
    cluster: Cluster,
) -> Result<Slug, Error> {
    let at = |key: &portulan_model::TerritoryKey| {
        own(capability.node(), &Node::Territory(key.clone())).is_ok()
    };
    if !cluster.levels.iter().any(at) && *capability.node() != Node::Installation {
        return Err(Error::NotFound(cluster.slug.to_string()));
    }
    for slug in settled::names(&cluster.slug) {
        let one = Cluster {
            slug: slug.clone(),
            ..cluster.clone()
        };
        let object = Node::Cluster(slug.clone());
        if settled::add(app, capability, &object, &one).await? {
            return Ok(slug);
        }
        let known = app.store().kept_one::<Cluster>(&slug).await?;
        if known.as_ref() == Some(&one) {
            return Ok(slug);
        }
    }
    Err(Error::Conflict(cluster.slug.to_string()))
}

/// Changes what is known of a cluster; its address stays, and so do its levels: moving them would move rights.
pub async fn change(
    app: &App,
    capability: &Capability<ManageClusters>,
    slug: &Slug,
    before: Option<&Cluster>,
    with: impl FnOnce(Cluster) -> Cluster + Send,
) -> Result<Settled<Cluster>, Error> {
    let object = Node::Cluster(slug.clone());
    own(capability.node(), &object)?;
    let of = Of {
        key: slug,
        object: &object,
        before,
    };
    let kept = |known: Cluster| {
        let (slug, levels) = (known.slug.clone(), known.levels.clone());
        Ok(Cluster {
            slug,
            levels,
            ..with(known)
        })
    };
    settled::change(app, capability, of, kept).await
}

/// Says that a place is in a cluster, or is not.
pub async fn set_place(
    app: &App,
    capability: &Capability<ManageClusters>,
    slug: &Slug,
    (place, belongs): (PlaceId, bool),
) -> Result<Settled<Cluster>, Error> {
    let directory = app.directory();
    change(app, capability, slug, None, |mut cluster| {
        cluster
            .places
            .retain(|one| directory.survivor(one) != directory.survivor(&place));
        if belongs {
            cluster.places.insert(place);
        }
        cluster
    })
    .await
}

/// A cluster as it is kept, for those who may change it.
pub async fn read(
    app: &App,
    capability: &Capability<ManageClusters>,
    slug: &Slug,
) -> Result<Cluster, Error> {
    own(capability.node(), &Node::Cluster(slug.clone()))?;
    let known = app.store().kept_one::<Cluster>(slug).await?;
    known.ok_or_else(|| Error::NotFound(slug.to_string()))
}

/// The sectors of a seat, as they are kept, by name.
pub async fn sectors(
    app: &App,
    capability: &Capability<ManageClusters>,
    seat: &Seat,
) -> Result<Vec<Sector>, Error> {
    own(capability.node(), &Node::from(seat))?;
    let mut all = app.store().kept_of::<Sector>(seat).await?;
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

/// Writes a sector of a seat, new or known under its slug.
pub async fn put_sector(
    app: &App,
    capability: &Capability<ManageClusters>,
    sector: &Sector,
) -> Result<(), Error> {
    let object = Node::from(&sector.of);
    own(capability.node(), &object)?;
    if settled::add(app, capability, &object, sector).await? {
        return Ok(());
    }
    let key = (sector.of.clone(), sector.slug.clone());
    let of = Of {
        key: &key,
        object: &object,
        before: None,
    };
    let put = |_known: Sector| Ok::<_, std::convert::Infallible>(sector.clone());
    settled::change(app, capability, of, put).await?;
    Ok(())
}

/// Takes a sector of a seat away.
pub async fn remove_sector(
    app: &App,
    capability: &Capability<ManageClusters>,
    (seat, slug): (&Seat, &Slug),
) -> Result<(), Error> {
    let object = Node::from(seat);
    let sectors = sectors(app, capability, seat).await?;
    let known = sectors.into_iter().find(|one| one.slug == *slug);
    let Some(sector) = known else {
        return Ok(());
    };
    let mut write = app.store().begin_governance(capability).await?;
    let entry = settled::entry(app, capability.actor(), &object, (Some(&sector), None));
    write
        .remove_kept::<Sector>(&(seat.clone(), slug.clone()), &entry)
        .await?;
    write.commit().await?;
    app.refresh().await
}

/// A cluster that is known here.
#[must_use]
pub fn find<'a>(directory: &'a Directory, slug: &Slug) -> Option<&'a Cluster> {
    directory.levels.cluster(slug)
}

/// The places that a cluster names, by name.
#[must_use]
pub fn places<'a>(directory: &'a Directory, cluster: &Cluster) -> Vec<&'a Place> {
    let ids = cluster.places.iter().map(|id| directory.survivor(id));
    let found = ids.filter_map(|id| directory.snapshot.by_id(&id));
    let mut theirs: Vec<&Place> = found.map(AsRef::as_ref).collect();
    theirs.sort_by(|a, b| (&a.record.name, a.id).cmp(&(&b.record.name, b.id)));
    theirs.dedup_by_key(|place| place.id);
    theirs
}

/// What a seat covers: its own area, or the communes of its territory.
#[must_use]
pub fn covered(directory: &Directory, seat: &Seat) -> Option<Area> {
    match seat {
        Seat::Territory(key) => {
            let reference = &directory.reference;
            reference.territory(key)?;
            Some(Area::of_communes(reference.communes_of(key)))
        }
        Seat::Cluster(slug) => find(directory, slug).map(|one| one.area.clone()),
        Seat::Scheme(slug) => crate::schemes::find(directory, slug).map(|one| one.area.clone()),
    }
}
