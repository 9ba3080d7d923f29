//! The link of the day: said without an account, shown before everything else, counted without names.

use axum::http::{StatusCode, header};

use super::Editor;
use crate::pages::tests::desk::{FORM, form};
use crate::pages::tests::{LIGHT, in_language};

/// The links of the day of a place, from its page of sessions.
async fn day_links(editor: &Editor) -> Vec<String> {
    let (_, body) = editor.operator.get(&editor.address("permanences")).await;
    body.split("href=\"")
        .filter_map(|rest| rest.split_once('"'))
        .map(|(address, _)| address.to_owned())
        .filter(|address| address.starts_with("/jour/"))
        .collect()
}

#[tokio::test]
async fn what_happens_today_is_said_by_a_link_and_shown_first() {
    let editor = Editor::of(|record| {
        record.sessions.iter().any(|session| {
            let held =
                portulan_hours::Timetable::of_session(session, portulan_hours::Zone::default());
            let resident = session.audience == portulan_model::SessionAudience::Residents;
            let today = "2026-11-25".parse().unwrap();
            resident && held.is_ok_and(|held| !held.day(today).is_empty())
        })
    })
    .await;
    let site = &editor.operator.site;
    let link = day_links(&editor).await.remove(0);
    site.page(&link).await.check("day", "fr", LIGHT);
    for lang in ["en", "br"] {
        let page = site.page(&in_language(&link, lang)).await;
        assert_eq!(page.unworded(), Vec::<String>::new());
    }
    let post = async |pairs: &[(&str, &str)]| {
        let request = axum::http::Request::post(&link).header(header::CONTENT_TYPE, FORM);
        site.ask(request.body(axum::body::Body::from(form(pairs))).unwrap())
            .await
    };
    let public = format!("/lieux/{}", editor.slug);
    let (status, ..) = post(&[("dit", "remplace")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "by what?");
    let (status, ..) = post(&[("dit", "complet"), ("mots", "revenez jeudi")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(
        site.page(&public)
            .await
            .text()
            .contains("complet aujourd’hui (revenez jeudi)")
    );
    let sheet = site.page(&format!("/fiche/{}", editor.slug)).await;
    assert!(sheet.text().contains("complet aujourd’hui"));
    let (_, json) = site.get(&format!("/api/v1/lieux/{}", editor.slug)).await;
    assert!(json.contains(r#""etat":"complet""#), "{json}");
    for _ in 0..2 {
        post(&[("plus", "demarches")]).await;
    }
    post(&[("moins", "demarches")]).await;
    assert!(site.get(&link).await.1.contains("<strong>1</strong>"));
    post(&[("dit", "rien")]).await;
    assert!(
        !site
            .page(&public)
            .await
            .text()
            .contains("complet aujourd’hui")
    );
    assert_eq!(post(&[("dit", "ferme")]).await.0, StatusCode::BAD_REQUEST);
    let forged = link.replacen("day.", "dax.", 1);
    assert_eq!(site.get(&forged).await.0, StatusCode::NOT_FOUND);
}
