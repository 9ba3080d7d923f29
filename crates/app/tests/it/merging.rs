//! A merge is undone to the very byte, and no address dies.

use std::io::Cursor;

use portulan_app::merging::{self, Wish};
use portulan_app::{App, gone, import, sources};
use portulan_model::harvest::{Mapping, Percent, Schedule, Source, SourceKind};
use portulan_model::links::MergeState;
use portulan_model::{Place, PlaceId, Slug};
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, on_both_engines, open};

on_both_engines! {
    merging_then_undoing_gives_back_the_very_same_bytes
    an_old_address_leads_on_after_a_merge_a_split_and_a_merge_again
    a_narrower_merge_comes_back_when_the_wider_one_is_undone
    the_newest_value_wins_and_a_person_may_wish_otherwise
    a_merged_place_follows_how_far_its_sources_are_trusted
    two_nodes_that_merge_at_once_end_with_one_group
    a_merged_place_comes_back_to_what_it_was_with_its_member
    the_place_that_a_person_let_stand_for_all_stands_for_a_wider_group_too
    merging_again_what_is_merged_changes_nothing
}

const HEADER: &str = "id,nom,commune,code_postal,adresse,telephone,courriels,date_maj";

async fn three(app: &App) -> Vec<Place> {
    let file = format!(
        "{HEADER}\n1,Maison Essai,Rennes,35000,1 rue de l'Essai,,un@essai.example,2024-01-01\n\
         2,La Maison de l'Essai,Rennes,35000,1 rue de l'Essai,0299000000,,2026-01-01\n\
         3,Maison de l'Essai,Rennes,35000,1 rue de l'Essai,,,2025-01-01\n"
    );
    import::places(
        app,
        &may(),
        "essai.csv",
        Cursor::new(file),
        "essai".parse().ok(),
    )
    .await
    .unwrap();
    let mut places: Vec<Place> = shown(app);
    places.sort_by(|a, b| a.record.external.id.cmp(&b.record.external.id));
    assert_eq!(places.len(), 3);
    places
}

fn shown(app: &App) -> Vec<Place> {
    let directory = app.directory();
    let places = directory.snapshot.places();
    places.iter().map(|place| Place::clone(place)).collect()
}

/// Every place as its text, by id.
fn texts(app: &App) -> Vec<(PlaceId, String)> {
    let text = |place: Place| (place.id, serde_json::to_string(&place).unwrap());
    let mut texts: Vec<_> = shown(app).into_iter().map(text).collect();
    texts.sort();
    texts
}

fn wish(places: &[&Place]) -> Wish {
    Wish {
        places: places.iter().map(|place| place.id).collect(),
        reason: "essai".to_owned(),
        ..Wish::default()
    }
}

fn leads(app: &App, from: &Slug) -> Option<Slug> {
    app.directory().redirect(from).cloned()
}

async fn merging_then_undoing_gives_back_the_very_same_bytes(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = three(&app).await;
    let before = texts(&app);
    let id = merging::merge(&app, &may(), wish(&[&places[0], &places[1], &places[2]]))
        .await
        .unwrap();
    assert_eq!(shown(&app).len(), 1);
    merging::undo(&app, &may(), id, "essai").await.unwrap();
    assert_eq!(texts(&app), before);
    assert!(
        merging::undo(&app, &may(), id, "essai").await.is_err(),
        "a merge is undone once"
    );
}

async fn an_old_address_leads_on_after_a_merge_a_split_and_a_merge_again(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = three(&app).await;
    let [one, two, three] = [&places[0], &places[1], &places[2]];
    let kept = Wish {
        survivor: Some(two.id),
        ..wish(&[one, two, three])
    };
    merging::merge(&app, &may(), kept).await.unwrap();
    assert_eq!(leads(&app, &one.slug), Some(two.slug.clone()));
    assert_eq!(leads(&app, &three.slug), Some(two.slug.clone()));
    merging::split(&app, &may(), three.id, "deux lieux")
        .await
        .unwrap();
    assert_eq!(leads(&app, &three.slug), None);
    assert_eq!(leads(&app, &one.slug), Some(two.slug.clone()));
    assert_eq!(shown(&app).len(), 2);
    merging::split(&app, &may(), two.id, "deux lieux")
        .await
        .unwrap();
    assert_eq!(texts(&app).len(), 3);
    merging::merge(&app, &may(), wish(&[three, one]))
        .await
        .unwrap();
    assert_eq!(leads(&app, &three.slug), Some(one.slug.clone()));
    assert_eq!(leads(&app, &two.slug), None);
}

async fn a_narrower_merge_comes_back_when_the_wider_one_is_undone(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = three(&app).await;
    let alone = texts(&app);
    let narrow = merging::merge(&app, &may(), wish(&[&places[0], &places[1]]))
        .await
        .unwrap();
    let narrowed = texts(&app);
    let wide = merging::merge(&app, &may(), wish(&[&places[2], &places[1]]))
        .await
        .unwrap();
    assert_eq!(shown(&app).len(), 1);
    assert!(merging::undo(&app, &may(), narrow, "essai").await.is_err());
    merging::undo(&app, &may(), wide, "essai").await.unwrap();
    assert_eq!(texts(&app), narrowed);
    merging::undo(&app, &may(), narrow, "essai").await.unwrap();
    assert_eq!(texts(&app), alone);
}

async fn the_newest_value_wins_and_a_person_may_wish_otherwise(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = three(&app).await;
    let [one, two, _] = [&places[0], &places[1], &places[2]];
    let id = merging::merge(&app, &may(), wish(&[one, two]))
        .await
        .unwrap();
    let merged = shown(&app)
        .into_iter()
        .find(|place| place.id == one.id)
        .unwrap();
    assert_eq!(merged.record.name, "La Maison de l'Essai");
    merging::undo(&app, &may(), id, "essai").await.unwrap();
    let wished = Wish {
        wishes: [(portulan_model::PlaceField::Nom, one.id)]
            .into_iter()
            .collect(),
        ..wish(&[one, two])
    };
    merging::merge(&app, &may(), wished).await.unwrap();
    let merged = shown(&app)
        .into_iter()
        .find(|place| place.id == one.id)
        .unwrap();
    assert_eq!(merged.record.name, "Maison Essai");
    let lines = merging::history(&app, &may(), &one.slug, None)
        .await
        .unwrap()
        .fields;
    assert!(
        lines.iter().any(|line| line.before.is_none()),
        "it came to be"
    );
    let names = lines
        .iter()
        .filter(|line| line.field == portulan_model::PlaceField::Nom);
    assert_eq!(names.count(), 3, "named, renamed by the merge, named again");
}

async fn a_merged_place_follows_how_far_its_sources_are_trusted(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    for name in ["Une", "Deux"] {
        let file = format!("{HEADER}\n1,{name},Rennes,35000,,,,2024-01-01\n");
        let slug = name.to_lowercase().parse().ok();
        import::places(&app, &may(), "l.csv", Cursor::new(file), slug)
            .await
            .unwrap();
    }
    let places = shown(&app);
    let id = merging::merge(&app, &may(), wish(&[&places[0], &places[1]]))
        .await
        .unwrap();
    let name = |app: &App| shown(app)[0].record.name.clone();
    let (may_manage, reason) = (may(), "essai");
    for (slug, trust, wins) in [
        ("deux", 90, "Deux"),
        ("une", 95, "Une"),
        ("une", 20, "Deux"),
    ] {
        let source = Source {
            slug: slug.parse().unwrap(),
            name: slug.to_owned(),
            kind: SourceKind::Upload,
            mapping: Mapping::None,
            schedule: Schedule::None,
            owner: "departement-35".parse().unwrap(),
            licence: "Licence Ouverte 2.0".to_owned(),
            trust: Percent::try_from(trust).unwrap(),
            limit: Percent::try_from(Source::DEFAULT_LIMIT).unwrap(),
        };
        sources::put(&app, &may_manage, &source, reason)
            .await
            .unwrap();
        assert_eq!(name(&app), wins, "{slug} {trust}");
    }
    merging::undo(&app, &may(), id, reason).await.unwrap();
    assert_eq!(shown(&app), places);
}

async fn two_nodes_that_merge_at_once_end_with_one_group(engine: Engine) {
    let database = TestDatabase::new(engine);
    let nodes = [open(&database).await, open(&database).await];
    let places = three(&nodes[0]).await;
    let alone = texts(&nodes[0]);
    let store = portulan_store::Store::open(&database.url).await.unwrap();
    let [one, two, three] = [&places[0], &places[1], &places[2]];
    for round in 0..5 {
        let (may_one, may_other) = (may(), may());
        let (first, second) = tokio::join!(
            merging::merge(&nodes[0], &may_one, wish(&[one, two])),
            merging::merge(&nodes[1], &may_other, wish(&[two, three])),
        );
        first.unwrap();
        second.unwrap();
        nodes[0].refresh().await.unwrap();
        assert_eq!(shown(&nodes[0]).len(), 1, "round {round}");
        while shown(&nodes[0]).len() < 3 {
            let merges = store.merges_of(two.id).await.unwrap();
            let active = merges
                .iter()
                .filter(|merge| merge.state == MergeState::Active);
            let active: Vec<_> = active.map(|merge| merge.id).collect();
            assert_eq!(active.len(), 1, "round {round}");
            merging::undo(&nodes[0], &may(), active[0], "essai")
                .await
                .unwrap();
        }
        assert_eq!(texts(&nodes[0]), alone, "round {round}");
    }
}

async fn a_merged_place_comes_back_to_what_it_was_with_its_member(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = three(&app).await;
    merging::merge(&app, &may(), wish(&[&places[0], &places[1]]))
        .await
        .unwrap();
    let before = texts(&app);
    gone::say(&app, &may(), places[1].id, Some(true), "vu")
        .await
        .unwrap();
    assert_ne!(texts(&app), before);
    gone::say(&app, &may(), places[1].id, None, "pas vu")
        .await
        .unwrap();
    assert_eq!(texts(&app), before);
}

async fn the_place_that_a_person_let_stand_for_all_stands_for_a_wider_group_too(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = three(&app).await;
    let [one, two, three] = [&places[0], &places[1], &places[2]];
    let kept = Wish {
        survivor: Some(three.id),
        ..wish(&[two, three])
    };
    merging::merge(&app, &may(), kept).await.unwrap();
    merging::merge(&app, &may(), wish(&[one, two]))
        .await
        .unwrap();
    assert_eq!(leads(&app, &one.slug), Some(three.slug.clone()));
    assert_eq!(leads(&app, &two.slug), Some(three.slug.clone()));
}

async fn merging_again_what_is_merged_changes_nothing(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let places = three(&app).await;
    let [one, two, _] = [&places[0], &places[1], &places[2]];
    let id = merging::merge(&app, &may(), wish(&[one, two]))
        .await
        .unwrap();
    let again = merging::merge(&app, &may(), wish(&[two, one])).await;
    assert_eq!(again.unwrap(), id);
    let other = Wish {
        survivor: Some(two.id),
        ..wish(&[one, two])
    };
    let other = merging::merge(&app, &may(), other).await.unwrap();
    assert_ne!(other, id);
    assert_eq!(leads(&app, &one.slug), Some(two.slug.clone()));
}
