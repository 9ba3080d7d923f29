//! Prices of wants: a bound that needs no solver, however large a component is, and what it leaves to be looked at.
//!
//! Whatever each want costs, no packing is worth more than all prices together and, for each candidate that is worth more
//! than its wants cost, the difference. Prices follow the demand, step by step, to where that is least (the Lagrangian dual
//! of the packing, by subgradient). All in whole cents: the bound is exact, and the same on every machine.

use super::local::{Field, Packing, in_turn};

/// The pace at which prices first follow the demand: its halves end at none.
const PACE: i64 = 128;
/// So many steps in a row that bring nothing halve the pace.
const PATIENCE: usize = 20;

/// What each want costs.
#[derive(Debug, Clone)]
pub(super) struct Prices {
    of: Vec<i64>,
    /// What nothing exceeds.
    pub(super) bound: i64,
}

impl Prices {
    /// The best prices of so many steps, beside a value that is known to be reached.
    pub(super) fn of(field: &Field<'_>, known: i64, steps: usize) -> Self {
        let mut best = Self::shares(field);
        let (mut pace, mut idle) = (PACE, 0);
        let mut tried = best.clone();
        for _step in 0..steps {
            let free = tried.weigh(field);
            if tried.bound < best.bound {
                best = tried.clone();
                idle = 0;
            } else {
                idle += 1;
            }
            if idle > PATIENCE {
                (pace, idle) = (pace / 2, 0);
                tried = best.clone();
                continue;
            }
            if best.bound <= known || pace == 0 || !tried.follow(&free, known, pace) {
                break;
            }
        }
        best
    }

    /// Where to begin: each want costs the best share that it has in a candidate, so that none is worth more.
    fn shares(field: &Field<'_>) -> Self {
        let mut of = vec![0; field.size()];
        for (at, wants) in field.wants.iter().enumerate() {
            let size = i64::try_from(wants.len()).unwrap_or(1).max(1);
            let share = field.value(at).div_euclid(size) + 1;
            for want in wants {
                if let Some(price) = of.get_mut(*want) {
                    *price = share.max(*price);
                }
            }
        }
        let bound = of.iter().sum();
        Self { of, bound }
    }

    /// What a candidate is worth beyond its price.
    fn beyond(&self, field: &Field<'_>, at: usize, wants: &[usize]) -> i64 {
        let prices = wants.iter().filter_map(|want| self.of.get(*want));
        field.value(at) - prices.sum::<i64>()
    }

    /// Computes the bound; says of each want how far it is from being taken once.
    fn weigh(&mut self, field: &Field<'_>) -> Vec<i64> {
        let mut free = vec![1; self.of.len()];
        self.bound = self.of.iter().sum();
        for (at, wants) in field.wants.iter().enumerate() {
            let beyond = self.beyond(field, at, wants);
            if beyond > 0 {
                self.bound += beyond;
                for want in wants {
                    if let Some(free) = free.get_mut(*want) {
                        *free -= 1;
                    }
                }
            }
        }
        free
    }

    /// Makes dearer what is asked for twice and cheaper what nobody asks for; false where nothing is left to change.
    fn follow(&mut self, free: &[i64], known: i64, pace: i64) -> bool {
        let moves = |(price, free): &(&mut i64, &i64)| **price > 0 || **free < 0;
        let far = |(_, free): (&mut i64, &i64)| free * free;
        let norm: i64 = self.of.iter_mut().zip(free).filter(moves).map(far).sum();
        if norm == 0 {
            return false;
        }
        let step = ((self.bound - known) * pace / PACE / norm).max(1);
        for (price, free) in self.of.iter_mut().zip(free) {
            *price = (*price - step * free).max(0);
        }
        true
    }

    /// The candidates that a packing worth so much, or more, may hold. All others cost more than the bound has to spare.
    pub(super) fn left(&self, field: &Field<'_>, known: i64) -> Vec<usize> {
        let all = field.wants.iter().enumerate();
        let may =
            all.filter(|(at, wants)| self.bound + self.beyond(field, *at, wants).min(0) >= known);
        may.map(|(at, _)| at).collect()
    }

    /// Those first that are worth most beyond their price.
    pub(super) fn guided(&self, field: &Field<'_>) -> Packing {
        let all = field.wants.iter().enumerate();
        let beyond = all.map(|(at, wants)| (-self.beyond(field, at, wants), at));
        let mut turns: Vec<(i64, usize)> = beyond.collect();
        turns.sort_unstable();
        in_turn(field, turns.into_iter().map(|(_, at)| at))
    }
}
