//! The cookies of the site. All are secrets or random names: nothing is read from them but which row to look up.

use axum::http::{HeaderMap, HeaderValue, header};
use portulan_app::operator::Secret;

use crate::state::Settings;

/// A cookie of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cookie {
    /// The session: of the operator or of a person.
    Session,
    /// The browser, for people who signed in with it.
    Device,
    /// The state of a stay at a provider of identity.
    Provider,
    /// What binds to the browser what it asks for by mail: a link, a code.
    Asked,
}

impl Cookie {
    const fn base(self) -> &'static str {
        match self {
            Self::Session => "portulan-session",
            Self::Device => "portulan-appareil",
            Self::Provider => "portulan-service",
            Self::Asked => "portulan-demande",
        }
    }

    /// Over TLS the name binds the cookie to this host, to the whole of it and to TLS (RFC 6265bis, `__Host-`).
    fn name(self, settings: &Settings) -> String {
        let prefix = if over_tls(settings) { "__Host-" } else { "" };
        format!("{prefix}{}", self.base())
    }

    /// What a browser holds under this name.
    pub(crate) fn read(self, settings: &Settings, headers: &HeaderMap) -> Option<Secret> {
        let name = self.name(settings);
        let all = headers.get_all(header::COOKIE).into_iter();
        let pairs = all
            .filter_map(|value| value.to_str().ok())
            .flat_map(|text| text.split(';'))
            .filter_map(|pair| pair.trim().split_once('='));
        pairs
            .filter(|(given, _)| *given == name)
            .find_map(|(_, value)| Secret::read(value))
    }

    /// Gives it to the browser: until it is closed, or for some seconds.
    pub(crate) fn set(
        self,
        settings: &Settings,
        secret: &Secret,
        seconds: Option<i64>,
    ) -> HeaderValue {
        let lasts = seconds.map(|seconds| format!("; Max-Age={seconds}"));
        self.header(settings, secret.reveal(), &lasts.unwrap_or_default())
    }

    /// Takes it back.
    pub(crate) fn forget(self, settings: &Settings) -> HeaderValue {
        self.header(settings, "", "; Max-Age=0")
    }

    fn header(self, settings: &Settings, value: &str, more: &str) -> HeaderValue {
        let secure = if over_tls(settings) { "; Secure" } else { "" };
        let name = self.name(settings);
        let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{more}");
        HeaderValue::try_from(text).unwrap_or_else(|_not_ascii| HeaderValue::from_static(""))
    }
}

fn over_tls(settings: &Settings) -> bool {
    settings.public_url.starts_with("https://")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(public_url: &str) -> Settings {
        Settings {
            public_url: public_url.to_owned(),
            ..Settings::default()
        }
    }

    #[test]
    fn over_tls_a_cookie_is_bound_to_its_host() {
        let secret = Secret::read(&"ab".repeat(32)).unwrap();
        let given = Cookie::Session.set(&at("https://exemple.fr"), &secret, None);
        let given = given.to_str().unwrap();
        assert!(given.starts_with("__Host-portulan-session="), "{given}");
        for part in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
            assert!(given.contains(part), "{given}");
        }
        assert!(!given.contains("Domain"));
        let clear = Cookie::Session.set(&at("http://localhost:8080"), &secret, None);
        assert!(!clear.to_str().unwrap().contains("Secure"));
    }

    #[test]
    fn a_cookie_of_another_name_or_shape_is_no_session() {
        let settings = at("http://localhost:8080");
        let read = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, HeaderValue::try_from(text).unwrap());
            Cookie::Session.read(&settings, &headers).is_some()
        };
        let secret = "0".repeat(64);
        assert!(read(&format!("a=b; portulan-session={secret}")));
        assert!(!read(&format!("portulan-session={secret}0")));
        assert!(!read(&format!("__Host-portulan-session={secret}")));
        assert!(!read(&format!("autre={secret}")));
    }
}
