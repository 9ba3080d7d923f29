//! Whoever changes the files of the database behind the program is found out, whichever byte it is.

use portulan_model::PersonId;
use portulan_model::journal::{Deed, Entry, Subject};
use portulan_store::{DatabaseUrl, Engine, FaultKind, Store};
use portulan_testkit::builders::entry;
use portulan_testkit::{PlaceBuilder, TestDatabase};
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
        let number = NUMBERS.contains(&column);
        let value = match value {
            None => "null".to_owned(),
            Some(value) if number => value.to_owned(),
            Some(value) => format!("'{}'", value.replace('\'', "''")),
        };
        self.run(format!("update {table} set {column} = {value} where {key}"))
            .await;
    }
}

/// Columns of numbers.
const NUMBERS: [&str; 5] = ["seq", "at", "batch", "first_seq", "last_seq"];

/// The value with one byte changed, for each of its bytes; for nothing, an empty text; for an empty text, a letter.
fn changed(column: &str, value: Option<&str>) -> Vec<String> {
    let Some(value) = value.filter(|value| !value.is_empty()) else {
        return vec![if value.is_none() { "" } else { "x" }.to_owned()];
    };
    let number = NUMBERS.contains(&column);
    let other = |byte: u8| match byte {
        b'9' | b'-' if number => b'1',
        b'~' | 0x80.. => b' ',
        byte => byte + 1,
    };
    let each = |at: usize| {
        let mut bytes = value.as_bytes().to_vec();
        bytes[at] = other(bytes[at]);
        String::from_utf8_lossy(&bytes).into_owned()
    };
    (0..value.len()).map(each).collect()
}

/// Lines with something in every column, in batches of which one holds several.
async fn written(store: &Store) {
    for number in 1_u8..=4 {
        let place = PlaceBuilder::new(u64::from(number)).build();
        let who = PersonId::from_parts(1_700_000_000_000, [number; 10]);
        let line = Entry {
            behalf: Some("structure-ccas".to_owned()),
            before: Some("{\"nom\":\"É\"}".to_owned()),
            after: Some("{}".to_owned()),
            subject: (number % 2 == 0).then(|| Subject::new(who, [number; Subject::DRAWN])),
            ..entry(Deed::Updated, &place)
        };
        store
            .put_layer(&may(), "contours", 1, &[1], &line)
            .await
            .unwrap();
        if number != 2 {
            seal(store).await;
        }
    }
}

async fn any_changed_byte_of_a_line_or_of_a_seal_is_found(engine: Engine) {
    let lines = [
        "seq", "at", "author", "behalf", "object", "deed", "reason", "request", "before", "after",
        "subject", "personal",
    ];
    let seals = ["batch", "first_seq", "last_seq", "previous", "hash", "at"];
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    written(&store).await;
    let whole = store.verify(&may(), None).await.unwrap();
    assert!(whole.is_whole() && (whole.batches, whole.lines) == (3, 4));
    let mut tamperer = Tamperer::new(&database).await;
    let mut tried = 0;
    let columns = lines.map(|column| ("journal", "seq", column, 4));
    let of_seals = seals.map(|column| ("journal_seal", "batch", column, 3));
    for (table, id, column, rows) in columns.into_iter().chain(of_seals) {
        for row in 1..=rows {
            let key = format!("{id} = {row}");
            let value = tamperer.value(table, column, &key).await;
            for other in changed(column, value.as_deref()) {
                // A number that another row bears is refused by the engine itself.
                if column == id && other.parse().is_ok_and(|other: u32| other <= rows) {
                    continue;
                }
                tamperer.set(table, column, &key, Some(&other)).await;
                let found = store.verify(&may(), None).await.unwrap();
                let told = format!("{table}.{column} of {row}: {value:?} → {other:?}");
                assert!(!found.is_whole(), "{told}");
                let moved = format!("{id} = {other}");
                let key = if column == id { &moved } else { &key };
                tamperer.set(table, column, key, value.as_deref()).await;
                tried += 1;
            }
        }
        assert_eq!(store.verify(&may(), None).await.unwrap(), whole, "{column}");
    }
    assert!(tried > 1_000, "{tried}");
}

async fn a_line_removed_added_or_moved_is_found(engine: Engine) {
    const COLUMNS: &str = "at, author, object, deed, reason, request, before, after";
    let copied = |seq: i32| {
        format!(
            "insert into journal (seq, {COLUMNS}) select {seq}, {COLUMNS} from journal where seq = 1"
        )
    };
    // Each leaves all numbers where they were: two lines, or two seals, in the place of each other.
    let swapped = |table: &str, id: &str, column: &str| {
        format!(
            "update {table} set {column} = (select t.{column} from {table} t where t.{id} = 5 - {table}.{id}) \
             where {id} in (2, 3)"
        )
    };
    for tampering in [
        "delete from journal where seq = 1".to_owned(),
        "delete from journal where seq = 4".to_owned(),
        "delete from journal where seq = 6".to_owned(),
        "delete from journal where seq > 4".to_owned(),
        "delete from journal".to_owned(),
        copied(-5),
        copied(0),
        "update journal set seq = 90 where seq = 6".to_owned(),
        "update journal set before = after, after = before where seq = 2".to_owned(),
        swapped("journal", "seq", "after"),
        swapped("journal", "seq", "object"),
        swapped("journal_seal", "batch", "hash"),
        swapped("journal_seal", "batch", "previous"),
        swapped("journal_seal", "batch", "last_seq"),
        "update journal_seal set last_seq = 5 where batch = 3".to_owned(),
        "update journal_seal set last_seq = 9 where batch = 3".to_owned(),
        "update journal_seal set hash = previous, previous = hash where batch = 2".to_owned(),
        "delete from journal_seal where batch = 2".to_owned(),
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
