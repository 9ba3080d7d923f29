//! The operator's desk through the real router: nobody enters without the session, nothing typed is lost, what is
//! decided can be undone.

mod lists;
mod messages;
mod pairs;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use portulan_app::operator;
use portulan_policy::actions::OpenSession;
use portulan_policy::{Actor, Node, allow};

use super::Site;
use super::reader::Html;

/// Elements of a full table, at `EcoIndex` 71.
pub(super) const TABLE: usize = 800;
const LIGHT: usize = super::LIGHT;
pub(super) const FORM: &str = "application/x-www-form-urlencoded";
const BOUNDARY: &str = "bord-du-fichier";

/// A site and the cookie of an open session.
pub(super) struct Operator {
    pub(super) site: Site,
    pub(super) cookie: String,
}

impl Operator {
    pub(super) async fn enter() -> Self {
        let site = Site::open().await;
        let may = allow::<OpenSession>(&Actor::Operator, &Node::Installation).unwrap();
        let link = operator::one_time_link(&site.app, &may).await.unwrap();
        let enter = Request::post(format!("/exploitation/{}", link.reveal()));
        let (_, headers, _) = site.ask(enter.body(Body::empty()).unwrap()).await;
        let cookie = headers[header::SET_COOKIE].to_str().unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Self { site, cookie }
    }

    pub(super) async fn get(&self, address: &str) -> (StatusCode, String) {
        let request = Request::get(address).header(header::COOKIE, &self.cookie);
        let (status, _, body) = self.site.ask(request.body(Body::empty()).unwrap()).await;
        (status, body)
    }

    /// A page that is well made in every language.
    pub(super) async fn page(&self, address: &str, most: usize) -> Html {
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

    pub(super) async fn post(
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
    pub(super) async fn send(&self, address: &str, pairs: &[(&str, &str)]) -> (String, Html) {
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
        let page = self.settled(&run).await;
        (run, page)
    }

    /// The page of a run, once it is over.
    async fn settled(&self, run: &str) -> Html {
        for _ in 0..50 {
            let (_, body) = self.get(&format!("{run}?attendre=1")).await;
            if !body.contains("data-working") {
                break;
            }
        }
        self.page(run, TABLE).await
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

pub(super) fn form(pairs: &[(&str, &str)]) -> Vec<u8> {
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
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
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
        "/exploitation/a-verifier".to_owned(),
        "/exploitation/lieux".to_owned(),
        format!("/exploitation/lieux/{slug}"),
        "/exploitation/messages".to_owned(),
        format!("/exploitation/messages/{id}"),
        format!("/exploitation/messages/{id}/html"),
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
            "/exploitation/sources/demonstration/relever".to_owned(),
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
        ("/exploitation/a-verifier".to_owned(), FORM.to_owned()),
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
        "/exploitation/a-verifier",
        "/exploitation/a-verifier?territoire=rien-de-tel",
        "/exploitation/lieux",
        "/exploitation/lieux?q=biblioth%C3%A8que",
        "/exploitation/lieux?q=zzzz",
        "/exploitation/messages",
        "/exploitation/messages?etat=sent",
        &format!("/exploitation/lieux/{slug}"),
    ] {
        operator.page(address, LIGHT).await;
    }
    for address in [
        "/exploitation/sources/rien",
        "/exploitation/moissonnages/rien",
        "/exploitation/lieux/rien",
        "/exploitation/messages/rien",
        "/exploitation/messages/01900000-0000-7000-8000-000000000000",
    ] {
        assert_eq!(
            operator.get(address).await.0,
            StatusCode::NOT_FOUND,
            "{address}"
        );
    }
}

#[tokio::test]
async fn forms_of_other_sites_are_refused_and_words_that_are_no_link_are_lost() {
    let operator = Operator::enter().await;
    let leave = |name: &'static str, value: &'static str| {
        Request::post("/exploitation/doublons/x/y")
            .header(header::COOKIE, &operator.cookie)
            .header(header::CONTENT_TYPE, FORM)
            .header(header::HOST, "aide.example")
            .header(name, value)
            .body(Body::from("decision=meme"))
            .unwrap()
    };
    for (name, value) in [
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://autre.example"),
        ("origin", "null"),
    ] {
        let (status, _, _) = operator.site.ask(leave(name, value)).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
    for (name, value) in [
        ("sec-fetch-site", "same-origin"),
        ("origin", "https://aide.example"),
    ] {
        let (status, _, _) = operator.site.ask(leave(name, value)).await;
        assert_ne!(status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
    let (status, _) = operator.get("/exploitation/nimporte-quoi").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_told_its_own_limit() {
    let operator = Operator::enter().await;
    for (address, limit) in [
        ("/exploitation/doublons/x/y", "64"),
        ("/exploitation/sources", "16"),
        ("/exploitation/sources/x/moissonner", "2"),
    ] {
        let request = Request::post(address)
            .header(header::COOKIE, &operator.cookie)
            .header(header::CONTENT_TYPE, FORM)
            .header(header::CONTENT_LENGTH, "3300000000")
            .body(Body::empty())
            .unwrap();
        let (status, _, body) = operator.site.ask(request).await;
        assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE, "{address}");
        let said = format!("La limite est de {limit}");
        assert!(
            Html::read(&body)
                .text()
                .replace('\u{A0}', " ")
                .contains(&said),
            "{address}"
        );
    }
}
