//! Everything that is sealed is computed again: a line or a seal that changed, or is gone, is found.
//!
//! Whoever can write to the database can also seal a journal of their own making, or forget the last batches: the hash
//! of the last batch, kept elsewhere, shows that.

use portulan_policy::{Capability, actions::Diagnose};
use serde::Serialize;
use sha2::Digest;

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::operator::hex;
use crate::seals::{Seal, SealColumns};
use crate::{journal_row, sql};

/// Seals read at once.
const SEALS_READ: i64 = 1_000;

/// What a verification found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Verification {
    /// Batches.
    pub batches: u64,
    /// Lines in them.
    pub lines: u64,
    /// Lines that no batch holds yet.
    pub unsealed: i64,
    /// Hash of the last batch.
    pub head: Option<String>,
    /// Whether the hash that was asked for is that of a batch.
    pub asked_found: Option<bool>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// A batch that is not as it was sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Fault {
    /// Number of the batch.
    pub batch: i64,
    /// Number of its first line.
    pub first: i64,
    /// Number of its last line.
    pub last: i64,
    /// What is wrong with it.
    pub what: FaultKind,
}

/// What may be wrong with a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultKind {
    /// It, or one of its lines, is not what was sealed: changed, removed or added.
    Changed,
    /// It does not follow the batch before it: one was removed or put in.
    Unlinked,
    /// It, or one of its lines, holds what this program never writes.
    Unreadable,
}

impl Verification {
    /// Whether all is as it was sealed, and the hash that was asked for is there.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty() && self.asked_found != Some(false)
    }
}

impl Store {
    /// Computes every seal again; `head` is a hash of before that must still be there.
    pub async fn verify(
        &self,
        _may: &Capability<Diagnose>,
        head: Option<&str>,
    ) -> Result<Verification, StoreError> {
        let mut tx = self.read().await?;
        let mut found = Verification {
            asked_found: head.map(|_asked| false),
            ..Verification::default()
        };
        let mut last: Option<Seal> = None;
        loop {
            let after = last.as_ref().map_or(i64::MIN, |seal| seal.batch);
            let page = match seals_after(&mut tx, after).await {
                Ok(page) => page,
                Err(error) if unreadable(&error) => {
                    let at = last.as_ref();
                    found.faults.push(Fault {
                        batch: at.map_or(1, |seal| seal.batch.saturating_add(1)),
                        first: at.map_or(1, |seal| seal.last.saturating_add(1)),
                        last: i64::MAX,
                        what: FaultKind::Unreadable,
                    });
                    return Ok(found);
                }
                Err(error) => return Err(error),
            };
            if page.is_empty() {
                break;
            }
            for seal in page {
                found.batch(&mut tx, last.as_ref(), &seal).await?;
                if head == Some(seal.hash.as_str()) {
                    found.asked_found = Some(true);
                }
                last = Some(seal);
            }
        }
        let end = last.as_ref().map_or(i64::MIN, |seal| seal.last);
        found.unsealed = on!(&mut tx, c => {
            sqlx::query_scalar::<_, i64>(sql::COUNT_JOURNAL_AFTER).bind(end).fetch_one(c).await
        })?;
        found.head = last.map(|seal| seal.hash);
        Ok(found)
    }
}

impl Verification {
    async fn batch(
        &mut self,
        tx: &mut Tx,
        before: Option<&Seal>,
        seal: &Seal,
    ) -> Result<(), StoreError> {
        let number = before.map_or(1, |before| before.batch.saturating_add(1));
        let previous = before.map_or("", |before| before.hash.as_str());
        let after = before.map_or(i64::MIN, |before| before.last);
        if seal.batch != number || seal.previous != previous {
            self.faults.push(seal.fault(FaultKind::Unlinked));
        }
        self.batches += 1;
        let (mut hash, mut lines, mut first) = (seal.begin(), 0, None);
        let read = journal_row::each(tx, (after, seal.last), i64::MAX, |row| {
            first.get_or_insert(row.0);
            lines += 1;
            row.hash(&mut hash);
            Ok(())
        });
        match read.await {
            Ok(()) if first == Some(seal.first) && hex(&hash.finalize()) == seal.hash => {}
            Ok(()) => self.faults.push(seal.fault(FaultKind::Changed)),
            Err(error) if unreadable(&error) => {
                self.faults.push(seal.fault(FaultKind::Unreadable));
            }
            Err(error) => return Err(error),
        }
        self.lines += lines;
        Ok(())
    }
}

impl Seal {
    const fn fault(&self, what: FaultKind) -> Fault {
        Fault {
            batch: self.batch,
            first: self.first,
            last: self.last,
            what,
        }
    }
}

async fn seals_after(tx: &mut Tx, batch: i64) -> Result<Vec<Seal>, StoreError> {
    let rows = on!(tx, c => {
        let query = sqlx::query_as::<_, SealColumns>(sql::SEALS_AFTER).bind(batch).bind(SEALS_READ);
        query.fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Seal::from).collect())
}

/// Whether a row was read that does not have the types of its columns: the engine let something else be put there.
const fn unreadable(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Database(
            sqlx::Error::ColumnDecode { .. }
                | sqlx::Error::Decode(_)
                | sqlx::Error::TypeNotFound { .. }
        )
    )
}
