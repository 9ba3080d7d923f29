//! `/espace/gouvernances/<slug>/suivi`: what the level above notes of a body. It reaches no browser without the right to
//! read it. Where two wrote it at once, the other's text is shown beside one's own, and saving again decides.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use chrono_tz::Europe::Paris;
use portulan_app::bodies::{self, Note, NoteField};
use portulan_app::editing::{Change, Outcome};
use portulan_app::rights;
use portulan_i18n::date;
use portulan_model::governance::{Body, NamedReferent};
use portulan_model::proposals::Prose;
use portulan_policy::actions::{ReadFollowUp, ReadHolder, WriteFollowUp};

use super::{body, referents};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::{Answers, BEFORE};
use crate::pages::parts::{Ask, Field, Form, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults};

/// The part of the address of a body.
pub(super) const PART: &str = "suivi";
const LINES: u8 = 8;

/// The name of a text in the form.
const fn field(field: NoteField) -> &'static str {
    match field {
        NoteField::Words => "suivi-note",
        NoteField::Difficulty => "suivi-difficulte",
    }
}

/// `GET /espace/gouvernances/{slug}/suivi`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let may = desk.may_on::<ReadFollowUp>(rights::body(&desk.visit.directory, body))?;
    let kept = bodies::follow_up(desk.app(), &may, &body.slug).await?;
    let note = kept.as_ref().map(Note::of).unwrap_or_default();
    let mut answers = Answers::default();
    for one in NoteField::ALL {
        let text = note.text(one).map(Prose::as_str);
        answers.put(field(one), text.unwrap_or_default());
    }
    let since = kept.map(|kept| {
        let day = kept.at.with_timezone(&Paris).date_naive();
        let told = [("date", date(desk.visit.lang, day).into())];
        desk.words().with("suivi-since", &told)
    });
    let mut parts: Vec<Part> = since.into_iter().map(Part::Text).collect();
    parts.push(sheet(&desk, body, (&answers, &note)));
    parts.extend(people(&desk, body).await?);
    Ok(page(&desk, body, parts))
}

/// `POST /espace/gouvernances/{slug}/suivi`.
pub(super) async fn save(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let target = rights::body(&desk.visit.directory, body);
    let may = (
        &desk.may_on::<WriteFollowUp>(target.clone())?,
        &desk.may_on::<ReadFollowUp>(target)?,
    );
    let mut answers = Answers::of(pairs);
    let before: Note = answers.before().unwrap_or_default();
    let mine = read(&desk, &mut answers);
    if answers.faults() > 0 {
        let parts = vec![sheet(&desk, body, (&answers, &before))];
        return Ok(page(&desk, body, parts));
    }
    let change = Change {
        fields: NoteField::ALL.into(),
        before,
        mine,
    };
    let here = addresses::body_desk(&body.slug, PART);
    match bodies::write_follow_up(desk.app(), may, &body.slug, &change).await? {
        Outcome::Saved(_) => Ok(done(&here, "bodies-saved")),
        Outcome::Same => Ok(done(&here, "place-same")),
        Outcome::Clash { fields, theirs } => {
            let parts = clash(
                &desk,
                body,
                (&mut answers, &change.before),
                (&fields, &theirs),
            );
            Ok(page(&desk, body, parts))
        }
    }
}

/// What both wrote: saved again, one's own stands in the place of theirs, which was read.
fn clash(
    desk: &Desk,
    body: &Body,
    (answers, before): (&mut Answers, &Note),
    (fields, theirs): (&[NoteField], &Note),
) -> Vec<Part> {
    use portulan_app::editing::conflicts::Fielded as _;
    let words = desk.words();
    let mut seen = before.clone();
    for one in fields {
        Note::copy(*one, theirs, &mut seen);
        let text = theirs.text(*one).map(Prose::as_str);
        let text = text.map_or_else(|| words.get("bodies-nothing"), str::to_owned);
        answers.fault(
            field(*one),
            words.with("bodies-clash", &[("theirs", text.into())]),
        );
    }
    let lead = Part::Warning(words.get("bodies-clash-lead"));
    vec![lead, sheet(desk, body, (answers, &seen))]
}

/// What is typed. A difficulty alone says nothing of how it goes.
fn read(desk: &Desk, answers: &mut Answers) -> Note {
    let mut reading = Reading::of(desk, answers);
    let note = Note {
        words: reading.prose(field(NoteField::Words)),
        difficulty: reading.prose(field(NoteField::Difficulty)),
    };
    if note.words.is_none() && note.difficulty.is_some() {
        reading.fault(field(NoteField::Words), "suivi-note-missing");
    }
    note
}

fn sheet(desk: &Desk, body: &Body, (answers, before): (&Answers, &Note)) -> Part {
    let words = desk.words();
    let ask = Ask { words, answers };
    let before = serde_json::to_string(before).unwrap_or_default();
    let texts = NoteField::ALL.map(|one| ask.area(field(one), LINES));
    Part::Form(Form {
        id: "note",
        title: None,
        action: addresses::body_desk(&body.slug, PART),
        faults: faults(words, answers),
        fields: std::iter::once(Field::Hidden(BEFORE.to_owned(), before))
            .chain(texts)
            .collect(),
        submit: words.get("desk-save"),
        plain: false,
    })
}

/// The names behind the functions, for those who may read them too.
async fn people(desk: &Desk, body: &Body) -> Result<Vec<Part>, Refused> {
    let words = desk.words();
    let Ok(may) = referents::on_seat::<ReadHolder>(desk, body) else {
        return Ok(Vec::new());
    };
    let named = bodies::names(desk.app(), &may, &body.slug).await?;
    let way = addresses::body_desk(&body.slug, referents::PART);
    let mut parts = vec![Part::Title("noms", words.get("noms-title"))];
    if !named.is_empty() {
        let fact = |one: &NamedReferent| (referents::function(desk, one), one.name.to_string());
        parts.push(Part::Facts(named.iter().map(fact).collect()));
    }
    parts.push(Part::Ways(vec![(way, words.get("noms-way"))]));
    Ok(parts)
}

fn page(desk: &Desk, body: &Body, parts: Vec<Part>) -> Response {
    let words = desk.words();
    let told = [("name", body.name.as_str().into())];
    let title = words.with("suivi-title-of", &told);
    let head = Head {
        crumbs: vec![(addresses::body_desk(&body.slug, ""), body.name.clone())],
        lead: words.get("suivi-lead"),
    };
    desk_page(desk.page(title, "gouvernances"), head, parts)
}
