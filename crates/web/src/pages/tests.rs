//! Every page, language and state on the demonstration, through the real router, read as a strict reader would.

mod audience;
mod bodies;
mod calls;
mod campaigns;
mod census;
mod contacts;
mod decisions;
mod desk;
mod doors;
mod ecosystem;
mod editing;
mod envelopes;
mod giving;
mod hostile;
mod levels;
mod links;
mod means;
mod meetings;
mod organisations;
mod overlaps;
mod pictures;
mod plan;
mod proposals;
mod reader;
mod routes;
mod schemes;
mod sessions;
mod totals;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use portulan_app::secret::Key;
use portulan_app::{App, DatabaseUrl, Options, SeededChance, SetClock, demonstration, merging};
use portulan_policy::actions::MergePlaces;
use portulan_policy::{Actor, Node, allow};
use tempfile::TempDir;
use tower::ServiceExt as _;

use crate::state::{AppState, Settings};
use reader::Html;

/// Elements of a page at `EcoIndex` 91 and 81 (3 requests, 50 KB), SVG descendants apart.
const LIGHTEST: usize = 128;
const LIGHT: usize = 395;
/// The reference of the API at `EcoIndex` 71.
const REFERENCE: usize = 800;
/// Bytes of a page before compression; with the style sheet and the script, 50 KB are never reached.
const BYTES: usize = 60_000;

pub(in crate::pages) struct Site {
    pub(in crate::pages) app: Arc<App>,
    router: Router,
    _data: TempDir,
}

impl Site {
    pub(in crate::pages) async fn open() -> Self {
        let data = tempfile::tempdir().unwrap();
        let instant = "2026-11-25T10:30:00+01:00".parse().unwrap();
        let clock = Arc::new(SetClock::starting_at(instant));
        let url = DatabaseUrl::in_dir(data.path());
        let options = Options {
            key: Some(Key::from_bytes([7; 32]).into()),
            ..Options::default()
        };
        let app = App::open_with(&url, clock, Arc::new(SeededChance::new(7)), options)
            .await
            .unwrap();
        let may = allow(&Actor::Operator, &Node::Installation).unwrap();
        demonstration::load(&app, &may).await.unwrap();
        let settings = Settings {
            draft_languages: true,
            ..Settings::default()
        };
        let router = crate::router(AppState::new(Arc::clone(&app), settings));
        Self {
            app,
            router,
            _data: data,
        }
    }

    async fn ask(&self, request: Request<Body>) -> (StatusCode, axum::http::HeaderMap, String) {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        (
            head.status,
            head.headers,
            String::from_utf8(body.to_vec()).unwrap(),
        )
    }

    async fn get(&self, address: &str) -> (StatusCode, String) {
        let request = Request::get(address).body(Body::empty()).unwrap();
        let (status, _, body) = self.ask(request).await;
        (status, body)
    }

    async fn page(&self, address: &str) -> Html {
        let (status, body) = self.get(address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        Html::read(&body)
    }

    fn slugs(&self) -> Vec<String> {
        let places = self.app.directory();
        places
            .snapshot
            .places()
            .iter()
            .map(|place| place.slug.to_string())
            .collect()
    }
}

/// The states of each page, and the most elements that each may have.
fn pages(site: &Site) -> Vec<(String, usize)> {
    let mut pages: Vec<(String, usize)> = Vec::new();
    let mut add = |address: &str, most: usize| pages.push((address.to_owned(), most));
    add("/", LIGHTEST);
    for results in [
        "",
        "?ou=Rennes",
        "?ou=imprimer+pr%C3%A8s+de+R%C3%A9publique+%C3%A0+Rennes+samedi+matin",
        "?ou=Villejean%2C+Rennes&besoin=acces&frais=gratuit&carte=1",
        "?ou=Rennes&quand=samedi%3Amatin&carte=1",
        "?ou=Rennes&quand=maintenant",
        "?ou=Maurepas",
        "?ou=zzxyqq",
        "?ou=Brest&quand=dimanche%3Asoir",
        "?theme=caf&ou=Rennes&public=seniors&prise_en_charge=langues",
        "?situation=formation&territoire=epci-243500139",
        "?besoin=rien&foo=1&quand=hier&rayon=1000&territoire=commune-00000&polygone=1&curseur=x&tri=hasard",
        "?q=biblioteque&reseau=bibliotheques-de-rennes&tri=nom",
        "?jour=2026-11-28&moment=matin&lat=48.11&lon=-1.68",
        "?polygone=-1.70,48.10;-1.65,48.10;-1.65,48.13",
    ] {
        add(&format!("/aide{results}"), LIGHT);
    }
    for territory in [
        "commune-35238",
        "commune-75056",
        "epci-243500139",
        "departement-35",
        "region-53",
        "pays-fr",
        "quartier-rennes-maurepas",
    ] {
        let known = site
            .app
            .directory()
            .reference
            .territory(&territory.parse().unwrap())
            .is_some();
        if known {
            add(&format!("/territoires/{territory}"), LIGHT);
            add(&format!("/affiche/{territory}"), LIGHT);
            add(
                &format!("/affiche/{territory}?format=a3&semaine=2026-12-07"),
                LIGHT,
            );
        }
    }
    for levels in [
        "",
        "?adresse=Saint-Denis",
        "?adresse=zzxyqq&au=2024-01-15",
        "?lat=48.12&lon=-1.7",
        "?adresse=42+cours+Kennedy%2C+Rennes",
        "/commune-35238",
        "/commune-35238?au=hier",
        "/commune-35238?au=2024-01-15&avec=Vitr%C3%A9",
        "/epci-243500139?avec=departement-22",
        "/commune-35238?avec=zzxyqq",
        "/quartier-rennes-maurepas",
        "/departement-35",
        "/region-53",
        "/pays-fr",
    ] {
        add(&format!("/niveaux{levels}"), LIGHT);
    }
    for picture in [
        "",
        "?ou=zzxyqq",
        "?ou=Saint-Denis",
        "?territoire=commune-35238",
        "?territoire=commune-35238&sorte=lieux&sorte=structures",
        "?territoire=epci-243500139&niveau=epci",
        "?territoire=commune-35238&role=employeur",
        "?territoire=pays-fr",
    ] {
        add(&format!("/ecosysteme{picture}"), LIGHT);
    }
    for page in organisations::pages().chain(means::pages()) {
        add(&page, LIGHT);
    }
    add("/ecosysteme?territoire=commune-35238&vue=tableau", LIGHT);
    add("/ecosysteme?territoire=region-53&vue=tableau&page=2", LIGHT);
    for text in [
        "/donnees",
        "/accessibilite",
        "/ecoconception",
        "/mentions-legales",
        "/donnees-personnelles",
    ] {
        add(text, LIGHT);
    }
    add("/api/v1", REFERENCE);
    pages
}

fn in_language(address: &str, lang: &str) -> String {
    super::addresses::with(address, "langue", lang)
}

#[tokio::test]
async fn every_page_in_every_state_and_language_is_well_made_and_light() {
    let site = Site::open().await;
    for (address, most) in pages(&site) {
        for lang in ["fr", "en", "br"] {
            let page = site.page(&in_language(&address, lang)).await;
            let expected = if address == "/api/v1" { "fr" } else { lang };
            page.check(&format!("{address} ({lang})"), expected, most);
        }
    }
}

#[tokio::test]
async fn every_place_and_its_sheet_are_well_made_and_light() {
    let site = Site::open().await;
    for slug in site.slugs() {
        site.page(&format!("/lieux/{slug}"))
            .await
            .check(&slug, "fr", LIGHT);
        for format in ["?format=a6", "", "?format=a4&grand=1&langue=en"] {
            let lang = if format.contains("langue") {
                "en"
            } else {
                "fr"
            };
            let address = format!("/fiche/{slug}{format}");
            site.page(&address).await.check(&address, lang, LIGHTEST);
        }
    }
}

#[tokio::test]
async fn every_link_of_every_page_leads_somewhere() {
    let site = Site::open().await;
    let all = pages(&site).into_iter();
    let mut open: Vec<String> = all.map(|(address, _)| address).collect();
    let slugs = site.slugs();
    open.extend(
        slugs
            .iter()
            .take(20)
            .flat_map(|slug| [format!("/lieux/{slug}"), format!("/fiche/{slug}")]),
    );
    let mut links: BTreeMap<String, String> = BTreeMap::new();
    for address in open {
        let page = site.page(&address).await;
        for (path, anchor) in page.internal_links(&address) {
            links
                .entry(format!("{path}#{anchor}"))
                .or_insert(address.clone());
        }
    }
    assert!(links.len() > 300, "{} links", links.len());
    for (link, from) in links {
        let (path, anchor) = link.rsplit_once('#').unwrap();
        let (status, body) = site.get(path).await;
        // The way to change a place is open to those who may alone.
        let closed = path.ends_with("/modifier") && status == StatusCode::FORBIDDEN;
        assert!(
            closed || status.is_success() || status.is_redirection(),
            "{link} of {from}: {status}"
        );
        if !anchor.is_empty() && status.is_success() {
            assert!(
                Html::read(&body).has_id(anchor),
                "{link} of {from}: no such anchor"
            );
        }
    }
}

#[tokio::test]
async fn no_message_is_missing_from_any_page() {
    let site = Site::open().await;
    for (address, _) in pages(&site) {
        let page = site.page(&address).await;
        assert_eq!(page.unworded(), Vec::<String>::new(), "{address}");
    }
}

#[tokio::test]
async fn a_place_says_of_each_group_how_far_it_may_be_trusted_and_since_when() {
    let site = Site::open().await;
    let by_place = site
        .page("/lieux/espace-social-commun-simone-iff-maurepas")
        .await;
    let said = "confirmé par le lieu il y a 23 jours (2 novembre 2026)";
    // Address, hours beside the state and under the week, contact, services; the source line has the oldest.
    assert!(
        by_place.text().matches(said).count() >= 4,
        "{}",
        by_place.text()
    );
    let by_list = site.page("/lieux/espace-social-commun-de-cleunay").await;
    let said = "probable\u{A0}: mis à jour il y a 2 mois (14 septembre 2026)";
    assert!(by_list.text().contains(said), "{}", by_list.text());
    let english = site
        .page("/lieux/espace-social-commun-de-cleunay?langue=en")
        .await;
    assert!(
        english.text().contains("probable: updated"),
        "{}",
        english.text()
    );
}

#[tokio::test]
async fn the_phrase_of_a_new_user_is_answered_and_what_was_understood_can_be_taken_away() {
    let site = Site::open().await;
    let address = "/aide?ou=imprimer+pr%C3%A8s+de+R%C3%A9publique+%C3%A0+Rennes+samedi+matin";
    let page = site.page(address).await;
    assert!(
        page.text().contains("ouverts samedi matin"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("Autour de République"));
    let away: Vec<String> = page
        .internal_links(address)
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| path.contains("pour=") && !path.contains("quand="))
        .collect();
    let without_moment = away.first().expect("the moment can be taken away");
    let page = site.page(without_moment).await;
    assert!(!page.text().contains("ouverts samedi") && page.text().contains("République"));
}

#[tokio::test]
async fn an_ambiguous_name_is_a_choice_and_each_choice_is_an_answer() {
    let site = Site::open().await;
    let page = site.page("/aide?ou=Maurepas").await;
    let choices: Vec<String> = page
        .internal_links("/aide")
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| path.contains("pour="))
        .collect();
    assert!(choices.len() >= 3, "{choices:?}");
    for choice in choices {
        let page = site.page(&choice).await;
        assert!(
            page.text().contains("Autour de Maurepas"),
            "{choice}: {}",
            page.text()
        );
    }
}

#[tokio::test]
async fn a_wrong_parameter_is_named_and_the_rest_is_answered() {
    let site = Site::open().await;
    let page = site.page("/aide?ou=Rennes&besoin=rien&foo=1").await;
    assert!(
        page.text()
            .contains("« rien »".replace(' ', "\u{A0}").as_str()),
        "{}",
        page.text()
    );
    assert!(page.text().contains("foo") && page.text().contains("peuvent vous aider"));
    assert!(
        !page
            .internal_links("/aide")
            .iter()
            .any(|(path, _)| path.contains("foo=") && !path.contains("langue="))
    );
}

#[tokio::test]
async fn a_bare_or_former_commune_code_leads_to_today_s_page() {
    let site = Site::open().await;
    for (old, new) in [
        ("35238", "commune-35238"),
        ("commune-75101", "commune-75056"),
    ] {
        let request = Request::get(format!("/territoires/{old}"))
            .body(Body::empty())
            .unwrap();
        let (status, headers, _) = site.ask(request).await;
        assert_eq!(status, StatusCode::PERMANENT_REDIRECT, "{old}");
        assert_eq!(headers[header::LOCATION], format!("/territoires/{new}"));
    }
}

#[tokio::test]
async fn the_language_of_the_reader_is_spoken_and_an_address_can_choose_another() {
    let site = Site::open().await;
    let request = Request::get("/")
        .header(header::ACCEPT_LANGUAGE, "en-GB,fr;q=0.5")
        .body(Body::empty())
        .unwrap();
    let (_, headers, body) = site.ask(request).await;
    assert_eq!(Html::read(&body).lang(), "en");
    assert!(
        headers
            .get_all(header::VARY)
            .iter()
            .any(|vary| vary == "accept-language")
    );
    let english = site.page("/aide?ou=Rennes&langue=en").await;
    assert_eq!(english.lang(), "en");
    let links = english.internal_links("/aide");
    let pages = links.iter().filter(|(path, _)| path.starts_with("/lieux/"));
    assert!(pages.clone().count() > 0 && pages.clone().all(|(path, _)| path.contains("langue=en")));
}

#[tokio::test]
async fn faults_are_pages() {
    let site = Site::open().await;
    for (address, expected) in [
        ("/rien", StatusCode::NOT_FOUND),
        ("/lieux/rien", StatusCode::NOT_FOUND),
        ("/fiche/rien", StatusCode::NOT_FOUND),
        ("/territoires/commune-00000", StatusCode::NOT_FOUND),
        ("/affiche/x", StatusCode::NOT_FOUND),
        ("/exploitation", StatusCode::FORBIDDEN),
        ("/aide/points", StatusCode::BAD_REQUEST),
    ] {
        let (status, body) = site.get(address).await;
        assert_eq!(status, expected, "{address}");
        Html::read(&body).check(address, "fr", LIGHT);
    }
}

#[tokio::test]
async fn the_address_of_a_merged_place_leads_to_the_one_that_stands_for_it() {
    let site = Site::open().await;
    let places: Vec<_> = site
        .app
        .directory()
        .snapshot
        .places()
        .iter()
        .take(2)
        .cloned()
        .collect();
    let may = allow::<MergePlaces>(&Actor::Operator, &Node::Installation).unwrap();
    let wish = merging::Wish {
        places: places.iter().map(|place| place.id).collect(),
        survivor: Some(places[0].id),
        former: BTreeMap::new(),
        wishes: BTreeMap::new(),
        reason: "essai".to_owned(),
    };
    let merge = merging::merge(&site.app, &may, wish).await.unwrap();
    let old = format!("/lieux/{}", places[1].slug);
    let request = Request::get(&old).body(Body::empty()).unwrap();
    let (status, headers, _) = site.ask(request).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let leads = &headers[header::LOCATION];
    assert_eq!(leads, &format!("/lieux/{}", places[0].slug));
    let undone = merging::undo(&site.app, &may, merge, "essai").await;
    undone.unwrap();
    assert_eq!(site.get(&old).await.0, StatusCode::OK);
    assert_eq!(site.get("/lieux/jamais-vu").await.0, StatusCode::NOT_FOUND);
}
