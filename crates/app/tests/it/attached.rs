//! Contents of attached files in the database, in a folder and in a store that speaks S3: kept, lost, copied and moved.

mod hostile;
mod kept;

use std::fs;

use portulan_app::files::{self, Files, GRACE, Lost, Moved, Swept};
use portulan_app::{Clock as _, Error, SystemClock, copy, doctor, meetings};
use portulan_model::FileId;
use portulan_policy::actions::{Diagnose, Restore};
use portulan_store::{ContentDigest, Store};
use portulan_testkit::{Engine, TestDatabase};

use self::kept::{Kept, attach, read};
use crate::meetings::world::World;
use crate::{may, nothing_to_replay, on_both_engines, open_with};

on_both_engines! {
    a_file_is_kept_read_and_taken_away_wherever_contents_are
    what_is_lost_or_altered_is_not_given_and_is_named
    a_copy_carries_contents_from_one_place_to_another
    another_database_finds_contents_where_they_were
    only_the_installation_whose_contents_they_are_takes_any_away
    contents_move_from_place_to_place_and_back
}

async fn here(database: &TestDatabase, id: FileId) -> bool {
    let store = Store::open(&database.url).await.unwrap();
    store.attachment(id).await.unwrap().unwrap().0.here
}

async fn a_file_is_kept_read_and_taken_away_wherever_contents_are(engine: Engine) {
    for kept in Kept::all() {
        let world = World::kept_in(engine, kept.files.clone()).await;
        let (meeting, id) = attach(&world, "note.pdf", b"%PDF-1.7 a").await.unwrap();
        let (file, bytes) = read(&world.app, &world, meeting, id).await.unwrap();
        assert_eq!(
            (file.name.as_str(), &bytes[..]),
            ("note.pdf", &b"%PDF-1.7 a"[..])
        );
        let in_database = matches!(kept.files, Files::Database);
        assert_eq!(here(&world.database, id).await, in_database);
        if let Some(folder) = &kept.folder {
            let names = kept::names(folder.path());
            assert_eq!(names, [ContentDigest::of(&bytes).to_string()]);
        }
        let now = SystemClock.now();
        let young = files::sweep(&world.app, now + GRACE * 2).await.unwrap();
        let named = usize::from(!in_database);
        assert_eq!((young.named, young.removed), (named, 0));
        assert!(!young.foreign);
        meetings::detach(&world.app, &world.lead(), (&world.body, meeting), id)
            .await
            .unwrap();
        let gone = read(&world.app, &world, meeting, id).await;
        assert!(matches!(gone, Err(Error::NotFound(_))));
        // A content that no file names stays for a day, then goes.
        let swept = |young, removed| Swept {
            named: 0,
            young,
            removed,
            foreign: false,
        };
        for (at, done) in [
            (now, swept(named, 0)),
            (now + GRACE * 2, swept(0, named)),
            (now + GRACE * 3, swept(0, 0)),
        ] {
            assert_eq!(files::sweep(&world.app, at).await.unwrap(), done);
        }
    }
}

async fn what_is_lost_or_altered_is_not_given_and_is_named(engine: Engine) {
    let kept = Kept::folder();
    let folder = kept.folder.as_ref().unwrap().path();
    let world = World::kept_in(engine, kept.files.clone()).await;
    let (meeting, id) = attach(&world, "note.pdf", b"%PDF-1.7 a").await.unwrap();
    let file = folder.join(ContentDigest::of(b"%PDF-1.7 a").to_string());
    let check = async || {
        let (count, lost) = files::read_all(&world.app, &may::<Diagnose>())
            .await
            .unwrap();
        assert_eq!(count, 1);
        lost.into_iter()
            .map(|(kept, why)| (kept.file.name, why))
            .collect::<Vec<_>>()
    };
    assert_eq!(check().await, []);
    fs::write(&file, b"%PDF-1.7 b").unwrap();
    let altered = read(&world.app, &world, meeting, id).await;
    assert!(
        matches!(altered, Err(Error::Lost(Lost::Altered))),
        "{altered:?}"
    );
    assert_eq!(check().await, [("note.pdf".to_owned(), Lost::Altered)]);
    let copies = tempfile::tempdir().unwrap();
    let copied = copy::backup(&world.app, &may(), &copies.path().join("copie"))
        .await
        .unwrap();
    assert_eq!(copied.lost, [id.to_string()]);
    fs::remove_file(&file).unwrap();
    let missing = read(&world.app, &world, meeting, id).await;
    assert!(
        matches!(missing, Err(Error::Lost(Lost::Missing))),
        "{missing:?}"
    );
    let findings = doctor::examine(&world.app, &may()).await.unwrap();
    let found = |check: &str| {
        let one = findings.iter().find(|one| one.check == check);
        one.map(|one| one.value.clone())
    };
    assert_eq!(found("files").as_deref(), Some("1"));
    let named = found("files-missing").unwrap();
    assert!(
        named.contains("note.pdf") && named.contains("seance-"),
        "{named}"
    );
    // Attached again, it is whole again.
    attach(&world, "encore.pdf", b"%PDF-1.7 a").await.unwrap();
    read(&world.app, &world, meeting, id).await.unwrap();
}

async fn a_copy_carries_contents_from_one_place_to_another(engine: Engine) {
    let copies = tempfile::tempdir().unwrap();
    for (rank, from) in Kept::all().into_iter().enumerate() {
        let world = World::kept_in(engine, from.files.clone()).await;
        let (meeting, id) = attach(&world, "note.pdf", b"%PDF-1.7 a").await.unwrap();
        let file = copies.path().join(rank.to_string());
        let copied = copy::backup(&world.app, &may(), &file).await.unwrap();
        assert_eq!(copied.lost, [""; 0]);
        for to in Kept::all() {
            let target = TestDatabase::new(engine);
            let replay = nothing_to_replay();
            let tables = copy::restore_into(&target.url, &to.files, &may(), &file, &replay).await;
            assert_eq!(tables.unwrap(), copied.tables);
            let app = open_with(&target, to.files.clone()).await;
            let (_, bytes) = read(&app, &world, meeting, id).await.unwrap();
            assert_eq!(bytes, b"%PDF-1.7 a");
            assert_eq!(here(&target, id).await, matches!(to.files, Files::Database));
        }
    }
}

async fn another_database_finds_contents_where_they_were(engine: Engine) {
    let kept = Kept::folder();
    let world = World::kept_in(engine, kept.files.clone()).await;
    let (meeting, id) = attach(&world, "note.pdf", b"%PDF-1.7 a").await.unwrap();
    let target = TestDatabase::new(engine);
    copy::migrate(
        &world.database.url,
        &target.url,
        &may(),
        &may(),
        world.app.now(),
    )
    .await
    .unwrap();
    let app = open_with(&target, kept.files.clone()).await;
    read(&app, &world, meeting, id).await.unwrap();
    // Opened without its folder, it says that the content is not there, and loses nothing.
    let app = open_with(&target, Files::Database).await;
    let missing = read(&app, &world, meeting, id).await;
    assert!(matches!(missing, Err(Error::Lost(Lost::Missing))));
}

async fn contents_move_from_place_to_place_and_back(engine: Engine) {
    let all = Kept::all();
    let [database, folder, bucket] = &all;
    let world = World::kept_in(engine, Files::Database).await;
    let (meeting, id) = attach(&world, "note.pdf", b"%PDF-1.7 a").await.unwrap();
    let moved = Moved {
        moved: 1,
        bytes: 10,
        lost: Vec::new(),
    };
    for (from, to) in [(database, folder), (folder, bucket), (bucket, database)] {
        let app = open_with(&world.database, from.files.clone()).await;
        let done = files::move_all(&app, &may::<Restore>(), &to.files).await;
        assert_eq!(done.unwrap(), moved, "{:?}", to.files);
        if matches!(from.files, Files::Database) {
            // Asked again: what is moved stays so.
            let again = files::move_all(&app, &may::<Restore>(), &to.files).await;
            assert_eq!(again.unwrap(), Moved::default());
        }
        let app = open_with(&world.database, to.files.clone()).await;
        let (_, bytes) = read(&app, &world, meeting, id).await.unwrap();
        assert_eq!(bytes, b"%PDF-1.7 a");
    }
    assert!(here(&world.database, id).await);
}

async fn only_the_installation_whose_contents_they_are_takes_any_away(engine: Engine) {
    let kept = Kept::folder();
    let folder = kept.folder.as_ref().unwrap().path();
    let world = World::kept_in(engine, kept.files.clone()).await;
    let later = SystemClock.now() + GRACE * 2;
    files::sweep(&world.app, later).await.unwrap();
    let mark = fs::read_to_string(folder.join("installation")).unwrap();
    // A trial is opened on a copy, beside what came after the copy.
    let copies = tempfile::tempdir().unwrap();
    let file = copies.path().join("copie");
    copy::backup(&world.app, &may(), &file).await.unwrap();
    let target = TestDatabase::new(engine);
    copy::restore_into(
        &target.url,
        &kept.files,
        &may(),
        &file,
        &nothing_to_replay(),
    )
    .await
    .unwrap();
    let (meeting, id) = attach(&world, "note.pdf", b"%PDF-1.7 a").await.unwrap();
    let trial = open_with(&target, kept.files.clone()).await;
    // The chance of tests draws the same for both.
    fs::write(folder.join("installation"), "a1").unwrap();
    for _ in 0..2 {
        let swept = files::sweep(&trial, later).await.unwrap();
        assert_eq!((swept.foreign, swept.young, swept.removed), (true, 1, 0));
    }
    let findings = doctor::examine(&trial, &may()).await.unwrap();
    assert!(findings.iter().any(|one| one.check == "files-foreign"));
    fs::write(folder.join("installation"), &mark).unwrap();
    read(&world.app, &world, meeting, id).await.unwrap();
    assert_eq!(files::sweep(&world.app, later).await.unwrap().named, 1);
    // Whoever replaces the other for good takes the mark away: what is there is not taken the first time.
    fs::remove_file(folder.join("installation")).unwrap();
    for removed in [0, 1] {
        let swept = files::sweep(&trial, later).await.unwrap();
        assert_eq!((swept.foreign, swept.removed), (false, removed));
    }
}
