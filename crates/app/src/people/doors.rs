//! The doors at which failures are counted, so that guessing is slow and nobody can be locked out by others.
//!
//! A browser that a person signed in with before has a door of its own: what strangers try elsewhere does not close
//! it. All other browsers share the door of the address. When that one is closed, a link by e-mail, a key or a provider
//! still open. An address without an account has a door too, which behaves the same.

use chrono::TimeDelta;
use portulan_model::PersonId;
use portulan_model::people::Email;
use portulan_store::PeopleWrite;
use sha2::{Digest, Sha256};

use super::{Browser, LINK_LASTS, PeopleError, later};
use crate::{App, Error};

/// Failures after which a door is closed (ASVS 5.0, 6.3.1).
const ATTEMPTS: i64 = 10;
/// For how long failures count.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// How long failures are kept, which `FORGET_OLD_FAILURES` of the store knows as well.
pub(crate) const FAILURES_KEPT: TimeDelta = TimeDelta::days(1);

/// Where failures are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Door(String);

impl Door {
    /// The door that a browser comes to with an address.
    pub(super) async fn of(
        app: &App,
        email: &Email,
        person: Option<PersonId>,
        browser: &Browser,
    ) -> Result<Self, PeopleError> {
        if let Some((person, device)) = person.zip(browser.device.as_ref())
            && app
                .store()
                .knows_device(&device.hash(), person, app.now())
                .await?
        {
            return Ok(Self(digest("known", device.reveal())));
        }
        Ok(Self(digest("new", email.as_str())))
    }

    /// Takes an attempt: it is counted before anything is checked, so that many at once do not slip through. Whoever gets
    /// in gives back all of them.
    pub(super) async fn take(&self, app: &App) -> Result<(), PeopleError> {
        let since = later(app, -WINDOW);
        let attempts = app.store().count_failure(&self.0, app.now(), since).await?;
        if attempts > ATTEMPTS {
            let until = later(app, WINDOW);
            return Err(PeopleError::TooMany { until });
        }
        Ok(())
    }

    /// The name under which failures are counted.
    pub(super) fn name(&self) -> &str {
        &self.0
    }

    /// The door for the codes that a right password asks for: whoever knows the password and reads no mail closes this one,
    /// and none that its owner comes to.
    pub(super) fn of_codes(&self) -> Self {
        Self(format!("codes-{}", self.0))
    }

    /// The door for what is typed as one code.
    pub(super) fn of_code(number: &str) -> Self {
        Self(digest("code", number))
    }

    /// Counts one more at this door, since so long ago; how many that makes.
    pub(super) async fn count(&self, app: &App, window: TimeDelta) -> Result<i64, Error> {
        let since = later(app, -window);
        Ok(app.store().count_failure(&self.0, app.now(), since).await?)
    }
}

/// Links that are sent to an address: one of a kind for as long as it serves, unless it has served before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// To sign in.
    SignIn,
    /// To set a password.
    Recovery,
}

impl Letters {
    /// Whether another one may leave now; it is counted.
    pub(super) async fn may_leave(
        self,
        app: &App,
        write: &mut PeopleWrite,
        person: PersonId,
    ) -> Result<bool, Error> {
        let name = self.name(person);
        let since = later(app, -LINK_LASTS);
        Ok(write.count_attempt(&name, app.now(), since).await? == 1)
    }

    /// One has served: another may leave at once. Only whoever reads the mails of the address comes here.
    pub(super) async fn arrived(
        self,
        write: &mut PeopleWrite,
        person: PersonId,
    ) -> Result<(), Error> {
        Ok(write.forget_failures(&self.name(person)).await?)
    }

    fn name(self, person: PersonId) -> String {
        let kind = match self {
            Self::SignIn => "letters-sign-in",
            Self::Recovery => "letters-recovery",
        };
        digest(kind, &person.to_string())
    }
}

/// Forgets the links by which a person could come in: others may leave at once.
pub(super) async fn forget_links(write: &mut PeopleWrite, person: PersonId) -> Result<(), Error> {
    write.forget_links(person).await?;
    Letters::SignIn.arrived(write, person).await?;
    Letters::Recovery.arrived(write, person).await
}

/// What is counted over a day: nobody sends more invitations than a person can mean.
pub(super) async fn count_today(
    app: &App,
    write: &mut PeopleWrite,
    (kind, of): (&str, &str),
) -> Result<i64, Error> {
    let since = later(app, -TimeDelta::days(1));
    let name = digest(kind, of);
    Ok(write.count_attempt(&name, app.now(), since).await?)
}

/// No address is kept in clear with what went wrong.
fn digest(kind: &str, of: &str) -> String {
    use std::fmt::Write as _;
    let mut text = format!("{kind}:");
    for byte in Sha256::digest(of.as_bytes()).iter().take(16) {
        let _infallible = write!(text, "{byte:02x}");
    }
    text
}
