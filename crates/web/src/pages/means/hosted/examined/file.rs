//! `…/candidatures/<candidature>/examen`: what was found, advised, marked, noted and decided of one application, with the
//! forms of those who may say more.

use axum::extract::Path;
use axum::response::Response;
use portulan_app::means::examination::{is_party, whereabouts};
use portulan_model::means::applications::Stage;
use portulan_model::means::examination::{Examination, Grid};
use portulan_policy::actions::{DecideApplications, Examine, Score};

use super::{Looked, TAB, acts, decision, told};
use crate::auth::{Desk, Refused};
use crate::pages::bodies::leads;
use crate::pages::editing::answers::Answers;
use crate::pages::means::hosted::{entry, received, told as words_of};
use crate::pages::parts::{Fact, Head, Line, Part, desk_page};
use crate::pages::typed::{organisation_name, territory_name};

/// `GET …/candidatures/{candidature}/examen`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call, id)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let looked = Looked::open(&desk, (&slug, &call, &id)).await?;
    page(&desk, &looked, "", &Answers::default()).await
}

/// The page, with what was typed into one of its forms.
pub(super) async fn page(
    desk: &Desk,
    looked: &Looked,
    form: &str,
    answers: &Answers,
) -> Result<Response, Refused> {
    let words = desk.words();
    let one = &looked.file.one;
    let application = &one.application;
    let mut parts = vec![
        Part::Ways(ways(desk, looked)),
        Part::Known(facts(desk, looked)),
    ];
    // What was typed into a form that is there no more, as somebody decided meanwhile.
    if answers.faults() > 0 && one.examination.ruling().is_some() {
        parts.insert(0, Part::Warning(words.get("examen-faux-decidee")));
    }
    let rulings = one.examination.rulings.iter().rev();
    let rulings: Vec<Line> = rulings
        .map(|ruling| Line {
            words: told::ruling(desk, ruling),
            more: told::said(desk, &ruling.said),
            ..Line::default()
        })
        .collect();
    if !rulings.is_empty() {
        parts.push(Part::Title("decisions", words.get("examen-decisions")));
        parts.push(Part::Lines(rulings));
    }
    parts.extend(notes(desk, &one.examination));
    if is_party(desk.actor(), application) {
        parts.push(Part::Warning(words.get("examen-faux-partie")));
    } else if application.stage() == Stage::Submitted {
        parts.extend(forms(desk, looked, form, answers).await?);
    }
    parts.push(Part::Title("reponses", words.get("candidature-reponses")));
    let asked = (&looked.file.revision.fields, application);
    let answered = entry::answered(desk, asked).into_iter();
    let answered = answered.map(|(_, name, value)| Fact::of(name, value));
    parts.push(Part::Known(answered.collect()));
    let lead = organisation_name(&desk.visit.directory, application.parties.lead());
    let mut crumbs = received::crumbs(desk, &looked.at, &looked.file.call, false);
    crumbs.push((
        desk.visit.link(&looked.at.at("examen")),
        words.get("examen-title"),
    ));
    let head = Head {
        crumbs,
        lead: words_of::standing(words, application),
    };
    let title = words.with("examen-de", &[("name", lead.into())]);
    Ok(desk_page(desk.page(title, TAB), head, parts))
}

fn ways(desk: &Desk, looked: &Looked) -> Vec<(String, String)> {
    let words = desk.words();
    let one = desk
        .visit
        .link(&looked.at.at(&format!("candidatures/{}", looked.id)));
    let mut ways = vec![(one, words.get("examen-dossier"))];
    let decided = looked.file.one.examination.ruling().is_some();
    if decided && leads::<DecideApplications>(desk, &looked.at.body).is_ok() {
        let letter = desk.visit.link(&looked.here("courrier"));
        ways.push((letter, words.get("examen-courrier")));
    }
    ways
}

fn facts(desk: &Desk, looked: &Looked) -> Vec<Fact> {
    let words = desk.words();
    let one = &looked.file.one;
    let examination = &one.examination;
    let directory = &desk.visit.directory;
    let mut facts = vec![Fact::of(
        words.get("candidature-etat"),
        told::step(words, examination.step()),
    )];
    if let Some(place) = whereabouts(directory, &one.application) {
        let name = territory_name(directory, &place);
        facts.push(Fact::of(words.get("examen-territoire"), name));
    }
    let findings = [
        ("examen-recevabilite", &examination.admissible),
        ("examen-eligibilite", &examination.eligible),
    ];
    for (id, found) in findings {
        let told = found.as_ref().map(|found| told::finding(desk, found));
        let told = told.unwrap_or_else(|| words.get("examen-pas-dit"));
        facts.push(Fact::of(words.get(id), told));
    }
    for (level, advised) in &examination.advised {
        let name = territory_name(directory, level);
        let name = words.with("examen-avis-de", &[("name", name.into())]);
        let advice = told::advice(words, advised.advice);
        facts.push(Fact::of(
            name,
            format!("{advice}. {}", told::said(desk, &advised.said)),
        ));
    }
    if let Some(marks) = &one.marks {
        facts.push(Fact::of(
            words.get("examen-marque"),
            told::marks(words, marks),
        ));
        facts.extend(spread(&looked.file.panel.grid, examination));
    }
    if !examination.conflicts.is_empty() {
        let n = examination.conflicts.len();
        let value = words.with("examen-conflits-n", &[("n", n.into())]);
        facts.push(Fact::of(words.get("examen-conflits"), value));
    }
    facts
}

/// The points that were given on each criterion.
fn spread(grid: &Grid, examination: &Examination) -> Vec<Fact> {
    let criteria = grid.criteria().iter();
    let points = criteria.map(|one| {
        let given = examination.scored.iter();
        let given = given.filter_map(|scoring| scoring.points.get(&one.id));
        let given: Vec<String> = given.map(ToString::to_string).collect();
        Fact::of(
            format!("{} (× {})", one.label, one.weight),
            given.join(" · "),
        )
    });
    points.collect()
}

fn notes(desk: &Desk, examination: &Examination) -> Vec<Part> {
    if examination.notes.is_empty() {
        return Vec::new();
    }
    let lines = examination.notes.iter().map(|note| Line {
        words: desk.instant(note.at),
        more: note.why.as_str().to_owned(),
        ..Line::default()
    });
    vec![
        Part::Title("notes", desk.words().get("examen-notes")),
        Part::Lines(lines.collect()),
    ]
}

/// The forms of what whoever looks may say, as far as the examination is.
async fn forms(
    desk: &Desk,
    looked: &Looked,
    form: &str,
    answers: &Answers,
) -> Result<Vec<Part>, Refused> {
    let blank = Answers::default();
    let typed = |name: &str| if name == form { answers } else { &blank };
    let body = &looked.at.body;
    let examination = &looked.file.one.examination;
    let decided = examination.ruling().is_some();
    let eligible = examination.eligible.as_ref().is_some_and(|one| one.holds);
    let mut parts = Vec::new();
    let examines = leads::<Examine>(desk, body).is_ok();
    if examines && !decided {
        parts.push(Part::Form(acts::finding(desk, looked, typed(acts::FIND))));
    }
    if leads::<Score>(desk, body).is_ok() && !decided {
        let near = acts::is_near(desk, examination);
        if eligible && !near && !looked.file.panel.grid.criteria().is_empty() {
            parts.push(Part::Form(acts::scoring(desk, looked, typed(acts::SCORE))));
        }
        if near {
            parts.push(Part::Warning(desk.words().get("examen-faux-conflit")));
        } else {
            parts.push(Part::Form(acts::declaring(
                desk,
                looked,
                typed(acts::DECLARE),
            )));
        }
    }
    if leads::<DecideApplications>(desk, body).is_ok() && decision::is_open(&looked.file) {
        let form = decision::form(desk, looked, typed(decision::DECIDE)).await?;
        parts.push(Part::Form(form));
    }
    if examines {
        parts.push(Part::Form(acts::noting(desk, looked, typed(acts::NOTE))));
    }
    Ok(parts)
}
