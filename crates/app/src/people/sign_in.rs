//! Coming in: by a link. Whatever the address, the answer to a request for a link is the same, and takes the same
//! time.

use std::sync::Arc;

use chrono::TimeDelta;
use portulan_model::people::{Email, Means, Person};
use portulan_model::{OnceId, PersonId};
use portulan_store::PeopleWrite;

use super::{PeopleError, later, new_once_id, sessions};
use crate::mail::{self, Message};
use crate::operator::Secret;
use crate::signed::{Link, Purpose};
use crate::{App, Error};

/// How long a link to sign in serves.
pub(crate) const LINK_LASTS: TimeDelta = TimeDelta::minutes(30);
/// How long a browser is known after a person signed in with it.
pub(crate) const DEVICE_LASTS: TimeDelta = TimeDelta::days(180);
/// How many links are sent to an address in a quarter of an hour: one.
const LINK_EVERY_SECONDS: i64 = 15 * 60;
/// What a link to sign in is kept under.
const SIGN_IN: &str = "sign-in";

/// The browser that asks.
#[derive(Debug, Clone, Default)]
pub struct Browser {
    /// What it says of itself.
    pub agent: String,
    /// The secret that it was given when a person signed in with it before.
    pub device: Option<Secret>,
    /// The session that it held until now: another one takes its place.
    pub session: Option<Secret>,
}

/// A session that was opened.
pub struct Opened {
    /// Who came in.
    pub person: Person,
    /// The secret of the session.
    pub session: Secret,
    /// The secret by which the browser will be known.
    pub device: Secret,
}

/// Asks for a link by e-mail. Whether the address has an account is not told, by no word and by no delay: what there
/// is to do is done after the answer.
pub fn ask_link(app: &Arc<App>, email: Email) {
    let app = Arc::clone(app);
    tokio::spawn(async move {
        if let Err(error) = send_link(&app, &email).await {
            tracing::error!(%error, "a link to sign in could not be written");
        }
    });
}

async fn send_link(app: &App, email: &Email) -> Result<(), Error> {
    let mut write = app.store().open_people().await?;
    let Some(person) = write.person_at(email).await? else {
        return Ok(());
    };
    let link = put_link(app, &mut write, person.id).await?;
    let window = app.now().timestamp().div_euclid(LINK_EVERY_SECONDS);
    let key = format!("sign-in/{}/{window}", person.id);
    let mail = mail::outgoing(
        app,
        email,
        &person.lang,
        &Message::SignInLink { link },
        &key,
    )?;
    if write.put_mail(&mail).await? {
        write.commit().await?;
    }
    Ok(())
}

/// The signed text of a link by which a person comes in, for whoever already decided that they may.
pub(super) async fn link_text(app: &App, person: PersonId) -> Result<String, Error> {
    let mut write = app.store().open_people().await?;
    let link = put_link(app, &mut write, person).await?;
    let text = link.sign(app.key()?);
    write.commit().await?;
    Ok(text)
}

/// A link by which a person comes in, for the operator to hand over.
pub async fn link_of(
    app: &App,
    _capability: &portulan_policy::Capability<portulan_policy::actions::ManagePeople>,
    person: PersonId,
) -> Result<String, Error> {
    link_text(app, person).await
}

async fn put_link(app: &App, write: &mut PeopleWrite, person: PersonId) -> Result<Link, Error> {
    let (id, expires) = (new_once_id(app), later(app, LINK_LASTS));
    write
        .put_once(&id, SIGN_IN, &person.to_string(), expires)
        .await?;
    Ok(Link::new(Purpose::SignIn, id.to_string(), expires))
}

/// Whom a link would let in, without using it up.
pub async fn person_of_link(app: &App, text: &str) -> Result<Person, PeopleError> {
    let id = read_link(app, text)?;
    let kept = app.store().once(id, SIGN_IN, app.now()).await?;
    let person = kept
        .and_then(|id| id.parse().ok())
        .ok_or(PeopleError::Used)?;
    let person = app.store().person(person).await?;
    person.ok_or(PeopleError::Used)
}

/// Uses a link up and opens a session.
pub async fn open_by_link(app: &App, text: &str, browser: &Browser) -> Result<Opened, PeopleError> {
    let id = read_link(app, text)?;
    let mut write = app.store().open_people().await?;
    let kept = write.use_once(&id, SIGN_IN, app.now()).await?;
    let person = kept
        .and_then(|id| id.parse().ok())
        .ok_or(PeopleError::Used)?;
    let person = write.person(person).await?.ok_or(PeopleError::Used)?;
    let opened = open(app, &mut write, person, Means::Link, browser).await?;
    write.commit().await?;
    Ok(opened)
}

fn read_link(app: &App, text: &str) -> Result<OnceId, PeopleError> {
    let link = Link::open(text, Purpose::SignIn, app.key()?, app.now())?;
    link.subject
        .parse()
        .map_err(|_not_an_id| PeopleError::Forged)
}

/// Opens a session in a write, and makes the browser known.
pub(super) async fn open(
    app: &App,
    write: &mut PeopleWrite,
    person: Person,
    means: Means,
    browser: &Browser,
) -> Result<Opened, Error> {
    if let Some(before) = &browser.session {
        write.close_session(&before.hash()).await?;
    }
    let session = sessions::open(app, write, &person, means, &browser.agent).await?;
    let device = browser.device.clone().unwrap_or_else(|| Secret::draw(app));
    write
        .know_device(&device.hash(), person.id, later(app, DEVICE_LASTS))
        .await?;
    Ok(Opened {
        person,
        session,
        device,
    })
}
