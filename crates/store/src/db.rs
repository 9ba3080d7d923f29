//! The open database, and the one macro by which a statement runs on either engine.

use std::sync::Arc;

use futures_util::lock::{Mutex, OwnedMutexGuard};
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::SqlitePoolOptions;
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

use portulan_model::Revision;

use crate::error::StoreError;
use crate::{DatabaseUrl, dialect, migrate, sql};

/// Connections that read, on SQLite; one more writes.
const SQLITE_READERS: u32 = 4;
/// Connections of a node, on PostgreSQL.
const POSTGRES_CONNECTIONS: u32 = 8;

/// Which engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Embedded.
    Sqlite,
    /// Server.
    Postgres,
}

/// An open, migrated database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pub(crate) db: Db,
}

#[derive(Clone)]
pub(crate) enum Db {
    Sqlite {
        write: SqlitePool,
        read: SqlitePool,
    },
    Postgres {
        pool: PgPool,
        /// Whose turn it is to write, on this node: those that wait hold no connection meanwhile.
        turn: Arc<Mutex<()>>,
    },
}

/// The turn to write, for as long as it is kept; SQLite has but one connection that writes.
pub(crate) type Turn = Option<OwnedMutexGuard<()>>;

/// A transaction on either engine.
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Runs one expression on the connection of a transaction, whichever engine it is.
macro_rules! on {
    ($tx:expr, $connection:ident => $body:expr) => {
        match $tx {
            $crate::db::Tx::Sqlite(transaction) => {
                let $connection = &mut **transaction;
                $body
            }
            $crate::db::Tx::Postgres(transaction) => {
                let $connection = &mut **transaction;
                $body
            }
        }
    };
}
pub(crate) use on;

impl Store {
    /// Opens a database: creates the file or the tables that are missing, migrates those that are older.
    pub async fn open(url: &DatabaseUrl) -> Result<Self, StoreError> {
        let db = match url {
            DatabaseUrl::Sqlite(file) => {
                if let Some(folder) = file
                    .parent()
                    .filter(|folder| !folder.as_os_str().is_empty())
                {
                    std::fs::create_dir_all(folder).map_err(StoreError::Folder)?;
                }
                let options = dialect::sqlite_options(file);
                // A file costs nothing to keep open. The task that would close idle connections counts them while they
                // are taken, and on a bad count (sqlx 0.9.0, `num_idle`) it never ends.
                let pool = || {
                    let kept = SqlitePoolOptions::new().idle_timeout(None);
                    kept.max_lifetime(None)
                };
                let write = pool()
                    .max_connections(1)
                    .connect_with(options.clone())
                    .await?;
                migrate::sqlite(&write).await?;
                let readers = pool().max_connections(SQLITE_READERS);
                let read = readers.connect_with(options.read_only(true)).await?;
                Db::Sqlite { write, read }
            }
            DatabaseUrl::Postgres(address) => {
                let options = PgPoolOptions::new().max_connections(POSTGRES_CONNECTIONS);
                let pool = options.connect(address).await?;
                migrate::postgres(&pool).await?;
                let turn = Arc::default();
                Db::Postgres { pool, turn }
            }
        };
        Ok(Self { db })
    }

    /// Which engine serves.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self.db {
            Db::Sqlite { .. } => Engine::Sqlite,
            Db::Postgres { .. } => Engine::Postgres,
        }
    }

    /// How often what the public sees has changed.
    pub async fn revision(&self) -> Result<Revision, StoreError> {
        let mut tx = self.read().await?;
        let value =
            on!(&mut tx, c => sqlx::query_scalar::<_, i64>(sql::REVISION).fetch_one(c).await)?;
        Ok(Revision(value))
    }

    /// How often places changed, what is said or shown of them, or the reference that they lie on.
    pub async fn places_revision(&self) -> Result<Revision, StoreError> {
        let mut tx = self.read().await?;
        let value = on!(&mut tx, c => sqlx::query_scalar::<_, i64>(sql::PLACES_REVISION).fetch_one(c).await)?;
        Ok(Revision(value))
    }

    /// A transaction that only reads, with one consistent view from its first statement to its end.
    pub(crate) async fn read(&self) -> Result<Tx, StoreError> {
        Ok(match &self.db {
            Db::Sqlite { read, .. } => Tx::Sqlite(read.begin().await?),
            Db::Postgres { pool, .. } => {
                Tx::Postgres(pool.begin_with(dialect::POSTGRES_SNAPSHOT).await?)
            }
        })
    }

    /// A transaction that writes. On SQLite it takes the write lock at once, so that it never fails half-way.
    pub(crate) async fn write(&self) -> Result<Tx, StoreError> {
        Ok(match &self.db {
            Db::Sqlite { write, .. } => Tx::Sqlite(write.begin_with(dialect::SQLITE_WRITE).await?),
            Db::Postgres { pool, .. } => Tx::Postgres(pool.begin().await?),
        })
    }

    /// A transaction that reads before it writes: it has its turn after those that began before it on any node, and
    /// sees what they wrote. Short writes of one row, such as the beat of a run, pass by [`Store::write`].
    pub(crate) async fn write_in_turn(&self) -> Result<(Tx, Turn), StoreError> {
        let turn = match &self.db {
            Db::Sqlite { .. } => None,
            Db::Postgres { turn, .. } => Some(Arc::clone(turn).lock_owned().await),
        };
        let mut tx = self.write().await?;
        if let Tx::Postgres(transaction) = &mut tx {
            sqlx::query(dialect::POSTGRES_TURN)
                .bind(dialect::POSTGRES_TURN_KEY)
                .execute(&mut **transaction)
                .await?;
        }
        Ok((tx, turn))
    }
}

impl Tx {
    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(transaction) => transaction.commit().await?,
            Self::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }
}
