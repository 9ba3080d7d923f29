//! Files served to browsers, compiled in. Their address carries a hash of their content, so they never expire.
//!
//! The style sheet is that of the pages and of the levels, followed by that of the drawings: one request. The icon of
//! the tab is inside the page itself: none.
//! Leaflet is fetched from npm by `cargo xtask assets` into `assets-npm/`, which git ignores; when it is absent the
//! map drawn by the server serves alone.

use std::borrow::Cow;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

struct Asset {
    name: &'static str,
    kind: &'static str,
    body: Cow<'static, [u8]>,
    address: String,
}

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let sheet = format!(
        "{}\n{}\n@layer drawings {{\n{}}}\n",
        include_str!("../assets/portulan.css"),
        include_str!("../assets/levels.css"),
        portulan_charts::STYLES
    );
    let own = [
        asset("portulan.css", CSS, Cow::Owned(sheet.into_bytes())),
        asset(
            "portulan.js",
            SCRIPT,
            Cow::Borrowed(include_bytes!("../assets/portulan.js")),
        ),
        asset(
            "passkey.js",
            SCRIPT,
            Cow::Borrowed(include_bytes!("../assets/passkey.js")),
        ),
    ];
    let leaflet = leaflet::FILES
        .iter()
        .map(|(name, kind, body)| asset(name, kind, Cow::Borrowed(*body)));
    own.into_iter().chain(leaflet).collect()
});

fn asset(name: &'static str, kind: &'static str, body: Cow<'static, [u8]>) -> Asset {
    let address = address_of(name, &body);
    Asset {
        name,
        kind,
        body,
        address,
    }
}

include!(concat!(env!("OUT_DIR"), "/leaflet.rs"));

fn address_of(name: &str, body: &[u8]) -> String {
    let digest = Sha256::digest(body);
    let hash = digest
        .iter()
        .take(6)
        .fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"));
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("/assets/{stem}.{hash}.{ending}"),
        None => format!("/assets/{name}.{hash}"),
    }
}

/// The address of a file, or `None` where this build does not carry it.
pub(crate) fn address(name: &str) -> Option<&'static str> {
    ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .map(|asset| asset.address.as_str())
}

/// The style sheet's address.
pub(crate) fn stylesheet() -> &'static str {
    address("portulan.css").unwrap_or_default()
}

/// The script's address.
pub(crate) fn script() -> &'static str {
    address("portulan.js").unwrap_or_default()
}

/// The icon of the tab, as the address of itself: no request for it.
pub(crate) fn icon() -> &'static str {
    static ICON: LazyLock<String> = LazyLock::new(|| {
        let svg = portulan_charts::wind_rose_icon().replace('"', "'");
        let escaped: String = svg.chars().map(escape).collect();
        format!("data:image/svg+xml,{escaped}")
    });
    &ICON
}

fn escape(sign: char) -> Cow<'static, str> {
    match sign {
        '#' => Cow::Borrowed("%23"),
        '<' => Cow::Borrowed("%3C"),
        '>' => Cow::Borrowed("%3E"),
        ' ' => Cow::Borrowed("%20"),
        sign => Cow::Owned(sign.to_string()),
    }
}

/// Serves a file by its hashed name.
pub(crate) async fn serve(Path(file): Path<String>) -> Response {
    let wanted = format!("/assets/{file}");
    match ASSETS.iter().find(|asset| asset.address == wanted) {
        Some(asset) => (
            [
                (header::CONTENT_TYPE, asset.kind),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ],
            asset.body.as_ref(),
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_passkeys_is_served_and_stays_small() {
        let script = ASSETS.iter().find(|asset| asset.name == "passkey.js");
        let size = script.map(|asset| asset.body.len());
        assert!(size.is_some_and(|size| size < 2_048), "{size:?}");
    }

    #[test]
    fn an_address_changes_with_the_content() {
        assert_ne!(address_of("a.css", b"1"), address_of("a.css", b"2"));
        assert!(
            stylesheet().starts_with("/assets/portulan.")
                && stylesheet().split('.').next_back() == Some("css")
        );
    }
}
