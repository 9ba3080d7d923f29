//! The journal as people use it: sealed while the site serves, shown on its object, given whole, emptied of a person.

use std::path::Path;
use std::sync::Arc;

use portulan_app::doctor::Health;
use portulan_app::journal::{self, LINES_A_PAGE, list};
use portulan_app::{App, Replay, copy, demonstration, doctor};
use portulan_model::PersonId;
use portulan_model::journal::{Content, Deed, Entry, Personal, person_object};
use portulan_store::Store;
use portulan_testkit::builders::{entry, saturday_morning};
use portulan_testkit::{Engine, PlaceBuilder, TestDatabase};
use serde_json::Value;

use crate::{may, nothing_to_replay, on_both_engines, open};

on_both_engines! {
    the_watch_seals_what_was_written
    the_journal_of_an_object_is_read_page_by_page_with_what_changed
    an_export_withholds_what_it_says_of_persons
    a_person_who_is_erased_stays_erased_in_a_restored_copy
    a_list_of_erasures_is_completed_and_replayed
    a_restored_copy_is_verified_by_the_doctor
}

/// A word that must not be found anywhere once its person is erased.
const CANARY: &str = "Canari de Cancale";

fn person(number: u8) -> PersonId {
    PersonId::from_parts(1_700_000_000_000, [number; 10])
}

/// Adds a line: ending a session that is not there changes nothing else.
async fn write(database: &TestDatabase, entry: &Entry) {
    let store = Store::open(&database.url).await.unwrap();
    store.end_session(&[0; 32], entry).await.unwrap();
}

async fn write_about(app: &App, database: &TestDatabase, who: PersonId) {
    let line = Entry {
        object: person_object(who),
        reason: CANARY.to_owned(),
        after: Some(format!("{{\"nom\":\"{CANARY}\"}}")),
        subject: Some(journal::about(app, who)),
        ..entry(Deed::Updated, &PlaceBuilder::new(1).build())
    };
    write(database, &line).await;
}

async fn first_content(app: &App, who: PersonId) -> Content {
    let lines = journal::of_object(app, &may(), &person_object(who), None).await;
    let lines = lines.unwrap().lines;
    lines.last().unwrap().content.clone()
}

async fn the_watch_seals_what_was_written(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    demonstration::load(&app, &may()).await.unwrap();
    let watch = tokio::spawn(portulan_app::watch(Arc::clone(&app)));
    for _ in 0..200 {
        let found = journal::verify(&app, &may(), None).await.unwrap();
        if found.unsealed == 0 && found.lines > 0 {
            watch.abort();
            assert!(found.is_whole());
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("nothing was sealed");
}

async fn the_journal_of_an_object_is_read_page_by_page_with_what_changed(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let place = PlaceBuilder::new(1).build();
    let lines = LINES_A_PAGE + 5;
    for number in 0..lines {
        let line = Entry {
            behalf: Some("structure-ccas-de-rennes".to_owned()),
            reason: number.to_string(),
            before: Some(format!("{{\"nom\":\"A\",\"n\":{number}}}")),
            after: Some(format!("{{\"nom\":\"A\",\"n\":{}}}", number + 1)),
            ..entry(Deed::Updated, &place)
        };
        write(&database, &line).await;
    }
    let object = "lieu-lieu-1";
    let first = journal::of_object(&app, &may(), object, None)
        .await
        .unwrap();
    assert_eq!(first.lines.len(), 50);
    let behalf = first.lines[0].behalf.as_deref();
    assert_eq!(behalf, Some("structure-ccas-de-rennes"));
    let changed = journal::changes(first.lines[0].told().unwrap());
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].field, "n");
    assert_eq!(changed[0].after, Some(Value::from(lines)));
    let second = journal::of_object(&app, &may(), object, first.next)
        .await
        .unwrap();
    let reasons: Vec<&str> = second
        .lines
        .iter()
        .map(portulan_model::journal::Line::reason)
        .collect();
    assert_eq!(reasons, ["4", "3", "2", "1", "0"]);
    assert_eq!(second.next, None);
}

async fn exported(app: &App, personal: Personal) -> String {
    let mut bytes = Vec::new();
    journal::export(app, &may(), personal, &mut bytes)
        .await
        .unwrap();
    String::from_utf8(bytes).unwrap()
}

async fn an_export_withholds_what_it_says_of_persons(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    write(
        &database,
        &entry(Deed::Created, &PlaceBuilder::new(1).build()),
    )
    .await;
    write_about(&app, &database, person(1)).await;
    write_about(&app, &database, person(2)).await;
    journal::erase(&app, &may(), person(2), "essai")
        .await
        .unwrap();
    let with = exported(&app, Personal::Shown).await;
    assert_eq!(
        with.matches(CANARY).count(),
        2,
        "reason and after of one line"
    );
    let without = exported(&app, Personal::Withheld).await;
    assert!(!without.contains(CANARY));
    let lines: Vec<Value> = without
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["after"]["slug"], "lieu-1");
    assert_eq!(lines[1]["withheld"], "personal");
    assert_eq!(lines[2]["withheld"], "erased");
    assert_eq!(lines[3]["deed"], "removed");
    assert!(lines[1].get("reason").is_none());
}

/// A copy of an installation, and its text.
async fn copied(app: &App, file: &Path) -> String {
    copy::backup(app, &may(), file).await.unwrap();
    std::fs::read_to_string(file).unwrap()
}

/// Keys of persons in a copy.
fn keys_in(copy: &str) -> usize {
    let rows = copy
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let keys = rows.filter(|row| row["row"][0] == "person_key" && row["row"][1][1].is_string());
    keys.count()
}

async fn a_person_who_is_erased_stays_erased_in_a_restored_copy(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    write_about(&app, &database, person(1)).await;
    write_about(&app, &database, person(2)).await;
    let folder = tempfile::tempdir().unwrap();
    let (before, after) = (folder.path().join("avant"), folder.path().join("apres"));
    let list_file = folder.path().join("effacements.ndjson");
    let keys_before = copied(&app, &before).await;
    assert!(
        journal::erase(&app, &may(), person(1), "essai")
            .await
            .unwrap()
    );
    assert!(
        !journal::erase(&app, &may(), person(1), "essai")
            .await
            .unwrap()
    );
    let keys_after = copied(&app, &after).await;
    assert!(!keys_after.contains(CANARY));
    assert_eq!((keys_in(&keys_before), keys_in(&keys_after)), (2, 1));
    assert_eq!(list::complete(&app, &may(), &list_file).await.unwrap(), 1);
    let erasures = list::read(&list_file).unwrap();
    let replay = Replay {
        erasures: &erasures,
        now: saturday_morning(),
    };
    for (file, replay) in [(&after, nothing_to_replay()), (&before, replay)] {
        let target = TestDatabase::new(engine);
        copy::restore(&target.url, &may(), file, &replay)
            .await
            .unwrap();
        let restored = open(&target).await;
        assert_eq!(first_content(&restored, person(1)).await, Content::Erased);
        let other = first_content(&restored, person(2)).await;
        assert!(matches!(other, Content::Told(_)));
    }
}

async fn a_list_of_erasures_is_completed_and_replayed(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let folder = tempfile::tempdir().unwrap();
    let (copy_file, file) = (folder.path().join("copie"), folder.path().join("liste"));
    write_about(&app, &database, person(1)).await;
    copied(&app, &copy_file).await;
    let keeper = tokio::spawn(list::keep(Arc::clone(&app), file.clone()));
    journal::erase(&app, &may(), person(1), "essai")
        .await
        .unwrap();
    assert_eq!(list::complete(&app, &may(), &file).await.unwrap(), 1);
    keeper.abort();
    // Whoever restored without the list: the node that keeps it erases again when it starts.
    let target = TestDatabase::new(engine);
    copy::restore(&target.url, &may(), &copy_file, &nothing_to_replay())
        .await
        .unwrap();
    let restored = open(&target).await;
    assert!(matches!(
        first_content(&restored, person(1)).await,
        Content::Told(_)
    ));
    let erasures = list::read(&file).unwrap();
    assert_eq!(list::replay(&restored, &may(), &erasures).await.unwrap(), 1);
    assert_eq!(list::replay(&restored, &may(), &erasures).await.unwrap(), 0);
    assert_eq!(first_content(&restored, person(1)).await, Content::Erased);
    assert_eq!(list::complete(&restored, &may(), &file).await.unwrap(), 1);
    std::fs::write(&file, "{\n").unwrap();
    assert!(list::read(&file).unwrap_err().is_refusal());
    assert!(
        list::read(&folder.path().join("absent"))
            .unwrap_err()
            .is_refusal()
    );
}

async fn a_restored_copy_is_verified_by_the_doctor(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    demonstration::load(&app, &may()).await.unwrap();
    let (sealed, found) = journal::seal_all(&app, &may()).await.unwrap();
    assert_eq!((sealed.lines, found.unsealed), (found.lines, 0));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copie");
    copied(&app, &file).await;
    let target = TestDatabase::new(engine);
    copy::restore(&target.url, &may(), &file, &nothing_to_replay())
        .await
        .unwrap();
    let restored = open(&target).await;
    let again = journal::verify(&restored, &may(), found.head.as_deref()).await;
    assert_eq!(again.unwrap().asked_found, Some(true));
    let findings = doctor::examine(&restored, &may()).await.unwrap();
    let seals = findings.iter().find(|finding| finding.check == "seals");
    let seals = seals.unwrap();
    assert_eq!(
        (seals.health, &seals.value),
        (Health::Good, &found.lines.to_string())
    );
    // A copy that somebody changed, sums and all, is found out.
    let text = std::fs::read_to_string(&file).unwrap();
    let (changed, changed_file) = (tampered(&text), folder.path().join("autre"));
    std::fs::write(&changed_file, changed).unwrap();
    let other = TestDatabase::new(engine);
    copy::restore(&other.url, &may(), &changed_file, &nothing_to_replay())
        .await
        .unwrap();
    let other = open(&other).await;
    let findings = doctor::examine(&other, &may()).await.unwrap();
    let seals = findings.iter().find(|finding| finding.check == "seals");
    assert_eq!(seals.unwrap().health, Health::Wrong);
}

/// The copy with one line of its journal changed, and the sum of the journal made again.
fn tampered(copy: &str) -> String {
    use sha2::Digest as _;
    let (mut hash, mut lines) = (sha2::Sha256::new(), Vec::new());
    for line in copy.lines() {
        let is_journal = line.starts_with("{\"journal\":");
        let first = is_journal
            && !lines
                .iter()
                .any(|line: &String| line.starts_with("{\"journal\":"));
        let line = if first {
            line.replacen("\"created\"", "\"updated\"", 1)
        } else {
            line.to_owned()
        };
        if is_journal {
            hash.update(line.as_bytes());
            hash.update(b"\n");
        }
        lines.push(line);
    }
    let sum = hash.finalize();
    let sum = sum
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    let mut totals: Value = serde_json::from_str(lines.last().unwrap()).unwrap();
    for total in totals["totals"].as_array_mut().unwrap() {
        if total["table"] == "journal" {
            total["sha256"] = sum.clone().into();
        }
    }
    *lines.last_mut().unwrap() = totals.to_string();
    lines.join("\n") + "\n"
}
