//! Steps in the life of a post, taken once and twice.

use portulan_model::posts::{FundingKind, FundingLine};
use portulan_model::{Period, Timeline};

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn post() -> Post {
    Post {
        id: PostId::from_parts(1, [1; 10]),
        kind: PostKind::Adviser,
        level: "commune-35238".parse().unwrap(),
        scheme: Some("esc".parse().unwrap()),
        host: "arcs".parse().unwrap(),
        employer: "arcs".parse().unwrap(),
        sector: Area::default(),
        sites: Vec::new(),
        fte: Timeline::starting(day("2021-09-01"), Fte::FULL),
        funding: Vec::new(),
        states: Timeline::starting(day("2021-09-01"), PostState::Vacant),
        extended: [].into(),
        coordinated_by: None,
    }
}

fn extension() -> Extension {
    Extension {
        from: day("2024-01-01"),
        funding: FundingLine {
            funder: "etat".parse().unwrap(),
            kind: FundingKind::SecondAgreement,
            reference: None,
            amount: None,
            period: Period::years(2024, 2026).unwrap(),
        },
        fte: Fte::new(80).ok(),
    }
}

#[test]
fn a_step_that_is_sent_twice_is_taken_once() {
    let filled = Step::Fill(day("2021-10-01"), None);
    for step in [
        filled,
        Step::Extend(extension()),
        Step::GiveBack(day("2022-01-01")),
    ] {
        let once = step.clone().take(post()).unwrap();
        assert_ne!(once, post(), "{step:?}");
        assert_eq!(step.clone().take(once.clone()), Ok(once), "{step:?}");
    }
}

#[test]
fn an_extension_is_the_same_post_with_another_share_of_its_time() {
    let extended = Step::Extend(extension()).take(post()).unwrap();
    assert_eq!(extended.id, post().id);
    assert_eq!(extended.funding.len(), 1);
    assert_eq!(extended.fte_on(day("2023-12-31")), Some(Fte::FULL));
    assert_eq!(extended.fte_on(day("2024-01-01")), Fte::new(80).ok());
}

#[test]
fn what_is_put_right_keeps_the_life_of_the_post_and_none_co_ordinates_itself() {
    let facts = Facts {
        kind: PostKind::Coordinator,
        host: "ccas".parse().unwrap(),
        employer: "ville".parse().unwrap(),
        sector: "35238".parse().unwrap(),
        sites: Vec::new(),
        coordinated_by: Some(post().id),
    };
    let right = facts.over(&post());
    assert_eq!(right.kind, PostKind::Coordinator);
    assert_eq!(right.states, post().states);
    assert_eq!(right.coordinated_by, None);
}

#[test]
fn an_end_is_told_half_a_year_before() {
    let post = Step::Extend(extension()).take(post()).unwrap();
    let post = Step::Fill(day("2024-01-02"), None).take(post).unwrap();
    assert_eq!(to_see_to(&post, day("2026-06-01")), []);
    assert_eq!(to_see_to(&post, day("2026-07-05")).len(), 1);
    let returned = Step::GiveBack(day("2026-07-01")).take(post).unwrap();
    assert_eq!(to_see_to(&returned, day("2026-07-05")), []);
}
