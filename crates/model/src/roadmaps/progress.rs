//! How an action goes, told between two decisions: facts, which ask for none and change no version.

use super::actions::ActionState;
use super::content::Content;
use super::indicators::Observation;
use super::{Roadmap, RoadmapError, RoadmapState, Stage};
use crate::ids::{ActionId, IndicatorId};

/// How far an action is, as its body tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// How far.
    pub state: ActionState,
    /// What was measured, of which indicator.
    pub seen: Vec<(IndicatorId, Observation)>,
}

impl Progress {
    /// Writes it where the action is; `false` where it is not there. A measure of one day replaces that of this day.
    fn tell(&self, content: &mut Content, id: ActionId) -> bool {
        let Some(action) = content.action_mut(id) else {
            return false;
        };
        action.state = self.state.clone();
        for (of, seen) in &self.seen {
            let mut indicators = action.indicators.iter_mut();
            if let Some(indicator) = indicators.find(|one| one.id == *of) {
                indicator.observations.retain(|one| one.on != seen.on);
                indicator.observations.push(seen.clone());
                indicator.observations.sort_by_key(|one| one.on);
            }
        }
        true
    }
}

impl Roadmap {
    /// Tells how far an action is, and what was measured: facts, that ask for no decision. Versions stay as decided.
    pub fn report(mut self, action: ActionId, progress: &Progress) -> Result<Self, RoadmapError> {
        if let RoadmapState::Closed { .. } = self.state {
            return Err(RoadmapError::NotNow(Stage::Closed));
        }
        let known = progress.tell(&mut self.content, action);
        let prepared = self.amendment.as_mut();
        let prepared = prepared.is_some_and(|content| progress.tell(content, action));
        if known || prepared {
            Ok(self)
        } else {
            Err(RoadmapError::NoSuchAction(action))
        }
    }
}
