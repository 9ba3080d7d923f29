//! When an address is asked again, and after how long.

use std::time::Duration;

use chrono::{DateTime, TimeDelta};
use ureq::http::header::{self, HeaderMap};
use ureq::http::{Response, StatusCode};

use super::{FetchError, text_of};

/// Times one fetch asks in vain before it gives up.
const MOST_TRIES: u32 = 3;
/// Longest wait that a server can ask for; one that wants more is left alone until the next run.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// What a server says when it cannot now, with the wait that it asks for.
pub(super) fn trouble<B>(response: &Response<B>) -> Option<(FetchError, Option<Duration>)> {
    let status = response.status();
    let failure = match status {
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            FetchError::Busy(status.as_u16())
        }
        _ if status.is_server_error() => FetchError::Status(status.as_u16()),
        _ => return None,
    };
    Some((failure, asked_wait(response.headers())))
}

/// Whether a failure without any answer may pass by itself.
pub(super) const fn may_pass(failure: &FetchError) -> bool {
    matches!(
        failure,
        FetchError::Unreachable(_) | FetchError::UnknownHost(_)
    )
}

/// How long to wait after so many tries in vain; nothing when it is time to give up.
pub(super) fn before_next(
    tries: u32,
    asked: Option<Duration>,
    pause: Duration,
) -> Option<Duration> {
    if tries >= MOST_TRIES {
        return None;
    }
    let own = pause.saturating_mul(1 << tries.saturating_sub(1));
    let wait = asked.map_or(own, |asked| asked.max(own));
    (wait <= LONGEST_WAIT).then_some(wait)
}

/// `Retry-After` in seconds, or as a day and an hour, which is set against the server's own clock (RFC 9110, 10.2.3).
fn asked_wait(headers: &HeaderMap) -> Option<Duration> {
    let asked = text_of(headers, &header::RETRY_AFTER)?.trim();
    if let Ok(seconds) = asked.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = DateTime::parse_from_rfc2822(asked).ok()?;
    let now = DateTime::parse_from_rfc2822(text_of(headers, &header::DATE)?).ok()?;
    let wait: TimeDelta = until - now;
    Some(wait.to_std().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(1, None, Some(2))]
    #[case(2, None, Some(4))]
    #[case(3, None, None)]
    #[case(1, Some(30), Some(30))]
    #[case(1, Some(0), Some(2))]
    #[case(1, Some(61), None)]
    #[case(3, Some(1), None)]
    fn waits_grow_follow_the_server_and_have_an_end(
        #[case] tries: u32,
        #[case] asked: Option<u64>,
        #[case] expected: Option<u64>,
    ) {
        let seconds = |value: Option<u64>| value.map(Duration::from_secs);
        let wait = before_next(tries, seconds(asked), Duration::from_secs(2));
        assert_eq!(wait, seconds(expected));
    }

    #[rstest]
    #[case("120", Some(120))]
    #[case(" 5 ", Some(5))]
    #[case("Wed, 25 Nov 2026 10:00:30 GMT", Some(30))]
    #[case("Wed, 25 Nov 2026 09:00:00 GMT", Some(0))]
    #[case("-1", None)]
    #[case("soon", None)]
    fn a_wait_is_read_in_seconds_and_as_an_instant(
        #[case] text: &str,
        #[case] expected: Option<u64>,
    ) {
        let response = Response::builder()
            .status(503)
            .header("date", "Wed, 25 Nov 2026 10:00:00 GMT")
            .header("retry-after", text)
            .body(())
            .unwrap();
        let (failure, wait) = trouble(&response).unwrap();
        assert_eq!(failure, FetchError::Busy(503));
        assert_eq!(wait, expected.map(Duration::from_secs));
    }
}
