//! Levels and governance as records: one JSON text each, and beside it the columns that a query asks.
//!
//! One sealed trait says of each type which table holds it, under which key and with which columns. Reading takes no
//! capability here, as elsewhere for what pages are made of: what is private is [`Private`] in the record itself, and a use
//! case asks for the right before it reads a desk. A change moves the revision of governance and the public one.
//!
//! [`Private`]: portulan_model::Private

mod applications;
mod attachments;
mod contents;
mod past;
mod records;
mod renaming;
mod writing;

use std::collections::HashMap;

use portulan_model::governance::{Decision, Meeting, Membership};
use portulan_model::means::agreements::Agreement;
use portulan_model::means::calls::Call;
use portulan_model::means::equipment::Lot;
use portulan_model::means::intentions::Intention;
use portulan_model::means::overlaps::PairKey;
use portulan_model::{
    ApplicationId, CommitteeId, FileId, LotId, MeetingId, MembershipId, PostId, Revision, Seat,
    Slug, TerritoryKey,
};
use portulan_policy::actions::{self, Action};

use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sources::parsed;
use crate::sql;

pub use attachments::{AttachedTo, KeptFile, NotAttached};
pub use contents::{Awaited, Content, ContentDigest, Elsewhere, NotADigest};
pub(crate) use contents::{FileRow, dump as dump_attachments, restore as restore_attachment};
pub(crate) use past::{forget_in_governance, forget_past_holders};
pub use renaming::Naming;
use sealed::Table;

/// What names a record in its table: a text, or two.
pub trait Name: Send + Sync {
    /// In the order of the columns of the key.
    fn texts(&self) -> Vec<String>;
}

macro_rules! named_by_one_text {
    ($($name:ident)+) => {
        $(impl Name for $name {
            fn texts(&self) -> Vec<String> {
                vec![self.to_string()]
            }
        })+
    };
}

named_by_one_text! {
    Slug Seat TerritoryKey MembershipId CommitteeId MeetingId PostId FileId ApplicationId LotId
}

impl Name for portulan_model::governance::DecisionRef {
    fn texts(&self) -> Vec<String> {
        vec![self.body.to_string(), self.number.to_string()]
    }
}

impl Name for (Seat, Slug) {
    fn texts(&self) -> Vec<String> {
        vec![self.0.to_string(), self.1.to_string()]
    }
}

impl Name for PairKey {
    fn texts(&self) -> Vec<String> {
        vec![self.body.to_string(), self.a.clone(), self.b.clone()]
    }
}

/// A type of which records are kept.
pub trait Kept: sealed::Record {
    /// What names one.
    type Key: Name;

    /// The name of this one.
    fn key(&self) -> Self::Key;
}

/// A type of which records are something else's: the meetings of a body, the sectors of a seat.
pub trait Owned: Kept {
    /// What names whose they are.
    type Owner: Name;
}

/// An action under which governance is written.
pub trait Governs: Action + sealed::Sealed {}

macro_rules! governs {
    ($($name:ident)+) => {
        $(
            impl sealed::Sealed for actions::$name {}
            impl Governs for actions::$name {}
        )+
    };
}

governs! {
    ManageBodies EditBody ManageMembers RelieveMember JoinBody HoldMeetings WriteFollowUp WriteRoadmap
    GiveOpinion ValidateRoadmap ManageCalls WriteCallNote TakePosition Apply Examine Score
    DecideApplications Advise ManageSchemes ManageClusters EditBaseline ManagePosts ManageEnvelopes WriteIntentions
    ProposePools JoinPools SettleOverlaps ManageOrganisations ImportPlaces Restore WriteAgreements ReportFunds
    ManageEquipment
}

mod sealed {
    use super::StoreError;

    pub trait Sealed {}

    /// The statements of a table.
    pub struct Table {
        pub name: &'static str,
        pub all: &'static str,
        pub one: &'static str,
        /// Those of an owner.
        pub of: Option<&'static str>,
        pub add: &'static str,
        pub change: &'static str,
        pub remove: &'static str,
        /// What is added to a record and never changed, in a table of its own.
        pub parts: Option<Parts>,
    }

    /// The statements of the parts of a record.
    pub struct Parts {
        pub all: &'static str,
        pub of: &'static str,
        pub add: &'static str,
        pub remove: &'static str,
    }

    pub(super) type Values = Vec<Option<String>>;

    pub trait Record: serde::de::DeserializeOwned + Send + Sync + Sized + 'static {
        const TABLE: Table;

        /// Key, columns and record, in the order of the table.
        fn values(&self) -> Result<Values, StoreError>;

        /// The values of each of its parts.
        fn parts(&self) -> Result<Vec<Values>, StoreError> {
            Ok(Vec::new())
        }

        /// With its parts, as they were stored.
        fn with_parts(self, _parts: &[String]) -> Result<Self, StoreError> {
            Ok(self)
        }
    }
}

impl Store {
    /// How often governance has changed.
    pub async fn governance(&self) -> Result<Revision, StoreError> {
        let mut tx = self.read().await?;
        let value =
            on!(&mut tx, c => sqlx::query_scalar::<_, i64>(sql::GOVERNANCE).fetch_one(c).await)?;
        Ok(Revision(value))
    }

    /// All records of a type, in the order of their keys.
    pub async fn kept<T: Kept>(&self) -> Result<Vec<T>, StoreError> {
        all(&mut self.read().await?).await
    }

    /// One record.
    pub async fn kept_one<T: Kept>(&self, key: &T::Key) -> Result<Option<T>, StoreError> {
        one(&mut self.read().await?, key).await
    }

    /// The records of an owner.
    pub async fn kept_of<T: Owned>(&self, owner: &T::Owner) -> Result<Vec<T>, StoreError> {
        of(&mut self.read().await?, owner).await
    }

    /// The memberships of an organisation in all bodies, those that are over among them.
    pub async fn memberships_of(&self, organisation: &Slug) -> Result<Vec<Membership>, StoreError> {
        let mut tx = self.read().await?;
        let statement = sql::MEMBERSHIPS_OF_ORGANISATION;
        let rows = texts(&mut tx, statement, organisation.texts()).await?;
        rows.iter().map(|text| parsed("membership", text)).collect()
    }

    /// The agreements of a beneficiary, on all envelopes.
    pub async fn agreements_of_beneficiary(
        &self,
        beneficiary: &Slug,
    ) -> Result<Vec<Agreement>, StoreError> {
        let mut tx = self.read().await?;
        let rows = texts(&mut tx, sql::AGREEMENTS_OF_BENEFICIARY, beneficiary.texts()).await?;
        rows.iter().map(|text| parsed("agreement", text)).collect()
    }

    /// The lots of equipment that an agreement pays, in part or whole.
    pub async fn lots_of_agreement(&self, agreement: &Slug) -> Result<Vec<Lot>, StoreError> {
        let mut tx = self.read().await?;
        let rows = texts(&mut tx, sql::LOTS_OF_AGREEMENT, agreement.texts()).await?;
        rows.iter()
            .map(|text| parsed("equipment_lot", text))
            .collect()
    }

    /// The meetings of all bodies from an instant on, in their order.
    pub async fn meetings_since(
        &self,
        from: chrono::DateTime<chrono::Utc>,
    ) -> Result<Vec<Meeting>, StoreError> {
        let mut tx = self.read().await?;
        let from = from.timestamp_millis();
        let rows = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::MEETINGS_SINCE).bind(from).fetch_all(c).await
        })?;
        rows.iter().map(|text| parsed("meeting", text)).collect()
    }

    /// The calls that close between two instants, these included, the first first.
    pub async fn calls_closing(
        &self,
        (from, to): (chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::Utc>),
    ) -> Result<Vec<Call>, StoreError> {
        let mut tx = self.read().await?;
        let (from, to) = (from.timestamp_millis(), to.timestamp_millis());
        let rows = on!(&mut tx, c => {
            sqlx::query_scalar::<_, String>(sql::CALLS_CLOSING).bind(from).bind(to).fetch_all(c).await
        })?;
        rows.iter().map(|text| parsed("call", text)).collect()
    }

    /// The intentions that are in a state, by its word, in the order of their addresses.
    pub async fn intentions_in(&self, state: &str) -> Result<Vec<Intention>, StoreError> {
        let mut tx = self.read().await?;
        let rows = texts(&mut tx, sql::INTENTIONS_IN_STATE, vec![state.to_owned()]).await?;
        rows.iter().map(|text| parsed("intention", text)).collect()
    }

    /// The decisions of all bodies that should be done by a day and are not.
    pub async fn decisions_due(&self, by: chrono::NaiveDate) -> Result<Vec<Decision>, StoreError> {
        let mut tx = self.read().await?;
        let rows = texts(&mut tx, sql::DECISIONS_DUE, vec![by.to_string()]).await?;
        rows.iter().map(|text| parsed("decision", text)).collect()
    }
}

/// All records, with their parts.
async fn all<T: Kept>(tx: &mut Tx) -> Result<Vec<T>, StoreError> {
    let found: Vec<T> = records(tx, &T::TABLE, T::TABLE.all, Vec::new()).await?;
    let Some(parts) = &T::TABLE.parts else {
        return Ok(found);
    };
    let mut all: HashMap<String, Vec<String>> = HashMap::new();
    for (key, part) in part_rows(tx, parts.all, Vec::new()).await? {
        all.entry(key).or_default().push(part);
    }
    let whole = |one: T| {
        let key = one.key().texts().into_iter().next().unwrap_or_default();
        one.with_parts(all.get(&key).map_or(&[], Vec::as_slice))
    };
    found.into_iter().map(whole).collect()
}

/// One record, with its parts.
async fn one<T: Kept>(tx: &mut Tx, key: &T::Key) -> Result<Option<T>, StoreError> {
    let found: Vec<T> = records(tx, &T::TABLE, T::TABLE.one, key.texts()).await?;
    let whole = with_parts(tx, found).await?;
    Ok(whole.into_iter().next())
}

/// The records of an owner, with their parts.
async fn of<T: Owned>(tx: &mut Tx, owner: &T::Owner) -> Result<Vec<T>, StoreError> {
    let Some(statement) = T::TABLE.of else {
        return Ok(Vec::new());
    };
    let found = records(tx, &T::TABLE, statement, owner.texts()).await?;
    with_parts(tx, found).await
}

async fn records<T: Kept>(
    tx: &mut Tx,
    table: &Table,
    statement: &'static str,
    bound: Vec<String>,
) -> Result<Vec<T>, StoreError> {
    let rows = texts(tx, statement, bound).await?;
    rows.iter().map(|text| parsed(table.name, text)).collect()
}

async fn with_parts<T: Kept>(tx: &mut Tx, found: Vec<T>) -> Result<Vec<T>, StoreError> {
    let Some(parts) = &T::TABLE.parts else {
        return Ok(found);
    };
    let mut whole = Vec::with_capacity(found.len());
    for one in found {
        let rows = part_rows(tx, parts.of, one.key().texts()).await?;
        let rows: Vec<String> = rows.into_iter().map(|(_, part)| part).collect();
        whole.push(one.with_parts(&rows)?);
    }
    Ok(whole)
}

async fn texts(
    tx: &mut Tx,
    statement: &'static str,
    bound: Vec<String>,
) -> Result<Vec<String>, StoreError> {
    Ok(on!(tx, c => {
        let mut query = sqlx::query_scalar::<_, String>(statement);
        for text in bound {
            query = query.bind(text);
        }
        query.fetch_all(c).await
    })?)
}

async fn part_rows(
    tx: &mut Tx,
    statement: &'static str,
    bound: Vec<String>,
) -> Result<Vec<(String, String)>, StoreError> {
    Ok(on!(tx, c => {
        let mut query = sqlx::query_as::<_, (String, String)>(statement);
        for text in bound {
            query = query.bind(text);
        }
        query.fetch_all(c).await
    })?)
}
