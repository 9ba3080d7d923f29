//! The ways into an account as browsers walk them: links that open nothing, forms that are sent twice, the page to go on
//! to, providers, and cookies of elsewhere.

mod factors;
mod site;
mod strong;

use axum::http::{Request, StatusCode};
use chrono::TimeDelta;
use portulan_app::signed::Purpose;
use portulan_testkit::oidc::Proof;
use rstest::rstest;
use url::Url;

use site::{Browser, Doors};

const NOBODY: &str = "01900000-0000-7000-8000-000000000000";
const PASSWORD: &str = "mot_de_passe=quatre+mots+bien+au+chaud";
const HERE: &str = "http://localhost:8080";

#[tokio::test]
async fn a_link_that_is_too_old_was_made_elsewhere_or_has_served_says_so() {
    let site = Doors::open(HERE).await;
    let mut browser = Browser::default();
    for purpose in [
        Purpose::SignIn,
        Purpose::Recovery,
        Purpose::Invitation,
        Purpose::Sessions,
    ] {
        let path = crate::mail::path(purpose);
        let old = site.link(purpose, NOBODY, -TimeDelta::hours(1));
        let used = site.link(purpose, NOBODY, TimeDelta::hours(1));
        let other = site.link(Purpose::Day, NOBODY, TimeDelta::hours(1));
        for (token, words) in [
            (old, "Il est trop vieux. Rien n'est perdu"),
            (format!("{used}x"), "il n'a pas été fait ici"),
            (other, "il n'a pas été fait ici"),
            (used, "Il a déjà servi"),
        ] {
            let address = format!("{path}/{token}");
            let shown = browser.get(&site, &address).await;
            let sent = browser.post(&site, &address, "nom=Camille").await;
            for answer in [shown, sent] {
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}");
                answer.says(words);
            }
        }
    }
    // Replayed in truth, by whoever kept it.
    let link = site.sign_in_link().await;
    let first = browser.post(&site, &link, "").await;
    assert_eq!(first.to, "/espace");
    let mut thief = Browser::default();
    let replayed = thief.post(&site, &link, "").await;
    replayed.says("Il a déjà servi. Si ce n'était pas vous");
    assert!(thief.cookies.is_empty(), "and gives no session");
}

#[tokio::test]
async fn forms_of_an_account_that_are_sent_twice_do_no_harm() {
    let site = Doors::open(HERE).await;
    let mut browser = Browser::default();
    let asked = browser
        .post(&site, "/connexion/oubli", "email=camille@exemple.fr")
        .await;
    asked.says("Si camille@exemple.fr a un compte");
    let set = site.mailed(1).await;
    assert_eq!(browser.get(&site, &set).await.status, StatusCode::OK);
    let short = browser.post(&site, &set, "mot_de_passe=court").await;
    assert_eq!(short.status, StatusCode::BAD_REQUEST);
    short.says("Ce mot de passe est trop court");
    let first = browser.post(&site, &set, PASSWORD).await;
    assert_eq!(first.to, "/compte?fait=password-set");
    let twice = browser.post(&site, &set, PASSWORD).await;
    assert_eq!(twice.status, StatusCode::FORBIDDEN);
    twice.says("Il a déjà servi");
    let account = browser.get(&site, "/compte").await;
    account.says("Vous avez un mot de passe");
    for _ in 0..2 {
        let saved = browser
            .post(&site, "/compte", "nom=Camille+D.&langue=fr")
            .await;
        assert_eq!(saved.to, "/compte?fait=account-changed");
        let closed = browser.post(&site, "/compte/sessions", "").await;
        assert_eq!(closed.to, "/compte?fait=session-closed");
        let untied = browser
            .post(&site, "/compte/services/retirer", "service=x")
            .await;
        assert_eq!(untied.to, "/compte?fait=provider-untied");
    }
    let person = site.camille.id.to_string();
    let token = site.link(Purpose::Sessions, &person, TimeDelta::days(1));
    let close = format!("/connexion/fermer/{token}");
    browser
        .get(&site, &close)
        .await
        .says("Toutes les sessions du compte de Camille D.");
    for _ in 0..2 {
        let closed = browser.post(&site, &close, "").await;
        closed.says("Plus personne n'est connecté à ce compte");
    }
    let refused = browser.get(&site, "/compte").await;
    refused.says("Il faut être connecté");
}

#[rstest]
#[case("/compte", "/compte")]
#[case(
    "/aide?q=a%20b&territoire=commune-35238",
    "/aide?q=a%20b&territoire=commune-35238"
)]
#[case("//ailleurs.example", "/espace")]
#[case("/\\ailleurs.example", "/espace")]
#[case("https://ailleurs.example", "/espace")]
#[case("https:ailleurs.example", "/espace")]
#[tokio::test]
async fn each_way_in_goes_on_to_the_page_that_was_asked_and_to_no_other_site(
    #[case] asked: &str,
    #[case] expected: &str,
) {
    let site = Doors::open(HERE).await;
    let mut browser = Browser::default();
    let encoded: String = url::form_urlencoded::byte_serialize(asked.as_bytes()).collect();
    let door = browser
        .get(&site, &format!("/connexion?suite={encoded}"))
        .await;
    let written = expected.replace('&', "&#38;");
    let field = format!("name=\"suite\" value=\"{written}\"");
    let fields = door.body.matches(&field).count();
    assert_eq!(fields, 3, "a link, a password, a key: {}", door.body);
    let form = format!("email=camille@exemple.fr&suite={encoded}");
    browser.post(&site, "/connexion/recevoir", &form).await;
    let link = site.mailed(1).await;
    assert_eq!(browser.post(&site, &link, "").await.to, expected);
    // By a provider, whose link on the page carries it on.
    let address = format!("/connexion/service/agents?suite={encoded}");
    let mut other = Browser::default();
    let away = other.get(&site, &address).await;
    let back = other.walk(&site, &away.to.parse().unwrap()).await;
    assert_eq!(back.to, expected);
}

#[tokio::test]
async fn a_provider_is_tied_from_a_form_of_this_site_alone_and_the_account_is_named() {
    let site = Doors::open(HERE).await;
    let mut browser = Browser::default();
    site.enter(&mut browser).await;
    let form = "/compte/service/agents";
    let account = browser.get(&site, "/compte").await;
    assert!(account.body.contains(&format!("action=\"{form}\"")));
    // A link that another site holds opens a session there and here, and ties nothing.
    let mut lured = Browser {
        cookies: browser.cookies.clone(),
    };
    let away = lured.get(&site, "/connexion/service/agents?lier=1").await;
    let back = lured.walk(&site, &away.to.parse().unwrap()).await;
    assert_eq!(back.to, "/espace");
    site.provider
        .play(|play| play.person.subject = "b3a1-80".to_owned());
    site.enter(&mut browser).await;
    let account = browser.get(&site, "/compte").await;
    account.says("Ce service n'ouvre pas votre compte");
    assert_eq!(
        browser.get(&site, form).await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
    let elsewhere = Request::post(form).header("sec-fetch-site", "cross-site");
    let elsewhere = browser.send(&site, elsewhere, "").await;
    assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
    let stranger = Browser::default().post(&site, form, "").await;
    stranger.says("Il faut être connecté");
    let away = browser.post(&site, form, "").await;
    away.says("Vous allez vous connecter chez Agents");
    let issuer = site.provider.issuer();
    let (_, rest) = away.body.split_once(&format!("href=\"{issuer}")).unwrap();
    let there = format!("{issuer}{}", rest.split('"').next().unwrap());
    let there: Url = there
        .replace("&#38;", "&")
        .replace("&amp;", "&")
        .parse()
        .unwrap();
    // Another browser, even of the same person, does not end what this one began.
    let mut other = Browser::default();
    site.enter(&mut other).await;
    let refused = other.walk(&site, &there).await;
    refused.says("Le passage par ce service a été interrompu");
    let back = browser.walk(&site, &there).await;
    assert!(back.to.starts_with("/compte?lie="), "{}", back.to);
    let told = browser.get(&site, &back.to).await;
    told.says("le compte camille@mairie.exemple.fr ouvre maintenant le vôtre");
    told.says("Un lien par courriel ouvre toujours votre compte");
    assert!(told.body.contains("Ne plus entrer avec Agents"));
}

#[tokio::test]
async fn whoever_proved_long_ago_who_they_are_is_told_to_sign_in_again() {
    let site = Doors::open(HERE).await;
    let mut browser = Browser::default();
    site.enter(&mut browser).await;
    site.pass(TimeDelta::minutes(31));
    for address in [
        "/compte/effacer",
        "/compte/sessions",
        "/compte/mot-de-passe",
        "/compte/cles/retirer",
        "/compte/services/retirer",
        "/compte/service/agents",
    ] {
        let refused = browser.post(&site, address, PASSWORD).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{address}");
        refused.says("Reconnectez-vous d'abord");
        let again = format!("/connexion?suite={}", address.replace('/', "%2F"));
        let links = refused.page(address).internal_links("/");
        assert!(links.iter().any(|(path, _)| *path == again), "{links:?}");
    }
    // A provider that lets somebody through on an old session of its own proves nothing new.
    let old = site.app.now() - TimeDelta::hours(3);
    let now = Some(site.app.now());
    site.provider
        .play(|play| (play.now, play.proof) = (now, Proof::At(old)));
    let mut other = Browser::default();
    let away = other.get(&site, "/connexion/service/agents").await;
    other.walk(&site, &away.to.parse().unwrap()).await;
    let refused = other.post(&site, "/compte/effacer", "").await;
    refused.says("Reconnectez-vous d'abord");
    // Whoever is in and goes there again is asked again.
    let away = other
        .get(&site, "/connexion/service/agents?suite=/compte")
        .await;
    assert!(away.to.contains("prompt=login"), "{}", away.to);
    let back = other.walk(&site, &away.to.parse().unwrap()).await;
    assert_eq!(back.to, "/compte");
    let erased = other.post(&site, "/compte/effacer", "").await;
    assert_eq!(erased.to, "/connexion?fait=erased");
}

#[tokio::test]
async fn a_cookie_of_another_host_or_of_a_session_that_was_left_is_nobody() {
    let site = Doors::open("https://aide.example").await;
    let mut browser = Browser::default();
    site.enter(&mut browser).await;
    let held = browser
        .cookies
        .iter()
        .find(|(name, _)| name.contains("session"));
    let (name, secret) = held.unwrap().clone();
    assert_eq!(name, "__Host-portulan-session");
    let with = |name: &str, secret: &str| Browser {
        cookies: vec![(name.to_owned(), secret.to_owned())],
    };
    // Without the name that binds it to this host, as a neighbouring host could plant it.
    let mut planted = with("portulan-session", &secret);
    planted
        .get(&site, "/compte")
        .await
        .says("Il faut être connecté");
    // Of another installation.
    let there = Doors::open("https://autre.example").await;
    let mut brought = with(&name, &secret);
    brought
        .get(&there, "/compte")
        .await
        .says("Il faut être connecté");
    // Copied, and replayed after its owner left.
    let mut copy = with(&name, &secret);
    assert_eq!(copy.get(&site, "/compte").await.status, StatusCode::OK);
    browser.post(&site, "/compte/quitter", "").await;
    copy.get(&site, "/compte")
        .await
        .says("Il faut être connecté");
    let refused = copy
        .post(&site, "/compte", "nom=Quelqu%27un&langue=fr")
        .await;
    refused.says("Si votre session est finie");
}

#[test]
fn what_is_told_after_a_form_is_worded_in_every_language() {
    use portulan_i18n::{Lang, Words};
    for lang in Lang::ALL {
        for note in [
            "provider-untied",
            "last-door",
            "last-manager",
            "last-operator",
            "role-not-yours",
            "password-set",
        ] {
            assert!(
                Words::new(lang).has(&format!("note-{note}")),
                "{lang:?} {note}"
            );
        }
    }
}
