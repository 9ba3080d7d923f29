//! `/compte`: one's own account: name, sessions, data to take away, erasure.

use askama::Template;
use axum::extract::Form;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::people::{self, OwnKey, PeopleError, PersonSession};
use portulan_i18n::Lang;
use portulan_model::people::PersonName;

use super::provider;
use crate::assets;
use crate::auth::cookies::Cookie;
use crate::auth::{Barred, Refused, Signed, done};
use crate::browsers::browser;
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
    /// Whether their roles wait for a key or a provider.
    held_back: bool,
    services: Vec<Service>,
}

/// A provider of identity, as the account stands with it.
struct Service {
    name: String,
    /// Where an account there is tied; nothing for a provider that is offered no more.
    address: Option<String>,
    /// Who it says it is, where the account is tied: what it is untied by.
    tied: Option<String>,
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
    let mut page = signed.page("account-title");
    page.note = just_tied(signed).await?.or(page.note);
    let shown = Own {
        page,
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
        held_back: signed.me.is_held_back(),
        services: services(signed).await?,
    };
    Ok(html_with(status, &shown))
}

/// Which account with a provider was just tied to this one.
async fn just_tied(signed: &Signed) -> Result<Option<String>, Refused> {
    let id = signed.visit.value(provider::TIED);
    let Some(id) = id.and_then(|id| id.parse().ok()) else {
        return Ok(None);
    };
    let account = people::tied(signed.app(), &signed.me, id).await?;
    Ok(account.map(|account| {
        let told = [("account", account.as_str().into())];
        signed.words().with("account-just-tied", &told)
    }))
}

/// The providers that are offered, and those that were when the account was tied.
async fn services(signed: &Signed) -> Result<Vec<Service>, Refused> {
    let mut tied = people::issuers_of(signed.app(), &signed.me).await?;
    let state = &signed.visit.state;
    let mut services = Vec::new();
    for party in &state.doors.parties {
        let issuer = party.provider.issuer_name();
        let known = tied.iter().position(|one| one == issuer);
        services.push(Service {
            name: party.provider.label.clone(),
            address: Some(format!("/compte/service/{}", party.provider.slug)),
            tied: known.map(|at| tied.swap_remove(at)),
        });
    }
    services.extend(tied.into_iter().map(|issuer| Service {
        name: provider::name_of(state, &issuer).to_owned(),
        address: None,
        tied: Some(issuer),
    }));
    Ok(services)
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
        agent: browser(signed.words(), &session.agent),
        opened: signed.visit.instant(session.created),
        seen: signed.visit.instant(session.seen),
        current: session.label == signed.me.session.label,
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

/// `POST /compte/sessions`: ends another session, or all others; only a short time after signing in.
pub(super) async fn close_session(
    signed: Signed,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Barred> {
    signed.freshly()?;
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
pub(super) async fn erase(signed: Signed) -> Result<Response, Barred> {
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
