//! A référent founds the body of a département from the préfet's letter; a métropole, a commune and an association ask to be
//! in it, are confirmed, two lead; everybody sees it; and it governs: with and without scripts, on both engines.

use anyhow::{Context, Result, ensure};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::governed::governs;
use crate::walk::Walk;

on_both_engines! {
    a_body_is_founded_from_a_letter_joined_led_and_shown
}

const BODY: &str = "/gouvernances/gouvernance-d-essai";
/// Name, level, kind, and the end of the address.
const ORGANISATIONS: [(&str, &str, &str, &str); 4] = [
    (
        "Préfecture d’essai",
        "departement-35",
        "etat",
        "prefecture-d-essai",
    ),
    (
        "Métropole d’essai",
        "epci-243500139",
        "epci",
        "metropole-d-essai",
    ),
    (
        "Commune d’essai",
        "commune-35047",
        "commune",
        "commune-d-essai",
    ),
    (
        "Association d’essai",
        "departement-35",
        "association",
        "association-d-essai",
    ),
];
const REFERENT: &str = "referente@exemple.fr";

async fn a_body_is_founded_from_a_letter_joined_led_and_shown(engine: Engine) -> Result<()> {
    for with in WAYS {
        let walk = Walk::begin(engine, with).await?;
        let told = || format!("scripts: {with}");
        journey(walk).await.with_context(told)?;
    }
    Ok(())
}

async fn journey(walk: Walk) -> Result<()> {
    for (name, level, kind, _) in ORGANISATIONS {
        walk.goto("/espace/structures/nouvelle").await?;
        walk.fill("#org-nom", name).await?;
        walk.fill("#org-niveau", level).await?;
        walk.press(&format!("input[name='org-type'][value='{kind}']"))
            .await?;
        walk.browser.follow("main form button.act").await?;
        walk.says("La structure est enregistrée").await?;
    }
    walk.come_in(REFERENT, "referent", "departement-35").await?;
    founds(&walk).await?;
    for (_, _, _, slug) in ORGANISATIONS.iter().skip(1) {
        joins(&walk, slug).await?;
    }
    leads(&walk).await?;
    walk.leave().await?;
    walk.goto(BODY).await?;
    walk.says("4 membres").await?;
    walk.says("Coporteur").await?;
    walk.says("Préfecture d’essai").await?;
    walk.says("référente numérique").await?;
    walk.judge().await?;
    walk.goto("/gouvernances?territoire=Bruz").await?;
    walk.says("Gouvernance d’essai").await?;
    walk.judge().await?;
    walk.goto("/gouvernances?territoire=Brest").await?;
    let brest = walk.browser.text().await?;
    ensure!(!brest.contains("Gouvernance d’essai"), "{brest}");
    governs(walk).await
}

/// The letter arrives, and the body is founded from it.
async fn founds(walk: &Walk) -> Result<()> {
    walk.goto("/espace").await?;
    walk.browser
        .follow(".desk-nav a[href='/espace/gouvernances']")
        .await?;
    walk.judge().await?;
    walk.browser.follow("main a.act[href$='/nouvelle']").await?;
    walk.judge().await?;
    let letter = walk.site().data().join("lettre.pdf");
    std::fs::write(&letter, b"%PDF-1.7 lettre")?;
    walk.fill("#siege", "Ille-et-Vilaine").await?;
    walk.fill("#nom", "Gouvernance d’essai").await?;
    walk.fill("#de_droit", "Préfecture d’essai").await?;
    walk.fill("#titre", "Lettre de désignation").await?;
    walk.date("#date", "2023-09-04").await?;
    let path = letter.to_str().context("a path")?;
    walk.browser.find("#fichier").await?.send_keys(path).await?;
    walk.fill("#structure", "prefecture-d-essai").await?;
    walk.fill("#fonction", "référente numérique").await?;
    walk.browser.follow("main form button.act").await?;
    walk.says("La gouvernance est créée").await?;
    walk.says("lettre.pdf").await?;
    walk.judge().await
}

/// An organisation asks to be in the body.
async fn joins(walk: &Walk, slug: &str) -> Result<()> {
    let (email, node) = (format!("{slug}@exemple.fr"), format!("structure-{slug}"));
    walk.come_in(&email, "organisation-manager", &node).await?;
    walk.goto(BODY).await?;
    walk.browser.follow("main a[href$='/rejoindre']").await?;
    walk.judge().await?;
    let wish = walk.browser.reach("#souhait").await?;
    wish.send_keys("souhaite porter").await?;
    walk.browser.follow("main form button.act").await?;
    walk.says("La demande est envoyée").await?;
    walk.judge().await
}

/// The référent confirms all three; the association and the métropole lead.
async fn leads(walk: &Walk) -> Result<()> {
    walk.comes_back(REFERENT).await?;
    let members = format!("/espace{BODY}/membres");
    walk.goto(&members).await?;
    walk.judge().await?;
    for _ in ORGANISATIONS.iter().skip(1) {
        walk.goto(&members).await?;
        walk.browser.follow("button[value='confirmer']").await?;
        walk.says("C’est noté").await?;
    }
    let waiting = walk.browser.count("button[value='confirmer']").await?;
    ensure!(waiting == 0, "{waiting} wait still");
    // By name: association, commune, métropole, préfecture.
    for rank in [1, 3] {
        walk.goto(&members).await?;
        let section = format!("main section:nth-of-type({rank})");
        walk.press(&format!("{section} details:first-of-type summary"))
            .await?;
        walk.browser
            .follow(&format!("{section} button[value='donner']"))
            .await?;
        walk.says("C’est noté").await?;
    }
    walk.judge().await
}
