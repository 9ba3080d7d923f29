//! From records to links: block, compare, decide.

use std::collections::HashSet;

use crate::Record;
use crate::blocking;
use crate::concepts::Kinship;
use crate::corpus::{Corpus, Frequencies};
use crate::features::Features;
use crate::intern::{Lexicon, Text};
use crate::levels::{Agreement, agreement};
use crate::model::model;
use crate::outcome::{Level, Links, Options, Outcome, Pair};

/// Finds the pairs of records that are the same, to review, or hosted at one door. Indices are those of the slice;
/// `a` is the record whose id comes first.
#[must_use]
pub fn link(records: &[Record], options: &Options) -> Links {
    linked(&Corpus::of(records), options, |_, _| true)
}

/// As [`link`], for the pairs of which one record has changed: what a new harvest has to compare.
#[must_use]
pub fn link_new(records: &[Record], changed: &HashSet<&str>, options: &Options) -> Links {
    let corpus = Corpus::of(records);
    let of_changed: Vec<bool> = corpus
        .ranks
        .iter()
        .map(|rank| records.get(*rank as usize))
        .map(|record| record.is_some_and(|record| changed.contains(record.id.as_str())))
        .collect();
    let is = |rank: u32| of_changed.get(rank as usize).copied().unwrap_or(false);
    linked(&corpus, options, |a, b| is(a) || is(b))
}

fn linked(corpus: &Corpus, options: &Options, wanted: impl Fn(u32, u32) -> bool) -> Links {
    let mut links = Links::default();
    for (a, b) in blocking::pairs(corpus, wanted) {
        let of = |rank: u32| corpus.features.get(rank as usize);
        let (Some(first), Some(second)) = (of(a), of(b)) else {
            continue;
        };
        let judged = judge(first, second, &corpus.frequencies, &corpus.words, options);
        if judged.outcome != Outcome::Different {
            let rank = |at: u32| corpus.ranks.get(at as usize).copied().unwrap_or(at);
            links.pairs.push(Pair {
                a: rank(a),
                b: rank(b),
                ..judged
            });
        }
    }
    links
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

/// Compares and decides; the indices are for the caller to set.
pub(crate) fn judge(
    a: &Features,
    b: &Features,
    counts: &Frequencies,
    text: &impl Text,
    options: &Options,
) -> Pair {
    let agreement = agreement(a, b, counts, text);
    let evidence = model().evidence(&agreement);
    let mut probability = model().probability(&evidence);
    if certain(&agreement) {
        probability = probability.max(0.999);
    }
    Pair {
        a: 0,
        b: 0,
        probability,
        outcome: outcome(&agreement, probability, options),
        evidence,
    }
}

/// Rules that need no weighing: one establishment, one door, compatible names and kinds.
fn certain(agreement: &Agreement) -> bool {
    let named = [
        Level::NameSame,
        Level::NameClose,
        Level::NameWithin,
        Level::NameOrdinary,
    ];
    let kin = matches!(agreement.kinship, Some(Kinship::Same | Kinship::Unknown));
    agreement.has(Level::PivotSame)
        && agreement.any(&[Level::AddressDoor, Level::PositionSpot])
        && agreement.any(&named)
        && kin
        && !agreement.any(&[Level::KindItinerant, Level::SourceSame])
}

fn outcome(agreement: &Agreement, probability: f64, options: &Options) -> Outcome {
    let hosted = agreement.kinship == Some(Kinship::Hosted);
    if hosted && at_one_door(agreement) && !agreement.has(Level::CommuneOther) {
        return Outcome::Hosted;
    }
    let apart = hosted || agreement.kinship == Some(Kinship::Other);
    match probability {
        p if p >= options.same && !apart => Outcome::Same,
        p if p >= options.review => Outcome::Review,
        _ => Outcome::Different,
    }
}

/// Whether two records stand at one door: by the address, or on one spot without a word against it, or in one street
/// with a contact in common.
fn at_one_door(agreement: &Agreement) -> bool {
    let against = [
        Level::AddressNumber,
        Level::AddressOther,
        Level::AddressAlike,
    ];
    let contact = [Level::PhoneSame, Level::EmailSame];
    agreement.has(Level::AddressDoor)
        || (agreement.has(Level::PositionSpot) && !agreement.any(&against))
        || (agreement.has(Level::AddressStreet)
            && agreement.any(&[
                Level::PositionSpot,
                Level::PositionNear,
                contact[0],
                contact[1],
            ]))
}
