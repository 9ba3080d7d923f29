//! Envelopes on both engines: who may do what, nothing beyond what there is, and a form that is sent twice is one line.

mod names;
mod plan;
mod rights;
mod storm;
pub(super) mod world;

use portulan_app::editing::{Change, Outcome};
use portulan_app::exchange::{self, Exchange, List};
use portulan_app::means::envelopes::{self, EnvelopeError};
use portulan_model::Cents;
use portulan_model::means::envelopes::{
    Ceilings, Envelope, EnvelopeField, Funder, Limit, Refusal, Sums, Unsound,
};
use portulan_policy::actions::{
    CorrectLedger, ManageEnvelopes, PayFunds, PromiseFunds, ReadBody, ReadEnvelope, Restore,
};
use portulan_policy::{Actor, Node, Role, allow};

use crate::{may, on_both_engines, open};
use world::{World, asked, person, prose, slug, wish};

on_both_engines! {
    money_is_promised_granted_paid_released_and_a_wrong_line_undone
    a_form_that_is_sent_twice_makes_one_envelope_and_one_line
    an_envelope_is_not_made_smaller_than_what_was_taken_from_it
    members_see_sums_of_three_and_nothing_of_one
    the_lines_leave_as_a_file_that_no_spreadsheet_runs
    an_envelope_travels_without_its_lines_and_no_document_changes_it
    an_envelope_that_a_person_wrote_comes_home_unchanged
}

fn sums(promised: i32, granted: i32, paid: i32) -> Sums {
    Sums {
        promised: Cents::euros(promised),
        granted: Cents::euros(granted),
        paid: Cents::euros(paid),
    }
}

async fn money_is_promised_granted_paid_released_and_a_wrong_line_undone(
    engine: portulan_testkit::Engine,
) {
    let world = World::new(engine).await;
    let (app, key) = (&world.app, &world.envelope().await);
    let promise = world
        .may::<PromiseFunds>(&Actor::Operator, key)
        .await
        .unwrap();
    let pay = world.may::<PayFunds>(&Actor::Operator, key).await.unwrap();
    let correct = world
        .may::<CorrectLedger>(&Actor::Operator, key)
        .await
        .unwrap();
    let grant = world.grants(&Actor::Operator, key, "d-1").await.unwrap();
    envelopes::promise(app, &promise, key, asked(1, "ccas", 500))
        .await
        .unwrap();
    let again = asked(1, "ccas", 400);
    let again = envelopes::Asked {
        form: "2".to_owned(),
        ..again
    };
    envelopes::grant(app, &grant, key, again).await.unwrap();
    let paid = envelopes::Asked {
        form: "3".to_owned(),
        ..asked(1, "ccas", 300)
    };
    let line = envelopes::pay(app, &pay, key, paid).await.unwrap();
    assert_eq!(line.number, 3);
    assert_eq!(world.whole(key).await, sums(100, 400, 300));
    let back = envelopes::Asked {
        form: "4".to_owned(),
        ..asked(1, "ccas", 150)
    };
    envelopes::release(app, &correct, key, back).await.unwrap();
    assert_eq!(world.whole(key).await, sums(0, 350, 300));
    let why = || ("5", prose("mauvais compte"));
    let undone = envelopes::reverse(app, &correct, (key, 3), why())
        .await
        .unwrap();
    let twice = envelopes::reverse(app, &correct, (key, 3), why())
        .await
        .unwrap();
    assert_eq!(undone, twice, "the same form");
    let other = ("6", prose("encore"));
    let refused = envelopes::reverse(app, &correct, (key, 3), other).await;
    assert!(matches!(
        refused,
        Err(EnvelopeError::Refused(Refusal::Reversed(3)))
    ));
    assert_eq!(world.whole(key).await, sums(0, 350, 0));
    let beyond = envelopes::Asked {
        form: "7".to_owned(),
        ..asked(2, "epn", 651)
    };
    let refused = envelopes::promise(app, &promise, key, beyond)
        .await
        .unwrap_err();
    let EnvelopeError::Refused(Refusal::Beyond {
        limit, left, over, ..
    }) = refused
    else {
        panic!("{refused}");
    };
    assert_eq!(
        (limit, left, over),
        (Limit::Envelope, Cents::euros(650), Cents::euros(1))
    );
    let nobody = asked(8, "inconnue", 1);
    let refused = envelopes::promise(app, &promise, key, nobody).await;
    assert!(matches!(refused, Err(EnvelopeError::NoOrganisation(_))));
}

async fn a_form_that_is_sent_twice_makes_one_envelope_and_one_line(
    engine: portulan_testkit::Engine,
) {
    let world = World::new(engine).await;
    let key = world.envelope().await;
    assert_eq!(world.envelope().await, key);
    let promise = world
        .may::<PromiseFunds>(&Actor::Operator, &key)
        .await
        .unwrap();
    let take = || envelopes::promise(&world.app, &promise, &key, asked(1, "ccas", 5));
    let (one, other) = tokio::join!(take(), take());
    assert_eq!(one.unwrap(), other.unwrap());
    assert_eq!(world.lines(&key).await.len(), 1);
    let empty = envelopes::Wish {
        amount: Cents::ZERO,
        ..wish("Vide")
    };
    let refused = world.make(&empty).await;
    assert!(matches!(
        refused,
        Err(EnvelopeError::Unsound(Unsound::NoAmount))
    ));
}

async fn an_envelope_is_not_made_smaller_than_what_was_taken_from_it(
    engine: portulan_testkit::Engine,
) {
    let world = World::new(engine).await;
    let key = world.envelope().await;
    let promise = world
        .may::<PromiseFunds>(&Actor::Operator, &key)
        .await
        .unwrap();
    envelopes::promise(&world.app, &promise, &key, asked(1, "ccas", 600))
        .await
        .unwrap();
    let manager = person(6, &[(Role::Coordinator, "departement-35")]);
    let may = world.may::<ManageEnvelopes>(&manager, &key).await.unwrap();
    let before = world.find(&key).await;
    let change = |mine: Envelope| Change {
        fields: EnvelopeField::ALL.into(),
        before: before.clone(),
        mine,
    };
    let small = Envelope {
        amount: Cents::euros(599),
        ..before.clone()
    };
    let refused = envelopes::change(&world.app, &may, &key, &change(small)).await;
    assert!(matches!(
        refused,
        Err(EnvelopeError::Refused(Refusal::Beyond {
            limit: Limit::Envelope,
            ..
        }))
    ));
    let ceilings = Ceilings {
        each: Some(Cents::euros(599)),
        ..Ceilings::default()
    };
    let narrow = Envelope {
        ceilings,
        ..before.clone()
    };
    let refused = envelopes::change(&world.app, &may, &key, &change(narrow)).await;
    assert!(matches!(
        refused,
        Err(EnvelopeError::Refused(Refusal::Beyond {
            limit: Limit::Beneficiary(_),
            ..
        }))
    ));
    let exact = Envelope {
        amount: Cents::euros(600),
        ..before.clone()
    };
    let saved = envelopes::change(&world.app, &may, &key, &change(exact))
        .await
        .unwrap();
    assert_eq!(saved, Outcome::Saved(vec![EnvelopeField::Amount]));
    let after = world.find(&key).await;
    assert_eq!(after.amount, Cents::euros(600));
    assert_eq!(after.hands.len(), 2, "who wrote the amount does not grant");
    // Two who change it: the second decides.
    let theirs = Envelope {
        amount: Cents::euros(700),
        ..before.clone()
    };
    let clash = envelopes::change(&world.app, &may, &key, &change(theirs))
        .await
        .unwrap();
    assert!(matches!(clash, Outcome::Clash { .. }));
    let nobody = Envelope {
        funder: Funder::Organisation(slug("inconnue")),
        ..after.clone()
    };
    let refused = envelopes::change(&world.app, &may, &key, &change(nobody)).await;
    assert!(matches!(refused, Err(EnvelopeError::NoOrganisation(_))));
}

async fn members_see_sums_of_three_and_nothing_of_one(engine: portulan_testkit::Engine) {
    let world = World::new(engine).await;
    let key = world.envelope().await;
    let body = Node::Body(world.body.clone());
    let reads = allow::<ReadBody>(&Actor::Operator, body).unwrap();
    let seen = async || {
        envelopes::shared(&world.app, &reads)
            .await
            .unwrap()
            .remove(0)
    };
    assert_eq!(seen().await.whole, Some(sums(0, 0, 0)));
    let promise = world
        .may::<PromiseFunds>(&Actor::Operator, &key)
        .await
        .unwrap();
    for (n, (who, whole)) in [
        ("ccas", None),
        ("ccas", None),
        ("epn", None),
        ("fondation", Some(sums(40, 0, 0))),
    ]
    .into_iter()
    .enumerate()
    {
        let n = u16::try_from(n).unwrap();
        envelopes::promise(&world.app, &promise, &key, asked(n, who, 10))
            .await
            .unwrap();
        let seen = seen().await;
        assert_eq!(seen.whole, whole, "{who}");
        assert_eq!(
            seen.territories.into_values().next().unwrap(),
            whole,
            "{who}"
        );
    }
}

async fn the_lines_leave_as_a_file_that_no_spreadsheet_runs(engine: portulan_testkit::Engine) {
    let world = World::new(engine).await;
    let key = world.envelope().await;
    let promise = world
        .may::<PromiseFunds>(&Actor::Operator, &key)
        .await
        .unwrap();
    let odd = envelopes::Asked {
        reason: prose("=1+1 \"dit-on\""),
        ..asked(1, "ccas", 12)
    };
    envelopes::promise(&world.app, &promise, &key, odd)
        .await
        .unwrap();
    let reads = world
        .may::<ReadEnvelope>(&Actor::Operator, &key)
        .await
        .unwrap();
    let file = envelopes::export(&world.app, &reads, &key).await.unwrap();
    let rows: Vec<&str> = file.lines().collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[1].contains(",1200,0,0,"), "{}", rows[1]);
    assert!(rows[1].ends_with("\"'=1+1 \"\"dit-on\"\"\""), "{}", rows[1]);
    let columns = rows[0].split(',').count();
    assert_eq!(columns, 14);
}

async fn an_envelope_travels_without_its_lines_and_no_document_changes_it(
    engine: portulan_testkit::Engine,
) {
    let world = World::new(engine).await;
    let key = world.envelope().await;
    let promise = world.may::<PromiseFunds>(&Actor::Operator, &key).await;
    envelopes::promise(&world.app, &promise.unwrap(), &key, asked(1, "ccas", 5))
        .await
        .unwrap();
    let territory = "departement-35".parse().unwrap();
    let document = exchange::export(&world.app, &may(), &territory)
        .await
        .unwrap();
    assert_eq!(document.records(List::Envelopes).len(), 1);
    let database = portulan_testkit::TestDatabase::new(engine);
    let other = open(&database).await;
    let take = may::<Restore>();
    let report = exchange::import(&other, &take, &document).await.unwrap();
    assert_eq!(report.refused, 0, "{report:?}");
    let there = envelopes::find(&other, &key).await.unwrap();
    assert_eq!(there, world.find(&key).await);
    let reads = allow::<ReadEnvelope>(&Actor::Operator, Node::Envelope(key.clone())).unwrap();
    let ledger = envelopes::ledger(&other, &reads, &key).await.unwrap();
    assert_eq!(ledger.lines(), []);
    let mut changed = document.to_value();
    changed["envelopes"][0]["funder"] = serde_json::json!({"organisation": "ccas"});
    let changed = Exchange::from_value(changed).unwrap();
    let report = exchange::import(&other, &take, &changed).await.unwrap();
    let reasons: Vec<&str> = report.refusals().map(|(_, reason)| reason.word()).collect();
    assert_eq!(reasons, ["held"]);
    assert_eq!(envelopes::find(&other, &key).await.unwrap(), there);
}

async fn an_envelope_that_a_person_wrote_comes_home_unchanged(engine: portulan_testkit::Engine) {
    let world = World::new(engine).await;
    let manager = person(6, &[(Role::Coordinator, "departement-35")]);
    let directory = world.app.directory();
    let body = directory.levels.body(&world.body).unwrap();
    let body = portulan_app::rights::body(&directory, body);
    let may_make = allow::<ManageEnvelopes>(&manager, body).unwrap();
    let key = envelopes::create(&world.app, &may_make, &wish("Écrite")).await;
    let before = world.find(&key.unwrap()).await;
    assert_eq!(before.hands.len(), 1);
    let territory = "departement-35".parse().unwrap();
    let document = exchange::export(&world.app, &may(), &territory)
        .await
        .unwrap();
    let take = may::<Restore>();
    let report = exchange::import(&world.app, &take, &document)
        .await
        .unwrap();
    let reasons: Vec<&str> = report.refusals().map(|(_, reason)| reason.word()).collect();
    assert_eq!(reasons, [] as [&str; 0]);
    let after = world.find(&before.slug).await;
    assert_eq!(after, before, "whose hands wrote it is still known");
}
