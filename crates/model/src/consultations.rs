//! What organisations think of something that is put to them: favourable, reserved, opposed, in their words.
//!
//! The last opinion of each counts; none is taken before the consultation opens nor after it closes.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::Slug;
use crate::periods::Period;
use crate::proposals::Prose;
use crate::renames::Renamed;
use crate::words::worded;

worded! {
    /// What one thinks.
    View {
        /// Favourable.
        Favourable = "favorable",
        /// Favourable with reserves, said in words.
        Reserved = "reserve",
        /// Opposed.
        Opposed = "oppose",
    }
}

/// An opinion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// Whose.
    pub organisation: Slug,
    /// Which.
    pub view: View,
    /// In their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Prose>,
    /// When.
    pub on: NaiveDate,
}

/// A consultation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Consultation {
    period: Period,
    opinions: Vec<Opinion>,
}

/// Why an opinion is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OpinionError {
    /// The consultation is not open on that day.
    #[error("the consultation is not open on that day")]
    NotOpen,
    /// Whoever has reserves, or is opposed, says why.
    #[error("whoever is not favourable says why")]
    Unsaid,
}

/// How many think what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Favourable.
    pub favourable: usize,
    /// With reserves.
    pub reserved: usize,
    /// Opposed.
    pub opposed: usize,
}

impl Consultation {
    /// Opens one for some days.
    #[must_use]
    pub const fn open(period: Period) -> Self {
        Self {
            period,
            opinions: Vec::new(),
        }
    }

    /// The same over another period: what was said before stays.
    #[must_use]
    pub fn reopened(mut self, period: Period) -> Self {
        self.period = period;
        self
    }

    /// From when to when.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// An organisation gives its opinion, or another one.
    pub fn give(mut self, opinion: Opinion) -> Result<Self, OpinionError> {
        if !self.period.holds(opinion.on) {
            return Err(OpinionError::NotOpen);
        }
        if opinion.view != View::Favourable && opinion.words.is_none() {
            return Err(OpinionError::Unsaid);
        }
        self.opinions.push(opinion);
        Ok(self)
    }

    /// The opinion of each, the last one given, in the order of their names.
    #[must_use]
    pub fn standing(&self) -> Vec<&Opinion> {
        let mut last: BTreeMap<&Slug, &Opinion> = BTreeMap::new();
        for opinion in &self.opinions {
            last.insert(&opinion.organisation, opinion);
        }
        last.into_values().collect()
    }

    /// What is said under one address is said under another. Of an organisation that spoke under both, what it said last
    /// under the one that stays counts; the rest stays before it.
    pub(crate) fn rename(&mut self, with: Renamed<'_>) {
        let (lost, mut stay): (Vec<Opinion>, Vec<Opinion>) = std::mem::take(&mut self.opinions)
            .into_iter()
            .partition(|one| one.organisation == *with.from);
        let mut all: Vec<Opinion> = lost;
        for one in &mut all {
            with.one(&mut one.organisation);
        }
        all.append(&mut stay);
        self.opinions = all;
    }

    /// How many think what.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for opinion in self.standing() {
            match opinion.view {
                View::Favourable => tally.favourable += 1,
                View::Reserved => tally.reserved += 1,
                View::Opposed => tally.opposed += 1,
            }
        }
        tally
    }

    /// Those among some that said nothing.
    pub fn silent<'a>(&'a self, asked: &'a [Slug]) -> impl Iterator<Item = &'a Slug> {
        let spoke = |one: &Slug| self.opinions.iter().any(|said| said.organisation == *one);
        asked.iter().filter(move |one| !spoke(one))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opinion(who: &str, view: View, words: &str, on: &str) -> Opinion {
        Opinion {
            organisation: who.parse().unwrap(),
            view,
            words: Prose::read(words).unwrap(),
            on: on.parse().unwrap(),
        }
    }

    #[test]
    fn the_last_opinion_of_each_counts_and_only_while_it_is_asked() {
        let period = Period::new("2024-01-01".parse().ok(), "2024-01-31".parse().ok()).unwrap();
        let open = Consultation::open(period);
        let late = opinion("a", View::Favourable, "", "2024-02-01");
        assert_eq!(open.clone().give(late), Err(OpinionError::NotOpen));
        let mute = opinion("a", View::Opposed, "", "2024-01-02");
        assert_eq!(open.clone().give(mute), Err(OpinionError::Unsaid));
        let said = open
            .give(opinion("a", View::Opposed, "Trop cher.", "2024-01-02"))
            .unwrap()
            .give(opinion("b", View::Reserved, "Et le soir ?", "2024-01-03"))
            .unwrap()
            .give(opinion("a", View::Favourable, "", "2024-01-31"))
            .unwrap();
        let tally = said.tally();
        assert_eq!((tally.favourable, tally.reserved, tally.opposed), (1, 1, 0));
        let asked = ["a", "c"].map(|one| one.parse().unwrap());
        let silent: Vec<&str> = said.silent(&asked).map(Slug::as_str).collect();
        assert_eq!(silent, ["c"]);
    }
}
