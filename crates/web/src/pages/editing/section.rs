//! The parts of a place: which fields each holds, and how it fills and reads its form.

use portulan_model::{PlaceField, PlaceRecord};

use super::answers::Answers;
use super::blocks::{Block, Maker};
use super::{access, address, contact, hours, lists, networks, presentation, sessions};
use crate::auth::Desk;

/// A part of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Hours,
    Sessions,
    Services,
    Contact,
    Address,
    Publics,
    Access,
    Presentation,
    Networks,
}

impl Section {
    /// In the order of the page.
    pub(super) const ALL: [Self; 9] = [
        Self::Hours,
        Self::Sessions,
        Self::Services,
        Self::Contact,
        Self::Address,
        Self::Publics,
        Self::Access,
        Self::Presentation,
        Self::Networks,
    ];

    /// The part of an address.
    pub(super) fn named(slug: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|section| section.slug() == slug)
    }

    /// The word of addresses and of messages.
    pub(super) const fn slug(self) -> &'static str {
        match self {
            Self::Hours => "horaires",
            Self::Sessions => "permanences",
            Self::Services => "services",
            Self::Contact => "contact",
            Self::Address => "adresse",
            Self::Publics => "publics",
            Self::Access => "acces",
            Self::Presentation => "presentation",
            Self::Networks => "reseaux",
        }
    }

    /// The fields that it holds.
    pub(super) const fn fields(self) -> &'static [PlaceField] {
        match self {
            Self::Hours => &[PlaceField::Horaires],
            Self::Sessions => &[PlaceField::Permanences],
            Self::Services => &[PlaceField::Services, PlaceField::Accompagnement],
            Self::Contact => &[PlaceField::Contact],
            Self::Address => &[
                PlaceField::Adresse,
                PlaceField::Position,
                PlaceField::Itinerance,
            ],
            Self::Publics => &[PlaceField::Publics, PlaceField::PriseEnCharge],
            Self::Access => &[
                PlaceField::Acces,
                PlaceField::Frais,
                PlaceField::PriseRdv,
                PlaceField::FicheAccesLibre,
            ],
            Self::Presentation => &[
                PlaceField::Nom,
                PlaceField::Presentation,
                PlaceField::StructureParente,
            ],
            Self::Networks => &[
                PlaceField::Reseaux,
                PlaceField::Dispositifs,
                PlaceField::Labels,
            ],
        }
    }

    /// Writes what is known into a form. Of sessions, the one that the form names.
    pub(super) fn fill(self, record: &PlaceRecord, answers: &mut Answers) {
        match self {
            Self::Hours => hours::fill(record, answers),
            Self::Sessions => sessions::fill(record, answers),
            Self::Services => lists::fill_services(record, answers),
            Self::Contact => contact::fill(record, answers),
            Self::Address => address::fill(record, answers),
            Self::Publics => lists::fill_publics(record, answers),
            Self::Access => access::fill(record, answers),
            Self::Presentation => presentation::fill(record, answers),
            Self::Networks => networks::fill(record, answers),
        }
    }

    /// Reads a form into a record; what is wrong is said of each answer, all at once.
    pub(super) fn read(self, desk: &Desk, answers: &mut Answers, record: &mut PlaceRecord) {
        match self {
            Self::Hours => hours::read(desk, answers, record),
            Self::Sessions => sessions::read(desk, answers, record),
            Self::Services => lists::read_services(desk, answers, record),
            Self::Contact => contact::read(desk, answers, record),
            Self::Address => address::read(desk, answers, record),
            Self::Publics => lists::read_publics(desk, answers, record),
            Self::Access => access::read(desk, answers, record),
            Self::Presentation => presentation::read(desk, answers, record),
            Self::Networks => networks::read(desk, answers, record),
        }
    }

    /// What the form is made of. `preview` asks for what was understood.
    pub(super) fn blocks(
        self,
        desk: &Desk,
        answers: &Answers,
        record: &PlaceRecord,
        preview: bool,
    ) -> Vec<Block> {
        let maker = Maker {
            words: desk.words(),
            answers,
        };
        match self {
            Self::Hours => hours::blocks(desk, &maker, record, preview),
            Self::Sessions => sessions::blocks(desk, &maker, record, preview),
            Self::Services => lists::services(&maker),
            Self::Contact => contact::blocks(&maker),
            Self::Address => address::blocks(desk, &maker, record),
            Self::Publics => lists::publics(&maker),
            Self::Access => access::blocks(&maker),
            Self::Presentation => presentation::blocks(&maker),
            Self::Networks => networks::blocks(desk, &maker, record),
        }
    }

    /// A record that holds these fields of another, and nothing else that says anything.
    pub(super) fn only(self, record: &PlaceRecord) -> PlaceRecord {
        let mut only = record.clone();
        let absent = PlaceRecord {
            external: record.external.clone(),
            name: String::new(),
            pivot: None,
            address: portulan_model::Address::default(),
            position: None,
            kinds: Vec::new(),
            contact: portulan_model::Contact::default(),
            hours: None,
            hours_text: None,
            summary: None,
            detail: None,
            producer: None,
            mobility: [].into_iter().collect(),
            parent: None,
            services: [].into_iter().collect(),
            publics: [].into_iter().collect(),
            care: [].into_iter().collect(),
            fees: [].into_iter().collect(),
            programmes: [].into_iter().collect(),
            labels: [].into_iter().collect(),
            other_labels: Vec::new(),
            access: [].into_iter().collect(),
            support: [].into_iter().collect(),
            accessibility_url: None,
            booking_url: None,
            networks: Vec::new(),
            sessions: Vec::new(),
            provenance: portulan_model::Provenance::of_record(record.external.source.clone(), None),
        };
        for field in PlaceField::ALL {
            if !self.fields().contains(&field) {
                field.copy(&absent, &mut only);
            }
        }
        only.producer = None;
        only.provenance = absent.provenance;
        only
    }
}
