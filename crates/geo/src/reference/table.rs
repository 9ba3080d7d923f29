//! Reads the table that `cargo xtask reference` writes: one line per territory, fields separated by tabs.

use std::collections::HashMap;
use std::io::Read;
use std::sync::OnceLock;

use flate2::read::GzDecoder;
use portulan_model::{CommuneCode, Position, Postcode, TerritoryCode, TerritoryKey};

use crate::streets::Streets;

use super::{Reference, ReferenceError, Territory};

static TABLE: &[u8] = include_bytes!("../../data/reference.tsv.gz");

/// Name of the root.
const FRANCE: &str = "France";

pub(super) fn read() -> Result<Reference, ReferenceError> {
    let mut text = String::new();
    GzDecoder::new(TABLE)
        .read_to_string(&mut text)
        .map_err(ReferenceError::Compressed)?;
    let mut reader = Reader::new();
    for (number, line) in text.lines().enumerate() {
        reader.line(line).ok_or(ReferenceError::Line(number + 1))?;
    }
    Ok(reader.finish())
}

struct Reader {
    reference: Reference,
    /// Sum of latitudes, of longitudes and of weights, by wide territory.
    centres: HashMap<TerritoryKey, (f64, f64, f64)>,
}

impl Reader {
    fn new() -> Self {
        let reference = Reference {
            territories: HashMap::with_capacity(40_000),
            communes_of: HashMap::with_capacity(1_500),
            children: HashMap::with_capacity(1_500),
            today: HashMap::with_capacity(40_000),
            former_names: Vec::new(),
            other_names: Vec::new(),
            by_postcode: HashMap::with_capacity(7_000),
            contours: HashMap::new(),
            contours_of: HashMap::new(),
            spots: Vec::new(),
            streets: Streets::default(),
            names: OnceLock::new(),
            former_of: OnceLock::new(),
            called: OnceLock::new(),
        };
        let mut reader = Self {
            reference,
            centres: HashMap::new(),
        };
        reader.add(TerritoryKey::france(), FRANCE, Vec::new());
        reader
    }

    fn line(&mut self, line: &str) -> Option<()> {
        let mut fields = line.split('\t');
        match fields.next()? {
            "R" => {
                let key = TerritoryKey::new(TerritoryCode::Region(fields.next()?.parse().ok()?));
                self.add(key, fields.next()?, vec![TerritoryKey::france()]);
            }
            "D" => {
                let key =
                    TerritoryKey::new(TerritoryCode::Department(fields.next()?.parse().ok()?));
                let name = fields.next()?;
                let region = fields
                    .next()?
                    .parse()
                    .ok()
                    .map(TerritoryCode::Region)
                    .map(TerritoryKey::new);
                self.add(key, name, vec![region.unwrap_or_else(TerritoryKey::france)]);
            }
            "E" => {
                let key = TerritoryKey::new(TerritoryCode::Epci(fields.next()?.parse().ok()?));
                self.add(key, fields.next()?, Vec::new());
            }
            "C" => self.commune(&fields.collect::<Vec<_>>())?,
            "O" => {
                let (old, name, today) = (
                    fields.next()?.parse().ok()?,
                    fields.next()?,
                    fields.next()?.parse().ok()?,
                );
                self.reference.today.entry(old).or_insert(today);
                if !name.is_empty() {
                    self.reference.former_names.push((name.to_owned(), today));
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn commune(&mut self, fields: &[&str]) -> Option<()> {
        let &[
            code,
            name,
            department,
            region,
            epci,
            population,
            postcodes,
            lat,
            lon,
            _source,
            others,
        ] = fields
        else {
            return None;
        };
        let code: CommuneCode = code.parse().ok()?;
        let key = TerritoryKey::commune(code);
        let parents: Vec<TerritoryKey> = [
            region.parse().ok().map(TerritoryCode::Region),
            department.parse().ok().map(TerritoryCode::Department),
            epci.parse().ok().map(TerritoryCode::Epci),
        ]
        .into_iter()
        .flatten()
        .map(TerritoryKey::new)
        .filter(|parent| self.reference.territories.contains_key(parent))
        .collect();
        let centre = lat
            .parse()
            .ok()
            .zip(lon.parse().ok())
            .and_then(|(lat, lon)| Position::new(lat, lon).ok());
        let population: Option<u32> = population.parse().ok();
        let parents = if parents.is_empty() {
            vec![TerritoryKey::france()]
        } else {
            parents
        };
        self.under(&parents, code, population, centre);
        self.add(key.clone(), name, parents);
        let postcodes: Vec<Postcode> = postcodes
            .split(' ')
            .filter_map(|text| text.parse().ok())
            .collect();
        for postcode in &postcodes {
            self.reference
                .by_postcode
                .entry(*postcode)
                .or_default()
                .push(code);
        }
        self.reference.today.insert(code, code);
        for other in others.split('|').filter(|other| !other.is_empty()) {
            self.reference.other_names.push((other.to_owned(), code));
        }
        if let Some(commune) = self.reference.territories.get_mut(&key) {
            commune.population = population;
            commune.centre = centre;
            commune.postcodes = postcodes;
        }
        Some(())
    }

    /// Counts a commune in everything above it. An EPCI lies under the régions and départements of its communes.
    fn under(
        &mut self,
        parents: &[TerritoryKey],
        code: CommuneCode,
        population: Option<u32>,
        centre: Option<Position>,
    ) {
        let france = TerritoryKey::france();
        let above = parents
            .iter()
            .filter(|parent| **parent != france)
            .chain(std::iter::once(&france));
        for parent in above {
            self.reference
                .communes_of
                .entry(parent.clone())
                .or_default()
                .push(code);
            if let Some(node) = self.reference.territories.get_mut(parent) {
                node.population = Some(node.population.unwrap_or(0) + population.unwrap_or(0));
            }
            if let Some(centre) = centre {
                let weight = f64::from(population.unwrap_or(1).max(1));
                let sum = self.centres.entry(parent.clone()).or_default();
                sum.0 += centre.lat() * weight;
                sum.1 += centre.lon() * weight;
                sum.2 += weight;
            }
        }
        let epci = parents
            .iter()
            .find(|parent| matches!(parent.code(), TerritoryCode::Epci(_)));
        if let Some(epci) = epci.and_then(|epci| self.reference.territories.get_mut(epci)) {
            for parent in parents
                .iter()
                .filter(|parent| !matches!(parent.code(), TerritoryCode::Epci(_)))
            {
                if !epci.parents.contains(parent) {
                    epci.parents.push(parent.clone());
                }
            }
        }
    }

    fn add(&mut self, key: TerritoryKey, name: &str, parents: Vec<TerritoryKey>) {
        let territory = Territory {
            key: key.clone(),
            name: name.to_owned(),
            population: None,
            centre: None,
            parents,
            postcodes: Vec::new(),
        };
        self.reference.territories.insert(key, territory);
    }

    fn finish(mut self) -> Reference {
        for (key, (lat, lon, weight)) in self.centres {
            if let Some(node) = self.reference.territories.get_mut(&key) {
                node.centre = Position::new(lat / weight, lon / weight).ok();
            }
        }
        let mut children: HashMap<TerritoryKey, Vec<TerritoryKey>> = HashMap::with_capacity(1_500);
        for territory in self.reference.territories.values() {
            for parent in &territory.parents {
                children
                    .entry(parent.clone())
                    .or_default()
                    .push(territory.key.clone());
            }
        }
        for list in children.values_mut() {
            list.sort_by(|one, two| {
                one.kind()
                    .cmp(&two.kind())
                    .then_with(|| one.code_text().cmp(two.code_text()))
            });
        }
        self.reference.children = children;
        self.reference
    }
}
