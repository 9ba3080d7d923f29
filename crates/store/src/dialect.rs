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
pub(crate) const SQLITE_JOURNAL_TRIGGERS: &str = "select count(*) from sqlite_master where type = 'trigger' and tbl_name in ('journal', 'journal_seal')";
pub(crate) const POSTGRES_JOURNAL_TRIGGERS: &str = "select count(*) from pg_trigger \
     where tgrelid in ('journal'::regclass, 'journal_seal'::regclass) and not tgisinternal and tgenabled <> 'D'";

/// Transactions that may have taken a number of the journal without showing its line yet: numbers are given after the
/// lock, and the lock is left after the line shows.
pub(crate) const POSTGRES_JOURNAL_WRITERS: &str = "select distinct virtualtransaction from pg_locks \
     where relation = 'journal'::regclass and granted and mode in \
     ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock') \
     and database = (select oid from pg_database where datname = current_database())";

/// Moves what the log of SQLite holds into the file and empties the log.
pub(crate) const SQLITE_CHECKPOINT: &str = "pragma wal_checkpoint(truncate)";
/// How long [`SQLITE_CHECKPOINT`] waits for those that read, in milliseconds, and keeps those that write waiting.
pub(crate) const SQLITE_SHORT_WAIT: &str = "pragma busy_timeout = 500";
/// [`BUSY`].
pub(crate) const SQLITE_USUAL_WAIT: &str = "pragma busy_timeout = 30000";
/// Writes the table of keys anew, without the rows that are gone.
pub(crate) const POSTGRES_VACUUM_KEYS: &str = "vacuum (full) person_key";
/// The number of the next transaction.
pub(crate) const POSTGRES_NEXT: &str =
    "select cast(pg_snapshot_xmax(pg_current_snapshot()) as text)";
/// Whether nobody on the server writes who began before a transaction, and nobody in this database sees what was before
/// it: until then [`POSTGRES_VACUUM_KEYS`] keeps the rows that are gone.
pub(crate) const POSTGRES_NONE_BEFORE: &str = "select \
     pg_snapshot_xmin(pg_current_snapshot()) >= cast(cast($1 as text) as xid8) and not exists \
     (select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() \
     and age(backend_xmin) > age(cast(cast(cast($1 as text) as xid8) as xid)))";
/// A moment between two looks.
pub(crate) const POSTGRES_PAUSE: &str = "select pg_sleep(0.05)";
/// How long [`POSTGRES_VACUUM_KEYS`] waits for its turn before it gives way.
pub(crate) const POSTGRES_SHORT_WAIT: &str = "set lock_timeout = '2s'";
pub(crate) const POSTGRES_USUAL_WAIT: &str = "reset lock_timeout";
/// What the server answers when that was not long enough.
pub(crate) const POSTGRES_NO_TURN: &str = "55P03";

pub(crate) const SCHEMA_VERSION: &str = "select max(version) from _sqlx_migrations";

/// Write-ahead log, foreign keys on, patient; what is deleted leaves the file.
pub(crate) fn sqlite_options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        .pragma("secure_delete", "on")
        .busy_timeout(BUSY)
}
