//! Data of persons in the journal: each person has a key, and a line about them is stored under it.
//!
//! XChaCha20-Poly1305, with a nonce of 24 bytes drawn for each line; what else the line says is authenticated with it,
//! so that no text can be moved to another line. Without the key, what is stored says nothing any more: the line
//! stays as it was sealed, and reads as erased. A line about somebody who is erased is written under a key that
//! nobody keeps.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use portulan_model::journal::{Content, Entry, Subject, Told};

use crate::copy::unhex;
use crate::db::{Tx, on};
use crate::error::StoreError;
use crate::operator::hex;
use crate::{journal, sql};

/// Length of a key, in bytes.
const KEY_BYTES: usize = 32;
/// Length of a nonce, in bytes.
const NONCE_BYTES: usize = Subject::DRAWN - KEY_BYTES;

/// What is authenticated with the text, beside the name of the person.
pub(crate) struct Bound<'a> {
    pub(crate) at: i64,
    pub(crate) author: &'a str,
    pub(crate) behalf: Option<&'a str>,
    pub(crate) object: &'a str,
    pub(crate) deed: &'a str,
    pub(crate) request: &'a str,
}

/// What a line keeps of reason, before and after: a nonce and the text under the key, in hexadecimal.
pub(crate) async fn hide(
    tx: &mut Tx,
    entry: &Entry,
    subject: &Subject,
) -> Result<String, StoreError> {
    let person = subject.person().to_string();
    let (fresh, nonce) = subject.drawn().split_at(KEY_BYTES);
    let key = key(tx, &person, fresh).await?;
    let told = Told {
        reason: entry.reason.clone(),
        before: entry.before.clone(),
        after: entry.after.clone(),
    };
    let wrong = |reason: &str| StoreError::corrupt("journal", &entry.object, &reason);
    let text = serde_json::to_vec(&told).map_err(|error| wrong(&error.to_string()))?;
    let author = journal::author_word(&entry.author);
    let bound = Bound {
        at: entry.at.timestamp_millis(),
        author: &author,
        behalf: entry.behalf.as_deref(),
        object: &entry.object,
        deed: entry.deed.word(),
        request: &entry.request,
    };
    let bound = bound.bytes(&person)?;
    let cipher = cipher(&key).ok_or_else(|| wrong("key"))?;
    let payload = Payload {
        msg: &text,
        aad: &bound,
    };
    let nonce_of = XNonce::try_from(nonce).map_err(|_length| wrong("nonce"))?;
    let hidden = cipher
        .encrypt(&nonce_of, payload)
        .map_err(|_opaque| wrong("too long"))?;
    Ok(hex(nonce) + &hex(&hidden))
}

/// Reads what a line keeps, with the key of the person where it is still there.
pub(crate) fn show(
    bound: &Bound<'_>,
    person: &str,
    hidden: &str,
    secret: Option<&str>,
) -> Result<Content, StoreError> {
    let Some(secret) = secret else {
        return Ok(Content::Erased);
    };
    let wrong = |reason: &str| StoreError::corrupt("journal", &bound.object, &reason);
    let hidden = unhex(hidden).ok_or_else(|| wrong("not hexadecimal"))?;
    let (nonce, text) = hidden
        .split_at_checked(NONCE_BYTES)
        .ok_or_else(|| wrong("too short"))?;
    let nonce = XNonce::try_from(nonce).map_err(|_length| wrong("nonce"))?;
    let key = unhex(secret).and_then(|key| cipher(&key));
    let cipher = key.ok_or_else(|| wrong("key"))?;
    let payload = Payload {
        msg: text,
        aad: &bound.bytes(person)?,
    };
    let text = cipher
        .decrypt(&nonce, payload)
        .map_err(|_opaque| wrong("not what was written under the key of the person"))?;
    let told = serde_json::from_slice(&text).map_err(|error| wrong(&error.to_string()))?;
    Ok(Content::Told(told))
}

/// The key of a person: kept from the first line on; for somebody who is erased, one that nobody keeps.
async fn key(tx: &mut Tx, person: &str, fresh: &[u8]) -> Result<Vec<u8>, StoreError> {
    on!(&mut *tx, c => {
        sqlx::query(sql::DRAW_KEY).bind(person).bind(hex(fresh)).execute(c).await.map(drop)
    })?;
    let secret = on!(tx, c => {
        sqlx::query_scalar::<_, Option<String>>(sql::PERSON_KEY).bind(person).fetch_one(c).await
    })?;
    match secret {
        None => Ok(fresh.to_vec()),
        Some(secret) => unhex(&secret)
            .ok_or_else(|| StoreError::corrupt("person_key", &person, &"not hexadecimal")),
    }
}

fn cipher(key: &[u8]) -> Option<XChaCha20Poly1305> {
    XChaCha20Poly1305::new_from_slice(key).ok()
}

impl Bound<'_> {
    fn bytes(&self, person: &str) -> Result<Vec<u8>, StoreError> {
        let all = (
            self.at,
            self.author,
            self.behalf,
            self.object,
            self.deed,
            self.request,
            person,
        );
        serde_json::to_vec(&all)
            .map_err(|error| StoreError::corrupt("journal", &self.object, &error))
    }
}
