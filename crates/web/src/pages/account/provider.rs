//! `/connexion/service/{slug}`: to a provider of identity and back. `/compte/service/{slug}`: ties the account there.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Form, Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::identity::oidc::{Back, Party};
use portulan_app::operator::Secret;
use portulan_app::people::{self, Errand, PeopleError, Returned, SignedIn, Who};
use portulan_i18n::Words;

use super::{browser, enter, sign_in};
use crate::auth::cookies::Cookie;
use crate::auth::{Barred, Refused, Signed, done};
use crate::pages::addresses::{self, NEXT};
use crate::pages::answer::Answer;
use crate::pages::page::{Page, html};
use crate::pages::visit::Visit;
use crate::state::AppState;

/// Seconds in the quarter of an hour that a stay at a provider may last.
const STAY_SECONDS: i64 = 15 * 60;
/// The parameter that names what tells which account was tied.
pub(super) const TIED: &str = "lie";

/// On the way to a provider, to tie the account there.
#[derive(Template)]
#[template(path = "account/away.html")]
struct Away {
    page: Page,
    provider: String,
    address: String,
}

fn party(state: &AppState, slug: &str) -> Result<Arc<Party>, Refused> {
    let mut parties = state.doors.parties.iter();
    let found = parties.find(|party| party.provider.slug == slug);
    found.cloned().ok_or(Refused(StatusCode::NOT_FOUND))
}

async fn me(state: &AppState, headers: &HeaderMap) -> Result<Option<Box<SignedIn>>, Refused> {
    let secret = Cookie::Session.read(&state.settings, headers);
    Ok(match people::who(&state.app, secret.as_ref()).await? {
        Who::Person(signed) => Some(signed),
        Who::Visitor | Who::Operator => None,
    })
}

/// `GET /connexion/service/{slug}`: to come in, and nothing else. Whoever is in already proves again who they are.
pub(super) async fn go(
    visit: Visit,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Result<Response, Refused> {
    let party = party(&visit.state, &slug)?;
    let errand = Errand {
        tie: None,
        fresh: me(&visit.state, &headers).await?.is_some(),
        next: Some(addresses::next(visit.value(NEXT)).to_owned()),
    };
    match people::begin_by_provider(&visit.state.app, &party, errand).await {
        Ok((address, secret)) => {
            let away = Redirect::to(address.as_str());
            Ok((stays(&visit.state, &secret), away).into_response())
        }
        Err(error) => told(&visit, error),
    }
}

/// The cookie that binds a stay at a provider to this browser.
fn stays(state: &AppState, secret: &Secret) -> [(HeaderName, HeaderValue); 1] {
    let cookie = Cookie::Provider.set(&state.settings, secret, Some(STAY_SECONDS));
    [(header::SET_COOKIE, cookie)]
}

/// `POST /compte/service/{slug}`: begins to tie an account there to one's own. It starts by a form of this site alone, so
/// that no other one ties its own account to somebody's. A page with a link follows: the policy of content lets forms go
/// nowhere else.
pub(super) async fn tie(signed: Signed, Path(slug): Path<String>) -> Result<Response, Barred> {
    signed.freshly()?;
    let state = &signed.visit.state;
    let party = party(state, &slug)?;
    let errand = Errand {
        tie: Some(&signed.me),
        fresh: true,
        next: Some(addresses::ACCOUNT.to_owned()),
    };
    match people::begin_by_provider(signed.app(), &party, errand).await {
        Ok((address, secret)) => {
            let page = Away {
                page: signed.page("away-title"),
                provider: party.provider.label.clone(),
                address: address.to_string(),
            };
            Ok((stays(state, &secret), html(&page)).into_response())
        }
        Err(error) => Ok(told(&signed.visit, error)?),
    }
}

/// `POST /compte/services/retirer`: unties the account with a provider, offered still or no more.
pub(super) async fn untie(
    signed: Signed,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Barred> {
    signed.freshly()?;
    let issuer = pairs.iter().find(|(name, _)| name == "service");
    let issuer = issuer.map(|(_, value)| value.as_str()).unwrap_or_default();
    let name = name_of(&signed.visit.state, issuer);
    match people::untie(signed.app(), &signed.me, issuer, name).await {
        Ok(_untied_or_was_before) => Ok(done(addresses::ACCOUNT, "provider-untied")),
        Err(PeopleError::LastDoor) => Ok(done(addresses::ACCOUNT, "last-door")),
        Err(error) => Err(error.into()),
    }
}

/// How a provider is called here; by its own address where it is offered no more.
pub(super) fn name_of<'a>(state: &'a AppState, issuer: &'a str) -> &'a str {
    let mut parties = state.doors.parties.iter();
    let found = parties.find(|party| party.provider.issuer_name() == issuer);
    found.map_or(issuer, |party| party.provider.label.as_str())
}

/// `GET /connexion/service/{slug}/retour`.
pub(super) async fn back(
    State(state): State<AppState>,
    visit: Visit,
    headers: HeaderMap,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refused> {
    let party = party(&state, &slug)?;
    let brought = Cookie::Provider.read(&state.settings, &headers);
    let back = Back::read(query.as_deref().unwrap_or_default());
    let me = me(&state, &headers).await?;
    let browser = browser(&state.settings, &headers);
    let came = (back, brought.as_ref());
    match people::open_by_provider(&state.app, &party, came, &browser, me.as_deref()).await {
        Ok(Returned { opened, tied }) => {
            let next = addresses::next(opened.next.as_deref());
            let next = match tied {
                Some(id) => addresses::with(next, TIED, id),
                None => next.to_owned(),
            };
            Ok(enter(&state.settings, &opened, &next))
        }
        Err(error) => told(&visit, error),
    }
}

fn told(visit: &Visit, error: PeopleError) -> Result<Response, Refused> {
    let words = Words::new(visit.lang);
    let text = match error {
        PeopleError::Provider(error) => {
            tracing::warn!(%error, "a provider let nobody in");
            words.told(&error.told())
        }
        PeopleError::Taken => words.get("provider-taken"),
        PeopleError::Forged | PeopleError::Used => words.get("provider-again"),
        other => return Err(other.into()),
    };
    let next = addresses::next(visit.value(NEXT)).to_owned();
    let blank = (Answer::default(), next);
    Ok(sign_in::again(
        visit,
        StatusCode::FORBIDDEN,
        blank,
        Some(text),
    ))
}
