//! What each organisation weighs, as they settled it: split to the cent, by organisation however many intentions it brings, and
//! agreed to as it was read.

use std::collections::BTreeMap;

use portulan_app::means::pools::{self, PoolError};
use portulan_model::{Cents, Slug};
use portulan_pools::{Refusal, Unsound};
use portulan_testkit::Engine;

use super::world::{World, asked, reading, slug};
use crate::on_both_engines;

on_both_engines! {
    what_organisations_weigh_splits_the_common_part_to_the_cent
    a_merged_organisation_weighs_what_both_did
}

fn weighing(pairs: &[(&str, u32)]) -> BTreeMap<Slug, u32> {
    let pairs = pairs.iter();
    pairs.map(|(name, weight)| (slug(name), *weight)).collect()
}

async fn what_organisations_weigh_splits_the_common_part_to_the_cent(engine: Engine) {
    let world = World::new(engine).await;
    let mut ids = world.three().await;
    // One of them brings two: it still weighs once.
    ids.push(world.note("ccas", "Deux imprimantes", |_one| {}).await);
    let pool = world.propose(&ids).await.unwrap();
    for name in ["ccas", "epn", "mediatheque"] {
        world.agree(&pool, name, 1).await.unwrap();
    }
    let mut terms = asked(&ids, "ccas");
    terms.common = Cents::new(10_001);
    terms.weights = weighing(&[("ccas", 3), ("epn", 2), ("mediatheque", 2), ("relais", 9)]);
    let directory = world.app.directory();
    let wants = world.held(&pool).await;
    let wants = wants.parts().iter().map(|part| part.want.clone()).collect();
    let (_, shown) = pools::preview(&directory, wants, terms.clone()).unwrap();
    let given = reading(&pool, 1);
    pools::change(&world.app, &world.proposes(), given, terms)
        .await
        .unwrap();
    let held = world.held(&pool).await;
    let shares = held.shares(&directory).unwrap();
    assert_eq!(shares, shown, "what is written is what was shown");
    let common = |name: &str| shares[&slug(name)].common.get();
    assert_eq!(
        [common("ccas"), common("epn"), common("mediatheque")],
        [4_286, 2_858, 2_857],
        "of equal remainders the first takes the cent"
    );
    let told = pools::weights(&directory, held.terms().unwrap());
    assert_eq!(
        told,
        weighing(&[("ccas", 3), ("epn", 2), ("mediatheque", 2)])
    );
    // Whoever agreed to other shares is asked again, and agrees to these alone.
    assert_eq!(held.awaited(&directory).len(), 3);
    assert!(world.agree(&pool, "epn", 1).await.is_err());
    world.agree(&pool, "epn", 2).await.unwrap();
    let mut nobody = asked(&ids, "ccas");
    nobody.common = Cents::euros(10);
    nobody.weights = weighing(&[("ccas", 0), ("epn", 0)]);
    let given = reading(&pool, 2);
    let refused = pools::change(&world.app, &world.proposes(), given, nobody).await;
    assert!(matches!(
        refused,
        Err(PoolError::Refused(Refusal::Unsound(Unsound::NoWeight)))
    ));
}

async fn a_merged_organisation_weighs_what_both_did(engine: Engine) {
    let world = World::new(engine).await;
    let ids = world.three().await;
    let pool = world.propose(&ids).await.unwrap();
    let mut terms = asked(&ids, "ccas");
    terms.common = Cents::euros(700);
    terms.weights = weighing(&[("ccas", 4), ("epn", 2), ("mediatheque", 1)]);
    let given = reading(&pool, 1);
    pools::change(&world.app, &world.proposes(), given, terms)
        .await
        .unwrap();
    world.merge("epn", "mediatheque").await;
    let directory = world.app.directory();
    let held = world.held(&pool).await;
    let told = pools::weights(&directory, held.terms().unwrap());
    assert_eq!(told, weighing(&[("ccas", 4), ("mediatheque", 3)]));
    let shares = held.shares(&directory).unwrap();
    assert_eq!(shares[&slug("mediatheque")].common, Cents::euros(300));
}
