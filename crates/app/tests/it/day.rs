//! What is said of a session for one day is shown that day, counts in the search, and is over in the evening.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::secret::Key;
use portulan_app::signed::LinkError;
use portulan_app::{App, Clock, Error, Options, SeededChance, day, editing};
use portulan_hours::OpenState;
use portulan_model::harvest::Mapping;
use portulan_model::{DayKind, Place, PlaceField, Service, Session, SessionTime};
use portulan_search::Query;
use portulan_testkit::builders::saturday_morning;
use portulan_testkit::{Engine, TestDatabase};

use crate::harvests::{list, shown, source, take, ten};
use crate::{may, on_both_engines};

on_both_engines! {
    a_full_session_leaves_the_search_until_the_evening
    a_link_opens_one_session_of_one_day
    people_turned_away_are_counted_and_nobody_is_named
}

/// A clock that is moved by hand.
struct Moved(Arc<Mutex<DateTime<Utc>>>);

impl Clock for Moved {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

struct World {
    database: TestDatabase,
    app: Arc<App>,
    clock: Arc<Mutex<DateTime<Utc>>>,
    place: Place,
}

impl World {
    /// A place with a session on Saturdays from 9 to 12; it is 10.
    async fn new(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let clock = Arc::new(Mutex::new(saturday_morning()));
        let options = Options {
            key: Some(Key::from_bytes([7; 32]).into()),
            ..Options::default()
        };
        let moved = Arc::new(Moved(Arc::clone(&clock)));
        let chance = Arc::new(SeededChance::new(1));
        let app = App::open_with(&database.url, moved, chance, options)
            .await
            .unwrap();
        source(&app, Mapping::None).await;
        take(&app, &list(&ten())).await;
        let place = shown(&app).remove(0);
        let mut mine = place.record.clone();
        mine.sessions.push(session(&app));
        let change = editing::Change {
            fields: vec![PlaceField::Permanences],
            before: place.record.clone(),
            mine,
        };
        editing::change(&app, &may(), place.id, change)
            .await
            .unwrap();
        let place = Place::clone(app.directory().snapshot.by_id(&place.id).unwrap());
        Self {
            database,
            app,
            clock,
            place,
        }
    }

    fn link(&self) -> String {
        let key = &self.place.record.sessions[0].key;
        let today = self.app.now().date_naive();
        day::link(&self.app, &may(), &self.place, key, today).unwrap()
    }

    fn state(&self) -> OpenState {
        let directory = self.app.directory();
        let snapshot = &directory.snapshot;
        let rank = snapshot.rank_of(&self.place.id).unwrap();
        snapshot
            .opening(rank, &Query::default(), self.app.now())
            .now
    }

    fn said(&self) -> usize {
        self.app
            .directory()
            .notices(&self.place.id, self.app.now())
            .count()
    }

    /// The journal has the kind, the session and the day, and no word that was typed.
    async fn last_line(&self) {
        let store = portulan_store::Store::open(&self.database.url).await;
        let object = format!("lieu-{}", self.place.slug);
        let lines = store.unwrap().journal(&may(), &object, 1).await.unwrap();
        let portulan_model::journal::Content::Told(told) = &lines[0].content else {
            panic!("{:?}", lines[0])
        };
        let after = told.after.as_deref().unwrap();
        assert!(after.contains(&self.place.record.sessions[0].key));
        assert!(after.contains(&self.app.now().date_naive().to_string()));
        let all = format!("{after}{}", told.reason);
        assert!(!all.contains("la salle B"), "{all}");
    }

    fn pass(&self, time: TimeDelta) {
        *self.clock.lock().unwrap() += time;
    }
}

fn session(app: &App) -> Session {
    Session {
        key: editing::session_key(app),
        title: None,
        services: [].into_iter().collect(),
        publics: [].into_iter().collect(),
        time: SessionTime::Recurring {
            osm: "Sa 09:00-12:00".to_owned(),
            from: None,
            until: None,
            except: Vec::new(),
        },
        mode: portulan_model::SessionMode::OnSite,
        access: portulan_model::SessionAccess::Unknown,
        audience: portulan_model::SessionAudience::Residents,
        capacity: None,
    }
}

async fn a_full_session_leaves_the_search_until_the_evening(engine: Engine) {
    let world = World::new(engine).await;
    assert_eq!(world.state(), OpenState::Open);
    let pass = day::open(&world.app, &world.link()).unwrap();
    day::say(
        &world.app,
        &pass,
        DayKind::Replaced,
        Some("la salle B".to_owned()),
    )
    .await
    .unwrap();
    assert_eq!((world.state(), world.said()), (OpenState::Open, 1));
    world.last_line().await;
    day::say(&world.app, &pass, DayKind::Full, None)
        .await
        .unwrap();
    assert_eq!((world.state(), world.said()), (OpenState::Closed, 1));
    world.pass(TimeDelta::hours(15));
    assert_eq!(world.said(), 0, "over in the evening");
    world.pass(TimeDelta::days(7) - TimeDelta::hours(15));
    assert_eq!(world.state(), OpenState::Open, "the next one is held");
    world.pass(-TimeDelta::days(7));
    day::unsay(&world.app, &pass).await.unwrap();
    assert_eq!((world.state(), world.said()), (OpenState::Open, 0));
}

async fn a_link_opens_one_session_of_one_day(engine: Engine) {
    let world = World::new(engine).await;
    let link = world.link();
    let forged = link.replacen("day.", "dax.", 1);
    for text in [forged.as_str(), "", "day.0.a.b"] {
        let refused = day::open(&world.app, text);
        assert!(
            matches!(refused, Err(Error::Link(LinkError::Forged))),
            "{text}"
        );
    }
    world.pass(TimeDelta::hours(15));
    let refused = day::open(&world.app, &link);
    assert!(matches!(refused, Err(Error::Link(LinkError::Expired))));
}

async fn people_turned_away_are_counted_and_nobody_is_named(engine: Engine) {
    let world = World::new(engine).await;
    let pass = day::open(&world.app, &world.link()).unwrap();
    for (more, count) in [(-1, 0), (1, 1), (1, 2), (-1, 1), (-5, 0), (1_000, 20)] {
        let counted = day::count(&world.app, &pass, Service::Paperwork, more)
            .await
            .unwrap();
        assert_eq!(counted, count);
    }
    let counted = day::counted(&world.app, &pass).await.unwrap();
    assert_eq!(counted, [(Service::Paperwork, 20)]);
}
