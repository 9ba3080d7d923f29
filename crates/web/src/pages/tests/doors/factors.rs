//! Links that open in the browser that asked for them, and the code after a password, as browsers walk them.

use axum::http::StatusCode;
use chrono::TimeDelta;
use portulan_app::mail::{self, Message};
use portulan_app::people;
use portulan_app::secret::Key;
use portulan_policy::actions::GrantRoles;
use portulan_policy::{Actor, Node, Role, allow};

use super::site::{Browser, Doors};
use super::{HERE, PASSWORD};
use crate::pages::tests::routes::site::may;

const EMAIL: &str = "email=camille@exemple.fr";

#[tokio::test]
async fn a_link_that_another_browser_asked_for_says_so_and_sends_one_for_this_browser() {
    for (form, opens) in [
        ("/connexion/recevoir", "Vous allez entrer"),
        ("/connexion/oubli", "Pour le compte de Camille"),
    ] {
        let site = Doors::open(HERE).await;
        let (mut asking, mut reading) = (Browser::default(), Browser::default());
        let sent = asking.post(&site, form, EMAIL).await;
        sent.says("pendant dix minutes, dans ce navigateur");
        let link = site.mailed(1).await;
        for _ in 0..2 {
            let shown = reading.get(&site, &link).await;
            let opened = reading.post(&site, &link, PASSWORD).await;
            for answer in [shown, opened] {
                assert_eq!(answer.status, StatusCode::FORBIDDEN);
                answer.says("Ce lien a été demandé dans un autre navigateur");
                assert!(answer.body.contains(&format!("action=\"{link}/ici\"")));
            }
        }
        asking.get(&site, &link).await.says(opens);
        // What comes next is later: ids follow the clock.
        site.pass(TimeDelta::seconds(1));
        // A button that is pressed twice sends one mail, for one browser.
        for _ in 0..2 {
            let sent = reading.post(&site, &format!("{link}/ici"), "").await;
            assert_eq!(sent.status, StatusCode::OK);
            sent.says("un nouveau vient de partir à la même adresse");
        }
        let second = site.mailed(2).await;
        assert_ne!(link, second);
        asking.get(&site, &link).await.says("Il a déjà servi");
        reading.get(&site, &second).await.says(opens);
        let opened = reading.post(&site, &second, PASSWORD).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    }
}

#[tokio::test]
async fn a_form_that_is_sent_twice_asks_for_the_same_browser() {
    let site = Doors::open(HERE).await;
    let mut browser = Browser::default();
    browser.get(&site, "/connexion").await;
    let mut twin = Browser {
        cookies: browser.cookies.clone(),
    };
    browser.post(&site, "/connexion/recevoir", EMAIL).await;
    twin.post(&site, "/connexion/recevoir", EMAIL).await;
    assert_eq!(browser.cookies, twin.cookies);
    let link = site.mailed(1).await;
    assert_eq!(twin.post(&site, &link, "").await.to, "/espace");
}

/// A site from which mails leave, where Camille holds a role and has a password.
async fn with_password() -> Doors {
    let site = Doors::open_as(HERE, true).await;
    let node: Node = "commune-35238".parse().unwrap();
    let giving = allow::<GrantRoles>(&Actor::Operator, node).unwrap();
    let given = people::give(&site.app, &giving, site.camille.id, Role::Referent, None);
    given.await.unwrap();
    let mut browser = Browser::default();
    site.enter(&mut browser).await;
    let chosen = browser.post(&site, "/compte/mot-de-passe", PASSWORD).await;
    assert_eq!(chosen.to, "/compte?fait=password-set");
    site
}

/// The code of the last mail.
async fn mailed(site: &Doors) -> String {
    let log = mail::log(&site.app, &may(), None, 0).await.unwrap();
    let messages = log.mails.iter().map(|known| &known.mail);
    let codes = messages.filter(|mail| mail.template == "sign-in-code");
    let last = codes.max_by_key(|mail| mail.id).unwrap();
    let message: Message = serde_json::from_str(&last.parameters).unwrap();
    message.code(&Key::from_bytes([7; 32])).unwrap()
}

#[tokio::test]
async fn whoever_decides_for_others_gives_a_code_after_the_password() {
    let site = with_password().await;
    let mut browser = Browser::default();
    let lost = browser.get(&site, "/connexion/code?suite=/compte").await;
    assert_eq!(lost.to, "/connexion?suite=%2Fcompte", "nobody is awaited");
    let form = format!("{EMAIL}&{PASSWORD}&suite=/compte");
    let asked = browser.post(&site, "/connexion/mot-de-passe", &form).await;
    assert_eq!(asked.to, "/connexion/code?suite=%2Fcompte");
    assert!(
        !browser
            .cookies
            .iter()
            .any(|(name, _)| name.contains("session"))
    );
    let page = browser.get(&site, &asked.to).await;
    page.says("tapez aussi le code envoyé à votre adresse");
    assert!(page.body.contains("autocomplete=\"one-time-code\""));
    assert!(
        page.body.contains("data-passkey=\"/connexion/cle\""),
        "or a key"
    );
    let code = mailed(&site).await;
    let number: u32 = code.parse().unwrap();
    let wrong = format!("code={:06}&suite=/compte", (number + 1) % 1_000_000);
    for left in ["Il vous reste 2 essais", "Il vous reste un essai"] {
        let refused = browser.post(&site, "/connexion/code", &wrong).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        refused.says(left);
    }
    let right = format!("code={code}&suite=/compte");
    let stolen = Browser::default()
        .post(&site, "/connexion/code", &right)
        .await;
    stolen.says("Ce code ne sert plus");
    let opened = browser.post(&site, "/connexion/code", &right).await;
    assert_eq!(opened.to, "/compte", "{}", opened.body);
    let account = browser.get(&site, "/compte").await;
    account.says("par mot de passe et code");
    let twice = browser.post(&site, "/connexion/code", &right).await;
    assert_eq!(twice.status, StatusCode::BAD_REQUEST);
    twice.says("Redonnez votre mot de passe");
}

#[tokio::test]
async fn other_sessions_are_ended_by_whoever_signed_in_lately() {
    let site = Doors::open(HERE).await;
    let (mut browser, mut other) = (Browser::default(), Browser::default());
    site.enter(&mut other).await;
    site.enter(&mut browser).await;
    site.pass(TimeDelta::minutes(31));
    let account = browser.get(&site, "/compte").await;
    account.says("reconnectez-vous pour fermer d'autres sessions");
    assert!(!account.body.contains("action=\"/compte/sessions\""));
    let refused = browser.post(&site, "/compte/sessions", "").await;
    refused.says("Reconnectez-vous d'abord");
    assert_eq!(other.get(&site, "/compte").await.status, StatusCode::OK);
    // Leaving one's own needs nothing.
    let left = other.post(&site, "/compte/quitter", "").await;
    assert_eq!(left.to, "/");
    site.enter(&mut other).await;
    site.enter(&mut browser).await;
    let closed = browser.post(&site, "/compte/sessions", "").await;
    assert_eq!(closed.to, "/compte?fait=session-closed");
    other
        .get(&site, "/compte")
        .await
        .says("Il faut être connecté");
}
