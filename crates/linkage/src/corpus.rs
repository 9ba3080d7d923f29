//! Records made comparable, in the order of their ids, and how common what they say is.

use std::collections::HashSet;

use crate::Record;
use crate::blocking::{high_product, sort};
use crate::features::{Features, Part};
use crate::intern::{ByHash, Words, hash, stir};

/// Streets that share a spot before it is taken for the middle of a commune.
const VAGUE: u32 = 3;

/// The records among which pairs are compared.
#[derive(Debug, Default)]
pub struct Corpus {
    pub(crate) words: Words,
    /// In the order of the ids.
    pub(crate) features: Vec<Features>,
    /// Rank of each in the slice it came from.
    pub(crate) ranks: Vec<u32>,
    pub(crate) frequencies: Frequencies,
}

/// How common words, numbers, doors and kinds are.
#[derive(Debug, Default)]
pub(crate) struct Frequencies {
    records: u32,
    words: Vec<u32>,
    /// Most records of one list that hold a key, where more than one does.
    holders: ByHash<u32>,
    vague: HashSet<u64>,
    /// Whether some records have a code of commune and others only its name.
    pub(crate) mixed: bool,
}

impl Corpus {
    /// Reads the records and counts.
    #[must_use]
    pub fn of(records: &[Record]) -> Self {
        let mut ranks: Vec<u32> = (0..u32::try_from(records.len()).unwrap_or(u32::MAX)).collect();
        let id = |rank: &u32| records.get(*rank as usize).map(|record| record.id.as_str());
        ranks.sort_unstable_by(|a, b| id(a).cmp(&id(b)));
        let mut words = Words::default();
        let features: Vec<Features> = ranks
            .iter()
            .filter_map(|rank| records.get(*rank as usize))
            .map(|record| Features::of(record, &mut words))
            .collect();
        let frequencies = Frequencies::of(&features, words.len());
        Self {
            words,
            features,
            ranks,
            frequencies,
        }
    }

    /// How many records.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.features.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.features.is_empty()
    }
}

/// Families of keys that are counted.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Held {
    Phone,
    Email,
    Page,
    Pivot,
}

/// Key of a contact among the counts.
pub(crate) const fn held(family: Held, key: u32) -> u64 {
    stir(((family as u64 + 1) << 32) | key as u64)
}

/// Key of a kind in a commune among the counts.
pub(crate) const fn kind_in(commune: u32, kinds: u64) -> u64 {
    stir(stir(kinds) ^ commune as u64)
}

impl Frequencies {
    fn of(features: &[Features], known: usize) -> Self {
        let mut words = vec![0_u32; known];
        let mut held_by: Vec<(u64, u32)> = Vec::with_capacity(features.len() * 5);
        let mut spots: Vec<(u64, u64)> = Vec::new();
        for one in features {
            for word in one.part(Part::Name).iter().chain(one.part(Part::Street)) {
                if let Some(count) = words.get_mut(*word as usize) {
                    *count += 1;
                }
            }
            held_by.extend(keys(one).map(|key| (key, one.source)));
            if one.position.is_some() && !one.part(Part::Street).is_empty() {
                spots.push((one.spot(), one.street_key()));
            }
        }
        Self {
            records: u32::try_from(features.len()).unwrap_or(u32::MAX),
            words,
            holders: holders(held_by),
            vague: vague(spots),
            mixed: features.iter().any(|one| one.commune == 0)
                && features.iter().any(|one| one.commune != 0),
        }
    }

    /// Bits that a word tells: the rarer, the more. Small collections are taken for samples of a larger one.
    pub(crate) fn bits(&self, word: u32) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a logarithm of a count")]
        let ratio = {
            let seen = self.words.get(word as usize).copied().unwrap_or(0) as f32;
            (self.records as f32 + 4_000.0) / (seen + 2.0)
        };
        ratio.log2().clamp(2.0, 11.0)
    }

    /// How often a word occurs.
    pub(crate) fn seen(&self, word: u32) -> u32 {
        self.words.get(word as usize).copied().unwrap_or(0)
    }

    /// Most records of one list that hold this key.
    pub(crate) fn holders(&self, key: u64) -> u32 {
        self.holders.get(&key).copied().unwrap_or(1)
    }

    /// Whether a spot stands for a whole commune.
    pub(crate) fn is_vague(&self, spot: u64) -> bool {
        self.vague.contains(&spot)
    }
}

fn keys(one: &Features) -> impl Iterator<Item = u64> + '_ {
    let of = |part, family| one.part(part).iter().map(move |key| held(family, *key));
    let kinds = one.concepts.leading();
    let kind = (!kinds.is_empty() && one.place() != 0).then(|| kind_in(one.place(), kinds.bits()));
    of(Part::Phones, Held::Phone)
        .chain(of(Part::Emails, Held::Email))
        .chain(of(Part::Pages, Held::Page))
        .chain((one.pivot != 0).then(|| held(Held::Pivot, one.pivot)))
        .chain(Some(one.door()).filter(|door| *door != 0))
        .chain(kind)
}

fn holders(mut held_by: Vec<(u64, u32)>) -> ByHash<u32> {
    let bucket = |(key, _): &(u64, u32), buckets| high_product(*key, buckets);
    sort(&mut held_by, &mut Vec::new(), bucket);
    let mut holders: ByHash<u32> = ByHash::default();
    for run in held_by.chunk_by(|a, b| a == b) {
        let count = u32::try_from(run.len()).unwrap_or(u32::MAX);
        if let Some((key, _)) = run.first().filter(|_| count > 1) {
            let most = holders.entry(*key).or_insert(count);
            *most = count.max(*most);
        }
    }
    holders
}

fn vague(mut spots: Vec<(u64, u64)>) -> HashSet<u64> {
    let bucket = |(spot, _): &(u64, u64), buckets| high_product(*spot, buckets);
    sort(&mut spots, &mut Vec::new(), bucket);
    spots.dedup();
    spots
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|run| run.len() >= VAGUE as usize)
        .filter_map(|run| run.first().map(|(spot, _)| *spot))
        .collect()
}

/// Key of two things together.
pub(crate) fn pair_key(a: u64, b: u64) -> u64 {
    hash(&[&a.to_le_bytes(), &b.to_le_bytes()])
}
