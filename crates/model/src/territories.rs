//! Territories are nodes of a graph, named `<kind>-<code>` wherever an address or a parameter speaks of them.
//!
//! A bare code is ambiguous (all 18 région codes are also département codes; some EPCI codes are also IRIS codes),
//! so a code never travels without its kind.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::codes::{CommuneCode, DepartmentCode, EpciCode, RegionCode};
use crate::ids::Slug;

/// What kind of node a territory is, from the widest to the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TerritoryKind {
    /// France.
    Country,
    /// Région, or overseas collectivity at that level.
    Region,
    /// Département, or overseas collectivity at that level.
    Department,
    /// Intercommunality with its own taxes (métropole, communauté…).
    Epci,
    /// Commune of today.
    Commune,
    /// Statistical block of INSEE.
    Iris,
    /// Priority neighbourhood of urban policy.
    Qpv,
    /// Neighbourhood that people name.
    Quartier,
}

impl TerritoryKind {
    /// All kinds, widest first.
    pub const ALL: [Self; 8] = [
        Self::Country,
        Self::Region,
        Self::Department,
        Self::Epci,
        Self::Commune,
        Self::Iris,
        Self::Qpv,
        Self::Quartier,
    ];

    /// The word used in addresses: `commune`, `departement`, `pays`…
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Country => "pays",
            Self::Region => "region",
            Self::Department => "departement",
            Self::Epci => "epci",
            Self::Commune => "commune",
            Self::Iris => "iris",
            Self::Qpv => "qpv",
            Self::Quartier => "quartier",
        }
    }
}

/// The code of a territory within its kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TerritoryCode {
    /// `fr`.
    France,
    /// Région.
    Region(RegionCode),
    /// Département.
    Department(DepartmentCode),
    /// Intercommunality.
    Epci(EpciCode),
    /// Commune.
    Commune(CommuneCode),
    /// IRIS: nine characters, the first five those of a commune.
    Iris(String),
    /// QPV 2024: `QN` and six characters.
    Qpv(String),
    /// Named neighbourhood: `rennes-maurepas`.
    Quartier(Slug),
}

/// A territory as addresses name it: `commune-35238`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TerritoryKey(TerritoryCode);

/// Why `<kind>-<code>` could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TerritoryKeyError {
    /// The word before the hyphen is none of the kinds.
    #[error("unknown kind of territory in {0:?}")]
    Kind(String),
    /// The code has not the shape of its kind.
    #[error("wrong code in {0:?}")]
    Code(String),
}

impl TerritoryKey {
    /// Names a territory by its code.
    #[must_use]
    pub const fn new(code: TerritoryCode) -> Self {
        Self(code)
    }

    /// France.
    #[must_use]
    pub const fn france() -> Self {
        Self(TerritoryCode::France)
    }

    /// A commune.
    #[must_use]
    pub const fn commune(code: CommuneCode) -> Self {
        Self(TerritoryCode::Commune(code))
    }

    /// The kind of node.
    #[must_use]
    pub const fn kind(&self) -> TerritoryKind {
        match self.0 {
            TerritoryCode::France => TerritoryKind::Country,
            TerritoryCode::Region(_) => TerritoryKind::Region,
            TerritoryCode::Department(_) => TerritoryKind::Department,
            TerritoryCode::Epci(_) => TerritoryKind::Epci,
            TerritoryCode::Commune(_) => TerritoryKind::Commune,
            TerritoryCode::Iris(_) => TerritoryKind::Iris,
            TerritoryCode::Qpv(_) => TerritoryKind::Qpv,
            TerritoryCode::Quartier(_) => TerritoryKind::Quartier,
        }
    }

    /// The typed code.
    #[must_use]
    pub const fn code(&self) -> &TerritoryCode {
        &self.0
    }

    /// The code as text, without its kind.
    #[must_use]
    pub fn code_text(&self) -> &str {
        match &self.0 {
            TerritoryCode::France => "fr",
            TerritoryCode::Region(code) => code.as_str(),
            TerritoryCode::Department(code) => code.as_str(),
            TerritoryCode::Epci(code) => code.as_str(),
            TerritoryCode::Commune(code) => code.as_str(),
            TerritoryCode::Iris(code) | TerritoryCode::Qpv(code) => code,
            TerritoryCode::Quartier(slug) => slug.as_str(),
        }
    }
}

impl fmt::Display for TerritoryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind().word(), self.code_text())
    }
}

impl FromStr for TerritoryKey {
    type Err = TerritoryKeyError;

    fn from_str(text: &str) -> Result<Self, TerritoryKeyError> {
        let bad_code = || TerritoryKeyError::Code(text.to_owned());
        let (word, code) = text
            .split_once('-')
            .ok_or_else(|| TerritoryKeyError::Kind(text.to_owned()))?;
        let code = match word {
            "pays" if code == "fr" => Some(TerritoryCode::France),
            "region" => code.parse().ok().map(TerritoryCode::Region),
            "departement" => code.parse().ok().map(TerritoryCode::Department),
            "epci" => code.parse().ok().map(TerritoryCode::Epci),
            "commune" => code.parse().ok().map(TerritoryCode::Commune),
            "iris" => iris(code).map(TerritoryCode::Iris),
            "qpv" => qpv(code).map(TerritoryCode::Qpv),
            "quartier" => code.parse().ok().map(TerritoryCode::Quartier),
            "pays" => None,
            _ => return Err(TerritoryKeyError::Kind(text.to_owned())),
        };
        code.map(Self).ok_or_else(bad_code)
    }
}

fn iris(code: &str) -> Option<String> {
    let (commune, block) = code.split_at_checked(5)?;
    let shape = commune.parse::<CommuneCode>().is_ok()
        && block.len() == 4
        && block.bytes().all(|b| b.is_ascii_digit());
    shape.then(|| code.to_owned())
}

fn qpv(code: &str) -> Option<String> {
    let shape = code.len() == 8
        && code.starts_with('Q')
        && code
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    shape.then(|| code.to_owned())
}

impl TryFrom<String> for TerritoryKey {
    type Error = TerritoryKeyError;

    fn try_from(text: String) -> Result<Self, TerritoryKeyError> {
        text.parse()
    }
}

impl From<TerritoryKey> for String {
    fn from(key: TerritoryKey) -> Self {
        key.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_contract_reads_and_writes_back() {
        for text in [
            "commune-35238",
            "departement-35",
            "region-53",
            "epci-243500139",
            "iris-352380101",
            "qpv-QN03504M",
            "quartier-rennes-maurepas",
            "pays-fr",
        ] {
            assert_eq!(text.parse::<TerritoryKey>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_bare_or_broken_code_is_refused_with_its_reason() {
        assert!(matches!(
            "35238".parse::<TerritoryKey>(),
            Err(TerritoryKeyError::Kind(_))
        ));
        assert!(matches!(
            "ville-35238".parse::<TerritoryKey>(),
            Err(TerritoryKeyError::Kind(_))
        ));
        assert!(matches!(
            "commune-3523".parse::<TerritoryKey>(),
            Err(TerritoryKeyError::Code(_))
        ));
        assert!(matches!(
            "pays-be".parse::<TerritoryKey>(),
            Err(TerritoryKeyError::Code(_))
        ));
    }
}
