//! Pages count those who look, not what they are; what everybody sees of it tells no small number.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use portulan_app::audience;
use portulan_model::Viewed;

use super::Site;
use super::desk::{Operator, TABLE};

const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

/// Asks for a page as a browser would.
async fn look(site: &Site, address: &str) {
    let request = Request::get(address).header(header::USER_AGENT, BROWSER);
    let (status, _, body) = site.ask(request.body(Body::empty()).unwrap()).await;
    assert_eq!(status, StatusCode::OK, "{address}: {body}");
}

#[tokio::test]
async fn what_everybody_sees_is_sums_and_no_small_number() {
    let operator = Operator::enter().await;
    let site = &operator.site;
    let empty = site.page("/statistiques").await;
    assert!(
        empty.text().contains("Rien n'est encore compté")
            || empty.text().contains("Rien n’est encore compté")
    );
    let slug = site.slugs().swap_remove(0);
    for _ in 0..6 {
        look(site, &format!("/lieux/{slug}")).await;
        look(site, "/aide?territoire=commune-35238&besoin=acces").await;
        look(site, "/aide?ou=Rennes&besoin=acces").await;
    }
    for _ in 0..4 {
        look(site, &format!("/fiche/{slug}")).await;
    }
    // None of these is somebody who looks.
    for (method, address, agent) in [
        (Method::HEAD, format!("/lieux/{slug}"), BROWSER),
        (Method::GET, format!("/lieux/{slug}"), "Googlebot/2.1"),
        (Method::GET, format!("/api/v1/lieux/{slug}"), BROWSER),
        (Method::GET, "/lieux/nulle-part".to_owned(), BROWSER),
    ] {
        let request = Request::builder().method(method).uri(address);
        let request = request.header(header::USER_AGENT, agent);
        site.ask(request.body(Body::empty()).unwrap()).await;
    }
    audience::flush(&site.app).await.unwrap();
    audience::refresh(&site.app).await.unwrap();
    let shown = site.app.audience().shown();
    let of = |kind: &str| {
        let rank = Viewed::PAGES.iter().position(|one| *one == kind).unwrap();
        shown.months[0].pages[rank]
    };
    assert_eq!(of(Viewed::PLACE), Some(6));
    assert_eq!(of(Viewed::SHEET), None);
    assert_eq!(of("recherche"), Some(12));
    assert_eq!(
        shown.communes[0].1,
        Some(6),
        "where a commune was named by a person"
    );
    let page = operator.page("/statistiques", TABLE).await;
    let text = page.text();
    assert!(
        text.contains("novembre 2026") && text.contains("moins de 5"),
        "{text}"
    );
    assert!(text.contains("Rennes"), "{text}");
    let own = operator
        .page(&format!("/lieux/{slug}/visites"), TABLE)
        .await;
    assert!(
        own.text().contains('4'),
        "its own people see how many: {}",
        own.text()
    );
}
