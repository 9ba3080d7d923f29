//! Results of a call, once the committee publishes them: who is accepted, with how much, where. Nobody else is named.

use portulan_model::journal::Deed;
use portulan_model::means::applications::{Application, Stage};
use portulan_model::means::calls::{Call, paris_day};
use portulan_model::means::envelopes::{Envelope, Funder};
use portulan_model::means::examination::{Examination, Outcome, Panel, Ruling};
use portulan_model::{ApplicationId, Cents, Slug, TerritoryKey};
use portulan_policy::Capability;
use portulan_policy::actions::{Apply, DecideApplications};

use super::ExamError;
use super::levels::whereabouts;
use crate::means::applications::{self, Opened};
use crate::means::calls::{self, Told};
use crate::roadmaps::body_of;
use crate::{App, Directory, Error};

/// What was decided for one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Winner {
    /// The application.
    pub application: ApplicationId,
    /// Who carries it.
    pub beneficiary: Slug,
    /// Where it is from.
    pub territory: Option<TerritoryKey>,
    /// Accepted, with or without reservations.
    pub outcome: Outcome,
    /// What was given with it.
    pub amount: Option<Cents>,
    /// Who brings it.
    pub funder: Option<Funder>,
    /// The day of the decision.
    pub on: chrono::NaiveDate,
}

/// What was decided on a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The call.
    pub call: Call,
    /// Since which day everybody may read it.
    pub published: chrono::NaiveDate,
    /// Those that are accepted, by organisation.
    pub accepted: Vec<Winner>,
}

/// Lets everybody read what was decided, once everything that was submitted is decided, and tells those who applied.
pub async fn publish(
    app: &App,
    may: &Capability<DecideApplications>,
    call: &Slug,
) -> Result<(), ExamError> {
    let mut write = app.store().begin_governance(may).await?;
    let found = write.take_call(call).await?;
    let call = calls::of(body_of(may)?, call, found)?;
    let known = write.kept_one::<Panel>(&call.slug).await?;
    let mut panel = known.unwrap_or_else(|| Panel::empty(call.slug.clone()));
    if panel.published.is_some() {
        return Ok(());
    }
    let mut waiting = write.kept_of::<Application>(&call.slug).await?;
    waiting.retain(|one| matches!(one.stage(), Stage::Submitted | Stage::Returned));
    let examined = write.kept_of::<Examination>(&call.slug).await?;
    let decided = |id: ApplicationId| {
        let mut all = examined.iter();
        all.any(|one| one.application == id && one.ruling().is_some())
    };
    let none = waiting.is_empty();
    waiting.retain(|one| !decided(one.id));
    if none || !waiting.is_empty() {
        return Err(ExamError::Undecided(waiting.len()));
    }
    panel.published = Some(paris_day(app.now()));
    let told = Told {
        call: &call,
        deed: Deed::Updated,
        what: "results published",
        before: None,
        after: None,
    };
    let line = calls::entry(app, may.actor(), told);
    write.put_kept(&panel, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}

/// What was decided on a call that everybody may read; nothing before it is published.
pub async fn results(
    app: &App,
    directory: &Directory,
    call: &Slug,
) -> Result<Option<Results>, Error> {
    let Some(known) = calls::known(directory, call) else {
        return Ok(None);
    };
    let panel = app.store().kept_one::<Panel>(call).await?;
    let Some(published) = panel.and_then(|one| one.published) else {
        return Ok(None);
    };
    let mut applications = app.store().kept_of::<Application>(call).await?;
    applications.retain(|one| one.stage() == Stage::Submitted);
    let examined = app.store().kept_of::<Examination>(call).await?;
    let envelopes = app.store().kept::<Envelope>().await?;
    let accepted = |one: &Application| {
        let mut all = examined.iter();
        let examination = all.find(|other| other.application == one.id)?;
        let ruling = examination
            .ruling()
            .filter(|ruling| ruling.outcome.gives())?;
        let given = ruling.given.as_ref();
        let mut all = envelopes.iter();
        let envelope = given.and_then(|given| all.find(|one| one.slug == given.envelope));
        Some(Winner {
            funder: envelope.map(|one| one.funder.clone()),
            application: one.id,
            beneficiary: one.parties.lead().clone(),
            territory: whereabouts(directory, one),
            outcome: ruling.outcome,
            amount: given.map(|given| given.amount),
            on: paris_day(ruling.said.at),
        })
    };
    let mut accepted: Vec<Winner> = applications.iter().filter_map(accepted).collect();
    accepted.sort_by(|a, b| a.beneficiary.cmp(&b.beneficiary));
    Ok(Some(Results {
        call: known.call.clone(),
        published,
        accepted,
    }))
}

/// Whether what was decided on a call is public.
pub async fn known(app: &App, call: &Slug) -> Result<bool, Error> {
    let panel = app.store().kept_one::<Panel>(call).await?;
    Ok(panel.is_some_and(|one| one.published.is_some()))
}

/// What was decided on an application, for the organisations that take part in it, once it is published.
pub async fn told_to(
    app: &App,
    may: &Capability<Apply>,
    id: ApplicationId,
) -> Result<Option<(Opened, Ruling)>, Error> {
    let opened = applications::read(app, may, id).await?;
    if !known(app, &opened.call.slug).await? {
        return Ok(None);
    }
    let examination = app.store().kept_one::<Examination>(&id).await?;
    let ruling = examination.and_then(|one| one.ruling().cloned());
    Ok(ruling.map(|ruling| (opened, ruling)))
}
