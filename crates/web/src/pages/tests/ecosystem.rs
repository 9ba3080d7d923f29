//! Who works with whom, on the demonstration: the picture, the words and the table say the same.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::Site;
use super::reader::Html;

#[tokio::test]
async fn the_picture_the_words_and_the_table_name_the_same_actors() {
    let site = Site::open().await;
    let address = "/ecosysteme?territoire=commune-35238";
    let (_, html) = site.get(address).await;
    let picture = Html::read(&html);
    let table = site.page(&format!("{address}&vue=tableau")).await;
    for text in [picture.text(), table.text()] {
        assert!(text.contains("CCAS"), "{text}");
        assert!(text.contains("liens entre eux"), "{text}");
    }
    let words = picture.text();
    assert!(words.contains("Dirigé par\u{a0}:"), "{words}");
    assert!(!words.contains("ecosystem-"), "{words}");
    let links = html.matches("class=\"ties-paper\"").count();
    assert!(links > 20, "{links} names are drawn");
    assert!(html.matches("<path class=\"tie").count() > 10);
}

#[tokio::test]
async fn only_the_kinds_and_the_level_that_are_asked_are_shown() {
    let site = Site::open().await;
    let asked = "/ecosysteme?territoire=commune-35238&sorte=gouvernances&sorte=structures";
    let (_, html) = site.get(asked).await;
    assert!(!html.contains("href=\"/lieux/"));
    let near = site
        .page("/ecosysteme?territoire=commune-35238&niveau=departement&vue=tableau")
        .await;
    assert!(near.text().contains("Département"), "{}", near.text());
    let employers = site
        .page("/ecosysteme?territoire=commune-35238&role=employeur&vue=tableau")
        .await;
    let text = employers.text();
    assert!(
        text.contains("structure (") && text.contains("employeur"),
        "{text}"
    );
    assert!(
        text.contains("Fait partie de"),
        "the tie to the town: {text}"
    );
    assert!(!text.contains("We Ker"), "who employs nobody: {text}");
    let odd = site
        .page("/ecosysteme?territoire=commune-35238&niveau=lune&sorte=fantomes&page=999999")
        .await;
    assert!(odd.text().contains("liens entre eux"), "{}", odd.text());
}

#[tokio::test]
async fn a_name_leads_to_its_picture_and_one_that_is_unknown_is_told() {
    let site = Site::open().await;
    let request = Request::get("/ecosysteme?ou=Rennes")
        .body(Body::empty())
        .unwrap();
    let (status, headers, _) = site.ask(request).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(
        headers[header::LOCATION],
        "/ecosysteme?territoire=commune-35238"
    );
    let unknown = site.page("/ecosysteme?ou=zzxyqq").await;
    assert!(unknown.text().contains("Aucun territoire ne porte ce nom"));
    let (_, hostile) = site.get("/ecosysteme?territoire=%3Cscript%3E&ou=%00").await;
    assert!(!hostile.contains("<script>"));
}

#[tokio::test]
async fn a_country_is_drawn_with_no_more_names_than_can_be_read() {
    let site = Site::open().await;
    let (_, html) = site.get("/ecosysteme?territoire=pays-fr").await;
    assert!(html.matches("class=\"ties-paper\"").count() <= 300);
}
