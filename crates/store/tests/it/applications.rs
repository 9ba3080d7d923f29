//! Applications on each engine: read back value for value by each who takes part, and receipts that never change.

use portulan_model::journal::{Deed, Entry};
use portulan_model::means::applications::{Application, Parties};
use portulan_model::means::calls::{Call, CallKind, Gate, Held, Owner, Terms, Timeline};
use portulan_model::means::forms::{Answers, Fields, Form};
use portulan_model::{ApplicationId, Slug};
use portulan_policy::actions::Restore;
use portulan_store::{Engine, Store};
use portulan_testkit::builders::{entry, saturday_morning};
use portulan_testkit::{PlaceBuilder, TestDatabase};

use crate::{may, nothing_to_replay, on_both_engines};

on_both_engines! {
    an_application_is_found_by_each_who_takes_part_and_copied_whole
    one_key_is_one_application
    neither_engine_lets_a_receipt_change
}

fn line_of_journal() -> Entry {
    entry(Deed::Created, &PlaceBuilder::new(1).build())
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn call() -> Call {
    let terms = Terms {
        title: "Équiper".to_owned(),
        kind: CallKind::Equipment,
        owner: Owner::Outside("Fondation".to_owned()),
        held: Held::Here,
        audience: portulan_model::means::calls::Audience::default(),
        area: portulan_model::Area::default(),
        text: None,
        timeline: Timeline::default(),
    };
    Call::draft(slug("equiper"), slug("gouvernance"), terms)
}

fn begun(number: u8, key: &str) -> Application {
    let id = ApplicationId::from_parts(1, [number; 10]);
    let names = (id, key.to_owned());
    Application::begin(
        names,
        (slug("equiper"), 1),
        slug("asso"),
        saturday_morning(),
    )
}

fn submitted() -> Application {
    let parties = Parties::of(slug("asso"))
        .invite(slug("ville"), true)
        .unwrap();
    let one = begun(1, "page").with_parties(parties).unwrap();
    let version = one.version;
    let answers = (&Fields::default(), Answers::none());
    let ready = one.ready(version, answers, Gate::Open).unwrap();
    let sum = "a".repeat(64).parse().unwrap();
    ready
        .receive((saturday_morning(), Gate::Open), sum)
        .unwrap()
}

/// A call, its form, and an application that was submitted.
async fn filled(store: &Store) -> Application {
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    assert!(write.add_kept(&call(), &line_of_journal()).await.unwrap());
    let form = Form::empty(slug("equiper"));
    assert!(write.add_kept(&form, &line_of_journal()).await.unwrap());
    write.commit().await.unwrap();
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    let taken = write.take_call(&slug("equiper")).await.unwrap();
    assert_eq!(taken, Some(call()));
    let one = submitted();
    write
        .keep_application(&one, Some(&line_of_journal()))
        .await
        .unwrap();
    let receipt = one.receipt().unwrap();
    write
        .add_receipt(one.id, receipt, &one.canonical())
        .await
        .unwrap();
    write.commit().await.unwrap();
    one
}

async fn an_application_is_found_by_each_who_takes_part_and_copied_whole(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let one = filled(&store).await;
    for name in ["asso", "ville"] {
        let own = store.applications_of(&slug(name)).await.unwrap();
        assert_eq!(own, std::slice::from_ref(&one), "{name}");
    }
    assert_eq!(store.applications_of(&slug("caf")).await.unwrap(), []);
    assert_eq!(
        store.kept_of::<Application>(&one.call).await.unwrap(),
        std::slice::from_ref(&one)
    );
    let receipts = store.receipts_of(one.id).await.unwrap();
    assert_eq!(receipts, [("a".repeat(64), one.canonical())]);
    let mut alone = one.clone();
    alone.parties = Parties::of(slug("asso"));
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    write.keep_application(&alone, None).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(store.applications_of(&slug("ville")).await.unwrap(), []);
    let mut copy = Vec::new();
    store.dump(&may(), &mut copy).await.unwrap();
    for other in [Engine::Sqlite, Engine::Postgres] {
        let target = TestDatabase::new(other);
        let mut read = std::io::Cursor::new(&copy);
        Store::load(&target.url, &may(), &mut read, &nothing_to_replay())
            .await
            .unwrap();
        let restored = Store::open(&target.url).await.unwrap();
        let own = restored.applications_of(&slug("asso")).await.unwrap();
        assert_eq!(own, std::slice::from_ref(&alone));
        assert_eq!(restored.receipts_of(one.id).await.unwrap(), receipts);
        let forms = restored.kept::<Form>().await.unwrap();
        assert_eq!(forms, [Form::empty(slug("equiper"))]);
    }
}

async fn one_key_is_one_application(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let one = filled(&store).await;
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    let there = write.application_of_form("page").await.unwrap();
    assert_eq!(there, Some(one));
    let twice = begun(2, "page");
    assert!(!write.add_kept(&twice, &line_of_journal()).await.unwrap());
}

async fn neither_engine_lets_a_receipt_change(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let one = filled(&store).await;
    for statement in [
        "update receipt set late = 1",
        "delete from receipt",
        "delete from application",
    ] {
        let refused = crate::envelopes::run(&database, statement.to_owned()).await;
        assert!(refused.is_err(), "{statement}");
    }
    assert_eq!(store.receipts_of(one.id).await.unwrap().len(), 1);
}
