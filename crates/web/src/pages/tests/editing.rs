//! Changing a place through the real router: every form in three languages, nothing lost, nobody without the right.

mod clashes;
mod merged;
mod organisations;
mod today;
mod together;

use axum::http::{StatusCode, header};
use portulan_model::PlaceField;

use super::desk::{FORM, Operator, form};
use super::reader::Html;

/// Elements of a form, at `EcoIndex` 71.
pub(super) const FORM_ELEMENTS: usize = 800;
const PARTS: [&str; 9] = [
    "horaires",
    "permanences",
    "services",
    "contact",
    "adresse",
    "publics",
    "acces",
    "presentation",
    "reseaux",
];

/// An operator before the first place whose record passes a test.
struct Editor {
    operator: Operator,
    slug: String,
}

impl Editor {
    async fn of(wanted: impl Fn(&portulan_model::PlaceRecord) -> bool) -> Self {
        let operator = Operator::enter().await;
        let directory = operator.site.app.directory();
        let mut places = directory.snapshot.places().iter();
        let place = places.find(|place| wanted(&place.record)).unwrap();
        let slug = place.slug.to_string();
        drop(directory);
        Self { operator, slug }
    }

    async fn enter() -> Self {
        Self::of(|_| true).await
    }

    fn address(&self, part: &str) -> String {
        format!("/lieux/{}/modifier/{part}", self.slug)
    }

    fn record(&self) -> portulan_model::PlaceRecord {
        let directory = self.operator.site.app.directory();
        directory
            .snapshot
            .by_slug(&self.slug)
            .unwrap()
            .record
            .clone()
    }

    /// The form of a part as a browser would send it back untouched, then changed.
    async fn typed(&self, part: &str, changes: &[(&str, &str)]) -> Vec<(String, String)> {
        let (_, body) = self.operator.get(&self.address(part)).await;
        let mut pairs = fields(&body);
        for (name, _) in changes {
            pairs.retain(|(given, _)| given != name);
        }
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        pairs.extend(changes.iter().map(own));
        pairs
    }

    async fn post(&self, part: &str, pairs: &[(String, String)]) -> (StatusCode, String, String) {
        let pairs: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        let (status, headers, body) = self
            .operator
            .post(&self.address(part), FORM, form(&pairs))
            .await;
        let to = headers
            .get(header::LOCATION)
            .map(|to| to.to_str().unwrap().to_owned());
        (status, to.unwrap_or_default(), body)
    }

    async fn saves(&self, part: &str, changes: &[(&str, &str)]) -> String {
        let pairs = self.typed(part, changes).await;
        let (status, to, body) = self.post(part, &pairs).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
        to
    }
}

/// What the form of a page sends: its fields, the ticked choices, the texts of its areas.
pub(super) fn fields(body: &str) -> Vec<(String, String)> {
    let (_, inside) = body.split_once("class=\"sheet-form").unwrap();
    let (inside, _) = inside.split_once("</form>").unwrap();
    let mut pairs = Vec::new();
    for tag in inside.split('<').skip(1) {
        let (head, text) = tag.split_once('>').unwrap_or((tag, ""));
        let value = |name: &str| {
            let (_, rest) = head.split_once(&format!(" {name}=\""))?;
            Some(unescaped(rest.split_once('"')?.0))
        };
        let Some(name) = value("name") else { continue };
        let kind = value("type").unwrap_or_default();
        let choice = kind == "radio" || kind == "checkbox";
        if head.starts_with("input") && (!choice || head.ends_with(" checked")) {
            pairs.push((name, value("value").unwrap_or_default()));
        } else if head.starts_with("textarea") {
            pairs.push((name, unescaped(text.trim_start_matches('\n'))));
        }
    }
    pairs
}

fn unescaped(text: &str) -> String {
    text.replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&")
}

#[tokio::test]
async fn every_part_of_a_place_has_a_form_in_every_language() {
    let editor = Editor::of(|record| !record.sessions.is_empty()).await;
    let overview = format!("/lieux/{}/modifier", editor.slug);
    editor.operator.page(&overview, FORM_ELEMENTS).await;
    for part in PARTS {
        editor
            .operator
            .page(&editor.address(part), FORM_ELEMENTS)
            .await;
    }
    let new = format!("{}?session=nouvelle", editor.address("permanences"));
    editor.operator.page(&new, FORM_ELEMENTS).await;
}

#[tokio::test]
async fn a_form_that_is_sent_back_untouched_changes_nothing_of_any_place() {
    let editor = Editor::enter().await;
    let mut editor = editor;
    let revision = editor.operator.site.app.directory().revision;
    for slug in editor.operator.site.slugs().into_iter().take(25) {
        editor.slug = slug;
        for part in PARTS.into_iter().filter(|part| *part != "permanences") {
            let to = editor.saves(part, &[]).await;
            assert!(
                to.ends_with("fait=place-same"),
                "{} {part}: {to}",
                editor.slug
            );
        }
    }
    assert_eq!(editor.operator.site.app.directory().revision, revision);
}

#[tokio::test]
async fn hours_are_filled_seen_and_saved() {
    let editor = Editor::enter().await;
    let week = [
        ("mode", "semaine"),
        ("lundi-de", "9h"),
        ("lundi-a", "12h30"),
        ("mardi-de", ""),
        ("mardi-a", ""),
        ("mercredi-de", ""),
        ("mercredi-a", ""),
        ("jeudi-de", ""),
        ("jeudi-a", ""),
        ("vendredi-de", ""),
        ("vendredi-a", ""),
        ("samedi-de", ""),
        ("samedi-a", ""),
        ("dimanche-de", ""),
        ("dimanche-a", ""),
        ("ferme", "feries"),
        ("texte", ""),
    ];
    let mut pairs = editor.typed("horaires", &week).await;
    pairs.push(("geste".to_owned(), "voir".to_owned()));
    let (status, _, body) = editor.post("horaires", &pairs).await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        Html::read(&body).text().contains("Fermé les jours fériés"),
        "{body}"
    );
    let before = editor.record();
    pairs.pop();
    let (status, to, body) = editor.post("horaires", &pairs).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    assert!(to.ends_with("fait=place-saved"));
    let record = editor.record();
    assert_ne!(record.hours, before.hours);
    assert_eq!(record.hours.as_deref(), Some("Mo 09:00-12:30; PH off"));
    let origin = record.provenance.origin(PlaceField::Horaires);
    assert!(!origin.confirmed_by_place && origin.dated.is_some());
    let (_, to, _) = editor.post("horaires", &pairs).await;
    assert!(to.ends_with("fait=place-same"), "sent twice: {to}");
    editor
        .operator
        .page(&editor.address("horaires"), FORM_ELEMENTS)
        .await;
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_each_answer_and_what_was_typed_stays() {
    let editor = Editor::enter().await;
    let before = editor.record();
    let hostile = "<script>alert(1)</script>";
    for (part, changes, faults) in [
        (
            "contact",
            vec![
                ("telephone", hostile),
                ("courriel", "personne"),
                ("site", "javascript:alert(1)"),
            ],
            3,
        ),
        (
            "adresse",
            vec![("commune", hostile), ("code-postal", "1")],
            2,
        ),
        (
            "presentation",
            vec![("nom", " "), ("resume", &*"a".repeat(281))],
            2,
        ),
        ("services", vec![("services", hostile)], 1),
        ("reseaux", vec![("reseaux", "../../etc")], 1),
        ("acces", vec![("rdv", "data:text/html,x")], 1),
        (
            "horaires",
            vec![
                ("mode", "semaine"),
                ("lundi-de", hostile),
                ("lundi-a", "9h"),
            ],
            1,
        ),
    ] {
        let pairs = editor.typed(part, &changes).await;
        let (status, _, body) = editor.post(part, &pairs).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{part}");
        let page = Html::read(&body);
        page.check(part, "fr", FORM_ELEMENTS);
        assert_eq!(page.unworded(), Vec::<String>::new(), "{part}");
        let said = body.matches("class=\"field-wrong\"").count();
        assert!(said >= faults, "{part}: {said} faults said");
        assert!(!body.contains(hostile), "{part}");
    }
    assert_eq!(editor.record(), before);
}

#[tokio::test]
async fn a_session_is_added_changed_and_taken_away() {
    let editor = Editor::of(|record| record.sessions.is_empty()).await;
    let (_, body) = editor
        .operator
        .get(&format!(
            "{}?session=nouvelle",
            editor.address("permanences")
        ))
        .await;
    let mut pairs = fields(&body);
    for (name, value) in [
        ("titre", "Atelier"),
        ("mardi-de", "14:00"),
        ("mardi-a", "17:00"),
        ("sauf", "24/12/2026"),
    ] {
        pairs.push((name.to_owned(), value.to_owned()));
    }
    let filled = |name: &str| name.starts_with("mardi-");
    pairs.retain(|(name, value)| !filled(name) || !value.is_empty());
    let (status, to, body) = editor.post("permanences", &pairs).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    assert!(to.ends_with("fait=place-saved"), "{to}");
    editor.post("permanences", &pairs).await;
    let sessions = editor.record().sessions;
    assert_eq!(sessions.len(), 1, "sent twice, added once");
    let portulan_model::SessionTime::Recurring { osm, except, .. } = &sessions[0].time else {
        panic!("recurring")
    };
    assert_eq!(osm, "Tu 14:00-17:00");
    assert_eq!(except.len(), 1);
    let one = format!(
        "{}?session={}",
        editor.address("permanences"),
        sessions[0].key
    );
    editor.operator.page(&one, FORM_ELEMENTS).await;
    let (_, body) = editor.operator.get(&one).await;
    let mut pairs = fields(&body);
    let (_, to, _) = editor.post("permanences", &pairs).await;
    assert!(to.ends_with("fait=place-same"), "{to}");
    pairs.push(("geste".to_owned(), "retirer".to_owned()));
    editor.post("permanences", &pairs).await;
    assert_eq!(editor.record().sessions, []);
}

#[tokio::test]
async fn an_address_is_found_on_the_map_before_it_moves() {
    let editor = Editor::of(|record| record.position.is_some()).await;
    let mut pairs = editor.typed("adresse", &[]).await;
    pairs.push(("geste".to_owned(), "chercher".to_owned()));
    let (status, _, body) = editor.post("adresse", &pairs).await;
    assert_eq!(status, StatusCode::OK);
    Html::read(&body).check("found", "fr", FORM_ELEMENTS);
    assert!(body.contains("name=\"trouve\""), "{body}");
    let elsewhere = [("commune", "Brest"), ("code-postal", "29200")];
    let pairs = editor.typed("adresse", &elsewhere).await;
    let (status, _, _) = editor.post("adresse", &pairs).await;
    assert_eq!(
        status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the point would stay behind"
    );
}

#[tokio::test]
async fn what_is_still_true_is_confirmed_without_a_change() {
    let editor = Editor::of(|record| record.hours.is_some()).await;
    let before = editor.record();
    let pairs = [("champ".to_owned(), "horaires".to_owned())];
    let (status, to, _) = editor.post("horaires/confirmer", &pairs).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(to.ends_with("fait=place-confirmed"));
    let after = editor.record();
    assert_eq!(after.hours, before.hours);
    let origin = after.provenance.origin(PlaceField::Horaires);
    assert!(!origin.confirmed_by_place, "by the operator");
    assert_eq!(
        origin.source,
        before.provenance.origin(PlaceField::Horaires).source
    );
    let (status, ..) = editor
        .post(
            "horaires/confirmer",
            &[("champ".to_owned(), "nom".to_owned())],
        )
        .await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn nobody_without_the_right_sees_or_changes_anything() {
    let editor = Editor::enter().await;
    let site = &editor.operator.site;
    let before = editor.record();
    let overview = format!("/lieux/{}/modifier", editor.slug);
    let parts = PARTS.map(|part| editor.address(part));
    for address in parts.iter().chain([&overview]) {
        assert_eq!(
            site.get(address).await.0,
            StatusCode::FORBIDDEN,
            "{address}"
        );
    }
    for address in parts.iter().flat_map(|one| {
        [
            one.clone(),
            format!("{one}/confirmer"),
            format!("{one}/brouillon"),
        ]
    }) {
        let request = axum::http::Request::post(&address).header(header::CONTENT_TYPE, FORM);
        let body = axum::body::Body::from("nom=x&champ=nom");
        let (status, ..) = site.ask(request.body(body).unwrap()).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{address}");
    }
    assert_eq!(editor.record(), before);
    for address in [
        "/lieux/nulle-part/modifier".to_owned(),
        editor.address("rien"),
    ] {
        assert_eq!(
            editor.operator.get(&address).await.0,
            StatusCode::NOT_FOUND,
            "{address}"
        );
    }
}
