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
        self.smalls(key, &[code])
            .into_iter()
            .chain(self.smalls_mistyped(key, &[code]))
            .next()
    }

    /// Spots and neighbourhoods of these communes that bear exactly this name, the one that people mean first.
    pub(super) fn smalls(&self, key: &str, communes: &[CommuneCode]) -> Vec<Spot> {
        self.small_among(self.reference.names().exact(key), communes)
    }

    /// The same with typing mistakes.
    pub(super) fn smalls_mistyped(&self, key: &str, communes: &[CommuneCode]) -> Vec<Spot> {
        if !communes.iter().any(|code| self.reference.has_smalls(*code)) {
            return Vec::new();
        }
        let groups = self.reference.names().mistyped(key);
        let targets: Vec<Target> = groups
            .into_iter()
            .flat_map(|(_, group)| group.iter().cloned())
            .collect();
        self.small_among(&targets, communes)
    }

    fn small_among(&self, targets: &[Target], communes: &[CommuneCode]) -> Vec<Spot> {
        let small = |target: &&Target| match target {
            Target::Territory(key) => key.kind() > TerritoryKind::Commune,
            Target::Spot(_) => true,
        };
        let targets: Vec<Target> = targets.iter().filter(small).cloned().collect();
        let mut spots = self.spots_of(&targets);
        spots.retain(|spot| spot.commune.is_some_and(|code| communes.contains(&code)));
        self.drop_the_same(&mut spots);
        self.rank(&mut spots);
        spots
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
