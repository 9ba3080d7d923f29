//! What nobody means well with, on every page: names that are scripts, addresses that run, days that never were; and what
//! answers say to browsers.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use portulan_policy::{NodeKind, Role};
use portulan_testkit::Engine;
use tower::ServiceExt as _;

use super::Site;
use super::desk::{FORM, Operator, form};
use super::routes::objects;
use super::routes::site::{Installation, Scope};
use crate::routes::Needs;
use crate::state::{AppState, Settings};

/// `<script>alert(1)</script>`, as a form sends it.
const SCRIPT: &str = "%3Cscript%3Ealert%281%29%3C%2Fscript%3E";
const LIVE: &str = "<script>alert(1)";
const ESCAPED: &str = "&#60;script&#62;alert(1)";

/// Gives the name of a script to all that can have a name.
async fn named_badly(site: &Installation) {
    let operator = site.caller(Scope::Operator).await;
    let person = site
        .caller(Scope::Inside(Role::Coordinator, NodeKind::Territory))
        .await;
    let directory = site.app.directory();
    let place = directory.snapshot.places()[0].slug.to_string();
    let named = |name: &str| format!("{name}={SCRIPT}");
    let several = |names: &[&str]| {
        names
            .iter()
            .map(|name| named(name))
            .collect::<Vec<_>>()
            .join("&")
    };
    let organisation = several(&["org-nom", "org-resume"]) + "&org-niveau=Rennes";
    let source = several(&["nom", "licence"])
        + "&origine=fichier&rythme=aucune&niveau=Rennes&confiance=50&limite=20";
    let presentation = several(&["nom", "resume", "detail", "structure"]);
    for (address, form, caller) in [
        (
            "/espace/structures/nouvelle".to_owned(),
            organisation,
            &operator,
        ),
        ("/exploitation/sources".to_owned(), source, &operator),
        (
            format!("/lieux/{place}/modifier/presentation"),
            presentation,
            &operator,
        ),
        ("/compte".to_owned(), named("nom") + "&langue=fr", &person),
    ] {
        let (status, body) = site.post(&address, caller, form).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{address}: {body}");
    }
    site.app.refresh().await.unwrap();
}

#[tokio::test]
async fn a_name_that_is_a_script_is_a_text_on_every_page() {
    let site = Installation::open(Engine::Sqlite).await;
    named_badly(&site).await;
    let mut shown = 0;
    for scope in [
        Scope::Visitor,
        Scope::Operator,
        Scope::Inside(Role::Coordinator, NodeKind::Territory),
    ] {
        let caller = site.caller(scope).await;
        for route in crate::routes().list {
            if route.method != Method::GET {
                continue;
            }
            for object in objects(route.needs) {
                let (_, headers, body) = site.answer(&route, *object, &caller).await;
                let told = format!("{} as {}", route.path, caller.name);
                if is_page(&headers) {
                    assert!(!body.contains(LIVE), "{told} runs a name");
                    shown += usize::from(body.contains(ESCAPED));
                }
            }
        }
        for address in [
            "/aide?q=script",
            "/aide?ou=%3Cscript%3Ealert(1)",
            "/exploitation/lieux?q=script",
        ] {
            let (_, body) = site.get(address, &caller).await;
            assert!(!body.contains(LIVE), "{address} runs a name");
            shown += usize::from(body.contains(ESCAPED));
        }
    }
    assert!(shown > 12, "{shown} pages show the name: nothing was tried");
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html") || kind.starts_with("image/svg"))
}

#[tokio::test]
async fn what_is_reserved_is_kept_in_no_cache() {
    let site = Installation::open(Engine::Sqlite).await;
    for scope in [Scope::Visitor, Scope::Operator, Scope::NoRole] {
        let caller = site.caller(scope).await;
        for route in crate::routes().list {
            if route.method != Method::GET || route.needs == Needs::Public {
                continue;
            }
            let object = objects(route.needs)[0];
            let (status, headers, _) = site.answer(&route, object, &caller).await;
            let told = format!("{} as {}", route.path, caller.name);
            // The page of a refusal holds nothing of its object.
            let wanted = if status.is_client_error() {
                "no-"
            } else {
                "no-store"
            };
            let kept = headers.get(header::CACHE_CONTROL);
            let kept = kept.and_then(|kept| kept.to_str().ok()).unwrap_or_default();
            assert!(kept.contains(wanted), "{told}: {status} {kept:?}");
        }
    }
}

#[tokio::test]
async fn an_address_that_runs_is_kept_out_of_every_form() {
    let operator = Operator::enter().await;
    let place = operator.site.slugs().remove(0);
    let contact = format!("/lieux/{place}/modifier/contact");
    let report = format!("/lieux/{place}/signaler");
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "https://",
        "http://exemple.fr/\r\nSet-Cookie: a=b",
    ] {
        let new = [
            ("org-nom", "Essai"),
            ("org-niveau", "Rennes"),
            ("org-site", address),
        ];
        let source = [
            ("nom", "Essai"),
            ("origine", "adresse"),
            ("adresse", address),
            ("rythme", "aucune"),
            ("niveau", "Rennes"),
            ("licence", "LO"),
            ("confiance", "50"),
            ("limite", "20"),
        ];
        for (to, pairs) in [
            (contact.as_str(), &[("site", address)] as &[_]),
            (report.as_str(), &[("site", address)]),
            ("/espace/structures/nouvelle", &new),
            ("/exploitation/sources", &source),
        ] {
            let (status, _, body) = operator.post(to, FORM, form(pairs)).await;
            assert!(!status.is_server_error(), "{to} {address}: {status}");
            // A source keeps an address as it was understood: on one line.
            let on_one_line = to.ends_with("sources") && address.contains('\n');
            assert!(
                on_one_line || status != StatusCode::SEE_OTHER,
                "{to} takes {address}"
            );
            assert!(
                !body.contains("href=\"javascript") && !body.contains(LIVE),
                "{to} {address}"
            );
        }
    }
}

/// Days that are none, or that nobody can mean.
const DAYS: [&str; 12] = [
    "0000-00-00",
    "2026-02-30",
    "9999-12-31",
    "99999-01-01",
    "-262143-01-01",
    "+262142-12-31",
    "1899-12-31",
    "2026-13-01T00:00:00Z",
    "٢٠٢٦-٠١-٠١",
    "1e9",
    "2026-01-01\0",
    "aujourd’hui; drop table place",
];

fn hours(operator: &Operator) -> String {
    let directory = operator.site.app.directory();
    let place = &directory.snapshot.places()[0].record;
    format!("{:?} {:?}", place.hours, place.hours_text)
}

#[tokio::test]
async fn days_that_nobody_can_mean_are_refused_and_break_nothing() {
    let operator = Operator::enter().await;
    let place = operator.site.slugs().remove(0);
    let part = |part: &str| format!("/lieux/{place}/modifier/{part}");
    for day in DAYS {
        let encoded = String::from_utf8(form(&[("jour", day)])).unwrap();
        let encoded = encoded.trim_start_matches("jour=");
        for address in [
            format!("/aide?ou=Rennes&jour={encoded}&moment=matin"),
            format!("/aide?quand={encoded}"),
            format!("/affiche/commune-35238?semaine={encoded}"),
            format!("/api/v1/lieux?jour={encoded}"),
            format!("/api/v1/horaires?oh=Mo-Fr+09:00-12:00&jour={encoded}"),
            format!("/exploitation/messages?page={encoded}"),
        ] {
            let (status, body) = operator.get(&address).await;
            assert!(!status.is_server_error(), "{address}: {status}");
            assert!(!body.contains(LIVE), "{address}");
        }
        let before = hours(&operator);
        for (address, pairs) in [
            (
                part("horaires"),
                vec![("mode", "semaine"), ("ferme-de", day), ("ferme-a", day)],
            ),
            (
                part("permanences"),
                vec![
                    ("session", "nouvelle"),
                    ("quand", "une-fois"),
                    ("jour", day),
                ],
            ),
            (
                part("permanences"),
                vec![
                    ("session", "nouvelle"),
                    ("quand", "semaine"),
                    ("du", day),
                    ("au", day),
                ],
            ),
            (
                "/espace/personnes/commune-35238".to_owned(),
                vec![("role", "mediator"), ("jusqu_au", day)],
            ),
        ] {
            let (status, _, body) = operator.post(&address, FORM, form(&pairs)).await;
            assert!(
                !status.is_server_error(),
                "{address} {day}: {status} {body}"
            );
            assert_ne!(status, StatusCode::SEE_OTHER, "{address} takes {day}");
        }
        assert_eq!(before, hours(&operator), "{day} was taken");
    }
}

#[tokio::test]
async fn over_tls_every_answer_says_to_stay_there() {
    let site = Site::open().await;
    let settings = |public_url: &str| Settings {
        public_url: public_url.to_owned(),
        ..Settings::default()
    };
    for (public_url, expected) in [
        (
            "https://aide.exemple.fr",
            Some("max-age=31536000; includeSubDomains"),
        ),
        ("http://localhost:8080", None),
    ] {
        let state = AppState::new(Arc::clone(&site.app), settings(public_url));
        let router = crate::router(state);
        for address in [
            "/",
            "/aide?ou=Rennes",
            "/api/v1/sante",
            "/rien",
            "/espace",
            "/robots.txt",
        ] {
            let request = Request::get(address).body(Body::empty()).unwrap();
            let answer = router.clone().oneshot(request).await.unwrap();
            let said = answer.headers().get(header::STRICT_TRANSPORT_SECURITY);
            let said = said.map(|said| said.to_str().unwrap());
            assert_eq!(said, expected, "{address}");
        }
    }
}
