//! `/exploitation`: the operator's session, opened once by the link that the command line prints.
//!
//! Opening is a POST, so that a program that previews links does not use the link up.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use portulan_app::doctor::{self, Health};
use portulan_app::operator::{self, Secret};
use portulan_i18n::{Lang, Words};
use portulan_policy::{Node, actions::Diagnose, allow};

use super::addresses;
use super::page::{Page, html, html_with};
use super::visit::Visit;
use crate::state::AppState;

/// The cookie of a session. Only its hash is stored.
const COOKIE: &str = "portulan-exploitation";

#[derive(Template)]
#[template(path = "operator_door.html")]
struct Door {
    page: Page,
    /// Where the form goes; nothing where the link is used or too old.
    action: Option<String>,
}

#[derive(Template)]
#[template(path = "operator_desk.html")]
struct Desk {
    page: Page,
    findings: Vec<Finding>,
}

/// A check of the installation.
struct Finding {
    class: &'static str,
    health: String,
    words: String,
    advice: Option<String>,
}

/// `GET /exploitation/{link}`: a page with one button.
pub(crate) async fn door(visit: Visit, Path(link): Path<String>) -> Response {
    let action = Secret::read(&link).map(|_| format!("{}/{link}", addresses::OPERATOR));
    html(&Door {
        page: page(&visit, "operator-door-title"),
        action,
    })
}

/// `POST /exploitation/{link}`: opens the session.
pub(crate) async fn enter(visit: Visit, Path(link): Path<String>) -> Result<Response, StatusCode> {
    let session = match Secret::read(&link) {
        Some(link) => operator::redeem(&visit.state.app, &link)
            .await
            .map_err(|error| fault(&error))?,
        None => None,
    };
    let Some(session) = session else {
        let refused = Door {
            page: page(&visit, "operator-door-title"),
            action: None,
        };
        return Ok(html_with(StatusCode::FORBIDDEN, &refused));
    };
    let cookie = cookie(&visit.state, session.reveal(), "");
    Ok((
        [(header::SET_COOKIE, cookie)],
        Redirect::to(addresses::OPERATOR),
    )
        .into_response())
}

/// `GET /exploitation`: the state of the installation.
pub(crate) async fn desk(visit: Visit, headers: HeaderMap) -> Result<Response, StatusCode> {
    let app = &visit.state.app;
    let actor = operator::actor(app, session(&headers).as_ref())
        .await
        .map_err(|error| fault(&error))?;
    let capability =
        allow::<Diagnose>(&actor, &Node::Installation).map_err(|_refusal| StatusCode::FORBIDDEN)?;
    let findings = doctor::examine(app, &capability)
        .await
        .map_err(|error| fault(&error))?;
    let mut response = html(&Desk {
        page: page(&visit, "operator-title"),
        findings: findings
            .iter()
            .map(|finding| told(visit.lang, finding))
            .collect(),
    });
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// `POST /exploitation`: ends the session.
pub(crate) async fn leave(
    State(state): State<AppState>,
    headers: HeaderMap,
) -> Result<Response, StatusCode> {
    if let Some(session) = session(&headers) {
        operator::end(&state.app, &session)
            .await
            .map_err(|error| fault(&error))?;
    }
    let cookie = cookie(&state, "", "; Max-Age=0");
    Ok((
        [(header::SET_COOKIE, cookie)],
        Redirect::to(addresses::HOME),
    )
        .into_response())
}

fn page(visit: &Visit, title: &str) -> Page {
    Page::new(visit, Words::new(visit.lang).get(title)).apart()
}

fn told(lang: Lang, finding: &doctor::Finding) -> Finding {
    let words = Words::new(lang);
    let (class, health) = match finding.health {
        Health::Good => ("is-open", "doctor-good"),
        Health::Doubtful => ("is-doubtful", "doctor-doubtful"),
        Health::Wrong => ("is-unknown", "doctor-wrong"),
    };
    let advice = format!("doctor-{}-advice", finding.check);
    Finding {
        class,
        health: words.get(health),
        words: words.with(
            &format!("doctor-{}", finding.check),
            &[("value", finding.value.as_str().into())],
        ),
        advice: (finding.health != Health::Good).then(|| words.get(&advice)),
    }
}

fn session(headers: &HeaderMap) -> Option<Secret> {
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    let pairs = cookies
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .filter(|(name, _)| *name == COOKIE)
        .find_map(|(_, value)| Secret::read(value))
}

fn cookie(state: &AppState, value: &str, more: &str) -> String {
    let secure = if state.settings.public_url.starts_with("https://") {
        "; Secure"
    } else {
        ""
    };
    format!(
        "{COOKIE}={value}; Path={}; HttpOnly; SameSite=Strict{secure}{more}",
        addresses::OPERATOR
    )
}

fn fault(error: &portulan_app::Error) -> StatusCode {
    tracing::error!(%error, "the operator's session failed");
    StatusCode::INTERNAL_SERVER_ERROR
}
