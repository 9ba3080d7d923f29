//! Spots from what names point at.

use portulan_model::{CommuneCode, TerritoryCode, TerritoryKey, TerritoryKind};

use super::{Geocoder, Spot, SpotKind};
use crate::names::Target;

impl Geocoder {
    pub(super) fn spots_of(&self, targets: &[Target]) -> Vec<Spot> {
        targets
            .iter()
            .filter_map(|target| match target {
                Target::Territory(key) => self.territory_spot(key),
                Target::Spot(rank) => self.named_spot(*rank),
            })
            .collect()
    }

    /// A spot of the gazetteer or a neighbourhood of a commune, by its folded name.
    pub(super) fn spot_in(&self, code: CommuneCode, key: &str) -> Option<Spot> {
        let names = self.reference.names();
        let groups = std::iter::once(names.exact(key).to_vec()).chain(
            names
                .mistyped(key)
                .into_iter()
                .map(|(_, group)| group.to_vec()),
        );
        groups.map(|group| self.spots_of(&group)).find_map(|spots| {
            let small = |spot: &Spot| {
                spot.commune == Some(code)
                    && spot
                        .territory
                        .as_ref()
                        .is_none_or(|key| key.kind() > TerritoryKind::Commune)
            };
            spots.into_iter().find(small)
        })
    }

    fn named_spot(&self, rank: usize) -> Option<Spot> {
        let named = self.reference.spots().get(rank)?;
        Some(Spot {
            label: named.name.clone(),
            kind: SpotKind::Named,
            position: Some(named.position),
            commune: Some(named.commune),
            territory: None,
            radius_km: 2.0,
            detail: self.commune_name(named.commune),
            fallback: false,
        })
    }

    pub(super) fn territory_spot(&self, key: &TerritoryKey) -> Option<Spot> {
        let territory = self.reference.territory(key)?;
        let communes = || self.reference.communes_of(key);
        let commune = match key.code() {
            TerritoryCode::Commune(code) => Some(*code),
            TerritoryCode::Iris(_) | TerritoryCode::Qpv(_) | TerritoryCode::Quartier(_) => {
                communes().first().copied()
            }
            _ => None,
        };
        Some(Spot {
            label: territory.name.clone(),
            kind: SpotKind::Territory,
            position: territory.centre,
            commune,
            territory: Some(key.clone()),
            radius_km: radius_km(key.kind()),
            detail: self.detail(key),
            fallback: false,
        })
    }

    /// What tells a territory from its namesakes: the commune of a neighbourhood; the département and région of a commune.
    fn detail(&self, key: &TerritoryKey) -> String {
        let name = |key: &TerritoryKey| self.reference.territory(key).map(|node| node.name.clone());
        let above = self.reference.ancestors(key);
        let of = |kind: TerritoryKind| above.iter().find(|parent| parent.kind() == kind);
        match key.kind() {
            TerritoryKind::Iris | TerritoryKind::Qpv | TerritoryKind::Quartier => {
                of(TerritoryKind::Commune)
                    .and_then(name)
                    .unwrap_or_default()
            }
            TerritoryKind::Commune => match of(TerritoryKind::Department) {
                Some(department) => {
                    format!(
                        "{}, {}",
                        department.code_text(),
                        name(department).unwrap_or_default()
                    )
                }
                None => of(TerritoryKind::Region).and_then(name).unwrap_or_default(),
            },
            _ => String::new(),
        }
    }

    fn commune_name(&self, code: CommuneCode) -> String {
        self.reference
            .commune(&code)
            .map(|commune| commune.name.clone())
            .unwrap_or_default()
    }
}

/// A useful distance around a territory, in kilometres.
const fn radius_km(kind: TerritoryKind) -> f64 {
    match kind {
        TerritoryKind::Quartier | TerritoryKind::Qpv | TerritoryKind::Iris => 2.0,
        TerritoryKind::Commune => 10.0,
        TerritoryKind::Epci => 25.0,
        TerritoryKind::Department => 60.0,
        TerritoryKind::Region | TerritoryKind::Country => 100.0,
    }
}
