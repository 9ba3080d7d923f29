//! Signing in by a provider of OpenID Connect: the authorisation code flow with PKCE, state and nonce.
//!
//! [`Party::begin`] gives the address to send the browser to, and a [`Pending`] that the caller keeps on the server, bound
//! to this browser, and takes out once; [`Party::finish`] turns it and what came [`Back`] into who the person is there.
//! Everything here blocks: call it on a thread that may wait. ProConnect needs nothing of its own: its claims
//! `usual_name` and `siret` are read from anybody, and its userinfo is a signed token (RS256), as any provider may send.

mod answers;
mod error;
mod provider;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{CoreAuthPrompt, CoreAuthenticationFlow, CoreClientAuthMethod};
use openidconnect::{
    AuthType, AuthenticationContextClass, AuthorizationCode, ClientId, ClientSecret, CsrfToken,
    HttpRequest, HttpResponse, IssuerUrl, LoginHint, LogoutRequest, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, PostLogoutRedirectUrl, ProviderMetadataWithLogout, RedirectUrl, Scope,
};
use serde::{Deserialize, Serialize};
use url::Url;

use super::hexadecimal;
use crate::Chance;
use crate::fetch::{FetchError, Limits, exchange};
use answers::Client;

pub use error::{OidcError, Proof};
pub use provider::{Provider, ProvidersError, read};

/// How long a person may stay at the provider: they may have to find a telephone or a password there.
pub const LONGEST_STAY: TimeDelta = TimeDelta::minutes(15);
/// How long what a provider publishes about itself is taken as it was.
const KNOWN_FOR: Duration = Duration::from_hours(1);
/// Soonest new look at it, when a token is signed by a key that is not there: a forger cannot make us ask for ever.
const KEYS_AFTER: Duration = Duration::from_mins(1);
/// Bytes of chance in a state, a nonce and a verifier: 256 bits (RFC 7636, 7.1).
const SECRET_BYTES: usize = 32;
/// Largest answer of a provider, in bytes: sets of keys and tokens are some kilobytes.
const LARGEST_ANSWER: u64 = 1 << 20;
/// Time for a connection to stand, and for a whole answer: somebody is looking at a blank page.
const CONNECT: Duration = Duration::from_secs(5);
/// See [`CONNECT`].
const WHOLE: Duration = Duration::from_secs(15);

/// This installation as one provider sees it.
pub struct Party {
    /// The provider.
    pub provider: Provider,
    return_to: RedirectUrl,
    limits: Limits,
    keys_after: Duration,
    known: Mutex<Option<Known>>,
}

/// What a provider publishes about itself, and since when it is known.
#[derive(Clone)]
struct Known {
    since: Instant,
    metadata: Arc<ProviderMetadataWithLogout>,
}

/// A sign-in on its way, to be kept on the server. Holds secrets: the browser never sees it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Pending {
    /// Which provider.
    pub slug: String,
    /// What the browser brings back: a key to find this by.
    pub state: String,
    /// When it was begun.
    pub begun: DateTime<Utc>,
    nonce: String,
    verifier: String,
}

/// The parameters of the address that the provider sends the browser back to.
#[derive(Debug, Clone, Default)]
pub struct Back {
    /// The state that was sent.
    pub state: String,
    /// The code to exchange.
    pub code: Option<String>,
    /// Why there is none.
    pub error: Option<String>,
    /// Who answers (RFC 9207).
    pub iss: Option<String>,
}

impl Pending {
    fn new(slug: &str, now: DateTime<Utc>, chance: &dyn Chance) -> Self {
        Self {
            slug: slug.to_owned(),
            state: secret(chance),
            begun: now,
            nonce: secret(chance),
            verifier: secret(chance),
        }
    }
}

impl Back {
    /// Reads the query of the address; a parameter given twice is nobody's.
    #[must_use]
    pub fn read(query: &str) -> Self {
        let mut back = Self::default();
        let mut seen = HashSet::new();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            if !seen.insert(name.clone()) {
                return Self::default();
            }
            match name.as_ref() {
                "state" => back.state = value.into_owned(),
                "code" => back.code = Some(value.into_owned()),
                "error" => back.error = Some(value.into_owned()),
                "iss" => back.iss = Some(value.into_owned()),
                _ => {}
            }
        }
        back
    }
}

/// Who a person is at a provider. `issuer` and `subject` together name them for ever; nothing else does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// The person there.
    pub subject: String,
    /// An address, as the provider gives it.
    pub email: Option<String>,
    /// Whether the provider has checked that the address is theirs, or is trusted for that by the operator.
    pub email_verified: bool,
    /// First name.
    pub given_name: Option<String>,
    /// Last name in use.
    pub usual_name: Option<String>,
    /// Establishment that they work for; its check digits are right.
    pub siret: Option<String>,
}

/// A sign-in that ended well.
pub struct SignedIn {
    /// Who it is.
    pub identity: Identity,
    /// The token to name the session by when leaving; as secret as the session.
    pub id_token: String,
    /// When the person proved there who they are, as far as the provider says: it may let them through without asking
    /// anything, on the strength of a session of its own.
    pub authenticated: Option<DateTime<Utc>>,
}

/// What is asked of a provider.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wish<'a> {
    /// The e-mail address, when it was typed.
    pub hint: Option<&'a str>,
    /// Whether the person must prove there again who they are.
    pub fresh: bool,
}

impl Party {
    /// `return_to` is the address of this installation that the provider sends browsers back to; the operator declares it
    /// there, letter for letter. Each provider has one of its own, so that none can answer for another.
    #[must_use]
    pub fn new(provider: Provider, return_to: Url, limits: &Limits) -> Self {
        Self {
            provider,
            return_to: RedirectUrl::from_url(return_to),
            limits: Limits {
                bytes: LARGEST_ANSWER,
                connect: CONNECT,
                whole: WHOLE,
                ..limits.clone()
            },
            keys_after: KEYS_AFTER,
            known: Mutex::new(None),
        }
    }

    /// Where to send the browser.
    pub fn begin(
        &self,
        wish: Wish<'_>,
        now: DateTime<Utc>,
        chance: &dyn Chance,
    ) -> Result<(Url, Pending), OidcError> {
        let known = self.known(KNOWN_FOR)?;
        let client = self.client(&known);
        let pending = Pending::new(&self.provider.slug, now, chance);
        let (state, nonce) = (pending.state.clone(), pending.nonce.clone());
        let verifier = PkceCodeVerifier::new(pending.verifier.clone());
        let scopes = self.provider.scopes.iter().cloned().map(Scope::new);
        let mut request = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                || CsrfToken::new(state),
                || Nonce::new(nonce),
            )
            .add_scopes(scopes)
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        for level in &self.provider.acr_values {
            request =
                request.add_auth_context_value(AuthenticationContextClass::new(level.clone()));
        }
        if let Some(hint) = wish.hint {
            request = request.set_login_hint(LoginHint::new(hint.to_owned()));
        }
        if wish.fresh {
            // Some providers heed the one, some the other; `max_age` makes them say when it was (OpenID Connect Core
            // 1.0, 3.1.2.1).
            request = request
                .add_prompt(CoreAuthPrompt::Login)
                .set_max_age(Duration::ZERO);
        }
        let (address, _state, _nonce) = request.url();
        Ok((address, pending))
    }

    /// Exchanges the code, checks everything that comes for it, and says who it is. The caller has removed the pending
    /// sign-in from its store before: one code, one try.
    pub fn finish(
        &self,
        pending: Pending,
        back: Back,
        now: DateTime<Utc>,
    ) -> Result<SignedIn, OidcError> {
        let code = self.code_of(&pending, back, now)?;
        let known = self.known(KNOWN_FOR)?;
        let client = self.client(&known);
        let verifier = PkceCodeVerifier::new(pending.verifier);
        let ask = |request| self.ask(request);
        let tokens = answers::exchange(&client, code, verifier, &ask)?;
        let nonce = Nonce::new(pending.nonce);
        match answers::read(&self.provider, &client, &tokens, &nonce, now, &ask) {
            // The provider may have changed its keys since we last looked.
            Err(OidcError::Untrusted(Proof::Signature))
                if known.since.elapsed() > self.keys_after =>
            {
                let client = self.client(&self.known(self.keys_after)?);
                answers::read(&self.provider, &client, &tokens, &nonce, now, &ask)
            }
            read => read,
        }
    }

    /// Where to send the browser so that it leaves the provider too, and comes back to `after`; nothing when the provider
    /// has no such place.
    pub fn logout(&self, id_token: &str, after: Url) -> Result<Option<Url>, OidcError> {
        let known = self.known(KNOWN_FOR)?;
        let Some(end) = &known.metadata.additional_metadata().end_session_endpoint else {
            return Ok(None);
        };
        let id_token = answers::parse(id_token)?;
        let request = LogoutRequest::from(end.clone())
            .set_id_token_hint(&id_token)
            .set_client_id(ClientId::new(self.provider.client_id.clone()))
            .set_post_logout_redirect_uri(PostLogoutRedirectUrl::from_url(after));
        Ok(Some(request.http_get_url()))
    }

    /// The code, when what came back answers what was asked.
    fn code_of(
        &self,
        pending: &Pending,
        back: Back,
        now: DateTime<Utc>,
    ) -> Result<AuthorizationCode, OidcError> {
        if pending.slug != self.provider.slug || pending.state != back.state {
            return Err(OidcError::WrongState);
        }
        if now - pending.begun > LONGEST_STAY {
            return Err(OidcError::Stale);
        }
        if back.iss.is_some_and(|iss| iss != self.provider.issuer_text) {
            return Err(OidcError::Untrusted(Proof::Issuer));
        }
        match (back.code, back.error) {
            (Some(code), None) => Ok(AuthorizationCode::new(code)),
            (_, Some(error)) => Err(refusal(error)),
            (None, None) => Err(OidcError::Answer("neither code nor error".to_owned())),
        }
    }

    fn client(&self, known: &Known) -> Client {
        let metadata = ProviderMetadataWithLogout::clone(&known.metadata);
        let methods = metadata.token_endpoint_auth_methods_supported();
        let only_by_body = methods.is_some_and(|methods| {
            methods.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
        });
        let secret = self.provider.client_secret.as_deref();
        let client = Client::from_provider_metadata(
            metadata,
            ClientId::new(self.provider.client_id.clone()),
            secret.map(|secret| ClientSecret::new(secret.clone())),
        )
        .set_redirect_uri(self.return_to.clone());
        if only_by_body {
            client.set_auth_type(AuthType::RequestBody)
        } else {
            client
        }
    }

    /// What the provider publishes, as it was at most so long ago.
    fn known(&self, for_at_most: Duration) -> Result<Known, OidcError> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known
            .as_ref()
            .filter(|known| known.since.elapsed() < for_at_most)
        {
            return Ok(known.clone());
        }
        drop(known);
        let issuer = IssuerUrl::new(self.provider.issuer_text.clone());
        let issuer = issuer.map_err(|error| OidcError::Answer(error.to_string()))?;
        let metadata = ProviderMetadataWithLogout::discover(&issuer, &|request: HttpRequest| {
            self.ask(request)
        })
        .map_err(answers::of_discovery)?;
        let found = Known {
            since: Instant::now(),
            metadata: Arc::new(metadata),
        };
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(found.clone());
        Ok(found)
    }

    /// One request to the provider. In the clear only to one that is in the clear itself, in the operator's own network:
    /// a code, a secret and a token travel here.
    fn ask(&self, request: HttpRequest) -> Result<HttpResponse, FetchError> {
        let clear = request.uri().scheme_str() != Some("https");
        let allowed = self.limits.own_network && self.provider.issuer.scheme() == "http";
        if clear && !allowed {
            return Err(FetchError::Redirect(request.uri().to_string()));
        }
        exchange(request, &self.limits)
    }
}

/// What the provider says when it gives no code (RFC 6749, 4.1.2.1; OpenID Connect Core 1.0, 3.1.2.6).
fn refusal(error: String) -> OidcError {
    match error.as_str() {
        "unauthorized_client"
        | "invalid_scope"
        | "invalid_request"
        | "unsupported_response_type" => OidcError::Client(error),
        "unmet_authentication_requirements" => OidcError::Level,
        "server_error" => OidcError::Answer(error),
        "temporarily_unavailable" => OidcError::Unreachable(FetchError::Busy(503)),
        _ => OidcError::Refused(error),
    }
}

fn secret(chance: &dyn Chance) -> String {
    let mut bytes = [0; SECRET_BYTES];
    chance.fill(&mut bytes);
    hexadecimal(&bytes)
}

#[cfg(test)]
mod tests {
    use portulan_testkit::oidc::{CLIENT_ID, CLIENT_SECRET, OidcProvider, Play};

    use super::*;
    use crate::SeededChance;

    #[test]
    fn new_keys_of_a_provider_are_looked_for_but_not_at_every_token() {
        let there = OidcProvider::start(Play::default());
        let provider = Provider::at(&there.issuer(), CLIENT_ID, CLIENT_SECRET);
        let here = Url::parse("http://localhost:8080/retour").unwrap();
        let limits = Limits {
            own_network: true,
            ..Limits::default()
        };
        let mut party = Party::new(provider, here, &limits);
        let (now, chance) = (DateTime::UNIX_EPOCH, SeededChance::new(1));
        there.play(|play| play.now = Some(now));
        let sign_in = |party: &Party| {
            let (address, pending) = party.begin(Wish::default(), now, &chance).unwrap();
            let query = there.walk(&address).query().unwrap().to_owned();
            party.finish(pending, Back::read(&query), now)
        };
        assert!(sign_in(&party).is_ok());
        there.change_key();
        let early = sign_in(&party).err();
        assert_eq!(early, Some(OidcError::Untrusted(Proof::Signature)));
        party.keys_after = Duration::ZERO;
        assert!(sign_in(&party).is_ok());
        let looks = there.asked();
        let looks = looks.iter().filter(|path| path.ends_with("/keys"));
        assert_eq!(looks.count(), 2);
    }
}
