//! Answers made a moment ago, and how a client knows that its copy still holds.
//!
//! What the API says depends on the revision of the directory and, for "open now", on the minute: opening hours change
//! on whole minutes. Both make the entity tag; within them the same address has the same answer, kept here as bytes. What
//! governs depends on the day instead.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use portulan_model::Revision;

use super::negotiation::Format;

/// Bytes of answers kept at once. Beyond, all are dropped: those that are asked often come back at once.
const KEPT_BYTES: usize = 16 * 1024 * 1024;
/// Bytes of the largest answer kept: a page of a hundred places.
const LARGEST_BYTES: usize = 256 * 1024;

/// When an answer holds: one revision, one minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Edition {
    revision: i64,
    minute: i64,
}

impl Edition {
    pub(crate) fn new(revision: Revision, now: DateTime<Utc>) -> Self {
        Self {
            revision: revision.0,
            minute: now.timestamp().div_euclid(60),
        }
    }

    /// What depends on the day alone holds until the next one.
    pub(crate) fn of_day(revision: Revision, day: NaiveDate) -> Self {
        Self::new(revision, day.and_time(NaiveTime::MIN).and_utc())
    }

    /// The instant at which answers of this edition are true: the start of its minute.
    pub(crate) fn instant(self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.minute.saturating_mul(60), 0).unwrap_or_default()
    }

    /// The entity tag of an answer in a format. Weak: compression changes bytes, not meaning.
    fn tag(self, format: Format) -> String {
        format!(
            "W/\"{}-{:x}-{}\"",
            self.revision,
            self.minute,
            format.slug()
        )
    }
}

/// Bytes of whole documents kept at once, and of the largest: the governance of a country of 2 000 bodies has 16 MB.
const DOCUMENTS_BYTES: usize = 48 * 1024 * 1024;
const LARGEST_DOCUMENT_BYTES: usize = 32 * 1024 * 1024;

/// The answers of one edition.
pub(crate) struct Answers {
    kept: Mutex<Kept>,
    /// Bytes kept at once, and of the largest that is kept.
    room: usize,
    largest: usize,
}

impl Default for Answers {
    fn default() -> Self {
        Self::with_room(KEPT_BYTES, LARGEST_BYTES)
    }
}

#[derive(Default)]
struct Kept {
    edition: Edition,
    bytes: usize,
    answers: HashMap<String, Bytes>,
}

impl Answers {
    /// Room for whole documents, which take long to write and hold for a day.
    pub(crate) fn of_documents() -> Self {
        Self::with_room(DOCUMENTS_BYTES, LARGEST_DOCUMENT_BYTES)
    }

    fn with_room(room: usize, largest: usize) -> Self {
        Self {
            kept: Mutex::default(),
            room,
            largest,
        }
    }

    /// The answer that the address had in this edition.
    pub(crate) fn find(&self, edition: Edition, key: &str) -> Option<Bytes> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.edition == edition {
            kept.answers.get(key).cloned()
        } else {
            None
        }
    }

    /// Keeps an answer. Those of another edition are dropped.
    pub(crate) fn keep(&self, edition: Edition, key: String, body: &Bytes) {
        let size = body.len() + key.len();
        if size > self.largest {
            return;
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.edition != edition || kept.bytes + size > self.room {
            *kept = Kept {
                edition,
                ..Kept::default()
            };
        }
        kept.bytes += size;
        kept.answers.insert(key, body.clone());
    }
}

/// 304 when the client's copy still holds.
pub(crate) fn unchanged(headers: &HeaderMap, edition: Edition, format: Format) -> Option<Response> {
    let known = headers.get(header::IF_NONE_MATCH)?.to_str().ok()?;
    let tag = edition.tag(format);
    let strong = tag.trim_start_matches("W/");
    let same = known
        .split(',')
        .map(|one| one.trim().trim_start_matches("W/"))
        .any(|one| one == strong || one == "*");
    same.then(|| (StatusCode::NOT_MODIFIED, validators(edition, format)).into_response())
}

/// A body in its format, with what a client needs to ask again cheaply.
pub(crate) fn answer(edition: Edition, format: Format, body: impl IntoResponse) -> Response {
    let mut response = (validators(edition, format), body).into_response();
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(format.content_type()),
    );
    response
}

fn validators(edition: Edition, format: Format) -> [(HeaderName, HeaderValue); 3] {
    let tag =
        HeaderValue::from_str(&edition.tag(format)).unwrap_or(HeaderValue::from_static("W/\"0\""));
    [
        (header::ETAG, tag),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, no-cache"),
        ),
        (header::VARY, HeaderValue::from_static("accept")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(revision: i64, second: i64) -> Edition {
        Edition::new(
            Revision(revision),
            DateTime::from_timestamp(second, 0).unwrap(),
        )
    }

    #[test]
    fn an_answer_lives_until_the_revision_or_the_minute_moves() {
        let answers = Answers::default();
        let body = Bytes::from_static(b"{}");
        answers.keep(edition(1, 60), "a".to_owned(), &body);
        assert_eq!(answers.find(edition(1, 119), "a"), Some(body.clone()));
        assert_eq!(answers.find(edition(1, 120), "a"), None);
        assert_eq!(answers.find(edition(2, 60), "a"), None);
        assert_eq!(answers.find(edition(1, 60), "b"), None);
    }

    #[test]
    fn answers_kept_never_take_more_than_their_share_of_memory() {
        let answers = Answers::default();
        let body = Bytes::from(vec![0; LARGEST_BYTES / 2]);
        for number in 0..1_000 {
            answers.keep(edition(1, 60), number.to_string(), &body);
        }
        assert!(answers.kept.lock().unwrap().bytes <= KEPT_BYTES);
        answers.keep(
            edition(1, 60),
            "large".to_owned(),
            &Bytes::from(vec![0; LARGEST_BYTES + 1]),
        );
        assert_eq!(answers.find(edition(1, 60), "large"), None);
    }

    #[test]
    fn a_document_of_a_day_lives_until_the_revision_or_the_day_moves() {
        let documents = Answers::of_documents();
        let day: NaiveDate = "2026-11-30".parse().unwrap();
        let next = day.succ_opt().unwrap();
        let large = Bytes::from(vec![0; LARGEST_BYTES + 1]);
        let of = |number, day| Edition::of_day(Revision(number), day);
        documents.keep(of(1, day), "pays-fr".to_owned(), &large);
        assert_eq!(documents.find(of(1, day), "pays-fr"), Some(large));
        assert_eq!(documents.find(of(1, next), "pays-fr"), None);
        assert_eq!(documents.find(of(2, day), "pays-fr"), None);
    }

    #[test]
    fn a_copy_that_still_holds_is_not_sent_again() {
        let mut headers = HeaderMap::new();
        let now = edition(7, 600);
        assert!(unchanged(&headers, now, Format::Json).is_none());
        headers.insert(
            header::IF_NONE_MATCH,
            HeaderValue::from_str(&now.tag(Format::Json)).unwrap(),
        );
        assert_eq!(
            unchanged(&headers, now, Format::Json).unwrap().status(),
            StatusCode::NOT_MODIFIED
        );
        assert!(unchanged(&headers, now, Format::Csv).is_none());
        assert!(unchanged(&headers, edition(8, 600), Format::Json).is_none());
    }
}
