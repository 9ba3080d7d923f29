//! A picture is sent from a browser without scripts, seen on the page of its place, and taken away.

use anyhow::{Context, Result, ensure};
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::site::Site;

use crate::both::{Engine, on_both_engines, start};

on_both_engines! {
    a_picture_is_sent_seen_and_taken_away_without_scripts
    the_pages_of_pictures_are_accessible_and_fit_every_width
}

/// A PNG of 16 by 16 black dots.
const DOTS: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x10\x00\x00\x00\x10\
    \x01\x00\x00\x00\x00\x37\x88\xc2\xcc\x00\x00\x00\x0c\x49\x44\x41\x54\x78\xda\x63\x60\x20\x0d\x00\
    \x00\x00\x30\x00\x01\x28\x74\x49\x7d\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

/// Opens the operator's session; the place that the API gives first.
async fn enter(site: &Site, scripts: bool) -> Result<(Browser, String)> {
    let setting = Setting {
        scripts,
        ..Setting::default()
    };
    let browser = Browser::open(setting).await?;
    browser.goto(&site.at(&site.desk)).await?;
    browser.follow("main form button").await?;
    let page = portulan_e2e::http::get(&site.at("/api/v1/lieux?limite=1")).await?;
    let answer = page.json()?;
    let slug = answer
        .pointer("/lieux/0/slug")
        .and_then(serde_json::Value::as_str)
        .context("a place")?;
    Ok((browser, format!("/lieux/{slug}")))
}

/// Fills the form of pictures and sends it.
async fn send(site: &Site, browser: &Browser) -> Result<()> {
    let file = site.data().join("porte.png");
    std::fs::write(&file, DOTS)?;
    for (field, text) in [
        ("#image", file.to_str().context("a path")?),
        ("#description", "La porte bleue"),
        ("#credit", "Essai, CC0"),
    ] {
        browser.fill(field, text).await?;
    }
    browser.follow(".edit-form button.act").await
}

async fn a_picture_is_sent_seen_and_taken_away_without_scripts(engine: Engine) -> Result<()> {
    let site = start(engine)?;
    let (browser, place) = enter(&site, false).await?;
    let form = site.at(&format!("{place}/modifier/images"));
    browser.goto(&form).await?;
    send(&site, &browser).await?;
    let text = browser.text().await?;
    ensure!(text.contains("L’image est en ligne"), "{text}");
    browser.goto(&site.at(&place)).await?;
    let seen = browser.find("img[alt='La porte bleue']").await?;
    ensure!(seen.attr("loading").await?.as_deref() == Some("lazy"));
    let source = seen.attr("src").await?.context("an address")?;
    let bytes = portulan_e2e::http::get(&site.at(&source)).await?;
    ensure!(bytes.header("content-type") == "image/jpeg");
    browser.goto(&form).await?;
    browser.follow(".pictures button").await?;
    let text = browser.text().await?;
    ensure!(text.contains("L’image est retirée"), "{text}");
    let gone = portulan_e2e::http::get(&site.at(&source)).await?;
    ensure!(gone.status == 404, "{}", gone.status);
    Ok(())
}

async fn the_pages_of_pictures_are_accessible_and_fit_every_width(engine: Engine) -> Result<()> {
    let site = start(engine)?;
    let (browser, place) = enter(&site, true).await?;
    let form = format!("{place}/modifier/images");
    browser.goto(&site.at(&form)).await?;
    send(&site, &browser).await?;
    for page in [&form, &place] {
        for (width, dark) in [(1280, false), (320, false), (360, true)] {
            let setting = Setting {
                width,
                dark,
                ..Setting::default()
            };
            browser.set(setting).await?;
            browser.goto(&site.at(page)).await?;
            let faults = browser.axe().await?;
            ensure!(faults.is_empty(), "{page} at {width}: {faults:?}");
            ensure!(
                browser.overflow().await? < 1.0,
                "{page} at {width} is too wide"
            );
        }
    }
    Ok(())
}
