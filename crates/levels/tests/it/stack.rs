//! The stack shows each thing that reaches here, once, at one level, whatever the index.

use std::collections::BTreeSet;

use portulan_levels::{Here, Level, Levels, Postings, Stack, World};
use portulan_model::roadmaps::ActionState;
use portulan_model::{Area, Slug, TerritoryKind};
use proptest::prelude::*;

use crate::build::{area, body, key, today};
use crate::worlds::{here, world};

/// The ids of all that a stack shows, each with its kind.
fn shown(stack: &Stack<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for level in &stack.levels {
        all.extend(
            level
                .bodies
                .iter()
                .map(|one| format!("body {}", one.body.slug)),
        );
        all.extend(
            level
                .roadmaps
                .iter()
                .map(|one| format!("roadmap {}", one.what.slug)),
        );
        all.extend(
            level
                .clusters
                .iter()
                .map(|one| format!("cluster {}", one.what.slug)),
        );
        all.extend(level.posts.iter().map(|one| format!("post {}", one.id)));
        all.extend(level.places.iter().map(|one| format!("place {}", one.id)));
        let actions = level.actions.iter();
        all.extend(actions.map(|one| format!("action {} {}", one.roadmap.slug, one.action.id)));
    }
    all
}

/// The same, by asking everything.
fn expected(world: &World, here: &Here) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let meets = |area: &Area| area.meets(&here.area);
    let bodies = world.bodies.iter().filter(|one| one.is_on(today()));
    all.extend(
        bodies
            .filter(|one| meets(&one.area))
            .map(|one| format!("body {}", one.slug)),
    );
    let known = |slug: &Slug| world.bodies.iter().any(|body| body.slug == *slug);
    for roadmap in world.roadmaps.iter().filter(|one| known(&one.body)) {
        if !roadmap.is_in_force(today()) {
            continue;
        }
        if meets(&roadmap.area) {
            all.insert(format!("roadmap {}", roadmap.slug));
        }
        for action in roadmap.content.actions() {
            let going = !matches!(action.state, ActionState::Abandoned { .. });
            if going && meets(action.area_in(&roadmap.area)) {
                all.insert(format!("action {} {}", roadmap.slug, action.id));
            }
        }
    }
    let clusters = world.clusters.iter().filter(|one| meets(&one.area));
    all.extend(clusters.map(|one| format!("cluster {}", one.slug)));
    let posts = world
        .posts
        .iter()
        .filter(|one| one.is_on(today()) && meets(&one.sector));
    all.extend(posts.map(|one| format!("post {}", one.id)));
    let places = world.places.iter().filter(|one| one.is_in(&here.area));
    all.extend(places.map(|one| format!("place {}", one.id)));
    all
}

proptest! {
    #[test]
    fn everything_that_reaches_here_is_shown_and_nothing_else(world in world(), here in here()) {
        let levels = Levels::new(world.clone());
        let stack = levels.stack(&here);
        let all: BTreeSet<String> = shown(&stack).into_iter().collect();
        prop_assert_eq!(all, expected(&world, &here));
    }

    #[test]
    fn what_is_wide_is_found_as_what_is_not(world in world(), here in here()) {
        let narrow = Levels::with_wide(world.clone(), usize::MAX);
        let wide = Levels::with_wide(world, 0);
        prop_assert_eq!(narrow.stack(&here), wide.stack(&here));
    }

    #[test]
    fn levels_come_widest_first_and_each_thing_is_at_one(world in world(), here in here()) {
        let levels = Levels::new(world);
        let stack = levels.stack(&here);
        prop_assert!(stack.levels.iter().map(|one| one.level).eq(Level::ALL));
        for kind in ["body", "roadmap", "cluster", "post", "place"] {
            let of = shown(&stack).into_iter().filter(|one| one.starts_with(kind));
            let all: Vec<String> = of.collect();
            let once: BTreeSet<&String> = all.iter().collect();
            prop_assert_eq!(all.len(), once.len());
        }
    }
}

#[test]
fn a_level_is_that_of_the_kind_of_its_territory() {
    assert_eq!(Level::of(TerritoryKind::Qpv), Level::Local);
    assert_eq!(Level::of_key(&key("epci-243500139")), Level::Epci);
}

#[test]
fn an_area_of_a_whole_region_is_filed_once() {
    let wide = area("35001-35999 22001-22999");
    let bodies = [
        body("wide", "region-53", ""),
        body("narrow", "commune-35238", "35238"),
    ];
    let areas = [wide, bodies[1].area.clone()];
    let postings = Postings::build(areas, Postings::WIDE);
    assert_eq!(postings.near(&area("35001")), [0]);
    assert_eq!(postings.near(&area("35238")), [0, 1]);
}
