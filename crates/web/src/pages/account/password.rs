//! `/connexion/mot-de-passe`, `/compte/mot-de-passe`: coming in by a password, and choosing one.

use askama::Template;
use axum::extract::Form;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::people::{self, Browser, PeopleError};
use portulan_i18n::Words;
use portulan_model::people::Email;

use super::{asked, bound, browser, enter, sign_in};
use crate::auth::{Barred, Refused, Signed, done};
use crate::pages::addresses::{self, NEXT};
use crate::pages::answer::Answer;
use crate::pages::page::{Page, html_with};
use crate::pages::visit::Visit;

/// `POST /connexion/mot-de-passe`.
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
    let mut email = Answer::of(value("email"));
    let read = Email::parse(email.text()).map_err(|_wrong| words.get("sign-in-email-wrong"));
    let Some(address) = email.keep(read) else {
        let status = StatusCode::BAD_REQUEST;
        return Ok(sign_in::again(&visit, status, (email, next), None));
    };
    let settings = &visit.state.settings;
    let asked = asked(&visit, &headers);
    let browser = Browser {
        asked: Some(asked.clone()),
        ..browser(settings, &headers)
    };
    let typed = value("mot_de_passe");
    let opened = people::open_by_password(&visit.state.app, &address, typed, &browser).await;
    let (status, told) = match opened {
        Ok(opened) => return Ok(enter(settings, &opened, &next)),
        Err(PeopleError::CodeAsked) => {
            let code = addresses::with_query(addresses::CODE, sign_in::going_on(&next));
            return Ok(bound(&visit, &asked, Redirect::to(&code).into_response()));
        }
        Err(PeopleError::Wrong) => (StatusCode::FORBIDDEN, words.get("password-wrong")),
        Err(PeopleError::Busy) => (StatusCode::SERVICE_UNAVAILABLE, words.get("password-busy")),
        Err(PeopleError::TooMany { until }) => {
            let until = visit.instant(until);
            let told = words.with("password-too-many", &[("until", until.into())]);
            (StatusCode::TOO_MANY_REQUESTS, told)
        }
        Err(error) => return Err(error.into()),
    };
    Ok(sign_in::again(&visit, status, (email, next), Some(told)))
}

#[derive(Template)]
#[template(path = "account/password.html")]
struct PasswordPage {
    page: Page,
    fresh: bool,
    has_one: bool,
    wrong: Option<String>,
}

/// `GET /compte/mot-de-passe`.
pub(super) async fn show(signed: Signed) -> Result<Response, Refused> {
    page(&signed, StatusCode::OK, None).await
}

async fn page(
    signed: &Signed,
    status: StatusCode,
    wrong: Option<String>,
) -> Result<Response, Refused> {
    let shown = PasswordPage {
        page: signed.page("password-title"),
        fresh: signed.me.is_fresh(),
        has_one: people::has_password(signed.app(), &signed.me).await?,
        wrong,
    };
    Ok(html_with(status, &shown))
}

/// `POST /compte/mot-de-passe`: only a short time after signing in.
pub(super) async fn choose(
    signed: Signed,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Barred> {
    signed.freshly()?;
    let typed = pairs.iter().find(|(name, _)| name == "mot_de_passe");
    let typed = typed.map(|(_, value)| value.as_str()).unwrap_or_default();
    let breached = signed.visit.state.doors.breached.as_ref();
    match people::set_password(signed.app(), &signed.me, typed, breached).await {
        Ok(()) => Ok(done(addresses::ACCOUNT, "password-set")),
        Err(PeopleError::Password(refusal)) => {
            let wrong = signed.words().told(&refusal.told());
            Ok(page(&signed, StatusCode::BAD_REQUEST, Some(wrong)).await?)
        }
        Err(PeopleError::Busy) => {
            let wrong = signed.words().get("password-busy");
            Ok(page(&signed, StatusCode::SERVICE_UNAVAILABLE, Some(wrong)).await?)
        }
        Err(error) => Err(error.into()),
    }
}
