//! Which wants could be pooled two by two: a need, a year and people in common, places that are near.
//!
//! Points are swept from south to north, so that only those of a narrow band are compared.

use std::collections::BTreeMap;

use portulan_model::CommuneCode;

use super::known::{Known, degrees};

/// Who meets whom.
#[derive(Debug, Default)]
pub(super) struct Meetings {
    /// Of each want, those that it meets, with the metres between them; by rank.
    of: Vec<Vec<(usize, u32)>>,
}

impl Meetings {
    pub(super) fn among(known: &[Known], near_km: f64) -> Self {
        let mut of: Vec<Vec<(usize, u32)>> = vec![Vec::new(); known.len()];
        for (one, other) in near_pairs(known, near_km) {
            let (Some(a), Some(b)) = (known.get(one), known.get(other)) else {
                continue;
            };
            if !a.suits(b) {
                continue;
            }
            let Some(metres) = a.metres(b).filter(|m| f64::from(*m) <= near_km * 1e3) else {
                continue;
            };
            for (from, to) in [(one, other), (other, one)] {
                if let Some(list) = of.get_mut(from) {
                    list.push((to, metres));
                }
            }
        }
        for list in &mut of {
            list.sort_unstable();
            list.dedup();
        }
        Self { of }
    }

    /// Whom a want meets, by rank.
    pub(super) fn of(&self, rank: usize) -> &[(usize, u32)] {
        self.of.get(rank).map(Vec::as_slice).unwrap_or_default()
    }

    /// The metres between two that meet.
    pub(super) fn metres(&self, one: usize, other: usize) -> Option<u32> {
        let list = self.of(one);
        let at = list.binary_search_by_key(&other, |(rank, _)| *rank).ok()?;
        list.get(at).map(|(_, metres)| *metres)
    }
}

/// Pairs that may be near, some of them twice: those of one commune, and those whose points lie in one band.
fn near_pairs(known: &[Known], near_km: f64) -> Vec<(usize, usize)> {
    let mut communes: BTreeMap<CommuneCode, Vec<usize>> = BTreeMap::new();
    let mut spots: Vec<(f64, f64, usize)> = Vec::new();
    for (rank, one) in known.iter().enumerate() {
        for code in &one.communes {
            communes.entry(*code).or_default().push(rank);
        }
        spots.extend(one.spots.iter().map(|(lat, lon)| (*lat, *lon, rank)));
    }
    let mut pairs = Vec::new();
    for ranks in communes.values() {
        for (at, one) in ranks.iter().enumerate() {
            pairs.extend(ranks.iter().skip(at + 1).map(|other| (*one, *other)));
        }
    }
    spots.sort_by(|one, other| one.0.total_cmp(&other.0));
    let band = degrees(near_km);
    for (at, (lat, lon, rank)) in spots.iter().enumerate() {
        // Meridians are nearest to each other in the north of the band.
        let wide = band / (lat.abs() + band).min(89.0).to_radians().cos();
        let ahead = spots.iter().skip(at + 1);
        let ahead = ahead.take_while(|(north, _, _)| north - lat <= band);
        for (_, east, other) in ahead {
            if (east - lon).abs() <= wide && other != rank {
                pairs.push((*rank.min(other), *rank.max(other)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
