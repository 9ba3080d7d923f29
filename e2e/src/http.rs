//! A plain HTTP client: status, headers, body, and when the first byte came.

use std::time::{Duration, Instant};

use anyhow::Result;
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::{HeaderMap, Method, Request, StatusCode};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body as text.
    pub text: String,
    /// Body as it came.
    pub bytes: Vec<u8>,
    /// From the request to the first byte of the body.
    pub first_byte: Duration,
    /// From the request to the end of the body.
    pub whole: Duration,
}

impl Answer {
    /// A header as text, empty when absent.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The body as JSON.
    pub fn json(&self) -> Result<serde_json::Value> {
        Ok(serde_json::from_str(&self.text)?)
    }
}

/// GET without any header.
pub async fn get(address: &str) -> Result<Answer> {
    ask(Method::GET, address, &[]).await
}

/// Any method, with headers.
pub async fn ask(method: Method, address: &str, headers: &[(&str, &str)]) -> Result<Answer> {
    send(method, address, headers, String::new()).await
}

/// A form of `name=value` pairs.
pub async fn post(address: &str, headers: &[(&str, &str)], form: &str) -> Result<Answer> {
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    let headers = [&kind, headers].concat();
    send(Method::POST, address, &headers, form.to_owned()).await
}

/// Any method, with headers and a body.
pub async fn send(
    method: Method,
    address: &str,
    headers: &[(&str, &str)],
    body: String,
) -> Result<Answer> {
    let client: Client<HttpConnector, Full<Bytes>> =
        Client::builder(TokioExecutor::new()).build_http();
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let started = Instant::now();
    let response = client.request(request.body(Full::from(body))?).await?;
    let (status, headers) = (response.status(), response.headers().clone());
    let mut body = response.into_body();
    let mut bytes = Vec::new();
    let mut first_byte = None;
    while let Some(frame) = body.frame().await {
        first_byte.get_or_insert_with(|| started.elapsed());
        if let Ok(data) = frame?.into_data() {
            bytes.extend_from_slice(&data);
        }
    }
    let whole = started.elapsed();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(Answer {
        status,
        headers,
        text,
        bytes,
        first_byte: first_byte.unwrap_or(whole),
        whole,
    })
}
