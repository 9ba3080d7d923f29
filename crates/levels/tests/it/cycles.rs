//! No transition outside the life cycles: random walks over all that can be done, each step checked against the drawing.

use chrono::{DateTime, Days, NaiveDate};
use portulan_model::governance::Meeting;
use portulan_model::governance::{
    Attendance, Convocation, Mandate, MeetingState, MemberRole, Membership, Minutes, Standing,
};
use portulan_model::journal::Author;
use portulan_model::posts::{Post, PostState};
use portulan_model::roadmaps::{Roadmap, Stage};
use portulan_model::{MeetingId, Period};
use proptest::prelude::*;

use crate::build::{action, candidate, content, day, decision, draft, post, slug};

fn on(step: u64) -> NaiveDate {
    day("2023-10-01")
        .checked_add_days(Days::new(step * 30))
        .unwrap()
}

/// One thing that may be tried on a membership. What its type does not have cannot even be written here.
fn member_step(before: Membership, choice: u8, when: NaiveDate) -> Option<Membership> {
    match (before, choice % 5) {
        (Membership::Candidate(one), 0) => one.confirm(when, None).ok().map(Membership::Confirmed),
        (Membership::Candidate(one), 1) => one.withdraw(when).ok().map(Membership::Left),
        (Membership::Candidate(one), 2) => {
            one.decline(when, String::new()).ok().map(Membership::Left)
        }
        (Membership::Confirmed(one), 0) => one.withdraw(when).ok().map(Membership::Left),
        (Membership::Confirmed(one), 1) => {
            let excluded = one.exclude(when, String::new(), decision("b"));
            excluded.ok().map(Membership::Left)
        }
        (Membership::Confirmed(one), 2 | 3) => {
            let mandate = Mandate {
                role: MemberRole::CoLead,
                period: Period::since(when),
                decision: None,
                document: None,
            };
            one.mandate(mandate).ok().map(Membership::Confirmed)
        }
        _ => None,
    }
}

fn roadmap_step(before: Roadmap, choice: u8, when: NaiveDate) -> Option<Roadmap> {
    let asked = Period::new(Some(when), Some(when)).unwrap();
    let written = || content(1, vec![action(1, None)]);
    match choice % 5 {
        0 => before.write(written()),
        1 => before.consult(when, asked),
        2 => before.validate(when, decision("b")),
        3 => before.amend(when, written(), decision("b")),
        _ => before.close(when),
    }
    .ok()
}

fn post_step(before: Post, choice: u8, when: NaiveDate) -> Option<Post> {
    match choice % 8 {
        0..=2 => before.fill(when, None),
        3..=6 => before.vacate(when),
        _ => before.give_back(when),
    }
    .ok()
}

fn meeting_step(before: Meeting, choice: u8, when: NaiveDate) -> Option<Meeting> {
    let begins = when.and_hms_opt(9, 0, 0).unwrap().and_utc();
    let convocation = Convocation {
        begins,
        ends: begins,
        place: None,
        room: None,
    };
    let minutes = || {
        let text = "Vu.".to_owned();
        Minutes::default()
            .save(0, text, Author::Operator, DateTime::UNIX_EPOCH)
            .unwrap()
    };
    match choice % 8 {
        0 => before.move_to(when),
        1 | 2 => before.convene(convocation, begins),
        3 | 4 => before.hold(Attendance::default()),
        5 => before.write(minutes()),
        6 => before.approve(when, None),
        _ => before.cancel(String::new()),
    }
    .ok()
}

fn meeting() -> Meeting {
    Meeting {
        id: MeetingId::from_parts(1, [1; 10]),
        body: slug("b"),
        committee: None,
        title: "Comité".to_owned(),
        agenda: Vec::new(),
        public: true,
        told: 0,
        state: MeetingState::Planned { on: on(0) },
    }
}

fn walk() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..40)
}

fn steps(walk: Vec<u8>) -> impl Iterator<Item = (u8, NaiveDate)> {
    (1..).zip(walk).map(|(n, choice)| (choice, on(n)))
}

proptest! {
    #[test]
    fn members_go_from_candidate_to_confirmed_to_left_and_nowhere_else(walk in walk()) {
        let mut now = Membership::Candidate(candidate("b", "org"));
        for (choice, when) in steps(walk) {
            let Some(after) = member_step(now.clone(), choice, when) else { continue };
            let allowed = match now.standing() {
                Standing::Candidate => &[Standing::Confirmed, Standing::Left][..],
                Standing::Confirmed => &[Standing::Confirmed, Standing::Left],
                Standing::Left => &[],
            };
            prop_assert!(allowed.contains(&after.standing()));
            prop_assert_eq!(after.standing_on(when), Some(after.standing()));
            prop_assert_eq!(after.standing_on(on(0)), Some(Standing::Candidate), "the past stands");
            let leads = after.roles_on(when).next().is_some();
            prop_assert!(!leads || after.standing() == Standing::Confirmed);
            now = after;
        }
    }

    #[test]
    fn roadmaps_go_forward_and_amend_any_number_of_times(walk in walk()) {
        let mut now = draft("r", "b", "35238", content(1, vec![action(1, None)]));
        for (choice, when) in steps(walk) {
            let Some(after) = roadmap_step(now.clone(), choice, when) else { continue };
            let (from, to) = (now.state.stage(), after.state.stage());
            let wrote = choice % 5 == 0 && from == to;
            let allowed = matches!(
                (from, to),
                (Stage::Draft, Stage::InConsultation)
                    | (Stage::InConsultation, Stage::Validated)
                    | (Stage::Validated | Stage::Amended, Stage::Amended | Stage::Closed)
            );
            prop_assert!(allowed || wrote, "{:?} to {:?}", from, to);
            prop_assert_eq!(after.stage_on(when.max(on(0))), Some(to));
            prop_assert_eq!(after.versions.len(), now.versions.len() + usize::from(!wrote));
            prop_assert!(after.versions.starts_with(&now.versions), "versions are never rewritten");
            now = after;
        }
    }

    #[test]
    fn posts_and_meetings_that_ended_never_come_back(walk in walk()) {
        let mut post = post(1, "commune-35238", "35238");
        let mut meeting = meeting();
        for (choice, when) in steps(walk) {
            if let Some(after) = post_step(post.clone(), choice, when) {
                prop_assert_ne!(post.states.last().unwrap().1, PostState::Returned);
                prop_assert_eq!(after.id, post.id);
                post = after;
            }
            if let Some(after) = meeting_step(meeting.clone(), choice, when) {
                let allowed = match meeting.state.word() {
                    "prevue" => &["prevue", "convoquee", "annulee"][..],
                    "convoquee" => &["convoquee", "tenue", "annulee"],
                    "tenue" => &["tenue", "approuvee"],
                    _ => &[],
                };
                prop_assert!(allowed.contains(&after.state.word()));
                meeting = after;
            }
        }
    }
}
