//! Pools: the row that whoever acts on one holds, and which intentions it carries.
//!
//! An act takes the row first, so that two who act on one pool act one after the other, on either engine and from any node.
//! That an intention is in one pool at most is a key of the engine.

use portulan_model::Slug;
use portulan_model::means::pools::PoolRecord;

use crate::db::on;
use crate::error::StoreError;
use crate::sources::parsed;
use crate::{Write, sql};

impl Write {
    /// A pool, as it is while nobody else can act on it; `None` where there is none.
    pub async fn take_pool(&mut self, pool: &Slug) -> Result<Option<PoolRecord>, StoreError> {
        let record = on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, String>(sql::TAKE_POOL)
                .bind(pool.as_str())
                .fetch_optional(c)
                .await
        })?;
        record.map(|text| parsed("pool", &text)).transpose()
    }

    /// Says that a pool carries an intention; `false`, and nothing written, where one carries it already.
    pub async fn carry(&mut self, pool: &Slug, intention: &Slug) -> Result<bool, StoreError> {
        self.part(sql::CARRY_INTENTION, pool, intention).await
    }

    /// Says that a pool carries an intention no more; `false` where it did not.
    pub async fn let_go(&mut self, pool: &Slug, intention: &Slug) -> Result<bool, StoreError> {
        self.part(sql::LET_INTENTION_GO, pool, intention).await
    }

    async fn part(
        &mut self,
        statement: &'static str,
        pool: &Slug,
        intention: &Slug,
    ) -> Result<bool, StoreError> {
        let rows = on!(&mut self.tx, c => {
            sqlx::query(statement)
                .bind(intention.as_str())
                .bind(pool.as_str())
                .execute(c)
                .await
                .map(|done| done.rows_affected())
        })?;
        Ok(rows > 0)
    }
}
