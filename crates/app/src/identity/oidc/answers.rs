//! What a provider answers: tokens, and who the person is. Nothing leaves here that was not checked.
//!
//! The rules are those of OpenID Connect Core 1.0, 3.1.3.7 (ID token) and 5.3.2 (userinfo, plain or signed).

use chrono::{DateTime, Utc};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreRevocableToken,
    CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AccessTokenHash, AdditionalClaims, AuthorizationCode, ClaimsVerificationError, DiscoveryError,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest,
    HttpResponse, IdToken, IdTokenClaims, IdTokenFields, IdTokenVerifier, LocalizedClaim, Nonce,
    OAuth2TokenResponse, PkceCodeVerifier, RequestTokenError, StandardClaims,
    StandardErrorResponse, StandardTokenResponse, TokenResponse, UserInfoClaims, UserInfoError,
    UserInfoResponseType,
};
use portulan_text::Pivot;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Identity, OidcError, Proof, Provider, SignedIn};
use crate::fetch::FetchError;

/// Claims beyond the standard ones, as ProConnect gives them. Any value is read, so that an odd one spoils nothing.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Extra {
    usual_name: Option<Value>,
    siret: Option<Value>,
}

impl AdditionalClaims for Extra {}

type Token =
    IdToken<Extra, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Fields = IdTokenFields<
    Extra,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
pub(super) type Tokens = StandardTokenResponse<Fields, CoreTokenType>;
pub(super) type Client = openidconnect::Client<
    Extra,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;
type Asking<'a> = &'a dyn Fn(HttpRequest) -> Result<HttpResponse, FetchError>;

/// Turns a code into tokens.
pub(super) fn exchange(
    client: &Client,
    code: AuthorizationCode,
    verifier: PkceCodeVerifier,
    ask: Asking<'_>,
) -> Result<Tokens, OidcError> {
    let request = client.exchange_code(code).map_err(unreadable)?;
    request
        .set_pkce_verifier(verifier)
        .request(&ask)
        .map_err(of_exchange)
}

/// Checks the tokens, asks who it is, and puts both together.
pub(super) fn read(
    provider: &Provider,
    client: &Client,
    tokens: &Tokens,
    nonce: &Nonce,
    now: DateTime<Utc>,
    ask: Asking<'_>,
) -> Result<SignedIn, OidcError> {
    let token = tokens.id_token();
    let token = token.ok_or_else(|| OidcError::Answer("no ID token".to_owned()))?;
    let verifier = verifier(provider, client, now);
    let claims = token
        .claims(&verifier, nonce)
        .map_err(|error| untrusted(&error))?;
    check_access(token, claims, tokens, &verifier)?;
    let userinfo = userinfo(provider, client, tokens, claims, ask)?;
    let named = (claims.issuer().to_string(), claims.subject().to_string());
    let identity = match &userinfo {
        Some(said) => {
            let (claims, extra) = (said.standard_claims(), said.additional_claims());
            identity(provider, named, claims, extra)
        }
        None => identity(
            provider,
            named,
            &standard(claims),
            claims.additional_claims(),
        ),
    };
    Ok(SignedIn {
        identity,
        id_token: token.to_string(),
        authenticated: claims.auth_time(),
    })
}

/// An ID token as it was kept.
pub(super) fn parse(token: &str) -> Result<Token, OidcError> {
    token.parse().map_err(unreadable)
}

/// Tokens are signed with the provider's own keys: a secret that both know proves nothing about who signed.
fn verifier<'a>(
    provider: &'a Provider,
    client: &'a Client,
    now: DateTime<Utc>,
) -> IdTokenVerifier<'a, CoreJsonWebKey> {
    use CoreJwsSigningAlgorithm as Jws;
    client
        .id_token_verifier()
        .set_allowed_algs([
            Jws::RsaSsaPkcs1V15Sha256,
            Jws::RsaSsaPkcs1V15Sha384,
            Jws::RsaSsaPkcs1V15Sha512,
            Jws::RsaSsaPssSha256,
            Jws::RsaSsaPssSha384,
            Jws::RsaSsaPssSha512,
            Jws::EcdsaP256Sha256,
            Jws::EcdsaP384Sha384,
            Jws::EdDsa,
        ])
        .set_time_fn(move || now)
        .set_auth_context_verifier_fn(move |level| {
            let level = level.map_or("", |level| level.as_str());
            if !provider.acr_required || provider.acr_values.iter().any(|asked| asked == level) {
                return Ok(());
            }
            Err(format!("`{level}` was not asked for"))
        })
}

/// The access token is the one that the ID token was made with, when it says (OpenID Connect Core 1.0, 3.1.3.8).
fn check_access(
    token: &Token,
    claims: &IdTokenClaims<Extra, CoreGenderClaim>,
    tokens: &Tokens,
    verifier: &IdTokenVerifier<'_, CoreJsonWebKey>,
) -> Result<(), OidcError> {
    let Some(expected) = claims.access_token_hash() else {
        return Ok(());
    };
    let algorithm = token.signing_alg().map_err(unreadable)?;
    let key = token.signing_key(verifier).map_err(unreadable)?;
    let actual = AccessTokenHash::from_token(tokens.access_token(), algorithm, key);
    if actual.is_ok_and(|actual| actual == *expected) {
        return Ok(());
    }
    Err(OidcError::Untrusted(Proof::Access))
}

fn userinfo(
    provider: &Provider,
    client: &Client,
    tokens: &Tokens,
    claims: &IdTokenClaims<Extra, CoreGenderClaim>,
    ask: Asking<'_>,
) -> Result<Option<UserInfoClaims<Extra, CoreGenderClaim>>, OidcError> {
    let subject = Some(claims.subject().clone());
    let Ok(request) = client.user_info(tokens.access_token().clone(), subject) else {
        return Ok(None);
    };
    let kind = if provider.signed_userinfo {
        UserInfoResponseType::Jwt
    } else {
        UserInfoResponseType::Json
    };
    let answer = request
        .set_response_type(kind)
        .require_signed_response(provider.signed_userinfo)
        .request(&ask);
    answer.map(Some).map_err(of_userinfo)
}

/// What an ID token says by itself, of a provider without userinfo.
fn standard(claims: &IdTokenClaims<Extra, CoreGenderClaim>) -> StandardClaims<CoreGenderClaim> {
    StandardClaims::new(claims.subject().clone())
        .set_email(claims.email().cloned())
        .set_email_verified(claims.email_verified())
        .set_given_name(claims.given_name().cloned())
        .set_family_name(claims.family_name().cloned())
}

fn identity(
    provider: &Provider,
    (issuer, subject): (String, String),
    claims: &StandardClaims<CoreGenderClaim>,
    extra: &Extra,
) -> Identity {
    let email = claims.email().map(|email| email.trim().to_owned());
    let email = email.filter(|email| !email.is_empty());
    let verified = claims.email_verified().unwrap_or(provider.email_trusted);
    Identity {
        issuer,
        subject,
        email_verified: email.is_some() && verified,
        email,
        given_name: localised(claims.given_name(), |name| name.as_str()),
        usual_name: text(extra.usual_name.as_ref())
            .or_else(|| localised(claims.family_name(), |name| name.as_str())),
        siret: text(extra.siret.as_ref()).and_then(|siret| match Pivot::parse(&siret) {
            Ok(Pivot::Siret(siret)) => Some(siret),
            _ => None,
        }),
    }
}

fn localised<T>(claim: Option<&LocalizedClaim<T>>, text: fn(&T) -> &str) -> Option<String> {
    let (_, value) = claim?.iter().next()?;
    Some(text(value).trim().to_owned()).filter(|text| !text.is_empty())
}

fn text(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some(text).filter(|text| !text.is_empty())
}

fn unreadable(error: impl std::fmt::Display) -> OidcError {
    OidcError::Answer(error.to_string())
}

/// A provider that could not be asked, or whose page about itself does not hold.
pub(super) fn of_discovery(error: DiscoveryError<FetchError>) -> OidcError {
    match error {
        DiscoveryError::Request(error) => OidcError::Unreachable(error),
        DiscoveryError::Response(status, _, _) if status.is_server_error() => {
            OidcError::Unreachable(FetchError::Status(status.as_u16()))
        }
        DiscoveryError::Parse(error) => unreadable(error),
        other => unreadable(other),
    }
}

fn of_exchange(
    error: RequestTokenError<FetchError, StandardErrorResponse<CoreErrorResponseType>>,
) -> OidcError {
    match error {
        RequestTokenError::Request(error) => OidcError::Unreachable(error),
        RequestTokenError::ServerResponse(answer) => match answer.error() {
            CoreErrorResponseType::InvalidGrant => OidcError::Used,
            other => OidcError::Client(other.to_string()),
        },
        RequestTokenError::Parse(error, _body) => unreadable(error),
        RequestTokenError::Other(error) => OidcError::Answer(error),
    }
}

fn of_userinfo(error: UserInfoError<FetchError>) -> OidcError {
    match error {
        UserInfoError::ClaimsVerification(error) => untrusted(&error),
        UserInfoError::Request(error) => OidcError::Unreachable(error),
        UserInfoError::Parse(error) => unreadable(error),
        other => unreadable(other),
    }
}

fn untrusted(error: &ClaimsVerificationError) -> OidcError {
    tracing::debug!(%error, "a token of a provider does not hold");
    OidcError::Untrusted(match error {
        ClaimsVerificationError::Expired(_) => Proof::Expiry,
        ClaimsVerificationError::InvalidAudience(_) => Proof::Audience,
        ClaimsVerificationError::InvalidIssuer(_) => Proof::Issuer,
        ClaimsVerificationError::InvalidNonce(_) => Proof::Nonce,
        ClaimsVerificationError::InvalidSubject(_) => Proof::Subject,
        ClaimsVerificationError::SignatureVerification(_) => Proof::Signature,
        ClaimsVerificationError::InvalidAuthContext(_) => return OidcError::Level,
        _ => Proof::Claims,
    })
}
