//! A database written by each earlier migration opens, migrates and reads back.
//!
//! `fixtures/NNNN.{sqlite,postgres}.sql` are dumps of a database as migration NNNN left it, with one place, one layer
//! and two journal lines. After a new migration lands, add the next pair as `examples/fixture.rs` says.

use std::path::PathBuf;

use portulan_model::Revision;
use portulan_model::journal::Deed;
use portulan_store::{DatabaseUrl, Engine, Store};
use portulan_testkit::builders::entry;
use portulan_testkit::{PlaceBuilder, TestDatabase};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};

use crate::{may, on_both_engines};

/// Number of the last migration; each one has its fixtures.
const LATEST: i64 = 12;

on_both_engines! {
    a_database_of_migration_1_opens_and_reads_back
    a_database_of_migration_2_opens_and_reads_back
    a_database_of_migration_3_opens_and_reads_back
}

async fn a_database_of_migration_1_opens_and_reads_back(engine: Engine) {
    opens_and_reads_back(engine, 1).await;
}

async fn a_database_of_migration_2_opens_and_reads_back(engine: Engine) {
    opens_and_reads_back(engine, 2).await;
}

async fn a_database_of_migration_3_opens_and_reads_back(engine: Engine) {
    opens_and_reads_back(engine, 3).await;
}

fn fixture(engine: Engine, migration: u32) -> String {
    let engine = match engine {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgres",
    };
    let name = format!("{migration:04}.{engine}.sql");
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Each database holds one place, one layer and two journal lines; the journal goes on after them.
async fn opens_and_reads_back(engine: Engine, migration: u32) {
    let database = TestDatabase::new(engine);
    let script = AssertSqlSafe(fixture(engine, migration));
    match &database.url {
        DatabaseUrl::Sqlite(file) => {
            let address = format!("sqlite:{}?mode=rwc", file.display());
            SqliteConnection::connect(&address)
                .await
                .unwrap()
                .execute(script)
                .await
                .unwrap();
        }
        DatabaseUrl::Postgres(address) => {
            PgConnection::connect(address)
                .await
                .unwrap()
                .execute(script)
                .await
                .unwrap();
        }
    }
    let store = Store::open(&database.url).await.unwrap();
    assert_eq!(store.revision().await.unwrap(), Revision(2));
    assert_eq!(
        store.places().await.unwrap(),
        [PlaceBuilder::new(1).build()]
    );
    assert_eq!(store.layers().await.unwrap()[0].bytes, [0, 10, 255]);
    assert_eq!(
        store
            .journal(&may(), "lieu-lieu-1", 10)
            .await
            .unwrap()
            .len(),
        2
    );
    let place = PlaceBuilder::new(2).build();
    let mut write = store.begin(&may()).await.unwrap();
    write
        .insert(&place, &entry(Deed::Created, &place))
        .await
        .unwrap();
    write.commit().await.unwrap();
    let health = store.health().await.unwrap();
    assert!(health.journal_append_only);
    assert_eq!((health.schema, health.journal), (LATEST, 3));
    // The first sealing takes the lines of before in.
    assert_eq!(crate::sealing::seal(&store).await.lines, 3);
    assert!(store.verify(&may(), None).await.unwrap().is_whole());
}
