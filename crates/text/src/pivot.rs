//! Identifiers of legal bodies: SIRET, RNA, RIDET (the national field `pivot`).

use thiserror::Error;

/// Why a text identifies no legal body.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PivotError {
    /// Nothing there.
    #[error("empty")]
    Empty,
    /// Zeros: what tools write for "none".
    #[error("{0:?} is a placeholder")]
    Placeholder(String),
    /// Fourteen digits that fail their check digit.
    #[error("{0:?} fails the check of SIRET numbers")]
    Checksum(String),
    /// Neither shape.
    #[error("{0:?} is no SIRET, RNA or RIDET")]
    Shape(String),
}

/// An identifier of a legal body.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Pivot {
    /// Establishment: fourteen digits.
    Siret(String),
    /// Association: `W` and nine digits.
    Rna(String),
    /// Establishment of New Caledonia: nine or ten digits.
    Ridet(String),
}

/// SIREN of La Poste, whose establishments are checked by the plain sum of their digits (INSEE, note on SIRET).
const LA_POSTE: &str = "356000000";

impl Pivot {
    /// Reads an identifier; spaces and dots inside are passed over.
    pub fn parse(text: &str) -> Result<Self, PivotError> {
        let code: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '.')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if code.is_empty() {
            return Err(PivotError::Empty);
        }
        if code.bytes().all(|byte| byte == b'0') {
            return Err(PivotError::Placeholder(text.to_owned()));
        }
        let digits = code.bytes().all(|byte| byte.is_ascii_digit());
        match (code.len(), digits) {
            (14, true) if siret_check(&code) => Ok(Self::Siret(code)),
            (14, true) => Err(PivotError::Checksum(text.to_owned())),
            (9 | 10, true) => Ok(Self::Ridet(code)),
            (10, false) if rna(&code) => Ok(Self::Rna(code)),
            _ => Err(PivotError::Shape(text.to_owned())),
        }
    }

    /// The identifier as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Siret(code) | Self::Rna(code) | Self::Ridet(code) => code,
        }
    }
}

fn rna(code: &str) -> bool {
    code.strip_prefix('W')
        .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Luhn, or for La Poste a sum of digits that is a multiple of five (its head office satisfies Luhn).
fn siret_check(code: &str) -> bool {
    luhn(code) || (code.starts_with(LA_POSTE) && digits(code).sum::<u32>().is_multiple_of(5))
}

fn digits(code: &str) -> impl DoubleEndedIterator<Item = u32> + '_ {
    code.bytes()
        .map(|byte| u32::from(byte.saturating_sub(b'0')))
}

fn luhn(code: &str) -> bool {
    let sum: u32 = digits(code)
        .rev()
        .enumerate()
        .map(|(rank, digit)| match (rank % 2, digit * 2) {
            (0, _) => digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("21350210700013", Pivot::Siret("21350210700013".into()))]
    #[case("213 502 107 00013", Pivot::Siret("21350210700013".into()))]
    #[case("35600000000048", Pivot::Siret("35600000000048".into()))]
    #[case("w351000001", Pivot::Rna("W351000001".into()))]
    #[case("0123456001", Pivot::Ridet("0123456001".into()))]
    fn identifiers_are_read(#[case] text: &str, #[case] pivot: Pivot) {
        assert_eq!(Pivot::parse(text), Ok(pivot));
    }

    #[test]
    fn a_post_office_is_checked_by_the_sum_of_its_digits() {
        let office = "35600000004";
        let right = (0..1000)
            .map(|n| format!("{office}{n:03}"))
            .find(|code| !luhn(code) && digits(code).sum::<u32>().is_multiple_of(5));
        assert!(matches!(Pivot::parse(&right.unwrap()), Ok(Pivot::Siret(_))));
    }

    #[test]
    fn each_refusal_says_its_reason() {
        assert_eq!(Pivot::parse(" "), Err(PivotError::Empty));
        assert!(matches!(
            Pivot::parse("00000000000000"),
            Err(PivotError::Placeholder(_))
        ));
        assert!(matches!(
            Pivot::parse("21350210700014"),
            Err(PivotError::Checksum(_))
        ));
        assert!(matches!(
            Pivot::parse("ABCDEFGHIJKLMN"),
            Err(PivotError::Shape(_))
        ));
    }
}
