//! Equipment by lots: what an organisation bought, how many, when, where it is, when it is to be renewed, and which agreement
//! paid which part of it.
//!
//! A lot is of one kind, one day and one place. Where a part of it goes elsewhere, it is parted in two, to the cent.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::{LotId, PlaceId, Slug};
use crate::money::{Cents, SplitError, TooMuch};
use crate::proposals::Prose;
use crate::words::worded;

worded! {
    /// A kind of equipment.
    Kit {
        /// Computers.
        Computers = "ordinateurs",
        /// Tablets.
        Tablets = "tablettes",
        /// Printers and scanners.
        Printers = "imprimantes",
        /// Screens and projectors.
        Screens = "ecrans",
        /// Boxes, cables, mobile connections.
        Network = "reseau",
        /// Tables, chairs, lockers.
        Furniture = "mobilier",
        /// Vehicles of itinerant help.
        Vehicles = "vehicules",
        /// Something else.
        Other = "autre",
    }
}

worded! {
    /// What became of a lot.
    Condition {
        /// It is used.
        InUse = "en-service",
        /// It is lent, and comes back.
        Lent = "prete",
        /// It was given.
        Given = "donne",
        /// It was thrown away or recycled.
        Scrapped = "rebut",
    }
}

impl Condition {
    /// Whether the organisation still has it.
    #[must_use]
    pub const fn is_held(self) -> bool {
        matches!(self, Self::InUse | Self::Lent)
    }
}

/// Since when a lot is no longer used as before, and why: to whom it is lent or given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The day.
    pub on: NaiveDate,
    /// Why, or to whom.
    pub reason: Prose,
}

/// What became of a lot, with its day and reason where it is not simply used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum LotState {
    /// Used.
    InUse,
    /// Lent.
    Lent(Change),
    /// Given away.
    Given(Change),
    /// Thrown away.
    Scrapped(Change),
}

impl LotState {
    /// Which.
    #[must_use]
    pub const fn condition(&self) -> Condition {
        match self {
            Self::InUse => Condition::InUse,
            Self::Lent(_) => Condition::Lent,
            Self::Given(_) => Condition::Given,
            Self::Scrapped(_) => Condition::Scrapped,
        }
    }

    /// Since when, and why.
    #[must_use]
    pub const fn change(&self) -> Option<&Change> {
        match self {
            Self::InUse => None,
            Self::Lent(change) | Self::Given(change) | Self::Scrapped(change) => Some(change),
        }
    }

    /// The state of a condition; none where a day and a reason are missing.
    #[must_use]
    pub fn of(condition: Condition, change: Option<Change>) -> Option<Self> {
        Some(match condition {
            Condition::InUse => Self::InUse,
            Condition::Lent => Self::Lent(change?),
            Condition::Given => Self::Given(change?),
            Condition::Scrapped => Self::Scrapped(change?),
        })
    }
}

/// The part of a price that an agreement pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaidBy {
    /// Which agreement.
    pub agreement: Slug,
    /// How much.
    pub share: Cents,
}

/// A lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lot {
    /// For ever.
    pub id: LotId,
    /// Whose it is.
    pub owner: Slug,
    /// Of which kind.
    pub kit: Kit,
    /// How many.
    pub count: u32,
    /// What tells it from others: a model, a room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// When it was bought.
    pub bought: NaiveDate,
    /// What all of it cost.
    pub price: Cents,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    /// The year in which it is to be renewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renewal: Option<i32>,
    /// What an agreement pays of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_by: Option<PaidBy>,
    /// What became of it.
    pub state: LotState,
}

/// What is wrong with a lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LotError {
    /// None, or more than are counted.
    #[error("a lot has between one and {} pieces", Lot::MOST)]
    Count,
    /// Below zero, or beyond what is typed.
    #[error("the price is no price")]
    Price,
    /// More than the price, or nothing.
    #[error("a share is a part of the price")]
    Share,
    /// Renewed before it was bought, or too far ahead.
    #[error("the year of renewal is no year ahead")]
    Renewal,
    /// Something happened to it before it was bought.
    #[error("it was not bought yet")]
    Early,
    /// As many as there are, or none, are no part.
    #[error("a part is less than all of it")]
    NoPart,
    /// Beyond what can be counted.
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
    /// Beyond what can be split.
    #[error(transparent)]
    Split(#[from] SplitError),
}

impl Lot {
    /// Most pieces.
    pub const MOST: u32 = 10_000;
    /// Longest detail, in characters.
    pub const LONGEST_DETAIL: usize = 120;
    /// The furthest that a renewal is planned, in years.
    pub const FURTHEST: i32 = 40;

    /// Refuses a lot that cannot be.
    pub fn check(&self) -> Result<(), LotError> {
        if self.count == 0 || self.count > Self::MOST {
            return Err(LotError::Count);
        }
        if self.price < Cents::ZERO || self.price > Cents::MOST_TYPED {
            return Err(LotError::Price);
        }
        let wrong = |paid: &PaidBy| paid.share <= Cents::ZERO || paid.share > self.price;
        if self.paid_by.as_ref().is_some_and(wrong) {
            return Err(LotError::Share);
        }
        let bought = self.bought.year();
        let ahead = |year: i32| (bought..=bought + Self::FURTHEST).contains(&year);
        if self.renewal.is_some_and(|year| !ahead(year)) {
            return Err(LotError::Renewal);
        }
        if self
            .state
            .change()
            .is_some_and(|change| change.on < self.bought)
        {
            return Err(LotError::Early);
        }
        Ok(())
    }

    /// Whole years since it was bought.
    #[must_use]
    pub fn age(&self, day: NaiveDate) -> u32 {
        day.years_since(self.bought).unwrap_or_default()
    }

    /// Parts it in two: so many, under an id of their own, and the others. Prices and shares add up to the cent.
    pub fn parted(self, count: u32, id: LotId) -> Result<(Self, Self), LotError> {
        if count == 0 || count >= self.count {
            return Err(LotError::NoPart);
        }
        let weights = [self.count - count, count];
        let (kept, gone) = pair(self.price, weights)?;
        let shares = self.paid_by.as_ref().map(|paid| pair(paid.share, weights));
        let shares = shares.transpose()?;
        let mut rest = self.clone();
        rest.count = weights[0];
        rest.price = kept;
        let mut part = self;
        (part.id, part.count, part.price) = (id, count, gone);
        if let Some((kept, gone)) = shares {
            rest.pays(kept);
            part.pays(gone);
        }
        Ok((rest, part))
    }

    /// What the agreement pays of it from now on; a part of nothing is none.
    fn pays(&mut self, share: Cents) {
        let paid = self.paid_by.take().filter(|_| share > Cents::ZERO);
        self.paid_by = paid.map(|paid| PaidBy { share, ..paid });
    }
}

fn pair(amount: Cents, weights: [u32; 2]) -> Result<(Cents, Cents), LotError> {
    let parts = amount.split(&weights)?;
    let kept = parts.first().copied().unwrap_or_default();
    Ok((kept, amount.minus(kept)?))
}

/// What is to be renewed in each year, by kind, of what the organisation still has.
#[must_use]
pub fn renewals<'a>(lots: impl IntoIterator<Item = &'a Lot>) -> BTreeMap<i32, BTreeMap<Kit, u64>> {
    let mut years: BTreeMap<i32, BTreeMap<Kit, u64>> = BTreeMap::new();
    for lot in lots {
        let Some(year) = lot.renewal.filter(|_| lot.state.condition().is_held()) else {
            continue;
        };
        let count = years.entry(year).or_default().entry(lot.kit).or_default();
        *count += u64::from(lot.count);
    }
    years
}

/// What lots cost, and what an agreement pays of them.
pub fn paid<'a>(lots: impl IntoIterator<Item = &'a Lot>) -> Result<(Cents, Cents), TooMuch> {
    let mut sums = (Cents::ZERO, Cents::ZERO);
    for lot in lots {
        let share = lot.paid_by.as_ref().map_or(Cents::ZERO, |paid| paid.share);
        sums = (sums.0.plus(lot.price)?, sums.1.plus(share)?);
    }
    Ok(sums)
}
