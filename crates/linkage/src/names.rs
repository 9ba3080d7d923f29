//! Names: the proper words that two of them share, weighed by how rare they are, mistypings included.

use strsim::osa_distance;

use crate::corpus::Frequencies;
use crate::features::{Features, Part};
use crate::intern::Text;
use crate::outcome::Level;

/// Most words of a name that are compared.
const MOST: usize = 16;
/// What a mistyped word tells of what it would tell whole.
const MISTYPED: f32 = 0.8;

/// The proper words of a name that are not those of either commune.
#[derive(Default)]
struct Proper {
    words: [u32; MOST],
    count: usize,
}

impl Proper {
    fn of(one: &Features, other: &Features) -> Self {
        let mut proper = Self::default();
        for word in one.part(Part::Name) {
            let placed = [one, other]
                .iter()
                .any(|record| record.part(Part::Commune).binary_search(word).is_ok());
            if !placed && let Some(slot) = proper.words.get_mut(proper.count) {
                *slot = *word;
                proper.count += 1;
            }
        }
        proper
    }

    fn words(&self) -> &[u32] {
        self.words.get(..self.count).unwrap_or_default()
    }
}

/// The level of two names and the bits that their common words tell; none when neither has proper words.
pub(crate) fn compare(
    a: &Features,
    b: &Features,
    counts: &Frequencies,
    text: &impl Text,
) -> Option<(Level, f32)> {
    let (of_a, of_b) = (Proper::of(a, b), Proper::of(b, a));
    match (of_a.words(), of_b.words()) {
        ([], []) => None,
        ([], _) | (_, []) => Some((Level::NameOneSided, 0.0)),
        (words_a, words_b) => Some(level(a, b, words_a, words_b, counts, text)),
    }
}

fn level(
    a: &Features,
    b: &Features,
    words_a: &[u32],
    words_b: &[u32],
    counts: &Frequencies,
    text: &impl Text,
) -> (Level, f32) {
    let bits = |words: &[u32]| words.iter().map(|word| counts.bits(*word)).sum::<f32>();
    let (all_a, all_b) = (bits(words_a), bits(words_b));
    let mut shared = 0.0;
    let mut whole = true;
    each_shared(words_a, words_b, text, |word, exact| {
        whole &= exact;
        shared += counts.bits(word) * if exact { 1.0 } else { MISTYPED };
    });
    let within = shared / all_a.min(all_b);
    let of_all = shared / (all_a + all_b - shared);
    let initials = || {
        let told = |one: Option<u32>, words: &[u32]| one.is_some_and(|word| words.contains(&word));
        told(a.initials, words_b) || told(b.initials, words_a)
    };
    let level = match (of_all, within) {
        (all, _) if all > 0.999 && whole => Level::NameSame,
        (all, _) if all > 0.65 => Level::NameClose,
        (_, part) if part > 0.79 => Level::NameWithin,
        (all, _) if all > 0.2 => Level::NamePartly,
        _ if initials() => Level::NameWithin,
        _ => Level::NameOther,
    };
    (level, shared)
}

/// How many words two lists share, mistypings included.
pub(crate) fn shared(a: &[u32], b: &[u32], text: &impl Text) -> usize {
    let mut count = 0;
    each_shared(a, b, text, |_, _| count += 1);
    count
}

/// Gives each word of `a` that `b` has, and whether it has it to the letter. A word is matched once.
fn each_shared(a: &[u32], b: &[u32], text: &impl Text, mut give: impl FnMut(u32, bool)) {
    let mut taken = 0_u32;
    let mut left: [u32; MOST] = [0; MOST];
    let mut count = 0;
    for word in a.iter().take(MOST) {
        if let Ok(at) = b.binary_search(word) {
            taken |= 1 << (at % 32);
            give(*word, true);
        } else if let Some(slot) = left.get_mut(count) {
            *slot = *word;
            count += 1;
        }
    }
    if count == 0 || taken.count_ones() as usize == b.len() {
        return;
    }
    for word in left.iter().take(count) {
        let free = |at: &usize| taken & (1 << (at % 32)) == 0;
        let alike = (0..b.len().min(MOST)).filter(free).find(|at| {
            b.get(*at)
                .is_some_and(|other| mistyped(text.text(*word), text.text(*other)))
        });
        if let Some(at) = alike {
            taken |= 1 << (at % 32);
            give(*word, false);
        }
    }
}

/// Whether one word may stand for the other: one letter off from five letters on, two from nine on, a short form with
/// the same start, or an article stuck to it (`leguen`, `guen`).
fn mistyped(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let more = long.len() - short.len();
    if short.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    if short.len() < 4 {
        return false;
    }
    if more <= 2
        && long.ends_with(short)
        && (long.starts_with("le")
            || long.starts_with("la")
            || long.starts_with('d')
            || long.starts_with('l'))
    {
        return true;
    }
    let allowed = match short.len() {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    };
    allowed > 0 && more <= allowed && osa_distance(short, long) <= allowed
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("competence", "compotence", true)]
    #[case("leguen", "guen", true)]
    #[case("nord", "sud", false)]
    #[case("nord", "bord", false)]
    #[case("1945", "1944", false)]
    #[case("villejean", "villejan", true)]
    fn a_mistyped_word_is_known_again(#[case] a: &str, #[case] b: &str, #[case] same: bool) {
        assert_eq!((mistyped(a, b), mistyped(b, a)), (same, same));
    }
}
