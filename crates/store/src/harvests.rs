//! Runs, their pages, and what each source gave last.
//!
//! A run that works shows that it lives by its beat. [`Write::hold_run`] takes its row for the length of a write, so
//! that nobody declares it dead while its places are written, and a run declared dead writes nothing.

use chrono::{DateTime, Utc};
use portulan_model::harvest::{Run, RunState};
use portulan_model::journal::Entry;
use portulan_model::{ExternalId, PlaceId, RunId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::{ReadHarvest, RunHarvest};

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sources::{json, parsed};
use crate::{Write, journal, sql};

/// What the pages of a run hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// Lines of its report.
    Report,
    /// Differences with what the source gave before.
    Diff,
    /// Records that wait for a person's word.
    Records,
}

impl PageKind {
    const fn word(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Diff => "diff",
            Self::Records => "records",
        }
    }
}

/// Why a run begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Somebody asked for it.
    Asked,
    /// Its time has come, unless another node began one since the last that was known here.
    Due {
        /// The last run that was known.
        last: Option<RunId>,
    },
}

/// Pages on their way to storage.
pub type Pages = (PageKind, Vec<Vec<u8>>);

/// What a source gave last, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// The id that the source gives.
    pub id: String,
    /// Fingerprint of the record.
    pub hash: String,
    /// Since when the source gives it no more.
    pub gone: bool,
}

impl Store {
    /// Begins a run that somebody asked for; `false` when another one of the same source is at work.
    pub async fn begin_run(
        &self,
        may: &Capability<RunHarvest>,
        run: &Run,
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        self.begin_turn(may, run, entry, Turn::Asked).await
    }

    /// Begins a run in its turn; `false` when another one of the same source is at work, or was meanwhile.
    pub async fn begin_turn(
        &self,
        _may: &Capability<RunHarvest>,
        run: &Run,
        entry: &Entry,
        turn: Turn,
    ) -> Result<bool, StoreError> {
        let summary = json("harvest_run", &run.id, run)?;
        let mut tx = self.write().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query(sql::INSERT_RUN)
                .bind(run.id.to_string())
                .bind(run.source.as_str())
                .bind(run.started.timestamp_millis())
                .bind(run.state.slug())
                .bind(summary)
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if rows == 0 {
            return Ok(false);
        }
        let (source, id) = (run.source.as_str(), run.id.to_string());
        let rows = on!(&mut tx, c => {
            let query = match turn {
                Turn::Asked => sqlx::query(sql::BEGIN_SOURCE).bind(source).bind(&id),
                Turn::Due { last } => sqlx::query(sql::BEGIN_DUE_SOURCE)
                    .bind(source)
                    .bind(&id)
                    .bind(last.map_or_else(String::new, |last| last.to_string())),
            };
            query.execute(c).await.map(|done| done.rows_affected())
        })?;
        if rows == 0 && turn != Turn::Asked {
            return Ok(false);
        }
        journal::append(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Says that a run lives, and how far it is; `false` when it was declared dead.
    pub async fn beat(&self, run: &Run, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let summary = json("harvest_run", &run.id, run)?;
        let mut tx = self.write().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query(sql::BEAT_RUN)
                .bind(run.id.to_string())
                .bind(now.timestamp_millis())
                .bind(summary)
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        tx.commit().await?;
        Ok(rows > 0)
    }

    /// Opens a write of a harvest.
    pub async fn begin_harvest(&self, _may: &Capability<RunHarvest>) -> Result<Write, StoreError> {
        self.open_write().await
    }

    /// One run.
    pub async fn run(
        &self,
        _may: &Capability<ReadHarvest>,
        id: RunId,
    ) -> Result<Option<Run>, StoreError> {
        let mut tx = self.read().await?;
        let summary = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::RUN_BY_ID).bind(id.to_string()).fetch_optional(c).await
        })?;
        summary.map(|text| parsed("harvest_run", &text)).transpose()
    }

    /// Runs, newest first.
    pub async fn runs(
        &self,
        _may: &Capability<ReadHarvest>,
        source: Option<&Slug>,
        skip: i64,
        limit: i64,
    ) -> Result<Vec<Run>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => match source {
            Some(slug) => {
                sqlx::query_scalar::<_, String>(sql::RUNS_OF_SOURCE)
                    .bind(slug.as_str())
                    .bind(limit)
                    .bind(skip)
                    .fetch_all(c)
                    .await
            }
            None => sqlx::query_scalar::<_, String>(sql::RUNS).bind(limit).bind(skip).fetch_all(c).await,
        })?;
        rows.iter()
            .map(|text| parsed("harvest_run", text))
            .collect()
    }

    /// Runs that have given no sign of life since an instant.
    pub async fn stale_runs(&self, since: DateTime<Utc>) -> Result<Vec<Run>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::STALE_RUNS)
                .bind(since.timestamp_millis())
                .fetch_all(c)
                .await
        })?;
        rows.iter()
            .map(|text| parsed("harvest_run", text))
            .collect()
    }

    /// One page of a run, from 0.
    pub async fn run_page(
        &self,
        _may: &Capability<ReadHarvest>,
        id: RunId,
        kind: PageKind,
        page: usize,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        find_page(&mut self.read().await?, id, kind, page).await
    }

    /// When each place was last given by its source, for those that it gives no more.
    pub async fn gone_places(&self) -> Result<Vec<(PlaceId, DateTime<Utc>)>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => sqlx::query_as::<_, (String, i64)>(sql::GONE_PLACES).fetch_all(c).await)?;
        rows.into_iter()
            .map(|(id, since)| {
                let corrupt = |reason: &str| StoreError::corrupt("source_record", &id, &reason);
                let since = DateTime::from_timestamp_millis(since).ok_or_else(|| corrupt("at"))?;
                Ok((id.parse().map_err(|_bad| corrupt("id"))?, since))
            })
            .collect()
    }
}

async fn find_page(
    tx: &mut Tx,
    id: RunId,
    kind: PageKind,
    page: usize,
) -> Result<Option<Vec<u8>>, StoreError> {
    let page = i64::try_from(page).unwrap_or(i64::MAX);
    Ok(on!(tx, c => {
        sqlx::query_scalar::<_, Vec<u8>>(sql::PAGE)
            .bind(id.to_string())
            .bind(kind.word())
            .bind(page)
            .fetch_optional(c)
            .await
    })?)
}

impl Write {
    /// Takes the row of a run for the length of this write; `false` when it is not in that state.
    pub async fn hold_run(
        &mut self,
        id: RunId,
        state: &RunState,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let rows = on!(&mut self.tx, c => {
            sqlx::query(sql::HOLD_RUN)
                .bind(id.to_string())
                .bind(now.timestamp_millis())
                .bind(state.slug())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        Ok(rows > 0)
    }

    /// Moves a run from one state to the next, and says why in the journal; `false` when it was not in that state.
    pub async fn end_run(
        &mut self,
        from: &RunState,
        run: &Run,
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        let summary = json("harvest_run", &run.id, run)?;
        let rows = on!(&mut self.tx, c => {
            sqlx::query(sql::END_RUN)
                .bind(run.id.to_string())
                .bind(from.slug())
                .bind(run.state.slug())
                .bind(summary)
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if rows > 0 {
            journal::append(&mut self.tx, entry).await?;
        }
        Ok(rows > 0)
    }

    /// Writes the counts of a run that has ended.
    pub async fn recount(&mut self, run: &Run) -> Result<(), StoreError> {
        let summary = json("harvest_run", &run.id, run)?;
        on!(&mut self.tx, c => {
            sqlx::query(sql::SET_SUMMARY).bind(run.id.to_string()).bind(summary).execute(c).await.map(drop)
        })?;
        Ok(())
    }

    /// Keeps pages of a run.
    pub async fn put_pages(&mut self, id: RunId, pages: &Pages) -> Result<(), StoreError> {
        self.add_pages(id, 0, pages).await
    }

    /// Keeps more pages of a run, from a number on.
    pub async fn add_pages(
        &mut self,
        id: RunId,
        from: usize,
        (kind, pages): &Pages,
    ) -> Result<(), StoreError> {
        let from = i64::try_from(from).unwrap_or(i64::MAX);
        for (page, content) in (from..).zip(pages) {
            on!(&mut self.tx, c => {
                sqlx::query(sql::PUT_PAGE)
                    .bind(id.to_string())
                    .bind(kind.word())
                    .bind(page)
                    .bind(content.as_slice())
                    .execute(c)
                    .await
                    .map(drop)
            })?;
        }
        Ok(())
    }

    /// One page of a run, from 0.
    pub async fn page(
        &mut self,
        id: RunId,
        kind: PageKind,
        page: usize,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        find_page(&mut self.tx, id, kind, page).await
    }

    /// Forgets pages that are of no more use.
    pub async fn forget_pages(&mut self, id: RunId, kind: PageKind) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::FORGET_PAGES).bind(id.to_string()).bind(kind.word()).execute(c).await.map(drop)
        })?;
        Ok(())
    }

    /// What a source gave so far, by its ids.
    pub async fn bases(&mut self, source: &Slug) -> Result<Vec<Base>, StoreError> {
        let rows = on!(&mut self.tx, c => {
            sqlx::query_as::<_, (String, String, Option<i64>)>(sql::BASES)
                .bind(source.as_str())
                .fetch_all(c)
                .await
        })?;
        let base = |(id, hash, gone): (String, String, Option<i64>)| Base {
            id,
            hash,
            gone: gone.is_some(),
        };
        Ok(rows.into_iter().map(base).collect())
    }

    /// One record as its source gave it last.
    pub async fn base(&mut self, key: &ExternalId) -> Result<Option<String>, StoreError> {
        Ok(on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, String>(sql::BASE)
                .bind(key.source.as_str())
                .bind(key.id.as_str())
                .fetch_optional(c)
                .await
        })?)
    }

    /// Keeps a record as its source gives it now.
    pub async fn put_base(
        &mut self,
        key: &ExternalId,
        hash: &str,
        record: &str,
    ) -> Result<(), StoreError> {
        self.moved.places();
        on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_BASE)
                .bind(key.source.as_str())
                .bind(key.id.as_str())
                .bind(hash)
                .bind(record)
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Notes that a record is given again; `false` when it never ceased to be. Who calls says why in the journal.
    pub async fn give_again(&mut self, key: &ExternalId) -> Result<bool, StoreError> {
        let rows = on!(&mut self.tx, c => {
            sqlx::query(sql::GIVE_AGAIN)
                .bind(key.source.as_str())
                .bind(key.id.as_str())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if rows > 0 {
            self.moved.places();
        }
        Ok(rows > 0)
    }

    /// Notes that a source gives a record no more, and why that is known.
    pub async fn mark_gone(
        &mut self,
        key: &ExternalId,
        now: DateTime<Utc>,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        self.moved.places();
        on!(&mut self.tx, c => {
            sqlx::query(sql::MARK_GONE)
                .bind(key.source.as_str())
                .bind(key.id.as_str())
                .bind(now.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        journal::append(&mut self.tx, entry).await
    }
}
