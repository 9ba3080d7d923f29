//! Places with as little as a test cares about.

use chrono::{DateTime, TimeZone, Utc};
use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::{
    Address, ExternalId, Place, PlaceId, PlaceRecord, Position, Provenance, Service, Slug,
};

/// Builds a place of Rennes that helps with paperwork, unless told otherwise.
#[derive(Debug, Clone)]
pub struct PlaceBuilder {
    number: u64,
    record: PlaceRecord,
}

impl PlaceBuilder {
    /// A place whose identity and name come from a number.
    #[must_use]
    pub fn new(number: u64) -> Self {
        let source: Slug = "essai".parse().unwrap();
        let record = PlaceRecord {
            external: ExternalId::new(source.clone(), &number.to_string()).unwrap(),
            name: format!("Lieu {number}"),
            pivot: None,
            address: Address {
                street: Some(format!("{number} rue de l’Essai")),
                complement: None,
                postcode: "35000".parse().ok(),
                commune: "Rennes".to_owned(),
                insee: "35238".parse().ok(),
            },
            position: Position::new(48.11, -1.68).ok(),
            kinds: Vec::new(),
            contact: portulan_model::Contact::default(),
            hours: None,
            hours_text: None,
            summary: None,
            detail: None,
            producer: None,
            mobility: [].into_iter().collect(),
            parent: None,
            services: [Service::Paperwork].into_iter().collect(),
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
            provenance: Provenance::of_record(source, chrono::NaiveDate::from_ymd_opt(2026, 11, 1)),
        };
        Self { number, record }
    }

    /// Another name.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.record.name);
        self
    }

    /// Whatever else the test cares about.
    #[must_use]
    pub fn with(mut self, change: impl FnOnce(&mut PlaceRecord)) -> Self {
        change(&mut self.record);
        self
    }

    /// What is known of the place.
    #[must_use]
    pub fn record(self) -> PlaceRecord {
        self.record
    }

    /// The place.
    #[must_use]
    pub fn build(self) -> Place {
        let mut random = [0; 10];
        for (to, from) in random.iter_mut().rev().zip(self.number.to_le_bytes()) {
            *to = from;
        }
        Place {
            id: PlaceId::from_parts(1_700_000_000_000 + self.number, random),
            slug: format!("lieu-{}", self.number).parse().unwrap(),
            record: self.record,
        }
    }
}

/// The instant of tests: Saturday 28 November 2026, 10:00 in Paris.
#[must_use]
pub fn saturday_morning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 28, 9, 0, 0).unwrap()
}

/// A journal line about a place.
#[must_use]
pub fn entry(deed: Deed, place: &Place) -> Entry {
    Entry {
        at: saturday_morning(),
        author: Author::Job("essai".to_owned()),
        behalf: None,
        subject: None,
        object: format!("lieu-{}", place.slug),
        deed,
        reason: "essai".to_owned(),
        request: "essai-1".to_owned(),
        before: None,
        after: serde_json::to_string(place).ok(),
    }
}
