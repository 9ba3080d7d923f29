//! What is given back over the web is what the command line writes.

use axum::http::StatusCode;
use portulan_app::giving::{self, Parts};

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
