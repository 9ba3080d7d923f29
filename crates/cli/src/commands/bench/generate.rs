//! A directory of any size made from the demonstration: its places, moved to other communes and varied.
//!
//! A commune is drawn by its population, so that towns hold many places as they do. Names, hours and values vary, and
//! some names bear a typing mistake. The same seed makes the same places, and fewer places are the first of more.

use std::sync::Arc;

use chrono::Duration;
use portulan_geo::{Reference, Territory};
use portulan_model::{
    ClosedList, ExternalId, Place, PlaceId, PlaceRecord, Position, SessionTime, Slug,
    TerritoryCode, TerritoryKind, ValueSet,
};
use portulan_text::slug;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::shift::shifted;

/// Instant of the first id, in milliseconds since 1970: ids follow the order of generation.
const FIRST_MILLIS: u64 = 1_767_225_600_000;
/// Steps by which hours move, in minutes.
const STEP: i32 = 15;
/// Share of names with a typing mistake.
const MISTYPED: f64 = 0.02;
/// Share of values of a list that are dropped, and of places that get one more.
const DROPPED: f64 = 0.15;
const ADDED: f64 = 0.25;

/// What places are made from.
pub(crate) struct Generator<'a> {
    models: &'a [Arc<Place>],
    /// Communes with a population, and the sum of populations up to each.
    communes: Vec<(u64, &'a Territory)>,
    people: u64,
    source: Slug,
}

impl<'a> Generator<'a> {
    /// `None` when there is no model or no commune to spread over.
    pub(crate) fn new(models: &'a [Arc<Place>], reference: &'a Reference) -> Option<Self> {
        let mut inhabited: Vec<&Territory> = reference
            .of_kind(TerritoryKind::Commune)
            .filter(|commune| commune.population > Some(0))
            .collect();
        inhabited.sort_by(|one, other| one.key.cmp(&other.key));
        let mut people = 0;
        let mut communes = Vec::with_capacity(inhabited.len());
        for commune in inhabited {
            people += u64::from(commune.population.unwrap_or(0));
            communes.push((people, commune));
        }
        let source = "banc-d-essai".parse().ok()?;
        (!models.is_empty() && people > 0).then_some(Self {
            models,
            communes,
            people,
            source,
        })
    }

    /// The first places of a seed.
    pub(crate) fn places(&self, count: usize, seed: u64) -> Vec<Arc<Place>> {
        let mut rng = StdRng::seed_from_u64(seed);
        (0..count)
            .filter_map(|number| self.place(number, &mut rng))
            .map(Arc::new)
            .collect()
    }

    fn place(&self, number: usize, rng: &mut StdRng) -> Option<Place> {
        let model = self.models.get(rng.random_range(0..self.models.len()))?;
        let commune = self.commune(rng.random_range(0..self.people))?;
        let mut record = model.record.clone();
        record.external = ExternalId {
            source: self.source.clone(),
            id: number.to_string(),
        };
        move_to(&mut record, commune, rng);
        record.name = name(&model.record, commune, rng);
        vary_values(&mut record, rng);
        vary_hours(&mut record, rng);
        let older = Duration::days(rng.random_range(0..700));
        let dated = record.provenance.record.dated;
        record.provenance.record.dated = dated.and_then(|date| date.checked_sub_signed(older));
        record.provenance.fields.clear();
        let name = slug(&record.name).unwrap_or_default();
        let short: String = name.chars().take(60).collect();
        Some(Place {
            id: PlaceId::from_parts(FIRST_MILLIS + u64::try_from(number).ok()?, rng.random()),
            slug: format!("{}-{number}", short.trim_matches('-'))
                .parse()
                .ok()?,
            record,
        })
    }

    fn commune(&self, person: u64) -> Option<&'a Territory> {
        let rank = self.communes.partition_point(|(sum, _)| *sum <= person);
        self.communes.get(rank).map(|(_, commune)| *commune)
    }
}

fn move_to(record: &mut PlaceRecord, commune: &Territory, rng: &mut StdRng) {
    record.address.commune.clone_from(&commune.name);
    record.address.postcode = commune.postcodes.first().copied();
    record.address.insee = match commune.key.code() {
        TerritoryCode::Commune(code) => Some(*code),
        _ => None,
    };
    let kilometres = 0.5 + f64::from(commune.population.unwrap_or(0)).sqrt() / 150.0;
    let (turn, far) = (
        rng.random_range(0.0..std::f64::consts::TAU),
        rng.random::<f64>().sqrt() * kilometres,
    );
    record.position = commune.centre.and_then(|centre| {
        let north = far * turn.sin() / 111.2;
        let east = far * turn.cos() / (111.2 * centre.lat().to_radians().cos());
        Position::new(centre.lat() + north, centre.lon() + east).ok()
    });
    record.address.street = record.address.street.as_ref().map(|street| {
        let street = street.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        format!("{} {street}", rng.random_range(1..200))
    });
}

/// The name of the model with the commune's in place of Rennes, or after it.
fn name(model: &PlaceRecord, commune: &Territory, rng: &mut StdRng) -> String {
    let name = if model.name.contains("Rennes") {
        model.name.replace("Rennes", &commune.name)
    } else {
        format!("{}, {}", model.name, commune.name)
    };
    if !rng.random_bool(MISTYPED) {
        return name;
    }
    let dropped = rng.random_range(1..name.chars().count().max(2));
    name.chars()
        .enumerate()
        .filter(|(at, _)| *at != dropped)
        .map(|(_, letter)| letter)
        .collect()
}

fn vary_values(record: &mut PlaceRecord, rng: &mut StdRng) {
    record.services = varied(record.services, rng);
    record.publics = varied(record.publics, rng);
    record.care = varied(record.care, rng);
    record.fees = varied(record.fees, rng);
    record.access = varied(record.access, rng);
    record.support = varied(record.support, rng);
    record.programmes = varied(record.programmes, rng);
    record.labels = varied(record.labels, rng);
}

fn varied<L: ClosedList>(set: ValueSet<L>, rng: &mut StdRng) -> ValueSet<L> {
    let mut kept: ValueSet<L> = set.iter().filter(|_| !rng.random_bool(DROPPED)).collect();
    if rng.random_bool(ADDED)
        && let Some(value) = L::ALL.get(rng.random_range(0..L::ALL.len()))
    {
        kept.insert(*value);
    }
    kept
}

fn vary_hours(record: &mut PlaceRecord, rng: &mut StdRng) {
    let mut draw = || rng.random_range(-2..=2) * STEP;
    let (opening, closing) = (draw(), draw());
    record.hours = record
        .hours
        .as_ref()
        .map(|osm| shifted(osm, opening, closing));
    for session in &mut record.sessions {
        if let SessionTime::Recurring { osm, .. } = &mut session.time {
            *osm = shifted(osm, draw(), draw());
        }
    }
}

#[cfg(test)]
mod tests {
    use portulan_model::Provenance;

    use super::*;

    fn model() -> Arc<Place> {
        let source: Slug = "essai".parse().unwrap();
        Arc::new(Place {
            id: PlaceId::from_parts(1, [0; 10]),
            slug: "essai".parse().unwrap(),
            record: PlaceRecord {
                external: ExternalId::new(source.clone(), "1").unwrap(),
                name: "Médiathèque de Rennes".to_owned(),
                pivot: None,
                address: portulan_model::Address {
                    commune: "Rennes".to_owned(),
                    ..Default::default()
                },
                position: None,
                kinds: Vec::new(),
                contact: portulan_model::Contact::default(),
                hours: Some("Mo-Fr 09:00-12:00".to_owned()),
                hours_text: None,
                summary: None,
                detail: None,
                producer: None,
                mobility: ValueSet::EMPTY,
                parent: None,
                services: ValueSet::EMPTY,
                publics: ValueSet::EMPTY,
                care: ValueSet::EMPTY,
                fees: ValueSet::EMPTY,
                programmes: ValueSet::EMPTY,
                labels: ValueSet::EMPTY,
                other_labels: Vec::new(),
                access: ValueSet::EMPTY,
                support: ValueSet::EMPTY,
                accessibility_url: None,
                booking_url: None,
                networks: Vec::new(),
                sessions: Vec::new(),
                provenance: Provenance::of_record(source, None),
            },
        })
    }

    #[test]
    fn the_same_seed_makes_the_same_places_and_fewer_are_the_first_of_more() {
        let reference = Reference::embedded().unwrap();
        let models = [model()];
        let generator = Generator::new(&models, &reference).unwrap();
        let many = generator.places(200, 7);
        assert_eq!(many.len(), 200);
        assert_eq!(
            generator.places(20, 7),
            many.iter().take(20).cloned().collect::<Vec<_>>()
        );
        assert_ne!(
            generator.places(20, 8),
            many.iter().take(20).cloned().collect::<Vec<_>>()
        );
        let placed = many
            .iter()
            .filter(|place| place.record.position.is_some())
            .count();
        assert!(placed > 100, "{placed}");
    }
}
