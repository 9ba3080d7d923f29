//! Tables: communes with coordinates, priority neighbourhoods, BAN addresses. The columns tell which.

use std::collections::BTreeMap;

use csv::StringRecord;
use portulan_model::{CommuneCode, Position, TerritoryKey};

use super::addresses;
use super::{LayerError, Neighbourhood, Payload};

pub(super) fn read(text: &str) -> Result<Payload, LayerError> {
    let first = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b',', b'\t']
        .into_iter()
        .max_by_key(|delimiter| first.bytes().filter(|byte| byte == delimiter).count())
        .unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|error| row(1, &error))?.clone();
    let columns = Columns(&headers);
    let records = reader.into_records().enumerate();
    let mut rows = records.map(|(index, record)| {
        record
            .map(|r| (index + 2, r))
            .map_err(|error| row(index + 2, &error))
    });
    if let (Some(_), Some(_)) = (columns.find(&["nom_voie"]), columns.find(&["numero"])) {
        return addresses::read(&columns, &mut rows).map(Payload::Addresses);
    }
    if let Some(code) = columns.find(&["code_qp"]) {
        return neighbourhoods(&columns, code, &mut rows).map(Payload::Neighbourhoods);
    }
    let code = columns.find(&["code_insee", "insee", "code", "code_commune"]);
    match (
        code,
        columns.find(&["lat", "latitude"]),
        columns.find(&["lon", "longitude", "lng"]),
    ) {
        (Some(code), Some(lat), Some(lon)) => {
            centres([code, lat, lon], &mut rows).map(Payload::Centres)
        }
        _ => Err(LayerError::UnknownShape(
            headers.iter().map(str::to_owned).collect(),
        )),
    }
}

fn row(number: usize, error: &csv::Error) -> LayerError {
    LayerError::Row {
        row: number,
        reason: error.to_string(),
    }
}

/// Where the columns are.
pub(super) struct Columns<'a>(&'a StringRecord);

impl Columns<'_> {
    pub(super) fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| {
            self.0
                .iter()
                .position(|header| header.trim().eq_ignore_ascii_case(name))
        })
    }

    pub(super) fn need(&self, names: &[&str]) -> Result<usize, LayerError> {
        self.find(names)
            .ok_or_else(|| LayerError::UnknownShape(self.0.iter().map(str::to_owned).collect()))
    }
}

pub(super) type Rows<'a> = dyn Iterator<Item = Result<(usize, StringRecord), LayerError>> + 'a;

pub(super) fn position(record: &StringRecord, lat: usize, lon: usize) -> Option<Position> {
    let number = |column: usize| record.get(column).and_then(|text| text.trim().parse().ok());
    Position::new(number(lat)?, number(lon)?).ok()
}

/// The first centre of a commune wins: postal files repeat a commune for each postcode.
fn centres(
    [code, lat, lon]: [usize; 3],
    rows: &mut Rows<'_>,
) -> Result<Vec<(CommuneCode, Position)>, LayerError> {
    let mut centres: BTreeMap<CommuneCode, Position> = BTreeMap::new();
    for row in rows {
        let (number, record) = row?;
        let text = record.get(code).unwrap_or_default().trim();
        let commune: CommuneCode = text.parse().map_err(|_shape| LayerError::Row {
            row: number,
            reason: format!("{text:?} is no commune"),
        })?;
        if let Some(position) = position(&record, lat, lon) {
            centres.entry(commune).or_insert(position);
        }
    }
    if centres.is_empty() {
        Err(LayerError::Empty)
    } else {
        Ok(centres.into_iter().collect())
    }
}

/// One row per neighbourhood and commune: a neighbourhood may span several.
fn neighbourhoods(
    columns: &Columns<'_>,
    code: usize,
    rows: &mut Rows<'_>,
) -> Result<Vec<Neighbourhood>, LayerError> {
    let name = columns.need(&["nom_qp", "lib_qp", "nom"])?;
    let commune = columns.need(&["commune", "insee_com", "code_insee"])?;
    let mut found: BTreeMap<String, Neighbourhood> = BTreeMap::new();
    for row in rows {
        let (number, record) = row?;
        let text = |column: usize| record.get(column).unwrap_or_default().trim();
        let bad = |what: &str| LayerError::Row {
            row: number,
            reason: format!("{what:?} is no code"),
        };
        let key: TerritoryKey = format!("qpv-{}", text(code))
            .parse()
            .map_err(|_shape| bad(text(code)))?;
        let commune = text(commune).parse().map_err(|_shape| bad(text(commune)))?;
        found
            .entry(text(code).to_owned())
            .or_insert_with(|| Neighbourhood {
                key,
                name: text(name).to_owned(),
                centre: None,
                communes: Vec::new(),
            })
            .communes
            .push(commune);
    }
    if found.is_empty() {
        Err(LayerError::Empty)
    } else {
        Ok(found.into_values().collect())
    }
}
