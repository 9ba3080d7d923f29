//! On what a body, a roadmap or a sector stands: a territory, a cluster of places or a scheme.
//!
//! The national platform knows governance of départements alone; here any node may have one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::Slug;
use crate::territories::TerritoryKey;

/// Where something stands. Written `<kind>-<code>` as everywhere: `departement-35`, `grappe-…`, `dispositif-…`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Seat {
    /// On a territory.
    Territory(TerritoryKey),
    /// On a cluster.
    Cluster(Slug),
    /// On a scheme.
    Scheme(Slug),
}

/// A text that names no seat.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} names no territory, cluster or scheme")]
pub struct NotASeat(pub String);

const CLUSTER: &str = "grappe-";
const SCHEME: &str = "dispositif-";

impl fmt::Display for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Territory(key) => key.fmt(f),
            Self::Cluster(slug) => write!(f, "{CLUSTER}{slug}"),
            Self::Scheme(slug) => write!(f, "{SCHEME}{slug}"),
        }
    }
}

impl FromStr for Seat {
    type Err = NotASeat;

    fn from_str(text: &str) -> Result<Self, NotASeat> {
        let seat = if let Some(slug) = text.strip_prefix(CLUSTER) {
            slug.parse().ok().map(Self::Cluster)
        } else if let Some(slug) = text.strip_prefix(SCHEME) {
            slug.parse().ok().map(Self::Scheme)
        } else {
            text.parse().ok().map(Self::Territory)
        };
        seat.ok_or_else(|| NotASeat(text.to_owned()))
    }
}

impl TryFrom<String> for Seat {
    type Error = NotASeat;

    fn try_from(text: String) -> Result<Self, NotASeat> {
        text.parse()
    }
}

impl From<Seat> for String {
    fn from(seat: Seat) -> Self {
        seat.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_is_written_and_read_back() {
        for text in ["departement-35", "pays-fr", "grappe-esc", "dispositif-epn"] {
            assert_eq!(text.parse::<Seat>().unwrap().to_string(), text);
        }
        for text in ["", "grappe-", "dispositif-É", "lieu-esc", "rennes"] {
            assert!(text.parse::<Seat>().is_err(), "{text}");
        }
    }
}
