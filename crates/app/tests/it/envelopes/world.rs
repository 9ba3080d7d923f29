//! A body of Ille-et-Vilaine with an envelope of an invented foundation, and those who work on it.

use std::sync::Arc;

use portulan_app::bodies::{self, Founded};
use portulan_app::means::envelopes::{self, Asked, EnvelopeError, Wish};
use portulan_app::{App, organisations, rights};
use portulan_model::means::envelopes::{
    Account, Ceilings, Envelope, EnvelopeKind, Funder, Line, Rate, Sums,
};
use portulan_model::people::Organisation;
use portulan_model::proposals::Prose;
use portulan_model::{Cents, Period, PersonId, Slug};
use portulan_policy::actions::{GrantFunds, ManageBodies, ManageEnvelopes, ReadEnvelope};
use portulan_policy::{
    Actor, Alone, Capability, Grant, Holder, Node, Refusal, Role, allow, allow_apart,
};
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, open};

pub(crate) struct World {
    pub(crate) app: Arc<App>,
    pub(crate) body: Slug,
    pub(crate) database: TestDatabase,
}

impl World {
    pub(crate) async fn new(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let app = open(&database).await;
        for name in ["fondation", "ccas", "epn"] {
            let territory = "departement-35".parse().unwrap();
            let organisation = Organisation::named(slug(name), name.to_owned(), territory);
            organisations::create(&app, &may(), organisation)
                .await
                .unwrap();
        }
        let body = found(&app).await;
        Self {
            app,
            body,
            database,
        }
    }

    /// An envelope of 1 000 € for whoever asks.
    pub(crate) async fn envelope(&self) -> Slug {
        self.make(&wish("Postes de Rennes")).await.unwrap()
    }

    pub(crate) async fn make(&self, wish: &Wish) -> Result<Slug, EnvelopeError> {
        let body = Node::Body(self.body.clone());
        let may = allow::<ManageEnvelopes>(&Actor::Operator, body).unwrap();
        envelopes::create(&self.app, &may, wish).await
    }

    pub(crate) async fn find(&self, key: &Slug) -> Envelope {
        envelopes::find(&self.app, key).await.unwrap()
    }

    pub(crate) async fn may<A: Alone>(
        &self,
        actor: &Actor,
        key: &Slug,
    ) -> Result<Capability<A>, Refusal> {
        let envelope = self.find(key).await;
        allow(actor, envelopes::target(&self.app.directory(), &envelope))
    }

    pub(crate) async fn grants(
        &self,
        actor: &Actor,
        key: &Slug,
        request: &str,
    ) -> Result<Capability<GrantFunds>, Refusal> {
        let envelope = self.find(key).await;
        let reads = self.may::<ReadEnvelope>(&Actor::Operator, key).await?;
        let ledger = envelopes::ledger(&self.app, &reads, key).await.unwrap();
        let not = envelopes::may_not_grant(&envelope, &ledger, request);
        let target = envelopes::target(&self.app.directory(), &envelope);
        allow_apart(actor, target, &not)
    }

    pub(crate) async fn lines(&self, key: &Slug) -> Vec<Line> {
        let reads = self.may::<ReadEnvelope>(&Actor::Operator, key).await;
        let ledger = envelopes::ledger(&self.app, &reads.unwrap(), key).await;
        ledger.unwrap().lines().to_vec()
    }

    pub(crate) async fn whole(&self, key: &Slug) -> Sums {
        let lines = self.lines(key).await.into_iter();
        lines
            .map(|line| line.effect)
            .try_fold(Sums::default(), Sums::plus)
            .unwrap()
    }
}

async fn found(app: &App) -> Slug {
    let founded = Founded {
        name: "Gouvernance d’essai".to_owned(),
        seat: "departement-35".parse().unwrap(),
        area: "35001-35003".parse().unwrap(),
        period: Period::default(),
        run_by: None,
        summary: None,
        founding: None,
        referents: Vec::new(),
        by_right: vec![slug("ccas")],
    };
    let on = rights::seat(&app.directory(), &founded.seat).unwrap_or_else(|| {
        let node: Node = "departement-35".parse().unwrap();
        node.into()
    });
    let may = allow::<ManageBodies>(&Actor::Operator, on).unwrap();
    bodies::create(app, &may, founded).await.unwrap()
}

pub(crate) fn wish(label: &str) -> Wish {
    Wish {
        label: label.to_owned(),
        kind: EnvelopeKind::Investment,
        funder: Funder::Organisation(slug("fondation")),
        period: Period::years(2026, 2028).unwrap(),
        amount: Cents::euros(1_000),
        ceilings: Ceilings::default(),
        rate: Rate::default(),
        source: None,
    }
}

/// What a request asks; its form bears its number.
pub(crate) fn asked(number: u16, beneficiary: &str, euros: i32) -> Asked {
    Asked {
        form: format!("demande-{number}"),
        account: Account {
            request: format!("d-{number}").parse().unwrap(),
            beneficiary: slug(beneficiary),
            territory: "commune-35238".parse().unwrap(),
            year: 2026,
        },
        amount: Cents::euros(euros),
        cost: None,
        decision: None,
        reason: prose("essai"),
    }
}

pub(crate) fn person(number: u8, roles: &[(Role, &str)]) -> Actor {
    let id = PersonId::from_parts(1_700_000_000_000, [number; 10]);
    let grant = |(role, node): &(Role, &str)| Grant::new(*role, node.parse().unwrap(), None);
    let grants = roles.iter().map(|one| grant(one).unwrap()).collect();
    let now = portulan_testkit::builders::saturday_morning();
    Actor::Person(Arc::new(Holder::at(id, grants, now)))
}

pub(crate) fn prose(text: &str) -> Prose {
    Prose::read(text).unwrap().unwrap()
}

pub(crate) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}
