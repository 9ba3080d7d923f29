//! What the digital services of a structure say together, and how a place takes it.

use portulan_model::{Access, Care, Fee, PlaceRecord, Support};

use super::read::{LIST, themes};
use super::values;
use super::vocabulary::{Caller, Welcome};
use crate::cells::Cells;
use crate::fields::{self, Notes};
use crate::national::lists::Lists;
use crate::national::read;
use crate::report::IssueKind;

/// What the digital services of one structure say together.
#[derive(Debug, Default)]
pub(super) struct Offer {
    lists: Lists,
    booking: Option<String>,
    hours: Option<String>,
    count: usize,
    pub(super) notes: Notes,
}

impl Offer {
    pub(super) fn add(&mut self, cells: &dyn Cells) {
        self.count += 1;
        for theme in themes(cells) {
            match values::service(&theme) {
                Some(service) => self.lists.services.insert(service),
                None if theme.starts_with("numerique--") => {
                    self.notes.add("services", &theme, IssueKind::Unlisted);
                }
                None => {}
            }
        }
        for value in fields::list(cells.first_of(&["publics", "profils"]), LIST) {
            match values::public(&value) {
                Some(became) => self.lists.put(became),
                None => self.notes.add(
                    "publics_specifiquement_adresses",
                    &value,
                    IssueKind::Unlisted,
                ),
            }
        }
        for care in values::precisions::<Care>(cells.cell("publics_precisions")) {
            self.lists.care.insert(care);
        }
        self.cost(cells);
        self.reach(cells);
        self.form(cells);
    }

    /// Our own precisions say the fees exactly; those of others say nothing that a program reads.
    fn cost(&mut self, cells: &dyn Cells) {
        let exact = values::precisions::<Fee>(cells.cell("frais_precisions"));
        for fee in &exact {
            self.lists.fees.insert(*fee);
        }
        if !exact.is_empty() {
            return;
        }
        for value in fields::list(cells.cell("frais"), LIST) {
            match values::fee(&value) {
                Some(fee) => self.lists.fees.insert(fee),
                None => self
                    .notes
                    .add("frais_a_charge", &value, IssueKind::Unlisted),
            }
        }
    }

    /// Where only professionals may ask, what they do is no way of access for everybody: a letter is a prescription, the
    /// rest is left out and named.
    fn reach(&mut self, cells: &dyn Cells) {
        let callers = fields::list(cells.cell("mobilisable_par"), LIST);
        let by_professionals = callers == [Caller::Professionnels.value()];
        for access in values::precisions::<Access>(cells.cell("mobilisation_precisions")) {
            self.lists.access.insert(access);
        }
        for value in fields::list(cells.cell("modes_mobilisation"), LIST) {
            match values::access(&value, by_professionals) {
                Some(access) => self.lists.access.insert(access),
                None => self
                    .notes
                    .add("modalites_acces", &value, IssueKind::Unlisted),
            }
        }
        if self.booking.is_none() {
            self.booking = fields::url(
                cells.cell("lien_mobilisation"),
                "prise_rdv",
                &mut self.notes,
            );
        }
    }

    fn form(&mut self, cells: &dyn Cells) {
        for kind in fields::list(cells.first_of(&["type", "types"]), LIST) {
            if let Some(support) = values::support(&kind) {
                self.lists.support.insert(support);
            }
        }
        if cells
            .cell("modes_accueil")
            .contains(Welcome::ADistance.value())
        {
            self.lists.support.insert(Support::Remote);
        }
        let hours = fields::line(cells.cell("horaires_accueil"));
        self.hours = hours.or(self.hours.take());
    }

    /// Adds to a place what its services say. Hours of its only service are kept as a permanence, never as
    /// building hours; of several services each would need its own, and none is kept.
    pub(super) fn give(&self, record: &mut PlaceRecord) {
        record.services = record
            .services
            .iter()
            .chain(self.lists.services.iter())
            .collect();
        record.publics = record
            .publics
            .iter()
            .chain(self.lists.publics.iter())
            .collect();
        record.care = record.care.iter().chain(self.lists.care.iter()).collect();
        record.fees = record.fees.iter().chain(self.lists.fees.iter()).collect();
        record.access = record
            .access
            .iter()
            .chain(self.lists.access.iter())
            .collect();
        record.support = record
            .support
            .iter()
            .chain(self.lists.support.iter())
            .collect();
        record.booking_url = record.booking_url.take().or_else(|| self.booking.clone());
        let only = self.hours.as_ref().filter(|_| self.count == 1);
        if let Some(osm) = only.filter(|osm| read::readable(osm, record.address.insee)) {
            record.sessions.push(read::permanence(osm.clone(), None));
        }
    }
}
