//! The reference of territories as the ground of overlaps. A commune whose centre nobody gives lies amid those of its
//! postcode, or of its intercommunality.

use portulan_geo::Reference;
use portulan_model::{CommuneCode, Position, TerritoryKey, TerritoryKind};
use portulan_overlap::Ground;

/// The reference, asked for centres, groups and names.
pub struct Grounds<'a>(&'a Reference);

impl<'a> Grounds<'a> {
    /// Asks a reference.
    #[must_use]
    pub const fn new(reference: &'a Reference) -> Self {
        Self(reference)
    }

    /// The mean of the centres that are known.
    fn amid(&self, communes: &[CommuneCode]) -> Option<Position> {
        let centres = communes.iter().filter_map(|code| self.0.centre(*code));
        let centres: Vec<Position> = centres.collect();
        let count = f64::from(u32::try_from(centres.len()).ok()?);
        let mean = |of: fn(Position) -> f64| {
            let sum: f64 = centres.iter().map(|centre| of(*centre)).sum();
            sum / count
        };
        Position::new(mean(Position::lat), mean(Position::lon)).ok()
    }
}

impl Ground for Grounds<'_> {
    fn communes(&self, key: &TerritoryKey) -> Vec<CommuneCode> {
        self.0.communes_of(key)
    }

    fn centre(&self, commune: CommuneCode) -> Option<Position> {
        if let Some(centre) = self.0.centre(commune) {
            return Some(centre);
        }
        let postcodes = &self.0.commune(&commune)?.postcodes;
        let beside = postcodes
            .iter()
            .flat_map(|one| self.0.with_postcode(one).iter().copied());
        let beside: Vec<CommuneCode> = beside.collect();
        self.amid(&beside).or_else(|| {
            let group = self.group(commune)?;
            self.amid(&self.0.communes_of(&group))
        })
    }

    fn group(&self, commune: CommuneCode) -> Option<TerritoryKey> {
        let parents = &self.0.commune(&commune)?.parents;
        let group = parents.iter().find(|key| key.kind() == TerritoryKind::Epci);
        group.cloned()
    }

    fn name(&self, commune: CommuneCode) -> Option<String> {
        Some(self.0.commune(&commune)?.name.clone())
    }
}
