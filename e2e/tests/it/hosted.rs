//! A référente opens a call on a form of her own; an association begins an application, is told what is lacking, submits it
//! and has its receipt; the body reads it and returns a field; with and without scripts, on both engines. With scripts, what
//! is typed is saved while one types, and two hands meet.

use anyhow::{Context, Result, ensure};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::decisions::second;
use crate::walk::Walk;

on_both_engines! {
    a_call_is_opened_on_a_form_answered_in_time_and_read
    an_application_is_saved_while_one_types_and_two_hands_meet
}

pub(crate) const BODY: &str = "/gouvernances/gouvernance-d-essai";
pub(crate) const CALL: &str = "equiper-les-lieux";
pub(crate) const ASSOCIATION: &str = "association-d-essai";
pub(crate) const REFERENT: &str = "referente@exemple.fr";
pub(crate) const APPLICANT: &str = "association@exemple.fr";

async fn a_call_is_opened_on_a_form_answered_in_time_and_read(engine: Engine) -> Result<()> {
    for with in WAYS {
        let walk = Walk::begin(engine, with).await?;
        let told = || format!("scripts: {with}");
        journey(walk).await.with_context(told)?;
    }
    Ok(())
}

async fn journey(walk: Walk) -> Result<()> {
    applied(&walk).await?;
    returns(&walk).await?;
    corrects(&walk).await
}

async fn an_application_is_saved_while_one_types_and_two_hands_meet(engine: Engine) -> Result<()> {
    let walk = Walk::begin(engine, true).await?;
    called(&walk).await?;
    begins(&walk).await?;
    let page = walk.browser.path().await?;
    let page = page.split('?').next().unwrap_or_default().to_owned();
    walk.fill("#champ-1", "Un atelier").await?;
    walk.says("Enregistré à").await?;
    walk.judge().await?;
    walk.goto(&page).await?;
    ensure!(
        walk.typed("#champ-1").await? == "Un atelier",
        "after a reload"
    );
    // What is typed last is saved as the page is left.
    walk.fill("#champ-1", "Deux ateliers").await?;
    walk.goto(&format!("/appels/{CALL}")).await?;
    walk.goto(&page).await?;
    ensure!(
        walk.typed("#champ-1").await? == "Deux ateliers",
        "as it was left"
    );
    // A number that is not one is said, and the rest of the page stays.
    walk.fill("#champ-2", "beaucoup").await?;
    walk.says("Écrivez un nombre").await?;
    walk.fill("#champ-2", "900").await?;
    walk.says("Enregistré à").await?;
    meet(&walk, &page).await
}

/// Both open the same application; the other one is faster.
async fn meet(walk: &Walk, page: &str) -> Result<()> {
    let other = second(walk).await?;
    other.goto(&walk.site().at(page)).await?;
    other.fill("#champ-1", "Un camion").await?;
    other.send("button[value='enregistrer']").await?;
    other.says("Le brouillon est enregistré").await?;
    walk.fill("#champ-1", "Trois ateliers").await?;
    walk.says("quelqu’un d’autre vient d’enregistrer").await?;
    walk.says("Un camion").await?;
    walk.judge().await?;
    ensure!(
        walk.typed("#champ-1").await? == "Trois ateliers",
        "what was typed stays"
    );
    walk.browser.send("button[value='enregistrer']").await?;
    walk.says("Un camion").await?;
    ensure!(
        walk.typed("#champ-1").await? == "Trois ateliers",
        "what was typed stays"
    );
    walk.judge().await?;
    walk.browser.send("button[value='enregistrer']").await?;
    walk.says("Le brouillon est enregistré").await?;
    ensure!(
        walk.typed("#champ-1").await? == "Trois ateliers",
        "saving again decides"
    );
    Ok(())
}

/// A body holds a call, and an association submits to it.
pub(crate) async fn applied(walk: &Walk) -> Result<()> {
    called(walk).await?;
    applies(walk).await
}

/// An association is known, and a body opens a call.
async fn called(walk: &Walk) -> Result<()> {
    walk.goto("/espace/structures/nouvelle").await?;
    walk.fill("#org-nom", "Association d’essai").await?;
    walk.fill("#org-niveau", "departement-35").await?;
    walk.press("input[name='org-type'][value='association']")
        .await?;
    walk.browser.follow("main form button.act").await?;
    walk.says("La structure est enregistrée").await?;
    walk.come_in(REFERENT, "referent", "departement-35").await?;
    walk.goto("/espace/gouvernances/nouvelle").await?;
    walk.fill("#siege", "Ille-et-Vilaine").await?;
    walk.fill("#nom", "Gouvernance d’essai").await?;
    walk.fill("#de_droit", "Association d’essai").await?;
    walk.browser.follow("main form button.act").await?;
    walk.says("La gouvernance est créée").await?;
    opens(walk).await
}

/// The call is written, its form is put together and opened, and it is published.
async fn opens(walk: &Walk) -> Result<()> {
    walk.goto(&format!("/espace{BODY}/appels/nouveau")).await?;
    walk.fill("#appel-titre", "Équiper les lieux").await?;
    walk.fill("#appel-organisateur", "Fondation d’essai")
        .await?;
    walk.press("input[name='appel-organisateur-est'][value='autre']")
        .await?;
    walk.press("input[name='appel-reponse'][value='ici']")
        .await?;
    walk.date("#appel-jour-cloture", "2099-12-31").await?;
    walk.browser.follow("main form button.act").await?;
    walk.says("L’appel est enregistré").await?;
    walk.browser
        .follow("form:has([value='publier']) button")
        .await?;
    walk.says("Composez et ouvrez d’abord le formulaire")
        .await?;
    walk.browser.follow("main a[href$='/formulaire']").await?;
    walk.judge().await?;
    asks(walk, "Le projet", "Texte").await?;
    asks(walk, "Le budget", "Montant").await?;
    // Where the button leads is where it stands, but for what was done.
    walk.goto(&format!("/espace{BODY}/appels/{CALL}/formulaire"))
        .await?;
    walk.browser
        .follow("main li:last-child button[value='monter']")
        .await?;
    walk.judge().await?;
    walk.browser.follow("button[value='ouvrir']").await?;
    walk.says("Le formulaire est ouvert").await?;
    walk.goto(&format!("/espace{BODY}/appels/{CALL}")).await?;
    walk.browser
        .follow("form:has([value='publier']) button")
        .await?;
    walk.says("L’appel est publié").await?;
    walk.goto(&format!("/espace{BODY}/appels/{CALL}/questions"))
        .await?;
    walk.fill("#appel-question", "Peut-on louer ?").await?;
    walk.fill("#appel-reponse-donnee", "Oui, un an.").await?;
    walk.browser.follow("main form button.act").await?;
    walk.says("Oui, un an.").await?;
    walk.judge().await
}

/// A required question.
async fn asks(walk: &Walk, label: &str, sort: &str) -> Result<()> {
    walk.browser
        .follow("main a[href$='/formulaire/question']")
        .await?;
    walk.judge().await?;
    walk.fill("#formulaire-question", label).await?;
    walk.choose("#formulaire-sorte", sort).await?;
    walk.press("input[name='formulaire-obligatoire']").await?;
    walk.browser.follow("main form button.act").await?;
    walk.says(label).await
}

/// The association comes from the public page and begins.
async fn begins(walk: &Walk) -> Result<()> {
    let node = format!("structure-{ASSOCIATION}");
    walk.come_in(APPLICANT, "organisation-manager", &node)
        .await?;
    walk.goto(&format!("/appels/{CALL}")).await?;
    walk.says("La candidature se dépose ici").await?;
    walk.says("Oui, un an.").await?;
    walk.judge().await?;
    walk.browser
        .follow("main a[href*='/espace/candidater/']")
        .await?;
    walk.judge().await?;
    walk.browser.follow("main a[href$='/candidature']").await?;
    walk.judge().await?;
    walk.browser.follow("main form button.act").await?;
    walk.says("La candidature est commencée").await
}

/// The association begins, is told what is lacking, submits.
async fn applies(walk: &Walk) -> Result<()> {
    begins(walk).await?;
    walk.says("Il manque 2 réponses obligatoires").await?;
    walk.judge().await?;
    walk.fill("#champ-1", "Un atelier").await?;
    walk.browser.follow("button[value='deposer']").await?;
    walk.says("Répondez pour pouvoir déposer").await?;
    walk.judge().await?;
    walk.fill("#champ-2", "beaucoup").await?;
    walk.browser.send("button[value='enregistrer']").await?;
    walk.says("Écrivez un nombre").await?;
    walk.fill("#champ-2", "1 250,50 €").await?;
    walk.browser.follow("button[value='enregistrer']").await?;
    walk.says("Le brouillon est enregistré").await?;
    walk.browser.follow("button[value='deposer']").await?;
    walk.says("La candidature est déposée").await?;
    walk.says("Télécharger le récépissé").await?;
    walk.judge().await
}

/// The body reads it, and returns one field.
async fn returns(walk: &Walk) -> Result<()> {
    walk.comes_back(REFERENT).await?;
    walk.goto(&format!("/espace{BODY}/appels/{CALL}/candidatures"))
        .await?;
    walk.judge().await?;
    walk.browser
        .follow("main table a[href*='/candidatures/']")
        .await?;
    walk.says("250,50").await?;
    walk.judge().await?;
    walk.press("input[name='candidature-renvoi'][value='1']")
        .await?;
    walk.fill("#candidature-renvoi-motif", "Précisez le rythme.")
        .await?;
    walk.browser
        .follow("form[action$='/renvoi'] button")
        .await?;
    walk.says("La candidature est renvoyée pour correction")
        .await
}

/// The association corrects that field, and it alone.
async fn corrects(walk: &Walk) -> Result<()> {
    walk.comes_back(APPLICANT).await?;
    walk.goto(&format!("/espace/structures/{ASSOCIATION}/candidatures"))
        .await?;
    walk.judge().await?;
    walk.browser
        .follow("main table a[href*='/candidatures/']")
        .await?;
    walk.says("Précisez le rythme.").await?;
    walk.judge().await?;
    walk.fill("#champ-1", "Un atelier par mois").await?;
    walk.browser.follow("button[value='deposer']").await?;
    walk.says("La candidature est déposée").await
}
