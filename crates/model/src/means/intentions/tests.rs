use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::codes::CommuneCode;
use crate::journal::Author;
use crate::means::secrecy::{FEWEST_AUTHORS, shown, shown_whole};
use crate::money::Cents;
use crate::renames::{NamesOrganisations as _, Renamed};

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn step(text: &str) -> Step {
    Step {
        at: text.parse().unwrap(),
        by: Author::Operator,
    }
}

fn intention() -> Intention {
    let area = Area::of_communes(["35238".parse::<CommuneCode>().unwrap()]);
    let years = Years {
        first: 2026,
        last: 2028,
    };
    let mut one = Intention::new(
        (slug("renouveler"), slug("atelier")),
        "Renouveler 22 ordinateurs".to_owned(),
        area,
        years,
        step("2026-01-05T09:00:00Z"),
    );
    one.needs = [Need::Other].into_iter().collect();
    one.other_need = Some("Renouveler le matériel".to_owned());
    one.amount = Some(Span::new(Cents::euros(15_000), Cents::euros(20_000)));
    one.equipment = vec![Lot {
        kit: Kit::Computer,
        count: 22,
    }];
    one
}

#[test]
fn an_intention_is_stored_and_read_back_and_says_nothing_that_nobody_told() {
    let mut one = intention();
    one.visibility = Visibility::Levels { members: true };
    one.alliance = Alliance::With(vec![slug("mairie")]);
    let withdrawn = one.clone().withdraw(None, step("2026-02-01T10:00:00Z"));
    let carried = one
        .clone()
        .carry(slug("p"), step("2026-02-01T10:00:00Z"))
        .unwrap();
    for one in [one, withdrawn.unwrap(), carried] {
        let text = serde_json::to_string(&one).unwrap();
        assert_eq!(serde_json::from_str::<Intention>(&text).unwrap(), one);
    }
    let bare = Intention::new(
        (slug("a"), slug("b")),
        "A".to_owned(),
        "35238".parse().unwrap(),
        Years::one(2026),
        step("2026-01-05T09:00:00Z"),
    );
    assert_eq!(
        serde_json::to_string(&bare).unwrap(),
        r#"{"slug":"a","organisation":"b","title":"A","area":"35238","years":{"first":2026,"last":2026},"visibility":{"to":"us"},"noted":{"at":"2026-01-05T09:00:00Z","by":"operator"},"state":{"state":"noted"}}"#
    );
}

#[test]
fn what_nobody_can_have_meant_is_refused() {
    type Spoil = fn(&mut Intention);
    assert_eq!(intention().check(), Ok(()));
    let lot = |count| Lot {
        kit: Kit::Computer,
        count,
    };
    let cases: [(Spoil, Unsound); 11] = [
        (|one| one.title = " ".to_owned(), Unsound::Title),
        (|one| one.title = "é".repeat(121), Unsound::Title),
        (|one| one.needs = ValueSet::EMPTY, Unsound::Need),
        (|one| one.other_need = None, Unsound::Need),
        (|one| one.area = Area::EMPTY, Unsound::Area),
        (|one| one.years.last = 2025, Unsound::Years),
        (|one| one.years.last = 2036, Unsound::Years),
        (
            |one| one.amount = Some(Span::new(Cents::euros(2), Cents::euros(1))),
            Unsound::Amount,
        ),
        (|one| one.trained.agents = 100_001, Unsound::Count),
        (
            |one| one.alliance = Alliance::With(vec![slug("atelier")]),
            Unsound::Alliance,
        ),
        (
            |one| {
                one.visibility = Visibility::Bodies {
                    bodies: BTreeSet::new(),
                    members: false,
                }
            },
            Unsound::Visibility,
        ),
    ];
    for (spoil, why) in cases {
        let mut one = intention();
        spoil(&mut one);
        assert_eq!(one.check(), Err(why));
    }
    for equipment in [vec![lot(0)], vec![lot(1), lot(2)]] {
        let one = Intention {
            equipment,
            ..intention()
        };
        assert_eq!(one.check(), Err(Unsound::Count));
    }
}

#[test]
fn one_that_stands_no_more_is_neither_withdrawn_nor_carried_nor_asked_for() {
    let later = || step("2026-03-01T10:00:00Z");
    let ends = [
        intention().withdraw(None, later()).unwrap(),
        intention().carry(slug("p"), later()).unwrap(),
        intention().request(slug("d"), later()).unwrap(),
    ];
    for one in ends {
        assert!(!one.stands());
        let over = Err(Over(Box::new(one.clone())));
        assert_eq!(one.clone().withdraw(None, later()), over);
        assert_eq!(one.clone().carry(slug("q"), later()), over);
        assert_eq!(one.clone().request(slug("d"), later()), over);
    }
}

#[test]
fn the_pool_that_carries_one_gives_it_back_as_it_was_and_no_other_does() {
    let carried = intention().carry(slug("p"), step("2026-03-01T10:00:00Z"));
    let carried = carried.unwrap();
    let kept = carried.clone();
    assert_eq!(
        carried.clone().release(&slug("q")),
        Err(NotPooled(Box::new(kept)))
    );
    assert_eq!(carried.release(&slug("p")), Ok(intention()));
}

#[test]
fn it_is_shown_as_its_author_chose_and_to_nobody_else() {
    use Meeting::{Nowhere, Somewhere};
    let (named, other) = (slug("gouvernance-35"), slug("metropole"));
    let bodies = |members| Visibility::Bodies {
        bodies: [named.clone()].into(),
        members,
    };
    for (visibility, body, ground, leads, members) in [
        (Visibility::Us, &named, Somewhere, false, false),
        (bodies(false), &named, Nowhere, true, false),
        (bodies(true), &named, Nowhere, true, true),
        (bodies(true), &other, Somewhere, false, false),
        (
            Visibility::Levels { members: false },
            &other,
            Somewhere,
            true,
            false,
        ),
        (
            Visibility::Levels { members: true },
            &other,
            Nowhere,
            false,
            false,
        ),
    ] {
        assert_eq!(visibility.shows_to(body, ground), leads, "{visibility:?}");
        assert_eq!(visibility.shows_to_members(body, ground), members);
    }
}

#[test]
fn an_organisation_that_is_merged_is_named_by_the_one_that_stays() {
    let mut one = intention();
    one.alliance = Alliance::With(vec![slug("atelier-2"), slug("mairie")]);
    let (from, to) = (slug("atelier-2"), slug("atelier"));
    let with = Renamed {
        from: &from,
        to: &to,
    };
    one.rename(with);
    assert_eq!(one.alliance, Alliance::With(vec![slug("mairie")]));
    one.alliance = Alliance::With(vec![from.clone()]);
    one.rename(with);
    assert_eq!(one.alliance, Alliance::Open);
}

#[test]
fn a_word_of_a_state_or_of_equipment_names_one() {
    let words: BTreeSet<&str> = State::WORDS.into_iter().collect();
    assert_eq!(words.len(), State::WORDS.len());
    for kit in Kit::ALL {
        assert_eq!(Kit::from_slug(kit.slug()), Some(*kit));
        let kept = serde_json::to_string(kit).unwrap();
        assert_eq!(kept, format!("\"{}\"", kit.slug()));
    }
}

fn an_intention() -> impl Strategy<Value = Intention> {
    let needs = prop::collection::btree_set(0..3_usize, 1..3);
    let amount = prop::option::of((0..10_000_i64, 0..10_000_i64));
    (0..6_u8, needs, 2026..2029_i32, 0..3_i32, amount).prop_map(
        |(who, needs, first, more, amount)| {
            let mut one = intention();
            one.organisation = slug(&format!("s-{who}"));
            one.needs = needs
                .into_iter()
                .filter_map(|at| Need::ALL.get(at).copied())
                .collect();
            one.years = Years {
                first,
                last: first + more,
            };
            one.amount =
                amount.map(|(least, more)| Span::new(Cents::new(least), Cents::new(least + more)));
            one
        },
    )
}

proptest! {
    #[test]
    fn cells_add_up_to_the_amounts_to_the_cent(all in prop::collection::vec(an_intention(), 0..20)) {
        let mut whole = Span::default();
        for one in all.iter().filter_map(|one| one.amount) {
            whole = whole.plus(one).unwrap();
        }
        let mut sum = Span::default();
        for cell in cells(&all).unwrap().values() {
            sum = sum.plus(cell.span).unwrap();
        }
        prop_assert_eq!(sum, whole);
    }

    #[test]
    fn no_sum_that_is_shown_tells_of_fewer_than_three(all in prop::collection::vec(an_intention(), 0..20)) {
        let groups = groups(&all).unwrap();
        let mut hidden = BTreeSet::new();
        for (theme, sums) in shown(&groups).unwrap() {
            let authors = groups[&theme].authors().cloned();
            match sums {
                Some(_) => prop_assert!(authors.count() >= FEWEST_AUTHORS),
                None => hidden.extend(authors),
            }
        }
        let whole = shown_whole(&groups).unwrap();
        prop_assert!(hidden.is_empty() || hidden.len() >= FEWEST_AUTHORS || whole.is_none());
    }
}
