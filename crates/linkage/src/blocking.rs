//! Which pairs are worth comparing: those that share a key that few hold.
//!
//! A key that many hold (a chain's number, the kinds of a large city) gives no pairs at all; rarer keys, made of two
//! things, find those that are worth it. So the number of pairs grows as the number of records.

use crate::corpus::{Corpus, Frequencies, pair_key};
use crate::features::{Features, Part};
use crate::intern::stir;

/// Families of keys, with the most records that may share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Family {
    Contact,
    Pivot,
    Door,
    Name,
    Kind,
    Cell,
    Far,
}

impl Family {
    pub(crate) const ALL: [Self; 7] = [
        Self::Contact,
        Self::Pivot,
        Self::Door,
        Self::Name,
        Self::Kind,
        Self::Cell,
        Self::Far,
    ];

    /// Most records of a block.
    pub(crate) const fn most(self) -> usize {
        match self {
            Self::Contact | Self::Door | Self::Name => 40,
            Self::Pivot => 30,
            Self::Kind => 16,
            Self::Cell | Self::Far => 24,
        }
    }
}

/// Sides of a cell, in millionths of a degree: some 220 metres.
const CELL: (i32, i32) = (2_000, 3_000);
/// Words of a name that make keys: the rarest.
const WORDS: usize = 3;

/// Gives the keys of a record in a family to `emit`.
pub(crate) fn keys(
    family: Family,
    one: &Features,
    counts: &Frequencies,
    mut emit: impl FnMut(u64),
) {
    // Where some lists give the code of the commune and others its name, keys are made within both.
    let town = if counts.mixed { one.town() } else { 0 };
    let scopes = [u64::from(one.place()), town];
    let scopes = scopes.into_iter().filter(|scope| *scope != 0);
    match family {
        Family::Contact => contacts(one, &mut emit),
        Family::Pivot => pivots(one, &mut emit),
        Family::Door => scopes.for_each(|scope| doors(one, scope, counts, &mut emit)),
        Family::Name => {
            // Places are named after the town next door.
            let post = pair_key(u64::from(one.postcode), 0);
            let post = Some(post).filter(|_| one.commune != 0 && one.postcode != 0);
            scopes
                .chain(post)
                .for_each(|scope| names(one, scope, counts, &mut emit));
        }
        Family::Kind => scopes.for_each(|scope| kinds(one, scope, counts, &mut emit)),
        Family::Cell => cells(one, &mut emit),
        Family::Far => far(one, counts, &mut emit),
    }
}

/// A contact alone, and within a commune for those that a body shares among its places.
fn contacts(one: &Features, emit: &mut impl FnMut(u64)) {
    for part in [Part::Phones, Part::Emails, Part::Pages] {
        for key in one.part(part) {
            emit(stir(u64::from(*key)));
            emit(pair_key(u64::from(*key), scope(one)));
        }
    }
}

fn pivots(one: &Features, emit: &mut impl FnMut(u64)) {
    if one.pivot != 0 {
        emit(stir(u64::from(one.pivot)));
        emit(pair_key(u64::from(one.pivot), scope(one)));
    }
    if one.association != 0 {
        emit(stir(u64::from(one.association)));
        emit(pair_key(u64::from(one.association), scope(one)));
    }
    if one.body != 0 && scope(one) != 0 {
        emit(pair_key(u64::from(one.body), stir(scope(one))));
    }
}

/// The two rarest words of the street within the commune, with the number and without.
fn doors(one: &Features, scope: u64, counts: &Frequencies, emit: &mut impl FnMut(u64)) {
    for word in rarest(one.part(Part::Street), counts)
        .into_iter()
        .take(2)
        .flatten()
    {
        let street = pair_key(scope, u64::from(word));
        emit(street);
        if one.number != 0 {
            emit(pair_key(street, u64::from(one.number)));
        }
    }
}

fn names(one: &Features, scope: u64, counts: &Frequencies, emit: &mut impl FnMut(u64)) {
    for word in rarest(one.part(Part::Name), counts)
        .into_iter()
        .chain([one.initials])
        .flatten()
    {
        if one.part(Part::Commune).binary_search(&word).is_err() {
            emit(pair_key(stir(scope), u64::from(word)));
        }
    }
}

/// The kind within the commune, and with the rarest word of the street.
fn kinds(one: &Features, scope: u64, counts: &Frequencies, emit: &mut impl FnMut(u64)) {
    let mut rest = one.concepts.leading().bits();
    while rest != 0 {
        let kind = pair_key(scope, u64::from(rest.trailing_zeros()));
        rest &= rest - 1;
        emit(kind);
        let [street, _, _] = rarest(one.part(Part::Street), counts);
        if let Some(word) = street {
            emit(pair_key(kind, u64::from(word)));
        }
    }
}

/// Four grids, each moved by half a cell: two records within half a cell of each other share one of them.
fn cells(one: &Features, emit: &mut impl FnMut(u64)) {
    let Some((lat, lon)) = one.position else {
        return;
    };
    for (grid, (down, left)) in [(0, 0), (0, 1), (1, 0), (1, 1)].into_iter().enumerate() {
        let row = (lat + down * CELL.0 / 2).div_euclid(CELL.0);
        let column = (lon + left * CELL.1 / 2).div_euclid(CELL.1);
        let cell = (u64::from(row.cast_unsigned()) << 32) | u64::from(column.cast_unsigned());
        emit(pair_key(cell, grid as u64));
    }
}

/// Across communes, within the département: two rare words of the name, or one with the kind, or a door.
fn far(one: &Features, counts: &Frequencies, emit: &mut impl FnMut(u64)) {
    let department = u64::from(one.department);
    let [first, second, third] = rarest(one.part(Part::Name), counts);
    for (a, b) in [(first, second), (first, third), (second, third)] {
        if let (Some(a), Some(b)) = (a, b) {
            emit(pair_key(
                department,
                stir(u64::from(a)) ^ stir(u64::from(b)),
            ));
        }
    }
    if let Some(word) = first {
        let kind = stir(one.concepts.leading().bits());
        emit(pair_key(stir(department), kind ^ stir(u64::from(word))));
    }
    let [street, _, _] = rarest(one.part(Part::Street), counts);
    if let Some(word) = street.filter(|_| one.number != 0) {
        let door = stir(u64::from(word)) ^ u64::from(one.number);
        emit(pair_key(door, department));
    }
    if !one.part(Part::Commune).is_empty() && one.part(Part::Name).is_empty() {
        let commune = one.part(Part::Commune).iter();
        let commune = commune.fold(0, |key, word| key ^ stir(u64::from(*word)));
        emit(pair_key(
            stir(commune),
            one.concepts.leading().bits() ^ department,
        ));
    }
}

const fn scope(one: &Features) -> u64 {
    one.place() as u64
}

/// The rarest words, rarest first; equally rare ones by their hash, so that no order of reading matters.
fn rarest(words: &[u32], counts: &Frequencies) -> [Option<u32>; WORDS] {
    let mut best: [Option<(u32, u32)>; WORDS] = [None; WORDS];
    for word in words {
        let mut candidate = Some((counts.seen(*word), *word));
        for slot in &mut best {
            if slot.is_none() || candidate < *slot && candidate.is_some() {
                std::mem::swap(slot, &mut candidate);
            }
        }
    }
    best.map(|found| found.map(|(_, word)| word))
}

/// The pairs of a corpus worth comparing, each once, in order.
pub(crate) fn pairs(corpus: &Corpus, wanted: impl Fn(u32, u32) -> bool) -> Vec<(u32, u32)> {
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    let mut held: Vec<(u64, u32)> = Vec::new();
    let mut spare = Vec::new();
    for family in Family::ALL {
        held.clear();
        for (rank, one) in (0_u32..).zip(&corpus.features) {
            keys(family, one, &corpus.frequencies, |key| {
                held.push((key, rank));
            });
        }
        sort(&mut held, &mut spare, |(key, _), buckets| {
            high_product(*key, buckets)
        });
        held.dedup();
        for block in held.chunk_by(|a, b| a.0 == b.0) {
            if (2..=family.most()).contains(&block.len()) {
                each_pair(block, |a, b| {
                    if wanted(a, b) {
                        pairs.push((a, b));
                    }
                });
            }
        }
    }
    let records = corpus.len().max(1) as u64;
    let mut spare = Vec::new();
    sort(&mut pairs, &mut spare, |(a, _), buckets| {
        u64::from(*a) * buckets / records
    });
    pairs.dedup();
    pairs
}

/// Rank of a hash among so many buckets, in the order of the hashes.
pub(crate) fn high_product(hash: u64, buckets: u64) -> u64 {
    ((hash >> 32) * buckets) >> 32
}

/// Sorts by buckets of some hundreds that fit in a near memory, so that the time grows as the number of items. `bucket`
/// must not decrease from one item to a greater one.
pub(crate) fn sort<T: Ord + Copy>(
    items: &mut Vec<T>,
    spare: &mut Vec<T>,
    bucket: impl Fn(&T, u64) -> u64,
) {
    const EACH: usize = 256;
    let buckets = (items.len() / EACH).max(1) as u64;
    let Some(first) = items.first().copied() else {
        return;
    };
    let rank = |item: &T| usize::try_from(bucket(item, buckets)).unwrap_or(0);
    let mut starts: Vec<usize> = vec![0; (items.len() / EACH).max(1) + 1];
    for item in items.iter() {
        if let Some(count) = starts.get_mut(rank(item) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    spare.clear();
    spare.resize(items.len(), first);
    for item in items.iter() {
        if let Some(next) = starts.get_mut(rank(item)) {
            if let Some(slot) = spare.get_mut(*next) {
                *slot = *item;
            }
            *next += 1;
        }
    }
    // Each start has moved to the end of its bucket.
    let mut rest = spare.as_mut_slice();
    let mut done = 0;
    for end in starts {
        let Some((bucket, others)) = rest.split_at_mut_checked(end.saturating_sub(done)) else {
            break;
        };
        bucket.sort_unstable();
        done = end;
        rest = others;
    }
    std::mem::swap(items, spare);
}

fn each_pair(block: &[(u64, u32)], mut give: impl FnMut(u32, u32)) {
    let mut rest = block;
    while let Some(((_, a), others)) = rest.split_first() {
        for (_, b) in others {
            give(*a, *b);
        }
        rest = others;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorting_by_buckets_sorts(items in prop::collection::vec((any::<u64>(), 0..9_u32), 0..3_000)) {
            let mut sorted = items.clone();
            sorted.sort_unstable();
            let mut bucketed = items;
            sort(&mut bucketed, &mut Vec::new(), |(key, _), buckets| high_product(*key, buckets));
            prop_assert_eq!(bucketed, sorted);
        }
    }
}
