//! Which of several spots is the most likely, and which are the same thing twice.

use std::cmp::Reverse;

use portulan_model::{TerritoryKey, TerritoryKind};

use super::{Geocoder, Spot};

impl Geocoder {
    /// The most peopled first; a named spot or a neighbourhood counts as its commune does, just before it.
    pub(super) fn rank(&self, spots: &mut [Spot]) {
        spots.sort_by_cached_key(|spot| {
            let kind = spot.territory.as_ref().map(TerritoryKey::kind);
            (
                Reverse(self.population(spot)),
                Reverse(kind),
                spot.label.clone(),
                spot.detail.clone(),
            )
        });
    }

    /// People of the commune of a spot, or of the territory that it is.
    pub(super) fn population(&self, spot: &Spot) -> u32 {
        let commune = spot.commune.and_then(|code| self.reference.commune(&code));
        let territory = || {
            spot.territory
                .as_ref()
                .and_then(|key| self.reference.territory(key))
        };
        commune
            .or_else(territory)
            .and_then(|node| node.population)
            .unwrap_or(0)
    }

    /// Whether the name of a quartier is a part of the longer name of another.
    fn is_part_of(&self, part: &TerritoryKey, whole: &TerritoryKey) -> bool {
        let name = |key: &TerritoryKey| {
            let node = self.reference.territory(key);
            node.map(|node| portulan_text::fold(&node.name))
                .unwrap_or_default()
        };
        let (part, whole) = (name(part), name(whole));
        part.len() < whole.len() && format!(" {whole} ").contains(&format!(" {part} "))
    }

    /// A département named as a commune of its own (Paris), a région as its only département (Martinique), and a priority
    /// neighbourhood as the quartier around it are one place to a person: the one that people mean is kept.
    pub(super) fn drop_the_same(&self, spots: &mut Vec<Spot>) {
        let mut seen: Vec<(Option<TerritoryKey>, String)> = Vec::new();
        spots.retain(|spot| {
            let own = (
                spot.territory.clone(),
                format!("{}|{}", spot.label, spot.detail),
            );
            let new = !seen.contains(&own);
            seen.push(own);
            new
        });
        let keys: Vec<_> = spots
            .iter()
            .filter_map(|spot| spot.territory.clone())
            .collect();
        let same_people = |one: &TerritoryKey, two: &TerritoryKey| {
            let (one, two) = (
                self.reference.communes_of(one),
                self.reference.communes_of(two),
            );
            !one.is_empty() && one == two
        };
        spots.retain(|spot| {
            let Some(key) = &spot.territory else {
                return true;
            };
            !keys.iter().any(|other| match (key.kind(), other.kind()) {
                (TerritoryKind::Department, TerritoryKind::Commune) => {
                    self.reference.ancestors(other).contains(key)
                }
                (TerritoryKind::Department, TerritoryKind::Region)
                | (TerritoryKind::Qpv, TerritoryKind::Quartier) => same_people(key, other),
                // "Maurepas - Bellangerais" around the Maurepas that people name.
                (TerritoryKind::Quartier, TerritoryKind::Quartier) => {
                    self.is_part_of(other, key) && same_people(key, other)
                }
                _ => false,
            })
        });
    }
}
