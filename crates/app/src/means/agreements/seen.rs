//! Agreements as they are read: by those who work on the envelope, and by the beneficiary. And what a report starts from.

use std::collections::BTreeMap;

use portulan_model::means::agreements::Agreement;
use portulan_model::means::envelopes::{Envelope, Ledger, Reference};
use portulan_model::means::equipment::Lot;
use portulan_model::roadmaps::{Action, Indicator};
use portulan_model::{Cents, Slug};
use portulan_policy::actions::{ReadEnvelope, ReportFunds};
use portulan_policy::{Capability, Node};

use super::missing;
use crate::means::envelopes::{self, ledger_of_today, own};
use crate::roadmaps::public;
use crate::{App, Directory, Error};

/// An agreement with what follows from it.
#[derive(Debug, Clone)]
pub struct Followed {
    /// The agreement.
    pub agreement: Agreement,
    /// The envelope that pays.
    pub envelope: Envelope,
    /// The lines of the ledger that are about its money, and no others.
    pub ledger: Ledger,
    /// What was bought with it.
    pub lots: Vec<Lot>,
}

/// Money that is granted to a request of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// The request.
    pub request: Reference,
    /// Who has it.
    pub beneficiary: Slug,
    /// How much, over all territories and years.
    pub amount: Cents,
}

/// What an action that an organisation carries measures.
#[derive(Debug, Clone, Copy)]
pub struct Measured<'a> {
    /// The action.
    pub action: &'a Action,
    /// What is measured of it.
    pub indicator: &'a Indicator,
}

/// The agreements of an envelope, by request.
pub async fn of_envelope(
    app: &App,
    may: &Capability<ReadEnvelope>,
    envelope: &Slug,
) -> Result<Vec<Agreement>, Error> {
    own(may, envelope)?;
    let mut all = app.store().kept_of::<Agreement>(envelope).await?;
    all.sort_by(|a, b| (&a.request, &a.slug).cmp(&(&b.request, &b.slug)));
    Ok(all)
}

/// What is granted on an envelope and in no agreement yet.
pub async fn to_agree(
    app: &App,
    may: &Capability<ReadEnvelope>,
    envelope: &Slug,
) -> Result<Vec<Granted>, Error> {
    let there = of_envelope(app, may, envelope).await?;
    let ledger = envelopes::ledger(app, may, envelope).await?;
    let sums = ledger.by(|line| {
        let account = &line.account;
        (account.request.clone(), account.beneficiary.clone())
    });
    let sums = sums.map_err(|error| Error::internal("sums of an envelope", error))?;
    let granted = sums
        .into_iter()
        .map(|((request, beneficiary), sums)| Granted {
            request,
            beneficiary,
            amount: sums.granted,
        });
    let agreed = |one: &Granted| {
        let same = |known: &Agreement| {
            (&known.request, &known.beneficiary) == (&one.request, &one.beneficiary)
        };
        there.iter().any(same)
    };
    Ok(granted
        .filter(|one| one.amount > Cents::ZERO && !agreed(one))
        .collect())
}

/// An agreement of an envelope: one of another is not found.
pub async fn followed(
    app: &App,
    may: &Capability<ReadEnvelope>,
    (envelope, slug): (&Slug, &Slug),
) -> Result<Followed, Error> {
    own(may, envelope)?;
    let found = app.store().kept_one::<Agreement>(slug).await?;
    let found = found.filter(|one| one.envelope == *envelope);
    whole(app, found.ok_or_else(|| missing(slug))?).await
}

/// The agreements of an organisation, on all envelopes, each with its envelope.
pub async fn of_beneficiary(
    app: &App,
    may: &Capability<ReportFunds>,
) -> Result<Vec<(Agreement, Envelope)>, Error> {
    let mut all = Vec::new();
    for agreement in app
        .store()
        .agreements_of_beneficiary(beneficiary(may)?)
        .await?
    {
        let envelope = envelopes::find(app, &agreement.envelope).await?;
        all.push((agreement, envelope));
    }
    Ok(all)
}

/// An agreement of an organisation: one of another is not found.
pub async fn reported(
    app: &App,
    may: &Capability<ReportFunds>,
    slug: &Slug,
) -> Result<Followed, Error> {
    let own = beneficiary(may)?;
    let found = app.store().kept_one::<Agreement>(slug).await?;
    let found = found.filter(|one| one.beneficiary == *own);
    whole(app, found.ok_or_else(|| missing(slug))?).await
}

/// What the actions that an organisation leads measure, in roadmaps that were decided: what a report starts from.
#[must_use]
pub fn measured<'a>(directory: &'a Directory, organisation: &Slug) -> Vec<Measured<'a>> {
    // The same action may be in two roadmaps of one body: each indicator is told once.
    let mut all = BTreeMap::new();
    for roadmap in public::all(directory) {
        let actions = public::content(roadmap).actions();
        for action in actions.filter(|one| one.leads.contains(organisation)) {
            for indicator in &action.indicators {
                all.insert(indicator.id, Measured { action, indicator });
            }
        }
    }
    all.into_values().collect()
}

async fn whole(app: &App, agreement: Agreement) -> Result<Followed, Error> {
    let store = app.store();
    let envelope = envelopes::find(app, &agreement.envelope).await?;
    let ledger = store.ledger(&agreement.envelope).await?;
    let ledger = ledger_of_today(&app.directory(), ledger);
    // What others have of the envelope is not the beneficiary's to read; numbers of lines stay.
    let lines = ledger.lines().iter().filter(|line| agreement.is_of(line));
    Ok(Followed {
        ledger: Ledger::of(lines.cloned().collect()),
        lots: store.lots_of_agreement(&agreement.slug).await?,
        envelope,
        agreement,
    })
}

/// The organisation of a capability: what is none has no agreement.
pub(super) fn beneficiary(may: &Capability<ReportFunds>) -> Result<&Slug, Error> {
    match may.node() {
        Node::Organisation(slug) => Ok(slug),
        other => Err(Error::NotFound(other.to_string())),
    }
}
