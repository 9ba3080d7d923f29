//! Counts in memory, in shards, so that readers who come together hardly ever wait for one another.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arc_swap::ArcSwap;
use chrono::NaiveDate;
use portulan_model::Viewed;
use portulan_store::Count;

use super::figures::Figures;

/// Shards: more than the threads of a small server.
const SHARDS: usize = 16;

type Shard = HashMap<(NaiveDate, Viewed), u64>;

/// What was counted and is not written yet. What can be counted is what the directory holds: memory stays bounded.
pub struct Counter {
    shards: [Mutex<Shard>; SHARDS],
    hasher: RandomState,
    shown: ArcSwap<Figures>,
}

impl Default for Counter {
    fn default() -> Self {
        Self {
            shards: [(); SHARDS].map(|()| Mutex::default()),
            hasher: RandomState::new(),
            shown: ArcSwap::default(),
        }
    }
}

impl Counter {
    /// Counts that something was looked at on a day.
    pub fn count(&self, day: NaiveDate, viewed: Viewed) {
        let key = (day, viewed);
        if let Some(mut shard) = self.shard(&key) {
            *shard.entry_of(key) += 1;
        }
    }

    /// Takes what was counted, in one order for all nodes: two that write together do not wait for each other in a ring.
    pub(super) fn take(&self) -> Vec<Count> {
        let mut all = BTreeMap::new();
        for shard in &self.shards {
            all.extend(std::mem::take(&mut *open(shard)));
        }
        all.into_iter().collect()
    }

    /// Puts back what could not be written.
    pub(super) fn put_back(&self, counts: Vec<Count>) {
        for (key, views) in counts {
            if let Some(mut shard) = self.shard(&key) {
                *shard.entry_of(key) += views;
            }
        }
    }

    /// The figures that everybody may see, as they were last read.
    #[must_use]
    pub fn shown(&self) -> Arc<Figures> {
        self.shown.load_full()
    }

    pub(super) fn show(&self, figures: Figures) {
        self.shown.store(Arc::new(figures));
    }

    fn shard(&self, key: &(NaiveDate, Viewed)) -> Option<Held<'_>> {
        let shards = u64::try_from(SHARDS).unwrap_or(1);
        let rank = usize::try_from(self.hasher.hash_one(key) % shards).unwrap_or_default();
        self.shards.get(rank).map(|shard| Held(open(shard)))
    }
}

/// A shard that is held.
struct Held<'a>(MutexGuard<'a, Shard>);

impl Held<'_> {
    fn entry_of(&mut self, key: (NaiveDate, Viewed)) -> &mut u64 {
        self.0.entry(key).or_default()
    }
}

fn open(shard: &Mutex<Shard>) -> MutexGuard<'_, Shard> {
    shard.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use portulan_model::PlaceId;

    use super::*;

    const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    /// Generous: a debug build on a busy machine. A release build takes well under a microsecond.
    const MOST_NANOS: u128 = 20_000;

    fn place(number: u64) -> Viewed {
        Viewed::Place(PlaceId::from_parts(number, [0; 10]))
    }

    #[test]
    fn nothing_is_lost_when_many_count_together() {
        let counter = Counter::default();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope
                    .spawn(|| (0..1_000).for_each(|number| counter.count(DAY, place(number % 10))));
            }
        });
        let counts = counter.take();
        assert_eq!(counts.len(), 10);
        assert!(counts.iter().all(|(_, views)| *views == 800));
        assert!(counts.is_sorted());
        assert!(counter.take().is_empty());
        counter.put_back(counts.clone());
        counter.count(DAY, place(3));
        let again = counter.take();
        assert_eq!(again.iter().map(|(_, views)| views).sum::<u64>(), 8_001);
    }

    #[test]
    fn to_count_costs_a_public_read_next_to_nothing() {
        let counter = Counter::default();
        let rounds = 200_000_u32;
        let started = Instant::now();
        for number in 0..rounds {
            counter.count(DAY, place(u64::from(number) % 17_000));
        }
        let each = started.elapsed().as_nanos() / u128::from(rounds);
        println!("a view is counted in {each} ns, over 17 000 places");
        assert!(each < MOST_NANOS, "{each} ns");
    }
}
