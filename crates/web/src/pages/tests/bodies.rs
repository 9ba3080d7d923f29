//! The desks of bodies: what is of another body is not found by its id, and what everybody reads holds nothing private.

mod contents;
mod picking;

use axum::http::StatusCode;
use portulan_policy::{NodeKind, Role};
use portulan_testkit::Engine;

use super::LIGHT;
use super::reader::Html;
use super::routes::site::{CANARY, Installation, Scope};

const CALLERS: [Scope; 4] = [
    Scope::Operator,
    Scope::Inside(Role::OrganisationManager, NodeKind::Organisation),
    Scope::Inside(Role::Referent, NodeKind::Territory),
    Scope::Inside(Role::Coordinator, NodeKind::Body),
];

#[tokio::test]
async fn what_is_of_another_body_is_not_found_by_its_id() {
    let site = Installation::open(Engine::Sqlite).await;
    let [here, there] = site.plans();
    let desk = format!("/espace/gouvernances/{}", here.body);
    for scope in CALLERS {
        let caller = site.caller(scope).await;
        for (letter, found) in [
            (here.letter, StatusCode::OK),
            (there.letter, StatusCode::NOT_FOUND),
        ] {
            let address = format!("{desk}/fichiers/{letter}");
            let (status, body) = site.get(&address, &caller).await;
            assert_eq!(status, found, "{scope:?} {address}");
            assert_eq!(body.contains("%PDF"), found == StatusCode::OK, "{scope:?}");
        }
        let member = format!("{desk}/membres/{}", there.member);
        let relieve = format!("{member}/relever");
        for (address, form) in [
            (member.as_str(), "geste=finir-coporteur"),
            (member.as_str(), "geste=refuser&motif=essai"),
            (relieve.as_str(), "motif=essai"),
        ] {
            let (status, _) = site.post(address, &caller, form).await;
            let refused = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&status);
            assert!(refused, "{scope:?} {address} {form}: {status}");
        }
        // The other body itself is closed to whoever belongs here.
        if scope != Scope::Operator {
            let other = format!("/espace/gouvernances/{}/membres", there.body);
            let (status, _) = site.get(&other, &caller).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{scope:?}");
        }
    }
    let manager = site.caller(CALLERS[1]).await;
    let leave = format!("/espace/gouvernances/{}/quitter", there.body);
    let form = format!("adhesion={}", there.member);
    let (status, _) = site.post(&leave, &manager, form).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "whose membership it is");
}

#[tokio::test]
async fn the_pages_of_a_body_are_sound_and_the_public_one_names_its_members() {
    let site = Installation::open(Engine::Sqlite).await;
    let [here, _] = site.plans();
    let operator = site.caller(Scope::Operator).await;
    let visitor = site.caller(Scope::Visitor).await;
    let desk = format!("/espace/gouvernances/{}", here.body);
    for part in [
        "",
        "/membres",
        "/modifier",
        "/fondation",
        "/rejoindre",
        "/suivi",
        "/noms",
    ] {
        let address = format!("{desk}{part}");
        let (status, body) = site.get(&address, &operator).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        Html::read(&body).check(&address, "fr", LIGHT);
    }
    for address in ["/espace/gouvernances", "/espace/gouvernances/nouvelle"] {
        let (_, body) = site.get(address, &operator).await;
        Html::read(&body).check(address, "fr", LIGHT);
    }
    for address in ["/gouvernances", "/gouvernances?territoire=Nulle+part"] {
        let (status, body) = site.get(address, &visitor).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        Html::read(&body).check(address, "fr", LIGHT);
    }
    let public = format!("/gouvernances/{}", here.body);
    let (status, body) = site.get(&public, &visitor).await;
    assert_eq!(status, StatusCode::OK);
    let page = Html::read(&body);
    page.check(&public, "fr", LIGHT);
    for words in ["Coporteur", "Rennes", &format!("Structure {CANARY}")] {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    assert!(
        !body.contains("/fichiers/"),
        "the file is its members' alone"
    );
}

#[tokio::test]
async fn the_note_of_the_level_above_reaches_no_browser_without_the_right() {
    const NOTE: &str = "Deux+partenaires+tardent.";
    let site = Installation::open(Engine::Sqlite).await;
    let [here, there] = site.plans();
    let desk = format!("/espace/gouvernances/{}", here.body);
    let note = format!("{desk}/suivi");
    let referent = site.caller(CALLERS[2]).await;
    let (status, body) = site
        .post(&note, &referent, format!("suivi-note={NOTE}"))
        .await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    let (_, body) = site.get(&note, &referent).await;
    let page = Html::read(&body);
    page.check(&note, "fr", LIGHT);
    assert!(body.contains("Deux partenaires tardent."), "{body}");
    let (_, over) = site.get(&desk, &referent).await;
    assert!(over.contains(&note), "the desk leads to it");
    assert!(!over.contains("tardent"), "the desk does not hold it");
    // Another one had read nothing there: what both wrote is shown, and nothing is lost.
    let other = "lu=%7B%22words%22%3Anull%2C%22difficulty%22%3Anull%7D&suivi-note=Autre";
    let (status, body) = site.post(&note, &referent, other).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    Html::read(&body).check(&note, "fr", LIGHT);
    assert!(body.contains("Deux partenaires tardent.") && body.contains("Autre"));
    for scope in [
        Scope::Visitor,
        Scope::NoRole,
        CALLERS[1],
        CALLERS[3],
        Scope::Outside(Role::Referent, NodeKind::Territory),
    ] {
        let caller = site.caller(scope).await;
        for address in [
            note.as_str(),
            desk.as_str(),
            &format!("{desk}/membres"),
            &format!("/gouvernances/{}", here.body),
        ] {
            let (_, body) = site.get(address, &caller).await;
            assert!(!body.contains("tardent"), "{scope:?} {address}");
        }
        let (status, _) = site.get(&note, &caller).await;
        assert_ne!(status, StatusCode::OK, "{scope:?}");
        let (_, over) = site.get(&desk, &caller).await;
        assert!(!over.contains("/suivi"), "{scope:?} is led to it");
    }
    let other = format!("/espace/gouvernances/{}/suivi", there.body);
    let (status, _) = site.get(&other, &referent).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
}
