//! Sources and their runs: what is wrong is said, what is read is told, what is too much waits.

use axum::http::StatusCode;

use super::{FORM, LIGHT, Operator, TABLE, answers, form, multipart, part};
use crate::pages::tests::reader::Html;

const HEADER: &str = "id,nom,commune,code_postal,adresse,date_maj";

fn list(names: &[(usize, &str)]) -> String {
    let rows = names
        .iter()
        .map(|(id, name)| format!("{id},{name},Rennes,35000,{id} rue de l'Essai,2026-01-01\n"));
    format!("{HEADER}\n{}", rows.collect::<String>())
}

fn many(name: &str, count: usize) -> String {
    let rows: Vec<(usize, &str)> = (1..=count).map(|id| (id, name)).collect();
    list(&rows)
}

#[tokio::test]
async fn a_source_with_faults_says_them_all_and_keeps_what_was_typed() {
    let operator = Operator::enter().await;
    let typed = form(&[
        ("nom", " "),
        ("identifiant", "Mauvais Nom"),
        ("origine", "adresse"),
        ("adresse", "ftp://liste"),
        ("rythme", "toujours"),
        ("niveau", "<b>nulle part</b>"),
        ("licence", ""),
        ("confiance", "101"),
        ("limite", "beaucoup"),
        ("correspondance", "{\"nom\":"),
    ]);
    let (status, _, body) = operator.post("/exploitation/sources", FORM, typed).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = Html::read(&body);
    page.check("faults", "fr", LIGHT);
    assert_eq!(body.matches("class=\"field-wrong\"").count(), 9, "{body}");
    assert!(body.contains("ftp://liste") && body.contains("Mauvais Nom"));
    assert!(!body.contains("<b>nulle part"), "what was typed is text");
    let mut unused = answers("Essai", "");
    unused.push(("adresse", "https://liste.example/l.csv"));
    let (status, _, body) = operator
        .post("/exploitation/sources", FORM, form(&unused))
        .await;
    assert_eq!(
        status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "an address that would be lost is said"
    );
    assert!(body.contains("liste.example"));
    let address = operator.source("Essai", "").await;
    assert_eq!(address, "/exploitation/sources/essai");
    let taken = form(&answers("Essai", ""));
    let reserved = form(&answers("Nouvelle", ""));
    for name in [taken, reserved] {
        let (status, _, body) = operator.post("/exploitation/sources", FORM, name).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(body.contains("déjà pris"));
    }
    let (_, page) = operator
        .send(
            &address,
            &answers(
                "Essai renommé",
                "[champs]\nnom = \"Nom\"\ncommune = \"Ville\"\n",
            ),
        )
        .await;
    assert!(page.text().contains("Essai renommé") && page.text().contains("De Portulan"));
    operator.page(&format!("{address}/modifier"), LIGHT).await;
    let (_, page) = operator.send(&format!("{address}/oublier"), &[]).await;
    assert!(page.text().contains("oubliée"));
    assert_eq!(operator.get(&address).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_file_becomes_places_and_its_report_is_read_line_by_line() {
    let operator = Operator::enter().await;
    let mapping = "[champs]\nid = \"N\"\nnom = \"Nom\"\ncommune = \"Ville\"\ntelephone = \"Tel\"\n";
    let source = operator.source("Essai", mapping).await;
    let file = "N,Nom,Ville,Tel\n1,Maison <b>,Rennes,02 99 00 00 01\n2,=1+1,Rennes,12\n,,,\n";
    let (run, page) = operator.harvest(&source, file).await;
    assert!(
        page.text().contains("Terminé") && page.text().contains("lignes lues"),
        "{}",
        page.text()
    );
    let report = operator.page(&format!("{run}/rapport"), TABLE).await;
    assert!(report.text().contains("Téléphone"), "{}", report.text());
    let lost = operator
        .page(&format!("{run}/rapport?gravite=lost"), TABLE)
        .await;
    assert!(lost.text().contains("illisible"), "{}", lost.text());
    let rule = operator
        .page(
            &format!("{run}/rapport?regle=phone-unreadable&gravite=lost"),
            TABLE,
        )
        .await;
    assert!(rule.text().contains("Téléphone illisible"));
    let differences = operator.page(&format!("{run}/differences"), TABLE).await;
    assert!(differences.text().contains("Nouveau"));
    let (status, csv) = operator.get(&format!("{run}/corrections.csv")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(csv.starts_with("identifiant,nom,champ"), "{csv}");
    assert!(csv.contains("Téléphone illisible"), "{csv}");
    assert!(!csv.lines().any(|line| line.contains(",=1+1,")), "{csv}");
    let again = operator.page(&source, LIGHT).await;
    assert!(again.text().contains("Derniers moissonnages") && again.text().contains("Terminé"));
    operator.page("/exploitation/sources", LIGHT).await;
    operator.page("/exploitation/moissonnages", LIGHT).await;
}

#[tokio::test]
async fn a_file_that_is_missing_cut_or_unreadable_is_said_and_changes_nothing() {
    let operator = Operator::enter().await;
    let source = operator.source("Essai", "").await;
    let before = operator.site.slugs().len();
    let give = format!("{source}/moissonner");
    let (status, _, body) = operator.post(&give, &multipart(), part("")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(Html::read(&body).text().contains("Choisissez un fichier"));
    let mut cut = part(&many("Lieu", 40));
    cut.truncate(cut.len() / 2);
    let (status, _, body) = operator.post(&give, &multipart(), cut).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(Html::read(&body).text().contains("pas arrivé en entier"));
    let (status, _, _) = operator.post(&give, "multipart/form-data", part("x")).await;
    assert!(status.is_client_error(), "{status}");
    let (_, page) = operator
        .harvest(&source, "<html><p>pas une liste</p></html>")
        .await;
    assert!(
        page.text().contains("Échoué") && page.text().contains("Aucun lieu n"),
        "{}",
        page.text()
    );
    assert!(
        page.text().contains("colonnes inconnues"),
        "said in French: {}",
        page.text()
    );
    assert_eq!(operator.site.slugs().len(), before);
}

#[tokio::test]
async fn a_list_is_asked_for_at_its_address_and_what_stops_it_is_said() {
    let operator = Operator::enter().await;
    let mut typed = answers("Essai", "");
    typed.retain(|(name, _)| *name != "origine");
    typed.extend([
        ("origine", "adresse"),
        ("adresse", "http://169.254.169.254/liste.csv"),
    ]);
    let (source, _) = operator.send("/exploitation/sources", &typed).await;
    let source = source.split('?').next().unwrap();
    let page = operator.page(source, LIGHT).await;
    assert!(page.text().contains("Relever la liste"), "{}", page.text());
    let (run, _) = operator.send(&format!("{source}/relever"), &[]).await;
    let page = operator.settled(&run).await;
    let text = page.text();
    assert!(
        text.contains("Échoué") && text.contains("réseau privé"),
        "{text}"
    );
    let by_hand = operator.source("Autre", "").await;
    let (status, _, _) = operator
        .post(&format!("{by_hand}/relever"), FORM, Vec::new())
        .await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_mapping_is_proposed_from_a_file_and_nothing_is_kept_before_it_is_sent() {
    let operator = Operator::enter().await;
    let source = operator.source("Essai", "").await;
    let file = "Nom du lieu,Commune,Code postal,Téléphone\nMaison,Rennes,35000,0299000001\n";
    let (status, _, body) = operator
        .post(&format!("{source}/proposer"), &multipart(), part(file))
        .await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        body.contains("[champs]") && body.contains("Nom du lieu"),
        "{body}"
    );
    Html::read(&body).check("proposal", "fr", LIGHT);
    let page = operator.page(&source, LIGHT).await;
    assert!(page.text().contains("le fichier est d"), "nothing was kept");
}

#[tokio::test]
async fn a_run_that_would_change_too_much_waits_for_a_person() {
    let operator = Operator::enter().await;
    let source = operator.source("Essai", "").await;
    operator.harvest(&source, &many("Lieu", 10)).await;
    let (run, page) = operator.harvest(&source, &many("Autre", 10)).await;
    assert!(
        page.text().contains("Votre accord est nécessaire"),
        "{}",
        page.text()
    );
    let differences = operator.page(&format!("{run}/differences"), TABLE).await;
    assert!(differences.text().contains("Lieu") && differences.text().contains("Autre"));
    let (_, page) = operator
        .send(
            &format!("{run}/abandonner"),
            &[("motif", "fichier d'essai")],
        )
        .await;
    assert!(
        page.text().contains("Laissé de côté") && page.text().contains("essai"),
        "{}",
        page.text()
    );
    let (run, _) = operator.harvest(&source, &many("Encore", 10)).await;
    let (_, page) = operator.send(&format!("{run}/accepter"), &[]).await;
    assert!(page.text().contains("Accepté"), "{}", page.text());
    let twice = operator
        .post(&format!("{run}/accepter"), FORM, Vec::new())
        .await;
    assert_eq!(twice.0, StatusCode::SEE_OTHER, "pressing twice is harmless");
    let to = twice.1["location"].to_str().unwrap();
    let page = operator.page(to, TABLE).await;
    assert!(page.text().contains("déjà fait"), "{}", page.text());
}

#[tokio::test]
async fn a_place_that_its_source_gives_no_more_says_so_until_somebody_knows_better() {
    let operator = Operator::enter().await;
    let source = operator.source("Essai", "").await;
    operator.harvest(&source, &many("Lieu", 10)).await;
    let (_, page) = operator.harvest(&source, &many("Lieu", 9)).await;
    assert!(page.text().contains("1 retiré"), "{}", page.text());
    let list = "/exploitation/a-verifier";
    let page = operator.page(list, LIGHT).await;
    assert!(
        page.text().contains("1 lieu sans source"),
        "{}",
        page.text()
    );
    let directory = operator.site.app.directory();
    let gone = directory.all_gone().next().unwrap().place.clone();
    let public = format!("/lieux/{}", gone.slug);
    let (status, body) = operator.site.get(&public).await;
    assert_eq!(status, StatusCode::GONE);
    let page = Html::read(&body);
    page.check(&public, "fr", LIGHT);
    assert!(
        page.text().contains("plus donné par sa source"),
        "{}",
        page.text()
    );
    let id = gone.id.to_string();
    let (_, page) = operator
        .send(list, &[("lieu", &id), ("dit", "ouvert")])
        .await;
    assert!(page.text().contains("toujours là"), "{}", page.text());
    assert_eq!(operator.site.get(&public).await.0, StatusCode::OK);
    operator
        .send(list, &[("lieu", &id), ("dit", "ferme")])
        .await;
    assert_eq!(operator.site.get(&public).await.0, StatusCode::GONE);
    let wrong = form(&[("lieu", "x"), ("dit", "ouvert")]);
    assert_eq!(
        operator.post(list, FORM, wrong).await.0,
        StatusCode::NOT_FOUND
    );
}
