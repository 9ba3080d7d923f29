//! The doctor finds what is not as it should be with accounts, the journal, mails and erasures, and nothing else.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::doctor::{self, Health};
use portulan_app::people::{self, Browser, NewPerson};
use portulan_app::secret::Key;
use portulan_app::{App, Clock, Options, SeededChance, journal, operator};
use portulan_model::PersonId;
use portulan_model::journal::Erasure;
use portulan_model::people::Person;
use portulan_policy::actions::GrantRoles;
use portulan_policy::{Actor, Node, Role, allow};
use portulan_store::Store;
use portulan_testkit::builders::saturday_morning;
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, on_both_engines};

on_both_engines! {
    an_installation_that_lives_is_well
    a_password_alone_with_a_role_is_told_where_no_mail_leaves
    what_nobody_does_in_time_is_found
    what_somebody_put_behind_the_program_is_found
    a_list_of_erasures_is_compared_with_the_database
}

/// A clock that the test moves.
struct Moved(Mutex<DateTime<Utc>>);

impl Clock for Moved {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

struct Site {
    app: Arc<App>,
    clock: Arc<Moved>,
    database: TestDatabase,
    camille: Person,
}

/// The checks of people, and how they end where all is well.
const CHECKS: [&str; 11] = [
    "second-factor",
    "accounts",
    "operators",
    "strays",
    "returned",
    "lost-keys",
    "unsettled",
    "unsealed",
    "sessions",
    "mails",
    "grants",
];

impl Site {
    /// Camille runs it, and is in.
    async fn open(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let clock = Arc::new(Moved(Mutex::new(saturday_morning())));
        let options = Options {
            key: Some(Key::from_bytes([7; 32]).into()),
            ..Options::default()
        };
        let told = Arc::clone(&clock) as Arc<dyn Clock>;
        let app = App::open_with(&database.url, told, Arc::new(SeededChance::new(1)), options);
        let app = app.await.unwrap();
        let new = NewPerson {
            email: "camille@exemple.fr".parse().ok(),
            name: "Camille".parse().unwrap(),
        };
        let camille = people::open_account(&app, &may(), new).await.unwrap();
        let everywhere = allow::<GrantRoles>(&Actor::Operator, &Node::Installation).unwrap();
        let role = people::give(&app, &everywhere, camille.id, Role::Operator, None);
        role.await.unwrap();
        let link = people::link_of(&app, &may(), camille.id).await.unwrap();
        let browser = Browser::default();
        let entered = people::open_by_link(&app, &link, &browser);
        entered.await.unwrap();
        Self {
            app,
            clock,
            database,
            camille,
        }
    }

    /// The checks of people that are not good, each with its value.
    async fn found(&self) -> Vec<(&'static str, Health, String)> {
        let findings = doctor::examine(&self.app, &may()).await.unwrap();
        let of_people = findings
            .into_iter()
            .filter(|one| CHECKS.contains(&one.check));
        let bad = of_people.filter(|one| one.health != Health::Good);
        bad.map(|one| (one.check, one.health, one.value)).collect()
    }
}

async fn an_installation_that_lives_is_well(engine: Engine) {
    let site = Site::open(engine).await;
    assert_eq!(site.found().await, []);
    let findings = doctor::examine(&site.app, &may()).await.unwrap();
    for check in ["bodies", "members", "roadmaps", "meetings", "decisions"] {
        let found = findings.iter().find(|one| one.check == check);
        assert_eq!(found.map(|one| one.value.as_str()), Some("0"), "{check}");
    }
    for check in CHECKS {
        assert!(findings.iter().any(|one| one.check == check), "{check}");
    }
}

async fn a_password_alone_with_a_role_is_told_where_no_mail_leaves(engine: Engine) {
    let mut site = Site::open(engine).await;
    let link = people::link_of(&site.app, &may(), site.camille.id).await;
    let opened = people::open_by_link(&site.app, &link.unwrap(), &Browser::default()).await;
    let session = opened.unwrap().session;
    let people::Who::Person(signed) = people::who(&site.app, Some(&session)).await.unwrap() else {
        panic!("nobody")
    };
    let words = "quatre mots bien au chaud";
    people::set_password(&site.app, &signed, words, None)
        .await
        .unwrap();
    let told = ("second-factor", Health::Doubtful, "1".to_owned());
    assert_eq!(site.found().await, [told]);
    let options = Options {
        key: Some(Key::from_bytes([7; 32]).into()),
        sends_mail: true,
        ..Options::default()
    };
    let clock = Arc::clone(&site.clock) as Arc<dyn Clock>;
    let chance = Arc::new(SeededChance::new(2));
    let sends = App::open_with(&site.database.url, clock, chance, options);
    site.app = sends.await.unwrap();
    assert_eq!(site.found().await, [], "a code is asked for");
}

async fn what_nobody_does_in_time_is_found(engine: Engine) {
    let site = Site::open(engine).await;
    let asked = operator::Secret::draw(&site.app);
    people::ask_link(&site.app, site.camille.email.clone().unwrap(), None, &asked);
    let store = Store::open(&site.database.url).await.unwrap();
    for _ in 0..100 {
        if !store.mails(&may(), None, 1, 0).await.unwrap().is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    *site.clock.0.lock().unwrap() += TimeDelta::days(16);
    let found = site.found().await;
    let checks: Vec<&str> = found.iter().map(|(check, ..)| *check).collect();
    assert_eq!(checks, ["unsealed", "sessions", "mails"]);
    assert!(
        found
            .iter()
            .all(|(_, health, _)| *health == Health::Doubtful)
    );
    journal::seal_all(&site.app, &may()).await.unwrap();
    people::forget_past(&site.app).await.unwrap();
    assert_eq!(site.found().await.len(), 1, "the mail waits still");
}

async fn what_somebody_put_behind_the_program_is_found(engine: Engine) {
    let id = PersonId::from_parts(1_700_000_000_000, [9; 10]);
    let (doubtful, wrong) = (Health::Doubtful, Health::Wrong);
    let grant = |person: &str, node: &str| {
        format!(
            "insert into role_grant (id, person, role, node, until, given_by, created) \
             values ('{id}', '{person}', 'contributor', '{node}', null, 'operator', 0)"
        )
    };
    for (make, check, health) in [
        ("delete from role_grant".to_owned(), "operators", doubtful),
        ("delete from person".to_owned(), "strays", wrong),
        (grant(&id.to_string(), "commune-35238"), "strays", wrong),
        (grant("camille", "structure-disparue"), "grants", doubtful),
        (grant("camille", "source-disparue"), "grants", doubtful),
        (
            format!("insert into person_key (person, secret, erased) values ('{id}', 'aa', null)"),
            "lost-keys",
            doubtful,
        ),
        (
            "insert into person_key (person, secret, erased) select id, null, 1 from person"
                .to_owned(),
            "returned",
            wrong,
        ),
        (
            "update meta set value = 1 where name = 'erasures-unsettled'".to_owned(),
            "unsettled",
            doubtful,
        ),
    ] {
        let site = Site::open(engine).await;
        let make = make.replace("'camille'", &format!("'{}'", site.camille.id));
        site.database.run(&make).await;
        let found = site.found().await;
        let told = found.iter().find(|(found, ..)| *found == check);
        assert_eq!(
            told.map(|(_, found, _)| *found),
            Some(health),
            "{make}: {found:?}"
        );
    }
}

async fn a_list_of_erasures_is_compared_with_the_database(engine: Engine) {
    let site = Site::open(engine).await;
    let gone = PersonId::from_parts(1_700_000_000_000, [9; 10]);
    let at = saturday_morning();
    let list = [Erasure { person: gone, at }];
    let before = doctor::replayed(&site.app, &may(), &list).await.unwrap();
    assert_eq!((before.health, before.value.as_str()), (Health::Wrong, "1"));
    let again = journal::list::replay(&site.app, &may(), &list).await;
    assert_eq!(again.unwrap(), 1);
    let after = doctor::replayed(&site.app, &may(), &list).await.unwrap();
    assert_eq!((after.health, after.value.as_str()), (Health::Good, "0"));
    assert_eq!(site.found().await, [], "and all its bytes are gone");
}
