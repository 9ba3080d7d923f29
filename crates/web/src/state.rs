//! What every handler can reach: the application, how this installation is exposed, and its counters.

use std::num::NonZeroU32;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use portulan_app::{App, Directory};
use tokio::sync::Semaphore;

use crate::api::Answers;
use crate::metrics::Metrics;
use crate::middleware::Limits;

/// Long files that are written while they are sent, at once.
const FILES_AT_ONCE: usize = 4;

/// How the server is exposed.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Address under which people reach the site, without a final slash: `https://portulan.example`.
    pub public_url: String,
    /// Whether `X-Forwarded-For` of a proxy in front is believed.
    pub trust_proxy: bool,
    /// Requests per second and per address; `None` for no limit. Loopback is never limited unless a proxy is trusted.
    pub rate: Option<NonZeroU32>,
    /// Whether languages that no native reader has passed yet are offered.
    pub draft_languages: bool,
    /// Whether whoever operates sees the links of mails as their readers get them: in the demonstration alone.
    pub live_mail_links: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_url: "http://localhost:8080".to_owned(),
            trust_proxy: false,
            rate: NonZeroU32::new(30),
            draft_languages: false,
            live_mail_links: false,
        }
    }
}

/// Shared state of the handlers. Cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The application.
    pub app: Arc<App>,
    /// How the server is exposed.
    pub settings: Arc<Settings>,
    pub(crate) limits: Arc<Limits>,
    pub(crate) metrics: Arc<Metrics>,
    pub(crate) answers: Arc<Answers>,
    /// Room for long files that are written while they are sent: each holds a thread.
    pub(crate) files: Arc<Semaphore>,
}

impl AppState {
    /// State over an application.
    pub fn new(app: Arc<App>, settings: Settings) -> Self {
        let limits = Arc::new(Limits::new(&settings));
        Self {
            app,
            settings: Arc::new(settings),
            limits,
            metrics: Arc::new(Metrics::default()),
            answers: Arc::new(Answers::default()),
            files: Arc::new(Semaphore::new(FILES_AT_ONCE)),
        }
    }

    /// The directory as it stands: one consistent snapshot for the whole request.
    #[must_use]
    pub fn directory(&self) -> Arc<Directory> {
        self.app.directory()
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.app.now()
    }
}
