//! `POST …/examen/lot`: several applications of the list are sorted by a label or decided together, without money. What
//! could not be done of one is said beside its name; the others are done.

use std::collections::BTreeSet;

use axum::extract::{Form as Sent, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::means::examination::{self, Board, Each, ExamError, Examined};
use portulan_i18n::date;
use portulan_model::ApplicationId;
use portulan_model::governance::Body;
use portulan_model::means::applications::Stage;
use portulan_model::means::calls::paris_day;
use portulan_model::means::examination::{Label, Outcome};
use portulan_model::proposals::Prose;
use portulan_policy::actions::{DecideApplications, Examine};

use super::super::{Holding, Pairs};
use super::board::{self, Shown};
use super::{acts, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::bodies::leads;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Choice, Form, Line, Part};
use crate::pages::typed::{Reading, faults, organisation_name};

/// The form.
pub(super) const BATCH: &str = "lot";

const CHOSEN: &str = "examen-lot-choix";
const ACT: &str = "examen-lot-faire";
const LABEL: &str = "examen-lot-etiquette";
const WHY: &str = "examen-lot-motif";

/// What is done of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    /// A label is put on them, or taken from them.
    Label(bool),
    /// They are decided.
    Rule(Outcome),
}

const LABELLING: [Act; 2] = [Act::Label(true), Act::Label(false)];
const RULING: [Act; 3] = [
    Act::Rule(Outcome::Waiting),
    Act::Rule(Outcome::Refused),
    Act::Rule(Outcome::Dropped),
];

impl Act {
    const fn slug(self) -> &'static str {
        match self {
            Self::Label(true) => "etiqueter",
            Self::Label(false) => "detiqueter",
            Self::Rule(outcome) => outcome.slug(),
        }
    }

    fn from_slug(text: &str) -> Option<Self> {
        let mut all = LABELLING.into_iter().chain(RULING);
        all.find(|one| one.slug() == text)
    }
}

/// What whoever looks may do of several.
fn offered(desk: &Desk, body: &Body) -> Vec<Act> {
    let mut all = Vec::new();
    if leads::<Examine>(desk, body).is_ok() {
        all.extend(LABELLING);
    }
    if leads::<DecideApplications>(desk, body).is_ok() {
        all.extend(RULING);
    }
    all
}

/// What is typed.
enum Typed {
    Label(Label, bool),
    Rule(Outcome, Prose),
}

/// `POST …/examen/lot`.
pub(super) async fn act(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let at = Holding::open(&desk, (&slug, &call))?;
    let offered = offered(&desk, &at.body);
    if offered.is_empty() {
        return Err(Refused(StatusCode::FORBIDDEN));
    }
    let mut answers = Answers::of(pairs);
    let chosen = answers.told(CHOSEN).filter_map(|text| text.parse().ok());
    let chosen: BTreeSet<ApplicationId> = chosen.collect();
    let mut reading = Reading::of(&desk, &mut answers);
    if chosen.is_empty() {
        reading.fault(CHOSEN, "examen-lot-aucune");
    }
    let typed = read(&mut reading, &offered);
    let (Some(typed), 0) = (typed, answers.faults()) else {
        return board::page(&desk, &at, Shown::wrong(BATCH, &answers)).await;
    };
    match done_of(&desk, &at, &chosen, typed).await? {
        Ok(each) if each.iter().all(|(_, said)| said.is_ok()) => {
            Ok(done(&at.at("examen"), "examen-dit"))
        }
        Ok(each) => {
            // Nothing stays ticked: what was done is done, and what could not be would be refused again.
            let blank = Answers::default();
            let mut shown = Shown::wrong(BATCH, &blank);
            shown.each = each;
            board::page(&desk, &at, shown).await
        }
        Err(error) => {
            answers.fault(WHY, told::refusal(&desk, error)?);
            board::page(&desk, &at, Shown::wrong(BATCH, &answers)).await
        }
    }
}

fn read(reading: &mut Reading<'_>, offered: &[Act]) -> Option<Typed> {
    let act = reading.one_of(ACT, offered, Act::from_slug)?;
    if !offered.contains(&act) {
        reading.fault(ACT, "edit-choice-unknown");
        return None;
    }
    match act {
        Act::Rule(outcome) => Some(Typed::Rule(outcome, acts::motive(reading, WHY)?)),
        Act::Label(put) => {
            let label = Label::read(reading.answers.text(LABEL));
            if label.is_none() {
                let most = [("n", Label::CHARS.into())];
                let words = reading.words().with("examen-lot-sans-etiquette", &most);
                reading.answers.fault(LABEL, words);
            }
            Some(Typed::Label(label?, put))
        }
    }
}

async fn done_of(
    desk: &Desk,
    at: &Holding,
    chosen: &BTreeSet<ApplicationId>,
    typed: Typed,
) -> Result<Result<Each, ExamError>, Refused> {
    let several = (&at.call, chosen);
    Ok(match typed {
        Typed::Label(label, put) => {
            let may = leads::<Examine>(desk, &at.body)?;
            examination::label_several(desk.app(), &may, several, (label, put)).await
        }
        Typed::Rule(outcome, why) => {
            let may = leads::<DecideApplications>(desk, &at.body)?;
            examination::decide_several(desk.app(), &may, several, (outcome, why)).await
        }
    })
}

/// How many were done, and why each of the others was not.
pub(super) fn told_of(desk: &Desk, board: &Board, each: Each) -> Result<Vec<Part>, Refused> {
    if each.is_empty() {
        return Ok(Vec::new());
    }
    let words = desk.words();
    let n = each.iter().filter(|(_, said)| said.is_ok()).count();
    let mut lines = Vec::new();
    for (id, said) in each {
        let Err(error) = said else { continue };
        let known = board.all.iter().find(|one| one.application.id == id);
        let name = known.map(|one| name(desk, one));
        let more = match error {
            ExamError::Other(_) => words.get("examen-lot-inconnue"),
            error => told::refusal(desk, error)?,
        };
        lines.push(Line {
            words: name.unwrap_or_else(|| id.to_string()),
            more,
            ..Line::default()
        });
    }
    let warning = words.with("examen-lot-fait", &[("n", n.into())]);
    Ok(vec![Part::Warning(warning), Part::Lines(lines)])
}

fn name(desk: &Desk, one: &Examined) -> String {
    organisation_name(&desk.visit.directory, one.application.parties.lead())
}

/// The form, with a box for each application that is shown; none where there is nothing to do.
pub(super) fn form(
    desk: &Desk,
    at: &Holding,
    (shown, answers): (&[&Examined], &Answers),
) -> Option<Form> {
    let words = desk.words();
    let offered = offered(desk, &at.body);
    let option = |one: &&Examined| {
        let value = one.application.id.to_string();
        let came = one.application.receipts.first()?;
        let told = [
            ("step", told::step(words, one.examination.step()).into()),
            ("date", date(desk.visit.lang, paris_day(came.at)).into()),
        ];
        (one.application.stage() == Stage::Submitted).then(|| Choice {
            label: name(desk, one),
            hint: words.with("examen-lot-recue", &told),
            chosen: answers.has(CHOSEN, &value),
            value,
        })
    };
    let options: Vec<Choice> = shown.iter().filter_map(option).collect();
    if options.is_empty() || offered.is_empty() {
        return None;
    }
    let ask = Ask { words, answers };
    let slugs: Vec<&str> = offered.iter().map(|one| one.slug()).collect();
    let mut fields = vec![ask.choices(CHOSEN, false, options), ask.one_of(ACT, &slugs)];
    if offered.contains(&Act::Label(true)) {
        fields.push(ask.text(LABEL, "text"));
    }
    if offered.contains(&Act::Rule(Outcome::Refused)) {
        fields.push(ask.area(WHY, 3));
    }
    Some(Form {
        id: BATCH,
        title: Some(words.get("examen-lot")),
        action: at.at("examen/lot"),
        faults: faults(words, answers),
        fields,
        submit: words.get("examen-lot-envoyer"),
        plain: true,
    })
}
