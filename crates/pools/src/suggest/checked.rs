//! Options that people write: refused where they could not have been meant, before anything is looked for.

use portulan_model::Told;
use portulan_model::means::intentions::Span;
use thiserror::Error;

use super::Options;
use super::grow::MOST;
use crate::rates::Percents;

/// Farthest that two places are near, in kilometres.
const FARTHEST: u32 = 200;
/// Most of what bounds how long to look.
const LONGEST: usize = 1_000_000;

/// An option that nobody can have meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BadOption {
    /// A number out of its bounds.
    #[error("{field}: from {least} to {most}")]
    Range {
        /// Which.
        field: &'static str,
        /// At least.
        least: usize,
        /// At most.
        most: usize,
    },
    /// Amounts below zero, upside down or too large.
    #[error("{field}: no span of amounts")]
    Span {
        /// Which.
        field: &'static str,
    },
    /// Percents upside down or above a hundred.
    #[error("{field}: no percents")]
    Percents {
        /// Which.
        field: &'static str,
    },
}

impl BadOption {
    /// What is wrong, for people.
    #[must_use]
    pub fn told(self) -> Told {
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        match self {
            Self::Range { field, least, most } => Told::new("pools-option-range")
                .text("field", field)
                .number("least", count(least))
                .number("most", count(most)),
            Self::Span { field } => Told::new("pools-option-span").text("field", field),
            Self::Percents { field } => Told::new("pools-option-percents").text("field", field),
        }
    }
}

impl Options {
    /// Refuses what nobody can have meant.
    pub fn check(&self) -> Result<(), BadOption> {
        let far = f64::from(FARTHEST);
        if !(0.0..=far).contains(&self.near_km) {
            return Err(BadOption::Range {
                field: "near_km",
                least: 0,
                most: usize::try_from(FARTHEST).unwrap_or(usize::MAX),
            });
        }
        let (rates, limits) = (&self.rates, &self.limits);
        let whole = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        within("most_wants", self.most_wants, (2, MOST))?;
        within("rates.lot", whole(rates.lot), (2, LONGEST))?;
        within("rates.filled", usize::from(rates.filled), (1, 100))?;
        within("rates.seats", whole(rates.seats), (1, 1_000))?;
        within("limits.groups", limits.groups, (1, LONGEST))?;
        within("limits.width", limits.width, (1, LONGEST))?;
        within("limits.nearest", limits.nearest, (1, LONGEST))?;
        within("limits.relaxed", limits.relaxed, (0, LONGEST))?;
        within("limits.branched", limits.branched, (0, LONGEST))?;
        within("limits.rounds", limits.rounds, (0, LONGEST))?;
        within("limits.steps", limits.steps, (0, LONGEST))?;
        percents("rates.discount", rates.discount)?;
        percents("rates.loan", rates.loan)?;
        percents("rates.fixed", rates.fixed)?;
        amounts("rates.contract", rates.contract)?;
        amounts("rates.session", rates.session)?;
        amounts("rates.pair", rates.pair)?;
        let mut prices = rates.prices.values();
        prices.try_for_each(|price| amounts("rates.prices", *price))
    }
}

fn within(
    field: &'static str,
    number: usize,
    (least, most): (usize, usize),
) -> Result<(), BadOption> {
    let sound = (least..=most).contains(&number);
    sound
        .then_some(())
        .ok_or(BadOption::Range { field, least, most })
}

fn percents(field: &'static str, percents: Percents) -> Result<(), BadOption> {
    let sound = percents.least <= percents.most && percents.most <= 100;
    sound.then_some(()).ok_or(BadOption::Percents { field })
}

fn amounts(field: &'static str, span: Span) -> Result<(), BadOption> {
    span.is_sound()
        .then_some(())
        .ok_or(BadOption::Span { field })
}

#[cfg(test)]
mod tests {
    use portulan_model::Cents;

    use super::*;
    use crate::rates::Rates;

    #[test]
    fn what_nobody_can_have_meant_is_refused() {
        assert_eq!(Options::default().check(), Ok(()));
        for near_km in [-1.0, f64::NAN, f64::INFINITY, 100_000.0] {
            let options = Options {
                near_km,
                ..Options::default()
            };
            assert!(options.check().is_err(), "{near_km}");
        }
        let rates = |with: fn(&mut Rates)| {
            let mut options = Options::default();
            with(&mut options.rates);
            options.check().unwrap_err().to_string()
        };
        assert_eq!(rates(|one| one.seats = 0), "rates.seats: from 1 to 1000");
        let negative = rates(|one| one.pair = Span::new(Cents::new(-1), Cents::ZERO));
        assert_eq!(negative, "rates.pair: no span of amounts");
        let reversed = rates(|one| one.loan = Percents { least: 90, most: 5 });
        assert_eq!(reversed, "rates.loan: no percents");
        let many = Options {
            most_wants: 7,
            ..Options::default()
        };
        assert!(many.check().is_err());
    }
}
