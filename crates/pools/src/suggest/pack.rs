//! Which candidates together: each want in one pool at most, as much spared as can be.
//!
//! Candidates that share wants, directly or by others, make a component; components do not touch and are solved one by
//! one: greedy (the baseline), local search, prices of wants, whose bound leaves few candidates to look at, and of these
//! the linear relaxation. Where it is whole, or few enough are left to branch on, the answer is the optimum.

use super::grow::Candidate;
use super::local::{Field, Packing, greedy, improved};
use super::prices::Prices;
use super::solver::{Answer, relaxed, whole};
use super::{Component, Limits, Method};

/// A component, solved.
pub(super) struct Solved {
    /// Ranks of candidates.
    pub(super) chosen: Vec<usize>,
    pub(super) told: Component,
}

/// Solves every component. Candidates come best first.
pub(super) fn pack(candidates: &[Candidate], wants: usize, limits: &Limits) -> Vec<Solved> {
    let solve = |ranks: Vec<usize>| {
        let own: Vec<&Candidate> = ranks
            .iter()
            .filter_map(|rank| candidates.get(*rank))
            .collect();
        let (chosen, told) = component(&own, limits);
        let chosen = chosen.iter().filter_map(|at| ranks.get(*at)).copied();
        Solved {
            chosen: chosen.collect(),
            told,
        }
    };
    let parts = components(candidates, wants).into_iter();
    parts.map(solve).collect()
}

/// Ranks of candidates, by component; in order.
fn components(candidates: &[Candidate], wants: usize) -> Vec<Vec<usize>> {
    let mut roots: Vec<usize> = (0..wants).collect();
    for one in candidates {
        let mut ranks = one.wants.iter();
        let first = ranks.next().map(|rank| root(&mut roots, *rank));
        for rank in ranks {
            let other = root(&mut roots, *rank);
            let first = first.map(|rank| root(&mut roots, rank));
            if let (Some(first), Some(link)) = (first, roots.get_mut(other)) {
                *link = first;
            }
        }
    }
    let mut by_root: Vec<Vec<usize>> = vec![Vec::new(); wants];
    for (at, one) in candidates.iter().enumerate() {
        let of = one.wants.first().map(|rank| root(&mut roots, *rank));
        if let Some(list) = of.and_then(|of| by_root.get_mut(of)) {
            list.push(at);
        }
    }
    by_root.retain(|list| !list.is_empty());
    by_root
}

fn root(roots: &mut [usize], mut rank: usize) -> usize {
    while let Some(above) = roots.get(rank).copied().filter(|above| *above != rank) {
        let top = roots.get(above).copied().unwrap_or(above);
        if let Some(link) = roots.get_mut(rank) {
            *link = top;
        }
        rank = top;
    }
    rank
}

fn component(own: &[&Candidate], limits: &Limits) -> (Vec<usize>, Component) {
    let field = Field::of(own);
    let first = greedy(&field);
    let (greedy, best) = (first.value(), improved(&field, first, limits.rounds));
    let prices = Prices::of(&field, best.value(), limits.steps);
    let bound = prices.bound;
    let mut search = Search {
        field: &field,
        limits,
        prices,
        best,
        bound,
    };
    let method = search.end();
    let Search { best, bound, .. } = search;
    let told = Component {
        wants: field.size(),
        candidates: own.len(),
        method,
        value: best.value(),
        greedy,
        bound: bound.max(best.value()),
    };
    (best.chosen(), told)
}

/// What is known of a component: a packing, and what none exceeds.
struct Search<'a> {
    field: &'a Field<'a>,
    limits: &'a Limits,
    prices: Prices,
    best: Packing,
    bound: i64,
}

impl Search<'_> {
    /// Brings the packing and the bound together as far as the limits go.
    fn end(&mut self) -> Method {
        if self.is_proven() {
            return Method::Proven;
        }
        let guided = self.prices.guided(self.field);
        self.offer(improved(self.field, guided, self.limits.rounds));
        // What a better packing cannot hold is left out: a large component is often small then.
        let left = self.prices.left(self.field, self.best.value());
        if left.len() <= self.limits.relaxed
            && let Some(answer) = relaxed(self.field, &left)
        {
            self.bound = self.bound.min(answer.bound);
            self.take(answer);
        }
        if self.is_proven() {
            return Method::Proven;
        }
        let left = self.prices.left(self.field, self.best.value());
        if left.len() <= self.limits.branched
            && let Some(answer) = whole(self.field, &left, &self.best)
        {
            self.take(answer);
            self.bound = self.best.value();
            return Method::Branched;
        }
        Method::Search
    }

    /// Amounts are whole cents; what separates two packings is one of them at least.
    const fn is_proven(&self) -> bool {
        self.best.value() >= self.bound
    }

    fn offer(&mut self, other: Packing) {
        if other.value() > self.best.value() {
            self.best = other;
        }
    }

    /// Takes an answer of the solver where it is better: the optimum as it is, else what exchanges make of it.
    fn take(&mut self, answer: Answer) {
        let mut other = Packing::empty(self.field);
        for at in answer.chosen {
            other.force(self.field, at);
        }
        if answer.whole {
            self.offer(other);
            self.bound = self.best.value();
        } else {
            self.offer(improved(self.field, other, self.limits.rounds));
        }
    }
}
