//! What may reach a commune, without going through everything.
//!
//! Each area is filed under every commune that it touches; those that touch very many are in one short list that every
//! question reads. A question on a commune then reads a handful of areas, whatever the number of bodies in the country.

use std::collections::HashMap;

use portulan_model::{Area, CommuneCode};

/// Areas by the communes that they touch.
#[derive(Debug, Clone, Default)]
pub struct Postings {
    by_commune: HashMap<CommuneCode, Vec<u32>>,
    wide: Vec<u32>,
}

impl Postings {
    /// From so many communes on, an area is in the short list: more than any département has (Pas-de-Calais: about 890).
    pub const WIDE: usize = 1_000;

    /// Files areas under their rank.
    pub fn build(areas: impl IntoIterator<Item = Area>, wide: usize) -> Self {
        let mut postings = Self::default();
        for (at, area) in (0_u32..).zip(areas) {
            let touched = area.touched();
            if touched.len() >= wide {
                postings.wide.push(at);
                continue;
            }
            for commune in touched {
                postings.by_commune.entry(commune).or_default().push(at);
            }
        }
        postings
    }

    /// The ranks of the areas that may meet another, each once, in order. Whether they do is for the caller to say.
    #[must_use]
    pub fn near(&self, area: &Area) -> Vec<u32> {
        let mut found = self.wide.clone();
        for commune in area.touched() {
            found.extend(self.by_commune.get(&commune).into_iter().flatten());
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
