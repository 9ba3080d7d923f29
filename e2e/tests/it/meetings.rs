//! A body gets a committee; a meeting of it is planned, given an agenda, convened, then held with a proxy: by keyboard, with
//! and without scripts, on both engines. Its calendar file is given to the members.

use anyhow::{Context, Result};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    a_meeting_is_planned_put_on_an_agenda_convened_and_held
}

const DESK: &str = "/espace/gouvernances/gouvernance-d-essai";
/// Name and end of the address of two members.
const MEMBERS: [(&str, &str); 2] = [
    ("Préfecture d’essai", "prefecture-d-essai"),
    ("Métropole d’essai", "metropole-d-essai"),
];

async fn a_meeting_is_planned_put_on_an_agenda_convened_and_held(engine: Engine) -> Result<()> {
    for with in WAYS {
        let walk = Walk::begin(engine, with).await?;
        let told = || format!("scripts: {with}");
        journey(&walk).await.with_context(told)?;
    }
    Ok(())
}

async fn journey(walk: &Walk) -> Result<()> {
    founds(walk).await?;
    plans(walk).await?;
    convenes(walk).await?;
    holds(walk).await
}

/// Two organisations, and the body where both sit.
async fn founds(walk: &Walk) -> Result<()> {
    for (name, _) in MEMBERS {
        walk.goto("/espace/structures/nouvelle").await?;
        walk.fill("#org-nom", name).await?;
        walk.fill("#org-niveau", "departement-35").await?;
        walk.press("input[name='org-type'][value='etat']").await?;
        walk.browser.send("main form button.act").await?;
        walk.says("La structure est enregistrée").await?;
    }
    walk.goto("/espace/gouvernances/nouvelle").await?;
    walk.fill("#siege", "Ille-et-Vilaine").await?;
    walk.fill("#nom", "Gouvernance d’essai").await?;
    walk.fill("#de_droit", MEMBERS[0].0).await?;
    walk.browser.send("main form button.act").await?;
    walk.says("La gouvernance est créée").await?;
    walk.goto(&format!("{DESK}/membres")).await?;
    walk.fill("#organisation", MEMBERS[1].0).await?;
    walk.browser
        .send("main form[action$='/de-droit'] button")
        .await?;
    walk.says("C’est noté").await
}

/// A committee, a meeting of this very morning, its agenda.
async fn plans(walk: &Walk) -> Result<()> {
    walk.goto(DESK).await?;
    walk.browser.follow("main a[href$='/comites']").await?;
    walk.judge().await?;
    walk.fill("#comite-nom", "Comité de pilotage").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Comité de pilotage").await?;
    walk.judge().await?;
    walk.goto(&format!("{DESK}/reunions")).await?;
    walk.judge().await?;
    walk.fill("#seance-titre", "Réunion d’essai").await?;
    walk.browser.send("main form button.act").await?;
    let kept = walk.browser.count("#seance-jour-faux").await?;
    anyhow::ensure!(kept == 1, "the day that lacks is said beside it");
    walk.judge().await?;
    walk.date("#seance-jour", "2026-11-28").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("La réunion est prévue").await?;
    walk.judge().await?;
    walk.fill("#point-0-titre", "Feuille de route").await?;
    walk.fill("#point-0-duree", "45").await?;
    walk.fill("#point-1-titre", "Budget").await?;
    walk.browser
        .send("form[action$='/ordre-du-jour'] button.act")
        .await?;
    walk.says("45 min").await
}

async fn convenes(walk: &Walk) -> Result<()> {
    walk.fill("#convoc-salle", "Salle 3").await?;
    for (field, hour) in [("#convoc-debut", "08:00"), ("#convoc-fin", "09:00")] {
        walk.date(field, hour).await?;
    }
    walk.browser
        .send("form[action$='/convocation'] button.act")
        .await?;
    walk.says("Les membres sont convoqués").await?;
    walk.says("Salle 3").await?;
    walk.judge().await
}

async fn holds(walk: &Walk) -> Result<()> {
    let [(_, prefecture), (_, metropole)] = MEMBERS;
    for (field, choice) in [
        (format!("#presence-{metropole}"), "Représenté"),
        (format!("#pouvoir-{metropole}"), "Préfecture"),
    ] {
        walk.browser.reach(&field).await?.send_keys(choice).await?;
    }
    let save = "form[action$='/presences'] button.act";
    walk.browser.send(save).await?;
    walk.says("n’est pas notée présente").await?;
    walk.judge().await?;
    let field = format!("#presence-{prefecture}");
    walk.browser
        .reach(&field)
        .await?
        .send_keys("Présent")
        .await?;
    walk.browser.send(save).await?;
    walk.says("Représenté par Préfecture d’essai").await?;
    walk.says("2 membres présents ou représentés").await?;
    walk.judge().await
}
