//! The operator's session: opened once by the link that the command line prints.
//!
//! Opening is a POST, so that a program that previews links does not use the link up.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use portulan_app::operator::{self, Secret};
use portulan_app::people::{self, Who};
use portulan_i18n::Words;

use crate::auth::cookies::Cookie;
use crate::pages::addresses;
use crate::pages::page::{Page, html, html_with};
use crate::pages::visit::Visit;
use crate::state::AppState;

#[derive(Template)]
#[template(path = "operator/door.html")]
struct Door {
    page: Page,
    /// Where the form goes; nothing where the link is used or too old.
    action: Option<String>,
}

/// `GET /exploitation/{link}`: a page with one button.
pub(super) async fn door(visit: Visit, Path(link): Path<String>) -> Result<Response, StatusCode> {
    Secret::read(&link).ok_or(StatusCode::NOT_FOUND)?;
    Ok(html(&Door {
        page: page(&visit, "operator-door-title"),
        action: Some(format!("{}/{link}", addresses::OPERATOR)),
    }))
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
    let cookie = Cookie::Session.set(&visit.state.settings, &session, None);
    Ok((
        [(header::SET_COOKIE, cookie)],
        Redirect::to(addresses::OPERATOR),
    )
        .into_response())
}

/// `POST /exploitation`: ends the session, whoever holds it.
pub(crate) async fn leave(
    State(state): State<AppState>,
    headers: HeaderMap,
) -> Result<Response, StatusCode> {
    if let Some(secret) = Cookie::Session.read(&state.settings, &headers) {
        let app = &state.app;
        let who = people::who(app, Some(&secret)).await;
        let ended = match who.map_err(|error| fault(&error))? {
            Who::Person(me) => people::close(app, &me, &secret).await,
            Who::Operator => operator::end(app, &secret).await,
            Who::Visitor => Ok(()),
        };
        ended.map_err(|error| fault(&error))?;
    }
    let cookie = Cookie::Session.forget(&state.settings);
    Ok((
        [(header::SET_COOKIE, cookie)],
        Redirect::to(addresses::HOME),
    )
        .into_response())
}

fn page(visit: &Visit, title: &str) -> Page {
    Page::new(visit, Words::new(visit.lang).get(title)).apart()
}

fn fault(error: &portulan_app::Error) -> StatusCode {
    tracing::error!(%error, "the operator's session failed");
    StatusCode::INTERNAL_SERVER_ERROR
}
