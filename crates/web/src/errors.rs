//! One list of faults for the whole server: each becomes a page, or a problem document under `/api`.
//!
//! Handlers answer with a bare status; [`recast`] gives it words. What already speaks (a page, a problem) is left
//! as it is.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::api::Problem;
use crate::middleware::BodyLimit;
use crate::state::AppState;

/// What went wrong, as far as the person who asked is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// 404.
    NotFound,
    /// 400: not understood.
    BadRequest,
    /// 403.
    Forbidden,
    /// 403: nobody is signed in.
    SignIn {
        /// Where to go on once signed in.
        next: String,
    },
    /// 403: whoever is signed in did not prove lately enough who they are.
    SignInAgain {
        /// Where to go on once signed in again.
        next: String,
    },
    /// 403: the roles of whoever is signed in wait until they come in by a key or a provider.
    HeldBack,
    /// 403: no role of whoever is signed in allows it.
    NoRole,
    /// 404: the content of a file is not where contents are kept.
    FileMissing,
    /// 404: the content of a file is not what was given.
    FileAltered,
    /// 503: contents of files cannot be read now.
    FilesAway,
    /// 409: somebody or something came first.
    Conflict,
    /// 405.
    Method,
    /// 408: the request took too long to come, or the answer to be made.
    Timeout,
    /// 413: the body is larger than this server reads.
    TooLarge {
        /// How much it reads there, in bytes.
        limit: usize,
    },
    /// 414: the address is longer than this server reads.
    AddressTooLong,
    /// 415: the body is of a kind that this server does not read.
    MediaType,
    /// 429: too many requests.
    TooMany {
        /// How long to wait.
        seconds: u64,
    },
    /// 503: busy or stopping.
    Unavailable,
    /// 500: the program is at fault.
    Internal {
        /// The request to name when reporting it.
        request: String,
    },
}

impl Fault {
    /// The fault that a status announces; `None` for a status that is no fault.
    pub(crate) fn of(status: StatusCode, request: &str, limit: usize) -> Option<Self> {
        if !status.is_client_error() && !status.is_server_error() {
            return None;
        }
        Some(match status {
            StatusCode::NOT_FOUND | StatusCode::GONE => Self::NotFound,
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::CONFLICT => Self::Conflict,
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::REQUEST_TIMEOUT => Self::Timeout,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge { limit },
            StatusCode::URI_TOO_LONG => Self::AddressTooLong,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::MediaType,
            StatusCode::TOO_MANY_REQUESTS => Self::TooMany { seconds: 1 },
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            other if other.is_server_error() => Self::Internal {
                request: request.to_owned(),
            },
            _ => Self::BadRequest,
        })
    }

    /// The status to answer with.
    #[must_use]
    pub(crate) const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::FileMissing | Self::FileAltered => StatusCode::NOT_FOUND,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Forbidden
            | Self::SignIn { .. }
            | Self::SignInAgain { .. }
            | Self::HeldBack
            | Self::NoRole => StatusCode::FORBIDDEN,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Timeout => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::AddressTooLong => StatusCode::URI_TOO_LONG,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable | Self::FilesAway => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// What somebody wrote into a form that was refused: it is given back with the refusal, for the page of the form may not
/// be kept by their browser.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed(pub(crate) Vec<String>);

/// What recasting needs to know of a request once the request is gone.
pub(crate) struct Asked {
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) request: String,
}

/// Answers with a fault.
pub(crate) fn respond(state: &AppState, asked: &Asked, fault: &Fault) -> Response {
    respond_with(state, asked, fault, Typed::default())
}

fn respond_with(state: &AppState, asked: &Asked, fault: &Fault, typed: Typed) -> Response {
    let mut response = if asked.path.starts_with("/api/") {
        Problem::of(fault).into_response()
    } else {
        crate::pages::error_page(state, &asked.headers, fault, typed)
    };
    if let Fault::TooMany { seconds } = fault {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, (*seconds).into());
    }
    response
}

/// Gives words to an answer that is a bare status or a library's own plain text.
pub(crate) fn recast(state: &AppState, asked: &Asked, response: Response) -> Response {
    let limit = response.extensions().get::<BodyLimit>();
    let limit = limit.map_or(0, |limit| limit.0);
    let known = response.extensions().get::<Fault>().cloned();
    let fault = known.or_else(|| Fault::of(response.status(), &asked.request, limit));
    let Some(fault) = fault else {
        return response;
    };
    if speaks(response.headers()) {
        return response;
    }
    let typed = response.extensions().get::<Typed>().cloned();
    let mut worded = respond_with(state, asked, &fault, typed.unwrap_or_default());
    if let Some(allow) = response.headers().get(header::ALLOW) {
        worded.headers_mut().insert(header::ALLOW, allow.clone());
    }
    worded
}

fn speaks(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    // JSON is what a script of a page asked for: it shows the words beside what was typed.
    let own = ["text/html", "application/problem+json", "application/json"];
    own.iter().any(|one| kind.starts_with(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_reads_back_from_its_status_and_success_is_no_fault() {
        for code in [400, 403, 404, 405, 408, 409, 413, 414, 415, 429, 500, 503] {
            let status = StatusCode::from_u16(code).unwrap();
            assert_eq!(Fault::of(status, "id", 1).unwrap().status(), status);
        }
        for code in [200, 204, 301, 304, 308] {
            assert_eq!(
                Fault::of(StatusCode::from_u16(code).unwrap(), "id", 1),
                None
            );
        }
    }
}
