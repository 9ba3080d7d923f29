//! Each rule, each reason, each cause.

use portulan_model::roadmaps::Need;
use portulan_model::{Cents, Public, Slug};
use portulan_pools::{
    Alliance, Cause, Evidence, Kit, Lot, Options, Rule, Span, Suggested, Unfit, Want, Weekly,
    suggest, worth,
};

use crate::any::{bare, site, slug};

fn euros(least: i32, most: i32) -> Span {
    Span::new(Cents::euros(least), Cents::euros(most))
}

fn two(change: impl Fn(usize, &mut Want)) -> Vec<Want> {
    let mut wants = vec![
        bare("i1", "exemple-ccas", Need::Awareness),
        bare("i2", "exemple-bug", Need::Awareness),
    ];
    for (at, want) in wants.iter_mut().enumerate() {
        change(at, want);
    }
    wants
}

fn answer(wants: &[Want]) -> Suggested {
    suggest(wants, &Options::default()).unwrap()
}

fn only_rule(wants: &[Want]) -> (Rule, Span) {
    let found = answer(wants);
    let savings = &found.suggestions[0].savings;
    assert_eq!(savings.len(), 1, "{savings:?}");
    (savings[0].rule, savings[0].span)
}

#[test]
fn two_orders_of_computers_are_one_order_with_a_better_price() {
    let wants = two(|_, want| {
        let (kit, count) = (Kit::Computer, 11);
        want.equipment.push(Lot { kit, count });
    });
    let (kit, count) = (Kit::Computer, 22);
    // 22 pieces: 3 % of 450 € each, to 10 % of 900 € each.
    assert_eq!(
        only_rule(&wants),
        (Rule::GroupedPurchase { kit, count }, euros(297, 1_980))
    );
    let found = answer(&wants);
    // Less what agreeing costs the one pair: 60 to 180 €.
    assert_eq!(found.suggestions[0].net.least, Cents::euros(117));
    assert_eq!(found.suggestions[0].net.most, Cents::euros(1_920));
}

#[test]
fn what_one_lends_the_other_does_not_buy() {
    let wants = two(|at, want| {
        let (kit, count) = (Kit::Tablet, 5);
        let side = if at == 0 {
            &mut want.lends
        } else {
            &mut want.equipment
        };
        side.push(Lot { kit, count });
    });
    let (kit, count) = (Kit::Tablet, 5);
    assert_eq!(
        only_rule(&wants),
        (Rule::Loan { kit, count }, euros(500, 2_025))
    );
}

#[test]
fn hours_are_pooled_where_they_fill_a_whole_post_and_not_where_they_do_not() {
    let hours = |first: u32, second: u32| {
        two(|at, want| {
            let hours = if at == 0 { first } else { second };
            want.sites[0].weekly = Some(Weekly::Minutes(hours * 60));
        })
    };
    let (posts, minutes, spared) = (1, 2_100, 1);
    let rule = Rule::WholePost {
        posts,
        minutes,
        spared,
    };
    assert_eq!(only_rule(&hours(14, 21)), (rule, euros(1_500, 4_000)));
    let found = answer(&hours(14, 21));
    let aid = |one: &Evidence| matches!(one, Evidence::PostAid { .. });
    assert!(found.suggestions[0].evidence.iter().any(aid));
    assert_eq!(answer(&hours(14, 10)).suggestions, []);
    assert_eq!(answer(&hours(20, 21)).suggestions, []);
}

#[test]
fn days_of_training_are_filled_together() {
    let wants = two(|_, want| {
        want.needs = [Need::TrainAgents].into_iter().collect();
        want.trained = Some(6);
    });
    let (people, apart, together) = (12, 2, 1);
    let rule = Rule::Sessions {
        people,
        apart,
        together,
    };
    assert_eq!(only_rule(&wants), (rule, euros(1_000, 2_000)));
}

#[test]
fn one_study_spares_a_part_of_all_but_the_largest() {
    let wants = two(|at, want| {
        want.needs = [Need::Diagnosis].into_iter().collect();
        want.amount = Some(if at == 0 {
            euros(10_000, 12_000)
        } else {
            euros(8_000, 9_000)
        });
    });
    let need = Need::Diagnosis;
    // 15 % of 8 000 € to 35 % of 9 000 €.
    assert_eq!(
        only_rule(&wants),
        (Rule::OneStudy { need }, euros(1_200, 3_150))
    );
    assert_eq!(answer(&wants).suggestions[0].lead, slug("exemple-ccas"));
}

#[test]
fn nobody_spares_more_than_was_asked() {
    let wants = two(|at, want| {
        want.needs = [Need::TrainAgents].into_iter().collect();
        want.trained = Some(6);
        want.amount = Some(if at == 0 {
            euros(300, 400)
        } else {
            euros(200, 300)
        });
    });
    let net = answer(&wants).suggestions[0].net;
    assert_eq!(
        (net.least, net.most),
        (Cents::euros(320), Cents::euros(640))
    );
}

/// Two who would be pooled, were it not for something.
fn but(change: impl Fn(&mut Want)) -> Vec<Want> {
    let mut wants = two(|_, want| {
        want.needs = [Need::TrainAgents].into_iter().collect();
        want.trained = Some(6);
    });
    change(&mut wants[1]);
    wants
}

#[test]
fn what_keeps_two_wants_apart_is_told() {
    type Change = fn(&mut Want);
    let cases: [(Change, Cause, Unfit); 8] = [
        (
            |want| want.alliance = Alliance::Alone,
            Cause::Alone,
            Unfit::Apart,
        ),
        (
            |want| want.needs = [Need::Other].into_iter().collect(),
            Cause::NoNeed,
            Unfit::Apart,
        ),
        (|want| want.sites.clear(), Cause::NoPlace, Unfit::Far),
        (
            |want| want.sites = vec![site("35288", 48.65, -2.0)],
            Cause::Nobody,
            Unfit::Far,
        ),
        (
            |want| want.needs = [Need::Data].into_iter().collect(),
            Cause::Nobody,
            Unfit::Apart,
        ),
        (|want| want.years.first = 2_028, Cause::Nobody, Unfit::Apart),
        (
            |want| want.organisation = slug("exemple-ccas"),
            Cause::Nobody,
            Unfit::Apart,
        ),
        (
            |want| want.publics = [Public::Seniors].into_iter().collect(),
            Cause::Nobody,
            Unfit::Apart,
        ),
    ];
    assert_eq!(answer(&but(|_| ())).suggestions.len(), 1);
    for (change, cause, unfit) in cases {
        let mut wants = but(change);
        wants[1].years.last = wants[1].years.last.max(wants[1].years.first);
        if !wants[1].publics.is_empty() {
            wants[0].publics = [Public::Young].into_iter().collect();
        }
        let found = answer(&wants);
        assert_eq!(found.suggestions, []);
        assert_eq!(found.unpooled[1].cause, cause);
        let both: Vec<&Want> = wants.iter().collect();
        assert_eq!(worth(&both, &Options::default()), Err(unfit));
    }
}

#[test]
fn pooling_that_spares_nothing_for_sure_is_not_proposed() {
    let found = answer(&two(|_, _| ()));
    assert_eq!(found.unpooled[0].cause, Cause::Nothing);
}

#[test]
fn whoever_is_left_out_sees_the_pool_that_was_preferred() {
    // Six and six fill a day; a third six would need a day more.
    let mut wants = but(|_| ());
    let mut third = wants[0].clone();
    (third.id, third.organisation) = (slug("i3"), slug("exemple-mairie"));
    third.sites = vec![site("35024", 48.15, -1.65)];
    wants.push(third);
    let found = answer(&wants);
    assert_eq!(found.suggestions.len(), 1);
    let rival = found.suggestions[0].rival.as_ref().unwrap();
    assert_eq!(
        (rival.crosses.as_slice(), rival.loses),
        (&[0][..], Cents::ZERO)
    );
    let Cause::Outbid { rival } = &found.unpooled[0].cause else {
        panic!("{:?}", found.unpooled);
    };
    assert!(rival.wants.contains(&found.unpooled[0].want));
}

#[test]
fn a_wish_that_is_granted_is_told() {
    let wants = but(|want| want.alliance = Alliance::With(vec![slug("exemple-ccas")]));
    let (by, with): (Slug, Slug) = (slug("exemple-bug"), slug("exemple-ccas"));
    let evidence = &answer(&wants).suggestions[0].evidence;
    assert!(evidence.contains(&Evidence::Wished { by, with }));
}

#[test]
fn a_want_given_twice_is_refused() {
    let mut wants = but(|_| ());
    wants[1].id = slug("i1");
    assert!(suggest(&wants, &Options::default()).is_err());
}

#[test]
fn the_example_of_the_documentation_reads_and_writes_back() {
    let page = include_str!("../../../../docs/pools.md");
    let (_, rest) = page.split_once("```json").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let wants: Vec<Want> = serde_json::from_str(example).unwrap();
    assert_eq!(wants[0].minutes(), 840 + 40 * 21);
    assert_eq!(answer(&wants).unpooled[0].cause, Cause::Nobody);
    let text = serde_json::to_string(&wants).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Want>>(&text).unwrap(), wants);
    let options: Options =
        serde_json::from_str(r#"{"near_km": 20, "rates": {"seats": 10}}"#).unwrap();
    assert_eq!((options.rates.seats, options.rates.lot), (10, 10));
}
