//! `/espace/gouvernances/<slug>/reunions/<reunion>`: where a meeting is at, and for those who lead its body what may be done
//! now. What is wrong comes back in the form where it was typed.

use askama::Template;
use axum::extract::{Form, Path};
use axum::response::Response;
use chrono_tz::Europe::Paris;
use portulan_app::meetings::{self, Plan, committees};
use portulan_app::minutes;
use portulan_i18n::{date, time};
use portulan_model::governance::{Body, Committee, Meeting, MeetingState};

use super::agenda::{self, PointView, Row};
use super::attendance::{self, Presences, Seat};
use super::typed::{Typed, Which, fields, fill, plan};
use super::{Led, TAB, at_desk, body, convene, leads, reads, told};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::decisions::minutes_of;
use crate::pages::editing::answers::Answers;
use crate::pages::page::{Page, html_form};
// The template draws forms by the shared macros, which name the kinds of fields.
use crate::pages::parts::{self, Field};
use crate::pages::typed::faults;
use portulan_policy::actions::HoldMeetings;

#[derive(Template)]
#[template(path = "meetings/one.html")]
struct OnePage {
    page: Page,
    crumbs: Vec<(String, String)>,
    wrong: Option<String>,
    state: String,
    facts: Vec<(String, String)>,
    calendar: String,
    /// Its minutes, once it was held.
    minutes: Option<String>,
    here: String,
    points: Vec<PointView>,
    presences: Option<Presences>,
    lead: Option<Lead>,
}

/// What those who lead the body may do.
struct Lead {
    agenda: Option<AgendaForm>,
    document: Option<DocumentForm>,
    convene: Option<parts::Form>,
    /// Members whom no mail reaches.
    unreached: Option<String>,
    attendance: Option<AttendanceForm>,
    describe: parts::Form,
    cancel: Option<parts::Form>,
}

struct AgendaForm {
    rows: Vec<Row>,
    seen: String,
    faults: Option<String>,
}

struct DocumentForm {
    points: Vec<(String, String, bool)>,
    wrong: Option<String>,
}

struct AttendanceForm {
    seats: Vec<Seat>,
    seen: String,
    faults: Option<String>,
    /// Said already: it is set right.
    again: bool,
}

/// `GET /espace/gouvernances/{slug}/reunions/{reunion}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, meeting)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    let id = named(&meeting)?;
    let may = reads(&desk, &body)?;
    let meeting = meetings::find(desk.app(), &may, (&body.slug, id)).await?;
    page(&desk, (&body, &meeting), &Typed::default()).await
}

/// `POST /espace/gouvernances/{slug}/reunions/{reunion}`.
pub(super) async fn describe(
    desk: Desk,
    Path((slug, meeting)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let led = Led::open(desk, &slug, &meeting)?;
    let read = reads(&led.desk, &led.body)?;
    let known = committees::of(led.desk.app(), &read, &led.body.slug).await?;
    let meeting = led.meeting().await?;
    let mut answers = Answers::of(pairs);
    let seen = answers.before::<Meeting>();
    let seen = Plan::from(seen.as_ref().unwrap_or(&meeting));
    let Some(plan) = plan(&led.desk, &mut answers, &known) else {
        return led.again(Typed::of(Which::Describe, answers)).await;
    };
    let changed = meetings::change(led.desk.app(), &led.may, led.at(), (&seen, plan)).await;
    led.answered(
        changed,
        "meetings-saved",
        Typed::of(Which::Describe, answers),
    )
    .await
}

impl Led {
    /// The page again, with what was typed.
    pub(super) async fn again(&self, typed: Typed) -> Result<Response, Refused> {
        let meeting = self.meeting().await?;
        page(&self.desk, (&self.body, &meeting), &typed).await
    }

    /// Where it was done, back to the page; where it was not, the page with what was typed.
    pub(super) async fn answered(
        &self,
        outcome: Result<(), meetings::MeetingError>,
        note: &str,
        typed: Typed,
    ) -> Result<Response, Refused> {
        match outcome {
            Ok(()) => Ok(done(&self.here(), note)),
            Err(error) => {
                let wrong = self.desk.words().get(told(error)?);
                self.again(typed.but(wrong)).await
            }
        }
    }
}

/// "10 décembre 2026, de 9 h 30 à 11 h", or the day alone.
pub(super) fn when(desk: &Desk, meeting: &Meeting) -> String {
    let lang = desk.visit.lang;
    let Some(convocation) = meeting.convocation() else {
        return date(lang, meeting.day());
    };
    let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&Paris).naive_local();
    let (begins, ends) = (local(convocation.begins), local(convocation.ends));
    let hours = [
        ("date", date(lang, begins.date()).into()),
        ("from", time(lang, begins.time()).into()),
        ("to", time(lang, ends.time()).into()),
    ];
    desk.words().with("meetings-when", &hours)
}

async fn page(
    desk: &Desk,
    (body, meeting): (&Body, &Meeting),
    typed: &Typed,
) -> Result<Response, Refused> {
    let words = desk.words();
    let read = reads(desk, body)?;
    let known = committees::of(desk.app(), &read, &body.slug).await?;
    let here = at_desk(&body.slug, meeting.id, "");
    let template = OnePage {
        page: desk.page(meeting.title.clone(), TAB),
        crumbs: vec![
            (
                desk.visit.link(&addresses::body_desk(&body.slug, "")),
                body.name.clone(),
            ),
            (
                desk.visit
                    .link(&addresses::body_desk(&body.slug, "reunions")),
                words.get("meetings-title"),
            ),
        ],
        wrong: typed.wrong.clone(),
        state: words.get(&format!("meetings-told-{}", meeting.state.word())),
        facts: facts(desk, meeting, &known),
        calendar: format!("{here}/calendrier.ics"),
        points: agenda::view(desk, meeting, &here),
        presences: attendance::view(desk, meeting),
        lead: lead(desk, (body, meeting), &known, typed).await?,
        minutes: minutes::written(meeting)
            .map(|_| desk.visit.link(&minutes_of(&body.slug, meeting.id))),
        here,
    };
    Ok(html_form(typed.is_wrong(), &template))
}

fn facts(desk: &Desk, meeting: &Meeting, known: &[Committee]) -> Vec<(String, String)> {
    let words = desk.words();
    let mut facts = vec![(words.get("meetings-fact-when"), when(desk, meeting))];
    let convocation = meeting.convocation();
    let place = convocation.and_then(|one| meetings::place(&desk.visit.directory, one));
    if convocation.is_some() {
        let place = place.unwrap_or_else(|| words.get("not-known"));
        facts.push((words.get("meetings-fact-where"), place));
    }
    let committee = meeting.committee;
    if let Some(one) = committee.and_then(|id| known.iter().find(|one| one.id == id)) {
        facts.push((words.get("meetings-fact-committee"), one.name.clone()));
    }
    let shown = if meeting.public {
        "meetings-shown-public"
    } else {
        "meetings-shown-members"
    };
    facts.push((words.get("meetings-fact-shown"), words.get(shown)));
    if let MeetingState::Convened { sent, .. } = &meeting.state {
        facts.push((words.get("meetings-fact-sent"), desk.instant(*sent)));
    }
    if let MeetingState::Cancelled { reason, .. } = &meeting.state {
        facts.push((words.get("meetings-fact-reason"), reason.clone()));
    }
    facts
}

async fn lead(
    desk: &Desk,
    (body, meeting): (&Body, &Meeting),
    known: &[Committee],
    typed: &Typed,
) -> Result<Option<Lead>, Refused> {
    let Ok(may) = leads::<HoldMeetings>(desk, body) else {
        return Ok(None);
    };
    let read = reads(desk, body)?;
    let at = (&body.slug, meeting.id);
    let open = meeting.is_open();
    let ahead = meeting.is_ahead(desk.visit.today());
    let unreached = if ahead {
        let reach = meetings::reach(desk.app(), (&may, &read), at).await?;
        convene::unreached(desk, &reach)
    } else {
        None
    };
    let day = meeting.day();
    let members = meetings::members_on(desk.app(), &read, &body.slug, day).await?;
    let here = at_desk(&body.slug, meeting.id, "");
    Ok(Some(Lead {
        agenda: open.then(|| agenda_form(desk, meeting, typed)),
        document: document_form(desk, meeting, typed),
        convene: open.then(|| convene::form(desk, (meeting, &here), typed)),
        unreached,
        attendance: attendance_form(desk, meeting, (&members, typed)),
        describe: describe_form(desk, (meeting, &here), (known, typed)),
        cancel: open.then(|| convene::cancel_form(desk, &here, typed)),
    }))
}

fn agenda_form(desk: &Desk, meeting: &Meeting, typed: &Typed) -> AgendaForm {
    let answers = typed.in_form(Which::Agenda);
    AgendaForm {
        rows: agenda::rows(desk, meeting, answers),
        seen: agenda::seen(meeting, answers),
        faults: answers.and_then(|answers| faults(desk.words(), answers)),
    }
}

/// Documents go with a point: there is none to give them to before the agenda is written.
fn document_form(desk: &Desk, meeting: &Meeting, typed: &Typed) -> Option<DocumentForm> {
    let held = matches!(meeting.state, MeetingState::Held { .. });
    if meeting.agenda.is_empty() || !(meeting.is_open() || held) {
        return None;
    }
    let answers = typed.in_form(Which::Document);
    let chosen = answers.map(|answers| answers.text(super::files::POINT));
    let points = meeting.agenda.iter().enumerate().map(|(rank, point)| {
        let value = format!("{rank}-{}", point.title);
        let words = desk.words().with(
            "meetings-point-named",
            &[
                ("n", (rank + 1).into()),
                ("title", point.title.as_str().into()),
            ],
        );
        let is = chosen == Some(value.as_str());
        (value, words, is)
    });
    Some(DocumentForm {
        points: points.collect(),
        wrong: answers.and_then(|answers| answers.wrong(super::shared::FILE)),
    })
}

/// Who was there is said once its hour has come, and set right until the minutes are approved.
fn attendance_form(
    desk: &Desk,
    meeting: &Meeting,
    (members, typed): (&[portulan_model::Slug], &Typed),
) -> Option<AttendanceForm> {
    let again = match &meeting.state {
        MeetingState::Convened { convocation, .. } if convocation.begins <= desk.visit.now => false,
        MeetingState::Held { .. } => true,
        _ => return None,
    };
    let answers = typed.in_form(Which::Attendance);
    Some(AttendanceForm {
        seats: attendance::seats(desk, meeting, (members, answers)),
        seen: attendance::seen(meeting, answers),
        faults: answers.and_then(|answers| faults(desk.words(), answers)),
        again,
    })
}

fn describe_form(
    desk: &Desk,
    (meeting, here): (&Meeting, &str),
    (known, typed): (&[Committee], &Typed),
) -> parts::Form {
    let words = desk.words();
    let mut fresh = Answers::default();
    fill(&mut fresh, &Plan::from(meeting));
    let answers = typed.in_form(Which::Describe).unwrap_or(&fresh);
    let planned = matches!(meeting.state, MeetingState::Planned { .. });
    let mut fields = fields(desk, answers, known, planned);
    let seen = answers.first("lu").map(str::to_owned);
    let now = || serde_json::to_string(&slim(meeting)).unwrap_or_default();
    fields.push(Field::Hidden("lu".to_owned(), seen.unwrap_or_else(now)));
    parts::Form {
        id: "decrire",
        title: None,
        action: here.to_owned(),
        faults: faults(words, answers),
        fields,
        submit: words.get("desk-save"),
        plain: false,
    }
}

/// What the form that describes a meeting sends back: neither its agenda, nor its minutes.
fn slim(meeting: &Meeting) -> Meeting {
    Meeting {
        agenda: Vec::new(),
        public: meeting.public,
        state: MeetingState::Planned { on: meeting.day() },
        ..meeting.clone()
    }
}
