//! `/exploitation/moissonnages`: the runs of sources: how far they are, how they ended, and what waits for a word.

use std::collections::HashMap;
use std::time::Duration;

use askama::Template;
use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::{Error, harvest, sources};
use portulan_i18n::{Words, number};
use portulan_model::harvest::{Run, RunFailure, RunState};
use portulan_model::{RunId, Slug};
use portulan_policy::Action as _;
use portulan_policy::actions::{ReviewLinks, RunHarvest};

use super::{addresses, reach};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::page::{Page, html};

/// How long an answer waits for places to be written; their page follows them after that.
const PATIENCE: Duration = Duration::from_secs(3);

#[derive(Template)]
#[template(path = "operator/runs.html")]
struct ListPage {
    page: Page,
    runs: Vec<RunRow>,
    /// Whether this is not the first page.
    behind: bool,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "operator/run.html")]
struct RunPage {
    page: Page,
    row: RunRow,
    working: bool,
    waiting: Option<String>,
    /// Whether whoever looks may say what becomes of it.
    decides: bool,
    /// What happened, and what to do.
    failure: Option<String>,
    verdict: Option<String>,
    figures: Vec<Figure>,
    rules: Vec<Group>,
    report: Option<String>,
    corrections: Option<String>,
    differences: Option<String>,
    queue: Option<(String, String)>,
    again: String,
}

/// A count and its words.
struct Figure {
    count: String,
    words: String,
}

/// Rules of one severity.
struct Group {
    title: String,
    rules: Vec<Rule>,
}

struct Rule {
    count: String,
    words: String,
    address: String,
}

/// How a state looks.
pub(super) struct Badge {
    pub(super) class: &'static str,
    pub(super) words: String,
}

/// A run in a table.
pub(super) struct RunRow {
    pub(super) address: String,
    pub(super) source: String,
    pub(super) source_address: String,
    pub(super) file: String,
    pub(super) when: String,
    pub(super) badge: Badge,
    pub(super) summary: String,
}

/// The names of the sources that somebody may read. One that was forgotten goes by its identifier.
pub(super) struct Names(HashMap<Slug, String>);

impl Names {
    pub(super) async fn read(desk: &Desk) -> Result<Self, Refused> {
        let known = sources::seen_by(desk.app(), desk.actor()).await?;
        let named = known
            .into_iter()
            .map(|one| (one.source.slug, one.source.name));
        Ok(Self(named.collect()))
    }

    fn of(&self, slug: &Slug) -> String {
        let known = self.0.get(slug).cloned();
        known.unwrap_or_else(|| slug.to_string())
    }
}

impl RunRow {
    pub(super) fn of(desk: &Desk, names: &Names, run: &Run) -> Self {
        Self {
            address: addresses::run(run.id),
            source: names.of(&run.source),
            source_address: addresses::source(&run.source),
            file: run.file.clone(),
            when: desk.instant(run.finished.unwrap_or(run.started)),
            badge: badge(desk.words(), &run.state),
            summary: summary(desk.words(), run),
        }
    }
}

/// The mark and the word of a state.
pub(super) fn badge(words: Words, state: &RunState) -> Badge {
    let class = match state {
        RunState::Done | RunState::Approved(_) => "is-open",
        RunState::Running(_) | RunState::Quarantined => "is-doubtful",
        RunState::Failed(_) => "is-unknown",
        RunState::NothingNew | RunState::Abandoned(_) => "is-closed",
    };
    Badge {
        class,
        words: words.get(&format!("run-{}", state.slug())),
    }
}

fn summary(words: Words, run: &Run) -> String {
    match &run.state {
        RunState::Running(progress) => words.with(
            &format!("run-phase-{}", progress.phase.slug()),
            &[("rows", progress.rows.into())],
        ),
        RunState::Failed(failure) => words.get(&format!("run-failed-{}", failure.slug())),
        RunState::NothingNew => words.get("run-nothing-new-text"),
        _ => words.with(
            "run-summary",
            &[
                ("created", run.counts.created.into()),
                ("updated", run.counts.updated.into()),
                ("gone", run.counts.gone.into()),
            ],
        ),
    }
}

/// `GET /exploitation/moissonnages`.
pub(super) async fn list(desk: Desk) -> Result<Response, Refused> {
    let page = desk.page_number();
    let runs = harvest::runs_seen_by(desk.app(), desk.actor(), page).await?;
    let names = Names::read(&desk).await?;
    let more = runs.len() == harvest::RUNS_A_PAGE;
    Ok(html(&ListPage {
        page: desk.page(desk.words().get("runs-title"), "moissonnages"),
        runs: runs
            .iter()
            .map(|run| RunRow::of(&desk, &names, run))
            .collect(),
        behind: page > 0,
        next: more.then(|| format!("{}?page={}", addresses::RUNS, page.saturating_add(1))),
    }))
}

/// `GET /exploitation/moissonnages/{id}`. With `attendre`, the answer waits a little for a run at work: the page of a
/// short run is then the page of its end.
pub(super) async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let id: RunId = named(&id)?;
    let may = reach::run(&desk, id).await?;
    let mut run = harvest::run(desk.app(), &may, id).await?;
    for _ in 0..8 {
        if !matches!(run.state, RunState::Running(_)) || desk.visit.value("attendre").is_none() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
        run = harvest::run(desk.app(), &may, id).await?;
    }
    let names = Names::read(&desk).await?;
    let decides = reach::run::<RunHarvest>(&desk, id).await.is_ok();
    Ok(html(&page(&desk, &names, &run, decides)))
}

fn page(desk: &Desk, names: &Names, run: &Run, decides: bool) -> RunPage {
    let words = desk.words();
    let address = addresses::run(run.id);
    let row = RunRow::of(desk, names, run);
    let title = words.with(
        "run-title",
        &[
            ("source", row.source.as_str().into()),
            ("date", row.when.as_str().into()),
        ],
    );
    let reviews = desk.actor().may_somewhere(ReviewLinks::NAME);
    let there = |pages: usize, part: &str| (pages > 0).then(|| format!("{address}/{part}"));
    RunPage {
        page: desk.page(title, "moissonnages"),
        working: matches!(run.state, RunState::Running(_)),
        waiting: (run.state == RunState::Quarantined).then(|| waiting(words, run)),
        decides,
        failure: match &run.state {
            RunState::Failed(failure) => Some(failed(words, failure)),
            _ => None,
        },
        verdict: match &run.state {
            RunState::Approved(verdict) | RunState::Abandoned(verdict)
                if !verdict.reason.is_empty() =>
            {
                Some(words.with("run-verdict", &[("reason", verdict.reason.as_str().into())]))
            }
            _ => None,
        },
        figures: figures(desk, run),
        rules: rules(desk, run),
        report: there(run.report_pages, "rapport"),
        corrections: there(run.report_pages, "corrections.csv"),
        differences: there(run.diff_pages, "differences"),
        queue: (run.counts.to_review > 0 && reviews).then(|| {
            let told = words.with("run-queue", &[("n", run.counts.to_review.into())]);
            (addresses::QUEUE.to_owned(), told)
        }),
        again: format!("{address}?attendre=1"),
        row,
    }
}

fn waiting(words: Words, run: &Run) -> String {
    words.with(
        "run-quarantined-text",
        &[
            ("updated", run.counts.updated.into()),
            ("gone", run.counts.gone.into()),
            ("before", run.before.into()),
        ],
    )
}

fn failed(words: Words, failure: &RunFailure) -> String {
    match failure {
        RunFailure::Fetch(told) | RunFailure::File(told) => {
            words.with("run-failed-why", &[("why", words.told(told).into())])
        }
        RunFailure::Interrupted => words.get("run-failed-interrupted-text"),
        RunFailure::Internal(detail) => words.with(
            "run-failed-internal-text",
            &[("detail", detail.as_str().into())],
        ),
    }
}

/// What became of the rows. Zeros are said only where they reassure.
fn figures(desk: &Desk, run: &Run) -> Vec<Figure> {
    let counts = &run.counts;
    if counts.rows == 0 {
        return Vec::new();
    }
    let always = [
        ("run-rows", counts.rows),
        ("run-created", counts.created),
        ("run-updated", counts.updated),
        ("run-unchanged", counts.unchanged),
        ("run-gone", counts.gone),
        ("run-rejected", counts.rejected),
    ];
    let more = [
        ("run-held", counts.held),
        ("run-merged", counts.merged),
        ("run-to-review", counts.to_review),
    ];
    let more = more.into_iter().filter(|(_, count)| *count > 0);
    let figure = |(id, count): (&str, usize)| Figure {
        count: written(desk, count),
        words: desk.words().with(id, &[("n", count.into())]),
    };
    always.into_iter().chain(more).map(figure).collect()
}

fn written(desk: &Desk, count: usize) -> String {
    number(desk.visit.lang, u64::try_from(count).unwrap_or(u64::MAX))
}

/// What the rules said, the gravest first.
fn rules(desk: &Desk, run: &Run) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let words = desk.words();
    let mut last = None;
    for one in &run.rules {
        if last != Some(one.severity) {
            groups.push(Group {
                title: words.get(&format!("severity-{}", one.severity.slug())),
                rules: Vec::new(),
            });
            last = Some(one.severity);
        }
        let rule = Rule {
            count: written(desk, one.count),
            words: super::report::rule(words, &one.rule),
            address: format!(
                "{}/rapport?regle={}&gravite={}",
                addresses::run(run.id),
                one.rule,
                one.severity.slug()
            ),
        };
        if let Some(group) = groups.last_mut() {
            group.rules.push(rule);
        }
    }
    groups
}

/// Why a person takes a run in, or leaves it.
#[derive(serde::Deserialize)]
pub(super) struct Word {
    #[serde(default)]
    motif: String,
}

/// `POST /exploitation/moissonnages/{id}/accepter`.
pub(super) async fn approve(
    desk: Desk,
    Path(id): Path<String>,
    Form(word): Form<Word>,
) -> Result<Response, Refused> {
    let id = named(&id)?;
    let may = reach::run(&desk, id).await?;
    let approval = harvest::approve(desk.app(), &may, id, word.motif.trim());
    match tokio::time::timeout(PATIENCE, approval).await {
        Ok(taken) => decided(id, taken, "run-approved"),
        Err(_still_at_work) => Ok(done(&addresses::run(id), "run-approving")),
    }
}

/// `POST /exploitation/moissonnages/{id}/abandonner`.
pub(super) async fn abandon(
    desk: Desk,
    Path(id): Path<String>,
    Form(word): Form<Word>,
) -> Result<Response, Refused> {
    let id = named(&id)?;
    let may = reach::run(&desk, id).await?;
    let left = harvest::abandon(desk.app(), &may, id, word.motif.trim()).await;
    decided(id, left, "run-abandoned")
}

/// Goes back to the run. One that waits no more was decided before, and its page says how: pressing twice is harmless.
fn decided(id: RunId, result: Result<Run, Error>, note: &str) -> Result<Response, Refused> {
    let note = match result {
        Ok(_) => note,
        Err(Error::Conflict(_)) => "already-decided",
        Err(error) => return Err(error.into()),
    };
    Ok(done(&addresses::run(id), note))
}
