//! What leaves by mail for whoever asks: kept with the browser that asked, and good in no other one (ASVS 5.0, 6.6.2).
//!
//! Whoever opens it elsewhere reads the mails of the address, so another one leaves at once for the browser that they hold;
//! the first is used up by that, so that a link asks for one mail at most.

use portulan_model::PersonId;
use portulan_store::PeopleWrite;
use serde::{Deserialize, Serialize};

use super::sign_in::Browser;
use super::{PeopleError, later, new_once_id};
use crate::operator::Secret;
use crate::signed::{Link, Purpose};
use crate::{App, Error};

/// What is kept of a link.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Asked {
    pub(super) person: PersonId,
    /// The page to go on to, as it was asked for.
    pub(super) next: Option<String>,
    /// The hash of the secret of the browser that asked. Nothing for a link that somebody hands over: no browser asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) browser: Option<String>,
}

impl Asked {
    /// Refuses the browsers that did not ask. Both sides are hashes of 256 random bits: the time tells nothing.
    pub(super) fn opens_in(&self, browser: &Browser) -> Result<(), PeopleError> {
        let Some(asked) = &self.browser else {
            return Ok(());
        };
        let held = browser.asked.as_ref().map(Secret::digest);
        if held.as_ref() == Some(asked) {
            Ok(())
        } else {
            Err(PeopleError::OtherBrowser)
        }
    }

    /// Reads what is kept; links of an earlier release kept the person alone.
    pub(super) fn read(kept: Option<&str>) -> Result<Self, PeopleError> {
        let person_alone = |text: &str| {
            let person = text.parse().ok()?;
            Some(Self {
                person,
                next: None,
                browser: None,
            })
        };
        let whole = |text: &str| serde_json::from_str(text).ok();
        let kept = kept.and_then(|text| whole(text).or_else(|| person_alone(text)));
        kept.ok_or(PeopleError::Used)
    }

    /// Keeps a link of a purpose, which serves once and for so long.
    pub(super) async fn put(
        &self,
        app: &App,
        write: &mut PeopleWrite,
        (purpose, lasts): (Purpose, chrono::TimeDelta),
    ) -> Result<Link, Error> {
        let (id, expires) = (new_once_id(app), later(app, lasts));
        let kept = serde_json::to_string(self).map_err(|error| Error::internal("link", error))?;
        write.put_once(&id, purpose.word(), &kept, expires).await?;
        Ok(Link::new(purpose, id.to_string(), expires))
    }
}

/// The secret of a browser, or a new one: what is asked for without any opens nowhere, and is asked for again.
pub(super) fn secret_of(app: &App, browser: &Browser) -> Secret {
    let held = browser.asked.clone();
    held.unwrap_or_else(|| Secret::draw(app))
}
