//! Which sums are shown to those who may not see whose they are: none of fewer than three authors, not even by subtraction.

use std::collections::{BTreeMap, BTreeSet};

use super::sums::Sums;
use crate::ids::Slug;
use crate::money::TooMuch;

/// Fewest authors of a sum that is shown: with two, each knows the other's.
pub const FEWEST_AUTHORS: usize = 3;

/// A sum and whose it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// How much.
    pub sums: Sums,
    /// Of whom.
    pub authors: BTreeSet<Slug>,
}

impl Group {
    /// Counts what an author has.
    pub fn add(&mut self, author: Slug, sums: Sums) -> Result<(), TooMuch> {
        self.sums = self.sums.plus(sums)?;
        self.authors.insert(author);
        Ok(())
    }

    fn is_many(&self) -> bool {
        self.authors.len() >= FEWEST_AUTHORS
    }
}

/// The sum of each group, `None` where it is withheld. The groups that are withheld have three authors together at least:
/// whoever subtracts what is shown from the whole learns of nobody alone.
#[must_use]
pub fn shown<K: Ord + Clone>(groups: &BTreeMap<K, Group>) -> BTreeMap<K, Option<Sums>> {
    let mut hidden: BTreeSet<&K> = BTreeSet::new();
    let few = groups.iter().filter(|(_, group)| !group.is_many());
    hidden.extend(few.map(|(key, _)| key));
    while !hidden.is_empty() && authors(groups, &hidden).len() < FEWEST_AUTHORS {
        let open = groups.iter().filter(|(key, _)| !hidden.contains(key));
        let Some((next, _)) = open.min_by_key(|(_, group)| group.authors.len()) else {
            break;
        };
        hidden.insert(next);
    }
    let told = |(key, group): (&K, &Group)| {
        let sums = (!hidden.contains(&key)).then_some(group.sums);
        (key.clone(), sums)
    };
    groups.iter().map(told).collect()
}

/// The sum of all groups, `None` where it is withheld.
pub fn shown_whole<K: Ord>(groups: &BTreeMap<K, Group>) -> Result<Option<Sums>, TooMuch> {
    let all: BTreeSet<&K> = groups.keys().collect();
    let sums = groups.values().map(|group| group.sums);
    let whole = sums.into_iter().try_fold(Sums::default(), Sums::plus)?;
    Ok((authors(groups, &all).len() >= FEWEST_AUTHORS).then_some(whole))
}

fn authors<'a, K: Ord>(groups: &'a BTreeMap<K, Group>, of: &BTreeSet<&K>) -> BTreeSet<&'a Slug> {
    let own = groups.iter().filter(|(key, _)| of.contains(key));
    own.flat_map(|(_, group)| &group.authors).collect()
}
