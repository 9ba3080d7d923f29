//! `/compte`: one's own account: name, sessions, data to take away, erasure.

use askama::Template;
use axum::extract::Form;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::people::{self, OwnKey, PeopleError, PersonSession};
use portulan_i18n::Lang;
use portulan_model::people::PersonName;

use crate::assets;
use crate::auth::cookies::Cookie;
use crate::auth::{Refused, Signed, done};
use crate::pages::addresses;
use crate::pages::answer::Answer;
use crate::pages::page::{Page, html, html_with};

#[derive(Template)]
#[template(path = "account/own.html")]
struct Own {
    page: Page,
    email: Option<String>,
    name: Answer,
    languages: Vec<(&'static str, &'static str, bool)>,
    sessions: Vec<Session>,
    has_password: bool,
    keys: Vec<Key>,
    /// The script of keys, where this site can have them.
    script: Option<&'static str>,
    /// Whether the person proved lately who they are.
    fresh: bool,
    /// Providers that the account can be tied to: address and name.
    providers: Vec<(String, String)>,
}

struct Key {
    id: String,
    label: String,
    told: String,
}

struct Session {
    label: String,
    means: String,
    agent: String,
    opened: String,
    seen: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "account/erase.html")]
struct Erase {
    page: Page,
    fresh: bool,
    wrong: Option<String>,
}

/// `GET /compte`.
pub(super) async fn show(signed: Signed) -> Result<Response, Refused> {
    let name = Answer::of(signed.me.person.name.as_str());
    page(&signed, name).await
}

async fn page(signed: &Signed, name: Answer) -> Result<Response, Refused> {
    let sessions = people::sessions_of(signed.app(), &signed.me).await?;
    let person = &signed.me.person;
    let offered = Lang::ALL.into_iter();
    let offered =
        offered.filter(|lang| signed.visit.state.settings.draft_languages || !lang.is_draft());
    let status = match name.wrong {
        Some(_) => StatusCode::BAD_REQUEST,
        None => StatusCode::OK,
    };
    let doors = &signed.visit.state.doors;
    let shown = Own {
        page: signed.page("account-title"),
        email: person.email.as_ref().map(ToString::to_string),
        name,
        languages: offered
            .map(|lang| (lang.code(), lang.autonym(), lang.code() == person.lang))
            .collect(),
        sessions: sessions.iter().map(|one| session(signed, one)).collect(),
        has_password: people::has_password(signed.app(), &signed.me).await?,
        keys: keys(signed).await?,
        script: doors
            .passkeys
            .as_ref()
            .and_then(|_keys| assets::address("passkey.js")),
        fresh: signed.me.is_fresh(),
        providers: doors
            .parties
            .iter()
            .map(|party| {
                let address = format!("/connexion/service/{}?lier=1", party.provider.slug);
                let name = party.provider.label.as_str().into();
                (
                    address,
                    signed.words().with("account-tie", &[("name", name)]),
                )
            })
            .collect(),
    };
    Ok(html_with(status, &shown))
}

async fn keys(signed: &Signed) -> Result<Vec<Key>, Refused> {
    let keys = people::keys_of(signed.app(), &signed.me).await?;
    let told = |key: &OwnKey| {
        let (id, at) = match key.used {
            Some(used) => ("account-key-used", used),
            None => ("account-key-added", key.created),
        };
        let date = signed.visit.instant(at);
        signed.words().with(id, &[("date", date.into())])
    };
    Ok(keys
        .iter()
        .map(|key| Key {
            id: key.id.clone(),
            label: key.label.clone(),
            told: told(key),
        })
        .collect())
}

fn session(signed: &Signed, session: &PersonSession) -> Session {
    Session {
        label: session.label.clone(),
        means: signed
            .words()
            .get(&format!("means-{}", session.means.word())),
        agent: device(signed, &session.agent),
        opened: signed.visit.instant(session.created),
        seen: signed.visit.instant(session.seen),
        current: session.label == signed.me.session.label,
    }
}

/// What the mark of a browser is called; the first that is found counts, since each also bears the marks of older ones.
const BROWSERS: [(&str, &str); 5] = [
    ("Firefox/", "Firefox"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
/// The same of systems.
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// A browser as its owner knows it: "Firefox sur Windows".
fn device(signed: &Signed, agent: &str) -> String {
    let find = |known: &[(&str, &'static str)]| {
        let found = known.iter().find(|(mark, _)| agent.contains(mark));
        found.map(|(_, name)| *name)
    };
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => {
            let told = [("browser", browser.into()), ("system", system.into())];
            signed.words().with("account-browser-on", &told)
        }
        _ => signed.words().get("account-browser-unknown"),
    }
}

/// `POST /compte`: name and language.
pub(super) async fn change(
    signed: Signed,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let value = |name: &str| {
        let found = pairs.iter().find(|(given, _)| given == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    let mut name = Answer::of(value("nom"));
    let read = name.text().parse::<PersonName>();
    let read = read.map_err(|_wrong| signed.words().get("person-name-wrong"));
    let Some(given) = name.keep(read) else {
        return page(&signed, name).await;
    };
    let lang: Lang = value("langue").parse().unwrap_or_default();
    people::change(signed.app(), &signed.me, given, lang.code()).await?;
    Ok(done(addresses::ACCOUNT, "account-changed"))
}

/// `POST /compte/quitter`: ends this session.
pub(super) async fn leave(signed: Signed) -> Result<Response, Refused> {
    people::close(signed.app(), &signed.me, &signed.secret).await?;
    Ok(left(&signed, addresses::HOME))
}

fn left(signed: &Signed, next: &str) -> Response {
    let cookie = Cookie::Session.forget(&signed.visit.state.settings);
    ([(header::SET_COOKIE, cookie)], Redirect::to(next)).into_response()
}

/// `POST /compte/sessions`: ends another session, or all others.
pub(super) async fn close_session(
    signed: Signed,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    match pairs.iter().find(|(name, _)| name == "session") {
        Some((_, label)) => {
            people::close_labelled(signed.app(), &signed.me, label).await?;
        }
        None => people::close_others(signed.app(), &signed.me).await?,
    }
    Ok(done(addresses::ACCOUNT, "session-closed"))
}

/// `GET /compte/donnees.json`: all that is kept of the person.
pub(super) async fn export(signed: Signed) -> Result<Response, Refused> {
    let export = people::export(signed.app(), &signed.me).await?;
    let name = "attachment; filename=\"mes-donnees.json\"";
    Ok(([(header::CONTENT_DISPOSITION, name)], axum::Json(export)).into_response())
}

/// `GET /compte/effacer`.
pub(super) async fn ask_to_erase(signed: Signed) -> Response {
    html(&erasing(&signed, None))
}

fn erasing(signed: &Signed, wrong: Option<String>) -> Erase {
    Erase {
        page: signed.page("erase-title"),
        fresh: signed.me.is_fresh(),
        wrong,
    }
}

/// `POST /compte/effacer`: only a short time after signing in.
pub(super) async fn erase(signed: Signed) -> Result<Response, Refused> {
    signed.freshly()?;
    match people::erase_own(signed.app(), &signed.me).await {
        Ok(()) => Ok(left(
            &signed,
            &addresses::noted(addresses::SIGN_IN, "erased"),
        )),
        Err(PeopleError::LastOperator) => {
            let wrong = Some(signed.words().get("erase-last-operator"));
            Ok(html_with(StatusCode::CONFLICT, &erasing(&signed, wrong)))
        }
        Err(error) => Err(error.into()),
    }
}
