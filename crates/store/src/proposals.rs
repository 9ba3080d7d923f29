//! Proposals as rows: what is asked often in columns, all of it in one JSON text. Links are known by their hash.

use chrono::{DateTime, Utc};
use portulan_model::journal::Entry;
use portulan_model::proposals::Proposal;
use portulan_model::{PlaceId, ProposalId};
use portulan_policy::Capability;
use portulan_policy::actions::{Instruct, Propose, PublishPlace};

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::operator::hex;
use crate::sources::{json, parsed};
use crate::{Write, journal, sql};

/// SHA-256 of a secret.
type Hash = [u8; 32];

impl Store {
    /// Opens a write of what somebody proposes.
    pub async fn begin_proposal(&self, _may: &Capability<Propose>) -> Result<Write, StoreError> {
        self.open_write().await
    }

    /// Opens a write of what is answered.
    pub async fn begin_instruction(
        &self,
        _may: &Capability<Instruct>,
    ) -> Result<Write, StoreError> {
        self.open_write().await
    }

    /// Opens a write of a place that somebody proposed.
    pub async fn begin_publication(
        &self,
        _may: &Capability<PublishPlace>,
    ) -> Result<Write, StoreError> {
        self.open_write().await
    }

    /// The proposals that are not decided, and those decided since an instant, the oldest first.
    pub async fn proposals(
        &self,
        _may: &Capability<Instruct>,
        decided_since: DateTime<Utc>,
    ) -> Result<Vec<Proposal>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::PROPOSALS)
                .bind(decided_since.timestamp_millis())
                .fetch_all(c)
                .await
        })?;
        rows.iter().map(|text| parsed("proposal", text)).collect()
    }

    /// One proposal.
    pub async fn proposal(
        &self,
        _may: &Capability<Instruct>,
        id: ProposalId,
    ) -> Result<Option<Proposal>, StoreError> {
        find(&mut self.read().await?, id).await
    }

    /// The roles that somebody holds at an instant, each with its node.
    pub async fn roles_held(
        &self,
        _may: &Capability<Instruct>,
        now: DateTime<Utc>,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let mut tx = self.read().await?;
        Ok(on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String)>(sql::ROLES_HELD)
                .bind(now.timestamp_millis())
                .fetch_all(c)
                .await
        })?)
    }

    /// The proposal of a link that serves still, and whether the link opens it.
    pub async fn proposal_of_link(
        &self,
        _may: &Capability<Propose>,
        link: &Hash,
        now: DateTime<Utc>,
    ) -> Result<Option<(Proposal, bool)>, StoreError> {
        of_link(&mut self.read().await?, link, now).await
    }
}

async fn find(tx: &mut Tx, id: ProposalId) -> Result<Option<Proposal>, StoreError> {
    let row = on!(tx, c => {
        sqlx::query_scalar::<_, String>(sql::PROPOSAL).bind(id.to_string()).fetch_optional(c).await
    })?;
    row.map(|text| parsed("proposal", &text)).transpose()
}

async fn of_link(
    tx: &mut Tx,
    link: &Hash,
    now: DateTime<Utc>,
) -> Result<Option<(Proposal, bool)>, StoreError> {
    let row = on!(tx, c => {
        sqlx::query_as::<_, (String, i64)>(sql::PROPOSAL_OF_LINK)
            .bind(hex(link))
            .bind(now.timestamp_millis())
            .fetch_optional(c)
            .await
    })?;
    row.map(|(text, opens)| Ok((parsed("proposal", &text)?, opens == 1)))
        .transpose()
}

/// Keeps a proposal as it is now. Who did it and why is for the caller to tell.
pub(crate) async fn put(tx: &mut Tx, proposal: &Proposal) -> Result<(), StoreError> {
    let detail = json("proposal", &proposal.id, proposal)?;
    on!(tx, c => {
        sqlx::query(sql::PUT_PROPOSAL)
            .bind(proposal.id.to_string())
            .bind(proposal.state.word())
            .bind(proposal.place().map(|id| id.to_string()))
            .bind(proposal.created.timestamp_millis())
            .bind(proposal.decided().map(|at| at.timestamp_millis()))
            .bind(detail)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

impl Write {
    /// One proposal.
    pub async fn proposal(&mut self, id: ProposalId) -> Result<Option<Proposal>, StoreError> {
        find(&mut self.tx, id).await
    }

    /// The proposal of a link that serves still, and whether the link opens it.
    pub async fn proposal_of_link(
        &mut self,
        link: &Hash,
        now: DateTime<Utc>,
    ) -> Result<Option<(Proposal, bool)>, StoreError> {
        of_link(&mut self.tx, link, now).await
    }

    /// How many proposals came on a place since an instant; on missing places where none is named.
    pub async fn count_proposals(
        &mut self,
        place: Option<PlaceId>,
        since: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let place = place.map(|id| id.to_string()).unwrap_or_default();
        let count = on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, i64>(sql::COUNT_PROPOSALS)
                .bind(place)
                .bind(since.timestamp_millis())
                .fetch_one(c)
                .await
        })?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    /// The proposals in a state, of its word, that came since an instant.
    pub async fn proposals_in(
        &mut self,
        state: &str,
        since: DateTime<Utc>,
    ) -> Result<Vec<Proposal>, StoreError> {
        let rows = on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, String>(sql::PROPOSALS_IN)
                .bind(state)
                .bind(since.timestamp_millis())
                .fetch_all(c)
                .await
        })?;
        rows.iter().map(|text| parsed("proposal", text)).collect()
    }

    /// Keeps a proposal as it is now, and why.
    pub async fn put_proposal(
        &mut self,
        proposal: &Proposal,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        put(&mut self.tx, proposal).await?;
        journal::append(&mut self.tx, entry).await
    }

    /// Forgets a proposal and its links, and why.
    pub async fn forget_proposal(
        &mut self,
        id: ProposalId,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        for statement in [sql::FORGET_PROPOSAL, sql::FORGET_PROPOSAL_LINKS] {
            on!(&mut self.tx, c => {
                sqlx::query(statement).bind(id.to_string()).execute(c).await.map(drop)
            })?;
        }
        journal::append(&mut self.tx, entry).await
    }

    /// Keeps the hash of a link, until an instant.
    pub async fn put_proposal_link(
        &mut self,
        link: &Hash,
        proposal: ProposalId,
        opens: bool,
        expires: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_PROPOSAL_LINK)
                .bind(hex(link))
                .bind(proposal.to_string())
                .bind(i64::from(opens))
                .bind(expires.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Forgets the links whose time has passed.
    pub async fn forget_old_proposal_links(
        &mut self,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::FORGET_OLD_PROPOSAL_LINKS)
                .bind(now.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }
}
