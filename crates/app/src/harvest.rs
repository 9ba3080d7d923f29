//! Runs of sources: a file comes in, its rows become records, the records are set against what the source gave before,
//! and all of it is written in one transaction, or nothing is.
//!
//! A run works in a task of its own; who asks sees how far it is. One that would delete or change more than the limit
//! of its source keeps its records aside and waits for a person. One that was killed is found by its silence.

mod listing;
mod origin;
mod pages;
mod reading;
mod schedule;
mod stage;
mod take;
mod verdict;

use std::collections::HashMap;
use std::io::Write as _;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::TimeDelta;
use portulan_model::harvest::{
    KnownSource, Phase, Progress, Run, RunCounts, RunFailure, RunState, Source,
};
use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::{PlaceId, RunId, Slug};
use portulan_policy::actions::RunHarvest;
use portulan_policy::{Actor, Capability, Node, allow};
use portulan_store::{Turn, Write};
use sha2::{Digest, Sha256};
use tokio::task::JoinHandle;

use crate::clock::draw;
use crate::import::author;
use crate::{App, Error};
use origin::Origin;
use stage::Staged;

pub use listing::{RUNS_A_PAGE, run, runs, runs_seen_by, target};
pub use reading::{Lines, Which, diff, lines, report};
pub use schedule::{keep_schedules, run_due};
pub use verdict::{abandon, approve};

/// How often a run says that it lives.
const BEAT_EVERY: Duration = Duration::from_secs(5);
/// A silence after which a run is taken for dead.
const SILENCE: TimeDelta = TimeDelta::seconds(60);

/// A file to take in.
pub struct Given {
    /// Its name, which helps to tell its shape.
    pub name: String,
    /// Its content.
    pub reader: Box<dyn std::io::Read + Send>,
    /// What its server said of it.
    pub etag: Option<String>,
}

/// How far the runs of this node are.
#[derive(Default)]
pub(crate) struct Live(Mutex<HashMap<RunId, Progress>>);

impl Live {
    fn set(&self, id: RunId, progress: Progress) {
        self.lock().insert(id, progress);
    }

    fn get(&self, id: RunId) -> Option<Progress> {
        self.lock().get(&id).copied()
    }

    fn end(&self, id: RunId) {
        self.lock().remove(&id);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<RunId, Progress>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts a run in a task of its own and names it. Refused while another run of the source is at work.
pub async fn start(
    app: &Arc<App>,
    capability: Capability<RunHarvest>,
    source: &Slug,
    given: Given,
) -> Result<RunId, Error> {
    let known = crate::sources::to_run(app, &capability, source).await?;
    let begun = launch(app, capability, known, Origin::Hands(given), Turn::Asked).await?;
    Ok(begun.0)
}

/// Starts a run of a source that has an address: its list is asked for there, and the run ends with nothing new when it
/// still is the one of before.
pub async fn start_from_address(
    app: &Arc<App>,
    capability: Capability<RunHarvest>,
    source: &Slug,
) -> Result<RunId, Error> {
    let known = crate::sources::to_run(app, &capability, source).await?;
    let origin = Origin::address(app, &known)?;
    let begun = launch(app, capability, known, origin, Turn::Asked).await?;
    Ok(begun.0)
}

/// A run that is worked at on this node, for as long as this is kept: whatever ends the work ends the progress too.
struct Alive {
    app: Arc<App>,
    id: RunId,
}

impl Alive {
    fn begin(app: &Arc<App>, id: RunId, progress: Progress) -> Self {
        app.live().set(id, progress);
        let app = Arc::clone(app);
        Self { app, id }
    }
}

impl Drop for Alive {
    fn drop(&mut self) {
        self.app.live().end(self.id);
    }
}

/// Begins a run and works at it in a task of its own.
async fn launch(
    app: &Arc<App>,
    capability: Capability<RunHarvest>,
    known: KnownSource,
    origin: Origin,
    turn: Turn,
) -> Result<(RunId, JoinHandle<()>), Error> {
    let run = begin(app, &capability, &known, origin.name(), turn).await?;
    let id = run.id;
    let app = Arc::clone(app);
    let works = tokio::spawn(async move {
        let _alive = Alive::begin(&app, id, Progress::START);
        if let Err(error) = work(&app, &capability, known, run, origin).await {
            tracing::error!(%error, "a run did not come to its end");
        }
    });
    Ok((id, works))
}

async fn begin(
    app: &App,
    capability: &Capability<RunHarvest>,
    known: &KnownSource,
    file: String,
    turn: Turn,
) -> Result<Run, Error> {
    let (millis, random) = draw(app.now(), app.chance());
    let run = Run {
        id: RunId::from_parts(millis, random),
        source: known.source.slug.clone(),
        by: author(capability.actor()),
        started: app.now(),
        finished: None,
        state: RunState::Running(Progress::START),
        counts: RunCounts::default(),
        file,
        hash: None,
        etag: None,
        before: 0,
        rules: Vec::new(),
        report_pages: 0,
        diff_pages: 0,
    };
    let entry = entry(app, &run, run.by.clone(), Deed::Created, "begun");
    let begun = app.store().begin_turn(capability, &run, &entry, turn);
    if begun.await? {
        app.live().set(run.id, Progress::START);
        Ok(run)
    } else {
        Err(Error::Conflict(format!(
            "a run of {} is at work",
            run.source
        )))
    }
}

/// The whole of a run; whatever stops it ends as its state.
async fn work(
    app: &Arc<App>,
    capability: &Capability<RunHarvest>,
    known: KnownSource,
    mut run: Run,
    origin: Origin,
) -> Result<(), Error> {
    let outcome = match stage_alive(app, &known, &mut run, origin).await {
        Ok(None) => {
            let ended = nothing_new(app, capability, &known.source, &mut run).await;
            ended.map(|()| Vec::new())
        }
        Ok(Some(staged)) => {
            app.live()
                .set(run.id, phase(Phase::Writing, run.counts.rows));
            take::first(app, capability, &known.source, &mut run, staged).await
        }
        Err(failure) => return end(app, capability, &mut run, RunState::Failed(failure)).await,
    };
    match outcome {
        Ok(to_link) => link(app, capability, &mut run, &to_link).await,
        Err(error) => {
            let failure = RunFailure::Internal(error.to_string());
            run.counts = RunCounts::default();
            end(app, capability, &mut run, RunState::Failed(failure)).await
        }
    }
}

/// Compares the places that changed with all others. The run is over: a failure here loses nothing of it.
async fn link(
    app: &App,
    capability: &Capability<RunHarvest>,
    run: &mut Run,
    to_link: &[PlaceId],
) -> Result<(), Error> {
    app.live().set(run.id, phase(Phase::Linking, to_link.len()));
    app.refresh().await?;
    if to_link.is_empty() {
        return Ok(());
    }
    let linked = crate::review::relink(app, to_link).await?;
    run.counts.merged = linked.merged;
    run.counts.to_review = linked.to_review;
    let mut write = app.store().begin_harvest(capability).await?;
    write.recount(run).await?;
    write.commit().await?;
    Ok(())
}

/// Waits for the turn to write, and shows meanwhile that the run lives. Both wait at once: on SQLite the beat queues
/// behind the write that it is about.
async fn begin_alive(
    app: &App,
    capability: &Capability<RunHarvest>,
    run: &Run,
) -> Result<Write, Error> {
    let mut begin = pin!(app.store().begin_harvest(capability));
    loop {
        let beat = async {
            tokio::time::sleep(BEAT_EVERY).await;
            app.store().beat(run, app.now()).await
        };
        tokio::select! {
            write = &mut begin => return Ok(write?),
            beaten = beat => if let Err(error) = beaten {
                tracing::warn!(%error, "a run that waits for its turn could not say that it lives");
            },
        }
    }
}

pub(crate) const fn phase(phase: Phase, rows: usize) -> Progress {
    Progress {
        phase,
        rows,
        of: None,
    }
}

/// Gets and reads the file on a thread while the run gives signs of life. Nothing when it is the file of before.
async fn stage_alive(
    app: &Arc<App>,
    known: &KnownSource,
    run: &mut Run,
    origin: Origin,
) -> Result<Option<Staged>, RunFailure> {
    let internal = |error: &dyn std::error::Error| RunFailure::Internal(error.to_string());
    let (worker, source, id) = (Arc::clone(app), known.source.clone(), run.id);
    let last = known.last_file.clone();
    let today = app.now().date_naive();
    let mut reading = tokio::task::spawn_blocking(move || {
        let Some(given) = origin.open()? else {
            return Ok(None);
        };
        let (name, etag) = (given.name.clone(), given.etag.clone());
        let file = stage::spool(given, &source)?;
        let here = (name, etag, file.hash.clone());
        if last.as_deref() == Some(file.hash.as_str()) {
            return Ok(Some((here, None)));
        }
        let reference = Arc::clone(&worker.directory().reference);
        let tell = |rows| worker.live().set(id, phase(Phase::Reading, rows));
        let staged = stage::read(file, &source, &reference, today, &tell)?;
        Ok(Some((here, Some(staged))))
    });
    loop {
        match tokio::time::timeout(BEAT_EVERY, &mut reading).await {
            Ok(done) => {
                let Some((here, staged)) = done.map_err(|error| internal(&error))?? else {
                    return Ok(None);
                };
                (run.file, run.etag, run.hash) = (here.0, here.1, Some(here.2));
                return Ok(staged);
            }
            Err(_still_reading) => {
                let live = app.live().get(run.id).unwrap_or(Progress::START);
                run.state = RunState::Running(live);
                let lives = app.store().beat(run, app.now()).await;
                if !lives.map_err(|error| internal(&error))? {
                    return Err(RunFailure::Interrupted);
                }
            }
        }
    }
}

/// Writes the end of a run that changes no place.
async fn end(
    app: &App,
    capability: &Capability<RunHarvest>,
    run: &mut Run,
    state: RunState,
) -> Result<(), Error> {
    let mut write = app.store().begin_harvest(capability).await?;
    run.state = state;
    run.finished = Some(app.now());
    let entry = entry(app, run, run.by.clone(), Deed::Updated, run.state.slug());
    write
        .end_run(&RunState::Running(Progress::START), run, &entry)
        .await?;
    write.commit().await?;
    Ok(())
}

/// Writes the end of a run whose file is the one of before.
async fn nothing_new(
    app: &App,
    capability: &Capability<RunHarvest>,
    source: &Source,
    run: &mut Run,
) -> Result<(), Error> {
    if let (Some(etag), Some(hash)) = (run.etag.as_deref(), run.hash.as_deref()) {
        // The same file under another mark: next time the mark is enough.
        let mut write = app.store().begin_harvest(capability).await?;
        write
            .source_was_read(source, Some(etag), Some(hash))
            .await?;
        write.commit().await?;
    }
    end(app, capability, run, RunState::NothingNew).await
}

/// A line of the journal about a run.
pub(crate) fn entry(app: &App, run: &Run, by: Author, deed: Deed, reason: &str) -> Entry {
    Entry {
        at: app.now(),
        author: by,
        behalf: None,
        subject: None,
        object: format!("moissonnage-{}", run.id),
        deed,
        reason: reason.to_owned(),
        request: request(run),
        before: None,
        after: serde_json::to_string(run).ok(),
    }
}

pub(crate) fn request(run: &Run) -> String {
    format!("harvest-{}", run.id)
}

/// Ends the runs that have been silent for long: whatever worked at them is gone, and nothing of it was written.
pub async fn sweep(app: &App) -> Result<usize, Error> {
    let capability = allow::<RunHarvest>(&Actor::Job("harvest"), &Node::Installation)?;
    let since = app
        .now()
        .checked_sub_signed(SILENCE)
        .unwrap_or_else(|| app.now());
    let mut swept = 0;
    for mut run in app.store().stale_runs(since).await? {
        end(
            app,
            &capability,
            &mut run,
            RunState::Failed(RunFailure::Interrupted),
        )
        .await?;
        swept += 1;
    }
    Ok(swept)
}

pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    digits
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

/// Copies and hashes at once.
fn copy_hashed(
    from: &mut dyn std::io::Read,
    to: &mut std::fs::File,
    hash: &mut Sha256,
) -> std::io::Result<()> {
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = from.read(&mut buffer)?;
        let Some(part) = buffer.get(..read).filter(|part| !part.is_empty()) else {
            return Ok(());
        };
        hash.update(part);
        to.write_all(part)?;
    }
}
