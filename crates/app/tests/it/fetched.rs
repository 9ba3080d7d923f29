//! Runs of sources that have an address: what a server does, and what becomes of the places.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::fetch::FetchError;
use portulan_app::{App, Error, SeededChance, harvest, sources};
use portulan_model::Told;
use portulan_model::harvest::{
    Mapping, Progress, Run, RunFailure, RunState, Schedule, Source, SourceKind,
};
use portulan_model::journal::{Author, Deed};
use portulan_store::Turn;
use portulan_testkit::{Engine, TestDatabase, builders};

use crate::server::{Server, answer, limits};
use crate::{Stopped, may, on_both_engines};

on_both_engines! {
    a_list_is_taken_in_and_its_mark_spares_the_next_time
    a_known_file_under_a_new_mark_changes_nothing_and_the_mark_is_kept
    other_settings_ask_for_the_whole_file_again
    settings_that_change_while_a_list_is_on_its_way_are_applied_next_time
    another_owner_has_the_same_file_read_again
    a_server_that_recovers_is_asked_again_within_one_run
    a_list_that_is_cut_short_fails_and_changes_nothing
    a_page_instead_of_a_list_fails_and_changes_nothing
    a_source_that_is_given_by_hand_has_no_address_to_ask
    two_starts_at_once_are_one_run
    a_due_source_is_run_once_by_any_number_of_nodes_and_again_when_its_turn_comes
    a_node_that_looked_before_another_one_ran_the_source_does_not_run_it_too
    a_source_that_fails_does_not_keep_the_others_from_their_turn
}

const LIST: &str = "id,nom,commune,code_postal,adresse,date_maj\n\
    1,Lieu,Rennes,35000,1 rue de l'Essai,2026-01-01\n\
    2,Autre lieu,Rennes,35000,2 rue de l'Essai,2026-01-01\n";

async fn open(database: &TestDatabase, later: TimeDelta, chance: u64) -> Arc<App> {
    let clock = Arc::new(Stopped(now() + later));
    let chance = Arc::new(SeededChance::new(chance));
    App::open_with(&database.url, clock, chance, limits())
        .await
        .unwrap()
}

fn now() -> DateTime<Utc> {
    builders::saturday_morning()
}

fn source(slug: &str, address: &str, schedule: Schedule) -> Source {
    Source {
        slug: slug.parse().unwrap(),
        name: "Essai".to_owned(),
        kind: SourceKind::Address(address.to_owned()),
        mapping: Mapping::None,
        schedule,
        owner: "departement-35".parse().unwrap(),
        licence: "Licence Ouverte 2.0".to_owned(),
        trust: Source::DEFAULT_TRUST.try_into().unwrap(),
        limit: Source::DEFAULT_LIMIT.try_into().unwrap(),
    }
}

async fn put(app: &App, slug: &str, address: &str, schedule: Schedule) {
    let source = source(slug, address, schedule);
    sources::put(app, &may(), &source, "essai").await.unwrap();
}

async fn start(app: &Arc<App>) -> Result<Run, Error> {
    let id = harvest::start_from_address(app, may(), &"essai".parse().unwrap()).await?;
    for _ in 0..2_000 {
        let run = harvest::run(app, &may(), id).await?;
        if !matches!(run.state, RunState::Running(_)) {
            return Ok(run);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the run does not end");
}

async fn runs(app: &App) -> Vec<Run> {
    harvest::runs(app, &may(), None, 0).await.unwrap()
}

async fn etag(app: &App) -> Option<String> {
    let slug = "essai".parse().unwrap();
    sources::get(app, &may(), &slug).await.unwrap().etag
}

async fn a_list_is_taken_in_and_its_mark_spares_the_next_time(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database, TimeDelta::zero(), 1).await;
    let marked = answer("200 OK", "ETag: \"v1\"\r\n", LIST);
    let moved = answer("302 Found", "Location: /liste-2026.csv\r\n", "");
    let same = answer("304 Not Modified", "", "");
    let server = Server::saying(&[moved, marked, same]);
    put(&app, "essai", &server.url("/liste"), Schedule::None).await;
    let run = start(&app).await.unwrap();
    assert_eq!((run.state.slug(), run.counts.created), ("done", 2));
    assert_eq!(run.file, "liste-2026.csv");
    assert_eq!(etag(&app).await.as_deref(), Some("\"v1\""));
    let again = start(&app).await.unwrap();
    assert_eq!(again.state, RunState::NothingNew);
    assert!(server.asked()[2].contains("if-none-match: \"v1\"\r\n"));
    assert_eq!(etag(&app).await.as_deref(), Some("\"v1\""));
    assert_eq!(server.asked().len(), 3);
}

async fn a_known_file_under_a_new_mark_changes_nothing_and_the_mark_is_kept(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database, TimeDelta::zero(), 1).await;
    let version = |etag: &str| answer("200 OK", &format!("ETag: {etag}\r\n"), LIST);
    let server = Server::saying(&[version("\"v1\""), version("W/\"v2\"")]);
    put(&app, "essai", &server.url("/l.csv"), Schedule::None).await;
    start(&app).await.unwrap();
    let again = start(&app).await.unwrap();
    assert_eq!(again.state, RunState::NothingNew);
    assert_eq!(etag(&app).await.as_deref(), Some("W/\"v2\""));
}

async fn other_settings_ask_for_the_whole_file_again(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database, TimeDelta::zero(), 1).await;
    let server = Server::saying(&[answer("200 OK", "ETag: \"v1\"\r\n", LIST)]);
    put(&app, "essai", &server.url("/l.csv"), Schedule::None).await;
    start(&app).await.unwrap();
    put(&app, "essai", &server.url("/l.csv"), Schedule::None).await;
    assert!(
        etag(&app).await.is_some(),
        "the same settings change nothing"
    );
    let mapping = "[champs.nom]\ncolonnes = [\"nom\"]\n";
    let mapped = Source {
        mapping: Mapping::Portulan(mapping.to_owned()),
        ..source("essai", &server.url("/l.csv"), Schedule::None)
    };
    sources::put(&app, &may(), &mapped, "essai").await.unwrap();
    assert_eq!(etag(&app).await, None);
    start(&app).await.unwrap();
    assert!(!server.asked()[1].contains("if-none-match"));
}

async fn settings_that_change_while_a_list_is_on_its_way_are_applied_next_time(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database, TimeDelta::zero(), 1).await;
    let whole = answer("200 OK", "ETag: \"v1\"\r\n", LIST).into_bytes();
    let server = Server::playing(vec![
        vec![
            (Vec::new(), Duration::from_millis(600)),
            (whole.clone(), Duration::ZERO),
        ],
        vec![(whole, Duration::ZERO)],
    ]);
    put(&app, "essai", &server.url("/l.csv"), Schedule::None).await;
    let changed = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        let mapping = "[champs.nom]\ncolonnes = [\"adresse\"]\n";
        let mapped = Source {
            mapping: Mapping::Portulan(mapping.to_owned()),
            ..source("essai", &server.url("/l.csv"), Schedule::None)
        };
        sources::put(&app, &may(), &mapped, "essai").await.unwrap();
    };
    let (run, ()) = tokio::join!(start(&app), changed);
    assert_eq!(run.unwrap().state, RunState::Done);
    assert_eq!(etag(&app).await, None);
    let next = start(&app).await.unwrap();
    assert!(!server.asked()[1].contains("if-none-match"));
    assert_ne!(next.state, RunState::NothingNew);
}

async fn another_owner_has_the_same_file_read_again(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database, TimeDelta::zero(), 1).await;
    let server = Server::saying(&[answer("200 OK", "ETag: \"v1\"\r\n", LIST)]);
    put(&app, "essai", &server.url("/l.csv"), Schedule::None).await;
    start(&app).await.unwrap();
    let owned = Source {
        owner: "departement-29".parse().unwrap(),
        ..source("essai", &server.url("/l.csv"), Schedule::None)
    };
    sources::put(&app, &may(), &owned, "essai").await.unwrap();
    let run = start(&app).await.unwrap();
    assert_eq!((run.state.slug(), run.counts.unchanged), ("done", 2));
}

async fn a_server_that_recovers_is_asked_again_within_one_run(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database, TimeDelta::zero(), 1).await;
    let busy = answer("503 Service Unavailable", "", "");
    let server = Server::saying(&[busy, answer("200 OK", "", LIST)]);
    put(&app, "essai", &server.url("/l.csv"), Schedule::None).await;
    let run = start(&app).await.unwrap();
    assert_eq!((run.state.slug(), run.counts.created), ("done", 2));
    assert_eq!(server.asked().len(), 2);
    assert_eq!(runs(&app).await.len(), 1);
}

async fn a_list_that_is_cut_short_fails_and_changes_nothing(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database, TimeDelta::zero(), 1).await;
    let half = answer("200 OK", "ETag: \"v2\"\r\n", LIST);
    let half: String = half.chars().take(half.len() - 40).collect();
    let chunk = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n{LIST}");
    let server = Server::saying(&[answer("200 OK", "ETag: \"v1\"\r\n", LIST), half, chunk]);
    put(&app, "essai", &server.url("/l.csv"), Schedule::None).await;
    start(&app).await.unwrap();
    app.refresh().await.unwrap();
    let revision = app.directory().revision;
    for _ in 0..2 {
        let run = start(&app).await.unwrap();
        let told = Told::new("fetch-cut-short");
        assert_eq!(run.state, RunState::Failed(RunFailure::Fetch(told)));
        assert_eq!(run.counts.rows, 0);
    }
    app.refresh().await.unwrap();
    assert_eq!(app.directory().revision, revision);
    assert_eq!(etag(&app).await.as_deref(), Some("\"v1\""));
}

async fn a_page_instead_of_a_list_fails_and_changes_nothing(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database, TimeDelta::zero(), 1).await;
    let page = "<!doctype html><html><body>Connexion</body></html>";
    let server = Server::saying(&[answer("200 OK", "ETag: \"v1\"\r\n", page)]);
    put(&app, "essai", &server.url("/l.csv"), Schedule::None).await;
    let run = start(&app).await.unwrap();
    assert!(
        matches!(run.state, RunState::Failed(RunFailure::File(_))),
        "{run:?}"
    );
    assert_eq!(app.directory().snapshot.len(), 0);
    assert_eq!(etag(&app).await, None);
}

async fn a_source_that_is_given_by_hand_has_no_address_to_ask(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database, TimeDelta::zero(), 1).await;
    let by_hand = Source {
        kind: SourceKind::Upload,
        ..source("essai", "", Schedule::Daily)
    };
    sources::put(&app, &may(), &by_hand, "essai").await.unwrap();
    assert!(matches!(start(&app).await, Err(Error::NotFound(_))));
    assert_eq!(harvest::run_due(&app).await.unwrap(), 0);
    assert!(runs(&app).await.is_empty());
}

async fn two_starts_at_once_are_one_run(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database, TimeDelta::zero(), 1).await;
    let slow = vec![
        (Vec::new(), Duration::from_millis(300)),
        (answer("200 OK", "", LIST).into_bytes(), Duration::ZERO),
    ];
    let server = Server::playing(vec![slow]);
    put(&app, "essai", &server.url("/l.csv"), Schedule::None).await;
    let (first, second) = tokio::join!(start(&app), start(&app));
    let ended = [first, second].into_iter().filter_map(Result::ok);
    assert_eq!(ended.count(), 1);
    assert_eq!((server.asked().len(), runs(&app).await.len()), (1, 1));
}

async fn a_due_source_is_run_once_by_any_number_of_nodes_and_again_when_its_turn_comes(
    engine: Engine,
) {
    let database = TestDatabase::new(engine);
    let one = open(&database, TimeDelta::zero(), 1).await;
    let other = open(&database, TimeDelta::zero(), 2).await;
    let server = Server::saying(&[answer("200 OK", "", LIST)]);
    put(&one, "essai", &server.url("/l.csv"), Schedule::Daily).await;
    put(&one, "jamais", &server.url("/l.csv"), Schedule::None).await;
    let (here, there) = tokio::join!(harvest::run_due(&one), harvest::run_due(&other));
    assert_eq!(here.unwrap() + there.unwrap(), 1);
    assert_eq!(harvest::run_due(&other).await.unwrap(), 0);
    let first = &runs(&one).await[0];
    assert_eq!((first.state.slug(), first.counts.created), ("done", 2));
    assert_eq!(first.by, Author::Job("harvest".to_owned()));
    let tomorrow = open(&database, TimeDelta::days(1), 3).await;
    assert_eq!(harvest::run_due(&tomorrow).await.unwrap(), 1);
    assert_eq!(harvest::run_due(&tomorrow).await.unwrap(), 0);
    assert_eq!(runs(&one).await[0].state, RunState::NothingNew);
    assert_eq!((server.asked().len(), runs(&one).await.len()), (2, 2));
}

async fn a_node_that_looked_before_another_one_ran_the_source_does_not_run_it_too(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database, TimeDelta::zero(), 1).await;
    let server = Server::saying(&[answer("200 OK", "", LIST)]);
    put(&app, "essai", &server.url("/l.csv"), Schedule::Daily).await;
    let done = start(&app).await.unwrap();
    let next = Run {
        id: portulan_model::RunId::from_parts(9, [9; 10]),
        state: RunState::Running(Progress::START),
        ..done.clone()
    };
    app.refresh().await.unwrap();
    let line = builders::entry(Deed::Created, &app.directory().snapshot.places()[0]);
    let store = portulan_store::Store::open(&database.url).await.unwrap();
    let begin = async |last| {
        let turn = Turn::Due { last };
        store.begin_turn(&may(), &next, &line, turn).await.unwrap()
    };
    assert!(!begin(None).await, "it looked before the run");
    assert!(harvest::run(&app, &may(), next.id).await.is_err());
    assert!(begin(Some(done.id)).await, "it looked after the run");
}

async fn a_source_that_fails_does_not_keep_the_others_from_their_turn(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database, TimeDelta::zero(), 1).await;
    let gone = Server::saying(&[answer("404 Not Found", "", "")]);
    let server = Server::saying(&[answer("200 OK", "", LIST)]);
    put(&app, "a-partie", &gone.url("/l.csv"), Schedule::Weekly).await;
    put(
        &app,
        "b-interdite",
        "http://169.254.169.254/",
        Schedule::Weekly,
    )
    .await;
    put(&app, "essai", &server.url("/l.csv"), Schedule::Weekly).await;
    assert_eq!(harvest::run_due(&app).await.unwrap(), 3);
    let ended = runs(&app).await;
    let state = |slug: &str| {
        let run = ended.iter().find(|run| run.source.as_str() == slug);
        run.unwrap().state.clone()
    };
    assert_eq!(state("essai"), RunState::Done);
    let told = FetchError::Status(404).told();
    assert_eq!(state("a-partie"), RunState::Failed(RunFailure::Fetch(told)));
    let told = FetchError::Private("169.254.169.254".to_owned()).told();
    assert_eq!(
        state("b-interdite"),
        RunState::Failed(RunFailure::Fetch(told))
    );
    assert_eq!(app.directory().snapshot.len(), 2);
}
