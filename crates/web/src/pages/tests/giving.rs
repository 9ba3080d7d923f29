//! What is given back over the web is what the command line writes.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use portulan_app::giving::{self, Parts};

use tower::ServiceExt as _;

use super::Site;
use crate::pages::giving::FILES;

#[tokio::test]
async fn the_files_of_data_inclusion_are_those_of_the_command_line() {
    let site = Site::open().await;
    let mut written: [Vec<u8>; 6] = Default::default();
    let [
        structures,
        services,
        structures_csv,
        services_csv,
        left_out,
        losses,
    ] = &mut written;
    let parts = Parts {
        structures,
        services,
        structures_csv,
        services_csv,
        left_out,
        losses,
    };
    let today = site.app.now().date_naive();
    let given = giving::data_inclusion(&site.app.directory(), today, parts).unwrap();
    assert!(given.structures > 10, "{given:?}");
    for (file, expected) in FILES.into_iter().zip(&written) {
        let (status, body) = site.get(&format!("/donnees/data-inclusion/{file}")).await;
        assert_eq!(status, StatusCode::OK, "{file}");
        assert_eq!(body.as_bytes(), expected, "{file}");
    }
    let (status, _) = site.get("/donnees/data-inclusion/rien.json").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

/// Browsers ask for packed answers; a packed one was once cut at its end by a panic.
#[tokio::test]
async fn the_files_of_data_inclusion_come_whole_however_they_are_packed() {
    let site = Site::open().await;
    for packing in ["br", "gzip", "deflate", "zstd", "identity"] {
        for file in FILES {
            let request = Request::get(format!("/donnees/data-inclusion/{file}"))
                .header(header::ACCEPT_ENCODING, packing)
                .body(Body::empty());
            let answer = site.router.clone().oneshot(request.unwrap()).await.unwrap();
            assert_eq!(answer.status(), StatusCode::OK, "{file} {packing}");
            let body = answer.into_body().collect().await;
            assert!(
                body.is_ok_and(|body| !body.to_bytes().is_empty()),
                "{file} {packing}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn more_readers_than_there_is_room_for_wait_and_all_are_served() {
    let site = Site::open().await;
    let mut readers = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let request = Request::get("/donnees/data-inclusion/services.json").body(Body::empty());
        let answer = site.router.clone().oneshot(request.unwrap());
        readers.spawn(async move {
            let answer = answer.await.unwrap();
            let status = answer.status();
            (
                status,
                answer.into_body().collect().await.unwrap().to_bytes(),
            )
        });
    }
    while let Some(read) = readers.join_next().await {
        let (status, body) = read.unwrap();
        assert_eq!(status, StatusCode::OK);
        assert!(body.ends_with(b"]") || body.ends_with(b"]\n"), "cut");
    }
}
