//! Envelopes: money that a funder sets aside for a purpose and a period, with what each territory and beneficiary may have.
//!
//! What is taken from one is told in its ledger, line by line. An envelope decides about a line from the sums that stand
//! ([`Standing`]) and nothing else: so the same rule holds for a ledger in memory and in the transaction that writes.

mod ledger;
mod lines;
mod rates;
mod refusals;
mod sums;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::Slug;
use crate::journal::Author;
use crate::money::Cents;
use crate::periods::Period;
use crate::proposals::Prose;
use crate::territories::TerritoryKey;
use crate::words::{fields_of, worded};

pub use super::secrecy::{FEWEST_AUTHORS, shown, shown_whole};
pub use ledger::Ledger;
pub use lines::{Account, BadReference, Hand, Line, Move, Order, Reference, What};
pub use rates::{BadShare, Rate, Share};
pub use refusals::{Limit, Refusal, Unsound};
pub use sums::{Standing, Sums};

/// What several beneficiaries have of envelopes together.
pub type Group = super::secrecy::Group<Sums>;

worded! {
    /// What an envelope pays for.
    EnvelopeKind {
        /// Studies, facilitation, the writing of requests: the *dotation d’ingénierie*.
        Engineering = "ingenierie",
        /// Training of those who help.
        Training = "formation",
        /// Salaries of *conseillers* and co-ordinators.
        Posts = "postes",
        /// Computers, furniture, works.
        Investment = "investissement",
        /// What an activity costs each year.
        Operation = "fonctionnement",
    }
}

fields_of! {
    /// A field of an envelope that those who manage it change together. Its address and its body stay.
    EnvelopeField of Envelope {
        Label label = "env-nom",
        Kind kind = "env-objet",
        Funder funder = "env-financeur",
        Period period = "env-quand",
        Amount amount = "env-montant",
        Ceilings ceilings = "env-plafonds",
        Rate rate = "env-taux",
        Source source = "env-source",
    }
}

/// Who brings the money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Funder {
    /// An organisation that is known here: its people may grant.
    Organisation(Slug),
    /// Somebody else, by name: the State, a foundation.
    Outside(String),
}

/// An envelope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// Readable address, for ever: `/espace/enveloppes/<slug>`.
    pub slug: Slug,
    /// The body in which it is decided.
    pub body: Slug,
    /// How it is called.
    pub label: String,
    /// What it pays for.
    pub kind: EnvelopeKind,
    /// Who brings the money.
    pub funder: Funder,
    /// The days on which it may be promised and granted.
    #[serde(default)]
    pub period: Period,
    /// All there is.
    pub amount: Cents,
    /// What each may have.
    #[serde(default, skip_serializing_if = "Ceilings::is_none")]
    pub ceilings: Ceilings,
    /// Which part of a cost it pays.
    #[serde(default, skip_serializing_if = "Rate::is_none")]
    pub rate: Rate,
    /// Where the amount is said: a letter, a publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Prose>,
    /// Who ever wrote the amount or a ceiling: none of them grants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hands: Vec<Author>,
}

/// What territories and beneficiaries may have of an envelope, each alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ceilings {
    /// By territory. Where some are named, one that is not has nothing: as the State's envelopes are parted.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub territories: BTreeMap<TerritoryKey, Cents>,
    /// What any beneficiary may have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<Cents>,
    /// What some may have instead.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub beneficiaries: BTreeMap<Slug, Cents>,
}

impl Ceilings {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// What a territory may have; `None`: what there is.
    #[must_use]
    pub fn of_territory(&self, key: &TerritoryKey) -> Option<Cents> {
        let named = self.territories.get(key).copied();
        (!self.territories.is_empty()).then(|| named.unwrap_or(Cents::ZERO))
    }

    /// What a beneficiary may have; `None`: what there is.
    #[must_use]
    pub fn of_beneficiary(&self, slug: &Slug) -> Option<Cents> {
        self.beneficiaries.get(slug).copied().or(self.each)
    }

    fn all(&self) -> impl Iterator<Item = Cents> {
        let named = self.territories.values().chain(self.beneficiaries.values());
        named.copied().chain(self.each)
    }
}

impl Envelope {
    /// Refuses an envelope that could never be kept to.
    pub fn check(&self) -> Result<(), Unsound> {
        if self.amount <= Cents::ZERO {
            return Err(Unsound::NoAmount);
        }
        if self.amount > Cents::MOST_TYPED {
            return Err(Unsound::TooLarge);
        }
        if self.ceilings.all().any(|one| one < Cents::ZERO) {
            return Err(Unsound::NegativeCeiling);
        }
        if self.ceilings.all().any(|one| one > self.amount) {
            return Err(Unsound::CeilingBeyond);
        }
        self.rate.check()
    }

    /// The same, each ceiling under the territory of today. Territories that became one have what each had, up to all there
    /// is.
    #[must_use]
    pub fn today(mut self, territory: impl Fn(&TerritoryKey) -> TerritoryKey) -> Self {
        let mut all: BTreeMap<TerritoryKey, Cents> = BTreeMap::new();
        for (key, ceiling) in std::mem::take(&mut self.ceilings.territories) {
            let sum = all.entry(territory(&key)).or_default();
            *sum = sum.plus(ceiling).unwrap_or(self.amount).min(self.amount);
        }
        self.ceilings.territories = all;
        self
    }

    /// Refuses to become an envelope that what is promised and granted already exceeds: what each is called, by how much.
    pub fn holds(&self, ledger: &Ledger) -> Result<(), Refusal> {
        let whole = ledger.whole()?;
        Limit::Envelope.allows(self.amount, whole.used()?, Cents::ZERO)?;
        for (key, sums) in ledger.by(|line| line.account.territory.clone())? {
            if let Some(ceiling) = self.ceilings.of_territory(&key) {
                Limit::Territory(key).allows(ceiling, sums.used()?, Cents::ZERO)?;
            }
        }
        for (slug, sums) in ledger.by(|line| line.account.beneficiary.clone())? {
            if let Some(ceiling) = self.ceilings.of_beneficiary(&slug) {
                Limit::Beneficiary(slug).allows(ceiling, sums.used()?, Cents::ZERO)?;
            }
        }
        Ok(())
    }

    /// The line that an order makes, where it may be obeyed on top of what stands.
    pub fn decide(
        &self,
        number: u64,
        standing: &Standing,
        order: Order,
        hand: Hand,
    ) -> Result<Line, Refusal> {
        let effect = order.effect(&standing.account)?;
        if order.what.commits() {
            self.in_time(&order, &hand)?;
            self.in_rate(&order, standing.request.used()?, effect.used()?)?;
        }
        self.weigh(&order.account, standing, effect)?;
        Ok(Line {
            number,
            what: What::Moved(order.what),
            account: order.account,
            effect,
            cost: order.cost,
            decision: order.decision,
            hand,
        })
    }

    /// The line that undoes another, whole. `undone`: whether one did already. What was given back is not undone: it would
    /// be given again without what giving asks (the right to, the days, the part of the cost).
    pub fn undo(
        &self,
        number: u64,
        standing: &Standing,
        (line, undone): (&Line, bool),
        hand: Hand,
    ) -> Result<Line, Refusal> {
        if undone || matches!(line.what, What::Reversed(_)) {
            return Err(Refusal::Reversed(line.number));
        }
        if line.what == What::Moved(Move::Release) {
            return Err(Refusal::GivenBack(line.number));
        }
        let effect = line.effect.negated()?;
        self.weigh(&line.account, standing, effect)?;
        Ok(Line {
            number,
            what: What::Reversed(line.number),
            account: line.account.clone(),
            effect,
            cost: None,
            decision: line.decision.clone(),
            hand,
        })
    }

    /// Refuses an effect that leaves something below zero or beyond a ceiling.
    fn weigh(&self, account: &Account, standing: &Standing, effect: Sums) -> Result<(), Refusal> {
        if !standing.account.plus(effect)?.is_sound() {
            return Err(Refusal::Undercut(account.request.clone()));
        }
        let more = effect.used()?;
        if more <= Cents::ZERO {
            return Ok(());
        }
        Limit::Envelope.allows(self.amount, standing.whole.used()?, more)?;
        if let Some(ceiling) = self.ceilings.of_territory(&account.territory) {
            let limit = Limit::Territory(account.territory.clone());
            limit.allows(ceiling, standing.territory.used()?, more)?;
        }
        if let Some(ceiling) = self.ceilings.of_beneficiary(&account.beneficiary) {
            let limit = Limit::Beneficiary(account.beneficiary.clone());
            limit.allows(ceiling, standing.beneficiary.used()?, more)?;
        }
        Ok(())
    }

    fn in_time(&self, order: &Order, hand: &Hand) -> Result<(), Refusal> {
        if !self.period.holds(hand.day) {
            return Err(Refusal::OutOfPeriod(self.period));
        }
        let years = self.period.calendar_years();
        match years {
            Some(years) if !years.contains(&order.account.year) => Err(Refusal::YearOutside(years)),
            _ => Ok(()),
        }
    }

    fn in_rate(&self, order: &Order, used: Cents, more: Cents) -> Result<(), Refusal> {
        if let Some(most) = self.rate.most(order.cost)? {
            Limit::Rate.allows(most, used, more)?;
        }
        match self.rate.floor {
            Some(floor) if used.plus(more)? < floor => Err(Refusal::BelowFloor(floor)),
            _ => Ok(()),
        }
    }
}
