//! Cases settled by hand from the labelling rules, and what must hold of any typed item.

use portulan_overlap::{Compared, Evidence, Known, Label, Link, Outcome, Reason, Record, compare};
use proptest::prelude::*;
use rstest::rstest;
use serde_json::{Value, json};

use crate::ground::GROUND;

fn known(fields: Value) -> Known {
    let mut whole = json!({
        "id": "x", "kind": "intention", "bearer": "exemple-un", "title": "Ateliers",
        "services": ["bases"], "areas": ["commune-35238"], "from": "2026-01-01", "to": "2026-12-31",
    });
    let (Value::Object(whole), Value::Object(fields)) = (&mut whole, fields) else {
        unreachable!("both are objects")
    };
    whole.extend(fields);
    let record: Record = serde_json::from_value(Value::Object(whole.clone())).unwrap();
    Known::of(record.item(&*GROUND).unwrap(), &*GROUND)
}

fn compared(one: Value, other: Value) -> Compared {
    compare(&known(one), &known(other))
}

fn pcs(bearer: &str, funder: &str, cents: i64) -> Value {
    json!({
        "id": bearer, "kind": "request", "bearer": bearer, "funder": funder,
        "title": "Achat de 22 ordinateurs", "summary": "22 postes fixes pour les salles en accès libre.",
        "services": ["acces"],
        "amounts": [{"year": 2026, "nature": "materiel", "cents": cents}],
    })
}

#[test]
fn one_purchase_asked_of_two_funders_is_one_cost() {
    let compared = compared(
        pcs("exemple-un", "exemple-caisse", 2_420_000),
        pcs("exemple-deux", "exemple-fondation", 2_400_000),
    );
    assert_eq!(compared.outcome, Outcome::Overlap(Label::SameCost));
    let funders = |one: &Evidence| matches!(one, Evidence::Funders { .. });
    assert!(compared.evidence.iter().any(|one| funders(&one.evidence)));
}

#[test]
fn one_purchase_under_two_services_is_one_cost() {
    let mut other = pcs("exemple-deux", "exemple-fondation", 2_400_000);
    other["services"] = json!(["materiel"]);
    let first = pcs("exemple-un", "exemple-caisse", 2_420_000);
    let outcome = compared(first.clone(), other.clone()).outcome;
    assert_eq!(outcome, Outcome::Overlap(Label::SameCost));
    other["amounts"][0]["cents"] = json!(900_000);
    other["summary"] = json!("Neuf postes pour le bourg.");
    other["title"] = json!("Achat de 9 ordinateurs");
    let outcome = compared(first, other).outcome;
    assert_eq!(outcome, Outcome::Apart(Reason::Need));
}

#[test]
fn a_funder_named_in_a_text_is_shown_by_its_own_word() {
    let one = pcs("exemple-un", "exemple-caisse-des-abers", 2_420_000);
    let mut other = pcs("exemple-deux", "exemple-fondation-ajonc", 2_420_000);
    other["summary"] = json!("22 postes fixes ; le reste est demandé aux Abers.");
    let outcome = compared(one, other).outcome;
    assert_eq!(outcome, Outcome::Apart(Reason::Linked(Link::Parts)));
}

#[test]
fn a_text_tells_the_year_where_no_field_does() {
    let told = |id: &str, summary: &str| json!({"id": id, "bearer": id, "summary": summary, "from": null, "to": null});
    let outcome = compared(
        told("exemple-un", "Prévu en 2026."),
        told("exemple-deux", "Fait en 2024"),
    )
    .outcome;
    assert_eq!(outcome, Outcome::Apart(Reason::Period));
}

#[test]
fn a_second_tranche_that_begins_later_follows() {
    let first = pcs("exemple-un", "exemple-caisse", 2_420_000);
    let mut second = first.clone();
    second["id"] = json!("y");
    second["title"] = json!("Achat de 22 ordinateurs, deuxième tranche");
    second["from"] = json!("2026-04-01");
    let outcome = compared(first, second).outcome;
    assert_eq!(outcome, Outcome::Apart(Reason::Linked(Link::Follows)));
}

#[test]
fn a_link_excuses_no_promise_but_for_the_request_that_pays() {
    let promise = json!([{"by": "exemple-bailleur-ajonc", "cents": 500_000, "year": 2026}]);
    let action = json!({
        "id": "action", "kind": "action", "cofunding": promise, "services": ["acces"],
        "amounts": [{"year": 2026, "nature": "materiel", "cents": 900_000}],
    });
    let mut after = json!({
        "id": "after", "continues": "action", "cofunding": promise, "bearer": "exemple-deux",
        "amounts": [{"year": 2026, "nature": "formation", "cents": 700_000}],
    });
    let outcome = compared(action.clone(), after.clone()).outcome;
    assert_eq!(outcome, Outcome::Overlap(Label::SameCofunding));
    after["continues"] = json!(null);
    after["for"] = json!("action");
    let outcome = compared(action, after).outcome;
    assert_eq!(outcome, Outcome::Apart(Reason::Linked(Link::Pays)));
}

#[test]
fn parts_that_show_each_other_are_one_plan() {
    let mut one = pcs("exemple-un", "exemple-caisse", 1_440_000);
    one["cofunding"] = json!([{"by": "exemple-fondation", "cents": 960_000, "year": 2026}]);
    let mut other = pcs("exemple-deux", "exemple-fondation", 960_000);
    other["cofunding"] = json!([{"by": "exemple-caisse", "cents": 1_440_000, "year": 2026}]);
    let outcome = compared(one, other).outcome;
    assert_eq!(outcome, Outcome::Apart(Reason::Linked(Link::Parts)));
}

#[test]
fn one_request_told_by_lead_and_partner_to_one_funder_is_one_action() {
    let outcome = compared(
        pcs("exemple-un", "exemple-caisse", 2_420_000),
        pcs("exemple-deux", "exemple-caisse", 2_420_000),
    )
    .outcome;
    assert_eq!(outcome, Outcome::Overlap(Label::SameAction));
}

#[rstest]
#[case(json!({"for": "x"}), Reason::Linked(Link::Pays))]
#[case(json!({"continues": "x"}), Reason::Linked(Link::Follows))]
#[case(json!({"from": "2027-01-01", "to": "2027-12-31"}), Reason::Period)]
#[case(json!({"areas": ["commune-29019"]}), Reason::Far)]
#[case(json!({"publics": ["jeunes"]}), Reason::Publics)]
#[case(json!({"services": ["emploi"]}), Reason::Need)]
fn equal_titles_are_no_overlap_where_something_else_parts_them(
    #[case] other: Value,
    #[case] reason: Reason,
) {
    let text = json!({"publics": ["seniors"], "title": "Les après-midi du numérique"});
    let mut second = text.clone();
    let (Value::Object(fields), Value::Object(other)) = (&mut second, other) else {
        unreachable!("both are objects")
    };
    fields.extend(other);
    fields.insert("id".to_owned(), json!("y"));
    fields.insert("bearer".to_owned(), json!("exemple-deux"));
    assert_eq!(compared(text, second).outcome, Outcome::Apart(reason));
}

fn post(bearer: &str, fte: u16, reference: Option<&str>) -> Value {
    json!({
        "id": bearer, "kind": "post", "bearer": bearer, "title": "Médiatrice numérique",
        "post": {"kind": "mediateur", "fte": fte, "host": bearer, "reference": reference},
    })
}

#[rstest]
#[case(
    post("exemple-un", 100, Some("MB-07")),
    post("exemple-deux", 50, Some("MB 07")),
    Outcome::Overlap(Label::SamePost)
)]
#[case(
    post("exemple-un", 50, Some("MB-07")),
    post("exemple-deux", 50, Some("MB-07")),
    Outcome::Apart(Reason::Linked(Link::Shares))
)]
#[case(
    post("exemple-un", 100, Some("MB-07")),
    post("exemple-un", 100, Some("MB-09")),
    Outcome::Apart(Reason::SameBearer)
)]
#[case(
    post("exemple-un", 40, None),
    post("exemple-deux", 50, None),
    Outcome::Overlap(Label::Complementary)
)]
fn a_reference_settles_a_post_and_shares_make_one_person(
    #[case] one: Value,
    #[case] other: Value,
    #[case] outcome: Outcome,
) {
    assert_eq!(compared(one, other).outcome, outcome);
}

#[test]
fn a_promise_is_counted_twice_unless_the_texts_part_it() {
    let doing = |id: &str, service: &str, nature: &str, summary: &str| {
        json!({
            "id": id, "bearer": id, "services": [service], "summary": summary,
            "amounts": [{"year": 2026, "nature": nature, "cents": 900_000}],
            "cofunding": [{"by": "exemple-bailleur-ajonc", "cents": 500_000, "year": 2026}],
        })
    };
    let letter = doing(
        "exemple-un",
        "demarches",
        "personnel",
        "Bailleur Ajonc : courrier du 12 mars.",
    );
    let same = doing(
        "exemple-deux",
        "acces",
        "materiel",
        "Ajonc 5 000 (courrier 12/03)",
    );
    let other = doing(
        "exemple-trois",
        "acces",
        "materiel",
        "Ajonc 5 000 (courrier du 4 mai)",
    );
    let outcome = compared(letter.clone(), same).outcome;
    assert_eq!(outcome, Outcome::Overlap(Label::SameCofunding));
    assert!(compared(letter, other).outcome.label().is_none());
}

proptest! {
    #[test]
    fn any_text_is_compared_both_ways_alike(one in ".{0,80}", other in ".{0,80}") {
        let (one, other) = (
            known(json!({"id": "a", "title": one})),
            known(json!({"id": "b", "bearer": "exemple-deux", "title": other})),
        );
        let (there, back) = (compare(&one, &other), compare(&other, &one));
        prop_assert_eq!(there.outcome, back.outcome);
        prop_assert!((0.0..=1.0).contains(&there.score));
    }
}
