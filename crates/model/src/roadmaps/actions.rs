//! An action of a roadmap: what is done, for whom, where, by whom, with what.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::budgets::BudgetYear;
use super::indicators::Indicator;
use super::needs::{Need, Trained};
use crate::areas::Area;
use crate::ids::{ActionId, ObjectiveId, PlaceId, PostId, Slug};
use crate::lists::{Public, Service, ValueSet};
use crate::money::{Cents, TooMuch};
use crate::periods::Period;
use crate::proposals::Prose;

/// How far an action is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum ActionState {
    /// To be done.
    #[default]
    Planned,
    /// Under way.
    Underway,
    /// Done.
    Done,
    /// It will not be done.
    Abandoned {
        /// Why.
        reason: String,
    },
}

/// An objective of a roadmap above that this serves.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UpperLink {
    /// The roadmap above.
    pub roadmap: Slug,
    /// Its objective.
    pub objective: ObjectiveId,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// For ever, through all versions.
    pub id: ActionId,
    /// Its title.
    pub title: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Prose>,
    /// What.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Prose>,
    /// To which needs it answers.
    #[serde(default)]
    pub needs: ValueSet<Need>,
    /// The need in words, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_need: Option<String>,
    /// How many people it trains.
    #[serde(default, skip_serializing_if = "Trained::is_nobody")]
    pub trained: Trained,
    /// For whom in particular.
    #[serde(default)]
    pub publics: ValueSet<Public>,
    /// With which services.
    #[serde(default)]
    pub services: ValueSet<Service>,
    /// Where; all that its roadmap covers where nothing narrower is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// In which places.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub places: BTreeSet<PlaceId>,
    /// With which posts.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub posts: BTreeSet<PostId>,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub leads: BTreeSet<Slug>,
    /// With whom.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub partners: BTreeSet<Slug>,
    /// From when to when; as its roadmap where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What it costs, one line a year, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub budget: Vec<BudgetYear>,
    /// How far it is.
    #[serde(default)]
    pub state: ActionState,
    /// What is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// What it serves above, besides what its objective does.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub serves: BTreeSet<UpperLink>,
}

impl Action {
    /// A new one: everything but its title is to be said.
    #[must_use]
    pub fn new(id: ActionId, title: String) -> Self {
        Self {
            id,
            title,
            context: None,
            summary: None,
            needs: ValueSet::EMPTY,
            other_need: None,
            trained: Trained::default(),
            publics: ValueSet::EMPTY,
            services: ValueSet::EMPTY,
            area: None,
            places: BTreeSet::new(),
            posts: BTreeSet::new(),
            leads: BTreeSet::new(),
            partners: BTreeSet::new(),
            period: None,
            budget: Vec::new(),
            state: ActionState::Planned,
            indicators: Vec::new(),
            serves: BTreeSet::new(),
        }
    }

    /// What it covers, in a roadmap that covers so much.
    #[must_use]
    pub fn area_in<'a>(&'a self, roadmap: &'a Area) -> &'a Area {
        self.area.as_ref().unwrap_or(roadmap)
    }

    /// From when to when, in a roadmap of such a period.
    #[must_use]
    pub fn period_in(&self, roadmap: Period) -> Period {
        self.period.unwrap_or(roadmap)
    }

    /// What it costs over all its years.
    pub fn cost(&self) -> Result<Cents, TooMuch> {
        Cents::total(self.budget.iter().map(|year| year.total))
    }
}
