//! Agreements in words: how far they are, how their instalments stand, and why a step is not taken.

use portulan_app::means::agreements::{AgreementError, Followed};
use portulan_i18n::{Words, amount, date};
use portulan_model::means::agreements::{
    Agreement, AgreementError as Limit, AgreementState, Balance, Due, Instalment, Stage, Terms,
};
use portulan_model::means::envelopes::Line;
use portulan_model::{Cents, Slug};

use crate::auth::{Desk, Refused};
use crate::pages::typed::organisation_name;

/// What an agreement is called: its request, and who has the money.
pub(super) fn title(desk: &Desk, followed: &Followed) -> String {
    name(desk, &followed.agreement)
}

/// The same, of an agreement alone.
pub(super) fn name(desk: &Desk, agreement: &Agreement) -> String {
    let told = [
        ("request", agreement.request.as_str().into()),
        ("name", beneficiary(desk, &agreement.beneficiary).into()),
    ];
    desk.words().with("conv-name", &told)
}

/// Who has the money.
pub(super) fn beneficiary(desk: &Desk, slug: &Slug) -> String {
    organisation_name(&desk.visit.directory, slug)
}

/// How far it is.
pub(super) fn stage(words: Words, stage: Stage) -> String {
    words.get(&format!("conv-etat-{}", stage.slug()))
}

/// How far it is, with the days that its state knows.
pub(super) fn state(desk: &Desk, agreement: &Agreement) -> String {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let known = stage(words, agreement.stage());
    let (id, day) = match &agreement.state {
        AgreementState::Drafted => return known,
        AgreementState::Sent { sent } => ("conv-depuis", *sent),
        AgreementState::Signed { signed, .. } => ("conv-signee-le", signed.on),
        AgreementState::Closed { on, .. } | AgreementState::Ended { on, .. } => {
            ("conv-depuis", *on)
        }
    };
    let told = [("state", known.into()), ("day", date(lang, day).into())];
    words.with(id, &told)
}

/// How an instalment stands.
pub(super) fn due(desk: &Desk, due: Due) -> String {
    let (words, lang) = (desk.words(), desk.visit.lang);
    match due {
        Due::Paid { line, missing } if missing > Cents::ZERO => {
            let told = [
                ("line", line.to_string().into()),
                ("missing", amount(lang, missing).into()),
            ];
            words.with("conv-versee-en-partie", &told)
        }
        Due::Paid { line, .. } => words.with("conv-versee", &[("line", line.to_string().into())]),
        Due::Late => words.get("conv-en-retard"),
        Due::Ahead => words.get("conv-a-venir"),
    }
}

/// An instalment: its day and amount.
pub(super) fn instalment(desk: &Desk, one: &Instalment) -> String {
    let lang = desk.visit.lang;
    let told = [
        ("day", date(lang, one.due).into()),
        ("amount", amount(lang, one.amount).into()),
    ];
    desk.words().with("conv-echeance-dite", &told)
}

/// A line of the ledger: its number, day and amount.
pub(super) fn line(desk: &Desk, line: &Line) -> String {
    let lang = desk.visit.lang;
    let told = [
        ("line", line.number.to_string().into()),
        ("day", date(lang, line.hand.day).into()),
        ("amount", amount(lang, line.amount()).into()),
    ];
    desk.words().with("conv-ligne-dite", &told)
}

/// The instalments beside what is granted, where they are not the same.
pub(super) fn balance(desk: &Desk, terms: &Terms, granted: Cents) -> Option<String> {
    let (id, sum) = match terms.balance(granted).ok()? {
        Balance::Exact => return None,
        Balance::Missing(sum) => ("conv-ecart-manque", sum),
        Balance::Beyond(sum) => ("conv-ecart-trop", sum),
    };
    let told = [("amount", amount(desk.visit.lang, sum).into())];
    Some(desk.words().with(id, &told))
}

/// Why something was not done, in words; what nobody here can mend is a fault of the page.
pub(super) fn refusal(desk: &Desk, error: AgreementError) -> Result<String, Refused> {
    match error {
        AgreementError::Refused(limit) => Ok(refused(desk, &limit)),
        AgreementError::NotGranted => Ok(desk.words().get("conv-refus-rien")),
        AgreementError::Other(error) => Err(error.into()),
    }
}

fn refused(desk: &Desk, limit: &Limit) -> String {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let sum = |id: &str, sum: Cents| words.with(id, &[("amount", amount(lang, sum).into())]);
    let line = |id: &str, number: u64| words.with(id, &[("line", number.to_string().into())]);
    match limit {
        Limit::NotNow(at) => words.with("conv-refus-etape", &[("state", stage(words, *at).into())]),
        Limit::Moved => words.get("conv-refus-change"),
        Limit::NoInstalment => words.get("conv-refus-sans-echeance"),
        Limit::TooManyInstalments => {
            let most = [("n", Terms::MOST_INSTALMENTS.into())];
            words.with("conv-refus-echeances", &most)
        }
        Limit::NoAmount => words.get("env-refus-vide"),
        Limit::ReportsBackwards => words.get("conv-refus-bilans"),
        Limit::Beyond { granted, over } => {
            let told = [
                ("granted", amount(lang, *granted).into()),
                ("over", amount(lang, *over).into()),
            ];
            words.with("conv-refus-accorde", &told)
        }
        Limit::TooEarly(day) => words.with("conv-refus-tot", &[("day", date(lang, *day).into())]),
        Limit::NoSigner => words.get("conv-refus-signataire"),
        Limit::PaidChanged(paid, day) => {
            let told = [
                ("day", date(lang, *day).into()),
                ("amount", amount(lang, *paid).into()),
            ];
            words.with("conv-refus-versee", &told)
        }
        Limit::Nothing(_) => words.get("edit-choice-unknown"),
        Limit::Linked(number) => line("conv-refus-liee", *number),
        Limit::NoPayment(number) => line("conv-refus-versement", *number),
        Limit::Overpaid { over } => sum("conv-refus-trop", *over),
        Limit::NoReturn(number) => line("conv-refus-retour", *number),
        Limit::NotPaid(left) => sum("conv-refus-rendre", *left),
        Limit::Reported => words.get("conv-refus-bilan-final"),
        Limit::NotReported => words.get("conv-refus-sans-bilan"),
        Limit::Owed => words.get("conv-refus-du"),
        Limit::TooMuch(_) => words.get("roadmap-wrong-amount"),
    }
}
