//! A place that no source gives any more is not shown as if it were open; its address answers, and people decide.

use std::sync::Arc;

use portulan_app::merging::{self, Wish};
use portulan_app::{App, Lead, export, gone, import};
use portulan_model::harvest::Mapping;
use portulan_model::journal::Deed;
use portulan_model::{FieldOrigin, Place, PlaceField, Slug, TerritoryKey};
use portulan_testkit::{Engine, TestDatabase};

use crate::harvests::{list, shown, source, take, ten};
use crate::{may, on_both_engines, open};

on_both_engines! {
    a_place_that_its_source_gives_no_more_is_hidden_until_it_is_given_again
    a_place_that_people_corrected_stays_and_waits_to_be_verified
    what_people_say_of_a_place_counts_while_no_source_gives_it
    a_merged_place_is_gone_when_the_last_of_its_sources_is_silent
    a_run_that_waits_hides_nothing_until_a_person_takes_it_in
    what_is_said_last_of_a_merged_place_counts
    a_place_that_people_show_again_is_compared_with_those_that_came_meanwhile
}

async fn ten_places(engine: Engine) -> (TestDatabase, Arc<App>, Vec<Place>) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    source(&app, Mapping::None).await;
    take(&app, &list(&ten())).await;
    let places = shown(&app);
    assert_eq!(places.len(), 10);
    (database, app, places)
}

fn exported(app: &App) -> String {
    export::all(&app.directory(), export::Format::Csv).collect()
}

/// Whether the place of a slug is gone, and if so, whether it is still shown and waits to be verified.
fn state(app: &App, slug: &Slug) -> Option<(bool, bool)> {
    let directory = app.directory();
    let gone = directory.gone(slug)?;
    let here = directory.snapshot.by_slug(gone.place.slug.as_str());
    assert_eq!(here.is_some(), gone.shown);
    Some((gone.shown, gone.to_verify))
}

async fn a_place_that_its_source_gives_no_more_is_hidden_until_it_is_given_again(engine: Engine) {
    let (database, app, places) = ten_places(engine).await;
    let last = &places[9];
    take(&app, &list(&ten()[..9])).await;
    assert_eq!(shown(&app), places[..9]);
    assert!(!exported(&app).contains("10 rue de l'Essai"));
    let directory = app.directory();
    for key in [last.slug.to_string(), last.id.to_string()] {
        let Lead::Gone(gone) = directory.lead(&key) else {
            panic!("{key} does not answer");
        };
        assert_eq!((&*gone.place, gone.since), (last, app.now()));
        assert_eq!(gone.sources, ["essai".parse::<Slug>().unwrap()]);
    }
    let store = portulan_store::Store::open(&database.url).await.unwrap();
    let lines = store
        .journal(&may(), &format!("lieu-{}", last.slug), 9)
        .await
        .unwrap();
    assert_eq!(lines[0].reason(), "no longer given by essai");
    take(&app, &list(&ten())).await;
    assert_eq!(shown(&app), places);
    assert_eq!(state(&app, &last.slug), None);
}

async fn a_place_that_people_corrected_stays_and_waits_to_be_verified(engine: Engine) {
    let (database, app, places) = ten_places(engine).await;
    let mut corrected = places[9].clone();
    let origin = FieldOrigin {
        source: "une-personne".parse().unwrap(),
        dated: None,
        confirmed_by_place: false,
    };
    let origins = &mut corrected.record.provenance.fields;
    origins.insert(PlaceField::Horaires, origin);
    let store = portulan_store::Store::open(&database.url).await.unwrap();
    let mut write = store.begin_review(&may()).await.unwrap();
    let text = serde_json::to_string(&corrected.record).unwrap();
    let line = portulan_testkit::builders::entry(Deed::Updated, &corrected);
    write.set_text(corrected.id, &text, &line).await.unwrap();
    write.commit().await.unwrap();
    take(&app, &list(&ten()[..9])).await;
    assert_eq!(state(&app, &corrected.slug), Some((true, true)));
    let place = app.directory().snapshot.by_id(&corrected.id).cloned();
    assert_eq!(place.as_deref(), Some(&corrected));
}

async fn what_people_say_of_a_place_counts_while_no_source_gives_it(engine: Engine) {
    let (_database, app, places) = ten_places(engine).await;
    let [hidden, vouched] = [&places[8], &places[9]];
    gone::say(&app, &may(), vouched.id, Some(true), "vu")
        .await
        .unwrap();
    take(&app, &list(&ten()[..8])).await;
    assert_eq!(state(&app, &hidden.slug), Some((false, true)));
    assert_eq!(state(&app, &vouched.slug), Some((true, false)));
    let queue = |territory: &str| {
        let territory: TerritoryKey = territory.parse().unwrap();
        gone::list(&app, &may(), &territory, 0).unwrap()
    };
    let waiting = queue("pays-fr");
    assert_eq!((waiting.total, waiting.to_verify), (2, 1));
    assert_eq!(waiting.places[0].place.id, hidden.id);
    assert_eq!(queue("commune-35238").total, 2);
    assert_eq!(queue("commune-29019").total, 0);
    gone::say(&app, &may(), hidden.id, Some(true), "vu aussi")
        .await
        .unwrap();
    assert_eq!(state(&app, &hidden.slug), Some((true, false)));
    gone::say(&app, &may(), hidden.id, Some(false), "fermé")
        .await
        .unwrap();
    assert_eq!(state(&app, &hidden.slug), Some((false, false)));
    gone::say(&app, &may(), hidden.id, None, "je ne sais pas")
        .await
        .unwrap();
    assert_eq!(state(&app, &hidden.slug), Some((false, true)));
    take(&app, &list(&ten())).await;
    let file = std::io::Cursor::new(list(&ten()));
    let source = "essai".parse().ok();
    import::places(&app, &may(), "essai.csv", file, source)
        .await
        .unwrap();
    assert_eq!(shown(&app).len(), 10);
    let kept = app
        .directory()
        .snapshot
        .by_id(&vouched.id)
        .unwrap()
        .record
        .provenance
        .vouch;
    assert!(
        kept.is_some_and(|vouch| vouch.open),
        "no source takes it back"
    );
}

async fn a_merged_place_is_gone_when_the_last_of_its_sources_is_silent(engine: Engine) {
    let (_database, app, places) = ten_places(engine).await;
    let [one, other] = [&places[8], &places[9]];
    let wish = Wish {
        places: vec![one.id, other.id],
        survivor: Some(one.id),
        reason: "essai".to_owned(),
        ..Wish::default()
    };
    let merge = merging::merge(&app, &may(), wish).await.unwrap();
    take(&app, &list(&ten()[..9])).await;
    assert_eq!(state(&app, &one.slug), None, "one source still gives it");
    take(&app, &list(&ten()[..8])).await;
    assert_eq!(state(&app, &one.slug), Some((false, true)));
    assert_eq!(
        state(&app, &other.slug),
        Some((false, true)),
        "by its old address too"
    );
    merging::undo(&app, &may(), merge, "essai").await.unwrap();
    assert_eq!(state(&app, &other.slug), Some((false, true)));
    take(&app, &list(&ten())).await;
    assert_eq!(shown(&app), places);
}

async fn a_run_that_waits_hides_nothing_until_a_person_takes_it_in(engine: Engine) {
    let (_database, app, places) = ten_places(engine).await;
    let waiting = take(&app, &list(&ten()[..5])).await;
    assert_eq!(waiting.state.slug(), "quarantined");
    assert_eq!(shown(&app), places);
    portulan_app::harvest::approve(&app, &may(), waiting.id, "oui")
        .await
        .unwrap();
    assert_eq!(shown(&app), places[..5]);
    let silent = gone::list(&app, &may(), &TerritoryKey::france(), 0).unwrap();
    assert_eq!(silent.total, 5);
}

async fn what_is_said_last_of_a_merged_place_counts(engine: Engine) {
    let (_database, app, places) = ten_places(engine).await;
    let [one, other] = [&places[8], &places[9]];
    let say = async |place: &Place, open| {
        gone::say(&app, &may(), place.id, open, "essai")
            .await
            .unwrap();
    };
    say(one, Some(false)).await;
    say(other, Some(true)).await;
    take(&app, &list(&ten()[..8])).await;
    let wish = Wish {
        places: vec![one.id, other.id],
        survivor: Some(one.id),
        reason: "essai".to_owned(),
        ..Wish::default()
    };
    merging::merge(&app, &may(), wish).await.unwrap();
    assert!(state(&app, &one.slug).unwrap().0, "of one day, open wins");
    for open in [false, true, false] {
        say(other, Some(open)).await;
        assert_eq!(state(&app, &one.slug), Some((open, false)));
    }
    say(one, None).await;
    assert_eq!(state(&app, &one.slug), Some((false, true)));
}

async fn a_place_that_people_show_again_is_compared_with_those_that_came_meanwhile(engine: Engine) {
    let (_database, app, places) = ten_places(engine).await;
    take(&app, &list(&ten()[..9])).await;
    let twin = std::io::Cursor::new(list(&ten()[9..]));
    let report = import::places(&app, &may(), "l.csv", twin, "autre".parse().ok()).await;
    report.unwrap();
    assert_eq!(shown(&app).len(), 10);
    gone::say(&app, &may(), places[9].id, Some(true), "vu")
        .await
        .unwrap();
    assert_eq!(shown(&app).len(), 10, "merged with its twin");
}
