//! Signing in, and what belongs to a person: `/connexion`, `/invitation`, `/espace`, `/compte`.
//!
//! Every journey ends without scripts. Whether an address has an account is told by no page.

mod closing;
mod code;
mod invitation;
mod keys;
mod link;
mod mine;
mod own;
mod password;
mod people;
mod provider;
mod recovery;
mod sign_in;

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use portulan_app::operator::Secret;
use portulan_app::people::{Browser, Opened};
use portulan_policy::NodeKind;
use portulan_policy::actions::GrantRoles;

use crate::auth::cookies::Cookie;
use crate::pages::addresses;
use crate::pages::visit::Visit;
use crate::routes::{Needs, Routes};
use crate::state::Settings;

/// The kinds of node on which roles are held: none is on an envelope, which stands under its body and its funder.
const HELD: &[NodeKind] = &[
    NodeKind::Installation,
    NodeKind::Territory,
    NodeKind::Organisation,
    NodeKind::Source,
    NodeKind::Place,
    NodeKind::Cluster,
    NodeKind::Scheme,
    NodeKind::Body,
];

/// Seconds in the half-year for which a browser is known.
const DEVICE_SECONDS: i64 = 180 * 86_400;
/// Seconds for which a browser is bound to what it asks for: longer than any of it serves, and a form is read slowly.
const ASKED_SECONDS: i64 = 60 * 60;
/// Seconds in the fortnight that a session lasts at most.
const SESSION_SECONDS: i64 = 14 * 86_400;

pub(super) fn routes() -> Routes {
    signing_in().merge(own_pages()).guarded()
}

fn signing_in() -> Routes {
    let (link, invitation) = ("/connexion/lien/{link}", "/invitation/{link}");
    let (set, close) = ("/connexion/mot-de-passe/{link}", "/connexion/fermer/{link}");
    let (here, set_here) = (
        "/connexion/lien/{link}/ici",
        "/connexion/mot-de-passe/{link}/ici",
    );
    Routes::default()
        .get(addresses::SIGN_IN, Needs::Public, sign_in::show)
        .post("/connexion/recevoir", Needs::Public, sign_in::ask_link)
        .post("/connexion/mot-de-passe", Needs::Public, password::enter_by)
        .get(addresses::CODE, Needs::Public, code::show)
        .post(addresses::CODE, Needs::Public, code::enter_by)
        .get(addresses::FORGOTTEN, Needs::Public, recovery::ask)
        .post(addresses::FORGOTTEN, Needs::Public, recovery::send)
        .get(set, Needs::Link, recovery::show)
        .post(set, Needs::Link, recovery::set)
        .post(set_here, Needs::Link, recovery::ask_here)
        .get(close, Needs::Link, closing::show)
        .post(close, Needs::Link, closing::close)
        .post("/connexion/cle/debut", Needs::Public, keys::begin)
        .post("/connexion/cle/fin", Needs::Public, keys::open)
        .get("/connexion/service/{slug}", Needs::Link, provider::go)
        .get(
            "/connexion/service/{slug}/retour",
            Needs::Link,
            provider::back,
        )
        .get(link, Needs::Link, link::show)
        .post(link, Needs::Link, link::open)
        .post(here, Needs::Link, link::ask_here)
        .get(invitation, Needs::Link, invitation::show)
        .post(invitation, Needs::Link, invitation::accept)
}

fn own_pages() -> Routes {
    let people = "/espace/personnes/{node}";
    let (erase, secret) = ("/compte/effacer", "/compte/mot-de-passe");
    let give = Needs::right::<GrantRoles>(HELD);
    Routes::default()
        .get(addresses::SPACE, Needs::Session, mine::show)
        .get(people, give, people::show)
        .post(people, give, people::invite)
        .post("/espace/personnes/{node}/retirer", give, people::take_back)
        .post("/espace/personnes/{node}/annuler", give, people::withdraw)
        .get(addresses::ACCOUNT, Needs::Account, own::show)
        .post(addresses::ACCOUNT, Needs::Account, own::change)
        .post("/compte/quitter", Needs::Account, own::leave)
        .post("/compte/sessions", Needs::Account, own::close_session)
        .get(secret, Needs::Account, password::show)
        .post(secret, Needs::Account, password::choose)
        .post("/compte/service/{slug}", Needs::Account, provider::tie)
        .post("/compte/services/retirer", Needs::Account, provider::untie)
        .post("/compte/cles/debut", Needs::Account, keys::begin_own)
        .post("/compte/cles/fin", Needs::Account, keys::add)
        .post("/compte/cles/retirer", Needs::Account, keys::remove)
        .get("/compte/donnees.json", Needs::Account, own::export)
        .get(erase, Needs::Account, own::ask_to_erase)
        .post(erase, Needs::Account, own::erase)
}

/// The browser that asks.
fn browser(settings: &Settings, headers: &HeaderMap) -> Browser {
    let agent = headers.get(header::USER_AGENT);
    let agent = agent.and_then(|value| value.to_str().ok());
    Browser {
        agent: agent.unwrap_or_default().to_owned(),
        device: Cookie::Device.read(settings, headers),
        session: Cookie::Session.read(settings, headers),
        asked: Cookie::Asked.read(settings, headers),
    }
}

/// A page that binds to this browser what it asks for by mail. It is bound from the page of the form on, so that a form
/// that is sent twice asks twice for the same browser.
fn bound(visit: &Visit, asked: &Secret, page: Response) -> Response {
    let cookie = Cookie::Asked.set(&visit.state.settings, asked, Some(ASKED_SECONDS));
    (AppendHeaders([(header::SET_COOKIE, cookie)]), page).into_response()
}

/// The secret by which this browser is known to have asked: the one it holds, or a new one.
fn asked(visit: &Visit, headers: &HeaderMap) -> Secret {
    let held = Cookie::Asked.read(&visit.state.settings, headers);
    held.unwrap_or_else(|| Secret::draw(&visit.state.app))
}

/// Hands the session over and goes on.
fn enter(settings: &Settings, opened: &Opened, next: &str) -> Response {
    let cookies = cookies(settings, opened).map(|cookie| (header::SET_COOKIE, cookie));
    (AppendHeaders(cookies), Redirect::to(next)).into_response()
}

/// The cookies of a session that was opened.
fn cookies(settings: &Settings, opened: &Opened) -> [HeaderValue; 2] {
    [
        Cookie::Session.set(settings, &opened.session, Some(SESSION_SECONDS)),
        Cookie::Device.set(settings, &opened.device, Some(DEVICE_SECONDS)),
    ]
}
