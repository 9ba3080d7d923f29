//! `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness, kept true by the clock.
//!
//! An installation belongs to whoever operates it, and so does the address: there is no file until the operator gives
//! one, because a contact that nobody reads is worse than none.

use std::fmt;
use std::str::FromStr;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Days, SecondsFormat, Utc};
use portulan_model::people::Email;
use url::Url;

use crate::pages::addresses;
use crate::state::AppState;

/// Where people and robots look for it.
pub(crate) const PATH: &str = "/.well-known/security.txt";
/// How long what it says holds, counted from the day it is read: RFC 9116 asks for less than a year.
const HOLDS: Days = Days::new(180);
/// The languages in which reports are read.
const LANGUAGES: &str = "fr, en";

/// Whom to tell of a weakness: a mail address, a page over TLS, or a telephone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityContact(String);

/// Text that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAContact;

impl fmt::Display for NotAContact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("neither a mail address, nor https://…, nor tel:…")
    }
}

impl std::error::Error for NotAContact {}

impl FromStr for SecurityContact {
    type Err = NotAContact;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Ok(email) = Email::parse(text) {
            return Ok(Self(format!("mailto:{}", email.as_str())));
        }
        // Parsed and printed again: no line of its own can be slipped into the file.
        let url = Url::parse(text.trim()).map_err(|_no_address| NotAContact)?;
        let held = match url.scheme() {
            "https" => url.has_host(),
            "tel" => url.path().bytes().any(|byte| byte.is_ascii_digit()),
            _ => false,
        };
        held.then(|| Self(url.into())).ok_or(NotAContact)
    }
}

impl fmt::Display for SecurityContact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `GET /.well-known/security.txt`.
pub(crate) async fn show(State(state): State<AppState>) -> Response {
    let Some(contact) = &state.settings.security_contact else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let text = written(contact, &state.settings.public_url, state.now());
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// The file. Addresses of this site are named only over TLS: the RFC allows no other.
fn written(contact: &SecurityContact, site: &str, now: DateTime<Utc>) -> String {
    let until = now.checked_add_days(HOLDS).unwrap_or(now);
    let until = until.to_rfc3339_opts(SecondsFormat::Secs, true);
    let text = format!("Contact: {contact}\nExpires: {until}\nPreferred-Languages: {LANGUAGES}\n");
    if !site.starts_with("https://") {
        return text;
    }
    let policy = addresses::NOTICES;
    format!("{text}Canonical: {site}{PATH}\nPolicy: {site}{policy}#security\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_an_address_that_a_person_can_use_and_fits_on_its_line() {
        for (typed, kept) in [
            ("securite@exemple.fr", Some("mailto:securite@exemple.fr")),
            (
                "mailto:Securite@exemple.fr",
                Some("mailto:securite@exemple.fr"),
            ),
            (
                "https://exemple.fr/faille",
                Some("https://exemple.fr/faille"),
            ),
            ("tel:+33-2-99-00-00-00", Some("tel:+33-2-99-00-00-00")),
            ("http://exemple.fr/faille", None),
            ("javascript:alert(1)", None),
            ("tel:", None),
            ("", None),
            ("l’équipe", None),
        ] {
            let read = typed.parse::<SecurityContact>().ok();
            assert_eq!(
                read.map(|contact| contact.to_string()).as_deref(),
                kept,
                "{typed}"
            );
        }
        let lines = "https://exemple.fr/\nPolicy: https://ailleurs.example";
        let read = lines.parse::<SecurityContact>();
        assert!(read.is_ok_and(|contact| !contact.to_string().contains('\n')));
    }

    #[test]
    fn what_it_says_holds_for_less_than_a_year_and_names_itself_over_tls_alone() {
        let contact = "securite@exemple.fr".parse().unwrap();
        let now = "2026-11-25T09:30:00Z".parse().unwrap();
        let text = written(&contact, "https://aide.exemple.fr", now);
        assert_eq!(
            text,
            "Contact: mailto:securite@exemple.fr\nExpires: 2027-05-24T09:30:00Z\nPreferred-Languages: fr, en\n\
             Canonical: https://aide.exemple.fr/.well-known/security.txt\n\
             Policy: https://aide.exemple.fr/mentions-legales#security\n"
        );
        let clear = written(&contact, "http://localhost:8080", now);
        assert!(!clear.contains("http://"), "{clear}");
    }
}
