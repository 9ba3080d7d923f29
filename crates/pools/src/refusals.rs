//! Why a want, a draft or a step is refused.

use portulan_model::Slug;
use thiserror::Error;

/// What could never be right.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unsound {
    /// Years that end before they begin, or run too long.
    #[error("{0}: years that do not follow one another, or too many")]
    Years(Slug),
    /// An amount below zero, upside down or too large.
    #[error("{0}: no span of amounts")]
    Amount(Slug),
    /// More minutes than a week has, or more equipment or people than anybody has.
    #[error("{0}: more than there can be")]
    Count(Slug),
    /// The same want twice.
    #[error("{0} is there twice")]
    Twice(Slug),
    /// A want whose author wants to stay alone.
    #[error("{0} wants to stay alone")]
    Alone(Slug),
    /// Wants of one organisation are no pool.
    #[error("a pool has at least two organisations")]
    OneOrganisation,
    /// The lead has no want in it.
    #[error("{0} leads and has no part")]
    LeadOutside(Slug),
    /// A part below zero.
    #[error("{0}: a part below zero")]
    Negative(Slug),
    /// The common part is below zero.
    #[error("a common part below zero")]
    NegativeCommon,
    /// Not one own part and one weight for each want.
    #[error("as many parts and weights as wants")]
    Uneven,
    /// Nobody has a weight in the common part.
    #[error("nobody to share the common part between")]
    NoWeight,
    /// A sum beyond what can be counted.
    #[error("the amount is beyond what can be counted")]
    TooMuch,
    /// What was stored does not add up.
    #[error("the parts do not add up")]
    Broken,
}

/// Why a step is not taken. Nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No part in the pool, or no longer.
    #[error("{0} has no part in it")]
    NotAPartner(Slug),
    /// The terms that somebody agrees to are no longer those that stand.
    #[error("agreed to version {asked}, and version {stands} stands")]
    OtherVersion {
        /// What was agreed to.
        asked: u32,
        /// What stands.
        stands: u32,
    },
    /// The lead leaves and nobody who stays was named to lead.
    #[error("{0} leads: who stays and leads?")]
    NoLead(Slug),
    /// Other wants than those of the pool: a new pool, not a change.
    #[error("other wants than those of the pool")]
    OtherWants,
    /// Nobody would stay: the request is withdrawn, not left.
    #[error("{0} is the last: withdraw the request")]
    Last(Slug),
    /// The terms that would stand are unsound.
    #[error(transparent)]
    Unsound(#[from] Unsound),
}
