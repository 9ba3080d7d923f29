//! The map of a census: each commune by its state; its legend; its text twin is the table under it.

use portulan_app::census::Known;
use portulan_charts::{Area, AreaInput, svg_areas, tone_mark};
use portulan_i18n::{Words, distance};
use portulan_model::TerritoryKey;

use super::words::{TONES, state_named, tone};
use crate::pages::visit::Visit;

/// A map and its legend: a shape, and what it says.
pub(super) struct MapView {
    pub(super) svg: String,
    pub(super) legend: Vec<(String, String)>,
}

/// The map; none where no place of the communes is known.
pub(super) fn view(visit: &Visit, towns: &[Known]) -> Option<MapView> {
    let words = Words::new(visit.lang);
    let areas: Vec<Area> = towns.iter().map(|one| area(visit, one)).collect();
    if areas
        .iter()
        .all(|area| area.centre.is_none() && area.rings.is_empty())
    {
        return None;
    }
    let title = words.with("census-map-title", &[("n", areas.len().into())]);
    let svg = svg_areas(&AreaInput {
        id: "carte",
        areas: &areas,
        width: 760,
        height: 480,
        title: &title,
        desc: &words.get("census-map-desc"),
        length: &|metres| distance(visit.lang, metres),
    });
    let shown = |(word, tone)| (tone_mark(tone), state_named(words, word));
    Some(MapView {
        svg,
        legend: TONES.into_iter().map(shown).collect(),
    })
}

fn area(visit: &Visit, known: &Known) -> Area {
    let key = TerritoryKey::commune(known.town.code);
    let outline = crate::pages::results::outline(visit, &key);
    let state = state_named(Words::new(visit.lang), known.town.state.word());
    Area {
        rings: outline.map(|one| one.rings).unwrap_or_default(),
        centre: visit.directory.reference.centre(known.town.code),
        label: format!("{}, {state}", known.name),
        tone: tone(&known.town.state),
    }
}
