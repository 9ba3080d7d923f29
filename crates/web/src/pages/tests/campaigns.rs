//! A campaign through the real router: previewed, sent once, answered by its link, with a page that has changed; and links
//! that open nothing.

use std::io::Cursor;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use chrono::TimeDelta;
use portulan_app::import;
use portulan_app::mail::{self, Message};
use portulan_app::secret::Key;
use portulan_app::signed::{Link, Purpose};
use portulan_policy::actions::ImportPlaces;
use portulan_policy::{Actor, Node, allow};

use super::desk::{FORM, Operator, TABLE, form};
use super::reader::Html;
use super::{LIGHT, LIGHTEST, Site, in_language};

const NEW: &str = "/espace/campagnes/nouvelle";

/// Two places of one address, and one that has none, in Saint-Malo: no place of the demonstration is there.
const LIST: &str = "id,nom,commune,code_postal,adresse,telephone,courriels,horaires,services,date_maj\n\
    1,Maison Un,Saint-Malo,35400,1 rue de l'Essai,0299000001,accueil@exemple.fr,Mo-Fr 09:00-12:00,\
    Aide aux démarches administratives,2025-01-01\n\
    2,Maison Deux,Saint-Malo,35400,2 rue de l'Essai,0299000002,accueil@exemple.fr,,,2025-01-01\n\
    3,Maison Trois,Saint-Malo,35400,3 rue de l'Essai,0299000003,,,,2025-01-01\n";

impl Operator {
    async fn with_places() -> Self {
        let operator = Self::enter().await;
        let app = &operator.site.app;
        let may = allow::<ImportPlaces>(&Actor::Operator, &Node::Installation).unwrap();
        let source = "essai".parse().unwrap();
        let list = Cursor::new(LIST.as_bytes());
        import::places(app, &may, "essai.csv", list, Some(source))
            .await
            .unwrap();
        app.refresh().await.unwrap();
        operator
    }

    /// The preview of a campaign in Saint-Malo.
    async fn preview(&self) -> Html {
        let asked = format!("{NEW}?voir=1&ou=Saint-Malo&etat=non-confirmes&nom=Essai&rappels=7");
        self.page(&asked, TABLE).await
    }

    /// Begins it; where that leads.
    async fn begin(&self) -> (String, Html) {
        self.preview().await;
        let (_, body) = self
            .get(&format!("{NEW}?voir=1&ou=Saint-Malo&nom=Essai"))
            .await;
        let (_, rest) = body.split_once("name=\"campagne\" value=\"").unwrap();
        let id = rest.split('"').next().unwrap();
        let pairs = [
            ("ou", "Saint-Malo"),
            ("nom", "Essai"),
            ("rappels", "7, 14"),
            ("campagne", id),
        ];
        let first = self.send(NEW, &pairs).await;
        let (_, again) = self.send(NEW, &pairs).await;
        assert!(
            again.text().contains("rien n’est parti en double"),
            "{}",
            again.text()
        );
        first
    }
}

/// Where the only mail leads.
async fn mailed(site: &Site) -> String {
    let may = allow(&Actor::Operator, &Node::Installation).unwrap();
    let log = mail::log(&site.app, &may, None, 0).await.unwrap();
    assert_eq!(log.mails.len(), 1, "one digest");
    let message: Message = serde_json::from_str(&log.mails[0].mail.parameters).unwrap();
    let link = message.link().unwrap().sign(&Key::from_bytes([7; 32]));
    format!("/confirmer/{link}")
}

async fn post(
    site: &Site,
    address: &str,
    pairs: &[(&str, &str)],
) -> (StatusCode, HeaderMap, String) {
    let request = Request::post(address).header(header::CONTENT_TYPE, FORM);
    let (status, headers, body) = site
        .ask(request.body(Body::from(form(pairs))).unwrap())
        .await;
    assert_eq!(headers[header::CACHE_CONTROL], "no-store", "{address}");
    (status, headers, body)
}

/// Sends a form of the link and follows.
async fn sent(site: &Site, address: &str, pairs: &[(&str, &str)]) -> Html {
    let (status, headers, body) = post(site, address, pairs).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    site.page(headers[header::LOCATION].to_str().unwrap()).await
}

fn place(site: &Site, name: &str) -> (String, String) {
    let directory = site.app.directory();
    let mut places = directory.snapshot.places().iter();
    let found = places.find(|one| one.record.name == name).unwrap();
    (found.id.to_string(), format!("/lieux/{}", found.slug))
}

#[tokio::test]
async fn a_campaign_is_previewed_sent_once_and_ended() {
    let operator = Operator::with_places().await;
    operator.page("/espace/campagnes", TABLE).await;
    operator.page(NEW, TABLE).await;
    let preview = operator.preview().await;
    for words in [
        "aucun message ne part, ni vers les lieux",
        "1 message partirait",
        "2 lieux seraient vérifiés",
        "1 structure ou lieu n’a pas d’adresse",
    ] {
        assert!(
            preview.text().contains(words),
            "{words}: {}",
            preview.text()
        );
    }
    let (to, page) = operator.begin().await;
    assert!(
        page.text().contains("La campagne est lancée"),
        "{}",
        page.text()
    );
    assert!(
        page.text().contains("1 structure ou adresse interrogée"),
        "{}",
        page.text()
    );
    assert!(
        page.text().contains("À joindre autrement"),
        "{}",
        page.text()
    );
    let campaign = to.split('?').next().unwrap();
    let table = format!("{campaign}/reponses.csv");
    assert!(
        page.internal_links(campaign)
            .iter()
            .any(|(path, _)| *path == table)
    );
    let (status, csv) = operator.get(&table).await;
    assert_eq!(status, StatusCode::OK);
    let csv = csv.replace('’', "'").replace(['\u{A0}', '\u{202F}'], " ");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 3, "{csv}");
    assert!(lines[0].starts_with("Structure ou adresse,État,Premier message,"));
    assert!(csv.contains(",En attente,2026-"), "{csv}");
    assert!(csv.contains(",Pas d'adresse de courriel,,0,1,0,"), "{csv}");
    assert!(!csv.contains('@'), "no address leaves: {csv}");
    let (_, ended) = operator.send(campaign, &[("geste", "terminer")]).await;
    assert!(
        ended.text().contains("La campagne est arrêtée"),
        "{}",
        ended.text()
    );
    let list = operator.page("/espace/campagnes", TABLE).await;
    assert!(list.text().contains("0 sur 1"), "{}", list.text());
}

#[tokio::test]
async fn a_link_is_looked_at_without_harm_and_answered_in_one_click() {
    let operator = Operator::with_places().await;
    let site = &operator.site;
    let (to, _) = operator.begin().await;
    let campaign = to.split('?').next().unwrap();
    let (one, address) = place(site, "Maison Un");
    let (two, _) = place(site, "Maison Deux");
    let link = mailed(site).await;
    for lang in ["fr", "en", "br"] {
        let page = site.page(&in_language(&link, lang)).await;
        page.check(&link, lang, LIGHT);
        assert_eq!(page.unworded(), Vec::<String>::new());
    }
    let asked = site.page(&link).await;
    for words in [
        "02 99 00 00 01",
        "accueil@exemple.fr",
        "9 h",
        "Tout est juste pour mes 2 lieux",
    ] {
        let text = asked.text().replace('\u{A0}', " ");
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(
        !site
            .page(&address)
            .await
            .text()
            .contains("confirmé par le lieu")
    );
    let done = sent(site, &link, &[("juste", &one)]).await;
    assert!(
        done.text().contains("C’est noté") && done.text().contains("Déjà répondu"),
        "{}",
        done.text()
    );
    let shown = site.page(&address).await;
    assert!(
        shown.text().contains("confirmé par le lieu aujourd’hui"),
        "{}",
        shown.text()
    );
    let again = sent(site, &link, &[("juste", &one)]).await;
    assert!(
        again.text().contains("Vous aviez déjà répondu"),
        "{}",
        again.text()
    );
    let done = sent(site, &link, &[("juste", "tous")]).await;
    assert!(
        done.text().contains("Il n’y a plus rien à faire"),
        "{}",
        done.text()
    );
    let done = sent(site, &link, &[("refuser", "1")]).await;
    assert!(
        done.text().contains("vous ne recevrez plus"),
        "{}",
        done.text()
    );
    let correct = format!("{link}/{two}");
    let (status, headers, _) = site
        .ask(Request::get(&correct).body(Body::empty()).unwrap())
        .await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(
        headers[header::LOCATION]
            .to_str()
            .unwrap()
            .ends_with("fait=confirm-before")
    );

    let page = operator.page(campaign, TABLE).await;
    assert!(
        page.text().contains("2 lieux confirmés") && page.text().contains("A répondu"),
        "{}",
        page.text()
    );
}

#[tokio::test]
async fn what_is_put_right_by_the_link_is_shown_at_once_and_nothing_typed_is_lost() {
    let operator = Operator::with_places().await;
    let site = &operator.site;
    operator.begin().await;
    let link = mailed(site).await;
    let (one, address) = place(site, "Maison Un");
    let correct = format!("{link}/{one}");
    let (status, body) = site.get(&correct).await;
    assert_eq!(status, StatusCode::OK);
    Html::read(&body).check(&correct, "fr", LIGHT);
    let (_, rest) = body.split_once("name=\"vu\" value=\"").unwrap();
    let seen = rest.split('"').next().unwrap();
    let value = |name: &str| {
        let (_, rest) = body
            .split_once(&format!("name=\"{name}\" value=\""))
            .unwrap();
        rest.split('"').next().unwrap().replace("&#39;", "'")
    };
    let kept =
        ["horaires", "courriel", "rue", "code_postal", "commune"].map(|name| (name, value(name)));
    let mut pairs: Vec<(&str, &str)> = kept
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    pairs.push(("vu", seen));
    let send = async |phone: &str, more: &[(&str, &str)]| {
        let all = [&pairs[..], &[("telephone", phone)], more].concat();
        post(site, &correct, &all).await
    };
    let services = [("services", "demarches")];
    let services: &[(&str, &str)] = if body.contains("value=\"demarches\" checked") {
        &services
    } else {
        &[]
    };
    let (status, _, body) = send("02 99 00 00 01", services).await;
    assert_eq!(
        status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "nothing was changed"
    );
    assert!(
        Html::read(&body).text().contains("Vous n’avez rien changé"),
        "{body}"
    );
    let (status, _, body) = send("12", services).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        body.contains("name=\"telephone\" value=\"12\""),
        "what was typed stays"
    );
    let (status, _, body) = send("02 99 00 00 77", services).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    let shown = site.page(&address).await.text().replace('\u{A0}', " ");
    assert!(
        shown.contains("02 99 00 00 77") && shown.contains("confirmé par le lieu"),
        "{shown}"
    );
    let (status, headers, _) = send("02 99 00 00 88", services).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(
        headers[header::LOCATION]
            .to_str()
            .unwrap()
            .ends_with("confirm-before")
    );
}

#[tokio::test]
async fn a_link_of_a_campaign_that_opens_nothing_says_why() {
    let operator = Operator::with_places().await;
    let site = &operator.site;
    operator.begin().await;
    let good = mailed(site).await;
    let (three, _) = place(site, "Maison Trois");
    let of = |purpose, lasts| {
        let link = Link::new(
            purpose,
            "01900000-0000-7000-8000-000000000000",
            site.app.now() + lasts,
        );
        format!("/confirmer/{}", link.sign(&Key::from_bytes([7; 32])))
    };
    let day = TimeDelta::days(1);
    for (address, expected, words) in [
        (
            good.replacen("campaign.", "census.", 1),
            StatusCode::NOT_FOUND,
            "n’est pas le bon",
        ),
        (
            of(Purpose::Day, day),
            StatusCode::NOT_FOUND,
            "n’est pas le bon",
        ),
        (
            format!("{good}/{three}"),
            StatusCode::NOT_FOUND,
            "n’est pas le bon",
        ),
        (
            format!("{good}/rien"),
            StatusCode::NOT_FOUND,
            "n’est pas le bon",
        ),
        (
            of(Purpose::Campaign, -day),
            StatusCode::GONE,
            "ne sert plus",
        ),
        (of(Purpose::Campaign, day), StatusCode::GONE, "ne sert plus"),
    ] {
        let (status, body) = site.get(&address).await;
        assert_eq!(status, expected, "{address}");
        let page = Html::read(&body);
        page.check(&address, "fr", LIGHTEST);
        assert!(page.text().contains(words), "{}", page.text());
        assert_eq!(post(site, &address, &[("juste", "tous")]).await.0, expected);
    }
    let request = Request::post(&good).header(header::CONTENT_TYPE, FORM);
    let body = Body::from(form(&[("juste", &three)]));
    let (status, _, _) = site.ask(request.body(body).unwrap()).await;
    assert_eq!(status, StatusCode::BAD_REQUEST, "another's place");
}
