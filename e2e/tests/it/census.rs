//! A territory asks a town hall: a mail leaves, its link is answered without an account, the census has moved on and
//! what is to be added waits to be examined: by keyboard, with and without scripts.

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    a_town_hall_is_asked_by_mail_answers_and_the_census_moves_on
}

/// A commune of Rennes Métropole without a place in the demonstration is asked too.
const EMPTY: &str = "Cintré";

const LABELS: Locator<'static> = Locator::Css(".choice-columns label");
const BOX: Locator<'static> = Locator::Css("input");

/// Opens a census of two communes; its address.
async fn open_census(walk: &Walk, commune: &str) -> Result<String> {
    let browser = &walk.browser;
    walk.goto("/espace/recensements").await?;
    walk.judge().await?;
    browser.follow("main a.act").await?;
    walk.judge().await?;
    walk.fill("#territoire", "Rennes Métropole").await?;
    browser.follow("main form button.act").await?;
    walk.judge().await?;
    // Two communes stay ticked; the others are taken off one by one, as a person would without scripts.
    for label in browser.client.find_all(LABELS).await? {
        let name = label.text().await?;
        if name != commune && name != EMPTY {
            let ticked = label.find(BOX).await?;
            browser.press_element(&ticked).await?;
        }
    }
    walk.fill("#titre", "Portrea").await?;
    browser.follow("main form button.act").await?;
    walk.says("Le recensement est ouvert").await?;
    walk.says("0 commune sur 2").await?;
    walk.judge().await?;
    let path = browser.path().await?;
    let path = path.split('?').next().unwrap_or_default();
    Ok(path.to_owned())
}

async fn a_town_hall_is_asked_by_mail_answers_and_the_census_moves_on(
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
    let commune = "Saint-Jacques-de-la-Lande";
    let census = open_census(walk, commune).await?;
    let lines = format!("{commune};mairie@exemple.fr\nQuelque part;mairie@exemple.fr");
    walk.fill("#adresses", &lines).await?;
    walk.press("button[value='contacts']").await?;
    walk.says("1 adresse est enregistrée").await?;
    walk.says("Ligne 2").await?;
    walk.judge().await?;
    walk.goto(&census).await?;
    browser.follow("button.act[value='envoyer']").await?;
    walk.says("Les liens sont partis").await?;

    walk.open_last_mail("/recensement/repondre/").await?;
    let own = browser.path().await?;
    walk.says(commune).await?;
    walk.judge().await?;
    walk.press("input[type='radio'][value='juste']").await?;
    walk.fill("#ajout-0-nom", "La ruche numérique").await?;
    browser.follow("button[value='ajouter']").await?;
    walk.says("est enregistré").await?;
    let kept = browser.find("#ajout-0-nom").await?.prop("value").await?;
    ensure!(kept.as_deref() == Some("La ruche numérique"), "{kept:?}");
    walk.fill("#ajout-1-contact", "02 99 00 00 09").await?;
    walk.press("button[value='finir']").await?;
    walk.says("Écrivez le nom de ce lieu").await?;
    walk.judge().await?;
    walk.fill("#ajout-1-nom", "L'étape").await?;
    walk.press("button[value='finir']").await?;
    walk.says("Merci").await?;
    walk.says("1 lieu confirmé par la commune").await?;
    walk.says("2 lieux à ajouter").await?;
    walk.judge().await?;
    walk.goto(&own).await?;
    walk.says("est bien arrivée").await?;

    walk.goto("/espace/propositions").await?;
    walk.says("La ruche numérique").await?;
    walk.says("dans un recensement").await?;
    walk.goto(&census).await?;
    walk.says("1 commune sur 2").await?;
    walk.judge().await?;
    browser.follow("tbody tr:last-child th a").await?;
    walk.says("Confirmé par la commune").await?;
    walk.judge().await?;
    browser.follow("button[value='verifier']").await?;
    walk.says("La commune est vérifiée").await
}
