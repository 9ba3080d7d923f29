//! People with an account: their sessions, their roles, how they come in, what they may take away and have erased.
//!
//! The public needs none of it. An account is opened by the operator, by an invitation, or by a provider of identity;
//! what it allows is decided by the roles it is given, one by one, on nodes.

mod accounts;
mod asked;
mod doors;
mod erasure;
mod invitations;
mod keys;
mod notices;
mod passwords;
mod providers;
mod recovery;
mod roles;
mod second;
mod sessions;
mod sign_in;
mod strays;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::journal::{Author, Deed, Entry, person_object};
use portulan_model::{GrantId, OnceId, PersonId};
use thiserror::Error;

pub(crate) use doors::FAILURES_KEPT;
pub(crate) use invitations::LASTS as INVITATION_LASTS;
pub(crate) use sessions::LASTS as SESSION_LASTS;
pub(crate) use sign_in::{DEVICE_LASTS, HANDED_LASTS, LINK_LASTS};

pub use accounts::{NewPerson, Seen, change, is_empty, list, open_account};
pub use erasure::{Export, erase, erase_own, export};
pub use invitations::{Invitation, NewInvitation, accept, invitation, invite, standing, withdraw};
pub use keys::{
    OwnKey, begin_by_key, begin_enrolment, finish_enrolment, forget_keys, keys_of, open_by_key,
    remove_key,
};
pub use notices::{close_by_link, person_of_closing};
pub use passwords::{has_password, open_by_password, set_password};
pub use portulan_store::{GivenRole, PersonSession};
pub use providers::{
    Errand, Returned, begin_by_provider, issuers_of, open_by_provider, tied, untie,
};
pub use recovery::{ask_recovery, ask_recovery_here, person_of_recovery, recover};
pub(crate) use roles::word;
pub use roles::{Given, end_of_day, give, held_on, take_back};
pub use second::{open_by_code, waits};
pub use sessions::{
    SignedIn, Who, close, close_all, close_labelled, close_others, of as sessions_of, who,
};
pub use sign_in::{
    Browser, Opened, ask_link, ask_link_here, link_of, open_by_link, person_of_link,
};
pub use strays::strays;

use crate::clock::draw;
use crate::identity::oidc::OidcError;
use crate::identity::passkey::PasskeyError;
use crate::identity::password::PasswordRefusal;
use crate::signed::LinkError;
use crate::{App, Error};

/// Why a person does not come in, or does not get what they ask about an account.
#[derive(Debug, Error)]
pub enum PeopleError {
    /// The link is not one of ours, or was meant for something else: ask for another.
    #[error("the link was not made here")]
    Forged,
    /// The link came too late: ask for another.
    #[error("the link has expired")]
    Expired,
    /// The link has served: ask for another.
    #[error("the link has served already")]
    Used,
    /// Another browser asked for the link: ask for one here.
    #[error("another browser asked for the link")]
    OtherBrowser,
    /// The password is right, and a code was sent by e-mail: it is typed in the same browser.
    #[error("a code was sent by e-mail")]
    CodeAsked,
    /// It is not the code that was sent.
    #[error("not the code that was sent; {left} tries are left")]
    WrongCode {
        /// How many tries are left.
        left: i64,
    },
    /// The address and the password do not go together; which of the two is wrong is not told.
    #[error("the address and the password do not go together")]
    Wrong,
    /// Too many attempts from browsers that are not known: wait, or ask for a link, which always works.
    #[error("too many attempts; try again at {until}")]
    TooMany {
        /// When the next attempt counts.
        until: DateTime<Utc>,
    },
    /// Too many people at the door: come back in a moment.
    #[error("too many passwords are being checked")]
    Busy,
    /// The password is not accepted.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
    /// The key did not open.
    #[error(transparent)]
    Passkey(#[from] PasskeyError),
    /// The provider did not say who it is.
    #[error(transparent)]
    Provider(OidcError),
    /// The address has an account.
    #[error("the address has an account")]
    Taken,
    /// The address has an account: its person must come in first, by the link that was just sent.
    #[error("the person must sign in first")]
    SignInFirst,
    /// Another person must do it: nobody gives a role that they do not hold above, or for longer than theirs.
    #[error("this role is not yours to give")]
    NotYoursToGive,
    /// So many invitations leave in a day, and no more: go on tomorrow.
    #[error("{most} invitations were sent in a day, and no more leave")]
    TooManyInvitations {
        /// How many.
        most: i64,
    },
    /// It is the only way into the account: add another one first.
    #[error("nothing would be left to come in by")]
    LastDoor,
    /// The only manager of the organisation must name another one first, or be replaced from above.
    #[error("nobody would be left to answer for the organisation")]
    LastManager,
    /// The only operator must name another one first.
    #[error("nobody would be left to run the installation")]
    LastOperator,
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<portulan_store::StoreError> for PeopleError {
    fn from(error: portulan_store::StoreError) -> Self {
        Self::Other(error.into())
    }
}

impl From<LinkError> for PeopleError {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Forged => Self::Forged,
            LinkError::Expired => Self::Expired,
        }
    }
}

/// A journal line about an account. It names the person by their id, and holds nothing else of theirs.
pub(crate) fn line(app: &App, author: Author, person: PersonId, deed: Deed, reason: &str) -> Entry {
    entry(app, author, person_object(person), deed, reason)
}

fn entry(app: &App, author: Author, object: String, deed: Deed, reason: &str) -> Entry {
    Entry {
        at: app.now(),
        author,
        behalf: None,
        subject: None,
        object,
        deed,
        reason: reason.to_owned(),
        request: format!("comptes-{}", app.now().timestamp_millis()),
        before: None,
        after: None,
    }
}

fn new_person_id(app: &App) -> PersonId {
    let (millis, random) = draw(app.now(), app.chance());
    PersonId::from_parts(millis, random)
}

pub(crate) fn new_grant_id(app: &App) -> GrantId {
    let (millis, random) = draw(app.now(), app.chance());
    GrantId::from_parts(millis, random)
}

fn new_once_id(app: &App) -> OnceId {
    let (millis, random) = draw(app.now(), app.chance());
    OnceId::from_parts(millis, random)
}

fn later(app: &App, after: TimeDelta) -> DateTime<Utc> {
    app.now()
        .checked_add_signed(after)
        .unwrap_or_else(|| app.now())
}

/// Forgets sessions, links, invitations and failures whose time has passed. A job calls it.
pub async fn forget_past(app: &App) -> Result<(), Error> {
    let mut write = app.store().open_people().await?;
    write.forget_past(app.now()).await?;
    Ok(write.commit().await?)
}
