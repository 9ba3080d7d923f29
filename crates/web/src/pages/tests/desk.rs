//! The operator's desk through the real router: nobody enters without the session, nothing typed is lost, what is
//! decided can be undone.

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use portulan_app::operator;
use portulan_policy::actions::OpenSession;
use portulan_policy::{Actor, Node, allow};

use super::Site;
use super::reader::Html;

/// Elements of a full table, at `EcoIndex` 71.
const TABLE: usize = 800;
const LIGHT: usize = super::LIGHT;
const FORM: &str = "application/x-www-form-urlencoded";
const BOUNDARY: &str = "bord-du-fichier";
const HEADER: &str = "id,nom,commune,code_postal,adresse,date_maj";

/// A site and the cookie of an open session.
struct Operator {
    site: Site,
    cookie: String,
}

impl Operator {
    async fn enter() -> Self {
        let site = Site::open().await;
        let may = allow::<OpenSession>(&Actor::Operator, &Node::Installation).unwrap();
        let link = operator::one_time_link(&site.app, &may).await.unwrap();
        let enter = Request::post(format!("/exploitation/{}", link.reveal()));
        let (_, headers, _) = site.ask(enter.body(Body::empty()).unwrap()).await;
        let cookie = headers[header::SET_COOKIE].to_str().unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Self { site, cookie }
    }

    async fn get(&self, address: &str) -> (StatusCode, String) {
        let request = Request::get(address).header(header::COOKIE, &self.cookie);
        let (status, _, body) = self.site.ask(request.body(Body::empty()).unwrap()).await;
        (status, body)
    }

    /// A page that is well made in every language.
    async fn page(&self, address: &str, most: usize) -> Html {
        for lang in ["en", "br"] {
            let address = super::in_language(address, lang);
            let (status, body) = self.get(&address).await;
            assert_eq!(status, StatusCode::OK, "{address}: {body}");
            let page = Html::read(&body);
            page.check(&address, lang, most);
            assert_eq!(page.unworded(), Vec::<String>::new(), "{address}");
        }
        let (status, body) = self.get(address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        let page = Html::read(&body);
        page.check(address, "fr", most);
        assert_eq!(page.unworded(), Vec::<String>::new(), "{address}");
        page
    }

    async fn post(
        &self,
        address: &str,
        kind: &str,
        body: Vec<u8>,
    ) -> (StatusCode, HeaderMap, String) {
        let request = Request::post(address)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, kind);
        self.site.ask(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends a form and follows where it leads.
    async fn send(&self, address: &str, pairs: &[(&str, &str)]) -> (String, Html) {
        let form = form(pairs);
        let (status, headers, body) = self.post(address, FORM, form).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{address}: {body}");
        let to = headers[header::LOCATION].to_str().unwrap().to_owned();
        let page = self.page(&to, TABLE).await;
        (to, page)
    }

    /// Adds a source under the name "Essai", with a mapping or none.
    async fn source(&self, name: &str, mapping: &str) -> String {
        let answers = answers(name, mapping);
        let (to, page) = self.send("/exploitation/sources", &answers).await;
        assert!(
            page.text().contains("La source est enregistrée"),
            "{}",
            page.text()
        );
        to.split('?').next().unwrap().to_owned()
    }

    /// Gives a file to a source and waits for the end of its run.
    async fn harvest(&self, source: &str, file: &str) -> (String, Html) {
        let address = format!("{source}/moissonner");
        let (status, headers, body) = self.post(&address, &multipart(), part(file)).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
        let run = headers[header::LOCATION].to_str().unwrap().to_owned();
        for _ in 0..50 {
            let (_, body) = self.get(&format!("{run}?attendre=1")).await;
            if !body.contains("data-working") {
                break;
            }
        }
        (run.clone(), self.page(&run, TABLE).await)
    }
}

fn answers<'a>(name: &'a str, mapping: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("nom", name),
        ("origine", "fichier"),
        ("rythme", "aucune"),
        ("niveau", "Ille-et-Vilaine"),
        ("licence", "Licence Ouverte 2.0"),
        ("confiance", "50"),
        ("limite", "20 %"),
        ("correspondance", mapping),
    ]
}

fn form(pairs: &[(&str, &str)]) -> Vec<u8> {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs);
    query.finish().into_bytes()
}

fn multipart() -> String {
    format!("multipart/form-data; boundary={BOUNDARY}")
}

/// A form that holds one file.
fn part(file: &str) -> Vec<u8> {
    format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"liste.csv\"\r\n\
         Content-Type: text/csv\r\n\r\n{file}\r\n--{BOUNDARY}--\r\n"
    )
    .into_bytes()
}

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
async fn the_operator_enters_once_by_the_link_and_leaves() {
    let site = Site::open().await;
    let may = allow::<OpenSession>(&Actor::Operator, &Node::Installation).unwrap();
    let link = operator::one_time_link(&site.app, &may).await.unwrap();
    let address = format!("/exploitation/{}", link.reveal());
    site.page(&address).await.check("door", "fr", LIGHT);
    let post = |address: &str| Request::post(address).body(Body::empty()).unwrap();
    let (status, headers, _) = site.ask(post(&address)).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let cookie = headers[header::SET_COOKIE].to_str().unwrap().to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
    let pair = cookie.split(';').next().unwrap().to_owned();
    let desk = || {
        Request::get("/exploitation")
            .header(header::COOKIE, &pair)
            .body(Body::empty())
            .unwrap()
    };
    let (status, _, body) = site.ask(desk()).await;
    assert_eq!(status, StatusCode::OK);
    Html::read(&body).check("desk", "fr", LIGHT);
    assert_eq!(
        site.ask(post(&address)).await.0,
        StatusCode::FORBIDDEN,
        "the link is used up"
    );
    let leave = Request::post("/exploitation")
        .header(header::COOKIE, &pair)
        .body(Body::empty())
        .unwrap();
    assert_eq!(site.ask(leave).await.0, StatusCode::SEE_OTHER);
    assert_eq!(site.ask(desk()).await.0, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn nobody_without_the_session_sees_or_does_anything() {
    let site = Site::open().await;
    let slug = site.slugs().remove(0);
    let id = "01900000-0000-7000-8000-000000000000";
    let shown = [
        "/exploitation".to_owned(),
        "/exploitation/sources".to_owned(),
        "/exploitation/sources/nouvelle".to_owned(),
        "/exploitation/sources/demonstration".to_owned(),
        "/exploitation/sources/demonstration/modifier".to_owned(),
        "/exploitation/moissonnages".to_owned(),
        format!("/exploitation/moissonnages/{id}"),
        format!("/exploitation/moissonnages/{id}/rapport"),
        format!("/exploitation/moissonnages/{id}/corrections.csv"),
        format!("/exploitation/moissonnages/{id}/differences"),
        "/exploitation/doublons".to_owned(),
        format!("/exploitation/doublons/{id}/{id}"),
        "/exploitation/lieux".to_owned(),
        format!("/exploitation/lieux/{slug}"),
    ];
    for address in shown {
        let (status, body) = site.get(&address).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{address}");
        Html::read(&body).check(&address, "fr", LIGHT);
    }
    let done = [
        ("/exploitation/sources".to_owned(), FORM.to_owned()),
        (
            "/exploitation/sources/demonstration".to_owned(),
            FORM.to_owned(),
        ),
        (
            "/exploitation/sources/demonstration/oublier".to_owned(),
            FORM.to_owned(),
        ),
        (
            "/exploitation/sources/demonstration/proposer".to_owned(),
            multipart(),
        ),
        (
            "/exploitation/sources/demonstration/moissonner".to_owned(),
            multipart(),
        ),
        (
            format!("/exploitation/moissonnages/{id}/accepter"),
            FORM.to_owned(),
        ),
        (
            format!("/exploitation/moissonnages/{id}/abandonner"),
            FORM.to_owned(),
        ),
        (format!("/exploitation/doublons/{id}/{id}"), FORM.to_owned()),
        (
            format!("/exploitation/lieux/{slug}/defaire"),
            FORM.to_owned(),
        ),
        (
            format!("/exploitation/lieux/{slug}/separer"),
            FORM.to_owned(),
        ),
    ];
    for (address, kind) in done {
        let request = Request::post(&address).header(header::CONTENT_TYPE, kind);
        let (status, _, _) = site.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{address}");
    }
}

#[tokio::test]
async fn every_page_of_the_desk_is_well_made_when_there_is_nothing_yet() {
    let operator = Operator::enter().await;
    let slug = operator.site.slugs().remove(0);
    for address in [
        "/exploitation",
        "/exploitation/sources",
        "/exploitation/sources/nouvelle",
        "/exploitation/moissonnages",
        "/exploitation/doublons",
        "/exploitation/doublons?territoire=rien-de-tel",
        "/exploitation/lieux",
        "/exploitation/lieux?q=biblioth%C3%A8que",
        "/exploitation/lieux?q=zzzz",
        &format!("/exploitation/lieux/{slug}"),
    ] {
        operator.page(address, LIGHT).await;
    }
    for address in [
        "/exploitation/sources/rien",
        "/exploitation/moissonnages/rien",
        "/exploitation/lieux/rien",
    ] {
        assert_eq!(
            operator.get(address).await.0,
            StatusCode::NOT_FOUND,
            "{address}"
        );
    }
}

#[tokio::test]
async fn a_source_with_faults_says_them_all_and_keeps_what_was_typed() {
    let operator = Operator::enter().await;
    let typed = form(&[
        ("nom", " "),
        ("identifiant", "Mauvais Nom"),
        ("origine", "adresse"),
        ("adresse", "ftp://liste"),
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
    assert_eq!(body.matches("class=\"field-wrong\"").count(), 8, "{body}");
    assert!(body.contains("ftp://liste") && body.contains("Mauvais Nom"));
    assert!(!body.contains("<b>nulle part"), "what was typed is text");
    let address = operator.source("Essai", "").await;
    assert_eq!(address, "/exploitation/sources/essai");
    let taken = form(&answers("Essai", ""));
    let (status, _, body) = operator.post("/exploitation/sources", FORM, taken).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("déjà pris"));
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
    assert_eq!(twice.0, StatusCode::CONFLICT, "a word is given once");
    Html::read(&twice.2).check("conflict", "fr", LIGHT);
}

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
