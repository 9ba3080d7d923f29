//! The convocation of a meeting: its hour and its place; once more where they change; and its cancellation.

use axum::extract::{Form, Path};
use axum::response::Response;
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Paris;
use portulan_app::meetings::{self, Call, MeetingError, Reach};
use portulan_i18n::listed;
use portulan_model::governance::{Convocation, Meeting};

use super::Led;
use super::typed::{Typed, Which, hour, instant};
use crate::auth::{Desk, Refused};
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{self, Ask, Field};
use crate::pages::typed::{NAME_CHARS, Reading, faults, organisation_name, place_name};

const DAY: &str = "convoc-jour";
const BEGINS: &str = "convoc-debut";
const ENDS: &str = "convoc-fin";
const PLACE: &str = "convoc-lieu";
const ROOM: &str = "convoc-salle";
/// How many times members had been told when the form was opened.
const SEEN: &str = "fois";
const REASON: &str = "annulation-motif";

type Pairs = Vec<(String, String)>;

/// `POST …/convocation`.
pub(super) async fn convene(
    desk: Desk,
    Path((slug, meeting)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let led = Led::open(desk, &slug, &meeting)?;
    let mut answers = Answers::of(pairs);
    let seen = answers.text(SEEN).parse().unwrap_or_default();
    let Some(convocation) = read(&led.desk, &mut answers) else {
        return led.again(Typed::of(Which::Convene, answers)).await;
    };
    let call = Call { convocation, seen };
    let convened = meetings::convene(led.desk.app(), &led.may, led.at(), call).await;
    let field = match &convened {
        Err(MeetingError::Backwards) => Some((ENDS, "meetings-wrong-backwards")),
        Err(MeetingError::NoPlace) => Some((PLACE, "meetings-wrong-place")),
        _ => None,
    };
    if let Some((field, wrong)) = field {
        answers.fault(field, led.desk.words().get(wrong));
        return led.again(Typed::of(Which::Convene, answers)).await;
    }
    let typed = Typed::of(Which::Convene, answers);
    led.answered(convened, "meetings-convened", typed).await
}

/// `POST …/annulation`.
pub(super) async fn cancel(
    desk: Desk,
    Path((slug, meeting)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let led = Led::open(desk, &slug, &meeting)?;
    let mut answers = Answers::of(pairs);
    let mut reading = Reading::of(&led.desk, &mut answers);
    let Some(reason) = reading.line(REASON, NAME_CHARS) else {
        reading.fault(REASON, "meetings-wrong-missing");
        return led.again(Typed::of(Which::Cancel, answers)).await;
    };
    let typed = Typed::of(Which::Cancel, answers);
    if typed.is_wrong() {
        return led.again(typed).await;
    }
    let cancelled = meetings::cancel(led.desk.app(), &led.may, led.at(), reason).await;
    led.answered(cancelled, "meetings-cancelled", typed).await
}

/// The form of the convocation: once sent, it is sent again.
pub(super) fn form(desk: &Desk, (meeting, here): (&Meeting, &str), typed: &Typed) -> parts::Form {
    let words = desk.words();
    let fresh = filled(desk, meeting);
    let answers = typed.in_form(Which::Convene).unwrap_or(&fresh);
    let ask = Ask { words, answers };
    let again = meeting.convocation().is_some();
    let (title, submit) = if again {
        ("meetings-convene-again", "meetings-convene-again-do")
    } else {
        ("meetings-convene", "meetings-convene-do")
    };
    let note = if meeting.is_ahead(desk.visit.today()) {
        "meetings-convene-note"
    } else {
        "meetings-convene-past"
    };
    parts::Form {
        id: "convocation",
        title: Some(words.get(title)),
        action: format!("{here}/convocation"),
        faults: faults(words, answers),
        fields: vec![
            Field::Note(words.get(note)),
            ask.day(DAY),
            ask.text(BEGINS, "time"),
            ask.text(ENDS, "time"),
            ask.text(PLACE, "text"),
            ask.text(ROOM, "text"),
            Field::Hidden(SEEN.to_owned(), answers.text(SEEN).to_owned()),
        ],
        submit: words.get(submit),
        plain: false,
    }
}

pub(super) fn cancel_form(desk: &Desk, here: &str, typed: &Typed) -> parts::Form {
    let words = desk.words();
    let blank = Answers::default();
    let answers = typed.in_form(Which::Cancel).unwrap_or(&blank);
    let ask = Ask { words, answers };
    parts::Form {
        id: "annulation",
        title: None,
        action: format!("{here}/annulation"),
        faults: faults(words, answers),
        fields: vec![ask.text(REASON, "text")],
        submit: words.get("meetings-cancel-do"),
        plain: true,
    }
}

/// Whom no mail reaches: they are told otherwise.
pub(super) fn unreached(desk: &Desk, reach: &[Reach]) -> Option<String> {
    let others = reach.iter().filter(|one| !one.by_mail);
    let directory = &desk.visit.directory;
    let mut names: Vec<String> = others
        .map(|one| organisation_name(directory, &one.organisation))
        .collect();
    if names.is_empty() {
        return None;
    }
    names.sort_by_cached_key(|name| portulan_text::fold(name));
    let told = [
        ("n", names.len().into()),
        ("names", listed(desk.visit.lang, names).into()),
    ];
    Some(desk.words().with("meetings-unreached", &told))
}

fn filled(desk: &Desk, meeting: &Meeting) -> Answers {
    let mut answers = Answers::default();
    answers.put(SEEN, meeting.told.to_string());
    let Some(convocation) = meeting.convocation() else {
        answers.put(DAY, meeting.day().to_string());
        return answers;
    };
    let local = |at: DateTime<Utc>| at.with_timezone(&Paris).naive_local();
    let (begins, ends) = (local(convocation.begins), local(convocation.ends));
    answers.put(DAY, begins.date().to_string());
    answers.put(BEGINS, begins.format("%H:%M").to_string());
    answers.put(ENDS, ends.format("%H:%M").to_string());
    let place = convocation.place;
    let place = place.map(|id| place_name(&desk.visit.directory, id));
    answers.put(PLACE, place.unwrap_or_default());
    answers.put(ROOM, convocation.room.clone().unwrap_or_default());
    answers
}

/// What is typed; nothing where something of it is wrong.
fn read(desk: &Desk, answers: &mut Answers) -> Option<Convocation> {
    let mut reading = Reading::of(desk, answers);
    let day = reading.needed_day(DAY);
    let mut at = |field: &str| {
        let text = reading.answers.text(field).to_owned();
        let found = hour(&text).zip(day);
        let found = found.and_then(|(time, day)| instant(day, time));
        if found.is_none() && (day.is_some() || hour(&text).is_none()) {
            reading.fault(field, "meetings-wrong-hour");
        }
        found
    };
    let (begins, ends) = (at(BEGINS), at(ENDS));
    let named = !reading.answers.text(PLACE).is_empty();
    let place = if named { reading.place(PLACE) } else { None };
    let room = reading.line(ROOM, NAME_CHARS);
    if !named && room.is_none() {
        reading.fault(ROOM, "meetings-wrong-where");
    }
    let convocation = Convocation {
        begins: begins?,
        ends: ends?,
        place,
        room,
    };
    (answers.faults() == 0).then_some(convocation)
}
