//! What follows the founding of a body: a committee meets, its minutes become a decision, the decision a roadmap; what others
//! do for it is then read where they do it, and nowhere else.

use anyhow::{Context as _, Result, ensure};
use portulan_model::roadmaps::Roadmap;
use serde_json::{Value, json};

use crate::accounts::path_of;
use crate::stored::{change, noticed, store};
use crate::walk::Walk;

const DESK: &str = "/espace/gouvernances/gouvernance-d-essai";
const OBJECTIVE: &str = "Une imprimante par quartier";
/// Roadmaps of the demonstration, and an action of each: of the scheme of the ESC in Rennes, of the 43 communes of the
/// métropole.
const BELOW: [(&str, &str); 2] = [
    (
        "exemple-feuille-de-route-esc",
        "Accompagner les habitants dans les espaces sociaux communs",
    ),
    (
        "exemple-feuille-de-route-metropole",
        "Faire tourner cinq conseillers numériques dans les communes",
    ),
];

/// From the body to the levels page.
pub(crate) async fn governs(walk: &Walk) -> Result<()> {
    comes_back(walk, "metropole-d-essai").await?;
    meets(walk).await.context("the meeting")?;
    decides(walk).await.context("the decision")?;
    let own = writes(walk).await.context("the roadmap")?;
    comes_back(walk, "commune-d-essai").await?;
    is_heard(walk).await.context("the opinion")?;
    consultation_ends(walk, &own).await?;
    comes_back(walk, "association-d-essai").await?;
    walk.goto(&own).await?;
    walk.browser.send("section.decide button.act").await?;
    walk.says("La feuille de route est validée").await?;
    is_served(walk, &own).await?;
    walk.browser.forget().await?;
    is_read_where_it_is_done(walk).await
}

/// Signs in again, by a link.
async fn comes_back(walk: &Walk, organisation: &str) -> Result<()> {
    let email = format!("{organisation}@exemple.fr");
    let link = walk.site().run(&["user", "link", &email])?;
    walk.browser.forget().await?;
    walk.goto(&path_of(&link)?).await?;
    walk.browser.send("main form button").await
}

/// A committee, and its meeting of this morning: on an agenda, convened, held.
async fn meets(walk: &Walk) -> Result<()> {
    walk.goto(&format!("{DESK}/comites")).await?;
    walk.fill("#comite-nom", "Comité de pilotage").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Comité de pilotage").await?;
    walk.goto(&format!("{DESK}/reunions")).await?;
    walk.fill("#seance-titre", "Réunion de novembre").await?;
    walk.date("#seance-jour", "2026-11-28").await?;
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
    let presence = walk.browser.reach("#presence-metropole-d-essai").await?;
    presence.send_keys("Présent").await?;
    walk.browser
        .send("form[action$='/presences'] button.act")
        .await?;
    walk.says("Les présences sont enregistrées").await
}

/// Its minutes, and what it decided.
async fn decides(walk: &Walk) -> Result<()> {
    walk.goto(&format!("{DESK}/decisions")).await?;
    walk.browser.follow("main a[href*='/compte-rendu']").await?;
    walk.fill("#minutes-texte", "La métropole est là.").await?;
    if walk.scripts {
        walk.says("Enregistré à").await?;
    } else {
        walk.browser.send("button[value='enregistrer']").await?;
        walk.says("Le compte-rendu est enregistré").await?;
    }
    walk.goto(&format!("{DESK}/decisions")).await?;
    walk.browser
        .follow("main a[href*='/decisions/nouvelle']")
        .await?;
    walk.fill("#decision-titre", "Valider la feuille de route")
        .await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Décision 2026-1").await
}

/// A roadmap of one objective and one action, put to opinion; its address at the desk.
async fn writes(walk: &Walk) -> Result<String> {
    let browser = &walk.browser;
    walk.goto(&format!("{DESK}/feuilles-de-route")).await?;
    browser.follow("main a.act").await?;
    walk.fill("#titre", "Lire et imprimer").await?;
    walk.date("#du", "2026-01-01").await?;
    walk.date("#au", "2027-12-31").await?;
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

/// A roadmap as it is kept.
async fn kept(walk: &Walk, slug: &str) -> Result<Value> {
    let found = store(walk)
        .await?
        .kept_one::<Roadmap>(&slug.parse()?)
        .await?;
    Ok(serde_json::to_value(found.context("no such roadmap")?)?)
}

/// Time passes: a consultation lasts a day at least.
async fn consultation_ends(walk: &Walk, own: &str) -> Result<()> {
    let slug = own.rsplit('/').next().unwrap_or_default();
    let mut roadmap = kept(walk, slug).await?;
    for (part, before) in [
        (
            "period",
            json!({ "from": "2026-11-01", "to": "2026-11-27" }),
        ),
        ("opinions/0/on", json!("2026-11-20")),
    ] {
        let kept = roadmap.pointer_mut(&format!("/state/consultation/{part}"));
        *kept.with_context(|| part.to_owned())? = before;
    }
    change::<Roadmap>(&store(walk).await?, roadmap).await?;
    noticed().await;
    Ok(())
}

/// Actions of two levels below serve its objective.
async fn is_served(walk: &Walk, own: &str) -> Result<()> {
    let slug = own.rsplit('/').next().unwrap_or_default();
    let upper = kept(walk, slug).await?;
    let objective = upper.pointer("/content/0/objectives/0/id");
    let link = json!({ "roadmap": slug, "objective": objective.context("an objective")? });
    for (slug, title) in BELOW {
        let mut below = kept(walk, slug).await?;
        let linked = serve(&mut below, title, &link);
        ensure!(linked > 0, "no action {title} in {slug}");
        change::<Roadmap>(&store(walk).await?, below).await?;
    }
    noticed().await;
    Ok(())
}

/// Links the action of a title, wherever it is kept; how many times.
fn serve(value: &mut Value, title: &str, link: &Value) -> usize {
    match value {
        Value::Array(all) => all.iter_mut().map(|one| serve(one, title, link)).sum(),
        Value::Object(fields) => {
            let is_it = fields.get("title").is_some_and(|one| one == title);
            if is_it && fields.contains_key("needs") {
                let all = fields.entry("serves").or_insert_with(|| json!([]));
                all.as_array_mut()
                    .into_iter()
                    .for_each(|all| all.push(link.clone()));
                return 1;
            }
            fields.values_mut().map(|one| serve(one, title, link)).sum()
        }
        _ => 0,
    }
}

/// The action of the ESC at 42 cours Kennedy and not in Bruz, that of the métropole in both, neither in Vitré.
async fn is_read_where_it_is_done(walk: &Walk) -> Result<()> {
    let [(roadmap, esc), (_, metropole)] = BELOW;
    for (place, with) in [
        ("42 cours Kennedy, Rennes", [true, true]),
        ("Bruz", [false, true]),
        ("Vitré", [false, false]),
    ] {
        let query: String = url::form_urlencoded::byte_serialize(place.as_bytes()).collect();
        walk.goto(&format!("/niveaux?adresse={query}")).await?;
        walk.judge().await?;
        let source = walk.browser.client.source().await?;
        for (title, there) in [esc, metropole].into_iter().zip(with) {
            ensure!(source.contains(title) == there, "{place}: {title}");
        }
    }
    walk.goto(&format!("/feuilles-de-route/{roadmap}")).await?;
    walk.says(OBJECTIVE).await
}
