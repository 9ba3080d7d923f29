//! Calls in words: how far, until when, who holds them, who is concerned.

use chrono::{DateTime, Utc};
use portulan_i18n::{Words, date, listed};
use portulan_model::means::calls::{
    Audience, Call, CallKind, Gate, Milestone, Owner, Phase, Stance, Timeline,
};

use crate::pages::addresses;
use crate::pages::visit::Visit;

/// How far it is.
pub(super) fn phase(words: Words, phase: Phase) -> String {
    words.get(&format!("appel-phase-{}", phase.slug()))
}

/// What it asks for.
pub(super) fn kind(words: Words, kind: CallKind) -> String {
    words.get(&format!("appel-nature-{}", kind.slug()))
}

/// What an organisation means to do.
pub(super) fn stance(words: Words, stance: Stance) -> String {
    words.get(&format!("appel-position-{}", stance.slug()))
}

/// A step of a call.
pub(super) fn milestone(words: Words, step: Milestone) -> String {
    words.get(&format!("appel-jour-{}", step.slug()))
}

/// Who holds it, and their page.
pub(super) fn owner(visit: &Visit, owner: &Owner) -> (String, Option<String>) {
    match owner {
        Owner::Body(slug) => {
            let known = visit.directory.levels.body(slug);
            let name = known.map_or_else(|| slug.to_string(), |body| body.name.clone());
            (name, Some(visit.link(&addresses::body(slug))))
        }
        Owner::Outside(name) => (name.clone(), None),
    }
}

/// When a step is: its day, and for closing its instant; nothing where it is not known.
pub(super) fn when(visit: &Visit, timeline: &Timeline, step: Milestone) -> Option<String> {
    if step == Milestone::Closing {
        return timeline.closing().map(|at| visit.instant(at));
    }
    timeline.day(step).map(|day| date(visit.lang, day))
}

/// Steps that are told even where nobody knows their day: whoever answers looks for these.
const ALWAYS: [Milestone; 2] = [Milestone::Opening, Milestone::Closing];

/// The dates of a call: those that are known, and those that everybody looks for.
pub(super) fn dates(visit: &Visit, timeline: &Timeline) -> Vec<(String, String)> {
    let words = Words::new(visit.lang);
    let line = |step: &Milestone| {
        let known = when(visit, timeline, *step);
        let told = known.or_else(|| ALWAYS.contains(step).then(|| words.get("not-known")));
        Some((milestone(words, *step), told?))
    };
    let mut dates: Vec<(String, String)> = Milestone::ALL.iter().filter_map(line).collect();
    if let Some(soft) = timeline.soft() {
        dates.push((words.get("appel-jour-souple"), visit.instant(soft)));
    }
    dates
}

/// How long one may still answer, in days; nothing where that is not known, or where it is over.
pub(in crate::pages) fn left(words: Words, call: &Call, at: DateTime<Utc>) -> Option<String> {
    if !call.is_ahead(at) {
        return None;
    }
    let days = call.terms.timeline.days_left(at)?;
    let days = usize::try_from(days).ok()?;
    Some(words.with("appel-left", &[("n", days.into())]))
}

/// How far it is, in a sentence, with how long one may still answer.
pub(super) fn standing(visit: &Visit, call: &Call) -> String {
    let words = Words::new(visit.lang);
    let mut told = phase(words, call.phase(visit.now));
    let early = call.terms.timeline.gate(visit.now) == Gate::Before;
    let more = [
        early.then(|| words.get("appel-not-open")),
        left(words, call, visit.now),
    ];
    for more in more.into_iter().flatten() {
        told.push_str(". ");
        told.push_str(&more);
    }
    told
}

/// Who is concerned.
pub(super) fn audience(visit: &Visit, audience: &Audience) -> String {
    let words = Words::new(visit.lang);
    let kinds = audience.kinds.iter();
    let kinds = kinds.map(|kind| words.get(&format!("edit-org-type-{}", kind.slug())));
    let kinds: Vec<String> = kinds.collect();
    let schemes = audience.schemes.iter().map(|slug| {
        let known = visit.directory.levels.scheme(slug);
        known.map_or_else(|| slug.to_string(), |one| one.name.clone())
    });
    let schemes: Vec<String> = schemes.collect();
    let mut told = if kinds.is_empty() {
        words.get("appel-pour-toutes")
    } else {
        listed(visit.lang, kinds)
    };
    if !schemes.is_empty() {
        let named = [("schemes", listed(visit.lang, schemes).into())];
        told.push_str(". ");
        told.push_str(&words.with("appel-pour-dispositifs", &named));
    }
    told
}

/// How many organisations hold each position.
pub(super) fn counts(words: Words, counts: &[(Stance, usize)]) -> Vec<String> {
    let line = |(stance, count): &(Stance, usize)| {
        let id = format!("appel-compte-{}", stance.slug());
        words.with(&id, &[("n", (*count).into())])
    };
    counts.iter().map(line).collect()
}
