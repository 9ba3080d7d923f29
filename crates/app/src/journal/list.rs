//! The list of persons erased, in a file kept beside the copies: a copy made before an erasure does not know of it.
//!
//! Lines are only ever added, so that the list outlives the database. What it holds and the database does not, after a
//! copy was read back, is erased again.

use std::collections::HashSet;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use portulan_model::PersonId;
use portulan_model::journal::Erasure;
use portulan_policy::actions::{Backup, Restore};
use portulan_policy::{Actor, Capability, Node, allow};

use crate::{App, Error};

/// How often the list is compared with the database.
const EVERY: Duration = Duration::from_secs(10);

/// Reads a list: one JSON object a line.
pub fn read(file: &Path) -> Result<Vec<Erasure>, Error> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Error::NotFound(format!("{} : {error}", file.display())))?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let read = lines.enumerate().map(|(index, line)| {
        serde_json::from_str(line).map_err(|error| {
            Error::Conflict(format!("{}, {} : {error}", file.display(), index + 1))
        })
    });
    read.collect()
}

/// Adds to a list the persons erased that it does not hold yet; gives how many it holds.
pub async fn complete(
    app: &App,
    capability: &Capability<Backup>,
    file: &Path,
) -> Result<usize, Error> {
    let listed = read_or_none(file)?.into_iter();
    let known: HashSet<_> = listed.map(|erasure| erasure.person).collect();
    let mut missing = app.store().erasures(capability).await?;
    missing.retain(|erasure| !known.contains(&erasure.person));
    if !missing.is_empty() {
        add(file, &missing)?;
    }
    Ok(known.len() + missing.len())
}

/// Erases again the persons of a list that the database does not know as erased; gives how many.
pub async fn replay(
    app: &App,
    capability: &Capability<Restore>,
    erasures: &[Erasure],
) -> Result<u64, Error> {
    let done = app
        .store()
        .replay_erasures(capability, erasures, app.now())
        .await?;
    if done > 0 {
        super::settle_soon(app).await;
    }
    Ok(done)
}

/// Keeps a list for ever: first erases again what the database forgot, then adds what it erased.
pub async fn keep(app: Arc<App>, file: PathBuf) {
    let mut ticks = tokio::time::interval(EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = once(&app, &file).await {
            tracing::error!(%error, "the list of erasures could not be kept");
        }
    }
}

async fn once(app: &App, file: &Path) -> Result<(), Error> {
    let reading = allow(&Actor::Job("erasures"), &Node::Installation)?;
    let writing = allow(&Actor::Job("erasures"), &Node::Installation)?;
    let mut missing = read_or_none(file)?;
    let known = known(app, &reading).await?;
    missing.retain(|erasure| !known.contains(&erasure.person));
    if !missing.is_empty() {
        replay(app, &writing, &missing).await?;
    }
    complete(app, &reading, file).await?;
    Ok(())
}

/// Who is erased, as the database knows it.
pub(crate) async fn known(
    app: &App,
    capability: &Capability<Backup>,
) -> Result<HashSet<PersonId>, Error> {
    let erasures = app.store().erasures(capability).await?;
    Ok(erasures.into_iter().map(|erasure| erasure.person).collect())
}

fn read_or_none(file: &Path) -> Result<Vec<Erasure>, Error> {
    match file.try_exists() {
        Ok(false) => Ok(Vec::new()),
        _ => read(file),
    }
}

/// On the disk when this returns.
fn add(file: &Path, erasures: &[Erasure]) -> Result<(), Error> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Error::NotFound(format!("{} : {error}", file.display())),
        _ => Error::internal("list of erasures", error),
    };
    let mut text = String::new();
    for erasure in erasures {
        let line = serde_json::to_string(erasure)
            .map_err(|error| Error::internal("list of erasures", error))?;
        text.push_str(&line);
        text.push('\n');
    }
    let opened = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(file);
    let mut opened = opened.map_err(failed)?;
    opened.write_all(text.as_bytes()).map_err(failed)?;
    opened.sync_all().map_err(failed)
}
