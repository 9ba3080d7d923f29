//! The picture of the database that public reads are served from.

mod gone;
mod grounds;
mod groups;
mod levels;
mod notices;
mod organisations;
mod pictures;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use portulan_geo::{Geocoder, Reference};
use portulan_levels::Levels;
use portulan_model::{DayNotice, Picture, Place, PlaceId, Revision, Slug};
use portulan_search::Snapshot;
use portulan_store::Store;

use crate::Error;

pub use gone::Gone;
use grounds::Grounds;
use levels::Governed;
pub use levels::{KnownCall, Published};
pub use organisations::Organisations;

/// Territories, geocoder and places of one revision. Immutable.
pub struct Directory {
    /// What it shows: it moves with whatever changed.
    pub revision: Revision,
    /// Places, indexed.
    pub snapshot: Arc<Snapshot>,
    /// Territories, with the layers of this installation.
    pub reference: Arc<Reference>,
    /// Finds a spot from a text.
    pub geocoder: Arc<Geocoder>,
    /// Organisations, and which places are theirs.
    pub organisations: Organisations,
    /// Who governs and who acts, level by level.
    pub levels: Arc<Levels>,
    /// What else everybody may read of governance.
    pub published: Arc<Published>,
    /// Places as they were read.
    grounds: Arc<Grounds>,
    /// Governance as it was read.
    governed: Governed,
}

/// Where an id or a slug leads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lead<'a> {
    /// To a place that is shown.
    Here(&'a Arc<Place>),
    /// To the place that stands for the one that is asked.
    Moved(&'a Arc<Place>),
    /// To a place that is no longer shown, for no source gives it any more.
    Gone(&'a Gone),
    /// To nothing.
    Nowhere,
}

impl Directory {
    /// Reads everything; of the picture before, what did not move is kept. The revision is read first: a write in between
    /// only makes the next refresh come sooner.
    pub(crate) async fn load(
        store: &Store,
        before: Option<Arc<Self>>,
        today: NaiveDate,
    ) -> Result<Self, Error> {
        let revision = store.revision().await?;
        let grounds = Grounds::load(store, before.as_ref().map(|one| &one.grounds)).await?;
        let organisations = Organisations::load(store).await?;
        let governed = Governed::load(store, before.as_ref().map(|one| &one.governed)).await?;
        let build = move || Self {
            revision,
            snapshot: Arc::clone(&grounds.snapshot),
            reference: Arc::clone(grounds.geocoder.reference()),
            geocoder: Arc::clone(&grounds.geocoder),
            organisations: organisations.following(&grounds.survivors),
            levels: levels::levels(&governed, &grounds, before.as_deref(), today),
            published: Arc::clone(&governed.published),
            grounds,
            governed,
        };
        tokio::task::spawn_blocking(build)
            .await
            .map_err(|source| Error::internal("index", source))
    }
}

impl Directory {
    /// The slug of the place that stands for this one now: old addresses lead there for ever.
    #[must_use]
    pub fn redirect(&self, slug: &Slug) -> Option<&Slug> {
        self.grounds.redirects.get(slug)
    }

    /// The place that stands for this one now: itself where no other does.
    #[must_use]
    pub fn survivor(&self, id: &PlaceId) -> PlaceId {
        self.grounds.survivors.get(id).copied().unwrap_or(*id)
    }

    /// What is said of the sessions of a place for today, and is not over.
    pub fn notices(&self, place: &PlaceId, now: DateTime<Utc>) -> impl Iterator<Item = &DayNotice> {
        let said = self.grounds.notices.get(place).into_iter().flatten();
        said.filter(move |notice| notice.until > now)
    }

    /// The pictures of a place, in the order in which they came. A merged place may have more than one alone.
    #[must_use]
    pub fn pictures(&self, place: &PlaceId) -> &[Picture] {
        self.grounds.pictures.get(place).map_or(&[], Vec::as_slice)
    }

    /// A place that no source gives any more, by its slug or by that of a place that it stands for.
    #[must_use]
    pub fn gone(&self, slug: &Slug) -> Option<&Gone> {
        self.grounds.gone.get(self.redirect(slug).unwrap_or(slug))
    }

    /// All places that no source gives any more.
    pub fn all_gone(&self) -> impl Iterator<Item = &Gone> {
        self.grounds.gone.values()
    }

    /// Where an id or a slug leads, whatever became of the place.
    #[must_use]
    pub fn lead(&self, key: &str) -> Lead<'_> {
        if let Ok(id) = key.parse::<PlaceId>() {
            let survivor = self.survivor(&id);
            if let Some(place) = self.snapshot.by_id(&survivor) {
                return lead(place, survivor == id);
            }
            let gone = self
                .grounds
                .gone
                .values()
                .find(|gone| gone.place.id == survivor);
            if let Some(gone) = gone {
                return Lead::Gone(gone);
            }
        }
        let Ok(slug) = key.parse::<Slug>() else {
            return Lead::Nowhere;
        };
        let heir = self.redirect(&slug).unwrap_or(&slug);
        match (
            self.snapshot.by_slug(heir.as_str()),
            self.grounds.gone.get(heir),
        ) {
            (Some(place), _) => lead(place, *heir == slug),
            (None, Some(gone)) => Lead::Gone(gone),
            (None, None) => Lead::Nowhere,
        }
    }
}

const fn lead(place: &Arc<Place>, itself: bool) -> Lead<'_> {
    if itself {
        Lead::Here(place)
    } else {
        Lead::Moved(place)
    }
}
