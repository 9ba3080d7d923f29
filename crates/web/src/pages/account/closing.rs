//! `/connexion/fermer/{link}`: closes all sessions of an account, by the link of a mail that told its owner of something
//! new. It needs no session: whoever lost theirs to somebody has this.

use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse as _, Response};
use portulan_app::people;
use portulan_i18n::Words;

use super::link::refused;
use crate::auth::Refused;
use crate::auth::cookies::Cookie;
use crate::pages::page::{Page, html};
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "account/closing.html")]
struct Closing {
    page: Page,
    name: String,
    action: String,
    done: bool,
}

/// `GET /connexion/fermer/{link}`: a page with one button.
pub(super) async fn show(visit: Visit, Path(link): Path<String>) -> Result<Response, Refused> {
    match people::person_of_closing(&visit.state.app, &link).await {
        Ok(person) => Ok(html(&page(&visit, &link, person.name.as_str(), false))),
        Err(error) => refused(&visit, error),
    }
}

/// `POST /connexion/fermer/{link}`: closes them. Twice does no harm.
pub(super) async fn close(visit: Visit, Path(link): Path<String>) -> Result<Response, Refused> {
    match people::close_by_link(&visit.state.app, &link).await {
        Ok(()) => {
            let cookie = Cookie::Session.forget(&visit.state.settings);
            let gone = AppendHeaders([(header::SET_COOKIE, cookie)]);
            Ok((gone, html(&page(&visit, &link, "", true))).into_response())
        }
        Err(error) => refused(&visit, error),
    }
}

fn page(visit: &Visit, link: &str, name: &str, done: bool) -> Closing {
    let title = if done {
        "closing-done-title"
    } else {
        "closing-title"
    };
    Closing {
        page: Page::new(visit, Words::new(visit.lang).get(title)).apart(),
        name: name.to_owned(),
        action: format!("/connexion/fermer/{link}"),
        done,
    }
}
