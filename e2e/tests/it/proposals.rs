//! An error is reported without an account, its address is proven by the mail, it is examined, accepted in part, the
//! page has changed and whoever reported it knows: by keyboard, with and without scripts.

use anyhow::{Context, Result, ensure};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    an_error_is_reported_examined_accepted_in_part_and_its_page_changes
}

async fn an_error_is_reported_examined_accepted_in_part_and_its_page_changes(
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
    walk.goto("/aide?ou=Rennes").await?;
    browser.follow("ol.cards h2 a").await?;
    let place = browser.path().await?;
    browser.follow("a[href$='/signaler']").await?;
    walk.judge().await?;
    walk.press("input[name='probleme'][value='horaires']")
        .await?;
    walk.fill("#horaires", "du lundi au mercredi de 8h à 11h")
        .await?;
    walk.fill("#telephone", "12").await?;
    walk.fill("#contact", "usager@exemple.fr").await?;
    browser.send("main form button.act").await?;
    walk.says("Écrivez un numéro complet").await?;
    walk.judge().await?;
    walk.fill("#telephone", "02 99 12 34 56").await?;
    browser.follow("main form button.act").await?;
    walk.says("Regardez vos courriels").await?;
    walk.open_last_mail("/propositions/suivre/").await?;
    walk.says("confirmez que cette adresse est à vous").await?;
    walk.judge().await?;
    let own = browser.path().await?;
    walk.press("button[value='prouver']").await?;
    walk.says("Une personne du territoire va le lire").await?;

    walk.goto("/espace/propositions").await?;
    walk.judge().await?;
    browser.follow("tbody a").await?;
    walk.judge().await?;
    walk.press("input[name='champ'][value='contact']").await?;
    walk.fill("#motif-oui", "Horaires vérifiés au téléphone.")
        .await?;
    browser.follow("button[value='accepter']").await?;
    walk.says("La proposition est acceptée").await?;

    walk.goto(&place).await?;
    let hours = browser.find("table.week").await?.text().await?;
    ensure!(hours.contains('8') && hours.contains("11"), "{hours}");
    let text = browser.text().await?;
    ensure!(!text.contains("12 34 56"), "what was not accepted is there");
    walk.open_last_mail("/propositions/suivre/").await?;
    walk.says("une partie de ce que vous proposez").await?;
    walk.goto(&own).await?;
    walk.says("Horaires vérifiés au téléphone.").await
}
