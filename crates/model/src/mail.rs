//! A mail on its way: what is to be said to whom, and what became of it. What it says lives in `app::mail`.

use chrono::{DateTime, Utc};

use crate::ids::MailId;

/// A mail to be sent. It holds no link that opens anything: links are signed when it is rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Its id, also that of the message that is sent: a second copy is known for what it is.
    pub id: MailId,
    /// Address, already read as one.
    pub to: String,
    /// Which message.
    pub template: String,
    /// What the message is filled with, as JSON.
    pub parameters: String,
    /// Code of the language.
    pub lang: String,
    /// Two mails with the same key are one: `campaign-3/structure-12/first`. Never an address.
    pub key: String,
    /// When it was written.
    pub created: DateTime<Utc>,
}

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MailState {
    /// To be sent, or tried again.
    Waiting,
    /// The server took it.
    Sent,
    /// The server refused it for good, or was asked too often.
    Failed,
    /// The server knows no such address.
    Bounced,
    /// It was too late, or the person wants no more of it.
    Dropped,
}

impl MailState {
    /// All states.
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Sent,
        Self::Failed,
        Self::Bounced,
        Self::Dropped,
    ];

    /// Its word in storage.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Bounced => "bounced",
            Self::Dropped => "dropped",
        }
    }
}

/// A mail as the outbox knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownMail {
    /// What is said to whom; without address nor parameters once its time of keeping is over.
    pub mail: Outgoing,
    /// What became of it.
    pub state: MailState,
    /// How often a server was asked to take it.
    pub attempts: u32,
    /// When a server is asked next, while it waits.
    pub next: DateTime<Utc>,
    /// When it stopped waiting.
    pub settled: Option<DateTime<Utc>>,
    /// What went wrong the last time.
    pub error: Option<String>,
}
