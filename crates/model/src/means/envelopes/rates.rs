//! Which part of a cost an envelope pays: a share in hundredths of a percent, at least so much, at most so much.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::refusals::{Refusal, Unsound};
use crate::money::Cents;

/// A share of a cost, in hundredths of a percent: `3_750` is 37,5 %. More than nothing, at most the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Share(u16);

/// A text or a number that is no share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a share is more than 0 % and at most 100 %, to the hundredth")]
pub struct BadShare;

impl Share {
    /// All of it.
    pub const WHOLE: u16 = 10_000;

    /// That part of a cost, to the cent below: nothing is paid beyond the share.
    #[must_use]
    pub fn of(self, cost: Cents) -> Cents {
        let part = i128::from(cost.get()) * i128::from(self.0) / i128::from(Self::WHOLE);
        Cents::new(i64::try_from(part).unwrap_or(i64::MAX))
    }
}

impl TryFrom<u16> for Share {
    type Error = BadShare;

    fn try_from(hundredths: u16) -> Result<Self, BadShare> {
        let sound = (1..=Self::WHOLE).contains(&hundredths);
        sound.then_some(Self(hundredths)).ok_or(BadShare)
    }
}

impl From<Share> for u16 {
    fn from(share: Share) -> Self {
        share.0
    }
}

impl fmt::Display for Share {
    /// As people type it, without the sign: `40`, `37,5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match rest {
            0 => write!(f, "{whole}"),
            tens if tens % 10 == 0 => write!(f, "{whole},{}", tens / 10),
            _ => write!(f, "{whole},{rest:02}"),
        }
    }
}

impl FromStr for Share {
    type Err = BadShare;

    /// Reads "40 %", "37,5", "12.25 %".
    fn from_str(text: &str) -> Result<Self, BadShare> {
        let bare = text.trim();
        let bare = bare.strip_suffix('%').unwrap_or(bare).trim();
        // A percentage has the figures of an amount: hundredths of a percent are its cents.
        let read: Cents = bare.parse().map_err(|_no_amount| BadShare)?;
        let hundredths = u16::try_from(read.get()).map_err(|_too_wide| BadShare)?;
        hundredths.try_into()
    }
}

/// Which part of a cost is paid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rate {
    /// At most this share of the cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// The smallest sum that is worth a request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<Cents>,
    /// The largest sum for one request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap: Option<Cents>,
}

impl Rate {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// The most that one request may have; `None`: what there is. A share asks what it is a share of.
    pub fn most(&self, cost: Option<Cents>) -> Result<Option<Cents>, Refusal> {
        let part = match (self.share, cost) {
            (None, _) => None,
            (Some(_), None) => return Err(Refusal::NoCost),
            (Some(share), Some(cost)) => Some(share.of(cost)),
        };
        Ok(match (part, self.cap) {
            (Some(part), Some(cap)) => Some(part.min(cap)),
            (part, cap) => part.or(cap),
        })
    }

    pub(super) fn check(&self) -> Result<(), Unsound> {
        if [self.floor, self.cap]
            .into_iter()
            .flatten()
            .any(|one| one <= Cents::ZERO)
        {
            return Err(Unsound::EmptyBound);
        }
        match (self.floor, self.cap) {
            (Some(floor), Some(cap)) if floor > cap => Err(Unsound::FloorBeyondCap),
            _ => Ok(()),
        }
    }
}
