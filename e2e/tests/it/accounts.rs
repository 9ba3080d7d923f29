//! Accounts, walked as the people who have one: invited, by a link, by a key of their device, by a provider.

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;
use fantoccini::key::Key;
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::site::{CLOCK, Site};
use portulan_testkit::oidc::{CLIENT_ID, CLIENT_SECRET, OidcProvider, Play};
use serde_json::json;

use crate::both::{Engine, on_both_engines, scripts, start, start_with};

on_both_engines! {
    an_invited_person_accepts_sees_their_role_and_leaves_with_and_without_scripts
    a_person_adds_a_key_of_their_device_and_comes_in_by_it
    a_person_comes_in_by_a_provider_of_identity
}

/// The path of a link that a command printed.
pub(crate) fn path_of(printed: &str) -> Result<String> {
    let (_, path) = printed.split_once("localhost:8080").context("a link")?;
    Ok(path.to_owned())
}

/// Keys belong to a name, and `127.0.0.1` is none.
fn by_name(site: &Site, path: &str) -> String {
    site.at(path).replace("127.0.0.1", "localhost")
}

async fn is_clean(browser: &Browser) -> Result<()> {
    let found = browser.axe().await?;
    ensure!(found.is_empty(), "{}: {found:?}", browser.path().await?);
    ensure!(
        browser.overflow().await? <= 0.0,
        "sideways: {}",
        browser.path().await?
    );
    Ok(())
}

async fn an_invited_person_accepts_sees_their_role_and_leaves_with_and_without_scripts(
    engine: Engine,
) -> Result<()> {
    for &scripts in scripts(engine) {
        let site = start(engine)?;
        let arguments = [
            "user",
            "invite",
            "nouvelle@exemple.fr",
            "--role",
            "coordinator",
            "--node",
            "commune-35238",
        ];
        let link = path_of(&site.run(&arguments)?)?;
        let setting = Setting {
            scripts,
            width: 360,
            ..Setting::default()
        };
        let browser = Browser::open(setting).await?;
        browser.goto(&site.at(&link)).await?;
        ensure!(browser.text().await?.contains("Coordination, Rennes"));
        if scripts {
            is_clean(&browser).await?;
        }
        browser.find("#nom").await?.send_keys("Camille D.").await?;
        browser
            .find("main form button")
            .await?
            .send_keys(&char::from(Key::Enter).to_string())
            .await?;
        browser.find(".desk-nav").await?;
        let text = browser.text().await?;
        ensure!(
            text.contains("Bienvenue") && text.contains("Coordination, Rennes"),
            "{text}"
        );
        if scripts {
            is_clean(&browser).await?;
        }
        browser.goto(&site.at(&link)).await?;
        ensure!(
            browser.text().await?.contains("Il a déjà servi"),
            "replayed"
        );
        browser
            .goto(&site.at("/espace/personnes/commune-35238"))
            .await?;
        ensure!(browser.text().await?.contains("Camille D."));
        if scripts {
            is_clean(&browser).await?;
        }
        browser.goto(&site.at("/compte")).await?;
        if scripts {
            is_clean(&browser).await?;
        }
        browser
            .follow("form[action='/compte/quitter'] button")
            .await?;
        browser.goto(&site.at("/espace")).await?;
        ensure!(!browser.text().await?.contains("Camille"), "signed out");
    }
    Ok(())
}

async fn a_person_adds_a_key_of_their_device_and_comes_in_by_it(engine: Engine) -> Result<()> {
    let site = start(engine)?;
    let printed = site.run(&["user", "add", "camille@exemple.fr", "--name", "Camille D."])?;
    let browser = Browser::open(Setting::default()).await?;
    browser.goto(&by_name(&site, &path_of(&printed)?)).await?;
    browser.devtools("WebAuthn.enable", json!({})).await?;
    let options = json!({ "options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
        "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true,
    } });
    browser
        .devtools("WebAuthn.addVirtualAuthenticator", options)
        .await?;
    browser.follow("main form button").await?;
    browser.goto(&by_name(&site, "/compte")).await?;
    is_clean(&browser).await?;
    browser
        .find("#cle")
        .await?
        .send_keys("Poste de l’accueil")
        .await?;
    browser.follow("[data-passkey='/compte/cles']").await?;
    ensure!(
        browser.text().await?.contains("Poste de l’accueil"),
        "the key is listed"
    );
    browser
        .follow("form[action='/compte/quitter'] button")
        .await?;
    browser.goto(&by_name(&site, "/connexion/oubli")).await?;
    is_clean(&browser).await?;
    browser
        .goto(&by_name(&site, "/connexion?suite=/compte"))
        .await?;
    is_clean(&browser).await?;
    browser.follow("[data-passkey='/connexion/cle']").await?;
    ensure!(browser.path().await? == "/compte");
    let text = browser.text().await?;
    ensure!(
        text.contains("par clé d’accès") && text.contains("utilisée le"),
        "{text}"
    );
    Ok(())
}

async fn a_person_comes_in_by_a_provider_of_identity(engine: Engine) -> Result<()> {
    let provider = OidcProvider::start(Play {
        now: CLOCK.parse().ok(),
        ..Play::default()
    });
    let folder = tempfile::tempdir()?;
    let secret = folder.path().join("secret");
    std::fs::write(&secret, CLIENT_SECRET)?;
    let list = folder.path().join("services.toml");
    let entry = format!(
        "[[provider]]\nslug = \"essai\"\nlabel = \"Service d’essai\"\nissuer = {:?}\nclient_id = {CLIENT_ID:?}\n\
         client_secret_file = \"secret\"\n",
        provider.issuer()
    );
    std::fs::write(&list, entry)?;
    let list = list.to_str().context("a path")?;
    let site = start_with(engine, &["--oidc", list, "--allow-private-addresses"])?;
    let browser = Browser::open(Setting {
        scripts: false,
        ..Setting::default()
    })
    .await?;
    browser.goto(&site.at("/connexion")).await?;
    browser.follow("a[href='/connexion/service/essai']").await?;
    browser.find("button").await?.click().await?;
    browser.find(".desk-nav").await?;
    ensure!(
        browser.path().await? == "/espace",
        "{}",
        browser.path().await?
    );
    ensure!(
        browser
            .text()
            .await?
            .contains("Vous n’avez pas encore de rôle")
    );
    browser.goto(&site.at("/compte")).await?;
    ensure!(browser.text().await?.contains("par un service d’identité"));
    browser
        .client
        .find(Locator::Css("a[href='/compte/effacer']"))
        .await?
        .click()
        .await?;
    browser
        .find("form[action='/compte/effacer'] button")
        .await?
        .click()
        .await?;
    browser.find("form[action='/connexion/recevoir']").await?;
    ensure!(browser.text().await?.contains("Votre compte est effacé"));
    Ok(())
}
