//! One rule, one case.

use portulan_model::Cents;
use portulan_model::roadmaps::Need;
use portulan_plan::{Change, Plan, Range, Unfit, what_if};

use crate::{euros, exact, input, intention, key, pair, slug, stands};

#[test]
fn nothing_is_a_plan_of_nothing_beside_its_envelopes() {
    let plan = Plan::of(&input([])).unwrap();
    assert_eq!(plan.years(), [2026, 2027, 2028]);
    assert_eq!(plan.whole, portulan_plan::Row::default());
    let left = plan.left[&slug("materiel")];
    let all = Cents::euros(100_000);
    assert_eq!((left.years, left.all), ([Some(all), Some(all), None], all));
    assert!(plan.envelopes.contains_key(&Some(slug("materiel"))));
}

#[test]
fn what_is_asked_is_a_range_and_what_is_given_is_not_to_be_found_any_more() {
    let plan = Plan::of(&input([
        intention("i", "ccas", euros(4_000, 6_000)),
        stands("r", "epn", 1_000, 2_000, 500),
    ]));
    let all = plan.unwrap().whole.all;
    assert_eq!(all.counted, euros(7_000, 9_000));
    assert_eq!(all.to_find, euros(4_000, 6_000));
    assert_eq!(all.doubled, Range::ZERO);
    let given = [all.promised, all.granted, all.paid];
    assert_eq!(given, [1_000, 2_000, 500].map(Cents::euros));
}

#[test]
fn a_cost_that_is_told_twice_counts_once_and_what_is_asked_beyond_is_named() {
    let mut input = input([
        intention("i", "ccas", exact(10_000)),
        stands("r", "ccas", 0, 6_000, 0),
        intention("j", "epn", exact(3_000)),
    ]);
    input.pairs = [pair("i", "r"), pair("j", "i")].into();
    let plan = Plan::of(&input).unwrap();
    let all = plan.whole.all;
    // 6 000 granted, and the 4 000 that the first intention asks beyond; the second is within.
    assert_eq!(all.counted, exact(10_000));
    assert_eq!(all.doubled, exact(9_000));
    assert_eq!(all.to_find, exact(4_000));
    assert_eq!(all.granted, Cents::euros(6_000));
    let told: Vec<_> = plan.doubled.iter().map(|one| one.told.as_str()).collect();
    assert_eq!(told, ["i", "j"]);
    let first = &plan.doubled[0];
    assert_eq!(first.kept, key("r"));
    assert_eq!(
        (first.amount, first.remainder),
        (exact(6_000), exact(4_000))
    );
    assert_eq!(first.pairs.len(), 2);
}

#[test]
fn money_that_two_funders_grant_for_one_cost_stays_granted_twice() {
    let mut input = input([
        stands("r", "ccas", 0, 5_000, 0),
        stands("s", "ccas", 0, 5_000, 0),
    ]);
    input.pairs = [pair("r", "s")].into();
    let all = Plan::of(&input).unwrap().whole.all;
    assert_eq!((all.counted, all.doubled), (exact(5_000), exact(5_000)));
    assert_eq!(all.granted, Cents::euros(10_000));
    assert_eq!(all.to_find, Range::ZERO);
}

#[test]
fn parts_of_one_request_never_tell_one_anothers_cost() {
    let mut second = stands("r", "epn", 0, 2_000, 0);
    second.years = [2027].into();
    let mut input = input([
        stands("r", "ccas", 0, 3_000, 0),
        second,
        intention("i", "ccas", exact(5_000)),
    ]);
    input.pairs = [pair("i", "r")].into();
    let plan = Plan::of(&input).unwrap();
    assert_eq!(plan.whole.all.counted, exact(5_000));
    assert_eq!(plan.whole.years[1].granted, Cents::euros(2_000));
    assert_eq!(plan.whole.all.doubled, exact(5_000));
}

#[test]
fn an_amount_for_several_years_needs_and_places_is_split_to_the_cent_and_said_so() {
    let mut line = intention("i", "ccas", exact(100));
    line.years = [2026, 2027, 2028].into();
    line.needs = [Need::Data, Need::Run, Need::Other].into();
    line.territories = [
        ("commune-35238".parse().unwrap(), 2),
        ("commune-35047".parse().unwrap(), 1),
    ]
    .into();
    let plan = Plan::of(&input([line])).unwrap();
    let years = plan.whole.years.map(|cell| cell.counted.high().get());
    assert_eq!(years, [3_334, 3_333, 3_333]);
    let needs: i64 = plan
        .needs
        .values()
        .map(|row| row.all.counted.high().get())
        .sum();
    assert_eq!((needs, plan.needs.len()), (10_000, 3));
    let rennes = plan.territories[&Some("commune-35238".parse().unwrap())];
    assert_eq!(rennes.years[0].counted.high().get(), 2_223);
    assert_eq!(
        (
            plan.parted.years,
            plan.parted.needs,
            plan.parted.territories
        ),
        (1, 1, 1)
    );
}

#[test]
fn years_that_are_not_in_the_plan_are_told_apart() {
    let mut line = intention("i", "ccas", exact(200));
    line.years = [2025, 2026].into();
    let plan = Plan::of(&input([line])).unwrap();
    assert_eq!(plan.whole.all.counted, exact(100));
    assert_eq!(plan.outside.counted, exact(100));
}

#[test]
fn what_is_left_of_an_envelope_falls_from_year_to_year() {
    let mut second = stands("s", "epn", 0, 2_000, 0);
    second.years = [2027].into();
    let plan = Plan::of(&input([stands("r", "ccas", 1_000, 0, 0), second])).unwrap();
    let left = plan.left[&slug("materiel")];
    let years = [Some(99_000), Some(97_000), None].map(|one| one.map(Cents::euros));
    assert_eq!((left.years, left.all), (years, Cents::euros(97_000)));
}

#[test]
fn what_is_pooled_is_counted_once_too() {
    let mut one = intention("i", "ccas", exact(500));
    one.pool = Some(slug("achat"));
    let two = intention("j", "epn", exact(300));
    let mut input = input([one, two]);
    input.pairs = [pair("i", "j")].into();
    let all = Plan::of(&input).unwrap().whole.all;
    assert_eq!((all.counted, all.pooled), (exact(500), exact(500)));
}

#[test]
fn an_envelope_of_another_amount_moves_what_is_left_and_nothing_else() {
    let input = input([stands("r", "ccas", 0, 6_000, 0)]);
    let change = Change::Amount(slug("materiel"), Cents::euros(5_000));
    let supposed = what_if(&input, &[change]).unwrap();
    assert_eq!(supposed.difference(), Ok(portulan_plan::Row::default()));
    let left = supposed.left(&slug("materiel")).unwrap();
    assert_eq!(left, Ok(Cents::euros(-95_000)));
    assert_eq!(
        supposed.after.left[&slug("materiel")].all,
        Cents::euros(-1_000)
    );
    let unknown = Change::Amount(slug("autre"), Cents::ZERO);
    let refused = what_if(&input, &[unknown]);
    assert_eq!(refused, Err(Unfit::NoEnvelope(slug("autre"))));
}

#[test]
fn without_a_partner_its_lines_leave_and_what_a_pool_carries_stays() {
    let mut pooled = intention("i", "ccas", exact(700));
    pooled.pool = Some(slug("achat"));
    let input = input([
        pooled,
        intention("j", "ccas", exact(300)),
        intention("k", "epn", exact(50)),
    ]);
    let supposed = what_if(&input, &[Change::Without(slug("ccas"))]).unwrap();
    assert_eq!(supposed.staying, 1);
    assert_eq!(supposed.after.whole.all.counted, exact(750));
    let moved = supposed.difference().unwrap().all.counted;
    assert_eq!(moved.high(), Cents::euros(-300));
    let refused = what_if(&input, &[Change::Without(slug("personne"))]);
    assert_eq!(refused, Err(Unfit::Nobody(slug("personne"))));
}

#[test]
fn the_low_end_of_what_is_counted_is_never_above_what_is_told() {
    // 6 000 granted beside an intention of 5 000 to 10 000: from 6 000 to 10 000.
    let mut input = input([
        stands("r", "ccas", 0, 6_000, 0),
        intention("i", "ccas", euros(5_000, 10_000)),
    ]);
    input.pairs = [pair("i", "r")].into();
    let all = Plan::of(&input).unwrap().whole.all;
    assert_eq!(all.counted, euros(6_000, 10_000));
    assert_eq!(all.doubled, euros(5_000, 6_000));
}
