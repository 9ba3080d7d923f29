//! What those read who may not see whose a sum is.

use std::collections::BTreeSet;

use portulan_model::{Cents, Slug};
use portulan_plan::{Envelope, Input, Line, Reader, Row, told};
use proptest::prelude::*;

use crate::random::inputs;
use crate::{exact, input, intention, pair, slug, stands};

fn hopes(envelope: &str, organisation: &str) -> Line {
    Line {
        envelope: Some(slug(envelope)),
        ..intention(
            &format!("{envelope}-{organisation}"),
            organisation,
            exact(100),
        )
    }
}

/// Lines that hope for envelopes, each of them known.
fn hoping(lines: impl IntoIterator<Item = Line>) -> Input {
    let mut input = input(lines);
    let named: BTreeSet<Slug> = input
        .lines
        .values()
        .filter_map(|line| line.envelope.clone())
        .collect();
    for slug in named {
        let one = Envelope {
            amount: Cents::euros(1_000),
            years: None,
        };
        input.envelopes.entry(slug).or_insert(one);
    }
    input
}

fn row(input: &Input, envelope: &str) -> Option<Row> {
    told(input, Reader::Sums).unwrap().envelopes[&Some(slug(envelope))]
}

#[test]
fn whoever_may_see_whose_it_is_reads_all_and_others_no_sum_of_two() {
    let input = hoping([hopes("un", "a"), hopes("un", "b")]);
    let all = told(&input, Reader::Whole).unwrap();
    assert!(all.whole.is_some() && all.doubled.is_some() && all.needs.is_some());
    let sums = told(&input, Reader::Sums).unwrap();
    assert_eq!((sums.whole, sums.outside), (None, None));
    assert_eq!(
        (sums.doubled, sums.needs, sums.territories),
        (None, None, None)
    );
    assert!(sums.envelopes.values().all(Option::is_none));
    assert!(sums.left.values().all(Option::is_none));
    assert_eq!(sums.amounts[&slug("un")], Cents::euros(1_000));
}

#[test]
fn a_plan_of_nothing_hides_nobody() {
    let sums = told(&input([]), Reader::Sums).unwrap();
    assert_eq!(sums.whole, Some(Row::default()));
    assert!(sums.left.values().all(Option::is_some));
}

#[test]
fn a_row_of_few_takes_another_with_it_so_that_nothing_is_had_by_subtraction() {
    let many = ["a", "b", "c", "d"].map(|one| hopes("un", one));
    let others = ["a", "b", "e", "f", "g"].map(|one| hopes("deux", one));
    let few = [hopes("trois", "z")];
    let input = hoping(many.into_iter().chain(others).chain(few));
    assert!(row(&input, "trois").is_none() && row(&input, "un").is_none());
    assert!(row(&input, "deux").is_some());
}

#[test]
fn what_is_left_of_an_envelope_tells_what_one_was_promised() {
    let mut input = hoping(["a", "b", "c"].map(|one| hopes("materiel", one)));
    let left = |input: &Input| told(input, Reader::Sums).unwrap().left[&slug("materiel")];
    assert!(left(&input).is_some());
    // One alone is promised something, even for a year that is not of the plan.
    let first = input.lines.values_mut().next().unwrap();
    *first = stands("r", "a", 100, 0, 0);
    first.years = [2020].into();
    assert!(left(&input).is_none());
}

#[test]
fn what_is_read_by_itself_hides_nobody_unless_it_depends_on_another() {
    let mut open = hopes("un", "a");
    open.open = true;
    let mut input = hoping([open, hopes("un", "b"), hopes("un", "c"), hopes("un", "d")]);
    assert!(row(&input, "un").is_some());
    input.lines.pop_last();
    assert!(
        row(&input, "un").is_none(),
        "two are left once the one that is read is taken away"
    );
    input.lines.retain(|_, line| line.open);
    assert!(row(&input, "un").is_some());
    input.pairs = [pair("un-a", "ailleurs")].into();
    assert!(row(&input, "un").is_none());
}

/// The authors of lines that are not read by themselves.
fn authors(input: &Input, holds: impl Fn(&Option<Slug>) -> bool) -> BTreeSet<&Slug> {
    let known = |line: &Line| {
        line.envelope
            .clone()
            .filter(|slug| input.envelopes.contains_key(slug))
    };
    let secret = |line: &&Line| {
        let tied = input.pairs.iter().any(|pair| pair.holds(&line.tells));
        let nothing = line.asked.high() == Cents::ZERO;
        (!line.open || tied) && !nothing && holds(&known(line))
    };
    input
        .lines
        .values()
        .filter(secret)
        .map(|line| &line.organisation)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_row_is_shown_of_fewer_than_three_nor_is_what_the_others_leave(input in inputs()) {
        let told = told(&input, Reader::Sums).unwrap();
        let of = |count: usize| count == 0 || count >= 3;
        for (key, row) in &told.envelopes {
            prop_assert!(row.is_none() || of(authors(&input, |own| own == key).len()), "{key:?}");
        }
        let hidden = |own: &Option<Slug>| told.envelopes.get(own).is_some_and(Option::is_none);
        prop_assert!(told.whole.is_none() || of(authors(&input, hidden).len()));
        prop_assert!(told.whole.is_none() || of(authors(&input, |_| true).len()));
    }
}
