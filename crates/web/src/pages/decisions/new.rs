//! `/espace/gouvernances/<slug>/decisions/nouvelle`: what a meeting decided is written down.

use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::decisions::{DecisionError, Refused as Wrong, Wish};
use portulan_app::{decisions, minutes, roadmaps};
use portulan_model::governance::Meeting;

use super::one::{BOUND, DUE, MEETING, OWNER, TEXT, TITLE};
use super::{Pairs, Reached, TAB, at_desk, decisions_of, words};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Choice, Field, Form as Sheet, Head, Part, desk_page};
use crate::pages::typed::{NAME_CHARS, Reading, faults, organisation_name};

/// `GET /espace/gouvernances/{slug}/decisions/nouvelle`.
pub(super) async fn blank(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug)?;
    at.holds(&desk)?;
    let mut answers = Answers::default();
    if let Some(meeting) = desk.visit.value("reunion") {
        answers.put(MEETING, meeting);
    }
    page(&desk, &at, &answers).await
}

/// `POST /espace/gouvernances/{slug}/decisions/nouvelle`.
pub(super) async fn create(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug)?;
    let may = at.holds(&desk)?;
    let mut answers = Answers::of(pairs);
    let wish = read(&desk, &mut answers);
    let Ok(meeting) = answers.text(MEETING).parse() else {
        answers.fault(MEETING, desk.words().get("decision-wrong-meeting"));
        return page(&desk, &at, &answers).await;
    };
    let Some(wish) = wish else {
        return page(&desk, &at, &answers).await;
    };
    match decisions::take(desk.app(), &may, meeting, wish).await {
        Ok(number) => {
            let there = at_desk(&at.body.slug, number);
            return Ok(done(&there, "decision-taken"));
        }
        Err(DecisionError::Refused(refused)) => fault(&desk, &mut answers, &refused),
        Err(DecisionError::Other(portulan_app::Error::NotFound(_))) => {
            answers.fault(MEETING, desk.words().get("decision-wrong-meeting"));
        }
        Err(DecisionError::Other(error)) => return Err(error.into()),
    }
    page(&desk, &at, &answers).await
}

/// Says why it may not be so, beside the field that is wrong.
pub(super) fn fault(desk: &Desk, answers: &mut Answers, refused: &Wrong) {
    let (field, id) = words::wrong(refused);
    // Among the boxes of those who are bound, nobody types a name.
    let field = if matches!(refused, Wrong::NotAMember(_)) {
        BOUND
    } else {
        field
    };
    answers.fault(field, desk.words().get(id));
}

/// What is typed; nothing where something of it is wrong.
pub(super) fn read(desk: &Desk, answers: &mut Answers) -> Option<Wish> {
    let bound: Vec<_> = answers.told(BOUND).map(str::parse).collect();
    let mut reading = Reading::of(desk, answers);
    let title = reading.line(TITLE, NAME_CHARS);
    if title.is_none() {
        reading.fault(TITLE, "decision-wrong-title");
    }
    let text = reading.prose(TEXT);
    let owner = reading.organisation(OWNER);
    let due = reading.day(DUE);
    if owner.is_none() && due.is_some() {
        reading.fault(OWNER, "decision-wrong-nobody");
    }
    let binds = bound.into_iter().collect::<Result<Vec<_>, _>>();
    if binds.is_err() {
        reading.fault(BOUND, "decision-wrong-member");
    }
    if answers.faults() > 0 {
        return None;
    }
    Some(Wish {
        title: title?,
        text,
        binds: binds.ok()?,
        follow_up: owner.map(|owner| (owner, due)),
    })
}

/// The fields of what was decided.
pub(super) fn fields(
    desk: &Desk,
    at: &Reached,
    day: chrono::NaiveDate,
    answers: &Answers,
) -> Vec<Field> {
    let words = desk.words();
    let ask = Ask { words, answers };
    let directory = &desk.visit.directory;
    let members = roadmaps::members(directory, &at.body.slug, day);
    let mut boxes: Vec<Choice> = members
        .map(|slug| Choice {
            value: slug.to_string(),
            label: organisation_name(directory, slug),
            hint: String::new(),
            chosen: answers.has(BOUND, slug.as_str()),
        })
        .collect();
    boxes.sort_by_cached_key(|one| portulan_text::fold(&one.label));
    let mut fields = vec![ask.text(TITLE, "text"), ask.area(TEXT, 4)];
    if !boxes.is_empty() {
        fields.push(ask.choices(BOUND, false, boxes));
    }
    fields.extend([ask.text(OWNER, "text"), ask.day(DUE)]);
    fields
}

async fn page(desk: &Desk, at: &Reached, answers: &Answers) -> Result<Response, Refused> {
    let words = desk.words();
    let held = minutes::held(desk.app(), &at.read).await?;
    let option = |one: &Meeting| (one.id.to_string(), words::meeting(desk.visit.lang, one));
    let meetings = held.iter().map(option);
    let mut fields_of = vec![Ask { words, answers }.select(MEETING, meetings)];
    fields_of.extend(fields(desk, at, desk.visit.today(), answers));
    let form = Part::Form(Sheet {
        id: "decision",
        title: None,
        action: format!("{}/nouvelle", decisions_of(&at.body.slug)),
        faults: faults(words, answers),
        fields: fields_of,
        submit: words.get("decision-take"),
        plain: false,
    });
    let parts = if held.is_empty() {
        vec![Part::Text(words.get("decisions-no-meeting"))]
    } else {
        vec![form]
    };
    let head = Head {
        crumbs: at.crumbs(desk),
        lead: words.get("decision-new-lead"),
    };
    Ok(desk_page(
        desk.page(words.get("decision-new"), TAB),
        head,
        parts,
    ))
}
