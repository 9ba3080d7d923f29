//! Words of places: a dictionary with beginnings and typing mistakes, and the places of each word.

use std::collections::BTreeMap;

use fst::automaton::Str;
use fst::{Automaton, IntoStreamer, Map, Streamer};
use portulan_model::{Place, PlaceRecord};
use portulan_text::search_tokens;
use roaring::RoaringBitmap;

use crate::near::Near;
use crate::snapshot::Aliases;

/// Most words that one typed word may stand for.
const MAX_EXPANSIONS: usize = 300;
/// Letters from which a word may be the beginning of longer ones.
const BEGINNING: usize = 3;

/// The dictionary.
pub(crate) struct Terms {
    words: Map<Vec<u8>>,
    places: Vec<RoaringBitmap>,
    /// Places that bear the word in their name.
    named: Vec<RoaringBitmap>,
}

/// What a text finds.
pub(crate) struct Found {
    /// Places that hold all its words.
    pub(crate) all: RoaringBitmap,
    /// Those that hold all of them in their name.
    pub(crate) in_name: RoaringBitmap,
}

impl Terms {
    pub(crate) fn build<'a>(
        places: impl Iterator<Item = (u32, &'a Place)>,
        aliases: &Aliases,
    ) -> Self {
        let mut index: BTreeMap<String, (RoaringBitmap, RoaringBitmap)> = BTreeMap::new();
        for (rank, place) in places {
            for word in search_tokens(&place.record.name) {
                let entry = index.entry(word).or_default();
                entry.0.insert(rank);
                entry.1.insert(rank);
            }
            let others = aliases.get(&place.id).into_iter().flatten();
            let others = others.flat_map(|text| search_tokens(text));
            for word in other_words(&place.record).into_iter().chain(others) {
                index.entry(word).or_default().0.insert(rank);
            }
        }
        let mut places = Vec::with_capacity(index.len());
        let mut named = Vec::with_capacity(index.len());
        let mut words = Vec::with_capacity(index.len());
        for ((word, (of_word, of_name)), number) in index.into_iter().zip(0_u64..) {
            words.push((word, number));
            places.push(of_word);
            named.push(of_name);
        }
        Self {
            words: Map::from_iter(words).unwrap_or_default(),
            places,
            named,
        }
    }

    /// Places that hold every word of a text: as typed, as a beginning, or else with a mistake.
    pub(crate) fn find(&self, text: &str) -> Option<Found> {
        let mut found: Option<Found> = None;
        for word in search_tokens(text) {
            let (all, in_name) = self.word(&word);
            found = Some(match found {
                None => Found { all, in_name },
                Some(before) => Found {
                    all: before.all & all,
                    in_name: before.in_name & in_name,
                },
            });
        }
        found
    }

    fn word(&self, word: &str) -> (RoaringBitmap, RoaringBitmap) {
        let mut numbers = Vec::new();
        if word.len() >= BEGINNING {
            collect(
                self.words
                    .search(Str::new(word).starts_with())
                    .into_stream(),
                &mut numbers,
            );
        } else {
            numbers.extend(self.words.get(word));
        }
        let mistakes = match word.len() {
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        };
        if numbers.is_empty()
            && mistakes > 0
            && let Some(near) = Near::new(word, mistakes)
        {
            collect(self.words.search(near).into_stream(), &mut numbers);
        }
        let (mut all, mut in_name) = (RoaringBitmap::new(), RoaringBitmap::new());
        for number in numbers
            .into_iter()
            .filter_map(|number| usize::try_from(number).ok())
        {
            if let (Some(places), Some(named)) = (self.places.get(number), self.named.get(number)) {
                all |= places;
                in_name |= named;
            }
        }
        (all, in_name)
    }
}

fn collect<A: Automaton>(mut stream: fst::map::Stream<'_, A>, numbers: &mut Vec<u64>) {
    while let Some((_, number)) = stream.next() {
        numbers.push(number);
        if numbers.len() == MAX_EXPANSIONS {
            break;
        }
    }
}

fn other_words(record: &PlaceRecord) -> Vec<String> {
    let texts = [
        record.address.street.as_deref(),
        record.address.complement.as_deref(),
        Some(record.address.commune.as_str()),
        record.parent.as_deref(),
        record.summary.as_deref(),
    ];
    let titles = record
        .sessions
        .iter()
        .filter_map(|session| session.title.as_deref());
    let mut words: Vec<String> = texts
        .into_iter()
        .flatten()
        .chain(titles)
        .flat_map(search_tokens)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}
