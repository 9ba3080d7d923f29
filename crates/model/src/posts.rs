//! Posts: a funded position, counted once whatever happens to it.
//!
//! A post keeps one id from its first funding to its return: an extension is a change of the same post, so that it cannot
//! be counted twice. Who holds it is private and apart ([`PostFile`]). Facts: state vacant, filled, returned, and
//! returned is the end; funding V1 (France Relance) and V2; host and employer are two things.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::areas::Area;
use crate::ids::{PlaceId, PostId, Slug};
use crate::periods::{Period, Timeline};
use crate::territories::TerritoryKey;
use crate::words::{fields_of, worded};

mod alerts;
mod funding;
mod holders;

pub use alerts::{Alert, Ending, alerts, next_end};
pub use funding::{FundingKind, FundingLine};
pub use holders::{ContractKind, Holder, PostFile, StoredPostFile};

worded! {
    /// What a post is for.
    PostKind {
        /// *Conseiller numérique*.
        Adviser = "conseiller-numerique",
        /// Co-ordinates others (*coordinateur*).
        Coordinator = "coordinateur",
        /// *Médiateur numérique*.
        Mediator = "mediateur",
        /// *Informaticien public*.
        PublicComputing = "informaticien-public",
        /// Something else.
        Other = "autre",
    }
}

/// Full time, in hundredths: 80 % is 80. One post is one person at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Fte(u16);

/// A share that is no share of a full time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{0} hundredths of a full time: from 1 to 100")]
pub struct NotAnFte(pub u16);

impl Fte {
    /// Full time.
    pub const FULL: Self = Self(100);

    /// So many hundredths.
    pub const fn new(hundredths: u16) -> Result<Self, NotAnFte> {
        if hundredths == 0 || hundredths > 100 {
            Err(NotAnFte(hundredths))
        } else {
            Ok(Self(hundredths))
        }
    }

    /// The hundredths.
    #[must_use]
    pub const fn hundredths(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Fte {
    type Error = NotAnFte;

    fn try_from(hundredths: u16) -> Result<Self, NotAnFte> {
        Self::new(hundredths)
    }
}

impl From<Fte> for u16 {
    fn from(fte: Fte) -> Self {
        fte.0
    }
}

/// Whether somebody holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum PostState {
    /// Nobody.
    Vacant,
    /// Somebody, until a day where the contract has an end.
    Filled {
        /// The last day of the contract.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
    },
    /// It was given back: it is no more, and does not come back.
    Returned,
}

impl PostState {
    /// The word of addresses and of storage.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Vacant => "vacant",
            Self::Filled { .. } => "occupe",
            Self::Returned => "rendu",
        }
    }
}

/// A place of a post, and which part of its time is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// Which place.
    pub place: PlaceId,
    /// In hundredths of the post's own time; nothing where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<u8>,
}

fields_of! {
    /// A field of a post that is put right, and is no step in its life.
    PostField of Post {
        Kind kind = "poste-type",
        Host host = "poste-accueil",
        Employer employer = "poste-employeur",
        Sector sector = "poste-secteur",
        Sites sites = "poste-lieux",
        CoordinatedBy coordinated_by = "poste-coordination",
    }
}

/// A post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// For ever, through all extensions.
    pub id: PostId,
    /// What it is for.
    pub kind: PostKind,
    /// The level that answers for it: where it is counted, once.
    pub level: TerritoryKey,
    /// Of which scheme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<Slug>,
    /// Where the person works.
    pub host: Slug,
    /// Who signs the contract.
    pub employer: Slug,
    /// The communes and neighbourhoods that it serves.
    #[serde(default)]
    pub sector: Area,
    /// The places where it works.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<Site>,
    /// How much of a full time, and when that changed.
    #[serde(default)]
    pub fte: Timeline<Fte>,
    /// Who pays, and until when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funding: Vec<FundingLine>,
    /// Whether somebody holds it, and when that changed.
    pub states: Timeline<PostState>,
    /// The days on which it was extended.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub extended: BTreeSet<NaiveDate>,
    /// The post that co-ordinates it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinated_by: Option<PostId>,
}

/// Why a post does not take a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PostError {
    /// It is not in a state that allows it.
    #[error("a post that is {0} does not allow this")]
    NotNow(&'static str),
    /// The day is before the last change.
    #[error("not before {0}")]
    TooEarly(NaiveDate),
    /// Its sites have more than the whole of its time.
    #[error("the sites share {0} hundredths of the time")]
    TooManyShares(u16),
    /// An extension that leads nowhere: its funding ends before it begins.
    #[error("the funding ends before the extension begins")]
    NothingExtended,
}

/// What an extension brings to a post that exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// From which day.
    pub from: NaiveDate,
    /// What pays for it.
    pub funding: FundingLine,
    /// Its new share of a full time, where that changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fte: Option<Fte>,
}

impl Post {
    /// Its state on a day; nothing before it existed.
    #[must_use]
    pub fn state_on(&self, day: NaiveDate) -> Option<PostState> {
        self.states.on(day).copied()
    }

    /// Whether it exists on a day: it was opened and not given back.
    #[must_use]
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.state_on(day)
            .is_some_and(|state| state != PostState::Returned)
    }

    /// Its share of a full time on a day on which it exists.
    #[must_use]
    pub fn fte_on(&self, day: NaiveDate) -> Option<Fte> {
        self.fte.on(day).copied().filter(|_fte| self.is_on(day))
    }

    /// Somebody takes it.
    pub fn fill(self, on: NaiveDate, until: Option<NaiveDate>) -> Result<Self, PostError> {
        self.step(on, PostState::Filled { until }, |state| {
            state == PostState::Vacant
        })
    }

    /// Whoever held it leaves.
    pub fn vacate(self, on: NaiveDate) -> Result<Self, PostError> {
        self.step(on, PostState::Vacant, |state| {
            matches!(state, PostState::Filled { .. })
        })
    }

    /// It is given back, and is no more.
    pub fn give_back(self, on: NaiveDate) -> Result<Self, PostError> {
        self.step(on, PostState::Returned, |state| {
            state != PostState::Returned
        })
    }

    /// It goes on with new money: the same post, counted once.
    pub fn extend(mut self, extension: Extension) -> Result<Self, PostError> {
        let Extension { from, funding, fte } = extension;
        let now = self.last()?;
        if now.1 == PostState::Returned {
            return Err(PostError::NotNow(now.1.word()));
        }
        if funding.period.is_over(from) {
            return Err(PostError::NothingExtended);
        }
        if let Some(fte) = fte {
            self.fte.set(from, fte);
        }
        self.funding.push(funding);
        self.extended.insert(from);
        Ok(self)
    }

    /// It works in these places: the shares that are said are at most the whole of its time.
    pub fn at_sites(mut self, sites: Vec<Site>) -> Result<Self, PostError> {
        let shares = sites.iter().filter_map(|site| site.share);
        let whole: u16 = shares.map(u16::from).sum();
        if whole > 100 {
            return Err(PostError::TooManyShares(whole));
        }
        self.sites = sites;
        Ok(self)
    }

    fn last(&self) -> Result<(NaiveDate, PostState), PostError> {
        // A post without any state was never opened; it is refused everything.
        self.states.last().copied().ok_or(PostError::NotNow("—"))
    }

    fn step(
        mut self,
        on: NaiveDate,
        to: PostState,
        from: fn(PostState) -> bool,
    ) -> Result<Self, PostError> {
        let (since, state) = self.last()?;
        if !from(state) {
            return Err(PostError::NotNow(state.word()));
        }
        if on < since {
            return Err(PostError::TooEarly(since));
        }
        self.states.set(on, to);
        Ok(self)
    }
}

/// The posts that a co-ordinator co-ordinates on a day.
pub fn team(posts: &[Post], coordinator: PostId, day: NaiveDate) -> impl Iterator<Item = &Post> {
    posts.iter().filter(move |post| {
        post.coordinated_by == Some(coordinator) && post.id != coordinator && post.is_on(day)
    })
}

/// The period of all funding of a post, from the first day paid to the last.
#[must_use]
pub fn funded(post: &Post) -> Option<Period> {
    let periods = || post.funding.iter().map(|line| line.period);
    let open = periods().any(|period| period.to().is_none());
    let to = periods().filter_map(|period| period.to()).max();
    let from = periods().filter_map(|period| period.from()).min();
    periods().next()?;
    Period::new(from, to.filter(|_last| !open)).ok()
}

#[cfg(test)]
mod tests;
