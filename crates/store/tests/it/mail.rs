//! The outbox: one mail for one key, one node for one mail, nothing of anybody after its time.

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::MailId;
use portulan_model::mail::{KnownMail, MailState, Outgoing};
use portulan_store::{Engine, Settled, Store};
use portulan_testkit::TestDatabase;
use portulan_testkit::builders::saturday_morning;

use crate::{may, on_both_engines};

on_both_engines! {
    two_mails_with_one_key_are_one
    a_mail_goes_with_the_write_that_tells_of_it
    one_node_alone_claims_a_mail
    a_node_that_was_slow_does_not_settle_what_another_took_over
    a_settled_mail_is_blanked_and_a_waiting_one_is_kept
    mails_and_refusals_are_in_copies
    pages_of_the_outbox_are_newest_first
}

fn now() -> DateTime<Utc> {
    saturday_morning()
}

fn later(minutes: i64) -> DateTime<Utc> {
    now() + TimeDelta::minutes(minutes)
}

fn mail(number: u64) -> Outgoing {
    let millis = u64::try_from(now().timestamp_millis()).unwrap() + number;
    Outgoing {
        id: MailId::from_parts(millis, [0; 10]),
        to: "camille@exemple.fr".to_owned(),
        template: "password-changed".to_owned(),
        parameters: "{\"é\":\"\\n\"}".to_owned(),
        lang: "fr".to_owned(),
        key: format!("essai/{number}"),
        created: now(),
    }
}

async fn with_one(engine: Engine) -> (TestDatabase, Store) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    assert!(store.put_mail(&may(), &mail(1)).await.unwrap());
    (database, store)
}

async fn claim(store: &Store, at: DateTime<Utc>, until: DateTime<Utc>) -> Option<KnownMail> {
    let id = mail(1).id;
    store.claim_mail(&may(), id, at, until).await.unwrap()
}

fn sent(at: DateTime<Utc>) -> Settled {
    Settled {
        state: MailState::Sent,
        at,
        error: None,
    }
}

async fn two_mails_with_one_key_are_one(engine: Engine) {
    let (_database, store) = with_one(engine).await;
    let again = Outgoing {
        id: mail(2).id,
        ..mail(1)
    };
    assert!(!store.put_mail(&may(), &again).await.unwrap());
    let due = store.due_mails(&may(), now(), 10).await.unwrap();
    assert_eq!(due, [mail(1).id]);
}

async fn a_mail_goes_with_the_write_that_tells_of_it(engine: Engine) {
    let (_database, store) = with_one(engine).await;
    let mut write = store.begin(&may()).await.unwrap();
    assert!(write.put_mail(&mail(2)).await.unwrap());
    drop(write);
    assert_eq!(store.due_mails(&may(), now(), 10).await.unwrap().len(), 1);
    let mut write = store.begin(&may()).await.unwrap();
    assert!(write.put_mail(&mail(2)).await.unwrap());
    write.commit().await.unwrap();
    assert_eq!(store.due_mails(&may(), now(), 10).await.unwrap().len(), 2);
}

async fn one_node_alone_claims_a_mail(engine: Engine) {
    let (database, store) = with_one(engine).await;
    let other = Store::open(&database.url).await.unwrap();
    let (one, two) = tokio::join!(
        claim(&store, now(), later(10)),
        claim(&other, now(), later(10))
    );
    assert_eq!(usize::from(one.is_some()) + usize::from(two.is_some()), 1);
    let claimed = one.or(two).unwrap();
    assert_eq!(claimed.mail, mail(1));
    assert_eq!((claimed.attempts, claimed.state), (1, MailState::Waiting));
    assert_eq!(claim(&store, later(5), later(15)).await, None);
    // A node that died leaves its mail to the next one.
    assert_eq!(
        claim(&store, later(10), later(20)).await.unwrap().attempts,
        2
    );
}

async fn a_node_that_was_slow_does_not_settle_what_another_took_over(engine: Engine) {
    let (_database, store) = with_one(engine).await;
    let slow = claim(&store, now(), later(10)).await.unwrap();
    let quick = claim(&store, later(10), later(20)).await.unwrap();
    let settle = async |claimed, settled: Settled| {
        store.settle_mail(&may(), claimed, &settled).await.unwrap()
    };
    assert!(!settle(&slow, sent(later(11))).await);
    assert!(settle(&quick, sent(later(12))).await);
    assert!(!settle(&quick, sent(later(13))).await, "settled once");
    let known = store.mail(&may(), mail(1).id).await.unwrap().unwrap();
    assert_eq!(
        (known.state, known.settled),
        (MailState::Sent, Some(later(12)))
    );
}

async fn a_settled_mail_is_blanked_and_a_waiting_one_is_kept(engine: Engine) {
    let (_database, store) = with_one(engine).await;
    let fresh = Outgoing {
        created: later(5),
        ..mail(2)
    };
    store.put_mail(&may(), &fresh).await.unwrap();
    let claimed = claim(&store, now(), later(10)).await.unwrap();
    let failed = Settled {
        state: MailState::Bounced,
        at: now(),
        error: Some("550 camille@exemple.fr unknown".to_owned()),
    };
    store.settle_mail(&may(), &claimed, &failed).await.unwrap();
    assert_eq!(store.blank_mails(&may(), now()).await.unwrap(), 0);
    assert_eq!(store.blank_mails(&may(), later(1)).await.unwrap(), 1);
    assert_eq!(store.blank_mails(&may(), later(1)).await.unwrap(), 0);
    let known = store.mail(&may(), mail(1).id).await.unwrap().unwrap();
    assert_eq!(
        (known.mail.to.as_str(), known.mail.parameters.as_str()),
        ("", "")
    );
    assert_eq!((known.state, known.error), (MailState::Bounced, None));
    let waiting = store.mail(&may(), mail(2).id).await.unwrap().unwrap();
    assert_eq!(waiting.mail, fresh);
    assert_eq!(store.blank_mails(&may(), later(6)).await.unwrap(), 1);
    let given_up = store.mail(&may(), mail(2).id).await.unwrap().unwrap();
    assert_eq!(
        (given_up.mail.to.as_str(), given_up.state),
        ("", MailState::Dropped),
        "nobody sent it in all that time"
    );
}

async fn mails_and_refusals_are_in_copies(engine: Engine) {
    let (_database, store) = with_one(engine).await;
    let claimed = claim(&store, now(), later(10)).await.unwrap();
    let settled = sent(later(1));
    store.settle_mail(&may(), &claimed, &settled).await.unwrap();
    store.put_mail(&may(), &mail(2)).await.unwrap();
    for _ in 0..2 {
        store.refuse_mail("ab12", "campaigns", now()).await.unwrap();
    }
    let mut copy = Vec::new();
    store.dump(&may(), &mut copy).await.unwrap();
    for other in [Engine::Sqlite, Engine::Postgres] {
        let target = TestDatabase::new(other);
        let mut reader = std::io::Cursor::new(&copy);
        Store::load(
            &target.url,
            &may(),
            &mut reader,
            &crate::nothing_to_replay(),
        )
        .await
        .unwrap();
        let restored = Store::open(&target.url).await.unwrap();
        for number in [1, 2] {
            let id = mail(number).id;
            let before = store.mail(&may(), id).await.unwrap();
            assert_eq!(restored.mail(&may(), id).await.unwrap(), before);
        }
        assert!(restored.mail_refused("ab12", "campaigns").await.unwrap());
        assert!(!restored.mail_refused("ab12", "other").await.unwrap());
        let mut again = Vec::new();
        restored.dump(&may(), &mut again).await.unwrap();
        assert_eq!(again, copy);
    }
}

async fn pages_of_the_outbox_are_newest_first(engine: Engine) {
    let (_database, store) = with_one(engine).await;
    for number in 2..=5 {
        store.put_mail(&may(), &mail(number)).await.unwrap();
    }
    let claimed = claim(&store, now(), later(10)).await.unwrap();
    store
        .settle_mail(&may(), &claimed, &sent(now()))
        .await
        .unwrap();
    let page = async |state, limit, offset| {
        let mails = store.mails(&may(), state, limit, offset).await.unwrap();
        mails
            .into_iter()
            .map(|known| known.mail.key)
            .collect::<Vec<_>>()
    };
    assert_eq!(page(None, 2, 1).await, ["essai/4", "essai/3"]);
    assert_eq!(page(Some(MailState::Sent), 9, 0).await, ["essai/1"]);
    let mut counts = store.count_mails(&may()).await.unwrap();
    counts.sort_by_key(|(_, count)| *count);
    assert_eq!(counts, [(MailState::Sent, 1), (MailState::Waiting, 4)]);
}
