//! Which id each id leads to, what persons decided, what moved; and how to put back what an event replaced.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::decisions::Verdict;

/// A place that moved away from where an id has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move<I> {
    /// The id of the place where it went.
    pub to: I,
    /// Since when.
    pub date: NaiveDate,
}

/// The state of all ids. Two books in the same state are equal here, whatever happened to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State<I: Ord> {
    homes: BTreeMap<I, I>,
    /// Those that lead to each id of today.
    names: BTreeMap<I, BTreeSet<I>>,
    pub(super) verdicts: BTreeMap<(I, I), (Verdict, usize)>,
    pub(super) moves: BTreeMap<I, Move<I>>,
}

/// What an event replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Before<I> {
    Home(I, Option<I>),
    Verdict((I, I), Option<(Verdict, usize)>),
    Move(I, Option<Move<I>>),
}

impl<I: Ord> Default for State<I> {
    fn default() -> Self {
        Self {
            homes: BTreeMap::new(),
            names: BTreeMap::new(),
            verdicts: BTreeMap::new(),
            moves: BTreeMap::new(),
        }
    }
}

impl<I: Ord + Clone> State<I> {
    pub(super) fn know(&mut self, id: &I) {
        if !self.homes.contains_key(id) {
            self.lead(id.clone(), id);
        }
    }

    pub(super) fn home<'a>(&'a self, id: &'a I) -> &'a I {
        self.homes.get(id).unwrap_or(id)
    }

    /// All ids that lead where this one leads.
    pub(super) fn names<'a>(&'a self, id: &'a I) -> BTreeSet<&'a I> {
        let home = self.home(id);
        let names = self.names.get(home).into_iter().flatten();
        names.chain([home]).collect()
    }

    /// The ids of today with all that lead to each.
    pub(super) fn groups(&self) -> &BTreeMap<I, BTreeSet<I>> {
        &self.names
    }

    pub(super) fn lead(&mut self, name: I, to: &I) -> Before<I> {
        let known = self.homes.insert(name.clone(), to.clone());
        if let Some(home) = &known
            && let Some(names) = self.names.get_mut(home)
        {
            names.remove(&name);
            if names.is_empty() {
                self.names.remove(home);
            }
        }
        self.names
            .entry(to.clone())
            .or_default()
            .insert(name.clone());
        Before::Home(name, known)
    }

    pub(super) fn restore(&mut self, before: &Before<I>) {
        match before {
            // An id that the event made known stays known.
            Before::Home(id, home) => {
                self.lead(id.clone(), home.as_ref().unwrap_or(id));
            }
            Before::Verdict(pair, known) => put(&mut self.verdicts, pair, known.as_ref()),
            Before::Move(id, known) => put(&mut self.moves, id, known.as_ref()),
        }
    }
}

fn put<K: Ord + Clone, V: Clone>(map: &mut BTreeMap<K, V>, key: &K, value: Option<&V>) {
    match value {
        Some(value) => map.insert(key.clone(), value.clone()),
        None => map.remove(key),
    };
}

pub(super) fn in_order<I: Ord + Clone>(a: &I, b: &I) -> (I, I) {
    if a <= b {
        (a.clone(), b.clone())
    } else {
        (b.clone(), a.clone())
    }
}
