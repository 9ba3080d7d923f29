//! The map, on demand: drawn here, complete without a script; the script puts the moving one in its place.

use portulan_app::orientation::{Located, Oriented};
use portulan_charts::{MapInput, MapPoint, Outline, PointState, legend_mark, svg_map};
use portulan_i18n::{Arg, Words, distance};
use portulan_model::{Position, TerritoryKey};

use super::asked::Asked;
use super::card::Card;
use crate::assets;
use crate::pages::addresses;
use crate::pages::visit::Visit;

/// A map and its legend.
pub(super) struct MapView {
    pub(super) svg: String,
    pub(super) legend: Vec<(String, String)>,
    /// What the script needs for the moving map, where this build carries it.
    pub(super) moving: Option<Moving>,
}

/// Addresses for the script.
pub(super) struct Moving {
    pub(super) points: String,
    pub(super) script: &'static str,
    pub(super) css: &'static str,
    /// Where the person is: latitude, longitude.
    pub(super) you: Option<String>,
}

/// The map of the places listed.
pub(super) fn view(visit: &Visit, asked: &Asked, found: &Oriented, cards: &[Card]) -> MapView {
    let words = Words::new(visit.lang);
    let points: Vec<MapPoint> = cards.iter().filter_map(point).collect();
    let you_words = words.get("map-you");
    let you = match &found.located {
        Located::At(spot)
            if spot
                .territory
                .as_ref()
                .is_none_or(|key| outline(visit, key).is_none()) =>
        {
            spot.position.map(|position| (position, you_words.as_str()))
        }
        _ => None,
    };
    let title = words.with("map-title", &[("n", Arg::from(points.len()))]);
    let missing = cards.len().saturating_sub(points.len());
    let desc = words.with("map-desc", &[("n", Arg::from(missing))]);
    let length = |metres: f64| distance(visit.lang, metres);
    let svg = svg_map(&MapInput {
        id: "carte",
        outlines: &outlines(visit, found),
        points: &points,
        you,
        width: 760,
        height: 420,
        title: &title,
        desc: &desc,
        length: &length,
    });
    MapView {
        svg,
        legend: legend(words),
        moving: moving(asked, you.map(|(position, _)| position)),
    }
}

fn point(card: &Card) -> Option<MapPoint> {
    Some(MapPoint {
        position: card.position?,
        label: card.name.clone(),
        rank: card.rank,
        state: card.opening.shape,
    })
}

fn outlines(visit: &Visit, found: &Oriented) -> Vec<Outline> {
    found
        .query
        .territories
        .iter()
        .filter_map(|key| outline(visit, key))
        .collect()
}

/// The contour of a territory, when the installation has one.
pub(crate) fn outline(visit: &Visit, key: &TerritoryKey) -> Option<Outline> {
    let contour = visit.directory.reference.contour(key)?;
    let lines = contour
        .iter()
        .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    let rings = lines.map(|line| {
        line.coords()
            .filter_map(|corner| Position::new(corner.y, corner.x).ok())
            .collect()
    });
    Some(Outline {
        rings: rings.collect(),
        focus: true,
    })
}

fn legend(words: Words) -> Vec<(String, String)> {
    [
        (PointState::Open, "map-open"),
        (PointState::Closed, "map-closed"),
        (PointState::Unknown, "map-unknown"),
    ]
    .into_iter()
    .map(|(state, id)| (legend_mark(state), words.get(id)))
    .collect()
}

fn moving(asked: &Asked, you: Option<Position>) -> Option<Moving> {
    let pairs = asked.drop(|name, _| name == "carte").pairs;
    Some(Moving {
        points: addresses::with_query(
            addresses::POINTS,
            pairs.iter().map(|(name, value)| (name, value)),
        ),
        script: assets::address("leaflet.js")?,
        css: assets::address("leaflet.css")?,
        you: you.map(|position| format!("{},{}", position.lat(), position.lon())),
    })
}
