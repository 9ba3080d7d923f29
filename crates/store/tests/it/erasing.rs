//! What the journal holds of a person can be read until the person is erased; then by nobody, in no copy made after,
//! and the chain stays whole.

use std::io::Cursor;
use std::path::Path;

use portulan_model::PersonId;
use portulan_model::journal::{Content, Deed, Entry, Erasure, Personal, Subject, person_object};
use portulan_model::people::Person;
use portulan_store::{DatabaseUrl, Engine, Replay, Store, StoreError};
use portulan_testkit::builders::{entry, saturday_morning};
use portulan_testkit::{PlaceBuilder, TestDatabase};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};

use crate::sealing::seal;
use crate::{may, nothing_to_replay, on_both_engines};

on_both_engines! {
    data_of_a_person_reads_back_and_is_stored_under_their_key
    a_person_who_is_erased_is_read_by_nobody_and_the_chain_stays_whole
    a_line_about_somebody_erased_is_written_and_never_read
    a_text_moved_to_another_line_is_not_read
    a_copy_made_after_holds_no_key_and_one_made_before_replays_the_erasure
    bytes_of_an_erased_key_leave_the_database
    an_account_goes_with_its_key_and_does_not_come_back_with_a_copy
}

/// A word that must not be found anywhere.
const CANARY: &str = "Canari de Cancale";

fn person(number: u8) -> PersonId {
    PersonId::from_parts(1_700_000_000_000, [number; 10])
}

/// A line about a person. The bytes drawn are the number of the line.
fn about(number: u8, who: PersonId) -> Entry {
    Entry {
        object: person_object(who),
        reason: format!("{CANARY}: reason"),
        before: Some(format!("{{\"nom\":\"{CANARY}\"}}")),
        after: None,
        subject: Some(Subject::new(who, [number; Subject::DRAWN])),
        ..entry(Deed::Updated, &PlaceBuilder::new(1).build())
    }
}

async fn write(store: &Store, entry: &Entry) {
    store
        .put_layer(&may(), "contours", 1, &[1], entry)
        .await
        .unwrap();
}

fn erasure(who: PersonId) -> Entry {
    Entry {
        deed: Deed::Removed,
        reason: String::new(),
        before: None,
        subject: None,
        ..about(0, who)
    }
}

/// The values of a column, as texts, read behind the program's back.
async fn raw(database: &TestDatabase, query: &str) -> Vec<Option<String>> {
    let address = database.address();
    let query = AssertSqlSafe(query.to_owned());
    match &database.url {
        DatabaseUrl::Sqlite(_) => {
            let mut c = SqliteConnection::connect(&address).await.unwrap();
            sqlx::query_scalar(query).fetch_all(&mut c).await.unwrap()
        }
        DatabaseUrl::Postgres(_) => {
            let mut c = PgConnection::connect(&address).await.unwrap();
            sqlx::query_scalar(query).fetch_all(&mut c).await.unwrap()
        }
    }
}

async fn contents(store: &Store, who: PersonId) -> Vec<Content> {
    let lines = store.journal(&may(), &person_object(who), 10).await;
    let lines = lines.unwrap().into_iter();
    lines
        .filter(|line| line.deed != Deed::Removed)
        .map(|line| line.content)
        .collect()
}

async fn data_of_a_person_reads_back_and_is_stored_under_their_key(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let (one, other) = (person(1), person(2));
    for (number, who) in [(7, one), (8, one), (9, other)] {
        write(&store, &about(number, who)).await;
    }
    let lines = store
        .journal(&may(), &person_object(one), 10)
        .await
        .unwrap();
    assert_eq!(lines.len(), 2);
    for line in &lines {
        let told = line.told().unwrap();
        assert_eq!(told.reason, format!("{CANARY}: reason"));
        assert!(told.before.as_deref().unwrap().contains(CANARY));
        assert_eq!((&told.after, line.subject), (&None, Some(one)));
    }
    let about_one = store.journal_about(&may(), one, None, 10).await.unwrap();
    assert_eq!(about_one, lines);
    let withheld = store
        .journal_before(&may(), &person_object(one), None, 10, Personal::Withheld)
        .await
        .unwrap();
    assert!(
        withheld
            .iter()
            .all(|line| line.content == Content::Withheld)
    );
    let columns = "reason || coalesce(before, '') || coalesce(after, '') || personal";
    for stored in raw(&database, &format!("select {columns} from journal")).await {
        assert!(!stored.unwrap().contains(CANARY));
    }
    let keys = raw(&database, "select secret from person_key order by person").await;
    // The first line of a person draws the key, the next ones use it.
    assert_eq!(keys, [Some("07".repeat(32)), Some("09".repeat(32))]);
}

async fn a_person_who_is_erased_is_read_by_nobody_and_the_chain_stays_whole(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let (gone, other) = (person(1), person(2));
    write(&store, &about(7, gone)).await;
    write(&store, &about(8, other)).await;
    seal(&store).await;
    let erased = store.erase_person(&may(), gone, &erasure(gone)).await;
    assert!(erased.unwrap());
    let again = store.erase_person(&may(), gone, &erasure(gone)).await;
    assert!(!again.unwrap(), "and nothing is said twice");
    assert_eq!(contents(&store, gone).await, [Content::Erased]);
    assert!(matches!(
        contents(&store, other).await[..],
        [Content::Told(_)]
    ));
    let removals = store.journal(&may(), &person_object(gone), 10).await;
    let removals = removals.unwrap();
    assert_eq!(removals.len(), 2);
    assert_eq!(removals[0].deed, Deed::Removed);
    seal(&store).await;
    let found = store.verify(&may(), None).await.unwrap();
    assert!(found.is_whole());
    assert_eq!((found.lines, found.unsealed), (3, 0));
    let listed = store.erasures(&may()).await.unwrap();
    let at = saturday_morning();
    assert_eq!(listed, [Erasure { person: gone, at }]);
}

async fn a_line_about_somebody_erased_is_written_and_never_read(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let gone = person(1);
    // Erased before the journal said anything of them.
    store
        .erase_person(&may(), gone, &erasure(gone))
        .await
        .unwrap();
    write(&store, &about(7, gone)).await;
    assert_eq!(contents(&store, gone).await, [Content::Erased]);
    let keys = raw(&database, "select secret from person_key").await;
    assert_eq!(keys, [None]);
    let withheld = store
        .journal_before(&may(), &person_object(gone), None, 1, Personal::Withheld)
        .await
        .unwrap();
    assert_eq!(withheld[0].content, Content::Erased);
}

async fn a_text_moved_to_another_line_is_not_read(engine: Engine) {
    const SWAP: &str =
        "update journal set personal = (select personal from journal where seq = 1) where seq = 2";
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    write(&store, &about(7, person(1))).await;
    let mut later = about(8, person(1));
    later.at += chrono::TimeDelta::milliseconds(1);
    write(&store, &later).await;
    let (drop, address) = ("drop trigger journal_no_update", database.address());
    match &database.url {
        DatabaseUrl::Sqlite(_) => {
            let mut c = SqliteConnection::connect(&address).await.unwrap();
            c.execute(drop).await.unwrap();
            c.execute(SWAP).await.unwrap();
        }
        DatabaseUrl::Postgres(_) => {
            let mut c = PgConnection::connect(&address).await.unwrap();
            c.execute("drop trigger journal_no_update on journal")
                .await
                .unwrap();
            c.execute(SWAP).await.unwrap();
        }
    }
    let read = store.journal(&may(), &person_object(person(1)), 1).await;
    assert!(matches!(read, Err(StoreError::Corrupt { .. })), "{read:?}");
}

async fn a_copy_made_after_holds_no_key_and_one_made_before_replays_the_erasure(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let (gone, other) = (person(1), person(2));
    write(&store, &about(7, gone)).await;
    write(&store, &about(8, other)).await;
    seal(&store).await;
    let head = store.verify(&may(), None).await.unwrap().head.unwrap();
    let mut before = Vec::new();
    store.dump(&may(), &mut before).await.unwrap();
    store
        .erase_person(&may(), gone, &erasure(gone))
        .await
        .unwrap();
    let mut after = Vec::new();
    store.dump(&may(), &mut after).await.unwrap();
    let key = "07".repeat(32);
    assert!(String::from_utf8_lossy(&before).contains(&key));
    assert!(!String::from_utf8_lossy(&after).contains(&key));
    let erasures = store.erasures(&may()).await.unwrap();
    let since = Replay {
        erasures: &erasures,
        now: saturday_morning(),
    };
    // Without the list, a copy of before brings back what was erased: hence the list.
    for (copy, replay, expected) in [
        (&before, nothing_to_replay(), false),
        (&before, since, true),
        (&after, nothing_to_replay(), true),
        (&after, since, true),
    ] {
        let target = TestDatabase::new(engine);
        Store::load(&target.url, &may(), &mut Cursor::new(copy), &replay)
            .await
            .unwrap();
        let restored = Store::open(&target.url).await.unwrap();
        let is_erased = contents(&restored, gone).await == [Content::Erased];
        assert_eq!(is_erased, expected);
        assert!(matches!(
            contents(&restored, other).await[..],
            [Content::Told(_)]
        ));
        let lines = restored.journal(&may(), &person_object(gone), 10).await;
        let told = lines.unwrap().len() - 1;
        assert_eq!(told, usize::from(expected), "said once");
        let listed = restored.erasures(&may()).await.unwrap().len();
        assert_eq!(listed, usize::from(expected));
        let found = restored.verify(&may(), Some(&head)).await.unwrap();
        assert!(found.is_whole());
        if let DatabaseUrl::Sqlite(file) = &target.url {
            drop(restored);
            assert_eq!(!holds(file, &key), expected);
        }
    }
}

/// Whether the files of a database hold a text.
pub(crate) fn holds(file: &Path, text: &str) -> bool {
    ["", "-wal"].iter().any(|end| {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        let bytes = std::fs::read(name).unwrap_or_default();
        bytes.windows(text.len()).any(|one| one == text.as_bytes())
    })
}

async fn bytes_of_an_erased_key_leave_the_database(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    for number in 1..=50 {
        write(&store, &about(number, person(number))).await;
    }
    let gone = person(7);
    assert!(store.settle_erasures().await.unwrap(), "nothing to do");
    let key = "07".repeat(32);
    match &database.url {
        DatabaseUrl::Sqlite(file) => assert!(holds(file, &key)),
        DatabaseUrl::Postgres(_) => assert_ne!(in_the_table_of_keys(&database, &key).await, 0),
    }
    store
        .erase_person(&may(), gone, &erasure(gone))
        .await
        .unwrap();
    assert!(store.settle_erasures().await.unwrap());
    match &database.url {
        DatabaseUrl::Sqlite(file) => {
            assert!(!holds(file, &key));
            assert!(holds(file, &"08".repeat(32)), "the others stay");
            assert!(!holds(file, CANARY));
        }
        DatabaseUrl::Postgres(_) => {
            assert_eq!(in_the_table_of_keys(&database, &key).await, 0);
            assert_ne!(in_the_table_of_keys(&database, &"08".repeat(32)).await, 0);
        }
    }
}

/// Where the file of the table of keys holds a text, on a server; 0 when it does not.
async fn in_the_table_of_keys(database: &TestDatabase, text: &str) -> i32 {
    let mut c = PgConnection::connect(&database.address()).await.unwrap();
    c.execute("checkpoint").await.unwrap();
    sqlx::query_scalar(
        "select position(convert_to($1, 'UTF8') in pg_read_binary_file(pg_relation_filepath('person_key')))",
    )
    .bind(text)
    .fetch_one(&mut c)
    .await
    .unwrap()
}

async fn an_account_goes_with_its_key_and_does_not_come_back_with_a_copy(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let account = Person {
        id: person(1),
        email: "camille@exemple.fr".parse().ok(),
        name: CANARY.parse().unwrap(),
        lang: "fr".to_owned(),
        created: saturday_morning(),
        seen: None,
    };
    let mut write = store.open_people().await.unwrap();
    assert!(write.add_person(&account).await.unwrap());
    write.tell(&about(7, account.id)).await.unwrap();
    write.commit().await.unwrap();
    let mut before = Vec::new();
    store.dump(&may(), &mut before).await.unwrap();
    let mut write = store.open_people().await.unwrap();
    let now = saturday_morning();
    write.forget_person(account.id, now).await.unwrap();
    write.tell(&erasure(account.id)).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(store.person(account.id).await.unwrap(), None);
    assert_eq!(contents(&store, account.id).await, [Content::Erased]);
    let mut after = Vec::new();
    store.dump(&may(), &mut after).await.unwrap();
    assert!(String::from_utf8_lossy(&before).contains(CANARY));
    assert!(!String::from_utf8_lossy(&after).contains(CANARY));
    assert!(store.settle_erasures().await.unwrap());
    if let DatabaseUrl::Sqlite(file) = &database.url {
        assert!(!holds(file, CANARY));
    }
    let erasures = store.erasures(&may()).await.unwrap();
    let replay = Replay {
        erasures: &erasures,
        now,
    };
    let target = TestDatabase::new(engine);
    Store::load(&target.url, &may(), &mut Cursor::new(&before), &replay)
        .await
        .unwrap();
    let restored = Store::open(&target.url).await.unwrap();
    assert_eq!(restored.person(account.id).await.unwrap(), None);
    assert_eq!(contents(&restored, account.id).await, [Content::Erased]);
    assert!(restored.settle_erasures().await.unwrap());
    if let DatabaseUrl::Sqlite(file) = &target.url {
        assert!(!holds(file, CANARY));
    }
}
