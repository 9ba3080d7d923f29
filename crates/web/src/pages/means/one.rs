//! `/espace/gouvernances/<slug>/appels/<appel>`: a call at the desk of the body that follows it, with what its members
//! prepare: positions, timetable, note, proofs.

use axum::extract::Path;
use axum::response::Response;
use portulan_i18n::{Words, date};
use portulan_model::means::calls::{CallState, Position, Step};
use portulan_model::posts::Post;

use super::act::STEP;
use super::{Reached, TAB, public, steps, words};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Button, Cell, Field, Form, Head, Line, Part, Table, desk_page};
use crate::pages::typed::{faults, organisation_name};

/// The steps of its state.
pub(super) const PUBLISH: &str = "publier";
pub(super) const ARCHIVE: &str = "archiver";

/// What was typed in one of the forms of the page.
#[derive(Default)]
pub(super) struct Typed {
    /// In the form of a new step.
    pub(super) step: Answers,
    /// What is wrong with what is no field.
    pub(super) wrong: Option<String>,
}

impl Typed {
    pub(super) fn wrong(words: String) -> Self {
        Self {
            wrong: Some(words),
            ..Self::default()
        }
    }
}

/// `GET …/{appel}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    Ok(page(&desk, &at, &Typed::default()))
}

/// The page.
pub(super) fn page(desk: &Desk, at: &Reached, typed: &Typed) -> Response {
    let (words, call) = (desk.words(), &at.prepared.call);
    let manages = at.manages(desk).is_ok();
    let mut parts = vec![Part::Ways(ways(desk, at, manages))];
    parts.extend(typed.wrong.clone().map(Part::Warning));
    if !call.is_public() {
        parts.push(Part::Warning(words.get("appel-draft")));
    }
    parts.extend(public::to_do(&desk.visit, call));
    parts.extend(extended(desk, at));
    parts.push(Part::Title("dates", words.get("appel-dates")));
    parts.push(Part::Facts(words::dates(&desk.visit, &call.terms.timeline)));
    parts.extend(public::amendments(&desk.visit, call));
    parts.extend(positions(desk, at));
    parts.extend(timetable(desk, at, manages));
    if manages {
        parts.push(Part::Form(new_step(desk, at, &typed.step)));
        parts.extend(state_form(desk, at).map(Part::Form));
    }
    let head = Head {
        crumbs: at.crumbs(desk, false),
        lead: words::standing(&desk.visit, call),
    };
    desk_page(desk.page(call.terms.title.clone(), TAB), head, parts)
}

/// The posts from which an extension starts.
fn extended(desk: &Desk, at: &Reached) -> Option<Part> {
    let directory = &desk.visit.directory;
    let line = |post: &Post| Line {
        words: desk.words().with(
            "appel-extend-this",
            &[("name", organisation_name(directory, &post.host).into())],
        ),
        address: Some(desk.visit.link(&addresses::post(post.id))),
        ..Line::default()
    };
    let lines: Vec<Line> = at.extended.iter().map(line).collect();
    (!lines.is_empty()).then_some(Part::Lines(lines))
}

fn ways(desk: &Desk, at: &Reached, manages: bool) -> Vec<(String, String)> {
    let words = desk.words();
    let mut ways = vec![
        ("appel-note", at.at("note")),
        ("appel-proofs", at.at("preuves")),
    ];
    if manages {
        ways.push(("appel-change", at.at("modifier")));
    }
    if manages && at.prepared.call.terms.held.is_here() {
        ways.push(("formulaire-titre", at.at("formulaire")));
        ways.push(("appel-questions", at.at("questions")));
        ways.push(("candidatures-recues", at.at("candidatures")));
    }
    if at.prepared.call.is_public() {
        ways.push(("appel-see-public", addresses::call(at.slug())));
    }
    ways.into_iter()
        .map(|(id, address)| (desk.visit.link(&address), words.get(id)))
        .collect()
}

/// The position of each organisation that took one.
fn positions(desk: &Desk, at: &Reached) -> Vec<Part> {
    let words = desk.words();
    let all = &at.prepared.file.positions;
    let title = Part::Title("positions", words.get("appel-positions"));
    if all.is_empty() {
        return vec![title, Part::Text(words.get("appel-positions-none"))];
    }
    let counts = words::counts(words, &all.counts());
    let heads = [
        "appel-structure",
        "appel-position",
        "appel-fonction",
        "appel-quand",
    ];
    let row = |one: &&Position| {
        let said = one.words.as_ref().map(|text| text.as_str().to_owned());
        vec![
            Cell::of(organisation_name(&desk.visit.directory, &one.organisation)),
            Cell::of(words::stance(words, one.stance)).and(said.unwrap_or_default()),
            Cell::of(one.by.as_str()),
            Cell::of(desk.instant(one.at)),
        ]
    };
    let table = Table {
        caption: words.get("appel-positions"),
        heads: heads.iter().map(|id| words.get(id)).collect(),
        rows: all.standing().iter().map(row).collect(),
    };
    vec![
        title,
        Part::Text(words.get("appel-positions-lead")),
        Part::Text(counts.join(" ")),
        Part::Table(table),
    ]
}

/// The steps of the internal timetable, each with what may be done with it.
fn timetable(desk: &Desk, at: &Reached, manages: bool) -> Vec<Part> {
    let words = desk.words();
    let title = Part::Title("calendrier", words.get("appel-timetable"));
    let steps = at.prepared.file.timetable();
    if steps.is_empty() {
        return vec![title, Part::Text(words.get("appel-timetable-none"))];
    }
    let line = |one: &&Step| Line {
        words: one.what.clone(),
        address: None,
        more: about(desk, one),
        button: manages.then(|| button(words, at, one)),
    };
    vec![title, Part::Lines(steps.iter().map(line).collect())]
}

/// Who does a step, by when, and how it stands.
fn about(desk: &Desk, step: &Step) -> String {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let owner = organisation_name(&desk.visit.directory, &step.owner);
    let day = |id: &str, day| words.with(id, &[("date", date(lang, day).into())]);
    let due = step.due.map(|due| day("appel-step-due", due));
    let late = step.is_late(desk.visit.today());
    let stands = match step.done {
        Some(done) => Some(day("appel-step-done", done)),
        None => late.then(|| words.get("appel-step-late")),
    };
    let told = [Some(owner), due, stands].into_iter().flatten();
    told.collect::<Vec<_>>().join(", ")
}

/// Done today; or taken away, once it is done.
fn button(words: Words, at: &Reached, step: &Step) -> Button {
    let hidden = vec![(steps::ID, step.id.to_string())];
    let (part, id) = match step.done {
        Some(_) => ("etapes/retirer", "appel-step-remove"),
        None => ("etapes/faite", "appel-step-settle"),
    };
    let named = [("name", step.what.as_str().into())];
    Button {
        action: at.at(part),
        hidden,
        words: words.get(id),
        label: words.with(&format!("{id}-this"), &named),
    }
}

fn new_step(desk: &Desk, at: &Reached, answers: &Answers) -> Form {
    let words = desk.words();
    Form {
        id: "etape",
        title: Some(words.get("appel-step-new")),
        action: at.at("etapes"),
        faults: faults(words, answers),
        fields: steps::fields(words, answers),
        submit: words.get("appel-step-add"),
        plain: false,
    }
}

/// The next step of its state.
fn state_form(desk: &Desk, at: &Reached) -> Option<Form> {
    let words = desk.words();
    let (step, id) = match at.prepared.call.state {
        CallState::Draft => (PUBLISH, "appel-publish"),
        CallState::Published { .. } => (ARCHIVE, "appel-archive"),
        CallState::Archived { .. } => return None,
    };
    Some(Form {
        id: "etat",
        title: Some(words.get(id)),
        action: at.here(),
        faults: None,
        fields: vec![
            Field::Note(words.get(&format!("{id}-hint"))),
            Field::Hidden(STEP.to_owned(), step.to_owned()),
        ],
        submit: words.get(id),
        plain: step == ARCHIVE,
    })
}
