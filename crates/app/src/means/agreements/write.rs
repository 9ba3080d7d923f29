//! Agreements drafted, and each step of their life, decided while the envelope is held.

use chrono::NaiveDate;
use portulan_model::means::agreements::{Agreement, Refund, Report, Signature, Terms};
use portulan_model::means::envelopes::{Envelope, Ledger, Line, Reference};
use portulan_model::proposals::Prose;
use portulan_model::{Cents, Slug};
use portulan_policy::actions::{ReportFunds, WriteAgreements};
use portulan_policy::{Actor, Capability, Node};
use portulan_store::Write;

use super::seen::beneficiary;
use super::{AgreementError, missing};
use crate::means::envelopes::{ledger_of_today, own};
use crate::settled::{entry, names};
use crate::{App, Error};

/// A step in the life of an agreement, taken by those who write it.
#[derive(Debug, Clone)]
pub enum Step {
    /// Other terms of a draft. First what was read, then what is to be.
    Redraft(Box<Terms>, Box<Terms>),
    /// It leaves for signature.
    Send(NaiveDate),
    /// It is a draft again.
    TakeBack,
    /// It was signed.
    Sign(Signature),
    /// Both changed it: the day, why, and what is agreed from now on.
    Amend(NaiveDate, Prose, Box<Terms>),
    /// An instalment, counted from 0, was paid by a line of the ledger.
    Pay(usize, u64),
    /// Money is asked back.
    AskBack(Refund),
    /// A refund, counted from 0, came: the line that undid a payment.
    GiveBack(usize, u64),
    /// It is over.
    Close(NaiveDate),
    /// It ends early.
    End(NaiveDate, Prose),
}

/// Drafts an agreement on what is granted to a request of an organisation. One that is there is that one: a form that is
/// sent twice makes one.
pub async fn draft(
    app: &App,
    may: &Capability<WriteAgreements>,
    envelope: &Slug,
    (request, beneficiary): (Reference, Slug),
    terms: Terms,
) -> Result<Slug, AgreementError> {
    own(may, envelope)?;
    let refused = || Error::Conflict(request.to_string());
    let base = portulan_text::slug(&format!("{request} {beneficiary}")).ok_or_else(refused)?;
    let base: Slug = base.parse().map_err(|_too_long| refused())?;
    for slug in names(&base) {
        let mut write = app.store().begin_governance(may).await?;
        let ledger = held(app, &mut write, envelope).await?;
        let same = |one: &Agreement| {
            (&one.envelope, &one.request, &one.beneficiary) == (envelope, &request, &beneficiary)
        };
        let known = write.kept_of::<Agreement>(envelope).await?;
        if let Some(known) = known.into_iter().find(same) {
            return Ok(known.slug);
        }
        if write.kept_one::<Agreement>(&slug).await?.is_some() {
            continue;
        }
        let about = (envelope.clone(), request.clone(), beneficiary.clone());
        let granted = granted_to(&ledger, (&request, &beneficiary))?;
        let one = Agreement::drafted(slug, about, terms.clone(), granted)?;
        let object = object(&mut write, envelope).await?;
        let line = entry(app, may.actor(), &object, (None, Some(&one)));
        if write.add_kept(&one, &line).await? {
            write.commit().await?;
            app.refresh().await?;
            return Ok(one.slug);
        }
    }
    Err(refused().into())
}

/// Takes a step in the life of an agreement of an envelope.
pub async fn take(
    app: &App,
    may: &Capability<WriteAgreements>,
    (envelope, slug): (&Slug, &Slug),
    step: Step,
) -> Result<(), AgreementError> {
    own(may, envelope)?;
    let mut write = app.store().begin_governance(may).await?;
    let ledger = held(app, &mut write, envelope).await?;
    let known = write.kept_one::<Agreement>(slug).await?;
    let known = known.filter(|one| one.envelope == *envelope);
    let known = known.ok_or_else(|| missing(slug))?;
    let after = taken(known.clone(), step, &ledger)?;
    keep(app, may.actor(), write, (&known, &after)).await
}

/// The beneficiary reports.
pub async fn report(
    app: &App,
    may: &Capability<ReportFunds>,
    slug: &Slug,
    report: Report,
) -> Result<(), AgreementError> {
    let own = beneficiary(may)?;
    let known = app.store().kept_one::<Agreement>(slug).await?;
    let known = known.filter(|one| one.beneficiary == *own);
    let known = known.ok_or_else(|| missing(slug))?;
    let mut write = app.store().begin_governance(may).await?;
    // The row of its envelope is held here too: whoever closes it waits, and so does whoever reports twice.
    write.taken_ledger(&known.envelope).await?;
    let known = write.kept_one::<Agreement>(slug).await?;
    let known = known.ok_or_else(|| missing(slug))?;
    let after = known.clone().reported(report)?;
    keep(app, may.actor(), write, (&known, &after)).await
}

fn taken(known: Agreement, step: Step, ledger: &Ledger) -> Result<Agreement, AgreementError> {
    let granted = granted_to(ledger, (&known.request, &known.beneficiary));
    Ok(match step {
        Step::Redraft(before, terms) => known.redrafted(&before, *terms, granted?)?,
        Step::Send(on) => known.sent(on, granted?)?,
        Step::TakeBack => known.taken_back()?,
        Step::Sign(signature) => known.signed(signature)?,
        Step::Amend(on, reason, terms) => known.amended((on, reason), *terms, granted?)?,
        Step::Pay(at, line) => known.paid(at, line, ledger)?,
        Step::AskBack(refund) => known.asked_back(refund, ledger)?,
        Step::GiveBack(at, line) => known.given_back(at, line, ledger)?,
        Step::Close(on) => known.closed(on)?,
        Step::End(on, reason) => known.ended(on, reason)?,
    })
}

/// What is granted to a request of an organisation; nothing is no ground for an agreement.
fn granted_to(
    ledger: &Ledger,
    (request, beneficiary): (&Reference, &Slug),
) -> Result<Cents, AgreementError> {
    let account =
        |line: &Line| line.account.request == *request && line.account.beneficiary == *beneficiary;
    let granted = ledger.by(account);
    let granted = granted.map_err(|error| Error::internal("sums of an envelope", error))?;
    let granted = granted.get(&true).map(|sums| sums.granted);
    granted
        .filter(|sum| *sum > Cents::ZERO)
        .ok_or(AgreementError::NotGranted)
}

/// The ledger of an envelope whose row is held, under the addresses of today.
async fn held(app: &App, write: &mut Write, envelope: &Slug) -> Result<Ledger, Error> {
    let ledger = write.taken_ledger(envelope).await?;
    Ok(ledger_of_today(&app.directory(), ledger))
}

/// Writes what became of an agreement, and tells the journal of the body.
async fn keep(
    app: &App,
    actor: &Actor,
    mut write: Write,
    (known, after): (&Agreement, &Agreement),
) -> Result<(), AgreementError> {
    if known == after {
        return Ok(());
    }
    let object = object(&mut write, &after.envelope).await?;
    let line = entry(app, actor, &object, (Some(known), Some(after)));
    write.change_kept(after, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}

/// The body of the envelope: its journal tells.
async fn object(write: &mut Write, slug: &Slug) -> Result<Node, Error> {
    let envelope = write.kept_one::<Envelope>(slug).await?;
    let envelope = envelope.ok_or_else(|| Error::NotFound(slug.to_string()))?;
    Ok(Node::Body(envelope.body))
}
