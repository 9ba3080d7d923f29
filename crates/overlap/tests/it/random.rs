//! What must hold of any records: their order changes nothing at all, and the index loses none of what every pair finds.

use portulan_overlap::{Index, Item, Known, Record, compare, counted};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::ground::GROUND;

/// A commune, its neighbour, one far away, a department, or none.
const AREAS: [&[&str]; 6] = [
    &[],
    &["commune-35238"],
    &["commune-35024"],
    &["commune-29019"],
    &["commune-35024", "commune-29019"],
    &["departement-35"],
];
/// A year, a longer time, an open end on either side, or nothing.
const PERIODS: [(Option<&str>, Option<&str>); 7] = [
    (None, None),
    (Some("2026-01-01"), Some("2026-12-31")),
    (Some("2027-03-01"), Some("2028-02-28")),
    (Some("2009-01-01"), None),
    (None, Some("2030-12-31")),
    (Some("2026-06-01"), None),
    (Some("2010-01-01"), Some("2032-12-31")),
];

fn promises() -> impl Strategy<Value = Vec<Value>> {
    let by = select(vec!["exemple-bailleur", "exemple-mutuelle"]);
    let cents = select(vec![None, Some(500_000), Some(510_000)]);
    let year = select(vec![None, Some(2026), Some(2027)]);
    let one = (by, cents, year)
        .prop_map(|(by, cents, year)| json!({"by": by, "cents": cents, "year": year}));
    prop::collection::vec(one, 0..3)
}

fn amounts() -> impl Strategy<Value = Vec<Value>> {
    let year = select(vec![2026, 2027]);
    let nature = select(vec!["materiel", "personnel", "formation", "autre"]);
    let cents = select(vec![2_400_000, 2_420_000, 900_000]);
    let one = (year, nature, cents)
        .prop_map(|(year, nature, cents)| json!({"year": year, "nature": nature, "cents": cents}));
    prop::collection::vec(one, 0..3)
}

fn post() -> impl Strategy<Value = Value> {
    let fte = select(vec![None, Some(50), Some(100)]);
    let reference = select(vec![None, Some("MB-07"), Some("MB-09")]);
    (fte, reference).prop_map(|(fte, reference)| {
        json!({"kind": "mediateur", "fte": fte, "host": "exemple-un", "reference": reference})
    })
}

fn record() -> impl Strategy<Value = Value> {
    let who = (
        select(vec!["intention", "action", "request", "post", "grant"]),
        select(vec!["exemple-un", "exemple-deux", "exemple-trois"]),
        select(vec![
            None,
            Some("exemple-caisse"),
            Some("exemple-fondation"),
        ]),
        select(vec![
            "Ateliers du soir",
            "Achat de 22 ordinateurs",
            "Permanences",
            "Médiatrice",
        ]),
        select(vec![
            "",
            "On cherche un partenaire.",
            "22 postes fixes.",
            "Réservé à nos adhérents.",
        ]),
    );
    let what = (
        prop::sample::subsequence(vec!["animer", "donnees", "former-agents-publics"], 0..2),
        prop::sample::subsequence(vec!["bases", "acces", "demarches"], 0..3),
        prop::sample::subsequence(vec!["seniors", "jeunes"], 0..2),
    );
    let rest = (
        select(AREAS.to_vec()),
        select(PERIODS.to_vec()),
        amounts(),
        promises(),
        prop::option::weighted(0.3, post()),
    );
    (who, what, rest).prop_map(|(who, what, rest)| {
        let (kind, bearer, funder, title, summary) = who;
        let (needs, services, publics) = what;
        let (areas, (from, to), amounts, cofunding, post) = rest;
        json!({
            "id": "", "kind": kind, "bearer": bearer, "funder": funder, "title": title, "summary": summary,
            "needs": needs, "services": services, "publics": publics, "areas": areas, "from": from, "to": to,
            "amounts": amounts, "cofunding": cofunding, "post": post,
        })
    })
}

fn known(id: &str, mut fields: Value) -> Known {
    let named = fields.as_object_mut().unwrap();
    named.insert("id".to_owned(), json!(id));
    let record: Record = serde_json::from_value(fields).unwrap();
    let item: Item = record.item(&*GROUND).unwrap();
    Known::of(item, &*GROUND)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn which_of_two_is_asked_first_changes_nothing(one in record(), other in record()) {
        let (one, other) = (known("a", one), known("b", other));
        let (there, back) = (compare(&one, &other), compare(&other, &one));
        prop_assert_eq!(&there, &back);
        let (there, back) = (counted(one.item(), other.item(), &there), counted(other.item(), one.item(), &back));
        prop_assert_eq!(there, back);
    }

    #[test]
    fn no_ground_untold_and_no_open_end_hides_an_overlap(all in prop::collection::vec(record(), 2..5)) {
        let known: Vec<Known> = all.into_iter().zip(["a", "b", "c", "d"]).map(|(one, id)| known(id, one)).collect();
        let mut index = Index::default();
        for one in known.clone() {
            index.add(one);
        }
        let found: Vec<(u32, u32)> = index.pairs().iter().map(|pair| (pair.a, pair.b)).collect();
        let mut every = Vec::new();
        for (a, one) in (0_u32..).zip(&known) {
            for (b, other) in (0_u32..).zip(&known).skip(a as usize + 1) {
                if compare(one, other).outcome.label().is_some() {
                    every.push((a, b));
                }
            }
        }
        prop_assert_eq!(found, every);
    }
}
