//! The pages of levels as they are asked: addresses, days, two territories, and to whom what is missing is told.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use portulan_policy::{NodeKind, Role};
use portulan_testkit::Engine;

use super::Site;
use super::routes::site::{Installation, Scope};

/// Where an address leads.
async fn leads(site: &Site, address: &str) -> String {
    let request = Request::get(address).body(Body::empty()).unwrap();
    let (status, headers, body) = site.ask(request).await;
    assert!(status.is_redirection(), "{address}: {status} {body}");
    headers[header::LOCATION].to_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_name_leads_to_the_permanent_address_of_its_levels_and_keeps_what_was_asked() {
    let site = Site::open().await;
    for (asked, address) in [
        ("/niveaux?adresse=Rennes", "/niveaux/commune-35238"),
        ("/niveaux/35238", "/niveaux/commune-35238"),
        (
            "/niveaux?adresse=Ille-et-Vilaine&au=2024-01-15",
            "/niveaux/departement-35?au=2024-01-15",
        ),
        (
            "/niveaux/35238?au=2024-01-15&avec=Vitr%C3%A9&langue=en",
            "/niveaux/commune-35238?au=2024-01-15&avec=Vitr%C3%A9&langue=en",
        ),
    ] {
        assert_eq!(leads(&site, asked).await, address, "{asked}");
    }
}

#[tokio::test]
async fn a_place_an_organisation_and_a_point_have_levels_and_what_is_unknown_has_none() {
    let site = Site::open().await;
    let slug = site.slugs().swap_remove(0);
    let place = site.page(&format!("/niveaux/lieu-{slug}")).await;
    assert!(place.text().contains("Département"), "{}", place.text());
    let here = site.page("/niveaux?lat=48.11&lon=-1.68").await;
    assert!(here.text().contains("Là où vous êtes"), "{}", here.text());
    for unknown in [
        "lieu-nulle-part",
        "structure-personne",
        "commune-00000",
        "ville-35238",
        "lieu-",
    ] {
        let (status, _) = site.get(&format!("/niveaux/{unknown}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{unknown}");
    }
}

#[tokio::test]
async fn a_day_that_is_none_is_told_and_today_is_shown() {
    let site = Site::open().await;
    for day in ["hier", "2024-02-30", "15/01/2024", "0", "%00", "2024-1-5"] {
        let page = site.page(&format!("/niveaux/commune-35238?au={day}")).await;
        let text = page.text();
        assert!(text.contains("n’est pas une date"), "{day}: {text}");
        assert!(!text.contains("Revenir à aujourd’hui"), "{day}");
    }
    for day in ["2024-01-15", "1789-07-14", "9999-12-31"] {
        let page = site.page(&format!("/niveaux/commune-35238?au={day}")).await;
        assert!(page.text().contains("Revenir à aujourd’hui"), "{day}");
    }
}

#[tokio::test]
async fn two_territories_stand_side_by_side_and_a_name_that_is_none_is_told() {
    let site = Site::open().await;
    let both = site.page("/niveaux/commune-35238?avec=commune-35360").await;
    assert!(both.text().contains("Vitré") && both.text().contains("Rennes"));
    let typed = site.page("/niveaux/commune-35238?avec=Vitr%C3%A9").await;
    assert_eq!(both.text(), typed.text());
    let wrong = site.page("/niveaux/commune-35238?avec=zzxyqq").await;
    assert!(
        wrong.text().contains("n’est pas un territoire connu"),
        "{}",
        wrong.text()
    );
    let several = site.page("/niveaux/commune-35238?avec=Saint-Denis").await;
    let links = several.internal_links("/niveaux/commune-35238");
    let one = "/niveaux/commune-35238?avec=commune-93066";
    assert!(links.iter().any(|(path, _)| path == one), "{links:?}");
}

#[tokio::test]
async fn what_is_missing_is_told_to_those_who_may_see_to_it_here_and_to_nobody_else() {
    let site = Installation::open(Engine::Sqlite).await;
    let told = |role: Role, inside: bool| {
        let kind = NodeKind::Territory;
        if inside {
            Scope::Inside(role, kind)
        } else {
            Scope::Outside(role, kind)
        }
    };
    for (scope, tells) in [
        (Scope::Visitor, false),
        (Scope::NoRole, false),
        (told(Role::Coordinator, true), true),
        (told(Role::Referent, true), true),
        (told(Role::Coordinator, false), false),
        (told(Role::Instructor, true), false),
        (Scope::Operator, true),
    ] {
        let caller = site.caller(scope).await;
        let (status, page) = site.get("/niveaux/commune-35238", &caller).await;
        assert_eq!(status, StatusCode::OK, "{scope:?}");
        assert_eq!(page.contains("Ce qui manque"), tells, "{scope:?}");
    }
}
