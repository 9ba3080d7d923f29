//! Contents that no file names are taken away, a day after they were written; files without their content are named.
//!
//! Only the installation whose mark is there takes anything away: one that was read from a copy, for a trial, does not know of
//! what came after the copy. Ages are those of the disk or of the store, so they are told by the machine's clock.

use std::collections::HashSet;
use std::sync::atomic::Ordering;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_policy::Capability;
use portulan_policy::actions::Diagnose;
use portulan_store::{ContentDigest, KeptFile};

use super::{Files, Lost, MARK};
use crate::{App, Clock as _, Error, SystemClock};

/// How long a content that no file names stays: longer than any writing of a file lasts.
pub const GRACE: TimeDelta = TimeDelta::days(1);
/// How often they are looked for.
const EVERY: TimeDelta = TimeDelta::hours(6);

/// What a sweep did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Contents that files name.
    pub named: usize,
    /// Contents that no file names, and that stay for now.
    pub young: usize,
    /// Contents that went.
    pub removed: usize,
    /// Whether contents there are another installation's: then none goes.
    pub foreign: bool,
}

/// Sweeps, where the last time was long enough ago on this node.
pub(crate) async fn keep(app: &App) -> Result<(), Error> {
    if matches!(app.files(), Files::Database) {
        return Ok(());
    }
    let now = SystemClock.now();
    let last = app.swept().load(Ordering::Relaxed);
    if now.timestamp_millis() < last.saturating_add(EVERY.num_milliseconds()) {
        return Ok(());
    }
    let swept = sweep(app, now).await?;
    if swept.foreign {
        tracing::warn!(
            "contents of files are marked as another installation's: none is taken away"
        );
    }
    app.swept().store(now.timestamp_millis(), Ordering::Relaxed);
    if swept.removed > 0 {
        tracing::info!(swept.removed, "contents that no file names were taken away");
    }
    Ok(())
}

/// Takes away the contents that no file names, [`GRACE`] after they were written.
///
/// What is there is listed first, and the names are read after: a file that is written meanwhile wrote its content again,
/// which is young from then on.
pub async fn sweep(app: &App, now: DateTime<Utc>) -> Result<Swept, Error> {
    let files = app.files();
    if matches!(files, Files::Database) {
        return Ok(Swept::default());
    }
    let own = own_mark(app).await?;
    let mark = files.mark().await?;
    if mark.is_none() {
        // What is there may be older than the mark: nothing goes this time.
        files.write(MARK.to_owned(), own.as_bytes()).await?;
    }
    let ours = mark.as_ref() == Some(&own);
    let there = files.list().await?;
    let kept = app.store().attachments().await?;
    let named: HashSet<ContentDigest> = kept.iter().map(|one| one.digest).collect();
    let mut swept = Swept {
        foreign: mark.is_some() && !ours,
        ..Swept::default()
    };
    for found in there {
        if named.contains(&found.digest) {
            swept.named += 1;
        } else if !ours || now - found.written < GRACE {
            swept.young += 1;
        } else {
            files.remove(found.digest).await?;
            swept.removed += 1;
        }
    }
    Ok(swept)
}

/// Whether the contents that are there are marked as another installation's.
pub(crate) async fn is_foreign(app: &App) -> Result<bool, Error> {
    let mark = app.files().mark().await?;
    match mark {
        None => Ok(false),
        Some(mark) => Ok(mark != own_mark(app).await?),
    }
}

/// What tells this installation from any other.
async fn own_mark(app: &App) -> Result<String, Error> {
    let mut drawn = [0; 8];
    app.chance().fill(&mut drawn);
    let mark = app.store().contents_mark(i64::from_le_bytes(drawn)).await?;
    Ok(format!("{mark:x}"))
}

/// How many files there are, and those whose content is not to be had. Each content is read whole and summed.
pub async fn read_all(
    app: &App,
    _may: &Capability<Diagnose>,
) -> Result<(usize, Vec<(KeptFile, Lost)>), Error> {
    let all = app.store().attachments().await?;
    let (count, mut lost) = (all.len(), Vec::new());
    for kept in all {
        let read = if kept.here {
            let found = app.store().attachment(kept.file.id).await?;
            let content = found.and_then(|(_, content)| content);
            content.map_or(Err(Lost::Missing), |bytes| super::whole(kept.digest, bytes))
        } else {
            app.files().get(kept.digest).await?
        };
        if let Err(why) = read {
            lost.push((kept, why));
        }
    }
    Ok((count, lost))
}

/// How many files there are, and the names of those whose content is not there: contents are listed, not read.
pub(crate) async fn absent(app: &App) -> Result<(usize, Vec<String>), Error> {
    let all = app.store().attachments().await?;
    let elsewhere = all.iter().filter(|one| !one.here);
    let there = match elsewhere.clone().next() {
        Some(_) => app.files().list().await?,
        None => Vec::new(),
    };
    let there: HashSet<ContentDigest> = there.into_iter().map(|one| one.digest).collect();
    let absent = elsewhere.filter(|one| !there.contains(&one.digest));
    let names = absent.map(|one| format!("{} ({})", one.file.name, one.owner));
    Ok((all.len(), names.collect()))
}

/// Whether what was written then is a day old.
pub(super) fn is_old(written: DateTime<Utc>) -> bool {
    SystemClock.now() - written >= GRACE
}
