//! Addresses in the CSV of the Base Adresse Nationale: one row per house, `lon` and `lat` in degrees.
//!
//! Source: <https://adresse.data.gouv.fr/donnees-nationales>, columns `numero`, `rep`, `nom_voie`, `code_postal`,
//! `code_insee`, `nom_commune`, `lon`, `lat`. A row without a place on the globe is left out.

use portulan_model::{CommuneCode, Position};
use serde::{Deserialize, Serialize};

use super::LayerError;
use super::tables::{Columns, Rows, position};

/// A house.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Address {
    pub(crate) commune: CommuneCode,
    pub(crate) street: String,
    pub(crate) number: u32,
    pub(crate) repetition: String,
    pub(crate) position: Position,
}

pub(super) fn read(columns: &Columns<'_>, rows: &mut Rows<'_>) -> Result<Vec<Address>, LayerError> {
    let (number, street) = (columns.need(&["numero"])?, columns.need(&["nom_voie"])?);
    let repetition = columns.find(&["rep"]);
    let commune = columns.need(&["code_insee"])?;
    let (lat, lon) = (columns.need(&["lat"])?, columns.need(&["lon"])?);
    let mut addresses = Vec::new();
    for row in rows {
        let (line, record) = row?;
        let text = |column: usize| record.get(column).unwrap_or_default().trim();
        let commune: CommuneCode = text(commune).parse().map_err(|_shape| LayerError::Row {
            row: line,
            reason: format!("{:?} is no commune", text(commune)),
        })?;
        let Some(position) = position(&record, lat, lon) else {
            continue;
        };
        addresses.push(Address {
            commune,
            street: text(street).to_owned(),
            number: text(number).parse().unwrap_or(0),
            repetition: repetition.map(text).unwrap_or_default().to_lowercase(),
            position,
        });
    }
    if addresses.is_empty() {
        Err(LayerError::Empty)
    } else {
        Ok(addresses)
    }
}
