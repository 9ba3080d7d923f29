//! What happens to sessions on one day, and how many people could not be helped.

use chrono::{DateTime, NaiveDate, ParseError, Utc};
use portulan_model::journal::Entry;
use portulan_model::lists::ClosedList as _;
use portulan_model::notices::NotADayKind;
use portulan_model::{DayNotice, IdError, PlaceId, Revision, Service};
use portulan_policy::Capability;
use portulan_policy::actions::EditPlace;

use crate::db::{Store, on};
use crate::error::StoreError;
use crate::{journal, sql};

type Row = (String, String, String, String, Option<String>, i64);

impl Store {
    /// All notices that are kept: whether one is over is for the reader to see.
    pub async fn day_notices(&self) -> Result<Vec<DayNotice>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, Row>(sql::DAY_NOTICES).fetch_all(c).await
        })?;
        rows.into_iter().map(notice).collect()
    }

    /// Says something of a session on a day, in the place of what was said before; forgets notices that were over at an
    /// instant.
    pub async fn put_day_notice(
        &self,
        _may: &Capability<EditPlace>,
        notice: &DayNotice,
        now: DateTime<Utc>,
        entry: &Entry,
    ) -> Result<Revision, StoreError> {
        let mut write = self.open_write().await?;
        on!(&mut write.tx, c => {
            sqlx::query(sql::FORGET_OVER_NOTICES).bind(now.timestamp_millis()).execute(c).await.map(drop)
        })?;
        on!(&mut write.tx, c => {
            sqlx::query(sql::PUT_DAY_NOTICE)
                .bind(notice.place.to_string())
                .bind(&notice.session)
                .bind(notice.day.to_string())
                .bind(notice.kind.slug())
                .bind(notice.words.as_deref())
                .bind(notice.until.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        journal::append(&mut write.tx, entry).await?;
        write.moved.places();
        write.commit().await
    }

    /// Takes back what was said of a session on a day; `false` when nothing was.
    pub async fn remove_day_notice(
        &self,
        _may: &Capability<EditPlace>,
        (place, session, day): (PlaceId, &str, NaiveDate),
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        let mut write = self.open_write().await?;
        let rows = on!(&mut write.tx, c => {
            sqlx::query(sql::REMOVE_DAY_NOTICE)
                .bind(place.to_string())
                .bind(session)
                .bind(day.to_string())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if rows == 0 {
            return Ok(false);
        }
        journal::append(&mut write.tx, entry).await?;
        write.moved.places();
        write.commit().await?;
        Ok(true)
    }

    /// Counts people who could not be helped; less than nobody is nobody. Gives the new count.
    pub async fn count_turned_away(
        &self,
        _may: &Capability<EditPlace>,
        (place, day): (PlaceId, NaiveDate),
        need: Service,
        more: i64,
    ) -> Result<i64, StoreError> {
        let mut tx = self.write().await?;
        let count = on!(&mut tx, c => {
            sqlx::query_scalar::<_, i64>(sql::COUNT_TURNED_AWAY)
                .bind(place.to_string())
                .bind(day.to_string())
                .bind(need.slug())
                .bind(more)
                .fetch_one(c)
                .await
        })?;
        tx.commit().await?;
        Ok(count)
    }

    /// How many people a place could not help on a day, by need.
    pub async fn turned_away(
        &self,
        _may: &Capability<EditPlace>,
        place: PlaceId,
        day: NaiveDate,
    ) -> Result<Vec<(Service, i64)>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, i64)>(sql::TURNED_AWAY)
                .bind(place.to_string())
                .bind(day.to_string())
                .fetch_all(c)
                .await
        })?;
        let corrupt = |error| StoreError::corrupt("turned_away", &place, &error);
        let read =
            |(need, count): (String, i64)| Ok((Service::from_slug(&need).map_err(corrupt)?, count));
        rows.into_iter().map(read).collect()
    }
}

fn notice((place, session, day, kind, words, until): Row) -> Result<DayNotice, StoreError> {
    let corrupt = |reason: String| StoreError::corrupt("day_notice", &place, &reason);
    let until = DateTime::from_timestamp_millis(until);
    Ok(DayNotice {
        place: place
            .parse()
            .map_err(|error: IdError| corrupt(error.to_string()))?,
        day: day
            .parse()
            .map_err(|error: ParseError| corrupt(error.to_string()))?,
        kind: kind
            .parse()
            .map_err(|error: NotADayKind| corrupt(error.to_string()))?,
        until: until.ok_or_else(|| corrupt("until".to_owned()))?,
        session,
        words,
    })
}
