//! Two places: compared, decided, put together, taken apart.

use axum::http::StatusCode;

use super::{FORM, Operator, TABLE, form};

#[tokio::test]
async fn two_places_are_compared_decided_put_together_and_taken_apart_again() {
    let operator = Operator::enter().await;
    let site = &operator.site;
    let two: Vec<_> = site
        .app
        .directory()
        .snapshot
        .places()
        .iter()
        .take(2)
        .cloned()
        .collect();
    let pair = format!("/exploitation/doublons/{}/{}", two[1].id, two[0].id);
    let page = operator.page(&pair, TABLE).await;
    assert!(page.text().contains("Est-ce le même lieu"));
    let wrong = operator
        .post(&pair, FORM, form(&[("decision", "peut-être")]))
        .await;
    assert_eq!(wrong.0, StatusCode::BAD_REQUEST);
    let (_, page) = operator
        .send(
            &pair,
            &[("decision", "different"), ("motif", "vus sur place")],
        )
        .await;
    assert!(page.text().contains("deux lieux"), "{}", page.text());
    let page = operator.page(&pair, TABLE).await;
    assert!(
        page.text().contains("ce sont deux lieux"),
        "{}",
        page.text()
    );
    operator.send(&pair, &[("decision", "meme")]).await;
    let (first, second) = if two[0].id < two[1].id {
        (&two[0], &two[1])
    } else {
        (&two[1], &two[0])
    };
    let (status, _) = site.get(&format!("/lieux/{}", second.slug)).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "one place now");
    let story = format!("/exploitation/lieux/{}", first.slug);
    let page = operator.page(&story, TABLE).await;
    assert!(page.text().contains(&second.record.name), "{}", page.text());
    let (_, page) = operator
        .send(
            &format!("{story}/separer"),
            &[("lieu", &second.id.to_string())],
        )
        .await;
    assert!(page.text().contains("séparée"), "{}", page.text());
    assert_eq!(
        site.get(&format!("/lieux/{}", second.slug)).await.0,
        StatusCode::OK
    );
    let wrong = operator
        .post(&format!("{story}/defaire"), FORM, form(&[("fusion", "x")]))
        .await;
    assert_eq!(wrong.0, StatusCode::NOT_FOUND);
}
