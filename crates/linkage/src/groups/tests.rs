//! Groups by hand-made links, and what must hold of any.

use super::*;
use crate::Pair;
use proptest::prelude::*;

fn records(ids: &[&str]) -> Vec<Record> {
    let record = |id: &&str| Record {
        id: (*id).to_owned(),
        source: (*id).to_owned(),
        ..Record::default()
    };
    ids.iter().map(record).collect()
}

fn pair(a: u32, b: u32, probability: f64, outcome: Outcome) -> Pair {
    Pair {
        a,
        b,
        probability,
        outcome,
        evidence: Vec::new(),
    }
}

fn said(a: &str, b: &str, verdict: Verdict) -> Decision {
    Decision {
        a: a.into(),
        b: b.into(),
        verdict,
        at: 1,
    }
}

#[test]
fn a_chain_does_not_merge_what_its_ends_forbid() {
    let records = records(&["a", "b", "c"]);
    let links = Links {
        pairs: vec![
            pair(0, 1, 0.99, Outcome::Same),
            pair(1, 2, 0.98, Outcome::Same),
            pair(0, 2, 0.001, Outcome::Different),
        ],
    };
    assert_eq!(groups(&records, &links, &[]), [[0, 1]]);
}

#[test]
fn a_body_and_the_service_it_hosts_never_merge_even_through_a_third() {
    let records = records(&["a", "b", "c"]);
    let links = Links {
        pairs: vec![
            pair(0, 1, 0.99, Outcome::Same),
            pair(1, 2, 0.98, Outcome::Same),
            pair(0, 2, 0.9, Outcome::Hosted),
        ],
    };
    assert_eq!(groups(&records, &links, &[]), [[0, 1]]);
}

#[test]
fn persons_bind_the_machine() {
    let records = records(&["a", "b", "c", "d"]);
    let links = Links {
        pairs: vec![
            pair(0, 1, 0.99, Outcome::Same),
            pair(1, 2, 0.98, Outcome::Same),
            pair(0, 2, 0.9, Outcome::Same),
            pair(2, 3, 0.3, Outcome::Hosted),
        ],
    };
    let decisions = [
        said("b", "a", Verdict::Different),
        said("c", "d", Verdict::Same),
    ];
    let found = groups(&records, &links, &decisions);
    let together = |a, b| {
        found
            .iter()
            .any(|group| group.contains(&a) && group.contains(&b))
    };
    assert!(together(2, 3), "{found:?}");
    assert!(!together(0, 1), "{found:?}");
}

type Case = (Vec<(u32, u32, f64)>, Vec<(u32, u32, bool)>, Vec<u32>);

/// Twelve records, pairs among them with any probability, decisions on some.
fn cases() -> impl Strategy<Value = Case> {
    let pair = (0_u32..12, 0_u32..12);
    let links = prop::collection::vec((pair.clone(), 0.0..1.0), 0..40);
    let said = prop::collection::vec((pair, any::<bool>()), 0..6);
    let order = Just((0_u32..12).collect::<Vec<_>>()).prop_shuffle();
    (links, said, order).prop_map(|(links, said, order)| {
        let mut links: Vec<_> = links
            .into_iter()
            .filter(|((a, b), _)| a != b)
            .map(|((a, b), p)| (a.min(b), a.max(b), p))
            .collect();
        links.sort_by_key(|(a, b, _)| (*a, *b));
        links.dedup_by_key(|(a, b, _)| (*a, *b));
        let said = said.into_iter().filter(|((a, b), _)| a != b);
        (
            links,
            said.map(|((a, b), same)| (a, b, same)).collect(),
            order,
        )
    })
}

fn grouped(order: &[u32], links: &[(u32, u32, f64)], decisions: &[Decision]) -> Vec<Vec<String>> {
    let ids: Vec<String> = order.iter().map(|one| format!("r{one:02}")).collect();
    let records = records(&ids.iter().map(String::as_str).collect::<Vec<_>>());
    let at = |one: u32| u32::try_from(order.iter().position(|o| *o == one).unwrap()).unwrap();
    let outcome = |p: f64| match p {
        p if p < 0.1 => Outcome::Hosted,
        p if p < 0.5 => Outcome::Review,
        _ => Outcome::Same,
    };
    let pairs = links
        .iter()
        .map(|(a, b, p)| pair(at(*a), at(*b), *p, outcome(*p)))
        .collect();
    groups(&records, &Links { pairs }, decisions)
        .into_iter()
        .map(|group| group.into_iter().map(|i| ids[i as usize].clone()).collect())
        .collect()
}

proptest! {
    #[test]
    fn the_order_of_the_input_changes_nothing((links, said_pairs, order) in cases()) {
        let decisions: Vec<Decision> = said_pairs
            .iter()
            .map(|(a, b, same)| {
                let verdict = if *same { Verdict::Same } else { Verdict::Different };
                said(&format!("r{a:02}"), &format!("r{b:02}"), verdict)
            })
            .collect();
        let sorted: Vec<u32> = (0..12).collect();
        let mut turned = links.clone();
        turned.reverse();
        let first = grouped(&sorted, &links, &decisions);
        prop_assert_eq!(&first, &grouped(&order, &turned, &decisions));
        let settled = Settled::of(&decisions);
        for group in &first {
            for (a, b) in group.iter().zip(group.iter().skip(1)) {
                prop_assert_ne!(settled.verdict(a, b), Some(Verdict::Different));
            }
        }
    }
}

/// The rows of Maurepas, of Villejean and of two bodies at one door, as a person settles them.
fn settled() -> [Decision; 6] {
    [
        said("r0032", "r0048", Verdict::Same),
        said("r0242", "r0048", Verdict::Different),
        said("r0042", "r0050", Verdict::Same),
        said("r0131", "r0050", Verdict::Same),
        said("r0245", "r0246", Verdict::Different),
        said("r0032", "r0242", Verdict::Different),
    ]
}

fn ids_of(records: &[Record], decisions: &[Decision]) -> Vec<Vec<String>> {
    let links = crate::link(records, &Options::default());
    let ids = |group: Vec<u32>| group.into_iter().map(|at| records[at as usize].id.clone());
    groups(records, &links, decisions)
        .into_iter()
        .map(|group| ids(group).collect())
        .collect()
}

fn named(id: &str, source: &str, name: &str, street: &str) -> Record {
    Record {
        id: id.into(),
        source: source.into(),
        name: name.into(),
        street: Some(street.into()),
        commune: Some("Rennes".into()),
        insee: Some("35238".into()),
        postcode: Some("35000".into()),
        ..Record::default()
    }
}

#[test]
fn what_a_person_settled_stays_settled_when_a_list_is_added() {
    let (maurepas, villejean) = (
        "Espace Social Commun Maurepas",
        "Espace Social Commun Villejean",
    );
    let door = "15 Rue Louis et René Moine";
    let mut records = vec![
        named("r0032", "a", maurepas, "11 Place du Gros Chêne"),
        named("r0048", "a", maurepas, "11C place du Gros Chêne"),
        named("r0242", "b", "CDAS de Maurepas", "11 C Pl. du Gros Chêne"),
        named(
            "r0042",
            "a",
            villejean,
            "42 Président John Fitzgerald Kennedy",
        ),
        named("r0050", "a", villejean, "42 42 KENNEDY"),
        named(
            "r0131",
            "c",
            villejean,
            "42 Président John Fitzgerald Kennedy",
        ),
        named("r0245", "b", "CDAS des Champs Manceaux", door),
        named("r0246", "b", "CDAS du Blosne", door),
    ];
    let decisions = settled();
    let first = ids_of(&records, &decisions);
    assert_eq!(
        first,
        [vec!["r0032", "r0048"], vec!["r0042", "r0050", "r0131"]]
    );

    let name = |group: &Vec<String>| (group[0].clone(), group.iter().cloned().collect());
    let previous = first.iter().map(name).collect();
    records.push(named(
        "n1",
        "d",
        villejean,
        "42 cours Président John Fitzgerald Kennedy",
    ));
    records.push(named("n2", "d", "CDAS du Blosne", door));
    let second = ids_of(&records, &decisions);
    let ids = crate::carry_ids(&previous, &second);
    let now: std::collections::BTreeMap<_, _> = ids.into_iter().zip(second).collect();
    assert_eq!(now["r0032"], ["r0032", "r0048"]);
    assert_eq!(now["r0042"], ["n1", "r0042", "r0050", "r0131"]);
    assert!(now.values().all(|group| {
        let held = |id: &str| group.iter().any(|one| one == id);
        !(held("r0245") && held("r0246"))
    }));
}
