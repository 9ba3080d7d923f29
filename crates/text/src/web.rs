//! E-mail addresses and addresses of the web.

use std::net::Ipv4Addr;

pub use portulan_model::people::{Email, NotAnEmail as EmailError};
use thiserror::Error;
use url::{Host, Url};

fn is_public(address: Ipv4Addr) -> bool {
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_unspecified()
        || address.is_broadcast()
        || address.is_multicast()
        || address.is_documentation();
    !special && address.octets().first() != Some(&0)
}

/// Why a text is no address of the web.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is no http or https address")]
pub struct WebUrlError(pub String);

/// An `http` or `https` address with a real host name and no password in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WebUrl(String);

impl WebUrl {
    /// Longest address kept.
    const MAX_LEN: usize = 2_000;

    /// Reads an address; `https://` is added when no scheme is given.
    pub fn parse(text: &str) -> Result<Self, WebUrlError> {
        let refused = || WebUrlError(text.to_owned());
        let trimmed = text.trim();
        if trimmed.is_empty()
            || trimmed.len() > Self::MAX_LEN
            || trimmed.contains(char::is_whitespace)
        {
            return Err(refused());
        }
        let with_scheme = if trimmed.contains("://") {
            trimmed.to_owned()
        } else {
            format!("https://{trimmed}")
        };
        let url = Url::parse(&with_scheme).map_err(|_shape| refused())?;
        let web = matches!(url.scheme(), "http" | "https");
        let named = match url.host() {
            Some(Host::Domain(domain)) => domain.contains('.') && !domain.ends_with('.'),
            // A few libraries serve their catalogue under a bare address.
            Some(Host::Ipv4(address)) => is_public(address),
            Some(Host::Ipv6(_)) | None => false,
        };
        if web && named && url.username().is_empty() && url.password().is_none() {
            Ok(Self(with_scheme))
        } else {
            Err(refused())
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Contact@Exemple.FR", "contact@exemple.fr")]
    #[case("mailto:a@exemple.fr", "a@exemple.fr")]
    #[case(" l.accueil+num@sous.exemple.fr ", "l.accueil+num@sous.exemple.fr")]
    fn addresses_are_read(#[case] text: &str, #[case] kept: &str) {
        assert_eq!(Email::parse(text).unwrap().as_str(), kept);
    }

    #[rstest]
    #[case("accueil")]
    #[case("a@b")]
    #[case("a b@exemple.fr")]
    #[case(".a@exemple.fr")]
    #[case("é@exemple.fr")]
    #[case("a@exemple.fr;b@exemple.fr")]
    fn broken_addresses_are_refused(#[case] text: &str) {
        assert!(Email::parse(text).is_err());
    }

    #[rstest]
    #[case("www.exemple.fr/aide", "https://www.exemple.fr/aide")]
    #[case("http://exemple.fr:8080/a?b=é", "http://exemple.fr:8080/a?b=é")]
    fn web_addresses_are_read(#[case] text: &str, #[case] kept: &str) {
        assert_eq!(WebUrl::parse(text).unwrap().as_str(), kept);
    }

    #[rstest]
    #[case("javascript:alert(1)")]
    #[case("ftp://exemple.fr")]
    #[case("https://user:pw@exemple.fr")]
    #[case("https://localhost/")]
    #[case("http://127.0.0.1/")]
    #[case("pas de site")]
    fn what_should_not_be_a_link_is_refused(#[case] text: &str) {
        assert!(WebUrl::parse(text).is_err(), "{text}");
    }
}
