//! Addresses that take no mail: found when a server refuses one at once, or when it sends a notice later. A campaign does
//! not write there again; another address of the place is another one.

use portulan_model::MailId;
use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::mail::Outgoing;
use portulan_policy::actions::{ReadMail, SendMail};
use portulan_policy::{Capability, Node, allow};

use super::JOB;
use super::delivery_status::failures;
use crate::mail::{List, Message, recipient};
use crate::{App, Error};

/// What a notice says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returned {
    /// The address of a campaign takes no mail: it is kept.
    Kept,
    /// It was known.
    Known,
    /// The mail is none of a campaign of this installation, or of too long ago.
    NotOurs,
}

/// Reads a notice of failure (RFC 3464); one answer for each address that it speaks of. Only a notice that gives back the
/// id of a mail is believed: nobody else knows it.
pub async fn bounce(
    app: &App,
    capability: &Capability<SendMail>,
    notice: &[u8],
) -> Result<Vec<Returned>, Error> {
    let read = allow::<ReadMail>(&JOB, &Node::Installation)?;
    let mut returned = Vec::new();
    for failure in failures(notice) {
        let mail = match failure.mail {
            Some(id) => app.store().mail(&read, id).await?,
            None => None,
        };
        let known = match mail {
            Some(known) if !known.mail.to.is_empty() => {
                address_bounced(app, capability, &known.mail).await?
            }
            _ => Returned::NotOurs,
        };
        returned.push(known);
    }
    Ok(returned)
}

/// A server knows no address of this mail. Mails of other lists say nothing of an address of a place.
pub(crate) async fn address_bounced(
    app: &App,
    capability: &Capability<SendMail>,
    mail: &Outgoing,
) -> Result<Returned, Error> {
    let message: Option<Message> = serde_json::from_str(&mail.parameters).ok();
    if message.and_then(|message| message.list()) != Some(List::Campaigns) {
        return Ok(Returned::NotOurs);
    }
    let hash = recipient(app, &mail.to)?;
    let mut write = app.store().begin_bounce(capability).await?;
    let new = write
        .put_bounce(&hash, app.now(), &entry(app, mail.id))
        .await?;
    write.settle_unreachable(List::Campaigns.word()).await?;
    write.commit().await?;
    Ok(if new { Returned::Kept } else { Returned::Known })
}

/// Which mail came back; no address.
fn entry(app: &App, mail: MailId) -> Entry {
    Entry {
        at: app.now(),
        author: Author::Job("mail".to_owned()),
        behalf: None,
        subject: None,
        object: format!("message-{mail}"),
        deed: Deed::Updated,
        reason: "bounced".to_owned(),
        request: format!("messages-{}", app.now().timestamp_millis()),
        before: None,
        after: None,
    }
}
