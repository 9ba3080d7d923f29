//! A place is changed by two people at once, by keyboard alone, and without scripts; nothing that either typed is lost.

use anyhow::{Context, Result, ensure};
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::site::Site;

use crate::both::{Engine, WAYS, on_both_engines, start};

on_both_engines! {
    a_name_is_changed_with_and_without_scripts_and_every_part_is_accessible
    a_week_is_filled_by_keyboard_and_seen_before_it_is_saved
    two_browsers_that_change_one_place_lose_nothing
    two_real_browsers_change_one_place_and_both_answers_are_seen
    a_form_that_is_sent_twice_at_once_is_saved_once_and_clashes_with_nobody
}

/// Opens a session by its link and goes to the parts of the first place of the API.
async fn enter(site: &Site, link: &str, scripts: bool) -> Result<(Browser, String)> {
    let setting = Setting {
        scripts,
        ..Setting::default()
    };
    let browser = Browser::open(setting).await?;
    browser.goto(&site.at(link)).await?;
    browser.follow("main form button").await?;
    let page = portulan_e2e::http::get(&site.at("/api/v1/lieux?limite=1")).await?;
    let answer = page.json()?;
    let slug = answer
        .pointer("/lieux/0/slug")
        .and_then(serde_json::Value::as_str)
        .context("a place")?
        .to_owned();
    Ok((browser, format!("/lieux/{slug}/modifier")))
}

async fn a_name_is_changed_with_and_without_scripts_and_every_part_is_accessible(
    engine: Engine,
) -> Result<()> {
    for scripts in WAYS {
        let site = start(engine)?;
        let (browser, parts) = enter(&site, &site.desk, scripts).await?;
        for part in [
            "",
            "/horaires",
            "/permanences",
            "/contact",
            "/adresse",
            "/reseaux",
        ] {
            browser.goto(&site.at(&format!("{parts}{part}"))).await?;
            if scripts {
                let faults = browser.axe().await?;
                ensure!(faults.is_empty(), "{part}: {faults:?}");
            }
            ensure!(browser.overflow().await? < 1.0, "{part} is too wide");
        }
        browser
            .goto(&site.at(&format!("{parts}/presentation")))
            .await?;
        browser.fill("#nom", "Maison des Essais").await?;
        browser.follow(".edit-form .tools button.act").await?;
        let text = browser.text().await?;
        ensure!(
            text.contains("C’est enregistré"),
            "scripts {scripts}: {text}"
        );
        ensure!(text.contains("Maison des Essais"), "{text}");
    }
    Ok(())
}

async fn a_week_is_filled_by_keyboard_and_seen_before_it_is_saved(engine: Engine) -> Result<()> {
    let site = start(engine)?;
    let (browser, parts) = enter(&site, &site.desk, false).await?;
    browser.goto(&site.at(&format!("{parts}/horaires"))).await?;
    browser
        .fill("#texte", "du lundi au vendredi de 9h à 12h")
        .await?;
    browser.press("input[name='mode'][value='texte']").await?;
    browser.send("button[value='voir']").await?;
    browser.says("du lundi au vendredi").await?;
    browser.reach("input[name='mode'][value='texte']").await?;
    // The first button of the form saves.
    browser.enter().await?;
    browser.says("C’est enregistré").await
}

async fn two_browsers_that_change_one_place_lose_nothing(engine: Engine) -> Result<()> {
    let site = start(engine)?;
    let (first, parts) = enter(&site, &site.desk, true).await?;
    // One session in two windows of one browser is two forms all the same.
    let address = site.at(&format!("{parts}/presentation"));
    first.goto(&address).await?;
    first.fill("#nom", "Nom de la première").await?;
    let other = "return fetch(location.href).then((page) => page.text()).then((text) => {\
        const page = new DOMParser().parseFromString(text, 'text/html');\
        const form = new URLSearchParams(new FormData(page.querySelector('.edit-form')));\
        form.set('nom', 'Nom de la seconde');\
        return fetch(location.href, { method: 'POST', body: form }).then((page) => page.status);\
    });";
    first.evaluate(other).await?;
    // The choice is shown at the same address.
    first.send(".edit-form .tools button.act").await?;
    first.find("input[value='mien']").await?;
    let text = first.text().await?;
    for name in ["Nom de la première", "Nom de la seconde"] {
        ensure!(text.contains(name), "{name}: {text}");
    }
    ensure!(first.axe().await?.is_empty(), "the choice is accessible");
    first.press("input[value='mien']").await?;
    first.follow("main .sheet-form button.act").await?;
    let text = first.text().await?;
    ensure!(text.contains("Nom de la première"), "{text}");
    Ok(())
}

async fn two_real_browsers_change_one_place_and_both_answers_are_seen(
    engine: Engine,
) -> Result<()> {
    let site = start(engine)?;
    let (first, parts) = enter(&site, &site.desk, true).await?;
    let second = Browser::open(Setting {
        scripts: false,
        width: 360,
        ..Setting::default()
    })
    .await?;
    second.goto(&site.at("/")).await?;
    for cookie in first.client.get_all_cookies().await? {
        second.client.add_cookie(cookie).await?;
    }
    let address = site.at(&format!("{parts}/presentation"));
    for browser in [&first, &second] {
        browser.goto(&address).await?;
    }
    second.fill("#nom", "Nom de la seconde").await?;
    second.fill("#structure", "Structure de la seconde").await?;
    second.follow(".edit-form .tools button.act").await?;
    first.fill("#nom", "Nom de la première").await?;
    first.fill("#resume", "Texte de la première").await?;
    first.send(".edit-form .tools button.act").await?;
    first.press("input[value='autre']").await?;
    ensure!(first.axe().await?.is_empty(), "the choice is accessible");
    first.follow("main .sheet-form button.act").await?;
    // What the second wrote, and what the first wrote besides.
    second.goto(&site.at(&parts)).await?;
    let text = second.text().await?;
    for kept in [
        "Nom de la seconde",
        "Structure de la seconde",
        "Texte de la première",
    ] {
        ensure!(text.contains(kept), "{kept}: {text}");
    }
    ensure!(!text.contains("Nom de la première"), "{text}");
    ensure!(second.overflow().await? < 1.0, "the page is too wide");
    Ok(())
}

async fn a_form_that_is_sent_twice_at_once_is_saved_once_and_clashes_with_nobody(
    engine: Engine,
) -> Result<()> {
    let site = start(engine)?;
    let (browser, parts) = enter(&site, &site.desk, true).await?;
    browser
        .goto(&site.at(&format!("{parts}/presentation")))
        .await?;
    browser.fill("#nom", "Maison des Essais").await?;
    let twice = "const form = document.querySelector('.edit-form');\
        const body = () => new URLSearchParams(new FormData(form));\
        const send = () => fetch(form.action, { method: 'POST', body: body() });\
        const told = (page) => page.status + new URL(page.url).search;\
        return Promise.all([send(), send()]).then((pages) => pages.map(told).sort().join(' '));";
    let told = browser.evaluate(twice).await?;
    ensure!(told == "200?fait=place-same 200?fait=place-saved", "{told}");
    Ok(())
}
