//! An application is submitted, or taken back, by the organisation that carries it.
//!
//! The receipt and what it sums are written with the application, in the transaction that holds the row of the call: whoever
//! has a receipt has a submission, and there is one of it.

use portulan_model::ApplicationId;
use portulan_model::means::applications::{
    Application, ApplicationError, ApplicationState, Fingerprint, Receipt,
};
use portulan_model::means::forms::Typed;
use portulan_policy::Capability;
use portulan_policy::actions::Apply;
use portulan_store::ContentDigest;

use super::fill::reading;
use super::{ApplyError, gate, led, told};
use crate::{App, Error};

/// Submits what was typed, and gives the receipt. What was submitted already, with the same answers, gives its receipt again:
/// a form that is sent twice submits once. What comes after the closing is kept as late.
pub async fn submit(
    app: &App,
    may: &Capability<Apply>,
    id: ApplicationId,
    (upon, typed): (u32, &Typed),
) -> Result<Receipt, ApplyError> {
    let (mut write, opened) = led(app, may, id).await?;
    // The clock is read once the row of the call is held.
    let now = app.now();
    let gate = gate(&opened.call, now);
    let reading = reading(app, &opened, typed)?;
    let application = opened.application;
    if let (ApplicationState::Submitted, Some(receipt)) =
        (&application.state, application.receipt())
        && application.answers == reading.answers
    {
        return Ok(receipt.clone());
    }
    let ready = application.ready(upon, (&opened.revision.fields, reading.answers), gate)?;
    let text = ready.canonical();
    let after = ready.receive((now, gate), fingerprint(&text)?)?;
    let receipt = last(&after)?;
    let line = told(app, may.actor(), &after, "submitted");
    write.keep_application(&after, Some(&line)).await?;
    write.add_receipt(id, &receipt, &text).await?;
    write.commit().await?;
    Ok(receipt)
}

/// Takes an application back, for good. Done twice, it is done once.
pub async fn withdraw(
    app: &App,
    may: &Capability<Apply>,
    id: ApplicationId,
) -> Result<(), ApplyError> {
    let (mut write, opened) = led(app, may, id).await?;
    if matches!(opened.application.state, ApplicationState::Withdrawn { .. }) {
        return Ok(());
    }
    let after = opened.application.withdraw(app.now())?;
    let line = told(app, may.actor(), &after, "withdrawn");
    write.keep_application(&after, Some(&line)).await?;
    write.commit().await?;
    Ok(())
}

fn last(application: &Application) -> Result<Receipt, ApplicationError> {
    let receipt = application.receipt().cloned();
    receipt.ok_or_else(|| ApplicationError::NotNow(application.stage()))
}

/// The sum of a text.
pub(crate) fn fingerprint(text: &str) -> Result<Fingerprint, Error> {
    let sum = ContentDigest::of(text.as_bytes()).to_string();
    sum.parse()
        .map_err(|error| Error::internal("the sum of an application", error))
}
