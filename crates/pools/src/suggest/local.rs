//! Greedy, and what exchanges make of it.
//!
//! An exchange takes a candidate in and whatever it crosses out. Where none pays, a candidate is forced in and exchanges go
//! on around it, then freely; what comes out worse is forgotten. Only what touches a change is looked at again, so that
//! every candidate of a large component has its turn. Everything is tried in one order: the answer is always the same.

use std::collections::BTreeSet;

use super::grow::Candidate;

/// Candidates of a component, best first, and which of them touch each want.
pub(super) struct Field<'a> {
    pub(super) own: &'a [&'a Candidate],
    /// The wants of each candidate, counted within the component.
    pub(super) wants: Vec<Vec<usize>>,
    /// The candidates of each want.
    touching: Vec<Vec<usize>>,
}

impl<'a> Field<'a> {
    pub(super) fn of(own: &'a [&'a Candidate]) -> Self {
        let all: BTreeSet<usize> = own.iter().flat_map(|one| &one.wants).copied().collect();
        let ranks: Vec<usize> = all.into_iter().collect();
        let rank = |want: &usize| ranks.binary_search(want).ok();
        let wants = own.iter().map(|one| one.wants.iter().filter_map(rank));
        let wants: Vec<Vec<usize>> = wants.map(Iterator::collect).collect();
        let mut touching = vec![Vec::new(); ranks.len()];
        for (at, wants) in wants.iter().enumerate() {
            for want in wants {
                if let Some(list) = touching.get_mut(*want) {
                    list.push(at);
                }
            }
        }
        Self {
            own,
            wants,
            touching,
        }
    }

    /// How many wants.
    pub(super) fn size(&self) -> usize {
        self.touching.len()
    }

    pub(super) fn value(&self, at: usize) -> i64 {
        self.own.get(at).map_or(0, |one| one.value())
    }

    fn wants(&self, at: usize) -> &[usize] {
        self.wants.get(at).map_or(&[], Vec::as_slice)
    }

    /// The candidates that touch one of some wants.
    fn around(&self, wants: &[usize]) -> BTreeSet<usize> {
        let lists = wants.iter().filter_map(|want| self.touching.get(*want));
        lists.flatten().copied().collect()
    }
}

/// A choice of candidates that do not touch.
#[derive(Debug, Clone)]
pub(super) struct Packing {
    /// Which candidate holds each want.
    holder: Vec<Option<usize>>,
    value: i64,
}

impl Packing {
    pub(super) fn empty(field: &Field<'_>) -> Self {
        Self {
            holder: vec![None; field.size()],
            value: 0,
        }
    }

    pub(super) const fn value(&self) -> i64 {
        self.value
    }

    /// Ranks of the candidates, in order.
    pub(super) fn chosen(&self) -> Vec<usize> {
        let mut all: Vec<usize> = self.holder.iter().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The candidates that one crosses.
    fn crossed(&self, field: &Field<'_>, at: usize) -> Vec<usize> {
        let holders = field.wants(at).iter();
        let holders = holders.filter_map(|want| self.holder.get(*want));
        let mut crossed: Vec<usize> = holders.flatten().copied().collect();
        crossed.sort_unstable();
        crossed.dedup();
        crossed
    }

    /// Takes a candidate in, and whatever it crosses out; tells the wants that it changed.
    pub(super) fn force(&mut self, field: &Field<'_>, at: usize) -> Vec<usize> {
        let mut changed = Vec::new();
        for out in self.crossed(field, at) {
            self.value -= field.value(out);
            self.hold(field.wants(out), None);
            changed.extend_from_slice(field.wants(out));
        }
        self.value += field.value(at);
        self.hold(field.wants(at), Some(at));
        changed.extend_from_slice(field.wants(at));
        changed
    }

    fn hold(&mut self, wants: &[usize], by: Option<usize>) {
        for want in wants {
            if let Some(holder) = self.holder.get_mut(*want) {
                *holder = by;
            }
        }
    }

    /// Exchanges among those that are due, and those that these touch, until none pays. One candidate may be kept whatever
    /// others would bring.
    fn settle(&mut self, field: &Field<'_>, mut due: BTreeSet<usize>, kept: Option<usize>) {
        while let Some(at) = due.pop_first() {
            let crossed = self.crossed(field, at);
            if kept.is_some_and(|kept| crossed.contains(&kept)) || crossed == [at] {
                continue;
            }
            let lost: i64 = crossed.iter().map(|other| field.value(*other)).sum();
            if field.value(at) > lost {
                let changed = self.force(field, at);
                due.append(&mut field.around(&changed));
            }
        }
    }
}

/// The baseline: the best candidate, then the best that touches none of those taken.
pub(super) fn greedy(field: &Field<'_>) -> Packing {
    in_turn(field, 0..field.own.len())
}

/// Candidates one after the other, where they touch none of those taken.
pub(super) fn in_turn(field: &Field<'_>, turns: impl IntoIterator<Item = usize>) -> Packing {
    let mut packing = Packing::empty(field);
    for at in turns {
        if packing.crossed(field, at).is_empty() {
            packing.force(field, at);
        }
    }
    packing
}

/// What exchanges make of a packing: so many candidates are forced in, one after the other.
pub(super) fn improved(field: &Field<'_>, mut packing: Packing, rounds: usize) -> Packing {
    packing.settle(field, (0..field.own.len()).collect(), None);
    let mut left = rounds;
    loop {
        let before = packing.value;
        for at in 0..field.own.len() {
            if packing.crossed(field, at) == [at] {
                continue;
            }
            let Some(rest) = left.checked_sub(1) else {
                return packing;
            };
            left = rest;
            let mut tried = packing.clone();
            let changed = tried.force(field, at);
            // First around it: whatever it crossed out would come back at once.
            tried.settle(field, field.around(&changed), Some(at));
            tried.settle(field, field.around(field.wants(at)), None);
            if tried.value > packing.value {
                packing = tried;
            }
        }
        if packing.value == before {
            return packing;
        }
    }
}
