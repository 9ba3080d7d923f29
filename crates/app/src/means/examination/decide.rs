//! The committee decides. Where it gives money, the line of the ledger and the decision are written in one transaction, while
//! the envelope is held: what the envelope refuses is not decided.

use portulan_model::means::envelopes::{Account, Reference};
use portulan_model::means::examination::{Given, Outcome, Ruling};
use portulan_model::proposals::Prose;
use portulan_model::{ApplicationId, Cents, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::{DecideApplications, GrantFunds};

use super::levels::{is_public, whereabouts};
use super::say::said;
use super::{ExamError, Held, change, told};
use crate::means::applications::read_party;
use crate::means::envelopes::{self, Asked, EnvelopeError, Weighed};
use crate::{App, Error};

/// Money that comes with a decision.
#[derive(Debug, Clone)]
pub struct Gift<'a> {
    /// The right to give it.
    pub may: &'a Capability<GrantFunds>,
    /// Out of which envelope.
    pub envelope: Slug,
    /// How much.
    pub amount: Cents,
    /// What the whole costs, where the envelope pays a share of it.
    pub cost: Option<Cents>,
    /// For which year.
    pub year: i32,
}

/// How a ledger calls an application.
pub fn request(id: ApplicationId) -> Result<Reference, Error> {
    let text = format!("candidature-{id}");
    text.parse()
        .map_err(|error| Error::internal("the reference of an application", error))
}

/// Decides on an application. The same again writes nothing.
pub async fn decide(
    app: &App,
    may: &Capability<DecideApplications>,
    of: (&Slug, ApplicationId),
    (outcome, why): (Outcome, Prose),
    gift: Option<Gift<'_>>,
) -> Result<(), ExamError> {
    if let Some(gift) = gift {
        return give(app, may, of, (outcome, why), gift).await;
    }
    let ruling = Ruling {
        outcome,
        given: None,
        said: said(app, may, why),
    };
    let what = format!("decided: {}", outcome.slug());
    change(
        app,
        may,
        of,
        (&what, |one, panel| one.rule(ruling, is_public(panel))),
    )
    .await
}

async fn give(
    app: &App,
    may: &Capability<DecideApplications>,
    of: (&Slug, ApplicationId),
    (outcome, why): (Outcome, Prose),
    gift: Gift<'_>,
) -> Result<(), ExamError> {
    if !outcome.gives() {
        return Err(ExamError::NoGift);
    }
    let application = read_party(app, of).await?;
    let territory = whereabouts(&app.directory(), &application).ok_or(ExamError::Nowhere)?;
    let form = format!("decision-{}", of.1);
    let asked = Asked {
        form: form.clone(),
        account: Account {
            request: request(of.1)?,
            beneficiary: application.parties.lead().clone(),
            territory,
            year: gift.year,
        },
        amount: gift.amount,
        cost: gift.cost,
        decision: None,
        reason: why.clone(),
    };
    let weighed = envelopes::weigh_grant(app, gift.may, &gift.envelope, asked).await?;
    // A line of that name was written with its decision.
    let Weighed::New(mut ledger, line) = weighed else {
        return Ok(());
    };
    let write = ledger.beside();
    let held = Held::of_body(write, may, of).await?;
    let ruling = Ruling {
        outcome,
        given: Some(Given {
            envelope: gift.envelope,
            line: line.number,
            amount: gift.amount,
        }),
        said: said(app, may, why),
    };
    let before = held.examination.clone();
    let after = before.rule(ruling, is_public(&held.panel))?;
    let entry = told(
        app,
        may.actor(),
        &held,
        &format!("decided: {}", outcome.slug()),
    );
    write.keep_told(&after, &entry).await?;
    let added = envelopes::add(app, may.actor(), *ledger, (line, &form)).await;
    added.map(drop).map_err(|error: EnvelopeError| error.into())
}
