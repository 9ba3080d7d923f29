//! Who sits at the desk, what that allows, and how a refusal is answered.

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use portulan_app::App;
use portulan_app::people::{self, PeopleError, Who};
use portulan_i18n::Words;
use portulan_policy::{Actor, Alone, Capability, Node, Refusal, Target, allow};

use super::barred::Barred;
use super::cookies::Cookie;
use crate::errors::Fault;
use crate::pages::page::Page;
use crate::pages::visit::Visit;
use crate::pages::{addresses, tabs};
use crate::routes::Needs;
use crate::state::AppState;

/// A request of somebody who may do something here, whatever its object.
pub(crate) struct Desk {
    pub(crate) visit: Visit,
    actor: Actor,
    fresh: bool,
}

impl FromRequestParts<AppState> for Desk {
    type Rejection = Barred;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Barred> {
        let secret = Cookie::Session.read(&state.settings, &parts.headers);
        let who = people::who(&state.app, secret.as_ref()).await;
        let who = who.map_err(Refused::from)?;
        let fresh =
            matches!(&who, Who::Operator) || matches!(&who, Who::Person(me) if me.is_fresh());
        let actor = who.actor();
        if actor == Actor::Visitor {
            return Err(Barred::stranger(parts));
        }
        let needs = parts.extensions.get::<Needs>();
        if needs.is_some_and(|needs| !needs.may_meet(&actor)) {
            if matches!(&who, Who::Person(me) if me.is_held_back()) {
                return Err(Barred::HeldBack);
            }
            return Err(Refused(StatusCode::FORBIDDEN).into());
        }
        let query = parts.uri.query().unwrap_or_default();
        let visit = Visit::new(state, &parts.headers, parts.uri.path(), query);
        Ok(Self {
            visit,
            actor,
            fresh,
        })
    }
}

impl Desk {
    pub(crate) fn app(&self) -> &std::sync::Arc<App> {
        &self.visit.state.app
    }

    /// Whether whoever sits there proved lately who they are: what is dangerous asks for it.
    pub(crate) const fn is_fresh(&self) -> bool {
        self.fresh
    }

    pub(crate) fn words(&self) -> Words {
        Words::new(self.visit.lang)
    }

    /// The capability to do an action on the whole installation.
    pub(crate) fn may<A: Alone>(&self) -> Result<Capability<A>, Refused> {
        Ok(allow::<A>(&self.actor, &Node::Installation)?)
    }

    /// The capability to do an action on a target, which `portulan_app::rights` reads from the object itself.
    pub(crate) fn may_on<A: Alone>(&self, target: Target) -> Result<Capability<A>, Refused> {
        Ok(allow::<A>(&self.actor, target)?)
    }

    /// Who sits there.
    pub(crate) const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The frame of a page of the desk, under one of its tabs.
    pub(crate) fn page(&self, title: String, tab: &'static str) -> Page {
        let mut page = Page::new(&self.visit, title).apart().tab(tab);
        page.tabs = tabs(&self.actor, self.words(), tab);
        page
    }

    /// The number of a page of a long list, from 0.
    pub(crate) fn page_number(&self) -> usize {
        let given = self.visit.value("page").and_then(|text| text.parse().ok());
        given.unwrap_or_default()
    }

    /// An instant on the clock of European France: "25 novembre 2026 à 14 h 30".
    pub(crate) fn instant(&self, at: DateTime<Utc>) -> String {
        self.visit.instant(at)
    }
}

/// Goes to an address that says what was done.
pub(crate) fn done(address: &str, note: &str) -> Response {
    Redirect::to(&addresses::noted(address, note)).into_response()
}

/// Why a page of the desk is not shown. The words come with the page of the fault.
#[derive(Debug)]
pub(crate) struct Refused(pub(crate) StatusCode);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut response = self.0.into_response();
        if self.0 == StatusCode::FORBIDDEN {
            response.extensions_mut().insert(Fault::NoRole);
        }
        response
    }
}

impl From<Refusal> for Refused {
    fn from(_refusal: Refusal) -> Self {
        Self(StatusCode::FORBIDDEN)
    }
}

impl From<portulan_app::Error> for Refused {
    fn from(error: portulan_app::Error) -> Self {
        use portulan_app::Error;
        use portulan_app::signed::LinkError;
        match error {
            // What is lost was logged where it was found.
            Error::NotFound(_) | Error::Lost(_) | Error::Link(LinkError::Forged) => {
                Self(StatusCode::NOT_FOUND)
            }
            Error::Forbidden(_) => Self(StatusCode::FORBIDDEN),
            Error::Conflict(_) => Self(StatusCode::CONFLICT),
            Error::Link(LinkError::Expired) => Self(StatusCode::GONE),
            Error::Format(_) | Error::Layer(_) | Error::Exchange(_) => {
                Self(StatusCode::BAD_REQUEST)
            }
            Error::Files(_) => {
                tracing::error!(%error, "contents of files are out of reach");
                Self(StatusCode::SERVICE_UNAVAILABLE)
            }
            Error::Store(_) | Error::NoKey | Error::ReaderDied | Error::Internal { .. } => {
                tracing::error!(%error, "the operator's desk failed");
                Self(StatusCode::INTERNAL_SERVER_ERROR)
            }
        }
    }
}

impl From<PeopleError> for Refused {
    fn from(error: PeopleError) -> Self {
        match error {
            PeopleError::Other(error) => error.into(),
            PeopleError::NotYoursToGive | PeopleError::Wrong | PeopleError::WrongCode { .. } => {
                Self(StatusCode::FORBIDDEN)
            }
            PeopleError::TooMany { .. } | PeopleError::TooManyInvitations { .. } => {
                Self(StatusCode::TOO_MANY_REQUESTS)
            }
            PeopleError::Busy => Self(StatusCode::SERVICE_UNAVAILABLE),
            PeopleError::Password(_) | PeopleError::Passkey(_) | PeopleError::Provider(_) => {
                Self(StatusCode::BAD_REQUEST)
            }
            PeopleError::Forged
            | PeopleError::Expired
            | PeopleError::Used
            | PeopleError::OtherBrowser
            | PeopleError::CodeAsked
            | PeopleError::Taken
            | PeopleError::SignInFirst
            | PeopleError::LastDoor
            | PeopleError::LastManager
            | PeopleError::LastOperator => Self(StatusCode::CONFLICT),
        }
    }
}

/// Reads a part of an address; what cannot be one is not found.
pub(crate) fn named<T: std::str::FromStr>(text: &str) -> Result<T, Refused> {
    text.parse()
        .map_err(|_shape| Refused(StatusCode::NOT_FOUND))
}
