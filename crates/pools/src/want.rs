//! A want: an intention as far as pooling looks at it. What nobody told is absent, never zero.

use portulan_model::roadmaps::Need;
use portulan_model::{ClosedList, CommuneCode, Position, Public, Service, Slug, ValueSet};
use serde::{Deserialize, Serialize};

pub use portulan_model::means::intentions::{Alliance, Kit, Lot, Span, Weekly, Years};

use crate::refusals::Unsound;

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
    /// Refuses what nobody can have meant.
    pub fn check(&self) -> Result<(), Unsound> {
        if !self.years.is_sound() {
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
