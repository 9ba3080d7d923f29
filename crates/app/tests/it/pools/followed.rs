//! What became of the request of a pool: its lines in the ledgers of the body, each read by its own right, the way back, and one
//! cost in the plan however its reference was typed.

use std::collections::BTreeSet;

use portulan_app::means::envelopes::{self, Asked};
use portulan_app::means::plan;
use portulan_app::means::pools::{self, Followed};
use portulan_app::{bodies, rights};
use portulan_model::means::envelopes::{Account, Ceilings, EnvelopeKind, Funder, Rate, Reference};
use portulan_model::means::intentions::Span;
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, Period, Slug};
use portulan_policy::actions::{GrantFunds, ManageEnvelopes, PromiseFunds, ReadBody};
use portulan_policy::{Actor, Alone, Capability, Node, allow, allow_apart};
use portulan_testkit::Engine;

use super::world::{World, co_ordinator, manager, slug, why};
use crate::on_both_engines;

on_both_engines! {
    lines_that_bear_the_reference_are_read_with_the_pool_by_those_who_may
    the_plan_counts_what_a_pool_asks_once_however_it_is_typed
}

/// An envelope of the body, of 20 000 €.
async fn envelope(world: &World) -> Slug {
    let wish = envelopes::Wish {
        label: "Matériel".to_owned(),
        kind: EnvelopeKind::Investment,
        funder: Funder::Outside("Fondation d’essai".to_owned()),
        period: Period::years(2026, 2028).unwrap(),
        amount: Cents::euros(20_000),
        ceilings: Ceilings::default(),
        rate: Rate::default(),
        source: None,
    };
    let body = Node::Body(world.body.clone());
    let may = allow::<ManageEnvelopes>(&Actor::Operator, body).unwrap();
    envelopes::create(&world.app, &may, &wish).await.unwrap()
}

fn asked(form: &str, request: &str, euros: i32) -> Asked {
    Asked {
        form: form.to_owned(),
        account: Account {
            request: request.parse().unwrap(),
            beneficiary: slug("ccas"),
            territory: "commune-35238".parse().unwrap(),
            year: 2026,
        },
        amount: Cents::euros(euros),
        cost: None,
        decision: None,
        reason: why("essai"),
    }
}

async fn on<A: Alone>(world: &World, key: &Slug) -> Capability<A> {
    let envelope = envelopes::find(&world.app, key).await.unwrap();
    let target = envelopes::target(&world.app.directory(), &envelope);
    allow(&Actor::Operator, target).unwrap()
}

async fn promise(world: &World, key: &Slug, (form, request, euros): (&str, &str, i32)) {
    let may = on::<PromiseFunds>(world, key).await;
    let done = envelopes::promise(&world.app, &may, key, asked(form, request, euros));
    done.await.unwrap();
}

async fn grant(world: &World, key: &Slug, (form, request, euros): (&str, &str, i32)) {
    let envelope = envelopes::find(&world.app, key).await.unwrap();
    let target = envelopes::target(&world.app.directory(), &envelope);
    let may = allow_apart::<GrantFunds>(&Actor::Operator, target, &[]).unwrap();
    let done = envelopes::grant(&world.app, &may, key, asked(form, request, euros));
    done.await.unwrap();
}

async fn followed(world: &World, pool: &Slug, actor: &Actor) -> Vec<Followed> {
    let held = world.held(pool).await;
    pools::followed(&world.app, actor, &held).await.unwrap()
}

async fn lines_that_bear_the_reference_are_read_with_the_pool_by_those_who_may(engine: Engine) {
    let world = World::new(engine).await;
    let key = envelope(&world).await;
    let ids = world.three().await;
    let pool = world.submitted(&ids).await;
    let none = followed(&world, &pool, &Actor::Operator).await;
    assert!(none[0].lines.is_empty(), "an envelope that did nothing yet");
    promise(&world, &key, ("un", "ds 1", 900)).await;
    promise(&world, &key, ("deux", "DS-2", 50)).await;
    grant(&world, &key, ("trois", "DS-1", 600)).await;
    let all = followed(&world, &pool, &Actor::Operator).await;
    let [one] = all.as_slice() else {
        panic!("{all:?}");
    };
    assert_eq!(one.envelope.slug, key);
    assert_eq!(one.lines.len(), 2, "{:?}", one.lines);
    assert_eq!(one.sums.granted, Cents::euros(600));
    // A manager reads the pool in which the organisation has a part, and no line of an envelope that is not its own to read.
    assert!(followed(&world, &pool, &manager("epn")).await.is_empty());
    let requests: BTreeSet<Reference> = ["Ds 1".parse().unwrap()].into();
    let others: BTreeSet<Reference> = ["DS-2".parse().unwrap()].into();
    let body = &world.body;
    for (actor, requests, found) in [
        (co_ordinator(), None, 1),
        (manager("epn"), None, 1),
        (manager("relais"), None, 0),
        (co_ordinator(), Some(&requests), 1),
        (co_ordinator(), Some(&others), 0),
    ] {
        let back = pools::submitted(&world.app, &actor, (body, requests)).await;
        assert_eq!(back.unwrap().len(), found);
    }
}

async fn the_plan_counts_what_a_pool_asks_once_however_it_is_typed(engine: Engine) {
    let world = World::new(engine).await;
    let key = envelope(&world).await;
    // Three needs: nothing of them overlaps.
    let mut ids = Vec::new();
    for (name, title, need, most) in [
        (
            "ccas",
            "Former les agents d’accueil",
            Need::TrainAgents,
            7_000,
        ),
        ("epn", "Observer les besoins", Need::Data, 6_000),
        (
            "mediatheque",
            "Renouveler des ordinateurs",
            Need::Refurbishing,
            5_000,
        ),
    ] {
        let id = world.note(name, title, |one| {
            one.needs = [need].into_iter().collect();
            one.amount = Some(Span::new(Cents::euros(4_000), Cents::euros(most)));
            one.equipment.clear();
        });
        ids.push(id.await);
    }
    let before = counted(&world).await;
    assert_eq!(
        before[1],
        Cents::euros(18_000),
        "what three intentions say at most"
    );
    world.submitted(&ids).await;
    assert_eq!(
        counted(&world).await,
        before,
        "carried, they count as before"
    );
    promise(&world, &key, ("un", "ds  1", 18_000)).await;
    assert_eq!(
        counted(&world).await[1],
        Cents::euros(18_000),
        "the line of the request is the cost of the three"
    );
}

/// What the plan counts of three years, between bounds.
async fn counted(world: &World) -> [Cents; 2] {
    let directory = world.app.directory();
    let body = directory.levels.body(&world.body).unwrap();
    let target = rights::joined_body(&directory, body, bodies::today(&world.app));
    let may = allow::<ReadBody>(&Actor::Operator, target).unwrap();
    let gathered = plan::of_body(&world.app, &may, 2026).await.unwrap();
    let whole = gathered.told().unwrap().whole.unwrap();
    [whole.all.counted.low(), whole.all.counted.high()]
}
