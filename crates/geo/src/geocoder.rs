//! From a text to a spot: an address, a named spot, a territory; or several that bear the name.
//!
//! Order of trials: a postcode; an address with its commune; the whole text as a name; a spot followed or preceded by its
//! commune; the whole text with typing mistakes. A name borne by several is never settled in silence.

mod address;
mod rank;
mod spots;

use std::sync::Arc;

use portulan_model::{CommuneCode, Position, Postcode, TerritoryCode, TerritoryKey};
use portulan_text::{parse_address, search_tokens};
use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::names::Target;
use crate::reference::Reference;
use crate::streets::Streets;

/// Most spots offered for one name.
const MAX_CHOICES: usize = 12;
/// Longest text looked at, in words.
const MAX_WORDS: usize = 20;

/// What a text names.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// Nothing known.
    Nothing,
    /// One spot.
    One(Spot),
    /// Several spots, the most likely first.
    Several(Vec<Spot>),
}

/// A spot.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Its name: `Maurepas`, `3 rue de Nantes`.
    pub label: String,
    /// What it is.
    pub kind: SpotKind,
    /// Where, when known.
    pub position: Option<Position>,
    /// Its commune.
    pub commune: Option<CommuneCode>,
    /// The territory that it is.
    pub territory: Option<TerritoryKey>,
    /// A useful distance around it, in kilometres.
    pub radius_km: f64,
    /// What tells it from its namesakes: `Rennes`, `35, Bretagne`. Names only.
    pub detail: String,
    /// Whether a street was asked and only its commune was found.
    pub fallback: bool,
}

/// What a spot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpotKind {
    /// A territory.
    Territory,
    /// A square, a station…
    Named,
    /// A street.
    Street,
    /// A house.
    Address,
    /// A point given by its coordinates.
    Point,
}

/// An address that a place gives.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownAddress {
    /// Number and street.
    pub street: String,
    /// Commune.
    pub commune: CommuneCode,
    /// Where.
    pub position: Position,
    /// Name of the place.
    pub label: String,
}

/// Finds spots. Immutable.
pub struct Geocoder {
    reference: Arc<Reference>,
    places: Streets,
    centres: RTree<GeomWithData<[f64; 2], CommuneCode>>,
}

impl Geocoder {
    /// Over a reference and the addresses of known places.
    #[must_use]
    pub fn new(reference: Arc<Reference>, known: Vec<KnownAddress>) -> Self {
        let mut places = Streets::default();
        for address in known {
            let line = parse_address(&address.street);
            let repetition = line.repetition.unwrap_or_default();
            places.add(
                address.commune,
                &line.street,
                line.number.unwrap_or(0),
                &repetition,
                address.position,
            );
        }
        let centres = reference
            .all()
            .filter_map(|territory| match territory.key.code() {
                TerritoryCode::Commune(code) => territory
                    .centre
                    .map(|centre| GeomWithData::new([centre.lon(), centre.lat()], *code)),
                _ => None,
            });
        let centres = RTree::bulk_load(centres.collect());
        Self {
            reference,
            places,
            centres,
        }
    }

    /// What a text names.
    #[must_use]
    pub fn find(&self, text: &str) -> Found {
        let words = search_tokens(text);
        if words.is_empty() || words.len() > MAX_WORDS {
            return Found::Nothing;
        }
        if let [word] = words.as_slice()
            && let Ok(postcode) = word.parse::<Postcode>()
        {
            return self.settle(self.of_postcode(postcode));
        }
        if let Some(found) = self.address(text) {
            return found;
        }
        let key = words.join(" ");
        let exact = self.spots_of(self.reference.names().exact(&key));
        if !exact.is_empty() {
            return self.settle(exact);
        }
        if let Some(found) = self.beside_its_commune(&words) {
            return found;
        }
        let longer = self.clearly_meant(self.continued(&key));
        if longer.len() == 1 {
            return self.settle(longer);
        }
        self.settle(self.clearly_meant(self.mistyped(&key)))
    }

    /// Spots whose name begins like a text, the most likely first.
    #[must_use]
    pub fn suggest(&self, text: &str, limit: usize) -> Vec<Spot> {
        let key = search_tokens(text).join(" ");
        if key.is_empty() {
            return Vec::new();
        }
        let names = self.reference.names();
        let mut groups = names.beginning(&key);
        if groups.is_empty() {
            groups = names.mistyped(&key);
        }
        let targets: Vec<Target> = groups
            .into_iter()
            .flat_map(|(_, group)| group.iter().cloned())
            .collect();
        let mut spots = self.spots_of(&targets);
        self.rank(&mut spots);
        spots.truncate(limit);
        spots
    }

    /// The commune whose contour holds a point, or whose centre is nearest.
    #[must_use]
    pub fn nearest_commune(&self, position: Position) -> Option<CommuneCode> {
        let near: Vec<CommuneCode> = self
            .centres
            .nearest_neighbor_iter([position.lon(), position.lat()])
            .take(10)
            .map(|centre| centre.data)
            .collect();
        let holds = |code: &&CommuneCode| {
            self.reference
                .contains(&TerritoryKey::commune(**code), position)
                == Some(true)
        };
        near.iter().find(holds).or(near.first()).copied()
    }

    /// "République Rennes", "Rennes République": a name beside the exact name of its commune.
    fn beside_its_commune(&self, words: &[String]) -> Option<Found> {
        (1..words.len()).rev().find_map(|at| {
            let (head, tail) = words.split_at(at);
            self.within(&head.join(" "), &tail.join(" "))
                .or_else(|| self.within(&tail.join(" "), &head.join(" ")))
        })
    }

    /// A spot or a street of a commune named exactly.
    fn within(&self, spot: &str, commune: &str) -> Option<Found> {
        let communes = self.reference.names().communes_named(commune);
        let found: Vec<Spot> = communes
            .iter()
            .filter_map(|code| {
                self.spot_in(*code, spot)
                    .or_else(|| self.street_in(*code, spot))
            })
            .collect();
        (!found.is_empty()).then(|| self.settle(found))
    }

    /// What bears a name of several words that begins with the whole text: "chamonix" is Chamonix-Mont-Blanc.
    fn continued(&self, key: &str) -> Vec<Spot> {
        let groups = self.reference.names().beginning(&format!("{key} "));
        let targets: Vec<Target> = groups
            .into_iter()
            .flat_map(|(_, group)| group.iter().cloned())
            .collect();
        self.spots_of(&targets)
    }

    fn of_postcode(&self, postcode: Postcode) -> Vec<Spot> {
        let communes = self.reference.with_postcode(&postcode);
        communes
            .iter()
            .filter_map(|code| self.territory_spot(&TerritoryKey::commune(*code)))
            .collect()
    }

    fn mistyped(&self, key: &str) -> Vec<Spot> {
        let groups = self.reference.names().mistyped(key);
        let distance = |known: &str| strsim::damerau_levenshtein(known, key);
        let Some(best) = groups.iter().map(|(known, _)| distance(known)).min() else {
            return Vec::new();
        };
        let targets: Vec<Target> = groups
            .iter()
            .filter(|(known, _)| distance(known) == best)
            .flat_map(|(_, group)| group.iter().cloned())
            .collect();
        self.spots_of(&targets)
    }

    /// Among names that differ from what was typed, one that is far more peopled than all others is the one meant:
    /// "renne" is Rennes, not Yenne.
    fn clearly_meant(&self, mut spots: Vec<Spot>) -> Vec<Spot> {
        const FAR_MORE: u64 = 8;
        self.drop_the_same(&mut spots);
        self.rank(&mut spots);
        let people = |spot: Option<&Spot>| u64::from(spot.map_or(0, |spot| self.population(spot)));
        if people(spots.first()) >= FAR_MORE * people(spots.get(1)) {
            spots.truncate(1);
        }
        spots
    }

    fn settle(&self, mut spots: Vec<Spot>) -> Found {
        self.drop_the_same(&mut spots);
        self.rank(&mut spots);
        spots.truncate(MAX_CHOICES);
        match spots.len() {
            0 => Found::Nothing,
            1 => spots.pop().map_or(Found::Nothing, Found::One),
            _ => Found::Several(spots),
        }
    }
}

#[cfg(test)]
mod tests;
