//! What decays, each at its own rate, and which fields of a place go with it.

use portulan_model::PlaceField;
use serde::{Deserialize, Serialize};

/// What decays at a rate of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// That the place is there at all.
    Presence,
    /// When it is open, when help is held.
    Hours,
    /// Telephone.
    Phone,
    /// E-mail.
    Email,
    /// The door to come to.
    Address,
    /// What it is called.
    Name,
    /// What is done there, for whom, at what price. Not measured: see the data file.
    Offer,
}

impl Value {
    /// Those that the vintages of a list let us measure.
    pub const MEASURED: [Self; 6] = [
        Self::Presence,
        Self::Hours,
        Self::Phone,
        Self::Email,
        Self::Address,
        Self::Name,
    ];

    /// What a field decays like. A contact is as sure as its telephone, which changes first.
    #[must_use]
    pub const fn of(field: PlaceField) -> Self {
        match field {
            PlaceField::Horaires | PlaceField::Permanences => Self::Hours,
            PlaceField::Contact | PlaceField::PriseRdv => Self::Phone,
            PlaceField::Adresse | PlaceField::Position | PlaceField::FicheAccesLibre => {
                Self::Address
            }
            PlaceField::Nom
            | PlaceField::Pivot
            | PlaceField::Typologie
            | PlaceField::StructureParente => Self::Name,
            PlaceField::Presentation
            | PlaceField::Itinerance
            | PlaceField::Services
            | PlaceField::Publics
            | PlaceField::PriseEnCharge
            | PlaceField::Frais
            | PlaceField::Dispositifs
            | PlaceField::Labels
            | PlaceField::Acces
            | PlaceField::Accompagnement
            | PlaceField::Reseaux => Self::Offer,
        }
    }

    /// Its stable name in JSON.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Hours => "hours",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Name => "name",
            Self::Offer => "offer",
        }
    }
}
