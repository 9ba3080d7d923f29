//! A pair is asked about once, and what a person said binds the machine.

use std::io::Cursor;

use portulan_app::review::{self, relink};
use portulan_app::{App, import, merging};
use portulan_model::links::{PairKey, Relation};
use portulan_model::{Place, PlaceId};
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, on_both_engines, open};

on_both_engines! {
    what_is_surely_the_same_is_merged_and_undoing_is_never_undone_by_the_machine
    a_decision_of_a_person_is_never_asked_again
    a_place_that_moved_leads_to_where_it_is_now
}

const HEADER: &str =
    "id,pivot,nom,commune,code_postal,adresse,latitude,longitude,telephone,courriels,date_maj";

async fn one_place_twice(app: &App) -> Vec<Place> {
    let row = "Maison des Essais Atlantes,Rennes,35000,12 rue de l'Essai,48.11,-1.68,0299000001,atlantes@essai.example,2026-01-01";
    for source in ["liste-une", "liste-deux"] {
        let file = format!("{HEADER}\n1,,{row}\n");
        import::places(app, &may(), "l.csv", Cursor::new(file), source.parse().ok())
            .await
            .unwrap();
    }
    let places = shown(app);
    assert_eq!(places.len(), 2);
    places
}

fn shown(app: &App) -> Vec<Place> {
    let directory = app.directory();
    let places = directory.snapshot.places();
    places.iter().map(|place| Place::clone(place)).collect()
}

fn ids(places: &[Place]) -> Vec<PlaceId> {
    places.iter().map(|place| place.id).collect()
}

async fn what_is_surely_the_same_is_merged_and_undoing_is_never_undone_by_the_machine(
    engine: Engine,
) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = one_place_twice(&app).await;
    let linked = relink(&app, &ids(&places)).await.unwrap();
    assert_eq!((linked.merged, shown(&app).len()), (1, 1), "{linked:?}");
    let store = portulan_store::Store::open(&database.url).await.unwrap();
    let merge = store.merges_of(places[0].id).await.unwrap().remove(0);
    merging::undo(&app, &may(), merge.id, "deux lieux")
        .await
        .unwrap();
    assert_eq!(shown(&app).len(), 2);
    relink(&app, &ids(&places)).await.unwrap();
    assert_eq!(shown(&app).len(), 2, "a person undid it");
    let france = "pays-fr".parse().unwrap();
    let queue = review::queue(&app, &may(), &france, 0).await.unwrap();
    assert_eq!(queue.total, 1, "and may say what it is");
}

async fn a_decision_of_a_person_is_never_asked_again(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = one_place_twice(&app).await;
    let key = PairKey::new(places[0].id, places[1].id).unwrap();
    let side = review::pair(&app, &may(), key).await.unwrap();
    assert!(side.link.decision.is_none() && !side.link.evidence.is_empty());
    review::decide(&app, &may(), key, Relation::Different, "vus")
        .await
        .unwrap();
    let linked = relink(&app, &ids(&places)).await.unwrap();
    assert_eq!((linked.merged, linked.to_review), (0, 0), "{linked:?}");
    let rennes = "commune-35238".parse().unwrap();
    assert_eq!(
        review::queue(&app, &may(), &rennes, 0).await.unwrap().total,
        0
    );
    let kept = review::pair(&app, &may(), key)
        .await
        .unwrap()
        .link
        .decision
        .unwrap();
    assert_eq!(
        (kept.relation, kept.reason.as_str()),
        (Relation::Different, "vus")
    );
}

async fn a_place_that_moved_leads_to_where_it_is_now(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = one_place_twice(&app).await;
    let key = PairKey::new(places[0].id, places[1].id).unwrap();
    let moved = Relation::Moved {
        to: places[1].id,
        on: chrono::NaiveDate::from_ymd_opt(2026, 9, 1),
    };
    review::decide(&app, &may(), key, moved, "déménagé")
        .await
        .unwrap();
    assert_eq!(shown(&app), [places[1].clone()]);
    let directory = app.directory();
    assert_eq!(directory.redirect(&places[0].slug), Some(&places[1].slug));
}
