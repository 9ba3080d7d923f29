//! The second factor after a password: a code of six digits by e-mail, typed in the same browser.
//!
//! It is asked of whoever holds a role that decides for others, where mails leave; keys, providers and links need none. The
//! code is kept nowhere: it is computed, with the key of the installation, from a number that is kept.

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::PersonId;
use portulan_model::people::{Means, Person};
use portulan_store::PeopleWrite;
use serde::{Deserialize, Serialize};

use super::asked::secret_of;
use super::doors::Door;
use super::sign_in::{Browser, LINK_LASTS, Opened, open};
use super::{PeopleError, later, new_once_id};
use crate::mail::{self, Message, code};
use crate::{App, Error};

/// What is kept while a code is awaited, under the hash of the secret of the browser.
const PURPOSE: &str = "second-factor";
/// Tries at one code.
const TRIES: i64 = 3;
/// Codes in a day at one door: with [`TRIES`], whoever knows the password and reads no mail has 30 tries of a million.
const CODES: i64 = 10;
/// See [`CODES`].
const CODES_FOR: TimeDelta = TimeDelta::days(1);
/// A form that is sent twice within this time asks for one code.
const TWICE: TimeDelta = TimeDelta::minutes(1);

/// Who is at the door.
#[derive(Serialize, Deserialize)]
struct Waiting {
    person: PersonId,
    /// What the code is computed from.
    number: String,
    /// The door at which codes are counted.
    door: String,
    /// When the code was sent.
    #[serde(with = "chrono::serde::ts_milliseconds")]
    sent: DateTime<Utc>,
}

/// Whether a person must give a code after their password.
pub(super) async fn is_due(
    app: &App,
    write: &mut PeopleWrite,
    person: PersonId,
) -> Result<bool, Error> {
    if !app.sends_mail() {
        return Ok(false);
    }
    let held = write.grants_of(person).await?;
    let mut standing = held.iter().filter(|given| given.grant.stands_at(app.now()));
    Ok(standing.any(|given| given.grant.role().asks_second_factor()))
}

/// Sends a code to somebody whose password is right.
pub(super) async fn send(
    app: &App,
    write: &mut PeopleWrite,
    person: &Person,
    (door, browser): (&Door, &Browser),
) -> Result<(), PeopleError> {
    let id = secret_of(app, browser).digest();
    let before = write.use_once(&id, PURPOSE, app.now()).await?;
    let before = before.as_deref().and_then(read);
    let same = before.filter(|one| one.person == person.id && app.now() - one.sent < TWICE);
    if let Some(waiting) = same {
        return Ok(keep(write, &id, &waiting).await?);
    }
    let door = door.of_codes();
    let since = later(app, -CODES_FOR);
    if write.count_attempt(door.name(), app.now(), since).await? > CODES {
        let until = later(app, CODES_FOR);
        return Err(PeopleError::TooMany { until });
    }
    let waiting = Waiting {
        person: person.id,
        number: new_once_id(app).to_string(),
        door: door.name().to_owned(),
        sent: app.now(),
    };
    keep(write, &id, &waiting).await?;
    let Some(email) = &person.email else {
        return Ok(());
    };
    let key = format!("sign-in-code/{}", waiting.number);
    let message = Message::SignInCode {
        number: waiting.number,
        expires: later(app, LINK_LASTS),
    };
    let mail = mail::outgoing(app, email, &person.lang, &message, &key)?;
    write.put_mail(&mail).await?;
    Ok(())
}

async fn keep(write: &mut PeopleWrite, id: &str, waiting: &Waiting) -> Result<(), Error> {
    let detail =
        serde_json::to_string(waiting).map_err(|error| Error::internal("second factor", error))?;
    let expires = waiting.sent.checked_add_signed(LINK_LASTS);
    let expires = expires.unwrap_or(waiting.sent);
    Ok(write.put_once(&id, PURPOSE, &detail, expires).await?)
}

/// Whether a code is awaited from a browser.
pub async fn waits(app: &App, browser: &Browser) -> Result<bool, Error> {
    let Some(asked) = &browser.asked else {
        return Ok(false);
    };
    let kept = app
        .store()
        .once(&asked.digest(), PURPOSE, app.now())
        .await?;
    Ok(kept.is_some())
}

/// Opens a session by the code that was sent after the password. It serves once, in the browser where the password was
/// given; each try is counted before it is looked at, and the last one ends it.
pub async fn open_by_code(
    app: &App,
    typed: &str,
    browser: &Browser,
) -> Result<Opened, PeopleError> {
    let id = browser.asked.as_ref().ok_or(PeopleError::Used)?.digest();
    let kept = app.store().once(&id, PURPOSE, app.now()).await?;
    let waiting = kept.as_deref().and_then(read).ok_or(PeopleError::Used)?;
    let tries = Door::of_code(&waiting.number);
    let tried = tries.count(app, LINK_LASTS).await?;
    let right = tried <= TRIES && code::is_right(app.key()?, &waiting.number, typed);
    if !right && tried < TRIES {
        let left = TRIES - tried;
        return Err(PeopleError::WrongCode { left });
    }
    let mut write = app.store().open_people().await?;
    let kept = write.use_once(&id, PURPOSE, app.now()).await?;
    let kept = kept.as_deref().and_then(read);
    let kept = kept.filter(|one| one.number == waiting.number);
    if !right {
        write.commit().await?;
        return Err(PeopleError::Used);
    }
    let waiting = kept.ok_or(PeopleError::Used)?;
    write.forget_failures(tries.name()).await?;
    write.forget_failures(&waiting.door).await?;
    let person = write.person(waiting.person).await?;
    let person = person.ok_or(PeopleError::Used)?;
    let opened = open(app, &mut write, person, Means::PasswordAndCode, browser).await?;
    write.commit().await?;
    Ok(opened)
}

fn read(kept: &str) -> Option<Waiting> {
    serde_json::from_str(kept).ok()
}
