//! Which sums are shown to those who may not see whose they are: none of fewer than three authors, in no column,
//! not even by subtraction.
//!
//! Groups are parts of a whole: what an author has in one of them is in no other. Of sums that share what an author has,
//! one alone could be had by subtraction.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::Slug;
use crate::money::{Cents, TooMuch};

/// Fewest authors of a sum that is shown: with two, each knows the other's.
pub const FEWEST_AUTHORS: usize = 3;

/// Sums of several columns that move together.
pub trait Columns: Copy + Default {
    /// Both together.
    fn plus(self, other: Self) -> Result<Self, TooMuch>;

    /// Each column, always in the same order.
    fn columns(self) -> impl Iterator<Item = Cents>;
}

/// What several authors have together, and what each has of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group<S> {
    /// How much.
    pub sums: S,
    /// Of whom, and of each how much.
    authors: BTreeMap<Slug, S>,
}

impl<S: Columns> Group<S> {
    /// Counts what an author has.
    pub fn add(&mut self, author: Slug, sums: S) -> Result<(), TooMuch> {
        self.sums = self.sums.plus(sums)?;
        let own = self.authors.entry(author).or_default();
        *own = own.plus(sums)?;
        Ok(())
    }

    /// Counts all that another group has.
    fn join(&mut self, other: &Self) -> Result<(), TooMuch> {
        let mut own = other.authors.iter();
        own.try_for_each(|(author, sums)| self.add(author.clone(), *sums))
    }

    /// Whose it is.
    pub fn authors(&self) -> impl Iterator<Item = &Slug> {
        self.authors.keys()
    }

    /// Whether enough authors have something, and enough of whatever any of them has: where one alone is promised
    /// something, the sum of what is promised is theirs, however many were paid.
    #[must_use]
    pub fn is_many(&self) -> bool {
        let mut have: Vec<usize> = Vec::new();
        for own in self.authors.values() {
            for (at, cents) in own.columns().enumerate() {
                have.resize(have.len().max(at + 1), 0);
                if let Some(count) = have.get_mut(at).filter(|_count| cents != Cents::ZERO) {
                    *count += 1;
                }
            }
        }
        let of_many = |count: &usize| *count == 0 || *count >= FEWEST_AUTHORS;
        self.authors.len() >= FEWEST_AUTHORS && have.iter().all(of_many)
    }
}

/// The sum of each group, `None` where it is withheld. The groups that are withheld are many together: whoever subtracts
/// what is shown from the whole learns of nobody alone.
pub fn shown<K: Ord + Clone, S: Columns>(
    groups: &BTreeMap<K, Group<S>>,
) -> Result<BTreeMap<K, Option<S>>, TooMuch> {
    let few = groups.iter().filter(|(_, group)| !group.is_many());
    let mut hidden: BTreeSet<&K> = few.map(|(key, _)| key).collect();
    while !hidden.is_empty() && !together(groups, &hidden)?.is_many() {
        let open = groups.iter().filter(|(key, _)| !hidden.contains(key));
        let Some((next, _)) = open.min_by_key(|(_, group)| group.authors.len()) else {
            break;
        };
        hidden.insert(next);
    }
    let told = |(key, group): (&K, &Group<S>)| {
        let sums = (!hidden.contains(&key)).then_some(group.sums);
        (key.clone(), sums)
    };
    Ok(groups.iter().map(told).collect())
}

/// The sum of all groups, `None` where it is withheld.
pub fn shown_whole<K: Ord, S: Columns>(
    groups: &BTreeMap<K, Group<S>>,
) -> Result<Option<S>, TooMuch> {
    let all = together(groups, &groups.keys().collect())?;
    Ok(all.is_many().then_some(all.sums))
}

fn together<K: Ord, S: Columns>(
    groups: &BTreeMap<K, Group<S>>,
    of: &BTreeSet<&K>,
) -> Result<Group<S>, TooMuch> {
    let mut own = groups.iter().filter(|(key, _)| of.contains(key));
    own.try_fold(Group::default(), |mut all, (_, group)| {
        all.join(group)?;
        Ok(all)
    })
}
