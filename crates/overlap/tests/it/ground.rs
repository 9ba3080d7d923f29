//! The embedded reference as ground. A commune whose centre nobody gives lies amid those of its postcode, or of its
//! intercommunality.

use std::sync::LazyLock;

use portulan_geo::Reference;
use portulan_model::{CommuneCode, Position, TerritoryKey, TerritoryKind};
use portulan_overlap::Ground;

pub(crate) struct Embedded(Reference);

pub(crate) static GROUND: LazyLock<Embedded> =
    LazyLock::new(|| Embedded(Reference::embedded().unwrap()));

impl Embedded {
    fn amid(&self, communes: &[CommuneCode]) -> Option<Position> {
        let spots: Vec<Position> = communes
            .iter()
            .filter_map(|code| self.0.centre(*code))
            .collect();
        let count = f64::from(u32::try_from(spots.len()).ok()?);
        let mean =
            |of: fn(Position) -> f64| spots.iter().map(|spot| of(*spot)).sum::<f64>() / count;
        Position::new(mean(Position::lat), mean(Position::lon)).ok()
    }
}

impl Ground for Embedded {
    fn communes(&self, key: &TerritoryKey) -> Vec<CommuneCode> {
        self.0.communes_of(key)
    }

    fn centre(&self, commune: CommuneCode) -> Option<Position> {
        if let Some(centre) = self.0.centre(commune) {
            return Some(centre);
        }
        let postcodes = &self.0.commune(&commune)?.postcodes;
        let beside: Vec<CommuneCode> = postcodes
            .iter()
            .flat_map(|postcode| self.0.with_postcode(postcode).iter().copied())
            .collect();
        self.amid(&beside)
            .or_else(|| self.amid(&self.0.communes_of(&self.group(commune)?)))
    }

    fn group(&self, commune: CommuneCode) -> Option<TerritoryKey> {
        let parents = &self.0.commune(&commune)?.parents;
        let epci = parents.iter().find(|key| key.kind() == TerritoryKind::Epci);
        epci.cloned()
    }

    fn name(&self, commune: CommuneCode) -> Option<String> {
        Some(self.0.commune(&commune)?.name.clone())
    }
}
