//! Texts that stand in the wrong column, name nothing, or lost letters.

use portulan_text::Phone;

use super::{Check, Findings};
use crate::Field;
use crate::clean::{emails, phones};

/// Most characters of the short presentation (schema 1.0.2).
const RESUME: usize = 280;
/// Fewer digits are no telephone.
const PHONE_DIGITS: usize = 9;
/// Names that people give to try a form.
const TRIALS: [&str; 5] = ["test", "essai", "exemple", "xxx", "nom"];

/// Fields that name or describe a spot: no contact belongs there.
const SPOTS: [Field; 4] = [
    Field::Nom,
    Field::Commune,
    Field::Adresse,
    Field::ComplementAdresse,
];
/// Fields that people wrote.
const WRITTEN: [Field; 6] = [
    Field::Nom,
    Field::Commune,
    Field::Adresse,
    Field::ComplementAdresse,
    Field::PresentationResume,
    Field::PresentationDetail,
];

pub(super) fn check(findings: &mut Findings<'_>) {
    if let Some(name) = findings.get(Field::Nom)
        && is_odd(name)
    {
        findings.report(Check::NameOdd, Field::Nom, name, name);
    }
    for field in SPOTS {
        if let Some((text, found)) = findings
            .get(field)
            .and_then(|text| Some((text, stray(text)?)))
        {
            findings.report(Check::WrongColumn, field, text, &found);
        }
    }
    for field in WRITTEN {
        if let Some(text) = findings.get(field).filter(|text| has_lost_letters(text)) {
            findings.report(Check::LettersLost, field, text, text);
        }
    }
    if let Some(text) = findings.get(Field::PresentationResume)
        && text.chars().nth(RESUME).is_some()
    {
        findings.report(Check::SummaryTooLong, Field::PresentationResume, text, "");
    }
}

fn is_odd(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    letters < 2 || TRIALS.contains(&name.to_lowercase().trim())
}

/// The contact that a text about a spot holds.
fn stray(text: &str) -> Option<String> {
    if text.contains('@') {
        let found = emails(text).value;
        if let Some(email) = found.first() {
            return Some(email.as_str().to_owned());
        }
    }
    let is_address = |word: &&str| word.contains("://") || word.starts_with("www.");
    if let Some(address) = text.split_whitespace().find(is_address) {
        return Some(address.to_owned());
    }
    if text.bytes().filter(u8::is_ascii_digit).count() < PHONE_DIGITS {
        return None;
    }
    // A row of ten digits may be a box and a postcode: only what begins like a telephone is one.
    let whole = |phone: &&Phone| phone.as_str().len() > PHONE_DIGITS;
    let begins = text.contains("+33")
        || text
            .split(|c: char| !c.is_ascii_digit())
            .any(|run| run.starts_with('0'));
    let found = phones(text, None).value;
    found
        .iter()
        .find(whole)
        .filter(|_| begins)
        .map(Phone::display)
}

/// `M?diath?que`, or the mark that programs put for what they could not read.
fn has_lost_letters(text: &str) -> bool {
    if text.contains('\u{fffd}') {
        return true;
    }
    let between = |word: &str| {
        let mut letters = word.chars().map(|c| (c, c.is_alphabetic()));
        let (mut one, mut two) = (letters.next(), letters.next());
        for three in letters {
            if let (Some((_, true)), Some(('?', _)), (_, true)) = (one, two, three) {
                return true;
            }
            (one, two) = (two, Some(three));
        }
        false
    };
    text.contains('?')
        && text
            .split_whitespace()
            .any(|word| !word.contains("//") && between(word))
}
