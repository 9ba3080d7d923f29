//! Where each value of a place comes from, when it was last known true, and what is said of it today.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::Slug;

/// A field of a place, under its national name where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is the field of the same name")]
pub enum PlaceField {
    Nom,
    Pivot,
    Adresse,
    Position,
    Typologie,
    Contact,
    Horaires,
    Presentation,
    Itinerance,
    StructureParente,
    Services,
    Publics,
    PriseEnCharge,
    Frais,
    Dispositifs,
    Labels,
    Acces,
    Accompagnement,
    FicheAccesLibre,
    PriseRdv,
    Reseaux,
    Permanences,
}

/// Who gave a value, and when it was true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldOrigin {
    /// Slug of the source that gave the value.
    pub source: Slug,
    /// The date the source gives for it; `None` where the source gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<NaiveDate>,
    /// Whether the place itself confirmed it, at `dated`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed_by_place: bool,
}

/// What a person said of whether a place is still there, whatever its sources say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vouch {
    /// Whether it is.
    pub open: bool,
    /// When they said so.
    pub at: DateTime<Utc>,
    /// Whether it was examined and decided: then it counts whatever the sources give.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub decided: bool,
}

/// The origin of a whole record, and of the fields that come from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Where the record comes from.
    pub record: FieldOrigin,
    /// Fields whose origin differs from the record's.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<PlaceField, FieldOrigin>,
    /// A person's word on whether the place is still there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vouch: Option<Vouch>,
}

impl Provenance {
    /// A record that comes from one source at one date.
    #[must_use]
    pub const fn of_record(source: Slug, dated: Option<NaiveDate>) -> Self {
        Self {
            record: FieldOrigin {
                source,
                dated,
                confirmed_by_place: false,
            },
            fields: BTreeMap::new(),
            vouch: None,
        }
    }

    /// The origin of one field.
    #[must_use]
    pub fn origin(&self, field: PlaceField) -> &FieldOrigin {
        self.fields.get(&field).unwrap_or(&self.record)
    }

    /// All origins.
    pub fn origins(&self) -> impl Iterator<Item = &FieldOrigin> {
        std::iter::once(&self.record).chain(self.fields.values())
    }
}

/// How far a value may be trusted today, as people are told: never a probability. `portulan-freshness` works it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Standing {
    /// The place said so, not long ago.
    #[serde(rename = "confirme")]
    Confirmed,
    /// Probably still true.
    #[serde(rename = "probable")]
    Probable,
    /// To be checked before going: call first.
    #[serde(rename = "a-verifier")]
    ToVerify,
}

impl Standing {
    /// All of them, the surest first.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::Probable, Self::ToVerify];

    /// The word of the API and of addresses.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Confirmed => "confirme",
            Self::Probable => "probable",
            Self::ToVerify => "a-verifier",
        }
    }
}
