//! One dated meeting of a body: planned, convened, held, its minutes approved; or cancelled.
//!
//! The national platform knows committees as a rhythm only: no meeting, nobody present, no minutes. Here a proxy is given
//! to a member who is present, one to each; those who sit are the members of that day.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::decisions::DecisionRef;
use super::documents::Attachment;
use super::minutes::Minutes;
use crate::ids::{CommitteeId, MeetingId, PlaceId, Slug};

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

/// What a member was at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "was")]
pub enum Presence {
    /// There.
    Present,
    /// Not there, and another spoke for it.
    Represented {
        /// A member who was present.
        by: Slug,
    },
    /// Not there, and said so.
    Excused,
    /// Not there.
    Absent,
}

/// Who was there, organisation by organisation: one line each, checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Attendance(Vec<(Slug, Presence)>);

/// Why a list of presences cannot be so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AttendanceError {
    /// It is no member on that day.
    #[error("{0} is no member on that day")]
    NotAMember(Slug),
    /// It is there twice.
    #[error("{0} is there twice")]
    Twice(Slug),
    /// Whoever bears a proxy is not present.
    #[error("{0} bears a proxy and is not present")]
    BearerAbsent(Slug),
    /// A present member bears one proxy.
    #[error("{0} bears more than one proxy")]
    TwoProxies(Slug),
}

impl Attendance {
    /// Checks who was there against the members of the day.
    pub fn new(
        lines: Vec<(Slug, Presence)>,
        members: &BTreeSet<Slug>,
    ) -> Result<Self, AttendanceError> {
        let mut seen = BTreeSet::new();
        for (member, _) in &lines {
            if !members.contains(member) {
                return Err(AttendanceError::NotAMember(member.clone()));
            }
            if !seen.insert(member) {
                return Err(AttendanceError::Twice(member.clone()));
            }
        }
        let here = |one: &Slug| lines.contains(&(one.clone(), Presence::Present));
        let mut bearers = BTreeSet::new();
        for (_, presence) in &lines {
            let Presence::Represented { by } = presence else {
                continue;
            };
            if !here(by) {
                return Err(AttendanceError::BearerAbsent(by.clone()));
            }
            if !bearers.insert(by) {
                return Err(AttendanceError::TwoProxies(by.clone()));
            }
        }
        Ok(Self(lines))
    }

    /// Each member and what it was.
    pub fn lines(&self) -> impl Iterator<Item = &(Slug, Presence)> {
        self.0.iter()
    }

    /// How many voices were there: present or represented.
    #[must_use]
    pub fn voices(&self) -> usize {
        let heard = |presence: &Presence| {
            matches!(presence, Presence::Present | Presence::Represented { .. })
        };
        self.0
            .iter()
            .filter(|(_, presence)| heard(presence))
            .count()
    }
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
    /// Where it is.
    pub state: MeetingState,
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

    /// Whether it is still to come on a day.
    #[must_use]
    pub fn is_ahead(&self, day: NaiveDate) -> bool {
        let open = matches!(
            self.state,
            MeetingState::Planned { .. } | MeetingState::Convened { .. }
        );
        open && self.day() >= day
    }

    /// Another day is meant: only while nobody was asked to come.
    pub fn move_to(self, on: NaiveDate) -> Result<Self, NotNow> {
        match self.state {
            MeetingState::Planned { .. } => Ok(self.with(MeetingState::Planned { on })),
            _ => Err(NotNow(self.state.word())),
        }
    }

    /// Members are asked to come, or are told that it is at another time.
    pub fn convene(self, convocation: Convocation, sent: DateTime<Utc>) -> Result<Self, NotNow> {
        match self.state {
            MeetingState::Planned { .. } | MeetingState::Convened { .. } => {
                Ok(self.with(MeetingState::Convened { convocation, sent }))
            }
            _ => Err(NotNow(self.state.word())),
        }
    }

    /// It took place.
    pub fn hold(mut self, attendance: Attendance) -> Result<Self, NotNow> {
        match self.state {
            MeetingState::Convened { convocation, .. } => {
                let minutes = Minutes::default();
                self.state = MeetingState::Held {
                    convocation,
                    attendance,
                    minutes,
                };
                Ok(self)
            }
            other => Err(NotNow(other.word())),
        }
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
    pub fn cancel(self, reason: String) -> Result<Self, NotNow> {
        let was = self.day();
        match self.state {
            MeetingState::Planned { .. } | MeetingState::Convened { .. } => {
                Ok(self.with(MeetingState::Cancelled { was, reason }))
            }
            _ => Err(NotNow(self.state.word())),
        }
    }

    fn with(mut self, state: MeetingState) -> Self {
        self.state = state;
        self
    }
}

#[cfg(test)]
mod tests;
