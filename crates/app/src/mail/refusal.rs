//! Who wants no more mail of a list. What is kept is a keyed hash of the address: it says nothing to anybody who has
//! the database alone, and it outlives the account.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{TimeDelta, Utc};

use super::message::{List, Message};
use crate::secret::Key;
use crate::signed::{Link, LinkError, Purpose};
use crate::{App, Error};

/// Names the use of the key.
const CONTEXT: &str = "portulan/recipient/1";
/// A mail of last year must still be able to be the last one.
const LASTS: TimeDelta = TimeDelta::days(400);

/// The link by which whoever receives a message receives no more of its list.
pub(super) fn link(app: &App, message: &Message, to: &str) -> Option<Link> {
    let list = message.list()?;
    let subject = format!("{}/{}", list.word(), hash(app.key().ok()?, to));
    let expires = app.now().checked_add_signed(LASTS);
    let expires = expires.unwrap_or(chrono::DateTime::<Utc>::MAX_UTC);
    Some(Link::new(Purpose::Unsubscribe, subject, expires))
}

/// Whether an address wants no more of a message's list.
pub(super) async fn is_refused(app: &App, message: &Message, to: &str) -> Result<bool, Error> {
    let Some(list) = message.list() else {
        return Ok(false);
    };
    let recipient = recipient(app, to)?;
    Ok(app.store().mail_refused(&recipient, list.word()).await?)
}

/// The list that a signed link asks to leave. Nothing is done yet.
pub fn asked_to_refuse(app: &App, text: &str) -> Result<List, Error> {
    read(app, text).map(|(list, _)| list)
}

/// Leaves the list that a signed link names; doing it twice changes nothing.
pub async fn refuse(app: &App, text: &str) -> Result<List, Error> {
    let (list, recipient) = read(app, text)?;
    app.store()
        .refuse_mail(&recipient, list.word(), app.now())
        .await?;
    Ok(list)
}

fn read(app: &App, text: &str) -> Result<(List, String), Error> {
    let link = Link::open(text, Purpose::Unsubscribe, app.key()?, app.now())?;
    let (word, recipient) = link.subject.split_once('/').ok_or(LinkError::Forged)?;
    let mut lists = List::ALL.into_iter();
    let list = lists.find(|list| list.word() == word);
    Ok((list.ok_or(LinkError::Forged)?, recipient.to_owned()))
}

/// What stands for an address where the address itself is not kept.
pub(crate) fn recipient(app: &App, address: &str) -> Result<String, Error> {
    Ok(hash(app.key()?, address))
}

/// Addresses that differ by case alone reach one person.
fn hash(key: &Key, address: &str) -> String {
    let code = key.derive(CONTEXT).code(address.to_lowercase().as_bytes());
    URL_SAFE_NO_PAD.encode(code)
}
