//! What every handler can reach: the application, how this installation is exposed, and its counters.

use std::num::NonZeroU32;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use portulan_app::identity::oidc::{Party, Provider};
use portulan_app::identity::passkey::Passkeys;
use portulan_app::identity::password::Breached;
use portulan_app::{App, Directory};
use tokio::sync::Semaphore;
use url::Url;

use crate::api::Answers;
use crate::metrics::Metrics;
use crate::middleware::Limits;
use crate::security_txt::SecurityContact;

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
    /// Whom to tell of a weakness of the site: without it there is no `security.txt`.
    pub security_contact: Option<SecurityContact>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_url: "http://localhost:8080".to_owned(),
            trust_proxy: false,
            rate: NonZeroU32::new(30),
            draft_languages: false,
            live_mail_links: false,
            security_contact: None,
        }
    }
}

/// The ways in that depend on how the server is exposed.
#[derive(Default)]
pub(crate) struct Doors {
    /// Keys of devices; none where the public address has no name, or is not secure.
    pub(crate) passkeys: Option<Arc<Passkeys>>,
    /// Providers of identity.
    pub(crate) parties: Vec<Arc<Party>>,
    /// Passwords that leaked somewhere.
    pub(crate) breached: Option<Breached>,
}

/// Shared state of the handlers. Cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The application.
    pub app: Arc<App>,
    /// How the server is exposed.
    pub settings: Arc<Settings>,
    /// The ways in, besides links and passwords.
    pub(crate) doors: Arc<Doors>,
    pub(crate) limits: Arc<Limits>,
    pub(crate) metrics: Arc<Metrics>,
    pub(crate) answers: Arc<Answers>,
    /// Documents of governance, which are long.
    pub(crate) documents: Arc<Answers>,
    /// Such documents are written one at a time: each is several times as large in memory.
    pub(crate) writing: Arc<Semaphore>,
    /// Room for long files that are written while they are sent: each holds a thread.
    pub(crate) files: Arc<Semaphore>,
}

impl AppState {
    /// State over an application.
    pub fn new(app: Arc<App>, settings: Settings) -> Self {
        Self::with_doors(app, settings, Vec::new(), None)
    }

    /// State over an application, with providers of identity and a list of passwords that leaked.
    pub fn with_doors(
        app: Arc<App>,
        settings: Settings,
        providers: Vec<Provider>,
        breached: Option<Breached>,
    ) -> Self {
        let limits = Arc::new(Limits::new(&settings));
        let doors = Doors {
            passkeys: passkeys(&settings).map(Arc::new),
            parties: providers
                .into_iter()
                .filter_map(|provider| party(&app, &settings, provider))
                .map(Arc::new)
                .collect(),
            breached,
        };
        Self {
            app,
            settings: Arc::new(settings),
            doors: Arc::new(doors),
            limits,
            metrics: Arc::new(Metrics::default()),
            answers: Arc::new(Answers::default()),
            documents: Arc::new(Answers::of_documents()),
            writing: Arc::new(Semaphore::new(1)),
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

/// The name of the site, as devices show it beside a key.
const NAME: &str = "Portulan";

/// Keys belong to a name: the machine itself is called `localhost`, whatever its number.
fn passkeys(settings: &Settings) -> Option<Passkeys> {
    let mut url: Url = settings.public_url.parse().ok()?;
    let own = url
        .host_str()
        .is_some_and(|host| host == "127.0.0.1" || host == "[::1]");
    if own {
        url.set_host(Some("localhost")).ok()?;
    }
    Passkeys::at(&url, NAME).ok()
}

/// This site as a provider sees it.
fn party(app: &App, settings: &Settings, provider: Provider) -> Option<Party> {
    let slug = &provider.slug;
    let back = format!("{}/connexion/service/{slug}/retour", settings.public_url);
    let back = back.parse().ok()?;
    Some(Party::new(provider, back, app.limits()))
}
