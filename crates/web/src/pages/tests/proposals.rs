//! From a form without an account to a page that has changed, through the real router; and what strangers may try.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use portulan_app::mail::{self, Message};
use portulan_app::secret::Key;
use portulan_policy::{Actor, Node, allow};

use super::desk::{FORM, Operator, TABLE, form};
use super::reader::Html;
use super::{LIGHT, Site, in_language};

impl Site {
    /// Sends a form as anybody.
    async fn give(&self, address: &str, pairs: &[(&str, &str)]) -> (StatusCode, HeaderMap, String) {
        let request = Request::post(address).header(header::CONTENT_TYPE, FORM);
        self.ask(request.body(Body::from(form(pairs))).unwrap())
            .await
    }

    /// The secret of a new form.
    async fn form(&self, address: &str) -> String {
        let (_, body) = self.get(address).await;
        let (_, rest) = body.split_once("name=\"formulaire\" value=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    }

    /// Sends a form that is taken; where it leads.
    async fn taken(&self, address: &str, pairs: &[(&str, &str)]) -> String {
        let secret = self.form(address).await;
        let pairs = [pairs, &[("formulaire", secret.as_str())]].concat();
        let (status, headers, body) = self.give(address, &pairs).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
        headers[header::LOCATION].to_str().unwrap().to_owned()
    }
}

/// Where the last mail leads.
async fn mailed(site: &Site) -> String {
    let may = allow(&Actor::Operator, &Node::Installation).unwrap();
    let log = mail::log(&site.app, &may, None, 0).await.unwrap();
    let message: Message = serde_json::from_str(&log.mails[0].mail.parameters).unwrap();
    let link = message.link().unwrap().sign(&Key::from_bytes([7; 32]));
    format!("/propositions/suivre/{link}")
}

/// The address of the only proposal of the queue.
async fn only(operator: &Operator) -> String {
    let queue = operator.page("/espace/propositions", TABLE).await;
    let links = queue.internal_links("/espace/propositions");
    let mut found = links.into_iter().map(|(path, _)| path);
    let mut of_one = found
        .by_ref()
        .filter(|path| path.starts_with("/espace/propositions/"));
    let one = of_one.next().unwrap();
    assert_eq!(of_one.next(), None);
    one
}

#[tokio::test]
async fn every_form_is_well_made_in_every_language() {
    let site = Site::open().await;
    let slug = site.slugs().remove(0);
    for address in [
        format!("/lieux/{slug}/signaler"),
        "/proposer".to_owned(),
        "/propositions/merci".to_owned(),
        "/propositions/courriel".to_owned(),
    ] {
        for lang in ["fr", "en", "br"] {
            let page = site.page(&in_language(&address, lang)).await;
            page.check(&address, lang, LIGHT);
            assert_eq!(page.unworded(), Vec::<String>::new(), "{address}");
        }
    }
    let place = site.page(&format!("/lieux/{slug}")).await;
    let report = (format!("/lieux/{slug}/signaler"), String::new());
    assert!(place.internal_links("/").contains(&report));
    for address in ["/lieux/rien/signaler", "/propositions/rien"] {
        assert_eq!(
            site.get(address).await.0,
            StatusCode::NOT_FOUND,
            "{address}"
        );
    }
}

#[tokio::test]
async fn an_error_that_is_reported_and_accepted_in_part_changes_the_page_and_nothing_else() {
    let operator = Operator::enter().await;
    let site = &operator.site;
    let slug = site.slugs().remove(0);
    let report = format!("/lieux/{slug}/signaler");
    let secret = site.form(&report).await;
    let typed = [
        ("probleme", "horaires"),
        ("horaires", "du lundi au vendredi 9h-12h"),
        ("telephone", "02 99 12 34 56"),
        ("texte", "Vu <b>hier</b>."),
        ("formulaire", secret.as_str()),
    ];
    for _ in 0..2 {
        let (status, headers, _) = site.give(&report, &typed).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert_eq!(headers[header::LOCATION], format!("/propositions/{secret}"));
    }
    let own = format!("/propositions/{secret}");
    let followed = site.page(&own).await;
    followed.check(&own, "fr", LIGHT);
    assert!(
        followed
            .text()
            .contains("Une personne du territoire va le lire")
    );
    let proposal = only(&operator).await;
    let page = operator.page(&proposal, TABLE).await;
    assert!(
        page.text().contains("Vu &#60;b&#62;hier"),
        "shown, never run"
    );
    let (_, done) = operator.send(&proposal, &[("geste", "prendre")]).await;
    assert!(done.text().contains("vous"));
    let (_, done) = operator
        .send(
            &proposal,
            &[("geste", "noter"), ("texte", "Je les appelle.")],
        )
        .await;
    assert!(done.text().contains("Je les appelle."));
    let nothing = [("geste", "accepter")];
    let (status, _, _) = operator.post(&proposal, FORM, form(&nothing)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, body) = operator.get(&proposal).await;
    let seen = seen(&body, "horaires");
    let other = [
        ("geste", "accepter"),
        ("champ", "horaires"),
        ("vu", "horaires:0000000000000000"),
        ("texte", "Appelés."),
    ];
    let (status, _, body) = operator.post(&proposal, FORM, form(&other)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("La fiche a changé entre-temps") && body.contains("Appelés."));
    let accept = [
        ("geste", "accepter"),
        ("champ", "horaires"),
        ("vu", seen.as_str()),
        ("texte", "Appelés."),
    ];
    let (to, _) = operator.send(&proposal, &accept).await;
    assert!(to.contains("proposal-accepted"));
    let (to, _) = operator.send(&proposal, &accept).await;
    assert!(to.contains("already-decided"), "once: {to}");
    let place = site.page(&format!("/lieux/{slug}")).await;
    assert!(
        !place.text().contains("99\u{A0}12\u{A0}34\u{A0}56"),
        "not accepted"
    );
    let directory = site.app.directory();
    let record = &directory.snapshot.by_slug(&slug).unwrap().record;
    assert_eq!(record.hours.as_deref(), Some("Mo-Fr 09:00-12:00"));
    for lang in ["fr", "en", "br"] {
        let page = site.page(&in_language(&own, lang)).await;
        page.check(&own, lang, LIGHT);
        assert!(page.text().contains("Appelés."));
        assert!(!page.text().contains("Je les appelle"), "a private note");
    }
    let done = operator
        .page("/espace/propositions?etat=acceptee", TABLE)
        .await;
    assert!(done.text().contains("1 proposition"));
}

/// What the page says of the known value of a field.
fn seen(body: &str, field: &str) -> String {
    let start = format!("name=\"vu\" value=\"{field}:");
    let (_, rest) = body.split_once(&start).unwrap();
    let (print, _) = rest.split_once('"').unwrap();
    format!("{field}:{print}")
}

#[tokio::test]
async fn a_missing_place_is_examined_and_published() {
    let operator = Operator::enter().await;
    let site = &operator.site;
    let typed = [
        ("nom", "Maison Neuve"),
        ("rue", "3 rue de Nantes"),
        ("code_postal", "35000"),
        ("commune", "Rennes"),
        ("services", "acces"),
        ("horaires", "samedi 10h-12h"),
        ("telephone", "02 99 00 00 08"),
        ("qui", "equipe"),
    ];
    site.taken("/proposer", &typed).await;
    let proposal = only(&operator).await;
    operator.page(&proposal, TABLE).await;
    let publish = [("geste", "publier"), ("texte", "vu sur place")];
    let (status, _, body) = operator.post(&proposal, FORM, form(&publish)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("vérifiez toute la liste") && body.contains("vu sur place"));
    let items = ["adresse", "services", "horaires", "contact", "doublons"];
    let list: Vec<_> = items.iter().map(|item| ("fait", *item)).collect();
    let list = [list.as_slice(), &[("geste", "verifier")]].concat();
    operator.send(&proposal, &list).await;
    let wrong = [("geste", "publier"), ("jour", "hier")];
    let (status, _, _) = operator.post(&proposal, FORM, form(&wrong)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let far = [("geste", "publier"), ("jour", "2999-12-31")];
    let (status, _, body) = operator.post(&proposal, FORM, form(&far)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("année qui vient"), "{body}");
    for network in ["reseau-invente", "../../etc"] {
        let made_up = [("geste", "publier"), ("reseau", network)];
        let (status, _, body) = operator.post(&proposal, FORM, form(&made_up)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{network}");
        assert!(body.contains("réseaux n’est pas connu"), "{body}");
    }
    let (to, _) = operator.send(&proposal, &publish).await;
    assert!(to.contains("proposal-published"), "{to}");
    let place = site.page("/lieux/maison-neuve").await;
    place.check("/lieux/maison-neuve", "fr", LIGHT);
}

#[tokio::test]
async fn whoever_leaves_an_address_proves_it_and_answers_by_its_link() {
    let operator = Operator::enter().await;
    let site = &operator.site;
    let report = format!("/lieux/{}/signaler", site.slugs().remove(0));
    let typed = [("probleme", "ferme"), ("contact", "usager@exemple.fr")];
    assert_eq!(site.taken(&report, &typed).await, "/propositions/courriel");
    let queue = operator.page("/espace/propositions", TABLE).await;
    assert!(queue.text().contains("Aucune proposition"));
    let own = mailed(site).await;
    site.page(&own).await.check(&own, "fr", LIGHT);
    for _ in 0..2 {
        let (status, _, _) = site.give(&own, &[("geste", "prouver")]).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
    }
    let proposal = only(&operator).await;
    let (status, _, body) = operator
        .post(&proposal, FORM, form(&[("geste", "demander")]))
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    let ask = [("geste", "demander"), ("texte", "Depuis quand ?")];
    operator.send(&proposal, &ask).await;
    let own = mailed(site).await;
    assert!(site.page(&own).await.text().contains("Depuis quand ?"));
    let blank = [("geste", "repondre"), ("reponse", " \r\n ")];
    let (status, _, body) = site.give(&own, &blank).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    Html::read(&body).check(&own, "fr", LIGHT);
    let answer = [("geste", "repondre"), ("reponse", "Depuis juin.")];
    site.give(&own, &answer).await;
    assert!(
        operator
            .page(&proposal, TABLE)
            .await
            .text()
            .contains("Depuis juin.")
    );
    let none = [("geste", "refuser"), ("raison", "")];
    let (status, _, _) = operator.post(&proposal, FORM, form(&none)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let refuse = [
        ("geste", "refuser"),
        ("raison", "inexact"),
        ("texte", "Ouvert ce matin."),
    ];
    operator.send(&proposal, &refuse).await;
    assert!(site.page(&own).await.text().contains("Ouvert ce matin."));
}

#[tokio::test]
async fn what_is_hostile_is_told_what_is_wrong_and_keeps_nothing() {
    let operator = Operator::enter().await;
    let site = &operator.site;
    let report = format!("/lieux/{}/signaler", site.slugs().remove(0));
    let long = "é".repeat(4_000);
    for typed in [
        vec![("texte", long.as_str())],
        vec![("horaires", long.as_str())],
        vec![("site", "javascript:alert(1)")],
        vec![
            ("contact", "a@exemple.fr\r\nBcc: b@exemple.fr"),
            ("probleme", "ferme"),
        ],
        vec![("probleme", "'; drop table proposal; --")],
        vec![("telephone", "<script>alert(1)</script>")],
        vec![],
    ] {
        let (status, _, body) = site.give(&report, &typed).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{typed:?}");
        assert!(!body.contains("<script>alert"));
        let page = Html::read(&body);
        page.check(&report, "fr", LIGHT);
        assert!(page.text().contains("ce que vous avez écrit est gardé"));
    }
    let trapped = [("probleme", "ferme"), ("surnom", "gagnez")];
    let (_, headers, _) = site.give(&report, &trapped).await;
    assert_eq!(headers[header::LOCATION], "/propositions/merci");
    let other = Request::post(&report)
        .header(header::CONTENT_TYPE, FORM)
        .header("sec-fetch-site", "cross-site");
    let other = other
        .body(Body::from(form(&[("probleme", "ferme")])))
        .unwrap();
    assert_eq!(site.ask(other).await.0, StatusCode::FORBIDDEN);
    let huge = "a".repeat(70_000);
    let (status, _, _) = site.give(&report, &[("texte", &huge)]).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    let queue = operator.page("/espace/propositions", TABLE).await;
    assert!(queue.text().contains("Aucune proposition"));
}

#[tokio::test]
async fn one_network_address_sends_so_many_forms_and_waits() {
    let site = Site::open().await;
    let report = format!("/lieux/{}/signaler", site.slugs().remove(0));
    let peer: SocketAddr = "198.51.100.7:9".parse().unwrap();
    let mut answers = Vec::new();
    for _ in 0..12 {
        let request = Request::post(&report).header(header::CONTENT_TYPE, FORM);
        let mut request = request
            .body(Body::from(form(&[("probleme", "ferme")])))
            .unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        let (status, headers, _) = site.ask(request).await;
        answers.push(status);
        if status == StatusCode::TOO_MANY_REQUESTS {
            assert!(headers.contains_key(header::RETRY_AFTER));
        }
    }
    let taken = answers
        .iter()
        .filter(|status| **status == StatusCode::SEE_OTHER);
    assert_eq!(taken.count(), 10);
    assert_eq!(answers[11], StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn nobody_without_a_session_examines() {
    let operator = Operator::enter().await;
    let site = &operator.site;
    let report = format!("/lieux/{}/signaler", site.slugs().remove(0));
    site.taken(&report, &[("probleme", "ferme")]).await;
    let proposal = only(&operator).await;
    for address in ["/espace/propositions", &proposal] {
        assert_eq!(
            site.get(address).await.0,
            StatusCode::FORBIDDEN,
            "{address}"
        );
    }
    for geste in ["prendre", "accepter", "publier", "refuser", "reunir"] {
        let (status, _, _) = site.give(&proposal, &[("geste", geste)]).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{geste}");
    }
    let nothing = "/espace/propositions/01900000-0000-7000-8000-000000000000";
    for address in [nothing, "/espace/propositions/rien"] {
        assert_eq!(operator.get(address).await.0, StatusCode::NOT_FOUND);
    }
    let (status, _, _) = operator
        .post(&proposal, FORM, form(&[("geste", "rien")]))
        .await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    operator
        .page("/espace/propositions?territoire=rien-de-tel", TABLE)
        .await;
}
