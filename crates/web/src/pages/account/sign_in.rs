//! `/connexion`: the ways in.

use askama::Template;
use axum::extract::Form;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use portulan_app::people;
use portulan_i18n::Words;
use portulan_model::people::Email;

use super::{asked, bound};
use crate::assets;
use crate::pages::addresses::{self, NEXT};
use crate::pages::answer::Answer;
use crate::pages::page::{Page, html, html_with};
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "account/sign_in.html")]
struct SignIn {
    page: Page,
    email: Answer,
    next: String,
    /// What is the matter with the last attempt.
    wrong: Option<String>,
    /// Address and name of each provider.
    providers: Vec<(String, String)>,
    /// The script of keys, where this site can have them.
    keys: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "account/sent.html")]
struct Sent {
    page: Page,
    /// What was sent, and to whom.
    told: String,
    /// Where another address is given.
    again: Option<String>,
}

/// `GET /connexion`.
pub(super) async fn show(visit: Visit, headers: HeaderMap) -> Response {
    let next = addresses::next(visit.value(NEXT)).to_owned();
    let shown = html(&page(&visit, Answer::default(), next));
    bound(&visit, &asked(&visit, &headers), shown)
}

fn page(visit: &Visit, email: Answer, next: String) -> SignIn {
    let words = Words::new(visit.lang);
    let doors = &visit.state.doors;
    let provider = |party: &std::sync::Arc<portulan_app::identity::oidc::Party>| {
        let address = format!("/connexion/service/{}", party.provider.slug);
        let address = addresses::with_query(&address, going_on(&next));
        let name = party.provider.label.clone();
        (
            address,
            words.with("sign-in-provider", &[("name", name.into())]),
        )
    };
    let providers = doors.parties.iter().map(provider).collect();
    SignIn {
        page: Page::new(visit, words.get("sign-in-title")).apart(),
        email,
        next,
        wrong: None,
        providers,
        keys: doors
            .passkeys
            .as_ref()
            .and_then(|_keys| assets::address("passkey.js")),
    }
}

/// The page again, with what was the matter.
pub(super) fn again(
    visit: &Visit,
    status: StatusCode,
    (email, next): (Answer, String),
    wrong: Option<String>,
) -> Response {
    let shown = SignIn {
        wrong,
        ..page(visit, email, next)
    };
    html_with(status, &shown)
}

/// `POST /connexion/recevoir`: sends a link, when the address has an account. The answer is the same when it has none.
pub(super) async fn ask_link(
    visit: Visit,
    headers: HeaderMap,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Response {
    let words = Words::new(visit.lang);
    let value = |name: &str| {
        pairs
            .iter()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value.as_str())
    };
    let mut email = Answer::of(value("email").unwrap_or_default());
    let read = Email::parse(email.text()).map_err(|_no_address| words.get("sign-in-email-wrong"));
    let Some(address) = email.keep(read) else {
        let next = addresses::next(value(NEXT)).to_owned();
        return html_with(StatusCode::BAD_REQUEST, &page(&visit, email, next));
    };
    let (told, next) = (address.to_string(), addresses::next(value(NEXT)));
    let asked = asked(&visit, &headers);
    people::ask_link(&visit.state.app, address, Some(next.to_owned()), &asked);
    let again = addresses::with_query(addresses::SIGN_IN, going_on(next));
    bound(&visit, &asked, sent(&visit, told, again))
}

/// A link has left, if the address has an account.
pub(super) fn sent(visit: &Visit, email: String, again: String) -> Response {
    let words = Words::new(visit.lang);
    html(&Sent {
        page: Page::new(visit, words.get("sign-in-sent-title")).apart(),
        told: words.with("sign-in-sent", &[("email", email.into())]),
        again: Some(again),
    })
}

/// Another one has left, to the address of the one that was opened elsewhere.
pub(super) fn sent_here(visit: &Visit) -> Response {
    let words = Words::new(visit.lang);
    html(&Sent {
        page: Page::new(visit, words.get("sign-in-sent-title")).apart(),
        told: words.get("enter-here-sent"),
        again: None,
    })
}

/// The page to go on to, as a parameter, where it is not the usual one.
pub(super) fn going_on(next: &str) -> Option<(&'static str, &str)> {
    (next != addresses::SPACE).then_some((NEXT, next))
}
