//! The life of a roadmap, what it says on a day, and what changes from one version to the next.

use super::*;
use crate::consultations::View;
use crate::ids::{ActionId, AxisId, ObjectiveId};
use crate::lists::ValueSet;
use crate::money::Cents;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn action(n: u8, title: &str) -> Action {
    let mut action = Action::new(
        ActionId::from_parts(u64::from(n), [n; 10]),
        title.to_owned(),
    );
    action.needs = [Need::Diagnosis].into_iter().collect();
    action
}

fn objective(n: u8, actions: Vec<Action>) -> Objective {
    Objective {
        id: ObjectiveId::from_parts(u64::from(n), [n; 10]),
        title: format!("Objectif {n}"),
        serves: std::collections::BTreeSet::new(),
        indicators: Vec::new(),
        actions,
    }
}

fn content(objectives: Vec<Objective>) -> Content {
    Content {
        axes: vec![Axis {
            id: AxisId::from_parts(1, [1; 10]),
            title: "Accès libre".to_owned(),
            objectives,
        }],
    }
}

fn written() -> Content {
    content(vec![objective(1, vec![action(1, "Ouvrir des postes")])])
}

fn decision(text: &str) -> DecisionRef {
    text.parse().unwrap()
}

fn draft() -> Roadmap {
    Roadmap::draft(
        "esc-2023-2026".parse().unwrap(),
        "esc".parse().unwrap(),
        "Feuille de route des ESC".to_owned(),
        Period::years(2023, 2026).unwrap(),
        "35238".parse().unwrap(),
        day("2023-10-01"),
    )
    .write(written())
    .unwrap()
}

fn asked() -> Period {
    Period::new(Some(day("2023-11-01")), Some(day("2023-11-30"))).unwrap()
}

fn consulted() -> Roadmap {
    draft().consult(day("2023-11-01"), asked()).unwrap()
}

fn validated() -> Roadmap {
    consulted()
        .validate(day("2023-12-14"), decision("esc/2023-1"))
        .unwrap()
}

fn amended() -> Roadmap {
    validated()
        .amend(day("2024-06-01"), written(), decision("esc/2024-1"))
        .unwrap()
}

fn closed() -> Roadmap {
    amended().close(day("2026-12-31")).unwrap()
}

#[test]
fn what_is_prepared_after_a_decision_is_read_by_nobody_until_another_decision() {
    let other = content(vec![objective(1, vec![action(2, "Former")])]);
    let prepared = validated().write(other.clone()).unwrap();
    assert_eq!(prepared.content, written(), "decided words stay");
    assert_eq!(*prepared.working(), other);
    assert_eq!(prepared.versions, validated().versions);
    let back = prepared.clone().write(written()).unwrap();
    assert_eq!(back.amendment, None, "nothing is left to decide");
    let amended = prepared
        .amend(day("2024-06-01"), other.clone(), decision("esc/2024-1"))
        .unwrap();
    assert_eq!((amended.content, amended.amendment), (other, None));
}

#[test]
fn everybody_holds_what_was_decided_and_no_opinion_nor_draft() {
    let heard = consulted()
        .hear(Opinion {
            organisation: "caf".parse().unwrap(),
            view: View::Opposed,
            words: crate::proposals::Prose::read("Trop cher.").unwrap(),
            on: day("2023-11-15"),
        })
        .unwrap();
    for hidden in [draft(), heard.clone()] {
        let shown = hidden.for_everybody();
        assert_eq!(shown.content, Content::default());
        assert_eq!(shown.versions, []);
        assert!(!serde_json::to_string(&shown).unwrap().contains("Trop cher"));
    }
    let mut decided = heard
        .validate(day("2023-12-14"), decision("esc/2023-1"))
        .unwrap()
        .write(content(vec![objective(1, vec![action(2, "Secret")])]))
        .unwrap();
    decided.last_hand = Some(crate::journal::Author::Operator);
    let shown = decided.for_everybody();
    assert_eq!(shown.content, written());
    assert_eq!(
        shown.versions.len(),
        1,
        "what was put to opinion is no version of everybody"
    );
    let text = serde_json::to_string(&shown).unwrap();
    for secret in ["Trop cher", "Secret", "operator"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn progress_is_told_without_a_decision_and_changes_no_version() {
    let seen = |on: &str, value| Observation {
        on: day(on),
        value: Measure(value),
        source: "enquête".to_owned(),
    };
    let mut measured = action(1, "Ouvrir");
    let of = crate::ids::IndicatorId::from_parts(9, [9; 10]);
    measured.indicators.push(Indicator {
        id: of,
        name: "Personnes aidées".to_owned(),
        unit: "personnes".to_owned(),
        baseline: None,
        target: None,
        observations: Vec::new(),
    });
    let id = measured.id;
    let with = content(vec![objective(1, vec![measured])]);
    let decided = draft()
        .write(with)
        .unwrap()
        .consult(day("2023-11-01"), asked())
        .unwrap()
        .validate(day("2023-12-14"), decision("esc/2023-1"))
        .unwrap();
    let progress = |seen| Progress {
        state: ActionState::Underway,
        seen: vec![(of, seen)],
    };
    let told = decided.clone();
    let told = told.report(id, &progress(seen("2024-02-01", 100))).unwrap();
    let told = told.report(id, &progress(seen("2024-02-01", 200))).unwrap();
    let action = told.content.action(id).unwrap();
    assert_eq!(action.state, ActionState::Underway);
    assert_eq!(action.indicators[0].observations, [seen("2024-02-01", 200)]);
    assert_eq!(told.versions, decided.versions);
    let unknown = ActionId::from_parts(8, [8; 10]);
    let refused = decided.report(unknown, &Progress::default());
    assert_eq!(refused.err(), Some(RoadmapError::NoSuchAction(unknown)));
    assert!(closed().report(id, &Progress::default()).is_err());
}

type Move = fn(Roadmap) -> Result<Roadmap, RoadmapError>;

#[test]
fn each_step_leaves_only_the_states_that_it_may() {
    let moves: [(&str, Move, [bool; 5]); 6] = [
        (
            "write",
            |r| r.write(written()),
            [true, true, true, true, false],
        ),
        (
            "consult",
            |r| r.consult(day("2026-12-31"), asked()),
            [true, false, false, false, false],
        ),
        (
            "hear",
            |r| {
                r.hear(Opinion {
                    organisation: "caf".parse().unwrap(),
                    view: View::Favourable,
                    words: None,
                    on: day("2023-11-15"),
                })
            },
            [false, true, false, false, false],
        ),
        (
            "validate",
            |r| r.validate(day("2026-12-31"), decision("esc/2026-1")),
            [false, true, false, false, false],
        ),
        (
            "amend",
            |r| r.amend(day("2026-12-31"), written(), decision("esc/2026-1")),
            [false, false, true, true, false],
        ),
        (
            "close",
            |r| r.close(day("2026-12-31")),
            [false, false, true, true, false],
        ),
    ];
    for (name, step, allowed) in moves {
        let states = [draft(), consulted(), validated(), amended(), closed()];
        for (from, allowed) in states.into_iter().zip(allowed) {
            let word = from.state.stage().slug();
            assert_eq!(step(from).is_ok(), allowed, "{name} from {word}");
        }
    }
}

#[test]
fn a_roadmap_is_validated_by_its_own_body_once_its_consultation_is_over() {
    let validate = |on: &str, by: &str| consulted().validate(day(on), decision(by)).err();
    assert_eq!(
        validate("2023-11-30", "esc/2023-1"),
        Some(RoadmapError::StillOpen)
    );
    assert_eq!(validate("2023-12-01", "esc/2023-1"), None);
    assert_eq!(
        validate("2023-12-01", "autre/2023-1"),
        Some(RoadmapError::OfAnotherBody(decision("autre/2023-1")))
    );
    let empty = draft().write(Content::default()).unwrap();
    let answer = empty.consult(day("2023-11-01"), asked());
    assert_eq!(answer.err(), Some(RoadmapError::Empty));
    let early = draft().consult(day("2023-09-30"), asked());
    assert_eq!(early.err(), Some(RoadmapError::TooEarly(day("2023-10-01"))));
}

#[test]
fn a_roadmap_is_told_as_it_was_on_a_day() {
    let closed = closed();
    for (on, stage, in_force, version) in [
        ("2023-09-30", None, false, None),
        ("2023-10-15", Some(Stage::Draft), false, None),
        ("2023-11-15", Some(Stage::InConsultation), false, None),
        ("2024-01-15", Some(Stage::Validated), true, Some(2)),
        ("2024-06-01", Some(Stage::Amended), true, Some(3)),
        ("2026-12-31", Some(Stage::Closed), false, Some(3)),
    ] {
        assert_eq!(closed.stage_on(day(on)), stage, "{on}");
        assert_eq!(closed.is_in_force(day(on)), in_force, "{on}");
        let number = closed.decided_on(day(on)).map(|one| one.number);
        assert_eq!(number, version, "{on}");
    }
    assert!(
        !validated().is_in_force(day("2027-01-01")),
        "its period is over"
    );
    let text = serde_json::to_string(&closed).unwrap();
    assert_eq!(serde_json::from_str::<Roadmap>(&text).unwrap(), closed);
}

#[test]
fn differences_name_each_change_once_and_none_where_nothing_changed() {
    let before = content(vec![
        objective(1, vec![action(1, "Ouvrir"), action(2, "Former")]),
        objective(2, vec![action(3, "Prêter")]),
    ]);
    assert_eq!(differences(&before, &before), []);
    let mut opened = action(1, "Ouvrir le soir");
    opened.area = Some("35238".parse().unwrap());
    opened.budget.push(BudgetYear {
        year: 2024,
        total: Cents::euros(10),
        asked: Cents::ZERO,
        funding: Vec::new(),
    });
    let after = content(vec![
        objective(1, vec![opened.clone(), action(3, "Prêter")]),
        objective(2, vec![action(4, "Réparer")]),
    ]);
    let item = |n: u8| Item::Action(ActionId::from_parts(u64::from(n), [n; 10]));
    let aim = |n: u8| Item::Objective(ObjectiveId::from_parts(u64::from(n), [n; 10]));
    let text = str::to_owned;
    assert_eq!(
        differences(&before, &after),
        [
            Change::Removed {
                item: item(2),
                title: text("Former")
            },
            Change::Renamed {
                item: item(1),
                before: text("Ouvrir"),
                after: text("Ouvrir le soir"),
            },
            Change::Moved {
                item: item(3),
                from: aim(2),
                to: aim(1)
            },
            Change::Added {
                item: item(4),
                title: text("Réparer")
            },
            Change::Changed {
                action: opened.id,
                title: text("Ouvrir le soir"),
                fields: vec![ActionField::Where, ActionField::Budget],
            },
        ]
    );
}

#[test]
fn what_cannot_be_so_is_told_all_at_once() {
    let mut wrong = action(1, "Ouvrir");
    wrong.area = Some("35024".parse().unwrap());
    wrong.needs = [Need::Other].into_iter().collect();
    let year = |year, total, asked| BudgetYear {
        year,
        total: Cents::new(total),
        asked: Cents::new(asked),
        funding: Vec::new(),
    };
    wrong.budget = vec![year(2022, 1, 1), year(2024, 1, 2), year(2025, -1, -1)];
    let mut needless = action(2, "Former");
    needless.needs = ValueSet::EMPTY;
    let id = wrong.id;
    let content = content(vec![objective(
        1,
        vec![wrong, needless.clone(), needless.clone()],
    )]);
    assert_eq!(
        faults(&draft(), &content),
        [
            ContentFault::Beyond(id),
            ContentFault::OtherUnsaid(id),
            ContentFault::Year(id, 2022),
            ContentFault::OverFunded(id, 2024),
            ContentFault::Negative(id, 2025),
            ContentFault::NoNeed(needless.id),
            ContentFault::Twice(needless.id),
            ContentFault::NoNeed(needless.id),
        ]
    );
    assert_eq!(faults(&draft(), &written()), []);
}
