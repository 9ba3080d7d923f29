//! The service baseline of a scheme or cluster (*socle de services*): services × places, and who does what.
//!
//! A cell says offered, wished or refused with a reason, by whom and since when; what nobody said has no cell and is never
//! taken for a refusal. The matrix is private to those who work in the scheme: everybody sees what is offered, nothing
//! else ([`Baseline::offered`]).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::{PlaceId, Slug};
use crate::lists::{ClosedList, Service, ValueSet, closed_list};
use crate::private::{Private, Stored};
use crate::seats::Seat;

mod expertise;
mod gaps;
mod opinions;
mod paste;

pub use expertise::{Expertise, KnowHow};
pub use gaps::{Gap, Lack, Lacking, by_service, candidates, gaps};
pub use opinions::{AskedLine, Opinions};
pub use paste::{
    Names, PasteError, PasteFault, Pasted, PastedCell, PastedFact, PlaceFact, SaidOfPlace,
    read_block,
};

/// A line of the baseline: wifi, printing, workshops, training of helpers, repair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaselineService {
    /// Readable, unique within the baseline.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// The national service to which it belongs, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub national: Option<Service>,
}

/// What is said of a service at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "said")]
pub enum Said {
    /// It is given there.
    Offered,
    /// It is wanted there and not given.
    Wished,
    /// It will not be.
    Refused {
        /// Why.
        reason: String,
    },
}

/// A cell of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Which place.
    pub place: PlaceId,
    /// Which service.
    pub service: Slug,
    /// What is said.
    #[serde(flatten)]
    pub said: Said,
    /// Who gives it, wants it or refuses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Slug>,
    /// Since when.
    pub since: NaiveDate,
}

closed_list!(
    /// What a place can lend to whoever comes to help there.
    Welcome, "conditions_accueil", {
    Office = "bureau-partageable", "Bureau partageable";
    GroupRoom = "salle-de-groupe", "Salle de groupe";
    FrontDesk = "lien-accueil", "Lien avec l'accueil";
    Storage = "rangement", "Rangement du matériel";
    Evening = "soir", "Ouverture en soirée";
});

/// A place as the baseline knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaselinePlace {
    /// Which.
    pub place: PlaceId,
    /// Who owns the walls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walls: Option<Slug>,
    /// Who follows what is missing there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followed_by: Option<Slug>,
    /// What it can lend.
    #[serde(default)]
    pub welcome: ValueSet<Welcome>,
}

/// The cells, one for each place and service, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Matrix(Vec<Cell>);

impl Matrix {
    /// What is said of a service at a place; nothing where nobody said anything.
    #[must_use]
    pub fn cell(&self, place: PlaceId, service: &Slug) -> Option<&Cell> {
        let at = self.seek(place, service).ok()?;
        self.0.get(at)
    }

    /// All cells, by place then service.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.0.iter()
    }

    /// Says something of a service at a place; what was said before is replaced.
    #[must_use]
    pub fn say(mut self, cell: Cell) -> Self {
        match self.seek(cell.place, &cell.service) {
            Ok(at) => {
                if let Some(old) = self.0.get_mut(at) {
                    *old = cell;
                }
            }
            Err(at) => self.0.insert(at, cell),
        }
        self
    }

    /// Nothing is said any more.
    #[must_use]
    pub fn unsay(mut self, place: PlaceId, service: &Slug) -> Self {
        if let Ok(at) = self.seek(place, service) {
            self.0.remove(at);
        }
        self
    }

    fn seek(&self, place: PlaceId, service: &Slug) -> Result<usize, usize> {
        self.0
            .binary_search_by(|cell| (cell.place, &cell.service).cmp(&(place, service)))
    }
}

/// A baseline.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Baseline {
    /// Of which scheme or cluster.
    pub of: Seat,
    /// Its services, in the order in which they are shown.
    #[serde(default)]
    pub services: Vec<BaselineService>,
    /// Its places, in the order in which they are shown.
    #[serde(default)]
    pub places: Vec<BaselinePlace>,
    /// What is said.
    #[serde(default)]
    pub matrix: Private<Matrix>,
    /// Who knows how, and who has a solution, by organisation then service.
    #[serde(default)]
    pub know_how: Private<Vec<Expertise>>,
    /// What partners think of its services, where they were asked.
    #[serde(default)]
    pub opinions: Private<Opinions>,
}

/// A [`Baseline`] on its way to storage.
#[derive(Serialize)]
pub struct StoredBaseline<'a> {
    of: &'a Seat,
    services: &'a [BaselineService],
    places: &'a [BaselinePlace],
    matrix: Stored<'a, Matrix>,
    know_how: Stored<'a, Vec<Expertise>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opinions: Option<Stored<'a, Opinions>>,
}

/// A cell for a place or a service that the baseline does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the baseline has no such place or service")]
pub struct OutsideBaseline;

impl Baseline {
    /// One of which nothing is said.
    #[must_use]
    pub fn empty(of: Seat) -> Self {
        Self {
            of,
            services: Vec::new(),
            places: Vec::new(),
            matrix: Private::default(),
            know_how: Private::default(),
            opinions: Private::default(),
        }
    }

    /// As storage writes it, and nobody else.
    #[must_use]
    pub fn for_storage(&self) -> StoredBaseline<'_> {
        StoredBaseline {
            of: &self.of,
            services: &self.services,
            places: &self.places,
            matrix: self.matrix.for_storage(),
            know_how: self.know_how.for_storage(),
            opinions: (!self.opinions.inner().is_empty()).then(|| self.opinions.for_storage()),
        }
    }

    /// What everybody may know: which services are given at which places.
    #[must_use]
    pub fn offered(&self) -> BTreeSet<(PlaceId, &Slug)> {
        let cells = self.matrix.inner().cells();
        cells
            .filter(|cell| cell.said == Said::Offered)
            .map(|cell| (cell.place, &cell.service))
            .collect()
    }

    /// Says something of one of its services at one of its places.
    pub fn say(mut self, cell: Cell) -> Result<Self, OutsideBaseline> {
        let place = self.places.iter().any(|one| one.place == cell.place);
        let service = self.services.iter().any(|one| one.slug == cell.service);
        if !(place && service) {
            return Err(OutsideBaseline);
        }
        self.matrix = self.matrix.map(|matrix| matrix.say(cell));
        Ok(self)
    }
}

#[cfg(test)]
mod tests;
