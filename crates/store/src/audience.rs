//! How often pages were looked at: counts by day, rolled into months when they are old.
//!
//! Nobody is named, so that nobody's right is asked to count. Counts of one place are for those who answer for it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use portulan_model::{Month, PlaceId, Viewed};
use portulan_policy::Capability;
use portulan_policy::actions::{EditPlace, RunCampaign};

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sql;

/// How often something was looked at on a day.
pub type Count = ((NaiveDate, Viewed), u64);

/// How often pages of a kind were looked at in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthOf {
    /// The month.
    pub month: Month,
    /// The word of the kind.
    pub kind: String,
    /// How often.
    pub views: u64,
}

impl Store {
    /// Adds counts to those that are kept, all or none.
    pub async fn count_views(&self, counts: &[Count]) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        for ((day, viewed), views) in counts {
            on!(&mut tx, c => {
                sqlx::query(sql::COUNT_VIEWS)
                    .bind(day.to_string())
                    .bind(viewed.kind())
                    .bind(viewed.object())
                    .bind(i64::try_from(*views).unwrap_or(i64::MAX))
                    .execute(c)
                    .await
                    .map(drop)
            })?;
        }
        tx.commit().await
    }

    /// Rolls the days before one into their months.
    pub async fn roll_views(&self, before: NaiveDate) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        for statement in [sql::ROLL_DAYS, sql::FORGET_ROLLED_DAYS] {
            on!(&mut tx, c => {
                sqlx::query(statement).bind(before.to_string()).execute(c).await.map(drop)
            })?;
        }
        tx.commit().await
    }

    /// Counts by month and kind, from a month on.
    pub async fn views_by_month(&self, from: Month) -> Result<Vec<MonthOf>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String, i64)>(sql::VIEWS_BY_MONTH)
                .bind(from.to_string())
                .fetch_all(c)
                .await
        })?;
        rows.into_iter().map(month_of).collect()
    }

    /// Needs and communes that were asked for since a day.
    pub async fn asked_for(&self, since: NaiveDate) -> Result<Vec<(Viewed, u64)>, StoreError> {
        let kinds = (Viewed::NEED, Viewed::COMMUNE);
        by_object(&mut self.read().await?, kinds, since).await
    }

    /// How often the page and the sheet of each place were looked at since a day.
    pub async fn views_of_places(
        &self,
        _may: &Capability<RunCampaign>,
        since: NaiveDate,
    ) -> Result<BTreeMap<PlaceId, u64>, StoreError> {
        let kinds = (Viewed::PLACE, Viewed::SHEET);
        let mut places = BTreeMap::new();
        for (viewed, views) in by_object(&mut self.read().await?, kinds, since).await? {
            if let Viewed::Place(id) | Viewed::Sheet(id) = viewed {
                *places.entry(id).or_default() += views;
            }
        }
        Ok(places)
    }

    /// How often the page and the sheet of one place were looked at, by month.
    pub async fn views_of_place(
        &self,
        _may: &Capability<EditPlace>,
        place: PlaceId,
        from: Month,
    ) -> Result<Vec<MonthOf>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String, i64)>(sql::VIEWS_OF_OBJECT)
                .bind(place.to_string())
                .bind(from.to_string())
                .fetch_all(c)
                .await
        })?;
        rows.into_iter().map(month_of).collect()
    }
}

async fn by_object(
    tx: &mut Tx,
    (one, other): (&str, &str),
    since: NaiveDate,
) -> Result<Vec<(Viewed, u64)>, StoreError> {
    let rows = on!(tx, c => {
        sqlx::query_as::<_, (String, String, i64)>(sql::VIEWS_BY_OBJECT)
            .bind(one)
            .bind(other)
            .bind(since.to_string())
            .fetch_all(c)
            .await
    })?;
    let read = |(kind, object, views): (String, String, i64)| {
        let viewed = Viewed::read(&kind, &object);
        let viewed = viewed.map_err(|error| StoreError::corrupt("audience", &object, &error))?;
        Ok((viewed, u64::try_from(views).unwrap_or_default()))
    };
    rows.into_iter().map(read).collect()
}

fn month_of((month, kind, views): (String, String, i64)) -> Result<MonthOf, StoreError> {
    let corrupt = |error| StoreError::corrupt("audience", &month, &error);
    Ok(MonthOf {
        month: month.parse().map_err(corrupt)?,
        kind,
        views: u64::try_from(views).unwrap_or_default(),
    })
}
