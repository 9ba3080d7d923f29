//! Passkeys (Web Authentication, level 3): enrolment of a key, and sign-in by one without typing an address.
//!
//! The key checks the person (code, finger, face), so a passkey alone is two factors. Each ceremony has two requests: the
//! first gives options for the browser and a state that the caller keeps on the server and takes out once; the second
//! brings the browser's answer. The challenge is drawn by `webauthn-rs` from the system's randomness.
//!
//! The script `passkey.js` speaks with four addresses, always by `POST`, always in JSON, from the page's own origin. It
//! sends the fields of the button's form along (a CSRF token, a name for the key, where to go next).
//!
//! | Address | Request | Answer, 200 |
//! | --- | --- | --- |
//! | `/compte/cles/debut` | `{"fields": {…}}` | `{"id": "…", "options": Options}`, `options` from [`Passkeys::begin_enrolment`] |
//! | `/compte/cles/fin` | `{"fields": {…}, "id": "…", "answer": {…}}` | `{"location": "/…"}`, where to go |
//! | `/connexion/cle/debut` | `{"fields": {…}}` | `{"id": "…", "options": Options}`, `options` from [`Passkeys::begin_sign_in`] |
//! | `/connexion/cle/fin` | `{"fields": {…}, "id": "…", "answer": {…}}` | `{"location": "/…"}`, where to go |
//!
//! `id` names the kept state; `answer` is the `toJSON()` of the browser's `PublicKeyCredential`, given here as text; any
//! other status than 200 carries `{"message": "…"}`, which is shown beside the button:
//!
//! ```html
//! <form …>… <button type="button" hidden data-passkey="/connexion/cle" data-cancelled="…" data-already="…">…</button>
//! <p role="status"></p></form> <script type="module" src="…passkey.js"></script>
//! ```

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::Told;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use thiserror::Error;
use url::Url;
use webauthn_rs::Webauthn;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey as Credential, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Uuid, WebauthnBuilder, WebauthnError,
};

use super::hexadecimal;

/// How long a ceremony may last: a key may have to be fetched, and a code remembered.
pub const LONGEST_CEREMONY: TimeDelta = TimeDelta::minutes(5);
/// Keys of one account, at most: what a person can tell apart, and a bound on what is kept.
pub const MOST_KEYS: usize = 20;

/// This installation as keys see it.
pub struct Passkeys {
    webauthn: Webauthn,
}

/// Whose key is enrolled, as the device will show it.
#[derive(Debug, Clone, Copy)]
pub struct Owner<'a> {
    /// The account; it comes back at each sign-in.
    pub account: Uuid,
    /// What the account is told apart by: an e-mail address.
    pub address: &'a str,
    /// What the person is called.
    pub name: &'a str,
}

/// A key, as it is kept: a JSON text without any secret.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Passkey(Credential);

impl Passkey {
    /// What the key is found by: unique over all accounts.
    #[must_use]
    pub fn id(&self) -> String {
        hexadecimal(self.0.cred_id().as_slice())
    }
}

/// An enrolment on its way, to be kept on the server.
#[derive(Clone, Serialize, Deserialize)]
pub struct Enrolment {
    begun: DateTime<Utc>,
    account: Uuid,
    present: Vec<String>,
    state: PasskeyRegistration,
}

/// A sign-in on its way, to be kept on the server.
#[derive(Clone, Serialize, Deserialize)]
pub struct SignIn {
    begun: DateTime<Utc>,
    state: DiscoverableAuthentication,
}

/// An answer to a sign-in that was read, and not checked yet.
pub struct Claim {
    /// The account that the key says it belongs to.
    pub account: Uuid,
    /// The key to look up, as [`Passkey::id`] has it.
    pub key: String,
    answer: PublicKeyCredential,
}

/// Why a ceremony did not end. Nobody was signed in, and no key was kept.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PasskeyError {
    /// Keys belong to a name: the public address of this installation has none, or is not secure.
    #[error("passkeys need a public address of the form https://name, or http://localhost")]
    Address,
    /// What the browser sent cannot be read: begin again.
    #[error("the answer of the browser cannot be read")]
    Malformed,
    /// Begun too long ago, or answered to another question: begin again.
    #[error("this ceremony is over")]
    Stale,
    /// No such key, or not of this account: use another one.
    #[error("this key is not known")]
    Unknown,
    /// The device did not check who holds it: begin again with its code, finger or face.
    #[error("the device did not verify its owner")]
    Unverified,
    /// The key answered for another site: look at the address of the page.
    #[error("the key answered for another site")]
    Elsewhere,
    /// The key counts backwards: somebody may hold a copy of it.
    #[error("the key may have been copied")]
    Copied,
    /// The device already has a key of this account.
    #[error("the device already has a key of this account")]
    Already,
    /// The account has as many keys as it may.
    #[error("the account has {MOST_KEYS} keys already")]
    TooMany,
    /// The signature or another proof fails.
    #[error("the key cannot be verified: {0}")]
    Refused(String),
}

impl PasskeyError {
    /// What to tell the person: what happened and what to do.
    #[must_use]
    pub fn told(&self) -> Told {
        Told::new(match self {
            Self::Address => "passkey-address",
            Self::Malformed => "passkey-malformed",
            Self::Stale => "passkey-stale",
            Self::Unknown => "passkey-unknown",
            Self::Unverified => "passkey-unverified",
            Self::Elsewhere => "passkey-elsewhere",
            Self::Copied => "passkey-copied",
            Self::Already => "passkey-already",
            Self::TooMany => {
                let most = u64::try_from(MOST_KEYS).unwrap_or(u64::MAX);
                return Told::new("passkey-too-many").number("limit", most);
            }
            Self::Refused(_) => "passkey-refused",
        })
    }
}

impl From<WebauthnError> for PasskeyError {
    fn from(error: WebauthnError) -> Self {
        use WebauthnError as Fault;
        match error {
            Fault::MismatchedChallenge | Fault::ChallengeNotFound => Self::Stale,
            Fault::CredentialNotFound | Fault::InvalidUserUniqueId => Self::Unknown,
            Fault::UserNotPresent | Fault::UserNotVerified => Self::Unverified,
            Fault::InvalidRPOrigin | Fault::InvalidRPIDHash | Fault::CredentialCrossOrigin => {
                Self::Elsewhere
            }
            Fault::CredentialPossibleCompromise => Self::Copied,
            Fault::Configuration => Self::Address,
            Fault::InvalidClientDataType
            | Fault::ParseBase64Failure(_)
            | Fault::ParseCBORFailure(_)
            | Fault::ParseJSONFailure(_)
            | Fault::ParseNOMFailure
            | Fault::ParseInsufficientBytesAvailable => Self::Malformed,
            other => Self::Refused(other.to_string()),
        }
    }
}

impl Passkeys {
    /// `public` is the address that browsers know this installation by; `name` is what devices call it.
    pub fn at(public: &Url, name: &str) -> Result<Self, PasskeyError> {
        let host = public.domain().ok_or(PasskeyError::Address)?;
        // Browsers offer keys on secure pages only, and count their own machine among them.
        let own = host == "localhost" || host.ends_with(".localhost");
        if public.scheme() != "https" && !(own && public.scheme() == "http") {
            return Err(PasskeyError::Address);
        }
        let webauthn = WebauthnBuilder::new(host, public)?.rp_name(name).build()?;
        Ok(Self { webauthn })
    }

    /// Options for the browser to make a key; `present` are the keys of the account.
    pub fn begin_enrolment(
        &self,
        owner: Owner<'_>,
        present: &[Passkey],
        now: DateTime<Utc>,
    ) -> Result<(Value, Enrolment), PasskeyError> {
        if present.len() >= MOST_KEYS {
            return Err(PasskeyError::TooMany);
        }
        let known = present.iter().map(|key| key.0.cred_id().clone()).collect();
        let (options, state) = self.webauthn.start_passkey_registration(
            owner.account,
            owner.address,
            owner.name,
            Some(known),
        )?;
        let mut options = public_key(&options)?;
        // The key must know its account by itself, or nobody could sign in without typing an address.
        if let Some(wishes) = options.get_mut("authenticatorSelection") {
            wishes["residentKey"] = json!("required");
            wishes["requireResidentKey"] = json!(true);
        }
        let enrolment = Enrolment {
            begun: now,
            account: owner.account,
            present: present.iter().map(Passkey::id).collect(),
            state,
        };
        Ok((options, enrolment))
    }

    /// The key to keep, when the answer of the browser holds and the account is the one that began. The caller refuses a
    /// key whose [`Passkey::id`] is kept already.
    pub fn finish_enrolment(
        &self,
        enrolment: &Enrolment,
        account: Uuid,
        answer: &str,
        now: DateTime<Utc>,
    ) -> Result<Passkey, PasskeyError> {
        if enrolment.account != account {
            return Err(PasskeyError::Unknown);
        }
        in_time(enrolment.begun, now)?;
        let answer: RegisterPublicKeyCredential = read(answer)?;
        // The library has one word for a key that is there already and for one of a kind that was not asked for.
        if enrolment.present.contains(&hexadecimal(&answer.raw_id)) {
            return Err(PasskeyError::Already);
        }
        let key = self
            .webauthn
            .finish_passkey_registration(&answer, &enrolment.state)?;
        Ok(Passkey(key))
    }

    /// Options for the browser to ask for any key of this site.
    pub fn begin_sign_in(&self, now: DateTime<Utc>) -> Result<(Value, SignIn), PasskeyError> {
        let (options, state) = self.webauthn.start_discoverable_authentication()?;
        let sign_in = SignIn { begun: now, state };
        Ok((public_key(&options)?, sign_in))
    }

    /// Reads the answer of a sign-in, to know which key to look up. Nothing in it is proven yet.
    pub fn claim(&self, answer: &str) -> Result<Claim, PasskeyError> {
        let answer: PublicKeyCredential = read(answer)?;
        let (account, key) = self
            .webauthn
            .identify_discoverable_authentication(&answer)?;
        Ok(Claim {
            account,
            key: hexadecimal(key),
            answer,
        })
    }

    /// Checks a claim against the key that is kept, and the account that it is kept for. True when the key has changed (it
    /// counts its uses) and is to be kept again.
    pub fn finish_sign_in(
        &self,
        sign_in: SignIn,
        claim: &Claim,
        account: Uuid,
        key: &mut Passkey,
        now: DateTime<Utc>,
    ) -> Result<bool, PasskeyError> {
        if claim.account != account || claim.key != key.id() {
            return Err(PasskeyError::Unknown);
        }
        in_time(sign_in.begun, now)?;
        let checked = self.webauthn.finish_discoverable_authentication_v2(
            &claim.answer,
            sign_in.state,
            &key.0,
        )?;
        if !checked.user_verified() {
            return Err(PasskeyError::Unverified);
        }
        Ok(key.0.update_credential(&checked).unwrap_or_default())
    }
}

fn in_time(begun: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), PasskeyError> {
    if now - begun > LONGEST_CEREMONY {
        return Err(PasskeyError::Stale);
    }
    Ok(())
}

/// The part that browsers take: without `mediation`, which would wait for a field that the page does not have.
fn public_key(options: &impl Serialize) -> Result<Value, PasskeyError> {
    let options = serde_json::to_value(options).ok();
    let part = options.and_then(|mut options| options.get_mut("publicKey").map(Value::take));
    part.ok_or(PasskeyError::Malformed)
}

fn read<T: serde::de::DeserializeOwned>(answer: &str) -> Result<T, PasskeyError> {
    serde_json::from_str(answer).map_err(|_unreadable| PasskeyError::Malformed)
}
