//! Seals: the journal in batches, each hashed with the hash of the one before it.
//!
//! Nobody waits: lines never change, so that a batch is read and hashed without a lock, and only then numbered; where
//! two nodes hash the same batch, the first to number it has it. On PostgreSQL lines may show in another order than
//! their numbers: a [`Horizon`] holds the last number seen and whoever was writing then, and is passed once they ended.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use crate::db::{Db, Store, on};
use crate::error::StoreError;
use crate::journal_row::{self, JournalRow, part};
use crate::operator::hex;
use crate::{dialect, sql};

/// Lines of one batch at most.
const BATCH_LINES: i64 = 1_000;
/// What is hashed first: the name and the version of this encoding.
const DOMAIN: &[u8] = b"portulan journal 1";

/// Up to where the journal is complete, once the writers of that moment have ended.
#[derive(Debug, Clone)]
pub struct Horizon {
    upto: i64,
    writers: Vec<String>,
}

/// What a sealing did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sealed {
    /// Batches made.
    pub batches: u64,
    /// Lines in them.
    pub lines: u64,
}

/// One batch as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seal {
    pub(crate) batch: i64,
    pub(crate) first: i64,
    pub(crate) last: i64,
    pub(crate) previous: String,
    pub(crate) hash: String,
    pub(crate) at: i64,
}

/// The columns of [`Seal`].
pub(crate) type SealColumns = (i64, i64, i64, String, String, i64);

impl Store {
    /// The horizon of now.
    pub async fn horizon(&self) -> Result<Horizon, StoreError> {
        let mut tx = self.read().await?;
        let upto =
            on!(&mut tx, c => sqlx::query_scalar::<_, i64>(sql::LAST_JOURNAL).fetch_one(c).await)?;
        drop(tx);
        let writers = self.journal_writers().await?;
        Ok(Horizon { upto, writers })
    }

    /// Whether every line up to a horizon shows, or never will.
    pub async fn passed(&self, horizon: &Horizon) -> Result<bool, StoreError> {
        if horizon.writers.is_empty() {
            return Ok(true);
        }
        let writers = self.journal_writers().await?;
        Ok(!writers.iter().any(|one| horizon.writers.contains(one)))
    }

    /// Seals what is complete: nothing before the horizon is passed.
    pub async fn seal(&self, horizon: &Horizon, at: DateTime<Utc>) -> Result<Sealed, StoreError> {
        let mut sealed = Sealed::default();
        if !self.passed(horizon).await? {
            return Ok(sealed);
        }
        while let Some((seal, lines)) = self.next_batch(horizon.upto, at).await? {
            if !self.put_seal(seal).await? {
                break;
            }
            sealed.batches += 1;
            sealed.lines += lines;
        }
        Ok(sealed)
    }

    async fn journal_writers(&self) -> Result<Vec<String>, StoreError> {
        match &self.db {
            Db::Sqlite { .. } => Ok(Vec::new()),
            Db::Postgres { pool, .. } => {
                let writers = sqlx::query_scalar(dialect::POSTGRES_JOURNAL_WRITERS);
                Ok(writers.fetch_all(pool).await?)
            }
        }
    }

    async fn next_batch(
        &self,
        upto: i64,
        at: DateTime<Utc>,
    ) -> Result<Option<(Seal, u64)>, StoreError> {
        let mut tx = self.read().await?;
        let last = on!(&mut tx, c => {
            sqlx::query_as::<_, SealColumns>(sql::LAST_SEAL).fetch_optional(c).await
        })?;
        let last = last.map(Seal::from);
        let after = last.as_ref().map_or(i64::MIN, |seal| seal.last);
        let mut rows: Vec<JournalRow> = Vec::new();
        journal_row::each(&mut tx, (after, upto), BATCH_LINES, |row| {
            rows.push(row);
            Ok(())
        })
        .await?;
        let (Some(first), Some(end)) = (rows.first(), rows.last()) else {
            return Ok(None);
        };
        let mut seal = Seal {
            batch: last.as_ref().map_or(1, |seal| seal.batch.saturating_add(1)),
            first: first.0,
            last: end.0,
            previous: last.map_or_else(String::new, |seal| seal.hash),
            hash: String::new(),
            at: at.timestamp_millis(),
        };
        let mut hash = seal.begin();
        for row in &rows {
            row.hash(&mut hash);
        }
        seal.hash = hex(&hash.finalize());
        let lines = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        Ok(Some((seal, lines)))
    }

    /// Keeps a batch; `false` when another node numbered it first.
    async fn put_seal(&self, seal: Seal) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query(sql::PUT_SEAL)
                .bind(seal.batch)
                .bind(seal.first)
                .bind(seal.last)
                .bind(seal.previous)
                .bind(seal.hash)
                .bind(seal.at)
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        tx.commit().await?;
        Ok(rows > 0)
    }
}

impl From<SealColumns> for Seal {
    fn from((batch, first, last, previous, hash, at): SealColumns) -> Self {
        Self {
            batch,
            first,
            last,
            previous,
            hash,
            at,
        }
    }
}

impl Seal {
    /// A hash that holds all of the batch but its lines, which are to follow.
    pub(crate) fn begin(&self) -> Sha256 {
        let mut hash = Sha256::new();
        part(&mut hash, DOMAIN);
        part(&mut hash, self.previous.as_bytes());
        for number in [self.batch, self.first, self.last, self.at] {
            part(&mut hash, &number.to_be_bytes());
        }
        hash
    }
}
