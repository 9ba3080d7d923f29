//! Every page of the site, in every state that a reader can put it: valid, accessible, light, and from here alone.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::crawl::{self, Page};
use portulan_e2e::site::Site;
use portulan_e2e::{report, tools};

/// Lowest `EcoIndex` of most pages, of the lightest ones, and of the reference of the API and full tables.
const LEAST_SCORE: f64 = 81.0;
const LEAST_SCORE_LIGHT: f64 = 91.0;
const LEAST_SCORE_REFERENCE: f64 = 71.0;

/// Most kilobytes and requests of home and results, without the map.
const MOST_KILOBYTES: f64 = 50.0;
const MOST_REQUESTS: f64 = 3.0;

#[tokio::test]
async fn no_page_has_an_accessibility_fault_in_light_or_dark_narrow_or_wide() -> Result<()> {
    let site = Site::start()?;
    let pages = crawl::pages(&site).await?;
    let browser = Browser::open(Setting::default()).await?;
    let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for page in &pages {
        for (dark, width) in [(false, 1280), (false, 320), (true, 1280), (true, 320)] {
            browser
                .set(Setting {
                    scripts: true,
                    dark,
                    width,
                })
                .await?;
            browser.goto(&site.at(&page.path)).await?;
            let mut found = browser.axe().await?;
            let overflow = browser.overflow().await?;
            if overflow > 0.0 {
                found.push(format!("overflows sideways by {overflow} px"));
            }
            let scheme = if dark { "dark" } else { "light" };
            for fault in found {
                faults
                    .entry(fault)
                    .or_default()
                    .push(format!("{} ({scheme}, {width} px)", page.path));
            }
        }
    }
    let told: Vec<String> = faults
        .iter()
        .map(|(fault, places)| on(fault, places))
        .collect();
    report::write(
        "axe.txt",
        &format!(
            "{} pages, {} faults\n{}\n",
            pages.len(),
            told.len(),
            told.join("\n")
        ),
    )?;
    ensure!(
        faults.is_empty(),
        "{} faults on {} pages:\n{}",
        told.len(),
        pages.len(),
        told.join("\n")
    );
    Ok(())
}

/// A fault, how often it was met, and where first.
fn on(fault: &str, places: &[String]) -> String {
    let first: Vec<&str> = places.iter().take(3).map(String::as_str).collect();
    format!("{fault}\n    {} times: {}", places.len(), first.join(", "))
}

#[tokio::test]
async fn every_page_is_valid_html() -> Result<()> {
    let site = Site::start()?;
    let pages = crawl::pages(&site).await?;
    let folder = tempfile::tempdir()?;
    for (number, page) in pages.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{number:03}.html")), &page.html)?;
    }
    let jar = tools::npm("vnu-jar/build/dist/vnu.jar")?;
    let output = Command::new("java")
        .arg("-jar")
        .arg(jar)
        .args(["--format", "text", "--exit-zero-always", "--skip-non-html"])
        .arg(folder.path())
        .output()
        .context("java is missing: apt-get install default-jre-headless (./scripts/test does)")?;
    let told = String::from_utf8_lossy(&output.stderr);
    let faults: Vec<String> = told
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with("Document checking"))
        .map(|line| named(line, &pages))
        .collect();
    report::write(
        "vnu.txt",
        &format!("{} pages\n{}\n", pages.len(), faults.join("\n")),
    )?;
    ensure!(
        faults.is_empty(),
        "{} faults on {} pages:\n{}",
        faults.len(),
        pages.len(),
        faults.join("\n")
    );
    Ok(())
}

/// A line of the judge with the address of the page instead of the name of the file.
fn named(line: &str, pages: &[Page]) -> String {
    let number = line
        .split(".html")
        .next()
        .and_then(|start| start.get(start.len().saturating_sub(3)..));
    let page = number
        .and_then(|number| number.parse::<usize>().ok())
        .and_then(|number| pages.get(number));
    page.map_or_else(|| line.to_owned(), |page| format!("{}: {line}", page.path))
}

#[tokio::test]
async fn every_page_answers_and_only_unknown_addresses_are_lost() -> Result<()> {
    let site = Site::start()?;
    let pages = crawl::pages(&site).await?;
    ensure!(pages.len() >= 10, "only {} pages were found", pages.len());
    for page in &pages {
        // Those who hold a place change it, members of an organisation speak for it: whoever is not signed in is told how to.
        let route = page.path.split('?').next().unwrap_or_default();
        let closed = ["/modifier", "/rejoindre"]
            .iter()
            .any(|end| route.ends_with(end));
        let expected = match page.path.as_str() {
            "/cette-page-n-existe-pas" => 404,
            _ if closed => 403,
            _ => 200,
        };
        let way_in = page.html.contains("href=\"/connexion?suite=");
        ensure!(way_in || !closed, "{} offers no way in", page.path);
        ensure!(
            page.status == expected,
            "{} answers {}",
            page.path,
            page.status
        );
    }
    Ok(())
}

#[tokio::test]
async fn every_page_is_light_and_asks_nothing_of_anybody_else() -> Result<()> {
    let site = Site::start()?;
    let pages = crawl::pages(&site).await?;
    let mut table = String::from("score\telements\trequests\tkB\tpage\n");
    let mut faults = Vec::new();
    let browser = Browser::open(Setting::default()).await?;
    browser.forget().await?;
    for page in &pages {
        browser.goto(&site.at(&page.path)).await?;
        let weight = browser.weight().await?;
        let score = weight.score().round();
        writeln!(
            table,
            "{score}\t{}\t{}\t{:.1}\t{}",
            weight.elements, weight.requests, weight.kilobytes, page.path
        )?;
        if score < least_score(&page.path) {
            faults.push(format!(
                "{}: EcoIndex {score}, {} elements",
                page.path, weight.elements
            ));
        }
        let is_main = page.path == "/" || page.path.starts_with("/aide");
        if is_main && (weight.kilobytes > MOST_KILOBYTES || weight.requests > MOST_REQUESTS) {
            faults.push(format!(
                "{}: {:.1} kB in {} requests",
                page.path, weight.kilobytes, weight.requests
            ));
        }
        faults.extend(
            browser
                .strangers()
                .await?
                .iter()
                .map(|other| format!("{} asks {other}", page.path)),
        );
    }
    report::write("ecoindex.tsv", &table)?;
    ensure!(faults.is_empty(), "{}\n{table}", faults.join("\n"));
    Ok(())
}

fn least_score(path: &str) -> f64 {
    match path {
        "/" => LEAST_SCORE_LIGHT,
        "/api/v1" => LEAST_SCORE_REFERENCE,
        sheet if sheet.starts_with("/fiche/") => LEAST_SCORE_LIGHT,
        // A full table.
        figures if figures.contains("/chiffres") => LEAST_SCORE_REFERENCE,
        _ => LEAST_SCORE,
    }
}
