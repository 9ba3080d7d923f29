//! What the level above keeps of a body: its note, who is behind the functions, committees that begin and end. Those who follow
//! the body read it again; its members and visitors find it in no page, and its addresses are closed to them.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    what_is_kept_of_a_body_is_read_by_those_who_follow_it_alone
}

const BODY: &str = "/gouvernances/exemple-gouvernance-ille-et-vilaine";
const DESK: &str = "/espace/gouvernances/exemple-gouvernance-ille-et-vilaine";
const NOTE: &str = "Personne ne répond depuis le printemps.";
const DIFFICULTY: &str = "La présidence est vacante.";
const NAME: &str = "Dominique Anonyme";
const COMMITTEE: &str = "Comité des horaires";
const LEVEL: &str = "departement-35";
/// Other pages and exports that tell of the body, or of those who answer for it.
const ELSEWHERE: [&str; 9] = [
    "/gouvernances",
    "/niveaux/departement-35",
    "/niveaux/commune-35238",
    "/ecosysteme?territoire=departement-35",
    "/territoires/departement-35",
    "/structures/prefecture-d-ille-et-vilaine",
    "/api/v1/gouvernance/departement-35",
    "/espace",
    "/espace/gouvernances",
];
/// Fewer pages than that, and nothing was looked for.
const LEAST_PAGES: usize = 20;

async fn what_is_kept_of_a_body_is_read_by_those_who_follow_it_alone(engine: Engine) -> Result<()> {
    for scripts in WAYS {
        let walk = Walk::begin(engine, scripts).await?;
        let told = || format!("scripts: {scripts}");
        journey(&walk).await.with_context(told)?;
    }
    Ok(())
}

async fn journey(walk: &Walk) -> Result<()> {
    walk.come_in("referente@exemple.fr", "referent", LEVEL)
        .await?;
    is_noted(walk).await.context("the note")?;
    is_named(walk).await.context("the name")?;
    has_a_committee(walk).await.context("the committee")?;
    walk.come_in("suite@exemple.fr", "referent", LEVEL).await?;
    is_read_again(walk).await.context("another référent")?;
    for organisation in ["exemple-amers-et-balises", "exemple-passeurs-du-clic"] {
        let (email, node) = (
            format!("{organisation}@exemple.fr"),
            format!("structure-{organisation}"),
        );
        walk.come_in(&email, "organisation-manager", &node).await?;
        knows_nothing(walk, "Aucun de vos rôles ne le permet")
            .await
            .context(organisation)?;
    }
    only_reads(walk).await?;
    walk.leave().await?;
    walk.goto("/").await?;
    knows_nothing(walk, "Cette page est réservée")
        .await
        .context("a visitor")
}

/// A note is written, refused where it says only what is difficult, saved, and found again.
async fn is_noted(walk: &Walk) -> Result<()> {
    walk.goto(DESK).await?;
    walk.browser.follow("main a[href$='/suivi']").await?;
    walk.judge().await?;
    walk.fill("#suivi-difficulte", DIFFICULTY).await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Dites d’abord comment ça se passe").await?;
    let kept = walk.typed("#suivi-difficulte").await?;
    ensure!(kept == DIFFICULTY, "{kept}");
    walk.judge().await?;
    walk.fill("#suivi-note", NOTE).await?;
    walk.browser.send("main form button.act").await?;
    walk.says("C’est enregistré").await?;
    walk.says("Note écrite le samedi 28 novembre 2026").await?;
    walk.judge().await
}

/// A name is given to a function until a day.
async fn is_named(walk: &Walk) -> Result<()> {
    walk.browser.follow("main a[href$='/noms']").await?;
    walk.says("Aucun nom n’est donné").await?;
    walk.judge().await?;
    walk.fill("#noms-nom", NAME).await?;
    walk.date("#noms-jusque", "2026-11-01").await?;
    walk.browser.send("main form.edit-form button.act").await?;
    walk.says("Cette date est passée").await?;
    walk.judge().await?;
    walk.date("#noms-jusque", "2027-06-30").await?;
    walk.browser.send("main form.edit-form button.act").await?;
    walk.says("C’est enregistré").await?;
    walk.says(NAME).await?;
    walk.says("Coordination départementale").await?;
    walk.judge().await
}

/// A committee begins, and ends.
async fn has_a_committee(walk: &Walk) -> Result<()> {
    let browser = &walk.browser;
    walk.goto(DESK).await?;
    browser.follow("main a[href$='/comites']").await?;
    browser.send("main form button.act").await?;
    ensure!(
        browser.count("#comite-nom-faux").await? == 1,
        "a committee has a name"
    );
    walk.judge().await?;
    walk.fill("#comite-nom", COMMITTEE).await?;
    walk.choose("#comite-rythme", "chaque mois").await?;
    browser.send("main form button.act").await?;
    walk.says(COMMITTEE).await?;
    let lines = browser
        .client
        .find_all(fantoccini::Locator::Css("main ul.links a"))
        .await?;
    let mut address = None;
    for line in lines {
        if line.text().await? == COMMITTEE {
            address = line.attr("href").await?;
        }
    }
    let address = address.context("its line")?;
    browser.follow(&format!("main a[href='{address}']")).await?;
    walk.judge().await?;
    browser.send("form[action$='/fin'] button").await?;
    walk.says("Écrivez une date").await?;
    walk.judge().await?;
    walk.date("#comite-fin", "2026-11-27").await?;
    browser.send("form[action$='/fin'] button").await?;
    walk.says("Comités terminés").await?;
    walk.judge().await?;
    walk.goto(&address).await?;
    walk.says("Ce comité est terminé depuis le vendredi 27 novembre 2026")
        .await?;
    let again = browser.count("form[action$='/fin']").await?;
    ensure!(again == 0, "it ends once");
    walk.judge().await
}

/// Whoever follows the body after them reads both.
async fn is_read_again(walk: &Walk) -> Result<()> {
    walk.goto(&format!("{DESK}/suivi")).await?;
    for (field, held) in [("#suivi-note", NOTE), ("#suivi-difficulte", DIFFICULTY)] {
        let text = walk.typed(field).await?;
        ensure!(text == held, "{field}: {text}");
    }
    walk.says(NAME).await?;
    for path in ["suivi", "noms"] {
        let page = walk.fetch(&format!("{DESK}/{path}")).await?;
        ensure!(page.text.contains(NAME), "{path}");
    }
    Ok(())
}

/// The addresses in the links of a page.
fn links(html: &str) -> impl Iterator<Item = String> {
    let all = html.split("href=\"/").skip(1);
    all.filter_map(|rest| {
        let link = rest.split(['"', '#', '&']).next()?;
        Some(format!("/{link}"))
    })
}

/// None of it is in what they may open, and its own addresses are closed.
async fn knows_nothing(walk: &Walk, refusal: &str) -> Result<()> {
    let mut pages: BTreeSet<String> = ELSEWHERE.map(str::to_owned).into();
    for from in [BODY, DESK] {
        pages.insert(from.to_owned());
        pages.extend(links(&walk.fetch(from).await?.text));
    }
    ensure!(pages.len() >= LEAST_PAGES, "{pages:?}");
    let closed = ["suivi", "noms"].map(|part| format!("{DESK}/{part}"));
    for path in pages.iter().chain(&closed) {
        let answer = walk.fetch(path).await?;
        for private in [NOTE, DIFFICULTY, NAME] {
            ensure!(!answer.text.contains(private), "{private:?} on {path}");
        }
        let open = answer.status.is_success();
        ensure!(!open || !closed.contains(path), "{path} is open");
        ensure!(!pages.iter().any(|one| closed.contains(one)), "a way");
    }
    for path in &closed {
        walk.goto(path).await?;
        walk.says(refusal).await?;
        walk.judge().await?;
    }
    Ok(())
}

/// A member that does not lead reads the committees, and changes none.
async fn only_reads(walk: &Walk) -> Result<()> {
    walk.goto(&format!("{DESK}/comites")).await?;
    walk.says(COMMITTEE).await?;
    let ways = walk.browser.count("main ul.links a, main form").await?;
    ensure!(ways == 0, "{ways} ways to change one");
    walk.judge().await
}
