//! Indicators, a group of answers each: name, unit, where one starts, where one wants to be, what was measured.
//!
//! Measures are typed one a line, `2025-12-31 ; 120 ; enquête`: the day, how much, where it comes from.

use chrono::NaiveDate;
use portulan_model::proposals::Prose;
use portulan_model::roadmaps::{Indicator, Measure, Observation};
use portulan_model::{Cents, IndicatorId};

use super::{LONGEST_TITLE, Typed};
use crate::roadmaps::Fault;

/// Most indicators of an action or an objective.
const MOST: usize = 20;

fn named(rank: usize, part: &str) -> String {
    format!("indicateur-{rank}-{part}")
}

pub(super) fn fill(indicators: &[Indicator]) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (rank, one) in indicators.iter().enumerate() {
        let seen: Vec<String> = one.observations.iter().map(seen).collect();
        let target = one.target.map(measured).unwrap_or_default();
        let start = one.baseline.as_ref().map(self::seen).unwrap_or_default();
        pairs.extend([
            (named(rank, "id"), one.id.to_string()),
            (named(rank, "nom"), one.name.clone()),
            (named(rank, "unite"), one.unit.clone()),
            (named(rank, "depart"), start),
            (named(rank, "cible"), target),
            (named(rank, "releves"), seen.join("\n")),
        ]);
    }
    pairs
}

fn seen(one: &Observation) -> String {
    format!("{} ; {} ; {}", one.on, measured(one.value), one.source)
}

/// A measure as it is typed: `120` or `12,5`.
#[must_use]
pub fn measured(value: Measure) -> String {
    let text = Cents::new(value.0).to_string();
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.replace('.', ",")
}

/// Reads a measure: `120`, `12,5`, `1 200`. Below zero, it has a sign.
#[must_use]
pub fn measure(text: &str) -> Option<Measure> {
    let text = text.trim();
    let below = text.strip_prefix(['-', '−']);
    let value = below.unwrap_or(text).parse::<Cents>().ok()?.get();
    Some(Measure(if below.is_some() { -value } else { value }))
}

pub(super) fn read(
    typed: Typed<'_>,
    draw: &mut dyn FnMut() -> IndicatorId,
    wrong: &mut Vec<Fault>,
) -> Vec<Indicator> {
    let mut all = Vec::new();
    for rank in 0..MOST {
        let text = |part: &str| typed.text(&named(rank, part));
        // An indicator without a name is taken away, unless something else is said of it.
        let name = line(text("nom"));
        let blank = ["unite", "depart", "cible", "releves"];
        if name.is_none() && blank.into_iter().all(|part| text(part).is_empty()) {
            continue;
        }
        if name.is_none() && text("id").is_empty() {
            wrong.push(Fault::new(
                named(rank, "nom"),
                "roadmap-wrong-indicator-name",
            ));
        }
        let Some(name) = name else { continue };
        all.push(Indicator {
            id: text("id").parse().unwrap_or_else(|_new| draw()),
            name,
            unit: line(text("unite")).unwrap_or_default(),
            baseline: observation(typed, &named(rank, "depart"), wrong).pop(),
            target: target(typed, &named(rank, "cible"), wrong),
            observations: observation(typed, &named(rank, "releves"), wrong),
        });
    }
    all
}

fn line(text: &str) -> Option<String> {
    Prose::line(text, LONGEST_TITLE).ok().flatten()
}

fn target(typed: Typed<'_>, name: &str, wrong: &mut Vec<Fault>) -> Option<Measure> {
    let text = typed.text(name);
    let read = measure(text);
    if read.is_none() && !text.is_empty() {
        wrong.push(Fault::told(name, "roadmap-wrong-measure", text));
    }
    read
}

fn observation(typed: Typed<'_>, name: &str, wrong: &mut Vec<Fault>) -> Vec<Observation> {
    let mut all: Vec<Observation> = Vec::new();
    for text in typed
        .text(name)
        .lines()
        .filter(|text| !text.trim().is_empty())
    {
        match one(text) {
            Some(seen) => all.push(seen),
            None => wrong.push(Fault::told(name, "roadmap-wrong-observation", text.trim())),
        }
    }
    all.sort_by_key(|one| one.on);
    all
}

fn one(text: &str) -> Option<Observation> {
    let mut parts = text.splitn(3, ';').map(str::trim);
    let on: NaiveDate = parts.next()?.parse().ok()?;
    let value = measure(parts.next()?)?;
    let source = line(parts.next()?)?;
    Some(Observation { on, value, source })
}

/// Reads a measure of each indicator for which one is typed: `releve-<id>`, `releve-<id>-jour`, `releve-<id>-source`.
pub(super) fn read_seen(
    indicators: &[Indicator],
    typed: Typed<'_>,
    wrong: &mut Vec<Fault>,
) -> Vec<(IndicatorId, Observation)> {
    let mut all = Vec::new();
    for indicator in indicators {
        let name = format!("releve-{}", indicator.id);
        let text = typed.text(&name);
        if text.is_empty() {
            continue;
        }
        let on = typed.text(&format!("{name}-jour")).parse().ok();
        let source = line(typed.text(&format!("{name}-source")));
        match (measure(text), on, source) {
            (Some(value), Some(on), Some(source)) => {
                all.push((indicator.id, Observation { on, value, source }));
            }
            (None, _, _) => wrong.push(Fault::told(name, "roadmap-wrong-measure", text)),
            (_, None, _) => wrong.push(Fault::new(format!("{name}-jour"), "roadmap-wrong-no-day")),
            (_, _, None) => {
                wrong.push(Fault::new(
                    format!("{name}-source"),
                    "roadmap-wrong-no-source",
                ));
            }
        }
    }
    all
}
