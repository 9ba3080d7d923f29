//! `…/conventions/<convention>/<geste>`: a step in the life of an agreement, on a form of its own.
//!
//! What a step needs is asked and nothing else. A step that cannot be taken now says so; one that is refused comes back with
//! the reason, and what was typed stays.

use axum::extract::Form as Sent;
use axum::response::Response;
use portulan_app::means::agreements::{self, Followed, Step};
use portulan_i18n::{amount, date};
use portulan_model::Cents;
use portulan_model::means::agreements::{
    AgreementState, Due, Instalment, Refund, Signature, Stage,
};
use portulan_model::means::calls::Function;
use portulan_policy::actions::WriteAgreements;

use super::{At, Pairs, TAB, at, crumbs_under, may, reached, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::means::no_function;
use crate::pages::parts::{Ask, Field, Form, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults};

pub(super) const DAY: &str = "conv-jour";
pub(super) const REASON: &str = "conv-motif";
const SIGNERS: &str = "conv-signataires";
const INSTALMENT: &str = "conv-echeance";
const LINE: &str = "conv-ligne";
const AMOUNT: &str = "conv-montant";
const REFUND: &str = "conv-remboursement";

/// A step that has a form of its own. Terms have another page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Send,
    TakeBack,
    Sign,
    Pay,
    AskBack,
    GiveBack,
    Close,
    End,
}

impl Act {
    pub(super) const ALL: &[Self] = &[
        Self::Send,
        Self::TakeBack,
        Self::Sign,
        Self::Pay,
        Self::AskBack,
        Self::GiveBack,
        Self::Close,
        Self::End,
    ];

    /// The word of its address.
    pub(super) const fn slug(self) -> &'static str {
        match self {
            Self::Send => "envoyer",
            Self::TakeBack => "reprendre",
            Self::Sign => "signer",
            Self::Pay => "verser",
            Self::AskBack => "reclamer",
            Self::GiveBack => "rendre",
            Self::Close => "clore",
            Self::End => "interrompre",
        }
    }

    /// The message that names it.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Send => "conv-acte-envoyer",
            Self::TakeBack => "conv-acte-reprendre",
            Self::Sign => "conv-acte-signer",
            Self::Pay => "conv-acte-verser",
            Self::AskBack => "conv-acte-reclamer",
            Self::GiveBack => "conv-acte-rendre",
            Self::Close => "conv-acte-clore",
            Self::End => "conv-acte-interrompre",
        }
    }

    /// Whether some instalment is still to be paid.
    pub(super) fn has_unpaid(followed: &Followed) -> bool {
        let signed = matches!(followed.agreement.state, AgreementState::Signed { .. });
        signed && unpaid(followed).next().is_some()
    }

    /// Whether it can be taken now.
    pub(super) fn is_open(self, followed: &Followed) -> bool {
        let (one, ledger) = (&followed.agreement, &followed.ledger);
        let stage = one.stage();
        let signed = matches!(one.state, AgreementState::Signed { .. });
        let owed = one.refunds.iter().any(|one| one.received.is_none());
        match self {
            Self::Send => stage == Stage::Drafted,
            Self::TakeBack | Self::Sign => stage == Stage::Sent,
            Self::Pay => Self::has_unpaid(followed) && !one.loose_payments(ledger).is_empty(),
            Self::AskBack => {
                let paid = one.sums(ledger).is_ok_and(|sums| sums.paid > Cents::ZERO);
                paid && (signed || (stage == Stage::Ended && one.signature().is_some()))
            }
            Self::GiveBack => owed && !one.loose_returns(ledger).is_empty(),
            Self::Close => stage == Stage::FinallyReported && !owed,
            Self::End => stage == Stage::Sent || signed,
        }
    }
}

/// The instalments that are still to be paid, with their numbers from 0.
fn unpaid(followed: &Followed) -> impl Iterator<Item = (usize, &Instalment)> {
    let agreement = &followed.agreement;
    let dues = agreement.dues(&followed.ledger, chrono::NaiveDate::MIN);
    let all = agreement.terms.instalments.iter().enumerate();
    let open = all.zip(dues.unwrap_or_default());
    let open = open.filter(|(_, due)| !matches!(due, Due::Paid { .. }));
    open.map(|(one, _due)| one)
}

/// `GET …/{geste}`.
pub(super) async fn ask(desk: Desk, at: At, act: Act) -> Result<Response, Refused> {
    let followed = reached(&desk, (&at.0.0, &at.0.1)).await?;
    may::<WriteAgreements>(&desk, &followed.envelope)?;
    let mut answers = Answers::default();
    answers.put(DAY, desk.visit.today().to_string());
    Ok(page(&desk, &followed, act, &answers))
}

/// `POST …/{geste}`.
pub(super) async fn take(
    desk: Desk,
    address: At,
    Sent(pairs): Sent<Pairs>,
    act: Act,
) -> Result<Response, Refused> {
    let followed = reached(&desk, (&address.0.0, &address.0.1)).await?;
    let may = may::<WriteAgreements>(&desk, &followed.envelope)?;
    let mut answers = Answers::of(pairs);
    let Some(step) = read(&desk, &mut answers, act) else {
        return Ok(page(&desk, &followed, act, &answers));
    };
    let on = (&followed.envelope.slug, &followed.agreement.slug);
    match agreements::take(desk.app(), &may, on, step).await {
        Ok(()) => {
            let note = format!("conv-{}", act.slug());
            Ok(done(&at(&followed, ""), &note))
        }
        Err(error) => {
            answers.fault(first_field(act), told::refusal(&desk, error)?);
            Ok(page(&desk, &followed, act, &answers))
        }
    }
}

/// The field beside which a refusal is said.
const fn first_field(act: Act) -> &'static str {
    match act {
        Act::Send | Act::TakeBack | Act::Sign | Act::Close | Act::End => DAY,
        Act::Pay | Act::GiveBack => LINE,
        Act::AskBack => AMOUNT,
    }
}

/// What is typed; nothing where something of it cannot be.
fn read(desk: &Desk, answers: &mut Answers, act: Act) -> Option<Step> {
    let mut reading = Reading::of(desk, answers);
    let step = match act {
        Act::Send => reading.needed_day(DAY).map(Step::Send),
        Act::TakeBack => Some(Step::TakeBack),
        Act::Sign => {
            let on = reading.needed_day(DAY);
            let by = signers(&mut reading);
            let signature = |(on, by)| Step::Sign(Signature { on, by });
            on.zip(by).map(signature)
        }
        Act::Pay => {
            let both = chosen::<usize>(&mut reading, INSTALMENT).zip(chosen(&mut reading, LINE));
            both.map(|(at, line)| Step::Pay(at, line))
        }
        Act::AskBack => refund(&mut reading).map(Step::AskBack),
        Act::GiveBack => {
            let both = chosen::<usize>(&mut reading, REFUND).zip(chosen(&mut reading, LINE));
            both.map(|(at, line)| Step::GiveBack(at, line))
        }
        Act::Close => reading.needed_day(DAY).map(Step::Close),
        Act::End => {
            let on = reading.needed_day(DAY);
            let both = on.zip(reason(&mut reading));
            both.map(|(on, reason)| Step::End(on, reason))
        }
    };
    step.filter(|_| answers.faults() == 0)
}

/// A choice that is a number.
fn chosen<T: std::str::FromStr>(reading: &mut Reading<'_>, field: &str) -> Option<T> {
    let number = reading.answers.text(field).parse().ok();
    if number.is_none() {
        reading.fault(field, "edit-choice-unknown");
    }
    number
}

/// Why, which must be said.
pub(super) fn reason(reading: &mut Reading<'_>) -> Option<portulan_model::proposals::Prose> {
    let reason = reading.prose(REASON);
    if reason.is_none() {
        reading.fault(REASON, "env-wrong-reason");
    }
    reason
}

/// The functions of those who signed: no name is asked.
fn signers(reading: &mut Reading<'_>) -> Option<Vec<Function>> {
    let typed: Vec<String> = reading.answers.told(SIGNERS).map(str::to_owned).collect();
    let by: Result<Vec<Function>, _> = typed.iter().map(|text| Function::read(text)).collect();
    match by {
        Ok(by) if !by.is_empty() => Some(by),
        Ok(_) => {
            reading.fault(SIGNERS, "conv-refus-signataire");
            None
        }
        Err(_no_function) => {
            let words = no_function(reading.desk);
            reading.answers.fault(SIGNERS, words);
            None
        }
    }
}

fn refund(reading: &mut Reading<'_>) -> Option<Refund> {
    let asked = reading.needed_day(DAY);
    let amount = reading.amount(AMOUNT);
    if amount.is_none() {
        reading.fault(AMOUNT, "env-refus-vide");
    }
    let reason = reason(reading);
    Some(Refund {
        asked: asked?,
        amount: amount?,
        reason: reason?,
        received: None,
    })
}

fn page(desk: &Desk, followed: &Followed, act: Act, answers: &Answers) -> Response {
    let words = desk.words();
    let lead = words.get(&format!("{}-aide", act.title()));
    let head = Head {
        crumbs: crumbs_under(desk, followed),
        lead,
    };
    let body = if act.is_open(followed) {
        Part::Form(Form {
            id: "geste",
            title: None,
            action: at(followed, act.slug()),
            faults: faults(words, answers),
            fields: fields(desk, followed, act, answers),
            submit: words.get(act.title()),
            plain: matches!(act, Act::End | Act::TakeBack),
        })
    } else {
        let told = [("state", told::state(desk, &followed.agreement).into())];
        Part::Warning(words.with("conv-pas-maintenant", &told))
    };
    desk_page(desk.page(words.get(act.title()), TAB), head, vec![body])
}

fn fields(desk: &Desk, followed: &Followed, act: Act, answers: &Answers) -> Vec<Field> {
    let ask = Ask {
        words: desk.words(),
        answers,
    };
    let instalments =
        || unpaid(followed).map(|(at, one)| (at.to_string(), told::instalment(desk, one)));
    let payments = || {
        followed
            .agreement
            .loose_payments(&followed.ledger)
            .into_iter()
    };
    let returns = || {
        followed
            .agreement
            .loose_returns(&followed.ledger)
            .into_iter()
    };
    let option = |line: &portulan_model::means::envelopes::Line| {
        (line.number.to_string(), told::line(desk, line))
    };
    match act {
        Act::Send | Act::Close => vec![ask.day(DAY)],
        Act::TakeBack => Vec::new(),
        Act::Sign => vec![ask.day(DAY), ask.several(SIGNERS)],
        Act::Pay => vec![
            ask.select(INSTALMENT, instalments()),
            ask.select(LINE, payments().map(option)),
        ],
        Act::AskBack => vec![ask.text(AMOUNT, "text"), ask.day(DAY), ask.area(REASON, 3)],
        Act::GiveBack => vec![
            ask.select(REFUND, open_refunds(desk, followed)),
            ask.select(LINE, returns().map(option)),
        ],
        Act::End => vec![ask.day(DAY), ask.area(REASON, 3)],
    }
}

/// The refunds that did not come yet.
fn open_refunds(desk: &Desk, followed: &Followed) -> Vec<(String, String)> {
    let lang = desk.visit.lang;
    let all = followed.agreement.refunds.iter().enumerate();
    let open = all.filter(|(_, one)| one.received.is_none());
    open.map(|(at, one)| {
        let told = [
            ("day", date(lang, one.asked).into()),
            ("amount", amount(lang, one.amount).into()),
        ];
        (
            at.to_string(),
            desk.words().with("conv-echeance-dite", &told),
        )
    })
    .collect()
}
