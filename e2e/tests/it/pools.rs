//! A co-ordinator takes a suggestion; two organisations agree; one reads what leaving would change, and leaves: nobody is left to
//! pool with, and what was carried is proposed again. With and without scripts, on both engines.

use anyhow::{Context, Result, ensure};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    a_suggestion_is_proposed_agreed_to_left_and_suggested_again
}

const LIST: &str = "/espace/gouvernances/exemple-gouvernance-ille-et-vilaine/mutualisations";
const SLUG: &str = "former-ensemble";
/// Those whose days of training would be filled together.
const BOTH: [&str; 2] = [
    "exemple-passeurs-du-clic",
    "exemple-syndicat-de-port-portulan",
];
const ACT: &str = "main form button.act";

async fn a_suggestion_is_proposed_agreed_to_left_and_suggested_again(engine: Engine) -> Result<()> {
    for scripts in WAYS {
        let walk = Walk::begin(engine, scripts).await?;
        let told = || format!("scripts: {scripts}");
        journey(&walk).await.with_context(told)?;
    }
    Ok(())
}

async fn journey(walk: &Walk) -> Result<()> {
    walk.come_in_as("coordinator", "departement-35").await?;
    proposes(walk).await.context("the suggestion")?;
    for organisation in BOTH {
        comes_for(walk, organisation).await?;
        agrees(walk, organisation).await.context(organisation)?;
    }
    walk.says("Toutes les structures sont d’accord").await?;
    leaves(walk).await.context("one leaves")?;
    walk.leave().await?;
    walk.come_in("retour@exemple.fr", "coordinator", "departement-35")
        .await?;
    walk.goto(LIST).await?;
    walk.says("Former 9 agents de mairie").await?;
    walk.goto(&format!("{LIST}/{SLUG}")).await?;
    walk.says("a quitté la mutualisation").await?;
    walk.judge().await
}

/// What is sent is what was shown: other money is shown again before it is written.
async fn proposes(walk: &Walk) -> Result<()> {
    walk.goto(LIST).await?;
    walk.says("hypothèse, à remplacer par vos devis").await?;
    walk.says("Des journées de formation mieux remplies")
        .await?;
    walk.judge().await?;
    walk.browser
        .follow("main a[href*='nouvelle'][href*='former-9-agents']")
        .await?;
    walk.judge().await?;
    walk.fill("#mut-nom", "Former ensemble").await?;
    walk.fill("#mut-commun", "1 000,01 €").await?;
    walk.browser.send(ACT).await?;
    walk.says("Les parts ont changé").await?;
    walk.says("500,01").await?;
    walk.judge().await?;
    ensure!(walk.typed("#mut-nom").await? == "Former ensemble");
    weighs(walk).await.context("what each weighs")?;
    walk.browser.send(ACT).await?;
    walk.says("La mutualisation est proposée").await?;
    walk.says("Accord attendu").await?;
    walk.judge().await
}

/// Weights of one's own: asked for where none is given, then shown as shares before anything is written.
async fn weighs(walk: &Walk) -> Result<()> {
    walk.press("input[name='mut-cle'][value='poids']").await?;
    walk.browser.send(ACT).await?;
    walk.says("Donnez un poids").await?;
    walk.judge().await?;
    for (organisation, weight) in BOTH.iter().zip(["3", "1"]) {
        walk.fill(&format!("#mut-poids-{organisation}"), weight)
            .await?;
    }
    walk.browser.send(ACT).await?;
    walk.says("Les parts ont changé").await?;
    walk.says("750,01").await?;
    walk.judge().await
}

async fn comes_for(walk: &Walk, organisation: &str) -> Result<()> {
    let email = format!("{organisation}@exemple.fr");
    let node = format!("structure-{organisation}");
    walk.come_in(&email, "organisation-manager", &node).await
}

async fn agrees(walk: &Walk, organisation: &str) -> Result<()> {
    let list = format!("/espace/structures/{organisation}/mutualisations");
    walk.goto(&list).await?;
    walk.judge().await?;
    let way = format!("main a[href^='{list}/{SLUG}']");
    walk.browser.follow(&way).await?;
    walk.says("Votre part").await?;
    walk.says("selon des poids convenus").await?;
    walk.judge().await?;
    walk.browser.send(ACT).await?;
    walk.says("L’accord de la structure est enregistré").await
}

/// What follows is told before, and a reason is asked for.
async fn leaves(walk: &Walk) -> Result<()> {
    walk.browser.follow("main a[href*='/quitter']").await?;
    walk.says("Il ne resterait qu’une structure").await?;
    walk.judge().await?;
    walk.browser.send("main form button.plain").await?;
    walk.says("Dites pourquoi").await?;
    walk.judge().await?;
    walk.fill("#mut-motif", "Nous formons déjà nos agents.")
        .await?;
    walk.browser.send("main form button.plain").await?;
    walk.says("Votre structure a quitté la mutualisation")
        .await?;
    walk.says("Défaite").await
}
