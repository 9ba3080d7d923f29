//! "De septembre à juin : … ; juillet et août : …": hours that change with the months.
//!
//! Only months that head their hours are read, each followed by a colon or a new line. Months anywhere else leave the
//! whole as text: of what they speak is a guess.

use super::tokens::plain;

/// Hours of some months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Season {
    /// As the grammar names them: `Sep-Jun`.
    pub(super) months: String,
    /// What is said of them.
    pub(super) text: String,
    /// A bit for each month.
    set: u16,
}

/// A text, cut where months head what follows: what is said before all of them, and of each. Nothing where no month
/// heads anything, where one stands elsewhere, or where two heads name the same month.
pub(super) fn cut(text: &str) -> Option<(String, Vec<Season>)> {
    let original: Vec<char> = text.chars().collect();
    let words = words(&original);
    let mut heads: Vec<(usize, usize, Season)> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some((head, next)) = head(&original, &words, at) {
            heads.push(head);
            at = next;
        } else if word.month().is_some() {
            return None;
        } else {
            at += 1;
        }
    }
    let piece = |from: usize, to: usize| -> String {
        let piece: String = original.get(from..to).unwrap_or_default().iter().collect();
        let ends = |c: char| c.is_whitespace() || matches!(c, ';' | '.' | '|' | ',' | ':');
        piece.trim_matches(ends).to_owned()
    };
    let before = piece(0, heads.first()?.0);
    let ends: Vec<usize> = heads.iter().skip(1).map(|(start, ..)| *start).collect();
    let ends = ends.into_iter().chain([original.len()]);
    let mut named = 0;
    let mut seasons = Vec::new();
    for ((_, from, season), to) in heads.into_iter().zip(ends) {
        if named & season.set != 0 {
            return None;
        }
        named |= season.set;
        let text = piece(from, to);
        seasons.push(Season { text, ..season });
    }
    Some((before, seasons))
}

/// The hours of a day, and those of some months between brackets behind them: "16h-18h (juillet-août : 10h-12h)".
pub(super) fn bracketed(cell: &str) -> Option<(&str, Season)> {
    let (before, rest) = cell.trim().split_once('(')?;
    let inside = rest.strip_suffix(')')?;
    if inside.contains(['(', ')']) {
        return None;
    }
    let (none, mut seasons) = cut(inside)?;
    let season = seasons.pop()?;
    (none.is_empty() && seasons.is_empty() && !before.trim().is_empty())
        .then_some((before.trim(), season))
}

/// Whether nothing is open in a season: "fermé" and no more.
pub(super) fn is_closed(text: &str) -> bool {
    let words: String = text.chars().map(plain).collect();
    matches!(words.trim(), "ferme" | "fermee" | "fermes" | "fermeture")
}

/// Whether a word, without accents, names a month.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|names| names.contains(&word))
}

/// Rules of the grammar, in some months only.
pub(super) fn within(months: &str, osm: &str) -> String {
    let rules: Vec<String> = osm
        .split("; ")
        .map(|rule| format!("{months} {rule}"))
        .collect();
    rules.join("; ")
}

/// A word, without accents, and where it stands.
struct Word {
    from: usize,
    to: usize,
    text: String,
}

impl Word {
    fn month(&self) -> Option<u32> {
        let known = MONTHS.iter().position(|names| names.contains(&&*self.text));
        known.and_then(|rank| u32::try_from(rank).ok())
    }

    fn is(&self, words: &[&str]) -> bool {
        words.contains(&&*self.text)
    }
}

/// As people write them; "mar" and "mer" are days.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv"],
    &["fevrier", "fev"],
    &["mars"],
    &["avril", "avr"],
    &["mai"],
    &["juin"],
    &["juillet", "juil"],
    &["aout"],
    &["septembre", "sept"],
    &["octobre", "oct"],
    &["novembre", "nov"],
    &["decembre", "dec"],
];
const NAMES: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
/// Words before the first month.
const LEADING: [&str; 10] = [
    "de", "d", "du", "en", "au", "aux", "mois", "le", "les", "pendant",
];

fn words(original: &[char]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (at, c) in original.iter().enumerate() {
        if !c.is_alphabetic() {
            continue;
        }
        match words.last_mut().filter(|word| word.to == at) {
            Some(word) => {
                word.to = at + 1;
                word.text.push(plain(*c));
            }
            None => words.push(Word {
                from: at,
                to: at + 1,
                text: plain(*c).to_string(),
            }),
        }
    }
    words
}

/// The head that begins at a word, between where it starts and where its hours do, and the word after it.
fn head(
    original: &[char],
    words: &[Word],
    start: usize,
) -> Option<((usize, usize, Season), usize)> {
    let begin = words.get(start)?.from;
    let before = original.get(..begin)?.iter().rev();
    let mut before = before.skip_while(|c| matches!(c, ' ' | '\u{a0}' | '\t'));
    if !before
        .next()
        .is_none_or(|c| matches!(c, '\n' | ';' | '.' | '|' | '('))
    {
        return None;
    }
    let mut at = start;
    while words.get(at).is_some_and(|word| word.is(&LEADING)) {
        at += 1;
    }
    let first = words.get(at)?;
    let from = first.month()?;
    let mut last = first;
    let mut to = from;
    let mut list = false;
    let joiner = words.get(at + 1).filter(|word| word.is(&["a", "au", "et"]));
    let second = words.get(at + if joiner.is_some() { 2 } else { 1 });
    if let Some((second, month)) = second.and_then(|word| Some((word, word.month()?))) {
        let between: String = original.get(last.to..second.from)?.iter().collect();
        let hyphen = between.trim().chars().map(plain).eq(['-']);
        if joiner.is_none() && !hyphen {
            return None;
        }
        list = joiner.is_some_and(|word| word.is(&["et"]));
        (last, to) = (second, month);
        at += if joiner.is_some() { 2 } else { 1 };
    }
    let mut behind = original.get(last.to..)?.iter().enumerate();
    let (skipped, mark) = behind.find(|(_, c)| !matches!(c, ' ' | '\u{a0}' | '\t' | '.'))?;
    if !matches!(mark, ':' | '\n' | '\r') {
        return None;
    }
    let season = Season {
        months: months(from, to, list)?,
        text: String::new(),
        set: set(from, to, list),
    };
    Some(((begin, last.to + skipped + 1, season), at + 1))
}

fn months(from: u32, to: u32, list: bool) -> Option<String> {
    let name = |month: u32| NAMES.get(usize::try_from(month).ok()?).copied();
    let (first, last) = (name(from)?, name(to)?);
    Some(match from == to {
        true => first.to_owned(),
        false if list && (from + 1) % 12 != to => format!("{first},{last}"),
        false => format!("{first}-{last}"),
    })
}

fn set(from: u32, to: u32, list: bool) -> u16 {
    if list {
        return 1 << from | 1 << to;
    }
    let mut month = from;
    let mut set = 1 << month;
    while month != to {
        month = (month + 1) % 12;
        set |= 1 << month;
    }
    set
}
