//! What comes of a comparison: a label or the reason why there is none, a score, and the evidence.

use portulan_model::Cents;
use portulan_model::roadmaps::Need;
use portulan_model::{Public, Service};
use serde::Serialize;

/// Why two records should be looked at together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// One doing, told twice.
    SameAction,
    /// One cost, for which two funders are asked or pay.
    SameCost,
    /// One post, counted twice.
    SamePost,
    /// One promise of a co-funder, counted for two doings.
    SameCofunding,
    /// Two doings, of which something could be carried together.
    Complementary,
}

impl Label {
    /// All, in the order of the labelled set.
    pub const ALL: [Self; 5] = [
        Self::SameAction,
        Self::SameCost,
        Self::SamePost,
        Self::SameCofunding,
        Self::Complementary,
    ];

    /// The word of files and messages.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::SameAction => "same-action",
            Self::SameCost => "same-cost",
            Self::SamePost => "same-post",
            Self::SameCofunding => "same-cofunding",
            Self::Complementary => "complementary",
        }
    }

    /// Reads a word of files.
    #[must_use]
    pub fn from_slug(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.slug() == word)
    }
}

/// A link that the records tell themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Link {
    /// One follows the other.
    Follows,
    /// One asks money for the other, or of it.
    Pays,
    /// One serves the other.
    Serves,
    /// Parts of one plan, each shown.
    Parts,
    /// Shares of one person that add up to a full time at most.
    Shares,
}

/// Why two records are no overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case", tag = "reason", content = "link")]
pub enum Reason {
    /// A link says it already.
    Linked(Link),
    /// No month in common.
    Period,
    /// Too far from each other.
    Far,
    /// Other people.
    Publics,
    /// Other means, another thing, another way.
    Means,
    /// Another need or service.
    Need,
    /// One bearer, two doings.
    SameBearer,
    /// One is closed to others.
    Closed,
    /// A post that is filled, or two that are more than one person.
    Filled,
    /// Both are paid already.
    Paid,
}

impl Reason {
    /// The end of the message that tells it.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Linked(Link::Follows) => "follows",
            Self::Linked(Link::Pays) => "pays",
            Self::Linked(Link::Serves) => "serves",
            Self::Linked(Link::Parts) => "parts",
            Self::Linked(Link::Shares) => "shares",
            Self::Period => "period",
            Self::Far => "far",
            Self::Publics => "publics",
            Self::Means => "means",
            Self::Need => "need",
            Self::SameBearer => "same-bearer",
            Self::Closed => "closed",
            Self::Filled => "filled",
            Self::Paid => "paid",
        }
    }
}

/// An overlap, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case", untagged)]
pub enum Outcome {
    /// To be looked at.
    Overlap(Label),
    /// Nothing to do.
    Apart(Reason),
}

impl Outcome {
    /// The label, if any.
    #[must_use]
    pub const fn label(self) -> Option<Label> {
        match self {
            Self::Overlap(label) => Some(label),
            Self::Apart(_) => None,
        }
    }
}

/// Something on which two records agree, or by which they part.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Evidence {
    /// Communes that both cover.
    Communes {
        /// How many.
        shared: u64,
    },
    /// Neighbouring areas.
    Neighbours,
    /// Months in common.
    Months {
        /// How many.
        shared: u64,
    },
    /// A period is not known.
    MonthsUntold,
    /// A need that both answer.
    Need {
        /// Which.
        need: Need,
    },
    /// A service that both give.
    Service {
        /// Which.
        service: Service,
    },
    /// A public that both name.
    Public {
        /// Which.
        public: Public,
    },
    /// One public within everybody.
    Everybody,
    /// One reference told by both.
    Reference {
        /// As told, without marks.
        reference: String,
    },
    /// One agreement of a post.
    PostReference {
        /// As told, without marks.
        reference: String,
    },
    /// One host or employer.
    PostHost,
    /// One place of work.
    PostPlace,
    /// One kind of post on one ground.
    PostGround,
    /// Together more, or not more, than one person.
    FullTime {
        /// In hundredths.
        hundredths: u64,
    },
    /// One promise.
    Promise {
        /// Of whom.
        by: String,
        /// How much.
        #[serde(skip_serializing_if = "Option::is_none")]
        cents: Option<Cents>,
        /// Of which year.
        #[serde(skip_serializing_if = "Option::is_none")]
        year: Option<i32>,
    },
    /// A promise that is told apart.
    PromiseApart,
    /// Two funders.
    Funders {
        /// One.
        one: String,
        /// The other.
        other: String,
    },
    /// One funder.
    Funder {
        /// Whom.
        funder: String,
    },
    /// One sum.
    SameCost {
        /// How much.
        cents: Cents,
    },
    /// Sums within a fifth.
    CloseCost,
    /// One sum is a share of the other.
    ShareOfCost {
        /// In hundredths.
        percent: u64,
    },
    /// The text of one tells the sum of the other.
    ToldCost {
        /// How much.
        cents: Cents,
    },
    /// Two sums.
    OtherCost,
    /// One number of things or people.
    Quantity {
        /// How many.
        number: u64,
    },
    /// Other numbers.
    OtherQuantity,
    /// A place that both name.
    Place,
    /// Other places.
    OtherPlace,
    /// One names the bearer of the other.
    Bearer,
    /// One bearer.
    SameBearer,
    /// One names a commune of the other.
    CommuneNamed,
    /// One may be a part of the other.
    Part,
    /// One area within the other.
    Nested,
    /// Words in common.
    Words {
        /// The heaviest.
        words: Vec<String>,
    },
    /// Looks for others.
    Seeking,
    /// One is closed to others.
    Closed,
}

/// Evidence and its points; none where it is a condition and no weight.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Weighed {
    /// What.
    #[serde(flatten)]
    pub evidence: Evidence,
    /// How much.
    pub points: f64,
}

/// What comes of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Compared {
    /// An overlap, or the reason why there is none.
    pub outcome: Outcome,
    /// From 0 to 1: how sure, of an overlap; 0 of none.
    pub score: f64,
    /// What speaks for and against.
    pub evidence: Vec<Weighed>,
}

impl Compared {
    /// No overlap.
    pub(crate) const fn apart(reason: Reason) -> Self {
        Self {
            outcome: Outcome::Apart(reason),
            score: 0.0,
            evidence: Vec::new(),
        }
    }
}
