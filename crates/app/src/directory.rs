//! The picture of the database that public reads are served from.

use std::collections::HashMap;
use std::sync::Arc;

use portulan_geo::{Geocoder, KnownAddress, Layer, Reference};
use portulan_model::{Place, PlaceId, Slug};
use portulan_search::Snapshot;
use portulan_store::Store;

use crate::Error;

/// Territories, geocoder and places of one revision. Immutable.
pub struct Directory {
    /// Places, indexed.
    pub snapshot: Arc<Snapshot>,
    /// Territories, with the layers of this installation.
    pub reference: Arc<Reference>,
    /// Finds a spot from a text.
    pub geocoder: Geocoder,
    /// Slugs of places that another one stands for.
    redirects: HashMap<Slug, Slug>,
}

impl Directory {
    /// Reads everything. The revision is read first: a write in between only makes the next refresh come sooner.
    pub(crate) async fn load(store: &Store) -> Result<Self, Error> {
        let revision = store.revision().await?;
        let layers = store.layers().await?;
        let merged = store.merged_places().await?;
        let places = store.places().await?;
        let build = move || {
            let layers = layers
                .iter()
                .map(|layer| Layer::from_bytes(&layer.bytes))
                .collect::<Result<Vec<_>, _>>()?;
            let reference = Reference::embedded()
                .map_err(|source| Error::internal("reference", source))?
                .with_layers(layers);
            let reference = Arc::new(reference);
            let merged = merged.into_iter().map(|(id, stands)| (id, stands.survivor));
            let (places, redirects) = apart(places, &merged.collect());
            let places: Vec<Arc<Place>> = places.into_iter().map(Arc::new).collect();
            let known = known_addresses(&places);
            let snapshot = Snapshot::build(places, &reference, revision);
            Ok(Self {
                snapshot: Arc::new(snapshot),
                geocoder: Geocoder::new(Arc::clone(&reference), known),
                reference,
                redirects,
            })
        };
        tokio::task::spawn_blocking(build)
            .await
            .map_err(|source| Error::internal("index", source))?
    }
}

impl Directory {
    /// The slug of the place that stands for this one now: old addresses lead there for ever.
    #[must_use]
    pub fn redirect(&self, slug: &Slug) -> Option<&Slug> {
        self.redirects.get(slug)
    }
}

/// The places that are shown, and where the slugs of the others lead.
fn apart(
    places: Vec<Place>,
    merged: &HashMap<PlaceId, PlaceId>,
) -> (Vec<Place>, HashMap<Slug, Slug>) {
    let (hidden, shown): (Vec<Place>, Vec<Place>) = places
        .into_iter()
        .partition(|place| merged.contains_key(&place.id));
    let slugs: HashMap<PlaceId, &Slug> =
        shown.iter().map(|place| (place.id, &place.slug)).collect();
    let redirects = hidden
        .iter()
        .filter_map(|place| {
            let survivor = slugs.get(merged.get(&place.id)?)?;
            Some((place.slug.clone(), (*survivor).clone()))
        })
        .collect();
    (shown, redirects)
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
