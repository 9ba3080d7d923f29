//! What `portulan doctor` asks of the storage.

use crate::db::{Db, Store, Tx, on};
use crate::error::StoreError;
use crate::{dialect, sql};

/// Triggers that protect the journal and its seals on SQLite: update, delete, replace of each.
const SQLITE_TRIGGERS: i64 = 6;
/// Triggers that protect the journal and its seals on PostgreSQL: update or truncate, delete of each.
const POSTGRES_TRIGGERS: i64 = 4;

/// State of the storage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// `SQLite` or `PostgreSQL`.
    pub engine: &'static str,
    /// Version of the engine.
    pub version: String,
    /// Number of the last migration.
    pub schema: i64,
    /// Rows of the journal.
    pub journal: i64,
    /// Whether the engine refuses changes of the journal.
    pub journal_append_only: bool,
    /// Whether the file reads back whole. A server checks itself: always true there.
    pub integrity: bool,
}

impl Store {
    /// Examines the storage.
    pub async fn health(&self) -> Result<Health, StoreError> {
        let mut tx = self.read().await?;
        let (engine, version, triggers, enough) = match self.db {
            Db::Sqlite { .. } => (
                "SQLite",
                dialect::SQLITE_VERSION,
                dialect::SQLITE_JOURNAL_TRIGGERS,
                SQLITE_TRIGGERS,
            ),
            Db::Postgres { .. } => (
                "PostgreSQL",
                dialect::POSTGRES_VERSION,
                dialect::POSTGRES_JOURNAL_TRIGGERS,
                POSTGRES_TRIGGERS,
            ),
        };
        let integrity = match &mut tx {
            Tx::Sqlite(transaction) => {
                sqlx::query_scalar::<_, String>(dialect::SQLITE_INTEGRITY)
                    .fetch_one(&mut **transaction)
                    .await?
                    == "ok"
            }
            Tx::Postgres(_) => true,
        };
        let number = async |tx: &mut Tx, statement: &'static str| on!(tx, c => sqlx::query_scalar::<_, i64>(statement).fetch_one(c).await);
        Ok(Health {
            engine,
            version: on!(&mut tx, c => sqlx::query_scalar::<_, String>(version).fetch_one(c).await)?,
            schema: number(&mut tx, dialect::SCHEMA_VERSION).await?,
            journal: number(&mut tx, sql::COUNT_JOURNAL).await?,
            journal_append_only: number(&mut tx, triggers).await? == enough,
            integrity,
        })
    }
}
