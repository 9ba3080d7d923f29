//! A thousand submit in the last ten seconds, and just after, while decisions take from an envelope and the programs that
//! answer them are killed and started again at random: each receipt that was given is that of one stored submission, none is
//! there twice, each is late or in time by the instant that it bears, and no envelope gives more than it holds.

mod nodes;

use std::collections::HashMap;

use chrono::TimeDelta;
use portulan_app::means::envelopes::{self, Wish};
use portulan_app::{Clock as _, SystemClock};
use portulan_model::means::applications::{Application, Receipt};
use portulan_model::means::envelopes::{Ceilings, EnvelopeKind, Funder, Line, Rate};
use portulan_model::{ApplicationId, Cents, OrganisationKind, Period, Slug};
use portulan_policy::actions::{ManageEnvelopes, ReadEnvelope};
use portulan_policy::{Actor, Node, allow};
use portulan_store::{ContentDigest, Store};
use portulan_testkit::Engine;

use super::world::{World, organisation, slug};
use nodes::{Order, Told};

/// Organisations that apply; each of them several times.
const APPLICANTS: usize = 20;

/// Applications of a storm, sent one after the other: a thousand in the ten seconds before the closing, the others just after.
/// What comes within the second of closing is in time.
const MANY: usize = 1_200;
const BEFORE: TimeDelta = TimeDelta::seconds(10);
const APART: TimeDelta = TimeDelta::milliseconds(10);

/// Decisions of a storm, of so many euros each, on an envelope in which these fit: 37 does not divide 5 000.
const DECISIONS: usize = 250;
const EACH: i32 = 37;
const AMOUNT: i32 = 5_000;
const FIT: usize = 135;

/// What is stored is what was answered, once each, and told late or in time by its own instant.
async fn holds(world: &World, given: &HashMap<ApplicationId, Receipt>) {
    let store = Store::open(&world.database.url).await.unwrap();
    for (id, receipt) in given {
        let stored = store.receipts_of(*id).await.unwrap();
        assert_eq!(stored.len(), 1, "one submission for one receipt");
        let (sum, text) = &stored[0];
        assert_eq!(*sum, receipt.fingerprint.to_string());
        assert_eq!(ContentDigest::of(text.as_bytes()).to_string(), *sum);
        let kept: Application = store.kept_one(id).await.unwrap().unwrap();
        assert_eq!(kept.receipts, std::slice::from_ref(receipt));
        assert_eq!(kept.canonical(), *text);
        assert!(
            text.contains(&format!("Un atelier {id}")),
            "their own words"
        );
        let late = receipt.at.timestamp() > world.closing.timestamp();
        assert_eq!(receipt.late, late, "{}", receipt.at);
    }
}

/// The lines are those that were answered, no number is missing or twice, and there is no more than there is money for.
async fn spent(world: &World, envelope: &Slug, given: &HashMap<usize, Box<Line>>) {
    let may = allow::<ReadEnvelope>(&Actor::Operator, Node::Envelope(envelope.clone())).unwrap();
    let ledger = envelopes::ledger(&world.app, &may, envelope).await.unwrap();
    let numbers: Vec<u64> = ledger.lines().iter().map(|line| line.number).collect();
    let whole: Vec<u64> = (1..).take(FIT).collect();
    assert_eq!(numbers, whole, "as many as fit, each once");
    assert_eq!(given.len(), FIT, "each is answered");
    for line in given.values() {
        assert!(ledger.lines().contains(line), "what was answered is stored");
    }
    let granted = ledger.whole().unwrap().granted;
    assert_eq!(granted, Cents::euros(EACH * i32::try_from(FIT).unwrap()));
}

/// An envelope of the body.
async fn envelope(world: &World) -> Slug {
    let node = Node::Body(world.body.clone());
    let may = allow::<ManageEnvelopes>(&Actor::Operator, node).unwrap();
    let wish = Wish {
        label: "Tempête".to_owned(),
        kind: EnvelopeKind::Investment,
        funder: Funder::Organisation(slug("banque")),
        period: Period::years(2026, 2028).unwrap(),
        amount: Cents::euros(AMOUNT),
        ceilings: Ceilings::default(),
        rate: Rate::default(),
        source: None,
    };
    envelopes::create(&world.app, &may, &wish).await.unwrap()
}

/// What is asked of the nodes, each order with the instant from the beginning at which it is sent.
async fn orders(world: &World, envelope: &Slug) -> Vec<Order> {
    let mut orders = Vec::new();
    for rank in 0..MANY {
        let name = format!("asso-{}", rank % APPLICANTS);
        let id = world.begin(&name, &format!("page-{rank}")).await.unwrap();
        orders.push(Order {
            key: id.to_string(),
            line: format!("submit {id} {name}"),
            due: APART * i32::try_from(rank).unwrap(),
        });
    }
    for rank in 0..DECISIONS {
        let beneficiary = ["asso", "ville"][rank % 2];
        orders.push(Order {
            key: rank.to_string(),
            line: format!("grant {envelope} {rank} {beneficiary} {EACH}"),
            due: APART * i32::try_from(rank * MANY / DECISIONS).unwrap(),
        });
    }
    orders.sort_by_key(|order| order.due);
    orders
}

async fn nothing_that_was_answered_is_lost(engine: Engine, count: usize) {
    let world = World::published(engine).await;
    for rank in 0..APPLICANTS {
        let name = format!("asso-{rank}");
        organisation(&world.app, &name, OrganisationKind::Association).await;
    }
    let envelope = envelope(&world).await;
    let orders = orders(&world, &envelope).await;
    // The clock of the nodes is the machine's, so much later that the closing is ten seconds ahead.
    let ahead = world.closing - BEFORE - SystemClock.now();
    let storm = nodes::storm(&world.database, ahead, count, orders).await;
    assert!(storm.killed >= count, "{} were killed", storm.killed);
    let mut receipts: HashMap<ApplicationId, Receipt> = HashMap::new();
    let mut lines: HashMap<usize, Box<Line>> = HashMap::new();
    for told in storm.told {
        match told {
            Told::Submitted(id, receipt) => {
                let other = receipts.insert(id, receipt.clone());
                assert!(
                    other.is_none_or(|other| other == receipt),
                    "two receipts of {id}"
                );
            }
            Told::Granted(number, line) => {
                let other = lines.insert(number, line.clone());
                assert!(
                    other.is_none_or(|other| other == line),
                    "two lines of {number}"
                );
            }
            Told::Full => {}
        }
    }
    assert_eq!(receipts.len(), MANY, "everybody has a receipt");
    holds(&world, &receipts).await;
    spent(&world, &envelope, &lines).await;
    let late = receipts.values().filter(|receipt| receipt.late).count();
    assert!(late > 0 && late < MANY, "{late} late");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_answered_is_lost_when_two_nodes_of_postgresql_are_killed() {
    nothing_that_was_answered_is_lost(Engine::Postgres, 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_answered_is_lost_when_the_node_of_sqlite_is_killed() {
    nothing_that_was_answered_is_lost(Engine::Sqlite, 1).await;
}
