//! A run adds up, twice is once, too much waits, and whatever a person corrected stays.

use std::io::Cursor;
use std::sync::Arc;
use std::time::Duration;

use portulan_app::harvest::{self, Given};
use portulan_app::merging::{self, Wish};
use portulan_app::{App, Error, import, sources};
use portulan_model::Place;
use portulan_model::harvest::{
    ChangeKind, Mapping, Progress, Run, RunFailure, RunState, Schedule, Source, SourceKind,
};
use portulan_model::journal::Deed;
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, on_both_engines, open};

on_both_engines! {
    the_same_file_twice_changes_nothing
    a_run_that_would_delete_more_than_the_share_is_quarantined_and_changes_nothing
    a_quarantined_run_is_taken_in_when_a_person_says_so_and_forgotten_when_not
    a_run_that_waits_is_not_taken_in_over_a_later_one
    every_row_ends_in_one_box_and_the_difference_says_what_changed
    a_mapping_makes_places_of_any_list
    a_new_harvest_reaches_a_merged_place_and_undoing_gives_the_new_value
    a_file_that_is_nothing_known_fails_and_leaves_nothing
    a_silent_run_is_ended_and_the_source_is_free_again
    a_run_is_over_once_its_places_were_compared_with_those_of_others
}

const HEADER: &str = "id,nom,commune,code_postal,adresse,date_maj";

pub(crate) fn list(names: &[(usize, &str)]) -> String {
    let rows = names
        .iter()
        .map(|(id, name)| format!("{id},{name},Rennes,35000,{id} rue de l'Essai,2026-01-01\n"));
    format!("{HEADER}\n{}", rows.collect::<String>())
}

pub(crate) fn ten() -> Vec<(usize, &'static str)> {
    (1..=10).map(|id| (id, "Lieu")).collect()
}

pub(crate) async fn source(app: &App, mapping: Mapping) {
    let source = Source {
        slug: "essai".parse().unwrap(),
        name: "Essai".to_owned(),
        kind: SourceKind::Upload,
        mapping,
        schedule: Schedule::None,
        owner: "departement-35".parse().unwrap(),
        licence: "Licence Ouverte 2.0".to_owned(),
        trust: Source::DEFAULT_TRUST.try_into().unwrap(),
        limit: Source::DEFAULT_LIMIT.try_into().unwrap(),
    };
    sources::put(app, &may(), &source, "essai").await.unwrap();
}

pub(crate) async fn take(app: &Arc<App>, text: &str) -> Run {
    let given = Given {
        name: "essai.csv".to_owned(),
        reader: Box::new(Cursor::new(text.to_owned().into_bytes())),
        etag: None,
    };
    let id = harvest::start(app, may(), &"essai".parse().unwrap(), given)
        .await
        .unwrap();
    for _ in 0..2_000 {
        let run = harvest::run(app, &may(), id).await.unwrap();
        if !matches!(run.state, RunState::Running(_)) {
            app.refresh().await.unwrap();
            return run;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the run does not end");
}

pub(crate) fn shown(app: &App) -> Vec<Place> {
    let directory = app.directory();
    let mut places: Vec<Place> = directory
        .snapshot
        .places()
        .iter()
        .map(|place| Place::clone(place))
        .collect();
    places.sort_by_key(|place| place.record.external.id.clone());
    places.sort_by_key(|place| place.record.external.id.len());
    places
}

async fn the_same_file_twice_changes_nothing(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    source(&app, Mapping::None).await;
    let first = take(&app, &list(&ten())).await;
    assert_eq!((first.state.slug(), first.counts.created), ("done", 10));
    let (before, revision) = (shown(&app), app.directory().revision);
    let again = take(&app, &list(&ten())).await;
    assert_eq!(again.state, RunState::NothingNew);
    let spaced = take(&app, &format!("{}\n", list(&ten()))).await;
    assert_eq!((spaced.state.slug(), spaced.counts.unchanged), ("done", 10));
    assert_eq!(shown(&app), before);
    assert_eq!(app.directory().revision, revision);
}

async fn a_run_that_would_delete_more_than_the_share_is_quarantined_and_changes_nothing(
    engine: Engine,
) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    source(&app, Mapping::None).await;
    take(&app, &list(&ten())).await;
    let fifth = take(&app, &list(&ten()[..8])).await;
    assert_eq!((fifth.state.slug(), fifth.counts.gone), ("done", 2));
    let before = shown(&app);
    assert_eq!(before.len(), 8, "what is gone is not shown");
    let more = take(&app, &list(&ten()[..5])).await;
    assert_eq!(more.state, RunState::Quarantined);
    assert_eq!((more.counts.gone, more.before), (3, 8));
    assert!(more.counts.adds_up());
    assert_eq!(shown(&app), before);
}

async fn a_quarantined_run_is_taken_in_when_a_person_says_so_and_forgotten_when_not(
    engine: Engine,
) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    source(&app, Mapping::None).await;
    take(&app, &list(&ten())).await;
    let renamed: Vec<(usize, &str)> = (1..=10).map(|id| (id, "Autre nom")).collect();
    let waiting = take(&app, &list(&renamed)).await;
    assert_eq!(
        (waiting.state.slug(), waiting.counts.updated),
        ("quarantined", 10)
    );
    harvest::abandon(&app, &may(), waiting.id, "une erreur")
        .await
        .unwrap();
    assert!(
        harvest::approve(&app, &may(), waiting.id, "si")
            .await
            .is_err()
    );
    assert!(shown(&app).iter().all(|place| place.record.name == "Lieu"));
    let waiting = take(&app, &list(&renamed)).await;
    let taken = harvest::approve(&app, &may(), waiting.id, "bien")
        .await
        .unwrap();
    assert_eq!((taken.state.slug(), taken.counts.updated), ("approved", 10));
    assert!(
        shown(&app)
            .iter()
            .all(|place| place.record.name == "Autre nom")
    );
    assert!(
        harvest::approve(&app, &may(), waiting.id, "encore")
            .await
            .is_err()
    );
}

async fn a_run_that_waits_is_not_taken_in_over_a_later_one(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    source(&app, Mapping::None).await;
    take(&app, &list(&ten())).await;
    let older = take(&app, &list(&ten()[..5])).await;
    assert_eq!(older.state, RunState::Quarantined);
    let mut newer = ten();
    newer[6].1 = "Plus récent";
    let later = take(&app, &list(&newer)).await;
    assert_eq!((later.state.slug(), later.counts.updated), ("done", 1));
    let refused = harvest::approve(&app, &may(), older.id, "trop tard").await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    assert_eq!(shown(&app).len(), 10);
    assert_eq!(shown(&app)[6].record.name, "Plus récent");
    let waits = harvest::run(&app, &may(), older.id).await.unwrap();
    assert_eq!(waits.state, RunState::Quarantined);
    harvest::abandon(&app, &may(), older.id, "trop tard")
        .await
        .unwrap();
}

async fn every_row_ends_in_one_box_and_the_difference_says_what_changed(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    source(&app, Mapping::None).await;
    take(&app, &list(&ten())).await;
    let mut next = ten();
    next[0].1 = "Renommé";
    next.remove(9);
    next.extend([(11, "Nouveau"), (12, "")]);
    let run = take(&app, &list(&next)).await;
    let counts = run.counts;
    assert!(counts.adds_up(), "{counts:?}");
    assert_eq!(
        (
            counts.rows,
            counts.created,
            counts.updated,
            counts.unchanged,
            counts.rejected,
            counts.gone
        ),
        (11, 1, 1, 8, 1, 1)
    );
    let diff = harvest::diff(&app, &may(), run.id, 0).await.unwrap();
    let kinds: Vec<ChangeKind> = diff.iter().map(|change| change.kind).collect();
    assert_eq!(
        kinds,
        [ChangeKind::Changed, ChangeKind::New, ChangeKind::Gone]
    );
    assert_eq!(diff[0].fields.len(), 1);
    assert_eq!(diff[0].fields[0].after, "\"Renommé\"");
    let report = harvest::report(&app, &may(), run.id, 0).await.unwrap();
    assert!(report.iter().any(|line| line.rule == "row-no-name"));
    assert_eq!(report.len(), counts.lines.iter().sum::<usize>());
}

async fn a_mapping_makes_places_of_any_list(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let mapping = r#"{"id":{"colonne":"Numéro"},"nom":{"colonne":"Intitulé"},"commune":{"colonne":"Ville"},"code_postal":{"colonne":"CP"}}"#;
    source(&app, Mapping::National(mapping.to_owned())).await;
    let run = take(
        &app,
        "Numéro,Intitulé,Ville,CP\n7,Maison,Rennes,35000\n,,,\n",
    )
    .await;
    assert_eq!(
        (run.state.slug(), run.counts.created),
        ("done", 1),
        "{run:?}"
    );
    assert!(run.counts.adds_up());
    assert_eq!(shown(&app)[0].record.name, "Maison");
}

async fn a_new_harvest_reaches_a_merged_place_and_undoing_gives_the_new_value(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    source(&app, Mapping::None).await;
    take(&app, &list(&ten())).await;
    let places = shown(&app);
    let wish = Wish {
        places: places[..2].iter().map(|place| place.id).collect(),
        survivor: Some(places[0].id),
        reason: "essai".to_owned(),
        ..Wish::default()
    };
    let merge = merging::merge(&app, &may(), wish).await.unwrap();
    let mut next = ten();
    next[0].1 = "Premier";
    let newest = list(&next).replacen("2026-01-01", "2026-06-01", 1);
    let run = take(&app, &newest).await;
    assert_eq!((run.state.slug(), run.counts.updated), ("done", 1));
    assert_eq!(shown(&app).len(), 9);
    assert_eq!(shown(&app)[0].record.name, "Premier");
    merging::undo(&app, &may(), merge, "essai").await.unwrap();
    assert_eq!(shown(&app).len(), 10);
    assert_eq!(shown(&app)[1], places[1]);
}

async fn a_file_that_is_nothing_known_fails_and_leaves_nothing(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    source(&app, Mapping::None).await;
    let run = take(&app, "a,b\n1,2\n").await;
    match run.state {
        RunState::Failed(_) => {}
        _ => assert_eq!(run.counts.rejected, run.counts.rows, "{run:?}"),
    }
    assert_eq!(shown(&app).len(), 0);
    let free = take(&app, &list(&ten())).await;
    assert_eq!(free.state, RunState::Done);
}

async fn a_silent_run_is_ended_and_the_source_is_free_again(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    source(&app, Mapping::None).await;
    let done = take(&app, &list(&ten())).await;
    let killed = Run {
        id: portulan_model::RunId::from_parts(9, [9; 10]),
        state: RunState::Running(Progress::START),
        started: done.started - chrono::TimeDelta::hours(1),
        ..done
    };
    let line = portulan_testkit::builders::entry(Deed::Created, &shown(&app)[0]);
    let store = portulan_store::Store::open(&database.url).await.unwrap();
    assert!(store.begin_run(&may(), &killed, &line).await.unwrap());
    assert!(
        !store.begin_run(&may(), &killed, &line).await.unwrap(),
        "one run at a time"
    );
    assert_eq!(harvest::sweep(&app).await.unwrap(), 1);
    let ended = harvest::run(&app, &may(), killed.id).await.unwrap();
    assert_eq!(ended.state, RunState::Failed(RunFailure::Interrupted));
    assert_eq!(harvest::sweep(&app).await.unwrap(), 0);
    assert_eq!(shown(&app).len(), 10);
    let free = take(&app, &list(&ten()[..9])).await;
    assert_eq!(free.state, RunState::Done);
}

async fn a_run_is_over_once_its_places_were_compared_with_those_of_others(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    source(&app, Mapping::None).await;
    let rows = "id,nom,commune,code_postal,adresse,telephone,courriels,date_maj\n\
        1,Maison des Essais Atlantes,Rennes,35000,12 rue de l'Essai,0299000001,atlantes@essai.example,2026-01-01\n";
    let other = "autre".parse().ok();
    import::places(&app, &may(), "autre.csv", Cursor::new(rows), other)
        .await
        .unwrap();
    let run = take(&app, rows).await;
    assert_eq!((run.state.slug(), run.counts.merged), ("done", 1));
    assert_eq!(shown(&app).len(), 1);
}
