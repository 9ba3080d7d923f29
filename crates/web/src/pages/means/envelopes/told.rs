//! Envelopes in words: what they pay for, who brings the money, what was done, and why something was refused.

use portulan_app::Error;
use portulan_app::means::envelopes::EnvelopeError;
use portulan_i18n::{Words, amount};
use portulan_model::Cents;
use portulan_model::means::envelopes::{
    EnvelopeKind, Funder, Limit, Line, Refusal, Sums, Unsound, What,
};
use portulan_policy::Refusal as NotAllowed;

use crate::auth::{Desk, Refused};
use crate::pages::typed::{organisation_name, period_words, territory_name};

/// What an envelope pays for.
pub(super) fn kind(words: Words, kind: EnvelopeKind) -> String {
    words.get(&format!("env-objet-{}", kind.slug()))
}

/// Who brings the money.
pub(in crate::pages::means) fn funder(desk: &Desk, funder: &Funder) -> String {
    match funder {
        Funder::Organisation(slug) => organisation_name(&desk.visit.directory, slug),
        Funder::Outside(name) => name.clone(),
    }
}

/// A sum, or that it is withheld.
pub(super) fn sum(desk: &Desk, sum: Option<Cents>) -> String {
    let withheld = || desk.words().get("env-withheld");
    sum.map_or_else(withheld, |sum| amount(desk.visit.lang, sum))
}

/// What is promised, granted, paid and left, in one sentence.
pub(super) fn use_of(desk: &Desk, sums: Sums, whole: Cents) -> String {
    let lang = desk.visit.lang;
    let left = sums.left_of(whole).unwrap_or_default();
    let told = [
        ("promised", amount(lang, sums.promised).into()),
        ("granted", amount(lang, sums.granted).into()),
        ("paid", amount(lang, sums.paid).into()),
        ("left", amount(lang, left).into()),
        ("whole", amount(lang, whole).into()),
    ];
    desk.words().with("env-use", &told)
}

/// What a line did.
pub(in crate::pages::means) fn what(words: Words, line: &Line) -> String {
    match line.what {
        What::Moved(what) => words.get(&format!("env-fait-{}", what.slug())),
        What::Reversed(number) => words.with("env-fait-annuler", &[("n", number.into())]),
    }
}

/// Why something was not done, in words; what nobody here can mend is a fault of the page.
pub(in crate::pages::means) fn refusal(
    desk: &Desk,
    error: EnvelopeError,
) -> Result<String, Refused> {
    let words = desk.words();
    let named = |slug| organisation_name(&desk.visit.directory, &slug);
    match error {
        EnvelopeError::Unsound(unsound) => Ok(words.get(match unsound {
            Unsound::NoAmount => "env-wrong-empty",
            Unsound::TooLarge => "roadmap-wrong-amount",
            Unsound::NegativeCeiling => "roadmap-wrong-amount-negative",
            Unsound::CeilingBeyond => "env-wrong-ceiling",
            Unsound::EmptyBound => "env-wrong-bound",
            Unsound::FloorBeyondCap => "env-wrong-floor",
        })),
        EnvelopeError::Refused(refusal) => Ok(refused(desk, refusal)),
        EnvelopeError::FormUsed(number) => {
            Ok(words.with("env-refus-formulaire", &[("n", number.into())]))
        }
        EnvelopeError::NoOrganisation(slug) => {
            Ok(words.with("typed-unknown", &[("text", named(slug).into())]))
        }
        EnvelopeError::Other(Error::Forbidden(NotAllowed::OwnWork { .. })) => {
            Ok(words.get("env-refus-soi"))
        }
        EnvelopeError::Other(error) => Err(error.into()),
    }
}

fn refused(desk: &Desk, refusal: Refusal) -> String {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let of = |id: &str, sum: Cents| words.with(id, &[("amount", amount(lang, sum).into())]);
    match refusal {
        Refusal::Beyond {
            limit,
            ceiling,
            left,
            over,
        } => beyond(desk, &limit, (ceiling, left, over)),
        Refusal::NoAmount => words.get("env-refus-vide"),
        Refusal::NotGranted(sum) => of("env-refus-verser", sum),
        Refusal::NotHeld(sum) => of("env-refus-liberer", sum),
        Refusal::Undercut(request) => {
            let told = [("request", request.as_str().into())];
            words.with("env-refus-suite", &told)
        }
        Refusal::Reversed(number) => words.with("env-refus-annulee", &[("n", number.into())]),
        Refusal::GivenBack(number) => words.with("env-refus-rendue", &[("n", number.into())]),
        Refusal::NoLine(number) => words.with("env-refus-ligne", &[("n", number.into())]),
        Refusal::OutOfPeriod(period) => {
            let period = period_words(lang, period).unwrap_or_default();
            words.with("env-refus-dates", &[("period", period.into())])
        }
        Refusal::YearOutside(years) => {
            let told = [
                ("from", years.start().to_string().into()),
                ("to", years.end().to_string().into()),
            ];
            words.with("env-refus-annee", &told)
        }
        Refusal::NoCost => words.get("env-refus-cout"),
        Refusal::BelowFloor(sum) => of("env-refus-plancher", sum),
        Refusal::TooMuch(_) => words.get("roadmap-wrong-amount"),
    }
}

/// Which ceiling, by how much, and what can still be had.
fn beyond(desk: &Desk, limit: &Limit, (ceiling, left, over): (Cents, Cents, Cents)) -> String {
    let (lang, directory) = (desk.visit.lang, &desk.visit.directory);
    let (id, name) = match limit {
        Limit::Envelope => ("env-refus-enveloppe", String::new()),
        Limit::Territory(key) => ("env-refus-territoire", territory_name(directory, key)),
        Limit::Beneficiary(slug) => ("env-refus-structure", organisation_name(directory, slug)),
        Limit::Rate => ("env-refus-taux", String::new()),
    };
    let told = [
        ("name", name.into()),
        ("ceiling", amount(lang, ceiling).into()),
        ("left", amount(lang, left).into()),
        ("over", amount(lang, over).into()),
    ];
    desk.words().with(id, &told)
}
