//! `/invitation/{link}`: a person accepts the role that waits for them, and has an account.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use portulan_app::people::{self, Browser, Invitation, Who};
use portulan_i18n::Words;
use portulan_model::people::PersonName;

use super::link::refused;
use super::{asked, bound, browser, enter, people as roles};
use crate::auth::cookies::Cookie;
use crate::auth::{Refused, done};
use crate::pages::addresses;
use crate::pages::answer::Answer;
use crate::pages::page::{Page, html_with};
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "account/invitation.html")]
struct InvitationPage {
    page: Page,
    action: String,
    role: String,
    by: Option<String>,
    email: String,
    name: Answer,
}

/// `GET /invitation/{link}`.
pub(super) async fn show(visit: Visit, Path(link): Path<String>) -> Result<Response, Refused> {
    match people::invitation(&visit.state.app, &link).await {
        Ok(invitation) => {
            let name = invitation.name.as_ref().map(PersonName::as_str);
            let name = Answer::of(name.unwrap_or_default());
            page(&visit, &link, &invitation, name).await
        }
        Err(error) => refused(&visit, error),
    }
}

async fn page(
    visit: &Visit,
    link: &str,
    invitation: &Invitation,
    name: Answer,
) -> Result<Response, Refused> {
    let words = Words::new(visit.lang);
    let grant = &invitation.grant;
    let by = (!invitation.by_name.is_empty()).then(|| invitation.by_name.clone());
    let status = match name.wrong {
        Some(_) => StatusCode::BAD_REQUEST,
        None => StatusCode::OK,
    };
    let shown = InvitationPage {
        page: Page::new(visit, words.get("invitation-title")).apart(),
        action: format!("/invitation/{link}"),
        role: roles::role_on(visit, grant).await?,
        by,
        email: invitation.email.to_string(),
        name,
    };
    Ok(html_with(status, &shown))
}

/// `POST /invitation/{link}`.
pub(super) async fn accept(
    visit: Visit,
    headers: HeaderMap,
    Path(link): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let app = &visit.state.app;
    let invitation = match people::invitation(app, &link).await {
        Ok(invitation) => invitation,
        Err(error) => return refused(&visit, error),
    };
    let typed = pairs.iter().find(|(name, _)| name == "nom");
    let mut name = Answer::of(typed.map(|(_, value)| value.as_str()).unwrap_or_default());
    let read = name.text().parse::<PersonName>();
    let read = read.map_err(|_no_name| Words::new(visit.lang).get("person-name-wrong"));
    let Some(given) = name.keep(read) else {
        return page(&visit, &link, &invitation, name).await;
    };
    let settings = &visit.state.settings;
    let secret = Cookie::Session.read(settings, &headers);
    let me = match people::who(app, secret.as_ref()).await? {
        Who::Person(me) => Some(me),
        Who::Visitor | Who::Operator => None,
    };
    let asked = asked(&visit, &headers);
    let browser = Browser {
        asked: Some(asked.clone()),
        ..browser(settings, &headers)
    };
    match people::accept(app, &link, given, &browser, me.as_deref()).await {
        Ok(Some(opened)) => {
            let next = addresses::noted(addresses::SPACE, "welcome");
            Ok(enter(settings, &opened, &next))
        }
        Ok(None) => Ok(done(addresses::SPACE, "welcome")),
        Err(error) => Ok(bound(&visit, &asked, refused(&visit, error)?)),
    }
}
