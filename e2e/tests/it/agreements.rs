//! A co-ordinator writes an agreement on money that was granted, has it signed and links its payment; the beneficiary reports
//! on it and writes what it bought: with and without scripts, on both engines.

use anyhow::{Context, Result, ensure};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    an_agreement_is_signed_paid_and_reported_on_and_its_equipment_is_found
}

const ENVELOPE: &str = "/espace/enveloppes/exemple-renouveler-les-ordinateurs";
const LIST: &str = "/espace/enveloppes/exemple-renouveler-les-ordinateurs/conventions";
const SIGNED: &str =
    "/espace/enveloppes/exemple-renouveler-les-ordinateurs/conventions/exemple-ordinateurs-1";
const NEW: &str = "/espace/enveloppes/exemple-renouveler-les-ordinateurs/conventions/exemple-ordinateurs-2-exemple-collectif-du-large";
const OWN: &str = "/espace/structures/exemple-collectif-du-large/conventions";
const EQUIPMENT: &str = "/espace/structures/exemple-collectif-du-large/equipement";

async fn an_agreement_is_signed_paid_and_reported_on_and_its_equipment_is_found(
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
    walk.come_in_as("funder", "departement-35").await?;
    reads(walk).await.context("what is signed")?;
    grants(walk).await.context("money")?;
    drafts(walk).await.context("a draft")?;
    signs(walk).await.context("signature")?;
    walk.leave().await?;
    let node = "structure-exemple-collectif-du-large";
    walk.come_in_as("organisation-manager", node).await?;
    equips(walk).await.context("equipment")?;
    reports(walk).await.context("a report")?;
    walk.leave().await?;
    walk.come_in_as("coordinator", "departement-35").await?;
    follows(walk).await.context("from the grant to the place")
}

/// The agreement of the demonstration: one instalment paid, one ahead, twenty-two computers.
async fn reads(walk: &Walk) -> Result<()> {
    walk.goto(ENVELOPE).await?;
    walk.browser
        .follow(&format!("main a[href^='{LIST}']"))
        .await?;
    walk.says("exemple-ordinateurs-1").await?;
    walk.judge().await?;
    walk.browser
        .follow(&format!("main a[href^='{SIGNED}']"))
        .await?;
    walk.says("Versé : ligne 3").await?;
    walk.says("À venir").await?;
    walk.says("12 ordinateurs").await?;
    walk.judge().await?;
    walk.browser.follow("main a[href*='/texte']").await?;
    walk.says("Montant et versements").await?;
    walk.judge().await
}

async fn grants(walk: &Walk) -> Result<()> {
    for (act, sum) in [("accorder", "6 000"), ("verser", "3 000")] {
        walk.goto(&format!("{ENVELOPE}/{act}")).await?;
        walk.fill("#env-ligne-demande", "exemple-ordinateurs-2")
            .await?;
        walk.fill("#env-ligne-structure", "exemple-collectif-du-large")
            .await?;
        walk.fill("#env-ligne-territoire", "departement-35").await?;
        walk.fill("#env-ligne-annee", "2026").await?;
        walk.fill("#env-ligne-montant", sum).await?;
        if act == "accorder" {
            walk.fill("#env-ligne-cout", "15 000").await?;
        }
        walk.fill("#env-ligne-motif", "Essai.").await?;
        walk.browser.send("main form button.act").await?;
    }
    walk.says("Le versement est noté").await
}

async fn drafts(walk: &Walk) -> Result<()> {
    walk.goto(LIST).await?;
    walk.says("Accordé sans convention").await?;
    walk.browser
        .follow(&format!("main a[href^='{LIST}/nouvelle']"))
        .await?;
    walk.judge().await?;
    walk.fill("#conv-objet", "Quinze ordinateurs.").await?;
    walk.date("#conv-echeance-jour-1", "2026-11-15").await?;
    walk.fill("#conv-echeance-montant-1", "6 001").await?;
    walk.date("#conv-jour-final", "2027-06-30").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Trop de 1").await?;
    walk.judge().await?;
    ensure!(walk.typed("#conv-objet").await? == "Quinze ordinateurs.");
    walk.fill("#conv-echeance-montant-1", "3 000").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("La convention est enregistrée").await?;
    // What is granted and in no instalment is named.
    walk.says("tout ce qui est accordé n’y est pas").await?;
    walk.judge().await
}

async fn signs(walk: &Walk) -> Result<()> {
    walk.goto(&format!("{NEW}/envoyer")).await?;
    walk.judge().await?;
    walk.browser.send("main form button.act").await?;
    walk.says("envoyée pour signature").await?;
    walk.goto(&format!("{NEW}/signer")).await?;
    walk.browser.send("main form button.act").await?;
    walk.says("la fonction d’un signataire").await?;
    walk.judge().await?;
    walk.fill("input[name='conv-signataires']", "présidence")
        .await?;
    walk.browser.send("main form button.act").await?;
    walk.says("La signature est notée").await?;
    walk.goto(&format!("{NEW}/verser")).await?;
    walk.judge().await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Le versement est relié").await
}

async fn equips(walk: &Walk) -> Result<()> {
    walk.goto(EQUIPMENT).await?;
    walk.says("Aucun matériel").await?;
    walk.judge().await?;
    walk.browser
        .follow(&format!("main a[href^='{EQUIPMENT}/nouveau']"))
        .await?;
    walk.judge().await?;
    walk.fill("#equip-nombre", "15").await?;
    walk.date("#equip-achete", "2026-10-01").await?;
    walk.fill("#equip-prix", "15 000").await?;
    walk.fill("#equip-lieu", "Bibliothèque de Villejean")
        .await?;
    walk.fill("#equip-renouvellement", "2031").await?;
    walk.choose("#equip-convention", "exemple-ordinateurs-2")
        .await?;
    walk.fill("#equip-part", "6 000").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("L’inventaire est enregistré").await?;
    walk.says("À renouveler en 2031 : 15 ordinateurs").await?;
    walk.judge().await?;
    walk.browser
        .follow("main table a[href*='/equipement/']")
        .await?;
    walk.judge().await?;
    walk.browser.follow("main a[href*='/partager']").await?;
    walk.fill("#equip-nombre", "5").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("10 ordinateurs").await
}

async fn reports(walk: &Walk) -> Result<()> {
    walk.goto(OWN).await?;
    walk.judge().await?;
    walk.browser
        .follow(&format!("main table a[href^='{OWN}']"))
        .await?;
    walk.browser.follow("main a[href*='/bilan']").await?;
    walk.judge().await?;
    ensure!(walk.typed("#conv-depense").await? == "6000,00");
    walk.fill("#conv-bilan-mots", "Tout est en place.").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("fonction").await?;
    ensure!(walk.typed("#conv-bilan-mots").await? == "Tout est en place.");
    walk.fill("#appel-fonction", "direction").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Le bilan est envoyé").await?;
    walk.says("Tout est en place.").await?;
    walk.judge().await
}

async fn follows(walk: &Walk) -> Result<()> {
    walk.goto(NEW).await?;
    walk.says("Tout est en place.").await?;
    walk.says("Bibliothèque de Villejean").await?;
    walk.says("5 ordinateurs").await?;
    walk.judge().await?;
    walk.goto(&format!("{NEW}/clore")).await?;
    walk.browser.send("main form button.act").await?;
    walk.says("La convention est close").await
}
