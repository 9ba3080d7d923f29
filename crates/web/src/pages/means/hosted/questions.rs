//! `…/appels/<appel>/questions`: what was asked about a call is answered once, for everybody. Nobody reads who asked.

use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::means::calls;
use portulan_i18n::{Words, date};
use portulan_model::means::calls::{Answered, Call};

use super::Pairs;
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::means::{Reached, TAB, told};
use crate::pages::parts::{Ask, Form as Sheet, Head, Line, Part, desk_page};
use crate::pages::typed::{Reading, faults};
use crate::pages::visit::Visit;

const QUESTION: &str = "appel-question";
const ANSWER: &str = "appel-reponse-donnee";

/// What was asked and answered, as everybody reads it.
pub(in crate::pages::means) fn answered(visit: &Visit, call: &Call) -> Vec<Part> {
    let words = Words::new(visit.lang);
    if call.answered.is_empty() {
        return Vec::new();
    }
    let line = |one: &Answered| Line {
        words: one.question.as_str().to_owned(),
        more: format!("{} ({})", one.answer.as_str(), date(visit.lang, one.on)),
        ..Line::default()
    };
    vec![
        Part::Title("questions", words.get("appel-questions")),
        Part::Lines(call.answered.iter().map(line).collect()),
    ]
}

/// `GET …/questions`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    at.manages(&desk)?;
    Ok(page(&desk, &at, &Answers::default()))
}

/// `POST …/questions`.
pub(super) async fn answer(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    let may = at.manages(&desk)?;
    let mut answers = Answers::of(pairs);
    let mut reading = Reading::of(&desk, &mut answers);
    let question = reading.prose(QUESTION);
    let answer = reading.prose(ANSWER);
    if question.is_none() {
        reading.fault(QUESTION, "appel-question-manque");
    }
    if answer.is_none() {
        reading.fault(ANSWER, "appel-reponse-manque");
    }
    let (Some(question), Some(answer)) = (question, answer) else {
        return Ok(page(&desk, &at, &answers));
    };
    match calls::answer(desk.app(), &may, at.slug(), (question, answer)).await {
        Ok(()) => Ok(done(&at.at("questions"), "appel-saved")),
        Err(error) => {
            answers.fault(QUESTION, told(&desk, error)?);
            Ok(page(&desk, &at, &answers))
        }
    }
}

fn page(desk: &Desk, at: &Reached, answers: &Answers) -> Response {
    let words = desk.words();
    let ask = Ask { words, answers };
    let mut parts = answered(&desk.visit, &at.prepared.call);
    if at.prepared.call.is_public() {
        parts.push(Part::Form(Sheet {
            id: "repondre",
            title: Some(words.get("appel-question-repondre")),
            action: at.at("questions"),
            faults: faults(words, answers),
            fields: vec![ask.area(QUESTION, 3), ask.area(ANSWER, 4)],
            submit: words.get("appel-question-publier"),
            plain: false,
        }));
    } else {
        parts.push(Part::Warning(words.get("appel-questions-brouillon")));
    }
    let head = Head {
        crumbs: at.crumbs(desk, true),
        lead: words.get("appel-questions-lead"),
    };
    desk_page(desk.page(words.get("appel-questions"), TAB), head, parts)
}
