//! Journeys of residents by keyboard, each with scripts and without: from a need to a place, a sheet, or a plain "none
//! is known".

use anyhow::{Context, Result, ensure};
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::http;
use portulan_e2e::site::Site;

const FIELD: &str = "form[action^='/aide'] input[name='ou']";
const PLACE: &str = "main a[href^='/lieux/']";

/// Runs a journey twice: scripts on, scripts off.
async fn both_ways<F>(journey: impl Fn(Browser, String) -> F) -> Result<()>
where
    F: Future<Output = Result<()>>,
{
    let site = Site::start()?;
    for scripts in [true, false] {
        let browser = Browser::open(Setting {
            scripts,
            ..Setting::default()
        })
        .await?;
        journey(browser, site.address.clone())
            .await
            .with_context(|| format!("scripts: {scripts}"))?;
    }
    Ok(())
}

async fn ask(browser: &Browser, home: &str, text: &str) -> Result<()> {
    browser.goto(home).await?;
    browser.fill_and_enter(FIELD, text).await
}

#[tokio::test]
async fn a_phrase_leads_to_an_open_place_and_to_its_sheet() -> Result<()> {
    both_ways(|browser, home| async move {
        ask(
            &browser,
            &home,
            "imprimer près de République à Rennes samedi matin",
        )
        .await?;
        ensure!(
            browser.path().await?.starts_with("/aide"),
            "on {}",
            browser.path().await?
        );
        ensure!(
            browser.count(PLACE).await? > 0,
            "no place, nor the nearest ones:\n{}",
            browser.text().await?
        );
        browser.follow(PLACE).await?;
        ensure!(
            browser.path().await?.starts_with("/lieux/"),
            "on {}",
            browser.path().await?
        );
        ensure!(browser.count("main h1").await? == 1, "one title");
        browser.follow("a[href^='/fiche/']").await?;
        ensure!(browser.count("svg").await? > 0, "the sheet shows a QR code");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_interactions_are_enough_from_home_to_places() -> Result<()> {
    both_ways(|browser, home| async move {
        ask(&browser, &home, "35000").await?;
        ensure!(
            browser.count(PLACE).await? > 0,
            "no place:\n{}",
            browser.text().await?
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_name_borne_by_several_spots_is_offered_as_a_choice() -> Result<()> {
    both_ways(|browser, home| async move {
        ask(&browser, &home, "Maurepas").await?;
        let choices = browser.count("main a[href*='/aide?']").await?;
        ensure!(
            choices >= 3,
            "{choices} choices for Maurepas:\n{}",
            browser.text().await?
        );
        ensure!(
            browser.count(PLACE).await? == 0,
            "places are shown before the choice is made"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_wrong_value_is_said_and_the_results_stay() -> Result<()> {
    both_ways(|browser, home| async move {
        browser
            .goto(&format!("{home}/aide?ou=Rennes&besoin=rien"))
            .await?;
        let text = browser.text().await?;
        ensure!(text.contains("rien"), "the wrong value is named:\n{text}");
        ensure!(browser.count(PLACE).await? > 0, "the results stay:\n{text}");
        let kept = browser
            .find("input[name='ou']")
            .await?
            .prop("value")
            .await?
            .unwrap_or_default();
        ensure!(kept == "Rennes", "the field keeps what was typed: {kept:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_spot_that_nobody_knows_teaches_the_next_step() -> Result<()> {
    both_ways(|browser, home| async move {
        ask(&browser, &home, "zzqxw").await?;
        let kept = browser
            .find("input[name='ou']")
            .await?
            .prop("value")
            .await?
            .unwrap_or_default();
        ensure!(kept == "zzqxw", "the field keeps what was typed: {kept:?}");
        ensure!(
            browser.text().await?.contains("code postal"),
            "the page says what to try"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_scripts_the_results_have_a_map_drawn_by_the_server() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(Setting {
        scripts: false,
        ..Setting::default()
    })
    .await?;
    browser.goto(&site.at("/aide?ou=Rennes")).await?;
    if browser.count("main svg[role='img']").await? == 0 {
        browser.follow("main a[href*='carte']").await?;
    }
    ensure!(
        browser.count("main svg[role='img']").await? > 0,
        "a map with a name"
    );
    ensure!(browser.count(PLACE).await? > 0, "and its list");
    Ok(())
}

#[tokio::test]
async fn nobody_is_followed_and_nothing_is_kept_in_the_browser() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(Setting::default()).await?;
    browser
        .goto(&site.at("/aide?ou=Rennes&besoin=acces"))
        .await?;
    let kept = browser
        .evaluate("return [document.cookie, localStorage.length, sessionStorage.length];")
        .await?;
    ensure!(
        kept == serde_json::json!(["", 0, 0]),
        "kept in the browser: {kept}"
    );
    let answer = http::get(&site.at("/aide?ou=Rennes")).await?;
    ensure!(answer.header("set-cookie").is_empty(), "a cookie is set");
    Ok(())
}
