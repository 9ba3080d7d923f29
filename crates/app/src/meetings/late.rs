//! Committees that should have met by their rhythm, and did not.

use chrono::NaiveDate;
use portulan_model::CommitteeId;
use portulan_model::governance::{Committee, Meeting};

/// A committee that is late to meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Late {
    /// Which.
    pub committee: CommitteeId,
    /// The day by which it should have met.
    pub due: NaiveDate,
    /// The day of its next meeting, where one is planned.
    pub next: Option<NaiveDate>,
}

/// The committees that are late on a day, the longest first. One that never met is counted from its first day.
#[must_use]
pub fn late(committees: &[Committee], meetings: &[Meeting], day: NaiveDate) -> Vec<Late> {
    let mut all: Vec<Late> = committees
        .iter()
        .filter(|one| one.period.holds(day))
        .filter_map(|one| late_one(one, meetings, day))
        .collect();
    all.sort_by_key(|one| one.due);
    all
}

fn late_one(committee: &Committee, meetings: &[Meeting], day: NaiveDate) -> Option<Late> {
    let own = || {
        let all = meetings.iter();
        all.filter(|one| one.committee == Some(committee.id))
    };
    let met = own().filter(|one| one.took_place() && one.day() <= day);
    let last = met.map(Meeting::day).max().or(committee.period.from())?;
    let due = committee.due_after(last).filter(|due| *due < day)?;
    let next = own().filter(|one| one.is_ahead(day)).map(Meeting::day);
    Some(Late {
        committee: committee.id,
        due,
        next: next.min(),
    })
}

#[cfg(test)]
mod tests {
    use portulan_model::governance::{
        Attendance, CommitteeKind, Convocation, Frequency, MeetingState, Minutes,
    };
    use portulan_model::{MeetingId, Period};

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn committee(frequency: Frequency) -> Committee {
        Committee {
            id: CommitteeId::from_parts(1, [1; 10]),
            body: "b".parse().unwrap(),
            kind: CommitteeKind::Strategic,
            name: "COPIL".to_owned(),
            frequency: Some(frequency),
            period: Period::since(day("2024-01-15")),
        }
    }

    fn meeting(state: MeetingState) -> Meeting {
        Meeting {
            id: MeetingId::from_parts(1, [1; 10]),
            body: "b".parse().unwrap(),
            committee: Some(CommitteeId::from_parts(1, [1; 10])),
            title: "COPIL".to_owned(),
            agenda: Vec::new(),
            public: false,
            told: 0,
            state,
        }
    }

    fn held(on: &str) -> Meeting {
        let begins = day(on).and_hms_opt(9, 0, 0).unwrap().and_utc();
        meeting(MeetingState::Held {
            convocation: Convocation {
                begins,
                ends: begins,
                place: None,
                room: None,
            },
            attendance: Attendance::default(),
            minutes: Minutes::default(),
        })
    }

    #[test]
    fn a_committee_is_late_from_its_last_meeting_or_from_its_first_day_and_says_the_next() {
        let quarterly = [committee(Frequency::Quarterly)];
        let found = |meetings: &[Meeting], on: &str| {
            let all = late(&quarterly, meetings, day(on));
            all.first().map(|one| (one.due, one.next))
        };
        assert_eq!(found(&[], "2024-04-15"), None, "the last day is not late");
        assert_eq!(found(&[], "2024-04-16"), Some((day("2024-04-15"), None)));
        let met = [held("2024-04-10")];
        assert_eq!(found(&met, "2024-07-10"), None);
        assert_eq!(found(&met, "2024-07-11"), Some((day("2024-07-10"), None)));
        let cancelled = meeting(MeetingState::Cancelled {
            was: day("2024-07-01"),
            reason: "canicule".to_owned(),
            convocation: None,
        });
        let next = meeting(MeetingState::Planned {
            on: day("2024-07-20"),
        });
        let all = [held("2024-04-10"), cancelled, next];
        assert_eq!(
            found(&all, "2024-07-11"),
            Some((day("2024-07-10"), Some(day("2024-07-20")))),
            "one that was cancelled did not take place"
        );
        let other = [committee(Frequency::Other)];
        assert_eq!(late(&other, &[], day("2030-01-01")), []);
    }
}
