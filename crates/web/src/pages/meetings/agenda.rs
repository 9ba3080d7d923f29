//! The agenda of a meeting: its points in order, each with the minutes that are meant for it and what is to be read before.
//! A point is moved by its number, taken away by emptying its line.

use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::meetings::{self, Point};
use portulan_model::governance::{AgendaItem, Meeting, MeetingState};
use portulan_policy::actions::HoldMeetings;

use super::typed::{Typed, Which};
use super::{Led, leads};
use crate::auth::{Desk, Refused};
use crate::pages::bodies;
use crate::pages::editing::answers::Answers;
use crate::pages::typed::{NAME_CHARS, Reading};

/// Empty lines offered under the points.
const BLANK: usize = 3;
/// Most lines of an agenda that are read.
const MOST: usize = 60;

/// A point, as it is read.
pub(super) struct PointView {
    pub(super) title: String,
    pub(super) minutes: Option<String>,
    pub(super) documents: Vec<DocumentView>,
}

pub(super) struct DocumentView {
    pub(super) address: String,
    pub(super) words: String,
    /// Where it is taken away, and the words of the button.
    pub(super) remove: Option<(String, String)>,
}

/// A line of the form.
pub(super) struct Row {
    pub(super) legend: String,
    pub(super) order: Cell,
    pub(super) title: Cell,
    pub(super) minutes: Cell,
    /// Name and value of the rank that the point had.
    pub(super) was: Option<(String, usize)>,
}

/// A field of a line.
pub(super) struct Cell {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) wrong: Option<String>,
}

/// `POST …/ordre-du-jour`.
pub(super) async fn save(
    desk: Desk,
    Path((slug, meeting)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let led = Led::open(desk, &slug, &meeting)?;
    let meeting = led.meeting().await?;
    let mut answers = Answers::of(pairs);
    let seen = answers.before::<Vec<AgendaItem>>();
    let seen = seen.unwrap_or_else(|| meeting.agenda.clone());
    let Some(points) = read(&led.desk, &mut answers) else {
        return led.again(Typed::of(Which::Agenda, answers)).await;
    };
    let saved = meetings::agenda(led.desk.app(), &led.may, led.at(), (&seen, points)).await;
    led.answered(saved, "meetings-saved", Typed::of(Which::Agenda, answers))
        .await
}

/// The points as their members read them.
pub(super) fn view(desk: &Desk, meeting: &Meeting, here: &str) -> Vec<PointView> {
    let words = desk.words();
    let body = bodies::body(desk, meeting.body.as_str());
    let held = matches!(meeting.state, MeetingState::Held { .. });
    let removes = (meeting.is_open() || held)
        && body.is_ok_and(|body| leads::<HoldMeetings>(desk, body).is_ok());
    let document = |file: &portulan_model::governance::Attachment| {
        let address = format!("{here}/documents/{}", file.id);
        let told = [("name", file.name.as_str().into())];
        DocumentView {
            words: words.with("bodies-download", &told),
            remove: removes.then(|| {
                let words = words.with("meetings-document-remove", &told);
                (format!("{address}/retirer"), words)
            }),
            address,
        }
    };
    let point = |item: &AgendaItem| PointView {
        title: item.title.clone(),
        minutes: item
            .minutes
            .map(|n| words.with("meetings-minutes", &[("n", u32::from(n).into())])),
        documents: item.documents.iter().map(document).collect(),
    };
    meeting.agenda.iter().map(point).collect()
}

/// What was there when the form was opened.
pub(super) fn seen(meeting: &Meeting, answers: Option<&Answers>) -> String {
    let typed = answers.and_then(|answers| answers.first("lu"));
    let now = || serde_json::to_string(&meeting.agenda).unwrap_or_default();
    typed.map_or_else(now, str::to_owned)
}

/// The lines of the form: what was typed, or the points, with some empty ones.
pub(super) fn rows(desk: &Desk, meeting: &Meeting, answers: Option<&Answers>) -> Vec<Row> {
    let filled = filled(meeting);
    let answers = answers.unwrap_or(&filled);
    let given = (0..MOST).take_while(|n| answers.first(&name(*n, "titre")).is_some());
    let legend = |n: usize| {
        let told = [("n", (n + 1).into())];
        desk.words().with("meetings-point", &told)
    };
    given
        .map(|n| Row {
            legend: legend(n),
            order: cell(answers, n, "ordre"),
            title: cell(answers, n, "titre"),
            minutes: cell(answers, n, "duree"),
            was: was(answers, n).map(|rank| (name(n, "etait"), rank)),
        })
        .collect()
}

fn name(n: usize, part: &str) -> String {
    format!("point-{n}-{part}")
}

fn cell(answers: &Answers, n: usize, part: &str) -> Cell {
    let name = name(n, part);
    Cell {
        value: answers.first(&name).unwrap_or_default().to_owned(),
        wrong: answers.wrong(&name),
        name,
    }
}

fn was(answers: &Answers, n: usize) -> Option<usize> {
    answers.text(&name(n, "etait")).parse().ok()
}

fn filled(meeting: &Meeting) -> Answers {
    let mut answers = Answers::default();
    let points = meeting.agenda.iter().map(Some);
    let blank = std::iter::repeat_n(None, BLANK);
    for (n, point) in points.chain(blank).enumerate() {
        answers.put(&name(n, "ordre"), (n + 1).to_string());
        let title = point.map(|item| item.title.clone());
        answers.put(&name(n, "titre"), title.unwrap_or_default());
        let minutes = point.and_then(|item| item.minutes);
        let minutes = minutes.map(|minutes| minutes.to_string());
        answers.put(&name(n, "duree"), minutes.unwrap_or_default());
        if point.is_some() {
            answers.put(&name(n, "etait"), n.to_string());
        }
    }
    answers
}

/// The points that are typed, in the order of their numbers; nothing where something of them is wrong.
fn read(desk: &Desk, answers: &mut Answers) -> Option<Vec<Point>> {
    let mut points: Vec<(u32, Point)> = Vec::new();
    for n in 0..MOST {
        if answers.first(&name(n, "titre")).is_none() {
            break;
        }
        let was = was(answers, n);
        let mut reading = Reading::of(desk, answers);
        let title = reading.line(&name(n, "titre"), NAME_CHARS);
        let minutes = whole::<u16>(&mut reading, &name(n, "duree"));
        let order = whole::<u32>(&mut reading, &name(n, "ordre"));
        let Some(title) = title else {
            continue;
        };
        let point = Point {
            was,
            title,
            minutes: minutes.filter(|minutes| *minutes > 0),
        };
        points.push((order.unwrap_or(u32::MAX), point));
    }
    points.sort_by_key(|(order, _)| *order);
    let points = points.into_iter().map(|(_, point)| point);
    (answers.faults() == 0).then(|| points.collect())
}

/// A whole number; none where nothing is typed.
fn whole<T: std::str::FromStr>(reading: &mut Reading<'_>, field: &str) -> Option<T> {
    let text = reading.answers.text(field).to_owned();
    let number = text.parse().ok();
    if number.is_none() && !text.is_empty() {
        reading.fault(field, "meetings-wrong-number");
    }
    number
}
