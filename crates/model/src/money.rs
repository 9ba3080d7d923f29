//! Money is a whole number of euro cents: no float ever holds a sum.
//!
//! Arithmetic is checked, splits are exact to the cent (largest remainder), and an amount typed by a person is read in
//! the French way or refused with the reason. Words for amounts live in `i18n`.

use std::cmp::Reverse;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An amount in euro cents. Sums and differences may be negative; amounts that people type may not.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Cents(i64);

/// A sum that no longer fits: somebody typed a wrong number of zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the amount is beyond what can be counted")]
pub struct TooMuch;

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AmountError {
    /// Nothing was typed.
    #[error("no amount")]
    Empty,
    /// Something else than figures, spaces and one comma.
    #[error("not an amount")]
    NotANumber,
    /// Spaces part groups of three figures: "5 5400" was mistyped, and nobody can tell how.
    #[error("the figures are not in groups of three")]
    Groups,
    /// "1.234" is a thousand for some and one euro for others.
    #[error("a point here may mean two things")]
    Ambiguous,
    /// More than two figures after the comma.
    #[error("finer than a cent")]
    TooFine,
    /// Below zero.
    #[error("an amount is not negative")]
    Negative,
    /// Beyond [`Cents::MOST_TYPED`].
    #[error("larger than any amount that is typed here")]
    TooLarge,
}

/// Why an amount cannot be split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SplitError {
    /// Nobody has a part.
    #[error("nobody to split between")]
    NoWeight,
    /// The weights do not fit together in a number.
    #[error("the weights are too large")]
    TooMuch,
}

impl Cents {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// Largest amount that is read from a form: ten thousand million euros, far above any national envelope
    /// (62 M€ in 2025 for the *conseillers numériques*).
    pub const MOST_TYPED: Self = Self(1_000_000_000_000);

    /// So many cents.
    #[must_use]
    pub const fn new(cents: i64) -> Self {
        Self(cents)
    }

    /// So many euros.
    #[must_use]
    pub const fn euros(euros: i32) -> Self {
        Self(euros as i64 * 100)
    }

    /// The number of cents.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Result<Self, TooMuch> {
        self.0.checked_add(other.0).map(Self).ok_or(TooMuch)
    }

    /// What is left once the other is taken away; may be below zero.
    pub fn minus(self, other: Self) -> Result<Self, TooMuch> {
        self.0.checked_sub(other.0).map(Self).ok_or(TooMuch)
    }

    /// So many times the amount.
    pub fn times(self, times: i64) -> Result<Self, TooMuch> {
        self.0.checked_mul(times).map(Self).ok_or(TooMuch)
    }

    /// All together.
    pub fn total(amounts: impl IntoIterator<Item = Self>) -> Result<Self, TooMuch> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// Splits by weights, exactly: the parts add up to the amount, and each is within one cent of its exact share.
    /// Largest remainder; of equal remainders the first takes the cent.
    pub fn split(self, weights: &[u32]) -> Result<Vec<Self>, SplitError> {
        let whole: i128 = weights.iter().copied().map(i128::from).sum();
        if whole == 0 {
            return Err(SplitError::NoWeight);
        }
        let magnitude = i128::from(self.0).abs();
        let sign = if self.0 < 0 { -1 } else { 1 };
        let exact = |weight: &u32| magnitude * i128::from(*weight);
        let mut parts: Vec<i128> = weights.iter().map(|one| exact(one) / whole).collect();
        let left = magnitude - parts.iter().sum::<i128>();
        let mut order: Vec<usize> = (0..weights.len()).collect();
        order.sort_by_key(|at| Reverse(weights.get(*at).map(|one| exact(one) % whole)));
        for at in order.into_iter().take(usize::try_from(left).unwrap_or(0)) {
            if let Some(part) = parts.get_mut(at) {
                *part += 1;
            }
        }
        let narrow = |part: i128| i64::try_from(part * sign).map(Self);
        let parts: Result<Vec<Self>, _> = parts.into_iter().map(narrow).collect();
        parts.map_err(|_too_wide| SplitError::TooMuch)
    }
}

impl fmt::Display for Cents {
    /// As files carry amounts: `55400.00`, `-0.05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

impl FromStr for Cents {
    type Err = AmountError;

    /// Reads what people type: "55 400 €", "1 234,5", "12.50", "0,05 euro". What is ambiguous is refused, never guessed.
    fn from_str(text: &str) -> Result<Self, AmountError> {
        let figures = without_unit(text);
        if figures.is_empty() {
            return Err(AmountError::Empty);
        }
        if figures.starts_with(['-', '−']) {
            return Err(AmountError::Negative);
        }
        let (whole, fraction) = parted(figures)?;
        let euros = grouped(whole)?;
        let cents = hundredths(fraction)?;
        let amount = euros
            .checked_mul(100)
            .and_then(|euros| euros.checked_add(cents))
            .ok_or(AmountError::TooLarge)?;
        if amount > Self::MOST_TYPED.0 {
            return Err(AmountError::TooLarge);
        }
        Ok(Self(amount))
    }
}

fn without_unit(text: &str) -> &str {
    let text = text.trim();
    let units = ["€", "euros", "euro", "EUR"];
    let bare = units.iter().find_map(|unit| text.strip_suffix(unit));
    bare.unwrap_or(text).trim()
}

/// The figures before and after the sign of the fraction.
fn parted(figures: &str) -> Result<(&str, &str), AmountError> {
    if let Some((whole, fraction)) = figures.split_once(',') {
        return Ok((whole, fraction));
    }
    match figures.split_once('.') {
        Some((_, fraction)) if fraction.len() == 3 => Err(AmountError::Ambiguous),
        Some(parts) => Ok(parts),
        None => Ok((figures, "")),
    }
}

/// Figures without spaces, or in groups of three parted by one space of any kind.
fn grouped(text: &str) -> Result<i64, AmountError> {
    let groups: Vec<&str> = text.split(char::is_whitespace).collect();
    let figures = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    if !groups.iter().all(figures) {
        return Err(AmountError::NotANumber);
    }
    let (first, others) = groups.split_first().ok_or(AmountError::Empty)?;
    let in_threes = others.is_empty() || first.len() <= 3;
    if !in_threes || others.iter().any(|group| group.len() != 3) {
        return Err(AmountError::Groups);
    }
    let joined = groups.concat();
    joined.parse().map_err(|_too_long| AmountError::TooLarge)
}

fn hundredths(text: &str) -> Result<i64, AmountError> {
    let mut cents = 0;
    for figure in text.chars() {
        let value = figure.to_digit(10).ok_or(AmountError::NotANumber)?;
        cents = cents * 10 + i64::from(value);
        if cents > 99 {
            return Err(AmountError::TooFine);
        }
    }
    match text.len() {
        0 | 2 => Ok(cents),
        1 => Ok(cents * 10),
        _ => Err(AmountError::TooFine),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (text, cents) in [
            ("55 400 €", 5_540_000),
            ("55\u{202F}400\u{A0}€", 5_540_000),
            ("1 234,5", 123_450),
            ("1234,05", 123_405),
            ("12.50", 1_250),
            ("12.5 euros", 1_250),
            ("0", 0),
            ("0,05 EUR", 5),
            ("1 000 000", 100_000_000),
        ] {
            assert_eq!(text.parse(), Ok(Cents(cents)), "{text:?}");
        }
    }

    #[test]
    fn what_may_be_misread_is_refused_with_its_reason() {
        use AmountError::{Ambiguous, Empty, Groups, Negative, NotANumber, TooFine, TooLarge};
        for (text, error) in [
            ("", Empty),
            (" € ", Empty),
            ("-5", Negative),
            ("−5 €", Negative),
            ("5 5400", Groups),
            ("55400 000", Groups),
            ("1.234", Ambiguous),
            ("1,234", TooFine),
            ("1,000", TooFine),
            ("1.234,5", NotANumber),
            ("12 k€", NotANumber),
            ("1,2,3", NotANumber),
            (",5", NotANumber),
            ("cent", NotANumber),
            ("100 000 000 000", TooLarge),
            ("99999999999999999999", TooLarge),
        ] {
            assert_eq!(text.parse::<Cents>(), Err(error), "{text:?}");
        }
    }

    #[test]
    fn a_sum_that_does_not_fit_is_an_error_and_never_wraps() {
        let most = Cents(i64::MAX);
        assert_eq!(most.plus(Cents(1)), Err(TooMuch));
        assert_eq!(Cents(i64::MIN).minus(Cents(1)), Err(TooMuch));
        assert_eq!(most.times(2), Err(TooMuch));
        assert_eq!(Cents::total([Cents(3), Cents(-1)]), Ok(Cents(2)));
    }

    #[test]
    fn three_thirds_of_a_hundred_euros_are_a_hundred_euros() {
        let parts = Cents::euros(100).split(&[1, 1, 1]).unwrap();
        assert_eq!(parts, [Cents(3_334), Cents(3_333), Cents(3_333)]);
        assert_eq!(Cents(1).split(&[]), Err(SplitError::NoWeight));
        assert_eq!(Cents(1).split(&[0, 0]), Err(SplitError::NoWeight));
    }

    proptest! {
        #[test]
        fn parts_add_up_and_each_is_within_a_cent_of_its_share(
            amount in any::<i64>(),
            weights in prop::collection::vec(any::<u32>(), 1..30),
        ) {
            prop_assume!(weights.iter().any(|one| *one > 0));
            prop_assume!(amount != i64::MIN);
            let parts = Cents(amount).split(&weights).unwrap();
            prop_assert_eq!(Cents::total(parts.iter().copied()), Ok(Cents(amount)));
            let whole: i128 = weights.iter().copied().map(i128::from).sum();
            for (part, weight) in parts.iter().zip(&weights) {
                let apart = i128::from(part.0) * whole - i128::from(amount) * i128::from(*weight);
                prop_assert!(apart.abs() < whole);
                prop_assert!(*weight > 0 || part.0 == 0);
            }
        }

        #[test]
        fn an_amount_reads_back_as_it_is_written(cents in 0..=Cents::MOST_TYPED.0) {
            prop_assert_eq!(Cents(cents).to_string().parse(), Ok(Cents(cents)));
        }
    }
}
