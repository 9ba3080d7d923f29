//! Overlaps as a co-ordinator reads them: what is told more than twice is one case, the surest first, then the most money,
//! then the nearest.
//!
//! Only what is one thing (doing, cost, post, promise) is gathered: each could be carried with its neighbours, and gathering
//! those would end in one case as large as the country.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::area::Standing;
use crate::compared::Label;
use crate::index::{Index, Pair};

/// What is to be looked at together.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// The records, by rank.
    pub members: BTreeSet<u32>,
    /// Why: at least one pair, the surest first.
    pub pairs: Vec<Pair>,
    /// The largest sum that may be counted twice, in cents.
    pub cents: i64,
}

/// Gathers pairs of an index, and puts them in the order in which somebody should look at them.
#[must_use]
pub fn clusters(index: &Index, pairs: Vec<Pair>) -> Vec<Cluster> {
    let mut heads = Heads::default();
    let is_one = |pair: &Pair| pair.compared.outcome.label() != Some(Label::Complementary);
    for pair in pairs.iter().filter(|pair| is_one(pair)) {
        heads.unite(pair.a, pair.b);
    }
    let mut cases: BTreeMap<(u32, Option<u32>), Vec<Pair>> = BTreeMap::new();
    for pair in pairs {
        let key = if is_one(&pair) {
            (heads.of(pair.a), None)
        } else {
            (pair.a, Some(pair.b))
        };
        cases.entry(key).or_default().push(pair);
    }
    let mut clusters: Vec<(Cluster, Standing)> = cases
        .into_values()
        .map(|pairs| cluster(index, pairs))
        .collect();
    clusters.sort_by(|(one, near), (other, near_too)| {
        tenths(other)
            .cmp(&tenths(one))
            .then_with(|| {
                (Reverse(one.cents), Reverse(*near))
                    .cmp(&(Reverse(other.cents), Reverse(*near_too)))
            })
            .then_with(|| one.members.cmp(&other.members))
    });
    clusters.into_iter().map(|(cluster, _)| cluster).collect()
}

/// How sure, in tenths: a hundredth more is nothing that somebody should look at first.
fn tenths(cluster: &Cluster) -> u8 {
    let surest = cluster
        .pairs
        .first()
        .map_or(0.0, |pair| pair.compared.score);
    (1..=10)
        .rev()
        .find(|tenth| surest * 10.0 >= f64::from(*tenth))
        .unwrap_or(0)
}

fn cluster(index: &Index, mut pairs: Vec<Pair>) -> (Cluster, Standing) {
    pairs.sort_by(|one, other| {
        let surer = other.compared.score.total_cmp(&one.compared.score);
        surer.then_with(|| (one.a, one.b).cmp(&(other.a, other.b)))
    });
    let known = |rank: u32| index.known().get(rank as usize);
    let both = |pair: &Pair| known(pair.a).zip(known(pair.b));
    let cents = pairs
        .iter()
        .filter_map(both)
        .map(|(a, b)| a.total.min(b.total));
    let stands = pairs
        .iter()
        .filter_map(both)
        .map(|(a, b)| a.ground.stands(&b.ground).0);
    let (cents, nearest) = (
        cents.max().unwrap_or(0),
        stands.max().unwrap_or(Standing::Far),
    );
    let members = pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect();
    (
        Cluster {
            members,
            pairs,
            cents,
        },
        nearest,
    )
}

/// Each record's way to the smallest rank of its case.
#[derive(Debug, Default)]
struct Heads(BTreeMap<u32, u32>);

impl Heads {
    fn of(&self, rank: u32) -> u32 {
        let mut at = rank;
        while let Some(next) = self.0.get(&at).filter(|next| **next != at) {
            at = *next;
        }
        at
    }

    fn unite(&mut self, one: u32, other: u32) {
        let (one, other) = (self.of(one), self.of(other));
        let (head, under) = (one.min(other), one.max(other));
        self.0.insert(under, head);
        self.0.entry(head).or_insert(head);
    }
}
