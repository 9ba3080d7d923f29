//! A body with a call that is held here, its form opened, and organisations that may answer; a clock that the tests move,
//! or that moves by itself each time it is read.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::bodies::{self, Founded};
use portulan_app::means::applications::{self, ApplyError};
use portulan_app::means::calls;
use portulan_app::means::forms::{self, Asked, Build};
use portulan_app::{App, Clock, Options, SeededChance, organisations, rights};
use portulan_model::means::applications::{Application, Receipt};
use portulan_model::means::calls::{Audience, CallKind, Held, Owner, Terms, Timeline};
use portulan_model::means::forms::{Condition, FieldId, FieldKind, Typed};
use portulan_model::people::Organisation;
use portulan_model::{ApplicationId, OrganisationKind, Period, Slug};
use portulan_policy::actions::{Apply, ManageBodies, ManageCalls, ReadApplications};
use portulan_policy::{Actor, Alone, Capability, Node, allow};
use portulan_testkit::builders::saturday_morning;
use portulan_testkit::{Engine, TestDatabase};

use crate::may;

/// A clock that the test moves, and that moves by a step each time it is read.
pub(super) struct Ticking(Mutex<(DateTime<Utc>, TimeDelta)>);

impl Clock for Ticking {
    fn now(&self) -> DateTime<Utc> {
        let mut held = self.0.lock().unwrap();
        let step = held.1;
        held.0 += step;
        held.0
    }
}

impl Ticking {
    pub(super) fn set(&self, at: DateTime<Utc>, step: TimeDelta) {
        *self.0.lock().unwrap() = (at, step);
    }
}

pub(super) struct World {
    pub(super) app: Arc<App>,
    pub(super) clock: Arc<Ticking>,
    pub(super) call: Slug,
    pub(super) body: Slug,
    pub(super) closing: DateTime<Utc>,
    pub(super) database: TestDatabase,
}

pub(super) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

pub(super) fn id(number: u32) -> FieldId {
    FieldId::new(number)
}

pub(super) fn typed(pairs: &[(u32, &str)]) -> Typed {
    let mut typed: Typed = BTreeMap::new();
    for (number, text) in pairs {
        typed
            .entry(id(*number))
            .or_default()
            .push((*text).to_owned());
    }
    typed
}

/// What is asked: a name, a project, whether money is asked for, how much, and a file.
pub(super) fn questions() -> Vec<Asked> {
    let asked = |label: &str, required, kind| Asked {
        label: label.to_owned(),
        help: None,
        required,
        when: None,
        kind,
    };
    let choice = FieldKind::Choice {
        options: vec!["oui".to_owned(), "non".to_owned()],
        several: false,
    };
    let mut much = asked("Combien", true, FieldKind::Amount { most: None });
    much.when = Some(Condition {
        field: id(3),
        is: "oui".to_owned(),
    });
    vec![
        asked("Nom de la structure", true, FieldKind::Text { long: false }),
        asked("Projet", true, FieldKind::Text { long: true }),
        asked("Demandez-vous de l’argent ?", false, choice),
        much,
        asked("Budget", false, FieldKind::File),
    ]
}

impl World {
    pub(super) async fn new(engine: Engine) -> Self {
        Self::with(engine, None).await
    }

    /// With a second instant of closing.
    pub(super) async fn with(engine: Engine, soft: Option<TimeDelta>) -> Self {
        let database = TestDatabase::new(engine);
        let clock = Arc::new(Ticking(Mutex::new((saturday_morning(), TimeDelta::zero()))));
        let app = node(&database, &clock, 1).await;
        for (name, kind) in [
            ("asso", OrganisationKind::Association),
            ("ville", OrganisationKind::Commune),
            ("banque", OrganisationKind::Company),
        ] {
            organisation(&app, name, kind).await;
        }
        let body = found(&app).await;
        let closing = saturday_morning() + TimeDelta::days(20);
        let terms = terms(closing, soft.map(|soft| closing + soft));
        let manage = capability::<ManageCalls>(&body);
        let call = calls::create(&app, &manage, terms).await.unwrap();
        let world = Self {
            app,
            clock,
            call,
            body,
            closing,
            database,
        };
        for asked in questions() {
            world.build(Build::Add(asked)).await;
        }
        world
    }

    /// Whose form is open, and that everybody may read.
    pub(super) async fn published(engine: Engine) -> Self {
        Self::new(engine).await.open().await
    }

    pub(super) async fn open(self) -> Self {
        self.build(Build::Open).await;
        let may = self.may::<ManageCalls>();
        calls::publish(&self.app, &may, &self.call).await.unwrap();
        self
    }

    pub(super) async fn build(&self, change: Build) {
        let may = self.may::<ManageCalls>();
        forms::build(&self.app, &may, &self.call, change)
            .await
            .unwrap();
    }

    pub(super) fn may<A: Alone>(&self) -> Capability<A> {
        capability(&self.body)
    }

    pub(super) fn at(&self, instant: DateTime<Utc>) {
        self.clock.set(instant, TimeDelta::zero());
    }

    pub(super) async fn begin(&self, name: &str, key: &str) -> Result<ApplicationId, ApplyError> {
        applications::begin(&self.app, &applies(name), (&self.call, key)).await
    }

    pub(super) async fn read(&self, name: &str, of: ApplicationId) -> Application {
        let read = applications::read(&self.app, &applies(name), of).await;
        read.unwrap().application
    }

    pub(super) async fn save(
        &self,
        name: &str,
        of: ApplicationId,
        (upon, pairs): (u32, &[(u32, &str)]),
    ) -> Result<u32, ApplyError> {
        let with = (upon, &typed(pairs));
        let saved = applications::save(&self.app, &applies(name), of, with).await;
        saved.map(|(application, _)| application.version)
    }

    pub(super) async fn submit(
        &self,
        name: &str,
        of: ApplicationId,
        pairs: &[(u32, &str)],
    ) -> Result<Receipt, ApplyError> {
        let upon = self.read(name, of).await.version;
        let with = (upon, &typed(pairs));
        applications::submit(&self.app, &applies(name), of, with).await
    }

    pub(super) async fn received(&self) -> Vec<Application> {
        let may = self.may::<ReadApplications>();
        let received = applications::received(&self.app, &may, &self.call).await;
        received.unwrap().1
    }
}

pub(super) async fn node(database: &TestDatabase, clock: &Arc<Ticking>, seed: u64) -> Arc<App> {
    let told: Arc<dyn Clock> = Arc::clone(clock) as Arc<dyn Clock>;
    let chance = Arc::new(SeededChance::new(seed));
    App::open_with(&database.url, told, chance, Options::default())
        .await
        .unwrap()
}

pub(super) fn applies(name: &str) -> Capability<Apply> {
    allow(&Actor::Operator, Node::Organisation(slug(name))).unwrap()
}

fn capability<A: Alone>(body: &Slug) -> Capability<A> {
    allow(&Actor::Operator, Node::Body(body.clone())).unwrap()
}

pub(super) async fn organisation(app: &App, name: &str, kind: OrganisationKind) {
    let level = "departement-35".parse().unwrap();
    let organisation = Organisation {
        kind: Some(kind),
        ..Organisation::named(slug(name), name.to_uppercase(), level)
    };
    organisations::create(app, &may(), organisation)
        .await
        .unwrap();
}

async fn found(app: &App) -> Slug {
    let founded = Founded {
        name: "Gouvernance".to_owned(),
        seat: "departement-35".parse().unwrap(),
        area: "35001-35003 35238".parse().unwrap(),
        period: Period::ALWAYS,
        run_by: None,
        summary: None,
        founding: None,
        referents: Vec::new(),
        by_right: vec![slug("ville")],
    };
    let on = rights::seat(&app.directory(), &founded.seat).unwrap();
    let may = allow::<ManageBodies>(&Actor::Operator, on).unwrap();
    bodies::create(app, &may, founded).await.unwrap()
}

/// A call for communes and associations.
fn terms(closing: DateTime<Utc>, soft: Option<DateTime<Utc>>) -> Terms {
    let timeline = Timeline::new([], Some(closing)).unwrap();
    Terms {
        title: "Équiper les lieux".to_owned(),
        kind: CallKind::Equipment,
        owner: Owner::Outside("Fondation d’essai".to_owned()),
        held: Held::Here,
        audience: Audience {
            kinds: [OrganisationKind::Commune, OrganisationKind::Association].into(),
            ..Audience::default()
        },
        area: "35238".parse().unwrap(),
        text: None,
        timeline: timeline.softened(soft).unwrap(),
    }
}
