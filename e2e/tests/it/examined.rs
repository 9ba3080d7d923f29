//! An application is found admissible and eligible by an instructor, who sorts it by a label, advised on for the département,
//! marked by an expert, put on the waiting list and then accepted by the secretary of the committee; the results are read by a
//! citizen, the letter by who applied; with and without scripts, on both engines.

use anyhow::{Context, Result};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::hosted::{APPLICANT, ASSOCIATION, BODY, CALL, REFERENT, applied};
use crate::walk::Walk;

on_both_engines! {
    an_application_is_examined_decided_and_published
}

const INSTRUCTOR: &str = "instructrice@exemple.fr";
const EXPERT: &str = "experte@exemple.fr";

async fn an_application_is_examined_decided_and_published(engine: Engine) -> Result<()> {
    for with in WAYS {
        let walk = Walk::begin(engine, with).await?;
        let told = || format!("scripts: {with}");
        journey(walk).await.with_context(told)?;
    }
    Ok(())
}

async fn journey(walk: Walk) -> Result<()> {
    applied(&walk).await?;
    walk.comes_back(REFERENT).await?;
    walk.goto(&format!("/espace{BODY}/appels/{CALL}/examen/grille"))
        .await?;
    walk.judge().await?;
    walk.fill("#examen-criteres", "Utilité").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Écrivez un critère par ligne").await?;
    walk.judge().await?;
    walk.fill("#examen-criteres", "Utilité : 2").await?;
    walk.browser.follow("main form button.act").await?;
    walk.says("La grille est enregistrée").await?;
    examines(&walk).await?;
    advises(&walk).await?;
    marks(&walk).await?;
    decides(&walk).await?;
    reads(&walk).await
}

/// The examination of the only application.
async fn opens(walk: &Walk) -> Result<()> {
    walk.goto(&format!("/espace{BODY}/appels/{CALL}/examen"))
        .await?;
    walk.judge().await?;
    walk.browser.follow("main table a[href$='/examen']").await?;
    walk.judge().await
}

async fn examines(walk: &Walk) -> Result<()> {
    walk.come_in(INSTRUCTOR, "instructor", "departement-35")
        .await?;
    opens(walk).await?;
    walk.browser
        .follow("form[action$='/constat'] button")
        .await?;
    walk.says("Écrivez le motif").await?;
    walk.judge().await?;
    for question in ["recevabilite", "eligibilite"] {
        let chosen = format!("input[name='examen-question'][value='{question}']");
        walk.press(&chosen).await?;
        walk.fill("#examen-constat-motif", "Le dossier est complet.")
            .await?;
        walk.browser.send("form[action$='/constat'] button").await?;
        walk.says("C’est enregistré").await?;
    }
    walk.fill("#examen-note-texte", "Voir avec la ville.")
        .await?;
    walk.browser.send("form[action$='/note'] button").await?;
    walk.says("Voir avec la ville.").await?;
    // Whoever examines does not decide.
    walk.hides(&["Enregistrer la décision"]).await?;
    sorts(walk).await
}

/// A label is put on what is chosen in the list; the list is kept to it. Nothing is chosen by itself.
async fn sorts(walk: &Walk) -> Result<()> {
    walk.goto(&format!("/espace{BODY}/appels/{CALL}/examen"))
        .await?;
    walk.says("Toutes les étapes").await?;
    walk.hides(&["Motif commun"]).await?;
    walk.browser.follow("form[action$='/lot'] button").await?;
    walk.says("Choisissez au moins une candidature").await?;
    walk.judge().await?;
    walk.press("input[name='examen-lot-choix']").await?;
    walk.fill("#examen-lot-etiquette", "à revoir").await?;
    walk.browser.send("form[action$='/lot'] button").await?;
    walk.says("C’est enregistré").await?;
    walk.browser.follow("main a[href*='etiquette=']").await?;
    walk.says("Association d’essai").await?;
    walk.judge().await
}

async fn advises(walk: &Walk) -> Result<()> {
    walk.goto("/espace/avis").await?;
    walk.judge().await?;
    walk.browser
        .follow("main table a[href*='/espace/avis/']")
        .await?;
    walk.press("input[name='examen-avis'][value='reserve']")
        .await?;
    walk.fill("#examen-avis-motif", "Si la ville participe.")
        .await?;
    walk.browser.follow("main form button.act").await?;
    walk.says("Favorable avec réserve").await?;
    walk.judge().await
}

async fn marks(walk: &Walk) -> Result<()> {
    walk.come_in(EXPERT, "instructor", "departement-35").await?;
    opens(walk).await?;
    walk.choose("#examen-points-1", "4").await?;
    walk.browser
        .follow("form[action$='/notation'] button")
        .await?;
    walk.says("16 sur 20").await?;
    walk.judge().await
}

async fn decides(walk: &Walk) -> Result<()> {
    walk.comes_back(REFERENT).await?;
    together(walk).await?;
    opens(walk).await?;
    walk.says("Pas encore de moyens.").await?;
    walk.says("Favorable avec réserve").await?;
    walk.fill("#examen-decision-motif", "Le projet est utile.")
        .await?;
    walk.browser
        .follow("form[action$='/decision'] button")
        .await?;
    walk.says("Retenue").await?;
    walk.judge().await?;
    walk.browser.follow("main a[href$='/courrier']").await?;
    walk.says("est retenue").await?;
    walk.judge().await?;
    walk.goto(&format!("/espace{BODY}/appels/{CALL}/examen"))
        .await?;
    walk.browser
        .follow("form[action$='/resultats'] button")
        .await?;
    walk.says("Les résultats sont publiés").await
}

/// What is chosen in the list is decided together; what gave nothing may be decided again.
async fn together(walk: &Walk) -> Result<()> {
    walk.goto(&format!("/espace{BODY}/appels/{CALL}/examen"))
        .await?;
    walk.press("input[name='examen-lot-choix']").await?;
    walk.press("input[name='examen-lot-faire'][value='liste-attente']")
        .await?;
    walk.browser.follow("form[action$='/lot'] button").await?;
    walk.says("Écrivez le motif").await?;
    walk.judge().await?;
    walk.fill("#examen-lot-motif", "Pas encore de moyens.")
        .await?;
    walk.browser.send("form[action$='/lot'] button").await?;
    walk.says("Sur liste d’attente").await?;
    walk.judge().await
}

/// A citizen reads the results; the association reads its letter.
async fn reads(walk: &Walk) -> Result<()> {
    walk.leave().await?;
    walk.goto(&format!("/appels/{CALL}")).await?;
    walk.browser.follow("main a[href$='/resultats']").await?;
    walk.says("Association d’essai").await?;
    walk.hides(&["Le projet est utile", "Voir avec la ville"])
        .await?;
    walk.judge().await?;
    walk.comes_back(APPLICANT).await?;
    walk.goto(&format!("/espace/structures/{ASSOCIATION}/candidatures"))
        .await?;
    walk.browser
        .follow("main table a[href*='/candidatures/']")
        .await?;
    walk.browser.follow("main a[href$='/courrier']").await?;
    walk.says("Le projet est utile").await?;
    walk.judge().await
}
