//! Who pays for a post, how much, from when to when.

use super::{Deserialize, Period, Serialize, Slug, worded};
use crate::money::Cents;

worded! {
    /// Under which rule the money comes.
    FundingKind {
        /// First agreements of *conseillers numériques* (France Relance).
        FirstAgreement = "v1",
        /// Second agreements: 17 500 € then 12 500 € for public hosts.
        SecondAgreement = "v2",
        /// A local authority pays.
        Local = "local",
        /// The host pays.
        Own = "propre",
        /// Something else.
        Other = "autre",
    }
}

/// A line of funding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundingLine {
    /// Who pays.
    pub funder: Slug,
    /// Under which rule.
    pub kind: FundingKind,
    /// The reference of the agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// How much for the whole period; nothing where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Cents>,
    /// From when to when.
    #[serde(default)]
    pub period: Period,
}
