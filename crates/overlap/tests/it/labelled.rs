//! The labelled set of `evaluation/overlap`: figures printed, and a bar held.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use portulan_overlap::evaluation::{Judged, Labelled, Measure, Measures, measures};
use portulan_overlap::{Index, Item, Known, Record, compare};
use serde::de::DeserializeOwned;

use crate::ground::GROUND;

/// F1 over all overlaps on the test part, as it was found the first time that it was read: 0.796. What is wanted is 0.9;
/// `docs/overlap.md` says what is missing. Nothing was set on that part since, so nothing may fall below.
const TEST_BAR: f64 = 0.79;
/// The same of the tuning part, on which the weights were set.
const TUNING_BAR: f64 = 0.95;

fn lines<T: DeserializeOwned>(file: &str) -> Vec<T> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../evaluation/overlap");
    let text = fs::read_to_string(folder.join(file)).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn known() -> HashMap<String, Known> {
    let records: Vec<Record> = lines("records.jsonl");
    let item = |record: Record| record.item(&*GROUND).unwrap();
    let read = |item: Item| (item.id.clone(), Known::of(item, &*GROUND));
    records.into_iter().map(item).map(read).collect()
}

fn judged(known: &HashMap<String, Known>, pairs: &[Labelled]) -> Vec<Judged> {
    let judge = |pair: &Labelled| Judged {
        wanted: pair.label(),
        found: compare(&known[&pair.a], &known[&pair.b]).outcome.label(),
        family: pair.family.clone(),
    };
    pairs.iter().map(judge).collect()
}

#[expect(
    clippy::print_stdout,
    reason = "the figures are what the test is read for"
)]
fn print(part: &str, measures: &Measures) {
    let line = |name: &str, one: &Measure| {
        println!(
            "{part} {name}: found {} missed {} wrong {}; precision {:.3} [{:.3}; {:.3}], recall {:.3} [{:.3}; {:.3}], F1 {:.3} [{:.3}; {:.3}]",
            one.found,
            one.missed,
            one.wrong,
            one.precision.value,
            one.precision.low,
            one.precision.high,
            one.recall.value,
            one.recall.low,
            one.recall.high,
            one.f1.value,
            one.f1.low,
            one.f1.high,
        );
    };
    for (label, one) in &measures.labels {
        line(label, one);
    }
    line("all", &measures.all);
}

#[test]
fn the_tuning_part_keeps_its_bar() {
    let pairs: Vec<Labelled> = lines("tuning.jsonl");
    let known = known();
    let measures = measures(&judged(&known, &pairs));
    print("tuning", &measures);
    assert!(measures.all.f1.value >= TUNING_BAR, "{:?}", measures.all);
}

#[test]
#[ignore = "prints what is wrong on the tuning part, and on it alone, for whoever sets a weight"]
fn mistakes_of_the_tuning_part() {
    let known = known();
    for pair in lines::<Labelled>("tuning.jsonl") {
        let compared = compare(&known[&pair.a], &known[&pair.b]);
        if compared.outcome.label() != pair.label() {
            println!("{} {} {:?}: {compared:?}", pair.a, pair.b, pair.label());
        }
    }
}

#[test]
fn the_test_part_keeps_its_bar() {
    let pairs: Vec<Labelled> = lines("test.jsonl");
    let measures = measures(&judged(&known(), &pairs));
    print("test", &measures);
    assert!(measures.all.f1.value >= TEST_BAR, "{:?}", measures.all);
}

#[test]
fn order_changes_nothing_and_every_overlap_is_explained() {
    let known = known();
    for pair in lines::<Labelled>("tuning.jsonl") {
        let (a, b) = (&known[&pair.a], &known[&pair.b]);
        let (one, two) = (compare(a, b), compare(b, a));
        assert_eq!(one.outcome, two.outcome, "{} {}", pair.a, pair.b);
        assert!((one.score - two.score).abs() < 1e-9);
        if one.outcome.label().is_some() {
            assert!(!one.evidence.is_empty() && one.score > 0.0 && one.score <= 1.0);
        }
    }
}

#[test]
fn candidates_lose_no_overlap_that_comparing_every_pair_finds() {
    let mut items: Vec<Known> = known().into_values().collect();
    items.sort_by(|one, other| one.item().id.cmp(&other.item().id));
    let mut index = Index::default();
    for item in items.clone() {
        index.add(item);
    }
    let found: Vec<(u32, u32)> = index.pairs().iter().map(|pair| (pair.a, pair.b)).collect();
    for (a, one) in (0_u32..).zip(&items) {
        for (b, other) in (0_u32..).zip(&items).skip(a as usize + 1) {
            if compare(one, other).outcome.label().is_some() {
                let ids = (&one.item().id, &other.item().id);
                assert!(found.contains(&(a, b)), "{ids:?} is lost");
            }
        }
    }
}
