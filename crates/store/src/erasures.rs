//! Erasing a person: the account and the key go, a mark stays in its place, and the bytes leave the files of the
//! database.
//!
//! The mark is what copies made later carry, and what [`Store::erasures`] lists for those made before.

use chrono::{DateTime, Utc};
use portulan_model::PersonId;
use portulan_model::journal::{Author, Deed, Entry, Erasure, person_object};
use portulan_policy::Capability;
use portulan_policy::actions::{Backup, ManagePeople, Restore};
use sqlx::PgConnection;

use crate::db::{Db, Store, Tx, on};
use crate::error::StoreError;
use crate::{dialect, forgetting, journal, sql};

/// How often those who see an older state of the database are looked at, before they are left to the next round.
const LOOKS: usize = 40;
/// Who replays erasures.
const REPLAY: &str = "restore";

impl Store {
    /// Erases all that is kept of a person, also what the journal keeps under their key, and says so in the journal;
    /// `false` when it was done before. [`Store::settle_erasures`] must follow.
    pub async fn erase_person(
        &self,
        _may: &Capability<ManagePeople>,
        person: PersonId,
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let erased = forget(&mut tx, person, entry.at).await?;
        if erased {
            journal::append(&mut tx, entry).await?;
        }
        tx.commit().await?;
        Ok(erased)
    }

    /// Who was erased, and when.
    pub async fn erasures(&self, _may: &Capability<Backup>) -> Result<Vec<Erasure>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, i64)>(sql::ERASURES).fetch_all(c).await
        })?;
        rows.into_iter()
            .map(|(person, at)| {
                let wrong = |reason: &str| StoreError::corrupt("person_key", &person, &reason);
                Ok(Erasure {
                    at: DateTime::from_timestamp_millis(at).ok_or_else(|| wrong("erased"))?,
                    person: person.parse().map_err(|_id| wrong("person"))?,
                })
            })
            .collect()
    }

    /// Erases again those of a list who are not known as erased here; gives how many.
    pub async fn replay_erasures(
        &self,
        _may: &Capability<Restore>,
        erasures: &[Erasure],
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let told = replay(&mut tx, erasures, now).await?;
        tx.commit().await?;
        Ok(told)
    }

    /// Makes the bytes of erased keys leave the files; `false` when that must be tried again, because others read or
    /// write. On SQLite the log is emptied into the file, where what is deleted is overwritten; on PostgreSQL the
    /// table of keys is written anew.
    pub async fn settle_erasures(&self) -> Result<bool, StoreError> {
        let mut tx = self.read().await?;
        let statement = sql::COUNT_UNSETTLED;
        let waiting =
            on!(&mut tx, c => sqlx::query_scalar::<_, i64>(statement).fetch_one(c).await)?;
        tx.commit().await?;
        if waiting == 0 {
            return Ok(true);
        }
        if !self.clear().await? {
            return Ok(false);
        }
        let mut tx = self.write().await?;
        on!(&mut tx, c => sqlx::query(sql::SETTLED).bind(waiting).execute(c).await.map(drop))?;
        tx.commit().await?;
        Ok(true)
    }

    async fn clear(&self) -> Result<bool, StoreError> {
        match &self.db {
            Db::Sqlite { write, .. } => {
                let mut one = write.acquire().await?;
                sqlx::query(dialect::SQLITE_SHORT_WAIT)
                    .execute(&mut *one)
                    .await?;
                let checkpoint = sqlx::query_as::<_, (i64, i64, i64)>(dialect::SQLITE_CHECKPOINT);
                let done = checkpoint.fetch_one(&mut *one).await;
                sqlx::query(dialect::SQLITE_USUAL_WAIT)
                    .execute(&mut *one)
                    .await?;
                Ok(done?.0 == 0)
            }
            Db::Postgres { pool, .. } => {
                let mut one = pool.acquire().await?;
                if !alone(&mut one).await? {
                    return Ok(false);
                }
                sqlx::query(dialect::POSTGRES_SHORT_WAIT)
                    .execute(&mut *one)
                    .await?;
                let done = sqlx::query(dialect::POSTGRES_VACUUM_KEYS)
                    .execute(&mut *one)
                    .await;
                sqlx::query(dialect::POSTGRES_USUAL_WAIT)
                    .execute(&mut *one)
                    .await?;
                match done {
                    Err(sqlx::Error::Database(error))
                        if error.code().as_deref() == Some(dialect::POSTGRES_NO_TURN) =>
                    {
                        Ok(false)
                    }
                    other => Ok(other.map(|_done| true)?),
                }
            }
        }
    }
}

/// Waits for those who may still see what was there before now; `false` when that is long.
async fn alone(one: &mut PgConnection) -> Result<bool, StoreError> {
    let next = sqlx::query_scalar::<_, String>(dialect::POSTGRES_NEXT);
    let next = next.fetch_one(&mut *one).await?;
    for _ in 0..LOOKS {
        let none = sqlx::query_scalar::<_, bool>(dialect::POSTGRES_NONE_BEFORE).bind(&next);
        if none.fetch_one(&mut *one).await? {
            return Ok(true);
        }
        sqlx::query(dialect::POSTGRES_PAUSE)
            .execute(&mut *one)
            .await?;
    }
    Ok(false)
}

/// Forgets a person within a write: the account, all that lets them in, what went to their address or is in their name,
/// and the key of what the journal says of them; `false` when they had been erased before.
pub(crate) async fn forget(
    tx: &mut Tx,
    person: PersonId,
    at: DateTime<Utc>,
) -> Result<bool, StoreError> {
    forgetting::forget_around(tx, person).await?;
    for statement in sql::FORGET_PERSON {
        on!(&mut *tx, c => sqlx::query(*statement).bind(person.to_string()).execute(c).await.map(drop))?;
    }
    mark(tx, person, at).await
}

/// Puts the marks of persons who were erased since a copy was made, before their keys are read from it: they are
/// never written.
pub(crate) async fn mark_all(tx: &mut Tx, erasures: &[Erasure]) -> Result<(), StoreError> {
    for erasure in erasures {
        mark(tx, erasure.person, erasure.at).await?;
    }
    Ok(())
}

/// Forgets again those who came back with a copy, and says in the journal which erasures it did not know.
pub(crate) async fn replay(
    tx: &mut Tx,
    erasures: &[Erasure],
    now: DateTime<Utc>,
) -> Result<u64, StoreError> {
    let mut told = 0;
    for erasure in erasures {
        forget(tx, erasure.person, erasure.at).await?;
        let object = person_object(erasure.person);
        let known = on!(&mut *tx, c => {
            sqlx::query_scalar::<_, i64>(sql::COUNT_REMOVALS).bind(&object).fetch_one(c).await
        })?;
        if known == 0 {
            let entry = erasure_entry(erasure.person, now, Author::Job(REPLAY.to_owned()), REPLAY);
            journal::append(tx, &entry).await?;
            told += 1;
        }
    }
    Ok(told)
}

/// The line that says that a person was erased, and nothing else of them.
fn erasure_entry(person: PersonId, at: DateTime<Utc>, author: Author, request: &str) -> Entry {
    Entry {
        at,
        author,
        behalf: None,
        object: person_object(person),
        deed: Deed::Removed,
        reason: String::new(),
        request: request.to_owned(),
        before: None,
        after: None,
        subject: None,
    }
}

async fn mark(tx: &mut Tx, person: PersonId, at: DateTime<Utc>) -> Result<bool, StoreError> {
    let rows = on!(&mut *tx, c => {
        sqlx::query(sql::ERASE_KEY)
            .bind(person.to_string())
            .bind(at.timestamp_millis())
            .execute(c)
            .await
            .map(|done| done.rows_affected())
    })?;
    if rows > 0 {
        on!(tx, c => sqlx::query(sql::ADD_UNSETTLED).execute(c).await.map(drop))?;
    }
    Ok(rows > 0)
}
