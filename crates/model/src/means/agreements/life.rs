//! The life of an agreement: drafted, sent for signature, signed, changed, reported, closed or ended early.
//!
//! Each step takes the agreement and gives it back further on, or says why not. A step that was taken already, to the
//! letter, gives it back as it is: a form that is sent twice does one thing.

use chrono::NaiveDate;

use super::{
    Agreement, AgreementError, AgreementState, Amendment, Due, Ledger, Reference, Refund, Report,
    ReportKind, Signature, Terms,
};
use crate::ids::Slug;
use crate::money::Cents;
use crate::proposals::Prose;

type Step = Result<Agreement, AgreementError>;

impl Agreement {
    /// A draft, within what is granted to the request of the beneficiary.
    pub fn drafted(
        slug: Slug,
        (envelope, request, beneficiary): (Slug, Reference, Slug),
        terms: Terms,
        granted: Cents,
    ) -> Step {
        let terms = terms.settled()?;
        terms.within(granted)?;
        Ok(Self {
            slug,
            envelope,
            request,
            beneficiary,
            terms,
            state: AgreementState::Drafted,
            amendments: Vec::new(),
            reports: Vec::new(),
            refunds: Vec::new(),
        })
    }

    /// Other terms, while it is a draft. `before`: what whoever writes had read.
    pub fn redrafted(mut self, before: &Terms, terms: Terms, granted: Cents) -> Step {
        let AgreementState::Drafted = self.state else {
            return Err(self.not_now());
        };
        let terms = terms.settled()?;
        if terms == self.terms {
            return Ok(self);
        }
        if *before != self.terms {
            return Err(AgreementError::Moved);
        }
        terms.within(granted)?;
        self.terms = terms;
        Ok(self)
    }

    /// Sent for signature, within what is granted by then.
    pub fn sent(self, on: NaiveDate, granted: Cents) -> Step {
        match self.state {
            AgreementState::Drafted => {
                self.terms.within(granted)?;
                Ok(self.at(AgreementState::Sent { sent: on }))
            }
            AgreementState::Sent { sent } if sent == on => Ok(self),
            _ => Err(self.not_now()),
        }
    }

    /// A draft again: something in it was wrong.
    pub fn taken_back(self) -> Step {
        match self.state {
            AgreementState::Drafted => Ok(self),
            AgreementState::Sent { .. } => Ok(self.at(AgreementState::Drafted)),
            _ => Err(self.not_now()),
        }
    }

    /// Signed, outside.
    pub fn signed(self, signature: Signature) -> Step {
        match &self.state {
            AgreementState::Sent { sent } => {
                let sent = *sent;
                if signature.by.is_empty() {
                    return Err(AgreementError::NoSigner);
                }
                not_before(signature.on, sent)?;
                let signed = signature;
                Ok(self.at(AgreementState::Signed { sent, signed }))
            }
            AgreementState::Signed { signed, .. } if *signed == signature => Ok(self),
            _ => Err(self.not_now()),
        }
    }

    /// Changed by both, once signed. What was paid stays as it was.
    pub fn amended(
        mut self,
        (on, reason): (NaiveDate, Prose),
        terms: Terms,
        granted: Cents,
    ) -> Step {
        not_before(on, self.in_force()?.on)?;
        let terms = terms.settled()?.with_payments_of(&self.terms)?;
        let last = self.amendments.last();
        if last.is_some_and(|one| one.on == on && one.reason == reason) && terms == self.terms {
            return Ok(self);
        }
        terms.within(granted)?;
        let before = std::mem::replace(&mut self.terms, terms);
        self.amendments.push(Amendment { on, reason, before });
        Ok(self)
    }

    /// An instalment, counted from 0, was paid by a line of the ledger. One whose line was undone is paid again.
    pub fn paid(mut self, at: usize, line: u64, ledger: &Ledger) -> Step {
        let day = self.in_force()?.on;
        let dues = self.dues(ledger, day)?;
        match dues.get(at) {
            None => return Err(AgreementError::Nothing(at + 1)),
            Some(Due::Paid { line: other, .. }) if *other == line => return Ok(self),
            Some(Due::Paid { line: other, .. }) => return Err(AgreementError::Linked(*other)),
            Some(Due::Late | Due::Ahead) => {}
        }
        let loose = self.loose_payments(ledger);
        let payment = loose.iter().find(|one| one.number == line);
        let payment = payment.ok_or(AgreementError::NoPayment(line))?;
        let instalment = self.terms.instalments.get_mut(at);
        let instalment = instalment.ok_or(AgreementError::Nothing(at + 1))?;
        let over = payment.amount().minus(instalment.amount)?;
        if over > Cents::ZERO {
            return Err(AgreementError::Overpaid { over });
        }
        instalment.line = Some(line);
        Ok(self)
    }

    /// The beneficiary reports. An interim report may come more than once, the final one comes last and once.
    pub fn reported(mut self, report: Report) -> Step {
        not_before(report.on, self.in_force()?.on)?;
        if report.spent < Cents::ZERO || report.spent > Cents::MOST_TYPED {
            return Err(AgreementError::NoAmount);
        }
        if self.reports.last() == Some(&report) {
            return Ok(self);
        }
        if self.has(ReportKind::Final) {
            return Err(AgreementError::Reported);
        }
        self.reports.push(report);
        Ok(self)
    }

    /// Money is asked back, never more than what stands paid and is not asked back yet.
    pub fn asked_back(mut self, refund: Refund, ledger: &Ledger) -> Step {
        let signed = self.signature().ok_or_else(|| self.not_now())?;
        if matches!(self.state, AgreementState::Closed { .. }) {
            return Err(self.not_now());
        }
        not_before(refund.asked, signed.on)?;
        if refund.amount <= Cents::ZERO {
            return Err(AgreementError::NoAmount);
        }
        if self.refunds.last() == Some(&refund) {
            return Ok(self);
        }
        let open = self.refunds.iter().filter(|one| one.received.is_none());
        let open = Cents::total(open.map(|one| one.amount))?;
        let left = self.sums(ledger)?.paid.minus(open)?;
        if refund.amount > left {
            return Err(AgreementError::NotPaid(left));
        }
        self.refunds.push(Refund {
            received: None,
            ..refund
        });
        Ok(self)
    }

    /// A refund, counted from 0, came: the line of the ledger undid a payment.
    pub fn given_back(mut self, at: usize, line: u64, ledger: &Ledger) -> Step {
        let known = self.loose_returns(ledger);
        let known = known.iter().any(|one| one.number == line);
        let refund = self.refunds.get_mut(at);
        let refund = refund.ok_or(AgreementError::Nothing(at + 1))?;
        match refund.received {
            Some(other) if other == line => return Ok(self),
            Some(other) => return Err(AgreementError::Linked(other)),
            None if !known => return Err(AgreementError::NoReturn(line)),
            None => refund.received = Some(line),
        }
        Ok(self)
    }

    /// Closed, once its final report came and nothing is asked back.
    pub fn closed(self, on: NaiveDate) -> Step {
        match &self.state {
            AgreementState::Signed { signed, .. } => {
                not_before(on, signed.on)?;
                if !self.has(ReportKind::Final) {
                    return Err(AgreementError::NotReported);
                }
                if self.refunds.iter().any(|one| one.received.is_none()) {
                    return Err(AgreementError::Owed);
                }
                let signed = signed.clone();
                Ok(self.at(AgreementState::Closed { signed, on }))
            }
            AgreementState::Closed { on: day, .. } if *day == on => Ok(self),
            _ => Err(self.not_now()),
        }
    }

    /// Ended before its time, signed or not. What is to come back may still be asked.
    pub fn ended(self, on: NaiveDate, reason: Prose) -> Step {
        let (from, signed) = match &self.state {
            AgreementState::Sent { sent } => (*sent, None),
            AgreementState::Signed { signed, .. } => (signed.on, Some(signed.clone())),
            AgreementState::Ended { on: day, .. } if *day == on => return Ok(self),
            _ => return Err(self.not_now()),
        };
        not_before(on, from)?;
        Ok(self.at(AgreementState::Ended { signed, on, reason }))
    }

    fn at(self, state: AgreementState) -> Self {
        Self { state, ..self }
    }

    fn in_force(&self) -> Result<&Signature, AgreementError> {
        match &self.state {
            AgreementState::Signed { signed, .. } => Ok(signed),
            _ => Err(self.not_now()),
        }
    }

    fn not_now(&self) -> AgreementError {
        AgreementError::NotNow(self.stage())
    }
}

fn not_before(day: NaiveDate, first: NaiveDate) -> Result<(), AgreementError> {
    if day < first {
        return Err(AgreementError::TooEarly(first));
    }
    Ok(())
}
