//! What is written in a roadmap: axes, their objectives, the actions of each.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::actions::{Action, UpperLink};
use super::indicators::Indicator;
use crate::ids::{ActionId, AxisId, ObjectiveId};

/// An objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// For ever, through all versions: other roadmaps point to it.
    pub id: ObjectiveId,
    /// What is wanted.
    pub title: String,
    /// What it serves above.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub serves: BTreeSet<UpperLink>,
    /// What is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// What is done for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
}

/// An axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axis {
    /// For ever, through all versions.
    pub id: AxisId,
    /// Its title.
    pub title: String,
    /// Its objectives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<Objective>,
}

/// All that is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Content {
    /// The axes.
    pub axes: Vec<Axis>,
}

impl Content {
    /// An action alone, to be judged.
    #[must_use]
    pub fn of_one(action: Action) -> Self {
        Self {
            axes: vec![Axis {
                id: AxisId::from_parts(0, [0; 10]),
                title: String::new(),
                objectives: vec![Objective {
                    id: ObjectiveId::from_parts(0, [0; 10]),
                    title: String::new(),
                    serves: BTreeSet::new(),
                    indicators: Vec::new(),
                    actions: vec![action],
                }],
            }],
        }
    }

    /// All objectives.
    pub fn objectives(&self) -> impl Iterator<Item = &Objective> {
        self.axes.iter().flat_map(|axis| &axis.objectives)
    }

    /// All actions.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.objectives().flat_map(|objective| &objective.actions)
    }

    /// An action.
    #[must_use]
    pub fn action(&self, id: ActionId) -> Option<&Action> {
        self.actions().find(|action| action.id == id)
    }

    /// An action, to be changed.
    pub fn action_mut(&mut self, id: ActionId) -> Option<&mut Action> {
        let mut all = self.objectives_mut().flat_map(|one| &mut one.actions);
        all.find(|action| action.id == id)
    }

    /// An objective, to be changed.
    pub fn objective_mut(&mut self, id: ObjectiveId) -> Option<&mut Objective> {
        self.objectives_mut().find(|one| one.id == id)
    }

    /// The objective under which an action stands.
    #[must_use]
    pub fn objective_of(&self, id: ActionId) -> Option<&Objective> {
        let holds = |one: &&Objective| one.actions.iter().any(|action| action.id == id);
        self.objectives().find(holds)
    }

    /// Takes an action out.
    pub fn take_action(&mut self, id: ActionId) -> Option<Action> {
        self.objectives_mut().find_map(|objective| {
            let at = objective.actions.iter().position(|one| one.id == id)?;
            Some(objective.actions.remove(at))
        })
    }

    fn objectives_mut(&mut self) -> impl Iterator<Item = &mut Objective> {
        self.axes.iter_mut().flat_map(|axis| &mut axis.objectives)
    }

    /// What it serves above, through its objectives or its actions, each once.
    #[must_use]
    pub fn serves(&self) -> BTreeSet<&UpperLink> {
        let own = self.objectives().flat_map(|objective| &objective.serves);
        let of_actions = self.actions().flat_map(|action| &action.serves);
        own.chain(of_actions).collect()
    }
}
