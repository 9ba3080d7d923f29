//! Telephone numbers: several in a cell, labels around them, letters stuck to them.

use portulan_text::Phone;

use super::contacts::stray_email;
use super::{Cleaned, is_filler};
use crate::{Field, Severity};

/// Digits of a number of the national plan, the leading zero counted.
const NATIONAL: usize = 10;

/// Every number of a cell, in order. `department` tells the plan of the collectivities that have their own.
#[must_use]
pub fn phones(raw: &str, department: Option<&str>) -> Cleaned<Vec<Phone>> {
    let mut cleaned: Cleaned<Vec<Phone>> = Cleaned::default();
    if is_filler(raw) || is_bare_prefix(raw) {
        return cleaned;
    }
    if is_rounded(raw) {
        cleaned.say(Field::Telephone, raw, "", "phone-rounded", Severity::Lost);
        return cleaned;
    }
    let spoken = without_extensions(raw);
    let mut unread: Vec<String> = Vec::new();
    for piece in pieces(&spoken) {
        let found = numbers(&piece, department);
        if found.is_empty() && piece.bytes().filter(u8::is_ascii_digit).count() >= 4 {
            unread.push(piece);
            continue;
        }
        for phone in found {
            if !cleaned.value.contains(&phone) {
                cleaned.value.push(phone);
            }
        }
    }
    report(raw, &unread, &mut cleaned);
    cleaned
}

fn report(raw: &str, unread: &[String], cleaned: &mut Cleaned<Vec<Phone>>) {
    let result = joined(&cleaned.value);
    let field = Field::Telephone;
    if cleaned.value.is_empty() {
        let rule = if raw.contains('@') || raw.contains("www.") {
            "text-in-wrong-column"
        } else {
            "phone-unreadable"
        };
        let (moved, severity) = stray_email(raw);
        cleaned.say(field, raw, &moved, rule, severity);
        return;
    }
    if !unread.is_empty() {
        let rest = unread.join(" ; ");
        cleaned.say(field, &rest, &result, "phone-partly-read", Severity::Lost);
    }
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let letters = raw.chars().any(char::is_alphabetic);
    if cleaned.value.len() > 1 {
        cleaned.say(field, raw, &result, "phones-several", Severity::Info);
    } else if letters || digits(raw) == NATIONAL - 1 {
        cleaned.say(field, raw, &result, "phone-mended", Severity::Fixed);
    }
}

pub(crate) fn joined(phones: &[Phone]) -> String {
    let texts: Vec<&str> = phones.iter().map(Phone::as_str).collect();
    texts.join("|")
}

/// `+687`: a form put the country code there and nobody wrote the number.
fn is_bare_prefix(raw: &str) -> bool {
    raw.trim()
        .strip_prefix('+')
        .is_some_and(|digits| digits.len() <= 3 && digits.parse::<u16>().is_ok())
}

/// `2.99E+08`: a spreadsheet rounded the number, its last digits are gone.
fn is_rounded(raw: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let upper = raw.trim().to_uppercase();
    upper.split_once('E').is_some_and(|(mantissa, power)| {
        digits(&mantissa.replace(['.', ','], "")) && digits(power.trim_start_matches('+'))
    })
}

/// Without "poste 3012" and "9h30-12h00", whose digits make no number.
fn without_extensions(raw: &str) -> String {
    if !raw.chars().any(char::is_alphabetic) {
        return raw.to_owned();
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut after_extension = false;
    for word in raw.split(' ') {
        let lower = word.to_lowercase();
        let figures = word.bytes().filter(u8::is_ascii_digit).count();
        let extension = after_extension && (1..=5).contains(&figures);
        if !extension && !is_clock(&lower, figures) {
            kept.push(word);
        }
        let letters = lower.trim_matches(|c: char| !c.is_alphabetic());
        after_extension = matches!(letters, "poste" | "postes" | "ext" | "extension");
    }
    kept.join(" ")
}

/// "9h", "9h30-12h00": a digit before the h, and no more digits than two times of day have.
fn is_clock(word: &str, figures: usize) -> bool {
    let before = word
        .split('h')
        .next()
        .and_then(|before| before.chars().last());
    word.contains('h') && figures <= 8 && before.is_some_and(|last| last.is_ascii_digit())
}

/// Stretches of digits and of what people put between digits; letters and hard separators end them.
fn pieces(raw: &str) -> Vec<String> {
    let raw = raw.trim();
    let raw = raw.strip_suffix(".0").unwrap_or(raw);
    let soft = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+()./-_–—\u{b7}".contains(c);
    let stretches = raw.split(|c: char| !soft(c));
    stretches
        .map(|piece| piece.trim_matches(|c: char| !c.is_ascii_digit() && c != '+' && c != '('))
        .map(str::to_owned)
        .filter(|piece| piece.bytes().any(|byte| byte.is_ascii_digit()))
        .collect()
}

/// The numbers of a stretch: one, or several one after the other.
fn numbers(piece: &str, department: Option<&str>) -> Vec<Phone> {
    if let Ok(phone) = Phone::parse(piece, department) {
        return vec![phone];
    }
    let parts: Vec<&str> = piece.split(['/', '–', '—', '\n']).map(str::trim).collect();
    let read: Vec<Phone> = parts
        .iter()
        .filter_map(|part| Phone::parse(part, department).ok())
        .collect();
    if !read.is_empty() {
        return read;
    }
    in_a_row(piece)
}

/// Ten digits that begin with a zero, again and again; what is left over is an extension or the end of a second number.
fn in_a_row(piece: &str) -> Vec<Phone> {
    let digits: String = piece
        .replace("(0)", "")
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let mut rest = digits.as_str();
    let mut found = Vec::new();
    while let Some((number, after)) = rest.split_at_checked(NATIONAL) {
        match Phone::parse(number, None) {
            Ok(phone) if number.starts_with('0') => found.push(phone),
            _ => break,
        }
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> String {
        joined(&phones(raw, None).value)
    }

    #[test]
    fn a_number_is_found_in_whatever_stands_around_it() {
        for (raw, expected) in [
            ("02 99 00 00 00", "+33299000000"),
            ("02.99.00.00.00", "+33299000000"),
            ("02/99/00/00/00", "+33299000000"),
            ("02-99-00-00-00", "+33299000000"),
            ("Tél : 02 99 00 00 00 (accueil)", "+33299000000"),
            ("04 50 00 00 04S", "+33450000004"),
            ("0299000000Bureau", "+33299000000"),
            ("+33 (0)2 99 00 00 00", "+33299000000"),
            ("0033299000000", "+33299000000"),
            ("299000000", "+33299000000"),
            ("299000000.0", "+33299000000"),
            ("33299000000", "+33299000000"),
            (
                "02 99 00 00 00 / 02 99 00 00 01",
                "+33299000000|+33299000001",
            ),
            ("02 99 00 00 00 02 99 00 00 01", "+33299000000|+33299000001"),
            (
                "02 99 00 00 00 ou 02 99 00 00 01",
                "+33299000000|+33299000001",
            ),
            (
                "02.99.00.00.00 ET 09.70.00.00.00",
                "+33299000000|+33970000000",
            ),
            ("02 99 00 00 00, poste 12", "+33299000000"),
            ("02 99 00 00 00 poste 3012", "+33299000000"),
            ("02 99 00 00 00 (9h30-12h00)", "+33299000000"),
            ("9h30-12h00", ""),
            ("2.99E+08", ""),
            ("(+33) 2 99 00 00 00", "+33299000000"),
            ("+33262000001", "+262262000001"),
            (
                "+33 2 99 00 00 00 / 06 00 00 00 00",
                "+33299000000|+33600000000",
            ),
            ("39 49", "3949"),
            ("0262 00 00 00", "+262262000000"),
            ("0596000000", "+596596000000"),
            ("+687", ""),
            ("054088085", ""),
            ("contact@ville.example", ""),
            ("-", ""),
        ] {
            assert_eq!(read(raw), expected, "{raw}");
        }
        assert_eq!(joined(&phones("27 00 00", Some("988")).value), "+687270000");
    }

    #[test]
    fn what_could_not_be_read_is_said() {
        let lines = phones("054088085", None).lines;
        assert_eq!(
            lines.first().map(|line| line.rule),
            Some("phone-unreadable")
        );
        assert!(phones("02 99 00 00 00", None).lines.is_empty());
        assert!(phones("-", None).lines.is_empty());
        assert!(phones("+687", Some("988")).lines.is_empty());
        let moved = phones("accueil@ville.example", None).lines;
        let moved = moved
            .first()
            .map(|line| (line.result.as_str(), line.severity));
        assert_eq!(moved, Some(("accueil@ville.example", Severity::Fixed)));
    }
}
