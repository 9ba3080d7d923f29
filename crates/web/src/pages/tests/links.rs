//! Signed links without an account: looking changes nothing, and what opens nothing says why.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use chrono::TimeDelta;
use portulan_app::secret::Key;
use portulan_app::signed::{Link, Purpose};

use super::reader::Html;
use super::{LIGHTEST, Site};

fn address(site: &Site, purpose: Purpose, lasts: TimeDelta) -> String {
    let link = Link::new(purpose, "campaigns/une-empreinte", site.app.now() + lasts);
    let token = link.sign(&Key::from_bytes([7; 32]));
    format!("/desabonnement/{token}")
}

async fn post(site: &Site, address: &str) -> (StatusCode, Html) {
    // As a mail program does it (RFC 8058 §3.1).
    let request = Request::post(address)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("List-Unsubscribe=One-Click"))
        .unwrap();
    let (status, headers, body) = site.ask(request).await;
    assert_eq!(headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(headers[header::REFERRER_POLICY], "no-referrer");
    (status, Html::read(&body))
}

#[tokio::test]
async fn whoever_wants_no_more_mail_says_so_in_one_click_and_twice_does_no_harm() {
    let site = Site::open().await;
    let address = address(&site, Purpose::Unsubscribe, TimeDelta::days(1));
    let asked = site.page(&address).await;
    asked.check("asked", "fr", LIGHTEST);
    assert!(
        asked.text().contains("Ne plus en recevoir"),
        "{}",
        asked.text()
    );
    for _ in 0..2 {
        let (status, done) = post(&site, &address).await;
        assert_eq!(status, StatusCode::OK);
        done.check("done", "fr", LIGHTEST);
        assert!(
            done.text().contains("Vous ne recevrez plus"),
            "{}",
            done.text()
        );
    }
}

#[tokio::test]
async fn a_link_that_opens_nothing_says_why() {
    let site = Site::open().await;
    let good = address(&site, Purpose::Unsubscribe, TimeDelta::days(1));
    let cut = good
        .strip_suffix(char::is_alphanumeric)
        .unwrap_or_else(|| good.trim_end_matches(['-', '_']))
        .to_owned();
    let other = address(&site, Purpose::SignIn, TimeDelta::days(1));
    let old = address(&site, Purpose::Unsubscribe, TimeDelta::days(-1));
    for (address, expected, words) in [
        (cut, StatusCode::NOT_FOUND, "n’est pas le bon"),
        (other, StatusCode::NOT_FOUND, "n’est pas le bon"),
        (old, StatusCode::GONE, "ne sert plus"),
    ] {
        let (status, body) = site.get(&address).await;
        assert_eq!(status, expected, "{address}");
        let page = Html::read(&body);
        page.check(&address, "fr", LIGHTEST);
        assert!(page.text().contains(words), "{}", page.text());
        assert_eq!(post(&site, &address).await.0, expected);
    }
}
