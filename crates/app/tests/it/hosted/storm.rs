//! Many submit around the closing second, on several nodes that stop in the middle: each receipt that was given is that of one
//! stored submission, none is there twice, and each is late or in time by the instant that it bears.

use std::sync::Arc;

use chrono::TimeDelta;
use portulan_app::App;
use portulan_app::means::applications::{self, ApplyError};
use portulan_model::means::applications::{Application, Receipt};
use portulan_model::{ApplicationId, OrganisationKind};
use portulan_store::{ContentDigest, Store};
use portulan_testkit::Engine;
use tokio::task::JoinSet;

use super::world::{World, applies, node, organisation, typed};

/// Organisations that apply; each of them several times.
const APPLICANTS: usize = 20;

/// Applications of a storm.
const MANY: usize = 400;

type Answer = (ApplicationId, Result<Receipt, ApplyError>);

/// Each is sent, in any order, spread over the nodes, up to a number of answers: the nodes then stop where they stand.
async fn storm(nodes: &[Arc<App>], begun: &[(ApplicationId, String)], until: usize) -> Vec<Answer> {
    let mut all = JoinSet::new();
    for (rank, (id, name)) in begun.iter().enumerate() {
        let (app, id, name) = (Arc::clone(&nodes[rank % nodes.len()]), *id, name.clone());
        all.spawn(async move {
            let answers = typed(&[(1, name.as_str()), (2, "Un atelier")]);
            let sent = applications::submit(&app, &applies(&name), id, (1, &answers)).await;
            (id, sent)
        });
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

/// What is stored is what was answered, once each, and told late or in time by its own instant.
async fn holds(world: &World, given: &[(ApplicationId, Receipt)]) {
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
        let late = receipt.at.timestamp() > world.closing.timestamp();
        assert_eq!(receipt.late, late, "{}", receipt.at);
    }
}

fn taken(answers: Vec<Answer>) -> Vec<(ApplicationId, Receipt)> {
    let taken = answers.into_iter().map(|(id, sent)| {
        let receipt = sent.unwrap_or_else(|error| panic!("{error:?}"));
        (id, receipt)
    });
    taken.collect()
}

async fn every_receipt_is_that_of_one_stored_submission(engine: Engine, nodes: usize) {
    let world = World::published(engine).await;
    let mut begun = Vec::new();
    for rank in 0..APPLICANTS {
        let name = format!("asso-{rank}");
        organisation(&world.app, &name, OrganisationKind::Association).await;
    }
    for rank in 0..MANY {
        let name = format!("asso-{}", rank % APPLICANTS);
        let id = world.begin(&name, &format!("page-{rank}")).await.unwrap();
        begun.push((id, name));
    }
    let count = i32::try_from(MANY).unwrap();
    // The clock passes the closing in the middle of the storm.
    let step = TimeDelta::milliseconds(20);
    world
        .clock
        .set(world.closing + TimeDelta::seconds(1) - step * count, step);
    let mut kept = Vec::new();
    for stop in [MANY / 5, MANY / 3] {
        let mut apps = Vec::new();
        for seed in (10..).take(nodes) {
            apps.push(node(&world.database, &world.clock, seed).await);
        }
        kept.extend(taken(storm(&apps, &begun, stop).await));
    }
    holds(&world, &kept).await;
    // All are sent again: who was answered gets the same receipt.
    let last = node(&world.database, &world.clock, 99).await;
    let all = taken(storm(&[last], &begun, usize::MAX).await);
    assert_eq!(all.len(), MANY);
    for one in &kept {
        assert!(all.contains(one), "a receipt that was given stands");
    }
    holds(&world, &all).await;
    let (late, in_time): (Vec<_>, Vec<_>) = all.iter().partition(|(_, receipt)| receipt.late);
    assert!(
        !late.is_empty() && !in_time.is_empty(),
        "{} late",
        late.len()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_receipt_is_that_of_one_stored_submission_on_two_nodes_of_postgresql() {
    every_receipt_is_that_of_one_stored_submission(Engine::Postgres, 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_receipt_is_that_of_one_stored_submission_on_sqlite() {
    every_receipt_is_that_of_one_stored_submission(Engine::Sqlite, 1).await;
}
