//! Intentions in words: what, when, how much, with whom, to whom it is shown; and why something was refused.

use portulan_app::means::intentions::IntentionError;
use portulan_i18n::{ListWords as _, amount, listed};
use portulan_model::Slug;
use portulan_model::means::intentions::{
    Alliance, Intention, Lot, Over, Span, State, Theme, Unsound, Visibility, Weekly, Years,
};
use portulan_model::roadmaps::Need;

use super::fields as name;
use crate::auth::{Desk, Refused};
use crate::pages::typed::organisation_name;

/// The needs, the one in words in the place of "other".
pub(super) fn needs(desk: &Desk, one: &Intention) -> String {
    let said = |need: Need| match &one.other_need {
        Some(words) if need == Need::Other => words.clone(),
        _ => need.words(desk.visit.lang),
    };
    listed(desk.visit.lang, one.needs.iter().map(said).collect())
}

/// Under what amounts are counted.
pub(super) fn theme(desk: &Desk, theme: Theme) -> String {
    match theme {
        Theme::One(need) => need.words(desk.visit.lang),
        Theme::Several => desk.words().get("int-plusieurs-besoins"),
    }
}

/// A year, or from one to another.
pub(super) fn years(desk: &Desk, years: Years) -> String {
    if years.first == years.last {
        return years.first.to_string();
    }
    let told = [
        ("first", years.first.to_string().into()),
        ("last", years.last.to_string().into()),
    ];
    desk.words().with("int-annees-de-a", &told)
}

/// An amount, or between which.
pub(super) fn span(desk: &Desk, span: Span) -> String {
    let lang = desk.visit.lang;
    if span.least == span.most {
        return amount(lang, span.least);
    }
    let told = [
        ("least", amount(lang, span.least).into()),
        ("most", amount(lang, span.most).into()),
    ];
    desk.words().with("int-montant-entre", &told)
}

/// An amount, or that none is said.
pub(super) fn amount_of(desk: &Desk, of: Option<Span>) -> String {
    let unsaid = || desk.words().get("not-known");
    of.map_or_else(unsaid, |one| span(desk, one))
}

/// Equipment, kind by kind.
pub(super) fn lots(desk: &Desk, lots: &[Lot]) -> String {
    let said = |lot: &Lot| {
        let id = format!("int-materiel-{}-compte", lot.kit.slug());
        desk.words().with(&id, &[("n", lot.count.into())])
    };
    listed(desk.visit.lang, lots.iter().map(said).collect())
}

/// Hours a week.
pub(super) fn weekly(desk: &Desk, weekly: Weekly) -> String {
    let hours = name::hours_typed(weekly);
    desk.words()
        .with("int-heures-compte", &[("hours", hours.into())])
}

/// Alone or with whom.
pub(super) fn alliance(desk: &Desk, alliance: &Alliance) -> String {
    let words = desk.words();
    match alliance {
        Alliance::Open => words.get("int-avec-ouvert"),
        Alliance::Alone => words.get("int-avec-seul"),
        Alliance::With(others) => {
            let directory = &desk.visit.directory;
            let names = others
                .iter()
                .map(|slug| organisation_name(directory, slug))
                .collect();
            let names = listed(desk.visit.lang, names);
            words.with("int-avec-noms", &[("names", names.into())])
        }
    }
}

/// To whom it is shown.
pub(super) fn visibility(desk: &Desk, visibility: &Visibility) -> String {
    let words = desk.words();
    let to = match visibility {
        Visibility::Us => words.get("int-visible-nous"),
        Visibility::Levels { .. } => words.get("int-visible-niveaux"),
        Visibility::Bodies { bodies, .. } => {
            let names = bodies.iter().map(|slug| body(desk, slug)).collect();
            listed(desk.visit.lang, names)
        }
    };
    if visibility.includes_members() {
        return words.with("int-visible-avec-membres", &[("to", to.into())]);
    }
    to
}

/// What a body is called.
pub(super) fn body(desk: &Desk, slug: &Slug) -> String {
    let known = desk.visit.directory.levels.body(slug);
    known.map_or_else(|| slug.to_string(), |body| body.name.clone())
}

/// What became of one that stands no more.
pub(super) fn state(desk: &Desk, one: &Intention) -> Option<String> {
    let step = match &one.state {
        State::Noted => return None,
        State::Withdrawn { step, .. }
        | State::Pooled { step, .. }
        | State::Requested { step, .. } => step,
    };
    let id = format!("int-etat-{}", one.state.word());
    let told = [("when", desk.instant(step.at).into())];
    Some(desk.words().with(&id, &told))
}

/// Beside which field, and in which words, something was not done; what nobody here can mend is a fault of the page.
pub(super) fn refusal(
    desk: &Desk,
    error: IntentionError,
) -> Result<(&'static str, String), Refused> {
    let words = desk.words();
    let unknown = |slug: &Slug| words.with("typed-unknown", &[("text", slug.as_str().into())]);
    Ok(match error {
        IntentionError::Unsound(why) => unsound(desk, why),
        IntentionError::Over(Over(_)) => (name::TITLE, words.get("int-wrong-over")),
        IntentionError::NoOrganisation(slug) => (name::WITH_WHOM, unknown(&slug)),
        IntentionError::NoPlace(slug) => (name::PLACES, unknown(&slug)),
        IntentionError::NoBody(slug) => (name::BODIES, unknown(&slug)),
        IntentionError::NoEnvelope(slug) => (name::ENVELOPE, unknown(&slug)),
        IntentionError::Other(error) => return Err(error.into()),
    })
}

fn unsound(desk: &Desk, why: Unsound) -> (&'static str, String) {
    let (field, id) = match why {
        Unsound::Title => (name::TITLE, "int-wrong-titre"),
        Unsound::Need => (name::NEEDS, "int-wrong-besoin"),
        Unsound::Area | Unsound::Places => (name::AREA, "int-wrong-ou"),
        Unsound::Years => (name::LAST, "int-wrong-annees"),
        Unsound::Amount => (name::MOST, "int-wrong-montant"),
        Unsound::Count => (name::HOURS, "int-wrong-nombre"),
        Unsound::Alliance => (name::WITH_WHOM, "int-wrong-avec"),
        Unsound::Visibility => (name::BODIES, "int-wrong-gouvernances"),
    };
    (field, desk.words().get(id))
}
