//! Two bodies, each with a meeting that was held, and their members.

use std::sync::Arc;

use portulan_app::decisions::{self, Wish};
use portulan_app::{App, minutes, rights, roadmaps};
use portulan_model::governance::{Body, Decision, DecisionNumber, Meeting, Membership, Minutes};
use portulan_model::{MeetingId, Slug};
use portulan_policy::actions::{HoldMeetings, ReadBody, Restore};
use portulan_policy::{Actor, Capability, Node, Role, allow};
use portulan_store::{Kept, Store};
use portulan_testkit::builders::entry;
use portulan_testkit::{Engine, PlaceBuilder, TestDatabase};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::proposals::person;
use crate::{may, open};

pub(super) struct World {
    pub(super) app: Arc<App>,
    pub(super) store: Store,
    _database: TestDatabase,
}

pub(super) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

pub(super) fn number(text: &str) -> DecisionNumber {
    text.parse().unwrap()
}

fn record<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

async fn keep<T: Kept>(store: &Store, one: &T) {
    let deed = portulan_model::journal::Deed::Created;
    let line = entry(deed, &PlaceBuilder::new(1).build());
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    assert!(write.add_kept(one, &line).await.unwrap());
    write.commit().await.unwrap();
}

/// The meeting of a body, and one that was only planned.
pub(super) fn held(body: &str) -> MeetingId {
    MeetingId::from_parts(u64::from(body == "esc") + 1, [1; 10])
}

pub(super) fn planned() -> MeetingId {
    MeetingId::from_parts(9, [1; 10])
}

fn meeting(id: MeetingId, body: &str, state: &Value) -> Meeting {
    record(json!({
        "id": id, "body": body, "title": "Comité de novembre", "public": true, "state": state,
        "agenda": [{ "title": "Budget", "documents": [{
            "id": "018bcfe5-6800-7000-8000-000000000090", "name": "note-interne.pdf", "kind": "pdf", "bytes": 12
        }] }],
    }))
}

fn membership(rank: usize, body: &str, organisation: &str) -> Membership {
    record(json!({
        "state": "confirmed", "candidate": "2023-10-01", "since": "2023-10-01", "tenure": "by-right",
        "who": { "id": format!("018bcfe5-6800-7000-8000-00000000001{rank}"), "body": body, "organisation": organisation },
        "mandates": [{ "role": "co-lead", "period": { "from": "2023-12-14" } }],
    }))
}

impl World {
    pub(super) async fn new(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let app = open(&database).await;
        let store = Store::open(&database.url).await.unwrap();
        let deed = portulan_model::journal::Deed::Created;
        let line = entry(deed, &PlaceBuilder::new(1).build());
        for name in ["ccas", "caf", "ailleurs"] {
            let one = record(
                json!({ "slug": name, "name": name.to_uppercase(), "territory": "commune-35238" }),
            );
            let added = store.add_organisation(&may(), &one, &line).await;
            assert!(added.unwrap().is_some());
        }
        for body in ["esc", "autre"] {
            let one: Body = record(
                json!({ "slug": body, "name": body, "seat": "commune-35238", "area": "35238" }),
            );
            keep(&store, &one).await;
            let state = json!({
                "state": "held", "attendance": [],
                "convocation": { "begins": "2026-11-20T13:00:00Z", "ends": "2026-11-20T15:00:00Z" },
            });
            keep(&store, &meeting(held(body), body, &state)).await;
        }
        let state = json!({ "state": "planned", "on": "2026-12-20" });
        keep(&store, &meeting(planned(), "esc", &state)).await;
        for (rank, (body, who)) in [("esc", "ccas"), ("esc", "caf"), ("autre", "ailleurs")]
            .into_iter()
            .enumerate()
        {
            keep(&store, &membership(rank, body, who)).await;
        }
        app.refresh().await.unwrap();
        Self {
            app,
            store,
            _database: database,
        }
    }

    /// The right of somebody of the organisation that leads the body.
    pub(super) fn holds(&self, body: &str) -> Capability<HoldMeetings> {
        let who = if body == "esc" { "ccas" } else { "ailleurs" };
        let actor = person(7, Role::OrganisationManager, &format!("structure-{who}"));
        let directory = self.app.directory();
        let known = roadmaps::body(&directory, &slug(body)).unwrap();
        let day = self.app.now().date_naive();
        allow(&actor, rights::led_body(&directory, known, day)).unwrap()
    }

    pub(super) async fn minutes(&self) -> Minutes {
        let meeting = minutes::meeting(&self.app, &reads("esc"), held("esc")).await;
        minutes::written(&meeting.unwrap()).unwrap().clone()
    }

    /// Takes a decision of the body.
    pub(super) async fn take(&self, title: &str) -> DecisionNumber {
        let may = self.holds("esc");
        decisions::take(&self.app, &may, held("esc"), wish(title))
            .await
            .unwrap()
    }

    pub(super) async fn decision(&self, number: DecisionNumber) -> Decision {
        decisions::read(&self.app, &reads("esc"), number)
            .await
            .unwrap()
    }
}

/// The right to read what members of a body read.
pub(super) fn reads(body: &str) -> Capability<ReadBody> {
    allow(&Actor::Operator, Node::Body(slug(body))).unwrap()
}

pub(super) fn wish(title: &str) -> Wish {
    Wish {
        title: title.to_owned(),
        text: None,
        binds: Vec::new(),
        follow_up: None,
    }
}
