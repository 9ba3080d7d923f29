//! What somebody would write first, beside which the index is measured: every pair there is, or every pair of a commune
//! and a need.

use std::collections::{BTreeMap, BTreeSet};

use portulan_model::{ClosedList, CommuneCode};

use crate::decide::compare;
use crate::known::Known;

/// What a way of looking costs, and what it finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looked {
    /// Pairs that were compared, each as often as it was.
    pub compared: usize,
    /// Overlaps, each once.
    pub found: usize,
}

/// Compares all with all.
#[must_use]
pub fn of_all(known: &[Known]) -> Looked {
    let mut looked = Looked {
        compared: 0,
        found: 0,
    };
    for (at, one) in known.iter().enumerate() {
        for other in known.iter().skip(at + 1) {
            looked.compared += 1;
            looked.found += usize::from(compare(one, other).outcome.label().is_some());
        }
    }
    looked
}

/// Compares all that touch one commune and tell one need or one service, as a query over two columns would: neighbours,
/// promises and posts told elsewhere are not found.
#[must_use]
pub fn of_a_commune_and_a_need(known: &[Known]) -> Looked {
    let mut groups: BTreeMap<(CommuneCode, u8), Vec<usize>> = BTreeMap::new();
    for (rank, one) in known.iter().enumerate() {
        let needs = one.item().needs.iter().map(ClosedList::rank);
        let services = one
            .item()
            .services
            .iter()
            .map(|service| 128 + service.rank());
        let topics: Vec<u8> = needs.chain(services).collect();
        for commune in one.item().area.touched() {
            for topic in &topics {
                groups.entry((commune, *topic)).or_default().push(rank);
            }
        }
    }
    let mut compared = 0;
    let mut found = BTreeSet::new();
    for group in groups.values() {
        for (at, one) in group.iter().enumerate() {
            for other in group.iter().skip(at + 1) {
                compared += 1;
                let pair = known.get(*one).zip(known.get(*other));
                if pair.is_some_and(|(a, b)| compare(a, b).outcome.label().is_some()) {
                    found.insert((*one, *other));
                }
            }
        }
    }
    Looked {
        compared,
        found: found.len(),
    }
}
