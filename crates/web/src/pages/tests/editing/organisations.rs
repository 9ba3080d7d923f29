//! Organisations, from the page of those who answer for them.

use axum::http::{StatusCode, header};

use super::Editor;
use crate::pages::tests::LIGHT;
use crate::pages::tests::desk::{FORM, form};

#[tokio::test]
async fn an_organisation_is_made_changed_and_given_its_places() {
    let editor = Editor::enter().await;
    let operator = &editor.operator;
    operator.page("/espace/structures/nouvelle", LIGHT).await;
    let wrong = form(&[
        ("org-nom", " "),
        ("org-niveau", "nulle part"),
        ("org-siret", "1"),
        ("org-site", "javascript:x"),
    ]);
    let (status, _, body) = operator
        .post("/espace/structures/nouvelle", FORM, wrong)
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(body.matches("class=\"field-wrong\"").count(), 4);
    let right = [
        ("org-nom", "Association des essais"),
        ("org-niveau", "Ille-et-Vilaine"),
    ];
    let (_, headers, _) = operator
        .post("/espace/structures/nouvelle", FORM, form(&right))
        .await;
    let to = headers[header::LOCATION].to_str().unwrap();
    assert_eq!(
        to,
        "/espace/structures/association-des-essais/modifier?fait=org-saved"
    );
    let places = "/espace/structures/association-des-essais/lieux";
    let address = format!("https://exemple.fr/lieux/{}", editor.slug);
    operator
        .post(places, FORM, form(&[("lieu", &address)]))
        .await;
    let edit = "/espace/structures/association-des-essais/modifier";
    let page = operator.page(edit, LIGHT).await;
    assert!(page.text().contains(&editor.record().name));
    let (status, ..) = operator.post(places, FORM, form(&[("lieu", "rien")])).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    operator
        .post(
            places,
            FORM,
            form(&[("lieu", &editor.slug), ("geste", "retirer")]),
        )
        .await;
    let changed = [
        ("org-nom", "Autre nom"),
        ("org-telephone", "02 99 00 00 00"),
    ];
    let (status, ..) = operator.post(edit, FORM, form(&changed)).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let directory = operator.site.app.directory();
    let slug = "association-des-essais".parse().unwrap();
    assert_eq!(directory.organisations.places_of(&slug).count(), 0);
    let known = directory.organisations.get(&slug).unwrap();
    assert_eq!(
        (known.name.as_str(), known.phone.as_deref()),
        ("Autre nom", Some("+33299000000"))
    );
    for address in [edit, "/espace/structures/nouvelle"] {
        assert_eq!(operator.site.get(address).await.0, StatusCode::FORBIDDEN);
    }
}
