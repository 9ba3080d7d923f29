//! Who was at a meeting: one line for each member of its day, with what it was and who bore its voice.

use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::meetings::{self, MeetingError};
use portulan_i18n::Words;
use portulan_model::Slug;
use portulan_model::governance::{Attendance, AttendanceError, Meeting, Presence};

use super::typed::{Typed, Which};
use super::{Led, reads};
use crate::auth::{Desk, Refused};
use crate::pages::editing::answers::Answers;
use crate::pages::typed::organisation_name;

const PRESENT: &str = "present";
const REPRESENTED: &str = "represente";
const EXCUSED: &str = "excuse";
const ABSENT: &str = "absent";
/// What a member may have been; the first where nothing was said.
const WAS: [&str; 4] = [ABSENT, PRESENT, REPRESENTED, EXCUSED];

/// Who was there, as it is read.
pub(super) struct Presences {
    pub(super) voices: String,
    /// Member, what it was.
    pub(super) rows: Vec<(String, String)>,
}

/// A line of the form.
pub(super) struct Seat {
    pub(super) member: String,
    pub(super) presence: Choice,
    pub(super) proxy: Choice,
}

/// One of some answers.
pub(super) struct Choice {
    pub(super) name: String,
    pub(super) options: Vec<(String, String, bool)>,
    pub(super) wrong: Option<String>,
}

/// `POST …/presences`.
pub(super) async fn save(
    desk: Desk,
    Path((slug, meeting)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let led = Led::open(desk, &slug, &meeting)?;
    let meeting = led.meeting().await?;
    let read = reads(&led.desk, &led.body)?;
    let app = led.desk.app();
    let members = meetings::members_on(app, &read, &led.body.slug, meeting.day()).await?;
    let mut answers = Answers::of(pairs);
    let words = led.desk.words();
    let seen = answers.before::<Option<Attendance>>().unwrap_or_default();
    let Some(lines) = lines(words, &mut answers, &members) else {
        return led.again(Typed::of(Which::Attendance, answers)).await;
    };
    let held = meetings::hold(app, &led.may, led.at(), (seen.as_ref(), lines)).await;
    if let Err(MeetingError::Attendance(error)) = &held
        && beside(words, &mut answers, (&members, error))
    {
        return led.again(Typed::of(Which::Attendance, answers)).await;
    }
    let typed = Typed::of(Which::Attendance, answers);
    led.answered(held, "meetings-held", typed).await
}

/// Who was there; nothing before it was held.
pub(super) fn view(desk: &Desk, meeting: &Meeting) -> Option<Presences> {
    let (words, directory) = (desk.words(), &desk.visit.directory);
    let attendance = meeting.attendance()?;
    let row = |(member, presence): &(Slug, Presence)| {
        let what = match presence {
            Presence::Represented { by } => {
                let by = organisation_name(directory, by);
                words.with("meetings-was-represente-by", &[("name", by.into())])
            }
            other => words.get(&format!("meetings-was-{}", word(other))),
        };
        (organisation_name(directory, member), what)
    };
    let mut rows: Vec<(String, String)> = attendance.lines().map(row).collect();
    rows.sort_by_cached_key(|(name, _)| portulan_text::fold(name));
    let told = [("n", attendance.voices().into())];
    Some(Presences {
        voices: words.with("meetings-voices", &told),
        rows,
    })
}

/// What was there when the form was opened.
pub(super) fn seen(meeting: &Meeting, answers: Option<&Answers>) -> String {
    let typed = answers.and_then(|answers| answers.first("lu"));
    let now = || serde_json::to_string(&meeting.attendance()).unwrap_or_default();
    typed.map_or_else(now, str::to_owned)
}

/// The lines of the form, by name: what was typed, or what was said.
pub(super) fn seats(
    desk: &Desk,
    meeting: &Meeting,
    (members, answers): (&[Slug], Option<&Answers>),
) -> Vec<Seat> {
    let filled = filled(meeting);
    let answers = answers.unwrap_or(&filled);
    let mut named: Vec<(String, &Slug)> = members
        .iter()
        .map(|slug| (organisation_name(&desk.visit.directory, slug), slug))
        .collect();
    named.sort_by_cached_key(|(name, _)| portulan_text::fold(name));
    let seat = |(member, slug): &(String, &Slug)| Seat {
        member: member.clone(),
        presence: presence(desk.words(), answers, slug),
        proxy: proxy(desk.words(), answers, (slug, &named)),
    };
    named.iter().map(seat).collect()
}

fn presence(words: Words, answers: &Answers, slug: &Slug) -> Choice {
    let name = was(slug);
    let given = answers.text(&name);
    let option = |value: &str| {
        let shown = words.get(&format!("meetings-was-{value}"));
        (value.to_owned(), shown, value == given)
    };
    Choice {
        options: WAS.into_iter().map(option).collect(),
        wrong: answers.wrong(&name),
        name,
    }
}

fn proxy(words: Words, answers: &Answers, (slug, all): (&Slug, &[(String, &Slug)])) -> Choice {
    let name = by(slug);
    let given = answers.text(&name);
    let none = (String::new(), words.get("meetings-proxy-none"), false);
    let others = all.iter().filter(|(_, other)| *other != slug);
    let others = others.map(|(name, other)| {
        let is = other.as_str() == given;
        (other.to_string(), name.clone(), is)
    });
    Choice {
        options: std::iter::once(none).chain(others).collect(),
        wrong: answers.wrong(&name),
        name,
    }
}

fn was(slug: &Slug) -> String {
    format!("presence-{slug}")
}

fn by(slug: &Slug) -> String {
    format!("pouvoir-{slug}")
}

const fn word(presence: &Presence) -> &'static str {
    match presence {
        Presence::Present => PRESENT,
        Presence::Represented { .. } => REPRESENTED,
        Presence::Excused => EXCUSED,
        Presence::Absent => ABSENT,
    }
}

fn filled(meeting: &Meeting) -> Answers {
    let mut answers = Answers::default();
    let lines = meeting.attendance().into_iter().flat_map(Attendance::lines);
    for (member, presence) in lines {
        answers.put(&was(member), word(presence));
        if let Presence::Represented { by: bearer } = presence {
            answers.put(&by(member), bearer.as_str());
        }
    }
    answers
}

/// What is typed of each member; nothing where something of it is wrong.
fn lines(words: Words, answers: &mut Answers, members: &[Slug]) -> Option<Vec<(Slug, Presence)>> {
    let mut lines = Vec::with_capacity(members.len());
    for member in members {
        let bearer = answers.text(&by(member)).parse::<Slug>().ok();
        let presence = match (answers.text(&was(member)), bearer) {
            (REPRESENTED, Some(by)) => Presence::Represented { by },
            (REPRESENTED, None) => {
                answers.fault(by(member), words.get("meetings-wrong-proxy-missing"));
                continue;
            }
            (_, Some(_)) => {
                answers.fault(by(member), words.get("meetings-wrong-proxy-other"));
                continue;
            }
            (PRESENT, None) => Presence::Present,
            (EXCUSED, None) => Presence::Excused,
            _ => Presence::Absent,
        };
        lines.push((member.clone(), presence));
    }
    (answers.faults() == 0).then_some(lines)
}

/// Says what is wrong beside the members whose voice somebody bears; `false` where it is the fault of no line.
fn beside(
    words: Words,
    answers: &mut Answers,
    (members, error): (&[Slug], &AttendanceError),
) -> bool {
    let (bearer, id) = match error {
        AttendanceError::BearerAbsent(bearer) => (bearer, "meetings-wrong-bearer"),
        AttendanceError::TwoProxies(bearer) => (bearer, "meetings-wrong-proxies"),
        AttendanceError::NotAMember(_) | AttendanceError::Twice(_) => return false,
    };
    for member in members {
        if answers.text(&by(member)) == bearer.as_str() {
            answers.fault(by(member), words.get(id));
        }
    }
    answers.faults() > 0
}
