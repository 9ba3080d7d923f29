//! Mails by which the owner of an account learns what was done to it: each leaves with the change that it tells of, and
//! holds the one link that closes all sessions.

use chrono::TimeDelta;
use portulan_model::PersonId;
use portulan_model::journal::{Author, Deed};
use portulan_model::people::Person;
use portulan_store::PeopleWrite;

use super::doors::forget_links;
use super::{PeopleError, later, line, new_once_id};
use crate::mail::{self, DoorChange, Message};
use crate::signed::{Link, Purpose};
use crate::{App, Error};

/// How long the link of a mail closes sessions: long enough for whoever reads their mails once a week.
const CLOSES_FOR: TimeDelta = TimeDelta::days(8);

/// Tells the owner that a way in was added or removed.
pub(super) async fn door_changed(
    app: &App,
    write: &mut PeopleWrite,
    person: &Person,
    change: DoorChange,
    name: &str,
) -> Result<(), Error> {
    let message = Message::DoorChanged {
        change,
        name: name.to_owned(),
        link: closing(app, person.id),
    };
    put(app, write, person, &message, "door").await
}

/// Tells the owner that somebody came in with a browser that was not known.
pub(super) async fn new_browser(
    app: &App,
    write: &mut PeopleWrite,
    person: &Person,
    agent: &str,
) -> Result<(), Error> {
    let message = Message::NewBrowser {
        agent: agent.to_owned(),
        at: app.now(),
        link: closing(app, person.id),
    };
    put(app, write, person, &message, "browser").await
}

async fn put(
    app: &App,
    write: &mut PeopleWrite,
    person: &Person,
    message: &Message,
    occasion: &str,
) -> Result<(), Error> {
    let Some(email) = &person.email else {
        return Ok(());
    };
    let key = format!("{occasion}/{}", new_once_id(app));
    let mail = mail::outgoing(app, email, &person.lang, message, &key)?;
    write.put_mail(&mail).await?;
    Ok(())
}

/// It serves as often as it is opened: nothing that an intruder does to the account takes it away, and closing sessions
/// twice does no harm.
fn closing(app: &App, person: PersonId) -> Link {
    Link::new(
        Purpose::Sessions,
        person.to_string(),
        later(app, CLOSES_FOR),
    )
}

/// Whose sessions a link closes, without closing them.
pub async fn person_of_closing(app: &App, text: &str) -> Result<Person, PeopleError> {
    let link = Link::open(text, Purpose::Sessions, app.key()?, app.now())?;
    let id: PersonId = link
        .subject
        .parse()
        .map_err(|_not_an_id| PeopleError::Forged)?;
    let person = app.store().person(id).await?;
    person.ok_or(PeopleError::Used)
}

/// Closes all sessions by the link of a mail, and makes worthless what an intruder may have begun.
pub async fn close_by_link(app: &App, text: &str) -> Result<(), PeopleError> {
    let person = person_of_closing(app, text).await?;
    let mut write = app.store().open_people().await?;
    write.close_others(person.id, None).await?;
    forget_links(&mut write, person.id).await?;
    let by = Author::Person(person.id);
    let reason = "all sessions ended by the link of a mail";
    write
        .tell(&line(app, by, person.id, Deed::Updated, reason))
        .await?;
    Ok(write.commit().await?)
}
