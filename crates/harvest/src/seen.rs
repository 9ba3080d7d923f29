//! What was met before in a list, in a memory that does not grow with it.
//!
//! A text is remembered by its print, 64 bits of it. Up to a million prints are kept as they are; beyond, they go into a
//! filter of fixed size, which never forgets one and hardly ever takes a new text for a known one: four times in a
//! billion after ten million rows.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Prints kept as they are: 18 MB. No real list has as many rows.
const MOST_EXACT: usize = 1 << 20;
/// Words of the filter: 64 MB.
const WORDS: usize = 8 << 20;
/// Bits that each print sets.
const BITS: u64 = 12;

/// A print of a row of texts, the same in every run.
pub(crate) fn print(texts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    texts.hash(&mut hasher);
    hasher.finish()
}

/// The prints met so far.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    exact: HashSet<u64>,
    filter: Vec<u64>,
}

impl Seen {
    /// Remembers a print; whether it is new.
    pub(crate) fn insert(&mut self, print: u64) -> bool {
        if self.exact.contains(&print) {
            return false;
        }
        if self.exact.len() < MOST_EXACT {
            return self.exact.insert(print);
        }
        if self.filter.is_empty() {
            self.filter = vec![0; WORDS];
        }
        let mut new = false;
        // Two halves of the print make all its places: Kirsch and Mitzenmacher, 2006.
        let step = print.rotate_left(32).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        for rank in 0..BITS {
            let place = print.wrapping_add(rank.wrapping_mul(step)) >> 35;
            let bit = 1 << (place % 64);
            let word = usize::try_from(place / 64).unwrap_or_default();
            if let Some(word) = self.filter.get_mut(word) {
                new |= *word & bit == 0;
                *word |= bit;
            }
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_forgotten_and_new_texts_are_new_long_after_the_prints_are_full() {
        let mut seen = Seen::default();
        let all = MOST_EXACT + 500_000;
        let print = |number: usize| print(&["list", &number.to_string()]);
        let known = (0..all)
            .filter(|number| !seen.insert(print(*number)))
            .count();
        assert_eq!(known, 0);
        let new = (0..all)
            .step_by(37)
            .filter(|number| seen.insert(print(*number)))
            .count();
        assert_eq!(new, 0);
        assert!(seen.exact.len() == MOST_EXACT && seen.filter.len() == WORDS);
    }

    #[test]
    fn the_border_between_two_texts_counts() {
        assert_ne!(print(&["a", "bc"]), print(&["ab", "c"]));
    }
}
