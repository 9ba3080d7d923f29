//! Databases as earlier releases left them, from the dumps of `crates/store/fixtures`, and the secrets that open them.

use std::path::{Path, PathBuf};

use portulan_store::{DatabaseUrl, Engine};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};

use crate::TestDatabase;

/// The name of an engine in names of files.
#[must_use]
pub const fn engine_word(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgres",
    }
}

fn fixture(name: &str) -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.join("../store/fixtures").join(name)
}

fn read(name: &str) -> String {
    std::fs::read_to_string(fixture(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The numbers of the migrations that have a dump for an engine, in order.
#[must_use]
pub fn earlier_migrations(engine: Engine) -> Vec<i64> {
    let end = format!(".{}.sql", engine_word(engine));
    let names = std::fs::read_dir(fixture("")).unwrap();
    let mut numbers: Vec<i64> = names
        .filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            name.strip_suffix(&end)
                .map(|number| number.parse().unwrap())
        })
        .collect();
    numbers.sort_unstable();
    numbers
}

/// The secrets that open the dump of a migration.
#[must_use]
pub fn secrets_of(migration: i64) -> Value {
    serde_json::from_str(&read(&format!("{migration:04}.json"))).unwrap()
}

impl TestDatabase {
    /// A database as a migration left it.
    pub async fn earlier(engine: Engine, migration: i64) -> Self {
        let database = Self::new(engine);
        let name = format!("{migration:04}.{}.sql", engine_word(engine));
        database.run(&read(&name)).await;
        database
    }

    /// Runs statements behind the program's back.
    pub async fn run(&self, statements: &str) {
        let statements = AssertSqlSafe(statements.to_owned());
        match &self.url {
            DatabaseUrl::Sqlite(file) => {
                let address = format!("sqlite:{}?mode=rwc", file.display());
                let mut one = SqliteConnection::connect(&address).await.unwrap();
                one.execute(statements).await.unwrap();
                one.close().await.unwrap();
            }
            DatabaseUrl::Postgres(address) => {
                let mut one = PgConnection::connect(address).await.unwrap();
                one.execute(statements).await.unwrap();
            }
        }
    }
}
