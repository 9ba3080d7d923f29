//! Terms of a pool: its parts to the cent, and the time of each place.
//!
//! Each want has its *own* part and a share of the *common* part (what is bought or paid once for all). The common part is
//! split by weights, exactly: largest remainder, of equal remainders the first want takes the cent. What an organisation
//! has is the sum of its wants; what the pool asks is the sum of all.

use std::collections::{BTreeMap, BTreeSet};

use portulan_model::{Cents, Slug};
use serde::{Deserialize, Serialize};

use crate::refusals::Unsound;
use crate::want::{Alliance, Lot, Want, Weekly};

/// By what the common part is split between wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Key {
    /// The same for each want.
    Equal,
    /// By own parts.
    Own,
    /// By weekly time.
    Time,
    /// By pieces of equipment wanted.
    Equipment,
    /// By weights that people settled, one for each want.
    Weights(Vec<u32>),
}

/// What people fill in.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Who carries the request.
    pub lead: Slug,
    /// What is pooled, in the order of the request.
    pub wants: Vec<Want>,
    /// What each want keeps for itself, in the same order.
    pub own: Vec<Cents>,
    /// What is paid once for all.
    pub common: Cents,
    /// By what it is split.
    pub key: Key,
}

/// A want in a pool: lineage and money.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The want as it was, whole.
    pub want: Want,
    /// Its own part.
    pub own: Cents,
    /// Its share of the common part.
    pub common: Cents,
}

/// What an organisation has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Own parts of its wants.
    pub own: Cents,
    /// Its shares of the common part.
    pub common: Cents,
    /// Both.
    pub total: Cents,
}

/// The time of a place in a pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Of which want.
    pub want: Slug,
    /// Which of its sites, from 0.
    pub site: usize,
    /// Every week.
    pub minutes: u32,
    /// Of the posts of the pool, in hundredths of a full time: all places together make whole hundredths, exactly.
    pub hundredths: u32,
}

/// Sound terms: parts that add up, at least two organisations, a lead among them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Terms {
    lead: Slug,
    parts: Vec<Part>,
    common: Cents,
    key: Key,
    total: Cents,
}

#[derive(Clone, Serialize, Deserialize)]
struct Stored {
    lead: Slug,
    parts: Vec<Part>,
    common: Cents,
    key: Key,
    total: Cents,
}

impl Draft {
    /// What wants make of themselves: each keeps the most that it told, nothing is common, and whoever asks most leads.
    pub fn plain(wants: Vec<Want>) -> Result<Self, Unsound> {
        let told = |want: &Want| want.amount.map_or(Cents::ZERO, |span| span.most);
        let own: Vec<Cents> = wants.iter().map(told).collect();
        let lead = leading(&wants).ok_or(Unsound::OneOrganisation)?;
        Ok(Self {
            lead,
            wants,
            own,
            common: Cents::ZERO,
            key: Key::Equal,
        })
    }

    /// Terms, or why they cannot be.
    pub fn settle(self) -> Result<Terms, Unsound> {
        if self.own.len() != self.wants.len() {
            return Err(Unsound::Uneven);
        }
        let shares = split(&self.wants, &self.own, self.common, &self.key)?;
        let parts = self.wants.into_iter().zip(self.own).zip(shares);
        let parts = parts.map(|((want, own), common)| Part { want, own, common });
        Terms::checked(self.lead, parts.collect(), self.common, self.key)
    }
}

impl Terms {
    /// Who carries the request.
    #[must_use]
    pub const fn lead(&self) -> &Slug {
        &self.lead
    }

    /// Every want with its money.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// What is paid once for all.
    #[must_use]
    pub const fn common(&self) -> Cents {
        self.common
    }

    /// By what it is split.
    #[must_use]
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// What the pool asks.
    #[must_use]
    pub const fn total(&self) -> Cents {
        self.total
    }

    /// Every organisation.
    #[must_use]
    pub fn organisations(&self) -> BTreeSet<&Slug> {
        let parts = self.parts.iter();
        parts.map(|part| &part.want.organisation).collect()
    }

    /// Every organisation but the lead.
    #[must_use]
    pub fn beneficiaries(&self) -> BTreeSet<&Slug> {
        let mut all = self.organisations();
        all.remove(&self.lead);
        all
    }

    /// What each organisation has.
    pub fn shares(&self) -> Result<BTreeMap<&Slug, Share>, Unsound> {
        let mut all: BTreeMap<&Slug, Share> = BTreeMap::new();
        for part in &self.parts {
            let share = all.entry(&part.want.organisation).or_default();
            share.own = add(share.own, part.own)?;
            share.common = add(share.common, part.common)?;
            share.total = add(share.own, share.common)?;
        }
        Ok(all)
    }

    /// The time of each place, and its part of the posts. The hundredths of all places are those of the whole, rounded to
    /// the nearest, parted by largest remainder.
    #[must_use]
    pub fn times(&self) -> Vec<Time> {
        let sites = self.parts.iter().flat_map(|part| {
            let sites = part.want.sites.iter().enumerate();
            sites.filter_map(|(site, one)| Some((&part.want.id, site, one.weekly?.minutes())))
        });
        let sites: Vec<(&Slug, usize, u32)> = sites.collect();
        let minutes: Vec<u32> = sites.iter().map(|(_, _, minutes)| *minutes).collect();
        let whole: i64 = minutes.iter().copied().map(i64::from).sum();
        let full = i64::from(Weekly::FULL);
        // The rule of money serves for hundredths: exact, largest remainder.
        let hundredths = Cents::new((whole * 100 + full / 2) / full);
        let parted = hundredths.split(&minutes).unwrap_or_default();
        let parted = parted.into_iter().chain(std::iter::repeat(Cents::ZERO));
        let of = |((want, site, minutes), part): ((&Slug, usize, u32), Cents)| Time {
            want: want.clone(),
            site,
            minutes,
            hundredths: u32::try_from(part.get()).unwrap_or(0),
        };
        sites.into_iter().zip(parted).map(of).collect()
    }

    /// Everything back, as it was.
    #[must_use]
    pub fn wants(self) -> Vec<Want> {
        self.parts.into_iter().map(|part| part.want).collect()
    }

    /// The same without an organisation: own parts stay, the common part is split anew between those who stay.
    /// `None` where fewer than two organisations stay.
    pub(crate) fn without(&self, gone: &Slug, lead: Slug) -> Result<Option<Self>, Unsound> {
        let stays = |part: &&Part| part.want.organisation != *gone;
        let kept: Vec<&Part> = self.parts.iter().filter(stays).collect();
        let organisations: BTreeSet<&Slug> =
            kept.iter().map(|part| &part.want.organisation).collect();
        if organisations.len() < 2 {
            return Ok(None);
        }
        let (wants, own) = kept
            .iter()
            .map(|part| (part.want.clone(), part.own))
            .unzip();
        let draft = Draft {
            lead,
            wants,
            own,
            common: self.common,
            key: self.key_without(gone),
        };
        match draft.clone().settle() {
            // Whoever had all the weight left: those who stay share alike.
            Err(Unsound::NoWeight) => {
                let key = Key::Equal;
                Draft { key, ..draft }.settle().map(Some)
            }
            settled => settled.map(Some),
        }
    }

    /// What one organisation has once the only other has gone: the common part with it.
    pub(crate) fn alone(&self, gone: &Slug) -> Result<Vec<Part>, Unsound> {
        let stays = |part: &&Part| part.want.organisation != *gone;
        let kept = self.parts.iter().filter(stays);
        let (wants, own): (Vec<Want>, Vec<Cents>) =
            kept.map(|part| (part.want.clone(), part.own)).unzip();
        let shares = match split(&wants, &own, self.common, &self.key_without(gone)) {
            Err(Unsound::NoWeight) => split(&wants, &own, self.common, &Key::Equal)?,
            shares => shares?,
        };
        let parts = wants.into_iter().zip(own).zip(shares);
        let part = |((want, own), common)| Part { want, own, common };
        Ok(parts.map(part).collect())
    }

    fn key_without(&self, gone: &Slug) -> Key {
        let Key::Weights(weights) = &self.key else {
            return self.key.clone();
        };
        let both = self.parts.iter().zip(weights);
        let kept = both.filter(|(part, _)| part.want.organisation != *gone);
        Key::Weights(kept.map(|(_, weight)| *weight).collect())
    }

    fn checked(lead: Slug, parts: Vec<Part>, common: Cents, key: Key) -> Result<Self, Unsound> {
        let mut ids = BTreeSet::new();
        let mut organisations = BTreeSet::new();
        let mut total = Cents::ZERO;
        for Part { want, own, common } in &parts {
            want.check()?;
            if want.alliance == Alliance::Alone {
                return Err(Unsound::Alone(want.id.clone()));
            }
            if !ids.insert(&want.id) {
                return Err(Unsound::Twice(want.id.clone()));
            }
            if *own < Cents::ZERO || *common < Cents::ZERO {
                return Err(Unsound::Negative(want.id.clone()));
            }
            organisations.insert(&want.organisation);
            total = add(total, add(*own, *common)?)?;
        }
        if organisations.len() < 2 {
            return Err(Unsound::OneOrganisation);
        }
        if !organisations.contains(&lead) {
            return Err(Unsound::LeadOutside(lead));
        }
        Ok(Self {
            lead,
            parts,
            common,
            key,
            total,
        })
    }
}

impl TryFrom<Stored> for Terms {
    type Error = Unsound;

    /// What comes from storage is checked as what is typed: shares that do not add up are refused.
    fn try_from(stored: Stored) -> Result<Self, Unsound> {
        let own: Vec<Cents> = stored.parts.iter().map(|part| part.own).collect();
        let wants: Vec<Want> = stored.parts.iter().map(|part| part.want.clone()).collect();
        let shares = split(&wants, &own, stored.common, &stored.key)?;
        let same = stored.parts.iter().map(|part| part.common).eq(shares);
        let terms = Self::checked(stored.lead, stored.parts, stored.common, stored.key)?;
        let sound = same && terms.total == stored.total;
        sound.then_some(terms).ok_or(Unsound::Broken)
    }
}

impl From<Terms> for Stored {
    fn from(terms: Terms) -> Self {
        let Terms {
            lead,
            parts,
            common,
            key,
            total,
        } = terms;
        Self {
            lead,
            parts,
            common,
            key,
            total,
        }
    }
}

/// Whose wants ask most together; of equals, the first by name.
pub(crate) fn leading<'a>(wants: impl IntoIterator<Item = &'a Want>) -> Option<Slug> {
    let mut asked: BTreeMap<&Slug, i64> = BTreeMap::new();
    for want in wants {
        let most = want.amount.map_or(0, |span| span.most.get());
        let sum = asked.entry(&want.organisation).or_default();
        *sum = sum.saturating_add(most);
    }
    let first = asked.into_iter().rev().max_by_key(|(_, sum)| *sum);
    first.map(|(organisation, _)| organisation.clone())
}

fn split(wants: &[Want], own: &[Cents], common: Cents, key: &Key) -> Result<Vec<Cents>, Unsound> {
    if common < Cents::ZERO {
        return Err(Unsound::NegativeCommon);
    }
    let weights = weights(wants, own, key);
    if weights.len() != wants.len() {
        return Err(Unsound::Uneven);
    }
    if common == Cents::ZERO {
        return Ok(vec![Cents::ZERO; wants.len()]);
    }
    let parts = common.split(&weights);
    parts.map_err(|_nobody| Unsound::NoWeight)
}

fn weights(wants: &[Want], own: &[Cents], key: &Key) -> Vec<u32> {
    let pieces = |lots: &[Lot]| {
        lots.iter()
            .map(|lot| lot.count)
            .fold(0, u32::saturating_add)
    };
    match key {
        Key::Equal => vec![1; wants.len()],
        Key::Own => fitting(own),
        Key::Time => wants.iter().map(Want::minutes).collect(),
        Key::Equipment => wants.iter().map(|want| pieces(&want.equipment)).collect(),
        Key::Weights(weights) => weights.clone(),
    }
}

/// Amounts as weights: in cents, or halved until the largest fits.
fn fitting(own: &[Cents]) -> Vec<u32> {
    let cents = || own.iter().map(|one| u64::try_from(one.get()).unwrap_or(0));
    let largest = cents().max().unwrap_or(0);
    let shift = (u64::BITS - largest.leading_zeros()).saturating_sub(u32::BITS);
    let weights = cents().map(|one| u32::try_from(one >> shift).unwrap_or(u32::MAX));
    weights.collect()
}

fn add(one: Cents, other: Cents) -> Result<Cents, Unsound> {
    one.plus(other).map_err(|_too_much| Unsound::TooMuch)
}
