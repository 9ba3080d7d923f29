//! The fields of a place, each as one thing that can be compared and copied: what merges, corrections and histories
//! speak of.

use crate::places::PlaceRecord;
use crate::provenance::PlaceField;

/// The columns of the national schema that hold several values, parted by `|`.
pub const LIST_COLUMNS: [&str; 13] = [
    "typologie",
    "courriels",
    "site_web",
    "itinerance",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
    "modalites_acces",
    "modalites_accompagnement",
];

impl PlaceField {
    /// All of them, in the order of the national schema.
    pub const ALL: [Self; 22] = [
        Self::Nom,
        Self::Pivot,
        Self::Adresse,
        Self::Position,
        Self::Typologie,
        Self::Contact,
        Self::Horaires,
        Self::Presentation,
        Self::Itinerance,
        Self::StructureParente,
        Self::Services,
        Self::Publics,
        Self::PriseEnCharge,
        Self::Frais,
        Self::Dispositifs,
        Self::Labels,
        Self::Acces,
        Self::Accompagnement,
        Self::FicheAccesLibre,
        Self::PriseRdv,
        Self::Reseaux,
        Self::Permanences,
    ];

    /// The stable word of addresses, of messages and of JSON.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Nom => "nom",
            Self::Pivot => "pivot",
            Self::Adresse => "adresse",
            Self::Position => "position",
            Self::Typologie => "typologie",
            Self::Contact => "contact",
            Self::Horaires => "horaires",
            Self::Presentation => "presentation",
            Self::Itinerance => "itinerance",
            Self::StructureParente => "structure_parente",
            Self::Services => "services",
            Self::Publics => "publics",
            Self::PriseEnCharge => "prise_en_charge",
            Self::Frais => "frais",
            Self::Dispositifs => "dispositifs",
            Self::Labels => "labels",
            Self::Acces => "acces",
            Self::Accompagnement => "accompagnement",
            Self::FicheAccesLibre => "fiche_acces_libre",
            Self::PriseRdv => "prise_rdv",
            Self::Reseaux => "reseaux",
            Self::Permanences => "permanences",
        }
    }

    /// Gives `to` the value that `from` has. Origins stay as they are.
    pub fn copy(self, from: &PlaceRecord, to: &mut PlaceRecord) {
        match self {
            Self::Nom => to.name.clone_from(&from.name),
            Self::Pivot => to.pivot.clone_from(&from.pivot),
            Self::Adresse => to.address.clone_from(&from.address),
            Self::Position => to.position = from.position,
            Self::Typologie => to.kinds.clone_from(&from.kinds),
            Self::Contact => to.contact.clone_from(&from.contact),
            Self::Horaires => {
                to.hours.clone_from(&from.hours);
                to.hours_text.clone_from(&from.hours_text);
            }
            Self::Presentation => {
                to.summary.clone_from(&from.summary);
                to.detail.clone_from(&from.detail);
            }
            Self::Itinerance => to.mobility.clone_from(&from.mobility),
            Self::StructureParente => to.parent.clone_from(&from.parent),
            Self::Services => to.services.clone_from(&from.services),
            Self::Publics => to.publics.clone_from(&from.publics),
            Self::PriseEnCharge => to.care.clone_from(&from.care),
            Self::Frais => to.fees.clone_from(&from.fees),
            Self::Dispositifs => to.programmes.clone_from(&from.programmes),
            Self::Labels => {
                to.labels.clone_from(&from.labels);
                to.other_labels.clone_from(&from.other_labels);
            }
            Self::Acces => to.access.clone_from(&from.access),
            Self::Accompagnement => to.support.clone_from(&from.support),
            Self::FicheAccesLibre => to.accessibility_url.clone_from(&from.accessibility_url),
            Self::PriseRdv => to.booking_url.clone_from(&from.booking_url),
            Self::Reseaux => to.networks.clone_from(&from.networks),
            Self::Permanences => to.sessions.clone_from(&from.sessions),
        }
    }

    /// Whether two places have the same value.
    #[must_use]
    pub fn same(self, a: &PlaceRecord, b: &PlaceRecord) -> bool {
        match self {
            Self::Nom => a.name == b.name,
            Self::Pivot => a.pivot == b.pivot,
            Self::Adresse => a.address == b.address,
            Self::Position => a.position == b.position,
            Self::Typologie => a.kinds == b.kinds,
            Self::Contact => a.contact == b.contact,
            Self::Horaires => a.hours == b.hours && a.hours_text == b.hours_text,
            Self::Presentation => a.summary == b.summary && a.detail == b.detail,
            Self::Itinerance => a.mobility == b.mobility,
            Self::StructureParente => a.parent == b.parent,
            Self::Services => a.services == b.services,
            Self::Publics => a.publics == b.publics,
            Self::PriseEnCharge => a.care == b.care,
            Self::Frais => a.fees == b.fees,
            Self::Dispositifs => a.programmes == b.programmes,
            Self::Labels => a.labels == b.labels && a.other_labels == b.other_labels,
            Self::Acces => a.access == b.access,
            Self::Accompagnement => a.support == b.support,
            Self::FicheAccesLibre => a.accessibility_url == b.accessibility_url,
            Self::PriseRdv => a.booking_url == b.booking_url,
            Self::Reseaux => a.networks == b.networks,
            Self::Permanences => a.sessions == b.sessions,
        }
    }

    /// Whether a place says nothing of it.
    #[must_use]
    pub fn is_absent(self, record: &PlaceRecord) -> bool {
        match self {
            Self::Nom => record.name.is_empty(),
            Self::Pivot => record.pivot.is_none(),
            Self::Adresse => record.address.street.is_none(),
            Self::Position => record.position.is_none(),
            Self::Typologie => record.kinds.is_empty(),
            Self::Contact => {
                let contact = &record.contact;
                contact.phones.is_empty()
                    && contact.emails.is_empty()
                    && contact.websites.is_empty()
            }
            Self::Horaires => record.hours.is_none() && record.hours_text.is_none(),
            Self::Presentation => record.summary.is_none() && record.detail.is_none(),
            Self::Itinerance => record.mobility.is_empty(),
            Self::StructureParente => record.parent.is_none(),
            Self::Services => record.services.is_empty(),
            Self::Publics => record.publics.is_empty(),
            Self::PriseEnCharge => record.care.is_empty(),
            Self::Frais => record.fees.is_empty(),
            Self::Dispositifs => record.programmes.is_empty(),
            Self::Labels => record.labels.is_empty() && record.other_labels.is_empty(),
            Self::Acces => record.access.is_empty(),
            Self::Accompagnement => record.support.is_empty(),
            Self::FicheAccesLibre => record.accessibility_url.is_none(),
            Self::PriseRdv => record.booking_url.is_none(),
            Self::Reseaux => record.networks.is_empty(),
            Self::Permanences => record.sessions.is_empty(),
        }
    }
}
