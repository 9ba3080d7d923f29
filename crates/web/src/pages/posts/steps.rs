//! The steps that a post can take, each with its form: only those that its state allows are offered.

use portulan_app::posts::Step;
use portulan_model::posts::{Extension, Post, PostState};

use super::form::{self, hundredths, share};
use super::funding;
use crate::auth::Desk;
use crate::pages::editing::answers::BEFORE;
use crate::pages::parts::{Ask, Field};
use crate::pages::typed::Reading;

/// The field that names the step.
pub(super) const ACT: &str = "geste";
const EXTEND_FROM: &str = "prolonge-le";
const EXTEND_SHARE: &str = "prolonge-temps";
const FILL_ON: &str = "pourvu-le";
const FILL_UNTIL: &str = "pourvu-jusque";
const VACATE_ON: &str = "libre-le";
const TIME_ON: &str = "temps-le";
const TIME_SHARE: &str = "temps-part";
const GIVE_BACK_ON: &str = "rendu-le";

/// A step, by its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Extend,
    Fill,
    Vacate,
    Time,
    Facts,
    GiveBack,
}

impl Act {
    const ALL: [Self; 6] = [
        Self::Extend,
        Self::Fill,
        Self::Vacate,
        Self::Time,
        Self::Facts,
        Self::GiveBack,
    ];

    /// Reads the word of a form.
    pub(super) fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.word() == text)
    }

    /// The word of forms.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Extend => "prolonger",
            Self::Fill => "pourvoir",
            Self::Vacate => "liberer",
            Self::Time => "temps",
            Self::Facts => "fiche",
            Self::GiveBack => "rendre",
        }
    }

    /// The message that says what was done.
    pub(super) const fn note(self) -> &'static str {
        match self {
            Self::Extend => "poste-extended",
            Self::GiveBack => "poste-returned",
            _ => "disp-saved",
        }
    }

    /// The field beside which a refusal is said.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Extend => EXTEND_FROM,
            Self::Fill => FILL_ON,
            Self::Vacate => VACATE_ON,
            Self::Time => TIME_ON,
            Self::Facts => "poste-lieux",
            Self::GiveBack => GIVE_BACK_ON,
        }
    }
}

/// The steps that a post can take as it stands.
pub(super) fn open_to(post: &Post) -> Vec<Act> {
    let Some((_, state)) = post.states.last() else {
        return Vec::new();
    };
    match state {
        PostState::Returned => vec![Act::Facts],
        PostState::Vacant => vec![Act::Extend, Act::Fill, Act::Time, Act::Facts, Act::GiveBack],
        PostState::Filled { .. } => vec![
            Act::Extend,
            Act::Vacate,
            Act::Time,
            Act::Facts,
            Act::GiveBack,
        ],
    }
}

/// The fields of the form of a step.
pub(super) fn fields(desk: &Desk, ask: &Ask<'_>, act: Act, post: &Post) -> Vec<Field> {
    let mut fields = vec![Field::Hidden(ACT.to_owned(), act.word().to_owned())];
    match act {
        Act::Extend => {
            fields.push(ask.day(EXTEND_FROM));
            fields.extend(funding::fields(ask));
            fields.push(ask.text(EXTEND_SHARE, "text"));
        }
        Act::Fill => fields.extend([ask.day(FILL_ON), ask.day(FILL_UNTIL)]),
        Act::Vacate => fields.push(ask.day(VACATE_ON)),
        Act::Time => fields.extend([ask.day(TIME_ON), ask.text(TIME_SHARE, "text")]),
        Act::Facts => {
            let read = ask.answers.first(BEFORE).map(str::to_owned);
            let read = read.unwrap_or_else(|| serde_json::to_string(post).unwrap_or_default());
            fields.push(Field::Hidden(BEFORE.to_owned(), read));
            fields.extend(form::facts(desk, ask, Some(post)));
        }
        Act::GiveBack => fields.push(ask.day(GIVE_BACK_ON)),
    }
    fields
}

/// What is typed in the form of a step.
pub(super) fn read(reading: &mut Reading<'_>, act: Act) -> Option<Step> {
    Some(match act {
        Act::Extend => Step::Extend(extension(reading)?),
        Act::Fill => {
            let until = reading.day(FILL_UNTIL);
            let on = reading.needed_day(FILL_ON)?;
            if until.is_some_and(|until| until < on) {
                reading.fault(FILL_UNTIL, "typed-period-backwards");
            }
            Step::Fill(on, until)
        }
        Act::Vacate => Step::Vacate(reading.needed_day(VACATE_ON)?),
        Act::Time => {
            let part = share(reading, TIME_SHARE);
            Step::Time(reading.needed_day(TIME_ON)?, part?)
        }
        // What is put right is no step: it is read and weighed field by field.
        Act::Facts => return None,
        Act::GiveBack => Step::GiveBack(reading.needed_day(GIVE_BACK_ON)?),
    })
}

fn extension(reading: &mut Reading<'_>) -> Option<Extension> {
    let from = reading.needed_day(EXTEND_FROM);
    let line = funding::read(reading);
    if reading.answers.text(funding::WHO).is_empty() {
        reading.fault(funding::WHO, "typed-organisation-missing");
    }
    let text = reading.answers.text(EXTEND_SHARE).to_owned();
    let part = hundredths(&text).and_then(|n| portulan_model::posts::Fte::new(n).ok());
    if part.is_none() && !text.is_empty() {
        reading.fault(EXTEND_SHARE, "poste-temps-wrong");
    }
    Some(Extension {
        from: from?,
        funding: line?,
        fte: part,
    })
}
