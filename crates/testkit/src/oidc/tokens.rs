//! The tokens that the provider signs, right or wrong.

use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{
    CoreGenderClaim, CoreHmacKey, CoreIdToken, CoreIdTokenClaims, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey,
};
use openidconnect::{
    AccessToken, AdditionalClaims, Audience, AuthenticationContextClass, EmptyAdditionalClaims,
    EndUserEmail, EndUserGivenName, IssuerUrl, JsonWebKeyId, LocalizedClaim, Nonce,
    PrivateSigningKey, StandardClaims, SubjectIdentifier, UserInfoClaims, UserInfoJsonWebToken,
};
use rsa::pkcs1::{EncodeRsaPrivateKey, LineEnding};
use rsa::rand_core::OsRng;
use serde::{Deserialize, Serialize};

use super::{CLIENT_ID, CLIENT_SECRET, Grant, Misbehaviour, Proof, State};

/// Bits of a key (RFC 7518, 3.3).
const KEY_BITS: usize = 2_048;
/// How long a token holds, in minutes.
const HOLDS: i64 = 5;

/// A signing key, drawn when the provider starts: none is kept anywhere.
pub(super) struct Key(CoreRsaPrivateSigningKey);

impl Key {
    pub(super) fn new(name: &str) -> Self {
        let key = rsa::RsaPrivateKey::new(&mut OsRng, KEY_BITS).unwrap();
        let pem = key.to_pkcs1_pem(LineEnding::LF).unwrap();
        let name = JsonWebKeyId::new(name.to_owned());
        Self(CoreRsaPrivateSigningKey::from_pem(&pem, Some(name)).unwrap())
    }

    pub(super) fn public(&self) -> CoreJsonWebKey {
        self.0.as_verification_key()
    }
}

/// Claims beyond the standard ones.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Extra {
    usual_name: String,
    siret: String,
}

impl AdditionalClaims for Extra {}

pub(super) type Claims = UserInfoClaims<Extra, CoreGenderClaim>;

pub(super) fn id_token(state: &State, grant: &Grant, access: &str) -> String {
    let claims = id_claims(state, grant);
    let access = if state.breaks(Misbehaviour::OtherAccess) {
        "another"
    } else {
        access
    };
    let access = AccessToken::new(access.to_owned());
    if state.breaks(Misbehaviour::SharedSecret) {
        let key = CoreHmacKey::new(CLIENT_SECRET.as_bytes());
        let signed = CoreJwsSigningAlgorithm::HmacSha256;
        let token = CoreIdToken::new(claims, &key, signed, Some(&access), None);
        return token.unwrap().to_string();
    }
    let signed = CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256;
    let token = CoreIdToken::new(claims, &state.key.0, signed, Some(&access), None);
    let token = token.unwrap().to_string();
    if state.breaks(Misbehaviour::WrongSignature) {
        return spoilt(&token);
    }
    token
}

fn id_claims(state: &State, grant: &Grant) -> CoreIdTokenClaims {
    let (play, now) = (&state.play, state.now());
    let issuer = if state.breaks(Misbehaviour::OtherIssuer) {
        "https://ailleurs.exemple.fr"
    } else {
        &state.issuer
    };
    let audiences: &[&str] = match play.breaks {
        Some(Misbehaviour::WrongAudience) => &["another"],
        Some(Misbehaviour::SharedAudience) => &[CLIENT_ID, "another"],
        _ => &[CLIENT_ID],
    };
    let end = if state.breaks(Misbehaviour::Expired) {
        now - TimeDelta::minutes(1)
    } else {
        now + TimeDelta::minutes(HOLDS)
    };
    let mut standard = StandardClaims::new(SubjectIdentifier::new(play.person.subject.clone()));
    if play.no_userinfo {
        standard = personal(state, standard);
    }
    let nonce = match play.breaks {
        Some(Misbehaviour::WrongNonce) => Some("another".to_owned()),
        Some(Misbehaviour::NoNonce) => None,
        _ => grant.nonce.clone(),
    };
    let level = play.person.level.clone();
    CoreIdTokenClaims::new(
        IssuerUrl::new(issuer.to_owned()).unwrap(),
        audiences
            .iter()
            .map(|name| Audience::new((*name).to_owned()))
            .collect(),
        end,
        now,
        standard,
        EmptyAdditionalClaims {},
    )
    .set_nonce(nonce.map(Nonce::new))
    .set_auth_context_ref(level.map(AuthenticationContextClass::new))
    .set_auth_time(proven(state, grant))
}

fn proven(state: &State, grant: &Grant) -> Option<DateTime<Utc>> {
    let again = grant.again && !state.breaks(Misbehaviour::OldProof);
    match state.play.proof {
        Proof::Untold => None,
        Proof::At(instant) if !again => Some(instant),
        Proof::At(_) | Proof::Now => Some(state.now()),
    }
}

fn personal(
    state: &State,
    claims: StandardClaims<CoreGenderClaim>,
) -> StandardClaims<CoreGenderClaim> {
    let person = &state.play.person;
    let mut given_name = LocalizedClaim::new();
    given_name.insert(None, EndUserGivenName::new(person.given_name.clone()));
    claims
        .set_email(Some(EndUserEmail::new(person.email.clone())))
        .set_email_verified(person.email_verified)
        .set_given_name(Some(given_name))
}

pub(super) fn userinfo(state: &State) -> Claims {
    let person = &state.play.person;
    let subject = if state.breaks(Misbehaviour::OtherPerson) {
        "another"
    } else {
        &person.subject
    };
    let standard = StandardClaims::new(SubjectIdentifier::new(subject.to_owned()));
    let extra = Extra {
        usual_name: person.usual_name.clone(),
        siret: person.siret.clone(),
    };
    UserInfoClaims::new(personal(state, standard), extra)
}

pub(super) fn signed_userinfo(state: &State, claims: Claims) -> String {
    let audience = if state.breaks(Misbehaviour::WrongUserinfoAudience) {
        "another"
    } else {
        CLIENT_ID
    };
    let claims = claims
        .set_issuer(Some(IssuerUrl::new(state.issuer.clone()).unwrap()))
        .set_audiences(Some(vec![Audience::new(audience.to_owned())]));
    let token: UserInfoJsonWebToken<_, _, CoreJweContentEncryptionAlgorithm, _> =
        UserInfoJsonWebToken::new(
            claims,
            &state.key.0,
            CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
        )
        .unwrap();
    let token = serde_json::to_value(token).unwrap();
    let token = token.as_str().unwrap();
    if state.breaks(Misbehaviour::WrongUserinfoSignature) {
        return spoilt(token);
    }
    token.to_owned()
}

/// The same token with another signature.
fn spoilt(token: &str) -> String {
    let (said, signature) = token.rsplit_once('.').unwrap();
    let first = if signature.starts_with('A') { 'B' } else { 'A' };
    let rest: String = signature.chars().skip(1).collect();
    format!("{said}.{first}{rest}")
}
