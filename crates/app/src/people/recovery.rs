//! A lost password: a link by e-mail sets another one. Whether the address has an account is told, as for any link, by
//! no word and no delay.

use std::sync::Arc;

use chrono::TimeDelta;
use portulan_model::journal::{Author, Deed};
use portulan_model::people::{Email, Means, Person};
use portulan_model::{OnceId, PersonId};

use super::doors::Letters;
use super::passwords::{accepted, changed};
use super::sign_in::{Browser, Opened, open};
use super::{PeopleError, later, line, new_once_id};
use crate::identity::password::{self, Breached};
use crate::mail::{self, Message};
use crate::signed::{Link, Purpose};
use crate::{App, Error};

/// How long a link to set a password serves.
const LINK_LASTS: TimeDelta = TimeDelta::minutes(30);
/// What it is kept under.
const RECOVERY: &str = "recovery";

/// Asks for a link that sets a lost password.
pub fn ask_recovery(app: &Arc<App>, email: Email) {
    let app = Arc::clone(app);
    tokio::spawn(async move {
        if let Err(error) = send(&app, &email).await {
            tracing::error!(%error, "a link to set a password could not be written");
        }
    });
}

async fn send(app: &App, email: &Email) -> Result<(), Error> {
    let mut write = app.store().open_people().await?;
    let Some(person) = write.person_at(email).await? else {
        return Ok(());
    };
    if !Letters::Recovery
        .may_leave(app, &mut write, person.id)
        .await?
    {
        return Ok(());
    }
    let (id, expires) = (new_once_id(app), later(app, LINK_LASTS));
    write
        .put_once(&id, RECOVERY, &person.id.to_string(), expires)
        .await?;
    let link = Link::new(Purpose::Recovery, id.to_string(), expires);
    let key = format!("recovery/{id}");
    let mail = mail::outgoing(app, email, &person.lang, &Message::Recovery { link }, &key)?;
    write.put_mail(&mail).await?;
    Ok(write.commit().await?)
}

/// Whose password a link sets, without using it up.
pub async fn person_of_recovery(app: &App, text: &str) -> Result<Person, PeopleError> {
    let id = read_link(app, text)?;
    let kept = app.store().once(id, RECOVERY, app.now()).await?;
    let person: Option<PersonId> = kept.and_then(|id| id.parse().ok());
    let person = app.store().person(person.ok_or(PeopleError::Used)?).await?;
    person.ok_or(PeopleError::Used)
}

/// Sets a password by a link, and lets the person in: all sessions of before end, and a mail tells. A password that is
/// refused does not use the link up.
pub async fn recover(
    app: &App,
    text: &str,
    typed: &str,
    breached: Option<&Breached>,
    browser: &Browser,
) -> Result<Opened, PeopleError> {
    let id = read_link(app, text)?;
    person_of_recovery(app, text).await?;
    let password = accepted(typed, breached).await?;
    let hash = password::hash(password, app.chance()).await?;
    let mut write = app.store().open_people().await?;
    let kept = write.use_once(&id, RECOVERY, app.now()).await?;
    let person: Option<PersonId> = kept.and_then(|id| id.parse().ok());
    let person = write.person(person.ok_or(PeopleError::Used)?).await?;
    let person = person.ok_or(PeopleError::Used)?;
    changed(app, &mut write, &person, &hash, None).await?;
    let by = Author::Person(person.id);
    let reason = "password set by a link";
    write
        .tell(&line(app, by, person.id, Deed::Updated, reason))
        .await?;
    let opened = open(app, &mut write, person, Means::Link, browser).await?;
    write.commit().await?;
    Ok(opened)
}

fn read_link(app: &App, text: &str) -> Result<OnceId, PeopleError> {
    let link = Link::open(text, Purpose::Recovery, app.key()?, app.now())?;
    link.subject
        .parse()
        .map_err(|_not_an_id| PeopleError::Forged)
}
