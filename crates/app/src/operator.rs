//! The operator's session: opened once by a link that the command line prints, kept as a hash, ended at will.
//!
//! Accounts come later; until then the person who can start the program is its operator, and proves it by this link.

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::journal::{Author, Deed, Entry};
use portulan_policy::{Actor, Capability, actions::OpenSession};
use sha2::{Digest, Sha256};

use crate::import::author;
use crate::{App, Error};

/// How long the link can be used.
pub(crate) const LINK_LASTS: TimeDelta = TimeDelta::minutes(15);
/// How long the session lasts.
pub(crate) const SESSION_LASTS: TimeDelta = TimeDelta::hours(8);
/// Length of a secret, in bytes.
const SECRET_BYTES: usize = 32;

/// A secret as the browser holds it: 64 hexadecimal digits. Only its hash is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// Draws one.
    #[must_use]
    pub fn draw(app: &App) -> Self {
        let mut bytes = [0; SECRET_BYTES];
        app.chance().fill(&mut bytes);
        Self(digits(&bytes))
    }

    /// Reads what a browser sent; `None` when it cannot be one of ours.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let shape =
            text.len() == SECRET_BYTES * 2 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        shape.then(|| Self(text.to_owned()))
    }

    /// The secret, to be handed to the browser and nowhere else.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }

    /// Its hash, as a text to keep.
    pub(crate) fn digest(&self) -> String {
        digits(&self.hash())
    }
}

/// Bytes as hexadecimal digits.
fn digits(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    digits
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

/// Draws a link that opens one session.
pub async fn one_time_link(
    app: &App,
    capability: &Capability<OpenSession>,
) -> Result<Secret, Error> {
    let link = Secret::draw(app);
    let entry = entry(
        app,
        author(capability.actor()),
        Deed::Created,
        "a link was drawn",
    );
    app.store()
        .put_link(capability, &link.hash(), later(app, LINK_LASTS), &entry)
        .await?;
    Ok(link)
}

/// Uses a link up: the secret of a new session, or `None` when the link is unknown, used or too old.
pub async fn redeem(app: &App, link: &Secret) -> Result<Option<Secret>, Error> {
    let session = Secret::draw(app);
    let entry = entry(app, Author::Operator, Deed::Updated, "the link was used");
    let (now, expires) = (app.now(), later(app, SESSION_LASTS));
    let opened = app
        .store()
        .redeem_link(&link.hash(), &session.hash(), now, expires, &entry)
        .await?;
    Ok(opened.then_some(session))
}

/// Who holds a session.
pub async fn actor(app: &App, session: Option<&Secret>) -> Result<Actor, Error> {
    let Some(session) = session else {
        return Ok(Actor::Visitor);
    };
    let open = app.store().session(&session.hash(), app.now()).await?;
    Ok(if open {
        Actor::Operator
    } else {
        Actor::Visitor
    })
}

/// Ends a session.
pub async fn end(app: &App, session: &Secret) -> Result<(), Error> {
    let entry = entry(
        app,
        Author::Operator,
        Deed::Removed,
        "the session was ended",
    );
    Ok(app.store().end_session(&session.hash(), &entry).await?)
}

/// A journal line about the operator's session. It never holds a secret.
fn entry(app: &App, author: Author, deed: Deed, reason: &str) -> Entry {
    Entry {
        at: app.now(),
        author,
        behalf: None,
        subject: None,
        object: "session-exploitation".to_owned(),
        deed,
        reason: reason.to_owned(),
        request: format!("session-{}", app.now().timestamp_millis()),
        before: None,
        after: None,
    }
}

fn later(app: &App, after: TimeDelta) -> DateTime<Utc> {
    app.now()
        .checked_add_signed(after)
        .unwrap_or_else(|| app.now())
}
