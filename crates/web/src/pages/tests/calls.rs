//! The list of calls through the real router: whom to call, why, and what came of it.

use axum::http::StatusCode;

use super::desk::{Operator, TABLE};

/// The address of a form of the page that ends so.
fn form(body: &str, end: &str) -> String {
    let parts = body.split(['"', '\'']);
    let mut found = parts.filter(|part| part.starts_with("/espace/appels/") && part.ends_with(end));
    found.next().unwrap().to_owned()
}

#[tokio::test]
async fn a_place_is_called_for_reasons_in_words_and_what_came_of_it_is_kept() {
    let operator = Operator::enter().await;
    let list = "/espace/appels?territoire=epci-243500139";
    let page = operator.page(list, TABLE * 2).await;
    let text = page.text();
    assert!(text.contains("en 90 jours"), "{text}");
    assert!(
        text.contains("Tout est juste") && text.contains("Pas de réponse"),
        "{text}"
    );
    let (_, body) = operator.get(list).await;
    assert!(body.contains("href=\"tel:+33"), "a telephone dials");
    let first = form(&body, "/sans-reponse");
    let sent = [("territoire", "epci-243500139")];
    let (to, page) = operator.send(&first, &sent).await;
    assert!(
        to.starts_with("/espace/appels?territoire=epci-243500139"),
        "{to}"
    );
    assert!(page.text().contains("pendant 14 jours"));
    let (_, body) = operator.get(list).await;
    assert_ne!(
        form(&body, "/sans-reponse"),
        first,
        "it comes after the others"
    );
    let next = form(&body, "/juste");
    let slug = next.split('/').nth(3).unwrap().to_owned();
    operator.send(&next, &sent).await;
    operator.send(&next, &sent).await;
    let (_, body) = operator.get(list).await;
    assert_ne!(form(&body, "/juste"), next, "what is sure is not called");
    let (_, edit) = operator.get(&format!("/lieux/{slug}/modifier")).await;
    assert!(edit.contains("par téléphone"), "the source is told");
    let (_, public) = operator.site.get(&format!("/lieux/{slug}")).await;
    assert!(public.contains("confirmé par le lieu"), "the place spoke");
}

#[tokio::test]
async fn a_territory_that_nobody_knows_is_said_and_kept() {
    let operator = Operator::enter().await;
    let page = operator
        .page("/espace/appels?territoire=Nulle+part", TABLE)
        .await;
    let (status, body) = operator.get("/espace/appels?territoire=Nulle+part").await;
    assert_eq!(status, StatusCode::OK);
    assert!(body.contains("value=\"Nulle part\""), "{}", page.text());
    let (status, _, _) = operator
        .post(
            "/espace/appels/nulle-part/juste",
            super::desk::FORM,
            Vec::new(),
        )
        .await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}
