//! Lines of a ledger: what moved, for whom, by whom, when and why. A line is never changed: it is reversed by another.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::refusals::Refusal;
use super::sums::Sums;
use crate::ids::Slug;
use crate::journal::Author;
use crate::money::Cents;
use crate::proposals::Prose;
use crate::territories::TerritoryKey;
use crate::words::worded;

/// What a request or a decision is called, in one line: `demande-12`, `gouvernance-35 2026-3`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference(String);

/// A text that is no reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a reference is one line of at most {} characters", Reference::LONGEST)]
pub struct BadReference;

impl Reference {
    /// Longest, in characters.
    pub const LONGEST: usize = 80;

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Reference {
    type Err = BadReference;

    fn from_str(text: &str) -> Result<Self, BadReference> {
        let line = Prose::line(text, Self::LONGEST).map_err(|_too_long| BadReference)?;
        line.map(Self).ok_or(BadReference)
    }
}

impl TryFrom<String> for Reference {
    type Error = BadReference;

    fn try_from(text: String) -> Result<Self, BadReference> {
        text.parse()
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

worded! {
    /// What is done with money.
    Move {
        /// Set aside for a request.
        Promise = "promettre",
        /// Given by a decision; what was promised to the same account is used first.
        Grant = "accorder",
        /// Paid, of what is granted.
        Pay = "verser",
        /// Given back to the envelope: what is promised first, then what is granted and not paid.
        Release = "liberer",
    }
}

impl Move {
    /// Whether it takes from the envelope.
    #[must_use]
    pub const fn commits(self) -> bool {
        matches!(self, Self::Promise | Self::Grant)
    }
}

/// For whom money moves: one request, one beneficiary, one territory, one year. A request has as many accounts as needed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Account {
    /// The request.
    pub request: Reference,
    /// Who has it.
    pub beneficiary: Slug,
    /// Where it serves.
    pub territory: TerritoryKey,
    /// The year for which it is.
    pub year: i32,
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What.
    pub what: Move,
    /// For whom.
    pub account: Account,
    /// How much.
    pub amount: Cents,
    /// What the whole costs, where the envelope pays a share of it.
    pub cost: Option<Cents>,
    /// The decision that it carries out.
    pub decision: Option<Reference>,
}

impl Order {
    /// What it does to an account as it stands.
    pub(super) fn effect(&self, account: &Sums) -> Result<Sums, Refusal> {
        let (amount, none) = (self.amount, Sums::default());
        if amount <= Cents::ZERO {
            return Err(Refusal::NoAmount);
        }
        let owed = account.granted.minus(account.paid)?;
        match self.what {
            Move::Promise => Ok(Sums {
                promised: amount,
                ..none
            }),
            Move::Grant => Ok(Sums {
                promised: Cents::ZERO.minus(amount.min(account.promised))?,
                granted: amount,
                ..none
            }),
            Move::Pay if amount > owed => Err(Refusal::NotGranted(owed)),
            Move::Pay => Ok(Sums {
                paid: amount,
                ..none
            }),
            Move::Release => {
                let held = account.promised.plus(owed)?;
                if amount > held {
                    return Err(Refusal::NotHeld(held));
                }
                let promised = amount.min(account.promised);
                Ok(Sums {
                    promised: Cents::ZERO.minus(promised)?,
                    granted: promised.minus(amount)?,
                    ..none
                })
            }
        }
    }
}

/// Who did it, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hand {
    /// The server's instant.
    pub at: DateTime<Utc>,
    /// The day in France.
    pub day: NaiveDate,
    /// Who.
    pub by: Author,
    /// Why.
    pub reason: Prose,
}

/// What a line did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// It moved money.
    Moved(Move),
    /// It undid the line of this number.
    Reversed(u64),
}

/// A line of a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its number in its envelope, from 1.
    pub number: u64,
    /// What it did.
    pub what: What,
    /// For whom.
    pub account: Account,
    /// What it changed, to the cent.
    pub effect: Sums,
    /// What the whole costs, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cents>,
    /// The decision that it carries out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Reference>,
    /// Who, when and why.
    pub hand: Hand,
}

impl Line {
    /// The line that it undid.
    #[must_use]
    pub const fn undid(&self) -> Option<u64> {
        match self.what {
            What::Reversed(number) => Some(number),
            What::Moved(_) => None,
        }
    }

    /// The sum that people read on it: what it moved, above zero.
    #[must_use]
    pub fn amount(&self) -> Cents {
        let Sums {
            promised,
            granted,
            paid,
        } = self.effect;
        let (promised, granted) = (promised.get(), granted.get());
        // What is granted out of a promise moved once; what is given back of both is added up.
        let held = if (promised < 0) == (granted < 0) || promised == 0 {
            promised.saturating_add(granted).saturating_abs()
        } else {
            promised.saturating_abs().max(granted.saturating_abs())
        };
        Cents::new(held.max(paid.get().saturating_abs()))
    }
}
