//! Levels of typed worlds, over the demonstration's territories and places.

mod worlds;

use std::sync::Arc;

use axum::http::HeaderMap;
use portulan_levels::Levels;
use portulan_model::{Area, TerritoryKey};

use super::facts::Around;
use super::view::{Asked, LevelView};
use crate::pages::tests::Site;
use crate::pages::visit::Visit;
use crate::state::{AppState, Settings};
use worlds::{key, today};

fn visit(site: &Site) -> Visit {
    let state = AppState::new(Arc::clone(&site.app), Settings::default());
    Visit::new(
        &state,
        &HeaderMap::new(),
        "/niveaux/commune-35238",
        "langue=fr",
    )
}

/// The levels of a territory in a world.
fn of(site: &Site, levels: &Levels, territory: &str, desk: bool) -> Vec<LevelView> {
    let visit = visit(site);
    let territory: TerritoryKey = key(territory);
    let here = visit.directory.here(&territory, today()).unwrap();
    let asked = Asked {
        visit: &visit,
        levels,
        tells_missing: desk,
    };
    let around = Around {
        territory: &territory,
        position: None,
        day: today(),
    };
    asked.of(&here, around)
}

fn level<'a>(levels: &'a [LevelView], id: &str) -> &'a LevelView {
    levels.iter().find(|level| level.id == id).unwrap()
}

/// The lines of a fact, with what is said after each.
fn lines(level: &LevelView, name: &str) -> Vec<String> {
    let fact = level.facts.iter().find(|fact| fact.base == name);
    let lines = fact.into_iter().flat_map(|fact| &fact.lines);
    lines
        .map(|line| match line.note.as_str() {
            "" => line.words.clone(),
            note => format!("{} ({note})", line.words),
        })
        .collect()
}

#[tokio::test]
async fn each_level_says_who_leads_whom_to_write_to_and_what_is_done_here() {
    let site = Site::open().await;
    let levels = Levels::new(worlds::rennes());
    let shown = of(&site, &levels, "commune-35238", false);
    let ids: Vec<&str> = shown.iter().map(|level| level.id).collect();
    assert_eq!(
        ids,
        [
            "etat",
            "region",
            "departement",
            "epci",
            "commune",
            "quartier"
        ]
    );
    let department = level(&shown, "departement");
    assert_eq!(
        (department.name.as_str(), department.territory.as_str()),
        ("Département", "Ille-et-Vilaine")
    );
    assert_eq!(department.title, "Gouvernance départementale");
    assert_eq!(lines(department, "Contact")[0], "référente, prefecture");
    assert_eq!(lines(department, "Porté par"), ["Rennes Métropole"]);
    assert_eq!(lines(department, "Qui participe"), ["1 organisation"]);
    assert_eq!(
        lines(department, "Feuille de route"),
        ["fdr-35 (2023–2026)"]
    );
    assert_eq!(lines(department, "Ce qui se fait ici"), ["Action 1"]);
    let metropole = level(&shown, "epci");
    assert_eq!(metropole.name, "Métropole");
    let team = lines(metropole, "Équipe");
    assert_eq!(team, ["1 poste de conseiller numérique (hote)"]);
    assert!(level(&shown, "commune").is_here);
}

#[tokio::test]
async fn what_is_not_known_is_said_so_to_everybody_and_is_a_task_for_those_who_coordinate() {
    let site = Site::open().await;
    let levels = Levels::new(worlds::rennes());
    let everybody = of(&site, &levels, "commune-35238", false);
    let state = level(&everybody, "etat");
    assert_eq!(
        (state.title.as_str(), state.led),
        ("Pilotage non communiqué", false)
    );
    assert!(everybody.iter().all(|level| level.missing.is_empty()));
    let meeting = lines(level(&everybody, "departement"), "Prochaine rencontre");
    assert_eq!(meeting, ["non communiqué"]);
    let desk = of(&site, &levels, "commune-35238", true);
    let told: Vec<&str> = level(&desk, "etat")
        .missing
        .iter()
        .map(|one| one.words.as_str())
        .collect();
    assert_eq!(told, ["Aucune gouvernance n’est connue à ce niveau."]);
    let gap = &level(&desk, "departement").missing[0];
    assert!(
        gap.words.contains("pas de rencontre à venir"),
        "{}",
        gap.words
    );
    let step = gap.step.as_ref().unwrap();
    assert!(
        step.address
            .starts_with("/espace/gouvernances/ille-et-vilaine")
    );
}

#[tokio::test]
async fn residents_meet_no_word_of_the_trade() {
    let site = Site::open().await;
    let levels = Levels::new(worlds::rennes());
    let shown = format!("{:?}", of(&site, &levels, "commune-35238", false));
    let words = portulan_i18n::Words::new(portulan_i18n::Lang::Fr);
    let lead = words.get("levels-lead");
    for word in ["rappe", "socle", "ecouvrement", "instrui"] {
        assert!(
            !shown.replace("/grappes/", "").contains(word),
            "{word}: {shown}"
        );
        assert!(!lead.contains(word));
    }
}

#[tokio::test]
async fn a_post_never_says_who_holds_it_and_posts_of_one_host_are_told_together() {
    let site = Site::open().await;
    let mut world = worlds::rennes();
    world.posts.push(worlds::post(2, "epci-243500139", "35238"));
    let levels = Levels::new(world);
    let shown = of(&site, &levels, "commune-35238", false);
    let team = lines(level(&shown, "epci"), "Équipe");
    assert_eq!(team, ["2 postes de conseiller numérique (hote)"]);
}

#[tokio::test]
async fn a_long_list_is_cut_counted_and_leads_on_and_six_full_levels_stay_light() {
    let site = Site::open().await;
    let levels = Levels::new(worlds::full());
    let shown = of(&site, &levels, "commune-35238", false);
    let actions = |level: &LevelView| {
        let found = level
            .facts
            .iter()
            .find(|fact| fact.base == "Ce qui se fait ici");
        let fact = found.unwrap();
        let more = fact.more.as_ref().unwrap();
        assert!(
            more.address
                .as_deref()
                .unwrap()
                .starts_with("/feuilles-de-route/")
        );
        assert_eq!(fact.name, "Ce qui se fait ici (40)");
        fact.lines.len()
    };
    let all: usize = shown.iter().take(5).map(actions).sum();
    assert_eq!(all, 15, "the page shares its lines among levels");
    let elements: usize = shown.iter().map(weight).sum();
    assert!(elements <= 320, "{elements} elements");
}

/// Elements of a level: those of its frame, then one for each name and two for each line.
fn weight(level: &LevelView) -> usize {
    let of = |facts: &[super::lines::Fact]| -> usize {
        let one = |fact: &super::lines::Fact| {
            1 + 2 * (fact.lines.len() + usize::from(fact.more.is_some()))
        };
        facts.iter().map(one).sum()
    };
    let others = level.others.iter().map(|other| 3 + of(&other.facts));
    8 + of(&level.facts) + others.sum::<usize>()
}

#[tokio::test]
async fn the_levels_are_those_of_the_day_that_is_asked() {
    let site = Site::open().await;
    let levels = Levels::new(worlds::rennes());
    let visit = visit(&site);
    let territory = key("commune-35238");
    let asked = Asked {
        visit: &visit,
        levels: &levels,
        tells_missing: false,
    };
    let plan = |day: &str| {
        let day = day.parse().unwrap();
        let here = visit.directory.here(&territory, day).unwrap();
        let around = Around {
            territory: &territory,
            position: None,
            day,
        };
        lines(
            level(&asked.of(&here, around), "departement"),
            "Feuille de route",
        )
    };
    assert_eq!(plan("2023-11-15"), ["fdr-35 (en consultation)"]);
    assert_eq!(plan("2024-01-15"), ["fdr-35 (2023–2026)"]);
    assert_eq!(plan("2027-01-15"), ["non communiqué"]);
}

#[test]
fn an_area_of_a_test_is_what_it_says() {
    let area: Area = worlds::METROPOLE.parse().unwrap();
    assert!(area.covers("35238".parse().unwrap()));
}
