//! The life of a post, and what is counted of it.

use chrono::Days;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn line(from: &str, to: &str) -> FundingLine {
    FundingLine {
        funder: "etat".parse().unwrap(),
        kind: FundingKind::SecondAgreement,
        reference: None,
        amount: None,
        period: Period::new(Some(day(from)), Some(day(to))).unwrap(),
    }
}

fn post() -> Post {
    Post {
        id: PostId::from_parts(1, [1; 10]),
        kind: PostKind::Adviser,
        level: "epci-243500139".parse().unwrap(),
        scheme: None,
        host: "rennes-metropole".parse().unwrap(),
        employer: "rennes-metropole".parse().unwrap(),
        sector: Area::default(),
        sites: Vec::new(),
        fte: Timeline::starting(day("2021-11-01"), Fte::FULL),
        funding: vec![line("2021-11-01", "2024-10-31")],
        states: Timeline::starting(day("2021-11-01"), PostState::Vacant),
        extended: BTreeSet::new(),
        coordinated_by: None,
    }
}

fn filled() -> Post {
    post()
        .fill(day("2022-01-01"), Some(day("2023-12-31")))
        .unwrap()
}

type Move = fn(Post) -> Result<Post, PostError>;

#[test]
fn each_step_leaves_only_the_states_that_it_may() {
    let returned = || filled().give_back(day("2023-01-01")).unwrap();
    let moves: [(&str, Move, [bool; 3]); 3] = [
        (
            "fill",
            |p| p.fill(day("2024-01-01"), None),
            [true, false, false],
        ),
        (
            "vacate",
            |p| p.vacate(day("2024-01-01")),
            [false, true, false],
        ),
        (
            "give back",
            |p| p.give_back(day("2024-01-01")),
            [true, true, false],
        ),
    ];
    for (name, step, allowed) in moves {
        for (from, allowed) in [post(), filled(), returned()].into_iter().zip(allowed) {
            let word = from.state_on(day("2023-06-01")).unwrap().word();
            assert_eq!(step(from).is_ok(), allowed, "{name} from {word}");
        }
    }
    let early = filled().vacate(day("2021-12-31"));
    assert_eq!(early, Err(PostError::TooEarly(day("2022-01-01"))));
}

#[test]
fn a_post_is_told_as_it_was_on_a_day() {
    let post = filled().vacate(day("2023-03-01")).unwrap();
    for (on, word) in [
        ("2021-10-31", None),
        ("2021-12-31", Some("vacant")),
        ("2022-06-01", Some("occupe")),
        ("2023-03-01", Some("vacant")),
    ] {
        assert_eq!(post.state_on(day(on)).map(PostState::word), word, "{on}");
    }
    let gone = post.give_back(day("2024-01-01")).unwrap();
    assert_eq!(gone.fte_on(day("2023-12-31")), Some(Fte::FULL));
    assert_eq!(gone.fte_on(day("2024-01-01")), None);
}

#[test]
fn an_extension_is_the_same_post_with_more_money_and_its_hours_change_on_that_day() {
    let extension = Extension {
        from: day("2024-11-01"),
        funding: line("2024-11-01", "2027-10-31"),
        fte: Some(Fte::new(80).unwrap()),
    };
    let extended = filled().extend(extension.clone()).unwrap();
    assert_eq!(extended.id, post().id);
    assert_eq!(extended.fte_on(day("2024-10-31")), Some(Fte::FULL));
    assert_eq!(extended.fte_on(day("2024-11-01")), Fte::new(80).ok());
    assert_eq!(funded(&extended).unwrap().to(), Some(day("2027-10-31")));
    let past = Extension {
        funding: line("2021-11-01", "2024-10-31"),
        ..extension.clone()
    };
    assert_eq!(filled().extend(past), Err(PostError::NothingExtended));
    let returned = filled().give_back(day("2023-01-01")).unwrap();
    assert_eq!(returned.extend(extension), Err(PostError::NotNow("rendu")));
}

#[test]
fn an_end_is_told_before_it_comes_and_again_once_it_has() {
    let soon = |on: &str| alerts(&filled(), day(on), Days::new(90));
    let ends = |on: &str, what| Alert::Ends { on: day(on), what };
    assert_eq!(soon("2023-10-01"), []);
    assert_eq!(soon("2023-10-02"), [ends("2023-12-31", Ending::Contract)]);
    assert_eq!(
        soon("2024-10-01"),
        [
            ends("2024-10-31", Ending::Funding),
            Alert::Ended {
                on: day("2023-12-31"),
                what: Ending::Contract
            },
        ]
    );
    assert_eq!(
        next_end(&filled(), day("2023-01-01")),
        Some((day("2023-12-31"), Ending::Contract))
    );
    let vacant = alerts(&post(), day("2022-01-01"), Days::new(90));
    assert_eq!(
        vacant,
        [Alert::Vacant {
            since: day("2021-11-01")
        }]
    );
    let returned = filled().give_back(day("2023-01-01")).unwrap();
    assert_eq!(alerts(&returned, day("2023-12-01"), Days::new(90)), []);
}

#[test]
fn the_sites_of_a_post_share_at_most_its_whole_time() {
    let site = |n: u8, share| Site {
        place: PlaceId::from_parts(u64::from(n), [n; 10]),
        share,
    };
    let shared = |shares: &[Option<u8>]| {
        let sites = (1..).zip(shares).map(|(n, share)| site(n, *share));
        post()
            .at_sites(sites.collect())
            .map(|post| post.sites.len())
    };
    assert_eq!(shared(&[Some(50), Some(50), None]), Ok(3));
    assert_eq!(
        shared(&[Some(50), Some(51)]),
        Err(PostError::TooManyShares(101))
    );
    assert!(Fte::new(0).is_err() && Fte::new(101).is_err());
}

#[test]
fn a_team_is_of_posts_that_stand_and_never_of_the_co_ordinator() {
    let chief = PostId::from_parts(9, [9; 10]);
    let member = |n: u8| Post {
        id: PostId::from_parts(u64::from(n), [n; 10]),
        coordinated_by: Some(chief),
        ..post()
    };
    let gone = member(2).give_back(day("2022-01-01")).unwrap();
    let posts = [member(1), gone, member(9), post()];
    let ids: Vec<PostId> = team(&posts, chief, day("2023-01-01"))
        .map(|one| one.id)
        .collect();
    assert_eq!(ids, [member(1).id]);
}

#[test]
fn a_post_reads_back_from_its_text() {
    let text = serde_json::to_string(&filled()).unwrap();
    assert_eq!(serde_json::from_str::<Post>(&text).unwrap(), filled());
}

#[test]
fn the_name_of_whoever_held_a_post_goes_with_the_contract() {
    let text = format!(
        r#"{{"post":"{}","holder":{{"name":"Camille D.","since":"2022-01-01","until":"2023-12-31"}}}}"#,
        post().id
    );
    let file: PostFile = serde_json::from_str(&text).unwrap();
    assert!(!format!("{file:?}").contains("Camille"));
    let stored = serde_json::to_string(&file.for_storage()).unwrap();
    assert_eq!(serde_json::from_str::<PostFile>(&stored).unwrap(), file);
    assert!(file.clone().forgotten(day("2023-12-31")).holder.is_some());
    assert!(file.forgotten(day("2024-01-01")).holder.is_none());
}
