//! Calls on their pages: everybody reads what is public and nothing that members prepare; what is typed comes back where it
//! is wrong; a position is taken in two clicks.

use axum::http::StatusCode;
use portulan_app::means::applications;
use portulan_policy::actions::Apply;
use portulan_policy::{Actor, Node, NodeKind, Role, allow};
use portulan_testkit::Engine;

use super::LIGHT;
use super::reader::Html;
use super::routes::site::{CANARY, Installation, Scope};

/// Pages of the demonstration.
pub(super) fn pages() -> impl Iterator<Item = String> {
    let pages = [
        "/appels",
        "/appels?nature=piloter&territoire=commune-35238",
        "/appels?territoire=zzxyqq",
        "/appels/participer-a-l-ecriture-2023",
    ];
    pages.into_iter().map(str::to_owned)
}

const LEAD: Scope = Scope::Inside(Role::OrganisationManager, NodeKind::Organisation);

#[tokio::test]
async fn the_pages_of_calls_are_sound_and_hold_what_each_may_read() {
    let site = Installation::open(Engine::Sqlite).await;
    let [here, _] = site.plans();
    let (lead, visitor) = (site.caller(LEAD).await, site.caller(Scope::Visitor).await);
    let desk = format!("/espace/gouvernances/{}/appels", here.body);
    let one = format!("{desk}/{}", here.call);
    let asked = format!("/espace/structures/{}/appels", here.body);
    for (address, words) in [
        (desk.clone(), "Appel canari".to_owned()),
        (format!("{desk}/nouveau"), "Suivre un appel".to_owned()),
        (one.clone(), format!("Délibérer {CANARY}")),
        (format!("{one}/modifier"), "Ce qui change".to_owned()),
        (format!("{one}/note"), "Note commune".to_owned()),
        (format!("{one}/preuves"), "accuse.pdf".to_owned()),
        (asked.clone(), "Appel canari".to_owned()),
        (format!("{asked}/{}", here.call), "Porter".to_owned()),
    ] {
        let (status, body) = site.get(&address, &lead).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        let page = Html::read(&body);
        page.check(&address, "fr", LIGHT);
        assert!(page.text().contains(&words), "{address}: {}", page.text());
    }
    let form = format!("{one}/formulaire");
    let own = format!("/espace/structures/{}/candidatures", here.body);
    for (address, words) in [
        (form.clone(), "Question"),
        (format!("{form}/question"), "Type de réponse"),
        (format!("{form}/question?champ=1"), "Type de réponse"),
        (format!("{one}/questions"), "Question reçue"),
        (format!("{one}/candidatures"), "Déposée"),
        (
            format!("{one}/candidatures/{}", here.application),
            "Renvoyer pour correction",
        ),
        (own.clone(), "Déposée"),
        (
            format!("{own}/{}", here.application),
            "Télécharger le récépissé",
        ),
        (
            format!("{own}/{}/fichiers/2", here.application),
            "Joindre le fichier",
        ),
        (
            format!("{asked}/{}/candidature", here.call),
            "Commencer la candidature",
        ),
        (
            format!("/espace/candidater/{}", here.call),
            "Cette structure peut candidater",
        ),
    ] {
        let (status, body) = site.get(&address, &lead).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        let page = Html::read(&body);
        page.check(&address, "fr", LIGHT);
        assert!(page.text().contains(words), "{address}: {}", page.text());
    }
    let receipt = format!("{own}/{}/recepisse", here.application);
    let (status, body) = site.get(&receipt, &lead).await;
    assert_eq!(status, StatusCode::OK);
    assert!(body.starts_with("%PDF-"), "{}", body.len());
    for address in ["/appels".to_owned(), format!("/appels/{}", here.call)] {
        let (status, body) = site.get(&address, &visitor).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        let page = Html::read(&body);
        page.check(&address, "fr", LIGHT);
        assert!(page.text().contains("Appel canari"), "{}", page.text());
        assert!(!body.contains(CANARY), "{address} shows what is prepared");
    }
}

#[tokio::test]
async fn the_feeds_of_calls_hold_those_that_are_asked_for() {
    let site = Installation::open(Engine::Sqlite).await;
    let [here, _] = site.plans();
    let visitor = site.caller(Scope::Visitor).await;
    let (status, file) = site.get("/appels/calendrier.ics", &visitor).await;
    assert_eq!(status, StatusCode::OK);
    let file = file.replace("\r\n ", "");
    for line in [
        format!("UID:appel-{}-cloture@portulan", here.call),
        "DTSTART:20991231T110000Z".to_owned(),
    ] {
        assert!(file.lines().any(|one| one == line), "{line}: {file}");
    }
    let (status, feed) = site.get("/appels/atom.xml", &visitor).await;
    assert_eq!(status, StatusCode::OK);
    assert!(feed.contains("<title>Appel canari</title>"), "{feed}");
    let (_, none) = site
        .get("/appels/atom.xml?nature=equipement", &visitor)
        .await;
    assert!(!none.contains("<entry>"), "{none}");
    let name = |feed: &str| feed.split("<id>").nth(1).map(str::to_owned);
    assert_ne!(name(&feed), name(&none), "each choice is a feed of its own");
    let (_, list) = site.get("/appels?territoire=Nulle+part", &visitor).await;
    assert!(list.contains("territoire-faux"), "{list}");
}

#[tokio::test]
async fn a_position_is_taken_and_read_by_members_and_not_by_everybody() {
    let site = Installation::open(Engine::Sqlite).await;
    let [here, _] = site.plans();
    let lead = site.caller(LEAD).await;
    let mine = format!("/espace/structures/{}/appels/{}", here.body, here.call);
    for (form, wrong) in [
        ("appel-fonction=Présidence", "appel-position-faux"),
        ("appel-position=porter", "appel-fonction-faux"),
        (
            "appel-position=attendre&appel-fonction=Présidence",
            "appel-position-faux",
        ),
    ] {
        let (status, body) = site.post(&mine, &lead, form).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(body.contains(wrong), "{form}: {body}");
        Html::read(&body).check(&mine, "fr", LIGHT);
    }
    let said = "appel-position=porter&appel-fonction=Présidence+d’essai";
    for _ in 0..2 {
        let (status, body) = site.post(&mine, &lead, said).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    }
    let desk = format!("/espace/gouvernances/{}/appels/{}", here.body, here.call);
    let (_, table) = site.get(&desk, &lead).await;
    assert_eq!(table.matches("Présidence d’essai").count(), 1, "{table}");
    let visitor = site.caller(Scope::Visitor).await;
    let public = format!("/appels/{}", here.call);
    let (_, page) = site.get(&public, &visitor).await;
    assert!(!page.contains("Présidence") && !page.contains("porter une réponse"));
}

#[tokio::test]
async fn a_call_that_is_typed_wrong_comes_back_and_one_that_is_open_asks_what_changes() {
    let site = Installation::open(Engine::Sqlite).await;
    let [here, _] = site.plans();
    let lead = site.caller(LEAD).await;
    let desk = format!("/espace/gouvernances/{}/appels", here.body);
    let new = format!("{desk}/nouveau");
    let whole = "appel-titre=Renouveler+22+postes&appel-nature=equipement&appel-organisateur=Une+fondation\
        &appel-organisateur-est=autre";
    for (form, wrong) in [
        ("appel-nature=equipement".to_owned(), "appel-titre-faux"),
        (
            whole.replace("=autre", "=connue"),
            "appel-organisateur-faux",
        ),
        (
            format!("{whole}&appel-source=http://exemple.fr"),
            "appel-source-faux",
        ),
        (
            format!("{whole}&appel-jour-ouverture=2026-02-02&appel-jour-annonce=2026-02-03"),
            "appel-jour-ouverture-faux",
        ),
        (
            format!("{whole}&appel-heure-cloture=12:00"),
            "appel-jour-cloture-faux",
        ),
        (
            format!("{whole}&appel-jour-cloture=2026-03-29&appel-heure-cloture=2:30"),
            "appel-heure-cloture-faux",
        ),
    ] {
        let (status, body) = site.post(&new, &lead, form.clone()).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(body.contains(wrong), "{form} lacks {wrong}: {body}");
    }
    let (status, _) = site.post(&new, &lead, whole).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let made = format!("{desk}/renouveler-22-postes");
    let visitor = site.caller(Scope::Visitor).await;
    let public = "/appels/renouveler-22-postes";
    let (status, _) = site.get(public, &visitor).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "a draft is nobody else's");
    let (status, _) = site.post(&made, &lead, "geste=publier").await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (status, _) = site.get(public, &visitor).await;
    assert_eq!(status, StatusCode::OK);
    let since = "<updated>2026-11-25T09:30:";
    let (_, feed) = site
        .get("/appels/atom.xml?nature=equipement", &visitor)
        .await;
    assert!(!feed.contains(since), "published that day: {feed}");
    let change = format!("{made}/modifier");
    let other = whole.replace("22", "24");
    let (status, body) = site.post(&change, &lead, other.clone()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("appel-avenant-faux"), "{body}");
    let told = format!("{other}&appel-avenant=Deux+de+plus.");
    let (status, body) = site.post(&change, &lead, told).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    let (_, page) = site.get(public, &visitor).await;
    assert!(page.contains("Deux de plus."), "{page}");
    let (_, feed) = site
        .get("/appels/atom.xml?nature=equipement", &visitor)
        .await;
    assert!(feed.contains(since), "the instant of the change: {feed}");
}

#[tokio::test]
async fn an_application_is_saved_while_one_types_and_nothing_of_another_hand_is_written_over() {
    let site = Installation::open(Engine::Sqlite).await;
    let [here, _] = site.plans();
    let lead = site.caller(LEAD).await;
    let node = Node::Organisation(here.body.clone());
    let may = allow::<Apply>(&Actor::Operator, node).unwrap();
    let begun = applications::begin(&site.app, &may, (&here.call, "page-2")).await;
    let address = format!(
        "/espace/structures/{}/candidatures/{}",
        here.body,
        begun.unwrap()
    );
    let (_, page) = site.get(&address, &lead).await;
    Html::read(&page).check(&address, "fr", LIGHT);
    assert!(page.contains(&format!("data-keep=\"{address}\"")), "{page}");
    let keep = |version: u32, text: &str| {
        let form = format!("geste=garder&version={version}&champ-1={text}");
        let (site, address, lead) = (&site, &address, &lead);
        async move {
            let (status, told) = site.post(address, lead, form).await;
            let told: serde_json::Value = serde_json::from_str(&told).unwrap();
            (status, told)
        }
    };
    let said = |told: &serde_json::Value| {
        let text = told["dit"].as_str().unwrap();
        text.replace(['\u{A0}', '\u{202F}'], " ")
    };
    let (status, told) = keep(1, "Un+atelier").await;
    assert_eq!((status, &told["version"]), (StatusCode::OK, &2.into()));
    assert_eq!(said(&told), "Enregistré à 10 h 30.");
    let (status, told) = keep(1, "Un+atelier").await;
    assert_eq!((status, &told["version"]), (StatusCode::OK, &2.into()));
    let (status, told) = keep(1, "Un+camion").await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(said(&told).starts_with("Pas enregistré"), "{told}");
    let stands = told["lignes"][0].as_str().unwrap();
    assert!(stands.ends_with("Un atelier"), "{stands}");
    let long = "a".repeat(portulan_model::means::forms::Said::LONGEST + 1);
    let (status, told) = keep(2, &long).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(told["lignes"][0].as_str().unwrap().contains("Question"));
    let typed = "geste=enregistrer&version=1&champ-1=Un+camion";
    let (_, page) = site.post(&address, &lead, typed).await;
    assert!(page.contains("data-stopped"), "no script decides: {page}");
    for both in ["Un atelier", "Un camion"] {
        assert!(page.contains(both), "{both}: {page}");
    }
    Html::read(&page).check(&address, "fr", LIGHT);
}
