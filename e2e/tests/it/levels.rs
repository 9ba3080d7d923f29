//! The levels, in a browser, by keyboard: from the home page to who does what at an address, folded and unfolded without
//! scripts, two territories side by side, and on one sheet of paper.

use anyhow::{Context, Result, ensure};
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::site::Site;
use serde_json::json;

const FIELD: &str = "main input[name='adresse']";
const SHOW: &str = "main form button.act";

/// Pages that must go on one sheet: an address, a neighbourhood, a commune, what is above, a place on an earlier day.
const SHEETS: [&str; 7] = [
    "/niveaux?adresse=42+cours+Kennedy%2C+Rennes",
    "/niveaux/quartier-rennes-villejean",
    "/niveaux/commune-35238",
    "/niveaux/epci-243500139",
    "/niveaux/departement-35",
    "/niveaux/pays-fr",
    "/niveaux/commune-35238?au=2025-01-15",
];

#[tokio::test]
async fn from_the_home_page_to_who_acts_at_an_address_and_beside_another_town() -> Result<()> {
    let site = Site::start()?;
    for scripts in [true, false] {
        let browser = Browser::open(Setting {
            scripts,
            ..Setting::default()
        })
        .await?;
        walk(&browser, &site)
            .await
            .with_context(|| format!("scripts: {scripts}"))?;
    }
    Ok(())
}

async fn walk(browser: &Browser, site: &Site) -> Result<()> {
    browser.goto(&site.at("/")).await?;
    browser.follow("header nav a[href='/niveaux']").await?;
    browser.fill(FIELD, "42 cours Kennedy, Rennes").await?;
    browser.follow(SHOW).await?;
    for told in ["État", "Ille-et-Vilaine", "Rennes Métropole"] {
        browser.says(told).await?;
    }
    // Folding is the browser's own: it needs no script.
    let open = browser.count("details.level[open]").await?;
    ensure!(open > 0, "nothing is unfolded");
    browser.press("details.level[open] > summary").await?;
    let left = browser.count("details.level[open]").await?;
    ensure!(left == open - 1, "{open} open before, {left} after");
    browser.fill("main input[name='avec']", "Vitré").await?;
    browser.follow("form#comparer button.act").await?;
    ensure!(browser.count("table.levels-table").await? == 1, "no table");
    browser.says("Vitré").await
}

#[tokio::test]
async fn the_levels_go_on_one_sheet_of_paper_and_are_read_at_360_pixels() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(Setting::default()).await?;
    for path in SHEETS {
        browser
            .set(Setting {
                width: 360,
                ..Setting::default()
            })
            .await?;
        browser.goto(&site.at(path)).await?;
        let overflow = browser.overflow().await?;
        ensure!(overflow <= 0.0, "{path}: {overflow} px beyond 360");
        browser.set(Setting::default()).await?;
        ensure!(sheets(&browser, 1).await.is_ok(), "{path} does not print");
        ensure!(sheets(&browser, 2).await.is_err(), "{path}: a second sheet");
    }
    Ok(())
}

/// Prints one of the sheets of the page; an error where there is no such sheet.
async fn sheets(browser: &Browser, number: usize) -> Result<()> {
    let parameters = json!({ "preferCSSPageSize": true, "pageRanges": number.to_string() });
    browser.devtools("Page.printToPDF", parameters).await?;
    Ok(())
}
