//! How often pages are looked at, counted without a cookie and without anything of whoever looks.
//!
//! A public read adds one to a number in memory ([`Counter::count`]); a job writes the numbers in batches ([`keep`]), and
//! reads back what everybody may see of them ([`Figures`]): nothing of it is on the way of a public read. Days become
//! months after [`DAYS_FOR`], by the job of [`crate::retention`].

mod counter;
mod figures;

use std::sync::Arc;
use std::time::Duration;

use chrono::{Days, Months, NaiveDate};
use chrono_tz::Europe::Paris;
use portulan_model::{Month, PlaceId};
use portulan_policy::Capability;
use portulan_policy::actions::EditPlace;
use portulan_store::{MonthOf, Store};

use crate::{App, Error, rights};

pub use counter::Counter;
pub use figures::{Asked, Figures, MonthFigures};

/// How often a node writes what it counted: what a power cut may lose.
const WRITE_EVERY: Duration = Duration::from_mins(1);
/// How long days are told apart, in months: a year, and the same month of the year before.
pub const DAYS_FOR: Months = Months::new(13);
/// Months that are shown, this one among them.
pub const MONTHS_SHOWN: u32 = 13;
/// Days over which the most asked needs, and the visits of a call list, are counted.
pub const RECENT: Days = Days::new(90);
/// Counts below this are shown as "less than": the public need not know more.
pub const LEAST_SHOWN: u64 = 5;

/// Writes what was counted and reads the public figures, for ever.
pub async fn keep(app: Arc<App>) {
    let mut ticks = tokio::time::interval(WRITE_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = look_after(&app).await {
            tracing::warn!(%error, "audience figures could not be looked after");
        }
    }
}

async fn look_after(app: &App) -> Result<(), Error> {
    flush(app).await?;
    refresh(app).await
}

/// Writes what was counted; at the end of the program too. What cannot be written is kept for the next time.
pub async fn flush(app: &App) -> Result<(), Error> {
    let counts = app.audience().take();
    if counts.is_empty() {
        return Ok(());
    }
    let written = app.store().count_views(&counts).await;
    if written.is_err() {
        app.audience().put_back(counts);
    }
    Ok(written?)
}

/// Rolls days that are old enough into their months. A job calls it.
pub async fn roll(app: &App) -> Result<(), Error> {
    let before = today(app).checked_sub_months(DAYS_FOR);
    let before = before.unwrap_or(NaiveDate::MIN);
    Ok(app.store().roll_views(before).await?)
}

/// Reads the figures that everybody may see.
pub async fn refresh(app: &App) -> Result<(), Error> {
    let figures = Figures::read(app.store(), today(app)).await?;
    app.audience().show(figures);
    Ok(())
}

/// How often the page and the sheet of a place were looked at, by month, for its own people.
pub async fn of_place(
    app: &App,
    capability: &Capability<EditPlace>,
    place: PlaceId,
) -> Result<Vec<MonthOf>, Error> {
    let directory = app.directory();
    rights::covers_place(&directory, capability, &place.to_string())?;
    let from = first_month(today(app));
    let store: &Store = app.store();
    Ok(store.views_of_place(capability, place, from).await?)
}

/// The first of the months that are shown.
fn first_month(today: NaiveDate) -> Month {
    let months = Months::new(MONTHS_SHOWN.saturating_sub(1));
    Month::of(today.checked_sub_months(months).unwrap_or(today))
}

/// The day on the clock of European France.
pub fn today(app: &App) -> NaiveDate {
    app.now().with_timezone(&Paris).date_naive()
}
