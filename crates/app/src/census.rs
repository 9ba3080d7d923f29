//! Censuses: the town halls of a territory are asked, by one signed link each, which bodies help there with digital
//! matters.
//!
//! Whoever conducts one opens it, gives contacts, sends links and follows ([`create`], [`paste`], [`send`],
//! [`verify`]). A town hall answers without an account ([`enter`], [`keep`], [`finish`]): what it confirms is written as
//! the word of the commune, what it adds or takes off becomes proposals, which others examine. Journal lines hold
//! states, never contacts nor what was typed.

mod answer;
mod ask;
mod bodies;
mod checked;
mod contacts;
mod desk;
mod open;
mod remind;
mod retarget;
mod take;

use chrono::NaiveDate;
use chrono_tz::Europe::Paris;
use portulan_model::census::{Census, NotNow, Said, Ticket, Town};
use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::{CensusId, CommuneCode, TerritoryKey};
use portulan_policy::actions::RunCampaign;
use portulan_policy::{Actor, Capability, Node, Target, allow};
use portulan_store::Write;
use serde_json::json;

use crate::signed::{Link, Purpose};
use crate::{App, Directory, Error, day, rights};

pub use answer::{Door, Pass, enter, finish, keep, nothing_here};
pub use ask::{Sent, hand_over, link_of, remind, send, send_all};
pub use bodies::bodies_of;
pub use checked::{Part, Wrong, checked};
pub use contacts::{BadLine, Pasted, paste, set_contact};
pub use desk::{nothing, reopen, take_answer, to_correct, verify};
pub use open::{
    Fault, Found, Known, Listed, Typed, Wish, create, list, new_id, open, places_of, read,
    target_day, town, towns,
};
pub use remind::{Reminded, remind_due};
pub use retarget::retarget;

/// The program, where it reads rows and writes what a link does.
const JOB: Actor = Actor::Job("census-link");

/// Where a census stands among the nodes: on the territory that asks.
#[must_use]
pub fn target(directory: &Directory, census: &Census) -> Target {
    rights::territory(directory, &census.territory)
}

/// The day that it is, on the clock of European France.
#[must_use]
pub fn today(app: &App) -> NaiveDate {
    app.now().with_timezone(&Paris).date_naive()
}

/// Whether links would serve no more.
#[must_use]
pub fn is_over(app: &App, census: &Census) -> bool {
    today(app) > census.last_day()
}

/// The capability by which the program reads rows for itself, and writes what a link does.
fn machine() -> Result<Capability<RunCampaign>, Error> {
    Ok(allow::<RunCampaign>(&JOB, &Node::Installation)?)
}

fn missing(id: CensusId) -> Error {
    Error::NotFound(format!("census {id}"))
}

/// A census and one of its communes, inside an open write, under the node of a capability.
async fn opened(
    app: &App,
    write: &mut Write,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    code: CommuneCode,
) -> Result<(Census, Town), Error> {
    let census = write.census(id).await?.ok_or_else(|| missing(id))?;
    rights::covers(capability, &target(&app.directory(), &census))?;
    let town = write.census_town(id, code).await?;
    Ok((census, town.ok_or_else(|| missing(id))?))
}

/// Keeps a commune, and says in the journal what became of it.
async fn put(
    app: &App,
    write: &mut Write,
    census: &Census,
    (before, after): (&Town, &Town),
    by: &Said,
) -> Result<(), Error> {
    write
        .put_census_town(after, day::evening(Some(after.code), census.forgets()))
        .await?;
    if before.state != after.state {
        let told = |town: &Town| json!({ "commune": town.code, "state": town.state.word() });
        let line = Entry {
            before: Some(told(before).to_string()),
            after: Some(told(after).to_string()),
            ..entry(app, census, by, after.state.word())
        };
        let behalf = matches!(by, Said::TownHall);
        let behalf = behalf.then(|| TerritoryKey::commune(after.code).to_string());
        write.tell_census(&Entry { behalf, ..line }).await?;
    }
    Ok(())
}

/// A line of the journal about a census.
fn entry(app: &App, census: &Census, by: &Said, reason: &str) -> Entry {
    Entry {
        at: app.now(),
        author: writer(by),
        behalf: None,
        subject: None,
        object: format!("recensement-{}", census.id),
        deed: Deed::Updated,
        reason: reason.to_owned(),
        request: format!("recensement-{}", app.now().timestamp_millis()),
        before: None,
        after: None,
    }
}

/// Who writes, in the journal.
fn writer(by: &Said) -> Author {
    match by {
        Said::TownHall => crate::import::author(&JOB),
        Said::Desk(author) => author.clone(),
    }
}

/// The link of a commune: it serves until the census is over.
fn signed(census: &Census, code: CommuneCode, ticket: Ticket) -> Link {
    let subject = format!("{}/{code}/{}", census.id, ticket.0);
    Link::new(
        Purpose::Census,
        subject,
        day::evening(Some(code), census.last_day()),
    )
}

impl From<NotNow> for Error {
    fn from(error: NotNow) -> Self {
        Self::Conflict(error.to_string())
    }
}
