//! Who was at a meeting, checked against the members of its day: a proxy is given to one who is present, one to each.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::Slug;
use crate::renames::Renamed;

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

    /// What a member was; nothing where no line says it.
    #[must_use]
    pub fn of(&self, member: &Slug) -> Option<&Presence> {
        let line = self.0.iter().find(|(who, _)| who == member);
        line.map(|(_, presence)| presence)
    }

    /// A member is known under another address. Of one that was there under both, the line that says more of its presence
    /// stays: who was present, then represented, then excused.
    pub(crate) fn rename(&mut self, with: Renamed<'_>) {
        let rank = |presence: &Presence| match presence {
            Presence::Present => 0,
            Presence::Represented { .. } => 1,
            Presence::Excused => 2,
            Presence::Absent => 3,
        };
        let mut lines: Vec<(Slug, Presence)> = Vec::with_capacity(self.0.len());
        for (mut member, mut presence) in std::mem::take(&mut self.0) {
            with.one(&mut member);
            if let Presence::Represented { by } = &mut presence {
                with.one(by);
            }
            match lines.iter_mut().find(|(known, _)| *known == member) {
                Some((_, known)) if rank(&presence) < rank(known) => *known = presence,
                Some(_) => {}
                None => lines.push((member, presence)),
            }
        }
        self.0 = lines;
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
