//! One request and its short answer: what protocols need that is not a list.
//!
//! Asked once and never led on: a code that is worth a session must not be sent twice, nor anywhere else. Addresses are
//! judged as those of lists are.

use ureq::Agent;
use ureq::Error as WireError;
use ureq::http::{Request, Response};
use ureq::unversioned::transport::DefaultConnector;

use super::{AGENT, FetchError, Limits, addresses, before_answer, too_large, too_slow};

/// Sends a request and reads its answer whole, whatever its status.
pub(crate) fn exchange(
    request: Request<Vec<u8>>,
    limits: &Limits,
) -> Result<Response<Vec<u8>>, FetchError> {
    let url = addresses::checked(&request.uri().to_string(), limits.own_network)?;
    let config = Agent::config_builder()
        .proxy(None)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .timeout_connect(Some(limits.connect))
        .timeout_resolve(Some(limits.connect))
        .timeout_global(Some(limits.whole))
        .user_agent(AGENT)
        .accept_encoding("identity")
        .build();
    let guarded = addresses::Guarded::new(limits.own_network);
    let agent = Agent::with_parts(config, DefaultConnector::default(), guarded);
    let response = if request.body().is_empty() {
        agent.run(request.map(|_nothing| ()))
    } else {
        agent.run(request)
    };
    let response = response.map_err(|error| before_answer(error, &url, limits))?;
    let (head, body) = response.into_parts();
    let body = body.into_with_config().limit(limits.bytes).read_to_vec();
    let body = body.map_err(|error| match error {
        WireError::BodyExceedsLimit(_) => too_large(limits),
        WireError::Timeout(_) => too_slow(limits),
        _ => FetchError::CutShort,
    })?;
    Ok(Response::from_parts(head, body))
}
