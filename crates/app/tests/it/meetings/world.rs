//! A body with three members, and what is said of its meetings.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use portulan_app::bodies::{self, Founded, Upload};
use portulan_app::files::Files;
use portulan_app::mail::{self, MeetingTold, Message};
use portulan_app::meetings::committees::Described;
use portulan_app::meetings::{self, Call, MeetingError, Plan, Point};
use portulan_app::{App, organisations, rights};
use portulan_model::governance::{CommitteeKind, Convocation, Frequency, Meeting, Presence};
use portulan_model::people::{Email, Organisation};
use portulan_model::{MeetingId, Period, Slug};
use portulan_policy::actions::{HoldMeetings, ManageBodies, ReadBody};
use portulan_policy::{Actor, Capability, Node, allow};
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, open_with};

/// Members: one whose people have an account, one with a public address, one with neither.
pub(crate) const MEMBERS: [&str; 3] = ["prefecture", "metropole", "commune"];

pub(crate) struct World {
    pub(crate) app: Arc<App>,
    pub(crate) body: Slug,
    pub(crate) database: TestDatabase,
}

impl World {
    pub(crate) async fn new(engine: Engine) -> Self {
        Self::kept_in(engine, Files::Database).await
    }

    /// The same, where contents of files are kept elsewhere.
    pub(crate) async fn kept_in(engine: Engine, files: Files) -> Self {
        let database = TestDatabase::new(engine);
        let app = open_with(&database, files).await;
        for name in MEMBERS {
            let email = (name == "metropole").then(|| email("accueil@metropole.exemple.fr"));
            organisations::create(&app, &may(), organisation(name, email))
                .await
                .unwrap();
        }
        let body = found(&app, "Gouvernance").await;
        Self {
            app,
            body,
            database,
        }
    }

    pub(crate) fn lead(&self) -> Capability<HoldMeetings> {
        allow(&Actor::Operator, Node::Body(self.body.clone())).unwrap()
    }

    pub(crate) fn read(&self) -> Capability<ReadBody> {
        allow(&Actor::Operator, Node::Body(self.body.clone())).unwrap()
    }

    pub(crate) async fn plan(&self, title: &str, on: &str) -> MeetingId {
        let plan = planned(title, on);
        meetings::plan(&self.app, &self.lead(), &self.body, plan)
            .await
            .unwrap()
    }

    pub(crate) async fn found(&self, id: MeetingId) -> Meeting {
        meetings::find(&self.app, &self.read(), (&self.body, id))
            .await
            .unwrap()
    }

    pub(crate) async fn convene(&self, id: MeetingId, call: Call) -> Result<(), MeetingError> {
        meetings::convene(&self.app, &self.lead(), (&self.body, id), call).await
    }

    pub(crate) async fn hold(
        &self,
        id: MeetingId,
        lines: &[(&str, Presence)],
    ) -> Result<(), MeetingError> {
        let seen = self.found(id).await.attendance().cloned();
        let lines = lines.iter().map(|(who, was)| (slug(who), was.clone()));
        let held = (seen.as_ref(), lines.collect());
        meetings::hold(&self.app, &self.lead(), (&self.body, id), held).await
    }

    /// What the outbox says of meetings, the oldest first: to whom, and what.
    pub(crate) async fn mails(&self) -> Vec<(String, MeetingTold)> {
        let log = mail::log(&self.app, &may(), None, 0).await.unwrap();
        let mut all: Vec<(String, MeetingTold)> = log
            .mails
            .into_iter()
            .filter_map(|known| {
                let message = serde_json::from_str(&known.mail.parameters).unwrap();
                match message {
                    Message::Meeting { about } => Some((known.mail.to, *about)),
                    _ => None,
                }
            })
            .collect();
        all.sort_by(|a, b| (a.1.sequence, &a.0).cmp(&(b.1.sequence, &b.0)));
        all
    }
}

pub(crate) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

pub(crate) fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn organisation(name: &str, email: Option<Email>) -> Organisation {
    let level = "departement-35".parse().unwrap();
    Organisation {
        email,
        ..Organisation::named(slug(name), name.to_owned(), level)
    }
}

pub(crate) async fn found(app: &App, name: &str) -> Slug {
    let founded = Founded {
        name: name.to_owned(),
        seat: "departement-35".parse().unwrap(),
        area: "35001-35003".parse().unwrap(),
        period: Period::since(day("2024-01-01")),
        run_by: None,
        summary: None,
        founding: None,
        referents: Vec::new(),
        by_right: MEMBERS.map(slug).to_vec(),
    };
    let on = rights::seat(&app.directory(), &founded.seat).unwrap();
    let may = allow::<ManageBodies>(&Actor::Operator, on).unwrap();
    bodies::create(app, &may, founded).await.unwrap()
}

pub(crate) fn planned(title: &str, on: &str) -> Plan {
    Plan {
        title: title.to_owned(),
        on: day(on),
        committee: None,
        public: true,
    }
}

/// Two hours of a morning.
pub(crate) fn call(on: &str, seen: u32) -> Call {
    Call {
        convocation: Convocation {
            begins: at(&format!("{on}T08:30:00Z")),
            ends: at(&format!("{on}T10:30:00Z")),
            place: None,
            room: Some("Salle 3".to_owned()),
        },
        seen,
    }
}

pub(crate) fn described(name: &str) -> Described {
    Described {
        kind: CommitteeKind::Strategic,
        name: name.to_owned(),
        frequency: Some(Frequency::Quarterly),
        period: Period::since(day("2024-01-15")),
    }
}

pub(crate) fn point(was: Option<usize>, title: &str) -> Point {
    Point {
        was,
        title: title.to_owned(),
        minutes: Some(20),
    }
}

pub(crate) fn pdf(name: &str) -> Upload {
    Upload {
        name: name.to_owned(),
        bytes: b"%PDF-1.7 ordre".to_vec(),
    }
}
