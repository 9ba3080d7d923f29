//! A body of Ille-et-Vilaine, organisations of Rennes that note intentions and carry them together, and those who speak for
//! them.

use std::sync::Arc;

use portulan_app::bodies::{self, Founded};
use portulan_app::{App, organisations, rights};
use portulan_model::journal::Author;
use portulan_model::means::intentions::{Intention, Span, Step, Years};
use portulan_model::people::Organisation;
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, Period, PersonId, Slug};
use portulan_policy::actions::ManageBodies;
use portulan_policy::{Actor, Grant, Holder, Role, allow};
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, open};

/// The organisations.
pub(crate) const NAMES: [&str; 5] = ["ccas", "epn", "mediatheque", "atelier", "relais"];

pub(crate) struct World {
    pub(crate) app: Arc<App>,
    pub(crate) body: Slug,
    pub(crate) engine: Engine,
    pub(crate) database: TestDatabase,
}

impl World {
    /// With a body of some members.
    pub(crate) async fn of(engine: Engine, members: &[&str]) -> Self {
        let database = TestDatabase::new(engine);
        let app = open(&database).await;
        for name in NAMES {
            let territory = "commune-35238".parse().unwrap();
            let organisation = Organisation::named(slug(name), name.to_owned(), territory);
            organisations::create(&app, &may(), organisation)
                .await
                .unwrap();
        }
        let founded = Founded {
            name: "Gouvernance d’essai".to_owned(),
            seat: "departement-35".parse().unwrap(),
            area: "35238 35047".parse().unwrap(),
            period: Period::default(),
            run_by: None,
            summary: None,
            founding: None,
            referents: Vec::new(),
            by_right: members.iter().map(|name| slug(name)).collect(),
        };
        let on = rights::seat(&app.directory(), &founded.seat).unwrap();
        let founds = allow::<ManageBodies>(&Actor::Operator, on).unwrap();
        let body = bodies::create(&app, &founds, founded).await.unwrap();
        Self {
            app,
            body,
            engine,
            database,
        }
    }
}

/// An intention of Rennes for 2026 and 2027, between two amounts in euros, before its author is known.
pub(crate) fn intention(title: &str, need: Need, (least, most): (i32, i32)) -> Intention {
    let noted = Step {
        at: portulan_testkit::builders::saturday_morning(),
        by: Author::Operator,
    };
    let years = Years {
        first: 2026,
        last: 2027,
    };
    let area = "35238".parse().unwrap();
    let names = (slug("a-venir"), slug("a-venir"));
    let mut one = Intention::new(names, title.to_owned(), area, years, noted);
    one.needs = [need].into_iter().collect();
    one.amount = Some(Span::new(Cents::euros(least), Cents::euros(most)));
    one
}

pub(crate) fn person(number: u8, role: Role, node: &str) -> Actor {
    let id = PersonId::from_parts(1_700_000_000_000, [number; 10]);
    let grant = Grant::new(role, node.parse().unwrap(), None).unwrap();
    let now = portulan_testkit::builders::saturday_morning();
    Actor::Person(Arc::new(Holder::at(id, vec![grant], now)))
}

pub(crate) fn manager(name: &str) -> Actor {
    person(1, Role::OrganisationManager, &format!("structure-{name}"))
}

pub(crate) fn co_ordinator() -> Actor {
    person(2, Role::Coordinator, "departement-35")
}

pub(crate) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}
