//! From records to links: block, compare, decide.

use std::collections::HashSet;
use std::hash::BuildHasher;

use crate::blocking;
use crate::competition;
use crate::concepts::Kinship;
use crate::corpus::{Corpus, Frequencies};
use crate::features::Features;
use crate::intern::{Lexicon, Text, Words};
use crate::levels::{Agreement, agreement};
use crate::model::model;
use crate::outcome::{Level, Links, Options, Outcome, Pair};
use crate::{Record, Subject, organisations};

/// Finds the pairs of records that are the same, to review, or hosted at one door. Indices are those of the slice;
/// `a` is the record whose id comes first.
#[must_use]
pub fn link(records: &[Record], options: &Options) -> Links {
    link_in(&Corpus::of(records), options)
}

/// As [`link_in`], with every pair compared: the quadratic way, to measure what blocking saves and loses.
#[must_use]
pub fn link_exhaustively(corpus: &Corpus, options: &Options) -> Links {
    let count = u32::try_from(corpus.len()).unwrap_or(u32::MAX);
    let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
    let mut judged = judged(corpus, options, pairs);
    competition::settle(corpus, options, &mut judged);
    links(corpus, judged)
}

/// As [`link`], for the pairs of which one record has changed: what a new harvest has to compare.
#[must_use]
pub fn link_new<S: BuildHasher>(
    records: &[Record],
    changed: &HashSet<&str, S>,
    options: &Options,
) -> Links {
    let corpus = Corpus::of(records);
    let of_changed: Vec<bool> = corpus
        .ranks
        .iter()
        .map(|rank| records.get(*rank as usize))
        .map(|record| record.is_some_and(|record| changed.contains(record.id.as_str())))
        .collect();
    let is = |of: &[bool], rank: u32| of.get(rank as usize).copied().unwrap_or(false);
    // The records that changed ones may be, with all their pairs: one of these may be the better one.
    let mut of_near = of_changed.clone();
    for (a, b) in blocking::pairs(&corpus, |a, b| is(&of_changed, a) || is(&of_changed, b)) {
        for rank in [a, b] {
            if let Some(slot) = of_near.get_mut(rank as usize) {
                *slot = true;
            }
        }
    }
    let near = blocking::pairs(&corpus, |a, b| is(&of_near, a) || is(&of_near, b));
    let mut judged = judged(&corpus, options, near);
    competition::settle(&corpus, options, &mut judged);
    judged.retain(|pair| is(&of_changed, pair.a) || is(&of_changed, pair.b));
    links(&corpus, judged)
}

/// As [`link`], for records that are read already.
#[must_use]
pub fn link_in(corpus: &Corpus, options: &Options) -> Links {
    let mut judged = judged(corpus, options, blocking::pairs(corpus, |_, _| true));
    competition::settle(corpus, options, &mut judged);
    links(corpus, judged)
}

/// The pairs that are not plainly different, by the ranks of the corpus.
fn judged(
    corpus: &Corpus,
    options: &Options,
    pairs: impl IntoIterator<Item = (u32, u32)>,
) -> Vec<Pair> {
    let mut kept = Vec::new();
    for (a, b) in pairs {
        let of = |rank: u32| corpus.features.get(rank as usize);
        let (Some(first), Some(second)) = (of(a), of(b)) else {
            continue;
        };
        let judged = judge(first, second, &corpus.frequencies, &corpus.words, options);
        if judged.outcome != Outcome::Different {
            kept.push(Pair { a, b, ..judged });
        }
    }
    kept
}

/// From the ranks of the corpus to the indices of the slice.
fn links(corpus: &Corpus, judged: Vec<Pair>) -> Links {
    let index = |at: u32| corpus.ranks.get(at as usize).copied().unwrap_or(at);
    let pairs = judged
        .into_iter()
        .filter(|pair| pair.outcome != Outcome::Different);
    Links {
        pairs: pairs
            .map(|pair| Pair {
                a: index(pair.a),
                b: index(pair.b),
                ..pair
            })
            .collect(),
    }
}

/// Compares two records, as members of a corpus, on demand. `a` is 0 and `b` is 1 when the first id comes first, and
/// the other way round.
#[must_use]
pub fn compare(a: &Record, b: &Record, corpus: &Corpus) -> Pair {
    compare_with(a, b, corpus, &Options::default())
}

/// As [`compare`], with other limits.
#[must_use]
pub fn compare_with(a: &Record, b: &Record, corpus: &Corpus, options: &Options) -> Pair {
    let in_order = a.id <= b.id;
    let (first, second) = if in_order { (a, b) } else { (b, a) };
    let mut lexicon = Lexicon::over(&corpus.words);
    let first = Features::of(first, &mut lexicon);
    let second = Features::of(second, &mut lexicon);
    let judged = judge(&first, &second, &corpus.frequencies, &lexicon, options);
    Pair {
        a: u32::from(!in_order),
        b: u32::from(in_order),
        ..judged
    }
}

/// Which of two records that stand at one door houses the other: whether it is the first. Nothing when neither or both
/// are of a kind that houses others.
#[must_use]
pub fn host_first(a: &Record, b: &Record) -> Option<bool> {
    let mut words = Words::default();
    let (a, b) = (Features::of(a, &mut words), Features::of(b, &mut words));
    let (first, second) = (a.concepts.housing(), b.concepts.housing());
    (first != second).then_some(first > second)
}

/// Compares and decides; the indices are for the caller to set.
pub(crate) fn judge(
    a: &Features,
    b: &Features,
    counts: &Frequencies,
    text: &impl Text,
    options: &Options,
) -> Pair {
    let agreement = agreement(a, b, counts, text);
    let model = model(a.subject);
    let evidence = model.evidence(&agreement);
    let mut probability = model.probability(&evidence);
    let certain = match a.subject {
        Subject::Place => certain(&agreement),
        Subject::Organisation => organisations::certain(&agreement),
    };
    if certain {
        probability = probability.max(0.999);
    }
    let outcome = match a.subject {
        _ if a.subject != b.subject => Outcome::Different,
        Subject::Place => outcome(&agreement, probability, options),
        Subject::Organisation => organisations::outcome(&agreement, probability, options),
    };
    Pair {
        a: 0,
        b: 0,
        probability,
        outcome,
        evidence,
    }
}

/// Names that may stand for one thing.
pub(crate) const NAMED: [Level; 5] = [
    Level::NameSame,
    Level::NameClose,
    Level::NameWithin,
    Level::NameOrdinary,
    Level::NameUnique,
];

/// Whether no kind speaks against one thing.
pub(crate) fn kin(agreement: &Agreement) -> bool {
    matches!(agreement.kinship, Some(Kinship::Same | Kinship::Unknown))
}

/// Rules that need no weighing: one establishment, one door, compatible names and kinds.
fn certain(agreement: &Agreement) -> bool {
    agreement.has(Level::PivotSame)
        && agreement.any(&[Level::AddressDoor, Level::PositionSpot])
        && agreement.any(&NAMED)
        && kin(agreement)
        && !agreement.any(&[Level::KindItinerant, Level::SourceSame])
}

/// What follows for two records, of the probability and of what no probability may override.
pub(crate) fn outcome(agreement: &Agreement, probability: f64, options: &Options) -> Outcome {
    let hosted = agreement.kinship == Some(Kinship::Hosted);
    if hosted && at_one_door(agreement) && !agreement.has(Level::CommuneOther) {
        return Outcome::Hosted;
    }
    let named = agreement.kinship == Some(Kinship::NamesHost) && !at_one_door(agreement);
    let apart = hosted || named || agreement.kinship == Some(Kinship::Other);
    match probability {
        p if p >= options.same && !apart => Outcome::Same,
        p if p >= options.review => Outcome::Review,
        _ => Outcome::Different,
    }
}

/// Whether two records stand at one door: by the address, or on one spot without a word against it, or in one street
/// with nothing against it.
pub(crate) fn at_one_door(agreement: &Agreement) -> bool {
    let against = [
        Level::AddressNumber,
        Level::AddressOther,
        Level::AddressAlike,
    ];
    let far = [
        Level::PositionClose,
        Level::PositionAround,
        Level::PositionAway,
        Level::PositionFar,
    ];
    agreement.has(Level::AddressDoor)
        || (agreement.has(Level::PositionSpot) && !agreement.any(&against))
        || (agreement.has(Level::AddressStreet) && !agreement.any(&far))
}
