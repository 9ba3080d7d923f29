//! Several applications of a call at once: decided together without money, or sorted by a label. All is written in one
//! transaction, each with its own line of journal; what cannot be done of one is said of that one, and the others are done.

use std::collections::BTreeSet;

use portulan_model::means::examination::{
    Examination, ExaminationError, Label, Outcome, Panel, Ruling,
};
use portulan_model::proposals::Prose;
use portulan_model::{ApplicationId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::{DecideApplications, Examine};
use portulan_store::{Governs, Write};

use super::levels::is_public;
use super::say::said;
use super::{ExamError, Held, told};
use crate::means::calls;
use crate::roadmaps::body_of;
use crate::{App, Error};

/// Some applications to a call.
pub type Several<'a> = (&'a Slug, &'a BTreeSet<ApplicationId>);

/// What came of each.
pub type Each = Vec<(ApplicationId, Result<(), ExamError>)>;

/// Decides the same on several applications, with one motive. What gives is decided one by one: its sum is its own.
pub async fn decide_several(
    app: &App,
    may: &Capability<DecideApplications>,
    several: Several<'_>,
    (outcome, why): (Outcome, Prose),
) -> Result<Each, ExamError> {
    if outcome.gives() {
        return Err(ExamError::OneByOne);
    }
    let ruling = Ruling {
        outcome,
        given: None,
        said: said(app, may, why),
    };
    let what = format!("decided: {}", outcome.slug());
    let rule = |one: Examination, panel: &Panel| one.rule(ruling.clone(), is_public(panel));
    each(app, may, several, (&what, &rule)).await
}

/// Puts a label on several applications, or takes it from them.
pub async fn label_several(
    app: &App,
    may: &Capability<Examine>,
    several: Several<'_>,
    (label, put): (Label, bool),
) -> Result<Each, ExamError> {
    let sort = |one: Examination, _: &Panel| {
        if put {
            one.label(label.clone())
        } else {
            Ok(one.unlabel(&label))
        }
    };
    each(app, may, several, ("label", &sort)).await
}

/// What is done of each, and the words of its line of journal.
type Change<'a> = (
    &'a str,
    &'a (dyn Fn(Examination, &Panel) -> Result<Examination, ExaminationError> + Sync),
);

async fn each<A: Governs>(
    app: &App,
    may: &Capability<A>,
    (call, ids): Several<'_>,
    change: Change<'_>,
) -> Result<Each, ExamError> {
    let mut write = app.store().begin_governance(may).await?;
    let found = write.take_call(call).await?;
    calls::of(body_of(may)?, call, found)?;
    let mut each = Each::with_capacity(ids.len());
    for id in ids {
        let done = one(app, may, (&mut write, (call, *id)), change).await;
        match done {
            // Not there any more, or not of this call: the others are.
            Err(ExamError::Other(error)) if !matches!(error, Error::NotFound(_)) => {
                return Err(error.into());
            }
            done => each.push((*id, done)),
        }
    }
    write.commit().await?;
    Ok(each)
}

async fn one<A: Governs>(
    app: &App,
    may: &Capability<A>,
    (write, of): (&mut Write, (&Slug, ApplicationId)),
    (what, change): Change<'_>,
) -> Result<(), ExamError> {
    let held = Held::of_body(write, may, of).await?;
    let after = change(held.examination.clone(), &held.panel)?;
    if after == held.examination {
        return Ok(());
    }
    let line = told(app, may.actor(), &held, what);
    write.keep_told(&after, &line).await?;
    Ok(())
}
