//! Organisations as the directory holds them, and which places are theirs.

use std::collections::HashMap;

use portulan_model::people::Organisation;
use portulan_model::{PlaceId, Slug};
use portulan_store::Store;

use crate::Error;

/// All organisations.
#[derive(Debug, Default)]
pub struct Organisations {
    all: HashMap<Slug, Organisation>,
    of_place: HashMap<PlaceId, Vec<Slug>>,
}

impl Organisations {
    pub(super) async fn load(store: &Store) -> Result<Self, Error> {
        let all = store.organisations().await?;
        let mut of_place: HashMap<PlaceId, Vec<Slug>> = HashMap::new();
        for (organisation, place) in store.organisation_places().await? {
            of_place.entry(place).or_default().push(organisation);
        }
        let all = all.into_iter().map(|one| (one.slug.clone(), one));
        Ok(Self {
            all: all.collect(),
            of_place,
        })
    }

    /// One organisation.
    #[must_use]
    pub fn get(&self, slug: &Slug) -> Option<&Organisation> {
        self.all.get(slug)
    }

    /// All of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Organisation> {
        self.all.values()
    }

    /// Those whose place it is.
    #[must_use]
    pub fn of_place(&self, place: &PlaceId) -> &[Slug] {
        self.of_place.get(place).map_or(&[], Vec::as_slice)
    }

    /// The places of an organisation.
    pub fn places_of(&self, slug: &Slug) -> impl Iterator<Item = PlaceId> {
        let theirs = self
            .of_place
            .iter()
            .filter(move |(_, owners)| owners.contains(slug));
        theirs.map(|(place, _)| *place)
    }
}
