//! Whoever changes the files of the database behind the program is found out, whichever byte it is.

use portulan_store::{DatabaseUrl, Engine, FaultKind, Store};
use portulan_testkit::TestDatabase;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};

use crate::sealing::{seal, write_lines};
use crate::{may, on_both_engines};

on_both_engines! {
    any_changed_byte_of_a_line_or_of_a_seal_is_found
    a_line_removed_added_or_moved_is_found
    a_batch_removed_is_found_and_the_last_ones_by_the_hash_kept_elsewhere
}

/// A connection of somebody who owns the database: the protections are off.
enum Tamperer {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Tamperer {
    async fn new(database: &TestDatabase) -> Self {
        let address = database.address();
        let mut tamperer = match database.url {
            DatabaseUrl::Sqlite(_) => {
                Self::Sqlite(SqliteConnection::connect(&address).await.unwrap())
            }
            DatabaseUrl::Postgres(_) => {
                Self::Postgres(PgConnection::connect(&address).await.unwrap())
            }
        };
        for table in ["journal", "journal_seal"] {
            for event in ["update", "delete", "replace"] {
                let on = match tamperer {
                    Self::Sqlite(_) => String::new(),
                    Self::Postgres(_) => format!(" on {table}"),
                };
                let drop = format!("drop trigger if exists {table}_no_{event}{on}");
                tamperer.run(drop).await;
            }
        }
        tamperer
    }

    async fn run(&mut self, statement: String) {
        let told = statement.clone();
        let done = match self {
            Self::Sqlite(c) => c.execute(AssertSqlSafe(statement)).await.map(drop),
            Self::Postgres(c) => c.execute(AssertSqlSafe(statement)).await.map(drop),
        };
        done.unwrap_or_else(|error| panic!("{told}: {error}"));
    }

    /// A value as text.
    async fn value(&mut self, table: &str, column: &str, key: &str) -> Option<String> {
        let text = format!("select cast({column} as text) from {table} where {key}");
        let query = sqlx::AssertSqlSafe(text);
        match self {
            Self::Sqlite(c) => sqlx::query_scalar(query).fetch_one(c).await,
            Self::Postgres(c) => sqlx::query_scalar(query).fetch_one(c).await,
        }
        .unwrap()
    }

    async fn set(&mut self, table: &str, column: &str, key: &str, value: Option<&str>) {
        let number = ["seq", "at", "batch", "first_seq", "last_seq"].contains(&column);
        let value = match value {
            None => "null".to_owned(),
            Some(value) if number => value.to_owned(),
            Some(value) => format!("'{}'", value.replace('\'', "''")),
        };
        self.run(format!("update {table} set {column} = {value} where {key}"))
            .await;
    }
}

/// Numbers that look drawn, the same in each run.
struct Draws(u64);

impl Draws {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(bound).unwrap()).unwrap()
    }
}

/// The value with one byte changed; for nothing, an empty text.
fn changed(draws: &mut Draws, column: &str, value: Option<&str>) -> String {
    let Some(value) = value.filter(|value| !value.is_empty()) else {
        return if value.is_none() { "" } else { "x" }.to_owned();
    };
    let mut bytes = value.as_bytes().to_vec();
    let at = draws.below(bytes.len());
    let digit = ["seq", "at", "batch", "first_seq", "last_seq"].contains(&column);
    let other = |byte: u8, to: u8| if byte == to { to + 1 } else { to };
    bytes[at] = if digit {
        other(bytes[at], b'1' + u8::try_from(draws.below(8)).unwrap())
    } else {
        other(bytes[at], b' ' + u8::try_from(draws.below(90)).unwrap())
    };
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn any_changed_byte_of_a_line_or_of_a_seal_is_found(engine: Engine) {
    const ROUNDS: usize = 6;
    let lines = [
        "seq", "at", "author", "object", "deed", "reason", "request", "before", "after", "subject",
        "personal",
    ];
    let seals = ["batch", "first_seq", "last_seq", "previous", "hash", "at"];
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    for _ in 0..3 {
        write_lines(&store, 2).await;
        seal(&store).await;
    }
    let whole = store.verify(&may(), None).await.unwrap();
    assert!(whole.is_whole() && whole.batches == 3);
    let mut tamperer = Tamperer::new(&database).await;
    let mut draws = Draws(0x5eed);
    let columns = lines
        .iter()
        .map(|column| ("journal", "seq", *column))
        .chain(
            seals
                .iter()
                .map(|column| ("journal_seal", "batch", *column)),
        );
    for (table, id, column) in columns {
        for _ in 0..ROUNDS {
            let rows = if table == "journal" { 6 } else { 3 };
            let row = draws.below(rows) + 1;
            let key = format!("{id} = {row}");
            let value = tamperer.value(table, column, &key).await;
            let other = changed(&mut draws, column, value.as_deref());
            // A number that another row bears is refused by the engine itself.
            let taken = column == id && other.parse().is_ok_and(|other: usize| other <= rows);
            if taken {
                continue;
            }
            tamperer.set(table, column, &key, Some(&other)).await;
            let found = store.verify(&may(), None).await.unwrap();
            let told = format!("{table}.{column} of {row}: {value:?} → {other:?}");
            assert!(!found.is_whole(), "{told}");
            let moved = format!("{id} = {other}");
            let key = if column == id { &moved } else { &key };
            tamperer.set(table, column, key, value.as_deref()).await;
            assert_eq!(store.verify(&may(), None).await.unwrap(), whole, "{told}");
        }
    }
}

async fn a_line_removed_added_or_moved_is_found(engine: Engine) {
    const COLUMNS: &str = "at, author, object, deed, reason, request, before, after";
    for tampering in [
        "delete from journal where seq = 1".to_owned(),
        "delete from journal where seq = 4".to_owned(),
        format!(
            "insert into journal (seq, {COLUMNS}) select -5, {COLUMNS} from journal where seq = 1"
        ),
        format!(
            "insert into journal (seq, {COLUMNS}) select 0, {COLUMNS} from journal where seq = 1"
        ),
        "update journal set seq = 90 where seq = 6".to_owned(),
        "update journal set before = after, after = before where seq = 2".to_owned(),
    ] {
        let database = TestDatabase::new(engine);
        let store = Store::open(&database.url).await.unwrap();
        for _ in 0..3 {
            write_lines(&store, 2).await;
            seal(&store).await;
        }
        Tamperer::new(&database).await.run(tampering.clone()).await;
        let found = store.verify(&may(), None).await.unwrap();
        assert!(!found.is_whole(), "{tampering}");
        assert_eq!(found.faults[0].what, FaultKind::Changed, "{tampering}");
    }
}

async fn a_batch_removed_is_found_and_the_last_ones_by_the_hash_kept_elsewhere(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    for _ in 0..3 {
        write_lines(&store, 2).await;
        seal(&store).await;
    }
    let head = store.verify(&may(), None).await.unwrap().head.unwrap();
    let mut tamperer = Tamperer::new(&database).await;
    tamperer
        .run("delete from journal_seal where batch = 3".to_owned())
        .await;
    tamperer
        .run("delete from journal where seq > 4".to_owned())
        .await;
    let found = store.verify(&may(), None).await.unwrap();
    assert!(found.is_whole(), "nothing in the database tells");
    let found = store.verify(&may(), Some(&head)).await.unwrap();
    assert_eq!(found.asked_found, Some(false));
    assert!(!found.is_whole());
    tamperer
        .run("delete from journal_seal where batch = 1".to_owned())
        .await;
    let found = store.verify(&may(), None).await.unwrap();
    assert_eq!(found.faults[0].what, FaultKind::Unlinked);
}
