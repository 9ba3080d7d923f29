//! Lists rarely name a place twice: of two records of a list that agree with a third, the one that agrees better is
//! likelier to be it, and the other likelier to be another place. Unless these two are one place themselves.

use std::collections::{HashMap, HashSet};

use crate::corpus::Corpus;
use crate::model::model;
use crate::outcome::{Options, Outcome, Pair};

/// The record of a list that agrees best with another record.
#[derive(Debug, Clone, Copy)]
struct Best {
    bits: f64,
    record: u32,
}

/// Weakens the pairs that another record of the same list outdoes.
pub(crate) fn settle(corpus: &Corpus, options: &Options, pairs: &mut [Pair]) {
    let source = |rank: u32| {
        corpus
            .features
            .get(rank as usize)
            .map_or(0, |one| one.source)
    };
    let mut best: HashMap<(u32, u32), Best> = HashMap::new();
    let mut twins: HashSet<(u32, u32)> = HashSet::new();
    for pair in pairs.iter().filter(|pair| pair.outcome == Outcome::Same) {
        let bits = bits(pair);
        if source(pair.a) == source(pair.b) {
            twins.insert((pair.a, pair.b));
            continue;
        }
        for (record, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
            let found = Best {
                bits,
                record: other,
            };
            let known = best.entry((record, source(other))).or_insert(found);
            if bits > known.bits {
                *known = found;
            }
        }
    }
    for pair in pairs.iter_mut() {
        let (of_a, of_b) = (source(pair.a), source(pair.b));
        if pair.outcome != Outcome::Same || of_a == 0 || of_b == 0 || of_a == of_b {
            continue;
        }
        let enough = bits(pair) + model().better();
        let outdone = [(pair.a, of_b, pair.b), (pair.b, of_a, pair.a)]
            .into_iter()
            .any(|(record, list, other)| {
                let better = best.get(&(record, list)).filter(|best| best.bits > enough);
                let twin = |best: &Best| (best.record.min(other), best.record.max(other));
                better.is_some_and(|best| !twins.contains(&twin(best)))
            });
        if outdone {
            outdo(pair, options);
        }
    }
}

fn bits(pair: &Pair) -> f64 {
    pair.evidence.iter().map(|one| one.weight).sum()
}

fn outdo(pair: &mut Pair, options: &Options) {
    pair.evidence.push(model().outdone());
    pair.probability = model().probability(&pair.evidence);
    pair.outcome = match pair.probability {
        p if p >= options.same => Outcome::Same,
        p if p >= options.review => Outcome::Review,
        _ => Outcome::Different,
    };
}
