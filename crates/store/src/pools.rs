//! Which intentions pools carry: one pool at most, by a key of the engine, whoever proposes at the same time.

use portulan_model::Slug;

use crate::db::on;
use crate::error::StoreError;
use crate::{Write, sql};

impl Write {
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
