//! An organisation is typed with what it does among the others: its roles, where it acts, what it is a part of, whom to write
//! to. A twin of it is asked about before it is added; its page tells everybody what is public of it, and nothing of nobody.

use anyhow::{Context, Result, ensure};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    an_organisation_says_what_it_does_and_its_page_names_nobody
}

const NEW: &str = "/espace/structures/nouvelle";
const OWN: &str = "/espace/structures/amis-du-clic/modifier";
const PUBLIC: &str = "/structures/amis-du-clic";
const MANAGER: &str = "gestion-des-amis@exemple.fr";
const BODY: &str = "exemple-gouvernance-ille-et-vilaine";
const SAVE: &str = "form[action$='/modifier'] button.act";

async fn an_organisation_says_what_it_does_and_its_page_names_nobody(engine: Engine) -> Result<()> {
    for scripts in WAYS {
        let walk = Walk::begin(engine, scripts).await?;
        let told = || format!("scripts: {scripts}");
        journey(&walk).await.with_context(told)?;
    }
    Ok(())
}

async fn journey(walk: &Walk) -> Result<()> {
    walk.come_in_as("coordinator", "departement-35").await?;
    walk.goto(NEW).await?;
    walk.judge().await?;
    for name in ["Fédération d’essai", "Amis du clic"] {
        types_a_name(walk, name).await?;
        walk.says("La structure est enregistrée").await?;
    }
    has_a_twin(walk).await.context("the twin")?;
    let node = "structure-amis-du-clic";
    walk.come_in(MANAGER, "organisation-manager", node).await?;
    is_mistyped(walk).await.context("faults")?;
    says_what_it_does(walk).await.context("the form")?;
    // Whoever asks to be in a body is a member of nothing yet.
    walk.goto(&format!("/gouvernances/{BODY}")).await?;
    walk.browser.follow("main a[href$='/rejoindre']").await?;
    walk.browser.follow("main form button.act").await?;
    walk.says("La demande est envoyée").await?;
    walk.leave().await?;
    is_read(walk).await.context("the page")
}

async fn types_a_name(walk: &Walk, name: &str) -> Result<()> {
    walk.goto(NEW).await?;
    walk.fill("#org-nom", name).await?;
    walk.fill("#org-niveau", "departement-35").await?;
    walk.press("input[name='org-type'][value='association']")
        .await?;
    walk.browser.send("main form button.act").await
}

/// One that bears nearly the same name is another, and somebody says so.
async fn has_a_twin(walk: &Walk) -> Result<()> {
    let name = "Association Amis du clic";
    types_a_name(walk, name).await?;
    walk.says("Cette structure est peut-être déjà là").await?;
    walk.browser
        .find(&format!("main a[href='{PUBLIC}']"))
        .await?;
    ensure!(walk.typed("#org-nom").await? == name, "what was typed");
    walk.judge().await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Si c’est une autre structure, cochez la case")
        .await?;
    walk.press("input[name='org-double']").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("La structure est enregistrée").await
}

/// What cannot be read is said beside its field, and stays.
async fn is_mistyped(walk: &Walk) -> Result<()> {
    walk.goto(OWN).await?;
    walk.judge().await?;
    for (field, text) in [
        ("#org-zone", "Ailleurs-sur-Rien"),
        ("#org-parent", "Personne"),
        ("#contact-1-service", "Accueil"),
    ] {
        walk.fill(field, text).await?;
    }
    walk.browser.send(SAVE).await?;
    walk.says("Écrivez la fonction de ce contact").await?;
    ensure!(walk.typed("#org-parent").await? == "Personne", "the parent");
    walk.judge().await
}

async fn says_what_it_does(walk: &Walk) -> Result<()> {
    for (field, text) in [
        ("#org-courriel", "bonjour@exemple.fr"),
        ("#org-resume", "Des ateliers dans les villages."),
        ("#org-zone", "Rennes Métropole, Vitré"),
    ] {
        walk.fill(field, text).await?;
    }
    for role in ["employeur", "operateur"] {
        walk.press(&format!("input[name='org-roles'][value='{role}']"))
            .await?;
    }
    for (field, text) in [
        ("#org-parent", "Fédération d’essai"),
        ("#contact-1-fonction", "Référente numérique"),
        ("#contact-1-courriel", "numerique@exemple.fr"),
        ("#contact-1-telephone", "02 99 00 00 00"),
    ] {
        walk.fill(field, text).await?;
    }
    walk.browser.send(SAVE).await?;
    walk.says("La structure est enregistrée").await?;
    // One more contact can be typed.
    walk.browser.find("#contact-2-fonction").await?;
    walk.judge().await
}

/// Everybody reads what it does; nobody reads who runs it, nor what it asked for.
async fn is_read(walk: &Walk) -> Result<()> {
    walk.goto(PUBLIC).await?;
    for told in [
        "Des ateliers dans les villages",
        "Association",
        "Employeur",
        "opérateur",
        "44 communes",
        "Référente numérique, Accueil",
        "numerique@exemple.fr",
        "02 99 00 00 00",
        "bonjour@exemple.fr",
    ] {
        walk.says(told).await?;
    }
    walk.hides(&[MANAGER, "Camille D.", "coordinator@exemple.fr", BODY])
        .await?;
    walk.judge().await?;
    walk.browser
        .follow("main a[href='/structures/federation-d-essai']")
        .await?;
    walk.says("Amis du clic").await?;
    walk.judge().await
}
