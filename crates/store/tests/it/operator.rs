//! The operator's link opens one session, once, in time.

use chrono::TimeDelta;
use portulan_model::journal::Deed;
use portulan_store::{Engine, Store};
use portulan_testkit::PlaceBuilder;
use portulan_testkit::TestDatabase;
use portulan_testkit::builders::{entry, saturday_morning};

use crate::{may, on_both_engines};

on_both_engines! {
    a_link_opens_one_session_and_is_used_up
    a_link_or_a_session_that_is_too_old_opens_nothing
}

const LINK: [u8; 32] = [1; 32];
const SESSION: [u8; 32] = [2; 32];

async fn a_link_opens_one_session_and_is_used_up(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let now = saturday_morning();
    let later = now + TimeDelta::minutes(15);
    store.put_link(&may(), &LINK, later, &line()).await.unwrap();
    assert!(!store.session(&SESSION, now).await.unwrap());
    assert!(
        !store
            .redeem_link(&SESSION, &SESSION, now, later, &line())
            .await
            .unwrap()
    );
    assert!(
        store
            .redeem_link(&LINK, &SESSION, now, later, &line())
            .await
            .unwrap()
    );
    assert!(store.session(&SESSION, now).await.unwrap());
    assert!(
        !store
            .redeem_link(&LINK, &[3; 32], now, later, &line())
            .await
            .unwrap()
    );
    store.end_session(&SESSION, &line()).await.unwrap();
    assert_eq!(
        store.health().await.unwrap().journal,
        3,
        "drawn, used, ended: each leaves its line"
    );
    assert!(!store.session(&SESSION, now).await.unwrap());
}

async fn a_link_or_a_session_that_is_too_old_opens_nothing(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let now = saturday_morning();
    store.put_link(&may(), &LINK, now, &line()).await.unwrap();
    assert!(
        !store
            .redeem_link(&LINK, &SESSION, now, now + TimeDelta::hours(8), &line())
            .await
            .unwrap()
    );
    store
        .put_link(&may(), &[4; 32], now + TimeDelta::minutes(1), &line())
        .await
        .unwrap();
    assert!(
        store
            .redeem_link(&[4; 32], &SESSION, now, now + TimeDelta::hours(8), &line())
            .await
            .unwrap()
    );
    assert!(
        !store
            .session(&SESSION, now + TimeDelta::hours(8))
            .await
            .unwrap()
    );
}

fn line() -> portulan_model::journal::Entry {
    entry(Deed::Created, &PlaceBuilder::new(1).build())
}
