//! What those who examine say of an application: whether it is admissible and eligible, how they mark it, that they are near
//! to who asks, what they note; and the grid on which it is marked.

use std::collections::BTreeMap;

use portulan_model::journal::Deed;
use portulan_model::means::calls::Call;
use portulan_model::means::examination::{
    Examination, Finding, Grid, Panel, Question, Said, Scoring,
};
use portulan_model::proposals::Prose;
use portulan_model::{ApplicationId, Slug};
use portulan_policy::actions::{DecideApplications, Examine, Score};
use portulan_policy::{Action, Capability};

use super::{ExamError, change};
use crate::App;
use crate::import::author;
use crate::means::calls::{self, Told};
use crate::roadmaps::body_of;

/// What somebody says, now.
pub(super) fn said<A: Action>(app: &App, may: &Capability<A>, why: Prose) -> Said {
    Said {
        by: author(may.actor()),
        at: app.now(),
        why,
    }
}

/// Says whether an application is admissible, or eligible.
pub async fn find(
    app: &App,
    may: &Capability<Examine>,
    of: (&Slug, ApplicationId),
    (what, holds, why): (Question, bool, Prose),
) -> Result<(), ExamError> {
    let said = said(app, may, why);
    let found = Finding { holds, said };
    change(
        app,
        may,
        of,
        (what.slug(), |one, _panel| one.find(what, found)),
    )
    .await
}

/// Keeps a note with those who examine.
pub async fn note(
    app: &App,
    may: &Capability<Examine>,
    of: (&Slug, ApplicationId),
    text: Prose,
) -> Result<(), ExamError> {
    let said = said(app, may, text);
    change(app, may, of, ("note", |one, _panel| one.note(said))).await
}

/// Marks an application.
pub async fn score(
    app: &App,
    may: &Capability<Score>,
    of: (&Slug, ApplicationId),
    points: BTreeMap<u32, u8>,
) -> Result<(), ExamError> {
    let scoring = Scoring {
        by: author(may.actor()),
        at: app.now(),
        points,
    };
    change(
        app,
        may,
        of,
        ("marked", |one, panel| one.score(&panel.grid, scoring)),
    )
    .await
}

/// Says that one is near to who asks: one marks it no more.
pub async fn declare(
    app: &App,
    may: &Capability<Score>,
    of: (&Slug, ApplicationId),
    why: Prose,
) -> Result<(), ExamError> {
    let said = said(app, may, why);
    change(app, may, of, ("conflict", |one, _panel| one.declare(said))).await
}

/// Writes the grid of a call, as long as nothing was marked on it.
pub async fn set_grid(
    app: &App,
    may: &Capability<DecideApplications>,
    call: &Slug,
    grid: Grid,
) -> Result<(), ExamError> {
    let mut write = app.store().begin_governance(may).await?;
    let found: Option<Call> = write.take_call(call).await?;
    let call = calls::of(body_of(may)?, call, found)?;
    let known = write.kept_one::<Panel>(&call.slug).await?;
    let mut panel = known.unwrap_or_else(|| Panel::empty(call.slug.clone()));
    if panel.grid == grid {
        return Ok(());
    }
    let all = write.kept_of::<Examination>(&call.slug).await?;
    if all.iter().any(|one| !one.scored.is_empty()) {
        return Err(ExamError::GridUsed);
    }
    panel.grid = grid;
    let told = Told {
        call: &call,
        deed: Deed::Updated,
        what: "grid",
        before: None,
        after: calls::json(&panel),
    };
    let line = calls::entry(app, may.actor(), told);
    write.keep_told(&panel, &line).await?;
    write.commit().await?;
    Ok(())
}
