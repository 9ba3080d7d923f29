//! The ways into an account as browsers walk them: links that open nothing, forms that are sent twice, the page to go on
//! to, providers, and cookies of elsewhere.

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
use portulan_testkit::oidc::{CLIENT_ID, CLIENT_SECRET, OidcProvider, Play, Proof};
use portulan_testkit::{Engine, TestDatabase};
use rstest::rstest;
use tower::ServiceExt as _;
use url::Url;

use super::LIGHT;
use super::reader::Html;
use super::routes::site::may;
use crate::state::{AppState, Settings};

const NOBODY: &str = "01900000-0000-7000-8000-000000000000";
const FORM: &str = "application/x-www-form-urlencoded";
const PASSWORD: &str = "mot_de_passe=quatre+mots+bien+au+chaud";

/// A clock that the test moves.
struct Moved(Mutex<DateTime<Utc>>);

impl Clock for Moved {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// A site with one account, and a provider of identity.
struct Doors {
    app: Arc<App>,
    router: Router,
    clock: Arc<Moved>,
    camille: Person,
    provider: OidcProvider,
    _database: TestDatabase,
}

/// A browser: it keeps cookies, as one does.
#[derive(Default)]
struct Browser {
    cookies: Vec<(String, String)>,
}

/// What came back.
struct Answer {
    status: StatusCode,
    to: String,
    body: String,
}

impl Answer {
    fn page(&self, name: &str) -> Html {
        let page = Html::read(&self.body);
        page.check(name, "fr", LIGHT);
        page
    }

    fn says(&self, words: &str) {
        let page = self.page(words);
        let text = page.text().replace(['\u{A0}', '\u{202F}'], " ");
        assert!(text.replace('’', "'").contains(words), "{text}");
    }
}

impl Doors {
    async fn open(public_url: &str) -> Self {
        let database = TestDatabase::new(Engine::Sqlite);
        let start: DateTime<Utc> = "2026-11-25T09:30:00Z".parse().unwrap();
        let clock = Arc::new(Moved(Mutex::new(start)));
        let options = Options {
            key: Some(Key::from_bytes([7; 32]).into()),
            limits: Limits {
                own_network: true,
                ..Limits::default()
            },
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

    fn pass(&self, time: TimeDelta) {
        *self.clock.0.lock().unwrap() += time;
    }

    /// Text of a link that ends so much later.
    fn link(&self, purpose: Purpose, subject: &str, lasts: TimeDelta) -> String {
        Link::new(purpose, subject, self.app.now() + lasts).sign(&Key::from_bytes([7; 32]))
    }

    async fn sign_in_link(&self) -> String {
        let link = people::link_of(&self.app, &may(), self.camille.id).await;
        format!("/connexion/lien/{}", link.unwrap())
    }

    async fn enter(&self, browser: &mut Browser) {
        let link = self.sign_in_link().await;
        let answer = browser.post(self, &link, "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }

    /// The address of the link of the last mail, once so many are there.
    async fn mailed(&self, count: usize) -> String {
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
    async fn get(&mut self, site: &Doors, address: &str) -> Answer {
        let request = Request::get(address);
        self.send(site, request, "").await
    }

    async fn post(&mut self, site: &Doors, address: &str, form: &str) -> Answer {
        let request = Request::post(address)
            .header(header::HOST, "aide.example")
            .header(header::REFERER, format!("https://aide.example{address}"));
        self.send(site, request, form).await
    }

    async fn send(
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
    async fn walk(&mut self, site: &Doors, address: &Url) -> Answer {
        let back = site.provider.walk(address);
        let back = format!("{}?{}", back.path(), back.query().unwrap());
        self.get(site, &back).await
    }
}

const HERE: &str = "http://localhost:8080";

#[tokio::test]
async fn a_link_that_is_too_old_was_made_elsewhere_or_has_served_says_so() {
    let site = Doors::open(HERE).await;
    let mut browser = Browser::default();
    for purpose in [
        Purpose::SignIn,
        Purpose::Recovery,
        Purpose::Invitation,
        Purpose::Sessions,
    ] {
        let path = crate::mail::path(purpose);
        let old = site.link(purpose, NOBODY, -TimeDelta::hours(1));
        let used = site.link(purpose, NOBODY, TimeDelta::hours(1));
        let other = site.link(Purpose::Day, NOBODY, TimeDelta::hours(1));
        for (token, words) in [
            (old, "Il est trop vieux. Rien n'est perdu"),
            (format!("{used}x"), "il n'a pas été fait ici"),
            (other, "il n'a pas été fait ici"),
            (used, "Il a déjà servi"),
        ] {
            let address = format!("{path}/{token}");
            let shown = browser.get(&site, &address).await;
            let sent = browser.post(&site, &address, "nom=Camille").await;
            for answer in [shown, sent] {
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}");
                answer.says(words);
            }
        }
    }
    // Replayed in truth, by whoever kept it.
    let link = site.sign_in_link().await;
    let first = browser.post(&site, &link, "").await;
    assert_eq!(first.to, "/espace");
    let mut thief = Browser::default();
    let replayed = thief.post(&site, &link, "").await;
    replayed.says("Il a déjà servi. Si ce n'était pas vous");
    assert!(thief.cookies.is_empty(), "and gives no session");
}

#[tokio::test]
async fn forms_of_an_account_that_are_sent_twice_do_no_harm() {
    let site = Doors::open(HERE).await;
    let mut browser = Browser::default();
    let asked = browser
        .post(&site, "/connexion/oubli", "email=camille@exemple.fr")
        .await;
    asked.says("Si camille@exemple.fr a un compte");
    let set = site.mailed(1).await;
    assert_eq!(browser.get(&site, &set).await.status, StatusCode::OK);
    let short = browser.post(&site, &set, "mot_de_passe=court").await;
    assert_eq!(short.status, StatusCode::BAD_REQUEST);
    short.says("Ce mot de passe est trop court");
    let first = browser.post(&site, &set, PASSWORD).await;
    assert_eq!(first.to, "/compte?fait=password-set");
    let twice = browser.post(&site, &set, PASSWORD).await;
    assert_eq!(twice.status, StatusCode::FORBIDDEN);
    twice.says("Il a déjà servi");
    let account = browser.get(&site, "/compte").await;
    account.says("Vous avez un mot de passe");
    for _ in 0..2 {
        let saved = browser
            .post(&site, "/compte", "nom=Camille+D.&langue=fr")
            .await;
        assert_eq!(saved.to, "/compte?fait=account-changed");
        let closed = browser.post(&site, "/compte/sessions", "").await;
        assert_eq!(closed.to, "/compte?fait=session-closed");
        let untied = browser
            .post(&site, "/compte/services/retirer", "service=x")
            .await;
        assert_eq!(untied.to, "/compte?fait=provider-untied");
    }
    let person = site.camille.id.to_string();
    let token = site.link(Purpose::Sessions, &person, TimeDelta::days(1));
    let close = format!("/connexion/fermer/{token}");
    browser
        .get(&site, &close)
        .await
        .says("Toutes les sessions du compte de Camille D.");
    for _ in 0..2 {
        let closed = browser.post(&site, &close, "").await;
        closed.says("Plus personne n'est connecté à ce compte");
    }
    let refused = browser.get(&site, "/compte").await;
    refused.says("Il faut être connecté");
}

#[rstest]
#[case("/compte", "/compte")]
#[case(
    "/aide?q=a%20b&territoire=commune-35238",
    "/aide?q=a%20b&territoire=commune-35238"
)]
#[case("//ailleurs.example", "/espace")]
#[case("/\\ailleurs.example", "/espace")]
#[case("https://ailleurs.example", "/espace")]
#[case("https:ailleurs.example", "/espace")]
#[tokio::test]
async fn each_way_in_goes_on_to_the_page_that_was_asked_and_to_no_other_site(
    #[case] asked: &str,
    #[case] expected: &str,
) {
    let site = Doors::open(HERE).await;
    let mut browser = Browser::default();
    let encoded: String = url::form_urlencoded::byte_serialize(asked.as_bytes()).collect();
    let door = browser
        .get(&site, &format!("/connexion?suite={encoded}"))
        .await;
    let written = expected.replace('&', "&#38;");
    let fields = door
        .body
        .matches(&format!("name=\"suite\" value=\"{written}\""));
    assert_eq!(
        fields.count(),
        3,
        "a link, a password, a key: {}",
        door.body
    );
    let form = format!("email=camille@exemple.fr&suite={encoded}");
    browser.post(&site, "/connexion/recevoir", &form).await;
    let link = site.mailed(1).await;
    assert_eq!(browser.post(&site, &link, "").await.to, expected);
    // By a provider, whose link on the page carries it on.
    let address = format!("/connexion/service/agents?suite={encoded}");
    let mut other = Browser::default();
    let away = other.get(&site, &address).await;
    let back = other.walk(&site, &away.to.parse().unwrap()).await;
    assert_eq!(back.to, expected);
}

#[tokio::test]
async fn a_provider_is_tied_from_a_form_of_this_site_alone_and_the_account_is_named() {
    let site = Doors::open(HERE).await;
    let mut browser = Browser::default();
    site.enter(&mut browser).await;
    let form = "/compte/service/agents";
    let account = browser.get(&site, "/compte").await;
    assert!(account.body.contains(&format!("action=\"{form}\"")));
    // A link that another site holds opens a session there and here, and ties nothing.
    let mut lured = Browser {
        cookies: browser.cookies.clone(),
    };
    let away = lured.get(&site, "/connexion/service/agents?lier=1").await;
    let back = lured.walk(&site, &away.to.parse().unwrap()).await;
    assert_eq!(back.to, "/espace");
    site.provider
        .play(|play| play.person.subject = "b3a1-80".to_owned());
    site.enter(&mut browser).await;
    let account = browser.get(&site, "/compte").await;
    account.says("Ce service n'ouvre pas votre compte");
    assert_eq!(
        browser.get(&site, form).await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
    let elsewhere = Request::post(form).header("sec-fetch-site", "cross-site");
    let elsewhere = browser.send(&site, elsewhere, "").await;
    assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
    let stranger = Browser::default().post(&site, form, "").await;
    stranger.says("Il faut être connecté");
    let away = browser.post(&site, form, "").await;
    away.says("Vous allez vous connecter chez Agents");
    let issuer = site.provider.issuer();
    let (_, rest) = away.body.split_once(&format!("href=\"{issuer}")).unwrap();
    let there = format!("{issuer}{}", rest.split('"').next().unwrap());
    let there: Url = there
        .replace("&#38;", "&")
        .replace("&amp;", "&")
        .parse()
        .unwrap();
    // Another browser, even of the same person, does not end what this one began.
    let mut other = Browser::default();
    site.enter(&mut other).await;
    let refused = other.walk(&site, &there).await;
    refused.says("Le passage par ce service a été interrompu");
    let back = browser.walk(&site, &there).await;
    assert!(back.to.starts_with("/compte?lie="), "{}", back.to);
    let told = browser.get(&site, &back.to).await;
    told.says("le compte camille@mairie.exemple.fr ouvre maintenant le vôtre");
    told.says("Un lien par e-mail ouvre toujours votre compte");
    assert!(told.body.contains("Ne plus entrer avec Agents"));
}

#[tokio::test]
async fn whoever_proved_long_ago_who_they_are_is_told_to_sign_in_again() {
    let site = Doors::open(HERE).await;
    let mut browser = Browser::default();
    site.enter(&mut browser).await;
    site.pass(TimeDelta::minutes(31));
    for address in [
        "/compte/effacer",
        "/compte/mot-de-passe",
        "/compte/cles/retirer",
        "/compte/services/retirer",
        "/compte/service/agents",
    ] {
        let refused = browser.post(&site, address, PASSWORD).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{address}");
        refused.says("Reconnectez-vous d'abord");
        let again = format!("/connexion?suite={}", address.replace('/', "%2F"));
        let links = refused.page(address).internal_links("/");
        assert!(links.iter().any(|(path, _)| *path == again), "{links:?}");
    }
    // A provider that lets somebody through on an old session of its own proves nothing new.
    let old = site.app.now() - TimeDelta::hours(3);
    let now = Some(site.app.now());
    site.provider
        .play(|play| (play.now, play.proof) = (now, Proof::At(old)));
    let mut other = Browser::default();
    let away = other.get(&site, "/connexion/service/agents").await;
    other.walk(&site, &away.to.parse().unwrap()).await;
    let refused = other.post(&site, "/compte/effacer", "").await;
    refused.says("Reconnectez-vous d'abord");
    // Whoever is in and goes there again is asked again.
    let away = other
        .get(&site, "/connexion/service/agents?suite=/compte")
        .await;
    assert!(away.to.contains("prompt=login"), "{}", away.to);
    let back = other.walk(&site, &away.to.parse().unwrap()).await;
    assert_eq!(back.to, "/compte");
    let erased = other.post(&site, "/compte/effacer", "").await;
    assert_eq!(erased.to, "/connexion?fait=erased");
}

#[tokio::test]
async fn a_cookie_of_another_host_or_of_a_session_that_was_left_is_nobody() {
    let site = Doors::open("https://aide.example").await;
    let mut browser = Browser::default();
    site.enter(&mut browser).await;
    let held = browser
        .cookies
        .iter()
        .find(|(name, _)| name.contains("session"));
    let (name, secret) = held.unwrap().clone();
    assert_eq!(name, "__Host-portulan-session");
    let with = |name: &str, secret: &str| Browser {
        cookies: vec![(name.to_owned(), secret.to_owned())],
    };
    // Without the name that binds it to this host, as a neighbouring host could plant it.
    let mut planted = with("portulan-session", &secret);
    planted
        .get(&site, "/compte")
        .await
        .says("Il faut être connecté");
    // Of another installation.
    let there = Doors::open("https://autre.example").await;
    let mut brought = with(&name, &secret);
    brought
        .get(&there, "/compte")
        .await
        .says("Il faut être connecté");
    // Copied, and replayed after its owner left.
    let mut copy = with(&name, &secret);
    assert_eq!(copy.get(&site, "/compte").await.status, StatusCode::OK);
    browser.post(&site, "/compte/quitter", "").await;
    copy.get(&site, "/compte")
        .await
        .says("Il faut être connecté");
    let refused = copy
        .post(&site, "/compte", "nom=Quelqu%27un&langue=fr")
        .await;
    refused.says("Si votre session est finie");
}

#[test]
fn what_is_told_after_a_form_is_worded_in_every_language() {
    use portulan_i18n::{Lang, Words};
    for lang in Lang::ALL {
        for note in [
            "provider-untied",
            "last-door",
            "last-manager",
            "last-operator",
            "role-not-yours",
            "password-set",
        ] {
            assert!(
                Words::new(lang).has(&format!("note-{note}")),
                "{lang:?} {note}"
            );
        }
    }
}
