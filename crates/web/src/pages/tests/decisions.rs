//! Minutes and decisions on their pages: nothing that is typed is lost or obeyed, and visitors read what is published.

use axum::http::StatusCode;
use portulan_testkit::Engine;

use super::LIGHT;
use super::reader::Html;
use super::routes::site::{Caller, Installation, Scope};

/// What no page may do with what members write.
const HOSTILE: &str = "# Présents\n\n<script>alert(1)</script>\n\n[clic](javascript:alert(1)) ![p](https://ailleurs.example/p.png)";

struct World {
    site: Installation,
    operator: Caller,
    visitor: Caller,
    desk: String,
    public: String,
    minutes: String,
    meeting: String,
}

impl World {
    async fn new() -> Self {
        let site = Installation::open(Engine::Sqlite).await;
        let operator = site.caller(Scope::Operator).await;
        let visitor = site.caller(Scope::Visitor).await;
        let [here, _] = site.plans();
        let desk = format!("/espace/gouvernances/{}", here.body);
        let public = format!("/gouvernances/{}", here.body);
        let meeting = here.held.to_string();
        Self {
            minutes: format!("{desk}/reunions/{meeting}/compte-rendu"),
            meeting,
            operator,
            visitor,
            desk,
            public,
            site,
        }
    }

    async fn see(&self, address: &str) -> String {
        let (status, body) = self.site.get(address, &self.operator).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        Html::read(&body).check(address, "fr", LIGHT);
        body
    }

    async fn send(&self, address: &str, form: &[(&str, &str)]) -> (StatusCode, String) {
        let mut typed = url::form_urlencoded::Serializer::new(String::new());
        typed.extend_pairs(form);
        let (status, body) = self
            .site
            .post(address, &self.operator, typed.finish())
            .await;
        if !body.is_empty() && body.starts_with('<') {
            Html::read(&body).check(address, "fr", LIGHT);
        }
        (status, body)
    }

    async fn visit(&self, address: &str) -> (StatusCode, String) {
        let (status, body) = self.site.get(address, &self.visitor).await;
        Html::read(&body).check(address, "fr", LIGHT);
        (status, body)
    }
}

#[tokio::test]
async fn two_texts_of_one_meeting_are_both_on_the_page_and_saving_again_decides() {
    let world = World::new().await;
    let page = world.see(&world.minutes).await;
    assert!(page.contains("data-keep="), "scripts save by themselves");
    let keep = format!("{}/garder", world.minutes);
    let form = |version, text| [("version", version), ("minutes-texte", text)];
    let (status, told) = world.send(&keep, &form("1", "Dit par la première.")).await;
    assert_eq!(status, StatusCode::OK);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["version"], 2);
    let words = told["dit"]
        .as_str()
        .unwrap()
        .replace(['\u{A0}', '\u{202F}'], " ");
    assert_eq!(words, "Enregistré à 10 h 30.");
    let mine = form("1", "Dit par la seconde </textarea><script>.");
    let (status, told) = world.send(&keep, &mine).await;
    assert_eq!(status, StatusCode::CONFLICT);
    let refused: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert!(
        refused["dit"]
            .as_str()
            .unwrap()
            .starts_with("Pas enregistré")
    );
    assert!(
        !told.contains("première"),
        "a script shows no text of others: {told}"
    );
    let (status, page) = world.send(&world.minutes, &mine).await;
    assert_eq!(status, StatusCode::CONFLICT);
    for kept in [
        "Dit par la première.",
        "Dit par la seconde &#60;/textarea",
        "value=\"2\"",
    ] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    let both = form("2", "Dit par les deux.");
    let (status, _) = world.send(&world.minutes, &both).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(
        world
            .see(&world.minutes)
            .await
            .contains("Dit par les deux.")
    );
    let long = "a".repeat(portulan_model::governance::Minutes::LONGEST + 1);
    let (status, body) = world
        .site
        .post(
            &world.minutes,
            &world.operator,
            format!("version=3&minutes-texte={long}"),
        )
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains(&long), "what was typed stays");
}

#[tokio::test]
async fn what_members_write_is_seen_as_text_and_published_once_it_is_approved() {
    let world = World::new().await;
    let public = format!("{}/reunions/{}", world.public, world.meeting);
    let (status, page) = world.visit(&public).await;
    assert_eq!(status, StatusCode::OK);
    assert!(!page.contains("Dit Canari"), "not approved: {page}");
    let form = [("version", "1"), ("minutes-texte", HOSTILE)];
    let mut look = form.to_vec();
    look.push(("geste", "voir"));
    let (status, page) = world.send(&world.minutes, &look).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("<h3>Présents</h3>"), "{page}");
    world.send(&world.minutes, &form).await;
    let approve = format!("{}/approuver", world.minutes);
    let (status, _) = world.send(&approve, &[]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let [here, _] = world.site.plans();
    let sure = [
        ("version", "2"),
        ("minutes-approuve-le", "2026-11-24"),
        ("minutes-decision", &here.decision),
        ("minutes-sur", "oui"),
    ];
    let (status, page) = world.send(&approve, &sure).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    for (page, whose) in [
        (world.see(&world.minutes).await, "members"),
        (world.visit(&public).await.1, "visitors"),
    ] {
        assert!(page.contains("<h3>Présents</h3>"), "{whose}: {page}");
        for never in ["<script>", "javascript:", "ailleurs.example", "alert"] {
            let shown = page.replace("src=\"/assets", "");
            assert!(!shown.contains(never), "{whose}: {never}: {page}");
        }
    }
    let (_, body) = world.visit(&world.public).await;
    assert!(body.contains(&public), "the page of the body leads there");
    // Somebody was still typing.
    let late = [("version", "2"), ("minutes-texte", "Une dernière chose.")];
    let (status, page) = world.send(&world.minutes, &late).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(
        page.contains("Une dernière chose."),
        "it can be copied: {page}"
    );
}

/// Writes down a decision of the meeting, sent twice.
async fn taken(world: &World) {
    let list = format!("{}/decisions", world.desk);
    let new = format!("{list}/nouvelle");
    let from = format!("{new}?reunion={}", world.meeting);
    assert!(world.see(&from).await.contains("Comité Canari"));
    let (status, page) = world
        .send(&new, &[("decision-echeance", "2026-11-10")])
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("2026-11-10"), "what was typed stays: {page}");
    let wish = [
        ("decision-reunion", world.meeting.as_str()),
        ("decision-titre", "Ouvrir <b>le samedi</b>"),
        ("decision-texte", "Dès janvier.\nSans rendez-vous."),
        ("decision-lies", "structure-canari"),
        ("decision-responsable", "Structure Canari"),
        ("decision-echeance", "2026-11-10"),
    ];
    for told in ["once", "twice"] {
        let (status, page) = world.send(&new, &wish).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{told}: {page}");
    }
    let one = format!("{list}/2026-3");
    assert!(
        world
            .see(&one)
            .await
            .contains("Ouvrir &#60;b&#62;le samedi")
    );
    let other = format!("{list}/2026-4");
    let (status, _) = world.site.get(&other, &world.operator).await;
    assert_eq!(
        status,
        StatusCode::NOT_FOUND,
        "a form that is sent twice makes one"
    );
    let late = world.see(&format!("{list}?etat=en-retard")).await;
    assert!(
        late.contains("en retard") && late.contains("2026-3"),
        "{late}"
    );
    let all = world.see(&list).await;
    let at = |text: &str| all.find(text).unwrap();
    assert!(at(">2026-3<") < at(">2026-2<"), "late ones first");
}

#[tokio::test]
async fn a_decision_goes_from_its_meeting_to_everybody() {
    let world = World::new().await;
    taken(&world).await;
    let list = format!("{}/decisions", world.desk);
    let one = format!("{list}/2026-3");
    let public = format!("{}/decisions/2026-3", world.public);
    let (status, page) = world.visit(&public).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(!page.contains("samedi"), "{page}");
    let told = |end: &str| format!("{one}{end}");
    let stays = [
        (
            "/desaccord",
            vec![("decision-structure", "structure-ailleurs")],
        ),
        ("/suivi", vec![("decision-fait-le", "2027-01-01")]),
        ("/suivi", vec![]),
        ("/publication", vec![("decision-publier-le", "2026-11-01")]),
        ("", vec![("decision-titre", "")]),
    ];
    for (end, form) in stays {
        let (status, page) = world.send(&told(end), &form).await;
        assert_eq!(
            status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{end} {form:?}: {page}"
        );
    }
    let dissent = [
        ("decision-structure", "structure-canari"),
        ("decision-mots", "Trop tôt pour nous."),
    ];
    for (end, form) in [
        ("/desaccord", dissent.to_vec()),
        ("/suivi", vec![("decision-fait-le", "2026-11-24")]),
        ("/publication", vec![("decision-publier-le", "2026-11-25")]),
    ] {
        let (status, page) = world.send(&told(end), &form).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{end}: {page}");
        world.see(&one).await;
    }
    assert!(
        !world
            .see(&format!("{list}?etat=en-retard"))
            .await
            .contains("2026-3")
    );
    let (status, page) = world.visit(&public).await;
    assert_eq!(status, StatusCode::OK);
    for words in [
        "Ouvrir &#60;b&#62;le samedi",
        "Un membre n’était pas d’accord",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    for never in ["Trop tôt", "Structure Canari", "Responsable"] {
        assert!(!page.contains(never), "{never}: {page}");
    }
    let (_, body) = world.visit(&world.public).await;
    assert!(body.contains(&public), "the page of the body leads there");
    let (status, _) = world
        .send(&told("/publication"), &[("geste", "retirer")])
        .await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(world.visit(&public).await.0, StatusCode::NOT_FOUND);
}
