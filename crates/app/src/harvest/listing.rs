//! Runs to be read: one, those of a source, those that somebody may see. A run is reached through its source.

use portulan_model::harvest::{Run, RunState};
use portulan_model::{RunId, Slug};
use portulan_policy::actions::{ReadHarvest, RunHarvest};
use portulan_policy::{Action, Actor, Capability, Node, Target, allow};

use crate::{App, Error, rights, sources};

/// Runs on one page.
pub const RUNS_A_PAGE: usize = 50;

/// A run among the nodes of the policy: its source, or the installation where the source was forgotten; `None` when there
/// is no such run.
pub async fn target(app: &App, id: RunId) -> Result<Option<Target>, Error> {
    match app.store().run(&sources::to_find()?, id).await? {
        Some(run) => Ok(Some(
            sources::target_or_installation(app, &run.source).await?,
        )),
        None => Ok(None),
    }
}

/// One run, with its progress of this instant: a run whose places are still compared is at work.
pub async fn run(app: &App, capability: &Capability<ReadHarvest>, id: RunId) -> Result<Run, Error> {
    find(app, capability, id).await
}

/// A run on which a person has a word to say.
pub(super) async fn to_judge(
    app: &App,
    capability: &Capability<RunHarvest>,
    id: RunId,
) -> Result<Run, Error> {
    find(app, capability, id).await
}

async fn find<A: Action>(app: &App, capability: &Capability<A>, id: RunId) -> Result<Run, Error> {
    let found = app.store().run(&sources::to_find()?, id).await?;
    let mut run = found.ok_or_else(|| Error::NotFound(format!("run {id}")))?;
    sources::covered(app, capability, &run.source).await?;
    show_progress(app, &mut run);
    Ok(run)
}

/// A run is over once its places were compared with the others, though they are written before.
fn show_progress(app: &App, run: &mut Run) {
    let Some(live) = app.live().get(run.id) else {
        return;
    };
    // Written and not yet compared, or accepted and not yet written, it is still at work.
    let at_work = matches!(
        run.state,
        RunState::Running(_) | RunState::Quarantined | RunState::Done | RunState::Approved(_)
    );
    if at_work {
        run.state = RunState::Running(live);
    }
}

/// Runs of a source or of all, newest first, [`RUNS_A_PAGE`] a page, from page 0.
pub async fn runs(
    app: &App,
    capability: &Capability<ReadHarvest>,
    source: Option<&Slug>,
    page: usize,
) -> Result<Vec<Run>, Error> {
    match source {
        Some(slug) => sources::covered(app, capability, slug).await?,
        None => rights::covers(capability, &Node::Installation.into())?,
    }
    let skip = page.saturating_mul(RUNS_A_PAGE);
    read(app, capability, source, skip, RUNS_A_PAGE).await
}

/// Runs of all the sources that an actor may read, newest first, [`RUNS_A_PAGE`] a page, from page 0.
pub async fn runs_seen_by(app: &App, actor: &Actor, page: usize) -> Result<Vec<Run>, Error> {
    if let Ok(all) = allow::<ReadHarvest>(actor, &Node::Installation) {
        return runs(app, &all, None, page).await;
    }
    let skip = page.saturating_mul(RUNS_A_PAGE);
    let directory = app.directory();
    let mut found = Vec::new();
    for known in sources::seen_by(app, actor).await? {
        let source = &known.source;
        let capability = allow::<ReadHarvest>(actor, rights::source(&directory, source))?;
        let most = skip.saturating_add(RUNS_A_PAGE);
        found.extend(read(app, &capability, Some(&source.slug), 0, most).await?);
    }
    found.sort_by_key(|run| std::cmp::Reverse(run.id));
    Ok(found.into_iter().skip(skip).take(RUNS_A_PAGE).collect())
}

async fn read(
    app: &App,
    capability: &Capability<ReadHarvest>,
    source: Option<&Slug>,
    skip: usize,
    most: usize,
) -> Result<Vec<Run>, Error> {
    let number = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    let runs = app
        .store()
        .runs(capability, source, number(skip), number(most));
    let mut runs = runs.await?;
    for run in &mut runs {
        show_progress(app, run);
    }
    Ok(runs)
}
