//! Organisations as the directory holds them, and which places are theirs.
//!
//! A place that another one stands for lends it its organisations; taken apart, each has its own again.

use std::collections::HashMap;

use portulan_model::people::Organisation;
use portulan_model::{PlaceId, Slug};
use portulan_store::Store;

use crate::Error;

/// All organisations.
#[derive(Debug, Default)]
pub struct Organisations {
    all: HashMap<Slug, Organisation>,
    /// Where the addresses lead that are no more.
    former: HashMap<Slug, Slug>,
    /// By the place that is shown.
    of_place: HashMap<PlaceId, Vec<Slug>>,
    /// As they were said: the place that was named then, shown or not.
    said: Vec<(Slug, PlaceId)>,
}

impl Organisations {
    pub(super) async fn load(store: &Store) -> Result<Self, Error> {
        let all = store.organisations().await?;
        let former = |one: &Organisation| {
            let lead = |address: &Slug| (address.clone(), one.slug.clone());
            one.former.iter().map(lead).collect::<Vec<_>>()
        };
        let former = all.iter().flat_map(former).collect();
        let all = all.into_iter().map(|one| (one.slug.clone(), one));
        Ok(Self {
            all: all.collect(),
            former,
            of_place: HashMap::new(),
            said: store.organisation_places().await?,
        })
    }

    /// Follows the places to those that stand for them.
    pub(super) fn following(mut self, survivors: &HashMap<PlaceId, PlaceId>) -> Self {
        for (organisation, place) in &self.said {
            let shown = survivors.get(place).unwrap_or(place);
            let theirs = self.of_place.entry(*shown).or_default();
            if !theirs.contains(organisation) {
                theirs.push(organisation.clone());
            }
        }
        self
    }

    /// One organisation.
    #[must_use]
    pub fn get(&self, slug: &Slug) -> Option<&Organisation> {
        self.all.get(slug)
    }

    /// The organisation that stays of one that was merged into it, by the address of the one that is no more; nothing for
    /// the address of one that is there.
    #[must_use]
    pub fn led(&self, address: &Slug) -> Option<&Organisation> {
        if self.all.contains_key(address) {
            return None;
        }
        self.all.get(self.former.get(address)?)
    }

    /// All of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Organisation> {
        self.all.values()
    }

    /// Those whose place it is, or was that of a place that it stands for.
    #[must_use]
    pub fn of_place(&self, place: &PlaceId) -> &[Slug] {
        self.of_place.get(place).map_or(&[], Vec::as_slice)
    }

    /// The places of an organisation that are shown.
    pub fn places_of(&self, slug: &Slug) -> impl Iterator<Item = PlaceId> {
        let theirs = self
            .of_place
            .iter()
            .filter(move |(_, owners)| owners.contains(slug));
        theirs.map(|(place, _)| *place)
    }

    /// Those to which a place was given itself, whatever it stands for and whatever stands for it.
    pub(crate) fn of_alone(&self, place: &PlaceId) -> impl Iterator<Item = &Slug> {
        let said = self.said.iter().filter(move |(_, one)| one == place);
        said.map(|(organisation, _)| organisation)
    }

    /// The places that were named as an organisation's, shown or not.
    pub(crate) fn said_of(&self, slug: &Slug) -> impl Iterator<Item = PlaceId> {
        let said = self.said.iter().filter(move |(one, _)| one == slug);
        said.map(|(_, place)| *place)
    }
}
