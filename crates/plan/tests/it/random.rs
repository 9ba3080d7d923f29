//! What holds over random ledgers, to the cent.

use std::collections::BTreeSet;

use portulan_model::means::envelopes::Sums;
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, ClosedList as _, Slug, TerritoryKey};
use portulan_plan::{
    Cell, Change, Envelope, Input, Key, Kind, Line, Pair, Plan, Range, Row, what_if,
};
use proptest::prelude::*;

use crate::{key, slug};

const TOWNS: [&str; 4] = [
    "commune-35238",
    "commune-35047",
    "epci-243500139",
    "departement-35",
];

fn line() -> impl Strategy<Value = Line> {
    let told = (
        0..12_u8,
        0..7_u8,
        prop::option::of(0..3_u8),
        any::<[bool; 2]>(),
    );
    let parts = (
        prop::collection::btree_set(2024..2030_i32, 1..4),
        prop::collection::btree_set(prop::sample::select(Need::ALL), 0..3),
        prop::collection::btree_map(prop::sample::select(&TOWNS[..]), 1..9_u32, 0..4),
        prop::option::weighted(0.3, 0..2_u8),
    );
    let money = (
        0..900_001_i64,
        0..500_001_i64,
        0..500_001_i64,
        0..500_001_i64,
    );
    (told, parts, money).prop_map(|(told, parts, money)| {
        let (tells, organisation, envelope, [stands, open]) = told;
        let (years, needs, territories, pool) = parts;
        let (low, more, granted, paid) = money;
        let sums = Sums {
            promised: Cents::new(low),
            granted: Cents::new(granted),
            paid: Cents::new(paid.min(granted)),
        };
        let (sums, asked) = if stands {
            (sums, Range::exact(Cents::new(low + granted)))
        } else {
            let range = Range::between(Cents::new(low), Cents::new(low + more));
            (Sums::default(), range)
        };
        let territory = |(name, weight): (&str, u32)| {
            let key: TerritoryKey = name.parse().unwrap();
            (key, weight)
        };
        Line {
            tells: key(&format!("t{tells}")),
            organisation: slug(&format!("o{organisation}")),
            envelope: envelope.map(|at| slug(&format!("e{at}"))),
            years,
            needs,
            territories: territories.into_iter().map(territory).collect(),
            asked,
            stands: sums,
            pool: pool.map(|at| slug(&format!("p{at}"))),
            open,
        }
    })
}

pub(crate) fn inputs() -> impl Strategy<Value = Input> {
    let lines = prop::collection::vec(line(), 0..40);
    let pairs = prop::collection::vec((0..14_u8, 0..14_u8), 0..6);
    (lines, pairs).prop_map(|(lines, pairs)| {
        let name = |(at, line): (usize, Line)| (key(&format!("{at:03}")), line);
        let pair = |(one, other): (u8, u8)| {
            let told = |at: u8| key(&format!("t{at}"));
            Pair::new(told(one), told(other), Kind::SameAction)
        };
        let envelope = |at: u8| {
            let one = Envelope {
                amount: Cents::euros(20_000),
                years: (at > 0).then_some(2025..=2027),
            };
            (slug(&format!("e{at}")), one)
        };
        Input {
            first: 2026,
            lines: lines.into_iter().enumerate().map(name).collect(),
            envelopes: (0..2).map(envelope).collect(),
            pairs: pairs.into_iter().filter_map(pair).collect(),
        }
    })
}

fn total<'a>(rows: impl Iterator<Item = &'a Row>) -> Row {
    let mut all = Row::default();
    for row in rows {
        for (own, cell) in all.years.iter_mut().zip(&row.years) {
            *own = own.plus(*cell).unwrap();
        }
        all.all = all.all.plus(row.all).unwrap();
    }
    all
}

fn told(input: &Input) -> i64 {
    let lines = input.lines.values();
    lines.map(|line| line.asked.high().get()).sum()
}

fn counted(plan: &Plan) -> i64 {
    let (within, outside) = (plan.whole.all.counted, plan.outside.counted);
    within.high().get() + outside.high().get()
}

fn doubled(plan: &Plan) -> i64 {
    let (within, outside) = (plan.whole.all.doubled, plan.outside.doubled);
    within.high().get() + outside.high().get()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_four_totals_are_one(input in inputs()) {
        let plan = Plan::of(&input).unwrap();
        prop_assert_eq!(total(plan.envelopes.values()), plan.whole);
        prop_assert_eq!(total(plan.needs.values()), plan.whole);
        prop_assert_eq!(total(plan.territories.values()), plan.whole);
        let years = plan.whole.years.iter();
        let all = years.fold(Cell::default(), |all, cell| all.plus(*cell).unwrap());
        prop_assert_eq!(all, plan.whole.all);
    }

    #[test]
    fn all_that_is_told_is_counted_or_doubled_and_ledgers_stay_whole(input in inputs()) {
        let plan = Plan::of(&input).unwrap();
        prop_assert_eq!(counted(&plan) + doubled(&plan), told(&input));
        let named: i64 = plan.doubled.iter().map(|one| one.amount.high().get()).sum();
        prop_assert_eq!(named, doubled(&plan));
        let granted = plan.whole.all.granted.plus(plan.outside.granted).unwrap();
        let lines = input.lines.values().map(|line| line.stands.granted);
        prop_assert_eq!(granted, Cents::total(lines).unwrap());
    }

    #[test]
    fn no_range_is_upside_down_nor_below_nothing(input in inputs()) {
        let plan = Plan::of(&input).unwrap();
        let rows = plan.needs.values().chain(plan.territories.values()).chain(plan.envelopes.values());
        for cell in rows.flat_map(|row| row.years) {
            for range in [cell.counted, cell.doubled, cell.pooled, cell.to_find] {
                prop_assert!(Cents::ZERO <= range.low() && range.low() <= range.high(), "{cell:?}");
            }
        }
    }

    #[test]
    fn without_pairs_nothing_is_doubled_and_with_more_of_them_no_more_is_counted(input in inputs()) {
        let plan = Plan::of(&input).unwrap();
        let mut fewer = input.clone();
        fewer.pairs.pop_last();
        prop_assert!(counted(&plan) <= counted(&Plan::of(&fewer).unwrap()));
        fewer.pairs.clear();
        prop_assert_eq!(doubled(&Plan::of(&fewer).unwrap()), 0);
    }

    #[test]
    fn what_leaves_never_makes_more_double(input in inputs(), gone in 0..7_u8) {
        let before = Plan::of(&input).unwrap();
        let gone = slug(&format!("o{gone}"));
        if let Ok(supposed) = what_if(&input, &[Change::Without(gone)]) {
            prop_assert!(doubled(&supposed.after) <= doubled(&before));
        }
        let mut fewer = input.clone();
        fewer.lines.pop_first();
        prop_assert!(doubled(&Plan::of(&fewer).unwrap()) <= doubled(&before));
    }

    #[test]
    fn what_is_supposed_and_then_undone_changed_nothing(input in inputs(), at in 0..7_u8, amount in 0..9_000_000_i64) {
        let partner: Slug = slug(&format!("o{at}"));
        let changes = [
            Change::Amount(slug("e1"), Cents::new(amount)),
            Change::Without(partner),
            Change::With(Vec::new()),
        ];
        for change in changes {
            if let Ok((after, undo)) = input.changed(&change) {
                let (back, _) = after.changed(&undo).unwrap();
                prop_assert_eq!(&back, &input);
            }
        }
    }

    #[test]
    fn to_take_away_nobody_changes_nothing(input in inputs()) {
        let nothing = what_if(&input, &[Change::With(Vec::new())]).unwrap();
        prop_assert_eq!(nothing.difference().unwrap(), Row::default());
        prop_assert_eq!(&nothing.before, &nothing.after);
    }

    #[test]
    fn the_order_of_the_lines_says_nothing_about_what_is_counted(input in inputs()) {
        let mut turned = input.clone();
        let lines = input.lines.values().rev().enumerate();
        turned.lines = lines.map(|(at, line)| (Key::new(format!("{at:03}")), line.clone())).collect();
        let (one, other) = (Plan::of(&input).unwrap(), Plan::of(&turned).unwrap());
        prop_assert_eq!(counted(&one), counted(&other));
        let names = |plan: &Plan| plan.doubled.iter().map(|one| one.told.clone()).collect::<BTreeSet<_>>();
        prop_assert_eq!(names(&one), names(&other));
    }
}
