//! Pairs of places as rows: one row a pair, waiting or decided. The statement itself refuses that a machine changes
//! what a person decided.

use portulan_model::PlaceId;
use portulan_model::journal::Entry;
use portulan_model::links::{Link, PairKey};
use portulan_policy::Capability;
use portulan_policy::actions::ReviewLinks;

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sources::{json, parsed};
use crate::{Write, journal, sql};

impl Store {
    /// Opens a write of decisions.
    pub async fn begin_review(&self, _may: &Capability<ReviewLinks>) -> Result<Write, StoreError> {
        self.open_write().await
    }

    /// What is known of a pair.
    pub async fn link(
        &self,
        _may: &Capability<ReviewLinks>,
        pair: PairKey,
    ) -> Result<Option<Link>, StoreError> {
        find(&mut self.read().await?, pair).await
    }

    /// Pairs that wait for a person, the most useful first.
    pub async fn waiting_links(
        &self,
        _may: &Capability<ReviewLinks>,
    ) -> Result<Vec<Link>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::LINKS_OF_STANDING)
                .bind(Link::WAITING)
                .fetch_all(c)
                .await
        })?;
        rows.iter().map(|text| parsed("link", text)).collect()
    }

    /// Pairs that were decided, and those that only a person may decide.
    pub async fn decided_links(
        &self,
        _may: &Capability<ReviewLinks>,
    ) -> Result<Vec<Link>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => sqlx::query_scalar::<_, String>(sql::DECIDED_LINKS).fetch_all(c).await)?;
        rows.iter().map(|text| parsed("link", text)).collect()
    }
}

async fn find(tx: &mut Tx, pair: PairKey) -> Result<Option<Link>, StoreError> {
    let row = on!(tx, c => {
        sqlx::query_scalar::<_, String>(sql::LINK_OF_PAIR)
            .bind(pair.a().to_string())
            .bind(pair.b().to_string())
            .fetch_optional(c)
            .await
    })?;
    row.map(|text| parsed("link", &text)).transpose()
}

impl Write {
    /// What is known of a pair.
    pub async fn link(&mut self, pair: PairKey) -> Result<Option<Link>, StoreError> {
        find(&mut self.tx, pair).await
    }

    /// What is known of the pairs of a place.
    pub async fn links_of(&mut self, place: PlaceId) -> Result<Vec<Link>, StoreError> {
        let rows = on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, String>(sql::LINKS_OF_PLACE)
                .bind(place.to_string())
                .fetch_all(c)
                .await
        })?;
        rows.iter().map(|text| parsed("link", text)).collect()
    }

    /// Keeps what is known of a pair. `false`, and nothing written, when a person decided it and this is a machine.
    pub async fn put_link(&mut self, link: &Link, entry: &Entry) -> Result<bool, StoreError> {
        let detail = json("link", &link.pair.a(), link)?;
        let commune =
            |code: Option<portulan_model::CommuneCode>| code.map(|code| code.as_str().to_owned());
        let rows = on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_LINK_OF_PAIR)
                .bind(link.pair.a().to_string())
                .bind(link.pair.b().to_string())
                .bind(link.standing())
                .bind(i64::from(link.is_of_people()))
                .bind(i64::from(link.usefulness))
                .bind(commune(link.communes.0))
                .bind(commune(link.communes.1))
                .bind(detail)
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if rows > 0 {
            journal::append(&mut self.tx, entry).await?;
        }
        Ok(rows > 0)
    }

    /// Forgets a pair that waits and is no longer in doubt; whatever a person said stays.
    pub async fn forget_waiting(&mut self, pair: PairKey) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::FORGET_WAITING)
                .bind(pair.a().to_string())
                .bind(pair.b().to_string())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }
}
