//! What a mail says of a meeting: that it is convened, at another hour, or cancelled; with all that a calendar file needs.

use chrono::{DateTime, Utc};
use portulan_model::{MeetingId, Slug};
use serde::{Deserialize, Serialize};

/// What there is to say of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingNews {
    /// Members are asked to come.
    Convened,
    /// They were asked before: what is said now stands instead.
    Moved,
    /// It does not take place.
    Cancelled,
}

impl MeetingNews {
    /// All that can be said.
    pub const ALL: [Self; 3] = [Self::Convened, Self::Moved, Self::Cancelled];
}

/// A meeting as its members are told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingTold {
    /// What there is to say.
    pub what: MeetingNews,
    /// Which meeting.
    pub meeting: MeetingId,
    /// Of which body.
    pub body: Slug,
    /// How the body is called.
    pub name: String,
    /// How the meeting is called.
    pub title: String,
    /// When it begins.
    pub begins: DateTime<Utc>,
    /// When it ends.
    pub ends: DateTime<Utc>,
    /// Where, in words.
    pub place: Option<String>,
    /// What will be talked about, in order.
    pub agenda: Vec<String>,
    /// Why it is cancelled.
    pub reason: Option<String>,
    /// How many times members were told of it, this one counted.
    pub sequence: u32,
    /// When this was written.
    pub at: DateTime<Utc>,
}

impl MeetingTold {
    /// Whether it is of no more use to anybody.
    #[must_use]
    pub fn has_expired(&self, now: DateTime<Utc>) -> bool {
        now >= self.ends
    }
}
