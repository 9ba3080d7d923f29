//! The operator's link opens one session, once, in time.

use chrono::TimeDelta;
use portulan_store::{Engine, Store};
use portulan_testkit::TestDatabase;
use portulan_testkit::builders::saturday_morning;

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
    store.put_link(&may(), &LINK, later).await.unwrap();
    assert!(!store.session(&SESSION, now).await.unwrap());
    assert!(
        !store
            .redeem_link(&SESSION, &SESSION, now, later)
            .await
            .unwrap()
    );
    assert!(
        store
            .redeem_link(&LINK, &SESSION, now, later)
            .await
            .unwrap()
    );
    assert!(store.session(&SESSION, now).await.unwrap());
    assert!(
        !store
            .redeem_link(&LINK, &[3; 32], now, later)
            .await
            .unwrap()
    );
    store.end_session(&SESSION).await.unwrap();
    assert!(!store.session(&SESSION, now).await.unwrap());
}

async fn a_link_or_a_session_that_is_too_old_opens_nothing(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let now = saturday_morning();
    store.put_link(&may(), &LINK, now).await.unwrap();
    assert!(
        !store
            .redeem_link(&LINK, &SESSION, now, now + TimeDelta::hours(8))
            .await
            .unwrap()
    );
    store
        .put_link(&may(), &[4; 32], now + TimeDelta::minutes(1))
        .await
        .unwrap();
    assert!(
        store
            .redeem_link(&[4; 32], &SESSION, now, now + TimeDelta::hours(8))
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
