//! What is refused, in words: without a session, with one that is over, forged or taken from somebody, and with a role
//! that is held no more while its page is open.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use portulan_app::people::{self, Seen};
use portulan_app::{review, rights, sources};
use portulan_policy::{Actor, NodeKind, Role, allow};
use portulan_testkit::Engine;

use super::LIGHT;
use super::reader::Html;
use super::routes::site::{CANARY, Caller, Installation, Scope, may};

const COORDINATOR: Scope = Scope::Inside(Role::Coordinator, NodeKind::Territory);

fn refused(answer: (StatusCode, String), words: &str) -> Html {
    let (status, body) = answer;
    assert_eq!(status, StatusCode::FORBIDDEN, "{body}");
    let page = Html::read(&body);
    page.check("refused", "fr", LIGHT);
    let text = page
        .text()
        .replace(['\u{A0}', '\u{202F}'], " ")
        .replace('’', "'");
    assert!(text.contains(words), "{text}");
    page
}

fn leads_to(page: &Html, address: &str) -> bool {
    let mut links = page.internal_links("/").into_iter();
    links.any(|(path, _)| path == address)
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_led_to_the_door_and_back() {
    let site = Installation::open(Engine::Sqlite).await;
    let visitor = site.caller(Scope::Visitor).await;
    let page = refused(
        site.get("/exploitation/doublons?territoire=commune-35238", &visitor)
            .await,
        "connectez-vous, puis revenez",
    );
    let back = "/connexion?suite=%2Fexploitation%2Fdoublons%3Fterritoire%3Dcommune-35238";
    assert!(leads_to(&page, back));
    let page = refused(site.get("/compte", &visitor).await, "Il faut être connecté");
    assert!(leads_to(&page, "/connexion?suite=%2Fcompte"));
}

#[tokio::test]
async fn whoever_is_signed_in_without_the_role_is_told_so() {
    let site = Installation::open(Engine::Sqlite).await;
    let (_, pair) = site.pair();
    for scope in [
        Scope::NoRole,
        Scope::Outside(Role::Coordinator, NodeKind::Territory),
    ] {
        let caller = site.caller(scope).await;
        let words = "Aucun de vos rôles ne le permet";
        let page = refused(site.get(&pair, &caller).await, words);
        assert!(leads_to(&page, "/espace"));
    }
}

#[tokio::test]
async fn a_cookie_that_was_forged_is_nobody() {
    let site = Installation::open(Engine::Sqlite).await;
    let own = site.caller(COORDINATOR).await;
    let own = own.cookie.unwrap();
    let (name, secret) = own.split_once('=').unwrap();
    let mut cut = secret.to_owned();
    cut.pop();
    let other = if secret.ends_with('0') { '1' } else { '0' };
    for forged in [
        format!("{name}="),
        format!("{name}={}", "0".repeat(64)),
        format!("{name}={cut}"),
        format!("{name}={cut}{other}"),
        format!("{name}={secret}{secret}"),
        format!("{name}=' or '1'='1"),
        format!("portulan-appareil={secret}"),
        format!("__Host-{name}={secret}"),
    ] {
        let caller = Caller {
            name: forged.clone(),
            scope: Scope::Visitor,
            cookie: Some(forged),
        };
        refused(site.get("/espace", &caller).await, "Il faut être connecté");
    }
}

#[tokio::test]
async fn a_session_that_is_over_changes_nothing_and_leads_back_to_the_form() {
    let site = Installation::open(Engine::Sqlite).await;
    let caller = site.caller(COORDINATOR).await;
    assert_eq!(site.get("/compte", &caller).await.0, StatusCode::OK);
    let names = async || {
        let all = people::list(&site.app, &may()).await.unwrap();
        let name = |seen: &Seen| seen.person.name.to_string();
        all.iter().map(name).collect::<Vec<_>>()
    };
    let before = names().await;
    // Left in another tab; whoever kept a copy of the cookie has nothing either.
    let (left, _) = site.post("/compte/quitter", &caller, "").await;
    assert_eq!(left, StatusCode::SEE_OTHER);
    for (address, form) in [
        ("/compte", "nom=Quelqu%27un&langue=fr"),
        ("/compte/sessions", ""),
        ("/compte/effacer", ""),
        ("/exploitation/a-verifier", "lieu=x&dit=ouvert"),
    ] {
        let page = refused(
            site.post(address, &caller, form).await,
            "Si votre session est finie",
        );
        let form = address.replace('/', "%2F");
        assert!(leads_to(&page, &format!("/connexion?suite={form}%3Fa%3D1")));
    }
    assert_eq!(names().await, before);
}

#[tokio::test]
async fn a_role_that_is_taken_back_while_its_page_is_open_decides_nothing_more() {
    let site = Installation::open(Engine::Sqlite).await;
    let caller = site.caller(COORDINATOR).await;
    let (key, address) = site.pair();
    assert_eq!(site.get(&address, &caller).await.0, StatusCode::OK);
    let rennes = "commune-35238".parse().unwrap();
    let target = rights::territory(&site.app.directory(), &rennes);
    let giving = allow(&Actor::Operator, target).unwrap();
    for given in people::held_on(&site.app, &giving).await.unwrap() {
        people::take_back(&site.app, &giving, given.role.id)
            .await
            .unwrap();
    }
    let form = "decision=meme&motif=Vus+tous+les+deux+sur+place+mardi";
    let page = refused(
        site.post(&address, &caller, form).await,
        "ce que vous avez tapé y est encore",
    );
    assert!(
        page.text().contains("Vus tous les deux sur place mardi"),
        "and is given back: {}",
        page.text()
    );
    let side = review::pair(&site.app, &may(), key).await.unwrap();
    assert_eq!(side.link.decision, None);
    assert_eq!(site.get("/compte", &caller).await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_role_on_what_is_no_more_is_shown_above_and_taken_back_there() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let role = Scope::Inside(Role::Contributor, NodeKind::Source);
    site.caller(role).await;
    let all = sources::list(&site.app, &may()).await.unwrap();
    let here = all.iter().find(|one| one.source.name.contains(CANARY));
    let slug = here.unwrap().source.slug.clone();
    let address = "/espace/personnes/installation";
    let heading = "Rôles sur ce qui n’existe plus";
    let (_, before) = site.get(address, &operator).await;
    assert!(!before.contains(heading), "all of it stands");
    sources::remove(&site.app, &may(), &slug, "essai")
        .await
        .unwrap();
    let (status, body) = site.get(address, &operator).await;
    assert_eq!(status, StatusCode::OK);
    let page = Html::read(&body);
    page.check(address, "fr", LIGHT);
    assert!(page.text().contains(heading), "{}", page.text());
    assert!(page.text().contains(&format!("source-{slug}")));
    let (_, rest) = body.split_once(heading).unwrap();
    let (_, rest) = rest.split_once("name=\"role\" value=\"").unwrap();
    let form = format!("role={}", rest.split('"').next().unwrap());
    let form: &'static str = Box::leak(form.into_boxed_str());
    let taken = format!("{address}/retirer");
    let (status, _) = site.post(&taken, &operator, form).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (_, after) = site.get(address, &operator).await;
    assert!(!after.contains(heading), "{after}");
}

#[tokio::test]
async fn every_way_that_a_person_is_shown_is_open_to_them() {
    let site = Installation::open(Engine::Sqlite).await;
    for caller in site.callers().await {
        if caller.scope == Scope::Visitor {
            continue;
        }
        let mut seen = BTreeSet::new();
        let mut open = vec!["/espace".to_owned()];
        while let Some(address) = open.pop() {
            let (status, body) = site.get(&address, &caller).await;
            assert_eq!(status, StatusCode::OK, "{address} as {}", caller.name);
            let page = Html::read(&body);
            page.check(&address, "fr", super::REFERENCE);
            assert_eq!(page.unworded(), Vec::<String>::new(), "{address}");
            let links = page.internal_links(&address).into_iter();
            let reserved = links.map(|(path, _)| path).filter(|path| {
                let pages = ["/exploitation", "/espace"];
                let reserved = pages.iter().any(|root| path.starts_with(root));
                let is_file = [
                    ".csv",
                    ".ics",
                    ".pdf",
                    ".xlsx",
                    "/fichiers/",
                    "/documents/",
                    "/preuves/",
                    "/pieces/",
                    "/recepisse",
                ];
                reserved
                    && !path.contains("langue=")
                    && !is_file.iter().any(|part| path.contains(part))
                    && !path.ends_with("/html")
            });
            // A page that is asked for in many ways is one: what is chosen on it leads from one to the next without end.
            let once = |address: &String| address.split('?').next().unwrap_or_default().to_owned();
            open.extend(reserved.filter(|path| seen.insert(once(path))));
        }
        let screens = seen.len();
        let coordinates = matches!(caller.scope, Scope::Inside(Role::Coordinator, _));
        assert!(screens >= if coordinates { 6 } else { 0 }, "{seen:?}");
    }
}
