//! Why a list could not be taken from its address. Its words are the messages `fetch-…` of `i18n`.

use portulan_model::Told;
use thiserror::Error;

/// Longest text of a server that is told on, in characters.
const LONGEST_TEXT: usize = 200;

/// Why a list could not be taken from its address. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FetchError {
    /// Not an address of the web.
    #[error("`{0}` is no http or https address")]
    Address(String),
    /// The address holds a name and a password.
    #[error("the address holds a password; such lists are not taken")]
    Password,
    /// Another port than those of the web.
    #[error("port {0} is not one of the web (80, 443)")]
    Port(u16),
    /// The address leads into a private network.
    #[error("`{0}` leads into a private or reserved network")]
    Private(String),
    /// No machine has this name.
    #[error("no machine is called `{0}`")]
    UnknownHost(String),
    /// The machine does not answer.
    #[error("the server cannot be reached ({0})")]
    Unreachable(String),
    /// The machine cannot prove that it is the one that was asked.
    #[error("the secure connection is refused ({0})")]
    Certificate(String),
    /// From one address to the next, without an end.
    #[error("the address leads on more than {0} times")]
    TooManyRedirects(usize),
    /// The server leads to what is no address, or away from a secure connection.
    #[error("the server leads to `{0}`, where nobody follows")]
    Redirect(String),
    /// The server answers, but not with the list.
    #[error("the server answers {0}")]
    Status(u16),
    /// The server asks to come back later, and still did after several tries.
    #[error("the server is too busy ({0})")]
    Busy(u16),
    /// More bytes than are taken; the bound in megabytes.
    #[error("the list is larger than {0} MB")]
    TooLarge(u64),
    /// More time than is given; the bound in seconds.
    #[error("the list was not here after {0} s")]
    TooSlow(u64),
    /// The list ended before its announced end.
    #[error("the server stopped before the end of the list")]
    CutShort,
    /// Packed in a way that was not asked for.
    #[error("the list is packed as `{0}`")]
    Encoding(String),
    /// What the server says is no HTTP.
    #[error("the answer of the server cannot be understood ({0})")]
    Protocol(String),
    /// The list could not be kept on this machine's disk.
    #[error("the list could not be kept on this machine ({0})")]
    Disk(String),
}

impl FetchError {
    /// What to tell the person whose list it is: what happened and what to do.
    #[must_use]
    pub fn told(&self) -> Told {
        let bound = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        match self {
            Self::Address(text) => Told::new("fetch-address").text("address", tame(text)),
            Self::Password => Told::new("fetch-password"),
            Self::Port(port) => Told::new("fetch-port").text("port", port.to_string()),
            Self::Private(host) => Told::new("fetch-private").text("host", tame(host)),
            Self::UnknownHost(host) => Told::new("fetch-unknown-host").text("host", tame(host)),
            Self::Unreachable(why) => Told::new("fetch-unreachable").text("reason", tame(why)),
            Self::Certificate(why) => Told::new("fetch-certificate").text("reason", tame(why)),
            Self::TooManyRedirects(limit) => {
                Told::new("fetch-too-many-redirects").number("limit", bound(*limit))
            }
            Self::Redirect(text) => Told::new("fetch-redirect").text("address", tame(text)),
            Self::Status(status) => Told::new("fetch-status").number("status", (*status).into()),
            Self::Busy(status) => Told::new("fetch-busy").number("status", (*status).into()),
            Self::TooLarge(limit) => Told::new("fetch-too-large").number("limit", *limit),
            Self::TooSlow(limit) => Told::new("fetch-too-slow").number("limit", *limit),
            Self::CutShort => Told::new("fetch-cut-short"),
            Self::Encoding(name) => Told::new("fetch-encoding").text("name", tame(name)),
            Self::Protocol(why) => Told::new("fetch-protocol").text("reason", tame(why)),
            Self::Disk(why) => Told::new("fetch-disk").text("reason", tame(why)),
        }
    }
}

/// A text that may come from a server: short and on one line.
fn tame(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_TEXT)
        .collect()
}

#[cfg(test)]
mod tests {
    use portulan_i18n::{Lang, Words};
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(FetchError::Address("lieux".to_owned()))]
    #[case(FetchError::Password)]
    #[case(FetchError::Port(8080))]
    #[case(FetchError::Private("intranet".to_owned()))]
    #[case(FetchError::UnknownHost("lieux.example".to_owned()))]
    #[case(FetchError::Unreachable("connection refused".to_owned()))]
    #[case(FetchError::Certificate("expired".to_owned()))]
    #[case(FetchError::TooManyRedirects(5))]
    #[case(FetchError::Redirect("file:///".to_owned()))]
    #[case(FetchError::Status(403))]
    #[case(FetchError::Status(404))]
    #[case(FetchError::Status(500))]
    #[case(FetchError::Busy(503))]
    #[case(FetchError::TooLarge(512))]
    #[case(FetchError::TooSlow(600))]
    #[case(FetchError::CutShort)]
    #[case(FetchError::Encoding("br".to_owned()))]
    #[case(FetchError::Protocol("status line".to_owned()))]
    #[case(FetchError::Disk("no space".to_owned()))]
    fn every_failure_is_worded_in_every_language_with_its_figures(#[case] error: FetchError) {
        for lang in Lang::ALL {
            let (words, told) = (Words::new(lang), error.told());
            assert!(words.has(&told.id), "{lang:?}: {}", told.id);
            let text = words.told(&told);
            assert!(text.len() > 20 && !text.contains('{'), "{text}");
        }
        let text = Words::new(Lang::Fr).told(&error.told());
        for (_, filling) in error.told().with {
            let filling = match filling {
                portulan_model::Filling::Number(number) => number.to_string(),
                portulan_model::Filling::Text(text) => text,
            };
            assert!(text.contains(&filling), "{text}");
        }
    }

    #[test]
    fn what_a_server_says_is_told_short_and_on_one_line() {
        let told = tame(&format!("a\r\nb{}", "x".repeat(1_000)));
        assert!(told.starts_with("abx") && told.len() == LONGEST_TEXT);
    }
}
