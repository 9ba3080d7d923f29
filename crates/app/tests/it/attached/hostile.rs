//! Places of contents that are away, that refuse, that lie, and folders where others write.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::time::{Duration, SystemTime};

use portulan_app::files::{self, BucketSettings, Files, FilesError, GRACE, Lost};
use portulan_app::meetings::MeetingError;
use portulan_app::{Clock as _, Error, SystemClock};
use portulan_store::ContentDigest;
use portulan_testkit::{Engine, S3Store};

use super::kept::{Kept, attach, bucket, names, read, settings};
use crate::meetings::world::World;
use crate::{on_both_engines, open_with};

on_both_engines! {
    a_store_that_is_away_or_refuses_keeps_nothing_and_says_so
    a_store_that_lies_is_not_believed
    a_folder_is_not_obeyed_and_what_is_foreign_in_it_stays
}

/// What becomes of a file that is attached where contents are kept so.
async fn attached(engine: Engine, files: Files) -> FilesError {
    let world = World::kept_in(engine, files).await;
    let refused = attach(&world, "note.pdf", b"%PDF-1.7 a").await;
    let Err(MeetingError::Other(Error::Files(error))) = refused else {
        panic!("{refused:?}");
    };
    let store = portulan_store::Store::open(&world.database.url)
        .await
        .unwrap();
    assert_eq!(store.attachments().await.unwrap(), []);
    let meetings = store
        .kept::<portulan_model::governance::Meeting>()
        .await
        .unwrap();
    assert!(meetings[0].agenda[0].documents.is_empty());
    error
}

async fn a_store_that_is_away_or_refuses_keeps_nothing_and_says_so(engine: Engine) {
    let mut store = S3Store::start();
    let right = settings(&store, "essai");
    let forged = BucketSettings {
        secret: "un-autre".to_owned(),
        ..right.clone()
    };
    let error = attached(engine, bucket(&forged)).await;
    let FilesError::Refused { status: 403, code } = error else {
        panic!("{error:?}");
    };
    assert_eq!(code, "SignatureDoesNotMatch");
    let elsewhere = BucketSettings {
        region: Some("ailleurs-2".to_owned()),
        ..right.clone()
    };
    let error = attached(engine, bucket(&elsewhere)).await;
    assert!(matches!(error, FilesError::Refused { status: 403, .. }));
    let none = settings(&store, "inconnu/fichiers");
    let error = attached(engine, bucket(&none)).await;
    assert_eq!(error, FilesError::NoBucket("inconnu".to_owned()));
    store.stop();
    let error = attached(engine, bucket(&right)).await;
    assert!(matches!(error, FilesError::Unreachable(_)), "{error:?}");
    let gone = Kept::folder();
    fs::remove_dir_all(gone.folder.as_ref().unwrap().path()).unwrap();
    let error = attached(engine, gone.files.clone()).await;
    assert!(matches!(error, FilesError::Folder(_)), "{error:?}");
}

/// A server that answers each connection with one of the answers, the last one for ever.
fn liar(answers: &'static [&'static str]) -> BucketSettings {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let last = std::iter::repeat(answers.last().unwrap());
        for (stream, answer) in listener.incoming().zip(answers.iter().chain(last)) {
            let mut stream = stream.unwrap();
            let mut asked = [0; 8_192];
            let _read = stream.read(&mut asked);
            let _closed = stream.write_all(answer.as_bytes());
        }
    });
    BucketSettings {
        path: "essai".to_owned(),
        endpoint: Some(endpoint),
        region: None,
        key: "a".to_owned(),
        secret: "b".to_owned(),
    }
}

const WELL: &str = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const HALF: &str = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\n";
const CUT: &str = "HTTP/1.1 200 OK\r\nContent-Length: 900\r\nConnection: close\r\n\r\n%PDF";
const OTHER: &str = "HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\n%PDF-1.7";
const PAGE: &str = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>";
const MOVED: &str = "HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

async fn a_store_that_lies_is_not_believed(engine: Engine) {
    let error = attached(engine, bucket(&liar(&[WELL, HALF]))).await;
    assert_eq!(error, FilesError::Half { kept: 4, sent: 10 });
    let error = attached(engine, bucket(&liar(&[""]))).await;
    assert!(matches!(error, FilesError::Unreachable(_)), "{error:?}");
    let error = attached(engine, bucket(&liar(&[MOVED]))).await;
    assert!(matches!(error, FilesError::Refused { status: 307, .. }));
    let kept = Kept::folder();
    let world = World::kept_in(engine, kept.files.clone()).await;
    let (meeting, id) = attach(&world, "note.pdf", b"%PDF-1.7 a").await.unwrap();
    let read_from = async |answer: &'static [&'static str]| {
        let app = open_with(&world.database, bucket(&liar(answer))).await;
        let outcome = read(&app, &world, meeting, id).await;
        (outcome, app)
    };
    let (cut, _app) = read_from(&[CUT]).await;
    assert!(
        matches!(cut, Err(Error::Files(FilesError::Unreachable(_)))),
        "{cut:?}"
    );
    let (other, _app) = read_from(&[OTHER]).await;
    assert!(
        matches!(other, Err(Error::Lost(Lost::Altered))),
        "{other:?}"
    );
    let (_, app) = read_from(&[PAGE]).await;
    let swept = files::sweep(&app, SystemClock.now()).await;
    assert!(
        matches!(swept, Err(Error::Files(FilesError::Unread(_)))),
        "{swept:?}"
    );
}

async fn a_folder_is_not_obeyed_and_what_is_foreign_in_it_stays(engine: Engine) {
    let kept = Kept::folder();
    let folder = kept.folder.as_ref().unwrap().path();
    let world = World::kept_in(engine, kept.files.clone()).await;
    for name in ["../../../sortie.pdf", "C:\\sortie.pdf", "-rf.pdf"] {
        attach(&world, name, b"%PDF-1.7 a").await.unwrap();
    }
    let digest = ContentDigest::of(b"%PDF-1.7 a").to_string();
    assert_eq!(
        names(folder),
        [digest.as_str()],
        "one content, named by its digest"
    );
    let mode = fs::metadata(folder.join(&digest))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    // What others put there is left; what a writing that was cut off left goes a day after.
    fs::write(folder.join("notes.txt"), b"a").unwrap();
    let old = SystemTime::from(SystemClock.now()) - Duration::from_hours(48);
    for name in [".nouveau-jeune", ".nouveau-vieux"] {
        let beside = File::create(folder.join(name)).unwrap();
        if name.ends_with("vieux") {
            beside.set_modified(old).unwrap();
        }
    }
    files::sweep(&world.app, SystemClock.now() + GRACE * 2)
        .await
        .unwrap();
    let left = [".nouveau-jeune", &digest, "installation", "notes.txt"];
    assert_eq!(names(folder), left);
    // A name that leads elsewhere gives nothing of what is there.
    let (meeting, id) = attach(&world, "note.pdf", b"%PDF-1.7 b").await.unwrap();
    let content = folder.join(ContentDigest::of(b"%PDF-1.7 b").to_string());
    fs::remove_file(&content).unwrap();
    symlink("/etc/hostname", &content).unwrap();
    let outcome = read(&world.app, &world, meeting, id).await;
    assert!(matches!(outcome, Err(Error::Lost(_))), "{outcome:?}");
}
