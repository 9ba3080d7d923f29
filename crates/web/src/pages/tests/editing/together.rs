//! Two people at once, and one who comes back later.

use axum::http::StatusCode;

use super::{Editor, FORM_ELEMENTS, fields};
use crate::pages::tests::reader::Html;

#[tokio::test]
async fn two_people_who_change_one_field_choose_and_lose_nothing() {
    let editor = Editor::enter().await;
    let mine = [("nom", "Mon nom"), ("resume", "Ma phrase")];
    let pairs = editor.typed("presentation", &mine).await;
    editor
        .saves(
            "presentation",
            &[("nom", "Leur nom"), ("structure", "Leur structure")],
        )
        .await;
    let (status, _, body) = editor.post("presentation", &pairs).await;
    assert_eq!(status, StatusCode::CONFLICT);
    let page = Html::read(&body);
    page.check("clash", "fr", FORM_ELEMENTS);
    for value in ["Leur nom", "Mon nom"] {
        assert!(page.text().contains(value), "{value}");
    }
    let mut chosen = fields(&body);
    chosen.push(("choix-nom".to_owned(), "autre".to_owned()));
    let (status, ..) = editor.post("presentation", &chosen).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let record = editor.record();
    assert_eq!(record.name, "Leur nom");
    assert_eq!(record.summary.as_deref(), Some("Ma phrase"));
    assert_eq!(record.parent.as_deref(), Some("Leur structure"));
    let last = chosen.len() - 1;
    chosen[last].1 = "mien".to_owned();
    let (status, ..) = editor.post("presentation", &chosen).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(editor.record().name, "Mon nom");
}

#[tokio::test]
async fn a_draft_comes_back_and_goes_when_the_form_is_saved() {
    let editor = Editor::enter().await;
    let pairs = editor
        .typed("presentation", &[("nom", "Nom du brouillon")])
        .await;
    let (status, ..) = editor.post("presentation/brouillon", &pairs).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let page = editor
        .operator
        .page(&editor.address("presentation"), FORM_ELEMENTS)
        .await;
    assert!(page.text().contains("Reprendre ce brouillon"));
    let again = format!("{}?brouillon=1", editor.address("presentation"));
    let (_, body) = editor.operator.get(&again).await;
    assert!(body.contains("Nom du brouillon"));
    let (status, ..) = editor.post("presentation", &fields(&body)).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(editor.record().name, "Nom du brouillon");
    let page = editor
        .operator
        .page(&editor.address("presentation"), FORM_ELEMENTS)
        .await;
    assert!(!page.text().contains("Reprendre ce brouillon"));
}
