//! A pair is asked about once, and what a person said binds the machine.

use std::io::Cursor;

use portulan_app::review::{self, relink};
use portulan_app::{App, Lead, import, merging};
use portulan_model::links::{PairKey, Relation};
use portulan_model::{Place, PlaceId, TerritoryKey};
use portulan_search::Query;
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, on_both_engines, open};

on_both_engines! {
    what_is_surely_the_same_is_merged_and_undoing_is_never_undone_by_the_machine
    a_decision_of_a_person_is_never_asked_again
    a_place_that_moved_leads_to_where_it_is_now
    a_place_that_moved_is_found_by_its_old_name_and_its_old_door
    what_a_person_said_of_a_place_binds_the_one_that_stands_for_it
    a_question_that_a_merge_answered_is_asked_no_more
    a_wider_merge_keeps_what_people_said_of_the_narrower_one
    who_says_that_two_merged_places_differ_parts_them
    who_parts_two_of_three_decides_nothing_of_the_others
    no_machine_merges_past_a_word_about_a_place_that_another_stands_for
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

async fn lists(app: &App, rows: &[&str]) -> Vec<Place> {
    for (number, row) in rows.iter().enumerate() {
        let file = format!("{HEADER}\n1,,{row}\n");
        let source = format!("liste-{number}").parse().ok();
        import::places(app, &may(), "l.csv", Cursor::new(file), source)
            .await
            .unwrap();
    }
    let mut places = shown(app);
    places.sort_by_key(|place| place.record.external.source.clone());
    assert_eq!(places.len(), rows.len());
    places
}

async fn a_place_that_moved_is_found_by_its_old_name_and_its_old_door(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = lists(
        &app,
        &[
            "Atelier Pervenche,Rennes,35000,12 rue des Glycines,48.11,-1.68,,,2024-01-01",
            "Fabrique Azurite,Brest,29200,3 quai Malbert,48.38,-4.49,,,2026-01-01",
        ],
    )
    .await;
    let [old, new] = [&places[0], &places[1]];
    let key = PairKey::new(old.id, new.id).unwrap();
    let moved = Relation::Moved {
        to: new.id,
        on: chrono::NaiveDate::from_ymd_opt(2026, 9, 1),
    };
    let id = review::decide(&app, &may(), key, moved, "déménagé")
        .await
        .unwrap();
    let found = |text: &str| {
        let query = Query {
            text: Some(text.to_owned()),
            ..Query::default()
        };
        let directory = app.directory();
        let hits = directory.snapshot.answer(&query, app.now()).hits;
        hits.iter().map(|hit| hit.place.id).collect::<Vec<_>>()
    };
    for text in [
        "pervenche",
        "12 rue des Glycines Rennes",
        "azurite",
        "quai Malbert",
    ] {
        assert_eq!(found(text), [new.id], "{text}");
    }
    let directory = app.directory();
    for key in [old.id.to_string(), old.slug.to_string()] {
        let Lead::Moved(place) = directory.lead(&key) else {
            panic!("{key} does not lead on");
        };
        assert_eq!(place.id, new.id);
    }
    let place = directory.snapshot.by_id(&new.id).unwrap();
    assert_eq!(
        place.record.address, new.record.address,
        "it is where it is now"
    );
    merging::undo(&app, &may(), id.unwrap(), "non")
        .await
        .unwrap();
    assert_eq!(found("pervenche"), [old.id]);
}

const TWIN: &str = "Maison des Essais Atlantes,Rennes,35000,12 rue de l'Essai,48.11,-1.68,0299000001,atlantes@essai.example,2026-01-01";

async fn what_a_person_said_of_a_place_binds_the_one_that_stands_for_it(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = lists(&app, &[TWIN, TWIN, TWIN]).await;
    let key = |a: usize, b: usize| PairKey::new(places[a].id, places[b].id).unwrap();
    review::decide(&app, &may(), key(1, 2), Relation::Different, "vus")
        .await
        .unwrap();
    review::decide(&app, &may(), key(0, 1), Relation::Same, "vus")
        .await
        .unwrap();
    let standing = app.directory().survivor(&places[1].id);
    assert_eq!(standing, places[0].id);
    let linked = relink(&app, &ids(&places)).await.unwrap();
    assert_eq!((linked.merged, linked.to_review), (0, 0), "{linked:?}");
    assert_eq!(shown(&app).len(), 2);
}

async fn a_question_that_a_merge_answered_is_asked_no_more(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = lists(&app, &[TWIN, TWIN, TWIN]).await;
    let merge = merging::Wish {
        places: ids(&places),
        reason: "essai".to_owned(),
        ..merging::Wish::default()
    };
    let id = merging::merge(&app, &may(), merge.clone()).await.unwrap();
    merging::undo(&app, &may(), id, "essai").await.unwrap();
    let (may_review, france) = (may(), TerritoryKey::france());
    let asked = async || {
        let queue = review::queue(&app, &may_review, &france, 0);
        queue.await.unwrap().total
    };
    assert_eq!(asked().await, 3);
    let two = merging::Wish {
        places: ids(&places[..2]),
        ..merge
    };
    merging::merge(&app, &may(), two).await.unwrap();
    assert_eq!(asked().await, 1, "both questions about the third are one");
}

async fn a_wider_merge_keeps_what_people_said_of_the_narrower_one(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let old = "Atelier Pervenche,Brest,29200,3 quai Malbert,48.38,-4.49,0298000001,,2026-11-01";
    let places = lists(&app, &[old, TWIN, TWIN]).await;
    let key = PairKey::new(places[0].id, places[1].id).unwrap();
    let moved = Relation::Moved {
        to: places[1].id,
        on: None,
    };
    review::decide(&app, &may(), key, moved, "déménagé")
        .await
        .unwrap();
    let linked = relink(&app, &ids(&places)).await.unwrap();
    assert_eq!(linked.merged, 1, "{linked:?}");
    let all = shown(&app);
    assert_eq!(all.len(), 1);
    let record = &all[0].record;
    assert_eq!(record.address, places[1].record.address);
    assert_eq!(record.contact.phones, places[1].record.contact.phones);
    assert_eq!(record.name, places[1].record.name);
}

async fn who_says_that_two_merged_places_differ_parts_them(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = lists(&app, &[TWIN, TWIN]).await;
    relink(&app, &ids(&places)).await.unwrap();
    assert_eq!(shown(&app).len(), 1);
    let key = PairKey::new(places[0].id, places[1].id).unwrap();
    let hosted = Relation::Hosted { host: places[0].id };
    review::decide(&app, &may(), key, hosted.clone(), "vus")
        .await
        .unwrap();
    assert_eq!(shown(&app).len(), 2);
    let said = review::pair(&app, &may(), key).await.unwrap().link.decision;
    assert_eq!(said.unwrap().relation, hosted);
    relink(&app, &ids(&places)).await.unwrap();
    assert_eq!(shown(&app).len(), 2, "no machine merges them again");
}

async fn who_parts_two_of_three_decides_nothing_of_the_others(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = lists(&app, &[TWIN, TWIN, TWIN]).await;
    relink(&app, &ids(&places)).await.unwrap();
    assert_eq!(shown(&app).len(), 1);
    let key = |a: usize, b: usize| PairKey::new(places[a].id, places[b].id).unwrap();
    review::decide(&app, &may(), key(1, 2), Relation::Different, "vus")
        .await
        .unwrap();
    let link = async |key| review::pair(&app, &may(), key).await.unwrap().link;
    let said = link(key(1, 2)).await.decision.unwrap();
    assert_eq!(said.relation, Relation::Different);
    let survivor = |at: usize| app.directory().survivor(&places[at].id);
    let left = if survivor(0) == survivor(1) { 2 } else { 1 };
    let other = link(key(0, left)).await;
    assert!(other.decision.is_none(), "nobody said it");
    assert!(other.set_aside, "a person is asked");
    relink(&app, &ids(&places)).await.unwrap();
    assert_eq!(shown(&app).len(), 2);
}

async fn no_machine_merges_past_a_word_about_a_place_that_another_stands_for(engine: Engine) {
    let database = TestDatabase::new(engine);
    let (app, elsewhere) = (open(&database).await, open(&database).await);
    let old = "Atelier Pervenche,Brest,29200,3 quai Malbert,48.38,-4.49,0298000001,,2024-11-01";
    let places = lists(&app, &[TWIN, old, TWIN]).await;
    elsewhere.refresh().await.unwrap();
    let wish = merging::Wish {
        places: ids(&places[..2]),
        reason: "essai".to_owned(),
        ..merging::Wish::default()
    };
    merging::merge(&elsewhere, &may(), wish).await.unwrap();
    let key = PairKey::new(places[1].id, places[2].id).unwrap();
    review::decide(&elsewhere, &may(), key, Relation::Different, "vus")
        .await
        .unwrap();
    assert_eq!(shown(&app).len(), 3, "this node does not know it yet");
    relink(&app, &ids(&places)).await.unwrap();
    assert_eq!(shown(&app).len(), 2);
}
