//! Finds territories and spots by name: exactly, by what they begin with, or with typing mistakes.
//!
//! Keys are folded words with short forms spelt out ("St Malo" is "saint malo"), with and without their article. Typing
//! mistakes: one from four letters on, two from eight on, over the whole key (see [`crate::typing`]).

use std::collections::BTreeMap;

use fst::automaton::Str;
use fst::{Automaton, IntoStreamer, Map, Streamer};
use portulan_model::{CommuneCode, TerritoryKey, TerritoryKind};
use portulan_text::search_tokens;

use crate::reference::Reference;
use crate::typing::Typing;

/// Most keys looked at for one beginning: more than any two letters have, so that the most peopled is among them.
const MAX_KEYS: usize = 12_000;
/// Longest text looked up with typing mistakes, in letters: the longest name of a commune has 45.
const MAX_LETTERS: usize = 60;

/// What a key names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// A territory.
    Territory(TerritoryKey),
    /// A spot of the gazetteer, by rank.
    Spot(usize),
}

/// The index.
pub(crate) struct Names {
    keys: Map<Vec<u8>>,
    groups: Vec<Vec<Target>>,
}

impl Names {
    pub(crate) fn of(reference: &Reference) -> Self {
        let mut entries: BTreeMap<String, Vec<Target>> = BTreeMap::new();
        let mut add = |name: &str, target: Target| {
            for key in keys(name) {
                let group = entries.entry(key).or_default();
                if !group.contains(&target) {
                    group.push(target.clone());
                }
            }
        };
        for territory in reference.all() {
            let named = matches!(territory.key.kind(), TerritoryKind::Iris);
            if !named {
                add(&territory.name, Target::Territory(territory.key.clone()));
            }
        }
        for (name, code) in reference
            .former_names()
            .iter()
            .chain(reference.other_names())
        {
            add(name, Target::Territory(TerritoryKey::commune(*code)));
        }
        for (rank, spot) in reference.spots().iter().enumerate() {
            let target = spot
                .quartier
                .clone()
                .map_or(Target::Spot(rank), Target::Territory);
            add(&spot.name, target.clone());
            spot.aliases
                .iter()
                .for_each(|alias| add(alias, target.clone()));
        }
        Self::build(entries)
    }

    fn build(entries: BTreeMap<String, Vec<Target>>) -> Self {
        let mut groups = Vec::with_capacity(entries.len());
        let pairs: Vec<(String, u64)> = entries
            .into_iter()
            .zip(0_u64..)
            .map(|((key, mut group), rank)| {
                // By text, so that the index does not depend on the order of a hash map.
                group.sort_by_cached_key(|target| format!("{target:?}"));
                groups.push(group);
                (key, rank)
            })
            .collect();
        // Keys come out of a B-tree: sorted and distinct, which is all that the builder asks.
        let keys = Map::from_iter(pairs).unwrap_or_default();
        Self { keys, groups }
    }

    /// What bears exactly this key.
    pub(crate) fn exact(&self, key: &str) -> &[Target] {
        self.keys
            .get(key)
            .map(|rank| self.group(rank))
            .unwrap_or_default()
    }

    /// Communes that bear exactly this key.
    pub(crate) fn communes_named(&self, key: &str) -> Vec<CommuneCode> {
        let communes = self.exact(key).iter().filter_map(|target| match target {
            Target::Territory(key) => match key.code() {
                portulan_model::TerritoryCode::Commune(code) => Some(*code),
                _ => None,
            },
            Target::Spot(_) => None,
        });
        communes.collect()
    }

    /// What bears a key that begins so.
    pub(crate) fn beginning(&self, key: &str) -> Vec<(String, &[Target])> {
        self.collect(self.keys.search(Str::new(key).starts_with()).into_stream())
    }

    /// What bears a key that differs by a typing mistake or two.
    pub(crate) fn mistyped(&self, key: &str) -> Vec<(String, &[Target])> {
        let distance = match key.chars().count() {
            4..=7 => 1,
            8..=MAX_LETTERS => 2,
            _ => return Vec::new(),
        };
        self.collect(self.keys.search(Typing::new(key, distance)).into_stream())
    }

    fn collect<A: Automaton>(
        &self,
        mut stream: fst::map::Stream<'_, A>,
    ) -> Vec<(String, &[Target])> {
        let mut found = Vec::new();
        while let Some((key, rank)) = stream.next() {
            found.push((String::from_utf8_lossy(key).into_owned(), self.group(rank)));
            if found.len() == MAX_KEYS {
                break;
            }
        }
        found
    }

    fn group(&self, rank: u64) -> &[Target] {
        let group = usize::try_from(rank)
            .ok()
            .and_then(|rank| self.groups.get(rank));
        group.map(Vec::as_slice).unwrap_or_default()
    }
}

/// The keys of a name: all its words; without its article; and each part of "Maurepas - Bellangerais".
fn keys(name: &str) -> Vec<String> {
    let mut keys = Vec::new();
    let parts: Vec<&str> = name.split(" - ").collect();
    for part in
        std::iter::once(name).chain(parts.into_iter().filter(|part| part.len() < name.len()))
    {
        let words = search_tokens(part);
        let article = words
            .first()
            .is_some_and(|word| matches!(word.as_str(), "le" | "la" | "les" | "l"));
        let bare = words.get(1..).filter(|rest| article && !rest.is_empty());
        keys.extend(bare.map(|rest| rest.join(" ")));
        keys.push(words.join(" "));
    }
    keys.retain(|key| !key.is_empty());
    keys
}
