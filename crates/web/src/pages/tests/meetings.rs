//! Committees and meetings at the desk: what is of another body is not found, what is typed comes back where it is wrong,
//! and the calendar file of what is private is its members' alone.

use axum::http::StatusCode;
use portulan_policy::{NodeKind, Role};
use portulan_testkit::Engine;

use super::LIGHT;
use super::reader::Html;
use super::routes::site::{CANARY, Installation, Scope};

const LEAD: Scope = Scope::Inside(Role::OrganisationManager, NodeKind::Organisation);

#[tokio::test]
async fn the_pages_of_meetings_are_sound_and_hold_what_members_read() {
    let site = Installation::open(Engine::Sqlite).await;
    let [here, _] = site.plans();
    let lead = site.caller(LEAD).await;
    let desk = format!("/espace/gouvernances/{}", here.body);
    let meeting = format!("{desk}/reunions/{}", here.meeting);
    for (address, words) in [
        (format!("{desk}/comites"), "Comité technique".to_owned()),
        (
            format!("{desk}/comites/{}", here.committee),
            "Comité technique".to_owned(),
        ),
        (format!("{desk}/reunions"), format!("Séance {CANARY}")),
        (meeting.clone(), format!("Salle {CANARY}")),
    ] {
        let (status, body) = site.get(&address, &lead).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        let page = Html::read(&body);
        page.check(&address, "fr", LIGHT);
        assert!(page.text().contains(&words), "{address}: {}", page.text());
    }
    let (status, file) = site.get(&format!("{meeting}/calendrier.ics"), &lead).await;
    assert_eq!(status, StatusCode::OK);
    for line in ["SEQUENCE:1", "STATUS:CONFIRMED", "DTSTART:20261210T090000Z"] {
        assert!(file.lines().any(|one| one == line), "{line}: {file}");
    }
}

#[tokio::test]
async fn what_is_of_another_body_is_not_found_by_its_id() {
    let site = Installation::open(Engine::Sqlite).await;
    let [here, there] = site.plans();
    let desk = format!("/espace/gouvernances/{}", here.body);
    let coordinator = Scope::Inside(Role::Coordinator, NodeKind::Body);
    let gone = format!("piece={}", there.document);
    for scope in [Scope::Operator, LEAD, coordinator] {
        let caller = site.caller(scope).await;
        let meeting = format!("{desk}/reunions/{}", there.meeting);
        let committee = format!("{desk}/comites/{}", there.committee);
        let own = format!("{desk}/reunions/{}", here.meeting);
        for address in [
            meeting.clone(),
            format!("{meeting}/calendrier.ics"),
            format!("{meeting}/documents/{}", there.document),
            format!("{own}/documents/{}", there.document),
            committee.clone(),
        ] {
            let (status, _) = site.get(&address, &caller).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{scope:?} {address}");
        }
        for (address, form) in [
            (meeting.clone(), "seance-titre=Essai&seance-jour=2026-12-10"),
            (
                format!("{meeting}/ordre-du-jour"),
                "lu=[]&point-0-titre=Essai&point-0-ordre=1",
            ),
            (
                format!("{meeting}/convocation"),
                "convoc-jour=2026-12-11&convoc-debut=9:00&convoc-fin=10:00&convoc-salle=A&fois=1",
            ),
            (format!("{meeting}/annulation"), "annulation-motif=essai"),
            (format!("{meeting}/presences"), "lu=null"),
            (format!("{meeting}/documents/retirer"), gone.as_str()),
            (committee.clone(), "comite-nom=Essai"),
            (format!("{committee}/fin"), "comite-fin=2026-12-31"),
        ] {
            let (status, _) = site.post(&address, &caller, form.to_owned()).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{scope:?} {address}");
        }
    }
}

#[tokio::test]
async fn what_is_typed_comes_back_beside_what_is_wrong() {
    let site = Installation::open(Engine::Sqlite).await;
    let [here, _] = site.plans();
    let lead = site.caller(LEAD).await;
    let desk = format!("/espace/gouvernances/{}", here.body);
    let meeting = format!("{desk}/reunions/{}", here.meeting);
    for (address, form, kept, wrong) in [
        (
            format!("{desk}/reunions"),
            "seance-titre=Bilan+de+mai&seance-jour=demain",
            "Bilan de mai",
            "seance-jour-faux",
        ),
        (
            format!("{desk}/comites"),
            "comite-nom=&comite-debut=2026-02-01",
            "2026-02-01",
            "comite-nom-faux",
        ),
        (
            format!("{meeting}/convocation"),
            "convoc-jour=2026-12-11&convoc-debut=10:00&convoc-fin=9:00&convoc-salle=Salle+9&fois=1",
            "Salle 9",
            "convoc-fin-faux",
        ),
        (
            format!("{meeting}/ordre-du-jour"),
            "lu=[]&point-0-titre=Un+point&point-0-duree=long&point-0-ordre=1",
            "Un point",
            "point-0-duree-faux",
        ),
        (
            format!("{meeting}/annulation"),
            "annulation-motif=",
            "",
            "annulation-motif-faux",
        ),
        (
            meeting.clone(),
            "seance-titre=&seance-jour=2026-12-10",
            "",
            "seance-titre-faux",
        ),
    ] {
        let (status, body) = site.post(&address, &lead, form).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        let id = format!("id=\"{wrong}\"");
        assert!(body.contains(&id), "{address} lacks {wrong}: {body}");
        assert!(body.contains(kept), "{address} lost {kept}");
        Html::read(&body).check(&address, "fr", LIGHT);
    }
    // Somebody convened meanwhile: what was typed is kept, and nothing is overwritten.
    let stale = "convoc-jour=2026-12-20&convoc-debut=9:00&convoc-fin=10:00&convoc-salle=B&fois=0";
    let convocation = format!("{meeting}/convocation");
    let (status, body) = site.post(&convocation, &lead, stale).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("2026-12-20"), "{body}");
    let (_, file) = site.get(&format!("{meeting}/calendrier.ics"), &lead).await;
    assert!(file.contains("DTSTART:20261210T090000Z"), "{file}");
}

#[tokio::test]
async fn a_public_meeting_gives_everybody_its_calendar_file_and_a_private_one_nobody() {
    let site = Installation::open(Engine::Sqlite).await;
    let [here, _] = site.plans();
    let (lead, visitor) = (site.caller(LEAD).await, site.caller(Scope::Visitor).await);
    let desk = format!("/espace/gouvernances/{}", here.body);
    let public = format!("/gouvernances/{}", here.body);
    let file = format!("{public}/reunions/{}/calendrier.ics", here.meeting);
    let (status, _) = site.get(&file, &visitor).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let meeting = format!("{desk}/reunions/{}", here.meeting);
    let shown = "seance-titre=Comité+ouvert&seance-jour=2026-12-10&seance-publique=oui";
    let (status, body) = site.post(&meeting, &lead, shown).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    let (status, text) = site.get(&file, &visitor).await;
    assert_eq!(status, StatusCode::OK);
    assert!(text.contains("SUMMARY:Comité ouvert"), "{text}");
    let (_, page) = site.get(&public, &visitor).await;
    assert!(page.contains(&file), "{page}");
    let cancel = format!("{meeting}/annulation");
    site.post(&cancel, &lead, "annulation-motif=neige").await;
    let (_, text) = site.get(&file, &visitor).await;
    for line in ["STATUS:CANCELLED", "SEQUENCE:2"] {
        assert!(text.lines().any(|one| one == line), "{line}: {text}");
    }
}
