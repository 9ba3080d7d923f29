//! What changed between two versions, as data: the words are those of the screen.

use std::collections::{BTreeMap, BTreeSet};

use super::actions::Action;
use super::content::Content;
use crate::ids::{ActionId, AxisId, ObjectiveId};

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Item {
    /// An axis.
    Axis(AxisId),
    /// An objective.
    Objective(ObjectiveId),
    /// An action.
    Action(ActionId),
}

/// A part of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActionField {
    /// Context or summary.
    Words,
    /// Needs, and how many are trained.
    Needs,
    /// For whom, with which services.
    Publics,
    /// Where: area and places.
    Where,
    /// Posts.
    Posts,
    /// Leads and partners.
    Who,
    /// From when to when.
    Period,
    /// Money.
    Budget,
    /// How far it is.
    State,
    /// Indicators.
    Indicators,
    /// What it serves above.
    Serves,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added {
        /// What.
        item: Item,
        /// Its title.
        title: String,
    },
    /// It is no longer there.
    Removed {
        /// What.
        item: Item,
        /// Its title, as it was.
        title: String,
    },
    /// It has another title.
    Renamed {
        /// What.
        item: Item,
        /// As it was.
        before: String,
        /// As it is.
        after: String,
    },
    /// It stands under another axis or objective.
    Moved {
        /// What.
        item: Item,
        /// Under what it was.
        from: Item,
        /// Under what it is.
        to: Item,
    },
    /// An action changed otherwise.
    Changed {
        /// Which.
        action: ActionId,
        /// Its title.
        title: String,
        /// What of it.
        fields: Vec<ActionField>,
    },
    /// What an objective serves above, or what is measured of it, changed.
    Reworked {
        /// Which.
        objective: ObjectiveId,
        /// Its title.
        title: String,
    },
}

struct Place<'a> {
    item: Item,
    title: &'a str,
    under: Option<Item>,
}

/// All that changed: what is gone, then what is new or different in the order of the newer version.
#[must_use]
pub fn differences(before: &Content, after: &Content) -> Vec<Change> {
    let (old, new) = (outline(before), outline(after));
    let known: BTreeMap<Item, &Place<'_>> = old.iter().map(|one| (one.item, one)).collect();
    let kept: BTreeSet<Item> = new.iter().map(|one| one.item).collect();
    let gone = old.iter().filter(|one| !kept.contains(&one.item));
    let mut changes: Vec<Change> = gone
        .map(|one| Change::Removed {
            item: one.item,
            title: one.title.to_owned(),
        })
        .collect();
    for one in &new {
        match known.get(&one.item) {
            None => changes.push(Change::Added {
                item: one.item,
                title: one.title.to_owned(),
            }),
            Some(was) => changes.extend(placed(was, one)),
        }
    }
    changes.extend(reworked(before, after));
    changes.extend(changed(before, after));
    changes
}

/// All items of a content, each with its title and what it stands under.
fn outline(content: &Content) -> Vec<Place<'_>> {
    let mut all = Vec::new();
    for axis in &content.axes {
        let of_axis = Item::Axis(axis.id);
        all.push(Place {
            item: of_axis,
            title: &axis.title,
            under: None,
        });
        for objective in &axis.objectives {
            let of_objective = Item::Objective(objective.id);
            all.push(Place {
                item: of_objective,
                title: &objective.title,
                under: Some(of_axis),
            });
            all.extend(objective.actions.iter().map(|action| Place {
                item: Item::Action(action.id),
                title: &action.title,
                under: Some(of_objective),
            }));
        }
    }
    all
}

fn placed(was: &Place<'_>, is: &Place<'_>) -> impl Iterator<Item = Change> {
    let renamed = (was.title != is.title).then(|| Change::Renamed {
        item: is.item,
        before: was.title.to_owned(),
        after: is.title.to_owned(),
    });
    let moved = match (was.under, is.under) {
        (Some(from), Some(to)) if from != to => Some(Change::Moved {
            item: is.item,
            from,
            to,
        }),
        _ => None,
    };
    renamed.into_iter().chain(moved)
}

fn reworked(before: &Content, after: &Content) -> Vec<Change> {
    let old: BTreeMap<_, _> = before.objectives().map(|one| (one.id, one)).collect();
    let same = |objective: &&super::Objective| {
        old.get(&objective.id).is_none_or(|was| {
            was.serves == objective.serves && was.indicators == objective.indicators
        })
    };
    let different = after.objectives().filter(|one| !same(one));
    different
        .map(|one| Change::Reworked {
            objective: one.id,
            title: one.title.clone(),
        })
        .collect()
}

fn changed(before: &Content, after: &Content) -> Vec<Change> {
    let old: BTreeMap<_, _> = before.actions().map(|one| (one.id, one)).collect();
    let mut changes = Vec::new();
    for action in after.actions() {
        let Some(was) = old.get(&action.id) else {
            continue;
        };
        let fields = fields(was, action);
        if !fields.is_empty() {
            changes.push(Change::Changed {
                action: action.id,
                title: action.title.clone(),
                fields,
            });
        }
    }
    changes
}

/// The parts in which two states of an action differ, besides its title.
fn fields(was: &Action, is: &Action) -> Vec<ActionField> {
    let same = [
        (
            ActionField::Words,
            was.context == is.context && was.summary == is.summary,
        ),
        (
            ActionField::Needs,
            was.needs == is.needs && was.other_need == is.other_need && was.trained == is.trained,
        ),
        (
            ActionField::Publics,
            was.publics == is.publics && was.services == is.services,
        ),
        (
            ActionField::Where,
            was.area == is.area && was.places == is.places,
        ),
        (ActionField::Posts, was.posts == is.posts),
        (
            ActionField::Who,
            was.leads == is.leads && was.partners == is.partners,
        ),
        (ActionField::Period, was.period == is.period),
        (ActionField::Budget, was.budget == is.budget),
        (ActionField::State, was.state == is.state),
        (ActionField::Indicators, was.indicators == is.indicators),
        (ActionField::Serves, was.serves == is.serves),
    ];
    let different = same.into_iter().filter(|(_, same)| !same);
    different.map(|(field, _)| field).collect()
}
