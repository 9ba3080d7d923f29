//! What is missing at each level of a stack.

use std::collections::BTreeSet;

use chrono::Days;
use portulan_model::governance::Body;
use portulan_model::posts::{Alert, alerts};
use portulan_model::roadmaps::{Content, Roadmap, Stage, UpperLink};
use portulan_model::{Seat, Slug, TerritoryKind};

use super::{Here, LevelHere, Stack};
use crate::gaps::Gap;
use crate::level::Level;
use crate::world::Levels;

/// How long before an end a co-ordinator is told: half a year, the time that a committee and an agreement take.
const HALF_A_YEAR: Days = Days::new(183);

pub(super) fn put_gaps<'a>(levels: &'a Levels, here: &'a Here, stack: &mut Stack<'a>) {
    let served = served(stack, here);
    let mut alone = BTreeSet::new();
    let any_place = stack.levels.iter().any(|level| !level.places.is_empty());
    for level in &stack.levels {
        let lone = level.places.iter().filter(|place| place.schemes.is_empty());
        if level.level == Level::Commune {
            alone.extend(lone.map(|place| place.id));
        }
    }
    for level in &mut stack.levels {
        let mut gaps = of_bodies(levels, here, level);
        gaps.extend(of_plans(&served, here, level));
        gaps.extend(of_groupings(here, level));
        gaps.extend(of_posts(here, level));
        if level.level == Level::Commune {
            gaps.extend(alone.iter().map(|place| Gap::LonePlace { place: *place }));
            gaps.extend((!any_place).then_some(Gap::NoPlace));
        }
        gaps.sort();
        gaps.dedup();
        level.gaps = gaps;
    }
}

/// The bodies of a level: those that reach here, and those that stand on a territory of here and say not what they cover.
fn of_bodies<'a>(levels: &'a Levels, here: &'a Here, level: &LevelHere<'a>) -> Vec<Gap<'a>> {
    let day = here.day;
    let mut gaps = Vec::new();
    let mut seated = false;
    for key in &level.territories {
        let seat = Seat::Territory((*key).clone());
        for body in levels.bodies_of(&seat).filter(|body| body.is_on(day)) {
            seated = true;
            if body.area.is_empty() {
                gaps.push(Gap::NoArea { body: &body.slug });
            }
        }
    }
    // Neighbourhoods need no body of their own.
    let expected = !level.territories.is_empty() && level.level != Level::Local;
    if expected && !seated && level.bodies.is_empty() {
        gaps.push(Gap::NoBody);
    }
    for shown in &level.bodies {
        let body = shown.body;
        if shown.referents.is_empty() {
            gaps.push(Gap::NoReferent { body: &body.slug });
        }
        gaps.extend(plan_of(levels, here, body));
        let mut meetings = Levels::picked(&levels.world.meetings, &levels.meetings_of, &body.slug);
        if !meetings.any(|one| one.is_ahead(day)) {
            gaps.push(Gap::NoMeeting { body: &body.slug });
        }
    }
    gaps
}

/// What is missing of the plan of a body.
fn plan_of<'a>(levels: &'a Levels, here: &Here, body: &'a Body) -> Option<Gap<'a>> {
    let day = here.day;
    let of = || Levels::picked(&levels.world.roadmaps, &levels.roadmaps_of, &body.slug);
    if of().any(|one| one.is_in_force(day)) {
        return None;
    }
    let slug = &body.slug;
    let awaited = |one: &&Roadmap| {
        matches!(
            one.stage_on(day),
            Some(Stage::Draft | Stage::InConsultation)
        )
    };
    let over = |one: &&Roadmap| one.decided_on(day).is_some() && one.period.is_over(day);
    if let Some(roadmap) = of().find(awaited) {
        let roadmap = &roadmap.slug;
        return Some(Gap::RoadmapAwaited {
            body: slug,
            roadmap,
        });
    }
    match of().filter(over).max_by_key(|one| one.period.to()) {
        Some(roadmap) => Some(Gap::RoadmapOver {
            body: slug,
            roadmap: &roadmap.slug,
        }),
        None => Some(Gap::NoRoadmap { body: slug }),
    }
}

/// What the plans that reach here serve above, level by level.
fn served<'a>(stack: &Stack<'a>, here: &Here) -> BTreeSet<&'a UpperLink> {
    let roadmaps = stack.levels.iter().flat_map(|level| &level.roadmaps);
    let decided = roadmaps.filter_map(|one| one.what.decided_on(here.day));
    decided
        .flat_map(|version| version.content.serves())
        .collect()
}

fn of_plans<'a>(
    served: &BTreeSet<&'a UpperLink>,
    here: &Here,
    level: &LevelHere<'a>,
) -> Vec<Gap<'a>> {
    if level.level >= Level::Commune {
        return Vec::new();
    }
    let mut gaps = Vec::new();
    for one in &level.roadmaps {
        let version = one.what.decided_on(here.day);
        let content = version.map(|version| &version.content);
        gaps.extend(unserved(served, &one.what.slug, content));
    }
    gaps
}

fn unserved<'a>(
    served: &BTreeSet<&UpperLink>,
    roadmap: &'a Slug,
    content: Option<&Content>,
) -> Vec<Gap<'a>> {
    let objectives = content.into_iter().flat_map(Content::objectives);
    let is_served = |objective| {
        served
            .iter()
            .any(|link| link.roadmap == *roadmap && link.objective == objective)
    };
    objectives
        .map(|one| one.id)
        .filter(|objective| !is_served(*objective))
        .map(|objective| Gap::UnservedObjective { roadmap, objective })
        .collect()
}

fn of_groupings<'a>(here: &Here, level: &LevelHere<'a>) -> Vec<Gap<'a>> {
    let loose = level.clusters.iter().map(|one| one.what);
    let loose = loose.filter(|cluster| !cluster.is_linked_to(TerritoryKind::Epci));
    let idle = level.sectors.iter().map(|one| one.what);
    let idle = idle.filter(|sector| !sector.is_covered_on(here.day));
    let unlinked = loose.map(|cluster| Gap::Unlinked {
        cluster: &cluster.slug,
    });
    unlinked
        .chain(idle.map(|sector| Gap::UncoveredSector {
            sector: &sector.slug,
        }))
        .collect()
}

fn of_posts<'a>(here: &Here, level: &LevelHere<'a>) -> Vec<Gap<'a>> {
    let mut gaps = Vec::new();
    for post in &level.posts {
        for alert in alerts(post, here.day, HALF_A_YEAR) {
            let id = post.id;
            gaps.push(match alert {
                Alert::Vacant { .. } => Gap::VacantPost { post: id },
                Alert::Ends { on, what } | Alert::Ended { on, what } => {
                    let post = id;
                    Gap::PostEnds { on, post, what }
                }
            });
        }
    }
    gaps
}
