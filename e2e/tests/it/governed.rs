//! What follows the founding of a body: a committee meets, its minutes become a decision, the decision a roadmap; what others
//! do for it is then read where they do it, and nowhere else.

use anyhow::{Context as _, Result, ensure};

use crate::walk::Walk;

const DESK: &str = "/espace/gouvernances/gouvernance-d-essai";
const OBJECTIVE: &str = "Une imprimante par quartier";
/// The day of the demonstration, and the next one: a consultation lasts a day at least.
const DAY: &str = "2026-11-28";
const NEXT_DAY: &str = "2026-11-29";

/// A body below, its roadmap, an action of it, and the hands that it has: one writes, another decides.
struct Below {
    body: &'static str,
    roadmap: &'static str,
    action: &'static str,
    title: &'static str,
    writer: &'static str,
    lead: &'static str,
}

/// Of the demonstration: the scheme of the ESC in Rennes, the 43 communes of the métropole.
const BELOW: [Below; 2] = [
    Below {
        body: "exemple-comite-esc",
        roadmap: "exemple-feuille-de-route-esc",
        action: "019bd0e0-3507-7000-8000-000000000008",
        title: "Accompagner les habitants dans les espaces sociaux communs",
        writer: "dispositif-espaces-numeriques-en-esc",
        lead: "exemple-passeurs-du-clic",
    },
    Below {
        body: "exemple-coordination-metropole",
        roadmap: "exemple-feuille-de-route-metropole",
        action: "019bd0e0-3507-7000-8000-000000000006",
        title: "Faire tourner cinq conseillers numériques dans les communes",
        writer: "epci-243500139",
        lead: "exemple-amers-et-balises",
    },
];

/// From the body to the levels page.
pub(crate) async fn governs(walk: Walk) -> Result<()> {
    walk.comes_back("metropole-d-essai@exemple.fr").await?;
    has_a_committee(&walk).await.context("the committee")?;
    meets(&walk, DESK, (DAY, "metropole-d-essai"))
        .await
        .context("the meeting")?;
    writes_minutes(&walk).await.context("the minutes")?;
    decides(&walk, DESK).await.context("the decision")?;
    let own = writes(&walk).await.context("the roadmap")?;
    walk.comes_back("commune-d-essai@exemple.fr").await?;
    is_heard(&walk).await.context("the opinion")?;
    let walk = walk.later(&format!("{NEXT_DAY}T10:00:00+01:00"))?;
    walk.comes_back("association-d-essai@exemple.fr").await?;
    walk.goto(&own).await?;
    walk.browser.send("section.decide button.act").await?;
    walk.says("La feuille de route est validée").await?;
    let slug = own.rsplit('/').next().unwrap_or_default();
    for below in &BELOW {
        serves(&walk, below, slug).await.context(below.roadmap)?;
    }
    walk.leave().await?;
    is_read_where_it_is_done(&walk).await
}

async fn has_a_committee(walk: &Walk) -> Result<()> {
    walk.goto(&format!("{DESK}/comites")).await?;
    walk.fill("#comite-nom", "Comité de pilotage").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Comité de pilotage").await
}

/// A meeting of this morning: on an agenda, convened, held; a member was there.
async fn meets(walk: &Walk, desk: &str, (day, present): (&str, &str)) -> Result<()> {
    walk.goto(&format!("{desk}/reunions")).await?;
    walk.fill("#seance-titre", "Réunion de novembre").await?;
    walk.date("#seance-jour", day).await?;
    walk.browser.send("main form button.act").await?;
    walk.says("La réunion est prévue").await?;
    walk.fill("#point-0-titre", "Feuille de route").await?;
    walk.browser
        .send("form[action$='/ordre-du-jour'] button.act")
        .await?;
    walk.fill("#convoc-salle", "Salle 3").await?;
    for (field, hour) in [("#convoc-debut", "08:00"), ("#convoc-fin", "09:00")] {
        walk.date(field, hour).await?;
    }
    walk.browser
        .send("form[action$='/convocation'] button.act")
        .await?;
    walk.says("Les membres sont convoqués").await?;
    walk.choose(&format!("#presence-{present}"), "Présent")
        .await?;
    walk.browser
        .send("form[action$='/presences'] button.act")
        .await?;
    walk.says("Les présences sont enregistrées").await
}

async fn writes_minutes(walk: &Walk) -> Result<()> {
    walk.goto(&format!("{DESK}/decisions")).await?;
    walk.browser.follow("main a[href*='/compte-rendu']").await?;
    walk.fill("#minutes-texte", "La métropole est là.").await?;
    if walk.scripts {
        walk.says("Enregistré à").await
    } else {
        walk.browser.send("button[value='enregistrer']").await?;
        walk.says("Le compte-rendu est enregistré").await
    }
}

/// What the meeting decided.
async fn decides(walk: &Walk, desk: &str) -> Result<()> {
    walk.goto(&format!("{desk}/decisions")).await?;
    walk.browser
        .follow("main a[href*='/decisions/nouvelle']")
        .await?;
    walk.fill("#decision-titre", "Valider la feuille de route")
        .await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Décision 2026-1").await
}

/// A commune is taken away under the map, and brought back; the rest of the form stays as it was typed.
async fn picks(walk: &Walk) -> Result<()> {
    walk.fill("#carte-territoire", "Rennes Métropole").await?;
    walk.browser.send("button[name='carte']").await?;
    walk.says("332 communes").await?;
    walk.judge().await?;
    for (held, count) in [("true", "331 communes"), ("false", "332 communes")] {
        let bruz = format!("button[value='35047'][aria-pressed='{held}']");
        walk.browser.send(&bruz).await?;
        walk.says(count).await?;
    }
    let title = walk.typed("#titre").await?;
    ensure!(title == "Lire et imprimer", "{title}");
    Ok(())
}

/// A roadmap of one objective and one action, put to opinion; its address at the desk.
async fn writes(walk: &Walk) -> Result<String> {
    let browser = &walk.browser;
    walk.goto(&format!("{DESK}/feuilles-de-route")).await?;
    browser.follow("main a.act").await?;
    walk.fill("#titre", "Lire et imprimer").await?;
    walk.date("#du", "2026-01-01").await?;
    walk.date("#au", "2027-12-31").await?;
    picks(walk).await?;
    browser.send("main form button.act").await?;
    walk.says("La feuille de route est créée").await?;
    let own = browser.path().await?;
    let own = own.split('?').next().unwrap_or_default().to_owned();
    walk.goto(&format!("{own}/axes")).await?;
    walk.fill("#nouvel-axe", "Imprimer").await?;
    browser.send("button[value='suite']").await?;
    walk.says("est enregistré").await?;
    let objective = "input[name^='nouvel-objectif-']:not([type='hidden'])";
    walk.fill(objective, OBJECTIVE).await?;
    browser.send("main form button.act").await?;
    walk.says(OBJECTIVE).await?;
    browser.follow("main a[href*='/actions/']").await?;
    walk.fill("#titre", "Acheter dix imprimantes").await?;
    walk.press("input[value='diagnostic']").await?;
    walk.fill("#porteurs", "Métropole d’essai").await?;
    browser.send("main form button.act").await?;
    walk.says("Acheter dix imprimantes").await?;
    walk.goto(&own).await?;
    walk.date("#jusqu-au", "2026-11-28").await?;
    browser.send("button[value='consulter']").await?;
    walk.says("Les membres peuvent donner leur avis").await?;
    Ok(own)
}

/// A member agrees.
async fn is_heard(walk: &Walk) -> Result<()> {
    walk.goto("/espace/structures/commune-d-essai/avis").await?;
    walk.browser.follow("main ul.links a").await?;
    walk.says("Acheter dix imprimantes").await?;
    walk.press("input[value='favorable']").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Votre avis est enregistré").await
}

/// An action of a level below is linked to its objective by the form, by one hand; another adopts it by a decision.
async fn serves(walk: &Walk, below: &Below, upper: &str) -> Result<()> {
    let desk = format!("/espace/gouvernances/{}", below.body);
    let own = format!("{desk}/feuilles-de-route/{}", below.roadmap);
    let email = format!("{}@exemple.fr", below.writer);
    walk.come_in(&email, "coordinator", below.writer).await?;
    walk.goto(&own).await?;
    walk.browser
        .follow(&format!("main a[href$='/actions/{}']", below.action))
        .await?;
    walk.judge().await?;
    let link = format!("input[name='sert'][value^='{upper}/']");
    walk.press(&link).await?;
    walk.browser.send("main form button.act").await?;
    walk.says("est enregistré").await?;
    walk.says("Changements qui attendent une décision").await?;
    walk.says(OBJECTIVE).await?;
    walk.judge().await?;
    let public = format!("/feuilles-de-route/{}", below.roadmap);
    walk.goto(&public).await?;
    walk.hides(&[OBJECTIVE]).await?;
    let (email, node) = (
        format!("{}@exemple.fr", below.lead),
        format!("structure-{}", below.lead),
    );
    walk.come_in(&email, "organisation-manager", &node).await?;
    meets(walk, &desk, (NEXT_DAY, below.lead)).await?;
    decides(walk, &desk).await?;
    walk.goto(&own).await?;
    walk.browser.send("section.decide button.act").await?;
    walk.says("Les changements sont adoptés").await?;
    walk.goto(&public).await?;
    walk.says(OBJECTIVE).await
}

/// The action of the ESC at 42 cours Kennedy and not in Bruz, that of the métropole in both, neither in Vitré.
async fn is_read_where_it_is_done(walk: &Walk) -> Result<()> {
    let titles = BELOW.map(|below| below.title);
    for (place, with) in [
        ("42 cours Kennedy, Rennes", [true, true]),
        ("Bruz", [false, true]),
        ("Vitré", [false, false]),
    ] {
        let query: String = url::form_urlencoded::byte_serialize(place.as_bytes()).collect();
        walk.goto(&format!("/niveaux?adresse={query}")).await?;
        walk.judge().await?;
        let source = walk.browser.client.source().await?;
        for (title, there) in titles.into_iter().zip(with) {
            ensure!(source.contains(title) == there, "{place}: {title}");
        }
    }
    Ok(())
}
