//! A database written by each earlier migration opens, migrates and reads back.
//!
//! `fixtures/0001.{sqlite,postgres}.sql` are dumps of a database as migration 1 left it, with one place, one layer and
//! two journal lines. After a new migration lands, add the next pair as `examples/fixture.rs` says.

use std::path::PathBuf;

use portulan_model::Revision;
use portulan_store::{DatabaseUrl, Engine, Store};
use portulan_testkit::{PlaceBuilder, TestDatabase};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};

use crate::{may, on_both_engines};

on_both_engines! { a_database_of_migration_1_opens_and_reads_back }

fn fixture(engine: Engine) -> String {
    let name = match engine {
        Engine::Sqlite => "0001.sqlite.sql",
        Engine::Postgres => "0001.postgres.sql",
    };
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

async fn a_database_of_migration_1_opens_and_reads_back(engine: Engine) {
    let database = TestDatabase::new(engine);
    let script = AssertSqlSafe(fixture(engine));
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
    assert!(store.health().await.unwrap().journal_append_only);
}
