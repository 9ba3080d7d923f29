//! French postal addresses on one line, taken apart without ever failing.
//!
//! What is understood goes into its field; the rest is the street. Source of the parts: norme AFNOR NF Z10-011.

use crate::fold::fold;

/// The parts of an address, as far as they could be told apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AddressLine {
    /// House number.
    pub number: Option<u32>,
    /// `bis`, `ter`, `a`…, folded.
    pub repetition: Option<String>,
    /// Name of the street or of the spot, as typed.
    pub street: String,
    /// Five digits.
    pub postcode: Option<String>,
    /// Commune, as typed.
    pub commune: Option<String>,
}

const REPETITIONS: [&str; 4] = ["bis", "ter", "quater", "quinquies"];

/// Takes an address apart: "2 bis rue de Nantes, 35000 Rennes".
#[must_use]
pub fn parse_address(text: &str) -> AddressLine {
    let words: Vec<&str> = text.split_whitespace().collect();
    let postcode_at = words.iter().rposition(|word| is_postcode(word));
    let (before, postcode, after) = match postcode_at {
        Some(at) => {
            let (before, rest) = words.split_at(at);
            (
                before.join(" "),
                rest.first().map(|word| trimmed(word).to_owned()),
                rest.get(1..).unwrap_or_default().join(" "),
            )
        }
        None => (words.join(" "), None, String::new()),
    };
    let (street_part, commune) = if after.is_empty() {
        split_at_comma(&before)
    } else {
        (before, Some(after))
    };
    let (number, repetition, street) = house(&street_part);
    AddressLine {
        number,
        repetition,
        street,
        postcode,
        commune: commune
            .map(|name| trimmed(&name).to_owned())
            .filter(|name| !name.is_empty()),
    }
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c == ',' || c == '-' || c.is_whitespace())
}

fn is_postcode(word: &str) -> bool {
    let word = trimmed(word);
    word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Without a postcode, what follows the last comma is the commune.
fn split_at_comma(text: &str) -> (String, Option<String>) {
    match text.rsplit_once(',') {
        Some((street, commune))
            if commune.chars().any(char::is_alphabetic) && !street.trim().is_empty() =>
        {
            (street.to_owned(), Some(commune.to_owned()))
        }
        _ => (text.to_owned(), None),
    }
}

fn house(text: &str) -> (Option<u32>, Option<String>, String) {
    let text = trimmed(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let Some((number, rest)) = text
        .split_at_checked(digits)
        .filter(|_| (1..=5).contains(&digits))
    else {
        return (None, None, text.to_owned());
    };
    let Ok(number) = number.parse() else {
        return (None, None, text.to_owned());
    };
    let rest = rest.trim_start_matches(|c: char| c == ',' || c.is_whitespace());
    let (first, others) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let word = fold(first);
    let letter =
        word.len() == 1 && word != "r" && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    if REPETITIONS.contains(&word.as_str()) || (letter && !others.is_empty()) {
        return (Some(number), Some(word), trimmed(others).to_owned());
    }
    if rest.is_empty() {
        return (None, None, text.to_owned());
    }
    (Some(number), None, trimmed(rest).to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(
        "2 bis rue de Nantes, 35000 Rennes",
        Some(2),
        Some("bis"),
        "rue de Nantes",
        Some("35000"),
        Some("Rennes")
    )]
    #[case(
        "12, rue Jules Ferry 35000 RENNES",
        Some(12),
        None,
        "rue Jules Ferry",
        Some("35000"),
        Some("RENNES")
    )]
    #[case(
        "8 B avenue Kennedy, Rennes",
        Some(8),
        Some("b"),
        "avenue Kennedy",
        None,
        Some("Rennes")
    )]
    #[case("République, Rennes", None, None, "République", None, Some("Rennes"))]
    #[case("Villejean", None, None, "Villejean", None, None)]
    #[case("35000", None, None, "", Some("35000"), None)]
    #[case("35000 Rennes", None, None, "", Some("35000"), Some("Rennes"))]
    #[case("rue du 8 mai 1945", None, None, "rue du 8 mai 1945", None, None)]
    #[case("12", None, None, "12", None, None)]
    fn the_parts_are_told_apart(
        #[case] text: &str,
        #[case] number: Option<u32>,
        #[case] repetition: Option<&str>,
        #[case] street: &str,
        #[case] postcode: Option<&str>,
        #[case] commune: Option<&str>,
    ) {
        let expected = AddressLine {
            number,
            repetition: repetition.map(str::to_owned),
            street: street.to_owned(),
            postcode: postcode.map(str::to_owned),
            commune: commune.map(str::to_owned),
        };
        assert_eq!(parse_address(text), expected);
    }

    proptest! {
        #[test]
        fn any_text_is_taken_apart(text in ".{0,80}") {
            let _ = parse_address(&text);
        }
    }
}
