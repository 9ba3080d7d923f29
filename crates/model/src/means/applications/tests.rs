//! The life of an application: what each state allows, who wrote last, what is late, and who is no party.

use super::*;
use crate::means::forms::{Answer, Field, FieldKind, Said};
use crate::renames::{NamesOrganisations as _, Renamed};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn id(number: u32) -> FieldId {
    FieldId::new(number)
}

fn fields() -> Fields {
    let field = |number| Field {
        id: id(number),
        label: format!("Question {number}"),
        help: None,
        required: number == 1,
        when: None,
        kind: FieldKind::Text { long: true },
    };
    Fields::new(vec![field(1), field(2)]).unwrap()
}

fn said(pairs: &[(u32, &str)]) -> Answers {
    let answer =
        |(number, text): &(u32, &str)| (id(*number), Answer::Text(Said::read(text).unwrap()));
    pairs.iter().map(answer).collect()
}

fn begun() -> Application {
    let key = ApplicationId::from_parts(1, [7; 10]);
    Application::begin(
        (key, "k".to_owned()),
        (slug("appel"), 1),
        slug("asso"),
        at("2026-03-01T09:00:00Z"),
    )
}

fn sum() -> Fingerprint {
    "a".repeat(64).parse().unwrap()
}

fn submitted() -> Application {
    let ready = begun()
        .ready(1, (&fields(), said(&[(1, "oui")])), Gate::Open)
        .unwrap();
    ready
        .receive((at("2026-03-02T09:00:00Z"), Gate::Open), sum())
        .unwrap()
}

#[test]
fn whoever_writes_on_an_older_version_writes_nothing() {
    let fields = fields();
    let first = begun()
        .save(1, (&fields, said(&[(1, "un")])), Gate::Open)
        .unwrap();
    assert_eq!(first.version, 2);
    let late = first
        .clone()
        .save(1, (&fields, said(&[(1, "autre")])), Gate::Open);
    assert_eq!(late, Err(ApplicationError::Meanwhile(2)));
    let same = first
        .clone()
        .save(1, (&fields, said(&[(1, "un")])), Gate::Open);
    assert_eq!(same, Ok(first), "the same again is no conflict");
}

#[test]
fn nothing_is_written_before_the_opening_nor_after_the_closing() {
    let fields = fields();
    for (gate, written) in [
        (Gate::Before, Err(ApplicationError::Early)),
        (Gate::Open, Ok(())),
        (Gate::Soft, Ok(())),
        (Gate::Closed, Err(ApplicationError::Closed)),
    ] {
        let saved = begun().save(1, (&fields, said(&[(1, "un")])), gate);
        assert_eq!(saved.map(drop), written, "{gate:?}");
    }
}

#[test]
fn a_late_one_is_kept_as_late_and_an_incomplete_one_is_not_submitted() {
    let fields = fields();
    let lacking = begun().ready(1, (&fields, said(&[(2, "deux")])), Gate::Open);
    assert_eq!(lacking, Err(ApplicationError::Missing(vec![id(1)])));
    for (gate, late) in [
        (Gate::Open, false),
        (Gate::Soft, false),
        (Gate::Closed, true),
    ] {
        let ready = begun()
            .ready(1, (&fields, said(&[(1, "un")])), gate)
            .unwrap();
        let kept = ready
            .receive((at("2026-04-01T00:00:00Z"), gate), sum())
            .unwrap();
        assert_eq!(
            (kept.is_late(), kept.stage()),
            (late, Stage::Submitted),
            "{gate:?}"
        );
        assert_eq!(kept.receipt().unwrap().at, at("2026-04-01T00:00:00Z"));
    }
}

#[test]
fn what_was_submitted_changes_in_the_fields_that_are_returned_alone() {
    let fields = fields();
    let sent = submitted();
    let version = sent.version;
    let frozen = sent
        .clone()
        .save(version, (&fields, said(&[(1, "non")])), Gate::Open);
    assert_eq!(frozen, Err(ApplicationError::NotNow(Stage::Submitted)));
    let why = Prose::read("Précisez.").unwrap().unwrap();
    let none = sent.clone().give_back(
        (BTreeSet::new(), why.clone()),
        &fields,
        at("2026-04-02T09:00:00Z"),
    );
    assert_eq!(none, Err(ApplicationError::Nothing));
    let back = sent
        .give_back(([id(2)].into(), why), &fields, at("2026-04-02T09:00:00Z"))
        .unwrap();
    let version = back.version;
    let other = back
        .clone()
        .save(version, (&fields, said(&[(1, "non")])), Gate::Closed);
    assert_eq!(other, Err(ApplicationError::NotReturned(id(1))));
    let ready = back
        .ready(
            version,
            (&fields, said(&[(1, "oui"), (2, "deux")])),
            Gate::Closed,
        )
        .unwrap();
    let again = ready
        .receive((at("2026-04-03T09:00:00Z"), Gate::Closed), sum())
        .unwrap();
    assert_eq!(again.receipts.len(), 2);
    assert!(!again.is_late(), "what was in time stays in time");
}

#[test]
fn what_is_taken_back_is_over() {
    let gone = submitted().withdraw(at("2026-03-03T09:00:00Z")).unwrap();
    let over = Err(ApplicationError::NotNow(Stage::Withdrawn));
    let version = gone.version;
    assert_eq!(gone.clone().withdraw(at("2026-03-04T09:00:00Z")), over);
    assert_eq!(
        gone.clone()
            .save(version, (&fields(), said(&[(1, "x")])), Gate::Open),
        over
    );
    assert_eq!(
        gone.clone()
            .receive((at("2026-03-04T09:00:00Z"), Gate::Open), sum()),
        over
    );
    assert_eq!(gone.clone().with_parties(Parties::of(slug("asso"))), over);
    assert_eq!(gone.receipts.len(), 1, "its receipt stays");
}

#[test]
fn nobody_is_two_parties() {
    let parties = Parties::of(slug("asso"))
        .invite(slug("ville"), false)
        .unwrap();
    assert_eq!(parties.party(&slug("ville")), Some(Party::Partner));
    let parties = parties.invite(slug("ville"), true).unwrap();
    assert_eq!(parties.party(&slug("ville")), Some(Party::Reader));
    let leads = parties.clone().invite(slug("asso"), true);
    assert_eq!(leads, Err(PartiesError::Leads(slug("asso"))));
    assert_eq!(
        parties.clone().leave(&slug("ville")).unwrap().all().count(),
        1
    );
    let twice = r#"{"lead":"asso","partners":["ville"],"readers":["ville"]}"#;
    assert!(serde_json::from_str::<Parties>(twice).is_err());
    let mut merged = begun().with_parties(parties).unwrap();
    merged.rename(Renamed {
        from: &slug("ville"),
        to: &slug("asso"),
    });
    assert_eq!(merged.parties, Parties::of(slug("asso")));
}

#[test]
fn the_text_of_a_receipt_says_who_what_and_under_which_questions() {
    let one = submitted();
    let text = one.canonical();
    assert!(text.contains("formulaire 1\n") && text.contains("porteuse asso\n"));
    let mut other = one.clone();
    other.revision = 2;
    assert_ne!(text, other.canonical());
    let stored = serde_json::to_string(&one).unwrap();
    assert_eq!(serde_json::from_str::<Application>(&stored).unwrap(), one);
    assert!("A".repeat(64).parse::<Fingerprint>().is_err());
}
