//! The registry of routes. Each is declared with its method and with what it needs of whoever asks; the router and the
//! table that the tests go through are made of the same list, so that there is no way to add a page without its policy.
//!
//! A [`crate::auth::Desk`] refuses whoever no role lets do such a thing anywhere, before the rest of the request is
//! read; the handler then asks for the capability on the very object.

use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodRouter, get, post};
use axum::{Extension, Router};
use portulan_policy::{Action, Actor, NodeKind};

use crate::auth;
use crate::state::AppState;

/// What a route needs of whoever asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Nothing.
    Public,
    /// The secret that its address holds.
    Link,
    /// An open session, whoever's.
    Session,
    /// The session of a person with an account.
    Account,
    /// A right on some node: a list, that holds what falls under it.
    Somewhere(&'static str),
    /// A right on the object that is asked for, of one of these kinds.
    Right(&'static str, &'static [NodeKind]),
}

impl Needs {
    /// A right on some node, whichever.
    pub(crate) const fn somewhere<A: Action>() -> Self {
        Self::Somewhere(A::NAME)
    }

    /// A right on the object that is asked for.
    pub(crate) const fn right<A: Action>(on: &'static [NodeKind]) -> Self {
        Self::Right(A::NAME, on)
    }

    /// A right on the whole installation.
    pub(crate) const fn operator<A: Action>() -> Self {
        Self::Right(A::NAME, &[NodeKind::Installation])
    }

    /// Whether it is worth reading the request of such an actor.
    pub(crate) fn may_meet(self, actor: &Actor) -> bool {
        match self {
            Self::Public | Self::Link => true,
            Self::Session | Self::Account => *actor != Actor::Visitor,
            Self::Somewhere(action) | Self::Right(action, _) => actor.may_somewhere(action),
        }
    }
}

/// A route as it was declared.
#[derive(Debug, Clone)]
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "the tests go through all of them")
)]
pub(crate) struct Route {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) needs: Needs,
}

/// Routes, by what they take in.
#[derive(Default)]
pub(crate) struct Routes {
    /// Pages and short forms.
    pub(crate) short: Router<AppState>,
    /// Forms that hold a mapping.
    pub(crate) long: Router<AppState>,
    /// Forms that hold a file.
    pub(crate) files: Router<AppState>,
    /// All of them.
    pub(crate) list: Vec<Route>,
}

impl Routes {
    /// What is read.
    pub(crate) fn get<H: Handler<T, AppState>, T: 'static>(
        mut self,
        path: &str,
        needs: Needs,
        handler: H,
    ) -> Self {
        let handler = self.declare(Method::GET, path, needs, get(handler));
        self.short = self.short.route(path, handler);
        self
    }

    /// A short form that is sent.
    pub(crate) fn post<H: Handler<T, AppState>, T: 'static>(
        mut self,
        path: &str,
        needs: Needs,
        handler: H,
    ) -> Self {
        let handler = self.declare(Method::POST, path, needs, post(handler));
        self.short = self.short.route(path, handler);
        self
    }

    /// A form that may hold a mapping.
    pub(crate) fn post_long<H: Handler<T, AppState>, T: 'static>(
        mut self,
        path: &str,
        needs: Needs,
        handler: H,
    ) -> Self {
        let handler = self.declare(Method::POST, path, needs, post(handler));
        self.long = self.long.route(path, handler);
        self
    }

    /// A form that may hold a file.
    pub(crate) fn post_file<H: Handler<T, AppState>, T: 'static>(
        mut self,
        path: &str,
        needs: Needs,
        handler: H,
    ) -> Self {
        let handler = self.declare(Method::POST, path, needs, post(handler));
        self.files = self.files.route(path, handler);
        self
    }

    fn declare(
        &mut self,
        method: Method,
        path: &str,
        needs: Needs,
        handler: MethodRouter<AppState>,
    ) -> MethodRouter<AppState> {
        let path = path.to_owned();
        self.list.push(Route {
            method,
            path,
            needs,
        });
        handler.layer(Extension(needs))
    }

    /// Public routes that are only read, mounted together under an address.
    pub(crate) fn nest_public<'a>(
        mut self,
        root: &str,
        routes: Router<AppState>,
        paths: impl Iterator<Item = &'a str>,
    ) -> Self {
        self.list.extend(paths.map(|path| Route {
            method: Method::GET,
            path: format!("{root}{path}"),
            needs: Needs::Public,
        }));
        self.short = self.short.nest(root, routes);
        self
    }

    /// Takes forms of this site alone, and keeps the answers out of every cache.
    pub(crate) fn guarded(self) -> Self {
        Self {
            short: auth::guarded(self.short),
            long: auth::guarded(self.long),
            files: auth::guarded(self.files),
            list: self.list,
        }
    }

    pub(crate) fn merge(mut self, others: Self) -> Self {
        self.short = self.short.merge(others.short);
        self.long = self.long.merge(others.long);
        self.files = self.files.merge(others.files);
        self.list.extend(others.list);
        self
    }

    /// What answers where there is no route.
    pub(crate) fn fallback<H: Handler<T, AppState>, T: 'static>(mut self, handler: H) -> Self {
        self.short = self.short.fallback(handler);
        self
    }
}
