//! Coming in by a password, and choosing one.

use portulan_model::journal::Deed;
use portulan_model::people::{Email, Means, Person};
use portulan_store::PeopleWrite;

use super::doors::{Door, forget_links};
use super::sign_in::{Browser, Opened, open};
use super::{PeopleError, SignedIn, line, second};
use crate::identity::password::{self, Breached, Password, PasswordError, PasswordHash};
use crate::mail::{self, Message};
use crate::{App, Error};

impl From<PasswordError> for PeopleError {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::Busy => Self::Busy,
            fault @ PasswordError::Hashing(_) => Self::Other(Error::internal("password", fault)),
        }
    }
}

/// Opens a session by an address and a password. What fails is counted, and takes the same time whether the address
/// has an account, has one without a password, or has none. Whoever decides for others must give a code besides, where
/// mails leave ([`PeopleError::CodeAsked`]).
pub async fn open_by_password(
    app: &App,
    email: &Email,
    typed: &str,
    browser: &Browser,
) -> Result<Opened, PeopleError> {
    let person = app.store().person_at(email).await?;
    let door = Door::of(app, email, person.as_ref().map(|person| person.id), browser).await?;
    door.take(app).await?;
    let kept = match &person {
        Some(person) => app.store().password_of(person.id).await?,
        None => None,
    };
    let kept = kept.map(PasswordHash::kept);
    let right = match (Password::parse(typed), &kept) {
        (Ok(password), Some(kept)) => password::verify(password, kept).await?,
        (Ok(password), None) => password::verify_nobody(password).await?,
        (Err(_of_no_length), _) => false,
    };
    let (Some(person), true) = (person, right) else {
        return Err(PeopleError::Wrong);
    };
    let again = match (&kept, Password::parse(typed)) {
        (Some(kept), Ok(password)) if kept.needs_rehash() => {
            Some(password::hash(password, app.chance()).await?)
        }
        _ => None,
    };
    let mut write = app.store().open_people().await?;
    if let Some(hash) = again {
        write
            .set_password(person.id, Some(hash.as_str()), app.now())
            .await?;
    }
    write.forget_failures(door.name()).await?;
    if second::is_due(app, &mut write, person.id).await? {
        second::send(app, &mut write, &person, (&door, browser)).await?;
        write.commit().await?;
        return Err(PeopleError::CodeAsked);
    }
    let opened = open(app, &mut write, person, Means::Password, browser).await?;
    write.commit().await?;
    Ok(opened)
}

/// Whether the person has a password.
pub async fn has_password(app: &App, signed: &SignedIn) -> Result<bool, Error> {
    Ok(app.store().password_of(signed.person.id).await?.is_some())
}

/// Chooses a password, or another one. All other sessions end, and the person is told by mail.
pub async fn set_password(
    app: &App,
    signed: &SignedIn,
    typed: &str,
    breached: Option<&Breached>,
) -> Result<(), PeopleError> {
    let person = &signed.person;
    let password = accepted(typed, person, breached).await?;
    let hash = password::hash(password, app.chance()).await?;
    let mut write = app.store().open_people().await?;
    let kept = Some(signed.session.label.as_str());
    changed(app, &mut write, person, &hash, kept).await?;
    let entry = line(
        app,
        signed.author(),
        person.id,
        Deed::Updated,
        "password set",
    );
    write.tell(&entry).await?;
    write.commit().await?;
    Ok(())
}

/// The password that was typed, when it is one that may be chosen by the person.
pub(super) async fn accepted(
    typed: &str,
    person: &Person,
    breached: Option<&Breached>,
) -> Result<Password, PeopleError> {
    let password = Password::parse(typed)?;
    let address = person.email.as_ref().map_or("", Email::as_str);
    password::refuse_guessable(&password, &[person.name.as_str(), address])?;
    if let Some(breached) = breached {
        let refused = breached.refuse(&password).await;
        let refused = refused.map_err(|error| Error::internal("leaked passwords", error))?;
        if let Some(refusal) = refused {
            return Err(refusal.into());
        }
    }
    Ok(password)
}

/// Keeps a password in a write: all sessions but one end, links that were under way open nothing, a mail tells.
pub(super) async fn changed(
    app: &App,
    write: &mut PeopleWrite,
    person: &Person,
    hash: &PasswordHash,
    session: Option<&str>,
) -> Result<(), Error> {
    write
        .set_password(person.id, Some(hash.as_str()), app.now())
        .await?;
    write.close_others(person.id, session).await?;
    forget_links(write, person.id).await?;
    if let Some(email) = &person.email {
        let key = format!("password/{}/{}", person.id, app.now().timestamp());
        let mail = mail::outgoing(app, email, &person.lang, &Message::PasswordChanged, &key)?;
        write.put_mail(&mail).await?;
    }
    Ok(())
}
