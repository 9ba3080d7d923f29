//! Which states each step may leave, and who may be said present.

use std::collections::BTreeSet;

use super::*;
use crate::journal::Author;

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn day() -> NaiveDate {
    "2023-12-14".parse().unwrap()
}

fn convocation() -> Convocation {
    Convocation {
        begins: "2023-12-14T08:30:00Z".parse().unwrap(),
        ends: "2023-12-14T11:00:00Z".parse().unwrap(),
        place: None,
        room: Some("Salle 3".to_owned()),
    }
}

fn minutes() -> Minutes {
    Minutes::default()
        .save(
            0,
            "Trois points.".to_owned(),
            Author::Operator,
            DateTime::UNIX_EPOCH,
        )
        .unwrap()
}

fn meeting(state: MeetingState) -> Meeting {
    Meeting {
        id: MeetingId::from_parts(1, [1; 10]),
        body: slug("ille-et-vilaine"),
        committee: None,
        title: "Comité stratégique".to_owned(),
        agenda: Vec::new(),
        public: false,
        told: 0,
        state,
    }
}

/// One of each state.
fn states() -> [MeetingState; 5] {
    let attendance = Attendance::default();
    [
        MeetingState::Planned { on: day() },
        MeetingState::Convened {
            convocation: convocation(),
            sent: DateTime::UNIX_EPOCH,
        },
        MeetingState::Held {
            convocation: convocation(),
            attendance: attendance.clone(),
            minutes: minutes(),
        },
        MeetingState::Approved {
            convocation: convocation(),
            attendance,
            minutes: minutes(),
            on: day(),
            decision: None,
        },
        MeetingState::Cancelled {
            was: day(),
            reason: "neige".to_owned(),
            convocation: None,
        },
    ]
}

type Move = fn(Meeting) -> Result<Meeting, NotNow>;

#[test]
fn each_step_leaves_only_the_states_that_it_may() {
    let moves: [(&str, Move, [bool; 5]); 6] = [
        (
            "move",
            |m| m.move_to(day()),
            [true, false, false, false, false],
        ),
        (
            "convene",
            |m| m.convene(convocation(), DateTime::UNIX_EPOCH),
            [true, true, false, false, false],
        ),
        (
            "hold",
            |m| m.hold(Attendance::default()),
            [false, true, true, false, false],
        ),
        (
            "write",
            |m| m.write(minutes()),
            [false, false, true, false, false],
        ),
        (
            "approve",
            |m| m.approve(day(), None),
            [false, false, true, false, false],
        ),
        (
            "cancel",
            |m| m.cancel(String::new()),
            [true, true, false, false, false],
        ),
    ];
    for (name, step, allowed) in moves {
        for (state, allowed) in states().into_iter().zip(allowed) {
            let word = state.word();
            let stepped = step(meeting(state));
            assert_eq!(stepped.is_ok(), allowed, "{name} from {word}");
            if let Ok(after) = stepped {
                assert_eq!(after.day(), day(), "{name} from {word}");
            }
        }
    }
}

#[test]
fn members_are_told_once_more_each_time_that_it_is_convened_or_cancelled() {
    let planned = || meeting(MeetingState::Planned { on: day() });
    let unheard = planned().cancel(String::new()).unwrap();
    assert_eq!((unheard.told, unheard.convocation()), (0, None));
    let sent = DateTime::UNIX_EPOCH;
    let first = planned().convene(convocation(), sent).unwrap();
    let second = first.clone().convene(convocation(), sent).unwrap();
    let third = second.clone().cancel("neige".to_owned()).unwrap();
    assert_eq!([first.told, second.told, third.told], [1, 2, 3]);
    assert_eq!(third.convocation(), Some(&convocation()));
}

#[test]
fn who_was_there_is_set_right_and_the_minutes_stay() {
    let held = meeting(MeetingState::Held {
        convocation: convocation(),
        attendance: Attendance::default(),
        minutes: minutes(),
    });
    let lines = vec![(slug("a"), Presence::Present)];
    let attendance = Attendance::new(lines, &[slug("a")].into()).unwrap();
    let after = held.hold(attendance.clone()).unwrap();
    assert_eq!(after.attendance(), Some(&attendance));
    let kept = |meeting: &Meeting| match &meeting.state {
        MeetingState::Held { minutes, .. } => minutes.text().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(kept(&after), "Trois points.");
}

#[test]
fn blank_minutes_are_not_approved() {
    let held = meeting(MeetingState::Held {
        convocation: convocation(),
        attendance: Attendance::default(),
        minutes: Minutes::default(),
    });
    assert_eq!(held.approve(day(), None), Err(NotNow("tenue")));
}

#[test]
fn a_proxy_is_given_to_a_member_who_is_present_and_bears_no_other() {
    use Presence::{Absent, Excused, Present};
    let members: BTreeSet<Slug> = ["a", "b", "c", "d"].map(slug).into();
    let by = |text: &str| Presence::Represented { by: slug(text) };
    let check = |lines: &[(&str, Presence)]| {
        let lines = lines.iter().map(|(who, was)| (slug(who), was.clone()));
        Attendance::new(lines.collect(), &members).map(|all| all.voices())
    };
    assert_eq!(
        check(&[
            ("a", Present),
            ("b", by("a")),
            ("c", Excused),
            ("d", Absent)
        ]),
        Ok(2)
    );
    for (lines, error) in [
        (
            vec![("a", Present), ("b", by("a")), ("c", by("a"))],
            AttendanceError::TwoProxies(slug("a")),
        ),
        (
            vec![("a", Excused), ("b", by("a"))],
            AttendanceError::BearerAbsent(slug("a")),
        ),
        (
            vec![("b", by("b"))],
            AttendanceError::BearerAbsent(slug("b")),
        ),
        (
            vec![("a", Present), ("b", by("a")), ("c", by("b"))],
            AttendanceError::BearerAbsent(slug("b")),
        ),
        (
            vec![("a", Present), ("a", Absent)],
            AttendanceError::Twice(slug("a")),
        ),
        (vec![("e", Present)], AttendanceError::NotAMember(slug("e"))),
    ] {
        assert_eq!(check(&lines), Err(error));
    }
}

#[test]
fn a_meeting_reads_back_from_its_text() {
    for state in states() {
        let meeting = meeting(state);
        let text = serde_json::to_string(&meeting).unwrap();
        assert_eq!(serde_json::from_str::<Meeting>(&text).unwrap(), meeting);
    }
}

#[test]
fn everybody_sees_the_minutes_of_a_public_meeting_once_they_are_approved_and_of_no_other() {
    let item = AgendaItem {
        title: "Budget".to_owned(),
        minutes: None,
        documents: Vec::new(),
    };
    for public in [false, true] {
        for state in states() {
            let approved = matches!(state, MeetingState::Approved { .. });
            let word = state.word();
            let mut one = meeting(state);
            one.public = public;
            one.agenda.push(item.clone());
            let shown = one.clone().for_everybody();
            assert_eq!(shown.day(), one.day(), "{word}");
            assert_eq!(!shown.agenda.is_empty(), public, "{word}");
            let text = serde_json::to_string(&shown).unwrap();
            let minutes = text.contains("Trois points.");
            assert_eq!(minutes, approved && public, "{word} {public}");
            assert_eq!(text.contains("neige"), public && word == "annulee");
        }
    }
}
