//! Agreements (*conventions*): what a beneficiary and a funder sign about money that was granted, and what follows from it.
//!
//! An agreement is about one request of one beneficiary on one envelope. Money stays in the ledger of the envelope: an
//! instalment is linked with the line that paid it, a refund with the line that undid a payment. Signing is done outside;
//! its day and the functions of those who signed are kept, no name. Each step consumes the agreement.

mod life;
mod refusals;
mod terms;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calls::Function;
use super::envelopes::{Ledger, Line, Move, Reference, Sums, What};
use crate::ids::Slug;
use crate::money::{Cents, TooMuch};
use crate::proposals::Prose;
use crate::words::worded;

pub use refusals::AgreementError;
pub use terms::{Balance, Due, Instalment, Terms};

worded! {
    /// How far an agreement is.
    Stage {
        /// It is being written.
        Drafted = "redigee",
        /// It left for signature.
        Sent = "envoyee",
        /// It is signed.
        Signed = "signee",
        /// It was changed since it was signed.
        Amended = "amendee",
        /// An interim report came.
        Reported = "bilan-intermediaire",
        /// The final report came.
        FinallyReported = "bilan-final",
        /// It is over.
        Closed = "close",
        /// It ended before its time.
        Ended = "interrompue",
    }
}

worded! {
    /// Which report.
    ReportKind {
        /// On the way.
        Interim = "intermediaire",
        /// At the end.
        Final = "final",
    }
}

/// When it was signed, outside, and by which functions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The day of the last signature.
    pub on: NaiveDate,
    /// What those who signed are: *présidence*, *direction générale*.
    pub by: Vec<Function>,
}

/// Where an agreement is, with what that state knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum AgreementState {
    /// Being written.
    Drafted,
    /// Left for signature.
    Sent {
        /// When.
        sent: NaiveDate,
    },
    /// Signed: money is paid, reports are written.
    Signed {
        /// When it left for signature.
        sent: NaiveDate,
        /// When it was signed, and by whom.
        signed: Signature,
    },
    /// Over.
    Closed {
        /// When it was signed, and by whom.
        signed: Signature,
        /// When it was closed.
        on: NaiveDate,
    },
    /// Ended early.
    Ended {
        /// When it was signed, where it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signed: Option<Signature>,
        /// When it ended.
        on: NaiveDate,
        /// Why.
        reason: Prose,
    },
}

/// A change of what was signed: the terms before it are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// The day on which it was signed.
    pub on: NaiveDate,
    /// Why.
    pub reason: Prose,
    /// What was agreed before.
    pub before: Terms,
}

/// What the beneficiary tells of what was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Which.
    pub kind: ReportKind,
    /// The day on which it came.
    pub on: NaiveDate,
    /// The function of whoever wrote it.
    pub by: Function,
    /// What was spent of the money until then.
    pub spent: Cents,
    /// What was measured, one line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// What was done.
    pub words: Prose,
}

impl Report {
    /// Most measures.
    pub const MOST_MEASURES: usize = 40;
    /// Longest measure, in characters.
    pub const LONGEST_MEASURE: usize = 300;
}

/// Money that is asked back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refund {
    /// The day on which it was asked.
    pub asked: NaiveDate,
    /// How much.
    pub amount: Cents,
    /// Why.
    pub reason: Prose,
    /// The line of the ledger that undid a payment when it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<u64>,
}

/// An agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Readable address, for ever: `/espace/enveloppes/<envelope>/conventions/<slug>`.
    pub slug: Slug,
    /// The envelope that pays.
    pub envelope: Slug,
    /// The request that was granted.
    pub request: Reference,
    /// Who has the money.
    pub beneficiary: Slug,
    /// What is agreed now.
    pub terms: Terms,
    /// Where it is.
    pub state: AgreementState,
    /// What was changed since it was signed, first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amendments: Vec<Amendment>,
    /// What the beneficiary told, first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<Report>,
    /// What was asked back, first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refunds: Vec<Refund>,
}

impl Agreement {
    /// How far it is.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match &self.state {
            AgreementState::Drafted => Stage::Drafted,
            AgreementState::Sent { .. } => Stage::Sent,
            AgreementState::Closed { .. } => Stage::Closed,
            AgreementState::Ended { .. } => Stage::Ended,
            AgreementState::Signed { .. } if self.has(ReportKind::Final) => Stage::FinallyReported,
            AgreementState::Signed { .. } if self.has(ReportKind::Interim) => Stage::Reported,
            AgreementState::Signed { .. } if !self.amendments.is_empty() => Stage::Amended,
            AgreementState::Signed { .. } => Stage::Signed,
        }
    }

    /// When it was signed, and by whom.
    #[must_use]
    pub const fn signature(&self) -> Option<&Signature> {
        match &self.state {
            AgreementState::Drafted | AgreementState::Sent { .. } => None,
            AgreementState::Signed { signed, .. } | AgreementState::Closed { signed, .. } => {
                Some(signed)
            }
            AgreementState::Ended { signed, .. } => signed.as_ref(),
        }
    }

    /// Whether a report came.
    #[must_use]
    pub fn has(&self, kind: ReportKind) -> bool {
        self.reports.iter().any(|one| one.kind == kind)
    }

    /// The report that is awaited next, and by which day; none before it is signed, nor once the last one came.
    #[must_use]
    pub fn awaited(&self) -> Option<(ReportKind, NaiveDate)> {
        if !matches!(self.state, AgreementState::Signed { .. }) || self.has(ReportKind::Final) {
            return None;
        }
        let interim = self
            .terms
            .interim
            .filter(|_| !self.has(ReportKind::Interim));
        let interim = interim.map(|day| (ReportKind::Interim, day));
        interim.or_else(|| Some((ReportKind::Final, self.terms.last?)))
    }

    /// Whether a line of the ledger is about its money.
    #[must_use]
    pub fn is_of(&self, line: &Line) -> bool {
        line.account.request == self.request && line.account.beneficiary == self.beneficiary
    }

    /// What is promised, granted and paid of it.
    pub fn sums(&self, ledger: &Ledger) -> Result<Sums, TooMuch> {
        let own = ledger.lines().iter().filter(|line| self.is_of(line));
        own.map(|line| line.effect)
            .try_fold(Sums::default(), Sums::plus)
    }

    /// The payments that stand and that no instalment is linked with.
    #[must_use]
    pub fn loose_payments<'a>(&self, ledger: &'a Ledger) -> Vec<&'a Line> {
        let undone = ledger.undone();
        let linked = |number| {
            self.terms
                .instalments
                .iter()
                .any(|one| one.line == Some(number))
        };
        let own = ledger.lines().iter().filter(|line| self.is_of(line));
        own.filter(|line| line.what == What::Moved(Move::Pay) && !undone.contains(&line.number))
            .filter(|line| !linked(line.number))
            .collect()
    }

    /// The payments that were undone and that no refund is linked with: the lines that undid them.
    #[must_use]
    pub fn loose_returns<'a>(&self, ledger: &'a Ledger) -> Vec<&'a Line> {
        let linked = |number| self.refunds.iter().any(|one| one.received == Some(number));
        let paid =
            |number| ledger.line(number).map(|line| line.what) == Some(What::Moved(Move::Pay));
        let own = ledger.lines().iter().filter(|line| self.is_of(line));
        own.filter(|line| line.undid().is_some_and(paid) && !linked(line.number))
            .collect()
    }

    /// How each instalment stands on a day, in their order.
    pub fn dues(&self, ledger: &Ledger, day: NaiveDate) -> Result<Vec<Due>, TooMuch> {
        let undone = ledger.undone();
        let due = |one: &Instalment| {
            let line = one.line.filter(|number| !undone.contains(number));
            let line = line.and_then(|number| ledger.line(number));
            match line {
                Some(line) => Ok(Due::Paid {
                    line: line.number,
                    missing: one.amount.minus(line.amount())?,
                }),
                None if one.due < day => Ok(Due::Late),
                None => Ok(Due::Ahead),
            }
        };
        self.terms.instalments.iter().map(due).collect()
    }
}
