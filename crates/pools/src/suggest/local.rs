//! Greedy, and what exchanges make of it.
//!
//! An exchange takes a candidate in and whatever it crosses out. Where none pays, a candidate is forced in and exchanges go
//! on around it, then freely; what comes out worse is forgotten. Everything is tried in one order, so that the answer is
//! always the same.

use std::collections::HashMap;

use super::grow::Candidate;

/// A choice of candidates that do not touch.
#[derive(Debug, Clone)]
pub(super) struct Packing {
    /// Which candidate holds each want.
    holder: HashMap<usize, usize>,
    value: i64,
}

impl Packing {
    pub(super) fn empty(own: &[&Candidate]) -> Self {
        Self {
            holder: HashMap::with_capacity(own.len()),
            value: 0,
        }
    }

    pub(super) const fn value(&self) -> i64 {
        self.value
    }

    /// Ranks of the candidates, in order.
    pub(super) fn chosen(&self) -> Vec<usize> {
        let mut all: Vec<usize> = self.holder.values().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The candidates that one crosses.
    fn crossed(&self, one: &Candidate) -> Vec<usize> {
        let holders = one.wants.iter().filter_map(|rank| self.holder.get(rank));
        let mut crossed: Vec<usize> = holders.copied().collect();
        crossed.sort_unstable();
        crossed.dedup();
        crossed
    }

    /// What taking a candidate in would bring.
    fn gain(&self, own: &[&Candidate], at: usize) -> i64 {
        let Some(one) = own.get(at) else {
            return 0;
        };
        let crossed = self.crossed(one);
        if crossed == [at] {
            return 0;
        }
        let lost = crossed.iter().filter_map(|other| own.get(*other));
        one.value() - lost.map(|other| other.value()).sum::<i64>()
    }

    /// Takes a candidate in, and whatever it crosses out.
    pub(super) fn force(&mut self, own: &[&Candidate], at: usize) {
        let Some(one) = own.get(at) else {
            return;
        };
        for out in self.crossed(one) {
            if let Some(other) = own.get(out) {
                self.value -= other.value();
                for rank in &other.wants {
                    self.holder.remove(rank);
                }
            }
        }
        self.value += one.value();
        self.holder.extend(one.wants.iter().map(|rank| (*rank, at)));
    }

    /// Exchanges until none pays. One candidate may be kept whatever others would bring.
    fn settle(&mut self, own: &[&Candidate], kept: Option<usize>) {
        loop {
            let before = self.value;
            for (at, one) in own.iter().enumerate() {
                let spares = kept.is_none_or(|kept| !self.crossed(one).contains(&kept));
                if spares && self.gain(own, at) > 0 {
                    self.force(own, at);
                }
            }
            if self.value == before {
                return;
            }
        }
    }
}

/// The baseline: the best candidate, then the best that touches none of those taken.
pub(super) fn greedy(own: &[&Candidate]) -> Packing {
    let mut packing = Packing::empty(own);
    for (at, one) in own.iter().enumerate() {
        if packing.crossed(one).is_empty() {
            packing.force(own, at);
        }
    }
    packing
}

/// What exchanges make of a packing: so many candidates are forced in, one after the other.
pub(super) fn improved(own: &[&Candidate], mut packing: Packing, rounds: usize) -> Packing {
    packing.settle(own, None);
    let mut left = rounds;
    loop {
        let before = packing.value;
        for at in 0..own.len().min(rounds) {
            let Some(rest) = left.checked_sub(1) else {
                return packing;
            };
            left = rest;
            let mut tried = packing.clone();
            tried.force(own, at);
            // First around it: whatever it crossed out would come back at once.
            tried.settle(own, Some(at));
            tried.settle(own, None);
            if tried.value > packing.value {
                packing = tried;
            }
        }
        if packing.value == before {
            return packing;
        }
    }
}
