//! A census through the real router: opened, contacts pasted, links sent, answered without an account, followed.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use portulan_app::mail::{self, Links, Outbound, Smtp, SmtpSettings, deliver_due};
use portulan_model::PlaceId;
use portulan_policy::{Actor, Node, allow};
use portulan_testkit::SmtpSink;

use super::desk::{FORM, Operator, TABLE, form};
use super::reader::Html;
use super::{LIGHT, Site};
use crate::mail::Mailer;

const LIST: &str = "/espace/recensements";
const NEW: &str = "/espace/recensements/nouveau";
/// Communes of Rennes Métropole: the one with few places of the demonstration, and one with none.
const SMALL: &str = "35206";
const EMPTY: &str = "35080";

impl Site {
    /// Sends the form of a town hall.
    async fn say(&self, address: &str, pairs: &[(&str, &str)]) -> (StatusCode, HeaderMap, String) {
        let request = Request::post(address).header(header::CONTENT_TYPE, FORM);
        self.ask(request.body(Body::from(form(pairs))).unwrap())
            .await
    }

    /// The places of a commune.
    fn of_commune(&self, code: &str) -> Vec<PlaceId> {
        let places = self.app.directory();
        let all = places.snapshot.places().iter();
        let own = all.filter(|place| {
            let insee = place.record.address.insee;
            insee.is_some_and(|own| own.as_str() == code)
        });
        own.map(|place| place.id).collect()
    }
}

/// The commune with a few places, and how many.
fn small(site: &Site) -> String {
    let directory = site.app.directory();
    let communes = directory
        .reference
        .communes_of(&"epci-243500139".parse().unwrap());
    let count = |code: &String| site.of_commune(code).len();
    let codes = communes.iter().map(ToString::to_string);
    let few = codes.filter(|code| (1..=6).contains(&count(code)));
    few.max_by_key(count).unwrap_or_else(|| SMALL.to_owned())
}

/// Where the mail leads that waits, as the demonstration shows it: nothing leaves from there.
async fn mailed(site: &Site) -> String {
    let may = || allow(&Actor::Operator, &Node::Installation).unwrap();
    let log = mail::log(&site.app, &may(), None, 0).await.unwrap();
    let id = log.mails[0].mail.id;
    let mailer = Mailer::new("https://aide.exemple.fr");
    let (_, told) = mail::preview(&site.app, &may(), id, &mailer, Links::Live)
        .await
        .unwrap();
    let text = told.unwrap().text;
    let sink = SmtpSink::start();
    let settings = SmtpSettings {
        url: sink.url(),
        from: "Portulan <bonjour@exemple.fr>".to_owned(),
        login: None,
    };
    let outbound = Outbound {
        renderer: Arc::new(mailer),
        smtp: Smtp::new(&settings).unwrap(),
    };
    let may = allow(&Actor::Operator, &Node::Installation).unwrap();
    deliver_due(&site.app, &may, &outbound).await.unwrap();
    assert_eq!(sink.mails().len(), 0, "a demonstration writes to nobody");
    let mut words = text.split_whitespace();
    let link = words.find_map(|word| word.strip_prefix("https://aide.exemple.fr"));
    let link = link.unwrap_or_else(|| panic!("no link in: {text}"));
    assert!(link.starts_with("/recensement/repondre/"), "{link}");
    link.to_owned()
}

/// Opens a census of two communes; its address.
async fn opened(operator: &Operator, codes: &[&str]) -> String {
    let (_, body) = operator
        .get(&format!("{NEW}?territoire=Rennes+M%C3%A9tropole"))
        .await;
    let (_, rest) = body.split_once("name=\"formulaire\" value=\"").unwrap();
    let id = rest.split('"').next().unwrap().to_owned();
    let mut pairs = vec![
        ("formulaire", id.as_str()),
        ("territoire", "epci-243500139"),
        ("titre", "Portrea à 42"),
        ("echeance", "2027-01-31"),
        ("organismes", "mairie"),
        ("organismes", "bibliotheque"),
    ];
    pairs.extend(codes.iter().map(|code| ("communes", *code)));
    for _ in 0..2 {
        let (to, page) = operator.send(NEW, &pairs).await;
        assert!(to.starts_with(&format!("{LIST}/{id}")), "{to}");
        assert!(page.text().contains("Le recensement est ouvert"));
    }
    format!("{LIST}/{id}")
}

#[tokio::test]
async fn every_page_of_a_census_is_well_made_in_every_language() {
    let operator = Operator::enter().await;
    let small = small(&operator.site);
    operator.page(LIST, TABLE).await;
    operator.page(NEW, LIGHT).await;
    let new = format!("{NEW}?territoire=epci-243500139");
    let page = operator.page(&new, LIGHT).await;
    assert!(page.text().contains("Saint-Gilles"));
    let census = opened(&operator, &[EMPTY, &small]).await;
    let page = operator.page(LIST, TABLE).await;
    assert!(page.text().contains("0 commune sur 2"));
    let page = operator.page(&census, TABLE).await;
    assert!(page.text().contains("À contacter"));
    operator.page(&format!("{census}/{small}"), TABLE).await;
    operator
        .page(&format!("{census}?etat=verifie"), TABLE)
        .await;
    for wrong in ["rien", "01900000-0000-7000-8000-000000000000"] {
        let (status, _) = operator.get(&format!("{LIST}/{wrong}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{wrong}");
    }
    let (status, _) = operator.get(&format!("{census}/35047")).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "not asked in this census");
    let (status, _, _) = operator
        .post(&census, FORM, form(&[("geste", "rien")]))
        .await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(operator.site.get(&census).await.0, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_is_wrong_in_a_form_is_told_and_nothing_typed_is_lost() {
    let operator = Operator::enter().await;
    for (pairs, told) in [
        (vec![("territoire", "")], "Écrivez le nom du territoire"),
        (vec![("territoire", "nulle part")], "nulle part"),
        (
            vec![
                ("territoire", "epci-243500139"),
                ("titre", "Mon essai"),
                ("echeance", "2020-01-01"),
            ],
            "Mon essai",
        ),
    ] {
        let (status, _, body) = operator.post(NEW, FORM, form(&pairs)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{pairs:?}");
        assert!(body.contains(told), "{told}: {body}");
        Html::read(&body).check(NEW, "fr", LIGHT);
    }
    let small = small(&operator.site);
    let census = opened(&operator, &[EMPTY, &small]).await;
    let lines = format!("{small};mairie@exemple.fr\nBrest;mairie@brest.exemple.fr\nrien");
    let pasted = [("geste", "contacts"), ("adresses", lines.as_str())];
    let (status, _, body) = operator.post(&census, FORM, form(&pasted)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("1 adresse est enregistrée"), "{body}");
    assert!(body.contains("Brest;mairie@brest.exemple.fr"), "given back");
    assert!(body.contains("Ligne 2") && body.contains("Ligne 3"));
    Html::read(&body).check(&census, "fr", TABLE);
    for wrong in ["2020-01-01", "demain"] {
        let day = [("geste", "echeance"), ("echeance", wrong)];
        let (status, _, body) = operator.post(&census, FORM, form(&day)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(body.contains(&format!("value=\"{wrong}\"")), "given back");
        Html::read(&body).check(&census, "fr", TABLE);
    }
    let day = [("geste", "echeance"), ("echeance", "2027-03-31")];
    let (_, page) = operator.send(&census, &day).await;
    assert!(page.text().contains("La nouvelle date est enregistrée"));
    let told = page.text().replace(['\u{A0}', '\u{202F}'], " ");
    assert!(told.contains("31 mars 2027"), "{told}");
    let town = format!("{census}/{EMPTY}");
    let wrong = [("geste", "contact"), ("contact", "mairie")];
    let (status, _, body) = operator.post(&town, FORM, form(&wrong)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("value=\"mairie\""));
    let (to, _) = operator.send(&town, &[("geste", "envoyer")]).await;
    assert!(to.contains("census-no-address"), "{to}");
}

#[tokio::test]
async fn a_town_hall_answers_by_its_link_and_the_census_moves_on() {
    let operator = Operator::enter().await;
    let site = &operator.site;
    let small = small(site);
    let places = site.of_commune(&small);
    assert!(!places.is_empty());
    let census = opened(&operator, &[EMPTY, &small]).await;
    let town = format!("{census}/{small}");
    let contact = [("geste", "contact"), ("contact", "mairie@exemple.fr")];
    operator.send(&town, &contact).await;
    let (_, page) = operator.send(&census, &[("geste", "envoyer")]).await;
    assert!(page.text().contains("Réponse attendue"));
    let own = mailed(site).await;
    for lang in ["fr", "en", "br"] {
        let page = site.page(&super::in_language(&own, lang)).await;
        page.check(&own, lang, LIGHT);
        assert_eq!(page.unworded(), Vec::<String>::new());
    }
    let before = site.page(&own).await;
    assert!(!before.text().contains("est enregistré"));
    let first = format!("lieu-{}", places[0]);
    let typed = [
        (first.as_str(), "juste"),
        ("organisme-bibliotheque", "non"),
        ("ajout-0-nom", "La <b>ruche</b>"),
        ("ajout-0-fait", "Des ateliers"),
        ("ajout-1-contact", "02 99 00 00 09"),
    ];
    let with = |geste: &'static str| [typed.as_slice(), &[("geste", geste)]].concat();
    let (status, headers, _) = site.say(&own, &with("garder")).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let to = headers[header::LOCATION].to_str().unwrap().to_owned();
    let page = site.page(&to).await;
    page.check(&to, "fr", LIGHT);
    let (_, kept) = site.get(&own).await;
    assert!(
        kept.contains("value=\"La &#60;b&#62;ruche&#60;/b&#62;\""),
        "{kept}"
    );
    assert!(kept.contains("value=\"juste\" checked"));
    // A place without a name stops the end, and nothing is lost.
    let (status, _, body) = site.say(&own, &with("finir")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    assert!(body.contains("Écrivez le nom de ce lieu") && body.contains("02 99 00 00 09"));
    Html::read(&body).check(&own, "fr", LIGHT);
    let complete = [with("finir").as_slice(), &[("ajout-1-nom", "L'étape")]].concat();
    for _ in 0..2 {
        let (status, _, _) = site.say(&own, &complete).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
    }
    let done = site.page(&own).await;
    done.check(&own, "fr", LIGHT);
    let text = done.text();
    assert!(
        text.contains("1 lieu confirmé") && text.contains("2 lieux à ajouter"),
        "{text}"
    );
    let page = operator.page(&town, TABLE).await;
    assert!(page.text().contains("Confirmé par la commune"));
    let queue = operator.page("/espace/propositions", TABLE).await;
    assert!(queue.text().contains("2 propositions"));
    assert!(queue.text().contains("dans un recensement"));
    let (_, page) = operator.send(&town, &[("geste", "verifier")]).await;
    assert!(page.text().contains("Vérifiée"));
    let (to, _) = operator.send(&town, &[("geste", "verifier")]).await;
    assert!(to.contains("census-not-now"), "{to}");
    let page = operator.page(&census, TABLE).await;
    assert!(page.text().contains("1 commune sur 2"), "{}", page.text());
    // The public page says whose word it is.
    let place = site.app.directory();
    let slug = &place.snapshot.by_id(&places[0]).unwrap().slug;
    let page = site.page(&format!("/lieux/{slug}")).await;
    assert!(page.text().contains("par la mairie"), "{}", page.text());
}

#[tokio::test]
async fn a_commune_without_anything_says_so_and_bad_links_have_their_own_words() {
    let operator = Operator::enter().await;
    let site = &operator.site;
    let census = opened(&operator, &[EMPTY]).await;
    let town = format!("{census}/{EMPTY}");
    operator.send(&town, &[("geste", "lien")]).await;
    let (_, body) = operator.get(&town).await;
    let (_, rest) = body.split_once("/recensement/repondre/").unwrap();
    let own = format!("/recensement/repondre/{}", rest.split('"').next().unwrap());
    let page = site.page(&own).await;
    assert!(
        page.text().contains("Il n'y a rien dans la commune")
            || page.text().contains("Il n’y a rien dans la commune")
    );
    let (status, _, _) = site.say(&own, &[("geste", "n'importe quoi")]).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    let (status, _, _) = site.say(&own, &[("geste", "rien")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let done = site.page(&own).await;
    assert!(done.text().contains("pas de lieu"), "{}", done.text());
    let page = operator.page(&census, TABLE).await;
    assert!(page.text().contains("Rien ici"));
    let (_, page) = operator.send(&town, &[("geste", "rouvrir")]).await;
    assert!(page.text().contains("À contacter"));
    operator.send(&town, &[("geste", "lien")]).await;
    let (status, body) = site.get(&own).await;
    assert_eq!(status, StatusCode::GONE);
    assert!(body.contains("Un autre lien"), "{body}");
    Html::read(&body).check(&own, "fr", LIGHT);
    let (status, body) = site.get("/recensement/repondre/census.0.a.b").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(body.contains("pas le bon"));
}
