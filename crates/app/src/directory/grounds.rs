//! Places and the ground that they lie on, as the directory holds them: read again only when one of them moved. At the size
//! of the country this takes a second, and most writes are of other things.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use portulan_geo::{Geocoder, KnownAddress, Layer, Reference};
use portulan_model::{DayNotice, Picture, Place, PlaceId, Revision, Slug};
use portulan_search::Snapshot;
use portulan_store::{Store, StoredLayer};
use sha2::{Digest, Sha256};

use super::gone::{self, Gone};
use super::groups::Groups;
use super::{notices, pictures};
use crate::Error;

/// Places of one revision of theirs, with all that is said and shown of them.
pub(super) struct Grounds {
    /// That of places alone.
    pub(super) revision: Revision,
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) geocoder: Arc<Geocoder>,
    /// Fingerprint of the layers, which change seldom and take long to read.
    layers: [u8; 32],
    /// Slugs of places that another one stands for.
    pub(super) redirects: HashMap<Slug, Slug>,
    /// Places that another one stands for, and which.
    pub(super) survivors: HashMap<PlaceId, PlaceId>,
    /// Places that no source gives any more, by their slug.
    pub(super) gone: HashMap<Slug, Gone>,
    /// What is said of sessions for one day, by place.
    pub(super) notices: HashMap<PlaceId, Vec<DayNotice>>,
    /// Pictures, by place.
    pub(super) pictures: HashMap<PlaceId, Vec<Picture>>,
}

impl Grounds {
    /// Reads all of it, unless it did not move. The revision is read first, as that of the whole picture.
    pub(super) async fn load(
        store: &Store,
        before: Option<&Arc<Self>>,
    ) -> Result<Arc<Self>, Error> {
        let revision = store.places_revision().await?;
        if let Some(before) = before.filter(|before| before.revision == revision) {
            return Ok(Arc::clone(before));
        }
        let layers = store.layers().await?;
        let merged = store.merged_places().await?.into_iter();
        let merged = merged.map(|(id, stands)| (id, stands.survivor)).collect();
        let silent = store.gone_places().await?.into_iter().collect();
        let places = store.places().await?;
        let said = store.day_notices().await?;
        let given = store.pictures().await?;
        let before = before.map(Arc::clone);
        let build = move || {
            let groups = Groups::of(places, merged);
            Self::build(revision, groups, &silent, (said, given), &layers, before)
        };
        tokio::task::spawn_blocking(build)
            .await
            .map_err(|source| Error::internal("index", source))?
            .map(Arc::new)
    }

    fn build(
        revision: Revision,
        groups: Groups,
        silent: &HashMap<PlaceId, DateTime<Utc>>,
        (said, given): (Vec<DayNotice>, Vec<Picture>),
        layers: &[StoredLayer],
        before: Option<Arc<Self>>,
    ) -> Result<Self, Error> {
        let notices = notices::by_place(said, &groups.survivors);
        let pictures = pictures::by_place(given, &groups.survivors);
        let gone = gone::find(&groups, silent);
        let (redirects, aliases) = (groups.redirects(), groups.aliases());
        let Groups {
            heads: mut places,
            survivors,
            ..
        } = groups;
        places.retain(|place| gone.get(&place.slug).is_none_or(|one| one.shown));
        let known = known_addresses(&places);
        let mark = fingerprint(layers);
        let geocoder = match before.filter(|before| before.layers == mark) {
            Some(before) => before.geocoder.with_places(known),
            None => Geocoder::new(reference(layers)?, known),
        };
        let absences = notices::absences(&notices);
        let near = geocoder.reference();
        let snapshot = Snapshot::build_on(places, &aliases, &absences, near);
        Ok(Self {
            revision,
            snapshot: Arc::new(snapshot),
            geocoder: Arc::new(geocoder),
            layers: mark,
            redirects,
            survivors,
            gone,
            notices,
            pictures,
        })
    }
}

fn reference(layers: &[StoredLayer]) -> Result<Arc<Reference>, Error> {
    let layers = layers
        .iter()
        .map(|layer| Layer::from_bytes(&layer.bytes))
        .collect::<Result<Vec<_>, _>>()?;
    let reference = Reference::embedded().map_err(|source| Error::internal("reference", source))?;
    Ok(Arc::new(reference.with_layers(layers)))
}

fn fingerprint(layers: &[StoredLayer]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for layer in layers {
        hash.update(Sha256::digest(&layer.slug));
        hash.update(Sha256::digest(&layer.bytes));
    }
    hash.finalize().into()
}

/// Addresses of places are addresses known to the geocoder.
fn known_addresses(places: &[Arc<Place>]) -> Vec<KnownAddress> {
    places
        .iter()
        .filter_map(|place| {
            let record = &place.record;
            Some(KnownAddress {
                street: record.address.street.clone()?,
                commune: record.address.insee?,
                position: record.position?,
                label: record.name.clone(),
            })
        })
        .collect()
}
