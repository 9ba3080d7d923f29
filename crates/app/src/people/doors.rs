//! The doors at which failures are counted, so that guessing is slow and nobody can be locked out by others.
//!
//! A browser that a person signed in with before has a door of its own: what strangers try elsewhere does not close
//! it. All other browsers share the door of the address. When that one is closed, a link by e-mail, a key or a provider
//! still open. An address without an account has a door too, which behaves the same.

use chrono::TimeDelta;
use portulan_model::PersonId;
use portulan_model::people::Email;
use sha2::{Digest, Sha256};

use super::{Browser, PeopleError, later};
use crate::App;

/// Failures after which a door is closed (ASVS 5.0, 6.3.1).
const ATTEMPTS: i64 = 10;
/// For how long failures count.
const WINDOW: TimeDelta = TimeDelta::minutes(15);

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

    /// Refuses when the door is closed.
    pub(super) async fn pass(&self, app: &App) -> Result<(), PeopleError> {
        let Some((failures, since)) = app.store().failures(&self.0).await? else {
            return Ok(());
        };
        let until = since.checked_add_signed(WINDOW).unwrap_or(since);
        if failures >= ATTEMPTS && app.now() < until {
            return Err(PeopleError::TooMany { until });
        }
        Ok(())
    }

    /// Counts a failure. Failures are counted before they are answered, so that many at once do not slip through.
    pub(super) async fn failed(&self, app: &App) -> Result<(), PeopleError> {
        let since = later(app, -WINDOW);
        let failures = app.store().count_failure(&self.0, app.now(), since).await?;
        if failures > ATTEMPTS {
            let until = later(app, WINDOW);
            return Err(PeopleError::TooMany { until });
        }
        Ok(())
    }

    /// The name under which failures are counted.
    pub(super) fn name(&self) -> &str {
        &self.0
    }
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
