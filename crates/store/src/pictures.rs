//! Pictures of places: what is said of them, and their bytes. Both are public: a change moves the revision.

use portulan_model::PlaceId;
use portulan_model::journal::Entry;
use portulan_model::pictures::{Picture, PictureHash};

use crate::db::{Store, on};
use crate::error::StoreError;
use crate::sources::{json, parsed};
use crate::write::Write;
use crate::{journal, sql};

/// The bytes of a picture, in its two sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureBytes {
    /// As it is shown alone.
    pub large: Vec<u8>,
    /// As it is shown on the page of its place.
    pub small: Vec<u8>,
}

/// Which of the two sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureSize {
    /// As it is shown alone.
    Large,
    /// As it is shown on the page of its place.
    Small,
}

impl Store {
    /// All pictures, without their bytes: those of a place in the order in which they came.
    pub async fn pictures(&self) -> Result<Vec<Picture>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::PICTURES).fetch_all(c).await
        })?;
        rows.iter()
            .map(|record| parsed("picture", record))
            .collect()
    }

    /// The bytes of a picture.
    pub async fn picture_bytes(
        &self,
        hash: &PictureHash,
        size: PictureSize,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let statement = match size {
            PictureSize::Large => sql::PICTURE_LARGE,
            PictureSize::Small => sql::PICTURE_SMALL,
        };
        let mut tx = self.read().await?;
        Ok(on!(&mut tx, c => {
            sqlx::query_scalar::<_, Vec<u8>>(statement)
                .bind(hash.as_str())
                .fetch_optional(c)
                .await
        })?)
    }
}

impl Write {
    /// The pictures that were given to a place itself.
    pub async fn pictures_of(&mut self, place: PlaceId) -> Result<Vec<Picture>, StoreError> {
        let rows = on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, String>(sql::PICTURES_OF)
                .bind(place.to_string())
                .fetch_all(c)
                .await
        })?;
        rows.iter()
            .map(|record| parsed("picture", record))
            .collect()
    }

    /// Gives a place a picture; of one that it has already, only what is said changes.
    pub async fn put_picture(
        &mut self,
        picture: &Picture,
        bytes: &PictureBytes,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        let record = json("picture", &picture.hash, picture)?;
        on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_PICTURE)
                .bind(picture.place.to_string())
                .bind(picture.hash.as_str())
                .bind(record)
                .bind(picture.added.timestamp_millis())
                .bind(&bytes.large)
                .bind(&bytes.small)
                .execute(c)
                .await
                .map(drop)
        })?;
        self.moved.places();
        journal::append(&mut self.tx, entry).await
    }

    /// Takes a picture away from a place, its bytes too.
    pub async fn remove_picture(
        &mut self,
        place: PlaceId,
        hash: &PictureHash,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::REMOVE_PICTURE)
                .bind(place.to_string())
                .bind(hash.as_str())
                .execute(c)
                .await
                .map(drop)
        })?;
        self.moved.places();
        journal::append(&mut self.tx, entry).await
    }
}
