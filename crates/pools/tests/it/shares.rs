//! Sums to the cent, hours to the hundredth.

use portulan_model::Cents;
use portulan_model::roadmaps::Need;
use portulan_pools::{Alliance, Draft, Key, Terms, Unsound, Weekly};
use proptest::prelude::*;

use crate::any::{bare, draft, many, slug};

fn two() -> Draft {
    let wants = vec![
        bare("i1", "exemple-ccas", Need::Data),
        bare("i2", "exemple-bug", Need::Data),
    ];
    Draft {
        lead: slug("exemple-ccas"),
        wants,
        own: vec![Cents::euros(10), Cents::euros(20)],
        common: Cents::new(101),
        key: Key::Equal,
    }
}

#[test]
fn the_odd_cent_of_the_common_part_goes_to_the_first_want() {
    let terms = two().settle().unwrap();
    let common: Vec<i64> = terms.parts().iter().map(|one| one.common.get()).collect();
    assert_eq!(common, [51, 50]);
    assert_eq!(terms.total(), Cents::new(3_101));
    let shares = terms.shares().unwrap();
    assert_eq!(shares[&slug("exemple-bug")].total, Cents::new(2_050));
    let beneficiaries: Vec<_> = terms.beneficiaries().into_iter().cloned().collect();
    assert_eq!(beneficiaries, [slug("exemple-bug")]);
}

#[test]
fn terms_that_could_never_be_right_are_refused_with_their_reason() {
    type Change = fn(&mut Draft);
    let cases: [(Change, Unsound); 9] = [
        (
            |draft| draft.lead = slug("exemple-autre"),
            Unsound::LeadOutside(slug("exemple-autre")),
        ),
        (
            |draft| draft.wants[1].organisation = slug("exemple-ccas"),
            Unsound::OneOrganisation,
        ),
        (
            |draft| draft.wants[1].id = slug("i1"),
            Unsound::Twice(slug("i1")),
        ),
        (
            |draft| draft.own[1] = Cents::new(-1),
            Unsound::Negative(slug("i2")),
        ),
        (
            |draft| draft.common = Cents::new(-1),
            Unsound::NegativeCommon,
        ),
        (|draft| draft.own.truncate(1), Unsound::Uneven),
        (|draft| draft.key = Key::Weights(vec![1]), Unsound::Uneven),
        (|draft| draft.key = Key::Time, Unsound::NoWeight),
        (
            |draft| draft.wants[0].alliance = Alliance::Alone,
            Unsound::Alone(slug("i1")),
        ),
    ];
    for (change, refused) in cases {
        let mut draft = two();
        change(&mut draft);
        assert_eq!(draft.settle(), Err(refused));
    }
}

#[test]
fn three_thirds_of_a_post_are_a_whole_post() {
    let mut draft = two();
    let mut third = bare("i3", "exemple-mairie", Need::Data);
    third.sites[0].weekly = Some(Weekly::Minutes(700));
    draft.wants.push(third);
    draft.own.push(Cents::ZERO);
    for want in &mut draft.wants {
        want.sites[0].weekly = Some(Weekly::Minutes(700));
    }
    let times = draft.settle().unwrap().times();
    let hundredths: Vec<u32> = times.iter().map(|one| one.hundredths).collect();
    assert_eq!(hundredths, [34, 33, 33]);
}

#[test]
fn stored_shares_that_do_not_add_up_are_refused() {
    let terms = two().settle().unwrap();
    let mut stored = serde_json::to_value(&terms).unwrap();
    let read = |stored: &serde_json::Value| serde_json::from_value::<Terms>(stored.clone());
    assert_eq!(read(&stored).unwrap(), terms);
    stored["parts"][0]["common"] = 50.into();
    assert!(read(&stored).is_err());
    stored["parts"][0]["common"] = 51.into();
    stored["total"] = 3_102.into();
    assert!(read(&stored).is_err());
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn parts_add_up_to_the_cent_and_hours_to_the_hundredth(draft in draft()) {
        let (own, common, wants) = (draft.own.clone(), draft.common, draft.wants.clone());
        let terms = match draft.settle() {
            // Weights that are all nothing.
            Err(Unsound::NoWeight) => return Ok(()),
            terms => terms.unwrap(),
        };
        let sum = |amounts: &[Cents]| Cents::total(amounts.iter().copied()).unwrap();
        let parted: Vec<Cents> = terms.parts().iter().map(|one| one.common).collect();
        prop_assert_eq!(sum(&parted), common);
        let shares = terms.shares().unwrap();
        let totals: Vec<Cents> = shares.values().map(|one| one.total).collect();
        prop_assert_eq!(sum(&totals), terms.total());
        prop_assert_eq!(sum(&own).plus(common).unwrap(), terms.total());
        for (part, own) in terms.parts().iter().zip(own) {
            prop_assert_eq!(part.own, own);
            prop_assert!(part.common >= Cents::ZERO);
        }
        let times = terms.times();
        let minutes: u32 = wants.iter().map(portulan_pools::Want::minutes).sum();
        prop_assert_eq!(times.iter().map(|one| one.minutes).sum::<u32>(), minutes);
        let hundredths: u32 = times.iter().map(|one| one.hundredths).sum();
        prop_assert_eq!(hundredths, (minutes * 100 + Weekly::FULL / 2) / Weekly::FULL);
    }
}
