//! From a text to a spot: an address, a named spot, a territory; or several that bear the name.
//!
//! Order of trials: a postcode; an address with its commune; the whole text as a name; a spot followed or preceded by its
//! commune; the beginning of a longer name; the whole text with typing mistakes; the same without a vague word. A name
//! borne by several is never settled in silence.

mod address;
mod beside;
mod rank;
mod spots;
mod suggest;
mod vague;

use std::sync::Arc;

use portulan_model::{CommuneCode, Position, Postcode, TerritoryCode, TerritoryKey, TerritoryKind};
use portulan_text::{parse_address, search_tokens};
use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::names::Target;
use crate::reference::Reference;
use crate::streets::Streets;

/// Most spots offered for one name.
const MAX_CHOICES: usize = 12;
/// Most larger namesakes offered beside a commune.
const MAX_LARGER: usize = 4;
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
    centres: Arc<RTree<GeomWithData<[f64; 2], CommuneCode>>>,
}

/// Streets of places.
fn streets(known: Vec<KnownAddress>) -> Streets {
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
    places
}

impl Geocoder {
    /// Over a reference and the addresses of known places.
    #[must_use]
    pub fn new(reference: Arc<Reference>, known: Vec<KnownAddress>) -> Self {
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
            places: streets(known),
            centres: Arc::new(centres),
        }
    }

    /// Over the same reference and the addresses of other places.
    #[must_use]
    pub fn with_places(&self, known: Vec<KnownAddress>) -> Self {
        Self {
            reference: Arc::clone(&self.reference),
            places: streets(known),
            centres: Arc::clone(&self.centres),
        }
    }

    /// The reference.
    #[must_use]
    pub const fn reference(&self) -> &Arc<Reference> {
        &self.reference
    }

    /// What a text names.
    #[must_use]
    pub fn find(&self, text: &str) -> Found {
        let mut words = search_tokens(text);
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
        loop {
            match self.named(&words) {
                Found::Nothing if vague::drop_a_word(&mut words) => {}
                found => return found,
            }
        }
    }

    /// What bears the name that some words make.
    fn named(&self, words: &[String]) -> Found {
        let key = words.join(" ");
        let exact = self.spots_of(self.reference.names().exact(&key));
        if !exact.is_empty() {
            return self.beside_its_larger_namesakes(exact, &key);
        }
        if let Some(found) = self.beside_its_commune(words) {
            return found;
        }
        let longer = self.clearly_meant(self.continued(&key));
        if !longer.is_empty() {
            return self.settle(longer);
        }
        self.settle(self.clearly_meant(self.mistyped(&key)))
    }

    /// A small commune alone to bear a name that a larger one begins with may not be the one meant: "Cesson" is in
    /// Seine-et-Marne, and Cesson-Sévigné has more people. Both are offered.
    fn beside_its_larger_namesakes(&self, exact: Vec<Spot>, key: &str) -> Found {
        let Found::One(own) = self.settle(exact.clone()) else {
            return self.settle(exact);
        };
        let is_commune = |spot: &Spot| {
            let kind = spot.territory.as_ref().map(TerritoryKey::kind);
            kind == Some(TerritoryKind::Commune)
        };
        if !is_commune(&own) {
            return Found::One(own);
        }
        let mut larger = self.continued(key);
        larger.retain(|spot| is_commune(spot) && self.population(spot) > self.population(&own));
        self.drop_the_same(&mut larger);
        self.rank(&mut larger);
        larger.retain(|spot| spot.commune != own.commune);
        larger.truncate(MAX_LARGER);
        if larger.is_empty() {
            return Found::One(own);
        }
        larger.insert(0, own);
        Found::Several(larger)
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
        self.of_communes(self.reference.with_postcode(&postcode))
    }

    fn of_communes(&self, communes: &[CommuneCode]) -> Vec<Spot> {
        communes
            .iter()
            .filter_map(|code| self.territory_spot(&TerritoryKey::commune(*code)))
            .collect()
    }

    fn mistyped(&self, key: &str) -> Vec<Spot> {
        let groups = self.reference.names().mistyped(key);
        let distance = |known: &str| strsim::osa_distance(known, key);
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
