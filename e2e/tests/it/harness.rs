//! The tools of these tests, tried on pages whose faults are known: a judge that never finds anything proves nothing, nor
//! does a keyboard that reaches everything.

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

/// `#passed` is no stop, one link is gone when the focus comes, `.unseen` shows no focus, `.away` is outside the window.
const CONTROLS: &str = "data:text/html,<!doctype html><html lang='fr'><title>x</title><style>\
    :focus-visible { outline: 3px solid blue } .unseen:focus-visible { outline: none }\
    .away { position: fixed; left: -99px; width: 9px }</style><main><form onsubmit='return false'>\
    <input id='field' value='before'><a id='passed' href='data:,' tabindex='-1'>x</a>\
    <input type='radio' name='one' id='a'><input type='radio' name='one' id='b' checked><input type='radio' name='one' id='c'>\
    <input type='checkbox' id='box'><input type='date'>\
    <a href='data:,' onfocus='this.remove()'>x</a><button type='button' onclick=\"this.textContent = 'pressed'\">x</button>\
    <details><summary>more</summary><a id='inside' href='data:,'>x</a></details>\
    <div id='drawn' onclick='1'>x</div></form><p>end";

async fn on_controls(end: &str) -> Result<Browser> {
    let browser = Browser::open(Setting::default()).await?;
    browser.goto(&format!("{CONTROLS}{end}")).await?;
    Ok(browser)
}

async fn refused(browser: &Browser, selector: &str, reason: &str) -> Result<()> {
    let Err(fault) = browser.reach(selector).await else {
        anyhow::bail!("{selector} is reached");
    };
    let told = format!("{fault:#}");
    ensure!(told.contains(reason), "{selector}: {told}");
    Ok(())
}

#[tokio::test]
async fn keys_reach_fields_choices_and_buttons_in_both_directions() -> Result<()> {
    let browser = on_controls("").await?;
    browser.press("button").await?;
    browser.says("pressed").await?;
    browser.press("#box").await?;
    for answer in ["#c", "#a"] {
        browser.press(answer).await?;
        let chosen = browser.find(answer).await?.is_selected().await?;
        ensure!(chosen, "{answer} is not chosen");
    }
    ensure!(browser.find("#box").await?.is_selected().await?);
    browser.fill("#field", "after").await?;
    let value = browser.find("#field").await?.prop("value").await?;
    ensure!(value.as_deref() == Some("after"), "{value:?}");
    browser.press("summary").await?;
    browser.reach("#inside").await?;
    Ok(())
}

#[tokio::test]
async fn keys_do_not_reach_what_tab_passes_over() -> Result<()> {
    for hidden in ["#passed", "#inside", "#drawn"] {
        let browser = on_controls("").await?;
        refused(&browser, hidden, "passes over").await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_focus_that_is_not_seen_stops_the_walk() -> Result<()> {
    for end in [
        "<a id='end' class='unseen' href='data:,'>x</a>",
        "<a id='end' class='away' href='data:,'>x</a>",
        "<a class='unseen' href='data:,'>x</a><a id='end' href='data:,'>x</a>",
    ] {
        let browser = on_controls(end).await?;
        refused(&browser, "#end", "not seen").await?;
    }
    Ok(())
}
