//! An amount that is known within two ends, both included; one that is known has them equal.

use portulan_model::Cents;
use portulan_model::money::TooMuch;

/// From so much to so much.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    low: Cents,
    high: Cents,
}

impl Range {
    /// Nothing.
    pub const ZERO: Self = Self::exact(Cents::ZERO);

    /// An amount that is known.
    #[must_use]
    pub const fn exact(amount: Cents) -> Self {
        Self {
            low: amount,
            high: amount,
        }
    }

    /// Between two amounts, in any order.
    #[must_use]
    pub fn between(one: Cents, other: Cents) -> Self {
        Self {
            low: one.min(other),
            high: one.max(other),
        }
    }

    /// The least.
    #[must_use]
    pub const fn low(self) -> Cents {
        self.low
    }

    /// The most.
    #[must_use]
    pub const fn high(self) -> Cents {
        self.high
    }

    /// Whether the amount is known.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Result<Self, TooMuch> {
        Ok(Self {
            low: self.low.plus(other.low)?,
            high: self.high.plus(other.high)?,
        })
    }

    /// How the two ends moved: a difference of plans, whose ends may be in any order.
    pub fn moved_from(self, before: Self) -> Result<Self, TooMuch> {
        Ok(Self {
            low: self.low.minus(before.low)?,
            high: self.high.minus(before.high)?,
        })
    }

    /// What is left once an amount was found, never below nothing.
    pub(crate) fn beyond(self, found: Cents) -> Result<Self, TooMuch> {
        Ok(Self {
            low: self.low.minus(found)?.max(Cents::ZERO),
            high: self.high.minus(found)?.max(Cents::ZERO),
        })
    }

    /// The low end, and how far the high one is from it.
    pub(crate) fn parts(self) -> Result<[Cents; 2], TooMuch> {
        Ok([self.low, self.high.minus(self.low)?])
    }

    /// The range of a low end and of how far the high one is from it.
    pub(crate) fn of_parts([low, more]: [Cents; 2]) -> Result<Self, TooMuch> {
        Ok(Self {
            low,
            high: low.plus(more)?,
        })
    }
}
