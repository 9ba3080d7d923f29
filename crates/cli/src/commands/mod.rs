//! One file per family of commands; each opens the installation, calls a use case and says what came of it.

pub(crate) mod bench;
pub(crate) mod copy;
pub(crate) mod dedupe;
pub(crate) mod doctor;
pub(crate) mod export;
pub(crate) mod harvest;
pub(crate) mod import;
pub(crate) mod serve;

use std::sync::Arc;

use portulan_app::{App, Clock, DatabaseUrl, SetClock, SystemChance, SystemClock};

use crate::args::{Exposure, Place};
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
    open_at(place, Arc::new(SystemClock)).await
}

/// Opens an installation under a given clock.
pub(crate) async fn open_at(place: &Place, clock: Arc<dyn Clock>) -> Result<Arc<App>, Failure> {
    let chance = Arc::new(SystemChance::new()?);
    Ok(App::open(&database(place)?, clock, chance).await?)
}

/// The clock that the options name.
pub(crate) fn clock(exposure: &Exposure) -> Arc<dyn Clock> {
    match exposure.clock {
        Some(instant) => Arc::new(SetClock::starting_at(instant.to_utc())),
        None => Arc::new(SystemClock),
    }
}
