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
    /// How many areas there are.
    count: usize,
}

impl Postings {
    /// From so many communes on, an area is in the short list: more than any département has (Pas-de-Calais: about 890).
    pub const WIDE: usize = 1_000;

    /// From so many communes on, a question is that of a wide territory: fewer than a small département has.
    const MANY: usize = 100;

    /// Files areas under their rank.
    pub fn build(areas: impl IntoIterator<Item = Area>, wide: usize) -> Self {
        let mut postings = Self::default();
        for (at, area) in (0_u32..).zip(areas) {
            postings.count += 1;
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
        let touched = area.touched();
        if touched.len() >= Self::MANY {
            return self.near_many(&touched);
        }
        let mut found = self.wide.clone();
        for commune in touched {
            found.extend(self.by_commune.get(&commune).into_iter().flatten());
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The same for a département or more: an area is there as many times as it has communes, so that ticking each off
    /// costs less than sorting them; and what few communes have is looked for among those few.
    fn near_many(&self, touched: &[CommuneCode]) -> Vec<u32> {
        let mut is_near = vec![false; self.count];
        let mut tick = |ranks: &[u32]| {
            for rank in ranks {
                let at = usize::try_from(*rank).ok();
                if let Some(near) = at.and_then(|at| is_near.get_mut(at)) {
                    *near = true;
                }
            }
        };
        tick(&self.wide);
        if self.by_commune.len() < touched.len() {
            let asked = |commune: &CommuneCode| touched.binary_search(commune).is_ok();
            let found = self.by_commune.iter().filter(|(one, _)| asked(one));
            found.for_each(|(_, ranks)| tick(ranks));
        } else {
            let found = touched.iter().filter_map(|one| self.by_commune.get(one));
            found.for_each(|ranks| tick(ranks));
        }
        let all = (0..).zip(is_near);
        all.filter_map(|(rank, near)| near.then_some(rank))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(from: u16, to: u16) -> Area {
        let codes = (from..to).map(|n| format!("35{n:03}").parse().unwrap());
        Area::of_communes(codes)
    }

    #[test]
    fn a_wide_question_finds_what_one_commune_after_the_other_finds() {
        let areas: Vec<Area> = (0..90)
            .map(|n| area(n * 10 + 1, n * 10 + 1 + n % 25))
            .chain([area(1, 900), Area::default()])
            .collect();
        let few = areas.iter().take(3).cloned();
        for filed in [areas.clone(), few.collect()] {
            let postings = Postings::build(filed.iter().cloned(), 500);
            for (from, to) in [(1, 101), (40, 400), (1, 950), (700, 999)] {
                let asked = area(from, to);
                let meets = (0_u32..).zip(&filed).filter(|(_, one)| one.meets(&asked));
                let meets: Vec<u32> = meets.map(|(rank, _)| rank).collect();
                assert_eq!(postings.near(&asked), meets, "{from} to {to}");
            }
        }
    }
}
