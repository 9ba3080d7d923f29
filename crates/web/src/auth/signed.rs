//! A request of a person with an account.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use portulan_app::App;
use portulan_app::operator::Secret;
use portulan_app::people::{self, SignedIn, Who};
use portulan_i18n::Words;

use super::Refused;
use super::barred::{Barred, sent_from};
use super::cookies::Cookie;
use crate::pages::addresses::ACCOUNT;
use crate::pages::page::Page;
use crate::pages::tabs;
use crate::pages::visit::Visit;
use crate::state::AppState;

/// A request of a person with an account. Whoever holds no session of one is refused.
pub(crate) struct Signed {
    pub(crate) visit: Visit,
    pub(crate) me: Box<SignedIn>,
    /// The secret of the session.
    pub(crate) secret: Secret,
    /// The page of this site that the form was on.
    from: Option<String>,
}

impl FromRequestParts<AppState> for Signed {
    type Rejection = Barred;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Barred> {
        let secret = Cookie::Session.read(&state.settings, &parts.headers);
        let Some(secret) = secret else {
            return Err(Barred::stranger(parts));
        };
        let who = people::who(&state.app, Some(&secret)).await;
        let Who::Person(me) = who.map_err(Refused::from)? else {
            return Err(Barred::stranger(parts));
        };
        let query = parts.uri.query().unwrap_or_default();
        let visit = Visit::new(state, &parts.headers, parts.uri.path(), query);
        let from = sent_from(&parts.headers);
        Ok(Self {
            visit,
            me,
            secret,
            from,
        })
    }
}

impl Signed {
    pub(crate) fn app(&self) -> &Arc<App> {
        &self.visit.state.app
    }

    pub(crate) fn words(&self) -> Words {
        Words::new(self.visit.lang)
    }

    /// The frame of a page of one's own.
    pub(crate) fn page(&self, title: &str) -> Page {
        let mut page = Page::new(&self.visit, self.words().get(title)).apart();
        page.tabs = tabs(&self.me.actor(), self.words(), "");
        page
    }

    /// Refuses what is dangerous when the person has not proved lately who they are: they sign in again, and find the page
    /// of the form afterwards.
    pub(crate) fn freshly(&self) -> Result<(), Barred> {
        if self.me.is_fresh() {
            return Ok(());
        }
        let next = self.from.clone();
        Err(Barred::Stale {
            next: next.unwrap_or_else(|| ACCOUNT.to_owned()),
        })
    }
}
