//! Mails to people: what can be said, the outbox, its delivery, and who wants no more of them.
//!
//! A mail is written with the change that it tells of ([`outgoing`], then `Write::put_mail`) or by itself ([`enqueue`]),
//! and leaves later by [`deliver_due`]. The outbox holds what a link opens, never the link: it is signed when the mail
//! is rendered. Words and frames are behind the port [`Renderer`], whose implementation is in `web`.

pub(crate) mod code;
mod deliver;
mod meeting;
mod message;
mod refusal;
mod smtp;
mod texts;

use portulan_model::MailId;
use portulan_model::mail::{KnownMail, MailState, Outgoing};
use portulan_policy::Capability;
use portulan_policy::actions::{ReadMail, SendMail};
use portulan_text::Email;

pub(crate) use deliver::KEPT;
pub use deliver::{Outbound, Round, blank_old, blank_past, deliver_due, keep_sending};
pub use meeting::{MeetingNews, MeetingTold};
pub use message::{Answer, DoorChange, List, Message};
pub(crate) use refusal::recipient;
pub use refusal::{asked_to_refuse, refuse};
pub use smtp::{Smtp, SmtpError, SmtpSettings};
pub use texts::{Handed, NotAGateway, ShortText, TextGateway, Webhook};

use crate::clock::draw;
use crate::signed::Link;
use crate::{App, Error};

/// Mails on a page of the log.
pub const MAILS_A_PAGE: u32 = 50;
/// What stands in the place of a link for whoever may read a mail without being the one that it is for.
const HIDDEN: &str = "lien-masque";
/// What stands in the place of a code.
const HIDDEN_CODE: &str = "••••••";

/// A message with what only this instant and this installation know of it.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// What is said.
    pub message: &'a Message,
    /// Code of the language.
    pub lang: &'a str,
    /// The signed text of the link of the message.
    pub link: Option<&'a str>,
    /// The code of the message.
    pub code: Option<&'a str>,
    /// The signed text of the link by which no more of these is received.
    pub unsubscribe: Option<&'a str>,
}

/// A message in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// Subject, on one line.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// As HTML.
    pub html: String,
    /// Whole address by which no more of these is received.
    pub unsubscribe: Option<String>,
    /// What goes with it, for the calendar of whoever receives it.
    pub calendar: Option<CalendarFile>,
}

/// A calendar file that goes with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile {
    /// What a calendar does with it (RFC 5546): `PUBLISH` or `CANCEL`.
    pub method: &'static str,
    /// The file (RFC 5545).
    pub text: String,
}

/// Why a message was not put in words.
pub type RenderError = Box<dyn std::error::Error + Send + Sync>;

/// Puts messages in words.
pub trait Renderer: Send + Sync {
    /// The message, in its language or in French.
    fn render(&self, letter: &Letter<'_>) -> Result<Rendered, RenderError>;

    /// The message in the few words of a short text.
    fn short(&self, letter: &Letter<'_>) -> Result<String, RenderError> {
        let rendered = self.render(letter)?;
        Ok(format!(
            "{} {}",
            rendered.subject,
            letter.link.unwrap_or_default()
        ))
    }
}

/// A mail to be put in the outbox, by the write of the change that it tells of. `key` names the occasion: two mails
/// with the same key are one; it never holds an address.
pub fn outgoing(
    app: &App,
    to: &Email,
    lang: &str,
    message: &Message,
    key: &str,
) -> Result<Outgoing, Error> {
    addressed(app, to.as_str(), lang, message, key)
}

/// The same, to an address of mail or a number.
pub(crate) fn addressed(
    app: &App,
    to: &str,
    lang: &str,
    message: &Message,
    key: &str,
) -> Result<Outgoing, Error> {
    let now = app.now();
    let (millis, random) = draw(now, app.chance());
    let parameters =
        serde_json::to_string(message).map_err(|error| Error::internal("mail", error))?;
    Ok(Outgoing {
        id: MailId::from_parts(millis, random),
        to: to.to_owned(),
        template: message.template().to_owned(),
        parameters,
        lang: lang.to_owned(),
        key: key.to_owned(),
        created: now,
    })
}

/// Puts a mail in the outbox by itself; `false` when one with the same key is there.
pub async fn enqueue(
    app: &App,
    capability: &Capability<SendMail>,
    mail: &Outgoing,
) -> Result<bool, Error> {
    Ok(app.store().put_mail(capability, mail).await?)
}

/// A page of the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// How many mails are in each state, all pages together.
    pub counts: Vec<(MailState, u64)>,
    /// The mails of the page, the newest first.
    pub mails: Vec<KnownMail>,
}

/// A page of the outbox, from 0, in one state or in all.
pub async fn log(
    app: &App,
    capability: &Capability<ReadMail>,
    state: Option<MailState>,
    page: u32,
) -> Result<Log, Error> {
    let offset = page.saturating_mul(MAILS_A_PAGE);
    let mails = app
        .store()
        .mails(capability, state, MAILS_A_PAGE, offset)
        .await?;
    let mut counts = app.store().count_mails(capability).await?;
    counts.sort_by_key(|(state, _)| MailState::ALL.iter().position(|known| known == state));
    Ok(Log { counts, mails })
}

/// Whether a mail that is shown opens what it opens for the person that it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// Links open nothing: whoever operates must not become somebody else by reading a mail.
    Hidden,
    /// Links are those of the mail: in the demonstration, where nothing leaves and nobody is real.
    Live,
}

/// A mail, and what it says as far as it is still known.
pub async fn preview(
    app: &App,
    capability: &Capability<ReadMail>,
    id: MailId,
    renderer: &dyn Renderer,
    links: Links,
) -> Result<(KnownMail, Option<Rendered>), Error> {
    let known = app
        .store()
        .mail(capability, id)
        .await?
        .ok_or_else(|| Error::NotFound(id.to_string()))?;
    let Ok(message) = serde_json::from_str::<Message>(&known.mail.parameters) else {
        return Ok((known, None));
    };
    let unsubscribe = refusal::link(app, &message, &known.mail.to);
    let token = |link: Link| match (links, app.key()) {
        (Links::Live, Ok(key)) => link.sign(key),
        _ => HIDDEN.to_owned(),
    };
    let (link, unsubscribe) = (
        message.link().cloned().map(token),
        unsubscribe.map(|_link| HIDDEN.to_owned()),
    );
    let code = match (links, app.key()) {
        (Links::Live, Ok(key)) => message.code(key),
        _ => Some(HIDDEN_CODE.to_owned()),
    };
    let letter = Letter {
        message: &message,
        lang: &known.mail.lang,
        link: link.as_deref(),
        code: code.as_deref(),
        unsubscribe: unsubscribe.as_deref(),
    };
    let rendered = renderer.render(&letter).map_err(unrendered)?;
    Ok((known, Some(rendered)))
}

fn unrendered(source: RenderError) -> Error {
    Error::Internal {
        context: "words of a mail",
        source,
    }
}
