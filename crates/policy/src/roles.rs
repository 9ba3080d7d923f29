//! What a person can be, on a node, and who may give that role to whom.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::nodes::{Node, NodeKind};
use crate::rules;

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $word:literal on $on:expr, appoints $appoints:expr;)+) => {
        /// What an actor is, on a node and all that is under it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Role {
            $($(#[$doc])* $name,)+
        }

        impl Role {
            /// All roles, least first.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word of addresses, commands and storage.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// The kinds of node on which the role is held; nobody is given what everybody is.
            #[must_use]
            pub const fn held_on(self) -> &'static [NodeKind] {
                match self { $(Self::$name => { const ON: &[NodeKind] = &$on; ON })+ }
            }

            /// The roles that its holder may give to others on the same node or under it.
            #[must_use]
            pub const fn appoints(self) -> &'static [Self] {
                match self { $(Self::$name => { const ROLES: &[Role] = &$appoints; ROLES })+ }
            }
        }
    };
}

use NodeKind::{Body, Cluster, Installation, Organisation, Place, Scheme, Source, Territory};

roles! {
    /// Anybody.
    Visitor = "visitor" on [], appoints [];
    /// Gives data: proposals, the list of a source.
    Contributor = "contributor" on [Territory, Organisation, Source, Place], appoints [];
    /// Answers for one place.
    PlaceManager = "place-manager" on [Place], appoints [Role::Contributor, Role::Mediator];
    /// Answers for an organisation and its places.
    OrganisationManager = "organisation-manager" on [Organisation],
        appoints [Role::Contributor, Role::PlaceManager, Role::Mediator, Role::OrganisationManager];
    /// Helps people, and keeps up what is known of where they do it.
    Mediator = "mediator" on [Territory, Organisation, Place, Cluster, Scheme], appoints [];
    /// Holds the actors of a territory, a cluster, a scheme or a body together.
    Coordinator = "coordinator" on [Territory, Cluster, Scheme, Body],
        appoints [Role::Contributor, Role::PlaceManager, Role::OrganisationManager, Role::Mediator];
    /// The named contact of a level.
    Referent = "referent" on [Territory],
        appoints [Role::Contributor, Role::Mediator, Role::Coordinator, Role::Instructor];
    /// Examines what is proposed or asked.
    Instructor = "instructor" on [Territory], appoints [];
    /// Brings money.
    Funder = "funder" on [Territory], appoints [];
    /// Supports the actors of one or several regions.
    Hub = "hub" on [Territory], appoints [Role::Contributor];
    /// Runs the installation.
    Operator = "operator" on [Installation],
        appoints [
            Role::Contributor, Role::PlaceManager, Role::OrganisationManager, Role::Mediator, Role::Coordinator,
            Role::Referent, Role::Instructor, Role::Funder, Role::Hub, Role::Operator,
        ];
}

impl Role {
    /// Whether whoever holds it decides or sees more than what they gave themselves: a password alone is not enough for it.
    #[must_use]
    pub const fn asks_second_factor(self) -> bool {
        !matches!(self, Self::Visitor | Self::Contributor)
    }

    /// Whether its holder appoints those of another role and is not appointed by them: peers outrank nobody.
    #[must_use]
    pub fn outranks(self, other: Self) -> bool {
        self.appoints().contains(&other) && !other.appoints().contains(&self)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A word that names no role.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a role: {0}")]
pub struct NotARole(pub String);

impl FromStr for Role {
    type Err = NotARole;

    fn from_str(text: &str) -> Result<Self, NotARole> {
        let known = Self::ALL.iter().find(|role| role.word() == text);
        known.copied().ok_or_else(|| NotARole(text.to_owned()))
    }
}

/// A role on a node, for ever or until an instant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grant {
    #[serde(with = "role_word")]
    role: Role,
    node: Node,
    until: Option<DateTime<Utc>>,
}

mod role_word {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    use super::Role;

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature that serde asks for"
    )]
    pub(super) fn serialize<S: Serializer>(role: &Role, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(role.word())
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Role, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

/// A role that is not held on such a node.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{role} is no role on {node}")]
pub struct Misplaced {
    /// The role.
    pub role: Role,
    /// The kind of node.
    pub node: NodeKind,
}

impl Grant {
    /// A role on a node, when it is one that such a node has.
    pub fn new(role: Role, node: Node, until: Option<DateTime<Utc>>) -> Result<Self, Misplaced> {
        let kind = node.kind();
        if role.held_on().contains(&kind) {
            Ok(Self { role, node, until })
        } else {
            Err(Misplaced { role, node: kind })
        }
    }

    /// The role.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// Where.
    #[must_use]
    pub const fn node(&self) -> &Node {
        &self.node
    }

    /// The instant from which it is worth nothing; `None`: no end.
    #[must_use]
    pub const fn until(&self) -> Option<DateTime<Utc>> {
        self.until
    }

    /// Whether the role allows an action on a node of a kind, when it is the one on which it is held or stands under it.
    #[must_use]
    pub fn allows(&self, action: &str, kind: NodeKind) -> bool {
        rules::allowed(self.role, self.node.kind(), action, kind)
    }

    /// Whether it is worth something at an instant.
    #[must_use]
    pub fn stands_at(&self, now: DateTime<Utc>) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}
