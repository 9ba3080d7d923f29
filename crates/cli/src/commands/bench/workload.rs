//! The questions put to the directory: text, five filters, a polygon and a moment, all counts asked.
//!
//! They are drawn with the seed, so that no single question decides: frequent and rare words, one text in three with a
//! typing mistake, polygons from a town to the whole country, moments over the coming week.

use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveTime};
use portulan_model::{
    Access, ClosedList, Fee, Mobility, Place, Position, Programme, Public, Service, Support,
    ValueSet,
};
use portulan_search::{Query, When};
use portulan_text::fold;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// Questions drawn.
const QUESTIONS: usize = 48;
/// Texts typed: words of names, of summaries, and of both.
const TEXTS: [&str; 10] = [
    "médiathèque",
    "bibliothèque",
    "espace social commun",
    "france services",
    "centre social",
    "mairie conseiller numérique",
    "maison de quartier",
    "ordinateurs",
    "mission locale",
    "ccas",
];
/// Radii of polygons, in kilometres: a town, a métropole, a région, the country.
const RADII_KM: [f64; 4] = [8.0, 30.0, 150.0, 1_200.0];
/// Corners of a polygon.
const CORNERS: u8 = 16;

/// A question, and whether its text bears a mistake.
pub(crate) struct Question {
    pub(crate) query: Query,
    pub(crate) mistyped: bool,
}

/// Draws the questions over some places, on the days after `today`.
pub(crate) fn questions(places: &[Arc<Place>], today: NaiveDate, seed: u64) -> Vec<Question> {
    let mut rng = StdRng::seed_from_u64(seed ^ 0x5eed);
    let spots: Vec<Position> = places
        .iter()
        .filter_map(|place| place.record.position)
        .take(2_000)
        .collect();
    (0..QUESTIONS)
        .filter_map(|number| question(number, &spots, today, &mut rng))
        .collect()
}

fn question(
    number: usize,
    spots: &[Position],
    today: NaiveDate,
    rng: &mut StdRng,
) -> Option<Question> {
    let text = TEXTS.get(number % TEXTS.len())?;
    let mistyped = number % 3 == 2 && fold(text).split(' ').any(|word| word.len() > 6);
    let text = if mistyped {
        mistaken(text)
    } else {
        (*text).to_owned()
    };
    let centre = spots.get(rng.random_range(0..spots.len().max(1)))?;
    let radius = RADII_KM.get(number / 2 % RADII_KM.len())?;
    let day = today.checked_add_days(Days::new(rng.random_range(0..7)))?;
    let time = NaiveTime::from_hms_opt(rng.random_range(9..19), rng.random_range(0..4) * 15, 0)?;
    let mut query = Query {
        text: Some(text),
        polygon: Some(polygon(*centre, *radius)),
        when: Some(When::At(day.and_time(time))),
        needs: some(2, rng),
        fees: [Fee::Free, Fee::FreeOnCondition].into_iter().collect(),
        access: [Access::WalkIn, Access::Call].into_iter().collect(),
        support: [Support::Individual, Support::Alone].into_iter().collect(),
        facets: true,
        ..Query::default()
    };
    match number % 4 {
        0 => query.publics = some::<Public>(2, rng),
        1 => query.programmes = some::<Programme>(3, rng),
        _ => query.mobility = [Mobility::Fixed].into_iter().collect(),
    }
    query.needs.insert(Service::Paperwork);
    Some(Question { query, mistyped })
}

/// The longest word loses its fourth letter.
fn mistaken(text: &str) -> String {
    let folded = fold(text);
    let longest = folded
        .split(' ')
        .max_by_key(|word| word.len())
        .unwrap_or_default();
    let short: String = longest
        .char_indices()
        .filter(|(at, _)| *at != 3)
        .map(|(_, letter)| letter)
        .collect();
    folded.replace(longest, &short)
}

fn some<L: ClosedList>(count: usize, rng: &mut StdRng) -> ValueSet<L> {
    (0..count)
        .filter_map(|_| L::ALL.get(rng.random_range(0..L::ALL.len())).copied())
        .collect()
}

fn polygon(centre: Position, radius_km: f64) -> Vec<Position> {
    let corner = |number: u8| {
        let turn = f64::from(number) / f64::from(CORNERS) * std::f64::consts::TAU;
        // Every other corner is nearer: the shape is no circle, nor even convex.
        let far = if number.is_multiple_of(2) {
            radius_km
        } else {
            radius_km * 0.8
        };
        let north = far * turn.sin() / 111.2;
        let east = far * turn.cos() / (111.2 * centre.lat().to_radians().cos());
        Position::new(
            (centre.lat() + north).clamp(-89.0, 89.0),
            (centre.lon() + east).clamp(-179.0, 179.0),
        )
        .ok()
    };
    (0..CORNERS).filter_map(corner).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_changes_the_longest_word_only() {
        assert_eq!(mistaken("France services"), "france serices");
    }

    #[test]
    fn a_polygon_has_its_corners_and_holds_its_centre() {
        let centre = Position::new(48.11, -1.68).unwrap();
        let ring = polygon(centre, 30.0);
        assert_eq!(ring.len(), usize::from(CORNERS));
        assert!(portulan_geo::polygon_contains(&ring, centre));
    }
}
