//! Spots whose name begins like what is being typed.

use std::cmp::Reverse;

use portulan_model::{TerritoryCode, TerritoryKey};
use portulan_text::search_tokens;

use super::{Geocoder, Spot};
use crate::names::Target;

impl Geocoder {
    /// Spots whose name, or whose postcode, begins like a text, the most peopled first.
    #[must_use]
    pub fn suggest(&self, text: &str, limit: usize) -> Vec<Spot> {
        let key = search_tokens(text).join(" ");
        if key.is_empty() {
            return Vec::new();
        }
        let mut targets = self.targets(&key);
        targets.sort_by_cached_key(|target| (Reverse(self.people(target)), format!("{target:?}")));
        targets.dedup();
        // A few more than asked: some are the same thing twice.
        targets.truncate(limit.saturating_mul(2));
        let mut spots = self.spots_of(&targets);
        self.drop_the_same(&mut spots);
        spots.truncate(limit);
        spots
    }

    fn targets(&self, key: &str) -> Vec<Target> {
        if key.bytes().all(|byte| byte.is_ascii_digit()) {
            let communes = self.reference.with_postcode_beginning(key).into_iter();
            return communes
                .map(|code| Target::Territory(TerritoryKey::commune(code)))
                .collect();
        }
        let names = self.reference.names();
        let mut groups = names.beginning(key);
        if groups.is_empty() {
            groups = names.mistyped(key);
        }
        let groups = groups.into_iter();
        groups
            .flat_map(|(_, group)| group.iter().cloned())
            .collect()
    }

    /// People of what a name names; a spot and a neighbourhood count as their commune does.
    fn people(&self, target: &Target) -> u32 {
        let key = match target {
            Target::Territory(key) => match key.code() {
                TerritoryCode::Iris(_) | TerritoryCode::Qpv(_) | TerritoryCode::Quartier(_) => {
                    let node = self.reference.territory(key);
                    node.and_then(|node| node.parents.first())
                }
                _ => Some(key),
            },
            Target::Spot(rank) => {
                let spot = self.reference.spots().get(*rank);
                let node = spot.and_then(|spot| self.reference.commune(&spot.commune));
                node.map(|node| &node.key)
            }
        };
        key.and_then(|key| self.reference.territory(key))
            .and_then(|node| node.population)
            .unwrap_or(0)
    }
}
