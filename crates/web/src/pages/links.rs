//! Pages that a signed link opens without an account, and what is said when it opens nothing.
//!
//! A link is looked at by GET, which changes nothing: programs of mail servers follow links before people do. What it
//! is for is done by POST.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use portulan_app::mail::{asked_to_refuse, refuse};
use portulan_app::signed::LinkError;
use portulan_app::{Error, mail};
use portulan_i18n::Words;

use super::page::{Page, html, html_with};
use super::visit::Visit;

#[derive(Template)]
#[template(path = "link.html")]
struct LinkPage {
    page: Page,
    text: String,
    /// The button that does what the link is for.
    action: Option<String>,
}

/// `GET /desabonnement/{token}`.
pub(super) async fn unsubscribe(visit: Visit, Path(token): Path<String>) -> Response {
    let answer = match asked_to_refuse(&visit.state.app, &token) {
        Ok(mail::List::Campaigns) => html(&LinkPage {
            page: page(&visit, "unsubscribe-title"),
            text: Words::new(visit.lang).get("unsubscribe-ask"),
            action: Some(Words::new(visit.lang).get("unsubscribe-action")),
        }),
        Err(error) => refused(&visit, &error),
    };
    never_kept(answer)
}

/// `POST /desabonnement/{token}`: the button, or one click of a mail program (RFC 8058).
pub(super) async fn unsubscribed(visit: Visit, Path(token): Path<String>) -> Response {
    let answer = match refuse(&visit.state.app, &token).await {
        Ok(mail::List::Campaigns) => html(&LinkPage {
            page: page(&visit, "unsubscribe-done-title"),
            text: Words::new(visit.lang).get("unsubscribe-done"),
            action: None,
        }),
        Err(error) => refused(&visit, &error),
    };
    never_kept(answer)
}

/// What is said when a link opens nothing.
pub(crate) fn refused(visit: &Visit, error: &Error) -> Response {
    let (id, status) = match error {
        Error::Link(LinkError::Forged) => ("link-forged", StatusCode::NOT_FOUND),
        Error::Link(LinkError::Expired) => ("link-expired", StatusCode::GONE),
        Error::NoKey => {
            tracing::warn!(%error, "a signed link cannot be read");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
        _ => {
            tracing::error!(%error, "a signed link failed");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let said = LinkPage {
        page: page(visit, &format!("{id}-title")),
        text: Words::new(visit.lang).get(id),
        action: None,
    };
    html_with(status, &said)
}

/// The address of such a page is a secret: no search engine, and no other language of it in a link.
fn page(visit: &Visit, title: &str) -> Page {
    let mut page = Page::new(visit, Words::new(visit.lang).get(title)).apart();
    page.languages.clear();
    page
}

pub(super) fn never_kept(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    response
}
