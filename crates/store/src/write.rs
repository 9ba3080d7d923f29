//! A write: rows and their journal lines in one transaction, which moves the revision by one when anything changed.

use std::collections::HashMap;

use portulan_model::journal::Entry;
use portulan_model::{ExternalId, Place, Revision, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::{ImportPlaces, ImportReference};

use crate::db::{Store, Turn, Tx, on};
use crate::error::StoreError;
use crate::{journal, places, sql};

/// What a write moved: of the picture in memory, the other parts are kept as they are.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Moved {
    /// Anything that the picture holds.
    anything: bool,
    /// Places, what is said and shown of them, and the reference that they lie on.
    places: bool,
    /// Governance.
    governance: bool,
}

impl Moved {
    pub(crate) const fn anything(&mut self) {
        self.anything = true;
    }

    pub(crate) const fn places(&mut self) {
        self.places = true;
        self.anything = true;
    }

    pub(crate) const fn governance(&mut self) {
        self.governance = true;
        self.anything = true;
    }
}

/// An open write. Dropped without [`Write::commit`], nothing has happened.
pub struct Write {
    pub(crate) tx: Tx,
    pub(crate) moved: Moved,
    /// Given up after the transaction.
    _turn: Turn,
}

impl Store {
    /// Opens a write of places.
    pub async fn begin(&self, _may: &Capability<ImportPlaces>) -> Result<Write, StoreError> {
        self.open_write().await
    }

    pub(crate) async fn open_write(&self) -> Result<Write, StoreError> {
        let (tx, turn) = self.write_in_turn().await?;
        Ok(Write {
            tx,
            moved: Moved::default(),
            _turn: turn,
        })
    }

    /// Puts a reference layer in the place of the one of the same name.
    pub async fn put_layer(
        &self,
        _may: &Capability<ImportReference>,
        slug: &str,
        records: usize,
        content: &[u8],
        entry: &Entry,
    ) -> Result<Revision, StoreError> {
        let mut write = Write {
            tx: self.write().await?,
            moved: Moved::default(),
            _turn: None,
        };
        write.moved.places();
        let records = i64::try_from(records).unwrap_or(i64::MAX);
        on!(&mut write.tx, c => {
            sqlx::query(sql::PUT_LAYER).bind(slug).bind(records).bind(content).execute(c).await.map(drop)
        })?;
        journal::append(&mut write.tx, entry).await?;
        write.commit().await
    }
}

impl Write {
    /// The places already known under these ids.
    pub async fn find_many(
        &mut self,
        keys: &[ExternalId],
    ) -> Result<HashMap<ExternalId, Place>, StoreError> {
        let mut found = HashMap::with_capacity(keys.len());
        for key in keys {
            if let Some(place) = places::by_external(&mut self.tx, key).await? {
                found.insert(key.clone(), place);
            }
        }
        Ok(found)
    }

    /// Whether a place bears this slug.
    pub async fn slug_taken(&mut self, slug: &Slug) -> Result<bool, StoreError> {
        let count = on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, i64>(sql::SLUG_TAKEN).bind(slug.as_str()).fetch_one(c).await
        })?;
        Ok(count > 0)
    }

    /// Adds a place, and why.
    pub async fn insert(&mut self, place: &Place, entry: &Entry) -> Result<(), StoreError> {
        let record = places::record_text(&place.record)?;
        let external = &place.record.external;
        on!(&mut self.tx, c => {
            sqlx::query(sql::INSERT_PLACE)
                .bind(place.id.to_string())
                .bind(place.slug.as_str())
                .bind(external.source.as_str())
                .bind(external.id.as_str())
                .bind(record)
                .execute(c)
                .await
                .map(drop)
        })?;
        self.moved.places();
        journal::append(&mut self.tx, entry).await
    }

    /// Changes what is known of a place, and why; a place that is not there leaves no line in the journal.
    pub async fn update(&mut self, place: &Place, entry: &Entry) -> Result<(), StoreError> {
        let record = places::record_text(&place.record)?;
        let rows = on!(&mut self.tx, c => {
            sqlx::query(sql::UPDATE_PLACE)
                .bind(place.id.to_string())
                .bind(record)
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if rows == 0 {
            return Err(StoreError::NoPlace(place.id));
        }
        self.moved.places();
        journal::append(&mut self.tx, entry).await
    }

    /// Makes it so. The revision moves only when something changed; those of places and of governance only when they did.
    pub async fn commit(mut self) -> Result<Revision, StoreError> {
        let parts = [
            (self.moved.places, sql::MOVE_PLACES),
            (self.moved.governance, sql::MOVE_GOVERNANCE),
        ];
        for (_, statement) in parts.into_iter().filter(|(moved, _)| *moved) {
            on!(&mut self.tx, c => sqlx::query(statement).execute(c).await.map(drop))?;
        }
        let statement = if self.moved.anything {
            sql::MOVE_REVISION
        } else {
            sql::REVISION
        };
        let value =
            on!(&mut self.tx, c => sqlx::query_scalar::<_, i64>(statement).fetch_one(c).await)?;
        self.tx.commit().await?;
        Ok(Revision(value))
    }
}
