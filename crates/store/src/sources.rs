//! Sources as rows: settings in one JSON text, and beside them what was read last.

use std::collections::HashMap;

use portulan_model::Slug;
use portulan_model::harvest::{KnownSource, Percent, Source};
use portulan_model::journal::Entry;
use portulan_policy::Capability;
use portulan_policy::actions::{ManageSources, ReadHarvest};

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::{Write, journal, sql};

type Row = (String, Option<String>, Option<String>, Option<String>);

impl Store {
    /// All sources, by their slug.
    pub async fn sources(
        &self,
        _may: &Capability<ReadHarvest>,
    ) -> Result<Vec<KnownSource>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => sqlx::query_as::<_, Row>(sql::SOURCES).fetch_all(c).await)?;
        rows.into_iter().map(known).collect()
    }

    /// One source.
    pub async fn source(
        &self,
        _may: &Capability<ReadHarvest>,
        slug: &Slug,
    ) -> Result<Option<KnownSource>, StoreError> {
        find(&mut self.read().await?, slug).await
    }

    /// Adds a source, or changes its settings. With other settings the same file may give other places: what the server
    /// said of it is forgotten, so that the file is asked for whole.
    pub async fn put_source(
        &self,
        _may: &Capability<ManageSources>,
        source: &Source,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        let settings = json("source", &source.slug, source)?;
        let mut tx = self.write().await?;
        on!(&mut tx, c => {
            sqlx::query(sql::PUT_SOURCE).bind(source.slug.as_str()).bind(settings).execute(c).await.map(drop)
        })?;
        journal::append(&mut tx, entry).await?;
        tx.commit().await
    }

    /// Forgets a source. Its places and its runs stay; `false` when there is no such source.
    pub async fn remove_source(
        &self,
        _may: &Capability<ManageSources>,
        slug: &Slug,
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query(sql::REMOVE_SOURCE)
                .bind(slug.as_str())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if rows == 0 {
            return Ok(false);
        }
        journal::append(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(true)
    }
}

impl Write {
    /// One source, as it stands in this write.
    pub async fn source(&mut self, slug: &Slug) -> Result<Option<KnownSource>, StoreError> {
        find(&mut self.tx, slug).await
    }

    /// How far each source is trusted.
    pub async fn trusts(&mut self) -> Result<HashMap<Slug, Percent>, StoreError> {
        let rows =
            on!(&mut self.tx, c => sqlx::query_as::<_, Row>(sql::SOURCES).fetch_all(c).await)?;
        rows.into_iter()
            .map(|row| known(row).map(|known| (known.source.slug, known.source.trust)))
            .collect()
    }

    /// Remembers the file that was taken in under these settings. When they are others by now, what the server said of
    /// the file is not kept, so that the file is asked for whole.
    pub async fn source_was_read(
        &mut self,
        source: &Source,
        etag: Option<&str>,
        file: Option<&str>,
    ) -> Result<(), StoreError> {
        let settings = json("source", &source.slug, source)?;
        on!(&mut self.tx, c => {
            sqlx::query(sql::READ_SOURCE)
                .bind(source.slug.as_str())
                .bind(settings)
                .bind(etag)
                .bind(file)
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }
}

async fn find(tx: &mut Tx, slug: &Slug) -> Result<Option<KnownSource>, StoreError> {
    let row = on!(tx, c => {
        sqlx::query_as::<_, Row>(sql::SOURCE_BY_SLUG).bind(slug.as_str()).fetch_optional(c).await
    })?;
    row.map(known).transpose()
}

fn known((settings, etag, last_file, last_run): Row) -> Result<KnownSource, StoreError> {
    let source: Source = parsed("source", &settings)?;
    let last_run = last_run
        .map(|id| {
            id.parse()
                .map_err(|error| StoreError::corrupt("source", &source.slug, &error))
        })
        .transpose()?;
    Ok(KnownSource {
        source,
        etag,
        last_file,
        last_run,
    })
}

pub(crate) fn json(
    table: &'static str,
    key: &impl ToString,
    value: &impl serde::Serialize,
) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::corrupt(table, key, &error))
}

pub(crate) fn parsed<T: serde::de::DeserializeOwned>(
    table: &'static str,
    text: &str,
) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::corrupt(table, &"?", &error))
}
