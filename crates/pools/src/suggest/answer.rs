//! What is answered: pools with their reasons, wants without one with theirs, and how good the answer is.

use portulan_model::{Cents, CommuneCode, Public, Slug};
use serde::Serialize;
use thiserror::Error;

use super::known::Subject;
use super::worth::{Net, Saving};
use crate::refusals::Unsound;
use crate::want::{Span, Years};

/// All that is answered. Amounts are the middle of what is spared.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Suggested {
    /// Pools, those that spare most first.
    pub suggestions: Vec<Suggestion>,
    /// Wants in none of them, in the order given.
    pub unpooled: Vec<Unpooled>,
    /// What all pools spare.
    pub value: Cents,
    /// What those of the greedy baseline spare.
    pub greedy: Cents,
    /// What no choice among the candidates exceeds.
    pub bound: Cents,
    /// Groups worth pooling.
    pub candidates: usize,
    /// Groups looked at.
    pub weighed: usize,
    /// Wants from which not every group was looked at: the bound knows nothing of those that were not.
    pub cut: usize,
    /// Each part that was solved by itself.
    pub components: Vec<Component>,
}

impl Suggested {
    /// By how much the best may be better at most, as a part of it.
    #[must_use]
    pub fn gap(&self) -> f64 {
        1.0 - ratio(self.value, self.bound)
    }

    /// How many times the greedy baseline.
    #[must_use]
    pub fn ratio_greedy(&self) -> f64 {
        ratio(self.value, self.greedy)
    }
}

/// One where both are nothing.
#[expect(
    clippy::cast_precision_loss,
    reason = "sums of amounts that people type are far below 2^53 cents"
)]
fn ratio(one: Cents, other: Cents) -> f64 {
    if other == Cents::ZERO {
        return 1.0;
    }
    one.get() as f64 / other.get() as f64
}

/// How a component was solved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// The bound is reached: the optimum.
    Proven,
    /// Branched on to the end: the optimum.
    Branched,
    /// Searched: at most as far from the best as the bound says.
    Search,
}

/// Candidates that share wants, solved by themselves. Values are twice the middle, in cents, so that they are whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Component {
    /// How many wants.
    pub wants: usize,
    /// How many candidates.
    pub candidates: usize,
    /// How it was solved.
    pub method: Method,
    /// What is spared.
    pub value: i64,
    /// What greedy spares.
    pub greedy: i64,
    /// What nothing exceeds.
    pub bound: i64,
}

/// A pool that is proposed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Suggestion {
    /// Its wants, in the order given.
    pub wants: Vec<Slug>,
    /// Their organisations, in the same order.
    pub organisations: Vec<Slug>,
    /// Who would carry it: whoever asks most. People decide otherwise.
    pub lead: Slug,
    /// What makes it a pool.
    pub evidence: Vec<Evidence>,
    /// What spares, rule by rule.
    pub savings: Vec<Saving>,
    /// What agreeing costs.
    pub cost: Span,
    /// What is spared in the end.
    pub net: Net,
    /// The best candidate that it was preferred to.
    pub rival: Option<Rival>,
}

/// What makes wants a pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Evidence {
    /// A need or a service that all have.
    Subject {
        /// Which.
        subject: Subject,
    },
    /// A commune that all have.
    Commune {
        /// Which.
        commune: CommuneCode,
    },
    /// The two that are farthest apart are so near.
    Near {
        /// Metres, between their nearest places.
        metres: u32,
    },
    /// Years that all have.
    Years {
        /// Which.
        years: Years,
    },
    /// A public that all have.
    Public {
        /// Which.
        #[serde(serialize_with = "super::known::slug")]
        public: Public,
    },
    /// One wishes to be with another.
    Wished {
        /// Who wishes.
        by: Slug,
        /// To be with whom.
        with: Slug,
    },
    /// What the State gave for a whole post under the convention of 2022: not counted as spared.
    PostAid {
        /// For the first year, private to public employers.
        first: Span,
        /// For the second.
        second: Span,
    },
}

/// A candidate that was not chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rival {
    /// Its wants.
    pub wants: Vec<Slug>,
    /// What it would spare.
    pub net: Net,
    /// The pools that it crosses, by rank in the answer.
    pub crosses: Vec<usize>,
    /// How much less would be spared with it in place of those.
    pub loses: Cents,
}

/// A want in no pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unpooled {
    /// Which.
    pub want: Slug,
    /// Why.
    pub cause: Cause,
}

/// Why a want is in no pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "cause")]
pub enum Cause {
    /// Its author wants to stay alone.
    Alone,
    /// It tells no need that could be compared.
    NoNeed,
    /// Nobody knows where it is.
    NoPlace,
    /// Nobody near has the same need in the same years for the same people.
    Nobody,
    /// With those near, nothing is spared for sure.
    Nothing,
    /// It could be pooled, and others of its partners spare more without it.
    Outbid {
        /// Its best candidate.
        rival: Rival,
    },
}

/// Why some wants are no pool.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unfit {
    /// Not two to six wants.
    #[error("too few or too many wants")]
    Number,
    /// Not the same need, years and people, one organisation twice, or one that stays alone.
    #[error("nothing in common")]
    Apart,
    /// Too far from each other, or nobody knows where.
    #[error("too far from each other")]
    Far,
    /// Agreeing may cost more than is spared.
    #[error("nothing is spared for sure")]
    Nothing(Net),
    /// One of them is no want.
    #[error(transparent)]
    Unsound(Unsound),
}
