//! Where the contents of attached files are kept, and what is done with them.

use std::convert::Infallible;
use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Subcommand};

use super::Place;

/// How a bucket is named.
const BUCKET: &str = "s3://";

/// Where contents are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FilesAt {
    /// In the database.
    Database,
    /// In a folder.
    Folder(PathBuf),
    /// In a bucket, under a prefix.
    Bucket(String),
}

impl FromStr for FilesAt {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(match text.strip_prefix(BUCKET) {
            Some(path) => Self::Bucket(path.to_owned()),
            None if text == "database" => Self::Database,
            None => Self::Folder(PathBuf::from(text)),
        })
    }
}

/// Where the contents of attached files are kept.
#[derive(Debug, Clone, Args)]
pub(crate) struct Contents {
    /// Contents of attached files: `database`, a folder, or `s3://BUCKET/PREFIX`. Keys of the bucket:
    /// `PORTULAN_S3_ACCESS_KEY`, and `PORTULAN_S3_SECRET_KEY` or `PORTULAN_S3_SECRET_KEY_FILE`.
    #[arg(
        long,
        value_name = "database|DIR|s3://…",
        env = "PORTULAN_FILES",
        default_value = "database"
    )]
    pub(crate) files: FilesAt,
    /// Where the store of the bucket answers; Amazon's own when absent.
    #[arg(long, value_name = "URL", env = "PORTULAN_S3_ENDPOINT")]
    pub(crate) s3_endpoint: Option<String>,
    /// Region of the bucket, as its store names it.
    #[arg(long, value_name = "NAME", env = "PORTULAN_S3_REGION")]
    pub(crate) s3_region: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FilesCommand {
    /// Read every content of an attached file, and name those that are missing or altered.
    Check {
        #[command(flatten)]
        place: Place,
    },
    /// Move all contents to another place, while nothing serves; what they leave is taken away by hand.
    Move {
        /// Where to: `database`, a folder, or `s3://BUCKET/PREFIX`.
        #[arg(long, value_name = "database|DIR|s3://…")]
        to: FilesAt,
        #[command(flatten)]
        place: Place,
    },
}
