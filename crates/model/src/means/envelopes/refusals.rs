//! Why an envelope refuses: which ceiling, by how much, and what is left.

use std::ops::RangeInclusive;

use thiserror::Error;

use super::lines::Reference;
use crate::ids::Slug;
use crate::money::{Cents, TooMuch};
use crate::periods::Period;
use crate::territories::TerritoryKey;

/// What bounds a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// All there is.
    Envelope,
    /// What a territory may have.
    Territory(TerritoryKey),
    /// What a beneficiary may have.
    Beneficiary(Slug),
    /// The part of the cost, or the most for one request.
    Rate,
}

impl Limit {
    /// Refuses what goes beyond: so much may be used, so much is, so much is asked.
    pub(super) fn allows(self, ceiling: Cents, used: Cents, more: Cents) -> Result<(), Refusal> {
        let over = used.plus(more)?.minus(ceiling)?;
        if over <= Cents::ZERO {
            return Ok(());
        }
        let left = ceiling.minus(used)?.max(Cents::ZERO);
        Err(Refusal::Beyond {
            limit: self,
            ceiling,
            left,
            over,
        })
    }
}

/// Why an order is not obeyed. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Beyond a ceiling: ask for what is left at most, or have the ceiling changed by who manages it.
    #[error("beyond {limit:?}: {over} over {ceiling}, {left} left")]
    Beyond {
        /// Which ceiling.
        limit: Limit,
        /// How high it is.
        ceiling: Cents,
        /// What can still be had.
        left: Cents,
        /// By how much it is too much.
        over: Cents,
    },
    /// Nothing, or less.
    #[error("a line moves more than nothing")]
    NoAmount,
    /// More is paid than is granted: grant first, or pay what is left.
    #[error("{0} can be paid")]
    NotGranted(Cents),
    /// More is released than is held.
    #[error("{0} can be released")]
    NotHeld(Cents),
    /// Something that came later stands on it: reverse that first.
    #[error("later lines of {0} stand on it")]
    Undercut(Reference),
    /// It is reversed already, or is a reversal: write a new line.
    #[error("line {0} cannot be reversed")]
    Reversed(u64),
    /// It gave back: promise or grant again instead.
    #[error("line {0} gave back: promise or grant again")]
    GivenBack(u64),
    /// No such line.
    #[error("no line {0}")]
    NoLine(u64),
    /// Not on these days.
    #[error("the envelope is not open that day")]
    OutOfPeriod(Period),
    /// Not for that year.
    #[error("the envelope does not reach that year")]
    YearOutside(RangeInclusive<i32>),
    /// The envelope pays a share of a cost: say the cost.
    #[error("the cost is not said")]
    NoCost,
    /// Too little to be worth a request.
    #[error("less than {0}")]
    BelowFloor(Cents),
    /// Beyond what can be counted.
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
}

/// What is wrong with an envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unsound {
    /// It holds nothing.
    #[error("an envelope holds something")]
    NoAmount,
    /// More than is typed here.
    #[error("the amount is too large")]
    TooLarge,
    /// A ceiling below zero.
    #[error("a ceiling is not negative")]
    NegativeCeiling,
    /// A ceiling higher than the whole.
    #[error("a ceiling is beyond the whole envelope")]
    CeilingBeyond,
    /// A least or a most of nothing.
    #[error("a bound is more than nothing")]
    EmptyBound,
    /// The least is above the most.
    #[error("the least is above the most")]
    FloorBeyondCap,
}
