//! Intentions that a body may read, and what is done with pools of them.

use portulan_app::means::intentions;
use portulan_app::means::pools::{self, Asked, Given, Held, PoolError, Wish};
use portulan_app::organisations::{self, MergeWish};
use portulan_app::{bodies, copy, rights};
use portulan_model::means::intentions::{Intention, Kit, Lot, Span, Visibility};
use portulan_model::proposals::Prose;
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, Slug};
use portulan_policy::actions::{
    JoinPools, ManageOrganisations, ProposePools, ReadPool, WriteIntentions,
};
use portulan_policy::{Actor, Capability, Node, Refusal, allow};
use portulan_pools::Key;
use portulan_store::Store;
use portulan_testkit::{Engine, TestDatabase};

use crate::company::{NAMES, intention};
use crate::{may, nothing_to_replay, open};

pub(super) use crate::company::{World, co_ordinator, manager, slug};

impl World {
    pub(super) async fn new(engine: Engine) -> Self {
        Self::of(engine, &NAMES).await
    }

    /// An intention of an organisation, which the members of the body may read.
    pub(super) async fn note(
        &self,
        name: &str,
        title: &str,
        with: impl FnOnce(&mut Intention),
    ) -> Slug {
        let mut one = intention(title, Need::Refurbishing, (4_000, 6_000));
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
            reason: "essai".to_owned(),
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
        weights: [].into(),
    }
}

pub(super) fn why(text: &str) -> Prose {
    Prose::read(text).unwrap().unwrap()
}
