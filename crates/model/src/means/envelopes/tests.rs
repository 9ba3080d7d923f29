//! What an envelope lets through, case by case, then over ten thousand random ledgers.

mod names;
mod random;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeZone as _, Utc};

use super::*;
use crate::periods::Period;

/// What is changed of an envelope.
type Changed = fn(&mut Envelope);

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn territory(text: &str) -> TerritoryKey {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn hand() -> Hand {
    Hand {
        at: Utc.with_ymd_and_hms(2024, 6, 3, 8, 0, 0).unwrap(),
        day: day("2024-06-03"),
        by: Author::Operator,
        reason: Prose::read("délibération du comité").unwrap().unwrap(),
    }
}

/// 55 400 € of engineering over three years, as one département has.
fn envelope() -> Envelope {
    Envelope {
        slug: slug("ingenierie-35"),
        body: slug("gouvernance-35"),
        label: "Dotation d’ingénierie".to_owned(),
        kind: EnvelopeKind::Engineering,
        funder: Funder::Outside("État".to_owned()),
        period: Period::years(2024, 2026).unwrap(),
        amount: Cents::euros(55_400),
        ceilings: Ceilings::default(),
        rate: Rate::default(),
        source: None,
        hands: Vec::new(),
    }
}

fn account(request: &str, beneficiary: &str) -> Account {
    Account {
        request: request.parse().unwrap(),
        beneficiary: slug(beneficiary),
        territory: territory("commune-35238"),
        year: 2024,
    }
}

fn order(what: Move, euros: i32) -> Order {
    Order {
        what,
        account: account("demande-1", "ccas"),
        amount: Cents::euros(euros),
        cost: None,
        decision: None,
    }
}

fn sums(promised: i32, granted: i32, paid: i32) -> Sums {
    Sums {
        promised: Cents::euros(promised),
        granted: Cents::euros(granted),
        paid: Cents::euros(paid),
    }
}

/// A ledger after some orders, all of which are obeyed.
fn after(envelope: &Envelope, orders: &[(Move, i32)]) -> Ledger {
    let mut ledger = Ledger::default();
    for (what, euros) in orders {
        ledger.take(envelope, order(*what, *euros), hand()).unwrap();
    }
    ledger
}

#[test]
fn money_is_promised_then_granted_then_paid_and_what_is_left_follows() {
    use Move::{Grant, Pay, Promise, Release};
    let envelope = envelope();
    for (orders, stands, left) in [
        (vec![], sums(0, 0, 0), 55_400),
        (vec![(Promise, 20_000)], sums(20_000, 0, 0), 35_400),
        (
            vec![(Promise, 20_000), (Grant, 15_000)],
            sums(5_000, 15_000, 0),
            35_400,
        ),
        (
            vec![(Promise, 20_000), (Grant, 25_000)],
            sums(0, 25_000, 0),
            30_400,
        ),
        (
            vec![(Grant, 10_000), (Pay, 4_000)],
            sums(0, 10_000, 4_000),
            45_400,
        ),
        (
            vec![
                (Promise, 9_000),
                (Grant, 6_000),
                (Pay, 1_000),
                (Release, 5_000),
            ],
            sums(0, 4_000, 1_000),
            51_400,
        ),
    ] {
        let whole = after(&envelope, &orders).whole().unwrap();
        assert_eq!(whole, stands, "{orders:?}");
        assert_eq!(whole.left_of(envelope.amount), Ok(Cents::euros(left)));
    }
}

#[test]
fn what_goes_beyond_is_refused_with_what_is_left_and_by_how_much() {
    let plain = envelope();
    let mut parted = envelope();
    let rennes = territory("commune-35238");
    let ceilings = &mut parted.ceilings.territories;
    ceilings.insert(rennes.clone(), Cents::euros(30_000));
    let mut each = envelope();
    each.ceilings.each = Some(Cents::euros(25_000));
    let mut named = each.clone();
    let own = (slug("ccas"), Cents::euros(40_000));
    named.ceilings.beneficiaries.extend([own]);
    let mut elsewhere = envelope();
    let ceilings = &mut elsewhere.ceilings.territories;
    ceilings.insert(territory("commune-35047"), Cents::euros(30_000));
    for (envelope, limit, ceiling) in [
        (plain, Limit::Envelope, 55_400),
        (parted, Limit::Territory(rennes.clone()), 30_000),
        (each, Limit::Beneficiary(slug("ccas")), 25_000),
        (named, Limit::Beneficiary(slug("ccas")), 40_000),
        (elsewhere, Limit::Territory(rennes), 0),
    ] {
        let used = ceiling.min(20_000);
        let mut ledger = Ledger::default();
        if used > 0 {
            ledger
                .take(&envelope, order(Move::Promise, used), hand())
                .unwrap();
        }
        let before = ledger.clone();
        let asked = ceiling - used + 1;
        assert_eq!(
            ledger.take(&envelope, order(Move::Grant, asked + used), hand()),
            Err(Refusal::Beyond {
                limit,
                ceiling: Cents::euros(ceiling),
                left: Cents::euros(ceiling - used),
                over: Cents::euros(1),
            })
        );
        assert_eq!(ledger, before);
        if ceiling > 0 {
            let all = order(Move::Grant, ceiling);
            ledger.take(&envelope, all, hand()).unwrap();
        }
    }
}

#[test]
fn no_more_is_paid_than_granted_nor_released_than_held() {
    let envelope = envelope();
    let mut ledger = after(
        &envelope,
        &[(Move::Promise, 500), (Move::Grant, 300), (Move::Pay, 100)],
    );
    let mut refused = |what, euros| {
        ledger
            .take(&envelope, order(what, euros), hand())
            .unwrap_err()
    };
    assert_eq!(
        refused(Move::Pay, 201),
        Refusal::NotGranted(Cents::euros(200))
    );
    assert_eq!(
        refused(Move::Release, 401),
        Refusal::NotHeld(Cents::euros(400))
    );
    assert_eq!(refused(Move::Promise, 0), Refusal::NoAmount);
    assert_eq!(refused(Move::Grant, -5), Refusal::NoAmount);
    let mut other = order(Move::Pay, 1);
    other.account = account("demande-1", "epn");
    assert_eq!(
        ledger.take(&envelope, other, hand()),
        Err(Refusal::NotGranted(Cents::ZERO))
    );
}

#[test]
fn a_wrong_line_is_undone_once_whole_and_only_where_nothing_stands_on_it() {
    let envelope = envelope();
    let mut ledger = after(
        &envelope,
        &[(Move::Promise, 500), (Move::Grant, 500), (Move::Pay, 100)],
    );
    let request: Reference = "demande-1".parse().unwrap();
    let under = Err(Refusal::Undercut(request));
    assert_eq!(ledger.reverse(&envelope, 1, hand()), under);
    assert_eq!(ledger.reverse(&envelope, 2, hand()), under);
    let line = ledger.reverse(&envelope, 3, hand()).unwrap();
    assert_eq!((line.number, line.undid()), (4, Some(3)));
    assert_eq!(ledger.whole(), Ok(sums(0, 500, 0)));
    ledger.reverse(&envelope, 2, hand()).unwrap();
    assert_eq!(ledger.whole(), Ok(sums(500, 0, 0)));
    for number in [2, 3, 4] {
        let refused = ledger.reverse(&envelope, number, hand());
        assert_eq!(refused, Err(Refusal::Reversed(number)));
    }
    assert_eq!(
        ledger.reverse(&envelope, 9, hand()),
        Err(Refusal::NoLine(9))
    );
    assert_eq!(ledger.undone(), BTreeSet::from([2, 3]));
    assert_eq!(ledger.lines().len(), 5);
}

#[test]
fn what_was_given_back_is_given_again_by_whoever_may_give_and_never_by_a_reversal() {
    let envelope = envelope();
    let mut ledger = after(&envelope, &[(Move::Promise, 100), (Move::Release, 60)]);
    let refused = ledger.reverse(&envelope, 2, hand());
    assert_eq!(refused, Err(Refusal::GivenBack(2)));
    ledger
        .take(&envelope, order(Move::Promise, 60), hand())
        .unwrap();
    assert_eq!(ledger.whole(), Ok(sums(100, 0, 0)));
}

#[test]
fn a_line_says_how_much_it_moved_once() {
    let envelope = envelope();
    let orders = [
        (Move::Promise, 500),
        (Move::Grant, 300),
        (Move::Pay, 100),
        (Move::Release, 350),
    ];
    let mut ledger = after(&envelope, &orders);
    ledger.reverse(&envelope, 3, hand()).unwrap();
    let amounts: Vec<Cents> = ledger.lines().iter().map(Line::amount).collect();
    assert_eq!(amounts, [500, 300, 100, 350, 100].map(Cents::euros));
}

#[test]
fn an_envelope_that_pays_a_share_asks_the_cost_and_keeps_to_it() {
    let mut envelope = envelope();
    envelope.rate = Rate {
        share: Some("40 %".parse().unwrap()),
        floor: Some(Cents::euros(500)),
        cap: Some(Cents::euros(8_000)),
    };
    let limit = |ceiling, left, over| {
        Err(Refusal::Beyond {
            limit: Limit::Rate,
            ceiling: Cents::euros(ceiling),
            left: Cents::euros(left),
            over: Cents::euros(over),
        })
    };
    for (cost, asked, answer) in [
        (None, 1_000, Err(Refusal::NoCost)),
        (Some(10_000), 4_000, Ok(())),
        (Some(10_000), 4_001, limit(4_000, 4_000, 1)),
        (Some(50_000), 8_000, Ok(())),
        (Some(50_000), 9_000, limit(8_000, 8_000, 1_000)),
        (
            Some(10_000),
            499,
            Err(Refusal::BelowFloor(Cents::euros(500))),
        ),
    ] {
        let mut asked = order(Move::Promise, asked);
        asked.cost = cost.map(Cents::euros);
        let taken = Ledger::default().take(&envelope, asked, hand());
        assert_eq!(taken.map(drop), answer, "{cost:?}");
    }
}

#[test]
fn money_is_promised_on_the_days_and_for_the_years_of_its_envelope_and_paid_after() {
    let envelope = envelope();
    let mut ledger = after(&envelope, &[(Move::Grant, 500)]);
    let late = Hand {
        day: day("2027-01-01"),
        ..hand()
    };
    assert_eq!(
        ledger.take(&envelope, order(Move::Grant, 1), late.clone()),
        Err(Refusal::OutOfPeriod(envelope.period))
    );
    ledger.take(&envelope, order(Move::Pay, 500), late).unwrap();
    let mut other = order(Move::Promise, 1);
    other.account.year = 2023;
    assert_eq!(
        ledger.take(&envelope, other, hand()),
        Err(Refusal::YearOutside(2024..=2026))
    );
}

#[test]
fn an_envelope_never_becomes_smaller_than_what_was_taken_from_it() {
    let before = envelope();
    let ledger = after(&before, &[(Move::Promise, 20_000), (Move::Grant, 5_000)]);
    let cases: [(Changed, Limit); 3] = [
        (|one| one.amount = Cents::euros(19_999), Limit::Envelope),
        (
            |one| one.ceilings.each = Some(Cents::euros(19_999)),
            Limit::Beneficiary(slug("ccas")),
        ),
        (
            |one| {
                let own = (territory("commune-35238"), Cents::euros(19_999));
                one.ceilings.territories.extend([own]);
            },
            Limit::Territory(territory("commune-35238")),
        ),
    ];
    for (change, limit) in cases {
        let mut one = before.clone();
        change(&mut one);
        let refused = Refusal::Beyond {
            limit,
            ceiling: Cents::euros(19_999),
            left: Cents::ZERO,
            over: Cents::euros(1),
        };
        assert_eq!(one.holds(&ledger), Err(refused));
    }
    assert_eq!(before.holds(&ledger), Ok(()));
}

#[test]
fn an_envelope_that_could_not_be_kept_to_is_refused() {
    let cases: [(Changed, Unsound); 5] = [
        (|one| one.amount = Cents::ZERO, Unsound::NoAmount),
        (
            |one| one.ceilings.each = Some(Cents::euros(55_401)),
            Unsound::CeilingBeyond,
        ),
        (
            |one| one.ceilings.each = Some(Cents::new(-1)),
            Unsound::NegativeCeiling,
        ),
        (|one| one.rate.cap = Some(Cents::ZERO), Unsound::EmptyBound),
        (
            |one| {
                one.rate.floor = Some(Cents::euros(2));
                one.rate.cap = Some(Cents::euros(1));
            },
            Unsound::FloorBeyondCap,
        ),
    ];
    for (change, error) in cases {
        let mut one = envelope();
        change(&mut one);
        assert_eq!(one.check(), Err(error));
    }
    assert_eq!(envelope().check(), Ok(()));
}

#[test]
fn a_share_is_read_as_people_type_it_and_never_pays_a_cent_beyond() {
    for (text, shown) in [
        ("40 %", "40"),
        ("37,5", "37,5"),
        ("12.25 %", "12,25"),
        ("100", "100"),
    ] {
        let share: Share = text.parse().unwrap();
        assert_eq!(share.to_string(), shown);
    }
    for text in ["", "0 %", "100,01", "-5", "beaucoup"] {
        assert_eq!(text.parse::<Share>(), Err(BadShare), "{text:?}");
    }
    let third: Share = "33,33".parse().unwrap();
    assert_eq!(third.of(Cents::new(100)), Cents::new(33));
    assert_eq!(third.of(Cents::new(2)), Cents::ZERO);
}

fn group(euros: i32, authors: &[&str]) -> Group {
    let mut group = Group::default();
    for author in authors {
        group.add(slug(author), sums(euros, 0, 0)).unwrap();
    }
    group
}

#[test]
fn a_sum_of_fewer_than_three_authors_is_not_shown_not_even_by_subtraction() {
    let groups = BTreeMap::from([
        ("a", group(1, &["x", "y", "z"])),
        ("b", group(1, &["w"])),
        ("c", group(1, &["u", "v", "w", "x"])),
    ]);
    let all = shown(&groups).unwrap();
    // One alone is withheld; another is too, so that the whole less the last one tells nothing.
    assert_eq!(all["b"], None);
    assert_eq!(all["a"], None);
    assert_eq!(all["c"], Some(sums(4, 0, 0)));
    assert_eq!(shown_whole(&groups), Ok(Some(sums(8, 0, 0))));
    let two = BTreeMap::from([("a", group(1, &["x"])), ("b", group(1, &["y", "x"]))]);
    assert!(shown(&two).unwrap().values().all(Option::is_none));
    assert_eq!(shown_whole(&two), Ok(None));
}

#[test]
fn what_one_alone_is_promised_is_not_shown_beside_what_many_are_granted() {
    let mut here = Group::default();
    for author in ["x", "y", "z"] {
        here.add(slug(author), sums(0, 10, 0)).unwrap();
    }
    let before = BTreeMap::from([("a", here.clone())]);
    assert_eq!(shown_whole(&before), Ok(Some(sums(0, 30, 0))));
    here.add(slug("w"), sums(12, 0, 0)).unwrap();
    let after = BTreeMap::from([("a", here)]);
    assert_eq!(shown_whole(&after), Ok(None));
    assert_eq!(shown(&after).unwrap()["a"], None);
}

#[test]
fn a_request_has_the_share_of_its_cost_once_however_many_years_and_places_it_has() {
    let mut envelope = envelope();
    envelope.rate.share = Some("40 %".parse().unwrap());
    let asked = |year| {
        let mut one = order(Move::Promise, 4_000);
        one.cost = Some(Cents::euros(10_000));
        one.account.year = year;
        one
    };
    let mut ledger = Ledger::default();
    ledger.take(&envelope, asked(2025), hand()).unwrap();
    let refused = Refusal::Beyond {
        limit: Limit::Rate,
        ceiling: Cents::euros(4_000),
        left: Cents::ZERO,
        over: Cents::euros(4_000),
    };
    assert_eq!(ledger.take(&envelope, asked(2026), hand()), Err(refused));
}

#[test]
fn a_line_is_stored_and_read_back() {
    let envelope = envelope();
    let mut ledger = after(&envelope, &[(Move::Promise, 500)]);
    ledger.reverse(&envelope, 1, hand()).unwrap();
    for line in ledger.lines() {
        let text = serde_json::to_string(line).unwrap();
        assert_eq!(&serde_json::from_str::<Line>(&text).unwrap(), line);
    }
    let text = serde_json::to_string(&envelope).unwrap();
    assert_eq!(serde_json::from_str::<Envelope>(&text).unwrap(), envelope);
}
