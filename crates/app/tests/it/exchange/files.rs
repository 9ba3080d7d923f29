//! Attached files leave in the ZIP, come back the same wherever contents are kept, and are in nothing that everybody reads.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::Arc;

use portulan_app::bodies::{self, Upload};
use portulan_app::exchange::{self, End, Exchange, List, Reason, Report};
use portulan_app::files::{Files, Folder};
use portulan_app::{App, meetings, rights};
use portulan_model::governance::{DocumentKind, FoundingDocument};
use portulan_policy::actions::{HoldMeetings, ManageBodies, ReadBody, Restore};
use portulan_policy::{Actor, Node, allow};
use portulan_store::ContentDigest;
use portulan_testkit::{Engine, TestDatabase};
use serde_json::{Value, json};

use super::{document, empty, leave, take};
use crate::{may, on_both_engines, open_with};

on_both_engines! {
    files_leave_in_the_zip_and_come_back_the_same_wherever_contents_are_kept
    the_json_says_what_is_attached_and_a_file_without_its_content_is_refused_alone
    everybody_reads_no_name_of_a_file
}

const LETTER: &[u8] = b"%PDF-1.7 lettre";
const NOTE: &[u8] = b"%PDF-1.7 note";
const BODY: &str = "gouvernance-essai";

fn upload(name: &str, bytes: &[u8]) -> Upload {
    Upload {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    }
}

/// The sample, with a letter of its first body and a note before its next meeting.
async fn filled(engine: Engine) -> (TestDatabase, Arc<App>) {
    let (database, app) = empty(engine).await;
    take(&app, &document()).await;
    let founding = FoundingDocument {
        kind: DocumentKind::Letter,
        title: "Lettre avec son fichier".to_owned(),
        on: "2023-09-02".parse().unwrap(),
        reference: None,
        file: None,
        url: None,
    };
    let seat = rights::seat(&app.directory(), &"departement-35".parse().unwrap()).unwrap();
    let founds = allow::<ManageBodies>(&Actor::Operator, seat).unwrap();
    let slug = BODY.parse().unwrap();
    let file = (founding, Some(upload("Lettre du préfet.pdf", LETTER)));
    bodies::add_document(&app, &founds, &slug, file)
        .await
        .unwrap();
    let leads = allow::<HoldMeetings>(&Actor::Operator, Node::Body(slug.clone())).unwrap();
    let at = (
        &slug,
        "018bcfe5-6800-7000-8000-000000000031".parse().unwrap(),
    );
    let point = meetings::Point {
        was: None,
        title: "Budget".to_owned(),
        minutes: None,
    };
    meetings::agenda(&app, &leads, at, (&[], vec![point]))
        .await
        .unwrap();
    let note = ((0, "Budget"), upload("note.pdf", NOTE));
    meetings::attach(&app, &leads, at, note).await.unwrap();
    (database, app)
}

/// Writes the ZIP of an installation, and says what it is.
async fn zipped(app: &App, path: &Path) -> Exchange {
    let left = leave(app, "departement-35").await;
    let file = File::create_new(path).unwrap();
    let lost = exchange::write_with_contents(app, &may(), &left, file).await;
    assert_eq!(lost.unwrap(), [""; 0]);
    left
}

async fn brought(app: &App, path: &Path) -> Report {
    let (read, mut held) = exchange::open(File::open(path).unwrap()).unwrap();
    let mut contents = |digest: &ContentDigest| held.content(digest);
    let report = exchange::import_with(app, &may::<Restore>(), &read, &mut contents).await;
    report.unwrap()
}

fn bytes(path: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    File::open(path).unwrap().read_to_end(&mut all).unwrap();
    all
}

async fn files_leave_in_the_zip_and_come_back_the_same_wherever_contents_are_kept(engine: Engine) {
    let (_one, first) = filled(engine).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("un.zip");
    let left = zipped(&first, &path).await;
    let files = left.records(List::Attachments);
    assert_eq!(files.len(), 2);
    let letter = files
        .iter()
        .find(|one| one["owner"] == json!("gouvernance-gouvernance-essai"));
    let letter = letter.unwrap();
    assert_eq!(letter["name"], json!("Lettre du préfet.pdf"));
    assert_eq!(
        letter["digest"],
        json!(ContentDigest::of(LETTER).to_string())
    );
    assert_eq!(letter["bytes"], json!(LETTER.len()));
    let there = format!(
        "/espace/gouvernances/{BODY}/fichiers/{}",
        letter["id"].as_str().unwrap()
    );
    assert_eq!(letter["path"], json!(there));
    let elsewhere = folder.path().join("contenus");
    let kept = [
        Files::Database,
        Files::Folder(Folder::open(&elsewhere).unwrap()),
    ];
    for (rank, files) in kept.into_iter().enumerate() {
        let database = TestDatabase::new(engine);
        let second = open_with(&database, files).await;
        let report = brought(&second, &path).await;
        assert_eq!(
            report.created,
            report.total(),
            "{:?}",
            report.refusals().next()
        );
        let again = folder.path().join(format!("{rank}.zip"));
        let back = zipped(&second, &again).await;
        assert_eq!(back.to_json(), left.to_json());
        assert_eq!(bytes(&again), bytes(&path));
        let slug = BODY.parse().unwrap();
        let reads = allow::<ReadBody>(&Actor::Operator, Node::Body(BODY.parse().unwrap())).unwrap();
        let id = letter["id"].as_str().unwrap().parse().unwrap();
        let (_, read) = bodies::read_file(&second, &reads, &slug, id).await.unwrap();
        assert_eq!(read, LETTER);
        let unchanged = brought(&second, &path).await;
        assert_eq!(unchanged.unchanged, unchanged.total());
    }
    assert_eq!(std::fs::read_dir(&elsewhere).unwrap().count(), 2);
}

/// A change of what is said of the letter, and what becomes of it.
type Wrong = (fn(&mut Value), &'static str);

const WRONG: &[Wrong] = &[
    (
        |one| one["digest"] = json!("../../etc/passwd"),
        "wrong-content",
    ),
    (
        |one| one["digest"] = json!(ContentDigest::of(NOTE).to_string()),
        "wrong-content",
    ),
    (|one| one["digest"] = json!("00".repeat(32)), "no-content"),
    (
        |one| one["owner"] = json!("gouvernance-instance-essai"),
        "unnamed-file",
    ),
    (|one| one["owner"] = json!("structure-a"), "unnamed-file"),
    (|one| one["bytes"] = json!(3), "unnamed-file"),
    (|one| one["name"] = json!("../lettre.pdf"), "unnamed-file"),
    (|one| one["kind"] = json!("exe"), "shape"),
];

async fn the_json_says_what_is_attached_and_a_file_without_its_content_is_refused_alone(
    engine: Engine,
) {
    let (_one, first) = filled(engine).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("un.zip");
    let left = zipped(&first, &path).await;
    let json = folder.path().join("un.json");
    let mut written = File::create(&json).unwrap();
    written.write_all(left.to_json().as_bytes()).unwrap();
    let (_two, second) = empty(engine).await;
    let report = brought(&second, &json).await;
    let reasons = |report: &Report| {
        let all = report
            .refusals()
            .map(|(line, reason)| (line.list, reason.word()));
        all.collect::<Vec<_>>()
    };
    assert_eq!(reasons(&report), [(List::Attachments, "no-content"); 2]);
    assert_eq!(report.created, report.total() - 2);
    // The ZIP brings what was missing.
    assert_eq!(brought(&second, &path).await.created, 2);
    for (change, word) in WRONG {
        let (_three, third) = empty(engine).await;
        let mut wrong = left.to_value();
        let all = wrong["attachments"].as_array_mut().unwrap();
        let letter = all
            .iter_mut()
            .find(|one| one["bytes"] == json!(LETTER.len()));
        change(letter.unwrap());
        let wrong = Exchange::from_value(wrong).unwrap();
        let (_, mut held) = exchange::open(File::open(&path).unwrap()).unwrap();
        let mut contents = |digest: &ContentDigest| held.content(digest);
        let report = exchange::import_with(&third, &may::<Restore>(), &wrong, &mut contents).await;
        assert_eq!(reasons(&report.unwrap()), [(List::Attachments, *word)]);
    }
    // Under the id of a file that is here, another one is not taken.
    let mut other = left.to_value();
    other["attachments"][0]["digest"] = json!("00".repeat(32));
    let other = Exchange::from_value(other).unwrap();
    let report = exchange::import(&first, &may::<Restore>(), &other)
        .await
        .unwrap();
    let of_another = report
        .lines
        .iter()
        .filter(|line| line.end == End::Refused(Reason::OfAnother));
    assert_eq!(of_another.count(), 1);
}

async fn everybody_reads_no_name_of_a_file(engine: Engine) {
    let (_one, app) = filled(engine).await;
    app.refresh().await.unwrap();
    let day = "2026-11-28".parse().unwrap();
    let territory = "departement-35".parse().unwrap();
    let public = exchange::public(&app.directory(), &territory, day)
        .unwrap()
        .unwrap();
    let text = public.to_json();
    assert!(text.contains("Lettre avec son fichier"), "{text}");
    for private in [
        "Lettre du préfet.pdf",
        "note.pdf",
        "attachments",
        "fichiers",
    ] {
        assert!(!text.contains(private), "{private}");
    }
}
