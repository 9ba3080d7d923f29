//! What everybody reads of an organisation: the form that says it, its page, and the ways that lead there.

use axum::http::StatusCode;

use super::desk::{FORM, Operator, form};
use super::editing::{FORM_ELEMENTS, fields};
use super::reader::Html;
use super::{LIGHT, Site};

/// Organisations of the demonstration that do what organisations do, and one of which little is known.
const PAGES: [&str; 7] = [
    "anct",
    "ccas-de-rennes",
    "exemple-amers-et-balises",
    "exemple-passeurs-du-clic",
    "exemple-syndicat-de-port-portulan",
    "rennes-metropole",
    "ville-de-rennes",
];

/// Their addresses.
pub(super) fn pages() -> impl Iterator<Item = String> {
    PAGES.iter().map(|one| format!("/structures/{one}"))
}

const NEW: &str = "/espace/structures/nouvelle";
const EDIT: &str = "/espace/structures/les-bateliers/modifier";
const PAGE: &str = "/structures/les-bateliers";

/// Two organisations of Rennes.
async fn two() -> Operator {
    let operator = Operator::enter().await;
    for name in ["Les Bateliers", "Le Phare associatif"] {
        let typed = [
            ("org-nom", name),
            ("org-niveau", "Rennes"),
            ("org-type", "association"),
        ];
        operator.post(NEW, FORM, form(&typed)).await;
    }
    operator
}

/// Sends the form as it is shown, with other answers.
async fn typed(operator: &Operator, edit: &str, changes: &[(&str, &str)]) -> (StatusCode, String) {
    let (_, shown) = operator.get(edit).await;
    let mut pairs = fields(&shown);
    for (name, _) in changes {
        pairs.retain(|(given, _)| given != name);
    }
    let changes = changes.iter().map(|(name, value)| (*name, *value));
    let pairs = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let pairs: Vec<(&str, &str)> = pairs.chain(changes).collect();
    let (status, _, body) = operator.post(edit, FORM, form(&pairs)).await;
    (status, body)
}

#[tokio::test]
async fn what_an_organisation_does_is_typed_kept_on_refusal_and_shown_to_everybody() {
    let operator = two().await;
    let wrong = [
        ("org-zone", "Rennes, Ailleurs-sur-Rien"),
        ("org-roles", "capitaine"),
        ("org-parent", "Personne"),
        ("contact-1-courriel", "pas une adresse"),
        ("contact-1-telephone", "12"),
    ];
    let (status, body) = typed(&operator, EDIT, &wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(body.matches("class=\"field-wrong\"").count(), 6, "{body}");
    for kept in ["Ailleurs-sur-Rien", "Personne", "pas une adresse"] {
        assert!(body.contains(kept), "{kept}");
    }
    let right = [
        ("org-zone", "Rennes Métropole, Vitré"),
        ("org-roles", "employeur"),
        ("org-roles", "operateur"),
        ("org-parent", "le phare associatif"),
        ("contact-1-fonction", "Référente numérique"),
        ("contact-1-courriel", "numerique@exemple.fr"),
        ("contact-1-telephone", "02 99 00 00 00"),
    ];
    for _ in 0..2 {
        let (status, body) = typed(&operator, EDIT, &right).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    }
    let form = operator.page(EDIT, FORM_ELEMENTS).await;
    assert!(form.text().contains("Contact 2"), "one more can be typed");
    let page = operator.site.page(PAGE).await;
    page.check(PAGE, "fr", LIGHT);
    let text = page.text().replace('\u{a0}', " ");
    for told in [
        "Association",
        "Employeur",
        "opérateur",
        "44 communes",
        "Le Phare associatif",
        "Référente numérique",
        "numerique@exemple.fr",
        "02 99 00 00 00",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let whole = operator.site.page("/structures/le-phare-associatif").await;
    assert!(whole.text().contains("Les Bateliers"), "{}", whole.text());
    // What it is a part of cannot be a part of it.
    let edit = "/espace/structures/le-phare-associatif/modifier";
    let (status, body) = typed(&operator, edit, &[("org-parent", "Les Bateliers")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("fait déjà partie de la vôtre"), "{body}");
}

#[tokio::test]
async fn one_that_looks_like_another_is_asked_about_before_it_is_added() {
    let operator = two().await;
    let again = [
        ("org-nom", "Association Les Bateliers"),
        ("org-niveau", "Rennes"),
        ("org-type", "association"),
    ];
    let (status, _, body) = operator.post(NEW, FORM, form(&again)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        body.contains("href=\"/structures/les-bateliers\""),
        "{body}"
    );
    Html::read(&body).check("twin", "fr", FORM_ELEMENTS);
    let mut other = fields(&body);
    other.push(("org-double".to_owned(), "autre".to_owned()));
    let other: Vec<(&str, &str)> = other
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    for _ in 0..2 {
        let (status, ..) = operator.post(NEW, FORM, form(&other)).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "sent twice");
    }
    let known = operator.site.app.directory();
    let bateliers = known
        .organisations
        .iter()
        .filter(|one| one.name.contains("Bateliers"));
    assert_eq!(bateliers.count(), 2);
}

#[tokio::test]
async fn a_page_tells_what_an_organisation_does_and_nothing_of_nobody() {
    let site = Site::open().await;
    let page = site.page("/structures/ccas-de-rennes").await;
    for told in ["Ville de Rennes", "Pilote", "Espaces numériques", "Emploie"] {
        assert!(page.text().contains(told), "{told}: {}", page.text());
    }
    let member = site.page("/structures/exemple-passeurs-du-clic").await;
    for told in [
        "gouvernances",
        "actions de feuilles de route",
        "Amers et Balises",
    ] {
        assert!(member.text().contains(told), "{told}: {}", member.text());
    }
    let candidate = site
        .page("/structures/exemple-syndicat-de-port-portulan")
        .await;
    assert!(
        !candidate.text().contains("ouvernance"),
        "{}",
        candidate.text()
    );
    for nobody in ["/structures/personne", "/structures/%C3%89"] {
        assert_eq!(site.get(nobody).await.0, StatusCode::NOT_FOUND, "{nobody}");
    }
}

#[tokio::test]
async fn what_names_an_organisation_leads_to_its_page() {
    let site = Site::open().await;
    for (from, slug) in [
        (
            "/gouvernances/exemple-gouvernance-ille-et-vilaine",
            "exemple-passeurs-du-clic",
        ),
        ("/dispositifs/espaces-numeriques-en-esc", "ccas-de-rennes"),
        (
            "/ecosysteme?territoire=commune-35238&vue=tableau",
            "ccas-de-rennes",
        ),
        ("/ecosysteme?territoire=commune-35238", "ccas-de-rennes"),
        ("/niveaux/structure-ccas-de-rennes", "ccas-de-rennes"),
    ] {
        let (_, html) = site.get(from).await;
        let link = format!("/structures/{slug}\"");
        assert!(html.contains(&link), "{from}");
    }
}

#[tokio::test]
async fn an_organisation_that_places_name_is_added_in_two_steps() {
    let operator = Operator::enter().await;
    let list = operator.page("/espace/structures", FORM_ELEMENTS).await;
    assert!(list.text().contains("Commune de Bruz"), "{}", list.text());
    let new = format!("{NEW}?nom=Commune+de+Bruz");
    operator.page(&new, FORM_ELEMENTS).await;
    let typed = [
        ("org-nom", "Commune de Bruz"),
        ("org-niveau", "Bruz"),
        ("org-type", "commune"),
    ];
    operator.post(NEW, FORM, form(&typed)).await;
    let edit = "/espace/structures/commune-de-bruz/modifier";
    let shown = operator.page(edit, FORM_ELEMENTS).await;
    assert!(shown.text().contains("Rattacher le lieu qui la nomme"));
    let places = "/espace/structures/commune-de-bruz/lieux";
    for _ in 0..2 {
        let (status, ..) = operator
            .post(places, FORM, form(&[("geste", "nommes")]))
            .await;
        assert_eq!(status, StatusCode::SEE_OTHER, "sent twice");
    }
    let page = operator.site.page("/structures/commune-de-bruz").await;
    assert!(page.text().contains("Un lieu"), "{}", page.text());
}
