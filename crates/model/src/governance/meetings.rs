//! One dated meeting of a body: planned, convened, held, its minutes approved; or cancelled.
//!
//! The national platform knows committees as a rhythm only: no meeting, nobody present, no minutes. Here a proxy is given
//! to a member who is present, one to each; those who sit are the members of that day.

mod attendance;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::decisions::DecisionRef;
use super::documents::Attachment;
use super::minutes::Minutes;
use crate::ids::{CommitteeId, MeetingId, PlaceId, Slug};

pub use attendance::{Attendance, AttendanceError, Presence};

/// A point of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// What it is about.
    pub title: String,
    /// How many minutes are meant for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// What is to be read before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Attachment>,
}

/// When and where one meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Convocation {
    /// When it begins.
    pub begins: DateTime<Utc>,
    /// When it ends.
    pub ends: DateTime<Utc>,
    /// In which place of the directory, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    /// Where, in words: a room, an address, a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
}

/// Where a meeting is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum MeetingState {
    /// A day is meant.
    Planned {
        /// Which.
        on: NaiveDate,
    },
    /// Members were asked to come.
    Convened {
        /// When and where.
        convocation: Convocation,
        /// When they were asked.
        sent: DateTime<Utc>,
    },
    /// It took place; its minutes are being written.
    Held {
        /// When and where.
        convocation: Convocation,
        /// Who was there.
        attendance: Attendance,
        /// What was said.
        #[serde(default)]
        minutes: Minutes,
    },
    /// Its minutes are settled and change no more.
    Approved {
        /// When and where.
        convocation: Convocation,
        /// Who was there.
        attendance: Attendance,
        /// What was said.
        minutes: Minutes,
        /// The day on which they were approved.
        on: NaiveDate,
        /// The decision that approved them, where one did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decision: Option<DecisionRef>,
    },
    /// It did not take place.
    Cancelled {
        /// The day that was meant.
        was: NaiveDate,
        /// Why.
        reason: String,
        /// When and where it was to be, where members had been asked to come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        convocation: Option<Convocation>,
    },
}

impl MeetingState {
    /// The word of addresses and of storage.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Planned { .. } => "prevue",
            Self::Convened { .. } => "convoquee",
            Self::Held { .. } => "tenue",
            Self::Approved { .. } => "approuvee",
            Self::Cancelled { .. } => "annulee",
        }
    }
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// For ever.
    pub id: MeetingId,
    /// Of which body.
    pub body: Slug,
    /// Of which of its committees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committee: Option<CommitteeId>,
    /// How it is called.
    pub title: String,
    /// What is to be talked about, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<AgendaItem>,
    /// Whether everybody may see its day, its agenda and, once approved, its minutes.
    #[serde(default)]
    pub public: bool,
    /// How many times its members were told of it: of two calendar files, the higher one stands.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub told: u32,
    /// Where it is.
    pub state: MeetingState,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
const fn is_zero(told: &u32) -> bool {
    *told == 0
}

/// A step that this state does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a meeting that is {0} does not allow this")]
pub struct NotNow(pub &'static str);

impl Meeting {
    /// The day on which it is or was meant.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        match &self.state {
            MeetingState::Planned { on } => *on,
            MeetingState::Convened { convocation, .. }
            | MeetingState::Held { convocation, .. }
            | MeetingState::Approved { convocation, .. } => convocation.begins.date_naive(),
            MeetingState::Cancelled { was, .. } => *was,
        }
    }

    /// The same without what only members read: agenda, presences, minutes and reasons. One that everybody may see keeps
    /// its agenda, and its minutes once they are approved; what is to be read before stays with members.
    #[must_use]
    pub fn for_everybody(mut self) -> Self {
        if !self.public {
            self.agenda.clear();
        }
        for item in &mut self.agenda {
            item.documents.clear();
        }
        match &mut self.state {
            MeetingState::Held {
                attendance,
                minutes,
                ..
            } => {
                *attendance = Attendance::default();
                *minutes = Minutes::default();
            }
            MeetingState::Approved {
                attendance,
                minutes,
                ..
            } => {
                *attendance = Attendance::default();
                *minutes = if self.public {
                    std::mem::take(minutes).for_everybody()
                } else {
                    Minutes::default()
                };
            }
            MeetingState::Cancelled { reason, .. } if !self.public => reason.clear(),
            _ => {}
        }
        self
    }

    /// When and where, once members were asked to come.
    #[must_use]
    pub const fn convocation(&self) -> Option<&Convocation> {
        match &self.state {
            MeetingState::Planned { .. } => None,
            MeetingState::Convened { convocation, .. }
            | MeetingState::Held { convocation, .. }
            | MeetingState::Approved { convocation, .. } => Some(convocation),
            MeetingState::Cancelled { convocation, .. } => convocation.as_ref(),
        }
    }

    /// Who was there, once it was held.
    #[must_use]
    pub const fn attendance(&self) -> Option<&Attendance> {
        match &self.state {
            MeetingState::Held { attendance, .. } | MeetingState::Approved { attendance, .. } => {
                Some(attendance)
            }
            _ => None,
        }
    }

    /// Whether its agenda may still be written: nobody changes what was talked about.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(
            self.state,
            MeetingState::Planned { .. } | MeetingState::Convened { .. }
        )
    }

    /// Whether it took place.
    #[must_use]
    pub const fn took_place(&self) -> bool {
        self.attendance().is_some()
    }

    /// Whether it is still to come on a day.
    #[must_use]
    pub fn is_ahead(&self, day: NaiveDate) -> bool {
        self.is_open() && self.day() >= day
    }

    /// Another day is meant: only while nobody was asked to come.
    pub fn move_to(self, on: NaiveDate) -> Result<Self, NotNow> {
        match self.state {
            MeetingState::Planned { .. } => Ok(self.with(MeetingState::Planned { on })),
            _ => Err(NotNow(self.state.word())),
        }
    }

    /// Members are asked to come, or are told that it is at another time.
    pub fn convene(
        mut self,
        convocation: Convocation,
        sent: DateTime<Utc>,
    ) -> Result<Self, NotNow> {
        if !self.is_open() {
            return Err(NotNow(self.state.word()));
        }
        self.told = self.told.saturating_add(1);
        Ok(self.with(MeetingState::Convened { convocation, sent }))
    }

    /// It took place. Until its minutes are approved, who was there may be set right.
    pub fn hold(mut self, attendance: Attendance) -> Result<Self, NotNow> {
        let (convocation, minutes) = match self.state {
            MeetingState::Convened { convocation, .. } => (convocation, Minutes::default()),
            MeetingState::Held {
                convocation,
                minutes,
                ..
            } => (convocation, minutes),
            other => return Err(NotNow(other.word())),
        };
        self.state = MeetingState::Held {
            convocation,
            attendance,
            minutes,
        };
        Ok(self)
    }

    /// Its minutes, as they are written now.
    pub fn write(mut self, with: Minutes) -> Result<Self, NotNow> {
        match &mut self.state {
            MeetingState::Held { minutes, .. } => {
                *minutes = with;
                Ok(self)
            }
            other => Err(NotNow(other.word())),
        }
    }

    /// Its minutes are approved: there are some, and they change no more.
    pub fn approve(mut self, on: NaiveDate, decision: Option<DecisionRef>) -> Result<Self, NotNow> {
        match self.state {
            MeetingState::Held {
                convocation,
                attendance,
                minutes,
            } if !minutes.is_empty() => {
                self.state = MeetingState::Approved {
                    convocation,
                    attendance,
                    minutes,
                    on,
                    decision,
                };
                Ok(self)
            }
            other => Err(NotNow(other.word())),
        }
    }

    /// It does not take place.
    pub fn cancel(mut self, reason: String) -> Result<Self, NotNow> {
        if !self.is_open() {
            return Err(NotNow(self.state.word()));
        }
        let (was, convocation) = (self.day(), self.convocation().cloned());
        // Members who were asked to come are told; those who were not have nothing to forget.
        if convocation.is_some() {
            self.told = self.told.saturating_add(1);
        }
        Ok(self.with(MeetingState::Cancelled {
            was,
            reason,
            convocation,
        }))
    }

    fn with(mut self, state: MeetingState) -> Self {
        self.state = state;
        self
    }
}

#[cfg(test)]
mod tests;
