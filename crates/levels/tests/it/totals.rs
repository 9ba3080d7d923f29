//! Totals add up: each thing once at each node, whatever the ways that lead there.

use std::collections::{BTreeMap, BTreeSet};

use portulan_levels::{Figures, Graph, Homes, Levels, Tally, World, tally_of, totals};
use portulan_model::governance::Standing;
use portulan_model::roadmaps::ActionState;
use portulan_model::{Cents, Seat, TerritoryKey};
use proptest::prelude::*;

use crate::build::{key, today};
use crate::worlds::{NODES, above, graph, world};

/// Whether one node is another or below it, by trying every way up.
fn is_under(node: &str, top: &str) -> bool {
    node == top || above(node).into_iter().any(|next| is_under(next, top))
}

/// The figures of a node, counted the slow way: go through everything, ask of each whether it is at home at the node or
/// below it, and count names.
fn counted(world: &World, top: &str) -> Figures {
    let under = |home: &TerritoryKey| {
        let home = home.to_string();
        NODES.contains(&home.as_str()) && is_under(&home, top)
    };
    let mut figures = Figures::default();
    for place in &world.places {
        if under(&TerritoryKey::commune(place.commune)) {
            figures.places += 1;
            figures.weekly_minutes += u64::from(place.weekly_minutes.unwrap_or(0));
            figures.without_hours += usize::from(place.weekly_minutes.is_none());
        }
    }
    for post in &world.posts {
        if post.is_on(today()) && under(&post.level) {
            figures.posts += 1;
            figures.fte += 100;
        }
    }
    let here = world.bodies.iter().filter(|body| body.is_on(today()));
    let here = here.filter(|body| match &body.seat {
        Seat::Territory(key) => under(key),
        _ => world.clusters[0].levels.iter().any(under),
    });
    let bodies: BTreeSet<_> = here.map(|body| &body.slug).collect();
    figures.bodies = bodies.len();
    let members = world.memberships.iter();
    let members = members.filter(|one| bodies.contains(&one.who().body));
    let members = members.filter(|one| one.standing_on(today()) == Some(Standing::Confirmed));
    let members: BTreeSet<_> = members.map(|one| &one.who().organisation).collect();
    figures.members = members.len();
    let roadmaps = world.roadmaps.iter();
    let roadmaps = roadmaps.filter(|one| bodies.contains(&one.body) && one.is_in_force(today()));
    let roadmaps: Vec<_> = roadmaps.collect();
    figures.roadmaps = roadmaps.len();
    let (mut costs, mut unsaid) = (BTreeMap::new(), BTreeSet::new());
    for action in roadmaps.iter().flat_map(|one| one.content.actions()) {
        if !matches!(action.state, ActionState::Abandoned { .. }) {
            costs.insert(action.id, action.cost().unwrap());
            if action.budget.is_empty() {
                unsaid.insert(action.id);
            }
        }
    }
    figures.actions = costs.len();
    figures.budget = Cents::total(costs.into_values()).unwrap();
    figures.without_budget = unsaid.len();
    figures
}

fn numbers(figures: &Figures) -> [u64; 9] {
    let wide = |n: usize| u64::try_from(n).unwrap();
    [
        wide(figures.places),
        figures.weekly_minutes,
        wide(figures.without_hours),
        wide(figures.posts),
        u64::from(figures.fte),
        wide(figures.members),
        wide(figures.bodies),
        wide(figures.roadmaps),
        wide(figures.actions),
    ]
}

proptest! {
    #[test]
    fn a_total_is_what_one_counts_by_going_through_everything(world in world()) {
        let levels = Levels::new(world.clone());
        let graph = graph();
        let totals = totals(&levels, &graph, today());
        for node in NODES {
            let tally = totals.get(&key(node)).cloned().unwrap_or_default();
            prop_assert_eq!(tally.figures().unwrap(), counted(&world, node), "{}", node);
        }
        // The nodes of a page alone, without climbing for the others.
        let nodes = NODES.map(key);
        let up = |home: &TerritoryKey| {
            graph.upward(home).into_iter().cloned().collect::<Vec<TerritoryKey>>()
        };
        let gathered = Homes::on(&levels, today()).gathered(&nodes, up);
        for (node, tally) in nodes.iter().zip(gathered) {
            prop_assert_eq!(&tally, &totals.get(node).cloned().unwrap_or_default());
        }
    }

    #[test]
    fn a_total_is_its_own_and_those_below_without_counting_twice(world in world()) {
        let levels = Levels::new(world);
        let graph = graph();
        let all = totals(&levels, &graph, today());
        // Without anything above anything, each node has its own alone.
        let alone = totals(&levels, &Graph::default(), today());
        for node in NODES {
            let below = NODES.into_iter().filter(|one| above(one).contains(&node));
            let below: Vec<TerritoryKey> = below.map(key).collect();
            let own = tally_of(&alone, &[key(node)]);
            let together = tally_of(&all, &below).and(&own);
            prop_assert_eq!(&together, &tally_of(&all, &[key(node)]), "{}", node);
            // And never more than the plain sum, which counts twice what spans.
            let parts = below.iter().map(|one| tally_of(&all, std::slice::from_ref(one)));
            let parts: Vec<[u64; 9]> = parts
                .chain([own])
                .map(|tally| numbers(&tally.figures().unwrap()))
                .collect();
            let whole = numbers(&together.figures().unwrap());
            for (at, figure) in whole.into_iter().enumerate() {
                prop_assert!(figure <= parts.iter().map(|part| part[at]).sum());
            }
        }
    }

    #[test]
    fn tallies_are_put_together_in_any_order_and_any_number_of_times(world in world()) {
        let levels = Levels::new(world);
        let graph = graph();
        let all = totals(&levels, &graph, today());
        let tallies: Vec<&Tally<'_>> = all.values().collect();
        for one in &tallies {
            prop_assert_eq!(&(*one).clone().and(one), *one);
            for two in &tallies {
                prop_assert_eq!((*one).clone().and(two), (*two).clone().and(one));
            }
        }
    }
}

#[test]
fn what_is_not_known_of_a_post_or_of_a_budget_is_counted_apart_and_is_not_zero() {
    let mut silent = crate::build::post(1, "epci-243500139", "35238");
    silent.fte = portulan_model::Timeline::default();
    let told = crate::build::post(2, "epci-243500139", "35238");
    let content = crate::build::content(1, vec![crate::build::action(1, None)]);
    let world = World {
        bodies: vec![crate::build::body("metropole", "epci-243500139", "35238")],
        roadmaps: vec![crate::build::validated(
            "fdr",
            "metropole",
            "35238",
            content,
        )],
        posts: vec![silent, told],
        ..World::default()
    };
    let levels = Levels::new(world);
    let nodes = [key("epci-243500139")];
    let tallies = Homes::on(&levels, today()).gathered(&nodes, |_| Vec::new());
    let figures = tallies[0].figures().unwrap();
    assert_eq!(
        (figures.posts, figures.fte, figures.without_fte),
        (2, 100, 1)
    );
    assert_eq!((figures.actions, figures.without_budget), (1, 1));
}
