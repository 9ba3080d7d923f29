//! A site with one account and a provider of identity, and browsers that keep their cookies.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use chrono::{DateTime, TimeDelta, Utc};
use http_body_util::BodyExt as _;
use portulan_app::fetch::Limits;
use portulan_app::identity::oidc;
use portulan_app::mail::{self, Message};
use portulan_app::people::{self, NewPerson};
use portulan_app::secret::Key;
use portulan_app::signed::{Link, Purpose};
use portulan_app::{App, Clock, Options, SeededChance};
use portulan_model::people::Person;
use portulan_testkit::oidc::{CLIENT_ID, CLIENT_SECRET, OidcProvider, Play};
use portulan_testkit::{Engine, TestDatabase};
use tower::ServiceExt as _;
use url::Url;

use crate::pages::tests::LIGHT;
use crate::pages::tests::reader::Html;
use crate::pages::tests::routes::site::may;
use crate::state::{AppState, Settings};

const FORM: &str = "application/x-www-form-urlencoded";

/// A clock that the test moves.
struct Moved(Mutex<DateTime<Utc>>);

impl Clock for Moved {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// A site with one account, and a provider of identity.
pub(super) struct Doors {
    pub(super) app: Arc<App>,
    router: Router,
    clock: Arc<Moved>,
    pub(super) camille: Person,
    pub(super) provider: OidcProvider,
    _database: TestDatabase,
}

/// A browser: it keeps cookies, as one does.
#[derive(Default)]
pub(super) struct Browser {
    pub(super) cookies: Vec<(String, String)>,
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) to: String,
    pub(super) body: String,
}

impl Answer {
    pub(super) fn page(&self, name: &str) -> Html {
        let page = Html::read(&self.body);
        page.check(name, "fr", LIGHT);
        page
    }

    pub(super) fn says(&self, words: &str) {
        let page = self.page(words);
        let text = page.text().replace(['\u{A0}', '\u{202F}'], " ");
        assert!(text.replace('’', "'").contains(words), "{text}");
    }
}

impl Doors {
    pub(super) async fn open(public_url: &str) -> Self {
        Self::open_as(public_url, false).await
    }

    /// One from which mails leave, or not.
    pub(super) async fn open_as(public_url: &str, sends_mail: bool) -> Self {
        let served = Options {
            sends_mail,
            ..Options::default()
        };
        Self::open_served(public_url, served).await
    }

    /// One that is served under some options.
    pub(super) async fn open_served(public_url: &str, served: Options) -> Self {
        let database = TestDatabase::new(Engine::Sqlite);
        let start: DateTime<Utc> = "2026-11-25T09:30:00Z".parse().unwrap();
        let clock = Arc::new(Moved(Mutex::new(start)));
        let options = Options {
            key: Some(Key::from_bytes([7; 32]).into()),
            limits: Limits {
                own_network: true,
                ..Limits::default()
            },
            ..served
        };
        let told: Arc<dyn Clock> = Arc::clone(&clock) as Arc<dyn Clock>;
        let chance = Arc::new(SeededChance::new(7));
        let app = App::open_with(&database.url, told, chance, options).await;
        let app = app.unwrap();
        let new = NewPerson {
            email: "camille@exemple.fr".parse().ok(),
            name: "Camille".parse().unwrap(),
        };
        let camille = people::open_account(&app, &may(), new).await.unwrap();
        let provider = OidcProvider::start(Play {
            now: Some(start),
            ..Play::default()
        });
        let settings = Settings {
            public_url: public_url.to_owned(),
            ..Settings::default()
        };
        let listed = vec![listed(&provider)];
        let state = AppState::with_doors(Arc::clone(&app), settings, listed, None);
        Self {
            app,
            router: crate::router(state),
            clock,
            camille,
            provider,
            _database: database,
        }
    }

    pub(super) fn pass(&self, time: TimeDelta) {
        *self.clock.0.lock().unwrap() += time;
    }

    /// Text of a link that ends so much later.
    pub(super) fn link(&self, purpose: Purpose, subject: &str, lasts: TimeDelta) -> String {
        Link::new(purpose, subject, self.app.now() + lasts).sign(&Key::from_bytes([7; 32]))
    }

    pub(super) async fn sign_in_link(&self) -> String {
        let link = people::link_of(&self.app, &may(), self.camille.id).await;
        format!("/connexion/lien/{}", link.unwrap())
    }

    pub(super) async fn enter(&self, browser: &mut Browser) {
        let link = self.sign_in_link().await;
        let answer = browser.post(self, &link, "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }

    /// The address of the link of the last mail, once so many are there.
    pub(super) async fn mailed(&self, count: usize) -> String {
        for _ in 0..500 {
            let log = mail::log(&self.app, &may(), None, 0).await.unwrap();
            if log.mails.len() < count {
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                continue;
            }
            let last = log.mails.iter().max_by_key(|known| known.mail.id).unwrap();
            let message: Message = serde_json::from_str(&last.mail.parameters).unwrap();
            let link = message.link().unwrap();
            let path = crate::mail::path(link.purpose);
            return format!("{path}/{}", link.sign(&Key::from_bytes([7; 32])));
        }
        panic!("no mail was written");
    }
}

fn listed(there: &OidcProvider) -> oidc::Provider {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("secret"), CLIENT_SECRET).unwrap();
    let file = folder.path().join("oidc.toml");
    let text = format!(
        "[[provider]]\nslug = \"agents\"\nlabel = \"Agents\"\nissuer = \"{}\"\n\
         client_id = \"{CLIENT_ID}\"\nclient_secret_file = \"secret\"\n",
        there.issuer()
    );
    std::fs::write(&file, text).unwrap();
    oidc::read(&file).unwrap().remove(0)
}

impl Browser {
    pub(super) async fn get(&mut self, site: &Doors, address: &str) -> Answer {
        let request = Request::get(address);
        self.send(site, request, "").await
    }

    pub(super) async fn post(&mut self, site: &Doors, address: &str, form: &str) -> Answer {
        let request = Request::post(address)
            .header(header::HOST, "aide.example")
            .header(header::REFERER, format!("https://aide.example{address}"));
        self.send(site, request, form).await
    }

    pub(super) async fn send(
        &mut self,
        site: &Doors,
        request: axum::http::request::Builder,
        form: &str,
    ) -> Answer {
        let cookies = self.cookies.iter();
        let cookies: Vec<_> = cookies
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = request
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, FORM)
            .body(Body::from(form.to_owned()))
            .unwrap();
        let response = site.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        self.keep(&head.headers);
        let body = body.collect().await.unwrap().to_bytes();
        let to = head.headers.get(header::LOCATION);
        Answer {
            status: head.status,
            to: to
                .map(|to| to.to_str().unwrap().to_owned())
                .unwrap_or_default(),
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for given in headers.get_all(header::SET_COOKIE) {
            let pair = given.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    /// Goes where a page leads at a provider, and comes back.
    pub(super) async fn walk(&mut self, site: &Doors, address: &Url) -> Answer {
        let back = site.provider.walk(address);
        let back = format!("{}?{}", back.path(), back.query().unwrap());
        self.get(site, &back).await
    }
}
