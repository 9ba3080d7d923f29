//! Why an agreement does not take a step. Nothing changes then.

use chrono::NaiveDate;
use thiserror::Error;

use super::Stage;
use crate::money::{Cents, TooMuch};

/// Why an agreement does not take a step.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AgreementError {
    /// Its state does not allow it.
    #[error("not while the agreement is {0:?}")]
    NotNow(Stage),
    /// Somebody else changed the draft meanwhile: read it again.
    #[error("the terms were changed meanwhile")]
    Moved,
    /// No instalment.
    #[error("an agreement has an instalment")]
    NoInstalment,
    /// More than are kept.
    #[error("too many instalments")]
    TooManyInstalments,
    /// An amount of nothing, or beyond what is typed.
    #[error("an amount is more than nothing")]
    NoAmount,
    /// The final report is due before the interim one.
    #[error("the final report is due before the interim one")]
    ReportsBackwards,
    /// More than is granted: take it off an instalment, or have it granted first.
    #[error("{over} beyond {granted}")]
    Beyond {
        /// What is granted.
        granted: Cents,
        /// By how much it is too much.
        over: Cents,
    },
    /// Before what came before.
    #[error("not before {0}")]
    TooEarly(NaiveDate),
    /// Nobody signed.
    #[error("somebody signs")]
    NoSigner,
    /// An instalment that was paid stays as it is.
    #[error("an instalment of {0} due on {1} was paid")]
    PaidChanged(Cents, NaiveDate),
    /// No such instalment, or no such refund.
    #[error("nothing has the number {0}")]
    Nothing(usize),
    /// It has its line already.
    #[error("line {0} is linked already")]
    Linked(u64),
    /// The line is no payment of this agreement that stands, or is linked elsewhere.
    #[error("line {0} is no loose payment")]
    NoPayment(u64),
    /// The line pays more than the instalment.
    #[error("the line pays {over} more")]
    Overpaid {
        /// By how much it is too much.
        over: Cents,
    },
    /// The line undid no payment of this agreement, or is linked elsewhere.
    #[error("line {0} gave no payment back")]
    NoReturn(u64),
    /// More than was paid is asked back.
    #[error("{0} was paid")]
    NotPaid(Cents),
    /// The final report came: nothing comes after it.
    #[error("the final report came")]
    Reported,
    /// It is not closed without its final report.
    #[error("the final report is awaited")]
    NotReported,
    /// It is not closed while money is asked back.
    #[error("money is asked back")]
    Owed,
    /// Beyond what can be counted.
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
}
