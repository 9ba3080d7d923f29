//! The journal: sealed by a job, verified, read object by object, given whole, and emptied of persons who are erased.

mod changes;
mod export;
pub mod list;

use std::time::Duration;

use portulan_model::PersonId;
use portulan_model::journal::{Deed, Entry, Line, Personal, Subject, person_object};
use portulan_policy::actions::{Diagnose, ManagePeople, ReadJournal};
use portulan_policy::{Capability, Node};
use portulan_store::{Sealed, Verification};

use crate::import::author;
use crate::{App, Error, rights};

pub use changes::{Change, changes};
pub use export::export;

/// Lines of one page.
pub const LINES_A_PAGE: u32 = 50;
/// How often sealing by hand looks whether those that were writing have ended.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// How often it looks at most.
const LOOKS: usize = 50;

/// One page of lines, newest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lines {
    /// The lines.
    pub lines: Vec<Line>,
    /// Number before which the next page begins; nothing when this is the last.
    pub next: Option<i64>,
}

/// A person whose data a line of the journal holds: the line can be read until the person is erased.
#[must_use]
pub fn about(app: &App, person: PersonId) -> Subject {
    let mut drawn = [0; Subject::DRAWN];
    app.chance().fill(&mut drawn);
    Subject::new(person, drawn)
}

/// Seals what is complete. Where others were writing when it last looked, it waits for a later call rather than for
/// them.
pub async fn seal(app: &App) -> Result<Sealed, Error> {
    let mut waiting = app.sealing().lock().await;
    let horizon = match waiting.take() {
        Some(horizon) => horizon,
        None => app.store().horizon().await?,
    };
    if !app.store().passed(&horizon).await? {
        *waiting = Some(horizon);
        return Ok(Sealed::default());
    }
    Ok(app.store().seal(&horizon, app.now()).await?)
}

/// Seals until nothing is left, or for some seconds while others write.
pub async fn seal_all(
    app: &App,
    capability: &Capability<Diagnose>,
) -> Result<(Sealed, Verification), Error> {
    let mut all = Sealed::default();
    let mut looks = 0;
    loop {
        let sealed = seal(app).await?;
        all.batches += sealed.batches;
        all.lines += sealed.lines;
        let found = verify(app, capability, None).await?;
        looks += 1;
        if found.unsealed == 0 || looks == LOOKS {
            return Ok((all, found));
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Computes every seal again; `head` is a hash of before that must still be there.
pub async fn verify(
    app: &App,
    capability: &Capability<Diagnose>,
    head: Option<&str>,
) -> Result<Verification, Error> {
    Ok(app.store().verify(capability, head).await?)
}

/// The lines about an object, `<kind>-<code>`, newest first, those before a number. Data of persons is shown to those
/// who read the journal of the whole installation.
pub async fn of_object(
    app: &App,
    capability: &Capability<ReadJournal>,
    object: &str,
    before: Option<i64>,
) -> Result<Lines, Error> {
    rights::covers_object(&app.directory(), capability, object)?;
    let personal = match capability.node() {
        Node::Installation => Personal::Shown,
        _ => Personal::Withheld,
    };
    let more = LINES_A_PAGE.saturating_add(1);
    let lines = app
        .store()
        .journal_before(capability, object, before, more, personal)
        .await?;
    Ok(paged(lines))
}

fn paged(mut lines: Vec<Line>) -> Lines {
    let page = usize::try_from(LINES_A_PAGE).unwrap_or(usize::MAX);
    let cut = lines.len() > page;
    lines.truncate(page);
    let next = lines.last().filter(|_| cut).map(|line| line.seq);
    Lines { lines, next }
}

/// Erases somebody who has no account: what the journal holds of them is read by nobody any more, and the chain stays
/// whole. `false` when it was done before. Accounts are erased by [`crate::people::erase`], journal included.
pub async fn erase(
    app: &App,
    capability: &Capability<ManagePeople>,
    person: PersonId,
    request: &str,
) -> Result<bool, Error> {
    if app.store().person(person).await?.is_some() {
        return Err(Error::Conflict(person_object(person)));
    }
    let entry = Entry {
        at: app.now(),
        author: author(capability.actor()),
        behalf: None,
        object: person_object(person),
        deed: Deed::Removed,
        reason: String::new(),
        request: request.to_owned(),
        before: None,
        after: None,
        subject: None,
    };
    let erased = app.store().erase_person(capability, person, &entry).await?;
    settle_soon(app).await;
    Ok(erased)
}

/// [`settle`], for whoever has just erased somebody: what fails is tried again by the watch.
pub(crate) async fn settle_soon(app: &App) {
    match settle(app).await {
        Ok(true) => {}
        Ok(false) => tracing::info!("the bytes of an erased key are cleared later"),
        Err(error) => tracing::warn!(%error, "the bytes of an erased key are cleared later"),
    }
}

/// Makes the bytes of erased keys leave the files of the database. Where others keep it from doing so, the next round
/// of the watch tries again.
pub async fn settle(app: &App) -> Result<bool, Error> {
    Ok(app.store().settle_erasures().await?)
}
