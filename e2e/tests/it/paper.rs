//! Roadmaps as PDF, judged by programs that are not ours: poppler reads the structure, which must say the headings of the
//! page in their order; two checkers go through the rules of PDF/UA-1 that a machine can check.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use portulan_e2e::http::get;
use portulan_e2e::site::Site;
use portulan_e2e::{report, tools};

const LIST: &str = "/feuilles-de-route";

/// The roadmaps of the demonstration, by their addresses.
async fn roadmaps(site: &Site) -> Result<Vec<String>> {
    let list = get(&site.at(LIST)).await?.text;
    let begins = format!("href=\"{LIST}/");
    let links = list.split(&begins).skip(1);
    let slugs = links.filter_map(|rest| rest.split(['"', '?', '#', '/']).next());
    Ok(slugs.map(|slug| format!("{LIST}/{slug}")).collect())
}

/// The headings of a page: level and words.
fn headings(html: &str) -> Vec<(char, String)> {
    let main = html.split("<main").nth(1).unwrap_or_default();
    let main = main.split("</main>").next().unwrap_or_default();
    let heading = |rest: &str| {
        let level = rest.chars().next().filter(char::is_ascii_digit)?;
        let inner = rest.split_once('>')?.1.split_once("</h")?.0;
        let words = inner
            .replace("&#39;", "'")
            .replace("&#38;", "&")
            .replace("&#34;", "\"");
        Some((level, words.trim().to_owned()))
    };
    main.split("<h").skip(1).filter_map(heading).collect()
}

/// The headings of a document, as poppler tells its structure.
fn told(structure: &str) -> Vec<(char, String)> {
    let deep = |line: &str| line.chars().count() - line.trim_start().chars().count();
    let lines: Vec<&str> = structure.lines().collect();
    let mut all = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let kind = line.trim_start().strip_prefix('H');
        let Some(level) = kind
            .and_then(|kind| kind.chars().next())
            .filter(char::is_ascii_digit)
        else {
            continue;
        };
        let within = lines.iter().skip(at + 1);
        let within = within.take_while(|other| deep(other) > deep(line));
        let text = within.filter_map(|line| line.trim_start().strip_prefix('"')?.strip_suffix('"'));
        all.push((level, text.collect::<String>().trim().to_owned()));
    }
    all
}

pub(crate) fn checked(file: &Path, slug: &str) -> Result<()> {
    let shown = file.display().to_string();
    let (fair, said) = tools::run(&tools::python("pdfua")?, &["check", &shown])?;
    report::write(&format!("pdfua-{slug}.txt"), &said)?;
    ensure!(fair, "{slug}: {said}");
    // Its warnings are guesses (a table with the same header on three pages may be a running title): kept, to be read.
    // TAG-002 takes sentences of a margin for content that nobody is read: here they repeat what the first page says.
    let judge = tools::python("outloud")?;
    let (fair, said) = tools::run(&judge, &["--skip", "TAG-002", &shown])?;
    report::write(&format!("outloud-{slug}.txt"), &said)?;
    ensure!(fair, "{slug}: {said}");
    Ok(())
}

#[tokio::test]
async fn every_roadmap_is_an_accessible_document_that_says_what_its_page_says() -> Result<()> {
    let site = Site::start()?;
    let folder = tempfile::tempdir()?;
    let all = roadmaps(&site).await?;
    ensure!(!all.is_empty(), "the demonstration has roadmaps");
    for address in all {
        let slug = address.rsplit('/').next().unwrap_or_default();
        let page = get(&site.at(&address)).await?;
        let answer = get(&site.at(&format!("{address}/feuille-de-route.pdf"))).await?;
        ensure!(answer.header("content-type") == "application/pdf");
        let file = folder.path().join(format!("{slug}.pdf"));
        std::fs::write(&file, &answer.bytes)?;
        let shown = file.display().to_string();
        let (read, structure) =
            tools::run(Path::new("pdfinfo"), &["-struct-text", &shown]).context("poppler-utils")?;
        ensure!(read, "{structure}");
        let (on_page, on_paper) = (headings(&page.text), told(&structure));
        ensure!(
            on_page == on_paper,
            "{slug}: {on_page:#?} and {on_paper:#?}"
        );
        checked(&file, slug)?;
    }
    Ok(())
}
