//! Known records, built once and asked for one record at a time: what a form shows while a place is typed in.

use std::collections::HashMap;

use crate::Record;
use crate::blocking::{Family, keys};
use crate::corpus::Corpus;
use crate::features::Features;
use crate::intern::Lexicon;
use crate::link::judge;
use crate::outcome::{Options, Outcome, Pair};

/// Known records by their keys.
#[derive(Debug)]
pub struct Index {
    corpus: Corpus,
    held: HashMap<(u8, u64), Vec<u32>>,
}

impl Index {
    /// Reads the records.
    #[must_use]
    pub fn of(records: &[Record]) -> Self {
        let mut corpus = Corpus::of(records);
        // What is typed in may lack a code.
        corpus.frequencies.mixed = true;
        let mut held: HashMap<(u8, u64), Vec<u32>> = HashMap::new();
        for family in Family::ALL {
            for (rank, one) in (0_u32..).zip(&corpus.features) {
                keys(family, one, &corpus.frequencies, |key| {
                    held.entry((family as u8, key)).or_default().push(rank);
                });
            }
        }
        Self { corpus, held }
    }

    /// The records as a corpus.
    #[must_use]
    pub const fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Known records that may be this one, the likeliest first: `b` is the index in the slice, `a` stands for the record
    /// that was asked for and is zero.
    #[must_use]
    pub fn candidates(&self, record: &Record, options: &Options) -> Vec<Pair> {
        let mut lexicon = Lexicon::over(&self.corpus.words);
        let asked = Features::of(record, &mut lexicon);
        let counts = &self.corpus.frequencies;
        let mut ranks: Vec<u32> = Vec::new();
        for family in Family::ALL {
            keys(family, &asked, counts, |key| {
                let held = self.held.get(&(family as u8, key));
                ranks.extend(
                    held.filter(|held| held.len() < family.most())
                        .into_iter()
                        .flatten(),
                );
            });
        }
        ranks.sort_unstable();
        ranks.dedup();
        let judged = ranks.into_iter().filter_map(|rank| {
            let known = self.corpus.features.get(rank as usize)?;
            let pair = judge(&asked, known, counts, &lexicon, options);
            let b = self.corpus.ranks.get(rank as usize).copied()?;
            Some(Pair { a: 0, b, ..pair })
        });
        let mut pairs: Vec<Pair> = judged
            .filter(|pair| pair.outcome != Outcome::Different)
            .collect();
        pairs.sort_by(|a, b| b.probability.total_cmp(&a.probability));
        pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_found_again_among_the_known_ones() {
        let hall = |commune: &str, insee: &str, id: &str| Record {
            id: id.into(),
            name: format!("Mairie de {commune}"),
            street: Some("3 rue de la Mairie".into()),
            commune: Some(commune.into()),
            insee: Some(insee.into()),
            ..Record::default()
        };
        let known = [hall("Pacé", "35210", "1"), hall("Redon", "35236", "2")];
        let index = Index::of(&known);
        let found = index.candidates(&hall("PACE", "35210", "x"), &Options::default());
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].b, found[0].outcome), (0, Outcome::Same));
    }
}
