//! Why a sign-in by a provider did not end, and what the person or the operator does about it. Its words are the messages
//! `oidc-…` of `i18n`.

use portulan_model::Told;
use thiserror::Error;

use crate::fetch::FetchError;

/// Why a sign-in by a provider did not end. Nobody was signed in.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OidcError {
    /// The provider does not answer: try later, or sign in another way.
    #[error("the provider cannot be reached: {0}")]
    Unreachable(FetchError),
    /// The provider answers what cannot be understood: tell the operator.
    #[error("the provider answers what cannot be understood: {0}")]
    Answer(String),
    /// The provider does not know this installation, or not with this secret: tell the operator.
    #[error("the provider refuses this installation: {0}")]
    Client(String),
    /// The person or the provider said no there (the code of RFC 6749, 4.1.2.1): sign in another way.
    #[error("the provider refused the sign-in: {0}")]
    Refused(String),
    /// What came back belongs to no sign-in that this browser began: begin again.
    #[error("this sign-in was not begun here")]
    WrongState,
    /// The person stayed away too long: begin again.
    #[error("this sign-in was begun too long ago")]
    Stale,
    /// The code was used before, or came too late: begin again.
    #[error("the code was used before, or is too old")]
    Used,
    /// The person signed in there by weaker means than this installation asks for: begin again with a stronger one.
    #[error("the sign-in there was not strong enough")]
    Level,
    /// What the provider says of the person does not hold: nothing is trusted, tell the operator.
    #[error("what the provider says does not hold: {0}")]
    Untrusted(Proof),
}

/// The proof that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Proof {
    /// Signed by nobody, by another key, or by a method that is not accepted.
    #[error("signature")]
    Signature,
    /// Said by another provider.
    #[error("issuer")]
    Issuer,
    /// Said to another installation.
    #[error("audience")]
    Audience,
    /// Said for another sign-in.
    #[error("nonce")]
    Nonce,
    /// Said too long ago: or one of the two clocks is wrong.
    #[error("expiry")]
    Expiry,
    /// Said of two different persons, or of nobody.
    #[error("subject")]
    Subject,
    /// The access is not the one that the token speaks of.
    #[error("access token")]
    Access,
    /// Anything else that a token must hold.
    #[error("claims")]
    Claims,
}

impl Proof {
    /// Every proof.
    pub const ALL: [Self; 8] = [
        Self::Signature,
        Self::Issuer,
        Self::Audience,
        Self::Nonce,
        Self::Expiry,
        Self::Subject,
        Self::Access,
        Self::Claims,
    ];
}

impl OidcError {
    /// What to tell the person: what happened and what to do.
    #[must_use]
    pub fn told(&self) -> Told {
        Told::new(match self {
            Self::Unreachable(_) => "oidc-unreachable",
            Self::Answer(_) => "oidc-answer",
            Self::Client(_) => "oidc-client",
            Self::Refused(_) => "oidc-refused",
            Self::WrongState => "oidc-wrong-state",
            Self::Stale => "oidc-stale",
            Self::Used => "oidc-used",
            Self::Level => "oidc-level",
            Self::Untrusted(Proof::Expiry) => "oidc-expired",
            Self::Untrusted(_) => "oidc-untrusted",
        })
    }

    /// Whether the person alone can mend it; the rest is worth a line in the operator's log.
    #[must_use]
    pub const fn is_personal(&self) -> bool {
        matches!(
            self,
            Self::Refused(_) | Self::WrongState | Self::Stale | Self::Used | Self::Level
        )
    }
}

#[cfg(test)]
mod tests {
    use portulan_i18n::{Lang, Words};

    use super::*;

    #[test]
    fn every_failure_is_worded_in_every_language() {
        let errors = [
            OidcError::Unreachable(FetchError::CutShort),
            OidcError::Answer(String::new()),
            OidcError::Client(String::new()),
            OidcError::Refused(String::new()),
            OidcError::WrongState,
            OidcError::Stale,
            OidcError::Used,
            OidcError::Level,
        ];
        let untrusted = Proof::ALL.map(OidcError::Untrusted);
        for error in errors.into_iter().chain(untrusted) {
            for lang in Lang::ALL {
                let words = Words::new(lang);
                assert!(words.has(&error.told().id), "{lang:?}: {error}");
            }
        }
    }
}
