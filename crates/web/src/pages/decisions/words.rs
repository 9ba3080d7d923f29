//! How decisions, what is to be done and those who do not agree are told.

use portulan_app::decisions::Refused;
use portulan_i18n::{Lang, Words, date};
use portulan_model::governance::{Decision, FollowUp, Meeting};

use super::one::{DONE, MEETING, OWNER, PUBLISHED, WHO};
use crate::pages::typed::organisation_name;
use crate::pages::visit::Visit;

/// Where the follow-up of a decision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stand {
    /// It should be done.
    Late,
    /// It is to be done.
    Open,
    /// It is done.
    Done,
    /// Nothing is to be done.
    Nothing,
}

impl Stand {
    pub(super) fn of(decision: &Decision, today: chrono::NaiveDate) -> Self {
        match &decision.follow_up {
            None => Self::Nothing,
            Some(one) if one.is_late(today) => Self::Late,
            Some(one) if one.done.is_some() => Self::Done,
            Some(_) => Self::Open,
        }
    }
}

/// What is to be done: "en retard : à faire avant le 3 mars 2026", "fait le…".
pub(super) fn follow_up(visit: &Visit, one: &FollowUp) -> String {
    let words = Words::new(visit.lang);
    let day = |id: &str, day| words.with(id, &[("date", date(visit.lang, day).into())]);
    match (one.done, one.due) {
        (Some(done), _) => day("decision-done-on", done),
        (None, Some(due)) if one.is_late(visit.today()) => day("decision-late", due),
        (None, Some(due)) => day("decision-due", due),
        (None, None) => words.get("decision-open"),
    }
}

/// Who answers for it, and where it is.
pub(super) fn owed(visit: &Visit, one: &FollowUp) -> (String, String) {
    (
        organisation_name(&visit.directory, &one.owner),
        follow_up(visit, one),
    )
}

/// A meeting by its name and its day.
pub(super) fn meeting(lang: Lang, meeting: &Meeting) -> String {
    let told = [
        ("title", meeting.title.as_str().into()),
        ("date", date(lang, meeting.day()).into()),
    ];
    Words::new(lang).with("decision-meeting-named", &told)
}

/// Whether everybody reads it.
pub(super) fn publicity(visit: &Visit, decision: &Decision) -> String {
    let words = Words::new(visit.lang);
    let day = |day| [("date", date(visit.lang, day).into())];
    match decision.published {
        None => words.get("decision-private"),
        Some(on) if on > visit.today() => words.with("decision-public-from", &day(on)),
        Some(on) => words.with("decision-public-since", &day(on)),
    }
}

/// The field that is wrong, and the message that says why.
pub(super) const fn wrong(refused: &Refused) -> (&'static str, &'static str) {
    match refused {
        Refused::NotHeld => (MEETING, "decision-wrong-meeting"),
        Refused::NotAMember(_) => (WHO, "decision-wrong-member"),
        Refused::NoOrganisation(_) => (OWNER, "decision-wrong-owner"),
        Refused::NothingToDo => (DONE, "decision-wrong-nothing"),
        Refused::Public => (PUBLISHED, "decision-wrong-public"),
        Refused::Day => (DONE, "decision-wrong-day"),
    }
}
