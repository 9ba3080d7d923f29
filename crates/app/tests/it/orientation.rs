//! What a new user types, answered on the demonstration.

use std::sync::Arc;

use portulan_app::orientation::{Ask, Located, Oriented, Understood, orient};
use portulan_app::{App, demonstration};
use portulan_hours::OpenState;
use portulan_model::Service;
use portulan_search::{Query, When};
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, open};

async fn demonstration() -> (TestDatabase, Arc<App>) {
    let database = TestDatabase::new(Engine::Sqlite);
    let app = open(&database).await;
    demonstration::load(&app, &may()).await.unwrap();
    (database, app)
}

fn ask(app: &App, text: &str, query: Query) -> Oriented {
    let ask = Ask {
        place_text: Some(text.to_owned()),
        query,
        ..Ask::default()
    };
    orient(&app.directory(), &ask, app.now())
}

#[tokio::test(flavor = "multi_thread")]
async fn printing_near_republique_on_saturday_morning_gives_an_open_place() {
    let (_database, app) = demonstration().await;
    let oriented = ask(
        &app,
        "imprimer près de République à Rennes samedi matin",
        Query::default(),
    );
    let Located::At(spot) = &oriented.located else {
        panic!("{:?}", oriented.located)
    };
    assert_eq!(
        (spot.label.as_str(), spot.detail.as_str()),
        ("République", "Rennes")
    );
    assert!(
        oriented
            .understood
            .contains(&Understood::Need(Service::Connection))
    );
    let first = &oriented.answer.hits[0];
    assert_eq!(
        first.opening.wanted.as_ref().unwrap().state,
        OpenState::Open
    );
    assert!(
        first.distance_m.unwrap() < 2_000.0,
        "{:?}",
        first.place.record.name
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn when_none_is_open_the_nearest_are_named() {
    let (_database, app) = demonstration().await;
    let night = Query {
        needs: [Service::Connection].into_iter().collect(),
        when: Some("2026-11-29T03:00".parse::<When>().unwrap()),
        ..Query::default()
    };
    let oriented = ask(&app, "République, Rennes", night);
    assert_eq!(oriented.answer.total, 0);
    assert!(!oriented.elsewhere.is_empty());
    assert!(oriented.elsewhere[0].distance_m < oriented.elsewhere[1].distance_m);
    assert!(
        !oriented.unknown.is_empty(),
        "places of unknown hours stay visible"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn maurepas_is_a_choice_and_nonsense_is_said_to_be_unknown() {
    let (_database, app) = demonstration().await;
    let choice = ask(&app, "Maurepas", Query::default());
    assert!(
        matches!(&choice.located, Located::Choose(spots) if spots.len() == 3),
        "{:?}",
        choice.located
    );
    assert_eq!(choice.answer.total, 0);
    let nothing = ask(&app, "xyzzyx qwerty", Query::default());
    assert!(matches!(nothing.located, Located::NotFound(_)));
    let everywhere = orient(&app.directory(), &Ask::default(), app.now());
    assert!(matches!(everywhere.located, Located::Nowhere));
    assert_eq!(everywhere.answer.total, app.directory().snapshot.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wide_territory_is_searched_by_its_limits() {
    let (_database, app) = demonstration().await;
    let metropole = ask(&app, "Rennes Métropole", Query::default());
    assert!(metropole.query.around.is_none());
    assert_eq!(metropole.query.territories[0].to_string(), "epci-243500139");
    assert!(metropole.answer.total > 40);
}
