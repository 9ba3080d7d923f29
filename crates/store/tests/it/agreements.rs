//! Agreements and equipment on each engine: read back value for value, by envelope, beneficiary and agreement, and copied.

use portulan_model::journal::{Deed, Entry};
use portulan_model::means::agreements::Agreement;
use portulan_model::means::envelopes::Envelope;
use portulan_model::means::equipment::Lot;
use portulan_model::renames::Renamed;
use portulan_model::{LotId, Slug};
use portulan_policy::actions::Restore;
use portulan_store::{Engine, Store};
use portulan_testkit::builders::entry;
use portulan_testkit::{PlaceBuilder, TestDatabase};
use serde_json::json;

use crate::{may, nothing_to_replay, on_both_engines};

on_both_engines! {
    agreements_and_equipment_read_back_and_are_copied_whole
    an_agreement_stands_on_an_envelope_that_is_there
    a_beneficiary_that_is_merged_takes_its_agreements_and_equipment_along
}

fn line() -> Entry {
    entry(Deed::Created, &PlaceBuilder::new(1).build())
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn envelope() -> Envelope {
    serde_json::from_value(json!({
        "slug": "materiel", "body": "gouvernance-essai", "label": "Matériel", "kind": "investment",
        "funder": { "outside": "Fondation d’essai" }, "amount": 2_000_000,
    }))
    .unwrap()
}

fn agreement(name: &str, beneficiary: &str) -> Agreement {
    serde_json::from_value(json!({
        "slug": name, "envelope": "materiel", "request": "demande-1", "beneficiary": beneficiary,
        "terms": {
            "purpose": "Vingt-deux ordinateurs.",
            "instalments": [{ "due": "2026-04-01", "amount": 440_000, "line": 3 }],
        },
        "state": { "state": "signed", "sent": "2026-03-10",
            "signed": { "on": "2026-03-20", "by": ["présidence"] } },
    }))
    .unwrap()
}

fn lot(number: u8, owner: &str, paid_by: Option<&str>) -> Lot {
    let mut value = json!({
        "id": LotId::from_parts(1, [number; 10]), "owner": owner, "kit": "computers", "count": 12,
        "bought": "2026-04-15", "price": 1_200_000, "renewal": 2031, "state": { "state": "in-use" },
    });
    if let Some(agreement) = paid_by {
        value["paid_by"] = json!({ "agreement": agreement, "share": 480_000 });
    }
    serde_json::from_value(value).unwrap()
}

async fn filled(store: &Store) {
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    assert!(write.add_kept(&envelope(), &line()).await.unwrap());
    for (name, beneficiary) in [("demande-1-ccas", "ccas"), ("demande-1-epn", "epn")] {
        let one = agreement(name, beneficiary);
        assert!(write.add_kept(&one, &line()).await.unwrap());
        assert!(
            !write.add_kept(&one, &line()).await.unwrap(),
            "its address is taken"
        );
    }
    for one in [
        lot(1, "ccas", Some("demande-1-ccas")),
        lot(2, "ccas", None),
        lot(3, "epn", Some("demande-1-epn")),
    ] {
        assert!(write.add_kept(&one, &line()).await.unwrap());
    }
    write.commit().await.unwrap();
}

async fn agreements_and_equipment_read_back_and_are_copied_whole(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    filled(&store).await;
    let (mine, theirs) = (
        agreement("demande-1-ccas", "ccas"),
        agreement("demande-1-epn", "epn"),
    );
    let of_envelope = store.kept_of::<Agreement>(&envelope().slug).await.unwrap();
    assert_eq!(of_envelope, [mine.clone(), theirs.clone()]);
    let own = store
        .agreements_of_beneficiary(&slug("ccas"))
        .await
        .unwrap();
    assert_eq!(own, [mine]);
    let own = store.kept_of::<Lot>(&slug("ccas")).await.unwrap();
    assert_eq!(
        own,
        [lot(1, "ccas", Some("demande-1-ccas")), lot(2, "ccas", None)]
    );
    let paid = store.lots_of_agreement(&theirs.slug).await.unwrap();
    assert_eq!(paid, [lot(3, "epn", Some("demande-1-epn"))]);
    let mut copy = Vec::new();
    store.dump(&may(), &mut copy).await.unwrap();
    for other in [Engine::Sqlite, Engine::Postgres] {
        let target = TestDatabase::new(other);
        let mut read = std::io::Cursor::new(&copy);
        Store::load(&target.url, &may(), &mut read, &nothing_to_replay())
            .await
            .unwrap();
        let restored = Store::open(&target.url).await.unwrap();
        assert_eq!(restored.kept::<Agreement>().await.unwrap(), of_envelope);
        assert_eq!(restored.kept::<Lot>().await.unwrap().len(), 3);
        let mut again = Vec::new();
        restored.dump(&may(), &mut again).await.unwrap();
        assert_eq!(again, copy);
    }
}

async fn an_agreement_stands_on_an_envelope_that_is_there(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    let orphan = agreement("demande-1-ccas", "ccas");
    assert!(write.add_kept(&orphan, &line()).await.is_err());
    drop(write);
    filled(&store).await;
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    let removed = write
        .remove_kept::<Envelope>(&envelope().slug, &line())
        .await;
    assert!(removed.is_err());
}

async fn a_beneficiary_that_is_merged_takes_its_agreements_and_equipment_along(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    filled(&store).await;
    let (from, to) = (slug("epn"), slug("ccas"));
    let with = Renamed {
        from: &from,
        to: &to,
    };
    let naming = store.naming_organisation(with).await.unwrap();
    assert_eq!(naming, [("agreement", 1), ("equipment_lot", 1)]);
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    write.rename_organisation(with, &line()).await.unwrap();
    write.commit().await.unwrap();
    let own = store.agreements_of_beneficiary(&to).await.unwrap();
    assert_eq!(own.len(), 2);
    assert_eq!(store.kept_of::<Lot>(&to).await.unwrap().len(), 3);
}
