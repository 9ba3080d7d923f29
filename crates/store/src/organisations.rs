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

    /// Changes an organisation.
    pub async fn change_organisation(
        &self,
        _may: &Capability<EditOrganisation>,
        organisation: &Organisation,
        entry: &Entry,
    ) -> Result<Revision, StoreError> {
        let record = json("organisation", &organisation.slug, organisation)?;
        let mut write = self.open_write().await?;
        on!(&mut write.tx, c => {
            sqlx::query(sql::CHANGE_ORGANISATION)
                .bind(organisation.slug.as_str())
                .bind(record)
                .execute(c)
                .await
                .map(drop)
        })?;
        finish(write, entry).await
    }

    /// Says that a place is an organisation's, or is not.
    pub async fn set_organisation_place(
        &self,
        _may: &Capability<ManageOrganisations>,
        organisation: &Slug,
        place: PlaceId,
        theirs: bool,
        entry: &Entry,
    ) -> Result<Revision, StoreError> {
        let statement = if theirs {
            sql::ADD_ORGANISATION_PLACE
        } else {
            sql::REMOVE_ORGANISATION_PLACE
        };
        let mut write = self.open_write().await?;
        on!(&mut write.tx, c => {
            sqlx::query(statement)
                .bind(organisation.as_str())
                .bind(place.to_string())
                .execute(c)
                .await
                .map(drop)
        })?;
        finish(write, entry).await
    }
}

async fn finish(mut write: Write, entry: &Entry) -> Result<Revision, StoreError> {
    journal::append(&mut write.tx, entry).await?;
    write.changed = true;
    write.commit().await
}
