//! Who co-ordinates a level sees what overlaps on its ground, sets a pair aside with a reason, finds it under the other tab and
//! takes it up again; an author sees who else wishes such a thing before anything is saved: with and without scripts.

use anyhow::{Context, Result, ensure};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    an_overlap_is_set_aside_and_taken_up_again_and_an_author_sees_who_else
}

const BODY: &str = "/espace/gouvernances/exemple-gouvernance-ille-et-vilaine";
const OWN: &str = "/espace/structures/exemple-passeurs-du-clic/intentions";
const TITLE: &str = "Six tablettes d’essai";
const REASON: &str = "Deux salles, ils se sont parlé.";

async fn an_overlap_is_set_aside_and_taken_up_again_and_an_author_sees_who_else(
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
    sets_aside(walk).await.context("set aside")?;
    takes_up(walk).await.context("taken up")?;
    walk.leave().await?;
    walk.come_in_as("organisation-manager", "structure-exemple-passeurs-du-clic")
        .await?;
    sees_who_else(walk).await.context("who else")
}

async fn sets_aside(walk: &Walk) -> Result<()> {
    walk.goto(BODY).await?;
    let list = format!("main a[href^='{BODY}/recouvrements']");
    walk.browser.follow(&list).await?;
    walk.says("Rapprochements").await?;
    walk.says("cas à regarder").await?;
    walk.judge().await?;
    walk.browser
        .follow("main a[href*='recouvrements/ecarter']")
        .await?;
    walk.judge().await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Dites pourquoi").await?;
    walk.judge().await?;
    walk.fill("#recouv-motif", REASON).await?;
    walk.browser.send("main form button.act").await?;
    walk.says("La paire est mise de côté").await
}

async fn takes_up(walk: &Walk) -> Result<()> {
    walk.browser.follow("main a[href*='vue=ecartes']").await?;
    walk.says(REASON).await?;
    walk.judge().await?;
    walk.browser.send("main form.inline button.plain").await?;
    walk.says("de nouveau dans la liste").await?;
    walk.says("Rien n’est mis de côté").await
}

async fn sees_who_else(walk: &Walk) -> Result<()> {
    walk.goto(&format!("{OWN}/nouvelle")).await?;
    walk.fill("#int-titre", TITLE).await?;
    walk.browser.send("main form button[name='autour']").await?;
    // What is wrong is said first, and what was typed stays.
    ensure!(walk.typed("#int-titre").await? == TITLE);
    walk.judge().await?;
    walk.fill("#int-autre-besoin", "Équiper une aide itinérante")
        .await?;
    walk.press("input[name='int-visible'][value='niveaux']")
        .await?;
    walk.browser.send("main form button[name='autour']").await?;
    walk.says("Qui d’autre").await?;
    ensure!(walk.typed("#int-titre").await? == TITLE);
    walk.judge().await?;
    // Nothing was saved by asking.
    walk.goto(OWN).await?;
    walk.hides(&[TITLE]).await
}
