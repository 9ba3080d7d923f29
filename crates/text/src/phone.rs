//! French telephone numbers, overseas included, in the international form.
//!
//! Source: plan national de numérotation, décision ARCEP 2018-0881: ten digits beginning with 0; overseas prefixes
//! 0590 (Guadeloupe, Saint-Martin, Saint-Barthélemy), 0594 (Guyane), 0596 (Martinique), 0262/0263 (Réunion),
//! 0269/0639 (Mayotte). The Pacific collectivities and Saint-Pierre-et-Miquelon have plans of their own.

use std::fmt;

use thiserror::Error;

/// Why a text is no telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PhoneError {
    /// Nothing that looks like a digit.
    #[error("{0:?} holds no number")]
    NoDigits(String),
    /// The digits make no number of the French plan.
    #[error("{0:?} is not a French number")]
    NotFrench(String),
}

/// A telephone number: `+33299000000`, or a short number as it is dialled, `3960`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

/// Country codes of the French territories, with the digits of a number after them.
const COUNTRY_CODES: [(&str, usize); 10] = [
    ("33", 9),
    ("590", 9),
    ("594", 9),
    ("596", 9),
    ("262", 9),
    ("269", 7),
    ("508", 6),
    ("687", 6),
    ("689", 8),
    ("681", 6),
];

/// Country code and length of numbers in the collectivities that have a plan of their own, by département code.
const OWN_PLANS: [(&str, &str, &[usize]); 4] = [
    ("975", "508", &[6]),
    ("986", "681", &[6]),
    ("987", "689", &[8, 6]),
    ("988", "687", &[6]),
];

impl Phone {
    /// Reads a number in any usual writing. `department` chooses the plan where the digits alone do not tell.
    pub fn parse(text: &str, department: Option<&str>) -> Result<Self, PhoneError> {
        let trimmed = text.trim();
        let optional_zero = trimmed.replace("(0)", "");
        let digits: String = optional_zero.chars().filter(char::is_ascii_digit).collect();
        if digits.is_empty() {
            return Err(PhoneError::NoDigits(text.to_owned()));
        }
        let refused = || PhoneError::NotFrench(text.to_owned());
        if optional_zero.chars().any(char::is_alphabetic) {
            return Err(refused());
        }
        let start = optional_zero.trim_start_matches(|c: char| c == '(' || c.is_whitespace());
        let international = start.strip_prefix('+').map(|_| digits.as_str());
        let international = international.or_else(|| digits.strip_prefix("00"));
        let number = match international {
            Some(digits) => abroad(digits),
            None => own_plan(&digits, department).or_else(|| at_home(&digits)),
        };
        number.map(Self).ok_or_else(refused)
    }

    /// The international form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form that people read and dial: `02 99 00 00 00`.
    #[must_use]
    pub fn display(&self) -> String {
        let Some(digits) = self.0.strip_prefix('+') else {
            return pairs(&self.0);
        };
        let national = digits.strip_prefix("33").or_else(|| {
            let overseas = ["590", "594", "596", "262"];
            overseas
                .iter()
                .find_map(|code| digits.strip_prefix(code))
                .filter(|rest| rest.len() == 9)
        });
        if let Some(rest) = national {
            return pairs(&format!("0{rest}"));
        }
        let (code, rest) = digits.split_at_checked(3).unwrap_or((digits, ""));
        format!("+{code} {}", pairs(rest))
    }
}

fn abroad(digits: &str) -> Option<String> {
    COUNTRY_CODES.iter().find_map(|(code, length)| {
        let rest = digits.strip_prefix(code)?;
        let rest = if rest.len() == length + 1 {
            rest.strip_prefix('0').unwrap_or(rest)
        } else {
            rest
        };
        // Tools write +33 before numbers from overseas too.
        let code = if *code == "33" {
            country_of(rest)
        } else {
            code
        };
        (rest.len() == *length && plausible(code, rest)).then(|| format!("+{code}{rest}"))
    })
}

/// Numbers of the national plan never begin with 0 after the trunk prefix.
fn plausible(code: &str, rest: &str) -> bool {
    code.len() == 3 || !rest.starts_with('0')
}

fn own_plan(digits: &str, department: Option<&str>) -> Option<String> {
    let (_, code, lengths) = OWN_PLANS
        .iter()
        .find(|(own, ..)| Some(*own) == department)?;
    // The country code may stand there without its sign.
    let inner = digits
        .strip_prefix(code)
        .filter(|rest| lengths.contains(&rest.len()));
    let inner = inner.or_else(|| lengths.contains(&digits.len()).then_some(digits))?;
    Some(format!("+{code}{inner}"))
}

fn at_home(digits: &str) -> Option<String> {
    let short = digits.len() == 4 && (digits.starts_with('3') || digits.starts_with("10"));
    if short {
        return Some(digits.to_owned());
    }
    // Spreadsheets that read numbers drop the leading zero.
    let rest = match digits.len() {
        10 => digits.strip_prefix('0')?,
        9 if !digits.starts_with('0') => digits,
        11 => {
            return digits
                .strip_prefix("33")
                .filter(|rest| plausible("33", rest))
                .map(|rest| format!("+33{rest}"));
        }
        _ => return None,
    };
    if rest.starts_with('0') {
        return None;
    }
    Some(format!("+{}{rest}", country_of(rest)))
}

/// Country code of a national number without its zero (geographic and mobile prefixes of the overseas départements).
fn country_of(rest: &str) -> &'static str {
    match rest.get(..3) {
        Some("590" | "690" | "691") => "590",
        Some("594" | "694") => "594",
        Some("596" | "696" | "697") => "596",
        Some("262" | "263" | "269" | "692" | "693" | "639") => "262",
        _ => "33",
    }
}

fn pairs(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 3 / 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && index % 2 == digits.len() % 2 {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("02 99 00 00 00", None, "+33299000000", "02 99 00 00 00")]
    #[case("02.99.00.00.00", None, "+33299000000", "02 99 00 00 00")]
    #[case("+33 (0)2 99 00 00 00", None, "+33299000000", "02 99 00 00 00")]
    #[case("0033299000000", None, "+33299000000", "02 99 00 00 00")]
    #[case("299000000", None, "+33299000000", "02 99 00 00 00")]
    #[case("0262 00 00 00", None, "+262262000000", "02 62 00 00 00")]
    #[case("+590590000000", None, "+590590000000", "05 90 00 00 00")]
    #[case("25 00 00", Some("988"), "+687250000", "+687 25 00 00")]
    #[case("+33262000001", None, "+262262000001", "02 62 00 00 01")]
    #[case("(+33) 2 99 00 00 00", None, "+33299000000", "02 99 00 00 00")]
    #[case("687 25 00 00", Some("988"), "+687250000", "+687 25 00 00")]
    #[case("3960", None, "3960", "39 60")]
    fn usual_writings_are_read(
        #[case] text: &str,
        #[case] department: Option<&str>,
        #[case] stored: &str,
        #[case] shown: &str,
    ) {
        let phone = Phone::parse(text, department).unwrap();
        assert_eq!((phone.as_str(), phone.display().as_str()), (stored, shown));
    }

    #[rstest]
    #[case("")]
    #[case("sur rendez-vous")]
    #[case("00 00 00 00 00")]
    #[case("+1 555 000 0000")]
    #[case("02 99 00 00")]
    #[case("02 99 00 00 00 poste 12")]
    fn what_is_no_number_is_refused(#[case] text: &str) {
        assert!(Phone::parse(text, None).is_err(), "{text:?}");
    }

    proptest! {
        #[test]
        fn a_number_reads_back_from_both_its_forms(rest in "[1-9][0-9]{8}") {
            let phone = Phone::parse(&format!("0{rest}"), None).unwrap();
            prop_assert_eq!(&Phone::parse(phone.as_str(), None).unwrap(), &phone);
            prop_assert_eq!(&Phone::parse(&phone.display(), None).unwrap(), &phone);
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,40}") {
            let _ = Phone::parse(&text, Some("988"));
        }
    }
}
