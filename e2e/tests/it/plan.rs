//! A co-ordinator reads the three years of a body, supposes another amount and a partner that is not there, and takes the
//! files: with and without scripts, on both engines. The paper is judged and says the sums of the page.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use portulan_e2e::tools;

use crate::both::{Engine, WAYS, on_both_engines};
use crate::paper;
use crate::walk::Walk;

on_both_engines! {
    three_years_are_read_supposed_otherwise_and_taken_away
}

const BODY: &str = "/espace/gouvernances/exemple-gouvernance-ille-et-vilaine";
const ENVELOPE: &str = "exemple-renouveler-les-ordinateurs";
const PARTNER: &str = "exemple-collectif-du-large";

async fn three_years_are_read_supposed_otherwise_and_taken_away(engine: Engine) -> Result<()> {
    for scripts in WAYS {
        let walk = Walk::begin(engine, scripts).await?;
        let told = || format!("scripts: {scripts}");
        journey(&walk).await.with_context(told)?;
    }
    Ok(())
}

async fn journey(walk: &Walk) -> Result<()> {
    walk.come_in_as("coordinator", "departement-35").await?;
    walk.goto(BODY).await?;
    walk.browser
        .follow(&format!("main a[href^='{BODY}/plan']"))
        .await?;
    walk.says("Sur trois ans").await?;
    walk.goto(&format!("{BODY}/plan?des=2026")).await?;
    walk.says("de 2026 à 2028").await?;
    walk.says("Rien n’est enregistré").await?;
    walk.judge().await?;
    supposes(walk).await.context("what if")?;
    files(walk).await.context("files")
}

async fn supposes(walk: &Walk) -> Result<()> {
    walk.fill("#montant", "12 k€").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Choisissez aussi l’enveloppe").await?;
    ensure!(walk.typed("#montant").await? == "12 k€");
    walk.judge().await?;
    let here = format!("{BODY}/plan?des=2026&enveloppe={ENVELOPE}");
    walk.goto(&here).await?;
    walk.fill("#montant", "12 000 €").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("contiendrait 12 000").await?;
    walk.judge().await?;
    walk.goto(&format!("{BODY}/plan?des=2026&sans={PARTNER}"))
        .await?;
    walk.says("Différence sur trois ans").await?;
    walk.judge().await
}

async fn files(walk: &Walk) -> Result<()> {
    let at = |end: &str| format!("{BODY}/plan{end}?des=2026");
    let lines = walk.fetch(&at(".csv")).await?;
    ensure!(
        lines.text.starts_with("tableau,nom,annee,montre,"),
        "{}",
        lines.text
    );
    ensure!(!lines.text.contains(",non,"), "{}", lines.text);
    let book = walk.fetch(&at(".xlsx")).await?;
    ensure!(book.bytes.starts_with(b"PK"));
    let page = walk.fetch(&at("")).await?;
    let paper = walk.fetch(&at(".pdf")).await?;
    ensure!(paper.header("content-type") == "application/pdf");
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("plan.pdf");
    std::fs::write(&file, &paper.bytes)?;
    let shown = file.display().to_string();
    let (read, structure) =
        tools::run(Path::new("pdfinfo"), &["-struct-text", &shown]).context("poppler-utils")?;
    ensure!(read, "{structure}");
    let plain = |text: &str| text.replace(['\u{A0}', '\u{202F}', ' ', '"', '\n'], "");
    let structure = plain(&structure);
    let (tables, _) = page.text.split_once("id=\"et-si\"").context("what if")?;
    for cell in tables.split("<td data-head=\"").skip(1) {
        let (_, cell) = cell.split_once('>').context("a cell")?;
        let (sum, _) = cell.split_once("</td>").context("a cell")?;
        ensure!(structure.contains(&plain(sum)), "{sum} is not on paper");
    }
    paper::checked(&file, "plan")
}
