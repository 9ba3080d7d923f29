//! Figures of a territory and what a scheme has to settle, on the demonstration, as they are asked.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::desk::{Operator, TABLE};
use super::{Site, in_language};

#[tokio::test]
async fn figures_are_well_made_in_every_language_and_say_what_they_leave_out() {
    let site = Site::open().await;
    for key in [
        "commune-35238",
        "epci-243500139",
        "departement-35",
        "region-53",
        "pays-fr",
        "commune-29019",
    ] {
        let address = format!("/territoires/{key}/chiffres?depuis=2023-01-01");
        for lang in ["fr", "en", "br"] {
            let asked = in_language(&address, lang);
            let page = site.page(&asked).await;
            page.check(&asked, lang, TABLE);
            assert_eq!(page.unworded(), Vec::<String>::new(), "{asked}");
        }
    }
    let page = site.page("/territoires/epci-243500139/chiffres").await;
    let text = page.text();
    let without = "8 postes n’ont pas de temps de travail connu";
    assert!(text.contains(without), "{text}");
    assert!(
        text.contains("inventés"),
        "a demonstration says that it is one: {text}"
    );
    assert!(text.contains("43 communes."), "{text}");
    assert!(!text.contains("NaN"));
}

#[tokio::test]
async fn meetings_and_changes_are_those_that_reach_here() {
    let site = Site::open().await;
    let here = site
        .page("/territoires/commune-35047/chiffres?depuis=2024-10-01")
        .await;
    let text = here.text();
    assert!(text.contains("où en est-on"), "{text}");
    assert!(text.contains("Feuille de route validée"), "{text}");
    let brest = site
        .page("/territoires/commune-29019/chiffres?depuis=2024-10-01")
        .await;
    assert!(!brest.text().contains("où en est-on"), "{}", brest.text());
    let later = site
        .page("/territoires/commune-35047/chiffres?depuis=2026-11-25")
        .await;
    let later = later.text();
    assert!(later.contains("Rien n’a changé"), "{later}");
    let wrong = site
        .page("/territoires/commune-35047/chiffres?depuis=hier&au=2024-02-31")
        .await;
    let wrong = wrong.text();
    let told = wrong.matches("n’est pas une date").count();
    assert_eq!(told, 2, "{wrong}");
}

#[tokio::test]
async fn the_feed_and_the_table_are_files_that_programs_read() {
    let site = Site::open().await;
    let get = |address: &str| Request::get(address).body(Body::empty()).unwrap();
    let (status, headers, feed) = site
        .ask(get("/territoires/departement-35/seances.ics"))
        .await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        headers[header::CONTENT_TYPE]
            .to_str()
            .unwrap()
            .starts_with("text/calendar")
    );
    assert!(feed.starts_with("BEGIN:VCALENDAR\r\n") && feed.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(
        feed.matches("BEGIN:VEVENT").count(),
        2,
        "public ones alone: {feed}"
    );
    assert!(
        feed.contains("DTSTART:20261215T130000Z") && feed.contains("DTSTART;VALUE=DATE:20270119")
    );
    assert!(feed.split("\r\n").all(|line| line.len() <= 75), "{feed}");
    let (status, headers, table) = site
        .ask(get("/territoires/epci-243500139/chiffres.csv"))
        .await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        headers[header::CONTENT_DISPOSITION]
            .to_str()
            .unwrap()
            .contains("chiffres-epci-243500139.csv")
    );
    let columns = |line: &str| line.split(',').count();
    let mut lines = table.lines();
    let head = lines.next().unwrap();
    assert!(lines.clone().count() > 10, "{table}");
    assert!(lines.all(|line| columns(line) == columns(head)), "{table}");
    for unknown in ["commune-00000", "dispositif-epn-de-rennes"] {
        for file in ["chiffres", "chiffres.csv", "seances.ics"] {
            let (status, _) = site.get(&format!("/territoires/{unknown}/{file}")).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{unknown} {file}");
        }
    }
}

#[tokio::test]
async fn what_is_to_settle_is_told_to_whoever_coordinates_with_a_next_step_each() {
    let operator = Operator::enter().await;
    for node in [
        "dispositif-espaces-numeriques-en-esc",
        "dispositif-epn-de-rennes",
        "grappe-exemple-grappe-du-boulevard-de-yougoslavie",
        "gouvernance-exemple-gouvernance-ille-et-vilaine",
        "gouvernance-france-numerique-ensemble",
    ] {
        let page = operator
            .page(&format!("/harmonisation/{node}"), super::LIGHT)
            .await;
        assert!(page.text().contains("à régler"), "{node}: {}", page.text());
    }
    let esc = operator
        .page(
            "/harmonisation/dispositif-espaces-numeriques-en-esc",
            super::LIGHT,
        )
        .await;
    for said in [
        "Soutenir l’aide itinérante dans les communes rurales",
        "Poste de médiation numérique",
        "Renouveler les 22 ordinateurs en accès libre",
    ] {
        assert!(esc.text().contains(said), "{said}: {}", esc.text());
    }
    let alone = operator
        .page(
            "/harmonisation/grappe-exemple-grappe-du-boulevard-de-yougoslavie",
            super::LIGHT,
        )
        .await;
    assert!(alone.text().contains("Rien ne relie"), "{}", alone.text());
    let (status, _) = operator.get("/harmonisation/dispositif-inconnu").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let (status, _) = operator.get("/harmonisation/commune-35238").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let (status, _) = operator
        .site
        .get("/harmonisation/dispositif-espaces-numeriques-en-esc")
        .await;
    assert!(!status.is_success(), "a visitor: {status}");
}
