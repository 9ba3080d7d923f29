//! The tools of these tests, tried on pages whose faults are known: a judge that never finds anything proves nothing.

use anyhow::{Result, ensure};
use portulan_e2e::browser::{Browser, Setting};

const FAULTY: &str = "data:text/html,<!doctype html><html lang='fr'><title>x</title><main><h1>x</h1>\
    <img src='data:,'><p id='p'>clair</p><svg><g><path/></g></svg>\
    <script>document.getElementById('p').textContent = matchMedia('(prefers-color-scheme: dark)').matches ? 'sombre' : 'jour'</script>\
    </main></html>";

#[tokio::test]
async fn axe_finds_a_picture_without_text_and_the_scheme_is_the_one_set() -> Result<()> {
    let browser = Browser::open(Setting::default()).await?;
    browser.goto(FAULTY).await?;
    ensure!(
        browser
            .axe()
            .await?
            .iter()
            .any(|fault| fault.starts_with("image-alt")),
        "axe finds nothing"
    );
    ensure!(
        browser.text().await?.contains("jour"),
        "light: {}",
        browser.text().await?
    );
    browser
        .set(Setting {
            dark: true,
            width: 320,
            ..Setting::default()
        })
        .await?;
    browser.goto(FAULTY).await?;
    ensure!(
        browser.text().await?.contains("sombre"),
        "dark: {}",
        browser.text().await?
    );
    let width = browser.evaluate("return window.innerWidth;").await?;
    ensure!(width == 320, "{width} px wide");
    Ok(())
}

#[tokio::test]
async fn without_scripts_no_script_of_the_page_runs() -> Result<()> {
    let browser = Browser::open(Setting {
        scripts: false,
        ..Setting::default()
    })
    .await?;
    browser.goto(FAULTY).await?;
    ensure!(
        browser.text().await?.contains("clair"),
        "a script ran: {}",
        browser.text().await?
    );
    Ok(())
}

#[tokio::test]
async fn descendants_of_an_svg_weigh_nothing() -> Result<()> {
    let browser = Browser::open(Setting::default()).await?;
    browser.goto(FAULTY).await?;
    // html, head, title, body, main, h1, img, p, svg, script.
    let elements = browser.weight().await?.elements;
    ensure!((elements - 10.0).abs() < 0.5, "{elements} elements");
    Ok(())
}
