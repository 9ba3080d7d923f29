//! What persons said of pairs of records, and what of it holds.
//!
//! A decision holds until a later one contradicts it. No machine is asked again about a pair that was decided, and
//! "the same" reaches across: A as B and B as C make A as C, even when B has left the lists.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

/// What a person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Two things.
    Different,
    /// One thing.
    Same,
}

/// A person's word on two ids, in any order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decision {
    /// One id.
    pub a: String,
    /// The other.
    pub b: String,
    /// What was said.
    pub verdict: Verdict,
    /// Place in time, whatever the unit: the later word counts.
    #[serde(default)]
    pub at: u64,
}

/// The decisions that hold.
#[derive(Debug, Default)]
pub(crate) struct Settled<'a> {
    numbers: HashMap<&'a str, usize>,
    parts: Vec<usize>,
    members: Vec<Vec<usize>>,
    apart: HashSet<(usize, usize)>,
}

impl<'a> Settled<'a> {
    /// Reads decisions, the latest first; at one moment "different" comes first.
    pub(crate) fn of(decisions: &'a [Decision]) -> Self {
        let mut sorted: Vec<&Decision> = decisions.iter().collect();
        sorted.sort_by_key(|one| {
            let (first, second) = in_order(&one.a, &one.b);
            (std::cmp::Reverse(one.at), one.verdict, first, second)
        });
        let mut settled = Self::default();
        for decision in sorted {
            let (a, b) = (settled.number(&decision.a), settled.number(&decision.b));
            settled.take(a, b, decision.verdict);
        }
        settled
    }

    fn number(&mut self, id: &'a str) -> usize {
        let next = self.parts.len();
        let number = *self.numbers.entry(id).or_insert(next);
        if number == next {
            self.parts.push(next);
            self.members.push(vec![next]);
        }
        number
    }

    fn part(&self, number: usize) -> usize {
        self.parts.get(number).copied().unwrap_or(number)
    }

    fn take(&mut self, a: usize, b: usize, verdict: Verdict) {
        let (of_a, of_b) = (self.part(a), self.part(b));
        match verdict {
            Verdict::Different if of_a != of_b => {
                self.apart.insert((a.min(b), a.max(b)));
            }
            Verdict::Same if of_a != of_b && !self.kept_apart(of_a, of_b) => self.join(of_a, of_b),
            _ => {}
        }
    }

    fn of_part(&self, part: usize) -> &[usize] {
        self.members
            .get(part)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    fn kept_apart(&self, one: usize, other: usize) -> bool {
        self.of_part(one).iter().any(|a| {
            let mut others = self.of_part(other).iter();
            others.any(|b| self.apart.contains(&(*a.min(b), *a.max(b))))
        })
    }

    fn join(&mut self, into: usize, from: usize) {
        let moved = self
            .members
            .get_mut(from)
            .map(std::mem::take)
            .unwrap_or_default();
        for number in &moved {
            if let Some(part) = self.parts.get_mut(*number) {
                *part = into;
            }
        }
        if let Some(members) = self.members.get_mut(into) {
            members.extend(moved);
        }
    }

    /// What holds of two ids.
    pub(crate) fn verdict(&self, a: &str, b: &str) -> Option<Verdict> {
        let (a, b) = (*self.numbers.get(a)?, *self.numbers.get(b)?);
        let (of_a, of_b) = (self.part(a), self.part(b));
        if of_a == of_b {
            return Some(Verdict::Same);
        }
        self.kept_apart(of_a, of_b).then_some(Verdict::Different)
    }

    /// Sets of ids that are one thing, two or more each.
    pub(crate) fn joined(&self) -> Vec<Vec<&'a str>> {
        let mut sets: BTreeMap<usize, Vec<&'a str>> = BTreeMap::new();
        for (id, number) in &self.numbers {
            sets.entry(self.part(*number)).or_default().push(id);
        }
        sets.into_values().filter(|ids| ids.len() > 1).collect()
    }
}

pub(crate) fn in_order<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    if a <= b { (a, b) } else { (b, a) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(a: &str, b: &str, verdict: Verdict, at: u64) -> Decision {
        Decision {
            a: a.into(),
            b: b.into(),
            verdict,
            at,
        }
    }

    #[test]
    fn the_same_reaches_across_and_so_does_different() {
        let decisions = [
            said("a", "b", Verdict::Same, 1),
            said("c", "b", Verdict::Same, 1),
            said("c", "d", Verdict::Different, 1),
        ];
        let settled = Settled::of(&decisions);
        assert_eq!(settled.verdict("a", "c"), Some(Verdict::Same));
        assert_eq!(settled.verdict("d", "a"), Some(Verdict::Different));
        assert_eq!(settled.verdict("a", "z"), None);
    }

    #[test]
    fn the_later_word_counts_in_whatever_order_they_are_read() {
        let mut decisions = [
            said("a", "b", Verdict::Same, 1),
            said("b", "c", Verdict::Same, 2),
            said("c", "a", Verdict::Different, 3),
        ];
        for _ in 0..3 {
            decisions.rotate_left(1);
            let settled = Settled::of(&decisions);
            assert_eq!(settled.verdict("b", "c"), Some(Verdict::Same));
            assert_eq!(settled.verdict("a", "c"), Some(Verdict::Different));
            assert_eq!(settled.verdict("a", "b"), Some(Verdict::Different));
        }
    }
}
