//! The least that a server can do: send bytes that it holds, by axum alone, in a process of its own like the product.

use std::collections::HashMap;
use std::io::BufRead;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use crate::outcome::{Failure, say};

/// Serves the bodies that standard input gives, a JSON pair of address and body on each line, until it is stopped.
pub(crate) async fn bare() -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::internal("serveur nu", &error);
    let mut bodies: HashMap<String, Bytes> = HashMap::new();
    for line in std::io::stdin().lock().lines() {
        let (address, body): (String, String) = serde_json::from_str(&line.map_err(failed)?)
            .map_err(|error| Failure::Usage(error.to_string()))?;
        bodies.insert(address, Bytes::from(body));
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    say(&format!("http://{address}/"));
    let bodies = Arc::new(bodies);
    let router = Router::new().fallback(move |uri: Uri| {
        let bodies = Arc::clone(&bodies);
        async move { answer(&bodies, &uri) }
    });
    axum::serve(listener, router).await.map_err(failed)
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
