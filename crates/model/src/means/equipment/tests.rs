use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(number: u8) -> LotId {
    LotId::from_parts(1, [number; 10])
}

fn change(on: &str) -> Change {
    Change {
        on: day(on),
        reason: Prose::read("Remis à neuf puis donnés.").unwrap().unwrap(),
    }
}

/// Twenty-two computers of 22 000 €, of which an agreement pays 40 %.
fn computers() -> Lot {
    Lot {
        id: id(1),
        owner: "passeurs".parse().unwrap(),
        kit: Kit::Computers,
        count: 22,
        detail: None,
        bought: day("2022-05-10"),
        price: Cents::euros(22_000),
        place: None,
        renewal: Some(2027),
        paid_by: Some(PaidBy {
            agreement: "demande-1".parse().unwrap(),
            share: Cents::euros(8_800),
        }),
        state: LotState::InUse,
    }
}

#[test]
fn a_lot_that_cannot_be_is_refused() {
    assert_eq!(computers().check(), Ok(()));
    let with = |change: fn(&mut Lot)| {
        let mut lot = computers();
        change(&mut lot);
        lot.check()
    };
    assert_eq!(with(|lot| lot.count = 0), Err(LotError::Count));
    assert_eq!(with(|lot| lot.price = Cents::new(-1)), Err(LotError::Price));
    assert_eq!(
        with(|lot| lot.price = Cents::euros(8_000)),
        Err(LotError::Share)
    );
    assert_eq!(with(|lot| lot.renewal = Some(2021)), Err(LotError::Renewal));
    let early = with(|lot| lot.state = LotState::Given(change("2022-05-09")));
    assert_eq!(early, Err(LotError::Early));
    assert_eq!(
        LotState::of(Condition::Scrapped, None),
        None,
        "it says when and why"
    );
    assert_eq!(LotState::of(Condition::InUse, None), Some(LotState::InUse));
}

#[test]
fn the_calendar_counts_what_is_still_there_by_year_and_kind() {
    let (rest, mut part) = computers().parted(4, id(2)).unwrap();
    part.state = LotState::Scrapped(change("2026-01-05"));
    let mut tablets = computers();
    tablets.kit = Kit::Tablets;
    tablets.state = LotState::Lent(change("2026-01-05"));
    let unknown = Lot {
        renewal: None,
        ..computers()
    };
    let years = renewals([&rest, &part, &tablets, &unknown]);
    let of_2027 = BTreeMap::from([(Kit::Computers, 18), (Kit::Tablets, 22)]);
    assert_eq!(years, BTreeMap::from([(2027, of_2027)]));
    assert_eq!(rest.age(day("2026-05-09")), 3);
    assert_eq!(rest.age(day("2026-05-10")), 4);
    assert_eq!(rest.age(day("2020-01-01")), 0);
}

#[test]
fn a_lot_is_stored_and_read_back() {
    let mut lot = computers();
    lot.state = LotState::Lent(change("2026-01-05"));
    let text = serde_json::to_string(&lot).unwrap();
    assert_eq!(serde_json::from_str::<Lot>(&text).unwrap(), lot);
}

proptest! {
    #[test]
    fn a_lot_that_is_parted_adds_up_to_the_cent_however_often(
        price in 0..5_000_000_i64,
        share in 0..5_000_000_i64,
        count in 2..400_u32,
        cuts in prop::collection::vec(1..400_u32, 1..6),
    ) {
        let mut whole = computers();
        whole.count = count;
        whole.price = Cents::new(price);
        let share = Cents::new(share.min(price));
        whole.paid_by = whole.paid_by.map(|paid| PaidBy { share, ..paid });
        let (mut rest, mut parts) = (whole, Vec::new());
        for (at, cut) in cuts.into_iter().enumerate() {
            match rest.clone().parted(cut, id(u8::try_from(at).unwrap() + 2)) {
                Ok((less, part)) => {
                    prop_assert!(part.count == cut && less.count + cut == rest.count);
                    parts.push(part);
                    rest = less;
                }
                Err(error) => prop_assert_eq!(error, LotError::NoPart),
            }
        }
        parts.push(rest);
        prop_assert_eq!(parts.iter().map(|one| one.count).sum::<u32>(), count);
        prop_assert_eq!(paid(&parts).unwrap(), (Cents::new(price), share));
        for part in &parts {
            prop_assert_eq!(part.check(), Ok(()));
        }
    }
}
