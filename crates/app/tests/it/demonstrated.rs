//! The levels of the demonstration as they are loaded: the story of the source document holds on them.

use std::sync::Arc;

use portulan_app::{App, demonstration};
use portulan_geo::Found;
use portulan_levels::{Here, Homes, Level, MetropolitanLink, Subject, harmony};
use portulan_model::TerritoryKey;
use portulan_policy::{Actor, Node, allow};
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, on_both_engines, open};

on_both_engines! {
    an_action_of_the_esc_reaches_cours_kennedy_and_one_of_the_metropole_its_43_communes
    loading_it_twice_changes_nothing
    each_level_shows_who_governs_and_what_is_not_known
    the_scheme_of_the_esc_is_linked_and_has_things_to_settle
}

async fn demonstrated(engine: Engine) -> (TestDatabase, Arc<App>) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    // As the program loads it: a job.
    let loading = allow(&Actor::Job("demo"), &Node::Installation).unwrap();
    demonstration::load(&app, &loading).await.unwrap();
    (database, app)
}

/// Where an address or a commune is.
fn here(app: &App, text: &str) -> Here {
    let directory = app.directory();
    let day = "2026-11-30".parse().unwrap();
    match directory.geocoder.find(text) {
        Found::One(spot) => directory.here_of_spot(&spot, day).unwrap(),
        Found::Several(spots) => directory.here_of_spot(&spots[0], day).unwrap(),
        Found::Nothing => panic!("{text} is nowhere"),
    }
}

/// The levels of the roadmaps whose actions reach somewhere, and the titles of these.
fn actions(app: &App, text: &str) -> Vec<(Level, String)> {
    let here = here(app, text);
    let directory = app.directory();
    let stack = directory.levels.stack(&here);
    let of = stack.levels.iter().flat_map(|level| {
        let titles = level.actions.iter().map(|one| one.action.title.clone());
        titles.map(|title| (level.level, title))
    });
    of.collect()
}

async fn an_action_of_the_esc_reaches_cours_kennedy_and_one_of_the_metropole_its_43_communes(
    engine: Engine,
) {
    let (_database, app) = demonstrated(engine).await;
    let esc = "Accompagner les habitants dans les espaces sociaux communs";
    let metropole = "Faire tourner cinq conseillers numériques dans les communes";
    for (place, of_esc, of_metropole) in [
        ("42 cours Kennedy, Rennes", true, true),
        ("Bruz", false, true),
        ("Vitré", false, false),
    ] {
        let found = actions(&app, place);
        let has = |level, title: &str| found.contains(&(level, title.to_owned()));
        assert_eq!(has(Level::Commune, esc), of_esc, "{place}: {found:?}");
        assert_eq!(
            has(Level::Epci, metropole),
            of_metropole,
            "{place}: {found:?}"
        );
        let department = found.iter().any(|(level, _)| *level == Level::Department);
        assert!(department, "{place} is in the département");
    }
    // The first serves an objective of the département.
    let directory = app.directory();
    let plan = directory
        .levels
        .roadmap(&"exemple-feuille-de-route-esc".parse().unwrap());
    let served = plan.unwrap().versions[0].content.serves();
    let above = served.iter().map(|link| link.roadmap.as_str());
    assert!(
        above
            .into_iter()
            .any(|slug| slug == "exemple-feuille-de-route-ille-et-vilaine")
    );
}

async fn loading_it_twice_changes_nothing(engine: Engine) {
    let (_database, app) = demonstrated(engine).await;
    let before = app.directory().revision;
    demonstration::load(&app, &may()).await.unwrap();
    assert_eq!(app.directory().revision, before);
}

async fn each_level_shows_who_governs_and_what_is_not_known(engine: Engine) {
    let (_database, app) = demonstrated(engine).await;
    let here = here(&app, "42 cours Kennedy, Rennes");
    let directory = app.directory();
    let stack = directory.levels.stack(&here);
    let bodies = |level| stack.level(level).unwrap().bodies.len();
    let counts = [
        Level::Country,
        Level::Region,
        Level::Department,
        Level::Epci,
        Level::Commune,
    ]
    .map(bodies);
    assert_eq!(counts, [1, 1, 1, 1, 1]);
    let local = stack.level(Level::Local).unwrap();
    assert!(
        local
            .clusters
            .iter()
            .any(|one| one.what.slug.as_str() == "exemple-grappe-du-cours-kennedy")
    );
    let department = stack.level(Level::Department).unwrap();
    assert_eq!(
        department.bodies[0].members, 5,
        "neither the candidate nor the one that left"
    );
    assert!(department.bodies[0].next_meeting.is_some());
    assert_eq!(
        department.bodies[0].body.area.communes().len(),
        directory
            .reference
            .communes_of(&"departement-35".parse().unwrap())
            .len()
    );
    // Nobody's hours of work are known of the five advisers: that is no zero.
    let metropole: TerritoryKey = "epci-243500139".parse().unwrap();
    let homes = Homes::on(&directory.levels, here.day);
    let tallies = homes.gathered(&[metropole], |home| directory.reference.ancestors(home));
    let figures = tallies[0].figures().unwrap();
    assert_eq!((figures.posts, figures.without_fte), (9, 8));
    assert!(figures.places > 60);
}

async fn the_scheme_of_the_esc_is_linked_and_has_things_to_settle(engine: Engine) {
    let (_database, app) = demonstrated(engine).await;
    let directory = app.directory();
    let day = "2026-11-30".parse().unwrap();
    let scheme = directory
        .levels
        .scheme(&"espaces-numeriques-en-esc".parse().unwrap())
        .unwrap();
    let found = harmony(&directory.levels, Subject::Scheme(scheme), day);
    assert_eq!(found.link, MetropolitanLink::Linked);
    assert!(!found.no_body && found.without_referent.is_empty() && found.without_plan.is_empty());
    assert_eq!(
        found.posts.len(),
        2,
        "the money and the contract of one post end in February: {:?}",
        found.posts
    );
    assert!(!found.overlaps.is_empty() && !found.unserved.is_empty());
    let alone = "exemple-grappe-du-boulevard-de-yougoslavie"
        .parse()
        .unwrap();
    let cluster = directory.levels.cluster(&alone).unwrap();
    assert_eq!(
        harmony(&directory.levels, Subject::Cluster(cluster), day).link,
        MetropolitanLink::Missing
    );
}
