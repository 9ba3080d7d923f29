//! The three places of contents, and a meeting whose agenda has a document.

use std::path::Path;
use std::sync::Arc;

use portulan_app::bodies::Upload;
use portulan_app::files::{Bucket, BucketSettings, Files, Folder};
use portulan_app::meetings::{self, MeetingError};
use portulan_app::{App, Error};
use portulan_model::governance::Attachment;
use portulan_model::{FileId, MeetingId};
use portulan_testkit::S3Store;

use crate::meetings::world::{World, point};

/// A place of contents, and what must live as long.
pub(super) struct Kept {
    pub(super) files: Files,
    pub(super) folder: Option<tempfile::TempDir>,
    _store: Option<S3Store>,
}

impl Kept {
    pub(super) fn all() -> [Self; 3] {
        let database = Self {
            files: Files::Database,
            folder: None,
            _store: None,
        };
        [database, Self::folder(), Self::bucket()]
    }

    pub(super) fn folder() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // One that is not there yet is made.
        let path = folder.path();
        let files = Files::Folder(Folder::open(path).unwrap());
        Self {
            files,
            folder: Some(folder),
            _store: None,
        }
    }

    pub(super) fn bucket() -> Self {
        let store = S3Store::start();
        let settings = settings(&store, "essai/fichiers");
        Self {
            files: bucket(&settings),
            folder: None,
            _store: Some(store),
        }
    }
}

pub(super) fn settings(store: &S3Store, path: &str) -> BucketSettings {
    BucketSettings {
        path: path.to_owned(),
        endpoint: Some(store.endpoint.clone()),
        region: Some(S3Store::REGION.to_owned()),
        key: S3Store::KEY.to_owned(),
        secret: S3Store::SECRET.to_owned(),
    }
}

pub(super) fn bucket(settings: &BucketSettings) -> Files {
    Files::Bucket(Arc::new(Bucket::open(settings).unwrap()))
}

/// The names of what is in a folder.
pub(super) fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// Attaches a file to the only point of the agenda of a new meeting.
pub(super) async fn attach(
    world: &World,
    name: &str,
    bytes: &[u8],
) -> Result<(MeetingId, FileId), MeetingError> {
    let meeting = world.plan(name, "2026-12-10").await;
    let (at, lead) = ((&world.body, meeting), world.lead());
    let points = vec![point(None, "Budget")];
    meetings::agenda(&world.app, &lead, at, (&[], points)).await?;
    let upload = Upload {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    };
    meetings::attach(&world.app, &lead, at, ((0, "Budget"), upload)).await?;
    let file = world.found(meeting).await.agenda[0].documents[0].id;
    Ok((meeting, file))
}

/// A file of a meeting, through an installation that has it.
pub(super) async fn read(
    app: &App,
    world: &World,
    meeting: MeetingId,
    id: FileId,
) -> Result<(Attachment, Vec<u8>), Error> {
    meetings::read_file(app, &world.read(), (&world.body, meeting), id).await
}
