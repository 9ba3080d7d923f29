//! One file per family of commands; each opens the installation, calls a use case and says what came of it.

pub(crate) mod bench;
pub(crate) mod copy;
pub(crate) mod dedupe;
pub(crate) mod doctor;
pub(crate) mod export;
pub(crate) mod harvest;
pub(crate) mod import;
pub(crate) mod journal;
pub(crate) mod serve;

use std::sync::Arc;

use portulan_app::fetch::Limits;
use portulan_app::{App, Clock, DatabaseUrl, SetClock, SystemChance, SystemClock};

use crate::args::{Exposure, Place, Reach};
use crate::outcome::Failure;

/// The database that the options name.
pub(crate) fn database(place: &Place) -> Result<DatabaseUrl, Failure> {
    match &place.database {
        Some(url) => DatabaseUrl::parse(url).map_err(|error| Failure::Usage(error.to_string())),
        None => Ok(DatabaseUrl::in_dir(&place.data_dir)),
    }
}

/// Opens an installation under the machine's clock.
pub(crate) async fn open(place: &Place) -> Result<Arc<App>, Failure> {
    let chance = Arc::new(SystemChance::new()?);
    Ok(App::open(&database(place)?, Arc::new(SystemClock), chance).await?)
}

/// Opens an installation to be served, under the clock and the limits that the options name.
pub(crate) async fn open_to_serve(place: &Place, exposure: &Exposure) -> Result<Arc<App>, Failure> {
    let clock: Arc<dyn Clock> = match exposure.clock {
        Some(instant) => Arc::new(SetClock::starting_at(instant.to_utc())),
        None => Arc::new(SystemClock),
    };
    let chance = Arc::new(SystemChance::new()?);
    let limits = limits(&exposure.reach);
    Ok(App::open_with(&database(place)?, clock, chance, limits).await?)
}

/// How much an address may ask.
pub(crate) fn limits(reach: &Reach) -> Limits {
    Limits {
        own_network: reach.allow_private_addresses,
        ..Limits::default()
    }
}
