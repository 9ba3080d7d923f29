//! A member: its roles, each with a mandate, and the ways in which it leaves.

use super::{
    DecisionRef, Departure, Deserialize, FoundingDocument, Left, MemberError, NaiveDate, Period,
    Serialize, Who, not_before, worded,
};

worded! {
    /// What a member is in its body. Only a member has one, and may have several.
    MemberRole {
        /// It leads with others (*coporteur*).
        CoLead = "coporteur",
        /// It gives money (*cofinanceur*).
        Funder = "cofinanceur",
        /// Money comes to it (*bénéficiaire*, *récipiendaire* of training).
        Beneficiary = "beneficiaire",
        /// It watches, without a voice.
        Observer = "observateur",
        /// It runs the meetings and the follow-up (*animateur*).
        Facilitator = "animateur",
    }
}

worded! {
    /// On what ground a member sits.
    Tenure {
        /// It was confirmed.
        Confirmed = "confirme",
        /// By right: the State's representative in the body of its département.
        ByRight = "de-droit",
    }
}

/// A role for some days, and what gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// Which role.
    pub role: MemberRole,
    /// From when to when.
    pub period: Period,
    /// The decision that gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionRef>,
    /// The paper of the mandate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<FoundingDocument>,
}

/// An organisation that is a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    who: Who,
    candidate: NaiveDate,
    since: NaiveDate,
    tenure: Tenure,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decision: Option<DecisionRef>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mandates: Vec<Mandate>,
}

impl Confirmed {
    /// A member by right, from the day on which its body exists: it does not apply.
    #[must_use]
    pub const fn by_right(who: Who, on: NaiveDate) -> Self {
        Self {
            who,
            candidate: on,
            since: on,
            tenure: Tenure::ByRight,
            decision: None,
            mandates: Vec::new(),
        }
    }

    pub(super) const fn after(
        who: Who,
        candidate: NaiveDate,
        since: NaiveDate,
        decision: Option<DecisionRef>,
    ) -> Self {
        Self {
            who,
            candidate,
            since,
            tenure: Tenure::Confirmed,
            decision,
            mandates: Vec::new(),
        }
    }

    /// Who.
    #[must_use]
    pub const fn who(&self) -> &Who {
        &self.who
    }

    pub(super) const fn who_mut(&mut self) -> &mut Who {
        &mut self.who
    }

    /// Since when it is a member.
    #[must_use]
    pub const fn since(&self) -> NaiveDate {
        self.since
    }

    /// Since when it asked to be.
    #[must_use]
    pub const fn candidate_since(&self) -> NaiveDate {
        self.candidate
    }

    /// On what ground it sits.
    #[must_use]
    pub const fn tenure(&self) -> Tenure {
        self.tenure
    }

    /// Its mandates, those that ended among them.
    #[must_use]
    pub fn mandates(&self) -> &[Mandate] {
        &self.mandates
    }

    /// It is given a role for some days: from within its membership, once at a time, an observer nothing besides.
    pub fn mandate(mut self, mandate: Mandate) -> Result<Self, MemberError> {
        if let Some(from) = mandate.period.from() {
            not_before(from, self.since)?;
        } else {
            return Err(MemberError::TooEarly(self.since));
        }
        let watches = |role| role == MemberRole::Observer;
        let mut held = self.mandates.iter();
        let clash = held.find(|one| {
            let meets = one.period.meets(&mandate.period);
            meets && (one.role == mandate.role || watches(one.role) || watches(mandate.role))
        });
        match clash {
            Some(one) if one.role == mandate.role => Err(MemberError::RoleHeld),
            Some(_) => Err(MemberError::Observer),
            None => {
                self.mandates.push(mandate);
                Ok(self)
            }
        }
    }

    /// A role ends, `last` being the last day with it.
    pub fn end_role(mut self, role: MemberRole, last: NaiveDate) -> Result<Self, MemberError> {
        let mut held = self.mandates.iter_mut();
        let mandate = held.find(|one| one.role == role && one.period.holds(last));
        let mandate = mandate.ok_or(MemberError::RoleNotHeld)?;
        mandate.period = mandate.period.ended(last).ok_or(MemberError::RoleNotHeld)?;
        Ok(self)
    }

    /// It leaves by itself. All its roles end.
    pub fn withdraw(self, on: NaiveDate) -> Result<Left, MemberError> {
        self.leave(on, Departure::Withdrew)
    }

    /// Its peers remove it, by a decision. A member by right stays.
    pub fn exclude(
        self,
        on: NaiveDate,
        reason: String,
        decision: DecisionRef,
    ) -> Result<Left, MemberError> {
        if self.tenure == Tenure::ByRight {
            return Err(MemberError::ByRight);
        }
        self.leave(on, Departure::Excluded { reason, decision })
    }

    /// A level above ends it: what is left when an organisation disappears, and the only way for others to end a
    /// membership by right.
    pub fn relieve(self, on: NaiveDate, reason: String) -> Result<Left, MemberError> {
        self.leave(on, Departure::Relieved { reason })
    }

    fn leave(mut self, on: NaiveDate, departure: Departure) -> Result<Left, MemberError> {
        not_before(on, self.since)?;
        let last = on.pred_opt().unwrap_or(on);
        // A mandate that was to begin later never did.
        self.mandates
            .retain(|one| one.period.from().is_some_and(|from| from <= last));
        for mandate in &mut self.mandates {
            if let Some(ended) = mandate.period.ended(last) {
                mandate.period = ended;
            }
        }
        Ok(Left {
            who: self.who,
            candidate: self.candidate,
            confirmed: Some(self.since),
            on,
            departure,
            mandates: self.mandates,
        })
    }
}
