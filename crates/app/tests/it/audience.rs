//! Views are counted in memory, written in batches, rolled into months on their day, and tell nothing of who looked.

use std::sync::Arc;

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta, Utc};
use portulan_app::audience;
use portulan_app::{App, retention};
use portulan_model::{ClosedList as _, PlaceId, Service, Viewed};
use portulan_policy::{Actor, Node, Role, allow};
use portulan_store::Store;
use portulan_testkit::Engine;
use portulan_testkit::builders::saturday_morning;

use crate::proposals::{Scene, person, scene};
use crate::{may, nothing_to_replay, on_both_engines};

on_both_engines! {
    what_was_counted_is_written_once_and_added_to_what_was_there
    a_day_is_a_day_for_thirteen_months_and_then_part_of_its_month
    what_cannot_be_written_waits_for_the_next_time
    the_people_of_a_place_see_its_figures_and_nobody_else_s
    figures_come_back_with_a_copy
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(11, 0, 0).unwrap().and_utc()
}

async fn store(scene: &Scene) -> Store {
    Store::open(&scene.database.url).await.unwrap()
}

async fn of_places(scene: &Scene, since: &str) -> Vec<(PlaceId, u64)> {
    let views = store(scene).await.views_of_places(&may(), day(since)).await;
    views.unwrap().into_iter().collect()
}

fn look(app: &Arc<App>, what: Viewed, times: u32) {
    for _ in 0..times {
        app.audience().count(audience::today(app), what);
    }
}

async fn what_was_counted_is_written_once_and_added_to_what_was_there(engine: Engine) {
    let scene = scene(engine).await;
    let (app, place) = (&scene.app, scene.places[0].id);
    look(app, Viewed::Place(place), 3);
    look(app, Viewed::Sheet(place), 1);
    look(app, Viewed::Home, 7);
    look(app, Viewed::Need(Service::ALL[0]), 6);
    assert!(
        of_places(&scene, "2026-01-01").await.is_empty(),
        "in memory alone"
    );
    audience::flush(app).await.unwrap();
    audience::flush(app).await.unwrap();
    assert_eq!(of_places(&scene, "2026-01-01").await, [(place, 4)]);
    look(app, Viewed::Place(place), 2);
    audience::flush(app).await.unwrap();
    assert_eq!(of_places(&scene, "2026-01-01").await, [(place, 6)]);
    assert!(of_places(&scene, "2026-11-29").await.is_empty());
    audience::refresh(app).await.unwrap();
    let shown = app.audience().shown();
    let [month] = &shown.months[..] else {
        panic!("{shown:?}")
    };
    assert_eq!(month.pages[0], Some(7));
    assert_eq!(month.pages[2], Some(5));
    assert_eq!((month.pages[3], month.shown), (None, 12));
    assert_eq!(shown.needs, [(Service::ALL[0], Some(6))]);
}

async fn a_day_is_a_day_for_thirteen_months_and_then_part_of_its_month(engine: Engine) {
    let scene = scene(engine).await;
    let (app, place) = (&scene.app, scene.places[0].id);
    let seen = day("2026-11-28");
    look(app, Viewed::Place(place), 5);
    audience::flush(app).await.unwrap();
    scene.clock.set(saturday_morning() + TimeDelta::days(1));
    look(app, Viewed::Place(place), 2);
    audience::flush(app).await.unwrap();
    // A day is told from its month by what comes since the day after: a month begins before all its days.
    let days = async || of_places(&scene, "2026-11-28").await;
    assert_eq!(days().await, [(place, 7)]);
    let end = seen.checked_add_months(Months::new(13)).unwrap();
    scene.clock.set(at(end));
    retention::keep(app).await;
    assert_eq!(days().await, [(place, 7)], "on the last day");
    scene.clock.set(at(end + Days::new(1)));
    retention::keep(app).await;
    assert_eq!(
        days().await,
        [(place, 2)],
        "the first of the two days is rolled"
    );
    scene.clock.set(at(end + Days::new(2)));
    retention::keep(app).await;
    retention::keep(app).await;
    assert!(days().await.is_empty());
    let month = store(&scene).await;
    let month = month
        .views_by_month("2026-11".parse().unwrap())
        .await
        .unwrap();
    assert_eq!(month.len(), 1);
    assert_eq!((month[0].kind.as_str(), month[0].views), ("lieu", 7));
}

async fn what_cannot_be_written_waits_for_the_next_time(engine: Engine) {
    let scene = scene(engine).await;
    let (app, place) = (&scene.app, scene.places[0].id);
    // A count that no bigint holds is refused by neither engine; a year that is no date of theirs is one text as another:
    // so the table is taken away for a moment.
    rename(&scene, "audience", "elsewhere").await;
    look(app, Viewed::Place(place), 3);
    assert!(audience::flush(app).await.is_err());
    rename(&scene, "elsewhere", "audience").await;
    look(app, Viewed::Place(place), 1);
    audience::flush(app).await.unwrap();
    assert_eq!(of_places(&scene, "2026-01-01").await, [(place, 4)]);
}

async fn rename(scene: &Scene, from: &str, to: &str) {
    use sqlx::{Connection as _, Executor as _};
    let statement = sqlx::AssertSqlSafe(format!("alter table {from} rename to {to}"));
    let address = scene.database.address();
    if address.starts_with("sqlite") {
        let mut one = sqlx::SqliteConnection::connect(&address).await.unwrap();
        one.execute(statement).await.unwrap();
    } else {
        let mut one = sqlx::PgConnection::connect(&address).await.unwrap();
        one.execute(statement).await.unwrap();
    }
}

async fn the_people_of_a_place_see_its_figures_and_nobody_else_s(engine: Engine) {
    let scene = scene(engine).await;
    let (app, place, other) = (&scene.app, &scene.places[0], &scene.places[1]);
    look(app, Viewed::Place(place.id), 3);
    audience::flush(app).await.unwrap();
    let node = format!("lieu-{}", place.slug);
    let actor = person(1, Role::PlaceManager, &node);
    let node: Node = node.parse().unwrap();
    let own = allow(&actor, node).unwrap();
    let months = audience::of_place(app, &own, place.id).await.unwrap();
    assert_eq!(months[0].views, 3, "their own are told, however few");
    assert!(audience::of_place(app, &own, other.id).await.is_err());
    let stranger: Result<portulan_policy::Capability<portulan_policy::actions::EditPlace>, _> =
        allow(&Actor::Visitor, &Node::Installation);
    assert!(stranger.is_err());
}

async fn figures_come_back_with_a_copy(engine: Engine) {
    let scene = scene(engine).await;
    let (app, place) = (&scene.app, scene.places[0].id);
    look(app, Viewed::Place(place), 3);
    audience::flush(app).await.unwrap();
    portulan_app::calls::no_answer(app, &may(), place)
        .await
        .unwrap();
    let mut copy = Vec::new();
    store(&scene).await.dump(&may(), &mut copy).await.unwrap();
    let other = portulan_testkit::TestDatabase::new(engine);
    let mut reader = std::io::Cursor::new(copy);
    let read = Store::load(&other.url, &may(), &mut reader, &nothing_to_replay()).await;
    read.unwrap();
    let restored = Store::open(&other.url).await.unwrap();
    let views = restored.views_of_places(&may(), day("2026-01-01")).await;
    assert_eq!(views.unwrap().into_iter().collect::<Vec<_>>(), [(place, 3)]);
    assert_eq!(restored.unanswered_calls(&may()).await.unwrap().len(), 1);
}
