//! Deadlines to the second across changes of the clock, the order of steps, what each state allows, and who is counted.

use chrono::{Duration, TimeZone as _};
use chrono_tz::Europe::Paris;
use proptest::prelude::*;

use super::*;
use crate::ids::CallStepId;
use crate::renames::{NamesOrganisations as _, Renamed};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn timeline(days: &[(Milestone, &str)], closing: Option<&str>) -> Result<Timeline, TimelineError> {
    let days = days.iter().map(|(step, text)| (*step, day(text)));
    Timeline::new(days, closing.map(at))
}

fn terms(timeline: Timeline) -> Terms {
    Terms {
        title: "Participer à l’écriture".to_owned(),
        kind: CallKind::TakePart,
        owner: Owner::Outside("L’État".to_owned()),
        held: Held::Elsewhere { source: None },
        audience: Audience::default(),
        area: Area::default(),
        text: None,
        timeline,
    }
}

fn call(timeline: Timeline) -> Call {
    Call::draft(slug("participer"), slug("gouvernance"), terms(timeline))
}

#[test]
fn one_is_in_time_until_the_very_second_and_late_one_second_after() {
    // Noon on 15 October 2023 in Paris, by the circular of July 2023.
    let dates = timeline(&[], Some("2023-10-15T10:00:00Z")).unwrap();
    for (instant, gate) in [
        ("2023-10-15T09:59:59Z", Gate::Open),
        ("2023-10-15T10:00:00Z", Gate::Open),
        ("2023-10-15T10:00:00.999Z", Gate::Open),
        ("2023-10-15T10:00:01Z", Gate::Closed),
    ] {
        assert_eq!(dates.gate(at(instant)), gate, "{instant}");
    }
    assert_eq!(dates.left(at("2023-10-15T10:00:01Z")), None);
    assert_eq!(
        dates.left(at("2023-10-15T10:00:00.500Z")),
        Some(Duration::zero())
    );
}

#[test]
fn a_call_opens_with_its_day_in_european_france() {
    let dates = timeline(&[(Milestone::Opening, "2026-07-01")], None).unwrap();
    assert_eq!(dates.gate(at("2026-06-30T21:59:59Z")), Gate::Before);
    assert_eq!(dates.gate(at("2026-06-30T22:00:00Z")), Gate::Open);
}

#[test]
fn steps_are_in_their_order_and_what_is_not_known_is_no_matter() {
    use Milestone::{Announcement, Appeal, Closing, Committee, Decision, Opening, Questions};
    let closing = Some("2026-03-31T21:59:59Z");
    for (days, refused) in [
        (&[][..], None),
        (
            &[(Announcement, "2026-01-01"), (Appeal, "2026-12-31")],
            None,
        ),
        (&[(Opening, "2026-03-31"), (Decision, "2026-03-31")], None),
        (
            &[(Opening, "2026-01-02"), (Announcement, "2026-01-03")],
            Some((Announcement, Opening)),
        ),
        (&[(Questions, "2026-04-01")], Some((Questions, Closing))),
        (&[(Committee, "2026-03-30")], Some((Closing, Committee))),
    ] {
        let refused = refused.map(|(early, late)| TimelineError::Backwards { early, late });
        assert_eq!(timeline(days, closing).err(), refused, "{days:?}");
    }
    assert_eq!(
        timeline(&[(Closing, "2026-03-31")], None),
        Err(TimelineError::NoInstant)
    );
}

#[test]
fn dates_out_of_order_do_not_exist_even_in_storage() {
    let text = r#"{"days":{"opening":"2026-02-01","announcement":"2026-03-01"}}"#;
    assert!(serde_json::from_str::<Timeline>(text).is_err());
    assert_eq!(
        serde_json::from_str::<Timeline>("{}").unwrap(),
        Timeline::default()
    );
}

#[test]
fn a_call_says_how_far_it_is() {
    use Milestone::{Announcement, Decision, Opening, Review};
    let days = [
        (Announcement, "2026-01-05"),
        (Opening, "2026-02-01"),
        (Review, "2026-04-05"),
        (Decision, "2026-05-01"),
    ];
    let draft = call(timeline(&days, Some("2026-03-31T10:00:00Z")).unwrap());
    let now = at("2026-01-05T09:00:00Z");
    assert_eq!(draft.phase(now), Phase::Draft);
    assert!(!draft.is_public());
    let published = draft.publish(day("2026-01-05"), now).unwrap();
    for (instant, phase, ahead) in [
        ("2026-01-31T22:59:59Z", Phase::Announced, true),
        ("2026-01-31T23:00:00Z", Phase::Open, true),
        ("2026-03-31T10:00:00Z", Phase::Open, true),
        ("2026-03-31T10:00:01Z", Phase::Closed, false),
        ("2026-04-05T12:00:00Z", Phase::UnderReview, false),
        ("2026-05-01T12:00:00Z", Phase::Decided, false),
    ] {
        assert_eq!(published.phase(at(instant)), phase, "{instant}");
        assert_eq!(published.is_ahead(at(instant)), ahead, "{instant}");
    }
    let early = published.clone().archive(day("2026-01-04"), now);
    assert_eq!(early, Err(CallError::TooEarly(day("2026-01-05"))));
    let archived = published.archive(day("2026-06-01"), now).unwrap();
    assert!(archived.is_public());
    let again = archived.clone().publish(day("2026-06-02"), now);
    assert_eq!(again, Err(CallError::NotNow(Phase::Archived)));
    let changed = terms(Timeline::default());
    assert_eq!(
        archived.write(changed, None, now),
        Err(CallError::NotNow(Phase::Archived))
    );
}

#[test]
fn what_changes_once_one_may_answer_is_told_on_its_day_and_stays_told() {
    let dates = timeline(&[(Milestone::Opening, "2026-02-01")], None).unwrap();
    let (before, after) = (at("2026-01-20T09:00:00Z"), at("2026-02-10T09:00:00Z"));
    let draft = call(dates.clone());
    let published = draft.publish(day("2026-01-15"), before).unwrap();
    let other = |title: &str| Terms {
        title: title.to_owned(),
        ..terms(dates.clone())
    };
    let told = |on: &str| {
        let what = Prose::read("La clôture est repoussée.").unwrap().unwrap();
        Some(Amendment { on: day(on), what })
    };
    let early = published.write(other("Un"), None, before).unwrap();
    assert!(early.amendments.is_empty());
    let same = early.clone().write(other("Un"), None, after).unwrap();
    assert_eq!(same, early, "what changes nothing asks for no words");
    let unsaid = early.clone().write(other("Deux"), None, after);
    assert_eq!(unsaid, Err(CallError::Unsaid));
    let amended = early
        .write(other("Deux"), told("2026-02-10"), after)
        .unwrap();
    assert_eq!(amended.amendments.len(), 1);
    let back = amended
        .clone()
        .write(other("Trois"), told("2026-02-09"), after);
    assert_eq!(back, Err(CallError::TooEarly(day("2026-02-10"))));
    let again = amended.write(other("Trois"), told("2026-02-10"), after);
    assert_eq!(again.unwrap().amendments.len(), 2);
}

#[test]
fn reminders_come_fourteen_seven_and_two_days_and_three_hours_before() {
    let dates = timeline(&[], Some("2026-04-01T10:00:00Z")).unwrap();
    for (instant, passed) in [
        ("2026-03-18T09:59:59Z", None),
        ("2026-03-18T10:00:00Z", Some(Threshold::Days14)),
        ("2026-03-25T10:00:00Z", Some(Threshold::Days7)),
        ("2026-03-30T09:59:59Z", Some(Threshold::Days7)),
        ("2026-03-30T10:00:00Z", Some(Threshold::Days2)),
        ("2026-04-01T07:00:00Z", Some(Threshold::Hours3)),
        ("2026-04-01T10:00:00Z", Some(Threshold::Hours3)),
        ("2026-04-01T10:00:01Z", None),
    ] {
        assert_eq!(Threshold::passed(&dates, at(instant)), passed, "{instant}");
    }
    assert_eq!(
        Threshold::passed(&Timeline::default(), at("2026-04-01T10:00:00Z")),
        None
    );
}

fn position(who: &str, stance: Stance, hour: u32) -> Position {
    Position {
        organisation: slug(who),
        stance,
        words: None,
        by: Function::read("responsable de service").unwrap(),
        at: Utc.with_ymd_and_hms(2026, 3, 1, hour, 0, 0).unwrap(),
    }
}

#[test]
fn the_last_position_of_each_stands_and_all_are_kept() {
    let all = Positions::default()
        .take(position("a", Stance::Carry, 8))
        .take(position("b", Stance::TakePart, 9))
        .take(position("b", Stance::TakePart, 10))
        .take(position("a", Stance::Neither, 11));
    let standing: Vec<_> = all.standing().into_iter().cloned().collect();
    assert_eq!(
        standing,
        [
            position("a", Stance::Neither, 11),
            position("b", Stance::TakePart, 9),
        ],
        "sent twice, it is taken once"
    );
    assert_eq!(all.of(&slug("a")).count(), 2);
}

#[test]
fn everybody_reads_a_count_of_three_at_least_and_no_total() {
    let names = ["a", "b", "c", "d", "e"];
    let stances = [
        Stance::TakePart,
        Stance::TakePart,
        Stance::TakePart,
        Stance::Carry,
        Stance::Carry,
    ];
    let all = names
        .iter()
        .zip(stances)
        .fold(Positions::default(), |all, (who, stance)| {
            all.take(position(who, stance, 8))
        });
    assert_eq!(all.for_everybody(), [(Stance::TakePart, 3)]);
    let left = all.take(position("a", Stance::Neither, 9));
    assert_eq!(left.for_everybody(), []);
}

#[test]
fn a_position_has_an_author_even_in_storage() {
    for by in ["", "  ", &"x".repeat(Function::LONGEST + 1)] {
        assert_eq!(Function::read(by), Err(NoFunction), "{by:?}");
    }
    let text = r#"{"organisation":"a","stance":"carry","by":" ","at":"2026-03-01T08:00:00Z"}"#;
    assert!(serde_json::from_str::<Position>(text).is_err());
}

#[test]
fn who_is_concerned_is_of_a_kind_and_of_a_scheme_or_of_no_kind_that_is_known() {
    let audience = Audience {
        kinds: [OrganisationKind::Commune, OrganisationKind::Epci].into(),
        schemes: [slug("epn")].into(),
    };
    let (epn, other) = ([slug("epn")], [slug("autre")]);
    assert!(
        audience.holds_kind(Some(OrganisationKind::Commune)) && audience.holds_schemes(epn.iter())
    );
    assert!(audience.holds_kind(None));
    assert!(!audience.holds_kind(Some(OrganisationKind::Company)));
    assert!(!audience.holds_schemes(other.iter()));
    assert!(
        Audience::default().holds_kind(Some(OrganisationKind::Company))
            && Audience::default().holds_schemes([].iter())
    );
}

#[test]
fn a_file_reads_back_and_names_an_organisation_under_the_address_that_stays() {
    let id = CallStepId::from_parts(1, [1; 10]);
    let mut file = CallFile::empty(slug("participer"));
    file.steps.push(Step {
        id,
        what: "Délibérer".to_owned(),
        owner: slug("le-relai"),
        due: Some(day("2026-03-10")),
        done: None,
    });
    let positions = std::mem::take(&mut file.positions);
    file.positions = positions
        .take(position("le-relais", Stance::Carry, 8))
        .take(position("le-relai", Stance::Neither, 9));
    assert!(file.steps[0].is_late(day("2026-03-11")));
    let (from, to) = (slug("le-relai"), slug("le-relais"));
    file.rename(Renamed {
        from: &from,
        to: &to,
    });
    let standing = file.positions.standing();
    assert_eq!(
        standing.iter().map(|one| one.stance).collect::<Vec<_>>(),
        [Stance::Carry]
    );
    let text = serde_json::to_string(&file).unwrap();
    assert!(!text.contains(r#""le-relai""#), "{text}");
    let read: CallFile = serde_json::from_str(&text).unwrap();
    assert_eq!(read, file);
    let done = read.settle(id, Some(day("2026-03-09"))).unwrap();
    assert!(!done.steps[0].is_late(day("2026-03-11")));
    let other = CallStepId::from_parts(2, [2; 10]);
    assert_eq!(done.settle(other, None), Err(NoSuchStep(other)));
}

#[test]
fn a_call_is_kept_with_what_it_says_at_its_top_and_reads_back() {
    let text = r#"{"slug":"participer","followed_by":"gouvernance","title":"Participer","kind":"take-part",
        "owner":{"outside":"L’État"},"held":{"where":"elsewhere"},
        "timeline":{"closing":"2023-10-15T10:00:00Z"},"state":{"state":"published","since":"2023-10-01"}}"#;
    let read: Call = serde_json::from_str(text).unwrap();
    let again = serde_json::to_string(&read).unwrap();
    assert_eq!(serde_json::from_str::<Call>(&again).unwrap(), read);
}

/// An instant around one of the two changes of the clock of a year, to the second.
fn around_a_change() -> impl Strategy<Value = DateTime<Utc>> {
    let changes = [
        "2023-03-26T01:00:00Z",
        "2023-10-29T01:00:00Z",
        "2026-03-29T01:00:00Z",
        "2026-10-25T01:00:00Z",
    ];
    let change = prop::sample::select(changes.to_vec());
    (change, -100_000..100_000_i64)
        .prop_map(|(change, seconds)| at(change) + Duration::seconds(seconds))
}

proptest! {
    #[test]
    fn the_second_of_closing_is_the_last_whatever_the_clock_on_the_wall(
        closing in around_a_change(),
        seconds in -200_000..200_000_i64,
    ) {
        let dates = Timeline::new([], Some(closing)).unwrap();
        let instant = closing + Duration::seconds(seconds);
        let open = dates.gate(instant) == Gate::Open;
        prop_assert_eq!(open, seconds <= 0);
        prop_assert_eq!(dates.left(instant), open.then(|| Duration::seconds(-seconds)));
    }

    #[test]
    fn the_day_of_closing_is_the_one_on_the_wall_in_european_france(closing in around_a_change()) {
        let dates = Timeline::new([], Some(closing)).unwrap();
        let wall = closing.with_timezone(&Paris).date_naive();
        prop_assert_eq!(dates.day(Milestone::Closing), Some(wall));
        prop_assert_eq!(dates.days_left(closing), Some(0));
    }

    #[test]
    fn dates_are_taken_where_they_are_in_order_and_nowhere_else(
        days in prop::collection::btree_map(prop::sample::select(Milestone::ALL.to_vec()), 0..60_i32, 0..9),
    ) {
        let date = |n: i32| NaiveDate::from_num_days_from_ce_opt(739_000 + n).unwrap();
        let noon = |n: i32| date(n).and_hms_opt(12, 0, 0).unwrap().and_utc();
        let closing = days.get(&Milestone::Closing).map(|n| noon(*n));
        let others = days.iter().filter(|(step, _)| **step != Milestone::Closing);
        let made = Timeline::new(others.map(|(step, n)| (*step, date(*n))), closing);
        // `BTreeMap` gives the steps in their order.
        let ordered = days.values().is_sorted();
        prop_assert_eq!(made.is_ok(), ordered);
    }
}

#[test]
fn what_was_begun_before_the_closing_may_be_finished_until_a_second_instant() {
    let strict = timeline(&[], Some("2026-03-31T10:00:00Z")).unwrap();
    let early = strict.clone().softened(Some(at("2026-03-31T10:00:00Z")));
    assert_eq!(early, Err(TimelineError::SoftFirst));
    let soft = strict.softened(Some(at("2026-03-31T12:00:00Z"))).unwrap();
    for (instant, gate) in [
        ("2026-03-31T10:00:00Z", Gate::Open),
        ("2026-03-31T10:00:01Z", Gate::Soft),
        ("2026-03-31T12:00:00Z", Gate::Soft),
        ("2026-03-31T12:00:01Z", Gate::Closed),
    ] {
        assert_eq!(soft.gate(at(instant)), gate, "{instant}");
    }
    let published = call(soft.clone())
        .publish(day("2026-03-01"), at("2026-03-01T09:00:00Z"))
        .unwrap();
    assert!(
        !published.is_ahead(at("2026-03-31T10:00:01Z")),
        "nothing is begun any more"
    );
    let stored = serde_json::to_string(&soft).unwrap();
    assert_eq!(serde_json::from_str::<Timeline>(&stored).unwrap(), soft);
}

proptest! {
    #[test]
    fn a_gate_shuts_to_the_second_in_any_time_zone(seconds in 1_700_000_000_i64..2_000_000_000, off in -3_i64..4, zone in 0_usize..4, soft in 1_i64..100_000) {
        let zones = [Paris, chrono_tz::America::Cayenne, chrono_tz::Pacific::Noumea, chrono_tz::Indian::Reunion];
        let closing = Utc.timestamp_opt(seconds, 0).unwrap();
        // The same instant, as a clock of another zone shows it.
        let shown = closing.with_timezone(&zones[zone]);
        let read = zones[zone].from_local_datetime(&shown.naive_local());
        prop_assert!(read.earliest() == Some(shown) || read.latest() == Some(shown));
        let soft = closing + Duration::seconds(soft);
        let dates = Timeline::new([], Some(shown.with_timezone(&Utc))).unwrap().softened(Some(soft)).unwrap();
        let gate = dates.gate(closing + Duration::seconds(off));
        let expected = if off <= 0 { Gate::Open } else if closing + Duration::seconds(off) <= soft { Gate::Soft } else { Gate::Closed };
        prop_assert_eq!(gate, expected);
        prop_assert_eq!(dates.gate(soft + Duration::seconds(1)), Gate::Closed);
    }
}

#[test]
fn what_changes_in_a_call_that_everybody_reads_has_its_instant_before_it_opens_too() {
    let early = timeline(&[(Milestone::Opening, "2026-05-01")], None).unwrap();
    let call = Call::draft(slug("appel"), slug("body"), terms(early.clone()));
    let titled = |title: &str| Terms {
        title: title.to_owned(),
        ..terms(early.clone())
    };
    let call = call
        .write(titled("Un"), None, at("2026-03-01T08:00:00Z"))
        .unwrap();
    assert_eq!(call.changed, None, "nobody reads a draft");
    let call = call
        .publish(day("2026-03-02"), at("2026-03-02T08:00:00Z"))
        .unwrap();
    let told = at("2026-03-10T08:00:00Z");
    let call = call.write(titled("Deux"), None, told).unwrap();
    assert_eq!(call.changed, Some(told));
    let same = call
        .clone()
        .write(titled("Deux"), None, at("2026-03-11T08:00:00Z"));
    assert_eq!(same, Ok(call), "nothing changed");
}
