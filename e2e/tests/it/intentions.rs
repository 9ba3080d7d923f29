//! An organisation notes an intention in two minutes and shows it to the levels concerned; who co-ordinates the metropole reads
//! it with what it comes to, a member reads sums, and whoever speaks for another organisation nothing: with and without
//! scripts, on both engines.

use anyhow::{Context, Result, ensure};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    an_intention_is_noted_shown_to_the_levels_and_withdrawn
}

const LIST: &str = "/espace/structures/exemple-passeurs-du-clic/intentions";
const OWN: &str = "/espace/structures/exemple-passeurs-du-clic/intentions/exemple-passeurs-du-clic-preter-des-ordinateurs";
const BODY: &str = "/espace/gouvernances/exemple-coordination-metropole/intentions";
const TITLE: &str = "Prêter des ordinateurs";

async fn an_intention_is_noted_shown_to_the_levels_and_withdrawn(engine: Engine) -> Result<()> {
    for scripts in WAYS {
        let walk = Walk::begin(engine, scripts).await?;
        let told = || format!("scripts: {scripts}");
        journey(&walk).await.with_context(told)?;
    }
    Ok(())
}

async fn journey(walk: &Walk) -> Result<()> {
    let own = "structure-exemple-passeurs-du-clic";
    walk.come_in("passeurs@exemple.fr", "organisation-manager", own)
        .await?;
    notes(walk).await.context("noted")?;
    changes(walk).await.context("changed")?;
    walk.come_in_as("coordinator", "epci-243500139").await?;
    co_ordinates(walk).await.context("read")?;
    let other = "structure-exemple-atelier-du-phare";
    walk.come_in("atelier@exemple.fr", "organisation-manager", other)
        .await?;
    for closed in [LIST, OWN, BODY] {
        let answer = walk.fetch(closed).await?;
        ensure!(answer.status == 403, "{closed}: {}", answer.status);
        ensure!(!answer.text.contains(TITLE), "{closed}");
    }
    walk.comes_back("passeurs@exemple.fr").await?;
    reads_as_a_member(walk).await.context("as a member")?;
    withdraws(walk).await.context("withdrawn")
}

async fn notes(walk: &Walk) -> Result<()> {
    walk.goto("/espace").await?;
    walk.browser
        .follow(&format!("main a[href^='{LIST}']"))
        .await?;
    walk.says("Renouveler 22 ordinateurs").await?;
    walk.judge().await?;
    walk.browser
        .follow(&format!("main a[href^='{LIST}/nouvelle']"))
        .await?;
    ensure!(walk.typed("#int-zone").await?.contains("Rennes"));
    walk.judge().await?;
    walk.fill("#int-titre", TITLE).await?;
    walk.fill("#int-autre-besoin", "Prêter du matériel").await?;
    walk.fill("#int-montant-plus", "1 00").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("groupes de trois").await?;
    walk.says("rien n’est choisi à votre place").await?;
    walk.judge().await?;
    ensure!(walk.typed("#int-titre").await? == TITLE);
    walk.fill("#int-montant-moins", "4 000").await?;
    walk.fill("#int-montant-plus", "6 000 €").await?;
    walk.press("input[name='int-visible'][value='niveaux']")
        .await?;
    walk.press("main form details summary").await?;
    walk.fill("#int-materiel-ordinateur", "8").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("L’intention est notée").await?;
    walk.says("8 ordinateurs").await?;
    walk.judge().await
}

async fn changes(walk: &Walk) -> Result<()> {
    walk.browser
        .follow(&format!("main a[href^='{OWN}/modifier']"))
        .await?;
    walk.judge().await?;
    ensure!(walk.typed("#int-materiel-ordinateur").await? == "8");
    walk.fill("#int-materiel-ordinateur", "9").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("L’intention est enregistrée").await?;
    walk.says("9 ordinateurs").await
}

async fn co_ordinates(walk: &Walk) -> Result<()> {
    walk.goto("/espace/gouvernances/exemple-coordination-metropole")
        .await?;
    walk.browser
        .follow(&format!("main a[href^='{BODY}']"))
        .await?;
    walk.says(TITLE).await?;
    walk.says("Former 14 agents d’accueil").await?;
    walk.says("Par besoin et par année").await?;
    walk.hides(&["Monter un dossier européen"]).await?;
    walk.judge().await?;
    // Co-ordinating the level of an organisation opens nothing that it keeps for itself.
    let answer = walk.fetch(OWN).await?;
    ensure!(answer.status == 403, "{}", answer.status);
    Ok(())
}

async fn reads_as_a_member(walk: &Walk) -> Result<()> {
    walk.goto(BODY).await?;
    walk.says("Équiper une aide itinérante").await?;
    walk.says("Les autres intentions, en sommes").await?;
    walk.hides(&["Former 9 agents de mairie"]).await?;
    walk.judge().await
}

async fn withdraws(walk: &Walk) -> Result<()> {
    walk.goto(OWN).await?;
    walk.browser
        .follow(&format!("main a[href^='{OWN}/retirer']"))
        .await?;
    walk.judge().await?;
    walk.browser.send("main form button.plain").await?;
    walk.says("L’intention est retirée").await?;
    walk.judge().await
}
