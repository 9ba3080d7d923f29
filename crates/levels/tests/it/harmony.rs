//! What a scheme, a cluster or a body has to settle: found when it is there, silent when it is not.

use portulan_levels::{Harmony, Levels, MetropolitanLink, Subject, World, harmony};
use portulan_model::clusters::Cluster;
use portulan_model::lists::ValueSet;
use portulan_model::posts::{Alert, Ending, PostState};
use portulan_model::roadmaps::{Action, ActionState, Need, UpperLink};
use portulan_model::schemes::Scheme;
use portulan_model::{Slug, Timeline};

use crate::build::{
    action, body, content, day, draft, objective_id, place, place_id, post, slug, today, validated,
};

const METROPOLE: &str = "35024 35047 35238";

fn scheme(part_of: Option<&str>) -> Scheme {
    let text =
        r#"{"slug":"esc","name":"ESC","kind":"network","level":"commune-35238","area":"35238"}"#;
    let mut scheme: Scheme = serde_json::from_str(text).unwrap();
    scheme.part_of = part_of.map(slug);
    scheme
}

type Change = fn(&mut Action);

fn needing(n: u16, needs: &[Need]) -> Action {
    let mut one = action(n, None);
    one.needs = needs.iter().copied().collect::<ValueSet<Need>>();
    one
}

/// A scheme with a plan, under a métropole with a plan of two objectives.
fn world() -> World {
    let mut metropole = content(2, vec![needing(2, &[Need::Data])]);
    metropole.axes[0]
        .objectives
        .extend(content(5, vec![]).axes[0].objectives.clone());
    World {
        bodies: vec![
            body("metropole", "epci-243500139", METROPOLE),
            body("comite", "dispositif-esc", "35238"),
        ],
        roadmaps: vec![
            validated("fdr-metropole", "metropole", METROPOLE, metropole),
            validated(
                "fdr-esc",
                "comite",
                "35238",
                content(3, vec![needing(3, &[Need::Data, Need::Run])]),
            ),
        ],
        schemes: vec![scheme(None)],
        ..World::default()
    }
}

fn on_scheme(levels: &Levels) -> Harmony<'_> {
    harmony(levels, Subject::Scheme(&levels.world().schemes[0]), today())
}

fn serving(mut world: World, objective: u16) -> World {
    let link = UpperLink {
        roadmap: slug("fdr-metropole"),
        objective: objective_id(objective),
    };
    let mut esc = content(3, vec![needing(3, &[Need::Data, Need::Run])]);
    esc.axes[0].objectives[0].serves.insert(link);
    world.roadmaps[1] = validated("fdr-esc", "comite", "35238", esc);
    world
}

fn titles<'a>(found: &Harmony<'a>) -> Vec<(&'a str, &'a str)> {
    let pairs = found.overlaps.iter();
    pairs
        .map(|one| {
            (
                one.mine.action.title.as_str(),
                one.other.action.title.as_str(),
            )
        })
        .collect()
}

#[test]
fn an_objective_above_that_nothing_serves_is_told_until_something_does() {
    let levels = Levels::new(world());
    let found = on_scheme(&levels);
    let told = |found: &Harmony<'_>| {
        found
            .unserved
            .iter()
            .map(|(_, one)| one.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&found), [objective_id(2), objective_id(5)]);
    let levels = Levels::new(serving(world(), 2));
    assert_eq!(told(&on_scheme(&levels)), [objective_id(5)]);
    // Of the métropole itself: nothing is above it here.
    let metropole = levels.body(&slug("metropole")).unwrap();
    assert!(
        harmony(&levels, Subject::Body(metropole), today())
            .unserved
            .is_empty()
    );
}

#[test]
fn two_actions_overlap_by_need_area_and_days_and_not_once_they_are_linked() {
    let levels = Levels::new(world());
    let found = on_scheme(&levels);
    assert_eq!(titles(&found), [("Action 3", "Action 2")]);
    assert_eq!(found.overlaps[0].needs, [Need::Data]);
    assert_eq!(found.overlaps[0].area.to_string(), "35238");
    // From the other side it is the same pair.
    let metropole = levels.body(&slug("metropole")).unwrap();
    let other = harmony(&levels, Subject::Body(metropole), today());
    assert_eq!(titles(&other), [("Action 2", "Action 3")]);
    let linked = Levels::new(serving(world(), 2));
    assert_eq!(titles(&on_scheme(&linked)), []);

    let apart: [(&str, Change); 5] = [
        ("another need", |one| {
            one.needs = [Need::Legal].into_iter().collect();
        }),
        ("elsewhere", |one| one.area = "35047".parse().ok()),
        ("before", |one| {
            one.period = serde_json::from_str(r#"{"to":"2022-12-31"}"#).ok();
        }),
        ("done", |one| one.state = ActionState::Done),
        ("abandoned", |one| {
            one.state = ActionState::Abandoned {
                reason: "—".to_owned(),
            }
        }),
    ];
    for (why, change) in apart {
        let mut one = needing(2, &[Need::Data]);
        change(&mut one);
        let mut world = world();
        world.roadmaps[0] = validated(
            "fdr-metropole",
            "metropole",
            METROPOLE,
            content(2, vec![one]),
        );
        let levels = Levels::new(world);
        assert_eq!(titles(&on_scheme(&levels)), [], "{why}");
    }
}

#[test]
fn a_post_counted_in_two_plans_is_an_overlap_whatever_the_needs() {
    let with = |n: u16, need: Need| {
        let mut one = needing(n, &[need]);
        one.posts.insert(crate::build::post_id(1));
        one
    };
    let mut world = world();
    let metropole = content(2, vec![with(2, Need::Legal)]);
    world.roadmaps[0] = validated("fdr-metropole", "metropole", METROPOLE, metropole);
    let esc = content(3, vec![with(3, Need::Run)]);
    world.roadmaps[1] = validated("fdr-esc", "comite", "35238", esc);
    let levels = Levels::new(world);
    let found = on_scheme(&levels);
    assert_eq!(
        (found.overlaps.len(), found.overlaps[0].posts.len()),
        (1, 1)
    );
}

#[test]
fn a_scheme_is_linked_to_the_metropole_by_what_it_serves_or_of_which_it_is_a_part() {
    let link = |world: World| on_scheme(&Levels::new(world)).link;
    assert_eq!(link(world()), MetropolitanLink::Missing);
    assert_eq!(link(serving(world(), 2)), MetropolitanLink::Linked);
    let mut part = world();
    let mut wide = scheme(None);
    wide.slug = slug("metropole-numerique");
    wide.level = "epci-243500139".parse().unwrap();
    part.schemes = vec![scheme(Some("metropole-numerique")), wide];
    assert_eq!(link(part.clone()), MetropolitanLink::Linked);
    // A scheme that is a part of itself is not followed for ever.
    part.schemes = vec![scheme(Some("esc"))];
    assert_eq!(link(part), MetropolitanLink::Missing);
    let levels = Levels::new(world());
    let metropole = levels.body(&slug("metropole")).unwrap();
    let found = harmony(&levels, Subject::Body(metropole), today());
    assert_eq!(found.link, MetropolitanLink::NotAsked);
}

#[test]
fn a_cluster_without_an_intercommunality_is_told_and_its_places_say_where_it_is() {
    let cluster = |levels: &str| -> Cluster {
        let id = place_id(1);
        let text = format!(r#"{{"slug":"g","name":"G","levels":[{levels}],"places":["{id}"]}}"#);
        serde_json::from_str(&text).unwrap()
    };
    for (attached, link) in [
        (r#""commune-35238""#, MetropolitanLink::Missing),
        (
            r#""commune-35238","epci-243500139""#,
            MetropolitanLink::Linked,
        ),
    ] {
        let mut world = world();
        world.places = vec![place(1, "35238")];
        world.clusters = vec![cluster(attached)];
        let levels = Levels::new(world);
        let found = harmony(
            &levels,
            Subject::Cluster(&levels.world().clusters[0]),
            today(),
        );
        assert_eq!(found.link, link, "{attached}");
        assert!(found.no_body);
        assert_eq!(found.unserved.len(), 3, "what is above its places");
    }
}

#[test]
fn referents_plans_and_posts_are_told_when_they_are_missing_or_end() {
    let mut world = world();
    world.bodies[1].referents.clear();
    world.roadmaps[1] = draft(
        "fdr-esc",
        "comite",
        "35238",
        content(3, vec![action(3, None)]),
    );
    let of_scheme = |n: u16| {
        let mut one = post(n, "commune-35238", "35238");
        one.scheme = Some(slug("esc"));
        one
    };
    let until = |text: &str| PostState::Filled {
        until: Some(day(text)),
    };
    let mut ending = of_scheme(1);
    ending.states = Timeline::starting(day("2023-01-01"), until("2024-09-30"));
    let mut lasting = of_scheme(2);
    lasting.states = Timeline::starting(day("2023-01-01"), until("2025-09-30"));
    let mut elsewhere = ending.clone();
    elsewhere.id = crate::build::post_id(3);
    elsewhere.scheme = None;
    world.posts = vec![ending, lasting, elsewhere];
    let levels = Levels::new(world);
    let found = on_scheme(&levels);
    let names = |of: &[&portulan_model::governance::Body]| -> Vec<Slug> {
        of.iter().map(|one| one.slug.clone()).collect()
    };
    assert_eq!(names(&found.without_referent), [slug("comite")]);
    assert_eq!(
        names(&found.without_plan),
        [slug("comite")],
        "a draft is no plan yet"
    );
    let ends = Alert::Ends {
        on: day("2024-09-30"),
        what: Ending::Contract,
    };
    let posts: Vec<_> = found
        .posts
        .iter()
        .map(|(post, alert)| (post.id, *alert))
        .collect();
    assert_eq!(posts, [(crate::build::post_id(1), ends)]);
    assert!(!found.no_body && found.count() >= 4);
}

#[test]
fn nothing_is_told_of_what_is_in_order() {
    let mut world = serving(world(), 2);
    world.roadmaps[0] = validated(
        "fdr-metropole",
        "metropole",
        METROPOLE,
        content(2, vec![action(2, None)]),
    );
    let levels = Levels::new(world);
    assert_eq!(on_scheme(&levels).count(), 0);
}
