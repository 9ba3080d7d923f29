//! Which sums are shown to those who may not see whose they are: none of fewer than three authors, in no column,
//! not even by subtraction.

use std::collections::{BTreeMap, BTreeSet};

use super::sums::Sums;
use crate::ids::Slug;
use crate::money::{Cents, TooMuch};

/// Fewest authors of a sum that is shown: with two, each knows the other's.
pub const FEWEST_AUTHORS: usize = 3;

/// What several authors have together, and what each has of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// How much.
    pub sums: Sums,
    /// Of whom, and of each how much.
    authors: BTreeMap<Slug, Sums>,
}

impl Group {
    /// Counts what an author has.
    pub fn add(&mut self, author: Slug, sums: Sums) -> Result<(), TooMuch> {
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
        let of_many = |column: fn(&Sums) -> Cents| {
            let have = self
                .authors
                .values()
                .filter(|own| column(own) != Cents::ZERO);
            let have = have.count();
            have == 0 || have >= FEWEST_AUTHORS
        };
        self.authors.len() >= FEWEST_AUTHORS
            && of_many(|own| own.promised)
            && of_many(|own| own.granted)
            && of_many(|own| own.paid)
    }
}

/// The sum of each group, `None` where it is withheld. The groups that are withheld are many together: whoever subtracts
/// what is shown from the whole learns of nobody alone.
pub fn shown<K: Ord + Clone>(
    groups: &BTreeMap<K, Group>,
) -> Result<BTreeMap<K, Option<Sums>>, TooMuch> {
    let few = groups.iter().filter(|(_, group)| !group.is_many());
    let mut hidden: BTreeSet<&K> = few.map(|(key, _)| key).collect();
    while !hidden.is_empty() && !together(groups, &hidden)?.is_many() {
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
    Ok(groups.iter().map(told).collect())
}

/// The sum of all groups, `None` where it is withheld.
pub fn shown_whole<K: Ord>(groups: &BTreeMap<K, Group>) -> Result<Option<Sums>, TooMuch> {
    let all = together(groups, &groups.keys().collect())?;
    Ok(all.is_many().then_some(all.sums))
}

fn together<K: Ord>(groups: &BTreeMap<K, Group>, of: &BTreeSet<&K>) -> Result<Group, TooMuch> {
    let mut own = groups.iter().filter(|(key, _)| of.contains(key));
    own.try_fold(Group::default(), |mut all, (_, group)| {
        all.join(group)?;
        Ok(all)
    })
}
