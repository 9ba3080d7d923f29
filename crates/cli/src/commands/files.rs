//! Where contents of attached files are kept, from options and environment; `files`: whether all are there, and their moves.

use std::path::PathBuf;
use std::sync::Arc;

use portulan_app::Error;
use portulan_app::files::{self, Bucket, BucketSettings, Files, Folder, Lost, SettingsError};
use portulan_policy::{Actor, Node, allow};

use crate::args::{Contents, FilesAt, FilesCommand, Place};
use crate::commands::mailing::given;
use crate::commands::open;
use crate::outcome::{Failure, say};
use crate::words::words;

const KEY: &str = "PORTULAN_S3_ACCESS_KEY";
const SECRET: &str = "PORTULAN_S3_SECRET_KEY";
const SECRET_FILE: &str = "PORTULAN_S3_SECRET_KEY_FILE";

/// Runs one of the commands.
pub(crate) async fn run(command: FilesCommand) -> Result<(), Failure> {
    match command {
        FilesCommand::Check { place } => check(&place).await,
        FilesCommand::Move { to, place } => shift(&place, &to).await,
    }
}

/// Where the options say that contents are kept.
pub(crate) fn kept(contents: &Contents) -> Result<Files, Failure> {
    at(contents, &contents.files)
}

fn at(contents: &Contents, at: &FilesAt) -> Result<Files, Failure> {
    match at {
        FilesAt::Database => Ok(Files::Database),
        FilesAt::Folder(path) => {
            let folder = Folder::open(path).map_err(Error::from)?;
            Ok(Files::Folder(folder))
        }
        FilesAt::Bucket(path) => {
            let settings = BucketSettings {
                path: path.clone(),
                endpoint: contents.s3_endpoint.clone(),
                region: contents.s3_region.clone(),
                key: given(KEY).unwrap_or_default(),
                secret: secret()?,
            };
            let bucket = Bucket::open(&settings).map_err(said)?;
            Ok(Files::Bucket(Arc::new(bucket)))
        }
    }
}

fn said(error: SettingsError) -> Failure {
    let id = match error {
        SettingsError::Endpoint => "cli-s3-endpoint",
        SettingsError::Path => "cli-s3-path",
        SettingsError::Keys => "cli-s3-keys",
    };
    Failure::Usage(words().get(id))
}

fn secret() -> Result<String, Failure> {
    let Some(file) = given(SECRET_FILE) else {
        return Ok(given(SECRET).unwrap_or_default());
    };
    let text = std::fs::read_to_string(PathBuf::from(&file)).map_err(|error| {
        let told = [
            ("file", file.as_str().into()),
            ("error", error.to_string().into()),
        ];
        Failure::Usage(words().with("cli-unreadable", &told))
    })?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

async fn check(place: &Place) -> Result<(), Failure> {
    let app = open(place).await?;
    let may = allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let (count, lost) = files::read_all(&app, &may).await?;
    let words = words();
    say(&words.with("cli-files-checked", &[("count", count.into())]));
    for (kept, why) in &lost {
        let id = match why {
            Lost::Missing => "cli-files-missing",
            Lost::Altered => "cli-files-altered",
        };
        let told = [
            ("name", kept.file.name.as_str().into()),
            ("owner", kept.owner.to_string().into()),
            ("digest", kept.digest.to_string().into()),
        ];
        say(&format!("  {}", words.with(id, &told)));
    }
    if lost.is_empty() {
        return Ok(());
    }
    Err(Failure::Refused(words.get("cli-files-lost")))
}

async fn shift(place: &Place, to: &FilesAt) -> Result<(), Failure> {
    let to = at(&place.contents, to)?;
    let app = open(place).await?;
    let may = allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let moved = files::move_all(&app, &may, &to).await?;
    let words = words();
    let told = [
        ("count", moved.moved.into()),
        ("bytes", moved.bytes.to_string().into()),
    ];
    say(&words.with("cli-files-moved", &told));
    for name in &moved.lost {
        say(&format!(
            "  {}",
            words.with("cli-files-left", &[("name", name.as_str().into())])
        ));
    }
    if moved.lost.is_empty() {
        return Ok(());
    }
    Err(Failure::Refused(words.get("cli-files-lost")))
}
