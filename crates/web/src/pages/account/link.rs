//! `/connexion/lien/{link}`: comes in by a link. Opening it is a POST, so that a program that previews links does not use
//! it up.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use portulan_app::operator::Secret;
use portulan_app::people::{self, PeopleError};
use portulan_i18n::Words;

use super::{asked, bound, browser, enter, sign_in};
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
#[template(path = "account/elsewhere.html")]
struct Elsewhere {
    page: Page,
    action: String,
}

#[derive(Template)]
#[template(path = "account/no_link.html")]
struct NoLink {
    page: Page,
    text: String,
}

/// `GET /connexion/lien/{link}`: a page with one button.
pub(super) async fn show(
    visit: Visit,
    headers: HeaderMap,
    Path(link): Path<String>,
) -> Result<Response, Refused> {
    let browser = browser(&visit.state.settings, &headers);
    match people::person_of_link(&visit.state.app, &link, &browser).await {
        Ok(person) => Ok(html(&Link {
            page: Page::new(&visit, Words::new(visit.lang).get("enter-title")).apart(),
            name: person.name.to_string(),
            action: address(&link),
        })),
        Err(error) => otherwise(&visit, &headers, (error, &address(&link))),
    }
}

fn address(link: &str) -> String {
    format!("{}/lien/{link}", addresses::SIGN_IN)
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
        Err(error) => otherwise(&visit, &headers, (error, &address(&link))),
    }
}

/// `POST /connexion/lien/{link}/ici`: uses the link up, and sends another one for this browser.
pub(super) async fn ask_here(
    visit: Visit,
    headers: HeaderMap,
    Path(link): Path<String>,
) -> Result<Response, Refused> {
    let asked = asked(&visit, &headers);
    let sent = people::ask_link_here(&visit.state.app, &link, &asked).await;
    told_here(&visit, &asked, sent)
}

/// What is told when another link was asked for here.
pub(super) fn told_here(
    visit: &Visit,
    asked: &Secret,
    sent: Result<(), PeopleError>,
) -> Result<Response, Refused> {
    match sent {
        // A form that is sent twice: the first has sent the link.
        Ok(()) | Err(PeopleError::Used) => Ok(bound(visit, asked, sign_in::sent_here(visit))),
        Err(error) => refused(visit, error),
    }
}

/// A link of another browser says so, and offers another one for this browser; any other says what is the matter.
pub(super) fn otherwise(
    visit: &Visit,
    headers: &HeaderMap,
    (error, address): (PeopleError, &str),
) -> Result<Response, Refused> {
    if !matches!(error, PeopleError::OtherBrowser) {
        return refused(visit, error);
    }
    let title = Words::new(visit.lang).get("enter-elsewhere-title");
    let page = Elsewhere {
        page: Page::new(visit, title).apart(),
        action: format!("{address}/ici"),
    };
    let page = html_with(StatusCode::FORBIDDEN, &page);
    Ok(bound(visit, &asked(visit, headers), page))
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
