//! A want: an intention as far as pooling looks at it. What nobody told is absent, never zero.

use portulan_model::posts::Fte;
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, ClosedList, CommuneCode, Position, Public, Service, Slug, ValueSet};
use serde::{Deserialize, Serialize};

use crate::refusals::Unsound;

/// An amount that is known within bounds, both included. From nothing up: nobody wants less than nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// At least.
    pub least: Cents,
    /// At most.
    pub most: Cents,
}

impl Span {
    /// Between two amounts.
    #[must_use]
    pub const fn new(least: Cents, most: Cents) -> Self {
        Self { least, most }
    }

    /// Whether it is a span of amounts that people type.
    #[must_use]
    pub fn is_sound(self) -> bool {
        Cents::ZERO <= self.least && self.least <= self.most && self.most <= Cents::MOST_TYPED
    }
}

/// Calendar years, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Years {
    /// The first.
    pub first: i32,
    /// The last.
    pub last: i32,
}

impl Years {
    /// The years that both hold.
    #[must_use]
    pub fn shared(self, other: Self) -> Option<Self> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (first <= last).then_some(Self { first, last })
    }
}

/// Time wanted in a place every week, as it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weekly {
    /// So many minutes.
    Minutes(u32),
    /// A part of a full time.
    Fte(Fte),
}

impl Weekly {
    /// Minutes of a full time: 35 hours a week, the legal duration in France (Code du travail, L3121-27).
    pub const FULL: u32 = 35 * 60;
    /// Minutes of a week.
    pub const LONGEST: u32 = 7 * 24 * 60;
    /// A hundredth of a full time, in minutes: 21 exactly.
    const HUNDREDTH: u32 = Self::FULL / 100;

    /// In minutes.
    #[must_use]
    pub fn minutes(self) -> u32 {
        match self {
            Self::Minutes(minutes) => minutes,
            Self::Fte(fte) => u32::from(fte.hundredths()) * Self::HUNDREDTH,
        }
    }
}

/// A place where something is wanted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// The place, where it is known here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Slug>,
    /// What it is called.
    pub name: String,
    /// In which commune.
    pub commune: CommuneCode,
    /// Where, or the centre of the commune: latitude and longitude.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<Position>,
    /// Time wanted there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly: Option<Weekly>,
}

macro_rules! kits {
    ($($(#[$doc:meta])* $variant:ident = $slug:literal),+ $(,)?) => {
        /// Equipment that is counted.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Kit {
            $($(#[$doc])* #[serde(rename = $slug)] $variant,)+
        }

        impl Kit {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word of addresses and files.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }
        }
    };
}

kits! {
    /// A computer with its screen.
    Computer = "ordinateur",
    /// A tablet.
    Tablet = "tablette",
    /// A telephone.
    Phone = "telephone",
    /// A printer, a scanner or both.
    Printer = "imprimante",
    /// A projector or a large screen.
    Projector = "videoprojecteur",
    /// An access to the Internet, with its box.
    Connection = "connexion",
}

/// So many of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Lot {
    /// Of what.
    pub kit: Kit,
    /// How many.
    pub count: u32,
}

impl Lot {
    /// Most of one kind: more is a slip of the hand.
    pub const MOST: u32 = 100_000;
}

/// Alone or with whom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Alliance {
    /// With anybody: nothing was told against it.
    #[default]
    Open,
    /// Alone: never pooled.
    Alone,
    /// Gladly with these, which shuts out nobody.
    With(Vec<Slug>),
}

/// What an organisation wants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Want {
    /// Of the intention.
    pub id: Slug,
    /// Who wants it.
    pub organisation: Slug,
    /// As typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Needs of the closed list.
    #[serde(default, skip_serializing_if = "is_untold")]
    pub needs: ValueSet<Need>,
    /// Services of the closed list.
    #[serde(default, skip_serializing_if = "is_untold")]
    pub services: ValueSet<Service>,
    /// For whom; none means everybody.
    #[serde(default, skip_serializing_if = "is_untold")]
    pub publics: ValueSet<Public>,
    /// Where.
    pub sites: Vec<Site>,
    /// When.
    pub years: Years,
    /// How much, all years together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Span>,
    /// Equipment wanted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<Lot>,
    /// Equipment that could be lent to others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lends: Vec<Lot>,
    /// People to be trained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trained: Option<u32>,
    /// Alone or with whom.
    #[serde(default, skip_serializing_if = "is_open")]
    pub alliance: Alliance,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
fn is_untold<L: ClosedList>(set: &ValueSet<L>) -> bool {
    set.is_empty()
}

fn is_open(alliance: &Alliance) -> bool {
    *alliance == Alliance::Open
}

impl Want {
    /// Longest run of years: plans cover three, agreements of posts three, investments five.
    const LONGEST: i32 = 10;

    /// Refuses what nobody can have meant.
    pub fn check(&self) -> Result<(), Unsound> {
        let span = i64::from(self.years.last) - i64::from(self.years.first);
        if !(0..i64::from(Self::LONGEST)).contains(&span) {
            return Err(Unsound::Years(self.id.clone()));
        }
        if self.amount.is_some_and(|span| !span.is_sound()) {
            return Err(Unsound::Amount(self.id.clone()));
        }
        let mut lots = self.equipment.iter().chain(&self.lends);
        let times = self.sites.iter().filter_map(|site| site.weekly);
        let too_long = times.map(Weekly::minutes).any(|one| one > Weekly::LONGEST);
        if too_long || lots.any(|lot| lot.count > Lot::MOST) || self.trained > Some(Lot::MOST) {
            return Err(Unsound::Count(self.id.clone()));
        }
        Ok(())
    }

    /// Minutes wanted every week, all places together.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        let times = self.sites.iter().filter_map(|site| site.weekly);
        times.map(Weekly::minutes).fold(0, u32::saturating_add)
    }
}
