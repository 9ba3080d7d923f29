//! Centres of communes among the towns of `GeoNames`, whose records bear no official code.
//!
//! A town is joined by région and name: when sizes agree, or when the région has no other commune nor town of that
//! name. One that could be two communes is none; one that lies far from the rest of its EPCI is a namesake.

use std::collections::HashMap;

use portulan_text::search_tokens;
use serde::Deserialize;

use super::Commune;

/// Populations of the two sources differ by their year: two of the same name are told apart by this factor.
const SAME_SIZE: f64 = 1.4;
/// Where no other bears the name, only a mistake of the source gives sizes further apart than this.
const ALONE_SIZE: f64 = 3.0;
/// No commune of mainland France lies further from the middle of its EPCI, in kilometres, but a few dozen.
const FAR_KM: f64 = 30.0;
/// An EPCI needs this many centres before it tells which is far.
const ENOUGH: usize = 3;

#[derive(Deserialize)]
pub(super) struct City {
    pub(super) name: String,
    pub(super) latitude: f64,
    pub(super) longitude: f64,
    countrycode: String,
    population: u32,
    admin1code: String,
    pub(super) alternatenames: Vec<String>,
}

/// Towns of `GeoNames` by région (or overseas country code) and folded name.
pub(super) struct Cities {
    cities: HashMap<(String, String), Vec<City>>,
    /// Populations of the communes of each région and name: a town that could be any of two is none.
    communes: HashMap<(String, String), Vec<u32>>,
}

impl Cities {
    /// Overseas collectivities are countries of their own there.
    const OVERSEAS: [(&'static str, &'static str); 10] = [
        ("GP", "01"),
        ("MQ", "02"),
        ("GF", "03"),
        ("RE", "04"),
        ("YT", "06"),
        ("PM", "975"),
        ("BL", "977"),
        ("MF", "978"),
        ("PF", "987"),
        ("NC", "988"),
    ];

    pub(super) fn new(cities: impl Iterator<Item = City>, communes: &[Commune]) -> Self {
        let mut by_name: HashMap<(String, String), Vec<City>> = HashMap::new();
        for city in cities {
            let overseas = Self::OVERSEAS
                .iter()
                .find(|(country, _)| *country == city.countrycode);
            let region = match (city.countrycode.as_str(), overseas) {
                ("FR", _) => city.admin1code.clone(),
                (_, Some((_, region))) => (*region).to_owned(),
                _ => continue,
            };
            by_name
                .entry((region, key(&city.name)))
                .or_default()
                .push(city);
        }
        let mut populations: HashMap<(String, String), Vec<u32>> = HashMap::new();
        for commune in communes
            .iter()
            .filter(|commune| commune.kind == "commune-actuelle")
        {
            let region = commune.region.clone().unwrap_or_default();
            populations
                .entry((region, key(&commune.nom)))
                .or_default()
                .push(commune.population.unwrap_or(0));
        }
        Self {
            cities: by_name,
            communes: populations,
        }
    }

    /// The town of each commune that has one, by commune.
    pub(super) fn join<'a>(
        &'a self,
        communes: &'a [Commune],
        member: &HashMap<&str, &'a str>,
    ) -> HashMap<&'a str, &'a City> {
        let mut towns: HashMap<&str, &City> = HashMap::new();
        for commune in communes
            .iter()
            .filter(|commune| commune.kind == "commune-actuelle")
        {
            let region = commune.region.as_deref().unwrap_or_default();
            let overseas = commune.code.get(..3).unwrap_or_default();
            let town = self
                .find(region, &commune.nom, commune.population)
                .or_else(|| self.find(overseas, &commune.nom, commune.population));
            towns.extend(town.map(|town| (commune.code.as_str(), town)));
        }
        drop_the_far(&mut towns, member);
        towns
    }

    /// The one town of that name, région and size, when the commune is also the only one that it can be.
    fn find(&self, region: &str, name: &str, population: Option<u32>) -> Option<&City> {
        let named = (region.to_owned(), key(name));
        let population = population.unwrap_or(0);
        let towns = self.cities.get(&named)?;
        let communes = self.communes.get(&named)?;
        if let ([town], [_]) = (towns.as_slice(), communes.as_slice())
            && close(town.population, population, ALONE_SIZE)
        {
            return Some(town);
        }
        let mut fitting = towns
            .iter()
            .filter(|town| close(town.population, population, SAME_SIZE));
        let town = fitting.next().filter(|_| fitting.next().is_none())?;
        let namesakes = communes
            .iter()
            .filter(|namesake| close(**namesake, town.population, SAME_SIZE));
        (namesakes.count() == 1).then_some(town)
    }
}

/// Leaves out mainland towns that lie far from the middle of their EPCI.
fn drop_the_far(towns: &mut HashMap<&str, &City>, member: &HashMap<&str, &str>) {
    let mut places: HashMap<&str, Vec<&City>> = HashMap::new();
    for (code, town) in towns.iter() {
        if let Some(epci) = member.get(code) {
            places.entry(epci).or_default().push(town);
        }
    }
    let middles: HashMap<&str, (f64, f64)> = places
        .iter()
        .filter(|(_, towns)| towns.len() >= ENOUGH)
        .map(|(epci, towns)| {
            let latitude = median(towns.iter().map(|town| town.latitude));
            let longitude = median(towns.iter().map(|town| town.longitude));
            (*epci, (latitude, longitude))
        })
        .collect();
    towns.retain(|code, town| {
        let middle = member.get(code).and_then(|epci| middles.get(epci));
        let overseas = code.starts_with("97") || code.starts_with("98");
        overseas || middle.is_none_or(|middle| km(*middle, town) <= FAR_KM)
    });
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// Kilometres on a plane: near enough within an EPCI.
fn km((latitude, longitude): (f64, f64), town: &City) -> f64 {
    const KM_PER_DEGREE: f64 = 111.3;
    let north = (town.latitude - latitude) * KM_PER_DEGREE;
    let east = (town.longitude - longitude) * KM_PER_DEGREE * latitude.to_radians().cos();
    north.hypot(east)
}

fn close(one: u32, two: u32, factor: f64) -> bool {
    let (one, two) = (f64::from(one.max(1)), f64::from(two.max(1)));
    (one / two).max(two / one) <= factor
}

fn key(name: &str) -> String {
    search_tokens(name).join(" ")
}
