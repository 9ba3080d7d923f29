//! A co-ordinator makes an envelope and promises; a funder grants, pays and undoes a line: with and without scripts, on both
//! engines. What goes beyond is refused with what is left, and what was typed stays.

use anyhow::{Context, Result, ensure};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    an_envelope_is_promised_granted_paid_corrected_and_never_overspent
}

const BODY: &str = "/espace/gouvernances/exemple-gouvernance-ille-et-vilaine/enveloppes";
const ENVELOPE: &str = "/espace/enveloppes/materiel-d-essai";
const ORGANISATION: &str = "exemple-passeurs-du-clic";
const REASON: &str = "Vingt-deux ordinateurs.";

async fn an_envelope_is_promised_granted_paid_corrected_and_never_overspent(
    engine: Engine,
) -> Result<()> {
    for scripts in WAYS {
        let walk = Walk::begin(engine, scripts).await?;
        let told = || format!("scripts: {scripts}");
        journey(&walk).await.with_context(told)?;
    }
    Ok(())
}

async fn journey(walk: &Walk) -> Result<()> {
    walk.come_in_as("coordinator", "departement-35").await?;
    makes(walk).await.context("the envelope")?;
    line(walk, "promettre", "600 €").await?;
    walk.says("C’est promis").await?;
    beyond(walk).await.context("too much")?;
    walk.leave().await?;
    walk.come_in_as("funder", "departement-35").await?;
    line(walk, "accorder", "600").await?;
    walk.says("C’est accordé").await?;
    line(walk, "verser", "200,50").await?;
    walk.says("Le versement est noté").await?;
    walk.says("dont 200,50").await?;
    walk.judge().await?;
    undoes(walk).await.context("a line undone")
}

async fn makes(walk: &Walk) -> Result<()> {
    walk.goto(BODY).await?;
    walk.says("Dotation d’ingénierie").await?;
    walk.judge().await?;
    let new = format!("a[href^='{BODY}/nouvelle']");
    walk.browser.follow(&new).await?;
    walk.judge().await?;
    walk.fill("#env-nom", "Matériel d’essai").await?;
    walk.fill("#env-financeur", "Fondation d’essai").await?;
    walk.press("input[name='env-financeur-est'][value='autre']")
        .await?;
    walk.fill("#env-montant", "1 00").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("groupes de trois").await?;
    walk.judge().await?;
    ensure!(walk.typed("#env-nom").await? == "Matériel d’essai");
    walk.fill("#env-montant", "1 000 €").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("L’enveloppe est enregistrée").await?;
    walk.says("Rien n’est encore promis").await
}

/// Fills the form of a line and sends it.
async fn line(walk: &Walk, act: &str, sum: &str) -> Result<()> {
    walk.goto(ENVELOPE).await?;
    let way = format!("main a[href^='{ENVELOPE}/{act}']");
    walk.browser.follow(&way).await?;
    walk.fill("#env-ligne-demande", "demande-1").await?;
    walk.fill("#env-ligne-structure", ORGANISATION).await?;
    walk.fill("#env-ligne-territoire", "Rennes").await?;
    walk.fill("#env-ligne-montant", sum).await?;
    walk.fill("#env-ligne-motif", REASON).await?;
    walk.browser.send("main form button.act").await
}

async fn beyond(walk: &Walk) -> Result<()> {
    line(walk, "promettre", "400,01").await?;
    walk.says("il reste 400").await?;
    ensure!(walk.typed("#env-ligne-motif").await? == REASON);
    walk.judge().await?;
    // Whoever manages an envelope does not grant.
    walk.goto(ENVELOPE).await?;
    walk.hides(&["Noter un versement"]).await
}

async fn undoes(walk: &Walk) -> Result<()> {
    walk.browser
        .follow("main a[href*='annuler?ligne=3']")
        .await?;
    walk.judge().await?;
    walk.browser.send("main form button.plain").await?;
    walk.says("Écrivez pourquoi").await?;
    walk.fill("#env-ligne-motif", "Versé deux fois.").await?;
    walk.browser.send("main form button.plain").await?;
    walk.says("La ligne est annulée").await?;
    walk.says("dont 0").await?;
    let file = walk.fetch(&format!("{ENVELOPE}/lignes.csv")).await?;
    let text = file.text;
    ensure!(text.lines().count() == 5, "{text}");
    ensure!(text.contains(",annuler,3,"), "{text}");
    Ok(())
}
