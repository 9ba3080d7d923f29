//! From pairs to groups: which records are one place.
//!
//! No chains. Two groups join only when the records of both sides, pair by pair, bear it: none speaks against it, none
//! is hosted by another, and the average is high enough. Persons' decisions come first and bind. The order of the
//! input changes nothing.

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};

use crate::decisions::{Decision, Settled, Verdict};
use crate::organisations::parted;
use crate::{Corpus, Links, Options, Outcome, Pair, Record, compare_with};

/// The average of the pairs between two sides, from which they join. On the tuning part of the labels of
/// Ille-et-Vilaine, anything from 0.3 to 0.6 gives the same answers.
const AVERAGE: f64 = 0.5;
/// A pair under this probability speaks against a group. On the same part, anything from 0.01 to 0.2 gives the same
/// answers.
const AGAINST: f64 = 0.05;

/// Groups of two or more records, as indices: members by their ids, groups by their first member.
#[must_use]
pub fn groups(records: &[Record], links: &Links, decisions: &[Decision]) -> Vec<Vec<u32>> {
    Grouping::new(records, links, decisions, None).run()
}

/// As [`groups`], with the corpus that `link` has made already.
#[must_use]
pub fn groups_in(
    corpus: &Corpus,
    records: &[Record],
    links: &Links,
    decisions: &[Decision],
) -> Vec<Vec<u32>> {
    Grouping::new(records, links, decisions, Some(corpus)).run()
}

struct Grouping<'a> {
    records: &'a [Record],
    decided: Settled<'a>,
    made: OnceCell<Corpus>,
    given: Option<&'a Corpus>,
    known: HashMap<(u32, u32), f64>,
    /// Group of each record.
    homes: Vec<u32>,
    members: Vec<Vec<u32>>,
    candidates: BinaryHeap<Candidate>,
}

/// Two records whose groups may join. Stale as soon as one of the groups has grown.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Candidate {
    score: f64,
    /// Ranks of the ids: the tie between equal scores.
    ranks: (u32, u32),
    pair: (u32, u32),
    sizes: (usize, usize),
}

impl Eq for Candidate {}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        let scores = self.score.total_cmp(&other.score);
        scores.then_with(|| other.ranks.cmp(&self.ranks))
    }
}

/// A pair that forbids a group, in the map of probabilities.
const NEVER: f64 = -1.0;

impl<'a> Grouping<'a> {
    fn new(
        records: &'a [Record],
        links: &Links,
        decisions: &'a [Decision],
        given: Option<&'a Corpus>,
    ) -> Self {
        let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
        let mut grouping = Self {
            records,
            decided: Settled::of(decisions),
            made: OnceCell::new(),
            given,
            known: HashMap::with_capacity(links.pairs.len()),
            homes: (0..count).collect(),
            members: (0..count).map(|index| vec![index]).collect(),
            candidates: BinaryHeap::new(),
        };
        grouping.join_decided();
        grouping.learn(links);
        grouping
    }

    fn id(&self, index: u32) -> &'a str {
        let record = self.records.get(index as usize);
        record.map(|record| record.id.as_str()).unwrap_or_default()
    }

    fn join_decided(&mut self) {
        let decided = self.decided.joined();
        if decided.is_empty() {
            return;
        }
        let indices: HashMap<&str, u32> = (0_u32..)
            .zip(self.records)
            .map(|(index, record)| (record.id.as_str(), index))
            .collect();
        for ids in decided {
            let mut present = ids.iter().filter_map(|id| indices.get(id).copied());
            if let Some(first) = present.next() {
                present.for_each(|other| self.join(self.home(first), self.home(other)));
            }
        }
    }

    /// Keeps the probabilities of the pairs and makes candidates of those that are the same.
    fn learn(&mut self, links: &Links) {
        let mut ranks = vec![0_u32; self.records.len()];
        let mut sorted: Vec<u32> = self.homes.iter().zip(0..).map(|(_, index)| index).collect();
        sorted.sort_unstable_by_key(|index| self.id(*index));
        for (rank, index) in (0..).zip(&sorted) {
            if let Some(slot) = ranks.get_mut(*index as usize) {
                *slot = rank;
            }
        }
        let rank = |index: u32| ranks.get(index as usize).copied().unwrap_or(index);
        for pair in &links.pairs {
            let value = if self.forbidden(pair.a, pair) {
                NEVER
            } else {
                pair.probability
            };
            self.known.insert(key(pair.a, pair.b), value);
            if pair.outcome == Outcome::Same {
                let (a, b) = (rank(pair.a), rank(pair.b));
                self.candidates.push(Candidate {
                    score: pair.probability,
                    ranks: (a.min(b), a.max(b)),
                    pair: (pair.a, pair.b),
                    sizes: (1, 1),
                });
            }
        }
        for members in &mut self.members {
            members.sort_unstable_by_key(|index| rank(*index));
        }
    }

    fn home(&self, index: u32) -> u32 {
        self.homes.get(index as usize).copied().unwrap_or(index)
    }

    fn group(&self, home: u32) -> &[u32] {
        let members = self.members.get(home as usize);
        members.map(Vec::as_slice).unwrap_or_default()
    }

    fn join(&mut self, into: u32, from: u32) {
        if into == from {
            return;
        }
        let moved = self.members.get_mut(from as usize).map(std::mem::take);
        let moved = moved.unwrap_or_default();
        for index in &moved {
            if let Some(home) = self.homes.get_mut(*index as usize) {
                *home = into;
            }
        }
        let records = self.records;
        if let Some(members) = self.members.get_mut(into as usize) {
            members.extend(moved);
            members.sort_unstable_by_key(|index| {
                records
                    .get(*index as usize)
                    .map(|record| record.id.as_str())
            });
        }
    }

    fn run(mut self) -> Vec<Vec<u32>> {
        while let Some(candidate) = self.candidates.pop() {
            let (a, b) = (self.home(candidate.pair.0), self.home(candidate.pair.1));
            if a == b {
                continue;
            }
            let sizes = (self.group(a).len(), self.group(b).len());
            let fresh = sizes == candidate.sizes;
            match self.average(a, b) {
                Some(score) if fresh || score >= candidate.score => self.join(a, b),
                Some(score) => self.candidates.push(Candidate {
                    score,
                    sizes,
                    ..candidate
                }),
                None => {}
            }
        }
        let mut found: Vec<Vec<u32>> = std::mem::take(&mut self.members);
        found.retain(|members| members.len() > 1);
        found.sort_unstable_by_key(|members| members.first().map(|first| self.id(*first)));
        found
    }

    /// The average between two groups; nothing when they must not join.
    fn average(&mut self, a: u32, b: u32) -> Option<f64> {
        let (left, right) = (self.group(a).to_vec(), self.group(b).to_vec());
        let (mut sum, mut count) = (0.0, 0.0);
        for one in &left {
            for other in &right {
                sum += self.between(*one, *other)?;
                count += 1.0;
            }
        }
        let average = sum / count;
        (average >= AVERAGE).then_some(average)
    }

    /// The probability of a pair, compared now if it was not before; nothing when it speaks against a group.
    fn between(&mut self, a: u32, b: u32) -> Option<f64> {
        match self.decided.verdict(self.id(a), self.id(b)) {
            Some(Verdict::Different) => return None,
            Some(Verdict::Same) => return Some(1.0),
            None => {}
        }
        let probability = match self.known.get(&key(a, b)) {
            Some(known) => *known,
            None => self.compare(a, b),
        };
        (probability >= AGAINST).then_some(probability)
    }

    /// Whether a pair may not be in one group; `of` is one of the two.
    fn forbidden(&self, of: u32, pair: &Pair) -> bool {
        let record = self.records.get(of as usize);
        pair.outcome == Outcome::Hosted || record.is_some_and(|record| parted(record, pair))
    }

    fn compare(&mut self, a: u32, b: u32) -> f64 {
        let (Some(first), Some(second)) =
            (self.records.get(a as usize), self.records.get(b as usize))
        else {
            return NEVER;
        };
        let corpus = self
            .given
            .unwrap_or_else(|| self.made.get_or_init(|| Corpus::of(self.records)));
        let pair = compare_with(first, second, corpus, &Options::default());
        let forbidden = self.forbidden(a, &pair);
        let probability = if forbidden { NEVER } else { pair.probability };
        self.known.insert(key(a, b), probability);
        probability
    }
}

const fn key(a: u32, b: u32) -> (u32, u32) {
    if a < b { (a, b) } else { (b, a) }
}

#[cfg(test)]
mod tests;
