//! Signing in, and what belongs to a person: `/connexion`, `/invitation`, `/espace`, `/compte`.
//!
//! Every journey ends without scripts. Whether an address has an account is told by no page.

mod invitation;
mod link;
mod mine;
mod own;
mod people;
mod sign_in;

use axum::Router;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use portulan_app::people::{Browser, Opened};

use crate::auth::cookies::Cookie;
use crate::auth::guarded;
use crate::pages::addresses;
use crate::state::{AppState, Settings};

/// Seconds in the half-year for which a browser is known.
const DEVICE_SECONDS: i64 = 180 * 86_400;
/// Seconds in the fortnight that a session lasts at most.
const SESSION_SECONDS: i64 = 14 * 86_400;

pub(super) fn router() -> Router<AppState> {
    guarded(
        Router::new()
            .route(addresses::SIGN_IN, get(sign_in::show))
            .route("/connexion/recevoir", post(sign_in::ask_link))
            .route("/connexion/lien/{link}", get(link::show).post(link::open))
            .route(
                "/invitation/{link}",
                get(invitation::show).post(invitation::accept),
            )
            .route(addresses::SPACE, get(mine::show))
            .route(
                "/espace/personnes/{node}",
                get(people::show).post(people::invite),
            )
            .route("/espace/personnes/{node}/retirer", post(people::take_back))
            .route(addresses::ACCOUNT, get(own::show).post(own::change))
            .route("/compte/quitter", post(own::leave))
            .route("/compte/sessions", post(own::close_session))
            .route("/compte/donnees.json", get(own::export))
            .route("/compte/effacer", get(own::ask_to_erase).post(own::erase)),
    )
}

/// The browser that asks.
fn browser(settings: &Settings, headers: &HeaderMap) -> Browser {
    let agent = headers.get(header::USER_AGENT);
    let agent = agent.and_then(|value| value.to_str().ok());
    Browser {
        agent: agent.unwrap_or_default().to_owned(),
        device: Cookie::Device.read(settings, headers),
    }
}

/// Hands the session over and goes on.
fn enter(settings: &Settings, opened: &Opened, next: &str) -> Response {
    let cookies = [
        Cookie::Session.set(settings, &opened.session, Some(SESSION_SECONDS)),
        Cookie::Device.set(settings, &opened.device, Some(DEVICE_SECONDS)),
    ];
    let mut response = Redirect::to(next).into_response();
    for cookie in cookies {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
