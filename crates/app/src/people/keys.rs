//! Coming in by a key of a device, adding one and forgetting one. The state of a ceremony stays here, and serves once.

use chrono::{DateTime, Utc};
use portulan_model::journal::Deed;
use portulan_model::people::Means;
use portulan_model::{OnceId, PersonId};
use portulan_policy::Capability;
use portulan_policy::actions::ManagePeople;
use portulan_store::StoredKey;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::notices::door_changed;
use super::sessions::close_all;
use super::sign_in::{Browser, Opened, open};
use super::{PeopleError, SignedIn, later, line, new_once_id};
use crate::identity::passkey::{
    Enrolment, LONGEST_CEREMONY, Owner, Passkey, PasskeyError, Passkeys, SignIn,
};
use crate::import::author;
use crate::mail::DoorChange;
use crate::{App, Error};

const ENROLMENT: &str = "passkey-enrolment";
const SIGN_IN: &str = "passkey-sign-in";
/// Longest name of a key, in characters.
const LABEL: usize = 60;

/// A key as its owner sees it.
#[derive(Debug, Clone)]
pub struct OwnKey {
    /// What it is removed by.
    pub id: String,
    /// How the person calls it.
    pub label: String,
    /// When it was added.
    pub created: DateTime<Utc>,
    /// When it last opened a session.
    pub used: Option<DateTime<Utc>>,
}

/// The keys of a person.
pub async fn keys_of(app: &App, signed: &SignedIn) -> Result<Vec<OwnKey>, Error> {
    let keys = app.store().keys_of(signed.person.id).await?.into_iter();
    Ok(keys
        .map(|key| OwnKey {
            id: key.id,
            label: key.label,
            created: key.created,
            used: key.used,
        })
        .collect())
}

/// Begins to add a key: the id of the ceremony, and what the browser needs.
pub async fn begin_enrolment(
    app: &App,
    signed: &SignedIn,
    passkeys: &Passkeys,
) -> Result<(OnceId, Value), PeopleError> {
    let person = &signed.person;
    let present = app.store().keys_of(person.id).await?;
    let present: Vec<Passkey> = present
        .iter()
        .filter_map(|key| read(&key.credential))
        .collect();
    let address = person.email.as_ref().map(ToString::to_string);
    let owner = Owner {
        account: person.id.uuid(),
        address: address.as_deref().unwrap_or(person.name.as_str()),
        name: person.name.as_str(),
    };
    let (options, enrolment) = passkeys.begin_enrolment(owner, &present, app.now())?;
    Ok((put(app, ENROLMENT, &enrolment).await?, options))
}

/// Ends it: the key is kept under a name.
pub async fn finish_enrolment(
    app: &App,
    signed: &SignedIn,
    passkeys: &Passkeys,
    (id, answer, label): (OnceId, &str, &str),
) -> Result<(), PeopleError> {
    let mut write = app.store().open_people().await?;
    let kept = write.use_once(&id, ENROLMENT, app.now()).await?;
    // A state serves once, whatever comes of it.
    write.commit().await?;
    let enrolment: Enrolment = kept.as_deref().and_then(read).ok_or(PasskeyError::Stale)?;
    let person = &signed.person;
    let key = passkeys.finish_enrolment(&enrolment, person.id.uuid(), answer, app.now())?;
    let label: String = label
        .trim()
        .chars()
        .filter(|sign| !sign.is_control())
        .take(LABEL)
        .collect();
    let stored = StoredKey {
        id: key.id(),
        person: person.id,
        label,
        credential: written(&key)?,
        created: app.now(),
        used: None,
    };
    let mut write = app.store().open_people().await?;
    if !write.add_key(&stored).await? {
        return Err(PasskeyError::Already.into());
    }
    let entry = line(app, signed.author(), person.id, Deed::Updated, "key added");
    write.tell(&entry).await?;
    let (change, name) = (DoorChange::KeyAdded, &stored.label);
    door_changed(app, &mut write, person, change, name).await?;
    write.commit().await?;
    Ok(())
}

/// Forgets a key; `false` when the person has no such key. The last way in stays, where no link can be sent.
pub async fn remove_key(app: &App, signed: &SignedIn, id: &str) -> Result<bool, PeopleError> {
    let person = &signed.person;
    let keys = app.store().keys_of(person.id).await?;
    let Some(key) = keys.iter().find(|key| key.id == id) else {
        return Ok(false);
    };
    if person.email.is_none() && keys.len() == 1 {
        let others = app.store().identities_of(person.id).await?;
        if others.is_empty() {
            return Err(PeopleError::LastDoor);
        }
    }
    let mut write = app.store().open_people().await?;
    if !write.remove_key(person.id, id).await? {
        return Ok(false);
    }
    let entry = line(
        app,
        signed.author(),
        person.id,
        Deed::Updated,
        "key removed",
    );
    write.tell(&entry).await?;
    let (change, name) = (DoorChange::KeyRemoved, &key.label);
    door_changed(app, &mut write, person, change, name).await?;
    write.commit().await?;
    Ok(true)
}

/// Forgets all keys of a person, who lost them, and ends their sessions: where keys are asked for, nothing else lets them
/// add another.
pub async fn forget_keys(
    app: &App,
    capability: &Capability<ManagePeople>,
    id: PersonId,
) -> Result<(), PeopleError> {
    let keys = app.store().keys_of(id).await?;
    let mut write = app.store().open_people().await?;
    let person = write.person(id).await?;
    let person = person.ok_or_else(|| Error::NotFound(id.to_string()))?;
    for key in &keys {
        if write.remove_key(id, &key.id).await? {
            let author = author(capability.actor());
            let entry = line(app, author, id, Deed::Updated, "key removed");
            write.tell(&entry).await?;
            let (change, name) = (DoorChange::KeyRemoved, &key.label);
            door_changed(app, &mut write, &person, change, name).await?;
        }
    }
    write.commit().await?;
    Ok(close_all(app, capability, id).await?)
}

/// Begins to come in by a key.
pub async fn begin_by_key(app: &App, passkeys: &Passkeys) -> Result<(OnceId, Value), PeopleError> {
    let (options, sign_in) = passkeys.begin_sign_in(app.now())?;
    Ok((put(app, SIGN_IN, &sign_in).await?, options))
}

/// Ends it: a session is opened.
pub async fn open_by_key(
    app: &App,
    passkeys: &Passkeys,
    (id, answer): (OnceId, &str),
    browser: &Browser,
) -> Result<Opened, PeopleError> {
    let claim = passkeys.claim(answer)?;
    let mut write = app.store().open_people().await?;
    let kept = write.use_once(&id, SIGN_IN, app.now()).await?;
    write.commit().await?;
    let sign_in: SignIn = kept.as_deref().and_then(read).ok_or(PasskeyError::Stale)?;
    let stored = app
        .store()
        .key(&claim.key)
        .await?
        .ok_or(PasskeyError::Unknown)?;
    let mut key: Passkey = read(&stored.credential).ok_or(PasskeyError::Unknown)?;
    passkeys.finish_sign_in(sign_in, &claim, stored.person.uuid(), &mut key, app.now())?;
    let mut write = app.store().open_people().await?;
    let person = write
        .person(stored.person)
        .await?
        .ok_or(PasskeyError::Unknown)?;
    write
        .use_key(&stored.id, &written(&key)?, app.now())
        .await?;
    let opened = open(app, &mut write, person, Means::Passkey, browser).await?;
    write.commit().await?;
    Ok(opened)
}

async fn put(app: &App, purpose: &str, state: &impl Serialize) -> Result<OnceId, PeopleError> {
    let (id, expires) = (new_once_id(app), later(app, LONGEST_CEREMONY));
    let mut write = app.store().open_people().await?;
    write
        .put_once(&id, purpose, &written(state)?, expires)
        .await?;
    write.commit().await?;
    Ok(id)
}

fn written(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::internal("passkey", error))
}

fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}
