//! Which candidates together: each want in one pool at most, as much spared as can be.
//!
//! Candidates that share wants, directly or by others, make a component; components do not touch and are solved one by
//! one. A component has three answers: greedy (the baseline), local search, and the linear relaxation, whose optimum is a
//! bound. Where the relaxation is whole, or the component is small enough to branch, the answer is the optimum.

use super::grow::Candidate;
use super::local::{Packing, greedy, improved};
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
    let first = greedy(own);
    let (greedy, mut best) = (first.value(), improved(own, first, limits.rounds));
    let (mut bound, mut method) = (cover(own), Method::Search);
    if best.value() >= bound {
        method = Method::Proven;
    } else if own.len() <= limits.relaxed
        && let Some(answer) = relaxed(own)
    {
        bound = bound.min(answer.bound);
        method = take(own, &mut best, answer, limits.rounds);
        if method == Method::Search
            && own.len() <= limits.branched
            && let Some(answer) = whole(own, &best)
        {
            take(own, &mut best, answer, limits.rounds);
            bound = best.value();
            method = Method::Branched;
        }
    }
    let told = Component {
        wants: wants(own),
        candidates: own.len(),
        method,
        value: best.value(),
        greedy,
        bound: bound.max(best.value()),
    };
    (best.chosen(), told)
}

/// Takes an answer of the solver where it is better; says whether it ends the search.
fn take(own: &[&Candidate], best: &mut Packing, answer: Answer, rounds: usize) -> Method {
    let mut other = Packing::empty(own);
    for at in answer.chosen {
        other.force(own, at);
    }
    let other = if answer.whole {
        other
    } else {
        improved(own, other, rounds)
    };
    if other.value() > best.value() {
        *best = other;
    }
    // Amounts are whole cents; what separates two packings is one of them at least.
    if answer.whole || best.value() >= answer.bound {
        Method::Proven
    } else {
        Method::Search
    }
}

/// A bound that needs no solver: each want is worth at most the best share of a candidate that it is in.
fn cover(own: &[&Candidate]) -> i64 {
    let mut best: Vec<(usize, i64)> = Vec::new();
    for one in own {
        let size = i64::try_from(one.wants.len()).unwrap_or(1).max(1);
        let share = one.value().div_euclid(size) + 1;
        best.extend(one.wants.iter().map(|rank| (*rank, share)));
    }
    best.sort_unstable_by(|(one, a), (other, b)| one.cmp(other).then_with(|| b.cmp(a)));
    best.dedup_by_key(|(rank, _)| *rank);
    best.iter().map(|(_, share)| share).sum()
}

fn wants(own: &[&Candidate]) -> usize {
    let mut all: Vec<usize> = own
        .iter()
        .flat_map(|one| one.wants.iter().copied())
        .collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}
