//! A référent follows a call of the State for the governance of a département and publishes it; an association says in two
//! clicks that it takes part; everybody reads the call and nobody's position: with and without scripts, on both engines.

use anyhow::{Context, Result};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    a_call_is_followed_published_and_answered_with_a_position
}

const BODY: &str = "/gouvernances/gouvernance-d-essai";
const CALL: &str = "participer-a-l-ecriture";
const ASSOCIATION: &str = "association-d-essai";
const REFERENT: &str = "referente@exemple.fr";

async fn a_call_is_followed_published_and_answered_with_a_position(engine: Engine) -> Result<()> {
    for with in WAYS {
        let walk = Walk::begin(engine, with).await?;
        let told = || format!("scripts: {with}");
        journey(walk).await.with_context(told)?;
    }
    Ok(())
}

async fn journey(walk: Walk) -> Result<()> {
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
    follows(&walk).await?;
    takes(&walk).await?;
    walk.comes_back(REFERENT).await?;
    let desk = format!("/espace{BODY}/appels/{CALL}");
    walk.goto(&desk).await?;
    walk.says("présidence").await?;
    walk.fill("#appel-etape-quoi", "Relire la note").await?;
    walk.fill("#appel-etape-qui", "Association d’essai").await?;
    walk.browser
        .follow("form[action$='/etapes'] button.act")
        .await?;
    walk.says("Relire la note").await?;
    walk.judge().await?;
    walk.goto(&desk).await?;
    walk.browser
        .follow("form[action$='/etapes/faite'] button")
        .await?;
    walk.says("fait le").await?;
    walk.goto(&format!("{desk}/note")).await?;
    walk.fill("#minutes-texte", "# Ce que nous dirons").await?;
    walk.browser.follow("button[value='enregistrer']").await?;
    walk.says("C’est enregistré").await?;
    walk.judge().await?;
    walk.leave().await?;
    walk.goto("/appels").await?;
    walk.judge().await?;
    walk.browser
        .follow(&format!("main a[href='/appels/{CALL}']"))
        .await?;
    walk.says("Rien n’est envoyé d’ici").await?;
    walk.hides(&["présidence", "Ce que nous dirons"]).await?;
    walk.judge().await
}

/// The call is written, then published.
async fn follows(walk: &Walk) -> Result<()> {
    walk.goto(&format!("/espace{BODY}")).await?;
    walk.browser.follow("main a[href$='/appels']").await?;
    walk.judge().await?;
    walk.browser
        .follow("main a[href$='/appels/nouveau']")
        .await?;
    walk.judge().await?;
    walk.fill("#appel-titre", "Participer à l’écriture").await?;
    walk.fill("#appel-organisateur", "L’État").await?;
    walk.press("input[name='appel-organisateur-est'][value='autre']")
        .await?;
    walk.date("#appel-jour-cloture", "2099-12-31").await?;
    walk.browser.follow("main form button.act").await?;
    walk.says("L’appel est enregistré").await?;
    walk.says("Brouillon").await?;
    walk.browser
        .follow("form:has([value='publier']) button")
        .await?;
    walk.says("L’appel est publié").await?;
    walk.judge().await
}

/// Whoever speaks for the association says that it takes part.
async fn takes(walk: &Walk) -> Result<()> {
    let node = format!("structure-{ASSOCIATION}");
    walk.come_in("association@exemple.fr", "organisation-manager", &node)
        .await?;
    walk.goto(&format!("/espace/structures/{ASSOCIATION}/appels"))
        .await?;
    walk.judge().await?;
    walk.browser
        .follow(&format!("main a[href$='/appels/{CALL}']"))
        .await?;
    walk.press("input[name='appel-position'][value='participer']")
        .await?;
    walk.fill("#appel-fonction", "présidence").await?;
    walk.browser.follow("main form button.act").await?;
    walk.says("Votre position est enregistrée").await?;
    walk.judge().await
}
