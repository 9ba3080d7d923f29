//! The page of minutes: the text to write, beside the one that somebody saved meanwhile; what it becomes; its approval.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use portulan_app::minutes::written;
use portulan_i18n::{Words, date};
use portulan_model::governance::{Decision, MeetingState};

use super::minutes::Sitting;
use super::{TAB, new_of};
use crate::auth::Desk;
use crate::pages::editing::answers::Answers;
use crate::pages::markdown::Html;
use crate::pages::page::{Page, html, html_form};
use crate::pages::parts::{Ask, Choice, Field, Form};
use crate::pages::typed::faults;
use crate::pages::writing::{self, TEXT, VERSION, Writing};

/// The day on which it is approved.
pub(super) const APPROVED: &str = "minutes-approuve-le";
/// The decision that approves it.
pub(super) const BY: &str = "minutes-decision";
/// Whether one is sure.
pub(super) const SURE: &str = "minutes-sur";

/// What was typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) writing: writing::Typed,
    /// Whether it can be saved no more.
    pub(super) lost: bool,
    approving: Option<Answers>,
}

impl Typed {
    pub(super) fn of(sent: (String, u32)) -> Self {
        Self {
            writing: writing::Typed::of(sent),
            ..Self::default()
        }
    }

    pub(super) fn approving(answers: Answers) -> Self {
        Self {
            approving: Some(answers),
            ..Self::default()
        }
    }
}

#[derive(Template)]
#[template(path = "decisions/minutes.html")]
struct MinutesPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    lead: String,
    ways: Vec<(String, String)>,
    notice: Option<String>,
    decisions: Vec<(String, String)>,
    form: Option<Writing>,
    /// What was typed and cannot be saved.
    lost: Option<String>,
    /// The title of the text as it is read, and the text.
    text: Option<(String, Html)>,
    approval: Option<Form>,
}

/// The page.
pub(super) fn page(desk: &Desk, sitting: &Sitting, typed: Typed) -> Response {
    let (words, meeting) = (desk.words(), &sitting.meeting);
    let holds = sitting.at.holds(desk).is_ok();
    let open = holds && matches!(meeting.state, MeetingState::Held { .. });
    let clashes = typed.writing.standing.is_some();
    let answers = typed.approving.as_ref();
    let wrong = typed.writing.wrong.is_some() || answers.is_some_and(|one| one.faults() > 0);
    let day = date(desk.visit.lang, meeting.day());
    let title = [("title", meeting.title.as_str().into())];
    let known = written(meeting);
    let template = MinutesPage {
        page: desk.page(words.with("minutes-title", &title), TAB),
        crumbs: sitting.at.crumbs(desk),
        lead: words.with("minutes-held-on", &[("date", day.into())]),
        ways: ways(desk, sitting, holds),
        notice: notice(desk, sitting, clashes),
        decisions: decided(desk, sitting),
        lost: lost(&typed),
        text: typed.writing.shown(words, (TEXT, known), open),
        // What is typed and not saved would be left out.
        approval: (open && typed.writing.text.is_none())
            .then(|| approval(desk, sitting, answers))
            .flatten(),
        form: open.then(|| {
            let known = known.cloned().unwrap_or_default();
            Writing::of(desk, (sitting.address(), TEXT), &known, typed.writing)
        }),
    };
    if clashes || template.lost.is_some() {
        return (StatusCode::CONFLICT, html(&template)).into_response();
    }
    html_form(wrong, &template)
}

fn ways(desk: &Desk, sitting: &Sitting, holds: bool) -> Vec<(String, String)> {
    let words = desk.words();
    let mut ways = Vec::new();
    if holds && written(&sitting.meeting).is_some() {
        let new = new_of(&sitting.at.body.slug, sitting.meeting.id);
        ways.push((desk.visit.link(&new), words.get("decision-new")));
    }
    if sitting.meeting.public {
        let there = super::public::meeting_address(&sitting.at.body.slug, sitting.meeting.id);
        ways.push((desk.visit.link(&there), words.get("minutes-see-public")));
    }
    ways
}

/// Why it is written no more, not yet, or not over what stands.
fn notice(desk: &Desk, sitting: &Sitting, clashes: bool) -> Option<String> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    match &sitting.meeting.state {
        MeetingState::Held { .. } => clashes.then(|| words.get("minutes-clash")),
        MeetingState::Approved { on, decision, .. } => {
            let day = date(lang, *on);
            Some(match decision {
                None => words.with("minutes-approved-on", &[("date", day.into())]),
                Some(one) => {
                    let number = one.number.to_string();
                    let told = [("date", day.into()), ("number", number.into())];
                    words.with("minutes-approved-by", &told)
                }
            })
        }
        _ => Some(words.get("minutes-not-held")),
    }
}

/// The decisions of the meeting.
fn decided(desk: &Desk, sitting: &Sitting) -> Vec<(String, String)> {
    let theirs = portulan_app::decisions::of_meeting(&sitting.decisions, sitting.meeting.id);
    let line = |one: &Decision| {
        let address = super::at_desk(&sitting.at.body.slug, one.decision.number);
        (desk.visit.link(&address), named(desk.words(), one))
    };
    theirs.into_iter().map(line).collect()
}

fn named(words: Words, one: &Decision) -> String {
    let told = [
        ("number", one.decision.number.to_string().into()),
        ("title", one.title.as_str().into()),
    ];
    words.with("decision-named", &told)
}

fn lost(typed: &Typed) -> Option<String> {
    let (text, _) = typed.writing.text.as_ref()?;
    typed.lost.then(|| text.clone())
}

/// The form of the approval, where there is something to approve.
fn approval(desk: &Desk, sitting: &Sitting, typed: Option<&Answers>) -> Option<Form> {
    let words = desk.words();
    let minutes = written(&sitting.meeting).filter(|one| !one.is_empty())?;
    let mut first = Answers::default();
    first.put(APPROVED, desk.visit.today().to_string());
    let answers = typed.unwrap_or(&first);
    let ask = Ask { words, answers };
    let version = answers.first(VERSION).map(str::to_owned);
    let version = version.unwrap_or_else(|| minutes.saved().to_string());
    let none = (String::new(), words.get("minutes-no-decision"));
    let option = |one: &Decision| (one.decision.number.to_string(), named(words, one));
    let options = sitting.decisions.iter().map(option);
    let sure = Choice {
        value: "oui".to_owned(),
        label: words.get("minutes-sur-oui"),
        hint: String::new(),
        chosen: answers.has(SURE, "oui"),
    };
    Some(Form {
        id: "approuver",
        title: Some(words.get("minutes-approve")),
        action: format!("{}/approuver", sitting.address()),
        faults: faults(words, answers),
        fields: vec![
            Field::Hidden(VERSION.to_owned(), version),
            ask.day(APPROVED),
            ask.select(BY, std::iter::once(none).chain(options)),
            ask.choices(SURE, false, vec![sure]),
        ],
        submit: words.get("minutes-approve-submit"),
        plain: false,
    })
}
