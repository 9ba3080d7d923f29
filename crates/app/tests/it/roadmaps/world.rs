//! Two bodies with their members and a decision each, and a clock that the test moves.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::editing::{Change, Outcome};
use portulan_app::roadmaps::parts::ActionPart;
use portulan_app::roadmaps::wishes::Wish;
use portulan_app::roadmaps::{self, outline};
use portulan_app::{App, Clock, Error, SeededChance, rights};
use portulan_model::governance::{Body, Decision, Membership};
use portulan_model::roadmaps::{Action, Need, Roadmap};
use portulan_model::{ObjectiveId, Period, Slug};
use portulan_policy::actions::{GiveOpinion, ReadBody, ValidateRoadmap, WriteRoadmap};
use portulan_policy::{Actor, Capability, Refusal, Role, allow, allow_apart};
use portulan_store::{Kept, Store};
use portulan_testkit::builders::{entry, saturday_morning};
use portulan_testkit::{Engine, PlaceBuilder, TestDatabase};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::may;
use crate::proposals::person;

/// A clock that the test moves, in days.
struct Calendar(AtomicI64);

impl Clock for Calendar {
    fn now(&self) -> DateTime<Utc> {
        saturday_morning() + TimeDelta::days(self.0.load(Ordering::SeqCst))
    }
}

pub(super) struct World {
    pub(super) app: Arc<App>,
    calendar: Arc<Calendar>,
    pub(super) database: TestDatabase,
}

pub(super) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

pub(super) fn record<T: DeserializeOwned>(value: serde_json::Value) -> T {
    serde_json::from_value(value).unwrap()
}

pub(super) async fn seed<T: Kept>(store: &Store, one: &T) {
    let line = entry(
        portulan_model::journal::Deed::Created,
        &PlaceBuilder::new(1).build(),
    );
    let mut write = store
        .begin_governance(&may::<portulan_policy::actions::Restore>())
        .await
        .unwrap();
    assert!(write.add_kept(one, &line).await.unwrap());
    write.commit().await.unwrap();
}

pub(super) fn membership(number: u8, body: &str, organisation: &str, leads: bool) -> Membership {
    let mandates = if leads {
        json!([{ "role": "co-lead", "period": { "from": "2023-12-14" } }])
    } else {
        json!([])
    };
    record(json!({
        "state": "confirmed",
        "who": { "id": format!("018bcfe5-6800-7000-8000-0000000000{number:02}"), "body": body, "organisation": organisation },
        "candidate": "2023-10-01", "since": "2023-10-01", "tenure": "by-right", "mandates": mandates,
    }))
}

impl World {
    pub(super) async fn new(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let calendar = Arc::new(Calendar(AtomicI64::new(0)));
        let clock = Arc::clone(&calendar);
        let chance = Arc::new(SeededChance::new(1));
        let app = App::open(&database.url, clock, chance).await.unwrap();
        let store = Store::open(&database.url).await.unwrap();
        let line = entry(
            portulan_model::journal::Deed::Created,
            &PlaceBuilder::new(1).build(),
        );
        for name in ["ccas", "caf", "ailleurs"] {
            let one = record(
                json!({ "slug": name, "name": name.to_uppercase(), "territory": "commune-35238" }),
            );
            let added = store.add_organisation(&may(), &one, &line).await.unwrap();
            assert!(added.is_some());
        }
        for body in ["esc", "autre"] {
            let one: Body = record(
                json!({ "slug": body, "name": body, "seat": "commune-35238", "area": "35238" }),
            );
            seed(&store, &one).await;
            let number = format!("{body}/2026-1");
            let decision: Decision = record(json!({
                "decision": number, "meeting": "018bcfe5-6800-7000-8000-000000000020",
                "on": "2026-11-28", "title": "Valider la feuille de route",
            }));
            seed(&store, &decision).await;
        }
        seed(&store, &membership(10, "esc", "ccas", true)).await;
        seed(&store, &membership(11, "esc", "caf", false)).await;
        seed(&store, &membership(12, "autre", "ailleurs", true)).await;
        app.refresh().await.unwrap();
        Self {
            app,
            calendar,
            database,
        }
    }

    pub(super) fn pass(&self, days: i64) {
        self.calendar.0.fetch_add(days, Ordering::SeqCst);
    }

    pub(super) fn body(&self, name: &str) -> Body {
        roadmaps::body(&self.app.directory(), &slug(name))
            .unwrap()
            .clone()
    }

    pub(super) fn writes(&self, actor: &Actor, body: &str) -> Capability<WriteRoadmap> {
        let day = self.app.now().date_naive();
        let target = rights::led_body(&self.app.directory(), &self.body(body), day);
        allow(actor, target).unwrap()
    }

    pub(super) fn reads(&self, actor: &Actor, body: &str) -> Capability<ReadBody> {
        let day = self.app.now().date_naive();
        let target = rights::joined_body(&self.app.directory(), &self.body(body), day);
        allow(actor, target).unwrap()
    }

    pub(super) fn opines(&self, organisation: &str) -> Capability<GiveOpinion> {
        let directory = self.app.directory();
        let known = directory.organisations.get(&slug(organisation)).unwrap();
        let actor = person(
            9,
            Role::OrganisationManager,
            &format!("structure-{organisation}"),
        );
        allow(&actor, rights::organisation(&directory, known)).unwrap()
    }

    pub(super) fn validates(
        &self,
        actor: &Actor,
        roadmap: &Roadmap,
    ) -> Result<Capability<ValidateRoadmap>, Refusal> {
        let day = self.app.now().date_naive();
        let body = self.body(roadmap.body.as_str());
        let target = rights::led_body(&self.app.directory(), &body, day);
        allow_apart(actor, target, &roadmaps::prepared_by(roadmap))
    }

    pub(super) async fn read(&self, name: &Slug) -> Roadmap {
        roadmaps::read(&self.app, &self.reads(&Actor::Operator, "esc"), name)
            .await
            .unwrap()
    }

    /// A roadmap with an axis, an objective and an action.
    pub(super) async fn written(&self, actor: &Actor) -> (Slug, ObjectiveId, Action) {
        let may = self.writes(actor, "esc");
        let wish = wish("Feuille de route des ESC");
        let name = roadmaps::create(&self.app, &may, wish.clone())
            .await
            .unwrap();
        let again = roadmaps::create(&self.app, &may, wish).await.unwrap();
        assert_eq!(again, name, "a form that is sent twice makes one");
        let (axis, under, action) = roadmaps::new_ids(&self.app);
        for (field, title, id) in [
            ("nouvel-axe".to_owned(), "Accès libre", axis.to_string()),
            (
                outline::new_objective_name(axis),
                "Ouvrir",
                under.to_string(),
            ),
        ] {
            let pairs = [(format!("{field}-id"), id), (field, title.to_owned())];
            let set = roadmaps::set_outline(&self.app, &may, &name, &pairs)
                .await
                .unwrap();
            assert_eq!(set, Ok(()));
        }
        let mut mine = Action::new(action, "Ouvrir des postes".to_owned());
        mine.needs = [Need::Diagnosis].into_iter().collect();
        mine.leads = [slug("ccas")].into();
        let new = change(&Action::new(action, String::new()), &mine);
        let put = (&new, false);
        let saved = roadmaps::put_action(&self.app, &may, (&name, under), put)
            .await
            .unwrap();
        assert!(matches!(saved, Outcome::Saved(_)));
        let again = roadmaps::put_action(&self.app, &may, (&name, under), put)
            .await
            .unwrap();
        assert_eq!(again, Outcome::Same);
        (name, under, mine)
    }

    pub(super) async fn decide(&self, name: &Slug, number: &str) -> Result<(), Error> {
        let may = self
            .validates(&Actor::Operator, &self.read(name).await)
            .unwrap();
        roadmaps::decide(&self.app, &may, name, number.parse().unwrap()).await
    }
}

pub(super) fn wish(title: &str) -> Wish {
    Wish {
        title: title.to_owned(),
        period: Period::years(2026, 2028).unwrap(),
        area: "35238".parse().unwrap(),
    }
}

pub(super) fn change(before: &Action, mine: &Action) -> Change<Action> {
    Change {
        fields: ActionPart::ALL.into(),
        before: before.clone(),
        mine: mine.clone(),
    }
}

/// Somebody who runs an organisation: another person for each.
pub(super) fn manager(organisation: &str) -> Actor {
    let number = u8::try_from(organisation.len()).unwrap();
    let node = format!("structure-{organisation}");
    person(number, Role::OrganisationManager, &node)
}
