//! Places, their journal and the revision move together or not at all.

use portulan_model::Revision;
use portulan_model::journal::Deed;
use portulan_store::{Engine, Store, StoreError};
use portulan_testkit::builders::entry;
use portulan_testkit::{PlaceBuilder, TestDatabase};

use crate::{may, on_both_engines};

on_both_engines! {
    a_place_reads_back_as_it_was_written
    the_revision_moves_by_one_when_something_changed_and_not_otherwise
    a_write_that_is_dropped_has_not_happened
    every_write_leaves_its_line_in_the_journal
    a_change_of_a_place_that_is_not_there_is_refused_and_leaves_no_line
    many_may_examine_the_storage_at_the_same_time
    two_places_never_bear_the_same_slug_or_outside_id
    a_layer_replaces_the_one_of_the_same_name
    a_database_opens_again_with_what_it_held
}

async fn a_place_reads_back_as_it_was_written(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let place = PlaceBuilder::new(1)
        .named("L’Étape « <b>O'Brien</b> » ; drop table place")
        .build();
    let mut write = store.begin(&may()).await.unwrap();
    write
        .insert(&place, &entry(Deed::Created, &place))
        .await
        .unwrap();
    write.commit().await.unwrap();
    assert_eq!(store.places().await.unwrap(), std::slice::from_ref(&place));
    let mut write = store.begin(&may()).await.unwrap();
    let key = place.record.external.clone();
    assert_eq!(
        write
            .find_many(std::slice::from_ref(&key))
            .await
            .unwrap()
            .remove(&key),
        Some(place.clone())
    );
    assert!(write.slug_taken(&place.slug).await.unwrap());
    assert!(!write.slug_taken(&"libre".parse().unwrap()).await.unwrap());
}

async fn the_revision_moves_by_one_when_something_changed_and_not_otherwise(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    assert_eq!(store.revision().await.unwrap(), Revision(0));
    let mut write = store.begin(&may()).await.unwrap();
    for number in 1..=3 {
        let place = PlaceBuilder::new(number).build();
        write
            .insert(&place, &entry(Deed::Created, &place))
            .await
            .unwrap();
    }
    assert_eq!(write.commit().await.unwrap(), Revision(1));
    assert_eq!(
        store.begin(&may()).await.unwrap().commit().await.unwrap(),
        Revision(1)
    );
    assert_eq!(store.revision().await.unwrap(), Revision(1));
}

async fn a_write_that_is_dropped_has_not_happened(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let place = PlaceBuilder::new(1).build();
    let mut write = store.begin(&may()).await.unwrap();
    write
        .insert(&place, &entry(Deed::Created, &place))
        .await
        .unwrap();
    drop(write);
    assert_eq!(store.places().await.unwrap(), []);
    assert_eq!(store.journal(&may(), "lieu-lieu-1", 10).await.unwrap(), []);
    assert_eq!(store.revision().await.unwrap(), Revision(0));
}

async fn every_write_leaves_its_line_in_the_journal(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let before = PlaceBuilder::new(1).build();
    let after = PlaceBuilder::new(1).named("Autre nom").build();
    let (created, updated) = (entry(Deed::Created, &before), entry(Deed::Updated, &after));
    let mut write = store.begin(&may()).await.unwrap();
    write.insert(&before, &created).await.unwrap();
    write.update(&after, &updated).await.unwrap();
    write.commit().await.unwrap();
    let lines = store.journal(&may(), "lieu-lieu-1", 10).await.unwrap();
    for (line, entry) in lines.iter().zip([&updated, &created]) {
        let told = line.told().unwrap();
        assert_eq!((line.at, line.deed), (entry.at, entry.deed));
        assert_eq!((&line.author, &line.behalf), (&entry.author, &entry.behalf));
        assert_eq!(
            (&line.object, &line.request),
            (&entry.object, &entry.request)
        );
        assert_eq!((&told.reason, &told.after), (&entry.reason, &entry.after));
    }
    assert_eq!(lines.len(), 2);
    let last = store.journal(&may(), "lieu-lieu-1", 1).await.unwrap();
    assert_eq!(last, lines[..1]);
    let health = store.health().await.unwrap();
    assert!(health.journal_append_only && health.integrity);
    assert_eq!(health.journal, 2);
}

async fn a_change_of_a_place_that_is_not_there_is_refused_and_leaves_no_line(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let place = PlaceBuilder::new(1).build();
    let mut write = store.begin(&may()).await.unwrap();
    let refused = write.update(&place, &entry(Deed::Updated, &place)).await;
    assert!(matches!(refused, Err(StoreError::NoPlace(id)) if id == place.id));
    assert_eq!(write.commit().await.unwrap(), Revision(0));
    assert_eq!(store.health().await.unwrap().journal, 0);
}

async fn many_may_examine_the_storage_at_the_same_time(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let examined = futures_util::future::join_all((0..12).map(|_| store.health())).await;
    assert!(
        examined
            .into_iter()
            .all(|health| health.unwrap().journal_append_only)
    );
}

async fn two_places_never_bear_the_same_slug_or_outside_id(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let one = PlaceBuilder::new(1).build();
    for twin in [
        portulan_model::Place {
            slug: one.slug.clone(),
            ..PlaceBuilder::new(2).build()
        },
        portulan_model::Place {
            record: one.record.clone(),
            ..PlaceBuilder::new(2).build()
        },
    ] {
        let mut write = store.begin(&may()).await.unwrap();
        write
            .insert(&one, &entry(Deed::Created, &one))
            .await
            .unwrap();
        assert!(
            write
                .insert(&twin, &entry(Deed::Created, &twin))
                .await
                .is_err()
        );
    }
}

async fn a_layer_replaces_the_one_of_the_same_name(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let line = entry(Deed::Updated, &PlaceBuilder::new(1).build());
    store
        .put_layer(&may(), "contours", 1, &[0, 1, 255], &line)
        .await
        .unwrap();
    let revision = store
        .put_layer(&may(), "contours", 2, &[7], &line)
        .await
        .unwrap();
    assert_eq!(revision, Revision(2));
    let layers = store.layers().await.unwrap();
    assert_eq!(layers.len(), 1);
    assert_eq!(
        (layers[0].slug.as_str(), layers[0].bytes.as_slice()),
        ("contours", [7].as_slice())
    );
}

async fn a_database_opens_again_with_what_it_held(engine: Engine) {
    let database = TestDatabase::new(engine);
    let place = PlaceBuilder::new(1).build();
    {
        let store = Store::open(&database.url).await.unwrap();
        let mut write = store.begin(&may()).await.unwrap();
        write
            .insert(&place, &entry(Deed::Created, &place))
            .await
            .unwrap();
        write.commit().await.unwrap();
    }
    let store = Store::open(&database.url).await.unwrap();
    assert_eq!(store.engine(), engine);
    assert_eq!(store.places().await.unwrap(), [place]);
}
