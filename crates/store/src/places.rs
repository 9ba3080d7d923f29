//! Places as rows: the identity in columns, what is known in one JSON text.

use portulan_model::{ExternalId, Place, PlaceId, PlaceRecord, Slug};

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sql;

pub(crate) type PlaceRow = (String, String, String);

impl Store {
    /// Every place, by age.
    pub async fn places(&self) -> Result<Vec<Place>, StoreError> {
        let mut tx = self.read().await?;
        let rows =
            on!(&mut tx, c => sqlx::query_as::<_, PlaceRow>(sql::PLACES).fetch_all(c).await)?;
        rows.into_iter().map(place).collect()
    }
}

/// The place of a source's id.
pub(crate) async fn by_external(
    tx: &mut Tx,
    key: &ExternalId,
) -> Result<Option<Place>, StoreError> {
    let row = on!(tx, c => {
        sqlx::query_as::<_, PlaceRow>(sql::PLACE_BY_EXTERNAL)
            .bind(key.source.as_str())
            .bind(key.id.as_str())
            .fetch_optional(c)
            .await
    })?;
    row.map(place).transpose()
}

/// The place of an id or of a slug.
pub(crate) async fn by_key(
    tx: &mut Tx,
    statement: &'static str,
    key: &str,
) -> Result<Option<Place>, StoreError> {
    let row = on!(tx, c => {
        sqlx::query_as::<_, PlaceRow>(statement).bind(key).fetch_optional(c).await
    })?;
    row.map(place).transpose()
}

pub(crate) fn record_text(record: &PlaceRecord) -> Result<String, StoreError> {
    serde_json::to_string(record)
        .map_err(|error| StoreError::corrupt("place", &record.name, &error))
}

fn place((id, slug, record): PlaceRow) -> Result<Place, StoreError> {
    let corrupt = |reason: String| StoreError::corrupt("place", &id, &reason);
    Ok(Place {
        id: id
            .parse::<PlaceId>()
            .map_err(|error| corrupt(error.to_string()))?,
        slug: slug
            .parse::<Slug>()
            .map_err(|error| corrupt(error.to_string()))?,
        record: serde_json::from_str(&record).map_err(|error| corrupt(error.to_string()))?,
    })
}
