//! Short messages to mobile numbers, for places that have no address of mail: the port, and a gateway that takes them by
//! HTTP. They wait in the outbox as mails do, and leave with them.

use std::fmt;
use std::time::Duration;

use serde_json::json;
use thiserror::Error;
use ureq::http::{Request, header};
use url::Url;

use crate::fetch::{Limits, exchange};

/// How long a gateway may take for one text; less than the time that a node has it for itself.
const TAKEN_WITHIN: Duration = Duration::from_secs(30);
/// Longest answer of a gateway that is read, in bytes.
const LONGEST_ANSWER: u64 = 64 * 1024;

/// A text on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortText {
    /// The id of its mail: a second copy is known for what it is.
    pub id: String,
    /// International number: `+33600000000`.
    pub to: String,
    /// What is said.
    pub text: String,
}

/// What a gateway said of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// It has it.
    Taken,
    /// This number takes no texts.
    NoSuchNumber(String),
    /// It may take it later.
    Later(String),
}

/// Takes short messages. It may block.
pub trait TextGateway: fmt::Debug + Send + Sync {
    /// Hands a text over.
    fn hand(&self, text: &ShortText) -> Handed;
}

/// Why a gateway cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not an address of a gateway: http://… or https://…, without a user nor a password")]
pub struct NotAGateway;

/// A gateway that is told of each text by `POST`, as JSON: `{"id", "to", "text"}`.
pub struct Webhook {
    address: String,
    token: Option<String>,
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook").finish_non_exhaustive()
    }
}

impl Webhook {
    /// A gateway at an address, with the token that it wants to see.
    pub fn new(address: &str, token: Option<String>) -> Result<Self, NotAGateway> {
        let url = Url::parse(address).map_err(|_shape| NotAGateway)?;
        let bare = url.username().is_empty() && url.password().is_none();
        if !bare || !matches!(url.scheme(), "http" | "https") {
            return Err(NotAGateway);
        }
        Ok(Self {
            address: address.to_owned(),
            token,
        })
    }

    fn request(&self, text: &ShortText) -> Result<Request<Vec<u8>>, ureq::http::Error> {
        let body = json!({ "id": text.id, "to": text.to, "text": text.text });
        let mut request = Request::post(&self.address)
            .header(header::CONTENT_TYPE, "application/json")
            // The same text again is the same text.
            .header("idempotency-key", &text.id);
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        request.body(body.to_string().into_bytes())
    }
}

impl TextGateway for Webhook {
    fn hand(&self, text: &ShortText) -> Handed {
        let limits = Limits {
            bytes: LONGEST_ANSWER,
            whole: TAKEN_WITHIN,
            // Whoever operates named it: it may stand beside the program.
            own_network: true,
            ..Limits::default()
        };
        let asked = self.request(text).map_err(|error| error.to_string());
        let answer =
            asked.and_then(|request| exchange(request, &limits).map_err(|error| error.to_string()));
        match answer.map(|answer| answer.status().as_u16()) {
            Ok(200..=299) => Handed::Taken,
            // RFC 9110 §15.5.21: it was understood, and cannot be done.
            Ok(422) => Handed::NoSuchNumber("422".to_owned()),
            Ok(status) => Handed::Later(status.to_string()),
            Err(error) => Handed::Later(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_gateway_holds_no_secret() {
        for (address, good) in [
            ("https://sms.exemple.fr/envoi", true),
            ("http://127.0.0.1:9000/", true),
            ("https://moi:secret@sms.exemple.fr/", false),
            ("smtp://sms.exemple.fr", false),
            ("sms", false),
        ] {
            assert_eq!(Webhook::new(address, None).is_ok(), good, "{address}");
        }
        let shown = format!(
            "{:?}",
            Webhook::new("http://127.0.0.1/", Some("jeton".to_owned()))
        );
        assert!(!shown.contains("jeton"));
    }
}
