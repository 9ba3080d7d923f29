//! Random lives of an agreement: whatever is tried, money adds up and no line of the ledger serves twice.

use proptest::prelude::*;

use super::*;

/// A step that is tried, with what it is about.
#[derive(Debug, Clone)]
enum Step {
    Send,
    TakeBack,
    Sign,
    Amend(Vec<i64>),
    Pay(usize, u64),
    Report(ReportKind),
    AskBack(i64),
    GiveBack(usize, u64),
    Close,
    End,
}

fn a_step() -> impl Strategy<Value = Step> {
    let parts = prop::collection::vec(0..600_000_i64, 0..4);
    prop_oneof![
        1 => Just(Step::Send),
        1 => Just(Step::TakeBack),
        2 => Just(Step::Sign),
        1 => parts.prop_map(Step::Amend),
        3 => (0..4_usize, 1..8_u64).prop_map(|(at, line)| Step::Pay(at, line)),
        1 => prop::sample::select(ReportKind::ALL).prop_map(Step::Report),
        1 => (0..900_000_i64).prop_map(Step::AskBack),
        1 => (0..3_usize, 1..8_u64).prop_map(|(at, line)| Step::GiveBack(at, line)),
        1 => Just(Step::Close),
        1 => Just(Step::End),
    ]
}

fn take(one: Agreement, step: Step, ledger: &Ledger) -> Result<Agreement, AgreementError> {
    let on = day("2026-07-01");
    let granted = Cents::euros(8_800);
    match step {
        Step::Send => one.sent(day("2026-03-10"), granted),
        Step::TakeBack => one.taken_back(),
        Step::Sign => one.signed(signature()),
        Step::Amend(parts) => {
            let mut terms = halves();
            let part = |cents: &i64| Instalment {
                due: on,
                amount: Cents::new(*cents),
                line: None,
            };
            terms.instalments.extend(parts.iter().map(part));
            one.amended((on, prose("Avenant.")), terms, granted)
        }
        Step::Pay(at, line) => one.paid(at, line, ledger),
        Step::Report(kind) => one.reported(report(kind, "2026-07-01")),
        Step::AskBack(cents) => {
            let refund = Refund {
                asked: on,
                amount: Cents::new(cents),
                reason: prose("Rendu."),
                received: None,
            };
            one.asked_back(refund, ledger)
        }
        Step::GiveBack(at, line) => one.given_back(at, line, ledger),
        Step::Close => one.closed(on),
        Step::End => one.ended(on, prose("Fin.")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_is_tried_money_adds_up_and_no_line_serves_twice(
        steps in prop::collection::vec(a_step(), 1..30),
    ) {
        let mut ledger = ledger(&[4_400, 1_000, 3_400]);
        ledger.reverse(&envelope(), 3, hand()).unwrap();
        let mut one = draft(halves()).unwrap();
        for step in steps {
            let before = one.stage();
            if let Ok(after) = take(one.clone(), step, &ledger) {
                one = after;
            }
            if matches!(before, Stage::Closed | Stage::Ended) {
                prop_assert_eq!(one.stage(), before, "over is over");
            }
            prop_assert!(one.terms.total().unwrap() <= Cents::euros(8_800));
            let lines: Vec<u64> = one.terms.instalments.iter().filter_map(|one| one.line).collect();
            let unique: std::collections::BTreeSet<u64> = lines.iter().copied().collect();
            prop_assert_eq!(lines.len(), unique.len());
            for due in one.dues(&ledger, day("2026-07-01")).unwrap() {
                if let Due::Paid { missing, .. } = due {
                    prop_assert!(missing >= Cents::ZERO);
                }
            }
            let open = one.refunds.iter().filter(|one| one.received.is_none());
            let open = Cents::total(open.map(|one| one.amount)).unwrap();
            prop_assert!(open <= one.sums(&ledger).unwrap().paid);
        }
    }
}
