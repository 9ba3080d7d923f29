//! A body of Ille-et-Vilaine, organisations of Rennes with intentions that it may read, and those who speak for them.

use std::sync::Arc;

use portulan_app::bodies::{self, Founded};
use portulan_app::means::intentions;
use portulan_app::means::pools::{self, Asked, Given, Held, PoolError, Wish};
use portulan_app::organisations::{self, MergeWish};
use portulan_app::{App, copy, rights};
use portulan_model::journal::Author;
use portulan_model::means::intentions::{Intention, Kit, Lot, Span, Step, Visibility, Years};
use portulan_model::people::Organisation;
use portulan_model::proposals::Prose;
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, Period, PersonId, Slug};
use portulan_policy::actions::{
    JoinPools, ManageBodies, ManageOrganisations, ProposePools, ReadPool, WriteIntentions,
};
use portulan_policy::{Actor, Capability, Grant, Holder, Node, Refusal, Role, allow};
use portulan_pools::Key;
use portulan_store::Store;
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, nothing_to_replay, open};

const NAMES: [&str; 5] = ["ccas", "epn", "mediatheque", "atelier", "relais"];

pub(super) struct World {
    pub(super) app: Arc<App>,
    body: Slug,
    engine: Engine,
    database: TestDatabase,
}

impl World {
    pub(super) async fn new(engine: Engine) -> Self {
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
            by_right: NAMES.iter().map(|name| slug(name)).collect(),
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

    /// An intention of an organisation, which the members of the body may read.
    pub(super) async fn note(
        &self,
        name: &str,
        title: &str,
        with: impl FnOnce(&mut Intention),
    ) -> Slug {
        let noted = Step {
            at: portulan_testkit::builders::saturday_morning(),
            by: Author::Operator,
        };
        let years = Years {
            first: 2026,
            last: 2027,
        };
        let names = (slug("a-venir"), slug("a-venir"));
        let area = "35238".parse().unwrap();
        let mut one = Intention::new(names, title.to_owned(), area, years, noted);
        one.needs = [Need::Refurbishing].into_iter().collect();
        one.amount = Some(Span::new(Cents::euros(4_000), Cents::euros(6_000)));
        one.equipment = vec![Lot {
            kit: Kit::Computer,
            count: 8,
        }];
        one.visibility = Visibility::Levels { members: true };
        with(&mut one);
        let organisation = Node::Organisation(slug(name));
        let may: Capability<WriteIntentions> = allow(&manager(name), organisation).unwrap();
        intentions::note(&self.app, &may, one).await.unwrap()
    }

    /// Three intentions that are worth carrying together.
    pub(super) async fn three(&self) -> Vec<Slug> {
        let mut ids = Vec::new();
        for (name, most) in [("ccas", 7_000), ("epn", 6_000), ("mediatheque", 5_000)] {
            let id = self.note(name, "Renouveler des ordinateurs", |one| {
                one.amount = Some(Span::new(Cents::euros(4_000), Cents::euros(most)));
            });
            ids.push(id.await);
        }
        ids
    }

    pub(super) async fn intentions(&self) -> Vec<Intention> {
        let store = Store::open(&self.database.url).await.unwrap();
        store.kept().await.unwrap()
    }

    pub(super) fn proposes(&self) -> Capability<ProposePools> {
        self.proposes_as(&co_ordinator()).unwrap()
    }

    pub(super) fn proposes_as(&self, actor: &Actor) -> Result<Capability<ProposePools>, Refusal> {
        let directory = self.app.directory();
        let body = directory.levels.body(&self.body).unwrap();
        let day = bodies::today(&self.app);
        allow(actor, rights::joined_body(&directory, body, day))
    }

    pub(super) fn reads(&self, actor: &Actor) -> Result<Capability<ReadPool>, Refusal> {
        let directory = self.app.directory();
        let body = directory.levels.body(&self.body).unwrap();
        let day = bodies::today(&self.app);
        allow(actor, rights::led_body(&directory, body, day))
    }

    pub(super) async fn propose(&self, ids: &[Slug]) -> Result<Slug, PoolError> {
        let wish = wish("Ordinateurs", ids);
        let made = pools::propose(&self.app, &self.proposes(), wish).await?;
        Ok(made.slug)
    }

    pub(super) async fn held(&self, pool: &Slug) -> Held {
        let may = self.reads(&co_ordinator()).unwrap();
        pools::find(&self.app, &may, pool).await.unwrap()
    }

    pub(super) async fn agree(
        &self,
        pool: &Slug,
        name: &str,
        version: u32,
    ) -> Result<(), PoolError> {
        pools::agree(&self.app, &joins(name), reading(pool, version)).await
    }

    pub(super) async fn leave(
        &self,
        pool: &Slug,
        (name, version): (&str, u32),
        lead: Option<&str>,
    ) -> Result<(), PoolError> {
        let lead = lead.map(slug);
        let given = reading(pool, version);
        pools::leave(&self.app, &joins(name), given, lead.as_ref()).await
    }

    /// A pool of three that everybody agreed to and that was submitted.
    pub(super) async fn submitted(&self, ids: &[Slug]) -> Slug {
        let pool = self.propose(ids).await.unwrap();
        for name in ["ccas", "epn", "mediatheque"] {
            self.agree(&pool, name, 1).await.unwrap();
        }
        let given = reading(&pool, 1);
        let request = "DS-1".parse().unwrap();
        pools::submit(&self.app, &self.proposes(), given, request)
            .await
            .unwrap();
        pool
    }

    pub(super) async fn merge(&self, lost: &str, kept: &str) {
        let known = |name: &str| {
            let directory = self.app.directory();
            directory.organisations.get(&slug(name)).unwrap().clone()
        };
        let over: Capability<ManageOrganisations> = may();
        let wish = MergeWish {
            kept: known(kept),
            lost: known(lost),
            theirs: Vec::new(),
            keeps: [].into(),
            reason: String::new(),
        };
        organisations::merge(&self.app, (&over, &over), &wish)
            .await
            .unwrap();
    }

    /// The same on another database, from a copy.
    pub(super) async fn copied(&self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("copie.ndjson");
        copy::backup(&self.app, &may(), &file).await.unwrap();
        let database = TestDatabase::new(self.engine);
        copy::restore(&database.url, &may(), &file, &nothing_to_replay())
            .await
            .unwrap();
        Self {
            app: open(&database).await,
            body: self.body.clone(),
            engine: self.engine,
            database,
        }
    }
}

/// An act on a version of a pool that was read, without a reason.
pub(super) const fn reading(pool: &Slug, version: u32) -> Given<'_> {
    Given {
        pool,
        version,
        why: None,
    }
}

fn joins(name: &str) -> Capability<JoinPools> {
    allow(&manager(name), Node::Organisation(slug(name))).unwrap()
}

pub(super) fn wish(title: &str, ids: &[Slug]) -> Wish {
    Wish {
        title: title.to_owned(),
        intentions: ids.to_vec(),
        asked: asked(
            ids,
            if ids.first().is_some_and(|id| id.as_str().starts_with("epn")) {
                "epn"
            } else {
                "ccas"
            },
        ),
        why: None,
    }
}

/// Terms in which each intention keeps something for itself, and nothing is common.
pub(super) fn asked(ids: &[Slug], lead: &str) -> Asked {
    let own = (1..)
        .zip(ids)
        .map(|(at, id)| (id.clone(), Cents::euros(1_000 * at)));
    Asked {
        lead: slug(lead),
        own: own.collect(),
        common: Cents::ZERO,
        key: Key::Equal,
    }
}

fn person(number: u8, role: Role, node: &str) -> Actor {
    let id = PersonId::from_parts(1_700_000_000_000, [number; 10]);
    let grant = Grant::new(role, node.parse().unwrap(), None).unwrap();
    let now = portulan_testkit::builders::saturday_morning();
    Actor::Person(Arc::new(Holder::at(id, vec![grant], now)))
}

pub(super) fn manager(name: &str) -> Actor {
    person(1, Role::OrganisationManager, &format!("structure-{name}"))
}

pub(super) fn co_ordinator() -> Actor {
    person(2, Role::Coordinator, "departement-35")
}

pub(super) fn why(text: &str) -> Prose {
    Prose::read(text).unwrap().unwrap()
}

pub(super) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}
