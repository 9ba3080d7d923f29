//! Keys within a few typing mistakes of a text: a letter more, less or wrong, or two neighbours swapped.
//!
//! The distance (optimal string alignment) is carried along while the index is walked, two rows at a time, so that
//! nothing has to be built for a text before it can be looked up: a long text costs no more than a short one.

use fst::Automaton;

/// Matches the keys of an index that differ from a text by few typing mistakes.
pub(crate) struct Typing<'a> {
    text: &'a [u8],
    most: u8,
}

/// The last two rows of the table of distances, and the letter between them.
pub(crate) struct Rows {
    before: Vec<u8>,
    row: Vec<u8>,
    letter: u8,
}

impl<'a> Typing<'a> {
    /// `text` is folded, one byte a letter; `most` is how many mistakes are forgiven.
    pub(crate) const fn new(text: &'a str, most: u8) -> Self {
        Self {
            text: text.as_bytes(),
            most,
        }
    }
}

impl Automaton for Typing<'_> {
    type State = Rows;

    fn start(&self) -> Rows {
        let beyond = self.most + 1;
        Rows {
            before: Vec::new(),
            row: (0..=self.text.len())
                .map(|letters| u8::try_from(letters).unwrap_or(beyond).min(beyond))
                .collect(),
            letter: 0,
        }
    }

    fn is_match(&self, rows: &Rows) -> bool {
        rows.row.last().is_some_and(|cost| *cost <= self.most)
    }

    fn can_match(&self, rows: &Rows) -> bool {
        rows.row.iter().any(|cost| *cost <= self.most)
    }

    fn accept(&self, rows: &Rows, letter: u8) -> Rows {
        let beyond = self.most + 1;
        let mut left = rows
            .row
            .first()
            .map_or(beyond, |cost| (cost + 1).min(beyond));
        let mut next = Vec::with_capacity(rows.row.len());
        next.push(left);
        let mut wanted_before = None;
        // Two columns back in the row before the last: where a swap of two letters started.
        let swaps = std::iter::once(None).chain(rows.before.iter().copied().map(Some));
        let columns = self
            .text
            .iter()
            .zip(rows.row.iter().zip(rows.row.iter().skip(1)));
        for ((&wanted, (&diagonal, &above)), swap) in
            columns.zip(swaps.chain(std::iter::repeat(None)))
        {
            let replaced = diagonal + u8::from(wanted != letter);
            let mut cost = replaced.min(above + 1).min(left + 1);
            if let Some(swap) = swap
                && wanted == rows.letter
                && wanted_before == Some(letter)
            {
                cost = cost.min(swap + 1);
            }
            left = cost.min(beyond);
            next.push(left);
            wanted_before = Some(wanted);
        }
        Rows {
            before: rows.row.clone(),
            row: next,
            letter,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn matches(text: &str, key: &str, most: u8) -> bool {
        let typing = Typing::new(text, most);
        let mut rows = typing.start();
        for letter in key.bytes() {
            if !typing.can_match(&rows) {
                return false;
            }
            rows = typing.accept(&rows, letter);
        }
        typing.is_match(&rows)
    }

    #[test]
    fn a_letter_more_less_wrong_or_swapped_is_one_mistake() {
        for text in ["renne", "rennees", "rannes", "ernnes", "rnenes"] {
            assert!(matches(text, "rennes", 1), "{text}");
            assert!(!matches(text, "rennes", 0), "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_walk_agrees_with_the_whole_table(text in "[ab c]{0,9}", key in "[ab c]{0,9}", most in 0_u8..3) {
            prop_assert_eq!(matches(&text, &key, most), strsim::osa_distance(&text, &key) <= usize::from(most));
        }
    }
}
