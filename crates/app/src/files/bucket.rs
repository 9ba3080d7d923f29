//! Contents in a bucket of a store that speaks S3: each request signed (version 4), bounded in time and in bytes.
//!
//! `rusty-s3` writes the signed address and reads the lists; `ureq` asks. The operator names the store, so it may stand on a
//! private network. Neither keys nor signed addresses come into an error or a log.

use std::fmt;
use std::io::Read as _;
use std::time::Duration;

use chrono::DateTime;
use portulan_model::governance::Attachment;
use rusty_s3::actions::ListObjectsV2;
use rusty_s3::{Credentials, S3Action, UrlStyle};
use thiserror::Error;
use ureq::http::{Response, StatusCode};
use ureq::{Agent, Body, Error as WireError};
use url::Url;

use super::{FilesError, Found};

/// How long a signed address can be used: the time of the longest exchange.
const SIGNED_FOR: Duration = Duration::from_mins(5);
/// Time for a connection to stand.
const CONNECT: Duration = Duration::from_secs(10);
/// Bytes that are read of a refusal.
const REFUSAL_BYTES: u64 = 16 << 10;
/// Bytes that are read of a list of a thousand contents.
const LIST_BYTES: u64 = 4 << 20;
/// Lists of a thousand that are read at most.
const LISTS: usize = 1_000;
/// Where Amazon's own store answers.
const AMAZON: &str = "https://s3.{region}.amazonaws.com";
/// The region of stores that have none.
const NO_REGION: &str = "us-east-1";

/// What a bucket is opened with.
#[derive(Clone, Default)]
pub struct BucketSettings {
    /// `BUCKET`, or `BUCKET/PREFIX` where others share it.
    pub path: String,
    /// Where the store answers; Amazon's, where none is named.
    pub endpoint: Option<String>,
    /// The region that signatures name.
    pub region: Option<String>,
    /// The key that is known.
    pub key: String,
    /// The key that is not.
    pub secret: String,
}

/// Why a bucket cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SettingsError {
    /// The endpoint is no address.
    #[error("the endpoint is no address of the web")]
    Endpoint,
    /// A bucket or a prefix holds something else than letters, digits, `.`, `-` and `_`.
    #[error("the name of the bucket or its prefix cannot be used")]
    Path,
    /// A key is missing.
    #[error("the keys are missing")]
    Keys,
}

/// A bucket, and the part of it that is this installation's.
pub struct Bucket {
    at: rusty_s3::Bucket,
    prefix: String,
    credentials: Credentials,
    agent: Agent,
}

impl fmt::Debug for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.at.base_url().as_str();
        f.debug_tuple("Bucket").field(&place).finish()
    }
}

impl Bucket {
    /// Opens a bucket: nothing is asked of the store yet.
    pub fn open(settings: &BucketSettings) -> Result<Self, SettingsError> {
        if settings.key.is_empty() || settings.secret.is_empty() {
            return Err(SettingsError::Keys);
        }
        let path = settings.path.trim_end_matches('/');
        if !path.split('/').all(is_plain) {
            return Err(SettingsError::Path);
        }
        let (name, prefix) = path.split_once('/').unwrap_or((path, ""));
        let region = settings.region.as_deref().unwrap_or(NO_REGION);
        let endpoint = match &settings.endpoint {
            Some(endpoint) => endpoint.clone(),
            None => AMAZON.replace("{region}", region),
        };
        let endpoint = Url::parse(&endpoint).map_err(|_unread| SettingsError::Endpoint)?;
        let (name, region) = (name.to_owned(), region.to_owned());
        let bucket = rusty_s3::Bucket::new(endpoint, UrlStyle::Path, name, region);
        let prefix = match prefix {
            "" => String::new(),
            prefix => format!("{prefix}/"),
        };
        Ok(Self {
            at: bucket.map_err(|_no_web| SettingsError::Endpoint)?,
            prefix,
            credentials: Credentials::new(&settings.key, &settings.secret),
            agent: agent(),
        })
    }

    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> Result<(), FilesError> {
        let key = self.key(name);
        let url = signed(&self.at.put_object(Some(&self.credentials), &key));
        let answer = self.agent.put(url.as_str()).send(bytes);
        self.judged(answer)?;
        // Some stores answer well to what came to them cut short: what is there is measured.
        let url = signed(&self.at.head_object(Some(&self.credentials), &key));
        let there = self.judged(self.agent.head(url.as_str()).call())?;
        let kept = there.headers().get("content-length");
        let kept = kept.and_then(|text| text.to_str().ok()?.parse::<u64>().ok());
        let sent = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        match kept {
            Some(kept) if kept != sent => Err(FilesError::Half { kept, sent }),
            _ => Ok(()),
        }
    }

    pub(super) fn get(&self, name: &str) -> Result<Option<Vec<u8>>, FilesError> {
        let key = self.key(name);
        let url = signed(&self.at.get_object(Some(&self.credentials), &key));
        match self.judged(self.agent.get(url.as_str()).call()) {
            Ok(answer) => read(answer, Attachment::LARGEST + 1).map(Some),
            Err(error) => absent(error).map(|()| None),
        }
    }

    pub(super) fn remove(&self, name: &str) -> Result<(), FilesError> {
        let key = self.key(name);
        let url = signed(&self.at.delete_object(Some(&self.credentials), &key));
        match self.judged(self.agent.delete(url.as_str()).call()) {
            Ok(_) => Ok(()),
            Err(error) => absent(error),
        }
    }

    pub(super) fn list(&self) -> Result<Vec<Found>, FilesError> {
        let mut all = Vec::new();
        let mut after: Option<String> = None;
        for _ in 0..LISTS {
            let mut asked = self.at.list_objects_v2(Some(&self.credentials));
            if !self.prefix.is_empty() {
                asked.with_prefix(&self.prefix);
            }
            if let Some(token) = after {
                asked.with_continuation_token(token);
            }
            let url = signed(&asked);
            let answer = self.judged(self.agent.get(url.as_str()).call())?;
            let text = String::from_utf8_lossy(&read(answer, LIST_BYTES)?).into_owned();
            let listed = ListObjectsV2::parse_response(&text);
            let listed = listed.map_err(|error| FilesError::Unread(error.to_string()))?;
            let found = listed.contents.iter().filter_map(|one| {
                let digest = one.key.strip_prefix(&self.prefix)?.parse().ok()?;
                let written = one.last_modified.as_deref()?;
                let written = DateTime::parse_from_rfc3339(written).ok()?.to_utc();
                Some(Found { digest, written })
            });
            all.extend(found);
            after = listed.next_continuation_token;
            if after.is_none() {
                return Ok(all);
            }
        }
        Err(FilesError::Unread("the list has no end".to_owned()))
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    fn judged(
        &self,
        answer: Result<Response<Body>, WireError>,
    ) -> Result<Response<Body>, FilesError> {
        let answer = answer.map_err(|error| unreachable(&error))?;
        let status = answer.status();
        if status.is_success() {
            return Ok(answer);
        }
        let told = read(answer, REFUSAL_BYTES).unwrap_or_default();
        let code = code(&String::from_utf8_lossy(&told));
        if code == "NoSuchBucket" {
            return Err(FilesError::NoBucket(self.at.name().to_owned()));
        }
        let status = status.as_u16();
        Err(FilesError::Refused { status, code })
    }
}

fn agent() -> Agent {
    let config = Agent::config_builder()
        .proxy(None)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .timeout_connect(Some(CONNECT))
        .timeout_resolve(Some(CONNECT))
        .timeout_global(Some(SIGNED_FOR))
        .accept_encoding("identity")
        .build();
    Agent::new_with_config(config)
}

/// Signed at the machine's own instant, whatever clock the site is shown under: the store judges it by its own.
fn signed<'a>(action: &impl S3Action<'a>) -> Url {
    action.sign(SIGNED_FOR)
}

/// A part of a key that no address would resolve.
fn is_plain(part: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    !part.is_empty() && part.chars().all(plain) && !part.chars().all(|c| c == '.')
}

/// What is not there, where it was only that.
fn absent(error: FilesError) -> Result<(), FilesError> {
    match error {
        FilesError::Refused { status, .. } if status == StatusCode::NOT_FOUND => Ok(()),
        error => Err(error),
    }
}

fn read(answer: Response<Body>, most: u64) -> Result<Vec<u8>, FilesError> {
    let mut bytes = Vec::new();
    let mut body = answer.into_body().into_reader().take(most);
    let read = body.read_to_end(&mut bytes);
    read.map_err(|error| FilesError::Unreachable(error.kind().to_string()))?;
    Ok(bytes)
}

/// The word of a refusal: the `Code` of its XML, where it is a word.
fn code(text: &str) -> String {
    let within = text.split_once("<Code>").map(|(_, rest)| rest);
    let word = within.and_then(|rest| rest.split_once("</Code>"));
    let word = word.map_or("", |(word, _)| word);
    let letters = word.chars().filter(char::is_ascii_alphanumeric);
    letters.take(60).collect()
}

fn unreachable(error: &WireError) -> FilesError {
    FilesError::Unreachable(match error {
        WireError::Timeout(_) => "too slow".to_owned(),
        WireError::HostNotFound => "unknown host".to_owned(),
        WireError::Io(error) => error.to_string(),
        WireError::Rustls(error) => error.to_string(),
        // Others may repeat the address, which is signed.
        _ => "no exchange".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(path: &str) -> BucketSettings {
        BucketSettings {
            path: path.to_owned(),
            endpoint: Some("http://127.0.0.1:9".to_owned()),
            region: None,
            key: "CLE".to_owned(),
            secret: "tres-secret".to_owned(),
        }
    }

    #[test]
    fn a_bucket_is_named_in_plain_letters_and_its_keys_stay_under_its_prefix() {
        for wrong in ["", "/", "a/../b", "..", "a//b", "a b", "a?b", "é", "a/."] {
            let opened = Bucket::open(&settings(wrong)).map(drop);
            assert_eq!(opened, Err(SettingsError::Path), "{wrong:?}");
        }
        for (path, key) in [
            ("essai", "a"),
            ("essai/", "a"),
            ("essai/pre/fixe", "pre/fixe/a"),
        ] {
            assert_eq!(Bucket::open(&settings(path)).unwrap().key("a"), key);
        }
        let mut wrong = settings("essai");
        wrong.endpoint = Some("ftp://exemple.fr".to_owned());
        assert_eq!(Bucket::open(&wrong).map(drop), Err(SettingsError::Endpoint));
        wrong.secret.clear();
        assert_eq!(Bucket::open(&wrong).map(drop), Err(SettingsError::Keys));
    }

    #[test]
    fn what_fails_tells_neither_keys_nor_signed_addresses() {
        let bucket = Bucket::open(&settings("essai")).unwrap();
        let failed = bucket.get("a").unwrap_err();
        assert!(matches!(failed, FilesError::Unreachable(_)), "{failed:?}");
        for told in [failed.to_string(), format!("{failed:?} {bucket:?}")] {
            for secret in ["tres-secret", "CLE", "X-Amz"] {
                assert!(!told.contains(secret), "{told}");
            }
        }
    }

    #[test]
    fn the_word_of_a_refusal_is_a_word() {
        for (text, word) in [
            ("<Error><Code>AccessDenied</Code></Error>", "AccessDenied"),
            ("<Code>a\r\nb <i></Code>", "abi"),
            ("<Code>", ""),
            ("", ""),
        ] {
            assert_eq!(code(text), word, "{text}");
        }
    }
}
