//! Lists rarely name a place twice: of two records of a list that agree with a third, the one that agrees better is
//! likelier to be it, and the other likelier to be another place.

use std::collections::HashMap;

use crate::Subject;
use crate::corpus::Corpus;
use crate::model::{Tables, model};
use crate::outcome::{Options, Outcome, Pair};

/// Weakens the pairs that another record of the same list outdoes.
pub(crate) fn settle(corpus: &Corpus, options: &Options, pairs: &mut [Pair]) {
    let source = |rank: u32| {
        corpus
            .features
            .get(rank as usize)
            .map_or(0, |one| one.source)
    };
    let subject = |pair: &Pair| {
        let of_a = corpus.features.get(pair.a as usize);
        of_a.map_or(Subject::default(), |one| one.subject)
    };
    let mut best: HashMap<(u32, u32), f64> = HashMap::new();
    for pair in pairs.iter().filter(|pair| pair.outcome == Outcome::Same) {
        for (record, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
            let most = best.entry((record, source(other))).or_insert(f64::MIN);
            *most = most.max(bits(pair));
        }
    }
    for pair in pairs.iter_mut() {
        let (of_a, of_b) = (source(pair.a), source(pair.b));
        if pair.outcome != Outcome::Same || of_a == 0 || of_b == 0 || of_a == of_b {
            continue;
        }
        let most = |record, list| best.get(&(record, list)).copied().unwrap_or(f64::MIN);
        let better = most(pair.a, of_b).max(most(pair.b, of_a));
        let model = model(subject(pair));
        if better > bits(pair) + model.better() {
            outdo(pair, model, options);
        }
    }
}

fn bits(pair: &Pair) -> f64 {
    pair.evidence.iter().map(|one| one.weight).sum()
}

fn outdo(pair: &mut Pair, model: &Tables, options: &Options) {
    pair.evidence.push(model.outdone());
    pair.probability = model.probability(&pair.evidence);
    pair.outcome = match pair.probability {
        p if p >= options.same => Outcome::Same,
        p if p >= options.review => Outcome::Review,
        _ => Outcome::Different,
    };
}
