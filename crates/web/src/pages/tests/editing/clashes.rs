//! Two people change one scheme, or one post: what only one of them changed passes, and of what both did the second chooses
//! field by field; nothing that was typed is lost.

use axum::http::StatusCode;

use super::super::desk::{FORM, Operator, form};
use super::super::reader::Html;
use super::{FORM_ELEMENTS, fields};

const SCHEME: &str = "/espace/dispositifs/espaces-sociaux-communs";

type Pairs = Vec<(String, String)>;

async fn organisations() -> Operator {
    let operator = Operator::enter().await;
    for name in ["Les Bateliers", "Le Phare associatif", "La Vigie"] {
        let typed = [
            ("org-nom", name),
            ("org-niveau", "Rennes"),
            ("org-type", "association"),
            ("org-double", "autre"),
        ];
        let new = "/espace/structures/nouvelle";
        operator.post(new, FORM, form(&typed)).await;
    }
    operator
}

/// A form as it is shown, with other answers.
fn with(shown: &Pairs, changes: &[(&str, &str)]) -> Pairs {
    let mut pairs = shown.clone();
    for (name, value) in changes {
        pairs.retain(|(given, _)| given != name);
        pairs.push(((*name).to_owned(), (*value).to_owned()));
    }
    pairs
}

async fn send(operator: &Operator, address: &str, pairs: &Pairs) -> (StatusCode, String) {
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let (status, _, body) = operator.post(address, FORM, form(&pairs)).await;
    (status, body)
}

/// Only the form that carries a word under a name, of all those of a page.
fn one(body: &str, name: &str) -> Pairs {
    let marked = format!("name=\"{name}\"");
    let mut forms = body.split("<form ").skip(1);
    let found = forms.find(|form| form.contains(&marked) && form.contains("name=\"lu\""));
    let form = found.unwrap().split("</form>").next().unwrap();
    fields(&format!(
        "<!doctype html><html lang=\"fr\"><body><form {form}</form></body></html>"
    ))
}

#[tokio::test]
async fn two_who_change_a_scheme_choose_field_by_field() {
    let operator = organisations().await;
    let typed = [
        ("disp-nom", "Espaces sociaux communs"),
        ("disp-type", "reseau"),
        ("disp-niveau", "Rennes"),
        ("disp-zone", "Rennes"),
        ("disp-pilote", "Les Bateliers"),
        ("disp-resume", "Aider près de chez soi."),
    ];
    operator.send("/espace/dispositifs/nouveau", &typed).await;
    let (_, body) = operator.get(SCHEME).await;
    let read = one(&body, "disp-nom");
    let theirs = with(
        &read,
        &[("disp-resume", "Leur texte."), ("disp-pilote", "La Vigie")],
    );
    assert_eq!(
        send(&operator, SCHEME, &theirs).await.0,
        StatusCode::SEE_OTHER
    );
    // A field that nobody else touched passes beside theirs.
    let beside = with(&read, &[("disp-nom", "Espaces sociaux de Rennes")]);
    assert_eq!(
        send(&operator, SCHEME, &beside).await.0,
        StatusCode::SEE_OTHER
    );
    let mine = with(
        &read,
        &[
            ("disp-resume", "Mon texte."),
            ("disp-pilote", "Le Phare associatif"),
        ],
    );
    let (status, body) = send(&operator, SCHEME, &mine).await;
    assert_eq!(status, StatusCode::CONFLICT, "{body}");
    let page = Html::read(&body);
    page.check("clash", "fr", FORM_ELEMENTS);
    let text = page.text();
    for told in [
        "Leur texte.",
        "Mon texte.",
        "Aider près de chez soi.",
        "La Vigie",
        "Le Phare associatif",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert_eq!(body.matches("class=\"clash\"").count(), 2, "{body}");
    let choices = [
        ("choix-disp-resume", "mien"),
        ("choix-disp-pilote", "autre"),
    ];
    let chosen = with(&fields(&body), &choices);
    for _ in 0..2 {
        let (status, body) = send(&operator, SCHEME, &chosen).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    }
    let directory = operator.site.app.directory();
    let slug = "espaces-sociaux-communs".parse().unwrap();
    let known = directory.levels.scheme(&slug).unwrap();
    assert_eq!(known.name, "Espaces sociaux de Rennes");
    assert_eq!(known.summary.as_ref().unwrap().as_str(), "Mon texte.");
    assert_eq!(known.lead, "la-vigie".parse().ok());
}

#[tokio::test]
async fn two_who_put_a_post_right_choose_field_by_field() {
    let operator = organisations().await;
    let new = "/espace/postes/nouveau";
    let (_, body) = operator.get(new).await;
    let (_, rest) = body.split_once("name=\"poste\" value=\"").unwrap();
    let id = rest.split('"').next().unwrap();
    let typed = [
        ("poste", id),
        ("poste-type", "mediateur"),
        ("poste-niveau", "Rennes"),
        ("poste-accueil", "Les Bateliers"),
        ("poste-ouvert", "2026-01-01"),
        ("poste-temps", "80 %"),
        ("poste-etat", "vacant"),
    ];
    let (to, _) = operator.send(new, &typed).await;
    let here = to.split('?').next().unwrap().to_owned();
    let (_, body) = operator.get(&here).await;
    let read = one(&body, "poste-accueil");
    let theirs = with(&read, &[("poste-accueil", "La Vigie")]);
    assert_eq!(
        send(&operator, &here, &theirs).await.0,
        StatusCode::SEE_OTHER
    );
    let beside = with(&read, &[("poste-secteur", "Bruz")]);
    assert_eq!(
        send(&operator, &here, &beside).await.0,
        StatusCode::SEE_OTHER
    );
    let mine = with(&read, &[("poste-accueil", "Le Phare associatif")]);
    let (status, body) = send(&operator, &here, &mine).await;
    assert_eq!(status, StatusCode::CONFLICT, "{body}");
    let page = Html::read(&body);
    let text = page.text();
    assert!(
        text.contains("La Vigie") && text.contains("Le Phare associatif"),
        "{text}"
    );
    let chosen = with(&fields(&body), &[("choix-poste-accueil", "mien")]);
    let (status, body) = send(&operator, &here, &chosen).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    let directory = operator.site.app.directory();
    let mut posts = directory.levels.world().posts.iter();
    let known = posts.find(|one| one.id.to_string() == id).unwrap();
    assert_eq!(known.host.as_str(), "le-phare-associatif");
    assert_eq!(
        known.sector.to_string(),
        "35047",
        "what the other typed stays"
    );
}
