//! Which places were put together with a place, and which stand alone again.

use portulan_model::links::Merge;
use portulan_model::{Place, PlaceId, Slug};
use portulan_policy::{Capability, actions::ReadJournal};

use crate::{App, Error, rights};

/// A place, shown or stood for, and every merge in which it had part, the latest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// The place.
    pub place: Place,
    /// Its merges.
    pub merges: Vec<Merge>,
    /// The places that these merges name, by id.
    pub others: Vec<Place>,
}

impl Story {
    /// A place that the merges name.
    #[must_use]
    pub fn named(&self, id: PlaceId) -> Option<&Place> {
        self.others.iter().find(|place| place.id == id)
    }
}

/// What became of a place.
pub async fn story(
    app: &App,
    capability: &Capability<ReadJournal>,
    slug: &Slug,
) -> Result<Story, Error> {
    rights::covers_place(&app.directory(), capability, slug.as_str())?;
    let store = app.store();
    let place = store.place_of_slug(slug).await?;
    let place = place.ok_or_else(|| Error::NotFound(format!("place {slug}")))?;
    let merges = store.merges_of(place.id).await?;
    let mut ids: Vec<PlaceId> = merges
        .iter()
        .flat_map(|merge| merge.members.iter().copied())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let mut others = Vec::with_capacity(ids.len());
    for id in ids {
        others.extend(store.place(id).await?);
    }
    Ok(Story {
        place,
        merges,
        others,
    })
}
