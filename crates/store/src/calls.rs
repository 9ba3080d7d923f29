//! Calls that nobody answered: how many, and when last.

use chrono::{DateTime, Utc};
use portulan_model::PlaceId;
use portulan_model::journal::Entry;
use portulan_policy::Capability;
use portulan_policy::actions::{EditPlace, RunCampaign};

use crate::db::{Store, on};
use crate::error::StoreError;
use crate::{journal, sql};

/// A place that was called and did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unanswered {
    /// Which.
    pub place: PlaceId,
    /// How many times.
    pub calls: u32,
    /// When last.
    pub at: DateTime<Utc>,
}

impl Store {
    /// The places that did not answer.
    pub async fn unanswered_calls(
        &self,
        _may: &Capability<RunCampaign>,
    ) -> Result<Vec<Unanswered>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, i64, i64)>(sql::UNANSWERED).fetch_all(c).await
        })?;
        rows.into_iter().map(unanswered).collect()
    }

    /// Counts a call that nobody answered; `false` when the last one came after an instant: it was sent twice.
    pub async fn count_unanswered(
        &self,
        _may: &Capability<EditPlace>,
        place: PlaceId,
        (now, unless_after): (DateTime<Utc>, DateTime<Utc>),
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        let mut write = self.open_write().await?;
        let rows = on!(&mut write.tx, c => {
            sqlx::query(sql::COUNT_UNANSWERED)
                .bind(place.to_string())
                .bind(now.timestamp_millis())
                .bind(unless_after.timestamp_millis())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if rows == 0 {
            return Ok(false);
        }
        journal::append(&mut write.tx, entry).await?;
        write.commit().await?;
        Ok(true)
    }

    /// Forgets the calls that a place did not answer: it has.
    pub async fn forget_unanswered(
        &self,
        _may: &Capability<EditPlace>,
        place: PlaceId,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        on!(&mut tx, c => {
            sqlx::query(sql::FORGET_UNANSWERED).bind(place.to_string()).execute(c).await.map(drop)
        })?;
        tx.commit().await
    }
}

fn unanswered((place, calls, at): (String, i64, i64)) -> Result<Unanswered, StoreError> {
    let corrupt =
        |error: &dyn ToString| StoreError::corrupt("unanswered_call", &place, &error.to_string());
    Ok(Unanswered {
        place: place.parse().map_err(|error| corrupt(&error))?,
        calls: u32::try_from(calls).unwrap_or(u32::MAX),
        at: DateTime::from_timestamp_millis(at).ok_or_else(|| corrupt(&"at"))?,
    })
}
