//! The plans of a subject, what they serve above, and what nothing serves.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use portulan_model::Area;
use portulan_model::governance::Body;
use portulan_model::roadmaps::{Objective, Roadmap, UpperLink, Version};

use crate::level::Level;
use crate::world::{Levels, at};

/// The plans in force of some bodies.
pub(super) fn in_force<'a>(
    levels: &'a Levels,
    bodies: &[&'a Body],
    day: NaiveDate,
) -> Vec<&'a Roadmap> {
    let of = bodies.iter().flat_map(|body| levels.plans_of(&body.slug));
    of.filter(|one| one.is_in_force(day)).collect()
}

/// The plans in force that meet an area, each as it was decided.
pub(super) fn near<'a>(
    levels: &'a Levels,
    area: &Area,
    day: NaiveDate,
) -> Vec<(&'a Roadmap, &'a Version)> {
    let near = levels.roadmaps.near(area).into_iter();
    near.filter_map(|rank| at(&levels.world.roadmaps, rank))
        .filter(|one| one.is_in_force(day) && one.area.meets(area))
        .filter_map(|one| Some((one, one.decided_on(day)?)))
        .collect()
}

/// Objectives of plans of a wider level that no plan that meets the area serves.
pub(super) fn unserved<'a>(
    levels: &'a Levels,
    area: &Area,
    level: Level,
    day: NaiveDate,
) -> Vec<(&'a Roadmap, &'a Objective)> {
    let plans = near(levels, area, day);
    let served: BTreeSet<&UpperLink> = plans
        .iter()
        .flat_map(|(_, version)| version.content.serves())
        .collect();
    let is_served = |roadmap: &Roadmap, objective: &Objective| {
        let mut links = served.iter();
        links.any(|link| link.roadmap == roadmap.slug && link.objective == objective.id)
    };
    let above = |roadmap: &Roadmap| {
        let body = levels.body(&roadmap.body);
        body.is_some_and(|body| levels.level_of(body) < level)
    };
    let wider = plans.iter().filter(|(roadmap, _)| above(roadmap));
    wider
        .flat_map(|(roadmap, version)| {
            let objectives = version.content.objectives();
            objectives.map(move |objective| (*roadmap, objective))
        })
        .filter(|(roadmap, objective)| !is_served(roadmap, objective))
        .collect()
}

/// Whether one of some plans serves an objective of a plan of a level.
pub(super) fn serves_level(
    levels: &Levels,
    plans: &[&Roadmap],
    level: Level,
    day: NaiveDate,
) -> bool {
    let decided = plans.iter().filter_map(|plan| plan.decided_on(day));
    let mut links = decided.flat_map(|version| version.content.serves());
    links.any(|link| {
        let above = levels.roadmap(&link.roadmap);
        let body = above.and_then(|one| levels.body(&one.body));
        body.is_some_and(|body| levels.level_of(body) == level)
    })
}
