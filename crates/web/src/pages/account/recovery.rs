//! `/connexion/oubli`: asks for a link that sets a lost password. `/connexion/mot-de-passe/{link}`: sets it.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use portulan_app::people::{self, PeopleError};
use portulan_i18n::Words;
use portulan_model::people::Email;

use super::link::{otherwise, told_here};
use super::{asked, bound, browser, enter, sign_in};
use crate::auth::Refused;
use crate::pages::addresses;
use crate::pages::answer::Answer;
use crate::pages::page::{Page, html, html_with};
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "account/forgotten.html")]
struct Forgotten {
    page: Page,
    email: Answer,
}

#[derive(Template)]
#[template(path = "account/recovery.html")]
struct Recovery {
    page: Page,
    action: String,
    name: String,
    wrong: Option<String>,
}

/// `GET /connexion/oubli`.
pub(super) async fn ask(visit: Visit, headers: HeaderMap) -> Response {
    let shown = html(&forgotten(&visit, Answer::default()));
    bound(&visit, &asked(&visit, &headers), shown)
}

fn forgotten(visit: &Visit, email: Answer) -> Forgotten {
    let title = Words::new(visit.lang).get("recovery-ask-title");
    Forgotten {
        page: Page::new(visit, title).apart(),
        email,
    }
}

/// `POST /connexion/oubli`: the answer is the same whether the address has an account or not.
pub(super) async fn send(
    visit: Visit,
    headers: HeaderMap,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Response {
    let typed = pairs.iter().find(|(name, _)| name == "email");
    let mut email = Answer::of(typed.map(|(_, value)| value.as_str()).unwrap_or_default());
    let read = Email::parse(email.text());
    let wrong = |_no_address| Words::new(visit.lang).get("sign-in-email-wrong");
    let Some(address) = email.keep(read.map_err(wrong)) else {
        return html_with(StatusCode::BAD_REQUEST, &forgotten(&visit, email));
    };
    let told = address.to_string();
    let asked = asked(&visit, &headers);
    people::ask_recovery(&visit.state.app, address, &asked);
    let sent = sign_in::sent(&visit, told, addresses::FORGOTTEN.to_owned());
    bound(&visit, &asked, sent)
}

/// `GET /connexion/mot-de-passe/{link}`.
pub(super) async fn show(
    visit: Visit,
    headers: HeaderMap,
    Path(link): Path<String>,
) -> Result<Response, Refused> {
    page(&visit, (&headers, &link), StatusCode::OK, None).await
}

fn address(link: &str) -> String {
    format!("/connexion/mot-de-passe/{link}")
}

async fn page(
    visit: &Visit,
    (headers, link): (&HeaderMap, &str),
    status: StatusCode,
    wrong: Option<String>,
) -> Result<Response, Refused> {
    let browser = browser(&visit.state.settings, headers);
    let person = match people::person_of_recovery(&visit.state.app, link, &browser).await {
        Ok(person) => person,
        Err(error) => return otherwise(visit, headers, (error, &address(link))),
    };
    let shown = Recovery {
        page: Page::new(visit, Words::new(visit.lang).get("recovery-title")).apart(),
        action: address(link),
        name: person.name.to_string(),
        wrong,
    };
    Ok(html_with(status, &shown))
}

/// `POST /connexion/mot-de-passe/{link}`: sets the password and lets in.
pub(super) async fn set(
    visit: Visit,
    headers: HeaderMap,
    Path(link): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let typed = pairs.iter().find(|(name, _)| name == "mot_de_passe");
    let typed = typed.map(|(_, value)| value.as_str()).unwrap_or_default();
    let state = &visit.state;
    let browser = browser(&state.settings, &headers);
    let breached = state.doors.breached.as_ref();
    let words = Words::new(visit.lang);
    match people::recover(&state.app, &link, typed, breached, &browser).await {
        Ok(opened) => {
            let next = addresses::noted(addresses::ACCOUNT, "password-set");
            Ok(enter(&state.settings, &opened, &next))
        }
        Err(PeopleError::Password(refusal)) => {
            let wrong = Some(words.told(&refusal.told()));
            page(&visit, (&headers, &link), StatusCode::BAD_REQUEST, wrong).await
        }
        Err(PeopleError::Busy) => {
            let wrong = Some(words.get("password-busy"));
            let status = StatusCode::SERVICE_UNAVAILABLE;
            page(&visit, (&headers, &link), status, wrong).await
        }
        Err(error) => otherwise(&visit, &headers, (error, &address(&link))),
    }
}

/// `POST /connexion/mot-de-passe/{link}/ici`: uses the link up, and sends another one for this browser.
pub(super) async fn ask_here(
    visit: Visit,
    headers: HeaderMap,
    Path(link): Path<String>,
) -> Result<Response, Refused> {
    let asked = asked(&visit, &headers);
    let sent = people::ask_recovery_here(&visit.state.app, &link, &asked).await;
    told_here(&visit, &asked, sent)
}
