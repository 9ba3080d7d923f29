//! Who may do what on which node: an actor, an action and a target give a capability, or a refusal with its reason.
//!
//! Use cases take a [`Capability`] by value or reference; only [`allow`] and [`allow_apart`] build one, so that
//! forgetting a check does not compile. The rules are one table ([`table`]), from which `docs/rights.md` is generated.

pub mod actions;
mod actor;
mod document;
mod nodes;
mod private;
mod roles;
mod rules;
#[cfg(test)]
mod tests;

use std::fmt;
use std::marker::PhantomData;

use portulan_model::PersonId;
use thiserror::Error;

pub use actions::{Action, Alone, Apart};
pub use actor::{Actor, Held, Holder};
pub use document::rights_page;
pub use nodes::{Node, NodeKind, NotANode, Target};
pub use roles::{Grant, Misplaced, NotARole, Role};
pub use rules::{Cell, table};

/// Why an actor may not.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No role of the actor allows it there.
    #[error("no role allows {action} on this {node}")]
    NoRole {
        /// What was asked.
        action: &'static str,
        /// On which kind of node.
        node: NodeKind,
    },
    /// The actor prepared what is to be decided: somebody else must decide it.
    #[error("whoever prepared this may not {action}")]
    OwnWork {
        /// What was asked.
        action: &'static str,
    },
}

/// The proof that an actor may do one action on one node. Only this crate builds it.
pub struct Capability<A> {
    actor: Actor,
    node: Node,
    action: PhantomData<fn() -> A>,
}

impl<A> Capability<A> {
    /// Who acts.
    #[must_use]
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// On what.
    #[must_use]
    pub const fn node(&self) -> &Node {
        &self.node
    }
}

impl<A: Action> fmt::Debug for Capability<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} may {} on {}", self.actor, A::NAME, self.node)
    }
}

/// Lets an actor do an action on a target, or says why not.
pub fn allow<A: Alone>(actor: &Actor, target: impl Into<Target>) -> Result<Capability<A>, Refusal> {
    capability(actor, &target.into())
}

/// Lets an actor do an action that those who prepared its object may not do. A job prepares nothing and decides nothing
/// of the kind: it is refused.
pub fn allow_apart<A: Apart>(
    actor: &Actor,
    target: impl Into<Target>,
    prepared_by: &[PersonId],
) -> Result<Capability<A>, Refusal> {
    let own = match actor {
        Actor::Person(person) => prepared_by.contains(&person.id()),
        Actor::Job(_) => true,
        Actor::Visitor | Actor::Operator => false,
    };
    if own {
        return Err(Refusal::OwnWork { action: A::NAME });
    }
    capability(actor, &target.into())
}

fn capability<A: Action>(actor: &Actor, target: &Target) -> Result<Capability<A>, Refusal> {
    let kind = target.node().kind();
    let holds = |(role, held)| rules::allowed(role, held, A::NAME, kind);
    if holds((Role::Visitor, kind)) || actor.roles_on(target).any(holds) {
        return Ok(Capability {
            actor: actor.clone(),
            node: target.node().clone(),
            action: PhantomData,
        });
    }
    Err(Refusal::NoRole {
        action: A::NAME,
        node: kind,
    })
}
