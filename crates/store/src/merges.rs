//! Merges as rows. A member keeps its row, its slug and its record; the survivor's row holds the merged record, and
//! what it was alone is kept aside, as the very text: undoing puts that text back.

use portulan_model::journal::Entry;
use portulan_model::links::{Merge, MergeState};
use portulan_model::{MergeId, Place, PlaceId, PlaceRecord, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::MergePlaces;

use crate::db::{Store, on};
use crate::error::StoreError;
use crate::sources::{json, parsed};
use crate::{Write, journal, places, sql};

/// A place that another one stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The one that stands for it.
    pub survivor: PlaceId,
    /// By which merge.
    pub merge: MergeId,
}

impl Store {
    /// Opens a write of merges.
    pub async fn begin_merge(&self, _may: &Capability<MergePlaces>) -> Result<Write, StoreError> {
        self.open_write().await
    }

    /// The places that others stand for.
    pub async fn merged_places(&self) -> Result<Vec<(PlaceId, Standing)>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String, String)>(sql::MERGED_PLACES).fetch_all(c).await
        })?;
        rows.into_iter()
            .map(|(place, survivor, merge)| Ok((id(&place)?, standing(&survivor, &merge)?)))
            .collect()
    }

    /// Every merge in which a place had part, the latest first.
    pub async fn merges_of(&self, place: PlaceId) -> Result<Vec<Merge>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String)>(sql::MERGES_OF_PLACE)
                .bind(place.to_string())
                .fetch_all(c)
                .await
        })?;
        rows.iter()
            .map(|(detail, _)| parsed("place_merge", detail))
            .collect()
    }

    /// One place, shown or not.
    pub async fn place(&self, id: PlaceId) -> Result<Option<Place>, StoreError> {
        places::by_key(&mut self.read().await?, sql::PLACE_BY_ID, &id.to_string()).await
    }

    /// The place of a slug, shown or not.
    pub async fn place_of_slug(&self, slug: &Slug) -> Result<Option<Place>, StoreError> {
        places::by_key(&mut self.read().await?, sql::PLACE_BY_SLUG, slug.as_str()).await
    }
}

fn id(text: &str) -> Result<PlaceId, StoreError> {
    text.parse()
        .map_err(|error| StoreError::corrupt("merged_place", &text, &error))
}

fn standing(survivor: &str, merge: &str) -> Result<Standing, StoreError> {
    Ok(Standing {
        survivor: id(survivor)?,
        merge: merge
            .parse()
            .map_err(|error| StoreError::corrupt("merged_place", &merge, &error))?,
    })
}

impl Write {
    /// One place, shown or not.
    pub async fn place(&mut self, id: PlaceId) -> Result<Option<Place>, StoreError> {
        places::by_key(&mut self.tx, sql::PLACE_BY_ID, &id.to_string()).await
    }

    /// What is known of a place alone, as the text that is kept.
    pub async fn own_text(&mut self, place: PlaceId) -> Result<String, StoreError> {
        for statement in [sql::OWN, sql::PLACE_TEXT] {
            let text = on!(&mut self.tx, c => {
                sqlx::query_scalar::<_, String>(statement)
                    .bind(place.to_string())
                    .fetch_optional(c)
                    .await
            })?;
            if let Some(text) = text {
                return Ok(text);
            }
        }
        Err(StoreError::NoPlace(place))
    }

    /// What is known of a place alone.
    pub async fn own(&mut self, place: PlaceId) -> Result<PlaceRecord, StoreError> {
        parsed("place", &self.own_text(place).await?)
    }

    /// Changes the text of a place: the very bytes are kept.
    pub async fn set_text(
        &mut self,
        place: PlaceId,
        record: &str,
        entry: &Entry,
    ) -> Result<(), StoreError> {
        let rows = on!(&mut self.tx, c => {
            sqlx::query(sql::UPDATE_PLACE)
                .bind(place.to_string())
                .bind(record)
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        if rows == 0 {
            return Err(StoreError::NoPlace(place));
        }
        self.moved.places();
        journal::append(&mut self.tx, entry).await
    }

    /// Keeps aside what a survivor is alone.
    pub async fn put_own(&mut self, place: PlaceId, record: &str) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_OWN).bind(place.to_string()).bind(record).execute(c).await.map(drop)
        })?;
        Ok(())
    }

    /// Forgets what was kept aside: the place survives nobody any more.
    pub async fn forget_own(&mut self, place: PlaceId) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::FORGET_OWN).bind(place.to_string()).execute(c).await.map(drop)
        })?;
        Ok(())
    }

    /// Who stands for a place.
    pub async fn stands_for(&mut self, place: PlaceId) -> Result<Option<Standing>, StoreError> {
        let row = on!(&mut self.tx, c => {
            sqlx::query_as::<_, (String, String)>(sql::STANDS_FOR)
                .bind(place.to_string())
                .fetch_optional(c)
                .await
        })?;
        row.map(|(survivor, merge)| standing(&survivor, &merge))
            .transpose()
    }

    /// The merge in force in which a place has part.
    pub async fn merge_of(&mut self, place: PlaceId) -> Result<Option<MergeId>, StoreError> {
        if let Some(standing) = self.stands_for(place).await? {
            return Ok(Some(standing.merge));
        }
        let row = on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, String>(sql::SURVIVES)
                .bind(place.to_string())
                .fetch_optional(c)
                .await
        })?;
        row.map(|merge| {
            merge
                .parse()
                .map_err(|error| StoreError::corrupt("merged_place", &place, &error))
        })
        .transpose()
    }

    /// Lets another place stand for one, or none.
    pub async fn set_standing(
        &mut self,
        place: PlaceId,
        standing: Option<Standing>,
    ) -> Result<(), StoreError> {
        self.moved.places();
        on!(&mut self.tx, c => match standing {
            Some(Standing { survivor, merge }) => {
                sqlx::query(sql::HIDE_PLACE)
                    .bind(place.to_string())
                    .bind(survivor.to_string())
                    .bind(merge.to_string())
                    .execute(c)
                    .await
                    .map(drop)
            }
            None => sqlx::query(sql::SHOW_PLACE).bind(place.to_string()).execute(c).await.map(drop),
        })?;
        Ok(())
    }

    /// One merge, and the text of its merged record.
    pub async fn merge(&mut self, id: MergeId) -> Result<Option<(Merge, String)>, StoreError> {
        let row = on!(&mut self.tx, c => {
            sqlx::query_as::<_, (String, String)>(sql::MERGE_BY_ID)
                .bind(id.to_string())
                .fetch_optional(c)
                .await
        })?;
        row.map(|(detail, result)| Ok((parsed("place_merge", &detail)?, result)))
            .transpose()
    }

    /// What each member was alone when the merged record was made last.
    pub async fn members(&mut self, id: MergeId) -> Result<Vec<(PlaceId, String)>, StoreError> {
        let rows = on!(&mut self.tx, c => {
            sqlx::query_as::<_, (String, String)>(sql::MEMBERS)
                .bind(id.to_string())
                .fetch_all(c)
                .await
        })?;
        rows.into_iter()
            .map(|(place, record)| Ok((self::id(&place)?, record)))
            .collect()
    }

    /// Keeps a merge and the text of its merged record.
    pub async fn put_merge(&mut self, merge: &Merge, result: &str) -> Result<(), StoreError> {
        let detail = json("place_merge", &merge.id, merge)?;
        on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_MERGE)
                .bind(merge.id.to_string())
                .bind(merge.survivor.to_string())
                .bind(merge.state.slug())
                .bind(detail)
                .bind(result)
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// Moves a merge to another state.
    pub async fn set_merge_state(
        &mut self,
        id: MergeId,
        state: MergeState,
    ) -> Result<(), StoreError> {
        let Some((mut merge, result)) = self.merge(id).await? else {
            return Err(StoreError::corrupt("place_merge", &id, &"missing"));
        };
        merge.state = state;
        self.put_merge(&merge, &result).await
    }

    /// Keeps what a member is alone as the merged record is made.
    pub async fn put_member(
        &mut self,
        merge: MergeId,
        place: PlaceId,
        record: &str,
    ) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::PUT_MEMBER)
                .bind(merge.to_string())
                .bind(place.to_string())
                .bind(record)
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }
}
