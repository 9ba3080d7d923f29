//! What every request goes through: an id, limits of size, time and rate, security headers, metrics, one log line.
//!
//! [`wrap`] is the only door: pages and API sit behind the same layers. The log names routes, never what people
//! search.

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state, map_response};
use axum::response::Response;
use governor::clock::Clock as _;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutLayer};

use crate::errors::{self, Asked, Fault};
use crate::routes::Routes;
use crate::state::{AppState, Settings};

/// Largest body read, in bytes: a form.
const BODY_BYTES: usize = 64 * 1024;
/// Largest long form read, in bytes: a mapping of 4 MiB, percent-encoded.
const LONG_FORM_BYTES: usize = 16 << 20;
/// Largest file read, in bytes, with what a form adds to it. It is written to the disk as it comes.
const FILE_BYTES: usize = (2 << 30) + BODY_BYTES;
/// Longest path and query read, in bytes: a polygon of 200 points, percent-encoded, holds.
const ADDRESS_BYTES: usize = 16 * 1024;
/// Longest time to make an answer's head.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);
/// The same where a large file comes in first: 2 GiB over a slow line.
const FILE_WITHIN: Duration = Duration::from_hours(2);

/// Longest pause in a body: half of a file must not hold its place for two hours.
const PAUSE: Duration = Duration::from_secs(15);

/// Everything comes from this server; nothing may frame it; nothing inline runs.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
     connect-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const SECURITY_HEADERS: [(HeaderName, HeaderValue); 6] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(CONTENT_SECURITY_POLICY),
    ),
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("geolocation=(self), camera=(), microphone=()"),
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

/// A year, here and on the names under this one; sent only by sites that are reached over TLS.
const STRICT_TRANSPORT: HeaderValue =
    HeaderValue::from_static("max-age=31536000; includeSubDomains");

/// Answers that whoever watches over the site wants to see: a sign-in that fails, a right that is missing, a form of
/// another site, what is too much. The log of the proxy says who, under the same id.
const REFUSALS: [StatusCode; 3] = [
    StatusCode::FORBIDDEN,
    StatusCode::PAYLOAD_TOO_LARGE,
    StatusCode::TOO_MANY_REQUESTS,
];

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The id of a request, shown to the person when something fails and written in the log.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(pub(crate) String);

/// How much a route reads, kept with its answer so that a refusal can say it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BodyLimit(pub(crate) usize);

/// Puts every layer around the routes. Outermost first: id, rate, words for faults; compression; time; panics; size.
pub(crate) fn wrap(routes: Routes, state: &AppState) -> Router {
    bounded(routes.short, BODY_BYTES, ANSWER_WITHIN)
        .merge(bounded(routes.long, LONG_FORM_BYTES, ANSWER_WITHIN))
        .merge(bounded(routes.files, FILE_BYTES, FILE_WITHIN))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(state.clone(), around))
        .with_state(state.clone())
}

fn bounded(routes: Router<AppState>, bytes: usize, within: Duration) -> Router<AppState> {
    let late = StatusCode::SERVICE_UNAVAILABLE;
    routes
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(bytes))
        .layer(RequestBodyTimeoutLayer::new(PAUSE))
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(late, within))
        .layer(map_response(move |mut response: Response| async move {
            response.extensions_mut().insert(BodyLimit(bytes));
            response
        }))
}

async fn around(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = RequestId(format!("{:016x}", request_number(&state)));
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let asked = Asked {
        path: request.uri().path().to_owned(),
        headers: spoken_languages(request.headers()),
        request: id.0.clone(),
    };
    request.extensions_mut().insert(id.clone());
    let mut response = match refuse(&state, &request) {
        Some(fault) => errors::respond(&state, &asked, &fault),
        None => errors::recast(&state, &asked, next.run(request).await),
    };
    dress(response.headers_mut(), &state.settings, &id);
    let took = started.elapsed();
    let status = response.status();
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    state.metrics.record(route, status, took);
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    if status.is_server_error() {
        tracing::error!(request = id.0, %method, route, status = status.as_u16(), micros, "request failed");
    } else if REFUSALS.contains(&status) {
        tracing::info!(request = id.0, %method, route, status = status.as_u16(), micros, "request refused");
    } else {
        tracing::debug!(request = id.0, %method, route, status = status.as_u16(), micros, "request");
    }
    response
}

/// What is refused before any handler sees it.
fn refuse(state: &AppState, request: &Request) -> Option<Fault> {
    if request
        .headers()
        .get_all(header::HOST)
        .iter()
        .nth(1)
        .is_some()
    {
        return Some(Fault::BadRequest);
    }
    let address = request
        .uri()
        .path_and_query()
        .map_or(0, |address| address.as_str().len());
    if address > ADDRESS_BYTES {
        return Some(Fault::AddressTooLong);
    }
    let wait =
        client(request, state.settings.trust_proxy).and_then(|client| state.limits.wait(client))?;
    Some(Fault::TooMany {
        seconds: wait.as_secs().saturating_add(1),
    })
}

/// The only headers that an error page reads.
fn spoken_languages(headers: &HeaderMap) -> HeaderMap {
    let kept = [header::ACCEPT_LANGUAGE, header::COOKIE];
    kept.into_iter()
        .filter_map(|name| Some((name.clone(), headers.get(name)?.clone())))
        .collect()
}

fn dress(headers: &mut HeaderMap, settings: &Settings, id: &RequestId) {
    for (name, value) in SECURITY_HEADERS {
        headers.entry(name).or_insert(value);
    }
    if settings.public_url.starts_with("https://") {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT);
    }
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        headers.insert(REQUEST_ID, value);
    }
}

/// Unique on this node: the instant in front, a counter behind.
fn request_number(state: &AppState) -> u64 {
    let millis = u64::try_from(state.now().timestamp_millis()).unwrap_or_default();
    (millis << 20) | (state.metrics.next() & 0xf_ffff)
}

/// The address that asks: the last hop that the trusted proxy saw, or the peer of the connection.
fn client(request: &Request, trust_proxy: bool) -> Option<IpAddr> {
    client_of(request.extensions(), request.headers(), trust_proxy)
}

/// The same, from the parts of a request.
pub(crate) fn client_of(
    extensions: &Extensions,
    headers: &HeaderMap,
    trust_proxy: bool,
) -> Option<IpAddr> {
    let peer = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0.ip());
    if !trust_proxy {
        return peer;
    }
    let forwarded = headers
        .get("x-forwarded-for")
        .and_then(|value| value.to_str().ok());
    forwarded
        .and_then(|list| list.rsplit(',').next())
        .and_then(|last| last.trim().parse().ok())
        .or(peer)
}

/// How often one address may ask.
pub(crate) struct Limits {
    limiter: Option<DefaultKeyedRateLimiter<IpAddr>>,
    /// For what strangers write here.
    proposals: Option<DefaultKeyedRateLimiter<IpAddr>>,
    trust_proxy: bool,
}

impl Limits {
    /// Proposals from one address at once, then one a minute: a library behind one address passes, a flood does not.
    const PROPOSALS_AT_ONCE: NonZeroU32 = NonZeroU32::new(10).unwrap();
    /// Short bursts, such as a page and its map, are ten seconds' worth of requests.
    const BURST_SECONDS: u32 = 10;

    pub(crate) fn new(settings: &Settings) -> Self {
        let limiter = settings.rate.map(|rate| {
            let burst = rate
                .saturating_mul(NonZeroU32::new(Self::BURST_SECONDS).unwrap_or(NonZeroU32::MIN));
            RateLimiter::keyed(Quota::per_second(rate).allow_burst(burst))
        });
        let proposals = settings.rate.map(|_| {
            let quota = Quota::per_minute(NonZeroU32::MIN);
            RateLimiter::keyed(quota.allow_burst(Self::PROPOSALS_AT_ONCE))
        });
        Self {
            limiter,
            proposals,
            trust_proxy: settings.trust_proxy,
        }
    }

    /// How long to wait, when the address has asked too often.
    fn wait(&self, address: IpAddr) -> Option<Duration> {
        self.wait_for(self.limiter.as_ref()?, address)
    }

    /// The same, for a proposal.
    pub(crate) fn wait_to_propose(&self, address: IpAddr) -> Option<Duration> {
        self.wait_for(self.proposals.as_ref()?, address)
    }

    fn wait_for(
        &self,
        limiter: &DefaultKeyedRateLimiter<IpAddr>,
        address: IpAddr,
    ) -> Option<Duration> {
        if address.is_loopback() && !self.trust_proxy {
            return None;
        }
        limiter
            .check_key(&address)
            .err()
            .map(|not_until| not_until.wait_time_from(limiter.clock().now()))
    }

    /// Forgets addresses that have been quiet, so that memory stays bounded.
    pub(crate) fn forget_quiet(&self) {
        for limiter in [&self.limiter, &self.proposals].into_iter().flatten() {
            limiter.retain_recent();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(rate: u32, trust_proxy: bool) -> Limits {
        Limits::new(&Settings {
            rate: NonZeroU32::new(rate),
            trust_proxy,
            ..Settings::default()
        })
    }

    #[test]
    fn an_address_that_asks_too_often_waits_and_the_others_do_not() {
        let limits = limits(1, false);
        let (busy, calm) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        let passed = (0..50).filter(|_| limits.wait(busy).is_none()).count();
        assert_eq!(passed, 10, "ten seconds' worth, then no more");
        assert!(limits.wait(calm).is_none());
    }

    #[test]
    fn an_address_proposes_a_little_at_once_and_then_slowly() {
        let limits = limits(30, false);
        let (busy, calm) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        let passed = (0..50).filter(|_| limits.wait_to_propose(busy).is_none());
        assert_eq!(passed.count(), 10);
        assert!(limits.wait_to_propose(calm).is_none());
        assert!(limits.wait(busy).is_none(), "reading goes on");
    }

    #[test]
    fn the_machine_itself_is_limited_only_behind_a_proxy() {
        let loopback = IpAddr::from([127, 0, 0, 1]);
        assert!((0..50).all(|_| limits(1, false).wait(loopback).is_none()));
        let behind = limits(1, true);
        assert!((0..50).any(|_| behind.wait(loopback).is_some()));
    }

    #[test]
    fn a_forwarded_address_is_believed_only_from_a_trusted_proxy() {
        let mut request = Request::new(axum::body::Body::empty());
        let peer: SocketAddr = "198.51.100.7:9".parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        request.headers_mut().insert(
            "x-forwarded-for",
            HeaderValue::from_static("10.0.0.1, 203.0.113.9"),
        );
        assert_eq!(client(&request, false), Some(peer.ip()));
        assert_eq!(client(&request, true), Some(IpAddr::from([203, 0, 113, 9])));
    }
}
