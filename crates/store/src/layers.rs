//! Reference layers, kept as the bytes that `geo` writes and reads.

use crate::db::{Store, on};
use crate::error::StoreError;
use crate::sql;

/// A layer as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLayer {
    /// Its name.
    pub slug: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Store {
    /// All layers, by name.
    pub async fn layers(&self) -> Result<Vec<StoredLayer>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => sqlx::query_as::<_, (String, Vec<u8>)>(sql::LAYERS).fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(slug, bytes)| StoredLayer { slug, bytes })
            .collect())
    }
}
