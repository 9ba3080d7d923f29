//! An organisation that is merged into another: every record that named it names the other, its places and what was asked
//! of it follow, and its own record is no more.

use portulan_model::baseline::Baseline;
use portulan_model::campaigns::{Campaign, Within};
use portulan_model::clusters::{Cluster, Sector};
use portulan_model::governance::{Body, BodyFile, Decision, Meeting, Membership};
use portulan_model::journal::Entry;
use portulan_model::means::agreements::Agreement;
use portulan_model::means::applications::Application;
use portulan_model::means::calls::CallFile;
use portulan_model::means::envelopes::Envelope;
use portulan_model::means::equipment::Lot;
use portulan_model::means::intentions::Intention;
use portulan_model::people::Organisation;
use portulan_model::posts::Post;
use portulan_model::renames::{NamesOrganisations, Renamed};
use portulan_model::roadmaps::Roadmap;
use portulan_model::schemes::Scheme;
use portulan_model::{PlaceId, Slug};
use portulan_policy::Node;

use super::sealed::{Record, Values};
use super::writing::run;
use super::{Kept, all, texts};
use crate::db::{Store, Tx};
use crate::error::StoreError;
use crate::sources::{json, parsed};
use crate::{Write, sql};

/// Runs something for each type of record that names organisations.
macro_rules! each_type {
    ($run:ident) => {
        $run!(
            Scheme Cluster Sector Baseline Body BodyFile Membership Meeting Decision Roadmap Post CallFile
            Envelope Intention Agreement Lot Application
        )
    };
}

/// How many records of each kind name an organisation, by the name of their table.
pub type Naming = Vec<(&'static str, usize)>;

impl Store {
    /// How many records of each kind name an organisation; those that do not are left out.
    pub async fn naming_organisation(&self, with: Renamed<'_>) -> Result<Naming, StoreError> {
        let mut tx = self.read().await?;
        let mut all = Naming::new();
        macro_rules! count {
            ($($type:ty)+) => { $(
                all.push((<$type as Record>::TABLE.name, changed::<$type>(&mut tx, with).await?.len()));
            )+ };
        }
        each_type!(count);
        all.push(("organisation", children(&mut tx, with).await?.len()));
        all.push(("campaign", campaigns(&mut tx, with).await?.len()));
        all.retain(|(_, count)| *count > 0);
        Ok(all)
    }
}

impl Store {
    /// How many campaigns ask among the places of an organisation.
    pub async fn campaigns_of_organisation(
        &self,
        organisation: &Slug,
    ) -> Result<usize, StoreError> {
        campaigns_of(&mut self.read().await?, organisation).await
    }
}

impl Write {
    /// Names one organisation in the place of another wherever it is named, takes its places over, takes its record away,
    /// and says why.
    pub async fn rename_organisation(
        &mut self,
        with: Renamed<'_>,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        macro_rules! rename {
            ($($type:ty)+) => { $(
                for record in changed::<$type>(&mut self.tx, with).await? {
                    self.rewrite_kept(&record).await?;
                }
            )+ };
        }
        each_type!(rename);
        for child in children(&mut self.tx, with).await? {
            let record = json("organisation", &child.slug, &child)?;
            let values = vec![Some(child.slug.to_string()), Some(record)];
            run(&mut self.tx, sql::CHANGE_ORGANISATION, values).await?;
        }
        for campaign in campaigns(&mut self.tx, with).await? {
            let detail = json("campaign", &campaign.id, &campaign)?;
            let values = vec![Some(campaign.id.to_string()), Some(detail)];
            run(&mut self.tx, sql::CHANGE_CAMPAIGN, values).await?;
        }
        let (lost, kept) = (with.from, with.to);
        let both = |one: String, other: String| vec![Some(one), Some(other)];
        let asked = |slug: &Slug| Node::Organisation(slug.clone()).to_string();
        let lent = both(kept.to_string(), lost.to_string());
        for (statement, values) in [
            (sql::RENAME_ASKS, both(asked(kept), asked(lost))),
            (sql::LEND_ORGANISATION_PLACES, lent),
            (
                sql::FORGET_ORGANISATION_PLACES,
                vec![Some(lost.to_string())],
            ),
            (sql::REMOVE_ORGANISATION, vec![Some(lost.to_string())]),
        ] {
            run(&mut self.tx, statement, values).await?;
        }
        self.tell_governance(entry).await
    }

    /// The memberships of an organisation in all bodies, as they are in this transaction.
    pub async fn memberships_of(
        &mut self,
        organisation: &Slug,
    ) -> Result<Vec<Membership>, StoreError> {
        let bound = vec![organisation.to_string()];
        let rows = texts(&mut self.tx, sql::MEMBERSHIPS_OF_ORGANISATION, bound).await?;
        rows.iter().map(|text| parsed("membership", text)).collect()
    }

    /// How many campaigns ask among the places of an organisation, as it is in this transaction.
    pub async fn campaigns_of_organisation(
        &mut self,
        organisation: &Slug,
    ) -> Result<usize, StoreError> {
        campaigns_of(&mut self.tx, organisation).await
    }

    /// The places that were said to be an organisation's, as they are in this transaction.
    pub async fn places_of_organisation(
        &mut self,
        organisation: &Slug,
    ) -> Result<Vec<PlaceId>, StoreError> {
        let bound = vec![organisation.to_string()];
        let rows = texts(&mut self.tx, sql::PLACES_OF_ORGANISATION, bound).await?;
        let corrupt = |error| StoreError::corrupt("organisation_place", organisation, &error);
        rows.iter().map(|id| id.parse().map_err(corrupt)).collect()
    }
}

/// The records of a type that change with the name, as they become.
async fn changed<T: Kept + NamesOrganisations>(
    tx: &mut Tx,
    with: Renamed<'_>,
) -> Result<Vec<T>, StoreError> {
    let mut found = Vec::new();
    for mut record in all::<T>(tx).await? {
        let before = whole(&record)?;
        record.rename(with);
        if whole(&record)? != before {
            found.push(record);
        }
    }
    Ok(found)
}

/// All that storage writes of a record.
fn whole<T: Kept>(record: &T) -> Result<(Values, Vec<Values>), StoreError> {
    Ok((record.values()?, record.parts()?))
}

async fn children(tx: &mut Tx, with: Renamed<'_>) -> Result<Vec<Organisation>, StoreError> {
    let rows = texts(tx, sql::ORGANISATIONS, Vec::new()).await?;
    renamed(&rows, "organisation", with)
}

async fn campaigns(tx: &mut Tx, with: Renamed<'_>) -> Result<Vec<Campaign>, StoreError> {
    let rows = texts(tx, sql::CAMPAIGNS, Vec::new()).await?;
    renamed(&rows, "campaign", with)
}

async fn campaigns_of(tx: &mut Tx, organisation: &Slug) -> Result<usize, StoreError> {
    let rows = texts(tx, sql::CAMPAIGNS, Vec::new()).await?;
    let mut count = 0;
    for row in &rows {
        let campaign: Campaign = parsed("campaign", row)?;
        count += usize::from(campaign.choice.within == Within::Organisation(organisation.clone()));
    }
    Ok(count)
}

fn renamed<T>(rows: &[String], table: &'static str, with: Renamed<'_>) -> Result<Vec<T>, StoreError>
where
    T: NamesOrganisations + serde::de::DeserializeOwned + PartialEq + Clone,
{
    let mut found = Vec::new();
    for row in rows {
        let before: T = parsed(table, row)?;
        let mut after = before.clone();
        after.rename(with);
        if after != before {
            found.push(after);
        }
    }
    Ok(found)
}
