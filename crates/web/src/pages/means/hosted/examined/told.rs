//! Examination in words: how far it is, what was found, advised, marked and decided, and why something was refused.

use portulan_app::means::examination::ExamError;
use portulan_i18n::{Words, amount, date};
use portulan_model::means::calls::paris_day;
use portulan_model::means::examination::{
    Advice, Examination, ExaminationError, Finding, Grid, Marks, Outcome, Ruling, Said, Step,
};

use crate::auth::{Desk, Refused};
use crate::pages::means::envelopes;
use crate::pages::means::hosted::told;

/// How far it is.
pub(super) fn step(words: Words, step: Step) -> String {
    words.get(&format!("examen-etape-{}", step.slug()))
}

/// What a level advises.
pub(super) fn advice(words: Words, advice: Advice) -> String {
    words.get(&format!("examen-avis-{}", advice.slug()))
}

/// What was decided.
pub(super) fn outcome(words: Words, outcome: Outcome) -> String {
    words.get(&format!("examen-decision-{}", outcome.slug()))
}

/// What was decided, with what was given.
pub(super) fn ruling(desk: &Desk, ruling: &Ruling) -> String {
    let told = outcome(desk.words(), ruling.outcome);
    match &ruling.given {
        Some(given) => format!("{told} – {}", amount(desk.visit.lang, given.amount)),
        None => told,
    }
}

/// The day on which something was said, and why.
pub(super) fn said(desk: &Desk, said: &Said) -> String {
    let day = date(desk.visit.lang, paris_day(said.at));
    format!("{day}. {}", said.why.as_str())
}

/// What was found.
pub(super) fn finding(desk: &Desk, finding: &Finding) -> String {
    let id = if finding.holds {
        "examen-constat-oui"
    } else {
        "examen-constat-non"
    };
    format!("{}. {}", desk.words().get(id), said(desk, &finding.said))
}

/// What the marks come to, with how far apart they are.
pub(super) fn marks(words: Words, marks: &Marks) -> String {
    let figure = |hundredths: u32| f64::from(hundredths) / 100.0;
    let told = [
        ("mean", figure(marks.mean.hundredths()).into()),
        ("least", figure(marks.least.hundredths()).into()),
        ("most", figure(marks.most.hundredths()).into()),
        ("n", marks.experts.into()),
    ];
    words.with("examen-marques", &told)
}

/// Why something was not said, in words; what nobody here can mend is a fault of the page.
pub(super) fn refusal(desk: &Desk, error: ExamError) -> Result<String, Refused> {
    let words = desk.words();
    let id = match error {
        ExamError::Examination(error) => match error {
            ExaminationError::Decided => "examen-faux-decidee",
            ExaminationError::NotAdmissible => "examen-faux-irrecevable",
            ExaminationError::NotEligible => "examen-faux-ineligible",
            ExaminationError::Conflict => "examen-faux-conflit",
            ExaminationError::Points => {
                let most = [("n", u32::from(Grid::POINTS).into())];
                return Ok(words.with("examen-faux-points", &most));
            }
            ExaminationError::NoGrid => "examen-faux-grille",
            ExaminationError::Full => "examen-faux-notes",
            ExaminationError::Labels => {
                let most = [("n", Examination::MOST_LABELS.into())];
                return Ok(words.with("examen-faux-etiquettes", &most));
            }
        },
        ExamError::NotSubmitted(stage) => {
            let stage = told::stage(words, stage);
            return Ok(words.with("examen-faux-etat", &[("state", stage.into())]));
        }
        ExamError::Party => "examen-faux-partie",
        ExamError::NotConcerned => "examen-faux-niveau",
        ExamError::GridUsed => "examen-faux-grille-utilisee",
        ExamError::Undecided(n) => {
            return Ok(words.with("examen-faux-indecises", &[("n", n.into())]));
        }
        ExamError::NoGift => "examen-faux-montant",
        ExamError::OneByOne => "examen-faux-une-a-une",
        ExamError::Nowhere => "examen-faux-territoire",
        ExamError::Envelope(error) => return envelopes::refusal(desk, error),
        ExamError::Other(error) => return Err(error.into()),
    };
    Ok(words.get(id))
}
