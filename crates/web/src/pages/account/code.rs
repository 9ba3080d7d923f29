//! `/connexion/code`: the code that was sent by e-mail after a password, typed in the same browser. A key of the device
//! opens instead.

use askama::Template;
use axum::extract::Form;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::people::{self, PeopleError};
use portulan_i18n::Words;

use super::{browser, enter, sign_in};
use crate::assets;
use crate::auth::Refused;
use crate::pages::addresses::{self, NEXT};
use crate::pages::answer::Answer;
use crate::pages::page::{Page, html_with};
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "account/code.html")]
struct CodePage {
    page: Page,
    next: String,
    /// Where the password is given again, and another code asked for.
    again: String,
    wrong: Option<String>,
    /// The script of keys, where this site can have them.
    keys: Option<&'static str>,
}

/// `GET /connexion/code`.
pub(super) async fn show(visit: Visit, headers: HeaderMap) -> Result<Response, Refused> {
    let next = addresses::next(visit.value(NEXT)).to_owned();
    let browser = browser(&visit.state.settings, &headers);
    if !people::waits(&visit.state.app, &browser).await? {
        let door = addresses::with_query(addresses::SIGN_IN, sign_in::going_on(&next));
        return Ok(Redirect::to(&door).into_response());
    }
    Ok(page(&visit, StatusCode::OK, (next, None)))
}

fn page(visit: &Visit, status: StatusCode, (next, wrong): (String, Option<String>)) -> Response {
    let keys = visit.state.doors.passkeys.as_ref();
    let shown = CodePage {
        page: Page::new(visit, Words::new(visit.lang).get("code-title")).apart(),
        again: addresses::with_query(addresses::SIGN_IN, sign_in::going_on(&next)),
        next,
        wrong,
        keys: keys.and_then(|_keys| assets::address("passkey.js")),
    };
    html_with(status, &shown)
}

/// `POST /connexion/code`.
pub(super) async fn enter_by(
    visit: Visit,
    headers: HeaderMap,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let words = Words::new(visit.lang);
    let value = |name: &str| {
        let found = pairs.iter().find(|(given, _)| given == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    let next = addresses::next(Some(value(NEXT))).to_owned();
    let settings = &visit.state.settings;
    let browser = browser(settings, &headers);
    match people::open_by_code(&visit.state.app, value("code"), &browser).await {
        Ok(opened) => Ok(enter(settings, &opened, &next)),
        Err(PeopleError::WrongCode { left }) => {
            let told = words.with("code-wrong", &[("n", left.into())]);
            Ok(page(&visit, StatusCode::BAD_REQUEST, (next, Some(told))))
        }
        Err(PeopleError::Used) => {
            let status = StatusCode::BAD_REQUEST;
            let told = Some(words.get("code-over"));
            Ok(sign_in::again(
                &visit,
                status,
                (Answer::default(), next),
                told,
            ))
        }
        Err(error) => Err(error.into()),
    }
}
