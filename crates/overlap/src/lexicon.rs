//! The words of the trade (`data/words.toml`), folded and ready to be found in a text.
//!
//! A word is compared by its stem: folded, without the `s` or `x` of a plural, its first eight letters. A concept stands for
//! all its words; the longest phrase wins.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use portulan_model::roadmaps::Need;
use portulan_model::{ClosedList, Service, ValueSet};
use portulan_text::tokens;
use serde::Deserialize;

/// Longest stem, in letters: "médiateur" and "médiathèque" part at the seventh.
const STEM: usize = 8;
/// Without accents, "retraités" is known from the pension by its plural alone.
const RETIRED: &str = "retraites";

/// What a concept says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Role {
    /// What is bought.
    Thing,
    /// What may come with it.
    Part,
    /// How it is done.
    Way,
    /// For which public.
    Public,
    /// Who is trained.
    Learner,
    /// A trade.
    Job,
    /// That somebody is paid.
    Pay,
    /// Another spelling of one thing.
    Word,
    /// Words that together say something else than apart, and nothing of the matter.
    Nothing,
}

/// What somebody says beside the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Sign {
    /// Looks for others.
    Seeking,
    /// Closed to others.
    Closed,
    /// Says that a promise is another one.
    Distinct,
    /// Says that it serves something above.
    Serving,
    /// Lists its parts.
    Listing,
    /// Says that it follows.
    Following,
    /// Says that it is another post.
    Second,
    /// Says that the post is lent, housed, counted with others.
    Lent,
    /// Says that nobody holds the post.
    Vacant,
    /// Tells of a promise.
    Promising,
}

/// Concepts as a set: the rank of each is its bit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Concepts(u128);

impl Concepts {
    pub(crate) const fn insert(&mut self, rank: u8) {
        self.0 |= 1 << rank;
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The ranks that are in it.
    pub(crate) fn ranks(self) -> impl Iterator<Item = u8> {
        (0..128).filter(move |rank| self.0 & (1 << rank) != 0)
    }
}

/// Phrases by their first stem, the longest first.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T: Copy> Phrases<T> {
    fn new(all: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut by_first: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (phrase, value) in all {
            let mut stems = stems(&phrase).into_iter();
            if let Some(first) = stems.next() {
                by_first
                    .entry(first)
                    .or_default()
                    .push((stems.collect(), value));
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Self { by_first }
    }

    /// The longest phrase that the stems begin with: how many stems, and what it stands for.
    pub(crate) fn begins(&self, stems: &[String]) -> Option<(usize, T)> {
        let (first, rest) = stems.split_first()?;
        let phrases = self.by_first.get(first)?;
        let found = phrases.iter().find(|(more, _)| rest.starts_with(more))?;
        Some((found.0.len() + 1, found.1))
    }

    /// All that is found, overlapping or not.
    pub(crate) fn within<'a>(&'a self, stems: &'a [String]) -> impl Iterator<Item = T> + 'a {
        (0..stems.len()).filter_map(|at| Some(self.begins(stems.get(at..)?)?.1))
    }
}

/// All the words.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// Concepts by their words.
    pub(crate) concepts: Phrases<u8>,
    /// Names of concepts, by rank.
    pub(crate) names: Vec<String>,
    roles: Vec<Role>,
    pub(crate) stop: HashSet<String>,
    pub(crate) common: HashSet<String>,
    pub(crate) bearers: HashSet<String>,
    signs: BTreeMap<Sign, Phrases<()>>,
    pub(crate) services: Phrases<Service>,
    pub(crate) needs: Phrases<Need>,
}

impl Lexicon {
    /// The concepts of one role.
    pub(crate) fn of_role(&self, role: Role) -> Concepts {
        let mut set = Concepts::default();
        for (rank, one) in (0_u8..).zip(&self.roles) {
            if *one == role {
                set.insert(rank);
            }
        }
        set
    }

    /// Whether a concept says nothing of the matter.
    pub(crate) fn is_nothing(&self, rank: u8) -> bool {
        self.roles.get(usize::from(rank)) == Some(&Role::Nothing)
    }

    /// The concept of a name, as a set.
    pub(crate) fn named(&self, names: &[&str]) -> Concepts {
        let mut set = Concepts::default();
        for (rank, one) in (0_u8..).zip(&self.names) {
            if names.contains(&one.as_str()) {
                set.insert(rank);
            }
        }
        set
    }

    /// Whether a stem can only be part of somebody's name: no word of the trade has it.
    pub(crate) fn is_name(&self, stem: &str) -> bool {
        let told = |words: &HashSet<String>| words.contains(stem);
        !(told(&self.stop)
            || told(&self.common)
            || told(&self.bearers)
            || self.concepts.by_first.contains_key(stem))
    }

    /// Whether a text gives a sign.
    pub(crate) fn gives(&self, sign: Sign, stems: &[String]) -> bool {
        let phrases = self.signs.get(&sign);
        phrases.is_some_and(|phrases| phrases.within(stems).next().is_some())
    }
}

/// The words in use.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../data/words.toml")).unwrap_or_default();
    file.lexicon()
});

/// The stems of a text.
pub(crate) fn stems(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(stem).collect()
}

/// The stem of a folded word. Numbers stay as they are.
pub(crate) fn stem(word: String) -> String {
    if word.starts_with(|c: char| c.is_ascii_digit()) || word == RETIRED {
        return word;
    }
    let single = word.strip_suffix(['s', 'x']).filter(|one| one.len() >= 3);
    let single = single.unwrap_or(&word);
    single.get(..STEM).unwrap_or(single).to_owned()
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    stop: Vec<String>,
    common: Vec<String>,
    bearers: Vec<String>,
    concept: Vec<Concept>,
    signs: BTreeMap<Sign, Vec<String>>,
    infer: Infer,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Concept {
    name: String,
    kind: Role,
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Infer {
    services: BTreeMap<String, Vec<String>>,
    needs: BTreeMap<String, Vec<String>>,
}

impl File {
    fn lexicon(self) -> Lexicon {
        let set = |words: Vec<String>| -> HashSet<String> {
            let all = words.iter().flat_map(|word| stems(word));
            all.collect()
        };
        let ranked = (0_u8..).zip(&self.concept);
        let concepts = ranked.flat_map(|(rank, one)| {
            let words = one.words.iter();
            words.map(move |word| (word.clone(), rank))
        });
        let signs = self.signs.into_iter().map(|(sign, phrases)| {
            let phrases = phrases.into_iter().map(|phrase| (phrase, ()));
            (sign, Phrases::new(phrases))
        });
        Lexicon {
            concepts: Phrases::new(concepts.collect::<Vec<_>>()),
            names: self.concept.iter().map(|one| one.name.clone()).collect(),
            roles: self.concept.iter().map(|one| one.kind).collect(),
            stop: set(self.stop),
            common: set(self.common),
            bearers: set(self.bearers),
            signs: signs.collect(),
            services: inferred(self.infer.services),
            needs: inferred(self.infer.needs),
        }
    }
}

fn inferred<L: ClosedList>(words: BTreeMap<String, Vec<String>>) -> Phrases<L> {
    let known = words
        .into_iter()
        .filter_map(|(slug, words)| Some((L::from_slug(&slug).ok()?, words)));
    Phrases::new(
        known
            .flat_map(|(value, words)| words.into_iter().map(move |word| (word, value)))
            .collect::<Vec<_>>(),
    )
}

/// What the words of a text say, gathered.
pub(crate) fn gathered<L: ClosedList>(phrases: &Phrases<L>, stems: &[String]) -> ValueSet<L> {
    phrases.within(stems).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_words_reads_and_every_inferred_value_is_of_its_list() {
        let file: File = toml::from_str(include_str!("../data/words.toml")).unwrap();
        assert!(file.concept.len() <= 128, "one bit a concept");
        for slug in file.infer.services.keys() {
            assert!(Service::from_slug(slug).is_ok(), "{slug}");
        }
        for slug in file.infer.needs.keys() {
            assert!(Need::from_slug(slug).is_ok(), "{slug}");
        }
        assert_eq!(file.signs.len(), 10);
    }

    #[test]
    fn the_longest_phrase_wins() {
        let lexicon = &*LEXICON;
        let (length, rank) = lexicon
            .concepts
            .begins(&stems("conseillers numériques du pays"))
            .unwrap();
        assert_eq!(length, 2);
        assert_eq!(lexicon.names[usize::from(rank)], "conseiller");
        assert!(lexicon.gives(Sign::Seeking, &stems("On cherche un animateur.")));
    }

    #[test]
    fn a_stem_leaves_the_plural_and_keeps_the_library_apart_from_the_mediator() {
        assert_eq!(stems("médiateurs"), stems("médiateur"));
        assert_ne!(stems("médiathèque"), stems("médiateur"));
        assert_eq!(stem("24".into()), "24");
    }
}
