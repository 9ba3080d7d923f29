//! Both engines hold the same tables, understand every statement, and keep the journal as it is.

use std::collections::BTreeSet;

use portulan_model::journal::Deed;
use portulan_store::{DatabaseUrl, Engine, Store, sql};
use portulan_testkit::builders::entry;
use portulan_testkit::{PlaceBuilder, TestDatabase};
use sqlx::{Connection, Executor, PgConnection, SqlSafeStr, SqliteConnection};

use crate::may;

async fn sqlite(database: &TestDatabase) -> SqliteConnection {
    Store::open(&database.url).await.unwrap();
    SqliteConnection::connect(&database.address())
        .await
        .unwrap()
}

async fn postgres(database: &TestDatabase) -> PgConnection {
    Store::open(&database.url).await.unwrap();
    PgConnection::connect(&database.address()).await.unwrap()
}

#[tokio::test]
async fn every_statement_is_understood_by_both_engines() {
    let (one, two) = (
        TestDatabase::new(Engine::Sqlite),
        TestDatabase::new(Engine::Postgres),
    );
    let (mut sqlite, mut postgres) = (sqlite(&one).await, postgres(&two).await);
    assert!(sql::all().count() > 20);
    for statement in sql::all() {
        assert!(
            !statement.contains("::"),
            "a cast that SQLite would swallow: {statement}"
        );
        (&mut sqlite)
            .prepare(statement.into_sql_str())
            .await
            .unwrap_or_else(|error| panic!("{statement}: {error}"));
        (&mut postgres)
            .prepare(statement.into_sql_str())
            .await
            .unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
}

#[tokio::test]
async fn both_engines_hold_the_same_tables_and_columns() {
    let (one, two) = (
        TestDatabase::new(Engine::Sqlite),
        TestDatabase::new(Engine::Postgres),
    );
    let (mut sqlite, mut postgres) = (sqlite(&one).await, postgres(&two).await);
    let of_sqlite: Vec<(String, String, bool)> = sqlx::query_as(
        "select m.name, c.name, c.\"notnull\" = 0 from sqlite_master m join pragma_table_info(m.name) c \
         where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '_sqlx%'",
    )
    .fetch_all(&mut sqlite)
    .await
    .unwrap();
    let of_postgres: Vec<(String, String, bool)> = sqlx::query_as(
        "select table_name::text, column_name::text, is_nullable = 'YES' from information_schema.columns \
         where table_schema = 'public' and table_name not like '\\_sqlx%'",
    )
    .fetch_all(&mut postgres)
    .await
    .unwrap();
    let set = |rows: Vec<(String, String, bool)>| rows.into_iter().collect::<BTreeSet<_>>();
    assert_eq!(set(of_sqlite), set(of_postgres));
}

#[tokio::test]
async fn every_table_is_named_in_the_register() {
    let register = include_str!("../../../../docs/personal-data.md");
    let database = TestDatabase::new(Engine::Sqlite);
    let mut sqlite = sqlite(&database).await;
    let tables: Vec<(String,)> = sqlx::query_as(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .fetch_all(&mut sqlite)
    .await
    .unwrap();
    assert!(tables.len() > 20);
    let named = |table: &String| register.contains(&format!("`{table}`"));
    let missing: Vec<&String> = tables
        .iter()
        .map(|(table,)| table)
        .filter(|table| !named(table))
        .collect();
    assert!(
        missing.is_empty(),
        "docs/personal-data.md says nothing of {missing:?}"
    );
}

#[tokio::test]
async fn neither_engine_lets_anybody_change_the_journal() {
    let (one, two) = (
        TestDatabase::new(Engine::Sqlite),
        TestDatabase::new(Engine::Postgres),
    );
    let (mut sqlite, mut postgres) = (sqlite(&one).await, postgres(&two).await);
    for database in [&one, &two] {
        let store = Store::open(&database.url).await.unwrap();
        let place = PlaceBuilder::new(1).build();
        let mut write = store.begin(&may()).await.unwrap();
        write
            .insert(&place, &entry(Deed::Created, &place))
            .await
            .unwrap();
        write.commit().await.unwrap();
        crate::sealing::seal(&store).await;
    }
    for statement in [
        "update journal set author = 'x'",
        "delete from journal",
        "update journal_seal set hash = 'x'",
        "delete from journal_seal",
    ] {
        let refused = sqlx::query(statement)
            .execute(&mut sqlite)
            .await
            .unwrap_err();
        assert!(refused.to_string().contains("append only"), "{refused}");
        let refused = sqlx::query(statement)
            .execute(&mut postgres)
            .await
            .unwrap_err();
        assert!(refused.to_string().contains("append only"), "{refused}");
    }
    let replace = "insert or replace into journal (seq, at, author, object, deed, reason, request) \
         values (1, 0, 'x', 'x', 'created', 'x', 'x')";
    let refused = sqlx::query(replace).execute(&mut sqlite).await.unwrap_err();
    assert!(refused.to_string().contains("append only"), "{refused}");
    let upsert = "insert into journal (seq, at, author, object, deed, reason, request) \
         values (1, 0, 'x', 'x', 'created', 'x', 'x') on conflict (seq) do update set author = 'x'";
    assert!(sqlx::query(upsert).execute(&mut sqlite).await.is_err());
    assert!(sqlx::query(upsert).execute(&mut postgres).await.is_err());
    for statement in ["truncate journal", "truncate journal_seal"] {
        assert!(sqlx::query(statement).execute(&mut postgres).await.is_err());
    }
    let replace = "insert or replace into journal_seal (batch, first_seq, last_seq, previous, hash, at) \
         values (1, 1, 1, '', 'x', 0)";
    sqlx::query(replace).execute(&mut sqlite).await.unwrap();
    let kept: (i64,) = sqlx::query_as("select count(*) from journal_seal where hash <> 'x'")
        .fetch_one(&mut sqlite)
        .await
        .unwrap();
    assert_eq!(kept, (1,));
}

#[tokio::test]
async fn many_nodes_may_open_one_server_at_the_same_time() {
    let database = TestDatabase::new(Engine::Postgres);
    let DatabaseUrl::Postgres(_) = &database.url else {
        panic!("a server")
    };
    let nodes: Vec<_> = (0..4).map(|_| Store::open(&database.url)).collect();
    for node in futures_util::future::join_all(nodes).await {
        node.unwrap();
    }
}
