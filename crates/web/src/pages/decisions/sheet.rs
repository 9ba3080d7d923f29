//! The page of minutes: the text to write, beside the one that somebody saved meanwhile; what it becomes; its approval.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use portulan_app::minutes::written;
use portulan_i18n::{Words, date};
use portulan_model::governance::{Decision, MeetingState, Minutes};

use super::minutes::Sitting;
use super::{TAB, new_of};
use crate::auth::Desk;
use crate::pages::editing::answers::Answers;
use crate::pages::markdown::Html;
use crate::pages::page::{Page, html, html_form};
use crate::pages::parts::{Ask, Choice, Field, Form};
use crate::pages::typed::faults;

/// The text.
pub(super) const TEXT: &str = "minutes-texte";
/// How often it had been saved when the form was opened.
pub(super) const VERSION: &str = "version";
/// The day on which it is approved.
pub(super) const APPROVED: &str = "minutes-approuve-le";
/// The decision that approves it.
pub(super) const BY: &str = "minutes-decision";
/// Whether one is sure.
pub(super) const SURE: &str = "minutes-sur";
/// The level of the title above the text.
const ABOVE: u8 = 2;

/// What was typed.
#[derive(Default)]
pub(super) struct Typed {
    text: Option<(String, u32)>,
    /// What somebody else saved meanwhile.
    standing: Option<Minutes>,
    pub(super) wrong: Option<String>,
    /// Whether it is to be seen.
    pub(super) looks: bool,
    /// Whether it can be saved no more.
    pub(super) lost: bool,
    approving: Option<Answers>,
}

impl Typed {
    pub(super) fn of(text: String, version: u32) -> Self {
        Self {
            text: Some((text, version)),
            ..Self::default()
        }
    }

    pub(super) fn approving(answers: Answers) -> Self {
        Self {
            approving: Some(answers),
            ..Self::default()
        }
    }

    /// Somebody saved another text: what is typed is weighed against it from now on.
    pub(super) fn meanwhile(&mut self, standing: Minutes) {
        if let Some((_, version)) = &mut self.text {
            *version = standing.saved();
        }
        self.standing = Some(standing);
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

/// The form of the text.
struct Writing {
    action: String,
    version: u32,
    text: String,
    saved: String,
    wrong: Option<String>,
    /// Whether what is typed is only looked at.
    unsaved: bool,
    /// What stands: when it was saved, and its text.
    standing: Option<(String, String)>,
}

/// The page.
pub(super) fn page(desk: &Desk, sitting: &Sitting, typed: Typed) -> Response {
    let (words, meeting) = (desk.words(), &sitting.meeting);
    let holds = sitting.at.holds(desk).is_ok();
    let open = holds && matches!(meeting.state, MeetingState::Held { .. });
    let clashes = typed.standing.is_some();
    let answers = typed.approving.as_ref();
    let wrong = typed.wrong.is_some() || answers.is_some_and(|one| one.faults() > 0);
    let day = date(desk.visit.lang, meeting.day());
    let title = [("title", meeting.title.as_str().into())];
    let template = MinutesPage {
        page: desk.page(words.with("minutes-title", &title), TAB),
        crumbs: sitting.at.crumbs(desk),
        lead: words.with("minutes-held-on", &[("date", day.into())]),
        ways: ways(desk, sitting, holds),
        notice: notice(desk, sitting, clashes),
        decisions: decided(desk, sitting),
        lost: lost(&typed),
        text: shown(words, sitting, &typed, open),
        // What is typed and not saved would be left out.
        approval: (open && typed.text.is_none())
            .then(|| approval(desk, sitting, answers))
            .flatten(),
        form: open.then(|| writing(desk, sitting, typed)),
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
    let (text, _) = typed.text.as_ref()?;
    typed.lost.then(|| text.clone())
}

/// What is read: the text that is typed where one asks to see it, the one that stands where one does not write.
fn shown(words: Words, sitting: &Sitting, typed: &Typed, open: bool) -> Option<(String, Html)> {
    match &typed.text {
        Some((text, _)) if typed.looks => {
            let title = words.get("minutes-preview");
            return Some((title, Html::of(text, ABOVE)));
        }
        _ if open => return None,
        _ => {}
    }
    let minutes = written(&sitting.meeting)?;
    let title = words.get(TEXT);
    (!minutes.is_empty()).then(|| (title, Html::of(minutes.text(), ABOVE)))
}

fn writing(desk: &Desk, sitting: &Sitting, typed: Typed) -> Writing {
    let words = desk.words();
    let known = written(&sitting.meeting).cloned().unwrap_or_default();
    let (text, version) = typed
        .text
        .unwrap_or_else(|| (known.text().to_owned(), known.saved()));
    let when = |at: DateTime<Utc>| [("when", desk.visit.instant(at).into())];
    let last = known.last().map(|(_, at)| *at);
    Writing {
        action: sitting.address(),
        version,
        text,
        saved: last.map_or_else(
            || words.get("minutes-never-saved"),
            |at| words.with("minutes-last-saved", &when(at)),
        ),
        wrong: typed.wrong,
        unsaved: typed.looks,
        standing: typed.standing.map(|one| {
            let at = one.last().map(|(_, at)| *at).unwrap_or_default();
            (
                words.with("minutes-standing", &when(at)),
                one.text().to_owned(),
            )
        }),
    }
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
