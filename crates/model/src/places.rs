//! A place where help is given: the 32 fields of the national schema 1.0.2, plus what Portulan adds.
//!
//! Values are clean here: `formats` reads and reports, `text` checks; a field that could not be read is absent.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::codes::{CommuneCode, Postcode};
use crate::ids::{ExternalId, PlaceId, Slug};
use crate::lists::{
    Access, Care, Fee, Label, Mobility, Programme, Public, Service, Support, ValueSet,
};
use crate::provenance::{PlaceField, Provenance};
use crate::sessions::Session;

/// A point of the WGS84 globe, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "(f64, f64)", into = "(f64, f64)")]
pub struct Position {
    lat: f64,
    lon: f64,
}

/// Why two numbers are no position.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum PositionError {
    /// Not finite, or beyond ±90° or ±180°.
    #[error("({lat}, {lon}) is not on the globe")]
    OffGlobe {
        /// Degrees north.
        lat: f64,
        /// Degrees east.
        lon: f64,
    },
    /// Zero, zero: what a missing value becomes in careless files. There is no French place in the Gulf of Guinea.
    #[error("(0, 0) stands for a missing position")]
    NullIsland,
}

impl Position {
    /// Latitude then longitude, in degrees.
    pub fn new(lat: f64, lon: f64) -> Result<Self, PositionError> {
        if !(lat.is_finite() && lon.is_finite() && lat.abs() <= 90.0 && lon.abs() <= 180.0) {
            return Err(PositionError::OffGlobe { lat, lon });
        }
        if lat.abs() < 1e-9 && lon.abs() < 1e-9 {
            return Err(PositionError::NullIsland);
        }
        Ok(Self { lat, lon })
    }

    /// Degrees north.
    #[must_use]
    pub const fn lat(self) -> f64 {
        self.lat
    }

    /// Degrees east.
    #[must_use]
    pub const fn lon(self) -> f64 {
        self.lon
    }
}

impl TryFrom<(f64, f64)> for Position {
    type Error = PositionError;

    fn try_from((lat, lon): (f64, f64)) -> Result<Self, PositionError> {
        Self::new(lat, lon)
    }
}

impl From<Position> for (f64, f64) {
    fn from(position: Position) -> Self {
        (position.lat, position.lon)
    }
}

/// A postal address. The commune's name is always known; its code once the reference resolved it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Number, repetition and street.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Complement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complement: Option<String>,
    /// Postcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<Postcode>,
    /// Name of the commune, as the source writes it.
    pub commune: String,
    /// INSEE code of the commune of today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insee: Option<CommuneCode>,
}

/// How to reach a place from afar. Texts were checked by `text` before they came here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// International numbers: `+33299000000`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    /// E-mail addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// `http` or `https` addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub websites: Vec<String>,
}

/// A place where help is given, as Portulan keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// For ever.
    pub id: PlaceId,
    /// Readable address, for ever.
    pub slug: Slug,
    /// What is known of it.
    pub record: PlaceRecord,
}

/// What is known of a place: what an import brings, before it has an identity here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceRecord {
    /// The id its source gave: the key under which the same record comes back.
    pub external: ExternalId,
    /// Name, never blank.
    pub name: String,
    /// SIRET, RNA or RIDET, checked; `None` where absent or a placeholder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pivot: Option<String>,
    /// Postal address.
    pub address: Address,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// Codes of kinds of structure: `CCAS`, `BIB`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
    /// Phones, e-mails, sites.
    #[serde(default)]
    pub contact: Contact,
    /// Building hours, a valid OSM string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// Hours that could not be read, kept as the source wrote them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_text: Option<String>,
    /// Short presentation, at most 280 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Long presentation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Producer, as the source names it (the national field `source`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub producer: Option<String>,
    /// Fixed or roving.
    #[serde(default)]
    pub mobility: ValueSet<Mobility>,
    /// Name of the parent structure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Services.
    #[serde(default)]
    pub services: ValueSet<Service>,
    /// Publics in particular.
    #[serde(default)]
    pub publics: ValueSet<Public>,
    /// Particular care.
    #[serde(default)]
    pub care: ValueSet<Care>,
    /// Fees.
    #[serde(default)]
    pub fees: ValueSet<Fee>,
    /// National programmes.
    #[serde(default)]
    pub programmes: ValueSet<Programme>,
    /// Trainings and labels.
    #[serde(default)]
    pub labels: ValueSet<Label>,
    /// Other trainings and labels, as the source writes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_labels: Vec<String>,
    /// How to reach the help.
    #[serde(default)]
    pub access: ValueSet<Access>,
    /// Forms of help.
    #[serde(default)]
    pub support: ValueSet<Support>,
    /// Address of its accessibility record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessibility_url: Option<String>,
    /// Address where one books.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booking_url: Option<String>,
    /// Networks it belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub networks: Vec<Slug>,
    /// When help is given, where that is known apart from building hours.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Session>,
    /// Where each value comes from.
    pub provenance: Provenance,
}

impl PlaceRecord {
    /// Whether a person confirmed or corrected a field: no source takes it back. Of what one place is alone; a merged
    /// record bears values of several sources.
    #[must_use]
    pub fn is_of_people(&self, field: PlaceField) -> bool {
        let origin = self.provenance.origin(field);
        origin.confirmed_by_place || origin.source != self.external.source
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_position_never_becomes_a_point_off_africa() {
        assert_eq!(Position::new(0.0, 0.0), Err(PositionError::NullIsland));
        for (lat, lon) in [
            (91.0, 0.0),
            (0.0, 181.0),
            (f64::NAN, 1.0),
            (1.0, f64::INFINITY),
        ] {
            assert!(matches!(
                Position::new(lat, lon),
                Err(PositionError::OffGlobe { .. })
            ));
        }
        assert!(Position::new(48.11, -1.68).is_ok());
    }
}
