//! Candidate pools: groups of wants that meet two by two, and that spare something even at the least.
//!
//! From each want, groups grow by the wants that come after it, so that each group is reached once. Where there are too
//! many, only the best of each size grow on, among the nearest: the answer says that it did not look at all of them.
//! A group that is worth no more than its pieces, or than itself with one partner fewer, is no candidate.

use std::collections::HashMap;

use super::known::Known;
use super::meet::Meetings;
use super::worth::{Net, Sum};
use super::{Limits, Options};

/// Bits of a rank in a key; six of them fit in 128 bits.
const BITS: u32 = 21;
/// Most wants that a pool can have: keys hold no more.
pub(super) const MOST: usize = 6;

/// A group that is worth pooling.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Ranks, in order.
    pub(super) wants: Vec<usize>,
    /// What it spares.
    pub(super) net: Net,
}

impl Candidate {
    /// What is maximised: twice the middle of what it spares.
    pub(super) const fn value(&self) -> i64 {
        self.net.twice()
    }
}

/// Candidates, best first.
pub(super) struct Candidates {
    pub(super) all: Vec<Candidate>,
    /// Groups that were weighed.
    pub(super) weighed: usize,
    /// Wants from which not all groups were looked at.
    pub(super) cut: usize,
}

/// A group that grows.
#[derive(Clone)]
struct Group {
    wants: Vec<usize>,
    sum: Sum,
    /// Who meets all of them, after the last.
    ahead: Vec<usize>,
}

/// Grows groups from every want.
pub(super) fn candidates(known: &[Known], meetings: &Meetings, options: &Options) -> Candidates {
    let sums: Vec<Sum> = known
        .iter()
        .map(|one| Sum::of(one, &options.rates))
        .collect();
    let mut grower = Grower {
        sums: &sums,
        meetings,
        options,
        found: HashMap::new(),
        weighed: 0,
        cut: 0,
    };
    for rank in 0..known.len() {
        grower.from(rank);
    }
    let (weighed, cut) = (grower.weighed, grower.cut);
    Candidates {
        all: undominated(&grower.found),
        weighed,
        cut,
    }
}

struct Grower<'a> {
    sums: &'a [Sum],
    meetings: &'a Meetings,
    options: &'a Options,
    found: HashMap<u128, Candidate>,
    weighed: usize,
    cut: usize,
}

impl Grower<'_> {
    fn from(&mut self, rank: usize) {
        let Some(sum) = self.sums.get(rank) else {
            return;
        };
        let limits = &self.options.limits;
        let later = self.meetings.of(rank).iter();
        let later = later.filter(|(other, _)| *other > rank).copied();
        let mut ahead: Vec<(usize, u32)> = later.collect();
        let start = |ahead: &[(usize, u32)]| Group {
            wants: vec![rank],
            sum: *sum,
            ahead: ahead.iter().map(|(other, _)| *other).collect(),
        };
        let before = self.weighed;
        if self.all_of(&start(&ahead), before + limits.groups) {
            return;
        }
        self.cut += 1;
        ahead.sort_by_key(|(other, metres)| (*metres, *other));
        ahead.truncate(limits.nearest);
        ahead.sort_unstable();
        self.best_of(start(&ahead), limits);
    }

    /// Every group from here on; false where that would be too many.
    fn all_of(&mut self, group: &Group, most: usize) -> bool {
        for next in self.steps(group) {
            if self.weighed > most {
                return false;
            }
            if next.wants.len() < self.most() && !self.all_of(&next, most) {
                return false;
            }
        }
        true
    }

    /// The best groups of each size.
    fn best_of(&mut self, start: Group, limits: &Limits) {
        let mut level = vec![start];
        for _size in 2..=self.most() {
            let grown: Vec<Group> = level.iter().flat_map(|one| self.steps(one)).collect();
            let mut ranked: Vec<(i64, Group)> = grown
                .into_iter()
                .map(|one| (one.sum.net(&self.options.rates).twice(), one))
                .collect();
            ranked
                .sort_by(|(one, a), (other, b)| other.cmp(one).then_with(|| a.wants.cmp(&b.wants)));
            ranked.truncate(limits.width);
            level = ranked.into_iter().map(|(_, group)| group).collect();
        }
    }

    fn most(&self) -> usize {
        self.options.most_wants.clamp(2, MOST)
    }

    /// The group with each want that may come next; what is worth it is noted.
    fn steps(&mut self, group: &Group) -> Vec<Group> {
        let mut next = Vec::new();
        for (at, rank) in group.ahead.iter().enumerate() {
            let Some(sum) = self.sums.get(*rank).and_then(|one| group.sum.with(one)) else {
                continue;
            };
            self.weighed += 1;
            let mut wants = group.wants.clone();
            wants.push(*rank);
            self.note(&wants, &sum);
            let rest = group.ahead.iter().skip(at + 1);
            let meets = |other: &&usize| self.meetings.metres(*rank, **other).is_some();
            next.push(Group {
                wants,
                sum,
                ahead: rest.filter(meets).copied().collect(),
            });
        }
        next
    }

    fn note(&mut self, wants: &[usize], sum: &Sum) {
        let net = sum.net(&self.options.rates);
        if net.least.get() > 0 {
            let wants = wants.to_vec();
            self.found.insert(key(&wants), Candidate { wants, net });
        }
    }
}

fn key(wants: &[usize]) -> u128 {
    let ranks = wants.iter().map(|rank| *rank as u128 + 1);
    ranks.fold(0, |key, rank| (key << BITS) | rank)
}

/// Those that no smaller group, and no two groups instead, are worth as much as.
fn undominated(found: &HashMap<u128, Candidate>) -> Vec<Candidate> {
    let worth = |wants: &[usize]| found.get(&key(wants)).map_or(0, Candidate::value);
    let kept = found.values().filter(|one| {
        let size = one.wants.len();
        // Every way to part it in two, each once: the first want stays on one side.
        let mut ways = 1_u32..(1 << (size - 1));
        ways.all(|way| {
            let (mut one_side, mut other_side) = (Vec::new(), Vec::new());
            for (at, rank) in one.wants.iter().enumerate() {
                let apart = at > 0 && way & (1 << (at - 1)) != 0;
                let side = if apart {
                    &mut other_side
                } else {
                    &mut one_side
                };
                side.push(*rank);
            }
            worth(&one_side) + worth(&other_side) < one.value()
        })
    });
    let mut kept: Vec<Candidate> = kept.cloned().collect();
    kept.sort_by(|one, other| {
        let worth = other.value().cmp(&one.value());
        worth.then_with(|| one.wants.cmp(&other.wants))
    });
    kept
}
