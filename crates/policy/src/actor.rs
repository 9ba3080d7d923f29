//! Who acts, and with which roles.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use portulan_model::PersonId;

use crate::nodes::{Node, NodeKind, Target};
use crate::roles::{Grant, Role};

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Anybody.
    Visitor,
    /// A person with an account, and the roles they hold now.
    Person(Arc<Holder>),
    /// Whoever runs this installation, from the command line or in the operator's session.
    Operator,
    /// The program itself, under the name of the job: `demo`.
    Job(&'static str),
}

/// A person and the roles that stand at the instant they were read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Holder {
    id: PersonId,
    grants: Vec<Grant>,
}

impl Holder {
    /// A person; roles whose end has come are left out.
    #[must_use]
    pub fn at(id: PersonId, grants: Vec<Grant>, now: DateTime<Utc>) -> Self {
        let grants = grants.into_iter().filter(|grant| grant.stands_at(now));
        Self {
            id,
            grants: grants.collect(),
        }
    }

    /// Who.
    #[must_use]
    pub const fn id(&self) -> PersonId {
        self.id
    }

    /// The roles held.
    #[must_use]
    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }
}

/// A role that somebody holds, as whoever wants to take it back sees it.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// Which role, where, until when.
    pub grant: &'a Grant,
    /// Who holds it.
    pub person: PersonId,
    /// Who gave it, where it was a person.
    pub given_by: Option<PersonId>,
}

impl Actor {
    /// The roles of the actor on a target, each with the kind of node on which it is held: those held on it or above it,
    /// besides that of a visitor.
    pub(crate) fn roles_on(&self, target: &Target) -> impl Iterator<Item = (Role, NodeKind)> {
        let runs = matches!(self, Self::Operator | Self::Job(_));
        let runs = runs.then_some((Role::Operator, NodeKind::Installation));
        let held = self
            .grants()
            .iter()
            .filter(|grant| target.is_under(grant.node()));
        let held = held.map(|grant| (grant.role(), grant.node().kind()));
        runs.into_iter().chain(held)
    }

    /// The roles that were given to the actor.
    #[must_use]
    pub fn grants(&self) -> &[Grant] {
        match self {
            Self::Person(person) => person.grants(),
            Self::Visitor | Self::Operator | Self::Job(_) => &[],
        }
    }

    /// Whether the actor may give a grant: a role that one of theirs appoints, on a node that theirs reaches, for no
    /// longer than theirs lasts. Nobody hands on more than they hold.
    #[must_use]
    pub fn may_give(&self, grant: &Grant, target: &Target) -> bool {
        if matches!(self, Self::Operator | Self::Job(_)) {
            return true;
        }
        let within = |own: &Grant| match (own.until(), grant.until()) {
            (None, _) => true,
            (Some(own), Some(given)) => given <= own,
            (Some(_), None) => false,
        };
        grant.node() == target.node()
            && self.grants().iter().any(|own| {
                own.role().appoints().contains(&grant.role())
                    && target.is_under(own.node())
                    && within(own)
            })
    }

    /// Whether the actor may take a role back: one that they could give, and that they gave themselves, hold
    /// themselves, outrank, or look at from above. Peers do not put each other out.
    #[must_use]
    pub fn may_take_back(&self, held: &Held<'_>, target: &Target) -> bool {
        let person = match self {
            Self::Operator | Self::Job(_) => return true,
            Self::Visitor => return false,
            Self::Person(person) => person.id(),
        };
        let own = held.person == person || held.given_by == Some(person);
        self.may_give(held.grant, target) && (own || self.stands_above(held.grant, target))
    }

    /// Whether a role of the actor appoints a role on a target and is no peer of it: it is of a higher kind, or held on a
    /// node above.
    #[must_use]
    pub fn stands_above(&self, grant: &Grant, target: &Target) -> bool {
        let higher = |own: &Grant| {
            let (mine, theirs) = (own.role(), grant.role());
            let above = own.node() != target.node() && mine.appoints().contains(&theirs);
            target.is_under(own.node()) && (above || mine.outranks(theirs))
        };
        matches!(self, Self::Operator | Self::Job(_)) || self.grants().iter().any(higher)
    }

    /// Whether a role of the actor allows an action somewhere. It is worth a way to the lists, and opens no object.
    #[must_use]
    pub fn may_somewhere(&self, action: &str) -> bool {
        let mut held = self.grants().iter();
        let allows = |grant: &Grant| {
            let mut kinds = grant.node().kind().holds().iter();
            kinds.any(|kind| grant.allows(action, *kind))
        };
        self.runs_the_installation() || held.any(allows)
    }

    /// Whether the actor runs the installation.
    #[must_use]
    pub fn runs_the_installation(&self) -> bool {
        self.roles_on(&Node::Installation.into())
            .any(|(role, _)| role == Role::Operator)
    }
}
