//! Files whose content is lost, altered or out of reach: what is said of it, and what was typed stays.

use axum::http::StatusCode;
use portulan_app::files::{Files, Folder};
use portulan_testkit::Engine;

use super::super::LIGHT;
use super::super::reader::Html;
use super::super::routes::site::{Installation, Scope, may};

#[tokio::test]
async fn a_content_that_is_lost_or_altered_is_not_given_and_what_to_do_is_said() {
    let site = Installation::open(Engine::Sqlite).await;
    let [here, _] = site.plans();
    let operator = site.caller(Scope::Operator).await;
    let store = site.store().await;
    let desk = format!("/espace/gouvernances/{}", here.body);
    for (file, address) in [
        (here.letter, format!("{desk}/fichiers/{}", here.letter)),
        (
            here.document,
            format!(
                "{desk}/reunions/{}/documents/{}",
                here.meeting, here.document
            ),
        ),
    ] {
        for (content, title) in [
            (None, "Ce fichier n’est plus là"),
            (Some(&b"%PDF-1.7 autre"[..]), "Ce fichier a été modifié"),
        ] {
            store.move_content(&may(), file, content).await.unwrap();
            let (status, body) = site.get(&address, &operator).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{address}");
            let page = Html::read(&body);
            page.check(&address, "fr", LIGHT);
            let text = page.text();
            assert!(
                text.contains(title) && text.contains("sauvegarde"),
                "{text}"
            );
            assert!(!body.contains("%PDF"), "{body}");
        }
    }
}

/// A letter as a browser sends it, with its file.
fn letter(boundary: &str) -> String {
    let fields = [
        ("nature", "lettre"),
        ("titre", "Lettre tapée"),
        ("date", "2026-11-20"),
    ];
    let typed = fields.map(|(name, value)| {
        format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        )
    });
    let file = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"lettre.pdf\"\r\n\
         Content-Type: application/pdf\r\n\r\n%PDF-1.7 tapee\r\n--{boundary}--\r\n"
    );
    typed.concat() + &file
}

#[tokio::test]
async fn where_contents_are_out_of_reach_the_form_comes_back_and_downloads_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::Folder(Folder::open(folder.path()).unwrap());
    let site = Installation::kept_in(Engine::Sqlite, files).await;
    let [here, _] = site.plans();
    let operator = site.caller(Scope::Operator).await;
    let desk = format!("/espace/gouvernances/{}", here.body);
    let file = format!("{desk}/fichiers/{}", here.letter);
    let (status, body) = site.get(&file, &operator).await;
    assert_eq!((status, body.contains("%PDF")), (StatusCode::OK, true));
    std::fs::remove_dir_all(folder.path()).unwrap();
    // A file in the place of the folder: neither read nor written.
    std::fs::write(folder.path(), b"a").unwrap();
    let (status, body) = site.get(&file, &operator).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{body}");
    let page = Html::read(&body);
    page.check(&file, "fr", LIGHT);
    assert!(
        page.text().contains("Les fichiers ne répondent pas"),
        "{}",
        page.text()
    );
    let kind = "multipart/form-data; boundary=bord";
    let address = format!("{desk}/fondation");
    let (status, body) = site
        .post_as(&address, &operator, kind, letter("bord"))
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    let page = Html::read(&body);
    let text = page.text();
    assert!(text.contains("Le fichier n’a pas pu être gardé"), "{text}");
    assert!(body.contains("value=\"Lettre tapée\""), "{body}");
    std::fs::remove_file(folder.path()).unwrap();
    std::fs::create_dir(folder.path()).unwrap();
    let (status, body) = site
        .post_as(&address, &operator, kind, letter("bord"))
        .await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
}
