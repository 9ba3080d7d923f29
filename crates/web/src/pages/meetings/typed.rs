//! What was typed in one of the forms of a meeting, and the fields of the form that describes one.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Europe::Paris;
use portulan_app::meetings::Plan;
use portulan_model::CommitteeId;
use portulan_model::governance::Committee;

use crate::auth::Desk;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Choice, Field};
use crate::pages::typed::{NAME_CHARS, Reading};

pub(super) const TITLE: &str = "seance-titre";
pub(super) const DAY: &str = "seance-jour";
pub(super) const COMMITTEE: &str = "seance-comite";
const PUBLIC: &str = "seance-publique";
const YES: &str = "oui";

/// The forms of the page of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Describe,
    Agenda,
    Document,
    Convene,
    Cancel,
    Attendance,
}

/// What was typed in one of them, and is shown again.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) form: Option<Which>,
    pub(super) answers: Answers,
    /// What could not be done, where it is the fault of no field.
    pub(super) wrong: Option<String>,
}

impl Typed {
    pub(super) fn of(form: Which, answers: Answers) -> Self {
        Self {
            form: Some(form),
            answers,
            wrong: None,
        }
    }

    pub(super) fn but(self, wrong: String) -> Self {
        Self {
            wrong: Some(wrong),
            ..self
        }
    }

    /// What was typed in a form; nothing where it was another.
    pub(super) fn in_form(&self, form: Which) -> Option<&Answers> {
        (self.form == Some(form)).then_some(&self.answers)
    }

    pub(super) fn is_wrong(&self) -> bool {
        self.wrong.is_some() || self.answers.faults() > 0
    }
}

/// Writes a plan into a form.
pub(super) fn fill(answers: &mut Answers, plan: &Plan) {
    answers.put(TITLE, &plan.title);
    answers.put(DAY, plan.on.to_string());
    let committee = plan.committee.map(|id| id.to_string());
    answers.put(COMMITTEE, committee.unwrap_or_default());
    if plan.public {
        answers.put(PUBLIC, YES);
    }
}

/// What is typed; nothing where something of it is wrong.
pub(super) fn plan(desk: &Desk, answers: &mut Answers, committees: &[Committee]) -> Option<Plan> {
    let mut reading = Reading::of(desk, answers);
    let title = reading.line(TITLE, NAME_CHARS);
    if title.is_none() {
        reading.fault(TITLE, "meetings-wrong-missing");
    }
    let on = reading.needed_day(DAY);
    let text = reading.answers.text(COMMITTEE).to_owned();
    let id = text.parse::<CommitteeId>().ok();
    let committee = id.filter(|id| committees.iter().any(|one| one.id == *id));
    if committee.is_none() && !text.is_empty() {
        reading.fault(COMMITTEE, "meetings-wrong-committee");
    }
    let public = reading.answers.has(PUBLIC, YES);
    let plan = Plan {
        title: title?,
        on: on?,
        committee,
        public,
    };
    (answers.faults() == 0).then_some(plan)
}

/// The fields of a plan. A day that members were told is changed by telling them, and is not asked here.
pub(super) fn fields(desk: &Desk, answers: &Answers, of: &[Committee], day: bool) -> Vec<Field> {
    let (words, today) = (desk.words(), desk.visit.today());
    let ask = Ask { words, answers };
    let given = answers.text(COMMITTEE);
    let offered = of
        .iter()
        .filter(|one| !one.period.is_over(today) || one.id.to_string() == given);
    let none = (String::new(), words.get("meetings-no-committee"));
    let offered = offered.map(|one| (one.id.to_string(), one.name.clone()));
    let committees = std::iter::once(none).chain(offered);
    let public = Choice {
        value: YES.to_owned(),
        label: words.get("meetings-public"),
        hint: words.get("meetings-public-hint"),
        chosen: answers.has(PUBLIC, YES),
    };
    let on = if day {
        ask.day(DAY)
    } else {
        Field::Hidden(DAY.to_owned(), answers.text(DAY).to_owned())
    };
    vec![
        ask.text(TITLE, "text"),
        on,
        ask.select(COMMITTEE, committees),
        ask.choices(PUBLIC, false, vec![public]),
    ]
}

/// An hour that is typed: "9:30", "09:30", "9h30", "9 h 30".
pub(in crate::pages) fn hour(text: &str) -> Option<NaiveTime> {
    let text: String = text
        .chars()
        .filter(|one| !one.is_whitespace())
        .map(|one| if matches!(one, 'h' | 'H') { ':' } else { one })
        .collect();
    let whole = text.strip_suffix(':').map(|hour| format!("{hour}:00"));
    NaiveTime::parse_from_str(&whole.unwrap_or(text), "%H:%M").ok()
}

/// An hour of a day on the clock of European France; nothing for one that does not exist, when clocks go forward.
pub(super) fn instant(day: NaiveDate, time: NaiveTime) -> Option<DateTime<Utc>> {
    let local = Paris.from_local_datetime(&day.and_time(time)).earliest();
    local.map(|local| local.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_is_read_as_people_write_it() {
        let shown = |text: &str| hour(text).map(|time| time.format("%H:%M").to_string());
        for text in ["9:30", "09:30", "9h30", "9 H 30", "9\u{a0}h\u{a0}30"] {
            assert_eq!(shown(text).as_deref(), Some("09:30"), "{text}");
        }
        assert_eq!(shown("14h").as_deref(), Some("14:00"));
        for text in ["", "matin", "25:00", "9:75"] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn an_hour_is_that_of_paris_in_winter_and_in_summer() {
        let at = |day: &str| instant(day.parse().unwrap(), hour("10:00").unwrap());
        let told = |day: &str| at(day).unwrap().format("%H:%M").to_string();
        assert_eq!(told("2026-12-10"), "09:00");
        assert_eq!(told("2026-06-10"), "08:00");
    }
}
