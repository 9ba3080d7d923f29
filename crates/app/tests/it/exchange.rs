//! The governance of a territory leaves as one document and comes back the same, whatever the engine and the shape.

use std::sync::Arc;

use portulan_app::App;
use portulan_app::exchange::{End, Exchange, ExchangeError, List, Reason, Report, export, import};
use portulan_model::{Seat, TerritoryKey};
use portulan_policy::actions::Restore;
use portulan_testkit::governance::DOCUMENT;
use portulan_testkit::{Engine, PlaceBuilder, TestDatabase};
use serde_json::{Value, json};

use crate::{may, on_both_engines, open};

on_both_engines! {
    what_leaves_comes_back_the_same_in_an_empty_installation_as_json_and_as_zip
    a_second_import_changes_nothing_and_a_changed_record_is_the_only_one_that_changes
    what_is_there_is_not_moved_nor_brought_back_nor_written_over
    places_are_known_by_their_outside_id
    a_territory_leaves_with_what_stands_on_it_and_nothing_else
    levels_show_what_was_imported_and_nothing_that_is_a_draft
    the_demonstration_leaves_and_comes_back_the_same
    an_organisation_comes_with_those_that_it_is_a_part_of_and_is_no_part_of_itself
}

mod files;

/// The sample, whose place is described.
fn document() -> Value {
    let mut document: Value = serde_json::from_str(DOCUMENT).unwrap();
    let place = PlaceBuilder::new(1).build();
    document["places"][0]["record"] = serde_json::to_value(&place.record).unwrap();
    document
}

fn read(document: &Value) -> Exchange {
    Exchange::read(document.to_string().as_bytes()).unwrap()
}

async fn take(app: &App, document: &Value) -> Report {
    let report = import(app, &may::<Restore>(), &read(document))
        .await
        .unwrap();
    assert_eq!(report.total(), read(document).len());
    assert_eq!(report.total(), report.lines.len());
    report
}

async fn leave(app: &App, territory: &str) -> Exchange {
    export(app, &may(), &territory.parse().unwrap())
        .await
        .unwrap()
}

async fn empty(engine: Engine) -> (TestDatabase, Arc<App>) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    (database, app)
}

async fn what_leaves_comes_back_the_same_in_an_empty_installation_as_json_and_as_zip(
    engine: Engine,
) {
    let (_one, first) = empty(engine).await;
    let report = take(&first, &document()).await;
    let refused: Vec<_> = report.refusals().collect();
    assert!(refused.is_empty(), "{refused:?}");
    assert_eq!(report.created, report.total());
    let left = leave(&first, "departement-35").await;
    assert_eq!(left.len(), report.total());
    for bytes in [left.to_json().into_bytes(), left.to_zip().unwrap()] {
        for other in [Engine::Sqlite, Engine::Postgres] {
            let (_two, second) = empty(other).await;
            let again = Exchange::read(&bytes).unwrap();
            let report = import(&second, &may::<Restore>(), &again).await.unwrap();
            assert_eq!(
                report.created,
                report.total(),
                "{:?}",
                report.refusals().next()
            );
            let back = leave(&second, "departement-35").await;
            assert_eq!(back.to_json(), left.to_json());
            assert_eq!(back.to_zip().unwrap(), left.to_zip().unwrap());
        }
    }
}

async fn a_second_import_changes_nothing_and_a_changed_record_is_the_only_one_that_changes(
    engine: Engine,
) {
    let (_database, app) = empty(engine).await;
    let mut document = document();
    take(&app, &document).await;
    let revision = app.directory().revision;
    let again = take(&app, &document).await;
    assert_eq!(again.unchanged, again.total());
    assert_eq!(app.directory().revision, revision);
    document["bodies"][0]["name"] = json!("Un autre nom");
    let changed = take(&app, &document).await;
    assert_eq!(
        (changed.updated, changed.unchanged),
        (1, changed.total() - 1)
    );
    let levels = &app.directory().levels;
    let body = levels.body(&"gouvernance-essai".parse().unwrap()).unwrap();
    assert_eq!(body.name, "Un autre nom");
}

/// A change of one record of the sample, and what becomes of it.
type Wrong = (List, usize, fn(&mut Value), &'static str);

const WRONG: &[Wrong] = &[
    (List::Bodies, 0, |one| one["slug"] = json!("É"), "shape"),
    (
        List::Bodies,
        0,
        |one| one["seat"] = json!("commune-99999"),
        "unknown-territory",
    ),
    (
        List::Bodies,
        1,
        |one| one["seat"] = json!("grappe-nulle"),
        "unknown-seat",
    ),
    (List::Bodies, 0, |one| one["name"] = json!("  "), "blank"),
    (
        List::Bodies,
        0,
        |one| one["name"] = json!("a".repeat(501)),
        "too-long",
    ),
    (
        List::Bodies,
        0,
        |one| one["name"] = json!("a\u{0}b"),
        "signs",
    ),
    (
        List::Bodies,
        0,
        |one| one["founding"][0]["url"] = json!("javascript:alert(1)"),
        "link",
    ),
    (
        List::Bodies,
        1,
        |one| one["slug"] = json!("gouvernance-essai"),
        "twice",
    ),
    (
        List::Bodies,
        0,
        |one| one["period"] = json!({"from": "2024-01-01", "to": "2023-01-01"}),
        "shape",
    ),
    (
        List::Members,
        1,
        |one| one["who"]["body"] = json!("nulle"),
        "unknown-body",
    ),
    (
        List::Members,
        0,
        |one| one["who"]["organisation"] = json!("nulle"),
        "unknown-organisation",
    ),
    (
        List::Members,
        0,
        |one| one["who"]["organisation"] = json!("association-essai"),
        "already-there",
    ),
    (
        List::Decisions,
        0,
        |one| one["decision"] = json!("nulle/2023-1"),
        "unknown-body",
    ),
    (
        List::Roadmaps,
        0,
        |one| one["versions"][0]["number"] = json!(2),
        "disorder",
    ),
    (
        List::Roadmaps,
        0,
        |one| one["stages"][0][0] = json!("2026-01-01"),
        "disorder",
    ),
    (
        List::Calls,
        0,
        |one| one["held"]["source"] = json!("javascript:alert(1)"),
        "link",
    ),
    (
        List::Calls,
        1,
        |one| one["owner"]["body"] = json!("nulle"),
        "unknown-body",
    ),
    (
        List::Posts,
        0,
        |one| one["host"] = json!("nulle"),
        "unknown-organisation",
    ),
    (List::Posts, 0, |one| one["fte"][0][1] = json!(101), "shape"),
    (
        List::Places,
        0,
        |one| one["record"] = Value::Null,
        "unknown-place",
    ),
    (
        List::Baselines,
        0,
        |one| one["matrix"][0]["service"] = json!("fibre"),
        "outside-baseline",
    ),
    (
        List::Organisations,
        2,
        |one| one["website"] = json!("ftp://exemple.fr"),
        "link",
    ),
];

/// On one engine: what a record asks is read before storage is.
#[tokio::test(flavor = "multi_thread")]
async fn each_wrong_record_is_refused_alone_with_its_reason() {
    for (list, rank, spoil, word) in WRONG {
        let (_database, app) = empty(Engine::Sqlite).await;
        let mut document = document();
        spoil(&mut document[list.word()][*rank]);
        let report = take(&app, &document).await;
        let found = report.refusals().find(|(line, _)| line.list == *list);
        let (line, reason) = found.unwrap_or_else(|| panic!("{word}: nothing refused"));
        let rank = if *word == "already-there" {
            rank + 2
        } else {
            rank + 1
        };
        assert_eq!((reason.word(), line.rank), (*word, rank), "{reason:?}");
    }
}

async fn what_is_there_is_not_moved_nor_brought_back_nor_written_over(engine: Engine) {
    let (_database, app) = empty(engine).await;
    take(&app, &document()).await;
    let mut other = document();
    other["roadmaps"][0]["versions"][1]["on"] = json!("2023-12-15");
    other["members"][2]["departure"] = json!({"how": "declined", "reason": "non"});
    other["bodies"][0]["seat"] = json!("region-53");
    other["organisations"][0]["territory"] = json!("region-53");
    let report = take(&app, &other).await;
    let reasons: Vec<&str> = report.refusals().map(|(_, reason)| reason.word()).collect();
    assert_eq!(
        reasons,
        ["of-another", "of-another", "left", "other-version"]
    );
    assert!(matches!(
        report.lines[0].end,
        End::Refused(Reason::OfAnother)
    ));
}

async fn places_are_known_by_their_outside_id(engine: Engine) {
    let (_database, app) = empty(engine).await;
    // The same place, under an id that this installation drew.
    let mut first = document();
    let drawn = "018bcfe5-6800-7000-8000-00000000aaaa";
    first["places"][0]["id"] = json!(drawn);
    for list in [
        "schemes",
        "clusters",
        "posts",
        "meetings",
        "roadmaps",
        "baselines",
    ] {
        first[list] = json!([]);
    }
    first["decisions"] = json!([]);
    take(&app, &first).await;
    let report = take(&app, &document()).await;
    assert_eq!(report.refused, 0, "{:?}", report.refusals().next());
    let left = leave(&app, "departement-35").await.to_json();
    assert!(left.contains(drawn));
    assert!(!left.contains("018bcfe5-6800-7000-8000-000000000001"));
    let directory = app.directory();
    let place = &directory.levels.world().places[0];
    assert_eq!(place.schemes, ["esc-essai".parse().unwrap()]);
}

async fn a_territory_leaves_with_what_stands_on_it_and_nothing_else(engine: Engine) {
    let (_database, app) = empty(engine).await;
    take(&app, &document()).await;
    let slugs = |exchange: &Exchange, list: List| -> Vec<String> {
        let records = exchange.records(list).iter();
        records
            .map(|one| one["slug"].as_str().unwrap().to_owned())
            .collect()
    };
    let commune = leave(&app, "commune-35238").await;
    assert_eq!(slugs(&commune, List::Bodies), ["instance-essai"]);
    assert_eq!(slugs(&commune, List::Roadmaps), ["brouillon-essai"]);
    assert_eq!(commune.records(List::Members), [] as [Value; 0]);
    assert_eq!(commune.records(List::Sectors), [] as [Value; 0]);
    assert_eq!(commune.records(List::Posts).len(), 1);
    let country = leave(&app, "pays-fr").await;
    assert_eq!(country.len(), leave(&app, "departement-35").await.len());
    let elsewhere = leave(&app, "departement-29").await;
    assert!(elsewhere.is_empty());
    let unknown: TerritoryKey = "commune-99999".parse().unwrap();
    assert!(export(&app, &may(), &unknown).await.is_err());
}

async fn levels_show_what_was_imported_and_nothing_that_is_a_draft(engine: Engine) {
    let (_database, app) = empty(engine).await;
    take(&app, &document()).await;
    let directory = app.directory();
    let day = "2026-11-14".parse().unwrap();
    let here = directory
        .here(&"commune-35238".parse().unwrap(), day)
        .unwrap();
    let stack = directory.levels.stack(&here);
    let bodies: Vec<&str> = stack
        .levels
        .iter()
        .flat_map(|level| level.bodies.iter().map(|one| one.body.slug.as_str()))
        .collect();
    assert_eq!(bodies, ["gouvernance-essai"]);
    let actions = stack.levels.iter().map(|level| level.actions.len());
    assert_eq!(actions.sum::<usize>(), 1);
    let seat: Seat = "dispositif-esc-essai".parse().unwrap();
    assert_eq!(directory.levels.bodies_of(&seat).count(), 1);
    let public = portulan_app::exchange::public(&directory, &"pays-fr".parse().unwrap(), day);
    let public = public.unwrap().unwrap().to_json();
    for hidden in [
        "Axe secret",
        "Prochaine séance",
        "Pas de budget",
        "Trop court",
        "take-part",
    ] {
        assert!(document().to_string().contains(hidden), "{hidden}");
        assert!(!public.contains(hidden), "{hidden}");
    }
    for shown in [
        "Nommer les coporteurs",
        "est \\\"d’accord",
        "Ouvrir un atelier",
        "Wifi",
    ] {
        assert!(public.contains(shown), "{shown}");
    }
    assert!(
        directory
            .here(&"commune-99999".parse().unwrap(), day)
            .is_none()
    );
    let commune = "35238".parse().unwrap();
    let at = directory.here_at(&commune, None, day).unwrap();
    assert_eq!(at.area.to_string(), "35238");
    let whole = directory
        .here(&"epci-243500139".parse().unwrap(), day)
        .unwrap();
    assert_eq!(whole.area.communes().len(), 43);
    let maurepas = "quartier-rennes-maurepas".parse().unwrap();
    let small = directory.here(&maurepas, day).unwrap();
    assert_eq!(small.area.to_string(), "quartier-rennes-maurepas@35238");
    assert!(small.chain.contains(&"pays-fr".parse().unwrap()));
}

async fn the_demonstration_leaves_and_comes_back_the_same(engine: Engine) {
    let (_one, first) = empty(engine).await;
    portulan_app::demonstration::load(&first, &may())
        .await
        .unwrap();
    let left = leave(&first, "pays-fr").await;
    assert!(left.len() > 80);
    let report = import(&first, &may::<Restore>(), &left).await.unwrap();
    let refused: Vec<_> = report.refusals().collect();
    assert!(refused.is_empty(), "{refused:?}");
    assert_eq!(report.unchanged, report.total());
    let (_two, second) = empty(engine).await;
    let again = Exchange::read(&left.to_zip().unwrap()).unwrap();
    let report = import(&second, &may::<Restore>(), &again).await.unwrap();
    assert_eq!(report.created, left.len(), "{:?}", report.refusals().next());
    assert_eq!(leave(&second, "pays-fr").await.to_json(), left.to_json());
}

#[test]
fn a_document_that_is_none_is_refused() {
    let refused = |bytes: &[u8]| Exchange::read(bytes).unwrap_err();
    let with = |name: &str, value: Value| {
        let mut document = document();
        document[name] = value;
        refused(document.to_string().as_bytes())
    };
    assert!(matches!(
        refused(b""),
        ExchangeError::NotJson { line: 1, .. }
    ));
    assert!(matches!(
        refused(&b"[".repeat(100_000)),
        ExchangeError::NotJson { .. }
    ));
    assert!(matches!(refused(b"PK\x03\x04"), ExchangeError::Archive(_)));
    assert_eq!(refused(b"[]"), ExchangeError::NotThis);
    assert_eq!(refused(b"{}"), ExchangeError::NotThis);
    assert_eq!(with("version", json!(2)), ExchangeError::Version(2));
    assert_eq!(
        with("territory", json!("rennes")),
        ExchangeError::NoTerritory
    );
    assert_eq!(with("bodies", json!({})), ExchangeError::NotAList("bodies"));
    assert_eq!(
        with("people", json!([])),
        ExchangeError::UnknownList("people".to_owned())
    );
    let many = vec![json!(0); Exchange::MOST + 1];
    assert_eq!(
        with("posts", json!(many)),
        ExchangeError::TooMany(Exchange::MOST)
    );
}

async fn an_organisation_comes_with_those_that_it_is_a_part_of_and_is_no_part_of_itself(
    engine: Engine,
) {
    let (_database, app) = empty(engine).await;
    take(&app, &document()).await;
    let left = leave(&app, "commune-35238").await;
    let parents: Vec<&Value> = left.records(List::Organisations).iter().collect();
    let named = |slug: &str| parents.iter().any(|one| one["slug"] == slug);
    assert!(named("reseau-essai"), "nothing else names it: {parents:?}");
    let mut other = document();
    other["organisations"][3]["parent"] = json!("association-essai");
    let report = take(&app, &other).await;
    let reasons: Vec<&str> = report.refusals().map(|(_, reason)| reason.word()).collect();
    assert_eq!(reasons, ["circle"]);
    other["organisations"][3]["parent"] = json!("nulle-part");
    let report = take(&app, &other).await;
    let reasons: Vec<&str> = report.refusals().map(|(_, reason)| reason.word()).collect();
    assert_eq!(reasons, ["unknown-organisation"]);
    let (_empty, app) = empty_with_a_circle(engine, &mut other).await;
    assert_eq!(app.directory().organisations.iter().count(), 2);
}

/// An installation that was given a document of which two organisations are parts of each other.
async fn empty_with_a_circle(engine: Engine, document: &mut Value) -> (TestDatabase, Arc<App>) {
    let (database, app) = empty(engine).await;
    document["organisations"][3]["parent"] = json!("association-essai");
    let report = take(&app, document).await;
    let refused = report.refusals();
    let refused = refused.filter(|(line, _)| line.list == List::Organisations);
    assert_eq!(
        refused.count(),
        2,
        "neither is known when the other is read"
    );
    (database, app)
}
