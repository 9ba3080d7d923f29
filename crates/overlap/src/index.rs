//! Which pairs are worth comparing: those that share a place, a subject and a year, a reference of a post, or a promise.
//!
//! A place is a cell of some seventeen kilometres or an intercommunality: neighbours lie in the same cell, in one beside
//! it, or in one intercommunality. So the cost grows with what meets, not with what is there.

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

use portulan_model::roadmaps::Need;
use portulan_model::{Cents, ClosedList, Service, TerritoryKey};

use crate::compared::Compared;
use crate::decide::compare;
use crate::ground::Ground;
use crate::item::{Item, Promise};
use crate::known::Known;
use crate::means::Means;
use crate::posts::brings;

/// Height and width of a cell, in degrees: more than 15 km each, as far as 51° north.
const CELL: (f64, f64) = (0.15, 0.25);
/// Longest period that is indexed year by year; a longer one, and one of which an end is open, meets any year.
const MOST_YEARS: i32 = 10;

/// Two items that overlap, by their ranks; `a` before `b`.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// One.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// What comes of it.
    pub compared: Compared,
}

/// Items, ready to be asked.
#[derive(Debug, Default)]
pub struct Index {
    known: Vec<Known>,
    held: HashMap<u64, Vec<u32>, Hashed>,
    years: BTreeSet<i32>,
}

/// Keys are hashed already: they are kept as they are.
type Hashed = BuildHasherDefault<Kept>;

/// A hash that gives back what it was given.
#[derive(Debug, Default)]
struct Kept(u64);

impl Hasher for Kept {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) | u64::from(*byte);
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// What is shared.
#[derive(Debug, Hash)]
enum Key<'a> {
    Cell(i32, i32, Topic, i32),
    Group(&'a TerritoryKey, Topic, i32),
    /// A ground that nobody told: it may be that of any other.
    Anywhere(Topic, i32),
    /// Whatever the ground: what those ask for that tell none.
    Everywhere(Topic, i32),
    Reference(&'a str),
    Promise(&'a str, Option<i32>, Option<i64>),
    Funder(&'a str),
}

/// A need, a service, a post, or nothing told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Topic {
    Need(u8),
    Service(u8),
    Post,
    /// What is bought, by its concept.
    Thing(u8),
    Untold,
}

impl Topic {
    fn of_need(need: Need) -> Self {
        Self::Need(need.rank())
    }

    fn of_service(service: Service) -> Self {
        Self::Service(service.rank())
    }
}

/// Any year: that of what has none, or no end.
const ANY: i32 = 0;

impl Index {
    /// Reads items.
    #[must_use]
    pub fn of(items: impl IntoIterator<Item = Item>, ground: &impl Ground) -> Self {
        let mut index = Self::default();
        for item in items {
            index.add(Known::of(item, ground));
        }
        index
    }

    /// Adds one that was read; gives its rank.
    pub fn add(&mut self, known: Known) -> u32 {
        let rank = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let held = &mut self.held;
        keys(&known, &years(&known), false, |key| {
            let ranks = held.entry(key).or_default();
            if ranks.last() != Some(&rank) {
                ranks.push(rank);
            }
        });
        self.years.extend(years(&known));
        self.known.push(known);
        rank
    }

    /// The items, by rank.
    #[must_use]
    pub fn known(&self) -> &[Known] {
        &self.known
    }

    /// Ranks from `from` on that may meet an item.
    #[must_use]
    pub fn candidates(&self, one: &Known, from: u32) -> Vec<u32> {
        let mut asked = years(one);
        if asked.contains(&ANY) {
            let told = self.years.iter().copied();
            asked.extend(told.filter(|year| *year != ANY && touches(one, *year)));
        } else {
            asked.push(ANY);
        }
        let mut found = Vec::new();
        keys(one, &asked, true, |key| {
            if let Some(ranks) = self.held.get(&key) {
                let start = ranks.partition_point(|rank| *rank < from);
                found.extend(ranks.iter().skip(start));
            }
        });
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What overlaps an item that is not in the index, the surest first: what a form shows while it is typed.
    #[must_use]
    pub fn matches(&self, one: &Known) -> Vec<(u32, Compared)> {
        let compared = self.candidates(one, 0).into_iter().filter_map(|rank| {
            let other = self.known.get(rank as usize)?;
            let compared = compare(one, other);
            let same = one.item().id == other.item().id;
            (!same && compared.outcome.label().is_some()).then_some((rank, compared))
        });
        let mut found: Vec<(u32, Compared)> = compared.collect();
        found.sort_by(|(one, a), (other, b)| {
            b.score.total_cmp(&a.score).then_with(|| one.cmp(other))
        });
        found
    }

    /// Every overlap between two items, by rank.
    #[must_use]
    pub fn pairs(&self) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for (a, one) in (0_u32..).zip(&self.known) {
            for b in self.candidates(one, a + 1) {
                let Some(other) = self.known.get(b as usize) else {
                    continue;
                };
                let compared = compare(one, other);
                if compared.outcome.label().is_some() {
                    pairs.push(Pair { a, b, compared });
                }
            }
        }
        pairs
    }
}

/// The keys of an item: those under which it is held, or those that find it and its neighbours.
fn keys(one: &Known, years: &[i32], asking: bool, mut give: impl FnMut(u64)) {
    let mut hashed = |key: Key<'_>| {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        give(hasher.finish());
    };
    for reference in &one.post_references {
        hashed(Key::Reference(reference));
    }
    for promise in &one.item().promises {
        promise_keys(promise, asking, &mut hashed);
    }
    let topics = topics(one, asking);
    let cells = cells(one, asking);
    let nowhere = cells.is_empty() && one.ground.groups().is_empty();
    for topic in topics {
        for year in years {
            for (row, column) in &cells {
                hashed(Key::Cell(*row, *column, topic, *year));
            }
            for group in one.ground.groups() {
                hashed(Key::Group(group, topic, *year));
            }
            if nowhere != asking {
                hashed(Key::Anywhere(topic, *year));
            }
            if nowhere || !asking {
                hashed(Key::Everywhere(topic, *year));
            }
        }
    }
}

/// What one does not tell does not part two promises: whoever tells all asks for those that tell less, whoever tells less
/// asks for all of that funder.
fn promise_keys(promise: &Promise, asking: bool, give: &mut impl FnMut(Key<'_>)) {
    let (by, year, cents) = (
        promise.by.as_str(),
        promise.year,
        promise.cents.map(Cents::get),
    );
    let whole = year.is_some() && cents.is_some();
    if !asking {
        give(Key::Promise(by, year, cents));
        give(Key::Funder(by));
    } else if whole {
        give(Key::Promise(by, year, cents));
        give(Key::Promise(by, None, cents));
        give(Key::Promise(by, year, None));
        give(Key::Promise(by, None, None));
    } else {
        give(Key::Funder(by));
    }
}

/// Its topics; one that tells no need and no service asks for all, and all ask for it.
fn topics(one: &Known, asking: bool) -> Vec<Topic> {
    let needs = one.needs.iter().map(Topic::of_need);
    let services = one.services.iter().map(Topic::of_service);
    let mut topics: Vec<Topic> = needs.chain(services).collect();
    let silent = topics.is_empty();
    if silent && asking {
        topics.extend(Need::ALL.iter().copied().map(Topic::of_need));
        topics.extend(Service::ALL.iter().copied().map(Topic::of_service));
    }
    if silent || asking {
        topics.push(Topic::Untold);
    }
    if brings(one) {
        topics.push(Topic::Post);
    }
    // One cost may be told under two services.
    if one.item().funder.is_some() && one.doing.means.meets(Means::PURCHASE) {
        topics.extend(one.doing.things.ranks().map(Topic::Thing));
    }
    topics
}

/// Its cells; when asking, those around them too.
fn cells(one: &Known, asking: bool) -> Vec<(i32, i32)> {
    let own = one
        .ground
        .spots
        .iter()
        .map(|spot| (row(spot.lat, CELL.0), row(spot.lon, CELL.1)));
    let mut cells: Vec<(i32, i32)> = own.collect();
    cells.sort_unstable();
    cells.dedup();
    if asking {
        let around = |(row, column): &(i32, i32)| {
            let (row, column) = (*row, *column);
            (row - 1..=row + 1)
                .flat_map(move |one| (column - 1..=column + 1).map(move |two| (one, two)))
        };
        cells = cells.iter().flat_map(around).collect();
        cells.sort_unstable();
        cells.dedup();
    }
    cells
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "degrees over a seventh are a few thousand at most"
)]
fn row(degrees: f64, height: f64) -> i32 {
    (degrees / height).floor() as i32
}

/// The years that it touches; `ANY` alone where an end is open, or where they are many.
fn years(one: &Known) -> Vec<i32> {
    let ends = one.from.map(year).zip(one.to.map(year));
    match ends.filter(|(first, last)| last - first <= MOST_YEARS) {
        Some((first, last)) => (first..=last).collect(),
        None => vec![ANY],
    }
}

/// Whether it touches a year.
fn touches(one: &Known, asked: i32) -> bool {
    one.from.is_none_or(|from| year(from) <= asked) && one.to.is_none_or(|to| asked <= year(to))
}

/// The year of a month that is counted from year zero.
const fn year(month: i32) -> i32 {
    month.div_euclid(12)
}
