//! Whatever is done in whatever order, a commune only goes forward, and back by its one named way.

use proptest::prelude::*;

use super::*;

fn at(day: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(day * 86_400, 0).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn census() -> Census {
    Census {
        id: CensusId::from_parts(1, [1; 10]),
        title: "Portrea".to_owned(),
        territory: "epci-243500139".parse().unwrap(),
        communes: vec!["35051".parse().unwrap()],
        bodies: Body::ALL.to_vec(),
        target: day("2027-01-31"),
        by: Author::Operator,
        created: at(0),
    }
}

#[derive(Debug, Clone, Copy)]
enum Deed {
    Ask,
    Answer(bool),
    Nothing(bool),
    Verify,
    Reopen,
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        Just(Deed::Ask),
        any::<bool>().prop_map(Deed::Answer),
        any::<bool>().prop_map(Deed::Nothing),
        Just(Deed::Verify),
        Just(Deed::Reopen),
    ]
}

fn said(by_link: bool) -> Said {
    if by_link {
        Said::TownHall
    } else {
        Said::Desk(Author::Operator)
    }
}

fn done(town: Town, deed: Deed, now: DateTime<Utc>) -> Result<Town, NotNow> {
    let before = town.state.clone();
    let (state, by) = match deed {
        Deed::Ask => return town.asked(said(false), now),
        Deed::Answer(by) => (before.answer(said(by), now)?, said(by)),
        Deed::Nothing(by) => (before.nothing(said(by), now)?, said(by)),
        Deed::Verify => (before.verify(Author::Operator, now)?, said(false)),
        Deed::Reopen => (before.reopen()?, said(false)),
    };
    Ok(town.moved(state, by, now))
}

/// How far a state is on the road.
fn rank(state: &State) -> u8 {
    match state {
        State::ToContact => 0,
        State::Asked { .. } => 1,
        State::Answered { .. } | State::NothingHere { .. } => 2,
        State::Verified { .. } => 3,
    }
}

proptest! {
    #[test]
    fn a_commune_goes_forward_or_begins_again_and_no_link_comes_back(
        deeds in prop::collection::vec(any_deed(), 0..40),
    ) {
        let mut town = Town::new(census().id, "35051".parse().unwrap());
        let mut links = Vec::new();
        for (n, deed) in deeds.into_iter().enumerate() {
            let before = town.clone();
            let now = at(i64::try_from(n).unwrap());
            match done(town, deed, now) {
                Ok(next) => {
                    let forward = rank(&next.state) > rank(&before.state);
                    let again = matches!(deed, Deed::Reopen) && next.state == State::ToContact;
                    prop_assert!(forward != again, "{deed:?}: {:?} to {:?}", before.state, next.state);
                    prop_assert_eq!(next.steps.len(), before.steps.len() + 1);
                    if let State::Asked { link, .. } = next.state {
                        prop_assert!(!links.contains(&link), "{link:?} was given before");
                        links.push(link);
                    }
                    // By its link, only whoever was asked answers, and under the link that it was given.
                    if matches!(deed, Deed::Answer(true) | Deed::Nothing(true)) {
                        let asked = matches!(before.state, State::Asked { .. });
                        prop_assert!(asked);
                        prop_assert_eq!(next.state.link(), before.state.link());
                    }
                    town = next;
                }
                Err(NotNow(word)) => {
                    prop_assert_eq!(word, before.state.word());
                    town = before;
                }
            }
        }
    }
}

#[test]
fn what_was_said_to_be_nothing_is_verified_as_nothing() {
    let town = Town::new(census().id, "35051".parse().unwrap());
    let town = town.asked(said(false), at(1)).unwrap();
    let state = town.state.nothing(Said::TownHall, at(2)).unwrap();
    let verified = state.verify(Author::Operator, at(3)).unwrap();
    assert!(matches!(verified, State::Verified { nothing: true, .. }));
    assert!(
        verified.clone().verify(Author::Operator, at(4)).is_err(),
        "once"
    );
    assert_eq!(verified.reopen(), Ok(State::ToContact));
}

#[test]
fn words_of_states_bodies_and_answers_are_different_and_read_back() {
    let mut words = State::WORDS.to_vec();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), 5);
    for body in Body::ALL {
        assert_eq!(Body::from_slug(body.slug()), Some(body));
        let text = serde_json::to_string(&body).unwrap();
        assert_eq!(text, format!("\"{}\"", body.slug()));
    }
    for word in Word::ALL {
        assert_eq!(Word::from_slug(word.slug()), Some(word));
    }
    for slug in ["oui", "non", "inconnu"] {
        assert_eq!(Presence::from_slug(slug, "").unwrap().slug(), slug);
    }
    assert_eq!(Presence::from_slug("", "la mairie"), None);
}

#[test]
fn a_reminder_is_due_to_whoever_was_asked_before_its_day_and_to_nobody_after_the_target() {
    let census = census();
    let due = |asked: &str, today: &str| census.reminder(day(asked), day(today));
    assert_eq!(due("2027-01-02", "2027-01-20"), None, "11 days before");
    assert_eq!(due("2027-01-02", "2027-01-21"), Some(10));
    assert_eq!(
        due("2027-01-02", "2027-01-27"),
        Some(10),
        "a day was missed"
    );
    assert_eq!(due("2027-01-21", "2027-01-22"), None, "asked that very day");
    assert_eq!(due("2027-01-22", "2027-01-28"), Some(3));
    assert_eq!(due("2027-01-02", "2027-01-31"), Some(3));
    assert_eq!(due("2027-01-29", "2027-01-30"), None);
    assert_eq!(due("2027-01-02", "2027-02-01"), None, "too late");
}

#[test]
fn neither_a_contact_nor_what_is_typed_is_in_the_text_of_a_commune() {
    let mut town = Town::new(census().id, "35051".parse().unwrap());
    town.contact = "mairie@exemple.fr".parse().ok();
    town.response.added.push(Added {
        name: "Canari".to_owned(),
        ..Added::default()
    });
    let text = serde_json::to_string(&town).unwrap();
    assert!(
        !text.contains("exemple.fr") && !text.contains("Canari"),
        "{text}"
    );
    let back: Town = serde_json::from_str(&text).unwrap();
    assert_eq!((back.state, back.contact), (town.state, None));
}
