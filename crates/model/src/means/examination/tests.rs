use proptest::prelude::*;

use super::*;

fn said(who: &str) -> Said {
    Said {
        by: Author::Job(who.to_owned()),
        at: DateTime::UNIX_EPOCH,
        why: Prose::read("Parce que.").unwrap().unwrap(),
    }
}

fn found(holds: bool) -> Finding {
    Finding {
        holds,
        said: said("instructrice"),
    }
}

fn grid() -> Grid {
    let criterion = |(id, weight)| Criterion {
        id,
        label: format!("Critère {id}"),
        weight,
    };
    Grid::new([(1, 3), (2, 1)].map(criterion).to_vec()).unwrap()
}

fn scoring(who: &str, points: [u8; 2]) -> Scoring {
    Scoring {
        by: Author::Job(who.to_owned()),
        at: DateTime::UNIX_EPOCH,
        points: [(1, points[0]), (2, points[1])].into(),
    }
}

fn begun() -> Examination {
    let id = ApplicationId::from_parts(1, [0; 10]);
    Examination::begin(id, "appel".parse().unwrap())
}

fn eligible() -> Examination {
    let found = begun().find(Question::Admissible, found(true)).unwrap();
    found.find(Question::Eligible, self::found(true)).unwrap()
}

fn ruling(outcome: Outcome) -> Ruling {
    Ruling {
        outcome,
        given: None,
        said: said("secretaire"),
    }
}

#[test]
fn what_is_not_admissible_is_never_eligible_marked_or_accepted() {
    let early = begun().find(Question::Eligible, found(true));
    assert_eq!(early, Err(ExaminationError::NotAdmissible));
    let scored = eligible().score(&grid(), scoring("a", [5, 5])).unwrap();
    let barred = scored.find(Question::Admissible, found(false)).unwrap();
    assert_eq!(barred.step(), Step::Barred);
    assert!(barred.eligible.is_none() && barred.scored.is_empty());
    let late = barred.clone().score(&grid(), scoring("a", [1, 1]));
    assert_eq!(late, Err(ExaminationError::NotEligible));
    for outcome in Outcome::ALL {
        let ruled = barred.clone().rule(ruling(*outcome), false);
        let barred = outcome.gives() || *outcome == Outcome::Waiting;
        assert_eq!(ruled.is_err(), barred, "{outcome:?}");
    }
}

#[test]
fn a_level_advises_once_it_is_admissible_and_may_change_its_mind_until_the_decision() {
    let level = TerritoryKey::france();
    let advised = |advice| Advised {
        advice,
        said: said("prefecture"),
    };
    let early = begun().advise(level.clone(), advised(Advice::Favourable));
    assert_eq!(early, Err(ExaminationError::NotAdmissible));
    let one = eligible().advise(level.clone(), advised(Advice::Favourable));
    let one = one
        .unwrap()
        .advise(level.clone(), advised(Advice::Reserved));
    let one = one.unwrap();
    assert_eq!(one.advised.len(), 1);
    let decided = one.rule(ruling(Outcome::Accepted), false).unwrap();
    let late = decided.advise(level, advised(Advice::Unfavourable));
    assert_eq!(late, Err(ExaminationError::Decided));
}

#[test]
fn whoever_is_near_to_who_asks_does_not_mark() {
    let scored = eligible().score(&grid(), scoring("a", [5, 5])).unwrap();
    let near = scored.declare(said("a")).unwrap();
    assert!(near.scored.is_empty());
    let again = near.score(&grid(), scoring("a", [5, 5]));
    assert_eq!(again, Err(ExaminationError::Conflict));
}

#[test]
fn marks_are_out_of_twenty_with_their_spread() {
    let one = eligible().score(&grid(), scoring("a", [5, 5])).unwrap();
    let two = one.score(&grid(), scoring("b", [5, 1])).unwrap();
    let marks = grid().marks(&two).unwrap();
    assert_eq!(marks.most.hundredths(), 2000);
    // 3 × 5 + 1 × 1 = 16 points of 20.
    assert_eq!(marks.least.hundredths(), 1600);
    assert_eq!((marks.mean.hundredths(), marks.experts), (1800, 2));
    let again = two.score(&grid(), scoring("b", [0, 0])).unwrap();
    assert_eq!(again.scored.len(), 2);
    let wrong = again.clone().score(&grid(), scoring("c", [6, 0]));
    assert_eq!(wrong, Err(ExaminationError::Points));
    let none = again.score(&Grid::default(), scoring("c", [1, 1]));
    assert_eq!(none, Err(ExaminationError::NoGrid));
}

#[test]
fn a_decision_that_gave_money_or_is_published_stands() {
    let refused = eligible().rule(ruling(Outcome::Refused), false).unwrap();
    let twice = refused.clone().rule(ruling(Outcome::Refused), false);
    assert_eq!(twice.unwrap().rulings.len(), 1);
    assert_eq!(refused.may_rule(Outcome::Waiting, false), Ok(()));
    let late = refused.may_rule(Outcome::Accepted, true);
    assert_eq!(late, Err(ExaminationError::Decided));
    let waits = eligible().rule(ruling(Outcome::Waiting), false).unwrap();
    assert_eq!(waits.may_rule(Outcome::Accepted, true), Ok(()));
    let given = Ruling {
        given: Some(Given {
            envelope: "enveloppe".parse().unwrap(),
            line: 1,
            amount: Cents::euros(100),
        }),
        ..ruling(Outcome::Accepted)
    };
    let given = waits.rule(given, true).unwrap();
    let after = given.may_rule(Outcome::Refused, false);
    assert_eq!(after, Err(ExaminationError::Decided));
}

#[test]
fn criteria_that_do_not_hold_together_make_no_grid() {
    let criterion = |id, weight| Criterion {
        id,
        label: "Critère".to_owned(),
        weight,
    };
    let twice = Grid::new(vec![criterion(1, 1), criterion(1, 2)]);
    assert_eq!(twice, Err(GridError::Twice));
    assert_eq!(Grid::new(vec![criterion(1, 0)]), Err(GridError::Weight));
    let many = (0..13).map(|id| criterion(id, 1)).collect();
    assert_eq!(Grid::new(many), Err(GridError::TooMany));
}

proptest! {
    #[test]
    fn a_mark_is_between_none_and_twenty_and_grows_with_points(
        weights in prop::collection::vec(1_u8..=10, 1..12),
        points in prop::collection::vec(0_u8..=5, 12),
    ) {
        let criteria = (0..).zip(&weights).map(|(id, weight)| Criterion {
            id,
            label: "Critère".to_owned(),
            weight: *weight,
        });
        let grid = Grid::new(criteria.collect()).unwrap();
        let mut scoring = Scoring {
            by: Author::Operator,
            at: DateTime::UNIX_EPOCH,
            points: (0..).zip(points).take(weights.len()).collect(),
        };
        let mark = grid.mark(&scoring).unwrap();
        prop_assert!(mark.hundredths() <= 2000);
        for point in scoring.points.values_mut() {
            *point = (*point + 1).min(Grid::POINTS);
        }
        prop_assert!(grid.mark(&scoring).unwrap() >= mark);
    }

    #[test]
    fn an_examination_reads_back(outcome in prop::sample::select(Outcome::ALL)) {
        let one = eligible().score(&grid(), scoring("a", [3, 4])).unwrap();
        let one = one.note(said("a")).unwrap().rule(ruling(outcome), false).unwrap();
        let text = serde_json::to_string(&one).unwrap();
        prop_assert_eq!(serde_json::from_str::<Examination>(&text).unwrap(), one);
    }
}

#[test]
fn a_label_is_there_once_and_there_are_not_too_many() {
    let label = |text: &str| Label::read(text).unwrap();
    assert_eq!(Label::read("  "), None);
    assert_eq!(Label::read(&"a".repeat(Label::CHARS + 1)), None);
    let mut one = begun().label(label("urgent")).unwrap();
    one = one.label(label(" urgent ")).unwrap();
    assert_eq!(one.labels.len(), 1);
    for n in 1..Examination::MOST_LABELS {
        one = one.label(label(&format!("mot {n}"))).unwrap();
    }
    assert_eq!(one.clone().label(label("urgent")), Ok(one.clone()));
    let beyond = one.clone().label(label("encore"));
    assert_eq!(beyond, Err(ExaminationError::Labels));
    let text = serde_json::to_string(&one).unwrap();
    assert_eq!(serde_json::from_str::<Examination>(&text).unwrap(), one);
    let less = one.unlabel(&label("urgent"));
    assert!(less.label(label("encore")).is_ok());
}

#[test]
fn what_waits_is_counted_at_its_step_and_late_after_the_day_of_the_committee() {
    use chrono::{Days, NaiveDate};

    use crate::means::calls::{Milestone, Timeline};

    let start = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
    let day = |n: u64| start + Days::new(n);
    let noon = |n: u64| day(n).and_hms_opt(12, 0, 0).unwrap().and_utc();
    let dates = [
        (Milestone::Committee, day(10)),
        (Milestone::Decision, day(20)),
    ];
    let dates = Timeline::new(dates, None).unwrap();
    let mut found = found(true);
    found.said.at = noon(8);
    let admissible = begun().find(Question::Admissible, found.clone()).unwrap();
    let eligible = admissible.clone().find(Question::Eligible, found).unwrap();
    let decided = eligible
        .clone()
        .rule(ruling(Outcome::Accepted), false)
        .unwrap();
    let received = begun();
    let all = [
        (&received, noon(1)),
        (&received, noon(2)),
        (&received, noon(5)),
        (&received, noon(6)),
        (&eligible, noon(1)),
        (&decided, noon(1)),
    ];
    let delays = Delays::of(all, &dates, day(11));
    let wait = |count, median, longest, late| Wait {
        count,
        median,
        longest,
        late,
    };
    let steps = vec![
        (Step::Received, wait(4, 8, 10, 4)),
        (Step::Eligible, wait(1, 3, 3, 0)),
    ];
    assert_eq!(delays.steps, steps);
    assert_eq!(delays.all, Some(wait(5, 6, 10, 4)));
    let in_time = Delays::of([(&admissible, noon(1))], &dates, day(10));
    assert_eq!(in_time.all, Some(wait(1, 2, 2, 0)));
    let unknown = Delays::of([(&received, noon(1))], &Timeline::default(), day(99));
    assert_eq!(unknown.all.map(|one| one.late), Some(0));
    let none = Delays::of([(&decided, noon(1))], &dates, day(99));
    assert_eq!(none, Delays::default());
}
