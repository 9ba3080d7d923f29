//! The territories of today, with the codes that no longer are, and the layers of an installation.
//!
//! Source: code officiel géographique on 1 January 2026 (see `data/SOURCES.md`). Territories form a graph: a commune
//! has one région, at most one EPCI, and a département except in the overseas collectivities; EPCI and neighbourhoods may
//! span départements and communes. A covered area is always an explicit set of communes.

mod communes;
mod contours;
mod table;

use std::collections::HashMap;
use std::sync::OnceLock;

use geo::MultiPolygon;
use portulan_model::{CommuneCode, Position, Postcode, TerritoryCode, TerritoryKey, TerritoryKind};
use thiserror::Error;

pub use communes::CommuneName;

use crate::gazetteer::{self, Named};
use crate::layers::{Layer, Payload};
use crate::names::Names;
use crate::streets::Streets;

/// The embedded table cannot be read: the program was built wrongly.
#[derive(Debug, Error)]
pub enum ReferenceError {
    /// The table does not decompress.
    #[error("the embedded reference does not decompress")]
    Compressed(#[source] std::io::Error),
    /// A line is not what `cargo xtask reference` writes.
    #[error("line {0} of the embedded reference cannot be read")]
    Line(usize),
}

/// A node of the graph.
#[derive(Debug, Clone, PartialEq)]
pub struct Territory {
    /// Its name in addresses.
    pub key: TerritoryKey,
    /// Its name for people.
    pub name: String,
    /// Municipal population (INSEE), summed for wider territories.
    pub population: Option<u32>,
    /// Its centre, where one is known.
    pub centre: Option<Position>,
    /// The nodes directly above, widest first.
    pub parents: Vec<TerritoryKey>,
    /// Postcodes of a commune.
    pub postcodes: Vec<Postcode>,
}

/// All territories. Immutable; cheap to share.
pub struct Reference {
    territories: HashMap<TerritoryKey, Territory>,
    communes_of: HashMap<TerritoryKey, Vec<CommuneCode>>,
    children: HashMap<TerritoryKey, Vec<TerritoryKey>>,
    today: HashMap<CommuneCode, CommuneCode>,
    former_names: Vec<(String, CommuneCode)>,
    other_names: Vec<(String, CommuneCode)>,
    by_postcode: HashMap<Postcode, Vec<CommuneCode>>,
    contours: HashMap<TerritoryKey, MultiPolygon>,
    contours_of: HashMap<CommuneCode, Vec<TerritoryKey>>,
    spots: Vec<Named>,
    pub(crate) streets: Streets,
    names: OnceLock<Names>,
    /// Former names of communes, ready to be compared.
    former_of: OnceLock<HashMap<CommuneCode, Vec<String>>>,
    called: OnceLock<communes::Called>,
}

impl Reference {
    /// Reads the embedded table.
    pub fn embedded() -> Result<Self, ReferenceError> {
        let mut reference = table::read()?;
        reference.spots = gazetteer::embedded();
        for spot in reference.spots.clone() {
            if let Some(key) = spot.quartier {
                reference.add_neighbourhood(key, spot.name, Some(spot.position), &[spot.commune]);
            }
        }
        Ok(reference)
    }

    /// Adds the layers of an installation, in order: what a later one says of the same thing wins.
    #[must_use]
    pub fn with_layers(mut self, layers: Vec<Layer>) -> Self {
        for layer in layers {
            match layer.payload {
                Payload::Contours(contours) => {
                    for contour in contours {
                        self.add_contour(contour);
                    }
                }
                Payload::Centres(centres) => {
                    for (code, position) in centres {
                        if let Some(commune) =
                            self.territories.get_mut(&TerritoryKey::commune(code))
                        {
                            commune.centre = Some(position);
                        }
                    }
                }
                Payload::Neighbourhoods(all) => {
                    for one in all {
                        self.add_neighbourhood(one.key, one.name, one.centre, &one.communes);
                    }
                }
                Payload::Addresses(addresses) => self.streets.extend(addresses),
            }
        }
        self.names = OnceLock::new();
        self
    }

    /// How many territories.
    #[must_use]
    pub fn len(&self) -> usize {
        self.territories.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.territories.is_empty()
    }

    /// A territory.
    #[must_use]
    pub fn territory(&self, key: &TerritoryKey) -> Option<&Territory> {
        self.territories.get(key)
    }

    /// A commune of today.
    #[must_use]
    pub fn commune(&self, code: &CommuneCode) -> Option<&Territory> {
        self.territories.get(&TerritoryKey::commune(*code))
    }

    /// The communes under a node; those that a neighbourhood spans.
    #[must_use]
    pub fn communes_of(&self, key: &TerritoryKey) -> Vec<CommuneCode> {
        match key.code() {
            TerritoryCode::Commune(code) => self.resolve(code).into_iter().collect(),
            _ => self.communes_of.get(key).cloned().unwrap_or_default(),
        }
    }

    /// The nodes above, widest first.
    #[must_use]
    pub fn ancestors(&self, key: &TerritoryKey) -> Vec<TerritoryKey> {
        let mut found: Vec<TerritoryKey> = Vec::new();
        let mut open: Vec<&TerritoryKey> = vec![key];
        while let Some(next) = open.pop() {
            for parent in self
                .territories
                .get(next)
                .map(|node| node.parents.as_slice())
                .unwrap_or_default()
            {
                if !found.contains(parent) {
                    found.push(parent.clone());
                    open.push(parent);
                }
            }
        }
        found.sort_by_key(TerritoryKey::kind);
        found
    }

    /// The nodes directly below.
    #[must_use]
    pub fn children(&self, key: &TerritoryKey) -> Vec<TerritoryKey> {
        self.children.get(key).cloned().unwrap_or_default()
    }

    /// All territories of a kind.
    pub fn of_kind(&self, kind: TerritoryKind) -> impl Iterator<Item = &Territory> {
        self.territories
            .values()
            .filter(move |territory| territory.key.kind() == kind)
    }

    /// Communes of a postcode.
    #[must_use]
    pub fn with_postcode(&self, postcode: &Postcode) -> &[CommuneCode] {
        self.by_postcode
            .get(postcode)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Communes of the postcodes that begin so, by postcode.
    pub(crate) fn with_postcode_beginning(&self, digits: &str) -> Vec<CommuneCode> {
        let mut postcodes: Vec<_> = self
            .by_postcode
            .iter()
            .filter(|(postcode, _)| postcode.as_str().starts_with(digits))
            .collect();
        postcodes.sort();
        postcodes
            .into_iter()
            .flat_map(|(_, communes)| communes.iter().copied())
            .collect()
    }

    /// Whether a commune has named spots or neighbourhoods.
    pub(crate) fn has_smalls(&self, code: CommuneCode) -> bool {
        self.children.contains_key(&TerritoryKey::commune(code))
            || self.spots.iter().any(|spot| spot.commune == code)
    }

    /// Named spots: squares, stations, quartiers.
    pub(crate) fn spots(&self) -> &[Named] {
        &self.spots
    }

    /// The index of names, made when it is first asked.
    pub(crate) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(self))
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Territory> {
        self.territories.values()
    }

    pub(crate) fn former_names(&self) -> &[(String, CommuneCode)] {
        &self.former_names
    }

    pub(crate) fn other_names(&self) -> &[(String, CommuneCode)] {
        &self.other_names
    }

    fn add_neighbourhood(
        &mut self,
        key: TerritoryKey,
        name: String,
        centre: Option<Position>,
        communes: &[CommuneCode],
    ) {
        let communes: Vec<CommuneCode> = communes
            .iter()
            .filter_map(|code| self.resolve(code))
            .collect();
        let parents: Vec<TerritoryKey> = communes
            .iter()
            .map(|code| TerritoryKey::commune(*code))
            .collect();
        for parent in &parents {
            let children = self.children.entry(parent.clone()).or_default();
            if !children.contains(&key) {
                children.push(key.clone());
            }
        }
        self.communes_of.insert(key.clone(), communes);
        let before = self.territories.remove(&key);
        let territory = Territory {
            key: key.clone(),
            name,
            population: before.as_ref().and_then(|known| known.population),
            centre: centre.or(before.and_then(|known| known.centre)),
            parents,
            postcodes: Vec::new(),
        };
        self.territories.insert(key, territory);
    }
}

#[cfg(test)]
mod tests;
