//! Accounts, walked by keyboard as the people who have one: invited, by a link, by a key of their device.

use anyhow::{Context, Result, ensure};
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::site::Site;
use serde_json::json;

use crate::both::{Engine, WAYS, on_both_engines, start};

on_both_engines! {
    an_invited_person_accepts_sees_their_role_and_leaves_with_and_without_scripts
    a_person_adds_a_key_of_their_device_and_comes_in_by_it
    without_scripts_keys_are_not_offered_and_a_link_opens_the_account
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
    for scripts in WAYS {
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
        browser.fill("#nom", "Camille D.").await?;
        browser.follow("main form button").await?;
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
    browser.fill("#cle", "Poste de l’accueil").await?;
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

/// Keys of devices are made by scripts: a button that would do nothing is not shown, and another way in is.
async fn without_scripts_keys_are_not_offered_and_a_link_opens_the_account(
    engine: Engine,
) -> Result<()> {
    let site = start(engine)?;
    let printed = site.run(&["user", "add", "camille@exemple.fr", "--name", "Camille D."])?;
    let browser = Browser::open(Setting {
        scripts: false,
        ..Setting::default()
    })
    .await?;
    browser.goto(&site.at("/connexion")).await?;
    let button = browser.find("[data-passkey]").await?;
    ensure!(!button.is_displayed().await?, "a button that does nothing");
    ensure!(
        browser.reach_element(&button).await.is_err(),
        "Tab stops on it"
    );
    browser
        .reach("form[action='/connexion/recevoir'] button")
        .await?;
    browser.goto(&site.at(&path_of(&printed)?)).await?;
    browser.follow("main form button").await?;
    browser.goto(&site.at("/compte")).await?;
    let button = browser.find("[data-passkey]").await?;
    ensure!(!button.is_displayed().await?, "a button that does nothing");
    browser.says("un lien par courriel suffit").await
}
