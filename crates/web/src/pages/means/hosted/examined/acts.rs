//! What those who examine say of an application, each on a form of its own: a finding, points, a conflict, a note.

use std::collections::BTreeMap;

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::means::examination::{self, ExamError};
use portulan_model::means::examination::{Examination, Grid, Question};
use portulan_model::proposals::Prose;
use portulan_policy::Actor;
use portulan_policy::actions::{Examine, Score};

use super::super::Pairs;
use super::{Looked, file, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::bodies::leads;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Field, Form, Select};
use crate::pages::typed::{Reading, faults};

/// The forms of the page.
pub(super) const FIND: &str = "constat";
pub(super) const NOTE: &str = "note";
pub(super) const SCORE: &str = "notation";
pub(super) const DECLARE: &str = "conflit";

const QUESTION: &str = "examen-question";
const HOLDS: &str = "examen-constat";
const HOLDS_WHY: &str = "examen-constat-motif";
const TEXT: &str = "examen-note-texte";
const CONFLICT: &str = "examen-conflit-motif";
const POINTS: &str = "examen-points";

type Address = Path<(String, String, String)>;

/// `POST …/examen/constat`.
pub(super) async fn find(
    desk: Desk,
    Path((slug, call, id)): Address,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let looked = Looked::open(&desk, (&slug, &call, &id)).await?;
    let may = leads::<Examine>(&desk, &looked.at.body)?;
    let mut answers = Answers::of(pairs);
    let mut reading = Reading::of(&desk, &mut answers);
    let what = reading.one_of(QUESTION, Question::ALL, Question::from_slug);
    let holds = reading.one_of(HOLDS, &[true, false], holds);
    let why = motive(&mut reading, HOLDS_WHY);
    let (Some(what), Some(holds), Some(why)) = (what, holds, why) else {
        return file::page(&desk, &looked, FIND, &answers).await;
    };
    let of = (&looked.at.call, looked.id);
    let said = examination::find(desk.app(), &may, of, (what, holds, why)).await;
    answer(&desk, &looked, (FIND, HOLDS_WHY), answers, said).await
}

/// `POST …/examen/note`.
pub(super) async fn note(
    desk: Desk,
    Path((slug, call, id)): Address,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let looked = Looked::open(&desk, (&slug, &call, &id)).await?;
    let may = leads::<Examine>(&desk, &looked.at.body)?;
    let mut answers = Answers::of(pairs);
    let Some(text) = motive(&mut Reading::of(&desk, &mut answers), TEXT) else {
        return file::page(&desk, &looked, NOTE, &answers).await;
    };
    let of = (&looked.at.call, looked.id);
    let said = examination::note(desk.app(), &may, of, text).await;
    answer(&desk, &looked, (NOTE, TEXT), answers, said).await
}

/// `POST …/examen/notation`.
pub(super) async fn score(
    desk: Desk,
    Path((slug, call, id)): Address,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let looked = Looked::open(&desk, (&slug, &call, &id)).await?;
    let may = leads::<Score>(&desk, &looked.at.body)?;
    let mut answers = Answers::of(pairs);
    let mut points = BTreeMap::new();
    let mut last = POINTS.to_owned();
    for one in looked.file.panel.grid.criteria() {
        last = points_name(one.id);
        if let Ok(given) = answers.text(&last).parse::<u8>() {
            points.insert(one.id, given);
        } else {
            answers.fault(&last, desk.words().get("examen-point-manque"));
        }
    }
    if answers.faults() > 0 {
        return file::page(&desk, &looked, SCORE, &answers).await;
    }
    let of = (&looked.at.call, looked.id);
    let said = examination::score(desk.app(), &may, of, points).await;
    answer(&desk, &looked, (SCORE, &last), answers, said).await
}

/// `POST …/examen/conflit`.
pub(super) async fn declare(
    desk: Desk,
    Path((slug, call, id)): Address,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let looked = Looked::open(&desk, (&slug, &call, &id)).await?;
    let may = leads::<Score>(&desk, &looked.at.body)?;
    let mut answers = Answers::of(pairs);
    let Some(why) = motive(&mut Reading::of(&desk, &mut answers), CONFLICT) else {
        return file::page(&desk, &looked, DECLARE, &answers).await;
    };
    let of = (&looked.at.call, looked.id);
    let said = examination::declare(desk.app(), &may, of, why).await;
    answer(&desk, &looked, (DECLARE, CONFLICT), answers, said).await
}

/// The page with what was said, or the form again with what is wrong.
pub(super) async fn answer(
    desk: &Desk,
    looked: &Looked,
    (form, field): (&str, &str),
    mut answers: Answers,
    said: Result<(), ExamError>,
) -> Result<Response, Refused> {
    match said {
        Ok(()) => Ok(done(&looked.here("examen"), "examen-dit")),
        Err(error) => {
            answers.fault(field, told::refusal(desk, error)?);
            file::page(desk, looked, form, &answers).await
        }
    }
}

/// Words that nobody may leave out.
pub(super) fn motive(reading: &mut Reading<'_>, field: &str) -> Option<Prose> {
    let why = reading.prose(field);
    if why.is_none() {
        reading.fault(field, "examen-sans-motif");
    }
    why
}

fn holds(text: &str) -> Option<bool> {
    match text {
        "oui" => Some(true),
        "non" => Some(false),
        _ => None,
    }
}

/// Whether whoever looks said that they are near to who asks.
pub(super) fn is_near(desk: &Desk, examination: &Examination) -> bool {
    use portulan_model::journal::Author;
    let Actor::Person(person) = desk.actor() else {
        return false;
    };
    examination.is_near(&Author::Person(person.id()))
}

fn points_name(id: u32) -> String {
    format!("{POINTS}-{id}")
}

/// The form of a finding.
pub(super) fn finding(desk: &Desk, looked: &Looked, answers: &Answers) -> Form {
    let words = desk.words();
    let ask = Ask { words, answers };
    let questions: Vec<&str> = Question::ALL.iter().map(|one| one.slug()).collect();
    let fields = vec![
        ask.one_of(QUESTION, &questions),
        ask.one_of(HOLDS, &["oui", "non"]),
        ask.area(HOLDS_WHY, 3),
    ];
    form(desk, looked, (FIND, "examen-constater"), (fields, answers))
}

/// The form of a note.
pub(super) fn noting(desk: &Desk, looked: &Looked, answers: &Answers) -> Form {
    let words = desk.words();
    let fields = vec![Ask { words, answers }.area(TEXT, 3)];
    form(desk, looked, (NOTE, "examen-noter"), (fields, answers))
}

/// The form of a conflict.
pub(super) fn declaring(desk: &Desk, looked: &Looked, answers: &Answers) -> Form {
    let words = desk.words();
    let fields = vec![Ask { words, answers }.area(CONFLICT, 2)];
    form(
        desk,
        looked,
        (DECLARE, "examen-declarer"),
        (fields, answers),
    )
}

/// The form of points: a list for each criterion.
pub(super) fn scoring(desk: &Desk, looked: &Looked, answers: &Answers) -> Form {
    let words = desk.words();
    let criteria = looked.file.panel.grid.criteria().iter();
    let select = criteria.map(|one| {
        let id = points_name(one.id);
        let given = answers.text(&id);
        let none = (
            String::new(),
            words.get("examen-point-choisir"),
            given.is_empty(),
        );
        let point = |point: u8| {
            let value = point.to_string();
            let chosen = value == given;
            (value.clone(), value, chosen)
        };
        Field::Select(Select {
            label: one.label.clone(),
            hint: words.with("examen-poids", &[("n", u32::from(one.weight).into())]),
            wrong: answers.wrong(&id),
            options: std::iter::once(none)
                .chain((0..=Grid::POINTS).map(point))
                .collect(),
            id,
        })
    });
    let fields = select.collect();
    form(desk, looked, (SCORE, "examen-marquer"), (fields, answers))
}

pub(super) fn form(
    desk: &Desk,
    looked: &Looked,
    (id, title): (&'static str, &str),
    (fields, answers): (Vec<Field>, &Answers),
) -> Form {
    let words = desk.words();
    Form {
        id,
        title: Some(words.get(title)),
        action: looked.here(&format!("examen/{id}")),
        faults: faults(words, answers),
        fields,
        submit: words.get(title),
        plain: id == DECLARE,
    }
}
