//! What a co-ordinator is shown: cases in order, and what was set aside.

use portulan_overlap::{Dismissal, Index, Item, Known, Label, Record, clusters, compare};
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
    let half = |id: &str| {
        item(json!({
            "id": id, "kind": "intention", "bearer": format!("exemple-{id}"), "title": "Ateliers du soir",
            "summary": "On cherche un animateur à partager.", "services": ["bases"],
        }))
    };
    let index = Index::of([half("a"), half("b"), half("c")], &*GROUND);
    let pairs = index.pairs();
    let complementary = pairs
        .iter()
        .filter(|pair| pair.compared.outcome.label() == Some(Label::Complementary));
    let (complementary, all) = (complementary.count(), clusters(&index, pairs));
    assert!(all.iter().filter(|case| case.pairs.len() == 1).count() >= complementary);
}

#[test]
fn a_dismissal_is_remembered_both_ways_until_what_counted_changes() {
    let read = |item: Item| Known::of(item, &*GROUND);
    let one = read(purchase("a", "exemple-caisse", "commune-35238", 2_420_000));
    let other = read(purchase(
        "b",
        "exemple-fondation",
        "commune-35238",
        2_420_000,
    ));
    let compared = compare(&one, &other);
    let of = |reason| Dismissal::of(one.item(), other.item(), &compared, reason);
    assert_eq!(of("  "), None, "nobody says why");
    let dismissal = of("Deux salles, deux devis.").unwrap();
    let kept: Dismissal =
        serde_json::from_value(serde_json::to_value(&dismissal).unwrap()).unwrap();
    let back = compare(&other, &one);
    assert!(kept.holds(other.item(), one.item(), &back));
    let changed = read(purchase(
        "b",
        "exemple-fondation",
        "commune-35238",
        2_000_000,
    ));
    assert!(!kept.holds(one.item(), changed.item(), &compare(&one, &changed)));
    let another = read(purchase(
        "c",
        "exemple-fondation",
        "commune-35238",
        2_420_000,
    ));
    assert!(!kept.holds(one.item(), another.item(), &compare(&one, &another)));
}
