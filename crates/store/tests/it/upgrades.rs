//! A database written by each earlier release opens, migrates and reads back, and no value of it is lost.
//!
//! `fixtures/NNNN.{sqlite,postgres}.sql` are dumps of a database as migration NNNN left it: those of 1 to 3 hold a place,
//! a layer and two journal lines; those of later ones all that people can leave, written by `examples/fixture` of the
//! crate `app`, whose tests enter with the secrets beside. There are none between the migrations of one release: nobody
//! ever ran a database that stopped there, and each of them is run on the way from the release before.

use std::collections::BTreeMap;
use std::path::Path;

use portulan_model::Revision;
use portulan_model::journal::Deed;
use portulan_store::{DatabaseUrl, Engine, Store};
use portulan_testkit::builders::entry;
use portulan_testkit::earlier::{earlier_migrations, engine_word};
use portulan_testkit::{PlaceBuilder, TestDatabase};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};

use crate::{may, on_both_engines};

on_both_engines! {
    a_database_of_migration_1_opens_and_reads_back
    a_database_of_migration_2_opens_and_reads_back
    a_database_of_migration_3_opens_and_reads_back
    an_upgrade_keeps_every_value_of_every_table
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

/// Number of the last migration.
fn latest(engine: Engine) -> i64 {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = here.join("migrations").join(engine_word(engine));
    let names = std::fs::read_dir(folder).unwrap();
    let number = |name: String| name.split_once('_').unwrap().0.parse().unwrap();
    let numbers = names.map(|entry| number(entry.unwrap().file_name().into_string().unwrap()));
    numbers.max().unwrap()
}

/// Each database holds one place, one layer and two journal lines; the journal goes on after them.
async fn opens_and_reads_back(engine: Engine, migration: i64) {
    let database = TestDatabase::earlier(engine, migration).await;
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
    assert_eq!((health.schema, health.journal), (latest(engine), 3));
    // The first sealing takes the lines of before in.
    assert_eq!(crate::sealing::seal(&store).await.lines, 3);
    assert!(store.verify(&may(), None).await.unwrap().is_whole());
}

/// Somebody who reads tables behind the program's back.
enum Reader {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// The columns of each table.
type Tables = BTreeMap<String, Vec<String>>;

impl Reader {
    async fn new(database: &TestDatabase) -> Self {
        let address = database.address();
        match database.url {
            DatabaseUrl::Sqlite(_) => {
                Self::Sqlite(SqliteConnection::connect(&address).await.unwrap())
            }
            DatabaseUrl::Postgres(_) => {
                Self::Postgres(PgConnection::connect(&address).await.unwrap())
            }
        }
    }

    async fn texts(&mut self, query: String) -> Vec<String> {
        let text = AssertSqlSafe(query.clone());
        match self {
            Self::Sqlite(c) => sqlx::query_scalar(text).fetch_all(c).await,
            Self::Postgres(c) => sqlx::query_scalar(text).fetch_all(c).await,
        }
        .unwrap_or_else(|error| panic!("{query}: {error}"))
    }

    /// All tables but the list of migrations.
    async fn tables(&mut self) -> Tables {
        let query = match self {
            Self::Sqlite(_) => {
                "select t.name || ' ' || c.name from sqlite_master t, pragma_table_info(t.name) c \
                 where t.type = 'table' and t.name not like 'sqlite_%'"
            }
            Self::Postgres(_) => {
                "select table_name || ' ' || column_name from information_schema.columns \
                 where table_schema = 'public'"
            }
        };
        let mut tables = Tables::new();
        for pair in self.texts(query.to_owned()).await {
            let (table, column) = pair.split_once(' ').unwrap();
            if table != "_sqlx_migrations" {
                let columns = tables.entry(table.to_owned()).or_default();
                columns.push(column.to_owned());
            }
        }
        tables
    }

    /// Every value of these columns, one text a row.
    async fn rows(&mut self, tables: &Tables) -> BTreeMap<String, Vec<String>> {
        let mut all = BTreeMap::new();
        for (table, columns) in tables {
            let quoted = match self {
                Self::Sqlite(_) => "quote",
                Self::Postgres(_) => "quote_nullable",
            };
            let values: Vec<String> = columns
                .iter()
                .map(|column| format!("{quoted}(\"{column}\")"))
                .collect();
            let values = values.join(" || ' ' || ");
            let mut rows = self
                .texts(format!("select {values} from \"{table}\""))
                .await;
            rows.sort();
            all.insert(table.clone(), rows);
        }
        all
    }
}

async fn an_upgrade_keeps_every_value_of_every_table(engine: Engine) {
    let migrations = earlier_migrations(engine);
    assert!(migrations.starts_with(&[1, 2, 3, 8]), "{migrations:?}");
    for migration in migrations {
        let database = TestDatabase::earlier(engine, migration).await;
        let mut reader = Reader::new(&database).await;
        let tables = reader.tables().await;
        let before = reader.rows(&tables).await;
        assert!(before["journal"].len() > 1 && before["place"].len() == places_of(migration));
        let store = Store::open(&database.url).await.unwrap();
        assert_eq!(store.health().await.unwrap().schema, latest(engine));
        let mut reader = Reader::new(&database).await;
        let after = reader.rows(&tables).await;
        for (table, rows) in &before {
            let lost: Vec<&String> = rows
                .iter()
                .filter(|row| !after[table].contains(row))
                .collect();
            assert!(lost.is_empty(), "{migration}: {table} lost {lost:?}");
        }
        let again = Store::open(&database.url).await.unwrap();
        assert_eq!(again.health().await.unwrap(), store.health().await.unwrap());
    }
}

/// How many places the fixture of a migration holds.
const fn places_of(migration: i64) -> usize {
    if migration < 8 { 1 } else { 5 }
}
