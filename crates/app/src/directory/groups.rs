//! The places that stand for themselves, each with those that it stands for.

use std::collections::HashMap;
use std::sync::Arc;

use portulan_model::{Place, PlaceId, Slug};
use portulan_search::Aliases;

/// All places, parted.
pub(super) struct Groups {
    /// Those that no other stands for.
    pub(super) heads: Vec<Arc<Place>>,
    /// The others, by the one that stands for them.
    hidden: HashMap<PlaceId, Vec<Place>>,
    /// The others, and the one that stands for them.
    pub(super) survivors: HashMap<PlaceId, PlaceId>,
}

impl Groups {
    pub(super) fn of(places: Vec<Place>, survivors: HashMap<PlaceId, PlaceId>) -> Self {
        let mut heads = Vec::with_capacity(places.len());
        let mut hidden: HashMap<PlaceId, Vec<Place>> = HashMap::new();
        for place in places {
            match survivors.get(&place.id) {
                Some(survivor) => hidden.entry(*survivor).or_default().push(place),
                None => heads.push(Arc::new(place)),
            }
        }
        Self {
            heads,
            hidden,
            survivors,
        }
    }

    /// The places that one stands for, without itself.
    pub(super) fn behind(&self, survivor: PlaceId) -> &[Place] {
        self.hidden.get(&survivor).map_or(&[], Vec::as_slice)
    }

    /// Where the slugs of the others lead.
    pub(super) fn redirects(&self) -> HashMap<Slug, Slug> {
        let of = |place: &Arc<Place>| {
            let behind = self.behind(place.id).iter();
            let slugs = behind.map(|other| (other.slug.clone(), place.slug.clone()));
            slugs.collect::<Vec<_>>()
        };
        self.heads.iter().flat_map(of).collect()
    }

    /// Whoever knows a place by the name or the door that it had under another entry finds it too.
    pub(super) fn aliases(&self) -> Aliases {
        let texts = |place: &Place| {
            let address = &place.record.address;
            let street = address.street.clone();
            let others = [place.record.name.clone(), address.commune.clone()];
            street.into_iter().chain(others)
        };
        self.hidden
            .iter()
            .map(|(survivor, places)| (*survivor, places.iter().flat_map(texts).collect()))
            .collect()
    }
}
