//! Campaigns as rows: who is asked, about which places, and what was answered. Addresses that take no mail, by their hash.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use portulan_model::campaigns::{Ask, AskState, AskedPlace, Campaign, Reply};
use portulan_model::journal::Entry;
use portulan_model::{AskId, CampaignId, IdError, PlaceId};
use portulan_policy::Capability;
use portulan_policy::actions::{RunCampaign, SendMail};

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sources::{json, parsed};
use crate::{Write, journal, sql};

const TABLE: &str = "campaign_ask";

/// Id, campaign, who, name, recipient, hash; state, first mail, reminders, end.
type AskRow = (
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    Option<i64>,
    i64,
    Option<i64>,
);

/// Who is asked, place, reply and when.
type PlaceRow = (String, String, Option<String>, Option<i64>);

/// What decides whether somebody can be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reachable {
    /// Places that were asked about lately, or that a campaign asks about now.
    pub lately: HashSet<PlaceId>,
    /// Hashes of those who want no mail of the list.
    pub refused: HashSet<String>,
    /// Hashes of addresses that take no mail.
    pub bouncing: HashSet<String>,
}

impl Store {
    /// Opens a write of a campaign.
    pub async fn begin_campaign(
        &self,
        _may: &Capability<RunCampaign>,
    ) -> Result<Write, StoreError> {
        self.open_write().await
    }

    /// Opens a write of what comes of mails.
    pub async fn begin_bounce(&self, _may: &Capability<SendMail>) -> Result<Write, StoreError> {
        self.open_write().await
    }

    /// All campaigns, the latest first.
    pub async fn campaigns(
        &self,
        _may: &Capability<RunCampaign>,
    ) -> Result<Vec<Campaign>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::CAMPAIGNS).fetch_all(c).await
        })?;
        rows.iter().map(|text| parsed("campaign", text)).collect()
    }

    /// One campaign.
    pub async fn campaign(
        &self,
        _may: &Capability<RunCampaign>,
        id: CampaignId,
    ) -> Result<Option<Campaign>, StoreError> {
        campaign(&mut self.read().await?, id).await
    }

    /// Those whom a campaign asks, and their places.
    pub async fn asks(
        &self,
        _may: &Capability<RunCampaign>,
        campaign: CampaignId,
    ) -> Result<(Vec<Ask>, Vec<AskedPlace>), StoreError> {
        let mut tx = self.read().await?;
        let asks = asks(&mut tx, sql::ASKS_OF, &campaign).await?;
        let places = places(&mut tx, sql::PLACES_OF_CAMPAIGN, &campaign).await?;
        Ok((asks, places))
    }

    /// All those to whom a campaign wrote, each with whether they answered for a place.
    pub async fn asks_sent(
        &self,
        _may: &Capability<RunCampaign>,
    ) -> Result<Vec<(Ask, bool)>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, AskRow>(sql::ASKS_SENT).fetch_all(c).await
        })?;
        let replied = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::ASKS_REPLIED).fetch_all(c).await
        })?;
        let replied: HashSet<String> = replied.into_iter().collect();
        let told = |row: AskRow| {
            let answered = replied.contains(&row.0);
            Ok((ask(row)?, answered))
        };
        rows.into_iter().map(told).collect()
    }

    /// Those who did not answer a campaign that runs at an instant, with an address.
    pub async fn asks_to_remind(
        &self,
        _may: &Capability<RunCampaign>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Ask>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, AskRow>(sql::ASKS_TO_REMIND)
                .bind(now.timestamp_millis())
                .fetch_all(c)
                .await
        })?;
        rows.into_iter().map(ask).collect()
    }

    /// One of those who are asked, with their places.
    pub async fn ask(
        &self,
        _may: &Capability<RunCampaign>,
        id: AskId,
    ) -> Result<Option<(Ask, Vec<AskedPlace>)>, StoreError> {
        of_ask(&mut self.read().await?, id).await
    }

    /// What decides whether somebody can be asked.
    pub async fn reachable(
        &self,
        _may: &Capability<RunCampaign>,
        list: &str,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Reachable, StoreError> {
        reachable(&mut self.read().await?, list, since, now).await
    }
}

impl Write {
    /// One campaign.
    pub async fn campaign(&mut self, id: CampaignId) -> Result<Option<Campaign>, StoreError> {
        campaign(&mut self.tx, id).await
    }

    /// One of those who are asked, with their places.
    pub async fn ask(&mut self, id: AskId) -> Result<Option<(Ask, Vec<AskedPlace>)>, StoreError> {
        of_ask(&mut self.tx, id).await
    }

    /// What decides whether somebody can be asked.
    pub async fn reachable(
        &mut self,
        list: &str,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Reachable, StoreError> {
        reachable(&mut self.tx, list, since, now).await
    }

    /// Keeps a new campaign, and why; `false` when one with its id is there.
    pub async fn put_campaign(
        &mut self,
        campaign: &Campaign,
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        let detail = json("campaign", &campaign.id, campaign)?;
        let rows = on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_CAMPAIGN)
                .bind(campaign.id.to_string())
                .bind(campaign.created.timestamp_millis())
                .bind(campaign.ends.timestamp_millis())
                .bind(campaign.closed.map(|at| at.timestamp_millis()))
                .bind(detail)
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if rows == 0 {
            return Ok(false);
        }
        journal::append(&mut self.tx, entry).await?;
        Ok(true)
    }

    /// Ends a campaign, and why; `false` when it was ended before.
    pub async fn close_campaign(
        &mut self,
        campaign: &Campaign,
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        let detail = json("campaign", &campaign.id, campaign)?;
        let rows = on!(&mut self.tx, c => {
            sqlx::query(sql::CLOSE_CAMPAIGN)
                .bind(campaign.id.to_string())
                .bind(campaign.closed.map(|at| at.timestamp_millis()))
                .bind(detail)
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if rows == 0 {
            return Ok(false);
        }
        journal::append(&mut self.tx, entry).await?;
        Ok(true)
    }

    /// Keeps somebody who is asked, with their places.
    pub async fn put_ask(&mut self, ask: &Ask, places: &[PlaceId]) -> Result<(), StoreError> {
        let recipient = ask.recipient.as_ref().map(ToString::to_string);
        on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_ASK)
                .bind(ask.id.to_string())
                .bind(ask.campaign.to_string())
                .bind(&ask.who)
                .bind(&ask.name)
                .bind(recipient.unwrap_or_default())
                .bind(&ask.hash)
                .bind(ask.state.word())
                .bind(ask.sent.map(|at| at.timestamp_millis()))
                .bind(i64::from(ask.reminded))
                .bind(ask.settled.map(|at| at.timestamp_millis()))
                .execute(c)
                .await
                .map(drop)
        })?;
        for place in places {
            on!(&mut self.tx, c => {
                sqlx::query(sql::PUT_ASKED_PLACE)
                    .bind(ask.campaign.to_string())
                    .bind(place.to_string())
                    .bind(ask.id.to_string())
                    .execute(c)
                    .await
                    .map(drop)
            })?;
        }
        Ok(())
    }

    /// Keeps what is answered for a place; `false` when it has its answer, or is not of whoever is asked.
    pub async fn reply(
        &mut self,
        ask: AskId,
        place: PlaceId,
        (reply, at): (Reply, DateTime<Utc>),
    ) -> Result<bool, StoreError> {
        let rows = on!(&mut self.tx, c => {
            sqlx::query(sql::REPLY_FOR_PLACE)
                .bind(ask.to_string())
                .bind(place.to_string())
                .bind(reply.word())
                .bind(at.timestamp_millis())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        Ok(rows > 0)
    }

    /// Says what became of somebody who is asked.
    pub async fn settle_ask(
        &mut self,
        ask: AskId,
        state: AskState,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::SETTLE_ASK)
                .bind(ask.to_string())
                .bind(state.word())
                .bind(at.timestamp_millis())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Counts the reminders of somebody who waits; `false` when another node did, or they wait no more.
    pub async fn ask_reminded(&mut self, ask: &Ask, reminded: u32) -> Result<bool, StoreError> {
        let rows = on!(&mut self.tx, c => {
            sqlx::query(sql::ASK_REMINDED)
                .bind(ask.id.to_string())
                .bind(i64::from(ask.reminded))
                .bind(i64::from(reminded))
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        Ok(rows > 0)
    }

    /// Those who want no more mail of a list, or whose address takes none, are asked no more; says how many there are.
    pub async fn settle_unreachable(&mut self, list: &str) -> Result<u64, StoreError> {
        let refused = on!(&mut self.tx, c => {
            sqlx::query(sql::REFUSE_ASKS).bind(list).execute(c).await.map(|done| done.rows_affected())
        })?;
        let bounced = on!(&mut self.tx, c => {
            sqlx::query(sql::BOUNCE_ASKS).execute(c).await.map(|done| done.rows_affected())
        })?;
        Ok(refused + bounced)
    }

    /// Keeps that an address takes no mail, by its hash, and why; `false` when it was known.
    pub async fn put_bounce(
        &mut self,
        hash: &str,
        at: DateTime<Utc>,
        entry: &Entry,
    ) -> Result<bool, StoreError> {
        let rows = on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_BOUNCE)
                .bind(hash)
                .bind(at.timestamp_millis())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if rows == 0 {
            return Ok(false);
        }
        journal::append(&mut self.tx, entry).await?;
        Ok(true)
    }
}

async fn campaign(tx: &mut Tx, id: CampaignId) -> Result<Option<Campaign>, StoreError> {
    let row = on!(tx, c => {
        sqlx::query_scalar::<_, String>(sql::CAMPAIGN).bind(id.to_string()).fetch_optional(c).await
    })?;
    row.map(|text| parsed("campaign", &text)).transpose()
}

async fn asks(
    tx: &mut Tx,
    statement: &'static str,
    id: &(impl ToString + Sync),
) -> Result<Vec<Ask>, StoreError> {
    let rows = on!(tx, c => {
        sqlx::query_as::<_, AskRow>(statement).bind(id.to_string()).fetch_all(c).await
    })?;
    rows.into_iter().map(ask).collect()
}

async fn places(
    tx: &mut Tx,
    statement: &'static str,
    id: &(impl ToString + Sync),
) -> Result<Vec<AskedPlace>, StoreError> {
    let rows = on!(tx, c => {
        sqlx::query_as::<_, PlaceRow>(statement).bind(id.to_string()).fetch_all(c).await
    })?;
    rows.into_iter().map(asked_place).collect()
}

async fn of_ask(tx: &mut Tx, id: AskId) -> Result<Option<(Ask, Vec<AskedPlace>)>, StoreError> {
    let found = asks(tx, sql::ASK, &id).await?.pop();
    let Some(ask) = found else {
        return Ok(None);
    };
    let places = places(tx, sql::PLACES_ASKED, &id).await?;
    Ok(Some((ask, places)))
}

async fn reachable(
    tx: &mut Tx,
    list: &str,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Reachable, StoreError> {
    let lately = on!(&mut *tx, c => {
        sqlx::query_scalar::<_, String>(sql::ASKED_LATELY)
            .bind(since.timestamp_millis())
            .bind(now.timestamp_millis())
            .fetch_all(c)
            .await
    })?;
    let refused = on!(&mut *tx, c => {
        sqlx::query_scalar::<_, String>(sql::REFUSED_RECIPIENTS).bind(list).fetch_all(c).await
    })?;
    let bouncing = on!(tx, c => {
        sqlx::query_scalar::<_, String>(sql::BOUNCING_RECIPIENTS).fetch_all(c).await
    })?;
    let lately = lately.iter().map(|id| id_of(id, "campaign_place"));
    Ok(Reachable {
        lately: lately.collect::<Result<_, _>>()?,
        refused: refused.into_iter().collect(),
        bouncing: bouncing.into_iter().collect(),
    })
}

fn ask(
    (id, campaign, who, name, recipient, hash, state, sent, reminded, settled): AskRow,
) -> Result<Ask, StoreError> {
    let corrupt = |what: &str| StoreError::corrupt(TABLE, &id, &what);
    let known = AskState::ALL.into_iter().find(|one| one.word() == state);
    Ok(Ask {
        state: known.ok_or_else(|| corrupt("state"))?,
        reminded: u32::try_from(reminded).map_err(|_size| corrupt("reminded"))?,
        campaign: id_of(&campaign, TABLE)?,
        id: id_of(&id, TABLE)?,
        recipient: recipient.parse().ok(),
        sent: sent.and_then(DateTime::from_timestamp_millis),
        settled: settled.and_then(DateTime::from_timestamp_millis),
        who,
        name,
        hash,
    })
}

fn asked_place((ask, place, reply, replied): PlaceRow) -> Result<AskedPlace, StoreError> {
    let reply = Reply::ALL
        .into_iter()
        .find(|one| Some(one.word()) == reply.as_deref());
    let replied = replied.and_then(DateTime::from_timestamp_millis);
    Ok(AskedPlace {
        ask: id_of(&ask, "campaign_place")?,
        place: id_of(&place, "campaign_place")?,
        reply: reply.zip(replied),
    })
}

fn id_of<T: std::str::FromStr<Err = IdError>>(
    text: &str,
    table: &'static str,
) -> Result<T, StoreError> {
    text.parse()
        .map_err(|error| StoreError::corrupt(table, &text, &error))
}
