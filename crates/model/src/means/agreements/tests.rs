mod random;

use chrono::NaiveDate;

use super::*;
use crate::journal::Author;
use crate::means::envelopes::{
    Account, Ceilings, Envelope, EnvelopeKind, Funder, Hand, Order, Rate,
};
use crate::periods::Period;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn prose(text: &str) -> Prose {
    Prose::read(text).unwrap().unwrap()
}

fn function(text: &str) -> Function {
    Function::read(text).unwrap()
}

fn envelope() -> Envelope {
    Envelope {
        slug: slug("materiel"),
        body: slug("gouvernance-essai"),
        label: "Matériel".to_owned(),
        kind: EnvelopeKind::Investment,
        funder: Funder::Outside("Fondation d’essai".to_owned()),
        period: Period::ALWAYS,
        amount: Cents::euros(20_000),
        ceilings: Ceilings::default(),
        rate: Rate::default(),
        source: None,
        hands: Vec::new(),
    }
}

fn hand() -> Hand {
    Hand {
        at: "2026-03-02T09:00:00Z".parse().unwrap(),
        day: day("2026-03-02"),
        by: Author::Operator,
        reason: prose("essai"),
    }
}

fn order(what: Move, amount: Cents) -> Order {
    Order {
        what,
        account: Account {
            request: "demande-1".parse().unwrap(),
            beneficiary: slug("passeurs"),
            territory: "commune-35238".parse().unwrap(),
            year: 2026,
        },
        amount,
        cost: None,
        decision: None,
    }
}

/// 8 800 € that are granted, then payments.
fn ledger(payments: &[i32]) -> Ledger {
    let mut ledger = Ledger::default();
    let granted = order(Move::Grant, Cents::euros(8_800));
    ledger.take(&envelope(), granted, hand()).unwrap();
    for euros in payments {
        let paid = order(Move::Pay, Cents::euros(*euros));
        ledger.take(&envelope(), paid, hand()).unwrap();
    }
    ledger
}

fn terms(instalments: &[(&str, i32)]) -> Terms {
    let one = |(due, euros): &(&str, i32)| Instalment {
        due: day(due),
        amount: Cents::euros(*euros),
        line: None,
    };
    Terms {
        purpose: prose("Vingt-deux ordinateurs."),
        period: Period::years(2026, 2026).unwrap(),
        instalments: instalments.iter().map(one).collect(),
        interim: Some(day("2026-09-30")),
        last: Some(day("2027-01-31")),
    }
}

fn halves() -> Terms {
    terms(&[("2026-04-01", 4_400), ("2026-12-01", 4_400)])
}

fn draft(terms: Terms) -> Result<Agreement, AgreementError> {
    let about = (
        slug("materiel"),
        "demande-1".parse().unwrap(),
        slug("passeurs"),
    );
    Agreement::drafted(slug("demande-1"), about, terms, Cents::euros(8_800))
}

fn signature() -> Signature {
    Signature {
        on: day("2026-03-20"),
        by: vec![function("présidence"), function("direction du fonds")],
    }
}

fn signed() -> Agreement {
    let sent = draft(halves())
        .unwrap()
        .sent(day("2026-03-10"), Cents::euros(8_800));
    sent.unwrap().signed(signature()).unwrap()
}

fn report(kind: ReportKind, on: &str) -> Report {
    Report {
        kind,
        on: day(on),
        by: function("direction"),
        spent: Cents::euros(4_000),
        measures: vec!["Postes remplacés : 12".to_owned()],
        words: prose("Douze postes sont en place."),
    }
}

#[test]
fn an_agreement_is_drafted_sent_signed_reported_and_closed() {
    let one = draft(halves()).unwrap();
    assert_eq!(one.stage(), Stage::Drafted);
    assert_eq!(
        one.clone().signed(signature()),
        Err(AgreementError::NotNow(Stage::Drafted))
    );
    let granted = Cents::euros(8_800);
    let one = one.sent(day("2026-03-10"), granted).unwrap();
    assert_eq!(one.clone().sent(day("2026-03-10"), granted).unwrap(), one);
    assert_eq!(one.awaited(), None);
    let early = Signature {
        on: day("2026-03-09"),
        ..signature()
    };
    let too_early = AgreementError::TooEarly(day("2026-03-10"));
    assert_eq!(one.clone().signed(early), Err(too_early));
    let nobody = Signature {
        by: Vec::new(),
        ..signature()
    };
    assert_eq!(one.clone().signed(nobody), Err(AgreementError::NoSigner));
    assert_eq!(one.clone().taken_back().unwrap().stage(), Stage::Drafted);
    let one = one.signed(signature()).unwrap();
    assert_eq!(
        (one.stage(), one.clone().signed(signature()).unwrap()),
        (Stage::Signed, one.clone())
    );
    assert_eq!(
        one.awaited(),
        Some((ReportKind::Interim, day("2026-09-30")))
    );
    assert_eq!(
        one.clone().closed(day("2026-12-31")),
        Err(AgreementError::NotReported)
    );
    let one = one
        .reported(report(ReportKind::Interim, "2026-09-01"))
        .unwrap();
    assert_eq!(one.stage(), Stage::Reported);
    assert_eq!(one.awaited(), Some((ReportKind::Final, day("2027-01-31"))));
    let last = report(ReportKind::Final, "2027-01-20");
    let one = one.reported(last.clone()).unwrap().reported(last).unwrap();
    assert_eq!(
        (one.reports.len(), one.stage(), one.awaited()),
        (2, Stage::FinallyReported, None)
    );
    let late = report(ReportKind::Interim, "2027-01-21");
    assert_eq!(one.clone().reported(late), Err(AgreementError::Reported));
    let one = one.closed(day("2027-02-01")).unwrap();
    assert_eq!(one.stage(), Stage::Closed);
    let over = one.ended(day("2027-02-02"), prose("Trop tard."));
    assert_eq!(over, Err(AgreementError::NotNow(Stage::Closed)));
}

#[test]
fn instalments_are_never_beyond_what_is_granted_and_what_is_missing_is_named() {
    let beyond = draft(terms(&[("2026-04-01", 8_000), ("2026-05-01", 801)]));
    let over = AgreementError::Beyond {
        granted: Cents::euros(8_800),
        over: Cents::euros(1),
    };
    assert_eq!(beyond, Err(over));
    let short = terms(&[("2026-05-01", 8_000), ("2026-04-01", 700)]);
    let balance = short.balance(Cents::euros(8_800));
    assert_eq!(balance, Ok(Balance::Missing(Cents::euros(100))));
    let one = draft(short).unwrap();
    let days: Vec<NaiveDate> = one.terms.instalments.iter().map(|one| one.due).collect();
    assert_eq!(
        days,
        [day("2026-04-01"), day("2026-05-01")],
        "by their days"
    );
    assert_eq!(halves().balance(Cents::euros(8_800)), Ok(Balance::Exact));
    assert_eq!(draft(terms(&[])), Err(AgreementError::NoInstalment));
    assert_eq!(
        draft(terms(&[("2026-04-01", 0)])),
        Err(AgreementError::NoAmount)
    );
    // Something was given back since: what is too much is told before it leaves for signature.
    let less = one.sent(day("2026-03-10"), Cents::euros(8_600));
    assert!(
        matches!(less, Err(AgreementError::Beyond { .. })),
        "{less:?}"
    );
}

#[test]
fn two_hands_on_a_draft_do_not_write_over_each_other() {
    let one = draft(halves()).unwrap();
    let whole = terms(&[("2026-04-01", 8_800)]);
    let other = terms(&[("2026-06-01", 8_800)]);
    let granted = Cents::euros(8_800);
    let after = one.redrafted(&halves(), whole.clone(), granted).unwrap();
    assert_eq!(
        after.clone().redrafted(&halves(), whole, granted).unwrap(),
        after,
        "sent twice"
    );
    let moved = after.redrafted(&halves(), other, granted);
    assert_eq!(moved, Err(AgreementError::Moved));
}

#[test]
fn an_instalment_is_paid_by_a_line_of_its_own_agreement_once() {
    let ledger = ledger(&[4_400, 4_400]);
    let one = signed();
    let dues = one.dues(&ledger, day("2026-06-01")).unwrap();
    assert_eq!(dues, [Due::Late, Due::Ahead]);
    assert_eq!(
        one.clone().paid(0, 1, &ledger),
        Err(AgreementError::NoPayment(1)),
        "it grants"
    );
    assert_eq!(
        one.clone().paid(2, 2, &ledger),
        Err(AgreementError::Nothing(3))
    );
    let one = one.paid(0, 2, &ledger).unwrap();
    assert_eq!(one.clone().paid(0, 2, &ledger).unwrap(), one, "sent twice");
    assert_eq!(
        one.clone().paid(0, 3, &ledger),
        Err(AgreementError::Linked(2))
    );
    assert_eq!(
        one.clone().paid(1, 2, &ledger),
        Err(AgreementError::NoPayment(2))
    );
    let dues = one.dues(&ledger, day("2026-06-01")).unwrap();
    let paid = Due::Paid {
        line: 2,
        missing: Cents::ZERO,
    };
    assert_eq!(dues, [paid, Due::Ahead]);
    let loose: Vec<u64> = one
        .loose_payments(&ledger)
        .iter()
        .map(|line| line.number)
        .collect();
    assert_eq!(loose, [3]);
}

#[test]
fn a_payment_that_is_too_large_is_refused_and_one_that_is_too_small_says_what_is_missing() {
    let beyond = ledger(&[4_500]);
    let over = AgreementError::Overpaid {
        over: Cents::euros(100),
    };
    assert_eq!(signed().paid(0, 2, &beyond), Err(over));
    let short = ledger(&[4_000]);
    let one = signed().paid(0, 2, &short).unwrap();
    let dues = one.dues(&short, day("2026-06-01")).unwrap();
    assert_eq!(
        dues[0],
        Due::Paid {
            line: 2,
            missing: Cents::euros(400)
        }
    );
}

#[test]
fn a_refund_is_asked_of_what_was_paid_and_received_by_the_line_that_undid_the_payment() {
    let mut ledger = ledger(&[4_400]);
    let one = signed().paid(0, 2, &ledger).unwrap();
    let refund = |euros| Refund {
        asked: day("2026-10-01"),
        amount: Cents::euros(euros),
        reason: prose("Quatre postes n’ont pas été achetés."),
        received: None,
    };
    let beyond = one.clone().asked_back(refund(4_401), &ledger);
    assert_eq!(beyond, Err(AgreementError::NotPaid(Cents::euros(4_400))));
    let one = one.asked_back(refund(1_000), &ledger).unwrap();
    assert_eq!(
        one.clone()
            .asked_back(refund(1_000), &ledger)
            .unwrap()
            .refunds
            .len(),
        1
    );
    let again = one.clone().asked_back(refund(3_500), &ledger);
    assert_eq!(again, Err(AgreementError::NotPaid(Cents::euros(3_400))));
    let one = one
        .reported(report(ReportKind::Final, "2026-12-01"))
        .unwrap();
    assert_eq!(
        one.clone().closed(day("2026-12-31")),
        Err(AgreementError::Owed)
    );
    assert_eq!(
        one.clone().given_back(0, 2, &ledger),
        Err(AgreementError::NoReturn(2))
    );
    // The payment is undone whole; what is kept is paid anew.
    ledger.reverse(&envelope(), 2, hand()).unwrap();
    ledger
        .take(&envelope(), order(Move::Pay, Cents::euros(3_400)), hand())
        .unwrap();
    let one = one.given_back(0, 3, &ledger).unwrap();
    assert_eq!(one.clone().given_back(0, 3, &ledger).unwrap(), one);
    assert!(one.loose_returns(&ledger).is_empty());
    assert_eq!(
        one.dues(&ledger, day("2026-12-31")).unwrap()[0],
        Due::Late,
        "to be linked anew"
    );
    let one = one.paid(0, 4, &ledger).unwrap();
    let dues = one.dues(&ledger, day("2026-12-31")).unwrap();
    assert_eq!(
        dues[0],
        Due::Paid {
            line: 4,
            missing: Cents::euros(1_000)
        }
    );
    assert_eq!(
        one.closed(day("2026-12-31")).unwrap().stage(),
        Stage::Closed
    );
}

#[test]
fn an_amendment_keeps_what_was_agreed_before_and_changes_nothing_that_was_paid() {
    let ledger = ledger(&[4_400]);
    let one = signed().paid(0, 2, &ledger).unwrap();
    let granted = Cents::euros(8_800);
    let on = || (day("2026-06-15"), prose("Livraison retardée."));
    let changed = terms(&[("2026-04-02", 4_400), ("2027-02-01", 4_400)]);
    let paid = AgreementError::PaidChanged(Cents::euros(4_400), day("2026-04-01"));
    assert_eq!(one.clone().amended(on(), changed, granted), Err(paid));
    let later = terms(&[
        ("2026-02-01", 400),
        ("2026-04-01", 4_400),
        ("2027-02-01", 4_000),
    ]);
    let after = one.clone().amended(on(), later.clone(), granted).unwrap();
    assert_eq!(after.amendments.len(), 1);
    assert_eq!(after.amendments[0].before, one.terms);
    assert_eq!(
        after.terms.instalments[1].line,
        Some(2),
        "it moved, its line with it"
    );
    assert_eq!(
        after.clone().amended(on(), later, granted).unwrap(),
        after,
        "sent twice"
    );
    assert_eq!(after.stage(), Stage::Amended);
}

#[test]
fn one_that_ends_early_says_why_and_money_may_still_be_asked_back() {
    let ledger = ledger(&[4_400]);
    let one = signed()
        .ended(day("2026-07-01"), prose("L’association s’arrête."))
        .unwrap();
    assert_eq!(one.stage(), Stage::Ended);
    let refund = Refund {
        asked: day("2026-07-02"),
        amount: Cents::euros(4_400),
        reason: prose("Rien n’a été acheté."),
        received: None,
    };
    assert_eq!(
        one.asked_back(refund.clone(), &ledger).unwrap().refunds,
        [refund]
    );
    let never = draft(halves())
        .unwrap()
        .ended(day("2026-07-01"), prose("Abandon."));
    assert_eq!(never, Err(AgreementError::NotNow(Stage::Drafted)));
}

#[test]
fn an_agreement_is_stored_and_read_back() {
    let ledger = ledger(&[4_400]);
    let one = signed().paid(0, 2, &ledger).unwrap();
    let one = one
        .reported(report(ReportKind::Interim, "2026-09-01"))
        .unwrap();
    let text = serde_json::to_string(&one).unwrap();
    assert_eq!(serde_json::from_str::<Agreement>(&text).unwrap(), one);
}
