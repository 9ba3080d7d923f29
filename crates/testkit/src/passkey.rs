//! A device that holds passkeys, with the browser around it: answers options as both would, and lies on demand.
//!
//! Its keys are ES256 and discoverable; it attests nothing. Layouts are those of Web Authentication, level 3: 5.8.1 for
//! the client data, 6.1 for the authenticator data, 6.5 for the attestation.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// What the device and its browser say of themselves.
#[derive(Debug, Clone)]
pub struct Device {
    /// The origin of the page that asks.
    pub origin: String,
    /// The site that the key answers for, when it is not that of the options.
    pub site: Option<String>,
    /// Whether the owner gave code, finger or face.
    pub verifies: bool,
    /// Uses so far; a device that shares its keys between machines stays at 0.
    pub count: u32,
    seed: u8,
    user: Vec<u8>,
}

impl Device {
    /// A device that browses `origin`; devices of different seeds hold different keys.
    #[must_use]
    pub fn browsing(origin: &str, seed: u8) -> Self {
        Self {
            origin: origin.to_owned(),
            site: None,
            verifies: true,
            count: 0,
            seed,
            user: Vec::new(),
        }
    }

    /// Makes a key, and gives what the browser sends.
    pub fn enrol(&mut self, options: &Value) -> String {
        self.user = BASE64_URL_SAFE_NO_PAD
            .decode(text(options, "/user/id"))
            .unwrap();
        let site = text(options, "/rp/id");
        let client = self.client_data("webauthn.create", options);
        let mut data = self.data(site, 0x40);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend([self.seed; 16]);
        data.extend(self.public_key());
        // {"fmt": "none", "attStmt": {}, "authData": bytes}
        let mut attestation = vec![0xa3, 0x63];
        attestation.extend(b"fmt\x64none\x67attStmt\xa0\x68authData\x58");
        attestation.push(u8::try_from(data.len()).unwrap());
        attestation.extend(data);
        let response = json!({
            "clientDataJSON": base64url(&client),
            "attestationObject": base64url(&attestation),
            "transports": ["internal"],
        });
        self.answer(&response)
    }

    /// Uses the key, and gives what the browser sends.
    #[must_use]
    pub fn sign_in(&self, options: &Value) -> String {
        let site = text(options, "/rpId");
        let client = self.client_data("webauthn.get", options);
        let data = self.data(site, 0);
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature: Signature = self.key().sign(&signed);
        let response = json!({
            "clientDataJSON": base64url(&client),
            "authenticatorData": base64url(&data),
            "signature": base64url(signature.to_der().as_bytes()),
            "userHandle": base64url(&self.user),
        });
        self.answer(&response)
    }

    fn answer(&self, response: &Value) -> String {
        let id = base64url(&[self.seed; 16]);
        json!({
            "id": id,
            "rawId": id,
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {},
        })
        .to_string()
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        json!({
            "type": kind,
            "challenge": text(options, "/challenge"),
            "origin": self.origin,
            "crossOrigin": false,
        })
        .to_string()
        .into_bytes()
    }

    /// The hash of the site, flags (present, verified, those given), and the count.
    fn data(&self, site: &str, flags: u8) -> Vec<u8> {
        let site = self.site.as_deref().unwrap_or(site);
        let verified = if self.verifies { 0x04 } else { 0 };
        let mut data = Sha256::digest(site.as_bytes()).to_vec();
        data.push(0x01 | verified | flags);
        data.extend(self.count.to_be_bytes());
        data
    }

    fn key(&self) -> SigningKey {
        SigningKey::from_slice(&[self.seed; 32]).unwrap()
    }

    /// `{1: 2, 3: -7, -1: 1, -2: x, -3: y}`: kty EC2, alg ES256, crv P-256 (RFC 9053, 7.1.1).
    fn public_key(&self) -> Vec<u8> {
        let point = self.key().verifying_key().to_sec1_point(false);
        let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32];
        key.extend(point.x().unwrap());
        key.extend([0x22, 0x58, 32]);
        key.extend(point.y().unwrap());
        key
    }
}

fn text<'a>(options: &'a Value, place: &str) -> &'a str {
    options.pointer(place).and_then(Value::as_str).unwrap()
}

fn base64url(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}
