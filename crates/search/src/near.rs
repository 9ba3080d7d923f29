//! Words at a few mistakes from a typed one: a letter too many, missing or wrong.
//!
//! The dictionary is walked with one row of the table of distances as state. Against an automaton made in full for the
//! word, which takes a millisecond for a long one, nothing is prepared and only branches that can still end are walked.

use fst::Automaton;

/// Longest word that is forgiven, in letters.
const LONGEST: usize = 31;

/// The words near a word.
pub(crate) struct Near<'a> {
    word: &'a [u8],
    mistakes: u8,
}

/// Distances of each beginning of the word to what was read; those beyond what is allowed are all alike.
#[derive(Clone, Copy)]
pub(crate) struct Row([u8; LONGEST + 1]);

impl<'a> Near<'a> {
    /// `None` for a word that is too long to be forgiven.
    pub(crate) fn new(word: &'a str, mistakes: u8) -> Option<Self> {
        (word.len() <= LONGEST).then_some(Self {
            word: word.as_bytes(),
            mistakes,
        })
    }
}

impl Automaton for Near<'_> {
    type State = Row;

    fn start(&self) -> Row {
        let mut row = [0; LONGEST + 1];
        for (cell, distance) in row.iter_mut().zip(0..) {
            *cell = distance;
        }
        Row(row)
    }

    fn is_match(&self, Row(row): &Row) -> bool {
        row.get(self.word.len())
            .is_some_and(|distance| *distance <= self.mistakes)
    }

    fn can_match(&self, Row(row): &Row) -> bool {
        row.iter()
            .take(self.word.len() + 1)
            .any(|distance| *distance <= self.mistakes)
    }

    fn accept(&self, Row(row): &Row, byte: u8) -> Row {
        let beyond = self.mistakes + 1;
        let mut next = [beyond; LONGEST + 1];
        let (mut above, mut left) = (beyond, beyond);
        for (at, (cell, old)) in next
            .iter_mut()
            .zip(row)
            .take(self.word.len() + 1)
            .enumerate()
        {
            let letter = at.checked_sub(1).and_then(|before| self.word.get(before));
            let same = letter.map_or(beyond, |letter| above + u8::from(*letter != byte));
            *cell = same.min(old + 1).min(left + 1).min(beyond);
            (above, left) = (*old, *cell);
        }
        Row(next)
    }
}

#[cfg(test)]
mod tests {
    use fst::{IntoStreamer, Set};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn near_words_are_those_at_the_distance_of_levenshtein(
            mut words in proptest::collection::btree_set("[a-d]{0,8}", 1..40), word in "[a-d]{1,8}", mistakes in 0..3_u8,
        ) {
            words.insert(word.clone());
            let set = Set::from_iter(&words).unwrap();
            let near = Near::new(&word, mistakes).unwrap();
            let found = set.search(near).into_stream().into_strs().unwrap();
            let expected: Vec<String> = words
                .into_iter()
                .filter(|other| strsim::levenshtein(other, &word) <= usize::from(mistakes))
                .collect();
            prop_assert_eq!(found, expected);
        }
    }
}
