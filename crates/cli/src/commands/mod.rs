//! One file per family of commands; each opens the installation, calls a use case and says what came of it.

pub(crate) mod bench;
pub(crate) mod copy;
pub(crate) mod dedupe;
pub(crate) mod doctor;
pub(crate) mod export;
pub(crate) mod files;
pub(crate) mod harvest;
pub(crate) mod import;
pub(crate) mod journal;
pub(crate) mod mail;
pub(crate) mod mailing;
pub(crate) mod overlap;
pub(crate) mod pools;
pub(crate) mod serve;
pub(crate) mod territory;
pub(crate) mod user;

use std::path::Path;
use std::sync::Arc;

use portulan_app::fetch::Limits;
use portulan_app::mail::TextGateway;
use portulan_app::secret::{Found, KeyError, KeySource};
use portulan_app::{App, Clock, DatabaseUrl, Options, SetClock, SystemChance, SystemClock};

use crate::args::{Exposure, Place, Reach};
use crate::outcome::Failure;
use crate::words::words;

/// The database that the options name.
pub(crate) fn database(place: &Place) -> Result<DatabaseUrl, Failure> {
    match &place.database {
        Some(url) => DatabaseUrl::parse(url).map_err(|error| Failure::Usage(error.to_string())),
        None => Ok(DatabaseUrl::in_dir(&place.data_dir)),
    }
}

/// Opens an installation under the machine's clock.
pub(crate) async fn open(place: &Place) -> Result<Arc<App>, Failure> {
    open_as(place, Options::default()).await
}

/// Opens an installation as it is served: with or without mails, asking more or less of whoever signs in.
pub(crate) async fn open_as(place: &Place, served: Options) -> Result<Arc<App>, Failure> {
    let chance = Arc::new(SystemChance::new()?);
    let url = database(place)?;
    let options = Options {
        key: match key_source(place, &url).map(|source| source.read()) {
            None | Some(Err(KeyError::Missing(_))) => None,
            Some(found) => Some(found.map_err(|error| no_key(&error))?),
        },
        files: files::kept(&place.contents)?,
        ..served
    };
    Ok(App::open_with(&url, Arc::new(SystemClock), chance, options).await?)
}

/// Where the key that signs is. Nodes that share a server must be given the file that they share.
fn key_source(place: &Place, url: &DatabaseUrl) -> Option<KeySource> {
    match (&place.secret_file, url) {
        (Some(file), _) => Some(KeySource::Given(file.clone())),
        (None, DatabaseUrl::Sqlite(file)) => {
            let folder = file.parent().unwrap_or(Path::new(""));
            Some(KeySource::Folder(folder.to_owned()))
        }
        (None, DatabaseUrl::Postgres(_)) => None,
    }
}

/// The key of an installation that is to be served, made where it may be.
fn key_to_serve(
    place: &Place,
    url: &DatabaseUrl,
    chance: &SystemChance,
) -> Result<Option<Found>, Failure> {
    let Some(source) = key_source(place, url) else {
        tracing::warn!("no secret key: what needs signed links is refused; give --secret-file");
        return Ok(None);
    };
    let found = source
        .read_or_make(chance)
        .map_err(|error| no_key(&error))?;
    if found.too_open {
        let file = source.file().display().to_string();
        tracing::warn!(
            file,
            "the secret key can be read by other accounts: chmod 600"
        );
    }
    Ok(Some(found))
}

fn no_key(error: &KeyError) -> Failure {
    let (id, file) = match error {
        KeyError::Missing(file) => ("cli-key-missing", file),
        KeyError::Malformed(file) => ("cli-key-malformed", file),
        KeyError::Io { file, .. } => ("cli-key-unreadable", file),
    };
    let file = file.display().to_string();
    Failure::Refused(words().with(id, &[("file", file.into())]))
}

/// Opens an installation to be served, under the clock and the limits that the options name.
pub(crate) async fn open_to_serve(
    place: &Place,
    exposure: &Exposure,
    (texts, sends_mail): (Option<Arc<dyn TextGateway>>, bool),
) -> Result<Arc<App>, Failure> {
    let clock: Arc<dyn Clock> = match exposure.clock {
        Some(instant) => Arc::new(SetClock::starting_at(instant.to_utc())),
        None => Arc::new(SystemClock),
    };
    let chance = Arc::new(SystemChance::new()?);
    let url = database(place)?;
    let options = Options {
        limits: limits(&exposure.reach),
        key: key_to_serve(place, &url, &chance)?,
        texts,
        sends_mail,
        strong_sign_in: exposure.strength.strong_sign_in,
        files: files::kept(&place.contents)?,
    };
    Ok(App::open_with(&url, clock, chance, options).await?)
}

/// How much an address may ask.
pub(crate) fn limits(reach: &Reach) -> Limits {
    Limits {
        own_network: reach.allow_private_addresses,
        ..Limits::default()
    }
}
