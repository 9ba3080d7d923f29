//! Copies of a whole installation: to a file, back from it, and from one engine to the other.
//!
//! A copy is lines of JSON, the same for both engines, so that what SQLite wrote PostgreSQL reads. It is taken in one
//! consistent view while the site serves; rows and checksums of each table close it, and are checked when it is read.

use std::fs::File;
use std::io::{BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;

use chrono::{DateTime, Utc};
use portulan_policy::{
    Capability,
    actions::{Backup, Restore},
};
use portulan_store::{DatabaseUrl, Replay, Store, TableCopy};

use crate::files::{Copied, Files};
use crate::{App, Error};

/// What a copy holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copy {
    /// Rows and checksums of each table.
    pub tables: Vec<TableCopy>,
    /// Ids of the files whose content was not to be had: the copy says what is known of them, without it.
    pub lost: Vec<String>,
}

/// Writes a copy to a file that does not exist yet, with the contents of attached files wherever they are kept.
pub async fn backup(
    app: &App,
    capability: &Capability<Backup>,
    file: &Path,
) -> Result<Copy, Error> {
    let created = File::create_new(file)
        .map_err(|error| Error::Conflict(format!("{} : {error}", file.display())))?;
    let mut writer = BufWriter::new(created);
    let contents = Copied::new(app.files());
    let store = app.store();
    let dumped = store.dump_with(capability, &mut writer, Some(&contents));
    let tables = dumped.await?;
    writer
        .flush()
        .map_err(|source| Error::internal("backup", source))?;
    let lost = contents.lost();
    Ok(Copy { tables, lost })
}

/// Reads a copy into an installation that holds nothing yet. Persons who were erased since it was made stay erased.
pub async fn restore(
    url: &DatabaseUrl,
    capability: &Capability<Restore>,
    file: &Path,
    replay: &Replay<'_>,
) -> Result<Vec<TableCopy>, Error> {
    restore_into(url, &Files::Database, capability, file, replay).await
}

/// Reads a copy; the contents of attached files go where they are kept from now on.
pub async fn restore_into(
    url: &DatabaseUrl,
    files: &Files,
    capability: &Capability<Restore>,
    file: &Path,
    replay: &Replay<'_>,
) -> Result<Vec<TableCopy>, Error> {
    let opened = File::open(file)
        .map_err(|error| Error::NotFound(format!("{} : {error}", file.display())))?;
    let mut reader = BufReader::new(opened);
    let contents = Copied::new(files);
    Ok(Store::load_with(url, capability, &mut reader, replay, Some(&contents)).await?)
}

/// Moves an installation to another database, which must hold nothing yet. Contents that are kept in a folder or a bucket
/// stay there.
pub async fn migrate(
    from: &DatabaseUrl,
    to: &DatabaseUrl,
    reading: &Capability<Backup>,
    writing: &Capability<Restore>,
    now: DateTime<Utc>,
) -> Result<Vec<TableCopy>, Error> {
    let failed = |source| Error::internal("temporary copy", source);
    let mut between = tempfile::tempfile().map_err(failed)?;
    let read = Store::open(from)
        .await?
        .dump(reading, &mut BufWriter::new(&mut between))
        .await?;
    between.seek(SeekFrom::Start(0)).map_err(failed)?;
    let replay = Replay { erasures: &[], now };
    Store::load(to, writing, &mut BufReader::new(between), &replay).await?;
    // What the target holds is read back and summed again: the sums of the copy would only prove the copy.
    let written = Store::open(to)
        .await?
        .dump(reading, &mut std::io::sink())
        .await?;
    if read == written {
        Ok(written)
    } else {
        Err(Error::Conflict("checksums differ".to_owned()))
    }
}
