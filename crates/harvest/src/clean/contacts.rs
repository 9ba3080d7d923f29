//! E-mail addresses and identifiers of legal bodies.

use portulan_text::{Email, Pivot, PivotError, clean, fold};

use super::{Cleaned, is_filler};
use crate::{Field, Severity};

/// The addresses of a cell.
pub type Emails = Vec<Email>;

/// Every e-mail address of a cell, in order, in lower case.
#[must_use]
pub fn emails(raw: &str) -> Cleaned<Emails> {
    let mut cleaned: Cleaned<Emails> = Cleaned::default();
    if is_filler(raw) {
        return cleaned;
    }
    let spelled = spelled_out(raw);
    let mut unread: Vec<&str> = Vec::new();
    let mut mended = spelled != raw.to_lowercase();
    let tokens = spelled
        .split(is_separator)
        .filter(|token| !token.is_empty());
    let tokens: Vec<&str> = tokens.flat_map(apart).collect();
    for (at, token) in tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.contains('@'))
    {
        // "a@cc montsdupilat.fr": a blank slipped into the domain.
        let next = tokens
            .get(at + 1)
            .filter(|next| !next.contains('@') && next.contains('.'));
        let glued = next.and_then(|next| read(&format!("{token}{next}")));
        match read(token).or(glued.map(|(email, _)| (email, false))) {
            Some((email, exact)) => {
                mended |= !exact;
                if !cleaned.value.contains(&email) {
                    cleaned.value.push(email);
                }
            }
            None => unread.push(token),
        }
    }
    let result = joined(&cleaned.value);
    if cleaned.value.is_empty() {
        let rule = if raw.contains('@') {
            "email-unreadable"
        } else {
            "text-in-wrong-column"
        };
        cleaned.say(Field::Courriels, raw, "", rule, Severity::Lost);
    } else if !unread.is_empty() {
        let rest = unread.join(" ");
        cleaned.say(
            Field::Courriels,
            &rest,
            &result,
            "email-partly-read",
            Severity::Lost,
        );
    } else if mended {
        cleaned.say(
            Field::Courriels,
            raw,
            &result,
            "email-mended",
            Severity::Fixed,
        );
    }
    cleaned
}

/// What a column of another kind holds of e-mail addresses, which the pipeline puts where they belong, and so how much
/// is lost.
pub(super) fn stray_email(raw: &str) -> (String, Severity) {
    let found = if raw.contains('@') {
        joined(&emails(raw).value)
    } else {
        String::new()
    };
    let severity = if found.is_empty() {
        Severity::Lost
    } else {
        Severity::Fixed
    };
    (found, severity)
}

pub(crate) fn joined(emails: &[Email]) -> String {
    let texts: Vec<&str> = emails.iter().map(Email::as_str).collect();
    texts.join("|")
}

/// In lower case, with the writings that hide an address from robots undone.
fn spelled_out(raw: &str) -> String {
    let mut text = raw.to_lowercase();
    for hidden in ["[at]", "(at)", "[a]", "(a)", " at "] {
        if !text.contains('@') && text.contains(hidden) {
            text = text
                .replace(&format!(" {} ", hidden.trim()), "@")
                .replace(hidden, "@");
        }
    }
    if text.contains("@@") {
        text = text.replace("@@", "@");
    }
    if text.contains(" @") || text.contains("@ ") {
        text = text.replace(" @", "@").replace("@ ", "@");
    }
    text
}

/// `a@ville.fr-b@ville.fr`: two addresses that a hyphen holds together, the first ending as addresses do.
fn apart(token: &str) -> Vec<&str> {
    let second = token.match_indices('@').nth(1).map(|(at, _)| at);
    let Some((first, second)) = token.find('@').zip(second) else {
        return vec![token];
    };
    let hyphens = token.match_indices(['-', '&', '+']).map(|(at, _)| at);
    let ends = |at: &usize| {
        let domain = token
            .get(first..*at)
            .and_then(|domain| domain.rsplit_once('.'));
        domain.is_some_and(|(_, last)| {
            last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
    };
    let hyphen = hyphens.filter(|at| (first..second).contains(at)).find(ends);
    let cut = hyphen.and_then(|at| Some((token.get(..at)?, token.get(at + 1..)?)));
    cut.map_or_else(|| vec![token], |(one, two)| vec![one, two])
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ',' | ';' | '|' | '/' | '<' | '>' | '(' | ')' | '"' | '[' | ']' | '\\'
        )
}

/// An address, and whether it stood there as it is. Accents have no place in one: people type them all the same.
fn read(token: &str) -> Option<(Email, bool)> {
    let token = token.trim_matches(|c: char| !c.is_alphanumeric());
    let address = token
        .strip_prefix("mailto:")
        .or_else(|| token.rsplit_once(':').map(|(_, address)| address))
        .unwrap_or(token);
    if let Ok(email) = Email::parse(address) {
        return Some((email, true));
    }
    let plain: String = address
        .chars()
        .map(|c| {
            if c.is_ascii() {
                c.to_string()
            } else {
                fold(&c.to_string())
            }
        })
        .collect();
    Email::parse(&plain).ok().map(|email| (email, false))
}

/// The identifier of a legal body. `department` tells a RIDET of New Caledonia from a SIREN.
#[must_use]
pub fn pivot(raw: &str, department: Option<&str>) -> Cleaned<Option<Pivot>> {
    let mut cleaned: Cleaned<Option<Pivot>> = Cleaned::default();
    let text = clean(raw).replace(['-', '_', '/'], "");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if let Some(rule) = no_identifier(text) {
        cleaned.say(Field::Pivot, raw, "", rule, Severity::Lost);
        return cleaned;
    }
    if is_filler(raw) || text.is_empty() {
        return cleaned;
    }
    match Pivot::parse(text) {
        Ok(Pivot::Ridet(code)) if !matches!(department, Some("988" | "987" | "986") | None) => {
            cleaned.say(Field::Pivot, raw, "", "siren-not-siret", Severity::Lost);
            let _ = code;
        }
        Ok(pivot) => cleaned.value = Some(pivot),
        Err(PivotError::Empty | PivotError::Placeholder(_)) => {
            cleaned.say(Field::Pivot, raw, "", "pivot-placeholder", Severity::Info);
        }
        Err(PivotError::Checksum(_) | PivotError::Shape(_)) => return with_lost_zero(raw, text),
    }
    cleaned
}

/// What is known to be something else: a VAT number, or `2.135E+13`, which a spreadsheet rounded.
fn no_identifier(text: &str) -> Option<&'static str> {
    let upper = text.to_ascii_uppercase().replace(' ', "");
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if upper
        .strip_prefix("FR")
        .is_some_and(|rest| rest.len() == 11 && digits(rest))
    {
        return Some("pivot-vat");
    }
    let (mantissa, power) = upper.split_once('E')?;
    let rounded =
        digits(&mantissa.replace(['.', ','], "")) && digits(power.trim_start_matches('+'));
    rounded.then_some("pivot-rounded")
}

/// Spreadsheets drop the zero that begins the SIRET of the oldest bodies; the check digit tells.
fn with_lost_zero(raw: &str, text: &str) -> Cleaned<Option<Pivot>> {
    let mut cleaned: Cleaned<Option<Pivot>> = Cleaned::default();
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let thirteen = digits.len() == 13 && digits.bytes().all(|byte| byte.is_ascii_digit());
    match Pivot::parse(&format!("0{digits}")) {
        Ok(pivot @ Pivot::Siret(_)) if thirteen => {
            cleaned.say(
                Field::Pivot,
                raw,
                pivot.as_str(),
                "siret-lost-zero",
                Severity::Doubt,
            );
            cleaned.value = Some(pivot);
        }
        _ => {
            let fourteen = digits.len() == 14 && digits.bytes().all(|byte| byte.is_ascii_digit());
            let rule = if fourteen {
                "siret-wrong-check"
            } else {
                "pivot-unreadable"
            };
            cleaned.say(Field::Pivot, raw, "", rule, Severity::Lost);
        }
    }
    cleaned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_of_a_cell_is_kept() {
        for (raw, expected) in [
            ("contact@ville.example", "contact@ville.example"),
            ("Contact@Ville.Example", "contact@ville.example"),
            (
                "contact@ville.example, mairie@ville.example",
                "contact@ville.example|mairie@ville.example",
            ),
            (
                "route@ville.example mairie@ville.example",
                "route@ville.example|mairie@ville.example",
            ),
            (
                "contact@ville.example;mairie@ville.example",
                "contact@ville.example|mairie@ville.example",
            ),
            (
                "a@ville.example ou b@ville.example ou c@ville.example",
                "a@ville.example|b@ville.example|c@ville.example",
            ),
            (
                "a@ville.example - b@ville.example",
                "a@ville.example|b@ville.example",
            ),
            (
                "a@sur-mer.example-b@ville.example",
                "a@sur-mer.example|b@ville.example",
            ),
            ("mailto:contact@ville.example", "contact@ville.example"),
            ("Accueil : contact@ville.example.", "contact@ville.example"),
            ("<contact@ville.example>", "contact@ville.example"),
            ("contact [at] ville.example", "contact@ville.example"),
            ("contact@@ville.example", "contact@ville.example"),
            ("bibliothèque@ville.example", "bibliotheque@ville.example"),
            (
                "accueil@cc montville.example",
                "accueil@ccmontville.example",
            ),
            ("mfs@ville", ""),
            ("@", ""),
            ("Via le site", ""),
        ] {
            assert_eq!(joined(&emails(raw).value), expected, "{raw}");
        }
    }

    #[test]
    fn identifiers_are_checked_and_placeholders_known() {
        let read = |raw: &str, department| {
            pivot(raw, department)
                .value
                .map(|pivot| pivot.as_str().to_owned())
        };
        assert_eq!(
            read("211 300 017 00012", None).as_deref(),
            Some("21130001700012")
        );
        assert_eq!(
            read("356 000 000 54822", Some("06")).as_deref(),
            Some("35600000054822")
        );
        let rule = |raw: &str| pivot(raw, Some("35")).lines.first().map(|line| line.rule);
        assert_eq!(rule("FR 12 213502107"), Some("pivot-vat"));
        assert_eq!(rule("2.135E+13"), Some("pivot-rounded"));
        assert_eq!(rule("2,135E13"), Some("pivot-rounded"));
        assert_eq!(read("00000000000000", None), None);
        assert_eq!(read("21130001700013", None), None);
        assert_eq!(read("W123456789", None).as_deref(), Some("W123456789"));
        assert_eq!(read("263500012", Some("35")), None);
        assert_eq!(
            read("0123456789", Some("988")).as_deref(),
            Some("0123456789")
        );
    }
}
