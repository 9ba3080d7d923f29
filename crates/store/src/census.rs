//! Censuses as rows: one a census, one a commune that is asked. Contacts and what is typed have columns of their own.

use chrono::{DateTime, Utc};
use portulan_model::census::{Census, Response, Town};
use portulan_model::journal::Entry;
use portulan_model::{CensusId, CommuneCode};
use portulan_policy::Capability;
use portulan_policy::actions::RunCampaign;

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sources::{json, parsed};
use crate::{Write, journal, sql};

/// Contact, what is typed, and the rest.
type Row = (Option<String>, Option<String>, String);

/// A census by its id, and how many of its communes are in a state, by its word.
pub type CountedState = (String, String, u64);

impl Store {
    /// Opens a write of a census.
    pub async fn begin_census(&self, _may: &Capability<RunCampaign>) -> Result<Write, StoreError> {
        self.open_write().await
    }

    /// All censuses, the newest first.
    pub async fn censuses(
        &self,
        _may: &Capability<RunCampaign>,
    ) -> Result<Vec<Census>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::CENSUSES).fetch_all(c).await
        })?;
        rows.iter().map(|text| parsed("census", text)).collect()
    }

    /// How many communes of each census are in each state.
    pub async fn census_states(
        &self,
        _may: &Capability<RunCampaign>,
    ) -> Result<Vec<CountedState>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String, i64)>(sql::CENSUS_STATES).fetch_all(c).await
        })?;
        let counted = |(census, state, n): (String, String, i64)| {
            (census, state, u64::try_from(n).unwrap_or_default())
        };
        Ok(rows.into_iter().map(counted).collect())
    }

    /// One census.
    pub async fn census(
        &self,
        _may: &Capability<RunCampaign>,
        id: CensusId,
    ) -> Result<Option<Census>, StoreError> {
        find(&mut self.read().await?, id).await
    }

    /// The communes of a census, by their codes.
    pub async fn census_towns(
        &self,
        _may: &Capability<RunCampaign>,
        id: CensusId,
    ) -> Result<Vec<Town>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, Row>(sql::CENSUS_COMMUNES).bind(id.to_string()).fetch_all(c).await
        })?;
        rows.into_iter().map(town).collect()
    }

    /// One commune of a census.
    pub async fn census_town(
        &self,
        _may: &Capability<RunCampaign>,
        id: CensusId,
        code: CommuneCode,
    ) -> Result<Option<Town>, StoreError> {
        find_town(&mut self.read().await?, id, code).await
    }

    /// The communes that were asked, have not answered and have a contact.
    pub async fn census_asked(
        &self,
        _may: &Capability<RunCampaign>,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let mut tx = self.read().await?;
        Ok(on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String)>(sql::CENSUS_ASKED).fetch_all(c).await
        })?)
    }
}

async fn find(tx: &mut Tx, id: CensusId) -> Result<Option<Census>, StoreError> {
    let row = on!(tx, c => {
        sqlx::query_scalar::<_, String>(sql::CENSUS).bind(id.to_string()).fetch_optional(c).await
    })?;
    row.map(|text| parsed("census", &text)).transpose()
}

async fn find_town(
    tx: &mut Tx,
    id: CensusId,
    code: CommuneCode,
) -> Result<Option<Town>, StoreError> {
    let row = on!(tx, c => {
        sqlx::query_as::<_, Row>(sql::CENSUS_COMMUNE)
            .bind(id.to_string())
            .bind(code.as_str())
            .fetch_optional(c)
            .await
    })?;
    row.map(town).transpose()
}

fn town((contact, response, detail): Row) -> Result<Town, StoreError> {
    let town: Town = parsed("census_commune", &detail)?;
    let response = response.map(|text| parsed::<Response>("census_commune", &text));
    Ok(Town {
        contact: contact.and_then(|text| text.parse().ok()),
        response: response.transpose()?.unwrap_or_default(),
        ..town
    })
}

impl Write {
    /// One census.
    pub async fn census(&mut self, id: CensusId) -> Result<Option<Census>, StoreError> {
        find(&mut self.tx, id).await
    }

    /// One commune of a census.
    pub async fn census_town(
        &mut self,
        id: CensusId,
        code: CommuneCode,
    ) -> Result<Option<Town>, StoreError> {
        find_town(&mut self.tx, id, code).await
    }

    /// Keeps a census, and why.
    pub async fn put_census(&mut self, census: &Census, entry: &Entry) -> Result<(), StoreError> {
        let detail = json("census", &census.id, census)?;
        on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_CENSUS)
                .bind(census.id.to_string())
                .bind(census.territory.to_string())
                .bind(census.target.to_string())
                .bind(census.created.timestamp_millis())
                .bind(detail)
                .execute(c)
                .await
                .map(drop)
        })?;
        journal::append(&mut self.tx, entry).await
    }

    /// Keeps a commune of a census as it is now; its contact and what is typed until an instant.
    pub async fn put_census_town(
        &mut self,
        town: &Town,
        forget: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let detail = json("census_commune", &town.code, town)?;
        let response = (!town.response.is_empty())
            .then(|| json("census_commune", &town.code, &town.response))
            .transpose()?;
        on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_CENSUS_COMMUNE)
                .bind(town.census.to_string())
                .bind(town.code.as_str())
                .bind(town.state.word())
                .bind(town.contact.as_ref().map(|email| email.as_str().to_owned()))
                .bind(response)
                .bind(forget.timestamp_millis())
                .bind(detail)
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Says in the journal what was done.
    pub async fn tell_census(&mut self, entry: &Entry) -> Result<(), StoreError> {
        journal::append(&mut self.tx, entry).await
    }
}
