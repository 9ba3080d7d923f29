//! Use cases, one function each, and the ports they need.
//!
//! A use case is `<capability>::<verb>(app, capability, input) -> Result<output, Error>`. [`App`] holds the open
//! database, the clock and the source of chance, and the [`Directory`] that public reads are served from: an
//! immutable picture of the database in memory, swapped whole when the revision moves.

pub mod areas;
mod asking;
pub mod audience;
pub mod baselines;
pub mod bodies;
pub mod calls;
pub mod campaigns;
pub mod census;
mod clock;
pub mod clusters;
pub mod copy;
mod corrections;
pub mod day;
pub mod decisions;
pub mod demonstration;
mod directory;
pub mod doctor;
pub mod editing;
mod error;
pub mod exchange;
pub mod export;
pub mod fetch;
pub mod field_text;
pub mod files;
pub mod giving;
pub mod gone;
pub mod harvest;
pub mod identity;
pub mod import;
pub mod journal;
pub mod mail;
pub mod means;
pub mod meetings;
pub mod merging;
pub mod minutes;
pub mod naming;
pub mod operator;
pub mod organisations;
pub mod orientation;
pub mod people;
pub mod phrase;
pub mod pictures;
pub mod posts;
pub mod proposals;
pub mod reference;
pub mod retention;
pub mod review;
pub mod rights;
pub mod roadmaps;
pub mod schemes;
pub mod secret;
pub mod settled;
pub mod signed;
pub mod sources;

use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use std::time::Duration;

use arc_swap::ArcSwap;
use chrono::{DateTime, NaiveDate, Utc};
use portulan_store::{Horizon, Store};
use tokio::sync::Mutex;

pub use clock::{Chance, Clock, SeededChance, SetClock, SystemChance, SystemClock};
pub use directory::{Directory, Gone, KnownCall, Lead, Organisations, Published};
pub use error::Error;
pub use portulan_store::{
    DatabaseUrl, DatabaseUrlError, Fault, FaultKind, Replay, Sealed, StoreError, TableCopy,
    Verification,
};

/// How often a node looks whether another one moved the revision.
const WATCH_EVERY: Duration = Duration::from_secs(2);

/// An open installation.
pub struct App {
    store: Store,
    directory: ArcSwap<Directory>,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
    /// Held while a directory is built, so that two refreshes never race to publish an older one.
    refreshing: Mutex<()>,
    /// Up to where the journal is sealed next, once those that were writing have ended.
    sealing: Mutex<Option<Horizon>>,
    /// How far the runs of this node are.
    live: harvest::Live,
    /// What is looked at, until it is written.
    audience: audience::Counter,
    /// When contents that no file names were last looked for here, in milliseconds since 1970.
    swept: AtomicI64,
    /// Which closings of calls were told of from here.
    looked: means::calls::Looked,
    options: Options,
}

/// What an installation is opened with, beside its database.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How much an address may ask of this installation.
    pub limits: fetch::Limits,
    /// The key that signs; without it, what must be signed is refused.
    pub key: Option<secret::Found>,
    /// Takes short messages; without it, a place that has a number alone is not written to.
    pub texts: Option<Arc<dyn mail::TextGateway>>,
    /// Whether mails leave: a code by e-mail is asked for after a password only where it can arrive.
    pub sends_mail: bool,
    /// Whether roles above contributor wait until their holder came in by a key or a provider.
    pub strong_sign_in: bool,
    /// Where the contents of attached files are kept.
    pub files: files::Files,
}

impl From<fetch::Limits> for Options {
    fn from(limits: fetch::Limits) -> Self {
        Self {
            limits,
            ..Self::default()
        }
    }
}

impl App {
    /// Opens the database (creating and migrating it when needed) and reads the directory into memory.
    pub async fn open(
        url: &DatabaseUrl,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Arc<Self>, Error> {
        Self::open_with(url, clock, chance, Options::default()).await
    }

    /// Opens the database, with the key that signs and other limits for the lists that are fetched.
    pub async fn open_with(
        url: &DatabaseUrl,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
        options: impl Into<Options>,
    ) -> Result<Arc<Self>, Error> {
        let store = Store::open(url).await?;
        let directory = Directory::load(&store, None, day_of(clock.now())).await?;
        Ok(Arc::new(Self {
            store,
            directory: ArcSwap::from_pointee(directory),
            clock,
            chance,
            refreshing: Mutex::new(()),
            sealing: Mutex::new(None),
            live: harvest::Live::default(),
            audience: audience::Counter::default(),
            swept: AtomicI64::new(0),
            looked: means::calls::Looked::default(),
            options: options.into(),
        }))
    }

    /// What the public sees, as one consistent picture.
    #[must_use]
    pub fn directory(&self) -> Arc<Directory> {
        self.directory.load_full()
    }

    /// The present instant, by this installation's clock.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Reads the directory again when the database has moved on; a writer calls it to see its own write at once.
    pub async fn refresh(&self) -> Result<(), Error> {
        let _one_at_a_time = self.refreshing.lock().await;
        if self.store.revision().await? == self.directory.load().revision {
            return Ok(());
        }
        let before = Some(self.directory.load_full());
        let directory = Directory::load(&self.store, before, day_of(self.now())).await?;
        self.directory.store(Arc::new(directory));
        Ok(())
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) const fn sealing(&self) -> &Mutex<Option<Horizon>> {
        &self.sealing
    }

    pub(crate) const fn live(&self) -> &harvest::Live {
        &self.live
    }

    /// What is looked at, counted in memory.
    #[must_use]
    pub const fn audience(&self) -> &audience::Counter {
        &self.audience
    }

    /// How much an address may ask of this installation.
    #[must_use]
    pub const fn limits(&self) -> &fetch::Limits {
        &self.options.limits
    }

    /// The key that signs.
    pub fn key(&self) -> Result<&secret::Key, Error> {
        let found = self.options.key.as_ref().ok_or(Error::NoKey)?;
        Ok(&found.key)
    }

    /// Where the contents of attached files are kept.
    pub(crate) const fn files(&self) -> &files::Files {
        &self.options.files
    }

    pub(crate) const fn looked(&self) -> &means::calls::Looked {
        &self.looked
    }

    pub(crate) const fn swept(&self) -> &AtomicI64 {
        &self.swept
    }

    /// By what short messages leave.
    pub(crate) const fn texts(&self) -> Option<&Arc<dyn mail::TextGateway>> {
        self.options.texts.as_ref()
    }

    /// Whether mails leave.
    pub(crate) const fn sends_mail(&self) -> bool {
        self.options.sends_mail
    }

    /// Whether roles that decide for others wait for a key or a provider.
    pub(crate) const fn asks_strong_sign_in(&self) -> bool {
        self.options.strong_sign_in
    }

    /// The key that signs, as it was found.
    pub(crate) const fn found_key(&self) -> Option<&secret::Found> {
        self.options.key.as_ref()
    }

    pub(crate) fn chance(&self) -> &dyn Chance {
        &*self.chance
    }
}

/// The day of an instant, on the clock of European France.
fn day_of(instant: DateTime<Utc>) -> NaiveDate {
    instant
        .with_timezone(&chrono_tz::Europe::Paris)
        .date_naive()
}

/// Follows the revision for ever: what another node wrote is seen within seconds, and sealed.
pub async fn watch(app: Arc<App>) {
    let mut ticks = tokio::time::interval(WATCH_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = harvest::sweep(&app).await {
            tracing::warn!(%error, "silent runs could not be ended");
        }
        if let Err(error) = journal::seal(&app).await {
            tracing::warn!(%error, "the journal could not be sealed");
        }
        if let Err(error) = app.refresh().await {
            tracing::warn!(%error, "the directory could not be refreshed; the last one keeps serving");
        }
        if let Err(error) = journal::settle(&app).await {
            tracing::warn!(%error, "the bytes of erased keys could not be cleared yet");
        }
    }
}
