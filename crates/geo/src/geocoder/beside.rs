//! A name beside that of its commune or of a wider territory: "République Rennes", "Maurepas Yvelines".

use portulan_model::{CommuneCode, TerritoryKey, TerritoryKind};

use super::{Found, Geocoder, Spot};
use crate::names::Target;
use crate::streets::is_like_an_address;

/// Words cut in two: the communes that one half names exactly, and the other half.
struct Cut {
    communes: Vec<CommuneCode>,
    rest: String,
}

impl Geocoder {
    /// A spot, a neighbourhood or a street beside the exact name of its commune; a commune beside its département. What
    /// is written as an address is at least in its commune.
    pub(super) fn beside_its_commune(&self, words: &[String]) -> Option<Found> {
        let cuts = self.cuts(words);
        let within = |find: &dyn Fn(&Cut) -> Vec<Spot>| {
            cuts.iter().map(find).find(|spots| !spots.is_empty())
        };
        let found = within(&|cut| self.smalls(&cut.rest, &cut.communes))
            .or_else(|| within(&|cut| self.under(&cut.rest, &cut.communes)))
            .or_else(|| within(&|cut| self.streets_in(cut)))
            .or_else(|| within(&|cut| self.smalls_mistyped(&cut.rest, &cut.communes)))
            .or_else(|| within(&|cut| self.fallback(cut)))?;
        Some(self.settle(found))
    }

    /// The longest name of a commune first: "saint aubin du cormier" before "cormier".
    fn cuts(&self, words: &[String]) -> Vec<Cut> {
        let halves = (1..words.len()).flat_map(|at| {
            let (head, tail) = words.split_at(at);
            let (head, tail) = (head.join(" "), tail.join(" "));
            [(tail.clone(), head.clone()), (head, tail)]
        });
        let mut cuts: Vec<(String, Cut)> = halves
            .map(|(commune, rest)| {
                let communes = self.reference.names().communes_named(&commune);
                (commune, Cut { communes, rest })
            })
            .filter(|(_, cut)| !cut.communes.is_empty())
            .collect();
        cuts.sort_by_key(|(commune, _)| std::cmp::Reverse(commune.len()));
        cuts.into_iter().map(|(_, cut)| cut).collect()
    }

    /// The communes that lie in the wider territory that the rest names.
    fn under(&self, rest: &str, communes: &[CommuneCode]) -> Vec<Spot> {
        let wide: Vec<&TerritoryKey> = self
            .reference
            .names()
            .exact(rest)
            .iter()
            .filter_map(|target| match target {
                Target::Territory(key) if key.kind() < TerritoryKind::Commune => Some(key),
                _ => None,
            })
            .collect();
        let lies_there = |code: &&CommuneCode| {
            let above = self.reference.ancestors(&TerritoryKey::commune(**code));
            wide.iter().any(|key| above.contains(key))
        };
        let there: Vec<CommuneCode> = communes.iter().filter(lies_there).copied().collect();
        self.of_communes(&there)
    }

    fn streets_in(&self, cut: &Cut) -> Vec<Spot> {
        let street = |code: &CommuneCode| self.street_in(*code, &cut.rest);
        cut.communes.iter().filter_map(street).collect()
    }

    fn fallback(&self, cut: &Cut) -> Vec<Spot> {
        if !is_like_an_address(&cut.rest) {
            return Vec::new();
        }
        let mut spots = self.of_communes(&cut.communes);
        for spot in &mut spots {
            spot.fallback = true;
        }
        spots
    }
}
