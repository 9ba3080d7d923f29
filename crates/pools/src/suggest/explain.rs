//! Why this pool and not the next: every reason as data, worded elsewhere.

use std::cmp::Reverse;
use std::collections::HashMap;

use portulan_model::{Cents, ClosedList, CommuneCode, Public, Slug};

use super::Options;
use super::answer::{Cause, Evidence, Rival, Suggestion, Unpooled};
use super::grow::Candidate;
use super::known::Known;
use super::meet::Meetings;
use super::worth::{Rule, Sum};
use crate::terms::leading;
use crate::want::{Alliance, Span, Want};

/// What the State gave for a whole post under the second convention of the *conseillers numériques*: 17 500 € to a public
/// and 20 000 € to a private employer in the first year, 12 500 € and 14 000 € in the second.
const AID: (Span, Span) = (
    Span::new(Cents::euros(17_500), Cents::euros(20_000)),
    Span::new(Cents::euros(12_500), Cents::euros(14_000)),
);

/// Holds all that reasons are drawn from.
pub(super) struct Explainer<'a> {
    wants: &'a [Want],
    known: &'a [Known],
    meetings: &'a Meetings,
    candidates: &'a [Candidate],
    options: &'a Options,
    /// Candidates of each want, best first.
    of: Vec<Vec<usize>>,
}

impl<'a> Explainer<'a> {
    pub(super) fn new(
        wants: &'a [Want],
        known: &'a [Known],
        meetings: &'a Meetings,
        candidates: &'a [Candidate],
        options: &'a Options,
    ) -> Self {
        let mut of: Vec<Vec<usize>> = vec![Vec::new(); wants.len()];
        for (at, one) in candidates.iter().enumerate() {
            for rank in &one.wants {
                if let Some(list) = of.get_mut(*rank) {
                    list.push(at);
                }
            }
        }
        Self {
            wants,
            known,
            meetings,
            candidates,
            options,
            of,
        }
    }

    /// The pools chosen, best first, and the wants that are in none.
    pub(super) fn explain(&self, chosen: &[usize]) -> (Vec<Suggestion>, Vec<Unpooled>) {
        let mut order: Vec<usize> = chosen.to_vec();
        let value = |at: &usize| self.candidates.get(*at).map_or(0, Candidate::value);
        order.sort_by_key(|at| (Reverse(value(at)), *at));
        // By want: the rank of its pool in the answer, and its candidate.
        let mut held: HashMap<usize, (usize, usize)> = HashMap::new();
        for (rank, at) in order.iter().enumerate() {
            let wants = self.candidates.get(*at).map(|one| one.wants.as_slice());
            for want in wants.unwrap_or_default() {
                held.insert(*want, (rank, *at));
            }
        }
        let pools = order.iter().filter_map(|at| self.suggestion(*at, &held));
        let pools = pools.collect();
        let free = (0..self.wants.len()).filter(|rank| !held.contains_key(rank));
        (
            pools,
            free.filter_map(|rank| self.unpooled(rank, &held)).collect(),
        )
    }

    fn suggestion(&self, at: usize, held: &HashMap<usize, (usize, usize)>) -> Option<Suggestion> {
        let one = self.candidates.get(at)?;
        let members: Vec<&Want> = one
            .wants
            .iter()
            .filter_map(|rank| self.wants.get(*rank))
            .collect();
        let mut sums = one.wants.iter().filter_map(|rank| self.known.get(*rank));
        let first = Sum::of(sums.next()?, &self.options.rates);
        let sum = sums.try_fold(first, |sum, known| {
            sum.with(&Sum::of(known, &self.options.rates))
        })?;
        let savings = sum.savings(&self.options.rates);
        let posts = savings
            .iter()
            .any(|one| matches!(one.rule, Rule::WholePost { .. }));
        let touching = one.wants.iter().filter_map(|rank| self.of.get(*rank));
        let rivals = touching.flatten().copied().filter(|other| *other != at);
        Some(Suggestion {
            wants: members.iter().map(|want| want.id.clone()).collect(),
            organisations: members
                .iter()
                .map(|want| want.organisation.clone())
                .collect(),
            lead: leading(members.iter().copied())?,
            evidence: self.evidence(one, &members, &sum, posts),
            cost: sum.cost(&self.options.rates),
            savings,
            net: one.net,
            rival: self.best_rival(rivals, held),
        })
    }

    fn evidence(
        &self,
        one: &Candidate,
        members: &[&Want],
        sum: &Sum,
        posts: bool,
    ) -> Vec<Evidence> {
        let subjects = sum.subjects.all().into_iter();
        let mut all: Vec<Evidence> = subjects
            .map(|subject| Evidence::Subject { subject })
            .collect();
        match self.shared_commune(one) {
            Some(commune) => all.push(Evidence::Commune { commune }),
            None => all.push(Evidence::Near {
                metres: self.widest(one),
            }),
        }
        all.push(Evidence::Years { years: sum.years });
        let publics = Public::ALL.iter().copied();
        let everyones =
            publics.filter(|public| members.iter().all(|one| one.publics.contains(*public)));
        all.extend(everyones.map(|public| Evidence::Public { public }));
        all.extend(wishes(members));
        if posts {
            let (first, second) = AID;
            all.push(Evidence::PostAid { first, second });
        }
        all
    }

    fn shared_commune(&self, one: &Candidate) -> Option<CommuneCode> {
        let mut all = one.wants.iter().filter_map(|rank| self.known.get(*rank));
        let first = all.next()?;
        let others: Vec<&Known> = all.collect();
        let shared = |code: &&CommuneCode| {
            let mut others = others.iter();
            others.all(|other| other.communes.binary_search(code).is_ok())
        };
        first.communes.iter().find(shared).copied()
    }

    fn widest(&self, one: &Candidate) -> u32 {
        let pairs = one.wants.iter().enumerate().flat_map(|(at, rank)| {
            let others = one.wants.iter().skip(at + 1);
            others.filter_map(move |other| self.meetings.metres(*rank, *other))
        });
        pairs.max().unwrap_or(0)
    }

    /// Of some candidates, the one whose taking in would lose least.
    fn best_rival(
        &self,
        rivals: impl Iterator<Item = usize>,
        held: &HashMap<usize, (usize, usize)>,
    ) -> Option<Rival> {
        let weighed = rivals.filter_map(|at| {
            let one = self.candidates.get(at)?;
            let mut crossed: Vec<(usize, usize)> = one
                .wants
                .iter()
                .filter_map(|rank| held.get(rank))
                .copied()
                .collect();
            crossed.sort_unstable();
            crossed.dedup();
            let lost = crossed
                .iter()
                .filter_map(|(_, at)| self.candidates.get(*at));
            let lost: i64 = lost.map(Candidate::value).sum();
            Some((lost - one.value(), at, one, crossed))
        });
        let (loses, _, one, crossed) = weighed.min_by_key(|(loses, at, _, _)| (*loses, *at))?;
        Some(Rival {
            wants: self.ids(one),
            net: one.net,
            crosses: crossed.into_iter().map(|(rank, _)| rank).collect(),
            loses: Cents::new(loses / 2),
        })
    }

    fn unpooled(&self, rank: usize, held: &HashMap<usize, (usize, usize)>) -> Option<Unpooled> {
        let (want, known) = (self.wants.get(rank)?, self.known.get(rank)?);
        let own = self.of.get(rank).map(Vec::as_slice).unwrap_or_default();
        let cause = if known.alone {
            Cause::Alone
        } else if !known.has_need() {
            Cause::NoNeed
        } else if self.meetings.of(rank).is_empty() {
            // One that nobody can place still meets others of its commune.
            match known.spots.as_slice() {
                [] => Cause::NoPlace,
                _ => Cause::Nobody,
            }
        } else {
            let rival = self.best_rival(own.iter().copied(), held);
            rival.map_or(Cause::Nothing, |rival| Cause::Outbid { rival })
        };
        Some(Unpooled {
            want: want.id.clone(),
            cause,
        })
    }

    fn ids(&self, one: &Candidate) -> Vec<Slug> {
        let wants = one.wants.iter().filter_map(|rank| self.wants.get(*rank));
        wants.map(|want| want.id.clone()).collect()
    }
}

/// Wishes that the pool grants.
fn wishes(members: &[&Want]) -> Vec<Evidence> {
    let wish = |want: &&Want| {
        let wished = match &want.alliance {
            Alliance::With(wished) => wished.as_slice(),
            Alliance::Open | Alliance::Alone => &[],
        };
        let granted = wished.iter().filter(|other| {
            let mut members = members.iter();
            **other != want.organisation && members.any(|one| one.organisation == **other)
        });
        let by = want.organisation.clone();
        let told = granted.map(move |with| Evidence::Wished {
            by: by.clone(),
            with: with.clone(),
        });
        told.collect::<Vec<_>>()
    };
    members.iter().flat_map(wish).collect()
}
