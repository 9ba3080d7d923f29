//! Coming in by a provider of identity. An account there is known by issuer and subject; an address alone never ties it
//! to an account that is here already: the person does that, once they are in, from a form of this site.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::journal::{Author, Deed};
use portulan_model::people::{Email, Means, Person, PersonName};
use portulan_model::{OnceId, PersonId};
use portulan_store::PeopleWrite;
use serde::{Deserialize, Serialize};
use url::Url;

use super::notices::door_changed;
use super::sign_in::{Browser, Opened, Proof, open_on};
use super::{NewPerson, PeopleError, SignedIn, accounts, later, line, new_once_id};
use crate::identity::oidc::{
    Back, Identity, LONGEST_STAY, OidcError, Party, Pending, SignedIn as Ended, Wish,
};
use crate::mail::DoorChange;
use crate::operator::Secret;
use crate::{App, Error};

const PURPOSE: &str = "provider";
/// What the name of an account that was just tied is kept under, and for how long.
const TIED: &str = "provider-tied";
/// See [`TIED`].
const TIED_SHOWN: TimeDelta = TimeDelta::minutes(15);
/// How far ahead of ours the clock of a provider may be.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(1);

/// Why somebody goes to a provider.
#[derive(Default)]
pub struct Errand<'a> {
    /// Who ties the account there to theirs; nobody when they only come in.
    pub tie: Option<&'a SignedIn>,
    /// Whether they must prove there again who they are.
    pub fresh: bool,
    /// The page to go on to.
    pub next: Option<String>,
}

/// Somebody who is back.
pub struct Returned {
    /// Their session.
    pub opened: Opened,
    /// What tells which account was tied to theirs ([`tied`]).
    pub tied: Option<OnceId>,
}

/// What is kept while a person is at the provider.
#[derive(Serialize, Deserialize)]
struct Stay {
    pending: Pending,
    tie: Option<Tie>,
    next: Option<String>,
}

/// The person and the session that tie an account: nobody else's browser, nor another session of theirs, ends it.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
struct Tie {
    person: PersonId,
    session: String,
}

impl Tie {
    fn of(signed: &SignedIn) -> Self {
        Self {
            person: signed.person.id,
            session: signed.session.label.clone(),
        }
    }
}

/// An account that was just tied.
#[derive(Serialize, Deserialize)]
struct JustTied {
    person: PersonId,
    account: String,
}

/// Sends a person to a provider: where to, and the secret that their browser must bring back.
pub async fn begin_by_provider(
    app: &Arc<App>,
    party: &Arc<Party>,
    errand: Errand<'_>,
) -> Result<(Url, Secret), PeopleError> {
    let (there, here) = (Arc::clone(party), Arc::clone(app));
    let fresh = errand.fresh || errand.tie.is_some();
    let wish = Wish { hint: None, fresh };
    let begun = tokio::task::spawn_blocking(move || there.begin(wish, here.now(), here.chance()));
    let (address, pending) = begun
        .await
        .map_err(|error| Error::internal("provider", error))??;
    let secret = Secret::read(&pending.state).ok_or(PeopleError::Forged)?;
    let state = pending.state.clone();
    let stay = Stay {
        pending,
        tie: errand.tie.map(Tie::of),
        next: errand.next,
    };
    let detail =
        serde_json::to_string(&stay).map_err(|error| Error::internal("provider", error))?;
    let mut write = app.store().open_people().await?;
    write
        .put_once(&state, PURPOSE, &detail, later(app, LONGEST_STAY))
        .await?;
    write.commit().await?;
    Ok((address, secret))
}

/// Takes a person back from a provider. `brought` is the secret that their browser was given: an answer that another
/// browser asked for is refused.
pub async fn open_by_provider(
    app: &App,
    party: &Arc<Party>,
    (back, brought): (Back, Option<&Secret>),
    browser: &Browser,
    signed: Option<&SignedIn>,
) -> Result<Returned, PeopleError> {
    if brought.is_none_or(|secret| secret.reveal() != back.state) {
        return Err(PeopleError::Forged);
    }
    let mut write = app.store().open_people().await?;
    let kept = write.use_once(&back.state, PURPOSE, app.now()).await?;
    write.commit().await?;
    let stay: Stay = kept
        .as_deref()
        .and_then(|detail| serde_json::from_str(detail).ok())
        .ok_or(PeopleError::Used)?;
    let tying = match (&stay.tie, signed) {
        (None, _) => None,
        (Some(tie), Some(signed)) if *tie == Tie::of(signed) => Some(signed),
        (Some(_), _) => return Err(PeopleError::Forged),
    };
    let (there, now) = (Arc::clone(party), app.now());
    let ended = tokio::task::spawn_blocking(move || there.finish(stay.pending, back, now));
    let ended = ended
        .await
        .map_err(|error| Error::internal("provider", error))??;
    let (opened, tied) = arrive(app, party, &ended, browser, tying).await?;
    let next = stay.next;
    Ok(Returned {
        opened: Opened { next, ..opened },
        tied,
    })
}

/// Finds the person whom the provider names, ties or opens their account, and opens a session.
async fn arrive(
    app: &App,
    party: &Party,
    ended: &Ended,
    browser: &Browser,
    tying: Option<&SignedIn>,
) -> Result<(Opened, Option<OnceId>), PeopleError> {
    let identity = &ended.identity;
    let known = app
        .store()
        .person_known_by(&identity.issuer, &identity.subject)
        .await?;
    let mut write = app.store().open_people().await?;
    let (mut tied, mut tell) = (None, true);
    let person = match (known, tying) {
        (Some(known), Some(signed)) if known != signed.person.id => return Err(PeopleError::Taken),
        (Some(known), _) => write.person(known).await?.ok_or(PeopleError::Used)?,
        (None, Some(signed)) => {
            let person = &signed.person;
            tie(app, &mut write, person.id, identity).await?;
            let name = format!("{} ({})", party.provider.label, account(identity));
            let change = DoorChange::ProviderAdded;
            door_changed(app, &mut write, person, change, &name).await?;
            tied = Some(keep_tied(app, &mut write, person.id, identity).await?);
            person.clone()
        }
        (None, None) => {
            tell = false;
            newcomer(app, &mut write, identity).await?
        }
    };
    let here = tying.map(|signed| signed.session.proven);
    let proof = Proof {
        means: Means::Provider,
        at: proven(app, ended.authenticated).max(here.unwrap_or_default()),
        tell: tell && tying.is_none(),
    };
    let opened = open_on(app, &mut write, person, proof, browser).await?;
    write.commit().await?;
    Ok((opened, tied))
}

/// When the person proved who they are, as far as the provider says. One that says nothing, or names an instant that is
/// still to come, may have let them through on an old session of its own: that is a proof of long ago.
fn proven(app: &App, said: Option<DateTime<Utc>>) -> DateTime<Utc> {
    let now = app.now();
    let believed = said.filter(|at| *at <= now + CLOCKS_DIFFER);
    believed.map_or(DateTime::UNIX_EPOCH, |at| at.min(now))
}

/// The account that was just tied to that of the person, as they know it.
pub async fn tied(app: &App, signed: &SignedIn, id: OnceId) -> Result<Option<String>, Error> {
    let kept = app.store().once(&id, TIED, app.now()).await?;
    let kept = kept.and_then(|detail| serde_json::from_str::<JustTied>(&detail).ok());
    let own = kept.filter(|tied| tied.person == signed.person.id);
    Ok(own.map(|tied| tied.account))
}

async fn keep_tied(
    app: &App,
    write: &mut PeopleWrite,
    person: PersonId,
    identity: &Identity,
) -> Result<OnceId, Error> {
    let id = new_once_id(app);
    let account = account(identity);
    let detail = serde_json::to_string(&JustTied { person, account })
        .map_err(|error| Error::internal("provider", error))?;
    let until = later(app, TIED_SHOWN);
    write.put_once(&id, TIED, &detail, until).await?;
    Ok(id)
}

/// The issuers of the providers that a person comes in by, each once.
pub async fn issuers_of(app: &App, signed: &SignedIn) -> Result<Vec<String>, Error> {
    let known = app.store().identities_of(signed.person.id).await?;
    let mut issuers: Vec<_> = known.into_iter().map(|(issuer, _)| issuer).collect();
    issuers.dedup();
    Ok(issuers)
}

/// Unties the accounts of a person with a provider; `false` when they have none there. The last way in stays: where no
/// link can be sent, another provider or a key must be left.
pub async fn untie(
    app: &App,
    signed: &SignedIn,
    issuer: &str,
    name: &str,
) -> Result<bool, PeopleError> {
    let person = &signed.person;
    let mut write = app.store().open_people().await?;
    if !write.remove_identity(person.id, issuer).await? {
        return Ok(false);
    }
    if person.email.is_none() {
        let others = issuers_of(app, signed).await?;
        let other = others.iter().any(|one| one != issuer);
        if !other && app.store().keys_of(person.id).await?.is_empty() {
            return Err(PeopleError::LastDoor);
        }
    }
    let by = signed.author();
    let reason = "provider untied";
    write
        .tell(&line(app, by, person.id, Deed::Updated, reason))
        .await?;
    let change = DoorChange::ProviderRemoved;
    door_changed(app, &mut write, person, change, name).await?;
    write.commit().await?;
    Ok(true)
}

impl From<OidcError> for PeopleError {
    fn from(error: OidcError) -> Self {
        Self::Provider(error)
    }
}

async fn tie(
    app: &App,
    write: &mut PeopleWrite,
    person: PersonId,
    identity: &Identity,
) -> Result<(), PeopleError> {
    let (issuer, subject) = (&identity.issuer, &identity.subject);
    if !write
        .add_identity(person, issuer, subject, app.now())
        .await?
    {
        return Err(PeopleError::Taken);
    }
    let by = Author::Person(person);
    let entry = line(app, by, person, Deed::Updated, "provider tied");
    Ok(write.tell(&entry).await?)
}

/// Somebody whom a provider knows and who has no account yet: one is opened, without any role. An address that is not
/// proven is not kept; one that has an account is refused.
async fn newcomer(
    app: &App,
    write: &mut PeopleWrite,
    identity: &Identity,
) -> Result<Person, PeopleError> {
    let proven = identity
        .email
        .as_deref()
        .filter(|_| identity.email_verified);
    let email = proven.and_then(|text| Email::parse(text).ok());
    let full = full_name(identity);
    let shown = [full.as_str(), proven.unwrap_or_default(), &identity.subject];
    let name = shown
        .iter()
        .find_map(|text| text.parse::<PersonName>().ok());
    let name = name.ok_or(PeopleError::Forged)?;
    let person = accounts::add(app, write, NewPerson { email, name }).await?;
    let by = Author::Person(person.id);
    let reason = "account opened by a provider";
    write
        .tell(&line(app, by, person.id, Deed::Created, reason))
        .await?;
    tie(app, write, person.id, identity).await?;
    Ok(person)
}

fn full_name(identity: &Identity) -> String {
    let names = [
        identity.given_name.as_deref(),
        identity.usual_name.as_deref(),
    ];
    names.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// An account with a provider as its owner knows it: by its address, by their name, or as the provider numbers it.
fn account(identity: &Identity) -> String {
    let name = full_name(identity);
    match &identity.email {
        Some(email) => email.clone(),
        None if !name.is_empty() => name,
        None => identity.subject.clone(),
    }
}
