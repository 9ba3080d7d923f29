//! Files that a route gives, as bytes: what is no text is not read as one.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use super::site::{Caller, Installation};

impl Installation {
    /// A file that somebody may have.
    pub(in crate::pages::tests) async fn file(&self, address: &str, caller: &Caller) -> Vec<u8> {
        let cookie = caller.cookie.as_deref().unwrap_or_default();
        let peer: SocketAddr = "127.0.0.1:9".parse().unwrap();
        let request = Request::get(address)
            .header(header::COOKIE, cookie)
            .extension(ConnectInfo(peer));
        let request = request.body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{address}");
        let body = response.into_body().collect().await.unwrap();
        body.to_bytes().to_vec()
    }
}
