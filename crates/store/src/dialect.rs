//! What must differ between the engines, and nothing else.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};

/// How long a writer waits for another process that writes, on SQLite.
const BUSY: Duration = Duration::from_secs(30);

/// Takes the write lock at the start.
pub(crate) const SQLITE_WRITE: &str = "begin immediate";
/// One view for the whole transaction.
pub(crate) const POSTGRES_SNAPSHOT: &str = "begin isolation level repeatable read read only";

/// One write of places, merges or runs at a time, whichever node it comes from: it reads what the one before it wrote.
pub(crate) const POSTGRES_TURN: &str = "select pg_advisory_xact_lock($1)";
/// The lock of [`POSTGRES_TURN`], among those of one database.
pub(crate) const POSTGRES_TURN_KEY: i64 = 0x706f_7274_756c_616e;

/// Identity columns do not follow rows that were restored with their own numbers.
pub(crate) const POSTGRES_JOURNAL_SEQUENCE: &str = "select setval(pg_get_serial_sequence('journal', 'seq'), \
     greatest((select coalesce(max(seq), 0) from journal), 1), (select count(*) from journal) > 0)";

pub(crate) const SQLITE_VERSION: &str = "select sqlite_version()";
pub(crate) const POSTGRES_VERSION: &str = "show server_version";
pub(crate) const SQLITE_INTEGRITY: &str = "pragma quick_check(1)";
pub(crate) const SQLITE_JOURNAL_TRIGGERS: &str =
    "select count(*) from sqlite_master where type = 'trigger' and tbl_name = 'journal'";
pub(crate) const POSTGRES_JOURNAL_TRIGGERS: &str = "select count(*) from pg_trigger where tgrelid = 'journal'::regclass and not tgisinternal and tgenabled <> 'D'";
pub(crate) const SCHEMA_VERSION: &str = "select max(version) from _sqlx_migrations";

/// Write-ahead log, foreign keys on, patient.
pub(crate) fn sqlite_options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        .busy_timeout(BUSY)
}
