//! Actions of others that may be the same thing twice: a need, an area and days in common, or the same post.
//!
//! An action that serves an objective under which the other stands is no overlap: that is what a link is for.

use chrono::NaiveDate;
use portulan_model::roadmaps::{Action, ActionState, Need, Objective, Roadmap, UpperLink};
use portulan_model::{Area, Period, PostId};

use super::plans;
use crate::world::Levels;

/// One of the two actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverlapSide<'a> {
    /// Of which roadmap.
    pub roadmap: &'a Roadmap,
    /// Under which objective.
    pub objective: &'a Objective,
    /// Which.
    pub action: &'a Action,
}

/// Two actions that may be one, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap<'a> {
    /// The one of the subject.
    pub mine: OverlapSide<'a>,
    /// The other.
    pub other: OverlapSide<'a>,
    /// Needs to which both answer.
    pub needs: Vec<Need>,
    /// Posts with which both work.
    pub posts: Vec<PostId>,
    /// What both cover.
    pub area: Area,
    /// The days of both.
    pub period: Period,
}

/// Compares the actions of some plans with those of all others that meet an area.
pub(super) fn overlaps<'a>(
    levels: &'a Levels,
    mine: &[&'a Roadmap],
    area: &Area,
    day: NaiveDate,
) -> Vec<Overlap<'a>> {
    let own = |roadmap: &Roadmap| mine.iter().any(|one| one.slug == roadmap.slug);
    let decided = plans::near(levels, area, day);
    let others: Vec<OverlapSide<'a>> = decided
        .into_iter()
        .filter(|(roadmap, _)| !own(roadmap))
        .flat_map(|(roadmap, version)| sides(roadmap, version.content.objectives()))
        .collect();
    let mut found = Vec::new();
    for roadmap in mine {
        let Some(version) = roadmap.decided_on(day) else {
            continue;
        };
        for one in sides(roadmap, version.content.objectives()) {
            found.extend(others.iter().filter_map(|other| compare(one, *other)));
        }
    }
    found
}

/// The actions under some objectives, those abandoned or done apart.
fn sides<'a>(
    roadmap: &'a Roadmap,
    objectives: impl Iterator<Item = &'a Objective>,
) -> impl Iterator<Item = OverlapSide<'a>> {
    objectives.flat_map(move |objective| {
        let ahead = objective
            .actions
            .iter()
            .filter(|action| matches!(action.state, ActionState::Planned | ActionState::Underway));
        ahead.map(move |action| OverlapSide {
            roadmap,
            objective,
            action,
        })
    })
}

fn compare<'a>(mine: OverlapSide<'a>, other: OverlapSide<'a>) -> Option<Overlap<'a>> {
    if serves(mine, other) || serves(other, mine) {
        return None;
    }
    let days = |side: OverlapSide<'_>| side.action.period_in(side.roadmap.period);
    let period = days(mine).shared(&days(other))?;
    // Two needs that are in no list have nothing in common but that.
    let theirs = other.action.needs;
    let both = |need: &Need| *need != Need::Other && theirs.contains(*need);
    let needs: Vec<Need> = mine.action.needs.iter().filter(both).collect();
    let posts = mine.action.posts.intersection(&other.action.posts);
    let posts: Vec<PostId> = posts.copied().collect();
    if needs.is_empty() && posts.is_empty() {
        return None;
    }
    let covered = |side: OverlapSide<'a>| side.action.area_in(&side.roadmap.area);
    let area = covered(mine).shared(covered(other));
    (!area.is_empty() || !posts.is_empty()).then_some(Overlap {
        mine,
        other,
        needs,
        posts,
        area,
        period,
    })
}

/// Whether an action, or the objective under which it stands, serves the objective of the other.
fn serves(one: OverlapSide<'_>, other: OverlapSide<'_>) -> bool {
    let link = UpperLink {
        roadmap: other.roadmap.slug.clone(),
        objective: other.objective.id,
    };
    one.action.serves.contains(&link) || one.objective.serves.contains(&link)
}
