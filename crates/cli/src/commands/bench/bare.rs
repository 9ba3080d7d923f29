//! The least that a server can do: send bytes that it holds, by axum alone.

use std::collections::HashMap;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

/// Name of its threads, by which their time is told apart.
pub(crate) const THREADS: &str = "bare-server";

/// A bare server that runs until it is dropped.
pub(crate) struct Bare {
    pub(crate) address: SocketAddr,
    runtime: Option<tokio::runtime::Runtime>,
}

impl Bare {
    /// Serves the bodies of some addresses.
    pub(crate) fn start(bodies: HashMap<String, Bytes>) -> std::io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .thread_name(THREADS)
            .enable_all()
            .build()?;
        let listener = TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let bodies = Arc::new(bodies);
        let router = Router::new().fallback(move |uri: Uri| {
            let bodies = Arc::clone(&bodies);
            async move { answer(&bodies, &uri) }
        });
        runtime.spawn(async move {
            if let Ok(listener) = tokio::net::TcpListener::from_std(listener) {
                let _until_dropped = axum::serve(listener, router).await;
            }
        });
        Ok(Self {
            address,
            runtime: Some(runtime),
        })
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        // A runtime cannot be waited for inside another one.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn answer(bodies: &HashMap<String, Bytes>, uri: &Uri) -> Response {
    let body = uri
        .path_and_query()
        .and_then(|address| bodies.get(address.as_str()));
    match body {
        Some(body) => ([(header::CONTENT_TYPE, "application/json")], body.clone()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
