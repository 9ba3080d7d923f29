//! The minutes of a meeting are written by two hands that meet, a decision is numbered, done and published: a visitor reads
//! it. With and without scripts.

use anyhow::{Context, Result, ensure};
use portulan_e2e::browser::{Browser, Setting};
use portulan_model::governance::{Body, Meeting, Membership};
use portulan_model::journal::Deed;
use portulan_model::people::Organisation;
use portulan_policy::actions::ManageOrganisations;
use portulan_testkit::PlaceBuilder;
use portulan_testkit::builders::entry;
use serde_json::json;

use crate::both::{Engine, WAYS, on_both_engines};
use crate::stored::{keep, may, noticed, store};
use crate::walk::Walk;

on_both_engines! {
    minutes_of_two_hands_become_a_decision_that_a_visitor_reads
}

const DESK: &str = "/espace/gouvernances/reunie-essai";
const PUBLIC: &str = "/gouvernances/reunie-essai";
const MEETING: &str = "018bcfe5-6800-7000-8000-0000000000a1";

/// A body of two members, and a public meeting of it that was held.
async fn seed(walk: &Walk) -> Result<()> {
    let store = store(walk).await?;
    let line = entry(Deed::Created, &PlaceBuilder::new(1).build());
    let body = json!({ "slug": "reunie-essai", "name": "Gouvernance réunie", "seat": "commune-35238", "area": "35238" });
    keep::<Body>(&store, body).await?;
    for (rank, (slug, name)) in [
        ("mairie-reunie", "Mairie réunie"),
        ("caf-reunie", "CAF réunie"),
    ]
    .into_iter()
    .enumerate()
    {
        let one: Organisation = serde_json::from_value(
            json!({ "slug": slug, "name": name, "territory": "commune-35238" }),
        )?;
        store
            .add_organisation(&may::<ManageOrganisations>()?, &one, &line)
            .await?;
        let member = json!({
            "state": "confirmed", "candidate": "2023-10-01", "since": "2023-10-01", "tenure": "by-right",
            "mandates": [{ "role": "co-lead", "period": { "from": "2023-12-14" } }],
            "who": { "id": format!("018bcfe5-6800-7000-8000-0000000000b{rank}"), "body": "reunie-essai", "organisation": slug },
        });
        keep::<Membership>(&store, member).await?;
    }
    let meeting = json!({
        "id": MEETING, "body": "reunie-essai", "title": "Comité de novembre", "public": true,
        "agenda": [{ "title": "Ouvrir le samedi" }],
        "state": {
            "state": "held", "attendance": [],
            "convocation": { "begins": "2026-11-20T13:00:00Z", "ends": "2026-11-20T15:00:00Z" },
        },
    });
    keep::<Meeting>(&store, meeting).await
}

async fn minutes_of_two_hands_become_a_decision_that_a_visitor_reads(engine: Engine) -> Result<()> {
    for scripts in WAYS {
        let walk = Walk::begin(engine, scripts).await?;
        let told = format!("scripts: {scripts}");
        seed(&walk).await.context(told.clone())?;
        noticed().await;
        written(&walk).await.context(told.clone())?;
        decided(&walk).await.context(told.clone())?;
        approved(&walk).await.context(told.clone())?;
        seen(&walk).await.context(told)?;
    }
    Ok(())
}

/// Another hand on the same page, in a browser of its own.
pub(crate) async fn second(walk: &Walk) -> Result<Browser> {
    let second = Browser::open(Setting {
        scripts: false,
        ..Setting::default()
    })
    .await?;
    second.goto(&walk.site().at("/")).await?;
    for cookie in walk.browser.client.get_all_cookies().await? {
        second.client.add_cookie(cookie).await?;
    }
    Ok(second)
}

async fn written(walk: &Walk) -> Result<()> {
    let browser = &walk.browser;
    walk.goto(DESK).await?;
    browser.follow("main a[href$='/decisions']").await?;
    walk.says("Aucune décision.").await?;
    walk.judge().await?;
    browser.follow("main a[href*='/compte-rendu']").await?;
    walk.judge().await?;
    let page = browser.path().await?;
    walk.fill("#minutes-texte", "# Présents\n\nLa mairie.")
        .await?;
    if walk.scripts {
        walk.says("Enregistré à").await?;
    } else {
        browser.send("button[value='enregistrer']").await?;
        walk.says("Le compte-rendu est enregistré").await?;
    }
    walk.goto(&page).await?;
    walk.says("Dernier enregistrement").await?;
    // Both open the same text; the other one is faster.
    let other = second(walk).await?;
    other.goto(&walk.site().at(&page)).await?;
    other.fill("#minutes-texte", "La CAF et la mairie.").await?;
    other.send("button[value='enregistrer']").await?;
    other.says("Le compte-rendu est enregistré").await?;
    walk.fill("#minutes-texte", "# Présents\n\nLa mairie, seule.")
        .await?;
    if walk.scripts {
        walk.says("une autre personne vient d’enregistrer").await?;
        walk.judge().await?;
    }
    browser.send("button[value='enregistrer']").await?;
    walk.says("Les deux textes sont ici").await?;
    walk.judge().await?;
    for (field, held) in [
        ("#autre", "La CAF et la mairie."),
        ("#minutes-texte", "# Présents\n\nLa mairie, seule."),
    ] {
        let text = browser.find(field).await?.prop("value").await?;
        ensure!(text.as_deref() == Some(held), "{field}: {text:?}");
    }
    walk.fill(
        "#minutes-texte",
        "# Présents\n\n- la CAF\n- **la mairie**\n\n<b>Fin</b>",
    )
    .await?;
    browser.send("button[value='voir']").await?;
    walk.says("Aperçu").await?;
    walk.judge().await?;
    browser.find(".written h3").await?;
    browser.send("button[value='enregistrer']").await?;
    walk.says("Le compte-rendu est enregistré").await
}

async fn decided(walk: &Walk) -> Result<()> {
    let browser = &walk.browser;
    browser
        .follow("main a[href*='/decisions/nouvelle']")
        .await?;
    walk.judge().await?;
    browser.send("main form button.act").await?;
    walk.says("Écrivez la décision en une ligne").await?;
    walk.judge().await?;
    walk.fill("#decision-titre", "Ouvrir le samedi").await?;
    walk.fill("#decision-texte", "Dès le mois de janvier.")
        .await?;
    walk.fill("#decision-responsable", "Mairie réunie").await?;
    walk.date("#decision-echeance", "2026-11-25").await?;
    browser.send("main form button.act").await?;
    walk.says("La décision est notée").await?;
    walk.says("Décision 2026-1 : Ouvrir le samedi").await?;
    walk.says("en retard").await?;
    walk.judge().await?;
    let one = browser.path().await?;
    let one = one.split('?').next().unwrap_or_default().to_owned();
    walk.fill("#decision-mots", "Personne ne vient le samedi.")
        .await?;
    browser
        .send("form[action$='/desaccord'] button.act")
        .await?;
    walk.says("Le désaccord est noté").await?;
    walk.goto(&format!("{DESK}/decisions?etat=en-retard"))
        .await?;
    walk.says("2026-1").await?;
    walk.judge().await?;
    walk.goto(&one).await?;
    walk.date("#decision-fait-le", "2026-11-27").await?;
    browser.send("form[action$='/suivi'] button.act").await?;
    walk.says("le suivi est noté").await?;
    walk.judge().await?;
    walk.date("#decision-publier-le", "2026-11-20").await?;
    browser
        .send("form[action$='/publication'] button.act")
        .await?;
    walk.says("La décision est publiée").await?;
    walk.judge().await
}

async fn approved(walk: &Walk) -> Result<()> {
    let browser = &walk.browser;
    browser.follow("main a[href*='/compte-rendu']").await?;
    browser
        .send("form[action$='/approuver'] button.act")
        .await?;
    walk.says("Cochez la case").await?;
    walk.judge().await?;
    walk.press("input[name='minutes-sur']").await?;
    browser
        .send("form[action$='/approuver'] button.act")
        .await?;
    walk.says("Le compte-rendu est approuvé").await?;
    walk.says("Il ne change plus").await?;
    walk.judge().await
}

/// A visitor reads what is published, and nothing else.
async fn seen(walk: &Walk) -> Result<()> {
    let browser = &walk.browser;
    walk.leave().await?;
    walk.goto(PUBLIC).await?;
    walk.judge().await?;
    browser.follow("main a[href*='/decisions/2026-1']").await?;
    walk.says("Dès le mois de janvier").await?;
    walk.says("Un membre n’était pas d’accord").await?;
    walk.judge().await?;
    let text = browser.text().await?;
    for private in ["Personne ne vient", "Mairie réunie", "CAF réunie"] {
        ensure!(!text.contains(private), "{private}:\n{text}");
    }
    walk.goto(PUBLIC).await?;
    browser.follow("main a[href*='/reunions/']").await?;
    walk.says("la mairie").await?;
    walk.judge().await?;
    browser.find(".written h3").await?;
    ensure!(
        browser.count(".written b").await? == 0,
        "HTML that was typed"
    );
    Ok(())
}
