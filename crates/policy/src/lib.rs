//! Who may do what on which node: an actor, an action and a node give a capability, or a refusal with its reason.
//!
//! Use cases take a [`Capability`] by value or reference; only [`allow`] can build one, so that forgetting a check does
//! not compile. The rules are one table ([`table`]), from which `docs/rights.md` is generated. Roles on nodes
//! (co-ordinator, referent, instructor…) join it as rows.

pub mod actions;
mod document;
mod rules;

use std::fmt;
use std::marker::PhantomData;

use portulan_model::{Slug, TerritoryKey};
use thiserror::Error;

pub use actions::Action;
pub use document::rights_page;
pub use rules::{Cell, NodeKind, Role, table};

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Anybody.
    Visitor,
    /// Whoever runs this installation, from the command line or in the operator's session.
    Operator,
    /// The program itself, under the name of the job: `demo`.
    Job(&'static str),
}

impl Actor {
    /// The role that the rules speak of.
    #[must_use]
    pub const fn role(&self) -> Role {
        match self {
            Self::Visitor => Role::Visitor,
            Self::Operator | Self::Job(_) => Role::Operator,
        }
    }
}

/// On what.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Node {
    /// The whole installation.
    Installation,
    /// A territory and what is under it.
    Territory(TerritoryKey),
    /// One place.
    Place(Slug),
}

impl Node {
    /// The kind that the rules speak of.
    #[must_use]
    pub const fn kind(&self) -> NodeKind {
        match self {
            Self::Installation => NodeKind::Installation,
            Self::Territory(_) => NodeKind::Territory,
            Self::Place(_) => NodeKind::Place,
        }
    }
}

/// Why an actor may not.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{role} may not {action} on {node}")]
pub struct Refusal {
    /// The role of the actor.
    pub role: Role,
    /// What was asked.
    pub action: &'static str,
    /// On which kind of node.
    pub node: NodeKind,
}

/// The proof that an actor may do one action on one node. Only [`allow`] builds it.
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
        write!(f, "{:?} may {} on {:?}", self.actor, A::NAME, self.node)
    }
}

/// Lets an actor do an action on a node, or says why not.
pub fn allow<A: Action>(actor: &Actor, node: &Node) -> Result<Capability<A>, Refusal> {
    let (role, kind) = (actor.role(), node.kind());
    if rules::allowed(role, A::NAME, kind) {
        Ok(Capability {
            actor: *actor,
            node: node.clone(),
            action: PhantomData,
        })
    } else {
        Err(Refusal {
            role,
            action: A::NAME,
            node: kind,
        })
    }
}
