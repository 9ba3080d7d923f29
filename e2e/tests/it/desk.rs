//! The operator's desk, walked as the person who takes lists in: with and without scripts, light and dark, narrow and
//! wide, and judged on every page that the walk meets.

use std::io::Write as _;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use hyper::Method;
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::http::ask;
use portulan_e2e::site::Site;
use portulan_e2e::{report, tools};
use tempfile::NamedTempFile;

use crate::both::{Engine, WAYS, on_both_engines, start};

on_both_engines! {
    a_list_is_taken_in_its_duplicates_decided_and_a_merge_undone_with_and_without_scripts
    pairs_are_decided_with_letters_only_where_the_answers_have_the_focus
}

/// Two rows that are surely one place, two that may be, one that lacks nearly everything.
const LIST: &str = "id,nom,commune,code_postal,adresse,latitude,longitude,telephone,courriels,horaires,date_maj\n\
    1,Maison des Essais Atlantes,Rennes,35000,12 rue de l'Essai,48.11,-1.68,+33299000001,atlantes@essai.example,Mo-Fr 09:00-12:00,2026-01-01\n\
    2,Maison des Essais Atlantes,Rennes,35000,12 rue de l'Essai,48.11,-1.68,+33299000001,atlantes@essai.example,,2026-02-01\n\
    3,Atelier des Rives,Rennes,35000,4 quai des Essais,48.12,-1.67,,,tous les matins,2026-01-01\n\
    4,L'Atelier des Rives,Rennes,35000,9 quai des Essais,48.1203,-1.6704,,,,2025-01-01\n\
    5,Lieu sans rien,Rennes,,,,,,,,\n";

/// The cookie of the session.
const COOKIE: &str = "portulan-session";

struct Walk {
    site: Site,
    browser: Browser,
    list: NamedTempFile,
    scripts: bool,
}

impl Walk {
    /// Opens the session by its link.
    async fn begin(engine: Engine, scripts: bool) -> Result<Self> {
        let site = start(engine)?;
        let setting = Setting {
            scripts,
            ..Setting::default()
        };
        let browser = Browser::open(setting).await?;
        browser.goto(&site.at(&site.desk)).await?;
        browser.follow("main form button").await?;
        ensure!(
            browser.path().await? == "/exploitation",
            "the session is open"
        );
        let mut list = tempfile::Builder::new().suffix(".csv").tempfile()?;
        list.write_all(LIST.as_bytes())?;
        Ok(Self {
            site,
            browser,
            list,
            scripts,
        })
    }

    async fn goto(&self, path: &str) -> Result<()> {
        self.browser.goto(&self.site.at(path)).await
    }

    async fn fill(&self, field: &str, text: &str) -> Result<()> {
        self.browser.fill(field, text).await
    }

    /// Adds a source and gives it the list; the browser is then on the page of the ended run.
    async fn take_in(&self) -> Result<()> {
        self.goto("/exploitation/sources/nouvelle").await?;
        self.fill("#nom", "Réseau des essais").await?;
        self.fill("#niveau", "Ille-et-Vilaine").await?;
        self.browser.follow("main .sheet-form button.act").await?;
        ensure!(
            self.browser
                .path()
                .await?
                .starts_with("/exploitation/sources/reseau-des-essais"),
            "on {}: {}",
            self.browser.path().await?,
            self.browser.text().await?
        );
        let file = self.list.path().display().to_string();
        self.fill("#fichier", &file).await?;
        self.browser
            .follow("form[action$='/moissonner'] button")
            .await?;
        self.ended().await
    }

    /// Waits for the end of the run: alone where scripts run, by the button of the page where they do not.
    async fn ended(&self) -> Result<()> {
        for _ in 0..40 {
            let text = self.browser.text().await?;
            if !text.contains("En cours") {
                ensure!(text.contains("Terminé"), "{text}");
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(250)).await;
            if !self.scripts {
                self.browser.send("[data-working] a.act").await?;
            }
        }
        anyhow::bail!("the run does not end:\n{}", self.browser.text().await?)
    }

    /// The places that a result page shows under a name.
    async fn shown(&self, name: &str) -> Result<usize> {
        let page = portulan_e2e::http::get(&self.site.at(&format!(
            "/api/v1/lieux?source=reseau-des-essais&limite=100&q={name}"
        )))
        .await?;
        let answer = page.json()?;
        let places = answer.get("lieux").and_then(serde_json::Value::as_array);
        Ok(places.map_or(0, Vec::len))
    }
}

async fn a_list_is_taken_in_its_duplicates_decided_and_a_merge_undone_with_and_without_scripts(
    engine: Engine,
) -> Result<()> {
    for scripts in WAYS {
        let walk = Walk::begin(engine, scripts).await?;
        let told = format!("scripts: {scripts}");
        journey(&walk).await.context(told)?;
    }
    Ok(())
}

async fn journey(walk: &Walk) -> Result<()> {
    let browser = &walk.browser;
    walk.take_in().await?;
    let text = browser.text().await?;
    ensure!(text.contains("5\nlignes lues"), "{text}");
    ensure!(
        walk.shown("atlantes").await? == 1,
        "the sure ones were put together"
    );
    browser.follow("a[href$='/rapport']").await?;
    ensure!(
        browser.text().await?.contains("tous les matins"),
        "what was not read is said"
    );
    walk.goto("/exploitation/doublons?territoire=Rennes")
        .await?;
    let waiting = browser.count("tbody a[href*='/doublons/']").await?;
    ensure!(waiting > 0, "the doubtful wait:\n{}", browser.text().await?);
    browser.follow("tbody a[href*='/doublons/']").await?;
    ensure!(
        browser.text().await?.contains("Rives"),
        "{}",
        browser.text().await?
    );
    browser.follow("button[value='different']").await?;
    ensure!(
        browser.text().await?.contains("deux lieux"),
        "{}",
        browser.text().await?
    );
    walk.goto("/exploitation/doublons?territoire=Rennes")
        .await?;
    let left = browser.count("tbody a[href*='/doublons/']").await?;
    ensure!(left < waiting, "asked once: {left} of {waiting}");
    walk.goto("/exploitation/lieux?q=atlantes").await?;
    browser.follow("main ul.links a").await?;
    browser.follow("form[action$='/defaire'] button").await?;
    ensure!(
        browser.text().await?.contains("défaite"),
        "{}",
        browser.text().await?
    );
    ensure!(walk.shown("atlantes").await? == 2, "two again");
    Ok(())
}

async fn pairs_are_decided_with_letters_only_where_the_answers_have_the_focus(
    engine: Engine,
) -> Result<()> {
    let walk = Walk::begin(engine, true).await?;
    walk.take_in().await?;
    let browser = &walk.browser;
    walk.goto("/exploitation/doublons").await?;
    browser.follow("tbody a[href*='/doublons/']").await?;
    let pair = browser.client.current_url().await?;
    browser.find("body").await?.send_keys("d").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    ensure!(
        browser.client.current_url().await? == pair,
        "a letter elsewhere decides nothing"
    );
    let answer = browser.reach("[data-keys] button[name]").await?;
    answer.send_keys("d").await?;
    browser.wait_to_leave(&pair).await?;
    ensure!(
        browser.text().await?.contains("deux lieux"),
        "{}",
        browser.text().await?
    );
    walk.goto(pair.path()).await?;
    walk.fill("#motif", "dit sur place").await?;
    ensure!(
        browser.client.current_url().await?.path() == pair.path(),
        "letters of a text decide nothing"
    );
    Ok(())
}

#[tokio::test]
async fn every_page_of_the_desk_is_accessible_and_valid_in_every_state() -> Result<()> {
    let walk = Walk::begin(Engine::Sqlite, true).await?;
    let browser = &walk.browser;
    walk.take_in().await?;
    let run = browser
        .path()
        .await?
        .split('?')
        .next()
        .unwrap_or_default()
        .to_owned();
    walk.goto("/exploitation/doublons").await?;
    browser.follow("tbody a[href*='/doublons/']").await?;
    let pair = browser.path().await?;
    walk.goto("/exploitation/lieux?q=atlantes").await?;
    browser.follow("main ul.links a").await?;
    let story = browser.path().await?;
    walk.goto("/exploitation/sources/reseau-des-essais").await?;
    walk.fill("#exemple", &walk.list.path().display().to_string())
        .await?;
    let pages = [
        "/exploitation".to_owned(),
        "/exploitation/sources".to_owned(),
        "/exploitation/sources/nouvelle".to_owned(),
        "/exploitation/sources/reseau-des-essais?fait=source-added".to_owned(),
        "/exploitation/sources/reseau-des-essais/modifier".to_owned(),
        "/exploitation/moissonnages".to_owned(),
        run.clone(),
        format!("{run}/rapport"),
        format!("{run}/rapport?gravite=lost"),
        format!("{run}/differences"),
        "/exploitation/doublons".to_owned(),
        "/exploitation/doublons?territoire=nulle-part".to_owned(),
        pair,
        "/exploitation/a-verifier".to_owned(),
        "/exploitation/lieux?q=atelier".to_owned(),
        story,
    ];
    let cookie = browser.client.get_named_cookie(COOKIE).await?.to_string();
    let folder = tempfile::tempdir()?;
    let mut faults = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        for (dark, width) in [(false, 1280), (false, 320), (true, 1280), (true, 320)] {
            let setting = Setting {
                scripts: true,
                dark,
                width,
            };
            browser.set(setting).await?;
            walk.goto(page).await?;
            let overflow = browser.overflow().await?;
            if overflow > 0.0 {
                faults.push(format!("{page}: overflows by {overflow} px at {width} px"));
            }
            let found = browser.axe().await?;
            faults.extend(
                found
                    .iter()
                    .map(|fault| format!("{page} ({width} px, dark {dark}): {fault}")),
            );
        }
        let headers = [("cookie", cookie.as_str()), ("accept-language", "fr")];
        let answer = ask(Method::GET, &walk.site.at(page), &headers).await?;
        ensure!(answer.status == 200, "{page}: {}", answer.status);
        std::fs::write(folder.path().join(format!("{number:02}.html")), answer.text)?;
    }
    let told = valid(folder.path())?;
    faults.extend(told.lines().map(str::to_owned));
    report::write(
        "desk.txt",
        &format!("{} pages\n{}\n", pages.len(), faults.join("\n")),
    )?;
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// What the judge of HTML says of a folder of pages.
fn valid(folder: &std::path::Path) -> Result<String> {
    let jar = tools::npm("vnu-jar/build/dist/vnu.jar")?;
    let output = Command::new("java")
        .arg("-jar")
        .arg(jar)
        .args(["--format", "text", "--exit-zero-always", "--skip-non-html"])
        .arg(folder)
        .output()
        .context("java is missing: apt-get install default-jre-headless (./scripts/test does)")?;
    let told = String::from_utf8_lossy(&output.stderr);
    let lines = told.lines().filter(|line| line.contains(".html"));
    Ok(lines.collect::<Vec<_>>().join("\n"))
}
