//! Texts as numbers: a word or a key is compared and counted as a `u32`.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// FNV-1a with a last stir: words are short, and nothing here answers to a stranger's clock.
#[must_use]
pub(crate) fn hash(parts: &[&[u8]]) -> u64 {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in *part {
            state = (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        state = (state ^ 0xff).wrapping_mul(0x0100_0000_01b3);
    }
    stir(state)
}

/// Spreads the bits of a number over all of it.
#[must_use]
pub(crate) const fn stir(mut state: u64) -> u64 {
    state ^= state >> 32;
    state = state.wrapping_mul(0xd6e8_feb8_6659_fd93);
    state ^= state >> 32;
    state = state.wrapping_mul(0xd6e8_feb8_6659_fd93);
    state ^ (state >> 32)
}

/// Passes through a number that is a hash already.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Through(u64);

impl Hasher for Through {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(&[bytes]);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = stir(u64::from(number));
    }
}

/// A map from hashes.
pub(crate) type ByHash<V> = HashMap<u64, V, BuildHasherDefault<Through>>;

/// Words, numbered as they come, with their texts.
#[derive(Debug, Default, Clone)]
pub(crate) struct Words {
    numbers: ByHash<u32>,
    texts: String,
    ends: Vec<u32>,
}

impl Words {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Number of a word, if it is known.
    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        self.numbers.get(&hash(&[word.as_bytes()])).copied()
    }

    /// Number of a word, new if need be. Two words of one 64-bit hash would share it: one chance in millions of
    /// millions, for one wrong comparison.
    pub(crate) fn number(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(hash(&[word.as_bytes()])).or_insert(next);
        if number == next {
            self.texts.push_str(word);
            self.ends
                .push(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        }
        number
    }

    /// Text of a number.
    pub(crate) fn text(&self, number: u32) -> &str {
        let at = number as usize;
        let start = at
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.texts
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }
}

/// Known words and a few more, for records that are compared without being kept.
#[derive(Debug)]
pub(crate) struct Lexicon<'a> {
    known: &'a Words,
    more: Words,
}

/// Gives numbers to words.
pub(crate) trait Number {
    fn number(&mut self, word: &str) -> u32;
}

/// Gives texts back.
pub(crate) trait Text {
    fn text(&self, number: u32) -> &str;
}

impl Number for Words {
    fn number(&mut self, word: &str) -> u32 {
        Self::number(self, word)
    }
}

impl Text for Words {
    fn text(&self, number: u32) -> &str {
        Self::text(self, number)
    }
}

impl<'a> Lexicon<'a> {
    pub(crate) fn over(known: &'a Words) -> Self {
        Self {
            known,
            more: Words::default(),
        }
    }

    fn first(&self) -> u32 {
        u32::try_from(self.known.len()).unwrap_or(u32::MAX)
    }
}

impl Number for Lexicon<'_> {
    fn number(&mut self, word: &str) -> u32 {
        let first = self.first();
        self.known
            .find(word)
            .unwrap_or_else(|| first.saturating_add(self.more.number(word)))
    }
}

impl Text for Lexicon<'_> {
    fn text(&self, number: u32) -> &str {
        match number.checked_sub(self.first()) {
            Some(more) => self.more.text(more),
            None => self.known.text(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_and_its_text() {
        let mut words = Words::default();
        let (a, b) = (words.number("maurepas"), words.number("villejean"));
        assert_eq!(words.number("maurepas"), a);
        assert_eq!((words.text(a), words.text(b)), ("maurepas", "villejean"));
        let mut lexicon = Lexicon::over(&words);
        let c = lexicon.number("blosne");
        assert_eq!(lexicon.number("villejean"), b);
        assert_eq!((lexicon.text(c), lexicon.text(a)), ("blosne", "maurepas"));
        assert_eq!(words.find("blosne"), None);
    }
}
