//! Coming in: by a link. Whatever the address, the answer to a request for a link is the same, and takes the same
//! time.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::people::{Email, Means, Person};
use portulan_model::{OnceId, PersonId};
use portulan_store::PeopleWrite;

use super::asked::Asked;
use super::doors::Letters;
use super::notices::new_browser;
use super::{PeopleError, later, sessions};
use crate::mail::{self, Message};
use crate::operator::Secret;
use crate::signed::{Link, Purpose};
use crate::{App, Error};

/// How long what is sent to somebody who comes in serves: a link, a code (ASVS 5.0, 6.5.5).
pub(crate) const LINK_LASTS: TimeDelta = TimeDelta::minutes(10);
/// How long a link serves that whoever operates hands over: it travels by other means than mail.
pub(crate) const HANDED_LASTS: TimeDelta = TimeDelta::minutes(30);
/// How long a browser is known after a person signed in with it.
pub(crate) const DEVICE_LASTS: TimeDelta = TimeDelta::days(180);

/// The browser that asks.
#[derive(Debug, Clone, Default)]
pub struct Browser {
    /// What it says of itself.
    pub agent: String,
    /// The secret that it was given when a person signed in with it before.
    pub device: Option<Secret>,
    /// The session that it held until now: another one takes its place.
    pub session: Option<Secret>,
    /// The secret that binds to it what it asks for by mail.
    pub asked: Option<Secret>,
}

/// A session that was opened.
pub struct Opened {
    /// Who came in.
    pub person: Person,
    /// The secret of the session.
    pub session: Secret,
    /// The secret by which the browser will be known.
    pub device: Secret,
    /// The page to go on to, as it was asked for: whoever goes there checks that it is one of this site.
    pub next: Option<String>,
}

/// Asks for a link by e-mail, for a browser that holds a secret, and remembers the page to go on to. Whether the address
/// has an account is not told, by no word and by no delay: what there is to do is done after the answer.
pub fn ask_link(app: &Arc<App>, email: Email, next: Option<String>, asked: &Secret) {
    let (app, browser) = (Arc::clone(app), asked.digest());
    tokio::spawn(async move {
        if let Err(error) = send_link(&app, &email, next, browser).await {
            tracing::error!(%error, "a link to sign in could not be written");
        }
    });
}

async fn send_link(
    app: &App,
    email: &Email,
    next: Option<String>,
    browser: String,
) -> Result<(), Error> {
    let mut write = app.store().open_people().await?;
    let Some(person) = write.person_at(email).await? else {
        return Ok(());
    };
    if !Letters::SignIn
        .may_leave(app, &mut write, person.id)
        .await?
    {
        return Ok(());
    }
    post_link(app, &mut write, &person, (next, browser)).await?;
    Ok(write.commit().await?)
}

async fn post_link(
    app: &App,
    write: &mut PeopleWrite,
    person: &Person,
    (next, browser): (Option<String>, String),
) -> Result<(), Error> {
    let Some(email) = &person.email else {
        return Ok(());
    };
    let asked = Asked {
        person: person.id,
        next,
        browser: Some(browser),
    };
    let put = asked.put(app, write, (Purpose::SignIn, LINK_LASTS));
    let link = put.await?;
    let key = format!("sign-in/{}", link.subject);
    let message = Message::SignInLink { link };
    let mail = mail::outgoing(app, email, &person.lang, &message, &key)?;
    write.put_mail(&mail).await?;
    Ok(())
}

/// Uses up a link that was opened in a browser that did not ask for it, and sends another one for that browser.
pub async fn ask_link_here(app: &App, text: &str, asked: &Secret) -> Result<(), PeopleError> {
    let id = read_link(app, text)?;
    let mut write = app.store().open_people().await?;
    let kept = write.use_once(&id, SIGN_IN, app.now()).await?;
    let Asked { person, next, .. } = Asked::read(kept.as_deref())?;
    let person = write.person(person).await?.ok_or(PeopleError::Used)?;
    post_link(app, &mut write, &person, (next, asked.digest())).await?;
    Ok(write.commit().await?)
}

/// A link by which a person comes in, for the operator to hand over: no browser asked for it, and it opens in any.
pub async fn link_of(
    app: &App,
    _capability: &portulan_policy::Capability<portulan_policy::actions::ManagePeople>,
    person: PersonId,
) -> Result<String, Error> {
    let mut write = app.store().open_people().await?;
    let asked = Asked {
        person,
        next: None,
        browser: None,
    };
    let put = asked.put(app, &mut write, (Purpose::SignIn, HANDED_LASTS));
    let text = put.await?.sign(app.key()?);
    write.commit().await?;
    Ok(text)
}

/// Whom a link would let in with a browser, without using it up.
pub async fn person_of_link(
    app: &App,
    text: &str,
    browser: &Browser,
) -> Result<Person, PeopleError> {
    let id = read_link(app, text)?;
    let kept = app.store().once(&id, SIGN_IN, app.now()).await?;
    let asked = Asked::read(kept.as_deref())?;
    asked.opens_in(browser)?;
    let person = app.store().person(asked.person).await?;
    person.ok_or(PeopleError::Used)
}

/// Uses a link up and opens a session. In another browser than the one that asked, it stays.
pub async fn open_by_link(app: &App, text: &str, browser: &Browser) -> Result<Opened, PeopleError> {
    let id = read_link(app, text)?;
    let mut write = app.store().open_people().await?;
    let kept = write.use_once(&id, SIGN_IN, app.now()).await?;
    let asked = Asked::read(kept.as_deref())?;
    asked.opens_in(browser)?;
    let Asked { person, next, .. } = asked;
    let person = write.person(person).await?.ok_or(PeopleError::Used)?;
    Letters::SignIn.arrived(&mut write, person.id).await?;
    let opened = open(app, &mut write, person, Means::Link, browser).await?;
    write.commit().await?;
    Ok(Opened { next, ..opened })
}

/// What a link to sign in is kept under.
const SIGN_IN: &str = Purpose::SignIn.word();

fn read_link(app: &App, text: &str) -> Result<OnceId, PeopleError> {
    let link = Link::open(text, Purpose::SignIn, app.key()?, app.now())?;
    link.subject
        .parse()
        .map_err(|_not_an_id| PeopleError::Forged)
}

/// How and when a person proved who they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Proof {
    pub(super) means: Means,
    pub(super) at: DateTime<Utc>,
    /// Whether the owner learns of a browser that was not known. A link came to their address already.
    pub(super) tell: bool,
}

/// Opens a session in a write for somebody who proved this very moment who they are, and makes the browser known.
pub(super) async fn open(
    app: &App,
    write: &mut PeopleWrite,
    person: Person,
    means: Means,
    browser: &Browser,
) -> Result<Opened, Error> {
    let proof = Proof {
        means,
        at: app.now(),
        tell: means != Means::Link,
    };
    open_on(app, write, person, proof, browser).await
}

/// The same, on a proof of another instant.
pub(super) async fn open_on(
    app: &App,
    write: &mut PeopleWrite,
    person: Person,
    proof: Proof,
    browser: &Browser,
) -> Result<Opened, Error> {
    if let Some(before) = &browser.session {
        write.close_session(&before.hash()).await?;
    }
    let known = match &browser.device {
        Some(device) => {
            let hash = device.hash();
            write.knows_device(&hash, person.id, app.now()).await?
        }
        None => false,
    };
    if proof.tell && !known {
        new_browser(app, write, &person, &browser.agent).await?;
    }
    let session = sessions::open(app, write, &person, proof, &browser.agent).await?;
    let device = browser.device.clone().unwrap_or_else(|| Secret::draw(app));
    write
        .know_device(&device.hash(), person.id, later(app, DEVICE_LASTS))
        .await?;
    Ok(Opened {
        person,
        session,
        device,
        next: None,
    })
}
