//! On what an action bears: a node, and the nodes above it from which rights flow down.

use std::fmt;
use std::str::FromStr;

use portulan_model::{Seat, Slug, TerritoryKey};
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
    /// A free grouping of places, communes and organisations.
    Cluster = "cluster";
    /// A programme or a network.
    Scheme = "scheme";
    /// A governing body; its meetings, decisions and roadmaps are reached through it, never by their id.
    Body = "body";
    /// Money set aside by a funder; it stands under its body and under the organisation that brings the money.
    Envelope = "envelope";
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
                Self::Cluster,
                Self::Scheme,
                Self::Body,
                Self::Envelope,
            ],
            // A body stands under the organisations that are its members, an envelope under the one that funds it.
            Self::Organisation => &[Self::Organisation, Self::Place, Self::Body, Self::Envelope],
            Self::Source => &[Self::Source, Self::Place],
            Self::Place => &[Self::Place],
            Self::Cluster => &[Self::Cluster, Self::Body, Self::Envelope],
            Self::Scheme => &[Self::Scheme, Self::Body, Self::Envelope],
            Self::Body => &[Self::Body, Self::Envelope],
            Self::Envelope => &[Self::Envelope],
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
    /// A cluster.
    Cluster(Slug),
    /// A scheme.
    Scheme(Slug),
    /// A body.
    Body(Slug),
    /// An envelope.
    Envelope(Slug),
}

/// A text that names no node.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "not a node: {0} (installation, commune-35238, structure-…, source-…, lieu-…, grappe-…, dispositif-…, gouvernance-…, enveloppe-…)"
)]
pub struct NotANode(pub String);

const INSTALLATION: &str = "installation";
const ORGANISATION: &str = "structure-";
const SOURCE: &str = "source-";
const PLACE: &str = "lieu-";
const CLUSTER: &str = "grappe-";
const SCHEME: &str = "dispositif-";
const BODY: &str = "gouvernance-";
const ENVELOPE: &str = "enveloppe-";

/// A node that its slug names.
type Named = fn(Slug) -> Node;

/// How the nodes that have a slug are written.
const NAMED: [(&str, Named); 7] = [
    (ORGANISATION, Node::Organisation),
    (SOURCE, Node::Source),
    (PLACE, Node::Place),
    (CLUSTER, Node::Cluster),
    (SCHEME, Node::Scheme),
    (BODY, Node::Body),
    (ENVELOPE, Node::Envelope),
];

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
            Self::Cluster(_) => NodeKind::Cluster,
            Self::Scheme(_) => NodeKind::Scheme,
            Self::Body(_) => NodeKind::Body,
            Self::Envelope(_) => NodeKind::Envelope,
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
            Self::Cluster(slug) => write!(f, "{CLUSTER}{slug}"),
            Self::Scheme(slug) => write!(f, "{SCHEME}{slug}"),
            Self::Body(slug) => write!(f, "{BODY}{slug}"),
            Self::Envelope(slug) => write!(f, "{ENVELOPE}{slug}"),
        }
    }
}

impl FromStr for Node {
    type Err = NotANode;

    fn from_str(text: &str) -> Result<Self, NotANode> {
        let mut named = NAMED.iter();
        let named = named.find_map(|(prefix, named)| Some((text.strip_prefix(prefix)?, named)));
        let node = match named {
            Some((slug, named)) => slug.parse().ok().map(named),
            None if text == INSTALLATION => Some(Self::Installation),
            None => text.parse().ok().map(Self::Territory),
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

impl From<&Seat> for Node {
    fn from(seat: &Seat) -> Self {
        match seat {
            Seat::Territory(key) => Self::Territory(key.clone()),
            Seat::Cluster(slug) => Self::Cluster(slug.clone()),
            Seat::Scheme(slug) => Self::Scheme(slug.clone()),
        }
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

    /// The same node, under others besides.
    #[must_use]
    pub fn and_under(mut self, others: impl IntoIterator<Item = Node>) -> Self {
        self.above.extend(others);
        self
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
            "grappe-esc",
            "dispositif-epn",
            "gouvernance-ille-et-vilaine",
            "enveloppe-ingenierie-2024",
        ] {
            assert_eq!(text.parse::<Node>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "lieu-",
            "gouvernance-",
            "structure-É",
            "commune-9",
            "rennes",
        ] {
            assert!(text.parse::<Node>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_seat_is_the_node_that_is_written_alike() {
        for text in ["departement-35", "grappe-esc", "dispositif-epn"] {
            let seat: Seat = text.parse().unwrap();
            assert_eq!(Node::from(&seat).to_string(), text);
        }
    }
}
