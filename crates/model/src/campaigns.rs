//! Campaigns: the people of places are asked whether what is known of them is still right.
//!
//! A campaign asks organisations, or addresses where a place has no organisation: each is an [`Ask`], with its places. An
//! address is kept for as long as it serves; what tells one recipient from another is a keyed hash of it.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::{AskId, CampaignId, PlaceId, Slug};
use crate::journal::Author;
use crate::people::{Email, NotAnEmail};
use crate::territories::TerritoryKey;

/// Where places are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Within {
    /// In a territory.
    Territory(TerritoryKey),
    /// Among those of an organisation.
    Organisation(Slug),
}

/// How far what is known of a place must be doubted for it to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// Not at all: all places are.
    Any,
    /// What is probable, or to be checked.
    #[default]
    Unconfirmed,
    /// What is to be checked.
    ToVerify,
}

impl Doubt {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Unconfirmed, Self::ToVerify, Self::Any];

    /// The word of forms.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Any => "tous",
            Self::Unconfirmed => "non-confirmes",
            Self::ToVerify => "a-verifier",
        }
    }
}

/// Which places are asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Where.
    pub within: Within,
    /// Of which network; all where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<Slug>,
    /// How doubtful.
    #[serde(default)]
    pub doubt: Doubt,
    /// Not confirmed by the place itself for so many months; whenever where none is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
}

/// A campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Campaign {
    /// For ever.
    pub id: CampaignId,
    /// What those who run it call it.
    pub name: String,
    /// Which places.
    pub choice: Choice,
    /// Who began it.
    pub by: Author,
    /// When the first mails were written.
    pub created: DateTime<Utc>,
    /// The last instant at which its links serve.
    pub ends: DateTime<Utc>,
    /// When somebody ended it: no reminder leaves any more, and links serve as they were promised to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<DateTime<Utc>>,
    /// Days after the first mail on which those who did not answer are reminded, in order.
    #[serde(default)]
    pub reminders: Vec<u32>,
}

impl Campaign {
    /// Whether it still asks.
    #[must_use]
    pub fn runs(&self, now: DateTime<Utc>) -> bool {
        self.closed.is_none() && now <= self.ends
    }
}

/// Where a campaign writes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Recipient {
    /// An address of mail.
    Mail(Email),
    /// A mobile number, international, that takes short messages.
    Text(String),
}

impl Recipient {
    /// How a number begins in the outbox (RFC 3966).
    pub const NUMBER: &'static str = "tel:";
    /// How mobile numbers of European France begin.
    const MOBILE: [&'static str; 2] = ["+336", "+337"];
    /// Signs of such a number.
    const LENGTH: usize = 12;

    /// A number, where it takes short messages.
    #[must_use]
    pub fn text(number: &str) -> Option<Self> {
        let mobile = Self::MOBILE.iter().any(|start| number.starts_with(start));
        let digits = number.bytes().skip(1).all(|sign| sign.is_ascii_digit());
        let whole = mobile && digits && number.len() == Self::LENGTH;
        whole.then(|| Self::Text(number.to_owned()))
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mail(email) => email.fmt(f),
            Self::Text(number) => write!(f, "{}{number}", Self::NUMBER),
        }
    }
}

impl FromStr for Recipient {
    type Err = NotAnEmail;

    fn from_str(text: &str) -> Result<Self, NotAnEmail> {
        match text.strip_prefix(Self::NUMBER) {
            Some(number) => Self::text(number).ok_or_else(|| NotAnEmail(text.to_owned())),
            None => text.parse().map(Self::Mail),
        }
    }
}

/// What became of somebody who is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AskState {
    /// A mail left, or is about to; not all of their places have their answer.
    Waiting,
    /// All of their places have their answer.
    Answered,
    /// They want no such mail.
    Refused,
    /// Their address takes no mail.
    Bounced,
    /// No address is known.
    NoAddress,
}

impl AskState {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Answered,
        Self::Refused,
        Self::Bounced,
        Self::NoAddress,
    ];

    /// The word of storage and of messages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Refused => "refused",
            Self::Bounced => "bounced",
            Self::NoAddress => "no-address",
        }
    }
}

/// Somebody who is asked: an organisation, or an address where places have none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// What the link of the mail names.
    pub id: AskId,
    /// By which campaign.
    pub campaign: CampaignId,
    /// Who, the same from one campaign to the next: `structure-…`, a hash of the address, or the place.
    pub who: String,
    /// How they are called.
    pub name: String,
    /// The address, while it serves.
    pub recipient: Option<Recipient>,
    /// A keyed hash of the address; empty where none is known.
    pub hash: String,
    /// What became of them.
    pub state: AskState,
    /// When the first mail was written; nothing where none was.
    pub sent: Option<DateTime<Utc>>,
    /// How many reminders were written or let go.
    pub reminded: u32,
    /// When they had answered for all of their places.
    pub settled: Option<DateTime<Utc>>,
}

/// What is answered for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reply {
    /// All is right.
    Right,
    /// Something was put right, and the rest is.
    Corrected,
    /// The place is no more: somebody examines it.
    Gone,
}

impl Reply {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Right, Self::Corrected, Self::Gone];

    /// The word of storage and of messages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Corrected => "corrected",
            Self::Gone => "gone",
        }
    }
}

/// A place that somebody is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedPlace {
    /// Who is asked.
    pub ask: AskId,
    /// Which place.
    pub place: PlaceId,
    /// What they answered, and when.
    pub reply: Option<(Reply, DateTime<Utc>)>,
}
