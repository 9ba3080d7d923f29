//! What is promised, granted and paid: by one line, by one request, or by all of them.

use serde::{Deserialize, Serialize};

use super::lines::Account;
use crate::means::secrecy::Columns;
use crate::money::{Cents, TooMuch};

/// Three sums that move together. Those of a line may be below zero, those that stand may not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sums {
    /// Set aside and not granted yet.
    pub promised: Cents,
    /// Granted, paid or not.
    pub granted: Cents,
    /// Paid of what is granted.
    pub paid: Cents,
}

impl Sums {
    /// Both together.
    pub fn plus(self, other: Self) -> Result<Self, TooMuch> {
        Ok(Self {
            promised: self.promised.plus(other.promised)?,
            granted: self.granted.plus(other.granted)?,
            paid: self.paid.plus(other.paid)?,
        })
    }

    /// What takes it back.
    pub fn negated(self) -> Result<Self, TooMuch> {
        Ok(Self {
            promised: Cents::ZERO.minus(self.promised)?,
            granted: Cents::ZERO.minus(self.granted)?,
            paid: Cents::ZERO.minus(self.paid)?,
        })
    }

    /// What can no longer be given to anybody else.
    pub fn used(self) -> Result<Cents, TooMuch> {
        self.promised.plus(self.granted)
    }

    /// What is left of an amount.
    pub fn left_of(self, amount: Cents) -> Result<Cents, TooMuch> {
        amount.minus(self.used()?)
    }

    /// Whether it can stand: nothing below zero, no more paid than granted.
    #[must_use]
    pub fn is_sound(self) -> bool {
        let positive = [self.promised, self.granted, self.paid];
        positive.into_iter().all(|one| one >= Cents::ZERO) && self.paid <= self.granted
    }
}

impl Columns for Sums {
    fn plus(self, other: Self) -> Result<Self, TooMuch> {
        Self::plus(self, other)
    }

    fn columns(self) -> impl Iterator<Item = Cents> {
        [self.promised, self.granted, self.paid].into_iter()
    }
}

/// The sums that stand when something is decided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Of the whole envelope.
    pub whole: Sums,
    /// Of the territory, in this envelope.
    pub territory: Sums,
    /// Of the beneficiary, in this envelope.
    pub beneficiary: Sums,
    /// Of the request, whoever has it, where and for which year: a share of a cost is a share of all of it.
    pub request: Sums,
    /// Of the account itself.
    pub account: Sums,
}

impl Standing {
    /// What stands for an account, of the sums of all accounts of an envelope, each under the names of today.
    pub fn of<'a>(
        all: impl IntoIterator<Item = (&'a Account, Sums)>,
        about: &Account,
    ) -> Result<Self, TooMuch> {
        let mut standing = Self::default();
        for (account, sums) in all {
            standing.whole = standing.whole.plus(sums)?;
            for (same, part) in [
                (
                    account.territory == about.territory,
                    &mut standing.territory,
                ),
                (
                    account.beneficiary == about.beneficiary,
                    &mut standing.beneficiary,
                ),
                (account.request == about.request, &mut standing.request),
                (account == about, &mut standing.account),
            ] {
                if same {
                    *part = part.plus(sums)?;
                }
            }
        }
        Ok(standing)
    }
}
