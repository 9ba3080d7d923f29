//! Migrations: the same numbers on both engines, compiled in, run when a database is opened.
//!
//! A migration that has landed is never edited: its checksum is kept in the database and compared.

use std::borrow::Cow;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{PgPool, SqlSafeStr, SqlitePool};

use crate::error::StoreError;

struct Step {
    number: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

/// A number below ten has three zeros in its file name, one above has two: it says so.
macro_rules! step {
    ($number:literal, $file:literal, $name:literal) => {
        Step {
            number: $number,
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $file, "_", $name, ".sql")),
            postgres: include_str!(concat!(
                "../migrations/postgres/",
                $file,
                "_",
                $name,
                ".sql"
            )),
        }
    };
}

const STEPS: &[Step] = &[
    step!(1, "0001", "directory"),
    step!(2, "0002", "journal_and_order"),
    step!(3, "0003", "harmonisation"),
    step!(4, "0004", "people"),
    step!(5, "0005", "sealed_journal"),
    step!(6, "0006", "mail"),
    step!(7, "0007", "proposals"),
    step!(8, "0008", "editing"),
    step!(9, "0009", "campaigns"),
    step!(10, "0010", "census"),
    step!(11, "0011", "audience"),
    step!(12, "0012", "pictures"),
    step!(13, "0013", "governance"),
    step!(14, "0014", "calls"),
    step!(15, "0015", "envelopes"),
    step!(16, "0016", "intentions"),
    step!(17, "0017", "dismissals"),
    step!(18, "0018", "pools"),
    step!(19, "0019", "agreements"),
    step!(20, "0020", "applications"),
    step!(21, "0021", "examination"),
    step!(22, "0022", "places_revision"),
];

fn migrator(text: fn(&Step) -> &'static str) -> Migrator {
    let migration = |step: &Step| {
        Migration::new(
            step.number,
            Cow::Borrowed(step.name),
            MigrationType::Simple,
            text(step).into_sql_str(),
            false,
        )
    };
    Migrator::with_migrations(STEPS.iter().map(migration).collect())
}

pub(crate) async fn sqlite(pool: &SqlitePool) -> Result<(), StoreError> {
    Ok(migrator(|step| step.sqlite).run(pool).await?)
}

/// Several nodes may start at once: an advisory lock lets one migrate and the others wait.
pub(crate) async fn postgres(pool: &PgPool) -> Result<(), StoreError> {
    Ok(migrator(|step| step.postgres).run(pool).await?)
}
