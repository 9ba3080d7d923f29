//! The internal timetable of a call: who does what by which day, before the call closes.

use chrono::NaiveDate;
use portulan_model::journal::Deed;
use portulan_model::means::calls::{CallFile, Step};
use portulan_model::{CallStepId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::ManageCalls;

use super::{MeansError, Told, entry, filed, json, opened};
use crate::clock::draw;
use crate::{App, Error};

/// A step to plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// What is to be done.
    pub what: String,
    /// Which organisation does it.
    pub owner: Slug,
    /// By which day.
    pub due: Option<NaiveDate>,
}

/// Adds a step. The same one twice, while it is not done, is there once.
pub async fn add_step(
    app: &App,
    may: &Capability<ManageCalls>,
    slug: &Slug,
    planned: Planned,
) -> Result<(), MeansError> {
    if app.directory().organisations.get(&planned.owner).is_none() {
        return Err(MeansError::NoOrganisation(planned.owner));
    }
    let (write, before) = opened(app, may, slug).await?;
    let same = |one: &Step| {
        one.done.is_none()
            && (&one.what, &one.owner, one.due) == (&planned.what, &planned.owner, planned.due)
    };
    if before.file.steps.iter().any(same) {
        return Ok(());
    }
    if before.file.steps.len() >= CallFile::MOST_STEPS {
        return Err(MeansError::Full);
    }
    let (millis, random) = draw(app.now(), app.chance());
    let step = Step {
        id: CallStepId::from_parts(millis, random),
        what: planned.what,
        owner: planned.owner,
        due: planned.due,
        done: None,
    };
    let told = Told {
        call: &before.call,
        deed: Deed::Updated,
        what: "step planned",
        before: None,
        after: json(&step),
    };
    let line = entry(app, may.actor(), told);
    let mut file = before.file;
    file.steps.push(step);
    filed(app, write, &file, &line).await
}

/// A step is done on a day; none: it is to be done again.
pub async fn settle_step(
    app: &App,
    may: &Capability<ManageCalls>,
    slug: &Slug,
    (id, done): (CallStepId, Option<NaiveDate>),
) -> Result<(), MeansError> {
    let (write, before) = opened(app, may, slug).await?;
    let after = before.file.clone().settle(id, done);
    let after = after.map_err(|unknown| Error::NotFound(unknown.0.to_string()))?;
    if after == before.file {
        return Ok(());
    }
    let step = |file: &CallFile| json(&file.steps.iter().find(|one| one.id == id));
    let told = Told {
        call: &before.call,
        deed: Deed::Updated,
        what: "step settled",
        before: step(&before.file),
        after: step(&after),
    };
    let line = entry(app, may.actor(), told);
    filed(app, write, &after, &line).await
}

/// Takes a step away. One that is gone already stays so.
pub async fn remove_step(
    app: &App,
    may: &Capability<ManageCalls>,
    slug: &Slug,
    id: CallStepId,
) -> Result<(), MeansError> {
    let (write, before) = opened(app, may, slug).await?;
    let gone = before.file.steps.iter().find(|one| one.id == id);
    let Some(gone) = gone else {
        return Ok(());
    };
    let told = Told {
        call: &before.call,
        deed: Deed::Updated,
        what: "step removed",
        before: json(gone),
        after: None,
    };
    let line = entry(app, may.actor(), told);
    let mut file = before.file.clone();
    file.steps.retain(|one| one.id != id);
    filed(app, write, &file, &line).await
}
