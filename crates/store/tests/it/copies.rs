//! A copy reads back whole on either engine, and a broken one changes nothing.

use std::io::Cursor;

use portulan_model::Revision;
use portulan_model::journal::Deed;
use portulan_store::{Engine, Store, StoreError};
use portulan_testkit::builders::entry;
use portulan_testkit::{PlaceBuilder, TestDatabase};

use crate::{may, nothing_to_replay, on_both_engines};

on_both_engines! {
    a_copy_reads_back_whole_on_both_engines
    a_copy_is_taken_while_a_write_is_open
    a_broken_copy_is_refused_and_changes_nothing
    a_copy_is_never_read_over_data
}

async fn filled(engine: Engine) -> (TestDatabase, Store) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let mut write = store.begin(&may()).await.unwrap();
    for number in 1..=20 {
        let place = PlaceBuilder::new(number).named("Été\u{1F600}\n\"").build();
        write
            .insert(&place, &entry(Deed::Created, &place))
            .await
            .unwrap();
    }
    write.commit().await.unwrap();
    let line = entry(Deed::Updated, &PlaceBuilder::new(1).build());
    store
        .put_layer(&may(), "contours", 1, &[0, 10, 255], &line)
        .await
        .unwrap();
    (database, store)
}

async fn a_copy_reads_back_whole_on_both_engines(engine: Engine) {
    let (_database, store) = filled(engine).await;
    let mut copy = Vec::new();
    let tables = store.dump(&may(), &mut copy).await.unwrap();
    for other in [Engine::Sqlite, Engine::Postgres] {
        let target = TestDatabase::new(other);
        let read = Store::load(
            &target.url,
            &may(),
            &mut Cursor::new(&copy),
            &nothing_to_replay(),
        )
        .await
        .unwrap();
        assert_eq!(read, tables);
        let restored = Store::open(&target.url).await.unwrap();
        assert_eq!(
            restored.places().await.unwrap(),
            store.places().await.unwrap()
        );
        assert_eq!(
            restored.layers().await.unwrap(),
            store.layers().await.unwrap()
        );
        assert_eq!(restored.revision().await.unwrap(), Revision(2));
        let mut again = Vec::new();
        restored.dump(&may(), &mut again).await.unwrap();
        assert_eq!(again, copy);
        // The journal goes on after the restored lines.
        let place = PlaceBuilder::new(99).build();
        let mut write = restored.begin(&may()).await.unwrap();
        write
            .insert(&place, &entry(Deed::Created, &place))
            .await
            .unwrap();
        write.commit().await.unwrap();
        assert_eq!(restored.health().await.unwrap().journal, 22);
    }
}

async fn a_copy_is_taken_while_a_write_is_open(engine: Engine) {
    let (_database, store) = filled(engine).await;
    let mut write = store.begin(&may()).await.unwrap();
    let place = PlaceBuilder::new(50).build();
    write
        .insert(&place, &entry(Deed::Created, &place))
        .await
        .unwrap();
    let mut copy = Vec::new();
    let tables = store.dump(&may(), &mut copy).await.unwrap();
    assert_eq!(
        tables
            .iter()
            .find(|table| table.table == "place")
            .unwrap()
            .rows,
        20
    );
    write.commit().await.unwrap();
    assert_eq!(store.places().await.unwrap().len(), 21);
}

async fn a_broken_copy_is_refused_and_changes_nothing(engine: Engine) {
    let (_database, store) = filled(engine).await;
    let mut copy = Vec::new();
    store.dump(&may(), &mut copy).await.unwrap();
    let text = String::from_utf8(copy).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let without_end = lines[..lines.len() - 1].join("\n");
    let without_a_row = [&lines[..3], &lines[4..]].concat().join("\n");
    let with_more = format!("{text}{}\n", lines[2]);
    let altered = text.replacen("Rennes", "Vannes", 1);
    for broken in [
        without_end.as_str(),
        &without_a_row,
        &with_more,
        &altered,
        "",
        "{}",
        "\u{0}",
        "[1",
    ] {
        let target = TestDatabase::new(engine);
        let refused = Store::load(
            &target.url,
            &may(),
            &mut Cursor::new(broken.as_bytes()),
            &nothing_to_replay(),
        )
        .await;
        assert!(
            matches!(refused, Err(StoreError::BadCopy { .. })),
            "{refused:?}"
        );
        assert_eq!(
            Store::open(&target.url)
                .await
                .unwrap()
                .places()
                .await
                .unwrap(),
            []
        );
    }
}

async fn a_copy_is_never_read_over_data(engine: Engine) {
    let (database, store) = filled(engine).await;
    let mut copy = Vec::new();
    store.dump(&may(), &mut copy).await.unwrap();
    let refused = Store::load(
        &database.url,
        &may(),
        &mut Cursor::new(&copy),
        &nothing_to_replay(),
    )
    .await;
    assert!(matches!(refused, Err(StoreError::NotEmpty)));
}
