//! `…/appels/<appel>/examen`: all applications to a call, ranked by their marks, with how long each has waited and its labels;
//! how long they wait at each step; what is left in the envelopes of the body; the form that does the same of several; and the
//! button that publishes what was decided.

use axum::extract::Path;
use axum::response::Response;
use portulan_app::means::envelopes;
use portulan_app::means::examination::{self, Board, Each, Examined};
use portulan_i18n::amount;
use portulan_model::means::calls::paris_day;
use portulan_model::means::envelopes::Envelope;
use portulan_model::means::examination::{Label, Step};
use portulan_policy::actions::{DecideApplications, ReadEnvelope};
use portulan_policy::allow;

use super::super::Holding;
use super::{TAB, batch, delays, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::bodies::leads;
use crate::pages::editing::answers::Answers;
use crate::pages::means::hosted::received;
use crate::pages::parts::{Cell, Fact, Form, Head, Part, Table, desk_page};
use crate::pages::typed::{faults, organisation_name};

/// The parameter that keeps the list to a step.
const STEP: &str = "etape";
/// The parameter that keeps it to a label.
const LABEL: &str = "etiquette";
/// The field under which a refusal stands.
const PUBLISH: &str = "examen-publier";

/// `GET …/examen`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let at = Holding::open(&desk, (&slug, &call))?;
    page(&desk, &at, Shown::wrong("", &Answers::default())).await
}

/// `POST …/examen/resultats`.
pub(super) async fn publish(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let at = Holding::open(&desk, (&slug, &call))?;
    let may = leads::<DecideApplications>(&desk, &at.body)?;
    match examination::publish(desk.app(), &may, &at.call).await {
        Ok(()) => Ok(done(&at.at("examen"), "examen-publie")),
        Err(error) => {
            let mut answers = Answers::default();
            answers.fault(PUBLISH, told::refusal(&desk, error)?);
            page(&desk, &at, Shown::wrong(PUBLISH, &answers)).await
        }
    }
}

/// What a page shows beside what is known: what was typed into one of its forms, and what came of several applications.
pub(super) struct Shown<'a> {
    form: &'a str,
    answers: &'a Answers,
    pub(super) each: Each,
}

impl<'a> Shown<'a> {
    /// A form as it was typed.
    pub(super) const fn wrong(form: &'a str, answers: &'a Answers) -> Self {
        Self {
            form,
            answers,
            each: Vec::new(),
        }
    }
}

/// The page.
pub(super) async fn page(desk: &Desk, at: &Holding, with: Shown<'_>) -> Result<Response, Refused> {
    let words = desk.words();
    let board = examination::board(desk.app(), &at.may, &at.call).await?;
    let decides = leads::<DecideApplications>(desk, &at.body).is_ok();
    let blank = Answers::default();
    let typed = |form: &str| {
        if with.form == form {
            with.answers
        } else {
            &blank
        }
    };
    let shown = shown(desk, &board);
    let mut parts = batch::told_of(desk, &board, with.each)?;
    let ways = ways(desk, at, &board, decides);
    if !ways.is_empty() {
        parts.push(Part::Ways(ways));
    }
    parts.push(Part::Ways(filters(desk, at)));
    let labels = labelled(desk, at, &board);
    if !labels.is_empty() {
        parts.push(Part::Ways(labels));
    }
    parts.push(table(desk, at, &shown));
    let several = batch::form(desk, at, (&shown, typed(batch::BATCH)));
    parts.extend(several.map(Part::Form));
    parts.extend(delays::parts(desk, &board));
    let envelopes = purses(desk, at).await?;
    if !envelopes.is_empty() {
        parts.push(Part::Title("enveloppes", words.get("env-of-body")));
        parts.push(Part::Known(envelopes));
    }
    if decides && board.panel.published.is_none() && !board.all.is_empty() {
        parts.push(Part::Form(publishing(desk, at, typed(PUBLISH))));
    }
    let head = Head {
        crumbs: received::crumbs(desk, at, &board.call, true),
        lead: words.get("examen-lead"),
    };
    Ok(desk_page(
        desk.page(words.get("examen-title"), TAB),
        head,
        parts,
    ))
}

/// Ways to the grid and to the results.
fn ways(desk: &Desk, at: &Holding, board: &Board, decides: bool) -> Vec<(String, String)> {
    let words = desk.words();
    let mut ways = Vec::new();
    if decides {
        let grid = desk.visit.link(&at.at("examen/grille"));
        ways.push((grid, words.get("examen-grille")));
    }
    if board.panel.published.is_some() {
        let results = super::results::address(&at.call);
        ways.push((desk.visit.link(&results), words.get("examen-resultats")));
    }
    ways
}

/// The applications of the step and of the label that are asked for.
fn shown<'a>(desk: &Desk, board: &'a Board) -> Vec<&'a Examined> {
    let step = desk.visit.value(STEP).and_then(Step::from_slug);
    let label = desk.visit.value(LABEL).and_then(Label::read);
    let kept = |one: &&Examined| {
        let examination = &one.examination;
        let labels = |label| examination.labels.contains(label);
        step.is_none_or(|step| examination.step() == step) && label.as_ref().is_none_or(labels)
    };
    board.all.iter().filter(kept).collect()
}

/// The list kept to each label.
fn labelled(desk: &Desk, at: &Holding, board: &Board) -> Vec<(String, String)> {
    let one = |label: &Label| {
        let kept = addresses::with_query(&at.at("examen"), [(LABEL, label.as_str())]);
        (desk.visit.link(&kept), label.as_str().to_owned())
    };
    board.labels().iter().map(one).collect()
}

/// The list kept to each step.
fn filters(desk: &Desk, at: &Holding) -> Vec<(String, String)> {
    let words = desk.words();
    let here = at.at("examen");
    let all = (desk.visit.link(&here), words.get("examen-toutes"));
    let one = |step: &Step| {
        let kept = addresses::with_query(&here, [(STEP, step.slug())]);
        (desk.visit.link(&kept), told::step(words, *step))
    };
    std::iter::once(all)
        .chain(Step::ALL.iter().map(one))
        .collect()
}

fn table(desk: &Desk, at: &Holding, shown: &[&Examined]) -> Part {
    let words = desk.words();
    let rows: Vec<Vec<Cell>> = shown.iter().map(|one| row(desk, at, one)).collect();
    if rows.is_empty() {
        return Part::Text(words.get("candidatures-aucune-recue"));
    }
    let heads = [
        "candidature-porteuse",
        "candidature-etat",
        "examen-depuis",
        "examen-marque",
        "examen-avis",
    ];
    Part::Table(Table {
        caption: words.get("examen-title"),
        heads: heads.iter().map(|id| words.get(id)).collect(),
        rows,
    })
}

fn row(desk: &Desk, at: &Holding, one: &Examined) -> Vec<Cell> {
    let words = desk.words();
    let (application, examination) = (&one.application, &one.examination);
    let lead = organisation_name(&desk.visit.directory, application.parties.lead());
    let address = at.at(&format!("candidatures/{}/examen", application.id));
    let decided = examination
        .ruling()
        .map(|ruling| told::ruling(desk, ruling));
    let step = Cell::of(told::step(words, examination.step()));
    let waited = application.receipts.first().map(|first| {
        let days = desk.visit.today() - paris_day(first.at);
        words.with("examen-jours", &[("n", days.num_days().into())])
    });
    let labels: Vec<&str> = examination.labels.iter().map(Label::as_str).collect();
    let marks = one.marks.as_ref().map(|marks| told::marks(words, marks));
    let advised = examination.advised.values();
    let advised: Vec<String> = advised.map(|one| told::advice(words, one.advice)).collect();
    vec![
        Cell::to(lead, desk.visit.link(&address)).and(labels.join(", ")),
        step.and(decided.unwrap_or_default()),
        Cell::of(waited.unwrap_or_default()),
        Cell::of(marks.unwrap_or_default()),
        Cell::of(advised.join(", ")),
    ]
}

/// The envelopes of the body that whoever looks may read, each with what is left.
pub(super) async fn purses(desk: &Desk, at: &Holding) -> Result<Vec<Fact>, Refused> {
    let lang = desk.visit.lang;
    let mut facts = Vec::new();
    for one in readable(desk, at).await? {
        let may = desk.may_on(envelopes::target(&desk.visit.directory, &one))?;
        let ledger = envelopes::ledger(desk.app(), &may, &one.slug).await?;
        let sums = ledger.whole().unwrap_or_default();
        let left = sums.left_of(one.amount).unwrap_or_default();
        let told = [
            ("left", amount(lang, left).into()),
            ("whole", amount(lang, one.amount).into()),
        ];
        let value = desk.words().with("examen-reste", &told);
        let address = desk.visit.link(&addresses::envelope(&one.slug, ""));
        facts.push(Fact::several(one.label, vec![(value, Some(address))]));
    }
    Ok(facts)
}

/// The envelopes of the body that whoever looks may read.
pub(super) async fn readable(desk: &Desk, at: &Holding) -> Result<Vec<Envelope>, Refused> {
    let mut all = envelopes::of_body(desk.app(), &at.body.slug).await?;
    let reads = |one: &Envelope| {
        let target = envelopes::target(&desk.visit.directory, one);
        allow::<ReadEnvelope>(desk.actor(), target).is_ok()
    };
    all.retain(reads);
    Ok(all)
}

fn publishing(desk: &Desk, at: &Holding, answers: &Answers) -> Form {
    let words = desk.words();
    Form {
        id: "publier",
        title: Some(words.get(PUBLISH)),
        action: at.at("examen/resultats"),
        faults: answers.wrong(PUBLISH).or_else(|| faults(words, answers)),
        fields: Vec::new(),
        submit: words.get(PUBLISH),
        plain: true,
    }
}
