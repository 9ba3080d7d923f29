//! Faults as pages: what happened, what was kept, what to do.

use askama::Template;
use axum::http::HeaderMap;
use axum::response::Response;
use portulan_i18n::Words;

use super::addresses;
use super::page::{Page, html_with};
use super::visit::Visit;
use crate::errors::{Fault, Typed};
use crate::state::AppState;

#[derive(Template)]
#[template(path = "error.html")]
struct Broken {
    page: Page,
    text: String,
    /// What was written into the form that is refused.
    typed: Vec<String>,
    /// Where to sign in, when nobody is.
    sign_in: Option<String>,
    /// Whether it is not known who asks.
    unknown: bool,
    /// Where one's own roles are told when none allows it, or the account when they wait for a key; with its name.
    way_on: Option<(&'static str, String)>,
}

/// The page of a fault.
pub(crate) fn error_page(
    state: &AppState,
    headers: &HeaderMap,
    fault: &Fault,
    typed: Typed,
) -> Response {
    let visit = Visit::new(state, headers, "/", "");
    let words = Words::new(visit.lang);
    let name = name(fault);
    let text = match fault {
        Fault::TooMany { seconds } => {
            words.with("error-too-many-text", &[("seconds", (*seconds).into())])
        }
        Fault::TooLarge { limit } => words.with(
            "error-too-large-text",
            &[("limit", size(words, *limit).into())],
        ),
        Fault::Internal { request } => words.with("error-internal-text", &[("id", request.into())]),
        _ => words.get(&format!("error-{name}-text")),
    };
    let mut page = Page::new(&visit, words.get(&format!("error-{name}-title"))).apart();
    page.languages.clear();
    let shown = Broken {
        page,
        text,
        sign_in: match fault {
            Fault::SignIn { next } | Fault::SignInAgain { next } => Some(addresses::with_query(
                addresses::SIGN_IN,
                [(addresses::NEXT, next)],
            )),
            _ => None,
        },
        typed: typed.0,
        unknown: matches!(fault, Fault::SignIn { .. }),
        way_on: match fault {
            Fault::NoRole => Some((addresses::SPACE, words.get("space-title"))),
            Fault::HeldBack => Some((addresses::ACCOUNT, words.get("account-title"))),
            _ => None,
        },
    };
    html_with(fault.status(), &shown)
}

/// A size in the largest unit that fills it.
fn size(words: Words, bytes: usize) -> String {
    let (unit, shift) = match bytes {
        0..0x10_0000 => ("kilobytes", 10),
        0x10_0000..0x4000_0000 => ("megabytes", 20),
        _ => ("gigabytes", 30),
    };
    words.with(&format!("size-{unit}"), &[("n", (bytes >> shift).into())])
}

const fn name(fault: &Fault) -> &'static str {
    match fault {
        Fault::NotFound => "not-found",
        Fault::BadRequest | Fault::MediaType | Fault::AddressTooLong => "bad-request",
        Fault::Forbidden | Fault::SignIn { .. } => "forbidden",
        Fault::SignInAgain { .. } => "again",
        Fault::HeldBack => "held-back",
        Fault::NoRole => "no-role",
        Fault::FileMissing => "file-missing",
        Fault::FileAltered => "file-altered",
        Fault::FilesAway => "files-away",
        Fault::Conflict => "conflict",
        Fault::Method => "method",
        Fault::Timeout => "timeout",
        Fault::TooLarge { .. } => "too-large",
        Fault::TooMany { .. } => "too-many",
        Fault::Unavailable => "unavailable",
        Fault::Internal { .. } => "internal",
    }
}
