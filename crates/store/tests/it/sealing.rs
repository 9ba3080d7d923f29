//! Every line is sealed once, whoever writes and seals at the same time, and nobody waits for it.

use futures_util::future::join_all;
use portulan_model::journal::Deed;
use portulan_store::{Engine, Sealed, Store};
use portulan_testkit::builders::{entry, saturday_morning};
use portulan_testkit::{PlaceBuilder, TestDatabase};
use sqlx::{Connection, PgConnection};

use crate::{may, on_both_engines};

on_both_engines! {
    what_is_sealed_adds_up_and_is_sealed_once
    many_lines_make_several_batches_in_a_row
    writers_and_sealers_at_the_same_time_skip_no_line_and_seal_none_twice
}

/// Adds lines, one transaction each.
pub(crate) async fn write_lines(store: &Store, count: u64) {
    write_lines_to(store, "contours", count).await;
}

async fn write_lines_to(store: &Store, layer: &str, count: u64) {
    for number in 1..=count {
        let line = entry(Deed::Updated, &PlaceBuilder::new(number).build());
        store
            .put_layer(&may(), layer, 1, &[1], &line)
            .await
            .unwrap();
    }
}

pub(crate) async fn seal(store: &Store) -> Sealed {
    let horizon = store.horizon().await.unwrap();
    store.seal(&horizon, saturday_morning()).await.unwrap()
}

async fn what_is_sealed_adds_up_and_is_sealed_once(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let nothing = store.verify(&may(), None).await.unwrap();
    assert!(nothing.is_whole() && nothing.head.is_none());
    assert_eq!(seal(&store).await, Sealed::default());
    write_lines(&store, 3).await;
    assert_eq!(store.verify(&may(), None).await.unwrap().unsealed, 3);
    let three = Sealed {
        batches: 1,
        lines: 3,
    };
    assert_eq!(seal(&store).await, three);
    let first = store.verify(&may(), None).await.unwrap();
    assert!(first.is_whole());
    assert_eq!((first.batches, first.lines, first.unsealed), (1, 3, 0));
    assert_eq!(seal(&store).await, Sealed::default());
    write_lines(&store, 1).await;
    seal(&store).await;
    let head = first.head.unwrap();
    let second = store.verify(&may(), Some(&head)).await.unwrap();
    assert!(second.is_whole());
    assert_eq!((second.batches, second.lines, second.unsealed), (2, 4, 0));
    assert_ne!(second.head.unwrap(), head);
    let other = store.verify(&may(), Some("0123")).await.unwrap();
    assert!(!other.is_whole());
}

async fn many_lines_make_several_batches_in_a_row(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let mut write = store.begin(&may()).await.unwrap();
    for number in 1..=2_500 {
        let place = PlaceBuilder::new(number).build();
        write
            .insert(&place, &entry(Deed::Created, &place))
            .await
            .unwrap();
    }
    write.commit().await.unwrap();
    let all = Sealed {
        batches: 3,
        lines: 2_500,
    };
    assert_eq!(seal(&store).await, all);
    assert!(store.verify(&may(), None).await.unwrap().is_whole());
}

async fn writers_and_sealers_at_the_same_time_skip_no_line_and_seal_none_twice(engine: Engine) {
    const WRITERS: u64 = 4;
    const LINES: u64 = 40;
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let url = database.url.clone();
            // Each to its own layer: the row of one and the same would put the writers in a queue.
            tokio::spawn(async move {
                let store = Store::open(&url).await.unwrap();
                write_lines_to(&store, &format!("contours-{writer}"), LINES).await;
            })
        })
        .collect();
    let sealers: Vec<_> = (0..2)
        .map(|_| {
            let url = database.url.clone();
            tokio::spawn(async move {
                let store = Store::open(&url).await.unwrap();
                let mut lines = 0;
                let mut waiting = store.horizon().await.unwrap();
                for _ in 0..300 {
                    if store.passed(&waiting).await.unwrap() {
                        let done = store.seal(&waiting, saturday_morning()).await.unwrap();
                        lines += done.lines;
                        waiting = store.horizon().await.unwrap();
                    }
                    tokio::task::yield_now().await;
                }
                lines
            })
        })
        .collect();
    for writer in join_all(writers).await {
        writer.unwrap();
    }
    let mut sealed = 0;
    for sealer in join_all(sealers).await {
        sealed += sealer.unwrap();
    }
    sealed += seal(&store).await.lines;
    assert_eq!(sealed, WRITERS * LINES);
    let found = store.verify(&may(), None).await.unwrap();
    assert!(found.is_whole(), "{:?}", found.faults);
    assert_eq!((found.lines, found.unsealed), (WRITERS * LINES, 0));
}

#[tokio::test]
async fn a_line_that_shows_after_a_later_one_is_waited_for() {
    const LINE: &str = "insert into journal (at, author, object, deed, reason, request) \
         values (0, 'operator', 'x-1', 'created', '', '')";
    let database = TestDatabase::new(Engine::Postgres);
    let store = Store::open(&database.url).await.unwrap();
    let mut slow = PgConnection::connect(&database.address()).await.unwrap();
    let mut late = slow.begin().await.unwrap();
    sqlx::query(LINE).execute(&mut *late).await.unwrap();
    let mut dropped = PgConnection::connect(&database.address()).await.unwrap();
    let mut gone = dropped.begin().await.unwrap();
    sqlx::query(LINE).execute(&mut *gone).await.unwrap();
    write_lines(&store, 1).await;

    let horizon = store.horizon().await.unwrap();
    let early = store.seal(&horizon, saturday_morning()).await.unwrap();
    assert_eq!(early, Sealed::default(), "line 3 shows and line 1 does not");
    // Those that write from now on hold nothing back.
    let mut newer = PgConnection::connect(&database.address()).await.unwrap();
    let mut open = newer.begin().await.unwrap();
    sqlx::query(LINE).execute(&mut *open).await.unwrap();
    late.commit().await.unwrap();
    assert!(!store.passed(&horizon).await.unwrap());
    gone.rollback().await.unwrap();
    assert!(store.passed(&horizon).await.unwrap());
    let done = store.seal(&horizon, saturday_morning()).await.unwrap();
    assert_eq!(done.lines, 2);
    open.commit().await.unwrap();
    assert_eq!(seal(&store).await.lines, 1);
    let found = store.verify(&may(), None).await.unwrap();
    assert!(found.is_whole());
    assert_eq!((found.lines, found.unsealed), (3, 0));
}
