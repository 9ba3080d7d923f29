//! Two organisations that are one, from the list of those that look alike to the address that leads to the one that stays.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::super::desk::{FORM, Operator, form};
use super::{FORM_ELEMENTS, fields};

const KEPT: &str = "/espace/structures/les-bateliers/fusion";
const BOTH: &str = "/espace/structures/les-bateliers/fusion?fusion-avec=association-les-bateliers";

async fn twins() -> Operator {
    let operator = Operator::enter().await;
    for (name, mail) in [
        ("Les Bateliers", ""),
        ("Association Les Bateliers", "contact@exemple.fr"),
    ] {
        let typed = [
            ("org-nom", name),
            ("org-niveau", "Rennes"),
            ("org-type", "association"),
            ("org-courriel", mail),
            ("org-double", "autre"),
        ];
        let (status, _, body) = operator
            .post("/espace/structures/nouvelle", FORM, form(&typed))
            .await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    }
    operator
}

/// Where an address leads.
async fn led(operator: &Operator, address: &str) -> (StatusCode, String) {
    let request = Request::get(address).header(header::COOKIE, &operator.cookie);
    let (status, headers, _) = operator
        .site
        .ask(request.body(Body::empty()).unwrap())
        .await;
    let to = headers.get(header::LOCATION);
    let to = to.map(|to| to.to_str().unwrap().to_owned());
    (status, to.unwrap_or_default())
}

#[tokio::test]
async fn one_that_looks_like_another_is_compared_and_merged_and_its_address_leads_there() {
    let operator = twins().await;
    let which = operator.page(KEPT, FORM_ELEMENTS).await;
    assert!(
        which.text().contains("Association Les Bateliers"),
        "{}",
        which.text()
    );
    for (typed, told) in [
        ("Personne", "ne désigne pas une seule structure"),
        ("les-bateliers", "C’est la même structure"),
    ] {
        let answers = form(&[("fusion-avec", typed)]);
        let (status, _, body) = operator.post(KEPT, FORM, answers).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(body.contains(told), "{body}");
    }
    let named = form(&[("fusion-avec", "Association Les Bateliers")]);
    let (status, headers, _) = operator.post(KEPT, FORM, named).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(headers[header::LOCATION], BOTH);
    let page = operator.page(BOTH, 400).await;
    for told in [
        "ne peut pas être défaite",
        "mènera pour toujours",
        "contact@exemple.fr",
    ] {
        assert!(page.text().contains(told), "{told}: {}", page.text());
    }
    let (_, body) = operator.get(BOTH).await;
    let mut pairs = fields(&body);
    pairs.retain(|(name, _)| !name.starts_with("choix-org-nom"));
    pairs.push(("choix-org-nom".to_owned(), "autre".to_owned()));
    let sent = |pairs: &[(String, String)]| {
        let pairs: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        form(&pairs)
    };
    let (status, _, body) = operator.post(KEPT, FORM, sent(&pairs)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("Dites pourquoi"), "{body}");
    let mut pairs = fields(&body);
    let chosen = ("choix-org-nom".to_owned(), "autre".to_owned());
    assert!(pairs.contains(&chosen), "what was chosen stays: {pairs:?}");
    pairs.retain(|(name, _)| name != "fusion-raison");
    pairs.push(("fusion-raison".to_owned(), "créée deux fois".to_owned()));
    for _ in 0..2 {
        let (status, _, body) = operator.post(KEPT, FORM, sent(&pairs)).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    }
    let directory = operator.site.app.directory();
    let kept = directory
        .organisations
        .get(&"les-bateliers".parse().unwrap())
        .unwrap();
    assert_eq!(kept.name, "Association Les Bateliers");
    let email = kept.email.as_ref().map(ToString::to_string);
    assert_eq!(
        email.as_deref(),
        Some("contact@exemple.fr"),
        "the one that had a value, where the other had none"
    );
    for (from, to) in [
        (
            "/structures/association-les-bateliers",
            "/structures/les-bateliers",
        ),
        (
            "/espace/structures/association-les-bateliers/modifier",
            "/espace/structures/les-bateliers/modifier",
        ),
    ] {
        let told = led(&operator, from).await;
        assert_eq!(told, (StatusCode::PERMANENT_REDIRECT, to.to_owned()));
    }
    let (status, to) = led(&operator, "/niveaux/structure-association-les-bateliers").await;
    assert!(status.is_redirection(), "{status}");
    assert_eq!(to, "/niveaux/structure-les-bateliers");
    let (status, to) = led(&operator, BOTH).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "one goes back");
    assert_eq!(to, "/espace/structures/les-bateliers/modifier");
}

#[tokio::test]
async fn a_record_that_changed_while_one_compared_is_read_again_before_anything_is_merged() {
    let operator = twins().await;
    let (_, body) = operator.get(BOTH).await;
    let mut pairs = fields(&body);
    pairs.retain(|(name, _)| name != "fusion-raison");
    pairs.push(("fusion-raison".to_owned(), "créée deux fois".to_owned()));
    let edit = "/espace/structures/association-les-bateliers/modifier";
    let (_, shown) = operator.get(edit).await;
    let mut changed = fields(&shown);
    changed.retain(|(name, _)| name != "org-resume");
    changed.push(("org-resume".to_owned(), "Des ateliers.".to_owned()));
    let as_form = |pairs: &[(String, String)]| {
        let pairs: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        form(&pairs)
    };
    let (status, ..) = operator.post(edit, FORM, as_form(&changed)).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (status, _, body) = operator.post(KEPT, FORM, as_form(&pairs)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("vient de changer"), "{body}");
    assert!(body.contains("Des ateliers."), "{body}");
    let again = fields(&body);
    let (status, _, body) = operator.post(KEPT, FORM, as_form(&again)).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
}
