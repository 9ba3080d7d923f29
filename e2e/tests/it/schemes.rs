//! A co-ordinator makes a scheme as that of the *Espaces sociaux communs*, adds its places, pastes what each offers, opens two
//! posts and extends one, by keyboard: the public page counts it once, and says neither who refused nor who holds a post.

use anyhow::{Context, Result, ensure};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    a_scheme_is_made_with_its_places_its_services_and_its_posts
}

const DESK: &str = "/espace/dispositifs/numerique-pres-de-chez-vous";
const PUBLIC: &str = "/dispositifs/numerique-pres-de-chez-vous";

async fn a_scheme_is_made_with_its_places_its_services_and_its_posts(engine: Engine) -> Result<()> {
    for scripts in WAYS {
        let walk = Walk::begin(engine, scripts).await?;
        walk.come_in_as("coordinator", "commune-35238").await?;
        journey(&walk)
            .await
            .context(format!("scripts: {scripts}"))?;
    }
    Ok(())
}

async fn journey(walk: &Walk) -> Result<()> {
    for name in ["Les Bateliers", "Le Phare associatif"] {
        walk.goto("/espace/structures/nouvelle").await?;
        walk.fill("#org-nom", name).await?;
        walk.fill("#org-niveau", "Rennes").await?;
        walk.press("input[value='association']").await?;
        walk.browser.send("main form button.act").await?;
    }
    make(walk).await?;
    let places = places(walk).await?;
    baseline(walk, &places).await?;
    let post = posts(walk).await?;
    walk.goto(PUBLIC).await?;
    walk.says("2 postes, 2 équivalents temps plein").await?;
    walk.says("2 lieux").await?;
    walk.judge().await?;
    walk.browser.follow("a[href$='/socle']").await?;
    walk.says("Wifi").await?;
    let text = walk.browser.text().await?;
    ensure!(
        !text.contains("travaux") && !text.contains("Phare"),
        "{text}"
    );
    walk.judge().await?;
    for path in [
        "/espace/dispositifs".to_owned(),
        DESK.to_owned(),
        format!("{DESK}/socle"),
        format!("{DESK}/postes"),
        post,
        "/espace/grappes/nouvelle".to_owned(),
        "/espace/secteurs/commune-35238".to_owned(),
    ] {
        walk.goto(&path).await?;
        walk.judge().await.context(path)?;
    }
    Ok(())
}

async fn make(walk: &Walk) -> Result<()> {
    walk.goto("/espace/dispositifs/nouveau").await?;
    walk.fill("#disp-nom", "Numérique près de chez vous")
        .await?;
    walk.fill("#disp-niveau", "Finistère").await?;
    walk.fill("#disp-zone", "Rennes").await?;
    walk.fill("#disp-pilote", "Les Bateliers").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Ce niveau n’est pas le vôtre").await?;
    let typed = walk.browser.find("#disp-nom").await?.prop("value").await?;
    ensure!(
        typed.as_deref() == Some("Numérique près de chez vous"),
        "{typed:?}"
    );
    walk.judge().await?;
    walk.fill("#disp-niveau", "Rennes").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("C’est enregistré").await
}

/// Adds two places of the demonstration; their names.
async fn places(walk: &Walk) -> Result<Vec<String>> {
    walk.goto("/territoires/commune-35238").await?;
    let mut found = Vec::new();
    for link in walk
        .browser
        .client
        .find_all(fantoccini::Locator::Css("ol.lines a"))
        .await?
    {
        let address = link.attr("href").await?.context("an address")?;
        found.push((address, link.text().await?));
    }
    found.truncate(2);
    for (address, _) in &found {
        walk.goto(DESK).await?;
        walk.fill("#disp-lieu", address).await?;
        walk.browser
            .send("form[action$='/lieux'] button.act")
            .await?;
        walk.says("Le lieu est ajouté").await?;
    }
    Ok(found.into_iter().map(|(_, name)| name).collect())
}

async fn baseline(walk: &Walk, places: &[String]) -> Result<()> {
    let desk = format!("{DESK}/socle");
    for name in ["Wifi", "Impression"] {
        walk.goto(&desk).await?;
        walk.fill("#service-nom", name).await?;
        walk.browser.send("h2#service ~ form button.act").await?;
    }
    let [first, second] = places else {
        anyhow::bail!("{} places", places.len());
    };
    let block = format!(";Wifi;Impression\n{first};oui;souhaité\n{second};non : travaux;oui");
    walk.fill("#coller-texte", &block).await?;
    walk.fill("#coller-par", "Le Phare associatif").await?;
    walk.browser.send("h2#coller ~ form button.act").await?;
    walk.says("C’est enregistré").await?;
    walk.says("non").await
}

/// Opens two posts and extends the second; its address.
async fn posts(walk: &Walk) -> Result<String> {
    let new = format!("{DESK}/postes/nouveau");
    for _ in 0..2 {
        walk.goto(&new).await?;
        walk.fill("#poste-accueil", "Les Bateliers").await?;
        walk.date("#poste-ouvert", "2021-09-01").await?;
        walk.fill("#poste-temps", "100").await?;
        walk.browser.send("main form button.act").await?;
        walk.says("Le poste est ouvert").await?;
    }
    let path = walk.browser.path().await?;
    let post = path.split('?').next().unwrap_or_default().to_owned();
    walk.goto(&post).await?;
    walk.date("#prolonge-le", "2026-01-01").await?;
    walk.fill("#fin-qui", "Le Phare associatif").await?;
    walk.date("#fin-fin", "2028-12-31").await?;
    walk.browser.send("h2#prolonger ~ form button.act").await?;
    walk.says("Il est toujours compté une seule fois").await?;
    Ok(post)
}
