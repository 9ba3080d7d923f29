//! Names that change: an organisation merged on another node, a commune that became a part of another, a request that is typed
//! otherwise. None of them has anything twice.

use portulan_app::editing::{Change, Outcome};
use portulan_app::means::envelopes::{self, Asked, EnvelopeError, Wish};
use portulan_app::organisations::{self, MergeWish, Merged};
use portulan_app::{App, rights};
use portulan_model::means::envelopes::{Ceilings, Envelope, EnvelopeField, Limit, Refusal};
use portulan_model::{Cents, Slug};
use portulan_policy::actions::{ManageEnvelopes, ManageOrganisations, PromiseFunds};
use portulan_policy::{Actor, Capability, Role, allow};
use portulan_testkit::Engine;

use super::world::{World, asked, person, slug, wish};
use crate::{on_both_engines, open};

on_both_engines! {
    a_merge_that_another_node_made_counts_before_this_one_knows_of_it
    an_envelope_is_renamed_whatever_a_merge_made_of_its_sums
    ceilings_and_lines_follow_a_commune_that_became_a_part_of_another
    a_request_that_is_typed_otherwise_is_the_same_request
}

/// Merges one organisation into another.
async fn merge(app: &App, lost: &str, kept: &str) {
    let directory = app.directory();
    let known = |name: &str| directory.organisations.get(&slug(name)).unwrap().clone();
    let wish = MergeWish {
        kept: known(kept),
        lost: known(lost),
        theirs: Vec::new(),
        keeps: std::collections::BTreeSet::new(),
        reason: "créée deux fois".to_owned(),
    };
    let over = || -> Capability<ManageOrganisations> {
        let target = rights::territory(&directory, &wish.kept.territory);
        allow(&Actor::Operator, target).unwrap()
    };
    let merged = organisations::merge(app, (&over(), &over()), &wish).await;
    assert_eq!(merged.unwrap(), Merged::Done);
}

async fn promises(world: &World, key: &Slug) -> Capability<PromiseFunds> {
    world.may(&Actor::Operator, key).await.unwrap()
}

/// Each may have 600 €.
async fn bounded(world: &World) -> Slug {
    let ceilings = Ceilings {
        each: Some(Cents::euros(600)),
        ..Ceilings::default()
    };
    let wish = Wish {
        ceilings,
        ..wish("Chacune")
    };
    world.make(&wish).await.unwrap()
}

fn is_beyond(refused: &EnvelopeError, expected: &Limit) -> bool {
    matches!(refused, EnvelopeError::Refused(Refusal::Beyond { limit, .. }) if limit == expected)
}

async fn a_merge_that_another_node_made_counts_before_this_one_knows_of_it(engine: Engine) {
    let world = World::new(engine).await;
    let key = bounded(&world).await;
    let promise = promises(&world, &key).await;
    let take = async |asked| envelopes::promise(&world.app, &promise, &key, asked).await;
    take(asked(1, "epn", 400)).await.unwrap();
    let other = open(&world.database).await;
    merge(&other, "epn", "ccas").await;
    let directory = world.app.directory();
    assert!(directory.organisations.get(&slug("epn")).is_some());
    let refused = take(asked(2, "ccas", 201)).await.unwrap_err();
    let limit = Limit::Beneficiary(slug("ccas"));
    assert!(is_beyond(&refused, &limit), "{refused:?}");
    // Whoever names the one that is no more names the one that stays.
    let line = take(asked(3, "epn", 200)).await.unwrap();
    assert_eq!(line.account.beneficiary, slug("ccas"));
    let again = take(asked(3, "ccas", 200)).await.unwrap();
    assert_eq!(again, line, "the same form");
}

async fn an_envelope_is_renamed_whatever_a_merge_made_of_its_sums(engine: Engine) {
    let world = World::new(engine).await;
    let key = bounded(&world).await;
    let promise = promises(&world, &key).await;
    for (number, who) in [(1, "epn"), (2, "ccas")] {
        let asked = asked(number, who, 400);
        envelopes::promise(&world.app, &promise, &key, asked)
            .await
            .unwrap();
    }
    merge(&world.app, "epn", "ccas").await;
    let may: Capability<ManageEnvelopes> = world.may(&Actor::Operator, &key).await.unwrap();
    let before = world.find(&key).await;
    let change = async |mine: Envelope| {
        let change = Change {
            fields: EnvelopeField::ALL.into(),
            before: before.clone(),
            mine,
        };
        envelopes::change(&world.app, &may, &key, &change).await
    };
    let mut renamed = before.clone();
    "Un autre nom".clone_into(&mut renamed.label);
    let saved = change(renamed).await.unwrap();
    assert_eq!(saved, Outcome::Saved(vec![EnvelopeField::Label]));
    let mut narrow = before.clone();
    narrow.ceilings.each = Some(Cents::euros(700));
    let refused = change(narrow).await.unwrap_err();
    let limit = Limit::Beneficiary(slug("ccas"));
    assert!(is_beyond(&refused, &limit), "{refused:?}");
}

async fn ceilings_and_lines_follow_a_commune_that_became_a_part_of_another(engine: Engine) {
    let world = World::new(engine).await;
    let (old, today) = ("commune-69381", "commune-69123");
    let ceilings = [(old, 100), (today, 200)];
    let ceilings = ceilings.map(|(key, euros)| (key.parse().unwrap(), Cents::euros(euros)));
    let wish = Wish {
        ceilings: Ceilings {
            territories: ceilings.into(),
            ..Ceilings::default()
        },
        ..wish("Communes")
    };
    let key = world.make(&wish).await.unwrap();
    let envelope = world.find(&key).await;
    let named: Vec<_> = envelope.ceilings.territories.into_iter().collect();
    assert_eq!(named, [(today.parse().unwrap(), Cents::euros(300))]);
    let promise = promises(&world, &key).await;
    let take = async |number, place: &str, euros| {
        let mut asked = asked(number, "ccas", euros);
        asked.account.territory = place.parse().unwrap();
        envelopes::promise(&world.app, &promise, &key, asked).await
    };
    let line = take(1, old, 150).await.unwrap();
    assert_eq!(line.account.territory, today.parse().unwrap());
    for place in [old, today] {
        let refused = take(2, place, 151).await.unwrap_err();
        let limit = Limit::Territory(today.parse().unwrap());
        assert!(is_beyond(&refused, &limit), "{place}: {refused:?}");
    }
    take(3, today, 150).await.unwrap();
}

async fn a_request_that_is_typed_otherwise_is_the_same_request(engine: Engine) {
    let world = World::new(engine).await;
    let mut wish = wish("Part du coût");
    wish.rate.share = Some("40 %".parse().unwrap());
    let key = world.make(&wish).await.unwrap();
    let both = [Role::Instructor, Role::Funder].map(|role| (role, "departement-35"));
    let both = person(5, &both);
    let promise: Capability<PromiseFunds> = world.may(&both, &key).await.unwrap();
    let named = |number: u16, name: &str| Asked {
        cost: Some(Cents::euros(1_000)),
        account: portulan_model::means::envelopes::Account {
            request: name.parse().unwrap(),
            ..asked(1, "ccas", 1).account
        },
        ..asked(number, "ccas", 400)
    };
    let one = named(1, "Dossier 12");
    envelopes::promise(&world.app, &promise, &key, one)
        .await
        .unwrap();
    let other = named(2, "dossier-12 ");
    let refused = envelopes::promise(&world.app, &promise, &key, other).await;
    let refused = refused.unwrap_err();
    assert!(is_beyond(&refused, &Limit::Rate), "{refused:?}");
    // Nor does whoever asked grant to it under another spelling.
    assert!(world.grants(&both, &key, "DOSSIER 12").await.is_err());
    let early = world.grants(&both, &key, "autre").await.unwrap();
    let granted = named(3, "DOSSIER 12");
    let refused = envelopes::grant(&world.app, &early, &key, granted).await;
    assert!(
        matches!(refused, Err(EnvelopeError::Other(_))),
        "{refused:?}"
    );
}
