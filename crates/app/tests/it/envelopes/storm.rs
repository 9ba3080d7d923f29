//! A thousand decisions at once on one envelope: as many are taken as fit, the others are told what is left.

use std::sync::Arc;

use portulan_app::App;
use portulan_app::means::envelopes::{self, EnvelopeError};
use portulan_model::means::envelopes::{Limit, Line, Refusal};
use portulan_model::{Cents, Slug};
use portulan_policy::actions::{GrantFunds, PromiseFunds};
use portulan_policy::{Actor, Node, allow, allow_apart};
use portulan_testkit::Engine;
use tokio::task::JoinSet;

use super::world::{World, asked};
use crate::open;

/// Decisions of a storm.
const DECISIONS: u16 = 1_000;
/// What each asks, in euros: 37 does not divide 20 000.
const EACH: i32 = 37;
const AMOUNT: i32 = 20_000;
/// As many as fit, and what is then left.
const FIT: usize = 540;
const LEFT: i32 = 20;

type Answer = Result<Line, EnvelopeError>;

/// One decision: a promise or a grant, as an operator would take it on a node.
async fn decide(app: Arc<App>, key: Slug, number: u16) -> Answer {
    let node = Node::Envelope(key.clone());
    let beneficiary = ["ccas", "epn", "fondation"][usize::from(number) % 3];
    let asked = asked(number, beneficiary, EACH);
    if number.is_multiple_of(2) {
        let may = allow::<PromiseFunds>(&Actor::Operator, node).unwrap();
        envelopes::promise(&app, &may, &key, asked).await
    } else {
        let may = allow_apart::<GrantFunds>(&Actor::Operator, node, &[]).unwrap();
        envelopes::grant(&app, &may, &key, asked).await
    }
}

/// All at once, spread over the nodes; the answers in the order in which they came, up to a number of them: the nodes then
/// stop where they stand.
async fn storm(nodes: &[Arc<App>], key: &Slug, until: usize) -> Vec<Answer> {
    let mut all = JoinSet::new();
    for number in 0..DECISIONS {
        let app = &nodes[usize::from(number) % nodes.len()];
        all.spawn(decide(Arc::clone(app), key.clone(), number));
    }
    let mut answers = Vec::new();
    while answers.len() < until {
        let Some(answer) = all.join_next().await else {
            break;
        };
        answers.push(answer.unwrap());
    }
    all.shutdown().await;
    answers
}

async fn opened(engine: Engine) -> (World, Slug) {
    let world = World::new(engine).await;
    let wish = envelopes::Wish {
        amount: Cents::euros(AMOUNT),
        ..super::wish("Tempête")
    };
    let key = world.make(&wish).await.unwrap();
    (world, key)
}

/// The lines are those that were answered, all of them or at least those, and never more than there is.
async fn holds(world: &World, key: &Slug, taken: &[&Line]) -> usize {
    let lines = world.lines(key).await;
    for line in taken {
        assert!(lines.contains(line), "an answer that was given is stored");
    }
    let numbers: Vec<u64> = lines.iter().map(|line| line.number).collect();
    let whole: Vec<u64> = (1..=u64::try_from(lines.len()).unwrap()).collect();
    assert_eq!(numbers, whole, "no number is missing or twice");
    let used = world.whole(key).await.used().unwrap();
    let each = Cents::euros(EACH);
    assert_eq!(
        used,
        each.times(i64::try_from(lines.len()).unwrap()).unwrap()
    );
    assert!(used <= Cents::euros(AMOUNT));
    lines.len()
}

async fn as_many_fit_as_there_is_money_for(engine: Engine, nodes: usize) {
    let (world, key) = opened(engine).await;
    let mut apps = vec![Arc::clone(&world.app)];
    while apps.len() < nodes {
        apps.push(open(&world.database).await);
    }
    let answers = storm(&apps, &key, usize::MAX).await;
    assert_eq!(answers.len(), usize::from(DECISIONS));
    let taken: Vec<&Line> = answers.iter().flatten().collect();
    assert_eq!(taken.len(), FIT);
    for refused in answers.iter().filter_map(|answer| answer.as_ref().err()) {
        let EnvelopeError::Refused(Refusal::Beyond {
            limit, left, over, ..
        }) = refused
        else {
            panic!("{refused:?}");
        };
        assert_eq!(*limit, Limit::Envelope);
        assert_eq!(*left, Cents::euros(LEFT));
        assert_eq!(*over, Cents::euros(EACH - LEFT));
    }
    assert_eq!(holds(&world, &key, &taken).await, FIT);
}

/// The nodes stop in the middle, whatever they were writing; others open the same database and go on.
async fn nothing_is_lost_nor_taken_twice_when_nodes_stop_in_the_middle(
    engine: Engine,
    nodes: usize,
) {
    let (world, key) = opened(engine).await;
    let mut kept: Vec<Line> = Vec::new();
    for stop in [60, 200] {
        let mut apps = Vec::new();
        while apps.len() < nodes {
            apps.push(open(&world.database).await);
        }
        let answers = storm(&apps, &key, stop).await;
        kept.extend(answers.into_iter().flatten());
        let taken: Vec<&Line> = kept.iter().collect();
        holds(&world, &key, &taken).await;
    }
    // The same forms again: those that were taken are answered with their line, the others are decided.
    let answers = storm(&[open(&world.database).await], &key, usize::MAX).await;
    let taken: Vec<&Line> = answers.iter().flatten().chain(&kept).collect();
    assert_eq!(answers.iter().flatten().count(), FIT);
    assert_eq!(holds(&world, &key, &taken).await, FIT);
}

#[tokio::test(flavor = "multi_thread")]
async fn as_many_fit_as_there_is_money_for_on_two_nodes_of_postgresql() {
    as_many_fit_as_there_is_money_for(Engine::Postgres, 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn as_many_fit_as_there_is_money_for_on_sqlite() {
    as_many_fit_as_there_is_money_for(Engine::Sqlite, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_nor_taken_twice_when_two_nodes_of_postgresql_stop_in_the_middle() {
    nothing_is_lost_nor_taken_twice_when_nodes_stop_in_the_middle(Engine::Postgres, 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_nor_taken_twice_when_sqlite_stops_in_the_middle() {
    nothing_is_lost_nor_taken_twice_when_nodes_stop_in_the_middle(Engine::Sqlite, 1).await;
}
