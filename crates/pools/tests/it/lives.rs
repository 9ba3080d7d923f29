//! Lives of pools: agreements, partners who leave before and after, and undoing.

use portulan_model::roadmaps::Need;
use portulan_model::{Cents, Slug};
use portulan_pools::{
    Agreed, Because, Becomes, Draft, Key, Left, Pool, Proposed, Refusal, Step, Submitted, Want,
};
use proptest::prelude::*;

use crate::any::{bare, draft, hand, many, slug};

fn three() -> Proposed {
    let wants = ["a", "b", "c"].map(|one| bare(one, &format!("exemple-{one}"), Need::Data));
    let draft = Draft {
        lead: slug("exemple-a"),
        wants: wants.to_vec(),
        own: vec![Cents::euros(100); 3],
        common: Cents::euros(100),
        key: Key::Weights(vec![0, 1, 2]),
    };
    Proposed::new(slug("p1"), draft, hand(0)).unwrap()
}

fn agreed_by_all(mut pool: Proposed) -> Agreed {
    loop {
        let asked = pool.asked();
        let (who, version) = (asked[0].organisation.clone(), asked[0].version);
        match pool.agree(&who, version, hand(1)).unwrap() {
            Step::Waiting(next) => pool = next,
            Step::Agreed(agreed) => return agreed,
        }
    }
}

fn submitted(pool: Proposed) -> Submitted {
    agreed_by_all(pool).submit(slug("d1"), hand(2))
}

fn common(parts: &[portulan_pools::Part]) -> Vec<i64> {
    parts.iter().map(|part| part.common.get()).collect()
}

#[test]
fn a_pool_is_agreed_once_everybody_is_and_agreeing_twice_is_agreeing_once() {
    let pool = three();
    let Step::Waiting(pool) = pool.agree(&slug("exemple-a"), 1, hand(1)).unwrap() else {
        panic!("two are awaited");
    };
    let Step::Waiting(pool) = pool.agree(&slug("exemple-a"), 1, hand(9)).unwrap() else {
        panic!("two are awaited");
    };
    assert_eq!(pool.agreements().len(), 1);
    assert_eq!(pool.agreements()[0].hand, hand(1));
    let refused = pool.clone().agree(&slug("exemple-z"), 1, hand(2));
    assert_eq!(refused, Err(Refusal::NotAPartner(slug("exemple-z"))));
    let refused = pool.clone().agree(&slug("exemple-b"), 2, hand(2));
    let (asked, stands) = (2, 1);
    assert_eq!(refused, Err(Refusal::OtherVersion { asked, stands }));
    assert_eq!(agreed_by_all(pool).agreements().len(), 3);
}

#[test]
fn whoever_leaves_before_makes_the_others_agree_again_to_new_shares() {
    let agreed = agreed_by_all(three());
    let left = agreed.leave(&slug("exemple-b"), None, hand(3)).unwrap();
    let rest = left.rest.unwrap();
    assert_eq!(left.freed, [bare("b", "exemple-b", Need::Data)]);
    assert_eq!(common(rest.terms().parts()), [0, 10_000]);
    assert_eq!(rest.version(), 2);
    assert_eq!((rest.agreements().len(), rest.former().len()), (0, 3));
    for asked in rest.asked() {
        assert_eq!(*asked.because, Because::Left(slug("exemple-b")));
        assert_eq!((asked.version, asked.before), (2, Some(1)));
    }
    assert_eq!(rest.gone()[0].wants, left.freed);
}

#[test]
fn a_lead_leaves_by_naming_who_leads_next() {
    let refused = three().leave(&slug("exemple-a"), None, hand(3));
    assert_eq!(refused, Err(Refusal::NoLead(slug("exemple-a"))));
    for named in ["exemple-a", "exemple-z"] {
        let refused = three().leave(&slug("exemple-a"), Some(slug(named)), hand(3));
        assert_eq!(refused, Err(Refusal::NotAPartner(slug(named))));
    }
    let named = Some(slug("exemple-c"));
    let left = three().leave(&slug("exemple-a"), named, hand(3)).unwrap();
    assert_eq!(*left.rest.unwrap().terms().lead(), slug("exemple-c"));
}

#[test]
fn where_nobody_is_left_to_pool_with_all_wants_are_free() {
    let left = three().leave(&slug("exemple-b"), None, hand(3)).unwrap();
    let last = left.rest.unwrap().leave(&slug("exemple-a"), None, hand(4));
    let Left { rest, freed } = last.unwrap();
    assert_eq!(rest, None);
    let ids: Vec<&str> = freed.iter().map(|want| want.id.as_str()).collect();
    assert_eq!(ids, ["a", "c"]);
}

#[test]
fn other_money_asks_everybody_again_and_other_wants_are_another_pool() {
    let agreed = agreed_by_all(three());
    let mut draft = Draft::plain(agreed.terms().clone().wants()).unwrap();
    draft.common = Cents::euros(1);
    let changed = agreed.clone().change(draft.clone()).unwrap();
    assert_eq!(changed.asked().len(), 3);
    assert_eq!(*changed.asked()[0].because, Because::Changed);
    draft.wants[0].title = "Autre chose".to_owned();
    assert_eq!(agreed.change(draft), Err(Refusal::OtherWants));
}

#[test]
fn whoever_leaves_afterwards_is_recorded_and_nothing_is_rewritten() {
    let before = submitted(three());
    let (after, freed) = before
        .clone()
        .leave(&slug("exemple-c"), None, hand(3))
        .unwrap();
    assert_eq!(after.agreed(), before.agreed());
    assert_eq!(freed, [bare("c", "exemple-c", Need::Data)]);
    assert_eq!(common(after.parts()), [0, 10_000]);
    assert_eq!(after.version(), 2);
    let refused = after.clone().agree(&slug("exemple-c"), 2, hand(4));
    assert_eq!(refused, Err(Refusal::NotAPartner(slug("exemple-c"))));
    let after = after.agree(&slug("exemple-a"), 2, hand(4)).unwrap();
    assert_eq!(after.asked(), [&slug("exemple-b")]);
    let (alone, _) = after.leave(&slug("exemple-a"), None, hand(5)).unwrap();
    let last = alone.amendments().last().unwrap();
    assert!(matches!(last.becomes, Becomes::Alone(_)));
    assert_eq!(common(alone.parts()), [10_000]);
    let refused = alone.clone().leave(&slug("exemple-b"), None, hand(6));
    assert_eq!(refused, Err(Refusal::Last(slug("exemple-b"))));
    let (withdrawn, freed) = alone.withdraw(hand(7));
    assert_eq!(freed, [bare("b", "exemple-b", Need::Data)]);
    assert_eq!(withdrawn.was.amendments().len(), 2);
}

#[test]
fn a_stored_pool_reads_back_and_one_that_nobody_agreed_to_is_not_agreed() {
    let agreed = agreed_by_all(three());
    let pools = [
        Pool::Proposed(three()),
        Pool::Agreed(agreed.clone()),
        Pool::Submitted(submitted(three())),
        Pool::Withdrawn(submitted(three()).withdraw(hand(3)).0),
    ];
    for pool in pools {
        let text = serde_json::to_string(&pool).unwrap();
        assert_eq!(serde_json::from_str::<Pool>(&text).unwrap(), pool);
    }
    let mut stored = serde_json::to_value(agreed).unwrap();
    stored["agreements"].as_array_mut().unwrap().pop();
    assert!(serde_json::from_value::<Agreed>(stored.clone()).is_err());
    assert!(serde_json::from_value::<Proposed>(stored.clone()).is_ok());
    stored["agreements"][0]["version"] = 7.into();
    assert!(serde_json::from_value::<Proposed>(stored).is_err());
}

/// Everybody leaves one after the other, before or after the request went in; in the end whoever stays undoes the pool.
fn live(pool: Proposed, submits: bool, leavers: &[usize]) -> Vec<Want> {
    let mut freed = Vec::new();
    if submits {
        let mut pool = submitted(pool);
        for one in leavers {
            let (gone, named) = leaver(pool.parts(), *one);
            if let Ok((next, own)) = pool.clone().leave(&gone, named, hand(3)) {
                pool = next;
                freed.extend(own);
            }
        }
        freed.extend(pool.withdraw(hand(4)).1);
        return freed;
    }
    let mut pool = pool;
    for one in leavers {
        let (gone, named) = leaver(pool.terms().parts(), *one);
        let left = pool.leave(&gone, named, hand(3)).unwrap();
        freed.extend(left.freed);
        match left.rest {
            Some(rest) => pool = rest,
            None => return freed,
        }
    }
    freed.extend(pool.unpool());
    freed
}

fn leaver(parts: &[portulan_pools::Part], at: usize) -> (Slug, Option<Slug>) {
    let gone = parts[at % parts.len()].want.organisation.clone();
    let mut named = parts.iter().map(|part| part.want.organisation.clone());
    let named = named.rfind(|one| *one != gone);
    (gone, named)
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn undoing_a_pool_gives_back_the_very_wants(draft in draft(), agrees in any::<bool>()) {
        let wants = draft.wants.clone();
        let Ok(pool) = Proposed::new(slug("p1"), draft, hand(0)) else { return Ok(()) };
        let undone = if agrees { agreed_by_all(pool).unpool() } else { pool.unpool() };
        prop_assert_eq!(undone, wants);
    }

    #[test]
    fn whoever_leaves_and_whenever_every_want_comes_back_once_as_it_was(
        draft in draft(),
        submits in any::<bool>(),
        leavers in prop::collection::vec(0..8_usize, 0..5),
    ) {
        let mut wants = draft.wants.clone();
        let Ok(pool) = Proposed::new(slug("p1"), draft, hand(0)) else { return Ok(()) };
        let mut back = live(pool, submits, &leavers);
        wants.sort_by(|one, other| one.id.cmp(&other.id));
        back.sort_by(|one, other| one.id.cmp(&other.id));
        prop_assert_eq!(back, wants);
    }

    #[test]
    fn after_each_leave_the_parts_still_add_up(draft in draft(), one in 0..8_usize) {
        let common = draft.common;
        let Ok(pool) = Proposed::new(slug("p1"), draft, hand(0)) else { return Ok(()) };
        let (gone, named) = leaver(pool.terms().parts(), one);
        let (left, _) = submitted(pool).leave(&gone, named, hand(3)).unwrap();
        let parted = left.parts().iter().map(|part| part.common);
        prop_assert_eq!(Cents::total(parted).unwrap(), common);
    }
}
