//! `/connexion/service/{slug}`: to a provider of identity and back. A link leads there, not a form: the policy of content
//! lets forms go nowhere else.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::identity::oidc::{Back, Party};
use portulan_app::people::{self, PeopleError, SignedIn, Who};
use portulan_i18n::Words;

use super::{browser, enter, sign_in};
use crate::auth::Refused;
use crate::auth::cookies::Cookie;
use crate::pages::addresses;
use crate::pages::answer::Answer;
use crate::pages::visit::Visit;
use crate::state::AppState;

/// Seconds in the quarter of an hour that a stay at a provider may last.
const STAY_SECONDS: i64 = 15 * 60;
/// Ties the account there to the person who is in.
const TIE: &str = "lier";

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

/// `GET /connexion/service/{slug}`.
pub(super) async fn go(
    visit: Visit,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Result<Response, Refused> {
    let party = party(&visit.state, &slug)?;
    let me = match visit.value(TIE) {
        Some(_) => me(&visit.state, &headers).await?.filter(|me| me.is_fresh()),
        None => None,
    };
    if visit.value(TIE).is_some() && me.is_none() {
        return Err(Refused(StatusCode::FORBIDDEN));
    }
    match people::begin_by_provider(&visit.state.app, &party, me.as_deref()).await {
        Ok((address, secret)) => {
            let settings = &visit.state.settings;
            let cookie = Cookie::Provider.set(settings, &secret, Some(STAY_SECONDS));
            let away = Redirect::to(address.as_str());
            Ok(([(header::SET_COOKIE, cookie)], away).into_response())
        }
        Err(error) => told(&visit, error),
    }
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
        Ok(opened) => Ok(enter(&state.settings, &opened, addresses::SPACE)),
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
    let blank = (Answer::default(), addresses::SPACE.to_owned());
    Ok(sign_in::again(
        visit,
        StatusCode::FORBIDDEN,
        blank,
        Some(text),
    ))
}
