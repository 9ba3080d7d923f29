//! The 32 fields of the national schema 1.0.2, in its order.

use serde::{Deserialize, Serialize};

/// A field of the national schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is the field of the same name")]
pub enum Field {
    Id,
    Pivot,
    Nom,
    Commune,
    CodePostal,
    CodeInsee,
    Adresse,
    ComplementAdresse,
    Latitude,
    Longitude,
    Typologie,
    Telephone,
    Courriels,
    SiteWeb,
    Horaires,
    PresentationResume,
    PresentationDetail,
    Source,
    Itinerance,
    StructureParente,
    DateMaj,
    Services,
    PublicsSpecifiquementAdresses,
    PriseEnChargeSpecifique,
    FraisACharge,
    DispositifProgrammesNationaux,
    FormationsLabels,
    AutresFormationsLabels,
    ModalitesAcces,
    ModalitesAccompagnement,
    FicheAccesLibre,
    PriseRdv,
}

impl Field {
    /// All of them, in the order of the schema.
    pub const ALL: [Self; 32] = [
        Self::Id,
        Self::Pivot,
        Self::Nom,
        Self::Commune,
        Self::CodePostal,
        Self::CodeInsee,
        Self::Adresse,
        Self::ComplementAdresse,
        Self::Latitude,
        Self::Longitude,
        Self::Typologie,
        Self::Telephone,
        Self::Courriels,
        Self::SiteWeb,
        Self::Horaires,
        Self::PresentationResume,
        Self::PresentationDetail,
        Self::Source,
        Self::Itinerance,
        Self::StructureParente,
        Self::DateMaj,
        Self::Services,
        Self::PublicsSpecifiquementAdresses,
        Self::PriseEnChargeSpecifique,
        Self::FraisACharge,
        Self::DispositifProgrammesNationaux,
        Self::FormationsLabels,
        Self::AutresFormationsLabels,
        Self::ModalitesAcces,
        Self::ModalitesAccompagnement,
        Self::FicheAccesLibre,
        Self::PriseRdv,
    ];

    /// The name in the schema.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Pivot => "pivot",
            Self::Nom => "nom",
            Self::Commune => "commune",
            Self::CodePostal => "code_postal",
            Self::CodeInsee => "code_insee",
            Self::Adresse => "adresse",
            Self::ComplementAdresse => "complement_adresse",
            Self::Latitude => "latitude",
            Self::Longitude => "longitude",
            Self::Typologie => "typologie",
            Self::Telephone => "telephone",
            Self::Courriels => "courriels",
            Self::SiteWeb => "site_web",
            Self::Horaires => "horaires",
            Self::PresentationResume => "presentation_resume",
            Self::PresentationDetail => "presentation_detail",
            Self::Source => "source",
            Self::Itinerance => "itinerance",
            Self::StructureParente => "structure_parente",
            Self::DateMaj => "date_maj",
            Self::Services => "services",
            Self::PublicsSpecifiquementAdresses => "publics_specifiquement_adresses",
            Self::PriseEnChargeSpecifique => "prise_en_charge_specifique",
            Self::FraisACharge => "frais_a_charge",
            Self::DispositifProgrammesNationaux => "dispositif_programmes_nationaux",
            Self::FormationsLabels => "formations_labels",
            Self::AutresFormationsLabels => "autres_formations_labels",
            Self::ModalitesAcces => "modalites_acces",
            Self::ModalitesAccompagnement => "modalites_accompagnement",
            Self::FicheAccesLibre => "fiche_acces_libre",
            Self::PriseRdv => "prise_rdv",
        }
    }

    /// The field of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}
