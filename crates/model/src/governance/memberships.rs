//! An organisation's place in a body: candidate, then confirmed, then gone. Each state is a type of its own.
//!
//! The national platform rebuilt every row that was not confirmed as a candidate, so that a member who had been removed
//! could be confirmed again, and could never apply anew. Here [`Left`] has no transition at all, and whoever left may
//! apply with a new membership.
//!
//! **Members by right.** Who sits by right (the préfecture in the body of its département) is not removed by a peer:
//! [`Confirmed::exclude`], what co-leads may do, refuses. It leaves by itself ([`Confirmed::withdraw`]) or is relieved by
//! the level above ([`Confirmed::relieve`]), which is another right. The national platform only hid the button.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::decisions::DecisionRef;
use super::documents::FoundingDocument;
use crate::ids::{MembershipId, Slug};
use crate::periods::Period;
use crate::words::worded;

mod confirmed;

pub use confirmed::{Confirmed, Mandate, MemberRole, Tenure};

worded! {
    /// What a candidate wishes: the question of the préfet's letter of 2023.
    Wish {
        /// To carry: co-lead the body, or a roadmap of it.
        Carry = "porter",
        /// To take part.
        TakePart = "participer",
        /// To be told only.
        Observe = "observer",
    }
}

/// Which organisation, in which body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// For ever; a new one for each time that an organisation applies.
    pub id: MembershipId,
    /// The body.
    pub body: Slug,
    /// The organisation.
    pub organisation: Slug,
}

/// An organisation that asks to be a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    who: Who,
    since: NaiveDate,
    wish: Wish,
}

/// How a membership ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "how")]
pub enum Departure {
    /// The candidate or member left by itself.
    Withdrew,
    /// The candidate was not taken.
    Declined {
        /// Why.
        reason: String,
    },
    /// The other members ended it.
    Excluded {
        /// Why.
        reason: String,
        /// What decided it.
        decision: DecisionRef,
    },
    /// A level above ended it: the organisation no longer exists, or its seat by right went to another.
    Relieved {
        /// Why.
        reason: String,
    },
}

/// An organisation that left. Nothing can be done with it any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    who: Who,
    candidate: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confirmed: Option<NaiveDate>,
    on: NaiveDate,
    departure: Departure,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mandates: Vec<Mandate>,
}

/// A membership in whatever state, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum Membership {
    /// It asks.
    Candidate(Candidate),
    /// It is a member.
    Confirmed(Confirmed),
    /// It left.
    Left(Left),
}

/// What an organisation was on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// A candidate.
    Candidate,
    /// A member.
    Confirmed,
    /// Gone.
    Left,
}

/// Why a step cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MemberError {
    /// The day is before the one on which the present state began.
    #[error("not before {0}")]
    TooEarly(NaiveDate),
    /// A member by right is not removed by its peers.
    #[error("a member by right is not removed by its peers")]
    ByRight,
    /// It has that role on a part of those days already.
    #[error("the member has this role already")]
    RoleHeld,
    /// It has no such role on that day.
    #[error("the member has no such role")]
    RoleNotHeld,
    /// An observer watches: it neither leads nor funds.
    #[error("an observer has no other role")]
    Observer,
}

/// The organisation is a candidate or a member of the body already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the organisation is there already")]
pub struct AlreadyThere(pub Standing);

/// Whether an organisation may apply: it is neither candidate nor member. Whoever left may.
pub fn may_apply<'a>(
    memberships: impl IntoIterator<Item = &'a Membership>,
    body: &Slug,
    organisation: &Slug,
) -> Result<(), AlreadyThere> {
    let mut same = memberships.into_iter().filter(|one| {
        let who = one.who();
        who.body == *body && who.organisation == *organisation
    });
    let open = same.find(|one| one.standing() != Standing::Left);
    open.map_or(Ok(()), |one| Err(AlreadyThere(one.standing())))
}

impl Candidate {
    /// An organisation applies.
    #[must_use]
    pub const fn apply(who: Who, on: NaiveDate, wish: Wish) -> Self {
        Self {
            who,
            since: on,
            wish,
        }
    }

    /// Who.
    #[must_use]
    pub const fn who(&self) -> &Who {
        &self.who
    }

    /// Since when.
    #[must_use]
    pub const fn since(&self) -> NaiveDate {
        self.since
    }

    /// What it wishes.
    #[must_use]
    pub const fn wish(&self) -> Wish {
        self.wish
    }

    /// It becomes a member.
    pub fn confirm(
        self,
        on: NaiveDate,
        decision: Option<DecisionRef>,
    ) -> Result<Confirmed, MemberError> {
        not_before(on, self.since)?;
        Ok(Confirmed::after(self.who, self.since, on, decision))
    }

    /// It is not taken.
    pub fn decline(self, on: NaiveDate, reason: String) -> Result<Left, MemberError> {
        self.leave(on, Departure::Declined { reason })
    }

    /// It asks no more.
    pub fn withdraw(self, on: NaiveDate) -> Result<Left, MemberError> {
        self.leave(on, Departure::Withdrew)
    }

    fn leave(self, on: NaiveDate, departure: Departure) -> Result<Left, MemberError> {
        not_before(on, self.since)?;
        Ok(Left {
            who: self.who,
            candidate: self.since,
            confirmed: None,
            on,
            departure,
            mandates: Vec::new(),
        })
    }
}

fn not_before(on: NaiveDate, since: NaiveDate) -> Result<(), MemberError> {
    if on < since {
        Err(MemberError::TooEarly(since))
    } else {
        Ok(())
    }
}

impl Left {
    /// Who.
    #[must_use]
    pub const fn who(&self) -> &Who {
        &self.who
    }

    /// The first day without it.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// How it left.
    #[must_use]
    pub const fn departure(&self) -> &Departure {
        &self.departure
    }
}

impl Membership {
    /// Who.
    #[must_use]
    pub const fn who(&self) -> &Who {
        match self {
            Self::Candidate(one) => &one.who,
            Self::Confirmed(one) => one.who(),
            Self::Left(one) => &one.who,
        }
    }

    pub(crate) const fn who_mut(&mut self) -> &mut Who {
        match self {
            Self::Candidate(one) => &mut one.who,
            Self::Confirmed(one) => one.who_mut(),
            Self::Left(one) => &mut one.who,
        }
    }

    /// What it is now.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        match self {
            Self::Candidate(_) => Standing::Candidate,
            Self::Confirmed(_) => Standing::Confirmed,
            Self::Left(_) => Standing::Left,
        }
    }

    /// What it was on a day; nothing before it applied.
    #[must_use]
    pub fn standing_on(&self, day: NaiveDate) -> Option<Standing> {
        let (candidate, confirmed, left) = match self {
            Self::Candidate(one) => (one.since, None, None),
            Self::Confirmed(one) => (one.candidate_since(), Some(one.since()), None),
            Self::Left(one) => (one.candidate, one.confirmed, Some(one.on)),
        };
        let begun = |since: Option<NaiveDate>| since.is_some_and(|since| since <= day);
        if begun(left) {
            Some(Standing::Left)
        } else if begun(confirmed) {
            Some(Standing::Confirmed)
        } else {
            (candidate <= day).then_some(Standing::Candidate)
        }
    }

    /// Its mandates, those that ended among them.
    #[must_use]
    pub fn mandates(&self) -> &[Mandate] {
        match self {
            Self::Candidate(_) => &[],
            Self::Confirmed(one) => one.mandates(),
            Self::Left(one) => &one.mandates,
        }
    }

    /// The roles that it had on a day, as a member.
    pub fn roles_on(&self, day: NaiveDate) -> impl Iterator<Item = MemberRole> {
        let member = self.standing_on(day) == Some(Standing::Confirmed);
        let mandates = self.mandates().iter();
        mandates
            .filter(move |one| member && one.period.holds(day))
            .map(|one| one.role)
    }
}

#[cfg(test)]
mod tests;
