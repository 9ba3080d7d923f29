//! Set packing as a linear program, by `good_lp` with `microlp`: each want in one pool at most.
//!
//! Values go in as euros and come out as ranks of candidates, so that no cent is lost to the arithmetic of the solver; its
//! bound is rounded up to the cent.

use std::collections::BTreeMap;

use good_lp::solvers::SolutionStatus;
use good_lp::solvers::microlp::microlp;
use good_lp::{
    Expression, Solution, SolverModel, Variable, WithInitialSolution, constraint, variable,
    variables,
};

use super::local::{Field, Packing};

/// Twice the middle, in cents, for a euro.
const EURO: f64 = 200.0;
/// Below this a share is none; above its complement it is whole.
const SLACK: f64 = 1e-6;

/// What the solver says.
pub(super) struct Answer {
    /// Candidates taken by half or more, those taken whole last.
    pub(super) chosen: Vec<usize>,
    /// Whether every share is none or whole: the optimum.
    pub(super) whole: bool,
    /// Nothing is worth more.
    pub(super) bound: i64,
}

/// The linear relaxation of the candidates that are left.
pub(super) fn relaxed(field: &Field<'_>, left: &[usize]) -> Option<Answer> {
    solve(field, left, None)
}

/// The optimum among the candidates that are left, by branching from a packing of them that is known.
pub(super) fn whole(field: &Field<'_>, left: &[usize], known: &Packing) -> Option<Answer> {
    solve(field, left, Some(known))
}

fn solve(field: &Field<'_>, left: &[usize], known: Option<&Packing>) -> Option<Answer> {
    let mut program = variables!();
    let shares: Vec<Variable> = left
        .iter()
        .map(|_| {
            let share = variable().min(0).max(1);
            program.add(if known.is_some() {
                share.integer()
            } else {
                share
            })
        })
        .collect();
    let worth = |at: usize| float(field.value(at)) / EURO;
    let goal: Expression = left
        .iter()
        .zip(&shares)
        .map(|(at, share)| worth(*at) * *share)
        .sum();
    let mut model = program.maximise(goal).using(microlp);
    let mut wants: BTreeMap<usize, Expression> = BTreeMap::new();
    for (at, share) in left.iter().zip(&shares) {
        for rank in field.wants.get(*at).into_iter().flatten() {
            *wants.entry(*rank).or_default() += *share;
        }
    }
    for taken in wants.into_values() {
        model.add_constraint(constraint!(taken <= 1));
    }
    if let Some(known) = known {
        let chosen = known.chosen();
        let start = left.iter().zip(&shares).map(|(at, share)| {
            let taken = chosen.binary_search(at).is_ok();
            (*share, f64::from(u8::from(taken)))
        });
        let start: Vec<(Variable, f64)> = start.collect();
        model = model.with_initial_solution(start);
    }
    let solved = model.solve().ok()?;
    // Anything less proves nothing.
    if !matches!(solved.status(), SolutionStatus::Optimal) {
        return None;
    }
    let shares: Vec<f64> = shares.iter().map(|share| solved.value(*share)).collect();
    Some(read(field, left, &shares))
}

fn read(field: &Field<'_>, left: &[usize], shares: &[f64]) -> Answer {
    let both = || left.iter().copied().zip(shares.iter().copied());
    let worth: f64 = both()
        .map(|(at, share)| float(field.value(at)) * share)
        .sum();
    let is_whole = |share: &f64| *share < SLACK || *share > 1.0 - SLACK;
    let mut ranked: Vec<(usize, f64)> = both().collect();
    ranked.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let chosen = ranked.iter().filter(|(_, share)| *share >= 0.5);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "sums of amounts that people type are far below 2^53 cents"
    )]
    let bound = (worth * (1.0 + 1e-9)).ceil() as i64;
    Answer {
        // The surest last: they cross out whoever they touch.
        chosen: chosen.rev().map(|(at, _)| *at).collect(),
        whole: shares.iter().all(is_whole),
        bound,
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sums of amounts that people type are far below 2^53 cents"
)]
const fn float(value: i64) -> f64 {
    value as f64
}
