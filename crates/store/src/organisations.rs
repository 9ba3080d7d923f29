//! Organisations, and which places are theirs. Both are public: a change moves the revision.

use portulan_model::journal::Entry;
use portulan_model::people::Organisation;
use portulan_model::{IdError, PlaceId, Revision, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::{EditOrganisation, ManageOrganisations};

use crate::db::{Store, on};
use crate::error::StoreError;
use crate::sources::{json, parsed};
use crate::write::Write;
use crate::{journal, sql};

impl Store {
    /// All organisations, by their slug.
    pub async fn organisations(&self) -> Result<Vec<Organisation>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::ORGANISATIONS).fetch_all(c).await
        })?;
        rows.iter()
            .map(|record| parsed("organisation", record))
            .collect()
    }

    /// Which places are whose.
    pub async fn organisation_places(&self) -> Result<Vec<(Slug, PlaceId)>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String)>(sql::ORGANISATION_PLACES).fetch_all(c).await
        })?;
        let corrupt = |error| StoreError::corrupt("organisation_place", &"a row", &error);
        rows.iter()
            .map(|(slug, place)| Ok((slug.parse()?, place.parse()?)))
            .collect::<Result<_, IdError>>()
            .map_err(corrupt)
    }

    /// Adds an organisation; `None` when its slug is taken.
    pub async fn add_organisation(
        &self,
        _may: &Capability<ManageOrganisations>,
        organisation: &Organisation,
        entry: &Entry,
    ) -> Result<Option<Revision>, StoreError> {
        let record = json("organisation", &organisation.slug, organisation)?;
        let mut write = self.open_write().await?;
        let added = on!(&mut write.tx, c => {
            sqlx::query(sql::ADD_ORGANISATION)
                .bind(organisation.slug.as_str())
                .bind(record)
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if added == 0 {
            return Ok(None);
        }
        finish(write, entry).await.map(Some)
    }

    /// Opens a write of an organisation.
    pub async fn begin_organisation(
        &self,
        _may: &Capability<EditOrganisation>,
    ) -> Result<Write, StoreError> {
        self.open_write().await
    }

    /// Says that places are an organisation's, or are not.
    pub async fn set_organisation_places(
        &self,
        _may: &Capability<ManageOrganisations>,
        organisation: &Slug,
        places: &[PlaceId],
        theirs: bool,
        entry: &Entry,
    ) -> Result<Revision, StoreError> {
        let statement = if theirs {
            sql::ADD_ORGANISATION_PLACE
        } else {
            sql::REMOVE_ORGANISATION_PLACE
        };
        let mut write = self.open_write().await?;
        for place in places {
            on!(&mut write.tx, c => {
                sqlx::query(statement)
                    .bind(organisation.as_str())
                    .bind(place.to_string())
                    .execute(c)
                    .await
                    .map(drop)
            })?;
        }
        finish(write, entry).await
    }
}

impl Write {
    /// One organisation.
    pub async fn organisation(&mut self, slug: &Slug) -> Result<Option<Organisation>, StoreError> {
        let record = on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, String>(sql::ORGANISATION)
                .bind(slug.as_str())
                .fetch_optional(c)
                .await
        })?;
        record
            .map(|record| parsed("organisation", &record))
            .transpose()
    }

    /// The organisation to which an address leads, as it is in this transaction: the one that bears it, or the one into which
    /// that one was merged.
    pub async fn led_organisation(
        &mut self,
        address: &Slug,
    ) -> Result<Option<Organisation>, StoreError> {
        if let Some(there) = self.organisation(address).await? {
            return Ok(Some(there));
        }
        let quoted = format!("%\"{address}\"%");
        let records = on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, String>(sql::ORGANISATIONS_NAMING).bind(quoted).fetch_all(c).await
        })?;
        for record in &records {
            let one: Organisation = parsed("organisation", record)?;
            if one.former.contains(address) {
                return Ok(Some(one));
            }
        }
        Ok(None)
    }

    /// Changes an organisation, and says why.
    pub async fn put_organisation(
        &mut self,
        organisation: &Organisation,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        let record = json("organisation", &organisation.slug, organisation)?;
        on!(&mut self.tx, c => {
            sqlx::query(sql::CHANGE_ORGANISATION)
                .bind(organisation.slug.as_str())
                .bind(record)
                .execute(c)
                .await
                .map(drop)
        })?;
        self.moved.anything();
        journal::append(&mut self.tx, entry).await
    }
}

async fn finish(mut write: Write, entry: &Entry) -> Result<Revision, StoreError> {
    journal::append(&mut write.tx, entry).await?;
    write.moved.anything();
    write.commit().await
}
