//! What a co-ordinator is shown: cases in order, and what was set aside.

use portulan_overlap::{Index, Item, Known, Label, Record, clusters, compare, counted};
use serde_json::{Value, json};

use crate::ground::GROUND;

fn item(fields: Value) -> Item {
    let mut whole = json!({
        "kind": "request", "title": "Achat de 22 ordinateurs", "summary": "22 postes fixes en accès libre.",
        "services": ["acces"], "areas": ["commune-35238"], "from": "2026-01-01", "to": "2026-12-31",
    });
    let (Value::Object(all), Value::Object(fields)) = (&mut whole, fields) else {
        unreachable!("both are objects")
    };
    all.extend(fields);
    let record: Record = serde_json::from_value(whole).unwrap();
    record.item(&*GROUND).unwrap()
}

fn purchase(id: &str, funder: &str, commune: &str, cents: i64) -> Item {
    item(json!({
        "id": id, "bearer": format!("exemple-{id}"), "funder": funder, "areas": [commune],
        "amounts": [{"year": 2026, "nature": "materiel", "cents": cents}],
    }))
}

#[test]
fn one_cost_asked_three_times_is_one_case_and_the_larger_comes_first() {
    let items = [
        purchase("brest-un", "exemple-caisse", "commune-29019", 600_000),
        purchase("brest-deux", "exemple-fondation", "commune-29019", 600_000),
        purchase("rennes-un", "exemple-caisse", "commune-35238", 2_420_000),
        purchase(
            "rennes-deux",
            "exemple-fondation",
            "commune-35238",
            2_420_000,
        ),
        purchase(
            "rennes-trois",
            "exemple-mutuelle",
            "commune-35238",
            2_420_000,
        ),
    ];
    let index = Index::of(items, &*GROUND);
    let cases = clusters(&index, index.pairs());
    let members: Vec<Vec<u32>> = cases
        .iter()
        .map(|case| case.members.iter().copied().collect())
        .collect();
    assert_eq!(members, [vec![2, 3, 4], vec![0, 1]]);
    assert_eq!(cases[0].pairs.len(), 3);
    assert_eq!(cases[0].cents, 2_420_000);
}

#[test]
fn what_could_be_carried_together_is_never_gathered() {
    // Three neighbours: Rennes, Betton, Cesson-Sévigné.
    let half = |id: &str, commune: &str| {
        item(json!({
            "id": id, "kind": "intention", "bearer": format!("exemple-{id}"), "title": "Ateliers du soir",
            "summary": "On cherche un animateur à partager.", "services": ["bases"], "areas": [commune],
        }))
    };
    let three = [
        half("a", "commune-35238"),
        half("b", "commune-35024"),
        half("c", "commune-35051"),
    ];
    let index = Index::of(three, &*GROUND);
    let pairs = index.pairs();
    let labels: Vec<Option<Label>> = pairs
        .iter()
        .map(|pair| pair.compared.outcome.label())
        .collect();
    assert_eq!(labels, [Some(Label::Complementary); 3]);
    let all = clusters(&index, pairs);
    let sizes: Vec<(usize, usize)> = all
        .iter()
        .map(|case| (case.members.len(), case.pairs.len()))
        .collect();
    assert_eq!(sizes, [(2, 1); 3]);
}

#[test]
fn what_counted_is_the_same_both_ways_until_something_changes() {
    let read = |item: Item| Known::of(item, &*GROUND);
    let purchase = |id, cents| read(purchase(id, "exemple-fondation", "commune-35238", cents));
    let one = read(item(json!({
        "id": "a", "bearer": "exemple-a", "funder": "exemple-caisse", "services": ["acces", "materiel"],
        "amounts": [{"year": 2026, "nature": "materiel", "cents": 2_420_000}],
    })));
    let other = purchase("b", 2_420_000);
    let of = |one: &Known, other: &Known| counted(one.item(), other.item(), &compare(one, other));
    let set_aside = of(&one, &other);
    assert!(set_aside.is_some());
    assert_eq!(set_aside, of(&other, &one));
    let kept = serde_json::to_value(&set_aside).unwrap();
    assert_eq!(serde_json::from_value(kept).ok(), Some(set_aside.clone()));
    assert_ne!(set_aside, of(&one, &purchase("b", 2_000_000)));
    assert_ne!(set_aside, of(&one, &purchase("c", 2_420_000)));
}
