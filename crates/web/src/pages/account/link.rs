//! `/connexion/lien/{link}`: comes in by a link. Opening it is a POST, so that a program that previews links does not use
//! it up.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use portulan_app::people::{self, PeopleError};
use portulan_i18n::Words;

use super::{browser, enter};
use crate::auth::Refused;
use crate::pages::addresses;
use crate::pages::page::{Page, html, html_with};
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "account/link.html")]
struct Link {
    page: Page,
    name: String,
    action: String,
}

#[derive(Template)]
#[template(path = "account/no_link.html")]
struct NoLink {
    page: Page,
    text: String,
}

/// `GET /connexion/lien/{link}`: a page with one button.
pub(super) async fn show(visit: Visit, Path(link): Path<String>) -> Result<Response, Refused> {
    match people::person_of_link(&visit.state.app, &link).await {
        Ok(person) => Ok(html(&Link {
            page: Page::new(&visit, Words::new(visit.lang).get("enter-title")).apart(),
            name: person.name.to_string(),
            action: format!("{}/lien/{link}", addresses::SIGN_IN),
        })),
        Err(error) => refused(&visit, error),
    }
}

/// `POST /connexion/lien/{link}`: opens the session.
pub(super) async fn open(
    visit: Visit,
    headers: HeaderMap,
    Path(link): Path<String>,
) -> Result<Response, Refused> {
    let settings = &visit.state.settings;
    match people::open_by_link(&visit.state.app, &link, &browser(settings, &headers)).await {
        Ok(opened) => {
            let next = addresses::next(opened.next.as_deref());
            Ok(enter(settings, &opened, next))
        }
        Err(error) => refused(&visit, error),
    }
}

/// Says what is the matter with a link, and what to do.
pub(super) fn refused(visit: &Visit, error: PeopleError) -> Result<Response, Refused> {
    let id = match error {
        PeopleError::Forged => "enter-forged",
        PeopleError::Expired => "enter-expired",
        PeopleError::Used => "enter-used",
        PeopleError::SignInFirst => "invitation-sign-in-first",
        other => return Err(other.into()),
    };
    let words = Words::new(visit.lang);
    let page = NoLink {
        page: Page::new(visit, words.get("enter-refused-title")).apart(),
        text: words.get(id),
    };
    Ok(html_with(StatusCode::FORBIDDEN, &page))
}
