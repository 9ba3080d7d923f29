//! Intentions: what an organisation wishes to ask means for, said early and in two minutes, and to whom it shows that.
//!
//! Nothing is asked yet and nothing is owed: an intention lets others see what could be carried together. Its area is an
//! explicit set of communes, those of its places among them.

mod states;
mod sums;
#[cfg(test)]
mod tests;
mod visibility;
mod wanted;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::areas::Area;
use crate::ids::Slug;
use crate::lists::{ClosedList, Public, Service, ValueSet};
use crate::proposals::Prose;
use crate::roadmaps::{Need, Trained};
use crate::words::fields_of;

pub use states::{NotPooled, Over, State, Step};
pub use sums::{Tally, Theme, cells, groups};
pub use visibility::{Meeting, Visibility};
pub use wanted::{Alliance, Kit, Lot, Span, Weekly, Years};

/// An intention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intention {
    /// Readable address, for ever: `/espace/structures/<organisation>/intentions/<slug>`.
    pub slug: Slug,
    /// Whose.
    pub organisation: Slug,
    /// In one line.
    pub title: String,
    /// In a few more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Prose>,
    /// Needs of the closed list, one at least.
    #[serde(default, skip_serializing_if = "is_untold")]
    pub needs: ValueSet<Need>,
    /// The need in words, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_need: Option<String>,
    /// With which services.
    #[serde(default, skip_serializing_if = "is_untold")]
    pub services: ValueSet<Service>,
    /// For whom; none means everybody.
    #[serde(default, skip_serializing_if = "is_untold")]
    pub publics: ValueSet<Public>,
    /// Where, the communes of its places among them.
    pub area: Area,
    /// In which places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Slug>,
    /// When.
    pub years: Years,
    /// Order of magnitude, all years together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Span>,
    /// The envelope that is hoped for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub envelope: Option<Slug>,
    /// Equipment wanted, each kind once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<Lot>,
    /// Equipment that could be lent to others, each kind once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lends: Vec<Lot>,
    /// How many people would be trained.
    #[serde(default, skip_serializing_if = "Trained::is_nobody")]
    pub trained: Trained,
    /// Time wanted every week in each place, or in each commune where no place is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly: Option<Weekly>,
    /// Alone or with whom.
    #[serde(default, skip_serializing_if = "Alliance::is_open")]
    pub alliance: Alliance,
    /// Who may read it.
    #[serde(default)]
    pub visibility: Visibility,
    /// Who noted it, and when.
    pub noted: Step,
    /// What became of it.
    #[serde(default)]
    pub state: State,
}

fields_of! {
    /// A field of an intention that its organisation changes. Its address, whose it is and what became of it stay.
    IntentionField of Intention {
        Title title = "int-titre",
        Text text = "int-texte",
        Needs needs = "int-besoins",
        OtherNeed other_need = "int-autre-besoin",
        Services services = "int-services",
        Publics publics = "int-publics",
        Area area = "int-zone",
        Places places = "int-lieux",
        Years years = "int-annees",
        Amount amount = "int-montant",
        Envelope envelope = "int-enveloppe",
        Equipment equipment = "int-materiel",
        Lends lends = "int-pret",
        Trained trained = "int-formes",
        Weekly weekly = "int-heures",
        Alliance alliance = "int-avec",
        Visibility visibility = "int-visible",
    }
}

/// What nobody can have meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unsound {
    /// Nothing says in one line what it is.
    #[error("no title, or one that is too long")]
    Title,
    /// No need, or another one that nothing says.
    #[error("no need")]
    Need,
    /// No commune.
    #[error("no commune")]
    Area,
    /// More places than it may name.
    #[error("more than {} places", Intention::MOST_PLACES)]
    Places,
    /// Years that end before they begin, or run too long.
    #[error("years that do not follow one another, or too many")]
    Years,
    /// An amount below zero, upside down or too large.
    #[error("no span of amounts")]
    Amount,
    /// More equipment, people or hours than there can be, or one kind of equipment twice.
    #[error("more than there can be")]
    Count,
    /// With nobody else, or with itself.
    #[error("with nobody else")]
    Alliance,
    /// Shown to bodies, and to none.
    #[error("shown to no body")]
    Visibility,
}

impl Intention {
    /// Longest title, in characters: a line of a list.
    pub const LONGEST_TITLE: usize = 120;
    /// Longest need in words, in characters.
    pub const LONGEST_NEED: usize = 200;
    /// Most places that it names.
    pub const MOST_PLACES: usize = 50;
    /// Most organisations with which it would be carried, and most bodies to which it is shown by name.
    pub const MOST_NAMED: usize = 20;

    /// A new one, of which only whose, what, where and when are said. It is shown to nobody else.
    #[must_use]
    pub fn new(
        (slug, organisation): (Slug, Slug),
        title: String,
        area: Area,
        years: Years,
        noted: Step,
    ) -> Self {
        Self {
            slug,
            organisation,
            title,
            text: None,
            needs: ValueSet::EMPTY,
            other_need: None,
            services: ValueSet::EMPTY,
            publics: ValueSet::EMPTY,
            area,
            places: Vec::new(),
            years,
            amount: None,
            envelope: None,
            equipment: Vec::new(),
            lends: Vec::new(),
            trained: Trained::default(),
            weekly: None,
            alliance: Alliance::Open,
            visibility: Visibility::Us,
            noted,
            state: State::Noted,
        }
    }

    /// Refuses what nobody can have meant.
    pub fn check(&self) -> Result<(), Unsound> {
        let blank = self.title.trim().is_empty();
        let other = self.needs.contains(Need::Other);
        let lots = [&self.equipment, &self.lends];
        let trained = self
            .trained
            .agents
            .checked_add(self.trained.association_staff);
        let weekly = self.weekly.map_or(0, Weekly::minutes);
        let refused = [
            (
                blank || is_longer(&self.title, Self::LONGEST_TITLE),
                Unsound::Title,
            ),
            (
                self.needs.is_empty() || other && self.other_need.is_none(),
                Unsound::Need,
            ),
            (self.area.is_empty(), Unsound::Area),
            (self.places.len() > Self::MOST_PLACES, Unsound::Places),
            (!self.years.is_sound(), Unsound::Years),
            (
                self.amount.is_some_and(|span| !span.is_sound()),
                Unsound::Amount,
            ),
            (
                lots.into_iter().any(|all| !are_countable(all))
                    || trained.is_none_or(|sum| sum > Lot::MOST)
                    || weekly > Weekly::LONGEST,
                Unsound::Count,
            ),
            (!self.is_with_others(), Unsound::Alliance),
            (!self.visibility.is_sound(), Unsound::Visibility),
        ];
        let first = refused.into_iter().find(|(refused, _)| *refused);
        first.map_or(Ok(()), |(_, why)| Err(why))
    }

    /// Whether its organisation may still change it, and it may still be carried with others.
    #[must_use]
    pub const fn stands(&self) -> bool {
        matches!(self.state, State::Noted)
    }

    /// How many people would be trained.
    #[must_use]
    pub const fn people(&self) -> u32 {
        let Trained {
            agents,
            association_staff,
        } = self.trained;
        agents.saturating_add(association_staff)
    }

    /// The need under which its whole amount is counted, once.
    #[must_use]
    pub fn theme(&self) -> Theme {
        let mut needs = self.needs.iter();
        match (needs.next(), needs.next()) {
            (Some(need), None) => Theme::One(need),
            _ => Theme::Several,
        }
    }

    /// Names nobody, or others than itself and not too many.
    fn is_with_others(&self) -> bool {
        match &self.alliance {
            Alliance::Open | Alliance::Alone => true,
            Alliance::With(others) => {
                (1..=Self::MOST_NAMED).contains(&others.len())
                    && !others.contains(&self.organisation)
            }
        }
    }
}

/// Each kind once, and no more than there can be.
fn are_countable(lots: &[Lot]) -> bool {
    let kinds: BTreeSet<Kit> = lots.iter().map(|lot| lot.kit).collect();
    let possible = |lot: &Lot| (1..=Lot::MOST).contains(&lot.count);
    kinds.len() == lots.len() && lots.iter().all(possible)
}

fn is_longer(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_some()
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
fn is_untold<L: ClosedList>(set: &ValueSet<L>) -> bool {
    set.is_empty()
}
