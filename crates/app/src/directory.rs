//! The picture of the database that public reads are served from.

mod gone;
mod groups;
mod levels;
mod notices;
mod organisations;
mod pictures;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use portulan_geo::{Geocoder, KnownAddress, Layer, Reference};
use portulan_levels::Levels;
use portulan_model::{DayNotice, Picture, Place, PlaceId, Slug};
use portulan_search::Snapshot;
use portulan_store::{Store, StoredLayer};
use sha2::{Digest, Sha256};

use crate::Error;

pub use gone::Gone;
use groups::Groups;
use levels::Governed;
pub use levels::{KnownCall, Published};
pub use organisations::Organisations;

/// Territories, geocoder and places of one revision. Immutable.
pub struct Directory {
    /// Places, indexed.
    pub snapshot: Arc<Snapshot>,
    /// Territories, with the layers of this installation.
    pub reference: Arc<Reference>,
    /// Finds a spot from a text.
    pub geocoder: Geocoder,
    /// Fingerprint of the layers, which change seldom and take long to read.
    layers: [u8; 32],
    /// Slugs of places that another one stands for.
    redirects: HashMap<Slug, Slug>,
    /// Places that another one stands for, and which.
    survivors: HashMap<PlaceId, PlaceId>,
    /// Places that no source gives any more, by their slug.
    gone: HashMap<Slug, Gone>,
    /// What is said of sessions for one day, by place.
    notices: HashMap<PlaceId, Vec<DayNotice>>,
    /// Pictures, by place.
    pictures: HashMap<PlaceId, Vec<Picture>>,
    /// Organisations, and which places are theirs.
    pub organisations: Organisations,
    /// Who governs and who acts, level by level.
    pub levels: Arc<Levels>,
    /// What else everybody may read of governance.
    pub published: Arc<Published>,
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
    /// Reads everything; of the picture before, what did not change is kept. The revision is read first: a write in
    /// between only makes the next refresh come sooner.
    pub(crate) async fn load(
        store: &Store,
        before: Option<Arc<Self>>,
        today: NaiveDate,
    ) -> Result<Self, Error> {
        let revision = store.revision().await?;
        let layers = store.layers().await?;
        let merged = store.merged_places().await?;
        let silent = store.gone_places().await?;
        let places = store.places().await?;
        let organisations = Organisations::load(store).await?;
        let said = store.day_notices().await?;
        let given = store.pictures().await?;
        let governed = Governed::load(store, before.as_ref().map(|one| &one.governed)).await?;
        let build = move || {
            let survivors = merged
                .into_iter()
                .map(|(id, stands)| (id, stands.survivor))
                .collect();
            let groups = Groups::of(places, survivors);
            let notices = notices::by_place(said, &groups.survivors);
            let organisations = organisations.following(&groups.survivors);
            let pictures = pictures::by_place(given, &groups.survivors);
            let gone = gone::find(&groups, &silent.into_iter().collect());
            let hidden = |place: &Arc<Place>| gone.get(&place.slug).is_some_and(|one| !one.shown);
            let redirects = groups.redirects();
            let aliases = groups.aliases();
            let mut places = groups.heads;
            places.retain(|place| !hidden(place));
            let known = known_addresses(&places);
            let mark = fingerprint(&layers);
            let geocoder = match before.as_ref().filter(|before| before.layers == mark) {
                Some(before) => before.geocoder.with_places(known),
                None => Geocoder::new(reference(&layers)?, known),
            };
            let reference = Arc::clone(geocoder.reference());
            let snapshot = Snapshot::build_on(
                places,
                &aliases,
                &notices::absences(&notices),
                &reference,
                revision,
            );
            let survivors = groups.survivors;
            let (last, near) = (before.as_deref(), &reference);
            let levels = levels::levels(&governed, &snapshot, near, &survivors, last, today);
            Ok(Self {
                snapshot: Arc::new(snapshot),
                geocoder,
                reference,
                layers: mark,
                redirects,
                survivors,
                gone,
                notices,
                pictures,
                organisations,
                levels,
                published: Arc::clone(&governed.published),
                governed,
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

    /// The place that stands for this one now: itself where no other does.
    #[must_use]
    pub fn survivor(&self, id: &PlaceId) -> PlaceId {
        self.survivors.get(id).copied().unwrap_or(*id)
    }

    /// What is said of the sessions of a place for today, and is not over.
    pub fn notices(&self, place: &PlaceId, now: DateTime<Utc>) -> impl Iterator<Item = &DayNotice> {
        let said = self.notices.get(place).into_iter().flatten();
        said.filter(move |notice| notice.until > now)
    }

    /// The pictures of a place, in the order in which they came. A merged place may have more than one alone.
    #[must_use]
    pub fn pictures(&self, place: &PlaceId) -> &[Picture] {
        self.pictures.get(place).map_or(&[], Vec::as_slice)
    }

    /// A place that no source gives any more, by its slug or by that of a place that it stands for.
    #[must_use]
    pub fn gone(&self, slug: &Slug) -> Option<&Gone> {
        self.gone.get(self.redirect(slug).unwrap_or(slug))
    }

    /// All places that no source gives any more.
    pub fn all_gone(&self) -> impl Iterator<Item = &Gone> {
        self.gone.values()
    }

    /// Where an id or a slug leads, whatever became of the place.
    #[must_use]
    pub fn lead(&self, key: &str) -> Lead<'_> {
        if let Ok(id) = key.parse::<PlaceId>() {
            let survivor = self.survivor(&id);
            if let Some(place) = self.snapshot.by_id(&survivor) {
                return lead(place, survivor == id);
            }
            let gone = self.gone.values().find(|gone| gone.place.id == survivor);
            if let Some(gone) = gone {
                return Lead::Gone(gone);
            }
        }
        let Ok(slug) = key.parse::<Slug>() else {
            return Lead::Nowhere;
        };
        let heir = self.redirect(&slug).unwrap_or(&slug);
        match (self.snapshot.by_slug(heir.as_str()), self.gone.get(heir)) {
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
