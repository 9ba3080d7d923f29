//! Organisations, from the page of those who answer for them.

use axum::http::{StatusCode, header};

use super::{Editor, FORM_ELEMENTS, fields};
use crate::pages::tests::LIGHT;
use crate::pages::tests::desk::TABLE;
use crate::pages::tests::desk::{FORM, form};
use crate::pages::tests::reader::Html;

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
    assert_eq!(body.matches("class=\"field-wrong\"").count(), 4, "{body}");
    let right = [
        ("org-nom", "Association des essais"),
        ("org-niveau", "Ille-et-Vilaine"),
        ("org-type", "association"),
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

const NEW: &str = "/espace/structures/nouvelle";
const EDIT: &str = "/espace/structures/les-bateliers/modifier";

#[tokio::test]
async fn two_people_who_change_an_organisation_choose_and_lose_nothing() {
    let editor = Editor::enter().await;
    let operator = &editor.operator;
    let new = [("org-nom", "Les Bateliers"), ("org-niveau", "Rennes")];
    let (status, _, body) = operator.post(NEW, FORM, form(&new)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("Choisissez un type"), "{body}");
    let new = [new[0], new[1], ("org-type", "association")];
    operator.post(NEW, FORM, form(&new)).await;
    let (_, opened) = operator.get(EDIT).await;
    let typed = |changes: &[(&str, &str)]| {
        let mut pairs = fields(&opened);
        for (name, value) in changes {
            pairs.retain(|(given, _)| given != name);
            pairs.push(((*name).to_owned(), (*value).to_owned()));
        }
        pairs
    };
    let post = async |pairs: &[(String, String)]| {
        let pairs: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        let (status, _, body) = operator.post(EDIT, FORM, form(&pairs)).await;
        (status, body)
    };
    let theirs = [
        ("org-telephone", "02 99 00 00 01"),
        ("org-resume", "Leur texte"),
    ];
    assert_eq!(post(&typed(&theirs)).await.0, StatusCode::SEE_OTHER);
    let mine = [
        ("org-telephone", "02 99 00 00 02"),
        ("org-type", "collectif"),
    ];
    let (status, body) = post(&typed(&mine)).await;
    assert_eq!(status, StatusCode::CONFLICT);
    let page = Html::read(&body);
    page.check("clash", "fr", FORM_ELEMENTS);
    assert_eq!(page.unworded(), Vec::<String>::new());
    for value in ["02 99 00 00 01", "02 99 00 00 02"] {
        let shown = page.text().replace('\u{a0}', " ");
        assert!(shown.contains(value), "{value}: {shown}");
    }
    let mut chosen = fields(&body);
    chosen.push(("choix-org-telephone".to_owned(), "mien".to_owned()));
    for _ in 0..2 {
        assert_eq!(post(&chosen).await.0, StatusCode::SEE_OTHER, "sent twice");
    }
    let directory = operator.site.app.directory();
    let known = directory
        .organisations
        .get(&"les-bateliers".parse().unwrap());
    let known = known.unwrap();
    assert_eq!(known.phone.as_deref(), Some("+33299000002"));
    assert_eq!(
        known.summary.as_deref(),
        Some("Leur texte"),
        "nothing is lost"
    );
    assert_eq!(
        known.kind,
        Some(portulan_model::OrganisationKind::Collective)
    );
}

#[tokio::test]
async fn the_list_of_organisations_leads_to_each_and_to_a_new_one() {
    let editor = Editor::enter().await;
    let operator = &editor.operator;
    let list = "/espace/structures";
    let before = operator.page(list, TABLE).await;
    assert!(!before.text().contains("Les Bateliers"));
    let new = [
        ("org-nom", "Les Bateliers"),
        ("org-niveau", "Rennes"),
        ("org-type", "collectif"),
    ];
    operator.post(NEW, FORM, form(&new)).await;
    let (_, body) = operator.get(list).await;
    for address in [NEW, EDIT] {
        assert!(body.contains(&format!("href=\"{address}\"")), "{body}");
    }
    assert!(
        body.contains("Collectif") && body.contains("Rennes"),
        "{body}"
    );
    let home = operator.page(NEW, FORM_ELEMENTS).await;
    assert!(home.text().contains("Structures"), "the way to the list");
    assert_eq!(operator.site.get(list).await.0, StatusCode::FORBIDDEN);
}
