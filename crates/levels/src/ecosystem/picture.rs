//! Choosing what a picture shows: kinds, a level, no more than can be read.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use portulan_model::{CommuneCode, OrganisationRole, PlaceId};

use super::{Actor, ActorKind, Ecosystem, Knot, Tie, TieKind};
use crate::level::Level;

/// Gives each actor its rank.
pub(super) fn lay(
    standing: BTreeMap<Actor, Level>,
    ties: &BTreeMap<(Actor, Actor), TieKind>,
    communes: &BTreeMap<PlaceId, CommuneCode>,
) -> Ecosystem {
    let knot = |(actor, level)| Knot {
        commune: match &actor {
            Actor::Place(id) => communes.get(id).copied(),
            _ => None,
        },
        actor,
        level,
        count: 1,
    };
    let mut knots: Vec<Knot> = standing.into_iter().map(knot).collect();
    knots.sort_by(|a, b| order(a).cmp(&order(b)));
    let ties: Vec<_> = {
        let ranks = ranks(&knots);
        let tie = |((from, to), kind): (&(Actor, Actor), &TieKind)| {
            let (from, to) = (*ranks.get(from)?, *ranks.get(to)?);
            Some(Tie {
                from,
                to,
                kind: *kind,
            })
        };
        ties.iter().filter_map(tie).collect()
    };
    Ecosystem {
        knots,
        ties,
        left_out: 0,
    }
}

const fn order(knot: &Knot) -> (ActorKind, Level, &Actor) {
    (knot.actor.kind(), knot.level, &knot.actor)
}

fn ranks(knots: &[Knot]) -> HashMap<&Actor, usize> {
    knots.iter().map(|knot| &knot.actor).zip(0..).collect()
}

impl Ecosystem {
    /// How many ties each knot has, by its rank.
    #[must_use]
    pub fn degrees(&self) -> Vec<usize> {
        let mut degrees = vec![0; self.knots.len()];
        for rank in self.ties.iter().flat_map(|tie| [tie.from, tie.to]) {
            if let Some(degree) = degrees.get_mut(rank) {
                *degree += 1;
            }
        }
        degrees
    }

    /// The ties of a knot and what stands at their other end.
    pub fn around(&self, rank: usize) -> impl Iterator<Item = (&Tie, &Knot)> {
        self.ties.iter().filter_map(move |tie| {
            let other = match rank {
                _ if tie.from == rank => tie.to,
                _ if tie.to == rank => tie.from,
                _ => return None,
            };
            Some((tie, self.knots.get(other)?))
        })
    }

    /// Only these kinds.
    #[must_use]
    pub fn of_kinds(&self, kinds: &BTreeSet<ActorKind>) -> Self {
        self.keep(|_, knot| kinds.contains(&knot.actor.kind()))
    }

    /// What stands at a level, and what is tied to it.
    #[must_use]
    pub fn at_level(&self, level: Level) -> Self {
        self.around_those(|_, knot| knot.level == level)
    }

    /// The roles of an organisation by its ties here: it leads, it employs.
    #[must_use]
    pub fn roles_here(&self, rank: usize) -> BTreeSet<OrganisationRole> {
        let own = self.ties.iter().filter(|tie| tie.from == rank);
        own.filter_map(|tie| tie.kind.role()).collect()
    }

    /// Some knots, by their rank, and what is tied to them.
    #[must_use]
    pub fn around_those(&self, wanted: impl Fn(usize, &Knot) -> bool) -> Self {
        let there: BTreeSet<usize> = (0..)
            .zip(&self.knots)
            .filter(|(rank, knot)| wanted(*rank, knot))
            .map(|(rank, _)| rank)
            .collect();
        let near: BTreeSet<usize> = self
            .ties
            .iter()
            .filter(|tie| there.contains(&tie.from) || there.contains(&tie.to))
            .flat_map(|tie| [tie.from, tie.to])
            .chain(there.iter().copied())
            .collect();
        self.keep(|rank, _| near.contains(&rank))
    }

    /// No more actors than can be read: the places of each commune together where there are too many, then without those
    /// that have the fewest ties.
    #[must_use]
    pub fn within(&self, most: usize) -> Self {
        if self.knots.len() <= most {
            return self.clone();
        }
        let folded = self.folded();
        let Some(too_many) = folded.knots.len().checked_sub(most).filter(|n| *n > 0) else {
            return folded;
        };
        let mut by_ties: Vec<_> = folded.degrees().into_iter().zip(0..).collect();
        by_ties.sort_by_key(|(degree, rank): &(usize, usize)| (*degree, std::cmp::Reverse(*rank)));
        let gone: BTreeSet<usize> = by_ties
            .iter()
            .take(too_many)
            .map(|(_, rank)| *rank)
            .collect();
        let mut kept = folded.keep(|rank, _| !gone.contains(&rank));
        let lost = |(rank, knot): (usize, &Knot)| gone.contains(&rank).then_some(knot.count);
        kept.left_out = folded.left_out + (0..).zip(&folded.knots).filter_map(lost).sum::<usize>();
        kept
    }

    /// The places of each commune as one knot with all their ties.
    fn folded(&self) -> Self {
        let stands_for = |knot: &Knot| match (&knot.actor, knot.commune) {
            (Actor::Place(_), Some(commune)) => Actor::Places(commune),
            _ => knot.actor.clone(),
        };
        let mut together: BTreeMap<Actor, Knot> = BTreeMap::new();
        for knot in &self.knots {
            let actor = stands_for(knot);
            let seen = together
                .get(&actor)
                .map_or((0, knot.level), |one| (one.count, one.level));
            let merged = Knot {
                actor: actor.clone(),
                level: seen.1.min(knot.level),
                count: seen.0 + knot.count,
                commune: knot.commune,
            };
            together.insert(actor, merged);
        }
        let mut knots: Vec<Knot> = together.into_values().collect();
        knots.sort_by(|a, b| order(a).cmp(&order(b)));
        let ranks = ranks(&knots);
        let moved = |rank: usize| ranks.get(&stands_for(self.knots.get(rank)?)).copied();
        let mut ties: BTreeMap<(usize, usize), TieKind> = BTreeMap::new();
        for tie in &self.ties {
            if let (Some(from), Some(to)) = (moved(tie.from), moved(tie.to)) {
                let held = ties.entry((from, to)).or_insert(tie.kind);
                *held = tie.kind.min(*held);
            }
        }
        drop(ranks);
        let ties = ties
            .into_iter()
            .map(|((from, to), kind)| Tie { from, to, kind });
        Self {
            ties: ties.collect(),
            knots,
            left_out: self.left_out,
        }
    }

    fn keep(&self, keep: impl Fn(usize, &Knot) -> bool) -> Self {
        let mut rank_now: HashMap<usize, usize> = HashMap::new();
        let mut knots = Vec::new();
        for (rank, knot) in self
            .knots
            .iter()
            .enumerate()
            .filter(|(rank, knot)| keep(*rank, knot))
        {
            rank_now.insert(rank, knots.len());
            knots.push(knot.clone());
        }
        let moved = |tie: &Tie| {
            Some(Tie {
                from: *rank_now.get(&tie.from)?,
                to: *rank_now.get(&tie.to)?,
                kind: tie.kind,
            })
        };
        Self {
            ties: self.ties.iter().filter_map(moved).collect(),
            knots,
            left_out: self.left_out,
        }
    }
}
