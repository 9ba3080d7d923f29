//! Why the handler of a page never saw the request.

use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use portulan_app::people::PeopleError;
use url::Url;

use super::Refused;
use crate::errors::Fault;
use crate::pages::addresses::SPACE;

/// Why the handler of a page never saw the request.
#[derive(Debug)]
pub(crate) enum Barred {
    /// Nobody is signed in, or no more.
    Stranger {
        /// Where to go on once signed in.
        next: String,
    },
    /// Somebody is, and did not prove lately enough who they are.
    Stale {
        /// Where to go on once signed in again.
        next: String,
    },
    /// Somebody is, and their roles wait until they come in by a key or a provider.
    HeldBack,
    /// Somebody is, and it is refused to them.
    Refused(Refused),
}

impl Barred {
    /// Nobody is signed in: what was asked for, or the page of the form that was sent, is found again afterwards.
    pub(super) fn stranger(parts: &Parts) -> Self {
        let asked = parts.uri.path_and_query().map(ToString::to_string);
        let next = if matches!(parts.method, Method::GET | Method::HEAD) {
            asked
        } else {
            sent_from(&parts.headers)
        };
        Self::Stranger {
            next: next.unwrap_or_else(|| SPACE.to_owned()),
        }
    }
}

/// The page of this site that a form was on.
pub(super) fn sent_from(headers: &HeaderMap) -> Option<String> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let page = Url::parse(text(header::REFERER)?).ok()?;
    let host = page.host_str()?;
    let here = match page.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    let query = page.query().map(|query| format!("?{query}"));
    (text(header::HOST) == Some(&here))
        .then(|| format!("{}{}", page.path(), query.unwrap_or_default()))
}

impl IntoResponse for Barred {
    fn into_response(self) -> Response {
        let fault = match self {
            Self::Stranger { next } => Fault::SignIn { next },
            Self::Stale { next } => Fault::SignInAgain { next },
            Self::HeldBack => Fault::HeldBack,
            Self::Refused(refused) => return refused.into_response(),
        };
        let mut response = StatusCode::FORBIDDEN.into_response();
        response.extensions_mut().insert(fault);
        response
    }
}

impl From<Refused> for Barred {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl From<portulan_app::Error> for Barred {
    fn from(error: portulan_app::Error) -> Self {
        Self::Refused(error.into())
    }
}

impl From<PeopleError> for Barred {
    fn from(error: PeopleError) -> Self {
        Self::Refused(error.into())
    }
}
