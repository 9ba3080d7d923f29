//! What the pages of roadmaps have in common: stages, periods, areas, amounts, measures and names in words.

use portulan_app::Directory;
use portulan_app::areas;
use portulan_i18n::{Lang, Words, date, decimal, listed, number};
use portulan_model::governance::DecisionRef;
use portulan_model::roadmaps::{ActionState, Measure, Roadmap, Stage};
use portulan_model::{Area, Cents, Period, PlaceId, Slug, TerritoryKey};

use crate::pages::visit::Visit;

/// Territories and communes that are named; the others are counted.
const NAMED: usize = 12;
/// Hundredths in a whole, for amounts and measures.
const HUNDRED: f64 = 100.0;

/// How far a roadmap is.
pub(super) fn stage(words: Words, stage: Stage) -> String {
    words.get(&format!("roadmap-stage-{}", stage.slug()))
}

/// How far an action is, with why it was given up.
pub(super) fn state(words: Words, state: &ActionState) -> String {
    let slug = portulan_app::roadmaps::form::state_slug(state);
    let told = words.get(&format!("roadmap-state-{slug}"));
    match state {
        ActionState::Abandoned { reason } => {
            let told = [("state", told.into()), ("reason", reason.as_str().into())];
            words.with("roadmap-state-because", &told)
        }
        _ => told,
    }
}

/// From when to when.
pub(super) fn period(lang: Lang, period: Period) -> String {
    let words = Words::new(lang);
    match (period.from(), period.to()) {
        (Some(from), Some(to)) => words.with(
            "roadmap-period",
            &[
                ("from", date(lang, from).into()),
                ("to", date(lang, to).into()),
            ],
        ),
        (Some(from), None) => {
            words.with("roadmap-period-from", &[("from", date(lang, from).into())])
        }
        (None, Some(to)) => words.with("roadmap-period-to", &[("to", date(lang, to).into())]),
        (None, None) => words.get("roadmap-period-open"),
    }
}

/// What an area adds up to: "44 communes : Rennes Métropole et Vitré".
pub(in crate::pages) fn area(visit: &Visit, area: &Area) -> String {
    let (lang, reference) = (visit.lang, &visit.directory.reference);
    let words = Words::new(lang);
    let sum = areas::sum(reference, area);
    let name = |key: &TerritoryKey| {
        let known = reference.territory(key);
        known.map_or_else(|| key.to_string(), |one| one.name.clone())
    };
    let communes = sum.communes.iter().copied().map(TerritoryKey::commune);
    let mut names: Vec<String> = sum.whole.iter().map(name).collect();
    names.extend(communes.map(|key| name(&key)));
    names.extend(sum.pieces.iter().map(|piece| {
        let commune = name(&TerritoryKey::commune(piece.commune()));
        let told = [
            ("part", name(piece.key()).into()),
            ("commune", commune.into()),
        ];
        words.with("roadmap-area-piece", &told)
    }));
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 {
        names.push(words.with("roadmap-area-more", &[("n", more.into())]));
    }
    let names = listed(lang, names);
    if sum.count == 0 {
        return names;
    }
    words.with(
        "roadmap-area",
        &[("n", sum.count.into()), ("names", names.into())],
    )
}

/// An amount: "55 400 €", or "55 400,50 €".
pub(super) fn euros(lang: Lang, amount: Cents) -> String {
    let amount = in_hundredths(lang, amount.get());
    Words::new(lang).with("roadmap-euros", &[("amount", amount.into())])
}

/// A measure: "120", "12,5".
pub(in crate::pages) fn measure(lang: Lang, value: Measure) -> String {
    in_hundredths(lang, value.0)
}

/// A number of hundredths, with decimals where it has some.
fn in_hundredths(lang: Lang, value: i64) -> String {
    if value % 100 == 0 {
        let whole = number(lang, value.unsigned_abs() / 100);
        let sign = if value < 0 { "−" } else { "" };
        return format!("{sign}{whole}");
    }
    // Fifteen digits are exact: amounts that are typed have thirteen at most.
    #[expect(
        clippy::cast_precision_loss,
        reason = "amounts have fewer digits than a float holds"
    )]
    let value = value as f64 / HUNDRED;
    decimal(lang, value, 2)
}

/// How an organisation is called.
pub(super) fn organisation(directory: &Directory, slug: &Slug) -> String {
    let known = directory.organisations.get(slug);
    known.map_or_else(|| slug.to_string(), |one| one.name.clone())
}

/// How a place is called, and its page where it has one.
pub(super) fn place(visit: &Visit, id: &PlaceId) -> Option<(String, String)> {
    let directory = &visit.directory;
    let place = directory.snapshot.by_id(&directory.survivor(id))?;
    let address = visit.link(&crate::pages::addresses::place(&place.slug));
    Some((address, place.record.name.clone()))
}

/// How a body is called.
pub(super) fn body(directory: &Directory, slug: &Slug) -> String {
    let known = directory.levels.body(slug);
    known.map_or_else(|| slug.to_string(), |one| one.name.clone())
}

/// What decided a roadmap: "décision 2023-1".
pub(super) fn decision(words: Words, decision: &DecisionRef) -> String {
    let number = decision.number.to_string();
    words.with("roadmap-decision-named", &[("number", number.into())])
}

/// How far a roadmap is, since when, and what decided it.
pub(super) fn standing(lang: Lang, roadmap: &Roadmap) -> String {
    let words = Words::new(lang);
    let told = stage(words, roadmap.state.stage());
    let since = roadmap.stages.last().map(|(since, _)| *since);
    let Some(since) = since else { return told };
    let since = date(lang, since);
    match portulan_app::roadmaps::decided_by(roadmap) {
        Some(decided) => words.with(
            "roadmap-standing-decided",
            &[
                ("stage", told.into()),
                ("date", since.into()),
                ("decision", decision(words, decided).into()),
            ],
        ),
        None => words.with(
            "roadmap-standing",
            &[("stage", told.into()), ("date", since.into())],
        ),
    }
}
