//! Listens, and stops without cutting an answer short.
//!
//! Each connection has a time limit for the head of a request, so that half-sent requests do not pile up, and there
//! are only so many connections. HTTP/1.1 in clear: TLS and HTTP/2 are the proxy's.

use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{interval, sleep};
use tower::ServiceExt as _;

use crate::state::AppState;

/// Connections open at once. Those that come after wait in the queue of the system.
const CONNECTIONS: usize = 2_048;
/// Time given to send the head of a request, and to an idle connection.
const HEAD_WITHIN: Duration = Duration::from_secs(10);
/// Time given to answers under way when the server is asked to stop.
const STOP_WITHIN: Duration = Duration::from_secs(10);
/// Pause when the system cannot accept (out of file descriptors).
const ACCEPT_AGAIN_AFTER: Duration = Duration::from_millis(100);
/// How often addresses that have been quiet are forgotten.
const FORGET_EVERY: Duration = Duration::from_mins(1);

/// Serves until `shutdown` resolves; answers under way are then given [`STOP_WITHIN`] to end.
pub async fn serve(
    state: AppState,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let limits = Arc::clone(&state.limits);
    let router = crate::router(state);
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut shutdown = pin!(shutdown);
    let mut forget = interval(FORGET_EVERY);
    loop {
        tokio::select! {
            () = &mut shutdown => break,
            _ = forget.tick() => limits.forget_quiet(),
            (stream, peer, permit) = accept(&listener, &room) => {
                let connection = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .header_read_timeout(HEAD_WITHIN)
                    .serve_connection(TokioIo::new(stream), service(router.clone(), peer));
                let connection = graceful.watch(connection);
                tokio::spawn(async move {
                    if let Err(error) = connection.await {
                        tracing::trace!(%error, "connection ended early");
                    }
                    drop(permit);
                });
            }
        }
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = sleep(STOP_WITHIN) => tracing::warn!("some answers were cut: they took too long to end"),
    }
    Ok(())
}

async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, Option<OwnedSemaphorePermit>) {
    let permit = Arc::clone(room).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                let _best_effort = stream.set_nodelay(true);
                return (stream, peer, permit);
            }
            Err(error) => {
                tracing::warn!(%error, "cannot accept connections for now");
                sleep(ACCEPT_AGAIN_AFTER).await;
            }
        }
    }
}

fn service(
    router: Router,
    peer: SocketAddr,
) -> impl hyper::service::Service<
    hyper::Request<Incoming>,
    Response = axum::response::Response,
    Error = std::convert::Infallible,
    Future: Send,
> {
    hyper::service::service_fn(move |request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(axum::body::Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request)
    })
}
