//! What came of a call: the place speaks, or did not answer; each is told once in the journal.

use chrono::TimeDelta;
use portulan_app::calls::Within;
use portulan_app::{audience, calls, editing, rights};
use portulan_model::journal::Content;
use portulan_model::{PlaceField, Viewed};
use portulan_policy::actions::{EditPlace, RunCampaign};
use portulan_policy::{Capability, Role, allow};
use portulan_store::Store;
use portulan_testkit::Engine;
use portulan_testkit::builders::saturday_morning;

use crate::proposals::{Scene, person, scene};
use crate::{may, on_both_engines};

on_both_engines! {
    what_the_place_says_by_telephone_is_its_own_word
    a_place_that_did_not_answer_waits_and_is_counted_once
    the_list_holds_the_places_of_the_territory_with_their_reasons
}

const THERE: &str = "commune-35238";

fn within(territory: &str) -> Within {
    Within::Territory(territory.parse().unwrap())
}

/// What a co-ordinator may on the first place.
fn on_place(scene: &Scene) -> Capability<EditPlace> {
    let actor = person(1, Role::Coordinator, THERE);
    let target = rights::place(&scene.app.directory(), &scene.places[0]);
    allow(&actor, target).unwrap()
}

async fn lines(scene: &Scene) -> Vec<String> {
    let store = Store::open(&scene.database.url).await.unwrap();
    let object = format!("lieu-{}", scene.places[0].slug);
    let lines = store.journal(&may(), &object, 99).await.unwrap();
    let told = lines.into_iter().filter_map(|line| match line.content {
        Content::Told(told) => Some(told.reason),
        _ => None,
    });
    told.collect()
}

async fn what_the_place_says_by_telephone_is_its_own_word(engine: Engine) {
    let scene = scene(engine).await;
    let (app, place) = (&scene.app, &scene.places[0]);
    calls::no_answer(app, &on_place(&scene), place.id)
        .await
        .unwrap();
    for _twice in 0..2 {
        calls::all_right(app, &on_place(&scene), place.id)
            .await
            .unwrap();
    }
    let directory = app.directory();
    let record = &directory.snapshot.by_id(&place.id).unwrap().record;
    let origin = record.provenance.origin(PlaceField::Nom);
    assert!(origin.confirmed_by_place, "whoever writes it down");
    assert_eq!(origin.source.as_str(), editing::TELEPHONE);
    assert_eq!(origin.dated, Some(app.now().date_naive()));
    let mut expected = place.record.clone();
    expected.provenance = record.provenance.clone();
    assert_eq!(*record, expected, "nothing else changed");
    let told = lines(&scene).await;
    let told = told.iter().filter(|reason| *reason == "by telephone");
    assert_eq!(told.count(), 1, "sent twice, said once");
    let store = Store::open(&scene.database.url).await.unwrap();
    let silent = store.unanswered_calls(&may()).await.unwrap();
    assert!(silent.is_empty(), "it answered");
}

async fn a_place_that_did_not_answer_waits_and_is_counted_once(engine: Engine) {
    let scene = scene(engine).await;
    let (app, place) = (&scene.app, &scene.places[0]);
    let store = Store::open(&scene.database.url).await.unwrap();
    let calls_of = async || store.unanswered_calls(&may()).await.unwrap()[0].calls;
    for _twice in 0..2 {
        calls::no_answer(app, &on_place(&scene), place.id)
            .await
            .unwrap();
    }
    assert_eq!(calls_of().await, 1);
    scene.clock.set(saturday_morning() + TimeDelta::hours(5));
    calls::no_answer(app, &on_place(&scene), place.id)
        .await
        .unwrap();
    assert_eq!(calls_of().await, 2);
    let told = lines(&scene).await;
    let told = told.iter().filter(|reason| reason.contains("no answer"));
    assert_eq!(told.count(), 2);
    let other = calls::no_answer(app, &on_place(&scene), scene.places[1].id).await;
    assert!(other.is_err(), "a right on one place opens no other");
}

async fn the_list_holds_the_places_of_the_territory_with_their_reasons(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let actor = person(1, Role::Referent, THERE);
    let target = within(THERE).target(&app.directory()).unwrap();
    let reads: Capability<RunCampaign> = allow(&actor, target).unwrap();
    for place in &scene.places {
        let mut mine = place.record.clone();
        mine.contact.phones = vec!["+33299000001".to_owned()];
        let change = editing::Change {
            fields: vec![PlaceField::Contact],
            before: place.record.clone(),
            mine,
        };
        editing::change(app, &may(), place.id, change)
            .await
            .unwrap();
    }
    let looked_at = scene.places[3].id;
    for _ in 0..40 {
        app.audience()
            .count(audience::today(app), Viewed::Place(looked_at));
    }
    audience::flush(app).await.unwrap();
    scene.clock.set(saturday_morning() + TimeDelta::days(80));
    let list = calls::list(app, &reads, &within(THERE), 0).await.unwrap();
    assert!(list.total > 1, "{list:?}");
    assert_eq!(
        (list.lines[0].place.id, list.lines[0].visits),
        (looked_at, 40)
    );
    calls::no_answer(app, &may(), looked_at).await.unwrap();
    let list = calls::list(app, &reads, &within(THERE), 0).await.unwrap();
    let last = list.lines.last().unwrap();
    assert!(last.place.id == looked_at && last.waits);
    scene.clock.set(saturday_morning() + TimeDelta::days(95));
    let list = calls::list(app, &reads, &within(THERE), 0).await.unwrap();
    let first = &list.lines[0];
    assert!(!first.waits && first.unanswered.is_none_or(|one| one.calls == 1));
    let again = list
        .lines
        .iter()
        .find(|line| line.place.id == looked_at)
        .unwrap();
    assert_eq!(again.visits, 0, "older than ninety days");
    let elsewhere = calls::list(app, &reads, &within("commune-29019"), 0).await;
    assert!(elsewhere.is_err());
}
