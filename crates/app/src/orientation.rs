//! From what a person says to places: where they are, what they need, when.
//!
//! Nothing is guessed in silence: a name that several spots bear is offered as a choice, and what was understood
//! from a phrase is given back to be shown and taken away.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Europe::Paris;
use portulan_geo::{Found, Spot, SpotKind};
use portulan_model::{Position, Service, TerritoryKind};
use portulan_search::{Answer, Around, Hit, Openness, Query, Sort, When};
use portulan_text::fold;

use crate::Directory;
use crate::phrase;

/// Radius when the person gives none, in kilometres.
pub const DEFAULT_RADIUS_KM: f64 = 10.0;
/// Radius within which the nearest places are looked for when there is none around, in kilometres.
const WIDE_RADIUS_KM: f64 = 100.0;
/// Places of unknown hours shown beside those that are open.
const UNKNOWN_SHOWN: usize = 5;
/// Nearest places named when none answers.
const ELSEWHERE_SHOWN: usize = 3;

/// What a person asks.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// Free text of the one field: a place, or a whole phrase.
    pub place_text: Option<String>,
    /// A point, from "autour de moi" or from a map.
    pub point: Option<Position>,
    /// How far, in kilometres.
    pub radius_km: Option<f64>,
    /// Everything else.
    pub query: Query,
}

/// Where the person is, as far as it is known.
#[derive(Debug, Clone)]
pub enum Located {
    /// Not said.
    Nowhere,
    /// There.
    At(Spot),
    /// Several spots bear the name: the person chooses.
    Choose(Vec<Spot>),
    /// No spot bears the name.
    NotFound(String),
}

/// Something taken out of the phrase, to be shown and undone.
#[derive(Debug, Clone, PartialEq)]
pub enum Understood {
    /// A service.
    Need(Service),
    /// A moment.
    When(When),
}

/// The answer to a person.
#[derive(Debug, Clone)]
pub struct Oriented {
    /// Where they are.
    pub located: Located,
    /// The query that was answered: the place and what the phrase said included.
    pub query: Query,
    /// What was understood from the phrase.
    pub understood: Vec<Understood>,
    /// Places that answer. Empty while a choice of place is open.
    pub answer: Answer,
    /// When a moment is asked: some of the places whose hours then are not known.
    pub unknown: Vec<Hit>,
    /// When none answers: the nearest that would at another moment, or farther away.
    pub elsewhere: Vec<Hit>,
}

/// Answers a person.
#[must_use]
pub fn orient(directory: &Directory, ask: &Ask, now: DateTime<Utc>) -> Oriented {
    let mut query = ask.query.clone();
    let (located, understood) = locate(directory, ask, &mut query, now);
    let answer = match &located {
        Located::Choose(_) | Located::NotFound(_) => Answer::default(),
        Located::Nowhere | Located::At(_) => {
            reach(&mut query, &located, ask.radius_km);
            directory.snapshot.answer(&query, now)
        }
    };
    let settled = matches!(located, Located::Nowhere | Located::At(_));
    Oriented {
        unknown: if settled {
            unknown_hours(directory, &query, now)
        } else {
            Vec::new()
        },
        elsewhere: if settled && answer.total == 0 {
            nearest(directory, &query, now)
        } else {
            Vec::new()
        },
        located,
        query,
        understood,
        answer,
    }
}

fn locate(
    directory: &Directory,
    ask: &Ask,
    query: &mut Query,
    now: DateTime<Utc>,
) -> (Located, Vec<Understood>) {
    if let Some(point) = ask.point {
        return (Located::At(point_spot(directory, point)), Vec::new());
    }
    let Some(text) = ask
        .place_text
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty())
    else {
        return (Located::Nowhere, Vec::new());
    };
    let whole = directory.geocoder.find(text);
    let tomorrow = now.with_timezone(&Paris).weekday().succ();
    let said = phrase::read(text, tomorrow);
    if !said.says_more_than_a_place() || is_exactly(&whole, text) {
        return (located(whole, text), Vec::new());
    }
    let understood = adopt(&said, query);
    if said.place.is_empty() {
        return (Located::Nowhere, understood);
    }
    (
        located(directory.geocoder.find(&said.place), &said.place),
        understood,
    )
}

/// Puts what a phrase says into the query, where the person has not said it otherwise.
fn adopt(said: &phrase::Phrase, query: &mut Query) -> Vec<Understood> {
    let mut understood = Vec::new();
    if query.needs.is_empty() {
        query.needs = said.needs;
        understood.extend(said.needs.iter().map(Understood::Need));
    }
    if let (None, Some(when)) = (&query.when, &said.when) {
        query.when = Some(*when);
        understood.push(Understood::When(*when));
    }
    understood
}

/// Whether the whole text is the name of a spot, so that none of its words means anything else.
fn is_exactly(found: &Found, text: &str) -> bool {
    let wanted = fold(text);
    let named = |spot: &Spot| fold(&spot.label).starts_with(&wanted);
    match found {
        Found::Nothing => false,
        Found::One(spot) => named(spot),
        Found::Several(spots) => spots.iter().any(named),
    }
}

fn located(found: Found, text: &str) -> Located {
    match found {
        Found::Nothing => Located::NotFound(text.to_owned()),
        Found::One(spot) => Located::At(spot),
        Found::Several(spots) => Located::Choose(spots),
    }
}

fn point_spot(directory: &Directory, point: Position) -> Spot {
    let commune = directory.geocoder.nearest_commune(point);
    let name = commune
        .and_then(|code| directory.reference.commune(&code))
        .map(|found| found.name.clone());
    Spot {
        label: name.unwrap_or_default(),
        kind: SpotKind::Point,
        position: Some(point),
        commune,
        territory: None,
        radius_km: DEFAULT_RADIUS_KM,
        detail: String::new(),
        fallback: false,
    }
}

/// Turns a spot into the space of the query: wide territories by their limits, everything else by distance.
fn reach(query: &mut Query, located: &Located, radius_km: Option<f64>) {
    let Located::At(spot) = located else {
        return;
    };
    let wide = spot
        .territory
        .as_ref()
        .filter(|key| key.kind() < TerritoryKind::Commune);
    match (wide, spot.position, &spot.territory) {
        (Some(territory), ..) | (None, None, Some(territory)) => {
            query.territories = vec![territory.clone()];
        }
        (None, Some(centre), _) => {
            query.around = Some(Around {
                centre,
                radius_km: radius_km.unwrap_or(DEFAULT_RADIUS_KM),
            });
        }
        (None, None, None) => {}
    }
}

fn unknown_hours(directory: &Directory, query: &Query, now: DateTime<Utc>) -> Vec<Hit> {
    if query.when.is_none() || query.openness != Openness::Open {
        return Vec::new();
    }
    let unknown = Query {
        openness: Openness::Unknown,
        limit: UNKNOWN_SHOWN,
        cursor: None,
        facets: false,
        ..query.clone()
    };
    directory.snapshot.answer(&unknown, now).hits
}

/// Gives up the moment first, the distance next: nearest first.
fn nearest(directory: &Directory, query: &Query, now: DateTime<Utc>) -> Vec<Hit> {
    let near = Query {
        when: None,
        limit: ELSEWHERE_SHOWN,
        cursor: None,
        facets: false,
        sort: if query.around.is_some() {
            Sort::Distance
        } else {
            Sort::Utility
        },
        ..query.clone()
    };
    let hits = directory.snapshot.answer(&near, now).hits;
    let Some(around) = near.around.filter(|_| hits.is_empty()) else {
        return hits;
    };
    let far = Query {
        around: Some(Around {
            radius_km: WIDE_RADIUS_KM,
            ..around
        }),
        ..near
    };
    directory.snapshot.answer(&far, now).hits
}
