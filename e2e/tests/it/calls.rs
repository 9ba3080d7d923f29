//! The list of calls, walked with the keyboard as a co-ordinator does, with and without scripts; and the figures that
//! outlive the program.

use anyhow::{Context, Result, ensure};
use hyper::Method;
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::http::ask;

use crate::both::{Engine, WAYS, on_both_engines, start};

on_both_engines! {
    a_coordinator_calls_and_says_what_came_of_it_with_and_without_scripts
    the_pages_of_calls_and_figures_have_no_accessibility_fault
    what_was_counted_is_written_when_the_program_is_asked_to_stop
}

const LIST: &str = "/espace/appels?territoire=epci-243500139";
/// A browser of people: what drives the tests says that it is a program.
const PERSON: [(&str, &str); 2] = [
    (
        "user-agent",
        "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    ),
    ("accept-language", "fr"),
];

/// Where the first form of the list sends a call that nobody answered.
async fn first(browser: &Browser) -> Result<String> {
    let button = browser.find("main tbody button[formaction]").await?;
    let to = button.attr("formaction").await?;
    to.context("an address")
}

async fn a_coordinator_calls_and_says_what_came_of_it_with_and_without_scripts(
    engine: Engine,
) -> Result<()> {
    for scripts in WAYS {
        let site = start(engine)?;
        let setting = Setting {
            scripts,
            ..Setting::default()
        };
        let browser = Browser::open(setting).await?;
        browser.goto(&site.at(&site.desk)).await?;
        browser.follow("main form button").await?;
        browser.goto(&site.at(LIST)).await?;
        let dials = browser.reach("main tbody a[href^='tel:']").await?;
        ensure!(!dials.text().await?.is_empty(), "a number in words");
        ensure!(
            browser.text().await?.contains("en 90 jours"),
            "reasons in words"
        );
        let called = first(&browser).await?;
        browser.follow("main tbody button[formaction]").await?;
        ensure!(browser.text().await?.contains("pendant 14 jours"));
        ensure!(
            first(&browser).await? != called,
            "it comes after the others"
        );
        let next = first(&browser).await?;
        browser
            .follow("main tbody form[action$='/juste'] button:not([formaction])")
            .await?;
        ensure!(browser.text().await?.contains("tout est juste"));
        ensure!(first(&browser).await? != next, "what is sure is not called");
        let slug = next.split('/').nth(3).context("a slug")?.to_owned();
        browser.goto(&site.at(&format!("/lieux/{slug}"))).await?;
        ensure!(browser.text().await?.contains("confirmé par le lieu"));
    }
    Ok(())
}

async fn the_pages_of_calls_and_figures_have_no_accessibility_fault(engine: Engine) -> Result<()> {
    let site = start(engine)?;
    let browser = Browser::open(Setting::default()).await?;
    browser.goto(&site.at(&site.desk)).await?;
    browser.follow("main form button").await?;
    browser.goto(&site.at(LIST)).await?;
    let called = first(&browser).await?;
    let slug = called.split('/').nth(3).context("a slug")?.to_owned();
    for _ in 0..7 {
        for page in [
            format!("/lieux/{slug}"),
            "/aide?ou=Rennes&besoin=acces".to_owned(),
        ] {
            ask(Method::GET, &site.at(&page), &PERSON).await?;
        }
    }
    let mut faults = Vec::new();
    let pages = [
        LIST.to_owned(),
        "/statistiques".to_owned(),
        format!("/lieux/{slug}/visites"),
    ];
    for page in &pages {
        for (dark, width) in [(false, 1280), (false, 320), (true, 1280), (true, 320)] {
            let setting = Setting {
                scripts: true,
                dark,
                width,
            };
            browser.set(setting).await?;
            browser.goto(&site.at(page)).await?;
            let found = browser.axe().await?;
            faults.extend(
                found
                    .iter()
                    .map(|fault| format!("{page} ({width} px): {fault}")),
            );
            if browser.overflow().await? > 0.0 {
                faults.push(format!("{page}: overflows at {width} px"));
            }
        }
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

async fn what_was_counted_is_written_when_the_program_is_asked_to_stop(
    engine: Engine,
) -> Result<()> {
    let site = start(engine)?;
    for _ in 0..23 {
        ask(Method::GET, &site.at("/"), &PERSON).await?;
    }
    let site = site.restart()?;
    let mut shown = String::new();
    for _ in 0..40 {
        shown = ask(Method::GET, &site.at("/statistiques"), &PERSON)
            .await?
            .text;
        if shown.contains("<td>23</td>") {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(250)).await;
    }
    anyhow::bail!("23 views are lost:\n{shown}")
}
