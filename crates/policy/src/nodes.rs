//! On what an action bears: a node, and the nodes above it from which rights flow down.

use std::fmt;
use std::str::FromStr;

use portulan_model::{Slug, TerritoryKey};
use serde::{Deserialize, Serialize};
use thiserror::Error;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)+) => {
        /// A kind of node. A new kind is a line here, one in [`Node`] and the rules that speak of it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum NodeKind {
            $($(#[$doc])* $name,)+
        }

        impl NodeKind {
            /// All kinds.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }
        }
    };
}

kinds! {
    /// The whole installation, above everything.
    Installation = "installation";
    /// A territory and what is under it.
    Territory = "territory";
    /// An organisation and its places.
    Organisation = "organisation";
    /// A list that comes from outside.
    Source = "source";
    /// One place.
    Place = "place";
}

impl NodeKind {
    /// The kinds of node that can stand under one of this kind, itself among them.
    pub(crate) const fn holds(self) -> &'static [Self] {
        match self {
            Self::Installation => Self::ALL,
            Self::Territory => &[
                Self::Territory,
                Self::Organisation,
                Self::Source,
                Self::Place,
            ],
            Self::Organisation => &[Self::Organisation, Self::Place],
            Self::Source => &[Self::Source, Self::Place],
            Self::Place => &[Self::Place],
        }
    }
}

impl fmt::Display for NodeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A node. Written `<kind>-<code>` as everywhere: `commune-35238`, `structure-ccas-de-rennes`, `lieu-esc-maurepas`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Node {
    /// The whole installation.
    Installation,
    /// A territory.
    Territory(TerritoryKey),
    /// An organisation.
    Organisation(Slug),
    /// A source.
    Source(Slug),
    /// A place.
    Place(Slug),
}

/// A text that names no node.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a node: {0} (installation, commune-35238, structure-…, source-…, lieu-…)")]
pub struct NotANode(pub String);

const INSTALLATION: &str = "installation";
const ORGANISATION: &str = "structure-";
const SOURCE: &str = "source-";
const PLACE: &str = "lieu-";

impl Node {
    /// The kind that the rules speak of.
    #[must_use]
    pub const fn kind(&self) -> NodeKind {
        match self {
            Self::Installation => NodeKind::Installation,
            Self::Territory(_) => NodeKind::Territory,
            Self::Organisation(_) => NodeKind::Organisation,
            Self::Source(_) => NodeKind::Source,
            Self::Place(_) => NodeKind::Place,
        }
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Installation => f.write_str(INSTALLATION),
            Self::Territory(key) => key.fmt(f),
            Self::Organisation(slug) => write!(f, "{ORGANISATION}{slug}"),
            Self::Source(slug) => write!(f, "{SOURCE}{slug}"),
            Self::Place(slug) => write!(f, "{PLACE}{slug}"),
        }
    }
}

impl FromStr for Node {
    type Err = NotANode;

    fn from_str(text: &str) -> Result<Self, NotANode> {
        let slug = |prefix: &str| text.strip_prefix(prefix).and_then(|code| code.parse().ok());
        let node = if text == INSTALLATION {
            Some(Self::Installation)
        } else if text.starts_with(ORGANISATION) {
            slug(ORGANISATION).map(Self::Organisation)
        } else if text.starts_with(SOURCE) {
            slug(SOURCE).map(Self::Source)
        } else if text.starts_with(PLACE) {
            slug(PLACE).map(Self::Place)
        } else {
            text.parse().ok().map(Self::Territory)
        };
        node.ok_or_else(|| NotANode(text.to_owned()))
    }
}

impl TryFrom<String> for Node {
    type Error = NotANode;

    fn try_from(text: String) -> Result<Self, NotANode> {
        text.parse()
    }
}

impl From<Node> for String {
    fn from(node: Node) -> Self {
        node.to_string()
    }
}

/// A node reached through those that hold it. What an object belongs to is read from the object itself, never from the
/// request: knowing an id proves nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    node: Node,
    above: Vec<Node>,
}

impl Target {
    /// A node and all the nodes above it, in any order. The installation is above everything without being named.
    #[must_use]
    pub fn under(node: Node, above: impl IntoIterator<Item = Node>) -> Self {
        let above = above.into_iter().collect();
        Self { node, above }
    }

    /// The node.
    #[must_use]
    pub const fn node(&self) -> &Node {
        &self.node
    }

    /// Another node that stands, or stood, where this one does: under it, and under all that it is under.
    #[must_use]
    pub fn of(&self, node: Node) -> Self {
        let above = self.above.iter().chain([&self.node]);
        let above = above.filter(|one| **one != node).cloned().collect();
        Self { node, above }
    }

    /// Whether a right on another node reaches this one.
    #[must_use]
    pub fn is_under(&self, other: &Node) -> bool {
        *other == Node::Installation || *other == self.node || self.above.contains(other)
    }
}

impl From<Node> for Target {
    fn from(node: Node) -> Self {
        Self::under(node, [])
    }
}

impl From<&Node> for Target {
    fn from(node: &Node) -> Self {
        node.clone().into()
    }
}

impl From<&Self> for Target {
    fn from(target: &Self) -> Self {
        target.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_is_written_and_read_back() {
        for text in [
            "installation",
            "commune-35238",
            "epci-243500139",
            "pays-fr",
            "structure-ccas",
            "source-hub",
            "lieu-esc-maurepas",
        ] {
            assert_eq!(text.parse::<Node>().unwrap().to_string(), text);
        }
        for text in ["", "lieu-", "structure-É", "commune-9", "rennes"] {
            assert!(text.parse::<Node>().is_err(), "{text}");
        }
    }
}
