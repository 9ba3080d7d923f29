//! What is wanted, measured: amounts within bounds, years, hours, equipment, and with whom.
//!
//! Intentions say it, and pools are made of it.

use serde::{Deserialize, Serialize};

use crate::ids::Slug;
use crate::means::secrecy::Columns;
use crate::money::{Cents, SplitError, TooMuch};
use crate::periods::Period;
use crate::posts::Fte;

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

    /// Both together.
    pub fn plus(self, other: Self) -> Result<Self, TooMuch> {
        Ok(Self {
            least: self.least.plus(other.least)?,
            most: self.most.plus(other.most)?,
        })
    }

    /// So many equal parts, which add up to it to the cent.
    pub fn parts(self, count: usize) -> Result<Vec<Self>, SplitError> {
        let weights = vec![1; count];
        let (least, most) = (self.least.split(&weights)?, self.most.split(&weights)?);
        let both = least.into_iter().zip(most);
        Ok(both.map(|(least, most)| Self { least, most }).collect())
    }

    /// Whether it is a span of amounts that people type.
    #[must_use]
    pub fn is_sound(self) -> bool {
        Cents::ZERO <= self.least && self.least <= self.most && self.most <= Cents::MOST_TYPED
    }
}

impl Columns for Span {
    fn plus(self, other: Self) -> Result<Self, TooMuch> {
        Self::plus(self, other)
    }

    fn columns(self) -> impl Iterator<Item = Cents> {
        [self.least, self.most].into_iter()
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
    /// Longest run: plans cover three, agreements of posts three, investments five.
    pub const LONGEST: i32 = 10;

    /// One year.
    #[must_use]
    pub const fn one(year: i32) -> Self {
        Self {
            first: year,
            last: year,
        }
    }

    /// Whether they follow one another, and are not too many.
    #[must_use]
    pub fn is_sound(self) -> bool {
        let span = i64::from(self.last) - i64::from(self.first);
        (0..i64::from(Self::LONGEST)).contains(&span)
    }

    /// Each of them.
    pub fn each(self) -> impl Iterator<Item = i32> + Clone {
        self.first..=self.last
    }

    /// The days from the first to the last.
    #[must_use]
    pub fn period(self) -> Option<Period> {
        Period::years(self.first, self.last)
    }

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

            /// Reads a word of a form.
            #[must_use]
            pub fn from_slug(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.slug() == text)
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
