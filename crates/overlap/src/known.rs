//! An item read once: its words, figures, means, ground and months, ready to be compared many times.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{Datelike, NaiveDate};
use portulan_model::roadmaps::Need;
use portulan_model::{ClosedList, Period, Public, Service, ValueSet};

use crate::area::Where;
use crate::ground::Ground;
use crate::item::Item;
use crate::lexicon::{Concepts, LEXICON, Role, Sign, gathered, stem, stems};
use crate::means::{Doing, Means};
use crate::numbers::{Figures, bare};
use crate::weights::WEIGHTS;

/// Beyond so many communes their names are no longer looked for in the texts of others.
const NAMED_COMMUNES: usize = 4;
/// Words that many places have in their names.
const OF_PLACES: [&str; 7] = [
    "espace", "maison", "salle", "local", "centre", "mediathe", "biblioth",
];
/// Words of numbers, which quantities hold.
const OF_NUMBERS: [&str; 12] = [
    "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "vingt", "trente",
    "cent",
];

/// A word of a text, and how much it says.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) key: u64,
    pub(crate) weight: f64,
    pub(crate) text: String,
}

/// An item, read.
#[derive(Debug, Clone)]
pub struct Known {
    pub(crate) item: Item,
    pub(crate) stems: Vec<String>,
    signs: u16,
    pub(crate) words: Vec<Word>,
    pub(crate) weight: f64,
    pub(crate) doing: Doing,
    pub(crate) learners: Concepts,
    pub(crate) told_publics: ValueSet<Public>,
    pub(crate) needs: ValueSet<Need>,
    pub(crate) services: ValueSet<Service>,
    pub(crate) figures: Figures,
    /// References of the post, and those with letters in the text.
    pub(crate) post_references: BTreeSet<String>,
    pub(crate) promised: Figures,
    pub(crate) bearer: Vec<String>,
    pub(crate) places: Vec<BTreeSet<String>>,
    pub(crate) communes: Vec<Vec<String>>,
    pub(crate) ground: Where,
    /// First and last month, counted from year zero.
    pub(crate) from: Option<i32>,
    pub(crate) to: Option<i32>,
    pub(crate) total: i64,
}

impl Known {
    /// Reads an item.
    #[must_use]
    pub fn of(item: Item, ground: &impl Ground) -> Self {
        let text = item.text();
        let stems = stems(&text);
        let payers = payers(&item);
        let (told, concepts) = told(&text, &payers);
        let (_, title) = told_of(&crate::lexicon::stems(&item.title));
        let doing = Doing::of(&item, concepts, title);
        let learners = learners(&item, concepts);
        let figures = Figures::of(&text);
        let (needs, services) = subjects(&item, &stems, doing.means, learners);
        let when = when(&item, &figures);
        let place = Where::of(&item.area, ground);
        let names = place.touched.iter().filter_map(|code| ground.name(*code));
        let few = place.touched.len() <= NAMED_COMMUNES;
        Self {
            signs: signs(&stems),
            weight: told.iter().map(|word| word.weight).sum(),
            words: told,
            doing,
            learners,
            told_publics: publics(concepts, &stems),
            needs,
            services,
            post_references: post_references(&item, &figures),
            promised: promised(&text, &payers),
            bearer: bearer(&item.bearer),
            places: places(&item),
            communes: names
                .take(if few { NAMED_COMMUNES } else { 0 })
                .map(|name| crate::lexicon::stems(&name))
                .collect(),
            ground: place,
            from: when.from().map(month),
            to: when.to().map(month),
            total: item.total(),
            figures,
            stems,
            item,
        }
    }

    /// The item.
    #[must_use]
    pub const fn item(&self) -> &Item {
        &self.item
    }

    pub(crate) const fn gives(&self, sign: Sign) -> bool {
        self.signs & (1 << sign as u16) != 0
    }

    /// Whether the text tells these stems one after the other.
    pub(crate) fn tells(&self, phrase: &[String]) -> bool {
        !phrase.is_empty() && self.stems.windows(phrase.len()).any(|some| some == phrase)
    }

    /// Whether the text tells every one of these stems, in any order.
    pub(crate) fn tells_all<'a>(&self, mut all: impl Iterator<Item = &'a String>) -> bool {
        all.all(|one| self.stems.contains(one))
    }

    /// National needs only, as the record tells them.
    pub(crate) fn told_needs(&self) -> bool {
        self.item.needs.iter().any(|need| need != Need::Other)
    }
}

/// Stems of a slug, without what is common to all bearers.
fn bearer(slug: &str) -> Vec<String> {
    slug_words(slug, 3)
        .into_iter()
        .filter(|one| !LEXICON.bearers.contains(one))
        .collect()
}

/// Stems of the words of a slug of so many letters at least.
pub(crate) fn slug_words(slug: &str, letters: usize) -> Vec<String> {
    let words = slug.split('-').filter(|word| *word != "exemple");
    let long = words.filter(|word| word.len() >= letters);
    long.map(|word| stem(word.to_owned())).collect()
}

/// The words by which the texts tell each co-funder.
fn payers(item: &Item) -> Vec<String> {
    let mut all = Vec::new();
    for promise in &item.promises {
        let words = slug_words(&promise.by, 4);
        let only = words.len() == 1;
        let own = |word: &String| only || !LEXICON.bearers.contains(word);
        all.extend(words.into_iter().filter(own));
    }
    all
}

/// What the text says of the doing: sentences about a co-funder are about money.
fn told(text: &str, payers: &[String]) -> (Vec<Word>, Concepts) {
    let about: Vec<String> = clauses(text)
        .filter_map(|clause| {
            let stems = stems(clause);
            let money = stems.iter().any(|one| payers.contains(one));
            (!money).then_some(stems)
        })
        .flatten()
        .collect();
    told_of(&about)
}

fn told_of(stems: &[String]) -> (Vec<Word>, Concepts) {
    let mut concepts = Concepts::default();
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(rest) = stems.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some((length, rank)) = LEXICON.concepts.begins(rest) {
            concepts.insert(rank);
            let name = LEXICON.names.get(usize::from(rank));
            if let Some(name) = name.filter(|_| !LEXICON.is_nothing(rank)) {
                words.push(word(format!("@{name}"), WEIGHTS.words.concept));
            }
            at += length;
            continue;
        }
        words.extend(rest.first().and_then(|stem| plain(stem)));
        at += 1;
    }
    words.sort_by_key(|word| word.key);
    words.dedup_by_key(|word| word.key);
    (words, concepts)
}

fn plain(stem: &str) -> Option<Word> {
    let nothing = stem.len() < 2
        || stem.starts_with(|c: char| c.is_ascii_digit())
        || matches!(stem, "euro" | "eur")
        || LEXICON.stop.contains(stem)
        || OF_NUMBERS.contains(&stem);
    if nothing {
        return None;
    }
    let common = LEXICON.common.contains(stem);
    let weight = if common { WEIGHTS.words.common } else { 1.0 };
    Some(word(stem.to_owned(), weight))
}

fn word(text: String, weight: f64) -> Word {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    Word {
        key: hasher.finish(),
        weight,
        text,
    }
}

/// The parts of a text between its stops.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    let stop = |(at, mark): (usize, char)| {
        let rest = text.get(at + mark.len_utf8()..).unwrap_or_default();
        let ends = rest.chars().next().is_none_or(char::is_whitespace);
        (matches!(mark, '.' | ';' | ':' | '(' | ')') && ends).then_some(at)
    };
    let mut stops: Vec<usize> = text.char_indices().filter_map(stop).collect();
    stops.push(text.len());
    let mut from = 0;
    stops.into_iter().filter_map(move |at| {
        let clause = text.get(from..at);
        from = at;
        clause
    })
}

fn signs(stems: &[String]) -> u16 {
    let all = [
        Sign::Seeking,
        Sign::Closed,
        Sign::Distinct,
        Sign::Serving,
        Sign::Listing,
        Sign::Following,
        Sign::Second,
        Sign::Lent,
        Sign::Vacant,
        Sign::Promising,
    ];
    let given = all.into_iter().filter(|sign| LEXICON.gives(*sign, stems));
    given.fold(0, |bits, sign| bits | (1 << sign as u16))
}

/// Publics that the words name: seniors, parents; and ages.
fn publics(concepts: Concepts, stems: &[String]) -> ValueSet<Public> {
    let told = Public::ALL.iter().copied();
    told.filter(|one| concepts.meets(LEXICON.named(&[one.slug()])))
        .chain((0..stems.len()).filter_map(|at| aged(stems.get(at..)?)))
        .collect()
}

/// "11-17 ans", "plus de 65 ans", "moins de 30 ans", "55 ans et plus".
fn aged(stems: &[String]) -> Option<Public> {
    const YOUNG: std::ops::RangeInclusive<u32> = 10..=30;
    const OLD: u32 = 55;
    let words: Vec<&str> = stems.iter().take(4).map(String::as_str).collect();
    let age = |word: &str| word.parse::<u32>().ok();
    let old = |word: &str| age(word).filter(|age| *age >= OLD).map(|_| Public::Seniors);
    match words.as_slice() {
        ["plus", "de", from, "ans"] | [from, "ans", "et", "plus"] => old(from),
        ["moin", "de", to, "ans"] => age(to)
            .filter(|to| YOUNG.contains(to))
            .map(|_| Public::Young),
        [from, to, "ans", ..] => {
            let young = age(from)? >= *YOUNG.start() && age(to)? <= *YOUNG.end();
            if young {
                Some(Public::Young)
            } else {
                old(from)
            }
        }
        _ => None,
    }
}

/// Who is trained: what the need says, else the words.
fn learners(item: &Item, concepts: Concepts) -> Concepts {
    let mut by_need = Concepts::default();
    if item.needs.contains(Need::TrainAgents) {
        by_need = by_need.or(LEXICON.named(&["agents"]));
    }
    if item.needs.contains(Need::TrainAssociations) {
        by_need = by_need.or(LEXICON.named(&["associatifs"]));
    }
    if by_need.is_empty() {
        concepts.and(LEXICON.of_role(Role::Learner))
    } else {
        by_need
    }
}

/// Needs and services: those of the fields; where one of both lists is silent, what the words say.
fn subjects(
    item: &Item,
    stems: &[String],
    means: Means,
    learners: Concepts,
) -> (ValueSet<Need>, ValueSet<Service>) {
    let told = item.needs.iter().filter(|need| *need != Need::Other);
    let mut needs: ValueSet<Need> = told.collect();
    let silent = needs.is_empty();
    let mut services = item.services;
    if services.is_empty() && silent {
        services = gathered(&LEXICON.services, stems);
    }
    if silent && means.meets(Means::TRAINING) {
        if learners.meets(LEXICON.named(&["agents"])) {
            needs.insert(Need::TrainAgents);
        }
        if learners.meets(LEXICON.named(&["associatifs"])) {
            needs.insert(Need::TrainAssociations);
        }
    } else if silent {
        let sure = |need: &Need| {
            item.services.is_empty()
                || matches!(need, Need::Refurbishing | Need::Diagnosis | Need::Data)
        };
        let words: ValueSet<Need> = gathered(&LEXICON.needs, stems);
        needs = words.iter().filter(sure).collect();
    }
    (needs, services)
}

fn post_references(item: &Item, figures: &Figures) -> BTreeSet<String> {
    let own = item
        .post
        .iter()
        .filter_map(|post| post.reference.as_deref());
    let lettered = |one: &&String| one.bytes().any(|byte| byte.is_ascii_alphabetic());
    let told = figures.references.iter().filter(lettered).cloned();
    own.map(bare).chain(told).collect()
}

/// The figures of the sentences that tell of a promise.
fn promised(text: &str, payers: &[String]) -> Figures {
    let mut all = Figures::default();
    for clause in clauses(text) {
        let stems = stems(clause);
        let payer = stems.iter().any(|one| payers.contains(one));
        if payer || LEXICON.gives(Sign::Promising, &stems) {
            let figures = Figures::of(clause);
            all.days.extend(figures.days);
            all.references.extend(figures.references);
        }
    }
    all
}

/// The own words of each place; one that has none, as "la mairie", tells no place.
fn places(item: &Item) -> Vec<BTreeSet<String>> {
    let own = |one: &String| !LEXICON.stop.contains(one) && !OF_PLACES.contains(&one.as_str());
    let names = item.places.iter();
    names
        .map(|name| stems(name).into_iter().filter(own).collect())
        .filter(|name: &BTreeSet<String>| !name.is_empty())
        .collect()
}

/// Its days, else the years of its amounts, else those that the text tells.
fn when(item: &Item, figures: &Figures) -> Period {
    let when = item.when();
    if when != Period::ALWAYS {
        return when;
    }
    let ends = figures.years.first().zip(figures.years.last());
    let told = ends.and_then(|(first, last)| Period::years(*first, *last));
    told.unwrap_or(when)
}

fn month(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0().cast_signed()
}
