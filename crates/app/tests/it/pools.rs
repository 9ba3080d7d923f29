//! Pools on both engines: intentions carried and given back to the byte, shares that add up, agreements to a version, parting
//! before and after, and nothing for those who have no part.

mod followed;
mod weights;
mod world;

use std::collections::BTreeSet;

use portulan_app::Error;
use portulan_app::means::pools::{self, Held, PoolError};
use portulan_model::means::intentions::{Alliance, State};
use portulan_model::means::pools::{PoolAct, PoolStage};
use portulan_model::{Cents, Slug};
use portulan_policy::actions::ReadPool;
use portulan_policy::{Node, allow};
use portulan_pools::{Key, Refusal, Unsound};
use portulan_testkit::Engine;

use crate::on_both_engines;
use world::{World, asked, co_ordinator, manager, reading, slug, why, wish};

on_both_engines! {
    undoing_a_pool_gives_every_intention_back_to_the_byte
    shares_add_up_to_the_cent_whatever_is_common
    an_intention_is_in_one_pool_at_most_whoever_proposes
    everybody_agrees_then_the_request_goes_in_and_is_taken_back
    an_agreement_and_other_terms_at_once_leave_no_agreement_to_what_was_not_read
    who_leaves_has_its_intentions_back_and_the_others_are_asked_again
    after_the_request_is_in_a_departure_is_an_amendment
    a_lead_who_leaves_names_the_next
    a_member_proposes_what_it_has_a_part_in_and_reads_no_other_pool
    what_is_worth_pooling_is_suggested_to_those_who_lead
    a_merged_organisation_keeps_its_part
    a_pool_is_copied_with_what_it_carries
}

async fn undoing_a_pool_gives_every_intention_back_to_the_byte(engine: Engine) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let before = world.intentions().await;
    let pool = world.propose(&ids).await.unwrap();
    for one in world.intentions().await {
        assert!(matches!(&one.state, State::Pooled { pool: of, .. } if *of == pool));
    }
    assert_eq!(world.propose(&ids).await.unwrap(), pool, "the same form");
    let given = reading(&pool, 1);
    pools::undo(&world.app, &world.proposes(), given)
        .await
        .unwrap();
    assert_eq!(world.intentions().await, before);
    let held = world.held(&pool).await;
    assert_eq!(held.record.stage, PoolStage::Undone);
    assert!(held.record.carries.is_empty());
    assert_eq!(held.parts().len(), 3, "what it was stays to be read");
    let again = world.propose(&ids).await.unwrap();
    assert_ne!(again, pool, "an address is never used twice");
}

async fn shares_add_up_to_the_cent_whatever_is_common(engine: Engine) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let pool = world.propose(&ids).await.unwrap();
    let directory = world.app.directory();
    for (version, (common, key)) in (1..).zip([
        (10_000, Key::Equal),
        (10_001, Key::Own),
        (1, Key::Equal),
        (99_999, Key::Own),
    ]) {
        let mut terms = asked(&ids, "ccas");
        terms.common = Cents::new(common);
        terms.key = key;
        let given = reading(&pool, version);
        pools::change(&world.app, &world.proposes(), given, terms)
            .await
            .unwrap();
        let held = world.held(&pool).await;
        let shares = held.shares(&directory).unwrap();
        let sum: i64 = shares.values().map(|share| share.total.get()).sum();
        let parted: i64 = shares.values().map(|share| share.common.get()).sum();
        assert_eq!(held.total().unwrap().get(), sum);
        assert_eq!(parted, common);
        assert_eq!(held.version(), version + 1);
    }
    let mut terms = asked(&ids, "ccas");
    terms.common = Cents::euros(10);
    terms.key = Key::Time;
    let given = reading(&pool, 5);
    let refused = pools::change(&world.app, &world.proposes(), given, terms).await;
    assert!(
        matches!(
            refused,
            Err(PoolError::Refused(Refusal::Unsound(Unsound::NoWeight)))
        ),
        "nobody told any time"
    );
}

async fn an_intention_is_in_one_pool_at_most_whoever_proposes(engine: Engine) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let both = |title: &str, of: &[Slug]| wish(title, of);
    let (one, other) = (both("Première", &ids[..2]), both("Seconde", &ids[1..]));
    let may = world.proposes();
    let (one, other) = tokio::join!(
        pools::propose(&world.app, &may, one),
        pools::propose(&world.app, &may, other),
    );
    let taken = [one, other].into_iter().flatten().count();
    assert_eq!(taken, 1);
    let alone = world.note("relais", "Rester seule", |one| {
        one.alliance = Alliance::Alone;
    });
    let alone = alone.await;
    let free = world.note("atelier", "Atelier", |_one| {}).await;
    let refused = world.propose(&[alone.clone(), free.clone()]).await;
    assert!(matches!(
        refused,
        Err(PoolError::Unsound(Unsound::Alone(_)))
    ));
    let refused = world.propose(&[free.clone(), slug("inconnue")]).await;
    assert!(matches!(refused, Err(PoolError::NoIntention(_))));
    let refused = world.propose(std::slice::from_ref(&free)).await;
    assert!(matches!(
        refused,
        Err(PoolError::Unsound(Unsound::OneOrganisation))
    ));
}

async fn everybody_agrees_then_the_request_goes_in_and_is_taken_back(engine: Engine) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let before = world.intentions().await;
    let pool = world.propose(&ids).await.unwrap();
    let request = || "DS-1234".parse().unwrap();
    let early = pools::submit(&world.app, &world.proposes(), reading(&pool, 1), request()).await;
    assert!(matches!(early, Err(PoolError::NotNow(PoolStage::Proposed))));
    world.agree(&pool, "ccas", 1).await.unwrap();
    world.agree(&pool, "ccas", 1).await.unwrap();
    let directory = world.app.directory();
    let awaited: Vec<Slug> = world
        .held(&pool)
        .await
        .awaited(&directory)
        .into_iter()
        .collect();
    assert_eq!(awaited, [slug("epn"), slug("mediatheque")]);
    let none = world.agree(&pool, "relais", 1).await;
    assert!(matches!(
        none,
        Err(PoolError::Refused(Refusal::NotAPartner(_)))
    ));
    world.agree(&pool, "epn", 1).await.unwrap();
    world.agree(&pool, "mediatheque", 1).await.unwrap();
    assert_eq!(world.held(&pool).await.record.stage, PoolStage::Agreed);
    let given = reading(&pool, 1);
    pools::submit(&world.app, &world.proposes(), given, request())
        .await
        .unwrap();
    let held = world.held(&pool).await;
    assert_eq!(held.record.request.as_ref().unwrap().as_str(), "DS-1234");
    let late = pools::undo(&world.app, &world.proposes(), reading(&pool, 1)).await;
    assert!(matches!(late, Err(PoolError::NotNow(PoolStage::Submitted))));
    let reason = why("L’enveloppe est fermée");
    let given = pools::Given {
        why: Some(&reason),
        ..reading(&pool, 1)
    };
    pools::withdraw(&world.app, &world.proposes(), given)
        .await
        .unwrap();
    assert_eq!(world.intentions().await, before);
    let acts: Vec<PoolAct> = acts(&world.held(&pool).await);
    assert_eq!(
        acts,
        [
            PoolAct::Propose,
            PoolAct::Agree,
            PoolAct::Agree,
            PoolAct::Agree,
            PoolAct::Submit,
            PoolAct::Withdraw
        ],
        "agreeing twice is agreeing once"
    );
    let last = world.held(&pool).await.record.acts.last().cloned().unwrap();
    assert_eq!(last.why.unwrap(), reason);
}

fn acts(held: &Held) -> Vec<PoolAct> {
    held.record.acts.iter().map(|one| one.act).collect()
}

async fn an_agreement_and_other_terms_at_once_leave_no_agreement_to_what_was_not_read(
    engine: Engine,
) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let pool = world.propose(&ids).await.unwrap();
    let mut terms = asked(&ids, "epn");
    terms.common = Cents::euros(600);
    let may = world.proposes();
    let given = reading(&pool, 1);
    let (changed, agreed) = tokio::join!(
        pools::change(&world.app, &may, given, terms.clone()),
        world.agree(&pool, "ccas", 1),
    );
    changed.unwrap();
    if let Err(error) = agreed {
        assert!(matches!(
            error,
            PoolError::Refused(Refusal::OtherVersion {
                asked: 1,
                stands: 2
            })
        ));
    }
    let held = world.held(&pool).await;
    assert_eq!(held.version(), 2);
    assert!(held.agreements().is_empty(), "all are asked again");
    let again = pools::change(&world.app, &may, given, terms).await;
    assert!(
        matches!(again, Err(PoolError::Refused(Refusal::OtherVersion { .. }))),
        "nobody writes over terms that were not read"
    );
}

async fn who_leaves_has_its_intentions_back_and_the_others_are_asked_again(engine: Engine) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let before = world.intentions().await;
    let pool = world.propose(&ids).await.unwrap();
    world.agree(&pool, "ccas", 1).await.unwrap();
    let directory = world.app.directory();
    let held = world.held(&pool).await;
    let gone = slug("epn");
    let told = pools::parting(&world.app, &manager("epn"), &held, (&gone, None)).unwrap();
    let told = told.shares(&directory).unwrap();
    world.leave(&pool, ("epn", 1), None).await.unwrap();
    let held = world.held(&pool).await;
    assert_eq!(
        held.shares(&directory).unwrap(),
        told,
        "what was told before"
    );
    assert_eq!(held.version(), 2);
    assert_eq!(held.awaited(&directory).len(), 2);
    let free = |organisation: &str, all: &[portulan_model::means::intentions::Intention]| {
        let own = all
            .iter()
            .find(|one| one.organisation.as_str() == organisation);
        own.unwrap().clone()
    };
    let after = world.intentions().await;
    assert_eq!(free("epn", &after), free("epn", &before));
    assert!(!free("ccas", &after).stands());
    world.leave(&pool, ("mediatheque", 2), None).await.unwrap();
    let held = world.held(&pool).await;
    assert_eq!(held.record.stage, PoolStage::Undone, "nobody to pool with");
    assert_eq!(world.intentions().await, before);
}

async fn after_the_request_is_in_a_departure_is_an_amendment(engine: Engine) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let before = world.intentions().await;
    let pool = world.submitted(&ids).await;
    let total = world.held(&pool).await.total().unwrap();
    world.leave(&pool, ("epn", 1), None).await.unwrap();
    let held = world.held(&pool).await;
    assert_eq!(held.record.stage, PoolStage::Submitted);
    assert_eq!((held.version(), held.parts().len()), (2, 2));
    assert!(held.total().unwrap() < total);
    world.agree(&pool, "ccas", 2).await.unwrap();
    world.agree(&pool, "mediatheque", 2).await.unwrap();
    let directory = world.app.directory();
    assert!(world.held(&pool).await.awaited(&directory).is_empty());
    world.leave(&pool, ("mediatheque", 2), None).await.unwrap();
    let last = world.leave(&pool, ("ccas", 3), None).await;
    assert!(matches!(last, Err(PoolError::Refused(Refusal::Last(_)))));
    let given = reading(&pool, 3);
    pools::withdraw(&world.app, &world.proposes(), given)
        .await
        .unwrap();
    assert_eq!(world.intentions().await, before);
}

async fn a_lead_who_leaves_names_the_next(engine: Engine) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let pool = world.propose(&ids).await.unwrap();
    let nobody = world.leave(&pool, ("ccas", 1), None).await;
    assert!(matches!(
        nobody,
        Err(PoolError::Refused(Refusal::NoLead(_)))
    ));
    let outside = world.leave(&pool, ("ccas", 1), Some("relais")).await;
    assert!(matches!(
        outside,
        Err(PoolError::Refused(Refusal::NotAPartner(_)))
    ));
    world.leave(&pool, ("ccas", 1), Some("epn")).await.unwrap();
    assert_eq!(world.held(&pool).await.lead(), Some(&slug("epn")));
}

async fn a_member_proposes_what_it_has_a_part_in_and_reads_no_other_pool(engine: Engine) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let (app, member) = (&world.app, manager("relais"));
    let may = world.proposes_as(&member).unwrap();
    let none = pools::propose(app, &may, wish("Ordinateurs", &ids)).await;
    assert!(matches!(none, Err(PoolError::NotOwn)));
    let own = world.note("relais", "Relais", |_one| {}).await;
    let both = [own, ids[0].clone()];
    let mut asked = wish("Ordinateurs", &both);
    asked.asked.lead = slug("relais");
    let pool = pools::propose(app, &may, asked).await.unwrap().slug;
    // The manager of the lead conducts it.
    let terms = world::asked(&both, "relais");
    let mut terms = terms;
    terms.common = Cents::euros(5);
    pools::change(app, &may, reading(&pool, 1), terms.clone())
        .await
        .unwrap();
    // A manager who has a part does not, nor one who has none.
    for name in ["ccas", "epn"] {
        let may = world.proposes_as(&manager(name)).unwrap();
        let refused = pools::change(app, &may, reading(&pool, 2), terms.clone()).await;
        assert!(
            matches!(refused, Err(PoolError::Other(Error::Forbidden(_)))),
            "{name}"
        );
    }
    let read = |name: &str| -> portulan_policy::Capability<ReadPool> {
        allow(&manager(name), Node::Organisation(slug(name))).unwrap()
    };
    assert!(pools::find(app, &read("ccas"), &pool).await.is_ok());
    let elsewhere = pools::find(app, &read("epn"), &pool).await;
    assert!(matches!(elsewhere, Err(Error::NotFound(_))));
    assert!(
        pools::of_organisation(app, &read("epn"))
            .await
            .unwrap()
            .is_empty()
    );
}

async fn what_is_worth_pooling_is_suggested_to_those_who_lead(engine: Engine) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let hidden = world.note("atelier", "Cachée", |one| {
        one.visibility = portulan_model::means::intentions::Visibility::Us;
    });
    let hidden = hidden.await;
    let reads = world.reads(&co_ordinator()).unwrap();
    let advice = pools::suggest(&world.app, &reads).await.unwrap();
    let known: BTreeSet<&Slug> = advice.wants.keys().collect();
    assert_eq!(known, ids.iter().collect(), "{hidden} is shown to nobody");
    let first = advice.found.suggestions.first().unwrap();
    assert_eq!(first.wants.len(), 3, "one order of computers");
    assert!(
        world.reads(&manager("relais")).is_err(),
        "a member reads none"
    );
    world.propose(&ids).await.unwrap();
    let advice = pools::suggest(&world.app, &reads).await.unwrap();
    assert!(advice.wants.is_empty(), "what is carried is not proposed");
}

async fn a_merged_organisation_keeps_its_part(engine: Engine) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let pool = world.propose(&ids).await.unwrap();
    world.merge("epn", "relais").await;
    let directory = world.app.directory();
    let held = world.held(&pool).await;
    assert!(held.holds(&directory, &slug("relais")));
    world.agree(&pool, "relais", 1).await.unwrap();
    assert!(
        !world
            .held(&pool)
            .await
            .awaited(&directory)
            .contains(&slug("relais"))
    );
    world.leave(&pool, ("relais", 1), None).await.unwrap();
    let all = world.intentions().await;
    let own = all.iter().find(|one| one.organisation == slug("relais"));
    assert!(own.unwrap().stands());
}

async fn a_pool_is_copied_with_what_it_carries(engine: Engine) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let pool = world.propose(&ids).await.unwrap();
    let before = world.held(&pool).await;
    let copied = world.copied().await;
    assert_eq!(copied.held(&pool).await, before);
    let taken = copied.propose(&ids[..2]).await;
    assert!(matches!(taken, Err(PoolError::Carried(_))));
    let given = reading(&pool, 1);
    pools::undo(&copied.app, &copied.proposes(), given)
        .await
        .unwrap();
}
