//! A request for a page of everybody that says more to some.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use portulan_app::people;
use portulan_policy::Actor;

use super::cookies::Cookie;
use crate::pages::visit::Visit;
use crate::state::AppState;

/// A visit, and who makes it where a session says so. Without a session, no database is asked.
pub(crate) struct Looking {
    pub(crate) visit: Visit,
    pub(crate) actor: Actor,
}

impl FromRequestParts<AppState> for Looking {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        let visit = Visit::from_request_parts(parts, state).await?;
        let secret = Cookie::Session.read(&state.settings, &parts.headers);
        let Some(secret) = secret else {
            let actor = Actor::Visitor;
            return Ok(Self { visit, actor });
        };
        // Whoever cannot be known reads what everybody reads.
        let actor = match people::who(&state.app, Some(&secret)).await {
            Ok(who) => who.actor(),
            Err(error) => {
                tracing::error!(%error, "a session could not be read");
                Actor::Visitor
            }
        };
        Ok(Self { visit, actor })
    }
}

impl Looking {
    /// Whether a session says who looks.
    pub(crate) fn is_somebody(&self) -> bool {
        self.actor != Actor::Visitor
    }
}
