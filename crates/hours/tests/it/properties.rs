//! What holds for any text.

use chrono::{NaiveDate, TimeZone, Utc};
use portulan_hours::{Hours, OpenState, Timetable, Zone};
use proptest::prelude::*;

fn clause() -> impl Strategy<Value = String> {
    let days = prop_oneof![
        Just("Mo-Fr"),
        Just("Sa"),
        Just("Tu,Th"),
        Just("Su-Tu"),
        Just("PH"),
        Just("SH"),
        Just("Mo[1]"),
        Just("We[-1]"),
        Just("Jan-Mar"),
        Just("Dec 20-Jan 05"),
        Just("week 01-53/2"),
        Just("2026"),
        Just("easter"),
        Just(""),
    ];
    let times = prop_oneof![
        Just("09:00-12:00"),
        Just("09:00-12:00,14:00-18:30"),
        Just("22:00-02:00"),
        Just("10:00+"),
        Just("00:00-24:00"),
        Just("off"),
        Just("unknown"),
        Just("\"sur rendez-vous\""),
    ];
    (days, times).prop_map(|(days, times)| format!("{days} {times}").trim().to_owned())
}

fn text() -> impl Strategy<Value = String> {
    let joints = prop_oneof![Just("; "), Just(", "), Just(" || ")];
    (
        clause(),
        proptest::collection::vec((joints, clause()), 0..4),
    )
        .prop_map(|(first, more)| {
            more.into_iter().fold(first, |text, (joint, clause)| {
                format!("{text}{joint}{clause}")
            })
        })
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,80}") {
        let _ = Hours::parse(&text, Zone::default());
    }

    #[test]
    fn texts_of_the_grammars_own_signs_never_break_it(text in "[A-Za-z0-9:;,|+\\-/\\[\\]\"() ]{0,60}") {
        let at = Utc.with_ymd_and_hms(2026, 5, 1, 9, 0, 0).unwrap();
        if let Ok(hours) = Hours::parse(&text, Zone::default()) {
            let _ = (hours.state_at(at), hours.next_change(at), hours.summary());
        }
    }

    #[test]
    fn hours_written_back_mean_the_same(text in text()) {
        prop_assume!(Hours::parse(&text, Zone::default()).is_ok());
        let hours = Hours::parse(&text, Zone::default()).unwrap();
        let again = Hours::parse(&hours.text(), Zone::default())
            .unwrap_or_else(|error| panic!("{text:?} is written {:?}: {error}", hours.text()));
        prop_assert_eq!(again.text(), hours.text());
        let start = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        for day in start.iter_days().take(370) {
            prop_assert_eq!(again.day(day), hours.day(day), "{} {:?} {:?}", day, &text, hours.text());
        }
    }

    #[test]
    fn the_next_change_is_a_change_and_the_first_one(text in text(), minutes in 0..500_000_i64) {
        prop_assume!(Hours::parse(&text, Zone::default()).is_ok());
        let hours = Hours::parse(&text, Zone::default()).unwrap();
        let at = Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap() + chrono::Duration::minutes(minutes);
        let Some(change) = hours.next_change(at) else { return Ok(()) };
        prop_assert!(change > at);
        prop_assert_ne!(hours.state_at(change), hours.state_at(at), "{:?}", text);
        prop_assert_eq!(hours.state_at(change - chrono::Duration::minutes(1)), hours.state_at(at), "{:?}", text);
    }

    #[test]
    fn a_day_is_open_exactly_where_its_ranges_say(text in text(), ahead in 0..360_u64) {
        prop_assume!(Hours::parse(&text, Zone::default()).is_ok());
        let hours = Hours::parse(&text, Zone::default()).unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(ahead);
        let table = Timetable::from(hours.clone());
        for quarter in 0..96 {
            let local = day.and_hms_opt(0, 0, 0).unwrap() + chrono::Duration::minutes(quarter * 15);
            let minute = u16::try_from(quarter * 15).unwrap();
            let said = table.day(day).into_iter().find(|range| (range.from..range.to).contains(&minute));
            let at = Zone::default().utc(local);
            // The hour that spring skips is on no clock.
            if Zone::default().local(at) == local {
                prop_assert_eq!(hours.state_at(at), said.map_or(OpenState::Closed, |range| range.state));
            }
        }
    }
}
