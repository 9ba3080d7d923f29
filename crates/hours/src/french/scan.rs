//! From a tidy text to signs, each with the stretch of text it was read from.
//!
//! First atoms (words, numbers, single signs), then phrases and clock times made of several of them.

use super::clock;
use super::signs::{self, Sign};

/// A sign and its stretch of text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) sign: Sign,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A word without accents, a number, or a single sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Atom {
    pub(super) kind: AtomKind,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum AtomKind {
    Word(String),
    /// Value and count of digits.
    Number(u32, usize),
    /// The letter `h` or the word "heures" after a number.
    Hour,
    Mark(char),
}

/// The signs of a text.
pub(super) fn scan(text: &str) -> Vec<Piece> {
    let atoms = atoms(text);
    let mut pieces: Vec<Piece> = Vec::with_capacity(atoms.len());
    let mut at = 0;
    while let Some(atom) = atoms.get(at) {
        let (sign, taken) = match &atom.kind {
            AtomKind::Number(..) => clock::read(&atoms, at),
            AtomKind::Word(word) => worded(&atoms, at, word),
            AtomKind::Hour => (Sign::Unknown, 1),
            AtomKind::Mark(mark) => (marked(*mark, &atoms, at), 1),
        };
        let taken = taken.max(1);
        let end = atoms.get(at + taken - 1).map_or(atom.end, |last| last.end);
        let piece = Piece {
            sign,
            start: atom.start,
            end,
        };
        pieces.push(piece);
        at += taken;
    }
    pieces
}

fn worded(atoms: &[Atom], at: usize, word: &str) -> (Sign, usize) {
    signs::phrases(word)
        .filter_map(|(words, sign)| Some((sign, phrase_length(atoms, at, words)?)))
        .max_by_key(|&(_, taken)| taken)
        .unwrap_or_else(|| (signs::word(word), 1))
}

/// How many atoms a phrase takes; hyphens may stand between its words.
fn phrase_length(atoms: &[Atom], at: usize, words: &[&str]) -> Option<usize> {
    let mut next = at;
    for (index, expected) in words.iter().enumerate() {
        if index > 0 && matches!(atoms.get(next)?.kind, AtomKind::Mark('-')) {
            next += 1;
        }
        match &atoms.get(next)?.kind {
            AtomKind::Word(word) if word == expected => next += 1,
            _ => return None,
        }
    }
    Some(next - at)
}

fn marked(mark: char, atoms: &[Atom], at: usize) -> Sign {
    match mark {
        '-' => Sign::Dash,
        '/' => Sign::Slash,
        ',' => Sign::Comma,
        ':' => Sign::Colon,
        '&' | '+' => Sign::And,
        '(' | '[' | '{' => Sign::Open,
        ')' | ']' | '}' => Sign::Close,
        '"' => Sign::Quiet,
        '.' if shortens(atoms, at) => Sign::Quiet,
        '\n' | ';' | '|' | '.' | '*' => Sign::Stop,
        _ => Sign::Unknown,
    }
}

/// The full stop of "lun." or "sept.", which ends no sentence.
fn shortens(atoms: &[Atom], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| atoms.get(before));
    match (before, atoms.get(at), atoms.get(at + 1)) {
        (Some(Atom { kind: AtomKind::Word(word), end, .. }), Some(dot), Some(_)) => {
            *end == dot.start && signs::is_short(word)
        }
        _ => false,
    }
}

fn atoms(text: &str) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    let mut signs = text.char_indices().peekable();
    while let Some((start, sign)) = signs.next() {
        let mut end = start + sign.len_utf8();
        let kind = if let Some(digit) = sign.to_digit(10) {
            let (mut value, mut count) = (digit, 1);
            while let Some(&(from, next)) = signs.peek()
                && let Some(digit) = next.to_digit(10)
            {
                value = value.saturating_mul(10).saturating_add(digit);
                count += 1;
                end = from + 1;
                signs.next();
            }
            AtomKind::Number(value, count)
        } else if sign.is_alphabetic() {
            let mut word = String::new();
            fold(sign, &mut word);
            let after_number = matches!(
                atoms.last(),
                Some(Atom { kind: AtomKind::Number(..), .. })
            );
            while let Some(&(from, next)) = signs.peek()
                && next.is_alphabetic()
                && !(after_number && word == "h" && !continues_hour(text, from))
            {
                fold(next, &mut word);
                end = from + next.len_utf8();
                signs.next();
            }
            if after_number && matches!(word.as_str(), "h" | "heure" | "heures" | "hr" | "hrs") {
                AtomKind::Hour
            } else {
                AtomKind::Word(word)
            }
        } else {
            match plain(sign) {
                Some(mark) => AtomKind::Mark(mark),
                None => continue,
            }
        };
        atoms.push(Atom { kind, start, end });
    }
    atoms
}

/// Whether "eures" or the like goes on after the `h` of a number.
fn continues_hour(text: &str, from: usize) -> bool {
    let rest: String = text
        .get(from..)
        .unwrap_or_default()
        .chars()
        .take(5)
        .flat_map(char::to_lowercase)
        .collect();
    rest.starts_with("eure") || rest.starts_with("rs")
}

/// The sign that a look-alike stands for; nothing for blanks and apostrophes.
fn plain(sign: char) -> Option<char> {
    Some(match sign {
        '\n' => '\n',
        _ if sign.is_whitespace() => return None,
        '\'' | '’' | '‘' | '`' | '´' => return None,
        '→' | '‐' | '‑' | '‒' | '–' | '−' | '—' | '_' | '~' | '>' => '-',
        '•' | '●' | '▪' | '◦' | '·' | '*' | '\u{2023}' => '*',
        '“' | '”' | '«' | '»' | '"' => '"',
        '：' => ':',
        '‚' | '，' => ',',
        '⁄' | '\\' => '/',
        other => other,
    })
}

/// Adds a letter in lower case without its accent.
fn fold(letter: char, word: &mut String) {
    for lower in letter.to_lowercase() {
        match lower {
            'à' | 'â' | 'ä' | 'á' | 'ã' => word.push('a'),
            'é' | 'è' | 'ê' | 'ë' => word.push('e'),
            'î' | 'ï' | 'í' => word.push('i'),
            'ô' | 'ö' | 'ó' => word.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => word.push('u'),
            'ç' => word.push('c'),
            'œ' => word.push_str("oe"),
            '\u{300}'..='\u{36f}' => {}
            other => word.push(other),
        }
    }
}
