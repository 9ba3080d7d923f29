//! What is agreed: for what, when, in which instalments, and when reports are due.

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::refusals::AgreementError;
use crate::money::{Cents, TooMuch};
use crate::periods::Period;
use crate::proposals::Prose;

/// A part of the money, and the day by which it is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// The day.
    pub due: NaiveDate,
    /// How much.
    pub amount: Cents,
    /// The line of the ledger that paid it. Where that line was undone since, it is to be paid again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
}

/// How an instalment stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Paid by a line; so much of it is missing.
    Paid {
        /// The line.
        line: u64,
        /// What was not paid of it.
        missing: Cents,
    },
    /// Its day is over and nothing was paid.
    Late,
    /// Its day is to come.
    Ahead,
}

/// What the instalments are, beside what is granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Balance {
    /// The same, to the cent.
    Exact,
    /// So much of what is granted is in no instalment.
    Missing(Cents),
    /// So much more than is granted.
    Beyond(Cents),
}

/// What is agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// For what.
    pub purpose: Prose,
    /// When it is done.
    #[serde(default)]
    pub period: Period,
    /// How the money is paid, by their days.
    pub instalments: Vec<Instalment>,
    /// The day by which an interim report is due, where one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interim: Option<NaiveDate>,
    /// The day by which the final report is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<NaiveDate>,
}

impl Terms {
    /// Most instalments.
    pub const MOST_INSTALMENTS: usize = 12;

    /// All instalments together.
    pub fn total(&self) -> Result<Cents, TooMuch> {
        Cents::total(self.instalments.iter().map(|one| one.amount))
    }

    /// The instalments beside what is granted.
    pub fn balance(&self, granted: Cents) -> Result<Balance, TooMuch> {
        let over = self.total()?.minus(granted)?;
        Ok(match over.cmp(&Cents::ZERO) {
            Ordering::Greater => Balance::Beyond(over),
            Ordering::Equal => Balance::Exact,
            Ordering::Less => Balance::Missing(Cents::ZERO.minus(over)?),
        })
    }

    /// The same in the order of their days, or why they cannot be.
    pub(super) fn settled(mut self) -> Result<Self, AgreementError> {
        let wrong = |one: &Instalment| one.amount <= Cents::ZERO || one.amount > Cents::MOST_TYPED;
        if self.instalments.is_empty() {
            return Err(AgreementError::NoInstalment);
        }
        if self.instalments.len() > Self::MOST_INSTALMENTS {
            return Err(AgreementError::TooManyInstalments);
        }
        if self.instalments.iter().any(wrong) {
            return Err(AgreementError::NoAmount);
        }
        if self
            .interim
            .zip(self.last)
            .is_some_and(|(interim, last)| last < interim)
        {
            return Err(AgreementError::ReportsBackwards);
        }
        self.instalments.sort_by_key(|one| one.due);
        Ok(self)
    }

    /// The same, each paid instalment of other terms with the line that paid it: none of them is changed or taken away.
    pub(super) fn with_payments_of(mut self, other: &Self) -> Result<Self, AgreementError> {
        for one in &mut self.instalments {
            one.line = None;
        }
        for paid in other.instalments.iter().filter(|one| one.line.is_some()) {
            let same = |one: &&mut Instalment| {
                one.line.is_none() && (one.due, one.amount) == (paid.due, paid.amount)
            };
            let kept = self.instalments.iter_mut().find(same);
            let kept = kept.ok_or(AgreementError::PaidChanged(paid.amount, paid.due))?;
            kept.line = paid.line;
        }
        Ok(self)
    }

    /// Refuses more than is granted.
    pub(super) fn within(&self, granted: Cents) -> Result<(), AgreementError> {
        match self.balance(granted)? {
            Balance::Beyond(over) => Err(AgreementError::Beyond { granted, over }),
            Balance::Exact | Balance::Missing(_) => Ok(()),
        }
    }
}
