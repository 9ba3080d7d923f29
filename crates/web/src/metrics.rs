//! Counters of requests and figures of the process, in the Prometheus text format at `/metrics`.
//!
//! Only this machine may read them: they say how much a service is used. A route is counted under its pattern,
//! never under its address, so that nothing of what people search is kept.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use axum::extract::{ConnectInfo, Extension, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::routes::{Needs, Routes};
use crate::state::AppState;

/// Upper bounds of the buckets of durations, in microseconds.
const BOUNDS_US: [u64; 7] = [250, 1_000, 5_000, 20_000, 100_000, 500_000, 2_000_000];

/// Classes of statuses, 1xx to 5xx.
const CLASSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];

/// Counters of requests, by route.
#[derive(Default)]
pub(crate) struct Metrics {
    routes: RwLock<HashMap<String, Arc<RouteCounts>>>,
    served: AtomicU64,
}

#[derive(Default)]
struct RouteCounts {
    classes: [AtomicU64; CLASSES.len()],
    buckets: [AtomicU64; BOUNDS_US.len()],
    total_us: AtomicU64,
}

impl Metrics {
    /// A number for the next request, unique in this process.
    pub(crate) fn next(&self) -> u64 {
        self.served.fetch_add(1, Ordering::Relaxed)
    }

    /// Counts an answer.
    pub(crate) fn record(&self, route: &str, status: StatusCode, took: Duration) {
        let counts = self.counts(route);
        let class = usize::from(status.as_u16() / 100).saturating_sub(1);
        if let Some(counter) = counts.classes.get(class) {
            counter.fetch_add(1, Ordering::Relaxed);
        }
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        counts.total_us.fetch_add(micros, Ordering::Relaxed);
        let bucket = BOUNDS_US.iter().position(|bound| micros <= *bound);
        if let Some(counter) = bucket.and_then(|bucket| counts.buckets.get(bucket)) {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn counts(&self, route: &str) -> Arc<RouteCounts> {
        let known = self.routes.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(counts) = known.get(route) {
            return Arc::clone(counts);
        }
        drop(known);
        let mut routes = self.routes.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(routes.entry(route.to_owned()).or_default())
    }

    /// The counters as text.
    pub(crate) fn render(&self) -> String {
        let mut text = String::from("# TYPE portulan_requests_total counter\n");
        let known = self.routes.read().unwrap_or_else(PoisonError::into_inner);
        let mut routes: Vec<_> = known
            .iter()
            .map(|(route, counts)| (route.clone(), Arc::clone(counts)))
            .collect();
        drop(known);
        routes.sort_by(|a, b| a.0.cmp(&b.0));
        for (route, counts) in &routes {
            for (class, counter) in CLASSES.iter().zip(&counts.classes) {
                let count = counter.load(Ordering::Relaxed);
                if count > 0 {
                    line(
                        &mut text,
                        format_args!(
                            "portulan_requests_total{{route=\"{route}\",status=\"{class}\"}} {count}"
                        ),
                    );
                }
            }
        }
        text.push_str("# TYPE portulan_request_seconds histogram\n");
        for (route, counts) in &routes {
            counts.render_durations(route, &mut text);
        }
        text
    }
}

impl RouteCounts {
    fn render_durations(&self, route: &str, text: &mut String) {
        let mut below = 0;
        for (bound, bucket) in BOUNDS_US.iter().zip(&self.buckets) {
            below += bucket.load(Ordering::Relaxed);
            let seconds = Duration::from_micros(*bound).as_secs_f64();
            line(
                text,
                format_args!(
                    "portulan_request_seconds_bucket{{route=\"{route}\",le=\"{seconds}\"}} {below}"
                ),
            );
        }
        let count: u64 = self
            .classes
            .iter()
            .map(|class| class.load(Ordering::Relaxed))
            .sum();
        let sum = Duration::from_micros(self.total_us.load(Ordering::Relaxed)).as_secs_f64();
        line(
            text,
            format_args!(
                "portulan_request_seconds_bucket{{route=\"{route}\",le=\"+Inf\"}} {count}"
            ),
        );
        line(
            text,
            format_args!("portulan_request_seconds_sum{{route=\"{route}\"}} {sum}"),
        );
        line(
            text,
            format_args!("portulan_request_seconds_count{{route=\"{route}\"}} {count}"),
        );
    }
}

fn line(text: &mut String, content: std::fmt::Arguments<'_>) {
    let _infallible = text.write_fmt(content);
    text.push('\n');
}

/// The route `/metrics`.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/metrics", Needs::Public, show)
}

async fn show(
    State(state): State<AppState>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
) -> Response {
    let local = peer.is_some_and(|Extension(ConnectInfo(peer))| peer.ip().is_loopback());
    if !local || headers.contains_key("x-forwarded-for") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut text = state.metrics.render();
    let directory = state.directory();
    gauge(&mut text, "portulan_places", directory.snapshot.len());
    gauge(&mut text, "portulan_revision", directory.revision.0);
    if let Some(bytes) = resident_bytes() {
        gauge(&mut text, "process_resident_memory_bytes", bytes);
    }
    (
        [(
            header::CONTENT_TYPE,
            "text/plain; version=0.0.4; charset=utf-8",
        )],
        text,
    )
        .into_response()
}

fn gauge(text: &mut String, name: &str, value: impl std::fmt::Display) {
    line(text, format_args!("# TYPE {name} gauge"));
    line(text, format_args!("{name} {value}"));
}

/// Memory of this process, where the system tells (Linux).
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let resident = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = resident.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kibibytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_route_class_and_duration() {
        let metrics = Metrics::default();
        metrics.record("/aide", StatusCode::OK, Duration::from_micros(900));
        metrics.record("/aide", StatusCode::OK, Duration::from_secs(9));
        metrics.record("/aide", StatusCode::NOT_FOUND, Duration::from_micros(1));
        let text = metrics.render();
        for expected in [
            "portulan_requests_total{route=\"/aide\",status=\"2xx\"} 2\n",
            "portulan_requests_total{route=\"/aide\",status=\"4xx\"} 1\n",
            "portulan_request_seconds_bucket{route=\"/aide\",le=\"0.00025\"} 1\n",
            "portulan_request_seconds_bucket{route=\"/aide\",le=\"2\"} 2\n",
            "portulan_request_seconds_bucket{route=\"/aide\",le=\"+Inf\"} 3\n",
            "portulan_request_seconds_count{route=\"/aide\"} 3\n",
        ] {
            assert!(text.contains(expected), "{expected} in\n{text}");
        }
    }
}
