//! What partners think of the services of a baseline, for those who work in it; and the form that asks them.

use std::collections::BTreeSet;

use axum::response::Response;
use chrono::{Days, NaiveDate};
use portulan_app::baselines;
use portulan_i18n::{date, listed};
use portulan_model::baseline::Baseline;
use portulan_model::consultations::{Consultation, Opinion, View};
use portulan_model::{Seat, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::{EditBaseline, ReadBaseline};

use super::matrix::service_name;
use super::{Pairs, address, desk};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Cell, Form, Part, Table};
use crate::pages::typed::{Reading, faults, organisation_name};

/// How long a consultation is offered to last, in days: a round of meetings.
const OFFERED_DAYS: u64 = 30;
const WHICH: &str = "consulter-service";
const UNTIL: &str = "consulter-jusque";
const ALL: &str = "tous";

/// Asks the partners.
pub(super) async fn ask(desk: &Desk, seat: &Seat, pairs: Pairs) -> Result<Response, Refused> {
    let edit = desk::right::<EditBaseline>(desk, seat)?;
    let read = desk::right::<ReadBaseline>(desk, seat)?;
    let known = baselines::read(desk.app(), &read, seat).await?;
    let mut answers = Answers::of(pairs);
    let wish = wished(desk, &known, &mut answers);
    let Some((services, until)) = wish.filter(|_| answers.faults() == 0) else {
        return Ok(desk::shown(desk, &read, &known, (&answers, None)));
    };
    baselines::consult(desk.app(), &edit, seat, (&services, until)).await?;
    let here = format!("{}#avis", address(seat));
    Ok(done(&here, "consulter"))
}

/// Which services are put to opinion, and until when.
fn wished(desk: &Desk, known: &Baseline, answers: &mut Answers) -> Option<(Vec<Slug>, NaiveDate)> {
    let today = desk.visit.today();
    let partners = baselines::partners(&desk.visit.directory, &known.of);
    let mut reading = Reading::of(desk, answers);
    let given = reading.answers.text(WHICH).to_owned();
    let all = known.services.iter().map(|one| one.slug.clone());
    let services: Vec<Slug> = all
        .filter(|slug| given == ALL || given == slug.as_str())
        .collect();
    if services.is_empty() {
        reading.fault(WHICH, "edit-choice-unknown");
    } else if partners.is_empty() {
        reading.fault(WHICH, "consulter-nobody");
    }
    let until = reading.needed_day(UNTIL);
    if until.is_some_and(|until| until < today) {
        reading.fault(UNTIL, "consulter-past");
    }
    Some((services, until?))
}

/// What was said, service by service, and the form for whoever may ask.
pub(super) fn parts(
    desk: &Desk,
    may: &Capability<ReadBaseline>,
    baseline: &Baseline,
    (answers, edits): (&Answers, Option<bool>),
) -> Vec<Part> {
    let words = desk.words();
    if baseline.services.is_empty() {
        return Vec::new();
    }
    let partners = baselines::partners(&desk.visit.directory, &baseline.of);
    let opinions = baseline.opinions.open(may);
    let asked = baseline.services.iter().filter_map(|one| {
        let asked = opinions.get(&one.slug)?;
        Some(row(desk, baseline, (&one.slug, asked), &partners))
    });
    let rows: Vec<Vec<Cell>> = asked.collect();
    let mut parts = vec![Part::Title("avis", words.get("consulter-title"))];
    if rows.is_empty() {
        parts.push(Part::Text(words.get("consulter-none")));
    } else {
        let heads = [
            "consulter-head",
            "roadmap-view-favorable",
            "roadmap-view-reserve",
            "roadmap-view-oppose",
            "consulter-silent",
        ];
        parts.push(Part::Table(Table {
            caption: words.get("consulter-title"),
            heads: heads.map(|id| words.get(id)).into(),
            rows,
        }));
    }
    match edits {
        Some(typed) if !partners.is_empty() => parts.push(form(desk, baseline, answers, typed)),
        Some(_) => parts.push(Part::Text(words.get("consulter-nobody"))),
        None => {}
    }
    parts
}

/// A service: who is favourable, who has reserves, who is opposed, who said nothing.
fn row(
    desk: &Desk,
    baseline: &Baseline,
    (service, asked): (&Slug, &Consultation),
    partners: &BTreeSet<Slug>,
) -> Vec<Cell> {
    let (lang, words, directory) = (desk.visit.lang, desk.words(), &desk.visit.directory);
    let standing = asked.standing();
    let said = |view: View| {
        let all = standing.iter().filter(|one| one.view == view);
        let names: Vec<String> = all.map(|one| told(desk, one)).collect();
        counted(names.len(), names.join("\n"))
    };
    let all: Vec<Slug> = partners.iter().cloned().collect();
    let silent = asked.silent(&all);
    let silent: Vec<String> = silent
        .map(|one| organisation_name(directory, one))
        .collect();
    let until = asked.period().to().map(|last| {
        let told = [("date", date(lang, last).into())];
        words.with("roadmap-asked-until", &told)
    });
    let name = Cell::of(service_name(baseline, service)).and(until.unwrap_or_default());
    vec![
        name,
        said(View::Favourable),
        said(View::Reserved),
        said(View::Opposed),
        counted(
            silent.len(),
            if silent.len() == partners.len() {
                String::new()
            } else {
                listed(lang, silent)
            },
        ),
    ]
}

fn counted(count: usize, names: String) -> Cell {
    if count == 0 {
        Cell::of("–")
    } else {
        Cell::of(count.to_string()).and(names)
    }
}

/// Who said it, and why.
fn told(desk: &Desk, opinion: &Opinion) -> String {
    let name = organisation_name(&desk.visit.directory, &opinion.organisation);
    let told = |why: &str| {
        [
            ("name", name.as_str().into()),
            ("why", why.to_owned().into()),
        ]
    };
    match &opinion.words {
        Some(why) => desk.words().with("consulter-why", &told(why.as_str())),
        None => desk.words().with("consulter-said", &told("")),
    }
}

fn form(desk: &Desk, baseline: &Baseline, answers: &Answers, typed: bool) -> Part {
    let words = desk.words();
    let mut answers = answers.clone();
    if !typed {
        let offered = desk.visit.today().checked_add_days(Days::new(OFFERED_DAYS));
        let offered = offered.map(|day| day.to_string());
        answers.put(UNTIL, offered.unwrap_or_default());
    }
    let ask = Ask {
        words,
        answers: &answers,
    };
    let all = (ALL.to_owned(), words.get("consulter-service-tous"));
    let each = baseline.services.iter();
    let each = each.map(|one| (one.slug.to_string(), one.name.clone()));
    Part::Form(Form {
        id: "consulter",
        title: Some(words.get("socle-form-consulter")),
        action: format!("{}/avis", address(&baseline.of)),
        faults: faults(words, &answers).filter(|_| typed),
        fields: vec![
            ask.select(WHICH, std::iter::once(all).chain(each)),
            ask.day(UNTIL),
        ],
        submit: words.get("consulter-do"),
        plain: false,
    })
}

/// Whether it is this form that was sent.
pub(super) fn was_sent(answers: &Answers) -> bool {
    answers.first(WHICH).is_some() || answers.first(UNTIL).is_some()
}
