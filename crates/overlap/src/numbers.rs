//! What a text tells in figures: sums, shares, quantities, references, days.
//!
//! Read from the text as typed, since folding would lose "24 200 €", "DR-4471" and "12/03".

use std::collections::BTreeSet;

use portulan_text::fold;

/// Sums below this many euros are quantities.
const LEAST_SUM: f64 = 200.0;
/// Years, which are neither sums nor quantities.
const YEARS: std::ops::RangeInclusive<u32> = 1_990..=2_100;
/// Years for which somebody plans.
const PLANNED: std::ops::RangeInclusive<i32> = 2_015..=2_060;
/// Words before a number that make a reference of it.
const REFERRING: [&str; 14] = [
    "devis",
    "delib",
    "deliberation",
    "ref",
    "reference",
    "n",
    "no",
    "ndeg",
    "convention",
    "dossier",
    "facture",
    "marche",
    "arrete",
    "decision",
];
const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];
const NUMBERS: [(&str, u32); 29] = [
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("dizaine", 10),
    ("douzaine", 12),
    ("quinzaine", 15),
    ("vingtaine", 20),
    ("trentaine", 30),
    ("quarantaine", 40),
    ("cinquantaine", 50),
    ("soixantaine", 60),
    ("centaine", 100),
];

/// The figures of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Sums, in cents.
    pub(crate) sums: BTreeSet<i64>,
    /// Shares, in hundredths.
    pub(crate) percents: BTreeSet<u8>,
    /// How many.
    pub(crate) quantities: BTreeSet<u32>,
    /// References, without marks.
    pub(crate) references: BTreeSet<String>,
    /// Days and months.
    pub(crate) days: BTreeSet<(u8, u8)>,
    /// Years for which somebody plans.
    pub(crate) years: BTreeSet<i32>,
}

impl Figures {
    /// Reads a text.
    pub(crate) fn of(text: &str) -> Self {
        let words = words(text);
        let mut figures = Self::default();
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            let before = at.checked_sub(1).and_then(|at| words.get(at));
            at += figures.take(before.map(String::as_str), rest);
        }
        figures
    }

    /// Reads what comes next; how many words it was.
    fn take(&mut self, before: Option<&str>, rest: &[String]) -> usize {
        let Some((word, after)) = rest.split_first() else {
            return 1;
        };
        if let Some(reference) = reference(before, word, after) {
            self.references.insert(reference.0);
            return reference.1;
        }
        let years = word.split('-').map(str::parse::<i32>);
        if let Ok(years) = years.collect::<Result<Vec<i32>, _>>()
            && years.iter().all(|year| PLANNED.contains(year))
            && !matches!(after.first().map(String::as_str), Some("€"))
        {
            self.years.extend(years);
            return 1;
        }
        if let Some(day) = slashed(word) {
            self.days.insert(day);
            return 1;
        }
        if let Some((value, used, grouped)) = number(word, after) {
            let next = rest.get(used).map(String::as_str).unwrap_or_default();
            return used + self.count(value, grouped, next);
        }
        let folded = fold(word);
        let told = NUMBERS.iter().find(|(name, _)| *name == folded);
        if let Some((_, value)) = told {
            self.quantities.insert(*value);
        }
        1
    }

    /// What a number counts, by what follows it; how many more words that took.
    fn count(&mut self, value: f64, grouped: bool, next: &str) -> usize {
        let unit = fold(next);
        let thousands = unit == "k";
        let whole = whole(value);
        if next == "%" {
            self.percents
                .extend(whole.and_then(|one| u8::try_from(one).ok()));
            return 1;
        }
        let month = (1_u8..).zip(MONTHS).find(|(_, name)| *name == unit);
        if let (Some((month, _)), Some(day)) = (month, whole.filter(|day| (1..=31).contains(day))) {
            self.days
                .extend(u8::try_from(day).ok().map(|day| (day, month)));
            return 1;
        }
        let value = if thousands { value * 1_000.0 } else { value };
        let euros = thousands || next == "€" || unit == "euro" || unit == "euros";
        let large = value >= 1_000.0 && whole.is_none_or(|one| !YEARS.contains(&one));
        if value >= LEAST_SUM && (euros || grouped || large) {
            self.sums.extend(cents(value));
        } else if let Some(one) = whole.filter(|one| (2..*YEARS.start()).contains(one) && !euros) {
            self.quantities.insert(one);
        }
        usize::from(euros)
    }
}

/// The words of a text: letters and figures with the marks that join them, and the signs of shares and euros.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let characters: Vec<char> = text.chars().collect();
    for (at, character) in characters.iter().enumerate() {
        let next = characters.get(at + 1);
        let joins = matches!(character, '-' | '/' | ',' | '.')
            && !word.is_empty()
            && next.is_some_and(char::is_ascii_digit);
        if character.is_alphanumeric() || joins {
            word.push(*character);
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if matches!(character, '%' | '€') {
            words.push(character.to_string());
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// A number and how many words it takes: "24 200" is one, "17,5" too; `true` where it was written in groups of three.
fn number(word: &str, after: &[String]) -> Option<(f64, usize, bool)> {
    let (figures, thousands) = match word.strip_suffix(['k', 'K']) {
        Some(figures) => (figures, true),
        None => (word, false),
    };
    let grouped = figures.contains('.') && figures.split('.').skip(1).all(|part| part.len() == 3);
    let plain: String = figures
        .chars()
        .filter(|c| !(grouped && *c == '.'))
        .collect();
    let plain = plain.replace(',', ".");
    if !plain.starts_with(|c: char| c.is_ascii_digit())
        || !plain.chars().all(|c| c.is_ascii_digit() || c == '.')
    {
        return None;
    }
    let three = |part: &&String| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&String> = if plain.len() <= 3 && !plain.contains('.') && !thousands {
        after.iter().take_while(three).collect()
    } else {
        Vec::new()
    };
    let mut whole = plain;
    for group in &groups {
        whole.push_str(group);
    }
    let value: f64 = whole.parse().ok()?;
    let value = if thousands { value * 1_000.0 } else { value };
    Some((
        value,
        1 + groups.len(),
        grouped || thousands || !groups.is_empty(),
    ))
}

/// "12/03": a day and a month.
fn slashed(word: &str) -> Option<(u8, u8)> {
    let (day, month) = word.split_once('/')?;
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    ((1..=31).contains(&day) && (1..=12).contains(&month)).then_some((day, month))
}

/// A reference, and how many words it takes: "DR-4471", "délib. 26-04", "n° 7".
fn reference(before: Option<&str>, word: &str, after: &[String]) -> Option<(String, usize)> {
    let (first, rest) = word.split_once('-').unwrap_or((word, ""));
    let lettered = first.chars().all(|c| c.is_ascii_alphabetic()) && (1..=5).contains(&first.len());
    let numbered = rest.len() >= 2 && rest.chars().all(|c| c.is_ascii_digit() || c == '-');
    if lettered && numbered {
        return Some((bare(word), 1));
    }
    let capitals =
        word.len() >= 2 && word.len() <= 5 && word.bytes().all(|b| b.is_ascii_uppercase());
    if let Some(next) = after.first().filter(|_| capitals) {
        let figures = next.bytes().all(|byte| byte.is_ascii_digit());
        if figures && (3..=6).contains(&next.len()) && !is_year(next) {
            return Some((bare(&format!("{word}{next}")), 2));
        }
    }
    let referring = before.is_some_and(|before| REFERRING.contains(&fold(before).as_str()));
    let figures = word.chars().all(|c| c.is_ascii_digit() || c == '-')
        && word.starts_with(|c: char| c.is_ascii_digit());
    let years = word.split('-').all(is_year);
    (referring && figures && !years).then(|| (bare(word), 1))
}

fn is_year(text: &str) -> bool {
    text.parse().is_ok_and(|year| YEARS.contains(&year))
}

/// Letters and figures only, in capitals.
pub(crate) fn bare(text: &str) -> String {
    let kept = text.chars().filter(char::is_ascii_alphanumeric);
    kept.map(|c| c.to_ascii_uppercase()).collect()
}

/// A number without a part after the comma.
fn whole(value: f64) -> Option<u32> {
    // Nothing that a text counts is beyond ten millions.
    let small = value.fract() == 0.0 && (0.0..10_000_000.0).contains(&value);
    small.then(|| format!("{value:.0}").parse().ok()).flatten()
}

fn cents(euros: f64) -> Option<i64> {
    let cents = (euros * 100.0).round();
    (cents < 1e15)
        .then(|| format!("{cents:.0}").parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Coût total 24 200 € TTC", &[2_420_000])]
    #[case("coût 61 000, aide demandée 61 k", &[6_100_000])]
    #[case("(17,5 k€ la 1re année)", &[1_750_000])]
    #[case("12.500 euros et 2 200 euros", &[220_000, 1_250_000])]
    #[case("en 2025, 690 € pièce, 5000 promis", &[69_000, 500_000])]
    fn sums_are_read_as_they_are_typed(#[case] text: &str, #[case] cents: &[i64]) {
        let read: Vec<i64> = Figures::of(text).sums.into_iter().collect();
        assert_eq!(read, cents);
    }

    #[test]
    fn references_days_shares_and_quantities_are_told_apart() {
        let figures = Figures::of(
            "Convention DR-4471, délib. 26-04 et n° 7 ; courrier du 12 mars (12/03), 40 % pour les 11-17 ans, douze PC et 22 écrans en 2022-2025, devis 2025-118, RH-118, CN-35-0812",
        );
        let references: Vec<&str> = figures.references.iter().map(String::as_str).collect();
        assert_eq!(
            references,
            ["2025118", "2604", "7", "CN350812", "DR4471", "RH118"]
        );
        assert_eq!(figures.days.into_iter().collect::<Vec<_>>(), [(12, 3)]);
        assert_eq!(figures.percents.into_iter().collect::<Vec<_>>(), [40]);
        assert_eq!(figures.quantities.into_iter().collect::<Vec<_>>(), [12, 22]);
        assert!(figures.sums.is_empty());
    }
}
