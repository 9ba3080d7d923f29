//! A body writes a roadmap, asks its members, takes a decision and then another: what everybody reads changes with decisions
//! alone, and says what changed. With and without scripts.

use anyhow::{Context, Result, ensure};
use portulan_model::governance::{Body, Decision, Membership};
use portulan_model::journal::Deed;
use portulan_model::people::Organisation;
use portulan_model::roadmaps::Roadmap;
use portulan_policy::actions::ManageOrganisations;
use portulan_testkit::PlaceBuilder;
use portulan_testkit::builders::entry;
use serde_json::{Value, json};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::stored::{keep, may, noticed, store};
use crate::walk::Walk;

on_both_engines! {
    a_roadmap_is_written_heard_decided_and_amended
}

const DESK: &str = "/espace/gouvernances/esc-essai/feuilles-de-route";
const MEETING: &str = "018bcfe5-6800-7000-8000-000000000020";

fn member(number: u8, organisation: &str, mandates: &Value) -> Value {
    json!({
        "state": "confirmed", "candidate": "2023-10-01", "since": "2023-10-01", "tenure": "by-right", "mandates": mandates,
        "who": { "id": format!("018bcfe5-6800-7000-8000-0000000000{number}"), "body": "esc-essai", "organisation": organisation },
    })
}

fn content(title: &str) -> Value {
    json!([{ "id": "018bcfe5-6800-7000-8000-000000000050", "title": "Accès libre", "objectives": [
        { "id": "018bcfe5-6800-7000-8000-000000000051", "title": "Ouvrir", "actions": [
            { "id": "018bcfe5-6800-7000-8000-000000000052", "title": title, "needs": ["diagnostic"], "leads": ["ccas-essai"],
              "budget": [{ "year": 2026, "total": 1_000_000, "asked": 400_000,
                           "funding": [{ "funder": "caf-essai", "amount": 600_000, "agreed": true }] }],
              "indicators": [{ "id": "018bcfe5-6800-7000-8000-000000000053", "name": "Personnes aidées", "unit": "personnes",
                               "baseline": { "on": "2026-01-01", "value": 0, "source": "enquête" }, "target": 10_000 }] }
        ] }
    ] }])
}

/// The body decides.
async fn decides(walk: &Walk, number: &str, on: &str) -> Result<()> {
    let decision = json!({
        "decision": format!("esc-essai/{number}"), "meeting": MEETING, "on": on, "title": "Feuille de route",
    });
    keep::<Decision>(&store(walk).await?, decision).await
}

/// A body of two members, its decision, and a roadmap that was heard.
async fn seed(walk: &Walk) -> Result<()> {
    let store = store(walk).await?;
    let line = entry(Deed::Created, &PlaceBuilder::new(1).build());
    for (slug, name) in [("ccas-essai", "CCAS d’essai"), ("caf-essai", "CAF d’essai")] {
        let one: Organisation = serde_json::from_value(
            json!({ "slug": slug, "name": name, "territory": "commune-35238" }),
        )?;
        store
            .add_organisation(&may::<ManageOrganisations>()?, &one, &line)
            .await?;
    }
    let body = json!({ "slug": "esc-essai", "name": "Gouvernance d’essai", "seat": "commune-35238", "area": "35238" });
    keep::<Body>(&store, body).await?;
    let lead = json!([{ "role": "co-lead", "period": { "from": "2023-12-14" } }]);
    keep::<Membership>(&store, member(10, "ccas-essai", &lead)).await?;
    keep::<Membership>(&store, member(11, "caf-essai", &json!([]))).await?;
    decides(walk, "2026-1", "2026-11-27").await?;
    let heard = json!({
        "slug": "deja-entendue", "body": "esc-essai", "title": "Feuille de route des ESC",
        "period": { "from": "2026-01-01", "to": "2028-12-31" }, "area": "35238", "content": content("Ouvrir des postes"),
        "state": { "state": "in-consultation", "consultation": { "period": { "from": "2026-11-01", "to": "2026-11-20" }, "opinions": [
            { "organisation": "caf-essai", "view": "reserved", "words": "Et le soir ?", "on": "2026-11-10" } ] } },
        "stages": [["2026-10-01", "draft"], ["2026-11-01", "in-consultation"]],
        "versions": [{ "number": 1, "on": "2026-11-01", "stage": "in-consultation", "content": content("Ouvrir des postes") }],
    });
    keep::<Roadmap>(&store, heard).await?;
    Ok(())
}

async fn a_roadmap_is_written_heard_decided_and_amended(engine: Engine) -> Result<()> {
    for scripts in WAYS {
        let walk = Walk::begin(engine, scripts).await?;
        let told = format!("scripts: {scripts}");
        seed(&walk).await.context(told.clone())?;
        noticed().await;
        written_and_heard(&walk).await.context(told.clone())?;
        decided_and_amended(&walk).await.context(told)?;
    }
    Ok(())
}

async fn written_and_heard(walk: &Walk) -> Result<()> {
    let browser = &walk.browser;
    walk.goto(DESK).await?;
    walk.judge().await?;
    browser.follow("main a.act").await?;
    walk.fill("#titre", "Lire et imprimer").await?;
    browser.send("main form button.act").await?;
    walk.says("Dites quel jour.").await?;
    walk.judge().await?;
    walk.date("#du", "2026-01-01").await?;
    walk.date("#au", "2027-12-31").await?;
    browser.send("main form button.act").await?;
    walk.says("La feuille de route est créée").await?;
    walk.judge().await?;
    let own = browser.path().await?;
    let own = own.split('?').next().unwrap_or_default().to_owned();
    walk.goto(&format!("{own}/axes")).await?;
    walk.fill("#nouvel-axe", "Imprimer").await?;
    browser.send("button[value='suite']").await?;
    walk.says("est enregistré").await?;
    walk.fill(
        "input[name^='nouvel-objectif-']:not([type='hidden'])",
        "Une imprimante par quartier",
    )
    .await?;
    walk.judge().await?;
    browser.send("main form button.act").await?;
    walk.says("Une imprimante par quartier").await?;
    action(walk).await?;
    walk.date("#jusqu-au", "2026-11-28").await?;
    browser.send("button[value='consulter']").await?;
    walk.says("Les membres peuvent donner leur avis").await?;
    opinion(walk).await?;
    walk.goto(&own).await?;
    walk.says("Et le dimanche").await?;
    walk.judge().await?;
    let slug = own.rsplit('/').next().unwrap_or_default();
    walk.goto(&format!("/feuilles-de-route/{slug}")).await?;
    let text = browser.text().await?;
    ensure!(
        !text.contains("imprimante"),
        "what is not decided is not read:\n{text}"
    );
    Ok(())
}

/// Adds an action, all of it on one page; a first try lacks its need.
async fn action(walk: &Walk) -> Result<()> {
    let browser = &walk.browser;
    browser.follow("main a[href*='/actions/']").await?;
    walk.judge().await?;
    walk.fill("#titre", "Acheter dix imprimantes").await?;
    walk.fill("#annee-2026-cout", "4 000,50 €").await?;
    browser.send("main form button.act").await?;
    walk.says("Cochez au moins un besoin").await?;
    let kept = browser
        .find("#annee-2026-cout")
        .await?
        .prop("value")
        .await?;
    ensure!(kept.as_deref() == Some("4 000,50 €"), "{kept:?}");
    walk.judge().await?;
    walk.press("input[value='diagnostic']").await?;
    walk.fill("#porteurs", "CCAS d’essai").await?;
    browser.send("main form button.act").await?;
    walk.says("est enregistré").await?;
    walk.says("Acheter dix imprimantes").await?;
    walk.says("CCAS d’essai").await?;
    walk.judge().await
}

/// A member has reserves: the reason is asked for.
async fn opinion(walk: &Walk) -> Result<()> {
    let browser = &walk.browser;
    walk.goto("/espace/structures/caf-essai/avis").await?;
    walk.judge().await?;
    browser.follow("main ul.links a").await?;
    walk.says("Acheter dix imprimantes").await?;
    walk.press("input[value='reserve']").await?;
    browser.send("main form button.act").await?;
    walk.says("Dites pourquoi").await?;
    walk.judge().await?;
    walk.fill("#motif-avis", "Et le dimanche ?").await?;
    browser.send("main form button.act").await?;
    walk.says("Votre avis est enregistré").await
}

async fn decided_and_amended(walk: &Walk) -> Result<()> {
    let browser = &walk.browser;
    let desk = format!("{DESK}/deja-entendue");
    let public = "/feuilles-de-route/deja-entendue";
    walk.goto(&desk).await?;
    walk.says("Et le soir").await?;
    walk.judge().await?;
    browser.send("section.decide button.act").await?;
    walk.says("La feuille de route est validée").await?;
    walk.goto(public).await?;
    walk.says("Ouvrir des postes").await?;
    walk.says("décision 2026-1").await?;
    walk.judge().await?;
    let text = browser.text().await?;
    ensure!(
        !text.contains("Et le soir"),
        "opinions are those of members:\n{text}"
    );
    walk.goto(&format!(
        "{desk}/actions/018bcfe5-6800-7000-8000-000000000052"
    ))
    .await?;
    walk.fill("#titre", "Ouvrir des postes le soir").await?;
    browser.send("main form button.act").await?;
    walk.says("appelle maintenant").await?;
    walk.goto(public).await?;
    let text = browser.text().await?;
    ensure!(
        !text.contains("le soir"),
        "an amendment waits for its decision:\n{text}"
    );
    decides(walk, "2026-2", "2026-11-28").await?;
    walk.goto(&desk).await?;
    walk.judge().await?;
    browser.send("section.decide button.act").await?;
    walk.says("Les changements sont adoptés").await?;
    walk.goto(public).await?;
    walk.says("Ouvrir des postes le soir").await?;
    browser.follow("main a[href*='/differences']").await?;
    walk.says("appelle maintenant").await?;
    walk.judge().await?;
    for page in [
        "/feuilles-de-route",
        "/feuilles-de-route/deja-entendue/bilan",
        "/feuilles-de-route/deja-entendue/reponse",
        "/feuilles-de-route/deja-entendue/versions/2",
    ] {
        walk.goto(page).await?;
        walk.says("Feuille de route des ESC").await?;
        walk.judge().await?;
    }
    Ok(())
}
