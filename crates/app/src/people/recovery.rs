//! A lost password: a link by e-mail sets another one. Whether the address has an account is told, as for any link, by
//! no word and no delay.

use std::sync::Arc;

use portulan_model::OnceId;
use portulan_model::journal::{Author, Deed};
use portulan_model::people::{Email, Means, Person};
use portulan_store::PeopleWrite;

use super::asked::Asked;
use super::doors::Letters;
use super::passwords::{accepted, changed};
use super::sign_in::{Browser, LINK_LASTS, Opened, open};
use super::{PeopleError, line};
use crate::identity::password::{self, Breached};
use crate::mail::{self, Message};
use crate::operator::Secret;
use crate::signed::{Link, Purpose};
use crate::{App, Error};

/// What a link to set a password is kept under.
const RECOVERY: &str = Purpose::Recovery.word();

/// Asks for a link that sets a lost password, for a browser that holds a secret.
pub fn ask_recovery(app: &Arc<App>, email: Email, asked: &Secret) {
    let (app, browser) = (Arc::clone(app), asked.digest());
    tokio::spawn(async move {
        if let Err(error) = send(&app, &email, browser).await {
            tracing::error!(%error, "a link to set a password could not be written");
        }
    });
}

async fn send(app: &App, email: &Email, browser: String) -> Result<(), Error> {
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
    post(app, &mut write, &person, browser).await?;
    Ok(write.commit().await?)
}

async fn post(
    app: &App,
    write: &mut PeopleWrite,
    person: &Person,
    browser: String,
) -> Result<(), Error> {
    let Some(email) = &person.email else {
        return Ok(());
    };
    let asked = Asked {
        person: person.id,
        next: None,
        browser: Some(browser),
    };
    let put = asked.put(app, write, (Purpose::Recovery, LINK_LASTS));
    let link = put.await?;
    let key = format!("recovery/{}", link.subject);
    let mail = mail::outgoing(app, email, &person.lang, &Message::Recovery { link }, &key)?;
    write.put_mail(&mail).await?;
    Ok(())
}

/// Uses up a link that was opened in a browser that did not ask for it, and sends another one for that browser.
pub async fn ask_recovery_here(app: &App, text: &str, asked: &Secret) -> Result<(), PeopleError> {
    let id = read_link(app, text)?;
    let mut write = app.store().open_people().await?;
    let kept = write.use_once(&id, RECOVERY, app.now()).await?;
    let person = Asked::read(kept.as_deref())?.person;
    let person = write.person(person).await?.ok_or(PeopleError::Used)?;
    post(app, &mut write, &person, asked.digest()).await?;
    Ok(write.commit().await?)
}

/// Whose password a link sets with a browser, without using it up.
pub async fn person_of_recovery(
    app: &App,
    text: &str,
    browser: &Browser,
) -> Result<Person, PeopleError> {
    let id = read_link(app, text)?;
    let kept = app.store().once(&id, RECOVERY, app.now()).await?;
    let asked = Asked::read(kept.as_deref())?;
    asked.opens_in(browser)?;
    let person = app.store().person(asked.person).await?;
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
    let person = person_of_recovery(app, text, browser).await?;
    let password = accepted(typed, &person, breached).await?;
    let hash = password::hash(password, app.chance()).await?;
    let mut write = app.store().open_people().await?;
    let kept = write.use_once(&id, RECOVERY, app.now()).await?;
    let asked = Asked::read(kept.as_deref())?;
    let person = write.person(asked.person).await?;
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
