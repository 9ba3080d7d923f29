//! Sessions: who asks, which of their sessions are open, and how they end.

use std::sync::Arc;

use chrono::TimeDelta;
use portulan_model::PersonId;
use portulan_model::journal::{Author, Deed};
use portulan_model::people::Person;
use portulan_policy::actions::ManagePeople;
use portulan_policy::{Actor, Capability, Grant, Holder};
use portulan_store::{PeopleWrite, PersonSession};

use super::doors::forget_links;
use super::sign_in::Proof;
use super::{later, line};
use crate::import::author;
use crate::operator::Secret;
use crate::{App, Error};

/// How long a session lasts, whatever is done with it.
pub(crate) const LASTS: TimeDelta = TimeDelta::days(14);
/// How long it lasts when nothing is done with it: a working day (ASVS 5.0, 7.3.1).
const IDLE: TimeDelta = TimeDelta::hours(12);
/// How old what is kept of its use may be, so that reading does not write each time.
const TOUCH_AFTER: TimeDelta = TimeDelta::minutes(5);
/// How long after a proof of identity the dangerous things can be done (ASVS 5.0, 7.5.1).
const FRESHLY: TimeDelta = TimeDelta::minutes(30);
/// Longest description of a browser that is kept, in characters.
const AGENT: usize = 160;

/// Who asks.
#[derive(Debug, Clone)]
pub enum Who {
    /// Anybody.
    Visitor,
    /// Whoever opened the operator's session.
    Operator,
    /// A person with an account.
    Person(Box<SignedIn>),
}

/// A person in an open session.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Who.
    pub person: Person,
    /// Through which session.
    pub session: PersonSession,
    holder: Arc<Holder>,
    fresh: bool,
    held_back: bool,
}

impl SignedIn {
    /// Whether the person proved who they are a short time ago.
    #[must_use]
    pub const fn is_fresh(&self) -> bool {
        self.fresh
    }

    /// Whether a role of theirs waits until they come in by a key or a provider.
    #[must_use]
    pub const fn is_held_back(&self) -> bool {
        self.held_back
    }

    /// As the author of what they do.
    #[must_use]
    pub fn author(&self) -> Author {
        Author::Person(self.person.id)
    }
}

impl SignedIn {
    /// As the policy knows them.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::Person(Arc::clone(&self.holder))
    }
}

impl Who {
    /// As the policy knows them.
    #[must_use]
    pub fn actor(&self) -> Actor {
        match self {
            Self::Visitor => Actor::Visitor,
            Self::Operator => Actor::Operator,
            Self::Person(signed) => signed.actor(),
        }
    }
}

/// Who holds a secret. Roles are read each time: one that was taken back is worth nothing at the next request.
pub async fn who(app: &App, secret: Option<&Secret>) -> Result<Who, Error> {
    let Some(secret) = secret else {
        return Ok(Who::Visitor);
    };
    let (store, now, hash) = (app.store(), app.now(), secret.hash());
    if store.session(&hash, now).await? {
        return Ok(Who::Operator);
    }
    let Some(session) = store.person_session(&hash, now).await? else {
        return Ok(Who::Visitor);
    };
    if now - session.seen > IDLE {
        return Ok(Who::Visitor);
    }
    let Some(person) = store.person(session.person).await? else {
        return Ok(Who::Visitor);
    };
    if now - session.seen > TOUCH_AFTER {
        store.touch_session(&hash, now).await?;
    }
    let grants = store.grants_of(person.id).await?;
    let grants = grants.into_iter().map(|given| given.grant);
    let weak = app.asks_strong_sign_in() && !session.means.outlives_the_mailbox();
    let (held, grants): (Vec<Grant>, Vec<Grant>) =
        grants.partition(|grant| weak && grant.role().asks_second_factor());
    let held_back = held.iter().any(|grant| grant.stands_at(now));
    // Whoever reads the mailbox of somebody with a key must not be able to add one of their own.
    let proven = !weak || !has_strong_door(app, person.id).await?;
    Ok(Who::Person(Box::new(SignedIn {
        holder: Arc::new(Holder::at(person.id, grants, now)),
        fresh: proven && now - session.proven <= FRESHLY,
        held_back,
        person,
        session,
    })))
}

/// Whether somebody has a key, or an account with a provider.
async fn has_strong_door(app: &App, person: PersonId) -> Result<bool, Error> {
    let keys = app.store().keys_of(person).await?;
    Ok(!keys.is_empty() || !app.store().identities_of(person).await?.is_empty())
}

/// The open sessions of a person, the last used first.
pub async fn of(app: &App, signed: &SignedIn) -> Result<Vec<PersonSession>, Error> {
    let now = app.now();
    let mut sessions = app.store().sessions_of(signed.person.id, now).await?;
    sessions.retain(|session| now - session.seen <= IDLE);
    Ok(sessions)
}

/// Ends the session of a secret.
pub async fn close(app: &App, signed: &SignedIn, secret: &Secret) -> Result<(), Error> {
    let mut write = app.store().open_people().await?;
    write.close_session(&secret.hash()).await?;
    tell(app, &mut write, signed, "session ended").await?;
    Ok(write.commit().await?)
}

/// Ends one session of the same person; `false` when they have no such session.
pub async fn close_labelled(app: &App, signed: &SignedIn, label: &str) -> Result<bool, Error> {
    let mut write = app.store().open_people().await?;
    if !write.close_labelled(signed.person.id, label).await? {
        return Ok(false);
    }
    tell(app, &mut write, signed, "session ended from another one").await?;
    write.commit().await?;
    Ok(true)
}

/// Ends all other sessions of the same person.
pub async fn close_others(app: &App, signed: &SignedIn) -> Result<(), Error> {
    let mut write = app.store().open_people().await?;
    write
        .close_others(signed.person.id, Some(&signed.session.label))
        .await?;
    forget_links(&mut write, signed.person.id).await?;
    tell(app, &mut write, signed, "all other sessions ended").await?;
    Ok(write.commit().await?)
}

/// Ends all sessions of a person, whoever asks for it: a device was lost, or somebody else is in.
pub async fn close_all(
    app: &App,
    capability: &Capability<ManagePeople>,
    person: PersonId,
) -> Result<(), Error> {
    let mut write = app.store().open_people().await?;
    write.close_others(person, None).await?;
    forget_links(&mut write, person).await?;
    let by = author(capability.actor());
    let reason = "all sessions ended by whoever operates";
    let entry = line(app, by, person, Deed::Updated, reason);
    write.tell(&entry).await?;
    Ok(write.commit().await?)
}

async fn tell(
    app: &App,
    write: &mut PeopleWrite,
    signed: &SignedIn,
    reason: &str,
) -> Result<(), Error> {
    let entry = line(
        app,
        signed.author(),
        signed.person.id,
        Deed::Updated,
        reason,
    );
    Ok(write.tell(&entry).await?)
}

/// Opens a session in a write, and gives its secret.
pub(super) async fn open(
    app: &App,
    write: &mut PeopleWrite,
    person: &Person,
    proof: Proof,
    agent: &str,
) -> Result<Secret, Error> {
    let secret = Secret::draw(app);
    let now = app.now();
    let agent = agent.chars().filter(|letter| !letter.is_control());
    let session = PersonSession {
        label: Secret::draw(app).reveal().chars().take(LABEL).collect(),
        person: person.id,
        means: proof.means,
        agent: agent.take(AGENT).collect(),
        created: now,
        proven: proof.at,
        seen: now,
        expires: later(app, LASTS),
    };
    write.open_session(&secret.hash(), &session).await?;
    let reason = format!("signed in: {}", proof.means.word());
    let entry = line(
        app,
        Author::Person(person.id),
        person.id,
        Deed::Updated,
        &reason,
    );
    write.tell(&entry).await?;
    Ok(secret)
}

/// Length of the label of a session, in hexadecimal digits.
const LABEL: usize = 16;
